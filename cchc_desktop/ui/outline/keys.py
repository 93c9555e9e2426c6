"""Which key does what in the outline editor."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from cchc_desktop.domain.outline import Level


class Command(Enum):
    """What can be done to the items at the cursor."""

    NEW_LINE = auto()
    NEW_ITEM = auto()
    DEEPER = auto()
    OUTER = auto()
    UP = auto()
    DOWN = auto()
    BOLD = auto()
    ITALIC = auto()
    HEADING = auto()
    DOUBLE = auto()
    REMOVE = auto()
    PASTE_PLAIN = auto()
    UNDO = auto()
    REDO = auto()
    NEXT_FIELD = auto()
    PREVIOUS_FIELD = auto()


KEYS: dict[str, Command] = {
    "Return": Command.NEW_LINE,
    "Enter": Command.NEW_LINE,
    "Shift+Return": Command.NEW_LINE,
    "Shift+Enter": Command.NEW_LINE,
    "Ctrl+Return": Command.NEW_ITEM,
    "Ctrl+Enter": Command.NEW_ITEM,
    "Tab": Command.DEEPER,
    "Backtab": Command.OUTER,
    "Shift+Tab": Command.OUTER,
    "Shift+Backtab": Command.OUTER,
    "Alt+Up": Command.UP,
    "Alt+Down": Command.DOWN,
    "Ctrl+B": Command.BOLD,
    "Ctrl+I": Command.ITALIC,
    "Ctrl+H": Command.HEADING,
    "Ctrl+D": Command.DOUBLE,
    "Ctrl+Shift+Del": Command.REMOVE,
    "Ctrl+Shift+V": Command.PASTE_PLAIN,
    "Ctrl+Z": Command.UNDO,
    "Ctrl+Y": Command.REDO,
    "Ctrl+Shift+Z": Command.REDO,
    "Ctrl+Tab": Command.NEXT_FIELD,
    "Ctrl+Shift+Tab": Command.PREVIOUS_FIELD,
    "Ctrl+Shift+Backtab": Command.PREVIOUS_FIELD,
}

# Windows keeps Ctrl+Shift+0 for itself where several keyboards are set up, hence Word's own key as well.
LEVEL_KEYS: dict[str, Level] = {
    **{f"Ctrl+Shift+{number}": level for number, level in enumerate(Level)},
    "Ctrl+Shift+N": Level.PARAGRAPH,
}

_SHIFTED = dict(zip(")!@#$%^", "0123456", strict=True))
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def meaning(event: QKeyEvent) -> Command | Level | None:
    """What a key press asks for; None for plain typing and for Qt's own keys (cursor, deleting, copying)."""
    combination = QKeyCombination(event.modifiers() & _MODIFIERS, Qt.Key(event.key()))
    name = QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
    if name in KEYS:
        return KEYS[name]
    if name.startswith("Ctrl+Shift+") and name[11:] in _SHIFTED:
        name = "Ctrl+Shift+" + _SHIFTED[name[11:]]
    return LEVEL_KEYS.get(name)
