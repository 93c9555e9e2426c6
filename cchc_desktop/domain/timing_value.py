"""What a timing means once it is understood: its kind, its days, how often it repeats, and what else was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class TimingKind(Enum):
    """How a task is bound to time; the value is its name for people."""

    CONTINUOUS = "liên tục"
    DEADLINE = "một lần, có hạn"
    SPAN = "khoảng thời gian"
    PERIODIC = "định kỳ"
    CONDITIONAL = "có điều kiện"
    UNCLEAR = "không rõ"


class RepeatUnit(Enum):
    """The period of a repeated task, from the shortest; the value is its name for people."""

    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    HALF_YEAR = "6 tháng"
    YEAR = "năm"

    @property
    def rank(self) -> int:
        """Position from the shortest (0)."""
        return list(RepeatUnit).index(self)


@dataclass(frozen=True, slots=True)
class Repeat:
    """``times`` instances in every ``every`` units.

    ``weekdays`` (Monday is 0) and ``day`` (of the month, or of the last month of a longer period) say on which day an
    instance is due; ``before`` that the named day itself is already too late.
    """

    unit: RepeatUnit
    times: int = 1
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    before: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """An understood timing.

    ``due`` is the last day on which the task is still in time, ``deadline_shown`` the day to name to people: for
    "trước ngày 30/11" they are the 29th and the 30th. ``condition`` is what the text says beside days and periods;
    ``parts`` are the timings of a cell that names several, outermost dates first in ``start`` and ``due``.
    """

    kind: TimingKind
    original: str
    start: date | None = None
    due: date | None = None
    deadline_shown: date | None = None
    repeats: tuple[Repeat, ...] = ()
    condition: str = ""
    parts: tuple[Timing, ...] = ()

    @property
    def repeat(self) -> Repeat | None:
        """The most frequent repetition, if there is any."""
        return self.repeats[0] if self.repeats else None

    @property
    def is_understood(self) -> bool:
        """Whether anything can be computed from it."""
        return self.kind is not TimingKind.UNCLEAR

    @property
    def is_strictly_before(self) -> bool:
        """Whether the day named to people is already too late."""
        return self.deadline_shown is not None and self.due is not None and self.due < self.deadline_shown
