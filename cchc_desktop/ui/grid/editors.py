"""The field one types a cell in: several lines, grows as it fills, and leaves like a cell of Excel."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QPlainTextEdit, QWidget

from cchc_desktop.domain.vietnamese import clean, fold


class Leave(Enum):
    """Where to go when a cell is left."""

    STAY = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()


_ARROWS = {
    Qt.Key.Key_Up: Leave.UP,
    Qt.Key.Key_Down: Leave.DOWN,
    Qt.Key.Key_Left: Leave.LEFT,
    Qt.Key.Key_Right: Leave.RIGHT,
}


class CellEditor(QPlainTextEdit):
    """Enter ends, Alt+Enter or Shift+Enter breaks the line; while typing over a cell the arrows leave it."""

    left = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self.types_over = False
        self._one_line = one_line
        self._cell = QRect()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setAutoFillBackground(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self.fit)

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Write something else, with the cursor at the end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_cell(self, cell: QRect) -> None:
        """Lie over a cell."""
        self._cell = QRect(cell)  # Qt hands over a part of something that is gone by the next key
        self.fit()

    def fit(self) -> None:
        """Grow over the neighbouring cells as far as the text needs and the table has room."""
        around = self.parentWidget()
        if around is None or self._cell.isNull():
            return
        room = around.rect()
        width = min(max(self._cell.width(), self.fontMetrics().averageCharWidth() * 22), room.width())
        if self.width() != width:
            self.resize(width, self.height())
        lines = self.document().documentLayout().documentSize().height()
        needed = round(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 4)
        height = min(max(self._cell.height(), needed), room.height())
        left = max(0, min(self._cell.left(), room.width() - width))
        top = max(0, min(self._cell.top(), room.height() - height))
        self.setGeometry(QRect(left, top, width, height))

    def sizeHint(self) -> QSize:
        """The cell decides."""
        return self._cell.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that end typing; everything else is text."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if bare & ~Qt.KeyboardModifier.ShiftModifier or bare:
                self._break_line()
            else:
                self.left.emit(Leave.DOWN)
        elif key == Qt.Key.Key_Tab and not bare:
            self.left.emit(Leave.RIGHT)
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and bare):
            self.left.emit(Leave.LEFT)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key == Qt.Key.Key_F2:
            self.types_over = not self.types_over
        elif self.types_over and not bare and key in _ARROWS:
            self.left.emit(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever points into the text wants to stay in it."""
        self.types_over = False
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste in the program's words."""
        menu = self.made_context_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def made_context_menu(self) -> QMenu:
        """The menu of the field."""
        menu = QMenu(self)
        selected = self.textCursor().hasSelection()
        for name, key, do, enabled in (
            ("Cắt", "Ctrl+X", self.cut, selected),
            ("Sao chép", "Ctrl+C", self.copy, selected),
            ("Dán", "Ctrl+V", self.paste, self.canPaste()),
            ("Chọn tất cả", "Ctrl+A", self.selectAll, True),
        ):
            action = menu.addAction(f"{name}\t{key}")
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, do=do: do())
        return menu

    def _break_line(self) -> None:
        if not self._one_line:
            self.insertPlainText("\n")


class AgencyEditor(CellEditor):
    """A cell of agencies: names parted by ";", with a list to tick them in. The list never writes by itself."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self.list = _AgencyList(parent.window())
        self.list.itemClicked.connect(self._toggle)
        self.destroyed.connect(self.list.deleteLater)
        self.textChanged.connect(self.offer)

    def offer(self, *, everything: bool = False) -> None:
        """Show the names that go with what is being typed, or all of them."""
        if not self.isVisible():
            return
        typed = fold(self._segment())
        chosen = self._chosen()
        exact = any(fold(name) == typed for name in self._names)
        shown = [name for name in self._names if everything or exact or not typed or typed in fold(name)]
        self.list.offer(shown, chosen, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk through the open list; Enter ticks what is marked in it."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and alt:
            self.offer(everything=True)
        elif self.list.isVisible() and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.walk(1 if key == Qt.Key.Key_Down else -1)
        elif self.list.isVisible() and key == Qt.Key.Key_Escape:
            self.list.hide()
        elif self.list.isVisible() and self.list.marked() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is offered to a field that is not typed in."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.list.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with its field."""
        self.list.hide()
        super().hideEvent(event)

    def _parts(self) -> list[str]:
        return clean(self.text()).split(";")

    def _chosen(self) -> set[str]:
        return {fold(part.strip()) for part in self._parts()}

    def _segment(self) -> str:
        """What is being typed: the name the cursor is in."""
        before = clean(self.text()[: self.textCursor().position()])
        return before.rsplit(";", 1)[-1].strip()

    def _toggle(self, item: QListWidgetItem) -> None:
        name = item.text()
        parts = [part.strip() for part in self._parts()]
        if fold(name) in self._chosen():
            parts = [part for part in parts if fold(part) != fold(name)]
        else:
            typed = self._segment()
            known = any(fold(typed) == fold(one) for one in self._names)
            # What was typed to find the name gives way to it; a name typed whole stays.
            if typed and not known and typed in parts and fold(typed) in fold(name):
                parts[parts.index(typed)] = name
            else:
                parts.append(name)
        self.types_over = False
        self.blockSignals(True)
        self.set_text("; ".join(part for part in parts if part))
        self.blockSignals(False)
        self.fit()
        self.offer(everything=True)


class _AgencyList(QListWidget):
    """Names with ticks, below the field; it never takes the focus, so typing and input methods go on."""

    _ROWS = 8

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Danh sách cơ quan")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.Box)
        self.hide()

    def offer(self, names: Sequence[str], chosen: set[str], below: QWidget) -> None:
        """Show these names under a field (over it where there is no room)."""
        marked = self.currentItem().text() if self.marked() else ""
        self.clear()
        for name in names:
            item = QListWidgetItem(name, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            ticked = fold(name) in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if name == marked:
                self.setCurrentItem(item)
        if not names:
            self.hide()
            return
        window = self.parentWidget()
        if window is None:
            return
        height = min(len(names), self._ROWS) * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth()
        width = min(max(below.width(), self.sizeHintForColumn(0) + 40), window.width())
        top = below.mapTo(window, below.rect().bottomLeft())
        if top.y() + height > window.height():
            top = below.mapTo(window, below.rect().topLeft())
            top.setY(max(0, top.y() - height))
        self.setGeometry(max(0, min(top.x(), window.width() - width)), top.y() + 1, width, height)
        self.raise_()
        self.show()

    def marked(self) -> bool:
        """Whether the arrows have come to a name."""
        return self.currentRow() >= 0

    def walk(self, step: int) -> None:
        """Mark the next or the previous name."""
        row = self.currentRow() + step
        self.setCurrentRow(max(0, min(row, self.count() - 1)))
