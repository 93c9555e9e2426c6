"""The list of what a search in the help has found: the section in bold, a sentence below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.ui.help_search import HelpHit

_SNIPPET = Qt.ItemDataRole.UserRole
_AROUND = 8
_BETWEEN = 2
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class HelpHits(QListWidget):
    """One hit a line, as high as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những chỗ tìm thấy")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_HitDelegate(self))

    def show_hits(self, hits: Sequence[HelpHit]) -> None:
        """Show these, the first one marked."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(hit.name)
            item.setData(_SNIPPET, hit.snippet)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.name}. {hit.snippet}")
            self.addItem(item)
        self.setCurrentRow(0 if hits else -1)
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other widths, other heights


class _HitDelegate(QStyledItemDelegate):
    """Lays out and paints the two texts of a hit."""

    def __init__(self, hits: HelpHits) -> None:
        super().__init__(hits)
        self._hits = hits

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._hits.viewport().width()
        name, snippet = self._rooms(QRect(0, 0, width, 0), index)
        return QSize(width, snippet.bottom() + 1 + _AROUND if snippet.height() else name.bottom() + _AROUND)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        self._hits.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._hits)
        name, snippet = self._rooms(option.rect, index)
        painter.save()
        painter.setPen(option.palette.color(option.palette.ColorRole.Text))
        painter.setFont(self._bold())
        painter.drawText(name, _WRAPPED, text)
        painter.setPen(option.palette.color(option.palette.ColorRole.PlaceholderText))
        painter.setFont(self._hits.font())
        painter.drawText(snippet, _WRAPPED, str(index.data(_SNIPPET)))
        painter.restore()

    def _rooms(self, whole: QRect, index: QModelIndex | QPersistentModelIndex) -> tuple[QRect, QRect]:
        """Where the name and the snippet go."""
        room = QRect(whole.left() + _AROUND, whole.top() + _AROUND, whole.width() - 2 * _AROUND, 10_000)
        name = QFontMetrics(self._bold()).boundingRect(room, _WRAPPED, str(index.data()))
        below = QRect(room.left(), name.bottom() + 1 + _BETWEEN, room.width(), 10_000)
        snippet = self._hits.fontMetrics().boundingRect(below, _WRAPPED, str(index.data(_SNIPPET)))
        return QRect(room.left(), name.top(), room.width(), name.height()), QRect(
            room.left(), snippet.top(), room.width(), snippet.height()
        )

    def _bold(self) -> QFont:
        font = QFont(self._hits.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
