"""The foreign paper at the left: its lines as they stood; moving in them moves in the plan."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.source import SourceDocument
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.importing.source_delegate import SourceDelegate
from cchc_desktop.ui.importing.source_model import SourceModel

_Index = QModelIndex | QPersistentModelIndex


class SourceView(QListView):
    """``lines_entered`` carries the numbers of the lines on the row that the cursor has come to."""

    lines_entered = Signal(object)

    def __init__(self, desk: Desk, source: SourceDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SourceModel(source, self)
        last = max((line.number for line in source.lines), default=1)
        self._delegate = SourceDelegate(desk.theme, last, self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Kế hoạch cũ, từng dòng")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        desk.theme.changed.connect(self._recolour)

    def show_lines(self, lines: tuple[int, ...]) -> None:
        """Go to the first of these lines without telling of it."""
        row = next((at for line in lines if (at := self.rows.row_of(line)) is not None), None)
        if row is None:
            return
        self._bring_into_view(row)
        self._quiet = True
        try:
            self.setCurrentIndex(self.rows.index(row))
        finally:
            self._quiet = False

    def _bring_into_view(self, row: int) -> None:
        """A row that is seen whole stays where it is; any other comes to the middle, with what stands around it."""
        self.executeDelayedItemsLayout()
        seen = self.viewport().rect().contains(self.visualRect(self.rows.index(row)))
        how = QAbstractItemView.ScrollHint
        self.scrollTo(self.rows.index(row), how.EnsureVisible if seen else how.PositionAtCenter)

    def go_to(self, confidence: Confidence) -> bool:
        """Go to the next row that was read so, going round; whether there is one."""
        count, here = len(self.rows.rows), self.currentIndex().row()
        for distance in range(1, count + 1):
            row = (here + distance) % count
            if self.rows.rows[row].cells and self.rows.confidence(row) is confidence:
                self.setCurrentIndex(self.rows.index(row))
                return True
        return False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.lines_entered.emit(self.rows.rows[current.row()].numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Digits answer doubts: the list's own search by letters would swallow them.
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self._bring_into_view(self.currentIndex().row())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        option.rect.setWidth(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            current = self.currentIndex()
            self.scheduleDelayedItemsLayout()
            if current.isValid():
                self._bring_into_view(current.row())

    def _recolour(self) -> None:
        self._delegate.forget()
        self.viewport().update()
