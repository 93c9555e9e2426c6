"""Which key does what in the task grid while no cell is open."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class GridCommand(Enum):
    """What can be done in the grid."""

    DOWN = auto()
    UP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    INSERT_ABOVE = auto()
    INSERT_BELOW = auto()
    INSERT_GROUP = auto()
    REMOVE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    FILL_DOWN = auto()
    CLEAR = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    BOLD = auto()
    ITALIC = auto()
    OPEN_LIST = auto()
    LEAVE_NEXT = auto()
    LEAVE_PREVIOUS = auto()


KEYS: dict[str, GridCommand] = {
    "Return": GridCommand.DOWN,
    "Enter": GridCommand.DOWN,
    "Shift+Return": GridCommand.UP,
    "Shift+Enter": GridCommand.UP,
    "Tab": GridCommand.NEXT,
    "Backtab": GridCommand.PREVIOUS,
    "Shift+Tab": GridCommand.PREVIOUS,
    "Shift+Backtab": GridCommand.PREVIOUS,
    "Ins": GridCommand.INSERT_BELOW,
    "Ctrl+Shift+=": GridCommand.INSERT_ABOVE,
    "Ctrl+Shift++": GridCommand.INSERT_ABOVE,
    "Ctrl++": GridCommand.INSERT_ABOVE,
    "Ctrl+G": GridCommand.INSERT_GROUP,
    "Ctrl+-": GridCommand.REMOVE,
    "Alt+Up": GridCommand.MOVE_UP,
    "Alt+Down": GridCommand.MOVE_DOWN,
    "Ctrl+D": GridCommand.FILL_DOWN,
    "Del": GridCommand.CLEAR,
    "Backspace": GridCommand.CLEAR,
    "Ctrl+C": GridCommand.COPY,
    "Ctrl+Ins": GridCommand.COPY,
    "Ctrl+X": GridCommand.CUT,
    "Shift+Del": GridCommand.CUT,
    "Ctrl+V": GridCommand.PASTE,
    "Shift+Ins": GridCommand.PASTE,
    "Ctrl+B": GridCommand.BOLD,
    "Ctrl+I": GridCommand.ITALIC,
    "F4": GridCommand.OPEN_LIST,
    "Ctrl+Tab": GridCommand.LEAVE_NEXT,
    "Ctrl+Shift+Tab": GridCommand.LEAVE_PREVIOUS,
    "Ctrl+Shift+Backtab": GridCommand.LEAVE_PREVIOUS,
}

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def meaning(event: QKeyEvent) -> GridCommand | None:
    """What a key press asks for, or None."""
    combination = QKeyCombination(event.modifiers() & _MODIFIERS, Qt.Key(event.key()))
    return KEYS.get(QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText))
