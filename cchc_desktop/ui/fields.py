"""Fields that show a value of the plan and report what the person types, without ever disturbing the typing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget


class LineField(QLineEdit):
    """One line. ``typed`` carries each text the person makes; ``left`` that the field was left."""

    typed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._value = ""
        self._telling = False
        self.textEdited.connect(self._tell)

    def show_value(self, value: str) -> None:
        """Show what the plan holds; while the person types the field itself is left alone (input methods!)."""
        changed = value != self._value
        self._value = value
        if not self._telling and (changed or value != self.text()):
            self.setText(value)

    def _tell(self, text: str) -> None:
        self._telling = True
        try:
            self.typed.emit(text)
        finally:
            self._telling = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        self.left.emit()
        if self.text() != self._value and not self.hasFocus():
            self.setText(self._value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        popup_without_undo(self.createStandardContextMenu(), event)


class TextField(QPlainTextEdit):
    """A few lines that wrap and grow with their text. Enter is reported instead of written unless lines are wanted."""

    typed = Signal(str)
    entered = Signal()
    left = Signal()
    enter_pressed = Signal()
    emptied = Signal()
    lines_pasted = Signal(str)
    move_wanted = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        breaks: bool = False,
        least_lines: int = 1,
        most_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the dossier's own undo reaches further than a field's
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._breaks = breaks
        self._least_lines = least_lines
        self._most_lines = most_lines
        self._value = ""
        self._showing = False
        self._telling = False
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def show_value(self, value: str) -> None:
        """Show what the plan holds; while the person types the field itself is left alone (input methods!)."""
        self._value = value
        if self._telling or value == self.toPlainText():
            return
        self._showing = True
        try:
            self.setPlainText(value)
        finally:
            self._showing = False
        self._fit()

    def _tell(self) -> None:
        if self._showing:
            return
        self._telling = True
        try:
            self.typed.emit(self.toPlainText())
        finally:
            self._telling = False

    def sizeHint(self) -> QSize:
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        lines = min(max(self._least_lines, int(self.document().size().height())), self._most_lines)
        margins = self.contentsMargins()
        around = 2 * int(self.document().documentMargin()) + margins.top() + margins.bottom()
        return lines * self.fontMetrics().lineSpacing() + around

    def _fit(self) -> None:
        fits = int(self.document().size().height()) <= self._most_lines
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        height = self._height()
        if self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._breaks:
            self.enter_pressed.emit()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText() and not self.isReadOnly():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        text = source.text() if hasattr(source, "text") else ""
        if self._breaks or "\n" not in text.strip():
            self.insertPlainText(text if self._breaks else text.strip())
        else:
            self.lines_pasted.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        self.left.emit()
        if self.toPlainText() != self._value and not self.hasFocus():
            self.show_value(self._value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        popup_without_undo(self.createStandardContextMenu(event.pos()), event)


def popup_without_undo(menu: QMenu, event: QContextMenuEvent) -> None:
    """Show a field's own menu without its undo and redo, which know nothing of the rest of the dossier."""
    for action in menu.actions()[:3]:
        menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())
