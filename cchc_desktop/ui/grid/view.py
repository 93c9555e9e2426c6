"""The table view of the task grid: keys as in Excel, rows as high as their text, rows dragged by their grip."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.task import TaskColumn, TaskGroup
from cchc_desktop.paper.page_setup import column_shares
from cchc_desktop.ui.grid.delegate import PADDING, TaskDelegate
from cchc_desktop.ui.grid.editors import AgencyEditor, CellEditor, Leave
from cchc_desktop.ui.grid.keys import GridCommand, meaning
from cchc_desktop.ui.grid.model import TaskModel
from cchc_desktop.ui.grid.rows import CellPlace

_AT_ONCE = 0.012  # seconds spent on measuring in one go while nothing else happens
# In letters; six columns (variants A and B) fit beside the preview on a screen of 1366 pixels.
_LEAST_WIDTHS = {TaskColumn.ORDER: 3, TaskColumn.CONTENT: 15, TaskColumn.QUANTITY: 6}
_LEAST_WIDTH = 8


class TaskView(QTableView):
    """Shows a :class:`TaskModel`."""

    asked = Signal(object)
    row_dragged = Signal(int, int)

    def __init__(self, model: TaskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = model
        self.delegate = TaskDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self._measured: list[bool] = []
        self._widths_chosen = False
        self._setting_widths = False
        self._spanned: tuple[list[int], int] = ([], 0)
        self._sessions = 0  # how often a cell was opened: each is an undo step of its own
        self._idle = QTimer(self)
        self._idle.setInterval(15)
        self._idle.timeout.connect(self._measure_some)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.measure_visible)
        self._dress_headers()
        self._follow_model()

    # --- the selection as cells

    def chosen(self) -> list[CellPlace]:
        """The selected cells, or the current one."""
        found = {
            (row, column)
            for block in self.selectionModel().selection().toList()
            for row in range(block.top(), block.bottom() + 1)
            for column in range(block.left(), block.right() + 1)
        }
        if not found and self.currentIndex().isValid():
            found = {(self.currentIndex().row(), self.currentIndex().column())}
        return sorted(found)

    def chosen_rows(self) -> list[int]:
        """The rows of the selected cells."""
        return sorted({row for row, _ in self.chosen()})

    def choose(self, first: CellPlace, last: CellPlace) -> None:
        """Select a block of cells, the first being the current one."""
        rows, columns = self.tasks.rowCount() - 1, self.tasks.columnCount() - 1
        top = self.tasks.index(min(first[0], rows), min(first[1], columns))
        bottom = self.tasks.index(min(last[0], rows), min(last[1], columns))
        self.selectionModel().setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(
            QItemSelection(top, bottom), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(bottom)
        self.scrollTo(top)

    def editor(self) -> CellEditor | None:
        """The open field, if there is one."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return None
        found = self.indexWidget(self.currentIndex())
        if isinstance(found, CellEditor):
            return found
        return next((one for one in self.viewport().findChildren(CellEditor) if one.isVisible()), None)

    def commit_editor(self) -> None:
        """What stands in the open field goes into its cell; the field stays as it is."""
        editor = self.editor()
        if editor is not None:
            self.delegate.keeps_editor_text = True
            self.commitData(editor)
            self.delegate.keeps_editor_text = False

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Our keys come to us and not to the window."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and meaning(event) is not None
            and self.editor() is None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in Excel."""
        asked = meaning(event)
        if asked is GridCommand.DOWN:
            self.go(Leave.DOWN)
        elif asked is GridCommand.UP:
            self.go(Leave.UP)
        elif asked is GridCommand.NEXT:
            self.go(Leave.RIGHT)
        elif asked is GridCommand.PREVIOUS:
            self.go(Leave.LEFT)
        elif asked is not None:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed where nothing can be typed do not jump about."""

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: QEvent | None = None,
    ) -> bool:
        """Open the field of a cell; typing over replaces what stands there."""
        if trigger is None:
            super().edit(index)
            return True
        if self.editor() is None:
            self._sessions += 1
            self.tasks.merge = ("cell", self._sessions)
        self.delegate.opens_typing = trigger is QAbstractItemView.EditTrigger.AnyKeyPressed
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type]
        editor = self.editor() if opened else None
        if isinstance(editor, AgencyEditor) and not self.delegate.opens_typing:
            editor.offer(everything=True)
        return opened

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method types over a cell too."""
        self.delegate.opens_typing = True
        super().inputMethodEvent(event)

    def go(self, where: Leave) -> None:
        """To the neighbouring cell; from the last one of a row to the first of the next."""
        index = self.currentIndex()
        row, column = index.row(), index.column()
        last_column = self.tasks.columnCount() - 1
        group = isinstance(self.tasks.row(row), TaskGroup)
        first_column = 1 if last_column and self.tasks.kind(0) is TaskColumn.ORDER else 0
        match where:
            case Leave.DOWN:
                row += 1
            case Leave.UP:
                row -= 1
            case Leave.RIGHT:
                row, column = (row + 1, first_column) if group or column >= last_column else (row, column + 1)
            case Leave.LEFT:
                back = group or column <= first_column
                row, column = (row - 1, last_column) if back else (row, column - 1)
            case _:
                return
        if 0 <= row < self.tasks.rowCount():
            self.setCurrentIndex(self.tasks.index(row, column))

    # --- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self.share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure before the first look."""
        super().showEvent(event)
        self.share_width()
        self.measure_visible()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_measured"):
            self.share_width()
            self._measure_anew()

    def share_width(self) -> None:
        """Give the columns the shares they have on paper, unless somebody chose otherwise; wide tables scroll."""
        columns = self.tasks.appendix.columns
        if self._widths_chosen or not columns:
            return
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        least = [letter * _LEAST_WIDTHS.get(one.kind, _LEAST_WIDTH) + 2 * PADDING for one in columns]
        spare = max(0, room - sum(least))
        shares = column_shares(columns)
        widths = [low + int(spare * share) for low, share in zip(least, shares, strict=True)]
        if sum(least) <= room:
            widths[-1] += room - sum(widths)
        self._setting_widths = True
        self._heighten_header(widths)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self._setting_widths = False

    def _heighten_header(self, widths: list[int]) -> None:
        """Headings are wrapped: the header is as high as the longest needs."""
        metrics = self.horizontalHeader().fontMetrics()
        wrapped = Qt.TextFlag.TextWordWrap.value
        heights = [
            metrics.boundingRect(QRect(0, 0, width - 12, 10_000), wrapped, column.heading).height()
            for width, column in zip(widths, self.tasks.appendix.columns, strict=True)
        ]
        self.horizontalHeader().setFixedHeight(max(heights) + 12)

    def measure_visible(self) -> None:
        """Make the rows in sight as high as their text."""
        if not self.isVisible():
            return
        top = self.rowAt(0)
        row = max(top, 0)
        while row < len(self._measured) and self.rowViewportPosition(row) < self.viewport().height():
            self._measure(row)
            row += 1
        if not all(self._measured):
            self._idle.start()

    def _measure(self, row: int) -> int:
        """Measure a row if need be; how much higher it has become."""
        if self._measured[row]:
            return 0
        self._measured[row] = True
        before = self.rowHeight(row)
        font = self.font()
        if isinstance(self.tasks.row(row), TaskGroup):
            height = self.delegate.height(self.tasks.index(row, 0), self.horizontalHeader().length(), font)
        else:
            height = max(
                self.delegate.height(self.tasks.index(row, column), self.columnWidth(column) - 1, font)
                for column in range(self.tasks.columnCount())
            )
        if height != before:
            self.setRowHeight(row, height)
        return height - before

    def _measure_some(self) -> None:
        """Measure rows out of sight a few at a time; what is in sight stays where it is."""
        waiting = [row for row, known in enumerate(self._measured) if not known]
        if not waiting or not self.isVisible():
            self._idle.stop()
            return
        top = self.rowAt(0)
        grown = 0
        until = time.perf_counter() + _AT_ONCE
        for row in waiting:
            grew = self._measure(row)
            grown += grew if row < top else 0
            if time.perf_counter() > until:
                break
        if grown:
            self.updateGeometries()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + grown)

    def _measure_anew(self) -> None:
        self._measured = [False] * self.tasks.rowCount()
        self._soon.start()

    # --- headers and model

    def _dress_headers(self) -> None:
        across = self.horizontalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag(Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value)
        )
        across.setSectionsClickable(True)
        across.setHighlightSections(False)
        across.setSortIndicatorShown(False)
        across.sectionResized.connect(self._column_resized)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().lineSpacing() * 2 + 2 * PADDING)
        down.setMinimumSectionSize(self.fontMetrics().lineSpacing() + 2 * PADDING)
        down.setSectionsMovable(True)
        down.setSectionsClickable(True)
        down.setHighlightSections(False)
        down.setFixedWidth(self.fontMetrics().averageCharWidth() * 3)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.sectionMoved.connect(self._row_moved)

    def _follow_model(self) -> None:
        model = self.tasks
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.dataChanged.connect(self._changed)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.measure_visible())
        self.delegate.left.connect(self.go)

    def _reset(self) -> None:
        self._widths_chosen = False
        self._spanned = ([], 0)
        self.share_width()
        self._span()
        self._measure_anew()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measured[first:first] = [False] * (last - first + 1)
        self._span()
        self._soon.start()

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._measured[first : last + 1]
        self._span()
        self._soon.start()

    def _changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if bottom.column() == 0 and self.tasks.columnCount() > 1:
            return  # only numbers
        for row in range(top.row(), min(bottom.row() + 1, len(self._measured))):
            self._measured[row] = False
        self._span()
        self._soon.start()

    def _span(self) -> None:
        """Group rows go over the whole width."""
        groups = [n for n, row in enumerate(self.tasks.appendix.rows) if isinstance(row, TaskGroup)]
        wanted = (groups, self.tasks.columnCount())
        if wanted == self._spanned:
            return
        self._spanned = wanted
        self.clearSpans()
        if wanted[1] > 1:
            for row in groups:
                self.setSpan(row, 0, 1, wanted[1])

    def _column_resized(self, _section: int, _before: int, _after: int) -> None:
        if not self._setting_widths:
            self._widths_chosen = True
        self._measure_anew()

    def _row_moved(self, _section: int, before: int, after: int) -> None:
        header = self.verticalHeader()
        header.blockSignals(True)
        header.moveSection(after, before)
        header.blockSignals(False)
        self.row_dragged.emit(before, after)
