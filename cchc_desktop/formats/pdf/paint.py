"""A laid-out page on any painter: screen, printer, PDF."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from cchc_desktop.formats.pdf.pieces import Page, Piece


def paint_page(painter: QPainter, page: Page, scale: float) -> None:
    """Paint the ink of a page with its top left corner at the painter's origin; ``scale`` is painter units a twip.

    The paper itself is the caller's: a PDF has none, a screen paints it white.
    """
    painter.save()
    painter.scale(scale, scale)
    painter.setPen(QPen(Qt.GlobalColor.black))
    if page.header is not None:
        _paint_piece(painter, page.header, page.left, page.header_y)
    for placed in page.pieces:
        _paint_piece(painter, placed.piece, page.left, placed.y)
    painter.restore()


def _paint_piece(painter: QPainter, piece: Piece, x: float, y: float) -> None:
    for line in piece.lines:
        line.setting.draw_line(painter, line.index, x + line.x, y + line.y)
    for stroke in piece.strokes:
        painter.setPen(QPen(Qt.GlobalColor.black, stroke.thickness, c=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(x + stroke.x1, y + stroke.y1, x + stroke.x2, y + stroke.y2))
