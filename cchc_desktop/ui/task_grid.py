"""The task grid: the table of an appendix as in Excel, every edit told as a whole new appendix with a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QVBoxLayout, QWidget

from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskGroup
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.grid import clip, rows
from cchc_desktop.ui.grid.blocks import pasted
from cchc_desktop.ui.grid.keys import GridCommand
from cchc_desktop.ui.grid.model import TaskModel
from cchc_desktop.ui.grid.view import TaskView
from cchc_desktop.ui.icons import Icons

_UNDO_HINT = "Bấm Ctrl+Z để lấy lại."
_AGENCY_COLUMNS = (TaskColumn.LEAD, TaskColumn.COOPERATION)
_HELP = {
    TaskColumn.CONTENT: "buoc-7#noi-dung",
    TaskColumn.PRODUCT: "buoc-7#noi-dung",
    TaskColumn.LEAD: "buoc-7#co-quan",
    TaskColumn.COOPERATION: "buoc-7#co-quan",
    TaskColumn.TIMING: "buoc-7#thoi-gian",
}
_ACTIONS = (
    # command, name on the tool bar, name in the menu, key
    (GridCommand.INSERT_BELOW, "Thêm dòng", "Thêm dòng dưới", "Ins"),
    (GridCommand.INSERT_ABOVE, "", "Thêm dòng trên", "Ctrl+Shift+="),
    (GridCommand.INSERT_GROUP, "Thêm nhóm", "Thêm nhóm nhiệm vụ", "Ctrl+G"),
    (GridCommand.REMOVE, "Xóa dòng", "Xóa dòng", "Ctrl+-"),
    (GridCommand.MOVE_UP, "Lên", "Chuyển lên", "Alt+Up"),
    (GridCommand.MOVE_DOWN, "Xuống", "Chuyển xuống", "Alt+Down"),
    (GridCommand.FILL_DOWN, "Điền xuống", "Điền xuống", "Ctrl+D"),
    (GridCommand.CLEAR, "", "Xóa nội dung ô", "Del"),
    (GridCommand.CUT, "", "Cắt", "Ctrl+X"),
    (GridCommand.COPY, "", "Sao chép", "Ctrl+C"),
    (GridCommand.PASTE, "", "Dán", "Ctrl+V"),
    (GridCommand.BOLD, "", "Đậm", "Ctrl+B"),
    (GridCommand.ITALIC, "", "Nghiêng", "Ctrl+I"),
)


class TaskGrid(QWidget):
    """Shows and edits the rows of one appendix. Undo is the session's."""

    appendix_edited = Signal(object, str, object)
    """The new appendix, the edit's name, and the key that joins repeated commits of one open cell (or None)."""
    row_entered = Signal(str)
    notice = Signal(str)
    new_agency = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TaskModel(self)
        self.view = TaskView(self.model, self)
        self._agencies: set[str] = set()
        self._year = 0
        self._was_entered = False
        self._actions = {command: self._made_action(command, *rest) for command, *rest in _ACTIONS}
        self.tool_bar = self._made_tool_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tool_bar)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.installEventFilter(self)
        self.view.setAccessibleName("Bảng nhiệm vụ")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._connect()

    def set_appendix(self, appendix: Appendix, year: int) -> None:
        """Show an appendix; rows that are as they were are not touched, selection and scroll stay."""
        before = self.model.appendix
        if self.model.show(appendix, year):
            if self.model.rowCount():
                content = next((i for i, c in enumerate(appendix.columns) if c.kind is TaskColumn.CONTENT), 0)
                self.view.setCurrentIndex(self.model.index(0, content))
        elif before.rows != appendix.rows:
            self._show_change(before, appendix)

    def appendix(self) -> Appendix:
        """The appendix as it stands."""
        return self.model.appendix

    def set_agencies(self, names: Sequence[str]) -> None:
        """The names to choose agencies from."""
        self.view.delegate.set_agencies(names)
        self._agencies |= {fold(name.strip()) for name in names}

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        self.model.set_read_only(read_only)
        self.tool_bar.setVisible(not read_only)
        self.view.verticalHeader().setSectionsMovable(not read_only)

    def show_row(self, row_id: str) -> None:
        """Bring a row (or the row that holds this item) into sight and make it the current one."""
        for number, row in enumerate(self.model.appendix.rows):
            items = row.content if isinstance(row, Task) else ()
            if row.id == row_id or any(one.id == row_id for one in items):
                column = max(0, self.view.currentIndex().column())
                self.view.setCurrentIndex(self.model.index(number, column))
                self.view.measure_visible()
                self.view.scrollTo(self.view.currentIndex(), self.view.ScrollHint.PositionAtCenter)
                return

    def entered_row(self) -> int | None:
        """The current row; None while the first is so only because the table begins with it."""
        row = self.view.currentIndex().row()
        return row if row > 0 or (row == 0 and self._was_entered) else None

    def enter_task(self, row: int) -> None:
        """Put the cursor on what a task is about."""
        columns = self.model.appendix.columns
        content = next((i for i, c in enumerate(columns) if c.kind is TaskColumn.CONTENT), 0)
        self.view.choose((row, content), (row, content))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is in the table."""
        if watched is self.view and event.type() is QEvent.Type.FocusIn:
            self._was_entered = True
        return super().eventFilter(watched, event)

    def set_icons(self, icons: Icons) -> None:
        """Put the program's icons beside the words of the tool bar."""
        for command, name in (
            (GridCommand.INSERT_BELOW, "add"),
            (GridCommand.INSERT_GROUP, "sections"),
            (GridCommand.REMOVE, "remove"),
            (GridCommand.MOVE_UP, "up"),
            (GridCommand.MOVE_DOWN, "down"),
        ):
            icons.put_on(self._actions[command], name)

    def help_page(self) -> str:
        """The page of the help for the cell the cursor is in."""
        index = self.view.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        if isinstance(row, TaskGroup):
            return "buoc-7#nhom"
        return _HELP.get(self.model.kind(index.column()), "buoc-7") if index.isValid() else "buoc-7"

    def commit(self) -> None:
        """What stands in an open cell, and what an input method still holds, becomes part of the appendix."""
        editor = self.view.editor()
        if editor is not None:
            if editor.hasFocus():
                QGuiApplication.inputMethod().commit()
            self.view.commit_editor()

    def minimumSizeHint(self) -> QSize:
        """Room for the tool bar and some rows."""
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 20, line * 12)

    # --- commands

    def do(self, command: GridCommand) -> None:
        """Carry out a command at the selection."""
        doing: dict[GridCommand, Callable[[], object]] = {
            GridCommand.INSERT_ABOVE: partial(self._insert, below=False),
            GridCommand.INSERT_BELOW: partial(self._insert, below=True),
            GridCommand.INSERT_GROUP: self._insert_group,
            GridCommand.REMOVE: self._remove,
            GridCommand.MOVE_UP: partial(self._move, up=True),
            GridCommand.MOVE_DOWN: partial(self._move, up=False),
            GridCommand.FILL_DOWN: self._fill_down,
            GridCommand.CLEAR: partial(self._clear, "xóa ô"),
            GridCommand.COPY: self._copy,
            GridCommand.CUT: self._cut,
            GridCommand.PASTE: lambda: self.paste(QGuiApplication.clipboard().mimeData()),
            GridCommand.BOLD: partial(self._restyle, bold=True),
            GridCommand.ITALIC: partial(self._restyle, bold=False),
            GridCommand.OPEN_LIST: lambda: self.view.edit(
                self.view.currentIndex(), self.view.EditTrigger.EditKeyPressed, None
            ),
            GridCommand.LEAVE_NEXT: lambda: self._leave(forwards=True),
            GridCommand.LEAVE_PREVIOUS: lambda: self._leave(forwards=False),
        }
        harmless = (GridCommand.COPY, GridCommand.LEAVE_NEXT, GridCommand.LEAVE_PREVIOUS)
        if command in doing and (command in harmless or not self.model.read_only):
            doing[command]()

    def paste(self, mime: QMimeData) -> None:
        """Put cells in at the selection."""
        try:
            block = clip.read(mime)
        except UserFacingError as error:
            self.notice.emit(str(error))
            return
        if block is None or not self.view.chosen():
            return
        result = pasted(self.model.appendix, block, self.view.chosen())
        self._apply(result.appendix, "dán khối ô")
        self.view.choose(result.first, result.last)
        if result.notes:
            self.notice.emit("\n".join(result.notes))

    def _insert(self, *, below: bool) -> None:
        chosen = self._real_rows()
        at = (chosen[-1] + 1 if below else chosen[0]) if chosen else len(self.model.appendix.rows)
        self._apply(rows.inserted(self.model.appendix, at, [Task()]), "thêm dòng")
        self.enter_task(at)

    def _insert_group(self) -> None:
        chosen = self._real_rows()
        at = chosen[0] if chosen else len(self.model.appendix.rows)
        self._apply(rows.inserted(self.model.appendix, at, [TaskGroup("")]), "thêm nhóm")
        self.view.choose((at, 0), (at, 0))
        self.view.edit(self.model.index(at, 0), self.view.EditTrigger.EditKeyPressed, None)

    def _remove(self) -> None:
        chosen = self._real_rows()
        if not chosen:
            return
        column = self.view.currentIndex().column()
        self._apply(rows.removed(self.model.appendix, chosen), "xóa dòng")
        self.view.choose((chosen[0], column), (chosen[0], column))
        self.notice.emit(f"Đã xóa {len(chosen)} dòng. {_UNDO_HINT}")

    def _move(self, *, up: bool) -> None:
        chosen = self._real_rows()
        self._bring(rows.moved(self.model.appendix, chosen, up=up), chosen)

    def _drag(self, before: int, after: int) -> None:
        if self.model.read_only or before >= len(self.model.appendix.rows):
            return
        carried = rows.with_below(self.model.appendix, [before])
        target = min(after + 1 if after > before else after, len(self.model.appendix.rows))
        self._bring(rows.brought_to(self.model.appendix, carried, target), [before])

    def _bring(self, after: Appendix, chosen: Sequence[int]) -> None:
        ids = [self.model.appendix.rows[row].id for row in chosen]
        column = max(0, self.view.currentIndex().column())
        self._apply(after, "chuyển dòng")
        places = [number for number, row in enumerate(after.rows) if row.id in set(ids)]
        if places:
            self.view.choose((places[0], column), (places[-1], column))

    def _fill_down(self) -> None:
        self._apply(rows.filled_down(self.model.appendix, self.view.chosen()), "điền xuống")

    def _clear(self, label: str) -> None:
        self._apply(rows.cleared(self.model.appendix, self.view.chosen()), label)

    def _copy(self) -> None:
        block = clip.copied(self.model.appendix, self.view.chosen())
        if block is not None:
            QGuiApplication.clipboard().setMimeData(clip.mime_data(block))

    def _cut(self) -> None:
        self._copy()
        self._clear("cắt ô")

    def _restyle(self, *, bold: bool) -> None:
        after = rows.restyled(self.model.appendix, self.view.chosen(), bold=bold)
        self._apply(after, "chữ đậm" if bold else "chữ nghiêng")

    def _leave(self, *, forwards: bool) -> None:
        self.focusNextPrevChild(forwards)

    def _apply(self, appendix: Appendix, label: str) -> None:
        self.model.apply(appendix, label)

    def _real_rows(self) -> list[int]:
        return [row for row in self.view.chosen_rows() if row < len(self.model.appendix.rows)]

    # --- what is told

    def _tell_edit(self, appendix: Appendix, label: str, merge: object) -> None:
        self.appendix_edited.emit(appendix, label, merge)
        self._ask_for_new_agencies(appendix)

    def _ask_for_new_agencies(self, appendix: Appendix) -> None:
        """A name not in the list is asked about once, when the cell it was typed in is left."""
        index = self.view.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        if not isinstance(row, Task) or self.model.kind(index.column()) not in _AGENCY_COLUMNS:
            return
        if self.view.delegate.keeps_editor_text:
            return
        for line in row.cell(self.model.kind(index.column())).plain.split("\n"):
            for name in (part.strip(" .,") for part in line.split(";")):
                if name and fold(name) not in self._agencies:
                    self._agencies.add(fold(name))
                    self.new_agency.emit(name)

    def _enter_row(self, index: QModelIndex, before: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None and index.row() != before.row():
            self.row_entered.emit(row.id)

    def _show_change(self, before: Appendix, after: Appendix) -> None:
        """Bring what changed elsewhere (undo) into sight."""
        changed = [
            number
            for number, row in enumerate(after.rows)
            if number >= len(before.rows) or before.rows[number] != row
        ]
        number = changed[0] if changed else min(len(after.rows), self.model.rowCount() - 1)
        if number >= 0 and self.view.editor() is None:
            self.view.measure_visible()
            index = self.model.index(number, max(0, self.view.currentIndex().column()))
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.selectionModel().select(
                QItemSelection(index, index), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.scrollTo(index)

    def _connect(self) -> None:
        self.model.edited.connect(self._tell_edit)
        self.view.asked.connect(self.do)
        self.view.row_dragged.connect(self._drag)
        self.view.selectionModel().currentChanged.connect(self._enter_row)

    # --- menu and tool bar

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The grid's own menu."""
        menu = self.made_context_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def made_context_menu(self) -> QMenu:
        """The menu at the selection."""
        menu = QMenu(self)
        order = (
            (GridCommand.CUT, GridCommand.COPY, GridCommand.PASTE, GridCommand.CLEAR),
            (
                GridCommand.INSERT_ABOVE,
                GridCommand.INSERT_BELOW,
                GridCommand.INSERT_GROUP,
                GridCommand.REMOVE,
            ),
            (GridCommand.MOVE_UP, GridCommand.MOVE_DOWN, GridCommand.FILL_DOWN),
            (GridCommand.BOLD, GridCommand.ITALIC),
        )
        names = {command: name for command, _short, name, _key in _ACTIONS}
        for part in order:
            if menu.actions():
                menu.addSeparator()
            for command in part:
                action = menu.addAction(names[command])
                action.setShortcut(self._actions[command].shortcut())
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.setEnabled(command is GridCommand.COPY or not self.model.read_only)
                action.triggered.connect(partial(self._do_action, command))
        return menu

    def _made_action(self, command: GridCommand, short: str, name: str, key: str) -> QAction:
        action = QAction(short or name, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{name} ({shown})")
        action.triggered.connect(partial(self._do_action, command))
        return action

    def _made_tool_bar(self) -> QToolBar:
        bar = QToolBar("Công cụ bảng nhiệm vụ", self)
        for command, short, _name, _key in _ACTIONS:
            if short:
                bar.addAction(self._actions[command])
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setIconSize(QSize(16, 16))
        return bar

    def _do_action(self, command: GridCommand, _checked: bool = False) -> None:
        self.do(command)
