"""Which page of the help belongs to where the person is: named by the parts of the window themselves."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QDialog, QWidget

from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_key import HELP_PAGE, offer_help


@runtime_checkable
class KnowsHelpPage(Protocol):
    """A part of the window whose page depends on the place of its cursor."""

    def help_page(self) -> str:
        """The page, with the place in it: "buoc-7#thoi-gian"."""


def name_help(widget: QWidget, page: str) -> None:
    """Say which page explains a part of the window and all that is in it."""
    widget.setProperty(HELP_PAGE, page)


def help_at(widget: QWidget | None, otherwise: str) -> str:
    """The page named by the widget or the nearest one around it."""
    while widget is not None:
        if isinstance(widget, KnowsHelpPage):
            return widget.help_page()
        named = widget.property(HELP_PAGE)
        if named:
            return str(named)
        widget = widget.parentWidget()
    return otherwise


def offer_help_over(dialog: QDialog, page: str) -> None:
    """As ``help_key.offer_help``, for a dialog or message that was given no desk: that of the window below it is used."""
    below = dialog.parentWidget()
    while below is not None:
        desk = getattr(below, "desk", None)
        if isinstance(desk, Desk):
            offer_help(dialog, desk, page)
            return
        below = below.parentWidget()
