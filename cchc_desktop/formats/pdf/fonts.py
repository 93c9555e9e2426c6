"""The typeface of the paper: Times New Roman, or Liberation Serif, which comes with the program and is as wide."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.pdf.measures import points
from cchc_desktop.paper.page_setup import FONT
from cchc_desktop.places import resources_dir

SUBSTITUTE = "Liberation Serif"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def paper_family() -> str:
    """The family to set papers in; brings in the shipped one when the system has neither. Needs a QGuiApplication."""
    for family in (FONT, SUBSTITUTE):
        if QFontDatabase.hasFamily(family):
            return family
    for face in FACES:
        path = resources_dir() / "fonts" / f"LiberationSerif-{face}.ttf"
        if not path.is_file() or QFontDatabase.addApplicationFont(str(path)) < 0:
            raise UserFacingError(
                "Không tìm thấy phông chữ Times New Roman để trình bày văn bản.",
                "Hãy cài lại chương trình; dữ liệu trong hồ sơ không bị ảnh hưởng.",
            )
    return SUBSTITUTE


class Faces:
    """The faces of the paper for one layout.

    A QFont remembers its engine for the thread that used it last: a preview and an export beside it must not share one.
    """

    def __init__(self) -> None:
        self._family = paper_family()
        self._made: dict[tuple[float, bool, bool], QFont] = {}

    def font(self, size: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """A face whose pixels are twentieths of a point, so that widths depend on no screen."""
        key = (size, bold, italic)
        if key not in self._made:
            self._made[key] = _paper_font(self._family, *key)
        return self._made[key]


def _paper_font(family: str, size: float, bold: bool, italic: bool) -> QFont:
    """Word neither kerns nor joins letters unless told to: nor do we, or lines would end elsewhere."""
    font = QFont(family)
    font.setPixelSize(round(points(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    font.setFeature(QFont.Tag("liga"), 0)
    font.setBold(bold)
    font.setItalic(italic)
    return font
