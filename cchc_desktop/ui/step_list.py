"""The eleven steps at the left, each with a sign and words for how far it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QListView, QWidget

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.steps import StepState
from cchc_desktop.ui.desk import Desk

_SIGNS: dict[StepState, tuple[str, str]] = {
    StepState.UNTOUCHED: ("step-untouched", "muted"),
    StepState.BEGUN: ("step-begun", "accent"),
    StepState.DONE: ("step-done", "success"),
    StepState.ERROR: ("step-error", "error"),
}

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class StepModel(QAbstractListModel):
    """The steps and their states."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._states = dict.fromkeys(Step, StepState.UNTOUCHED)
        desk.theme.changed.connect(self._all_changed)

    def set_states(self, states: dict[Step, StepState]) -> None:
        """Show these states."""
        for step in Step:
            if states[step] is not self._states[step]:
                self._states[step] = states[step]
                index = self.index(step.value - 1)
                self.dataChanged.emit(index, index)

    def state(self, step: Step) -> StepState:
        """The state shown for a step."""
        return self._states[step]

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Step)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = Step(index.row() + 1)
        state = self._states[step]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{step.value}  {step.title}"
            case Qt.ItemDataRole.DecorationRole:
                return self._desk.icons.icon(*_SIGNS[state])
            case Qt.ItemDataRole.ToolTipRole:
                return f"{step.title}: {state.value}. {step.sentence}"
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, QFontMetrics(QGuiApplication.font()).height() + 16)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"Bước {step.value}, {step.title}, {state.value}"
            case _:
                return None

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(Step) - 1))


class StepList(QListView):
    """Shows the steps; ``step_chosen`` carries the one clicked or moved to."""

    step_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName("Các bước")
        self.steps = StepModel(desk)
        self.setModel(self.steps)
        self.setIconSize(QSize(20, 20))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._moved)
        self._showing = False

    def show_step(self, step: Step) -> None:
        """Mark a step as the one being written."""
        self._showing = True
        try:
            self.setCurrentIndex(self.steps.index(step.value - 1))
        finally:
            self._showing = False

    def sizeHint(self) -> QSize:
        longest = max(self.fontMetrics().horizontalAdvance(f"{s.value}  {s.title}") for s in Step)
        return QSize(longest + 64, self.fontMetrics().height() * 24)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.step_chosen.emit(Step(current.row() + 1))
