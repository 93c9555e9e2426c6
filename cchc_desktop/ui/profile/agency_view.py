"""The table of the directory: edited in place, moved by keys or by its grips, names pasted into it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.ui.grid.editors import Leave
from cchc_desktop.ui.profile.agency_delegate import AgencyDelegate
from cchc_desktop.ui.profile.agency_model import KEY_ROLE, AgencyColumn, AgencyModel

_SHARES = {
    AgencyColumn.SHORT_NAME: 10,
    AgencyColumn.SIDE: 17,
    AgencyColumn.KIND: 14,
    AgencyColumn.FUNCTION: 30,
}


class AgencyView(QTableView):
    """Shows an :class:`AgencyModel`; what is asked for is told, the page does it."""

    add_asked = Signal()
    remove_asked = Signal()
    paste_asked = Signal()
    move_asked = Signal(int)
    row_dragged = Signal(int, int)
    agency_entered = Signal()

    def __init__(self, model: AgencyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.directory = model
        self.setModel(model)
        self.cells = AgencyDelegate(model, self)
        self.cells.left.connect(self._go)
        self.setItemDelegate(self.cells)
        self.setAccessibleName("Danh sách cơ quan, đơn vị")
        self.setObjectName("changes")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab is ours
        self._dress_headers()
        # Rows are fitted once all columns have their widths.
        self._fit = QTimer(self, singleShot=True)
        self._fit.timeout.connect(self.resizeRowsToContents)
        for told in (model.dataChanged, model.rowsInserted, model.modelReset):
            told.connect(self._fit_soon)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.agency_entered.emit())
        model.modelReset.connect(self.agency_entered)

    def _fit_soon(self) -> None:
        self._fit.start(0)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(40)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setSectionsMovable(True)
        down.setSectionsClickable(True)
        down.setHighlightSections(False)
        down.setFixedWidth(self.fontMetrics().averageCharWidth() * 3)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.sectionMoved.connect(self._row_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // 100)
        self.setColumnWidth(AgencyColumn.NAME, room - sum(room * share // 100 for share in _SHARES.values()))
        self._fit_soon()

    # --- where one is

    @property
    def agency(self) -> Agency | None:
        """The agency with the cursor."""
        return self.directory.agency(self.currentIndex().row())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the agencies marked, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(one.id for row in rows if (one := self.directory.agency(row)) is not None)

    def choose(self, row: int, column: int = 0) -> None:
        """Put the cursor on a cell."""
        row = min(max(row, 0), self.directory.rowCount() - 1)
        if row >= 0:
            index = self.directory.index(row, max(column, 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_keys(self, keys: tuple[str, ...]) -> None:
        """Mark these agencies, the first with the cursor."""
        column = max(self.currentIndex().column(), 0)
        rows = [row for key in keys if (row := self.directory.row_of(key)) >= 0]
        if not rows:
            return
        self.choose(rows[0], column)
        chosen = self.selectionModel()
        for row in rows:
            index = self.directory.index(row, column)
            chosen.select(index, chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)

    def write_new(self) -> None:
        """Open the row for a new agency."""
        self.choose(self.directory.rowCount() - 1)
        self.edit(self.currentIndex())

    def commit(self) -> None:
        """What stands in an open cell becomes part of the directory; the cell stays open."""
        editor = self.indexWidget(self.currentIndex())
        if self.state() is QAbstractItemView.State.EditingState and editor is not None:
            QGuiApplication.inputMethod().commit()
            self.cells.keeps_editor_text = True
            self.commitData(editor)
            self.cells.keeps_editor_text = False

    def _go(self, where: Leave) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        last = self.directory.columnCount() - 1
        match where:
            case Leave.DOWN:
                row += 1
            case Leave.UP:
                row -= 1
            case Leave.RIGHT:
                row, column = (row + 1, 0) if column >= last else (row, column + 1)
            case Leave.LEFT:
                row, column = (row - 1, last) if column <= 0 else (row, column - 1)
            case _:
                return
        if 0 <= row < self.directory.rowCount():
            self.choose(row, column)

    # --- keys and grips

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: QEvent | None = None,
    ) -> bool:
        """Open a cell; a letter typed on it replaces what stands there, or chooses what begins with it."""
        self.directory.opened_by_mouse = trigger is QAbstractItemView.EditTrigger.DoubleClicked
        if trigger is None:
            super().edit(index)
            return True
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = plain == Qt.KeyboardModifier.AltModifier
        control = bool(plain & Qt.KeyboardModifier.ControlModifier)
        minus = control and key == Qt.Key.Key_Minus
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif (key == Qt.Key.Key_Delete and not plain) or minus:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Insert and not plain:
            self.add_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
            self._go(Leave.DOWN)
        elif control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().focusNextPrevChild(key == Qt.Key.Key_Tab)  # out of the table, to the details below
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks through the cells, and out of the table at its ends."""
        before = self.currentIndex()
        if self.hasFocus() and before.isValid():
            self._go(Leave.RIGHT if forwards else Leave.LEFT)
            if self.currentIndex() != before:
                return True
        return super().focusNextPrevChild(forwards)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed where nothing can be typed do not jump about."""

    def _row_moved(self, _section: int, before: int, after: int) -> None:
        header = self.verticalHeader()
        header.blockSignals(True)
        header.moveSection(after, before)
        header.blockSignals(False)
        self.row_dragged.emit(before, after)

    def current_key(self) -> str:
        """The key of the agency with the cursor; blank on the row for a new one."""
        return str(self.currentIndex().data(KEY_ROLE) or "")
