"""The text of a cell laid out in a width: labelled lines with runs, and a small hint beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from cchc_desktop.domain.rich_text import RichText

Lines = Sequence[tuple[str, RichText]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph: its layout, where it stands, and its label."""

    layout: QTextLayout
    at: QPointF
    label: str
    is_hint: bool


class CellLayout:
    """Paragraphs of one cell, placed below each other."""

    def __init__(
        self,
        lines: Lines,
        hint: str,
        font: QFont,
        width: float,
        alignment: Qt.AlignmentFlag,
        hint_indent: float = 0.0,
    ) -> None:
        self._font = QFont(font)
        self._placed: list[_Placed] = []
        self.height = 0.0
        gap = QFontMetricsF(font).horizontalAdvance(" ")
        for label, text in lines:
            indent = QFontMetricsF(font).horizontalAdvance(label) + gap if label else 0.0
            self._place(text, font, QRectF(indent, 0, max(width - indent, 1), 0), label, alignment)
        if hint:
            face = small(font)
            room = QRectF(hint_indent, 0, max(width - hint_indent, 1), 0)
            shown = RichText.of(_shortened(hint, face, room.width()))
            self._place(shown, face, room, "", alignment, is_hint=True)

    def paint(self, painter: QPainter, at: QPointF, hint_pen: QColor) -> None:
        """Paint with the painter's pen; the hint with its own."""
        pen = painter.pen()
        for one in self._placed:
            place = at + one.at
            if one.label:
                painter.setFont(self._font)
                line = one.layout.lineAt(0)
                painter.drawText(QPointF(at.x(), place.y() + line.ascent()), one.label)
            if one.is_hint:
                painter.setPen(hint_pen)
            one.layout.draw(painter, place)
            painter.setPen(pen)

    @property
    def hint_top(self) -> float:
        """Where the hint begins."""
        return next((one.at.y() for one in self._placed if one.is_hint), self.height)

    def _place(
        self,
        text: RichText,
        font: QFont,
        room: QRectF,
        label: str,
        alignment: Qt.AlignmentFlag,
        *,
        is_hint: bool = False,
    ) -> None:
        layout = QTextLayout(text.plain.replace("\n", "\u2028"), font)
        option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if text.is_emphasised:
            layout.setFormats(_formats(text))
        height = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
            line = layout.createLine()
        layout.endLayout()
        self._placed.append(_Placed(layout, QPointF(room.x(), self.height), label, is_hint))
        self.height += height


def small(font: QFont) -> QFont:
    """The face of hints."""
    found = QFont(font)
    if font.pointSizeF() > 0:
        found.setPointSizeF(font.pointSizeF() * 0.85)
    else:
        found.setPixelSize(max(9, round(font.pixelSize() * 0.85)))
    return found


def _shortened(hint: str, font: QFont, width: float) -> str:
    """A hint cut to two lines; the tool tip tells it whole."""
    layout = QTextLayout(hint, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ends: list[tuple[int, int]] = []
    layout.beginLayout()
    for _ in range(2):
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(width)
            ends.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    start, end = ends[-1] if ends else (0, 0)
    whole = end >= len(hint)
    if whole:
        return hint
    rest = QFontMetricsF(font).elidedText(hint[start:], Qt.TextElideMode.ElideRight, width)
    return hint[:start] + rest


def _formats(text: RichText) -> list[QTextLayout.FormatRange]:
    found = []
    at = 0
    for run in text:
        units = len(run.text.encode("utf-16-le")) // 2
        if run.bold or run.italic:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = at, units
            face = QTextCharFormat()
            if run.bold:
                face.setFontWeight(QFont.Weight.Bold)
            face.setFontItalic(run.italic)
            piece.format = face
            found.append(piece)
        at += units
    return found
