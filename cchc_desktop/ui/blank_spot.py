"""The cursor put on the first dots to fill, so that typing writes over them."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from cchc_desktop.authoring.blanks import first_spot


def select_blank(field: QWidget | None) -> None:
    """Select the first dots of a field, in an editor of several paragraphs of the one with the cursor."""
    if isinstance(field, QLineEdit):
        spot = first_spot(field.text())
        if spot is not None:
            field.setSelection(spot[0], spot[1] - spot[0])
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        cursor = field.textCursor()
        block = cursor.block()
        spot = first_spot(block.text())
        if spot is not None:
            cursor.setPosition(block.position() + spot[0])
            cursor.setPosition(block.position() + spot[1], QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
