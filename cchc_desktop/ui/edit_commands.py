"""Cut, copy, paste and select all for whatever has the cursor."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def edit_focused(what: str) -> None:
    """Call ``cut``, ``copy``, ``paste`` or ``selectAll`` of the widget with the cursor, or of the nearest that has it."""
    widget = QApplication.focusWidget()
    while widget is not None:
        act = getattr(widget, what, None)
        if callable(act):
            act()
            return
        widget = widget.parentWidget()
