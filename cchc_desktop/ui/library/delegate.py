"""Draws a suggestion: its text in some lines, beneath it what it is about, and its marks."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.ui.library.model import ABOUT_ROLE, HIDDEN, MARKS_ROLE, PRESENT
from cchc_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE, _MOST_LINES, _KEPT = 10.0, 5.0, 4, 1500
_LOW = 8  # lines of text: a lower list shows its suggestions one a line


class OfferDelegate(QStyledItemDelegate):
    """Rows as high as their text, up to four lines; in a low list one line each, the marks behind it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_low = False
        self._kept: OrderedDict[tuple[str, int, str], tuple[str, ...]] = OrderedDict()

    def fit(self, height: int, font: QFont) -> bool:
        """Show as much of each as a list of that height has room for; whether that has changed."""
        was, self.is_low = self.is_low, height < _LOW * QFontMetricsF(font).height()
        return was is not self.is_low

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._width(option)
        if self.is_low:
            return QSize(width, round(QFontMetricsF(option.font).height() + 2 * _ABOVE + 1))
        lines = self._lines(str(index.data()), width, option.font)
        below = 1 if index.data(ABOUT_ROLE) or index.data(MARKS_ROLE) else 0
        height = len(lines) * QFontMetricsF(option.font).height()
        height += below * QFontMetricsF(_small(option.font)).height()
        return QSize(width, round(height + 2 * _ABOVE + 1))

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        view = option.widget
        viewport = getattr(view, "viewport", None)
        return viewport().width() if callable(viewport) else option.rect.width()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = self._theme.colours
        marks: tuple[str, ...] = index.data(MARKS_ROLE) or ()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        rect = QRectF(option.rect)
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        painter.setPen(QPen(QColor(colours.border)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        quiet = HIDDEN in marks or PRESENT in marks
        painter.setPen(QColor(colours.muted if quiet else colours.text))
        painter.setFont(option.font)
        metrics = QFontMetricsF(option.font)
        y = rect.top() + _ABOVE
        if self.is_low:
            right = self._paint_marks(painter, option, marks, y + metrics.ascent())
            painter.setPen(QColor(colours.muted if quiet else colours.text))
            painter.setFont(option.font)
            line = " ".join(str(index.data()).split())
            room = right - rect.left() - _SIDE
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(rect.left() + _SIDE, y + metrics.ascent()), shown)
        else:
            self._paint_lines(painter, option, index, marks)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(QColor(colours.focus), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, marks: tuple[str, ...]
    ) -> None:
        rect, metrics = QRectF(option.rect), QFontMetricsF(option.font)
        y = rect.top() + _ABOVE
        for line in self._lines(str(index.data()), round(rect.width()), option.font):
            painter.drawText(QPointF(rect.left() + _SIDE, y + metrics.ascent()), line)
            y += metrics.height()
        self._paint_about(painter, option, str(index.data(ABOUT_ROLE) or ""), marks, y)

    def _paint_about(
        self, painter: QPainter, option: QStyleOptionViewItem, about: str, marks: tuple[str, ...], y: float
    ) -> None:
        metrics = QFontMetricsF(_small(option.font))
        right = self._paint_marks(painter, option, marks, y + metrics.ascent())
        left = option.rect.left() + _SIDE
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self._theme.colours.muted))
        shown = metrics.elidedText(about, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        painter.drawText(QPointF(left, y + metrics.ascent()), shown)

    def _paint_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, marks: tuple[str, ...], base: float
    ) -> float:
        """The marks at the right end of a line; where what stands before them has to end."""
        font = _small(option.font)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        colours = self._theme.colours
        right = option.rect.right() - _SIDE
        for mark in reversed(marks):
            width = metrics.horizontalAdvance(mark)
            painter.setPen(QColor(colours.success if mark == PRESENT else colours.accent))
            painter.drawText(QPointF(right - width, base), mark)
            right -= width + 12
        return right

    def _lines(self, text: str, width: int, font: QFont) -> tuple[str, ...]:
        """The text cut into lines; the last that is shown ends with "…" when more would follow."""
        key = (text, width, font.key())
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = _cut(text, width - 2 * _SIDE, font)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.88))
    return small


def _cut(text: str, width: float, font: QFont) -> tuple[str, ...]:
    lines: list[str] = []
    metrics = QFontMetricsF(font)
    for part in text.split("\n"):
        layout = QTextLayout(part, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 40.0))
            start, length = line.textStart(), line.textLength()
            if len(lines) == _MOST_LINES - 1 and (start + length < len(part)):
                lines.append(metrics.elidedText(part[start:], Qt.TextElideMode.ElideRight, max(width, 40.0)))
                layout.endLayout()
                return tuple(lines)
            lines.append(part[start : start + length].rstrip())
        layout.endLayout()
        if len(lines) >= _MOST_LINES:
            break
    return tuple(lines[:_MOST_LINES])
