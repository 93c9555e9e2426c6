"""Windows' own message box: it needs neither a console nor Qt."""

from __future__ import annotations

import sys

_ERROR_ICON, _IN_FRONT = 0x10, 0x10000


def show_box(sentence: str) -> None:
    """Show it until the person closes the box; elsewhere than on Windows there is always a console."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "CCHC Desktop", _ERROR_ICON | _IN_FRONT)
