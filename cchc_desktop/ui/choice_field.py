"""A line with usual answers to choose from; others may be typed. Nothing is completed inside the line (input methods!)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from cchc_desktop.ui.fields import LineField


class ChoiceField(QComboBox):
    """``typed`` carries each text typed or chosen; ``left`` that the field was left."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItems(list(choices))
        self.line = LineField(name, self)
        self.setLineEdit(self.line)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setAccessibleName(name)
        self.line.typed.connect(self.typed)
        self.line.left.connect(self.left)
        self.activated.connect(lambda _index: self.typed.emit(self.currentText()))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: str) -> None:
        """Show what is held; while the person types the field itself is left alone."""
        self.line.show_value(value)

    def setReadOnly(self, read_only: bool) -> None:
        """Show without letting edit: nothing can be chosen either."""
        self.setEnabled(not read_only)
