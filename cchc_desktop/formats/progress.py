"""How long work tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """Raised out of a progress report when the person has cancelled; what was being written is thrown away."""


ReportProgress = Callable[[int, int], None]
"""Called with (steps done, steps in all); may raise :class:`Cancelled`."""


def no_progress(_done: int, _total: int) -> None:
    """For callers that neither show progress nor cancel."""
