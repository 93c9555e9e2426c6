"""A list of short texts, one field each: Enter adds one, Backspace in an empty one removes it, Alt+↑↓ moves, paste adds many."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import TextField


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the list: its key, what stands before it, the text, and what is doubtful about it.

    ``remedy``: words of the button that mends the doubt; blank when there is none.
    """

    key: str
    label: str
    text: str
    doubt: str = ""
    remedy: str = ""


class LinesEditor(QWidget):
    """Shows lines and tells what the person does to them; the owner makes the edits and shows the new lines."""

    text_typed = Signal(str, str)
    add_wanted = Signal(int)
    pasted = Signal(int, str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    line_entered = Signal(str)
    remedy_wanted = Signal(str)
    left = Signal()

    def __init__(self, what: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._desk = desk
        self._rows: dict[str, _Row] = {}
        self._order: list[str] = []
        self._read_only = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the lines from top to bottom."""
        return tuple(self._order)

    def set_lines(self, lines: list[Line]) -> None:
        """Show these lines; fields of lines that stay keep their cursor."""
        keys = [line.key for line in lines]
        if keys != self._order:
            self._rearrange(keys)
        for number, line in enumerate(lines, 1):
            self._rows[line.key].show_line(line, f"{self._what} {number}")

    def _rearrange(self, keys: list[str]) -> None:
        for gone in set(self._rows) - set(keys):
            row = self._rows.pop(gone)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, key in enumerate(keys):
            row = self._rows.get(key) or self._new_row(key)
            if self._layout.indexOf(row) != index:
                self._layout.insertWidget(index, row)
            row.show()
        self._order = keys
        previous: QWidget | None = None
        for key in keys:
            field = self._rows[key].field
            if previous is not None:
                QWidget.setTabOrder(previous, field)
            QWidget.setTabOrder(field, self._rows[key].remedy)
            QWidget.setTabOrder(self._rows[key].remedy, self._rows[key].menu_button)
            previous = self._rows[key].menu_button

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self._read_only = read_only
        for row in self._rows.values():
            row.set_read_only(read_only)

    def enter(self, key: str) -> None:
        """Put the cursor into a line."""
        if key in self._rows:
            field = self._rows[key].field
            field.setFocus()
            field.moveCursor(field.textCursor().MoveOperation.End)

    def field(self, index: int) -> TextField:
        """The field of a line."""
        return self._rows[self._order[index]].field

    def _new_row(self, key: str) -> _Row:
        row = _Row(self._desk)
        row.set_read_only(self._read_only)
        field = row.field
        field.typed.connect(lambda text: self.text_typed.emit(key, text))
        field.enter_pressed.connect(lambda: self.add_wanted.emit(self._order.index(key) + 1))
        field.lines_pasted.connect(lambda text: self._paste(key, text))
        field.emptied.connect(lambda: self._remove(key))
        field.move_wanted.connect(lambda by: self._move(key, by))
        field.entered.connect(lambda: self.line_entered.emit(key))
        field.left.connect(self.left)
        row.moved.connect(lambda by: self._move(key, by))
        row.remedy.clicked.connect(lambda: self.remedy_wanted.emit(key))
        row.removed.connect(lambda: self._remove(key))
        self._rows[key] = row
        return row

    def _paste(self, key: str, text: str) -> None:
        if not self._read_only:
            self.pasted.emit(self._order.index(key) + 1, text)

    def _move(self, key: str, by: int) -> None:
        if not self._read_only:
            self.move_wanted.emit(key, by)
            self.enter(key)

    def _remove(self, key: str) -> None:
        if self._read_only:
            return
        index = self._order.index(key)
        self.remove_wanted.emit(key)
        if self._order:
            self.enter(self._order[max(0, index - 1)])


class _Row(QWidget):
    moved = Signal(int)
    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.label.setContentsMargins(0, 7, 0, 0)
        self.field = TextField("")
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("small")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        desk.icons.put_on(self.menu_button, "more")
        menu = QMenu(self.menu_button)
        self._add(menu, desk, "up", "Chuyển lên", "Alt+Up", lambda: self.moved.emit(-1))
        self._add(menu, desk, "down", "Chuyển xuống", "Alt+Down", lambda: self.moved.emit(1))
        menu.addSeparator()
        self._add(menu, desk, "remove", "Xóa dòng này", "", self.removed.emit)
        self.menu_button.setMenu(menu)
        self._build_doubt(desk)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self.field)
        middle.addWidget(self._doubt)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addLayout(middle, 1)
        layout.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)

    def _build_doubt(self, desk: Desk) -> None:
        self._doubt = QFrame()
        self._doubt.setObjectName("banner")
        self._doubt.setProperty("kind", "warning")
        self.doubt_label = QLabel()
        self.doubt_label.setWordWrap(True)
        self.doubt_label.setTextFormat(Qt.TextFormat.PlainText)
        sign = QLabel()
        desk.icons.show_on(sign, "warning", "warning", 20)
        self.remedy = QPushButton()
        desk.icons.put_on(self.remedy, "retry")
        column = QVBoxLayout()
        column.addWidget(self.doubt_label)
        column.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self._doubt)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._doubt.hide()

    def _add(self, menu: QMenu, desk: Desk, icon: str, text: str, key: str, act: object) -> None:
        action = QAction(text, menu)
        if key:
            # Told, not bound: the field itself listens to the key, as only it knows which line is meant.
            action.setText(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}")
        desk.icons.put_on(action, icon)
        action.triggered.connect(act)
        menu.addAction(action)

    def show_line(self, line: Line, name: str) -> None:
        self.label.setText(line.label)
        self.label.setVisible(bool(line.label))
        self.field.setAccessibleName(name)
        self.menu_button.setAccessibleName(f"Lệnh cho {name.lower()}")
        self.menu_button.setToolTip("Chuyển lên, chuyển xuống, xóa")
        self.field.show_value(line.text)
        self.doubt_label.setText(line.doubt)
        self._doubt.setVisible(bool(line.doubt))
        self.remedy.setText(line.remedy)
        self.remedy.setVisible(bool(line.remedy) and not self.field.isReadOnly())
        self.field.setAccessibleDescription(line.doubt)

    def set_read_only(self, read_only: bool) -> None:
        self.field.setReadOnly(read_only)
        self.menu_button.setVisible(not read_only)
