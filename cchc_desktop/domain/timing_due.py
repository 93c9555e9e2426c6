"""The days on which the instances of a task are due."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from cchc_desktop.domain.timing_value import Repeat, RepeatUnit, Timing

_MONTHS = {RepeatUnit.MONTH: 1, RepeatUnit.QUARTER: 3, RepeatUnit.HALF_YEAR: 6, RepeatUnit.YEAR: 12}


def due_dates(timing: Timing) -> tuple[date, ...]:
    """The last day of each instance from start to due: one a period if periodic, one a part, one, or none.

    A repetition that is due several times in its period is due once here, at the end of the period: people count.
    """
    if timing.repeat is not None and timing.start is not None and timing.due is not None:
        if timing.repeat.unit is RepeatUnit.YEAR:
            return (timing.due,)
        days = {day for one in timing.repeats for day in _repeated(one, timing.start, timing.due)}
        return tuple(sorted(days))
    if timing.parts:
        return tuple(sorted({day for part in timing.parts for day in due_dates(part)}))
    return (timing.due,) if timing.due is not None else ()


def _repeated(repeat: Repeat, start: date, end: date) -> Iterator[date]:
    match repeat.unit:
        case RepeatUnit.DAY:
            yield from _every(start, end, repeat.every)
        case RepeatUnit.WEEK if repeat.weekdays:
            for weekday in repeat.weekdays:
                yield from _every(start + timedelta(days=(weekday - start.weekday()) % 7), end, 7)
        case RepeatUnit.WEEK:
            yield from _every(start + timedelta(days=6 - start.weekday()), end, 7 * repeat.every)
        case _:
            yield from _months(repeat, start, end)


def _every(first: date, end: date, step: int) -> Iterator[date]:
    for offset in range(0, (end - first).days + 1, step):
        yield first + timedelta(days=offset)


def _months(repeat: Repeat, start: date, end: date) -> Iterator[date]:
    """Ends of calendar periods ("hằng quý": 31/3, 30/6, …), or the named day of their last month."""
    step = _MONTHS[repeat.unit] * repeat.every
    for index in range(start.year * 12, end.year * 12 + 12):
        year, month = divmod(index, 12)
        if (index + 1 - start.year * 12) % step:
            continue
        length = monthrange(year, month + 1)[1]
        day = date(year, month + 1, min(repeat.day or length, length))
        if repeat.before:
            day -= timedelta(days=1)
        if start <= day <= end:
            yield day
