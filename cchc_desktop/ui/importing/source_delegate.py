"""Draws a row of a foreign paper: its number, its sign, and its text as it stood, cells side by side."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.source import Alignment, SourceLine
from cchc_desktop.ui.importing.signs import SIGNS
from cchc_desktop.ui.importing.source_model import CONFIDENCE_ROLE, LINKED_ROLE, ROW_ROLE
from cchc_desktop.ui.importing.source_rows import RowCell, SourceRow
from cchc_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ABOVE, _CELL_ROOM, _INDENT, _MARK = 3.0, 5.0, 14.0, 3.0
_KEPT = 4000
_UNMEASURED = QSize(100, 24)
_ALIGNMENTS = {Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter, Alignment.RIGHT: Qt.AlignmentFlag.AlignRight}


@dataclass(frozen=True, slots=True)
class _Set:
    """A line set in its width."""

    layout: QTextLayout
    height: float


class SourceDelegate(QStyledItemDelegate):
    """Row heights follow the text; a set line is kept until the width or the font changes."""

    def __init__(self, theme: Theme, last_number: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._digits = len(str(last_number))
        self._kept: OrderedDict[tuple[int, int], _Set] = OrderedDict()
        self._heights: dict[int, int] = {}
        self._width = -1
        self._font = QFont()
        self._bold = QFontMetricsF(self._font)
        self._line_height = self._narrow = 0.0

    def gutter(self, font: QFont) -> float:
        """The width of numbers and signs."""
        metrics = QFontMetricsF(font)
        return metrics.horizontalAdvance("0" * self._digits) + metrics.horizontalAdvance("M") + 26

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if not option.widget.isVisible():
            # Rows are measured when their width is known, not at each step of putting the window together.
            return _UNMEASURED
        self._use_font(option.font)
        width = option.rect.width()
        if width != self._width:
            self._width = width
            self._heights.clear()
        height = self._heights.get(index.row())
        if height is None:
            height = self._heights[index.row()] = self._row_height(index.data(ROW_ROLE), width)
        return QSize(width, height)

    def _row_height(self, row: SourceRow, width: int) -> int:
        if not row.cells:
            return round(self._line_height + 2 * _ABOVE + 6)
        room = width - self.gutter(self._font) - 8
        heights = [self._cell_height(cell, room * cell.share, row) for cell in row.cells]
        return round(max(self._line_height, *heights) + 2 * _ABOVE)

    def _cell_height(self, cell: RowCell, width: float, row: SourceRow) -> float:
        inner = width - (2 * _CELL_ROOM if row.in_table else 0)
        return sum(self._height(line, inner) for line in cell.lines)

    def _height(self, line: SourceLine, width: float) -> float:
        """The height of a line; most are short and need not be set to know it."""
        text = line.text.plain
        room = width - _INDENT * min(line.level_hint or 0, 4)
        if "\n" not in text and len(text) * self._narrow < room:
            label = f"{line.label} " if line.label else ""
            if self._bold.horizontalAdvance(label + text) < room:
                return self._line_height
        return self._line(line, width).height

    def _use_font(self, font: QFont) -> None:
        if font == self._font and self._line_height:
            return
        self._font = QFont(font)
        bold = QFont(font)
        bold.setBold(True)
        self._line_height = QFontMetricsF(font).height()
        self._bold = QFontMetricsF(bold)
        self._narrow = self._bold.horizontalAdvance("i")
        self._kept.clear()
        self._heights.clear()

    def _line(self, line: SourceLine, width: float) -> _Set:
        key = (line.number, round(width))
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._set(line, width)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept

    def _set(self, line: SourceLine, width: float) -> _Set:
        label = f"{line.label} " if line.label else ""
        layout = QTextLayout(label + line.text.plain.replace("\n", "\u2028"), self._font)
        option = QTextOption(_ALIGNMENTS.get(line.alignment, Qt.AlignmentFlag.AlignLeft))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._faces(line, len(label)))
        indent = _INDENT * min(line.level_hint or 0, 4)
        layout.beginLayout()
        height = 0.0
        while (one := layout.createLine()).isValid():
            one.setLineWidth(max(width - indent, 20.0))
            one.setPosition(QPointF(indent, height))
            height += one.height()
        layout.endLayout()
        return _Set(layout, height)

    def _faces(self, line: SourceLine, label: int) -> list[QTextLayout.FormatRange]:
        faces: list[QTextLayout.FormatRange] = []
        if label:
            # An automatic number is no text of the line: it is shown, but told apart.
            faces.append(_face(0, label, colour=QColor(self._theme.colours.accent)))
        for start, end, style in line.text.spans:
            faces.append(_face(start + label, end - start, bold="b" in style, italic="i" in style))
        return faces

    def forget(self) -> None:
        """Set every line anew (the colours have changed)."""
        self._kept.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: SourceRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        self._use_font(option.font)
        painter.save()
        painter.setFont(option.font)
        if row.cells:
            self._paint_ground(painter, rect, option, index)
            self._paint_gutter(painter, rect, row, index.data(CONFIDENCE_ROLE), option.font)
            self._paint_cells(painter, rect, row, option.font)
        else:
            self._paint_break(painter, rect, row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        colours = self._theme.colours
        ground = SIGNS[index.data(CONFIDENCE_ROLE)].ground
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        elif ground:
            painter.fillRect(rect, QColor(getattr(colours, ground)))
        if index.data(LINKED_ROLE):
            painter.fillRect(QRectF(rect.left(), rect.top(), _MARK, rect.height()), QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_gutter(
        self, painter: QPainter, rect: QRectF, row: SourceRow, confidence: Confidence, font: QFont
    ) -> None:
        colours = self._theme.colours
        metrics = QFontMetricsF(font)
        numbers = metrics.horizontalAdvance("0" * self._digits)
        line = QRectF(rect.left() + 8, rect.top() + _ABOVE, numbers, metrics.height())
        painter.setPen(QColor(colours.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(row.numbers[0]) if row.numbers else "")
        sign = SIGNS[confidence]
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(getattr(colours, sign.colour)))
        place = QRectF(line.right() + 4, line.top(), metrics.horizontalAdvance("M") + 6, line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, sign.mark)
        painter.setFont(font)

    def _paint_cells(self, painter: QPainter, rect: QRectF, row: SourceRow, font: QFont) -> None:
        colours = self._theme.colours
        left = rect.left() + self.gutter(font)
        room = rect.width() - self.gutter(font) - 8
        inside = _CELL_ROOM if row.in_table else 0.0
        for cell in row.cells:
            x, width = left + room * cell.left, room * cell.share
            if row.has_borders:
                painter.setPen(QPen(QColor(colours.border), 1))
                painter.drawRect(QRectF(x, rect.top(), width, rect.height()))
            painter.setPen(QColor(colours.text))
            y = rect.top() + _ABOVE
            for line in cell.lines:
                done = self._line(line, width - 2 * inside)
                done.layout.draw(painter, QPointF(x + inside, y))
                y += done.height

    def _paint_break(self, painter: QPainter, rect: QRectF, row: SourceRow) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(rect.left() + 8, rect.center().y()), QPointF(rect.right() - 8, rect.center().y())
        )
        words = " sang trang ngang " if row.landscape else " sang phần mới "
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        middle = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
        painter.fillRect(middle, QColor(colours.base))
        painter.setPen(QColor(colours.muted))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, words)


def _face(
    start: int, length: int, *, bold: bool = False, italic: bool = False, colour: QColor | None = None
) -> QTextLayout.FormatRange:
    face = QTextLayout.FormatRange()
    face.start = start
    face.length = length
    look = QTextCharFormat()
    if bold:
        look.setFontWeight(QFont.Weight.Bold)
    if italic:
        look.setFontItalic(True)
    if colour is not None:
        look.setForeground(colour)
    face.format = look
    return face
