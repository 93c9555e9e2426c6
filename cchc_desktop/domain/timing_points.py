"""Days, months, quarters, halves and years as timings name them, alone, in lists and in ranges.

All texts here are folded (no marks, lower case, single spaces), as ``timing_phrases`` prepares them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum

Days = tuple[date, date]


class PointUnit(Enum):
    """The size of a named stretch of the calendar."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar; ``year`` (and for a day ``month``) may be left to its neighbours.

    ``third`` 1, 2, 3 is the beginning, middle or end of a month ("cuối tháng 3") or of a year (1 and 3 only).
    """

    unit: PointUnit
    number: int
    year: int | None = None
    month: int | None = None
    third: int = 0

    def days(self, year: int) -> Days | None:
        """First and last day, or None when there is no such day; ``year`` where none was written."""
        own = self.year or year
        if not MINYEAR <= own <= MAXYEAR:
            return None
        match self.unit:
            case PointUnit.DAY:
                return _day(self.number, self.month, own)
            case PointUnit.MONTH:
                return _third_of_month(self.number, own, self.third)
            case PointUnit.QUARTER:
                return _months(3 * self.number - 2, 3 * self.number, own)
            case PointUnit.HALF:
                return _months(6 * self.number - 5, 6 * self.number, own)
            case PointUnit.YEAR:
                first, last = {1: (1, 3), 2: (5, 8), 3: (10, 12)}.get(self.third, (1, 12))
                return _months(first, last, own)


def _day(day: int, month: int | None, year: int) -> Days | None:
    if month is None or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _months(first: int, last: int, year: int) -> Days | None:
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _third_of_month(month: int, year: int, third: int) -> Days | None:
    whole = _months(month, month, year)
    if whole is None or not third:
        return whole
    return whole[0].replace(day=10 * third - 9), whole[1] if third == 3 else whole[0].replace(day=10 * third)


_YEAR = r"(?:\s*/\s*|\s+nam\s+|\s+)?(?P<year>(?:19|20)\d\d)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ONE_TO_NINE = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin")
_MONTH_WORDS = {name: number for number, name in enumerate(_ONE_TO_NINE, 1)} | {
    "gieng": 1,
    "muoi": 10,
    "muoi mot": 11,
    "muoi hai": 12,
    "chap": 12,
}
_THIRDS = {"dau": 1, "thuong tuan": 1, "giua": 2, "trung tuan": 2, "cuoi": 3, "ha tuan": 3}
_THIRD = rf"(?:(?P<third>{'|'.join(_THIRDS)})\s+(?:cua\s+)?)?"
_MONTH_NUMBER = rf"\d{{1,2}}|{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))}"

_FORMS: tuple[tuple[PointUnit, str], ...] = (
    (PointUnit.DAY, r"(?:ngay\s*)?(?P<n>\d{1,2})\s*/\s*(?P<month>\d{1,2})\s*/\s*(?P<year>\d{4}|\d{2})"),
    (PointUnit.DAY, rf"(?P<n>\d{{1,2}})\s*thang\s*(?P<month>\d{{1,2}})(?:{_YEAR})?"),
    (PointUnit.DAY, rf"ngay\s*(?P<n>\d{{1,2}})\s*thang\s*(?P<month>{_MONTH_NUMBER})(?:{_YEAR})?"),
    (PointUnit.MONTH, r"(?P<n>\d{1,2})\s*/\s*(?P<year>(?:19|20)\d\d)"),
    (PointUnit.DAY, r"(?:ngay\s*)?(?P<n>\d{1,2})\s*/\s*(?P<month>\d{1,2})"),
    (PointUnit.MONTH, rf"{_THIRD}(?:thang\s*|t\.?\s*(?=\d))(?P<n>{_MONTH_NUMBER})(?:{_YEAR})?"),
    (PointUnit.QUARTER, rf"(?:quy\s*|q\.?\s*)(?P<n>iv|i{{1,3}}|[1-4])\b(?:{_YEAR})?"),
    (PointUnit.HALF, rf"(?:0?6|sau)\s*thang\s*(?P<half>dau|cuoi)\s*nam(?:{_YEAR})?"),
    (PointUnit.HALF, rf"nua\s*(?P<half>dau|cuoi)\s*nam(?:{_YEAR})?"),
    (PointUnit.YEAR, rf"{_THIRD}(?:nam\s*)?(?P<year>(?:19|20)\d\d)"),
    (PointUnit.YEAR, r"(?P<third>dau|giua|cuoi)\s*nam|(?:trong\s*)?nam(?:\s*nay)?"),
)
_PATTERNS = tuple((unit, re.compile(form)) for unit, form in _FORMS)
_BARE = {
    PointUnit.DAY: re.compile(r"(?:ngay\s*)?(?P<n>\d{1,2})"),
    PointUnit.MONTH: re.compile(rf"(?P<n>\d{{1,2}})(?:{_YEAR})?"),
    PointUnit.QUARTER: re.compile(rf"(?P<n>iv|i{{1,3}}|[1-4])(?:{_YEAR})?"),
}
_JOINER = re.compile(r"\s*([,;&+-])\s*|\s+(va|hoac|den het|cho den|den|toi)\s+")
_RANGE_JOINERS = ("-", "den", "den het", "cho den", "toi")
# What may be searched for inside a sentence: bare "15/3" or "2026" there may be anything.
SEARCHED = re.compile(
    "|".join(
        f"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', form)})"
        for form in (
            r"(?:ngay\s*)?\b\d{1,2}\s*/\s*\d{1,2}\s*/\s*20\d\d\b",
            rf"\bngay\s*\d{{1,2}}\s*thang\s*\d{{1,2}}(?:{_YEAR})?",
            r"\bngay\s*\d{1,2}\s*/\s*\d{1,2}\b",
            rf"\bthang\s*\d{{1,2}}\b(?:{_YEAR})?",
            r"(?<![\d/])\d{1,2}\s*/\s*20\d\d\b",
            rf"\bquy\s*(?:iv|i{{1,3}}|[1-4])\b(?:{_YEAR})?",
        )
    )
)


def parse_point(text: str) -> Point | None:
    """One stretch of the calendar, when the text names nothing else."""
    for unit, pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None:
            return _point(unit, match)
    return None


def _point(unit: PointUnit, match: re.Match[str]) -> Point:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    if year is not None and year < 100:
        year += 2000
    third = _THIRDS[found["third"]] if found.get("third") else 0
    month = _number(found["month"]) if found.get("month") else None
    if unit is PointUnit.HALF:
        return Point(unit, 1 if found["half"] == "dau" else 2, year)
    if unit is PointUnit.QUARTER:
        return Point(unit, _QUARTERS[found["n"]], year)
    return Point(unit, _number(found["n"]) if found.get("n") else 0, year, month, third)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_WORDS[text]


def parse_days(text: str, year: int) -> tuple[Days, ...] | None:
    """The stretches a list or range of points names ("quy i, iii", "thang 3 - 5/2026"); None when it is something else."""
    pieces, joiners = _cut(text)
    points = _points(pieces)
    if points is None:
        return None
    found: list[Days] = []
    for group in _ranges(_with_years(points), joiners):
        days = _range_days(group, year)
        if days is None:
            return None
        found.append(days)
    return tuple(found)


def unit_of(text: str) -> PointUnit | None:
    """The unit of the first point of the text."""
    points = _points(_cut(text)[0])
    return points[0].unit if points else None


def _cut(text: str) -> tuple[list[str], list[str]]:
    pieces: list[str] = []
    joiners: list[str] = []
    at = 0
    for match in _JOINER.finditer(text):
        pieces.append(text[at : match.start()])
        joiners.append(match[1] or match[2])
        at = match.end()
    pieces.append(text[at:])
    return pieces, joiners


def _points(pieces: list[str]) -> list[Point] | None:
    points = [parse_point(piece) for piece in pieces]
    for index, piece in enumerate(pieces):  # a bare number takes the unit of the point before it
        before = points[index - 1] if index else None
        if before is not None and (points[index] is None or before.unit is PointUnit.QUARTER):
            points[index] = _bare(piece, before.unit) or points[index]
    for index in range(len(pieces) - 2, -1, -1):  # and, at the beginning, of the point behind it
        after = points[index + 1]
        if after is not None and points[index] is None:
            points[index] = _bare(pieces[index], after.unit)
    if any(point is None for point in points):
        return None
    return [point for point in points if point is not None]


def _bare(text: str, unit: PointUnit) -> Point | None:
    pattern = _BARE.get(unit)
    match = pattern.fullmatch(text) if pattern else None
    return _point(unit, match) if match else None


def _with_years(points: list[Point]) -> list[Point]:
    """Each point with the year of the next that has one; a day without a month takes that of the next, else the last."""
    found = list(points)
    year: int | None = None
    month: int | None = None
    for index in reversed(range(len(found))):
        point = found[index]
        if point.unit is PointUnit.DAY:
            point = replace(point, month=point.month or month)
        found[index] = replace(point, year=point.year or year)
        year, month = found[index].year, point.month or month
    for index, point in enumerate(found):
        if point.unit is PointUnit.DAY and point.month is None:
            found[index] = replace(point, month=month)
        month = found[index].month or month
    return found


def _ranges(points: list[Point], joiners: list[str]) -> Iterator[list[Point]]:
    group = [points[0]]
    for point, joiner in zip(points[1:], joiners, strict=True):
        if joiner in _RANGE_JOINERS:
            group.append(point)
        else:
            yield group
            group = [point]
    yield group


def _range_days(group: list[Point], year: int) -> Days | None:
    if len(group) > 2:
        return None
    first, last = group[0], group[-1]
    begin = first.days(year)
    end = last.days(first.year or year)
    if begin is None or end is None:
        return None
    if begin[0] <= end[1]:
        return begin[0], end[1]
    # "Tháng 11 - tháng 2": the range goes over the turn of the year.
    later = last.days((first.year or year) + 1) if last.year is None else None
    return (begin[0], later[1]) if later is not None else None
