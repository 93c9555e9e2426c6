"""Cut, copy, paste and select all for whatever has the cursor."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_IN_FIELDS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}


def edit_focused(what: str) -> None:
    """Do "cut", "copy", "paste" or "select_all" in the widget with the cursor, or in the grid around it."""
    widget: QWidget | None = QApplication.focusWidget()
    act = getattr(widget, _IN_FIELDS[what], None)
    if callable(act):
        act()
        return
    while widget is not None:
        if _done_in_grid(widget, what):
            return
        widget = widget.parentWidget()


def _done_in_grid(widget: QWidget, what: str) -> bool:
    from cchc_desktop.ui.grid.keys import GridCommand
    from cchc_desktop.ui.task_grid import TaskGrid

    if not isinstance(widget, TaskGrid):
        return False
    commands = {"cut": GridCommand.CUT, "copy": GridCommand.COPY, "paste": GridCommand.PASTE}
    if what in commands:
        widget.do(commands[what])
    return True
