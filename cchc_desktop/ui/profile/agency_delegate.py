"""The fields in which cells of the directory are edited: a line, or a choice."""

from __future__ import annotations

import weakref
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.ui.grid.editors import Leave
from cchc_desktop.ui.profile.agency_model import CHOICES_ROLE, HEADINGS, AgencyModel, Index


class ChoiceEditor(QComboBox):
    """A closed choice; ``values`` stand behind the words. ``chosen`` tells that one was taken from the list.

    Arrows in the closed field only walk through the values: the cell is left by Enter or Tab.
    """

    chosen = Signal()

    def __init__(self, choices: Sequence[tuple[str, object]], parent: QWidget) -> None:
        super().__init__(parent)
        self.values = [value for _label, value in choices]
        self.addItems([label for label, _value in choices])
        self.setMaxVisibleItems(12)
        self._listed = False
        self.activated.connect(self._tell)

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def _tell(self) -> None:
        if self._listed:
            self._listed = False
            self.chosen.emit()

    @property
    def value(self) -> object:
        """What is chosen."""
        return self.values[max(self.currentIndex(), 0)]

    def show_value(self, value: object) -> None:
        """Choose this."""
        self.setCurrentIndex(self.values.index(value) if value in self.values else -1)


class AgencyDelegate(QStyledItemDelegate):
    """``left`` tells where to go from a cell that was edited."""

    left = Signal(object)

    def __init__(self, model: AgencyModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.keeps_editor_text = False
        self._left: weakref.WeakSet[QWidget] = weakref.WeakSet()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room above and below the words, so that long names in two lines stay apart."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 8)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell."""
        self._model.begin(index)
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            line = QLineEdit(parent)
            line.setAccessibleName(HEADINGS[index.column()])
            return line
        choice = ChoiceEditor(choices, parent)
        choice.setAccessibleName(HEADINGS[index.column()])
        choice.chosen.connect(lambda: self._leave(choice, None))
        # Who opens it with the mouse goes on with the mouse; arrows and letters choose in the closed field.
        if self._model.opened_by_mouse:
            QTimer.singleShot(0, choice, choice.showPopup)
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell in its field, unless the field is being typed in."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ChoiceEditor):
            editor.show_value(value)
        elif isinstance(editor, QLineEdit) and not self.keeps_editor_text:
            editor.setText(str(value or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed or chosen goes into the cell."""
        if isinstance(editor, ChoiceEditor):
            if editor.value != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, editor.value)
        elif isinstance(editor, QLineEdit) and editor.text() != str(index.data(Qt.ItemDataRole.EditRole)):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down and Tab to the side, as in the task table."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
        ):
            where = {
                Qt.Key.Key_Return: Leave.DOWN,
                Qt.Key.Key_Enter: Leave.DOWN,
                Qt.Key.Key_Tab: Leave.RIGHT,
                Qt.Key.Key_Backtab: Leave.LEFT,
            }.get(Qt.Key(event.key()))
            if where is not None:
                self._leave(editor, where)
                return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: QWidget, where: Leave | None) -> None:
        if editor in self._left:
            return  # the list of a choice closes a moment after its field
        self._left.add(editor)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if where is not None:
            self.left.emit(where)
