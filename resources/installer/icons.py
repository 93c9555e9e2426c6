"""Draws the icons of the Windows program from their SVGs:   python icons.py FOLDER"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
DRAWINGS = {
    "cchc-desktop.ico": HERE.parent / "icons" / "cchc-desktop.svg",
    "cchc-dossier.ico": HERE / "dossier.svg",
}
# What Windows shows at 100 to 200 %, from the corner of a window to the largest view of a folder.
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_LARGEST_BITMAP = 64


def main(folder: Path) -> None:
    """Write the icons there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in DRAWINGS.items():
        (folder / name).write_bytes(icon(drawing))


def icon(drawing: Path) -> bytes:
    """The .ico file with every size of a drawing."""
    renderer = QSvgRenderer(str(drawing))
    pictures = [_picture(renderer, size) for size in SIZES]
    entries, offset = b"", 6 + 16 * len(SIZES)
    for size, picture in zip(SIZES, pictures, strict=True):
        # 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures)


def _picture(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return _bitmap(image) if size <= _LARGEST_BITMAP else _png(image)


def _bitmap(image: QImage) -> bytes:
    """As every program reads it: rows from below, then a mask that is empty, as the colours have their own alpha."""
    size = image.width()
    rows = bytes(image.constBits())
    upwards = b"".join(rows[4 * size * row : 4 * size * (row + 1)] for row in reversed(range(size)))
    mask = bytes(size * ((size + 31) // 32 * 4))
    return (
        struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(upwards), 0, 0, 0, 0) + upwards + mask
    )


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return content.data()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
