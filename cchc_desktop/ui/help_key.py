"""F1 in a dialog: the help opens at the page the dialog names."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from cchc_desktop.ui.desk import Desk

HELP_PAGE = "helpPage"


def offer_help(dialog: QDialog, desk: Desk, page: str) -> None:
    """Let F1 open the help at ``page`` (a name of ``help_window.PAGES``)."""
    dialog.setProperty(HELP_PAGE, page)
    QShortcut(QKeySequence("F1"), dialog, lambda: _show(dialog, desk))


def _show(dialog: QDialog, desk: Desk) -> None:
    from cchc_desktop.ui.help_window import HelpWindow

    # The help is the dialog's own: a dialog keeps all windows but those it has opened itself from the keyboard.
    help_window = dialog.findChild(HelpWindow) or HelpWindow(desk, dialog)
    help_window.show_page(str(dialog.property(HELP_PAGE)))
