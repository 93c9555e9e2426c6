"""Repetitions as timings name them: "hằng tháng", "02 lần/tuần", "ngày 25 hằng tháng", "định kỳ quý, 6 tháng, năm".

All texts here are folded (no marks, lower case, single spaces), as ``timing_phrases`` prepares them.
"""

from __future__ import annotations

import re

from cchc_desktop.domain.timing_value import Repeat, RepeatUnit

_UNITS = {
    "ngay": RepeatUnit.DAY,
    "tuan": RepeatUnit.WEEK,
    "thang": RepeatUnit.MONTH,
    "quy": RepeatUnit.QUARTER,
    "nua nam": RepeatUnit.HALF_YEAR,
    "nam": RepeatUnit.YEAR,
}
_HALF = r"(?:0?6|sau)\s*thang(?:\s+dau\s+nam)?"
_UNIT = rf"(?:{_HALF}|{'|'.join(_UNITS)})"
_EVERY = r"(?:hang|hng|moi|tung|theo|dinh ky(?: hang| moi| theo)?)"
_COUNT = r"(?P<n>\d{1,3}|mot|hai|ba|bon)"
_AT_LEAST = r"(?:(?:it nhat|toi thieu|khoang|tu|duy tri|dinh ky|thuc hien)\s+)*"
# What is counted: "lần", "tin, bài"; not the calendar itself ("10 ngày trong tháng 3").
_THINGS = r"(?!(?:ngay|tuan|thang|quy|nam|gio|phut)\b)(?:[a-z]+(?:[ ,]+[a-z]+){0,3}?)"
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}

_LIST = re.compile(rf"{_EVERY}\s+(?P<units>{_UNIT}(?:\s*(?:,|/|va|hoac)\s*(?:{_EVERY}\s+)?{_UNIT}\b)*)\b")
_RATE = re.compile(
    rf"{_AT_LEAST}{_COUNT}(?:\s*-\s*\d{{1,3}})?\s*{_THINGS}\s*(?:/\s*|\s(?:moi|mot|trong|trong mot|hang)\s+)(?:01\s*|1\s*)?(?P<unit>{_UNIT})\b"
)
_RATE_BEHIND = re.compile(
    rf"(?:{_EVERY}\s+)?(?:0?1\s+)?(?P<unit>{_UNIT})\s*(?:/|,|-|:)?\s*{_AT_LEAST}{_COUNT}\s*(?:lan|ky|dot|buoi|cuoc)\b"
)
_EVERY_SO_MANY = re.compile(
    rf"(?:{_EVERY}\s+)?(?P<every>\d{{1,2}}|mot|hai|ba|bon)\s*(?P<unit>tuan|thang|quy|nam|ngay)\s*(?:/\s*|mot\s+|1\s+)(?:mot\s+|0?1\s+)?lan\b"
)
_WEEKDAY = r"(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)"
_WEEKDAYS = re.compile(
    rf"(?:vao\s+)?(?:cac\s+)?(?:ngay\s+)?(?P<days>{_WEEKDAY}(?:\s*(?:,|va|-|den)\s*(?:{_WEEKDAY}|[2-7]))*)(?:\s+(?:cua\s+)?{_EVERY}\s+tuan)?\b"
)
_DAY_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "nhat": 6}
_DAY_OF_PERIOD = re.compile(
    rf"(?P<lead>(?:(?:truoc|cham nhat|vao|den|la|xong|het|bao cao|gui)\s+)*)ngay\s*(?P<day>\d{{1,2}})"
    rf"(?:\s*(?:,|va)\s*(?:ngay\s*)?(?P<second>\d{{1,2}}))?\s+"
    rf"(?:cua\s+)?(?:(?P<last>thang cuoi)\s+(?:cua\s+)?)?(?P<every>{_EVERY})?\s*(?P<unit>thang|quy|ky)\b"
)


def parse_repeats(text: str) -> tuple[tuple[Repeat, ...], str] | None:
    """The repetitions that the text begins with, the most frequent first, and what stands behind them."""
    for parse in (_day_of_period, _weekdays, _every_so_many, _rate, _rate_behind, _unit_list):
        found = parse(text)
        if found is not None:
            repeats, end = found
            return tuple(sorted(repeats, key=lambda one: one.unit.rank)), text[end:].strip(" ,.-")
    return None


_Found = tuple[tuple[Repeat, ...], int]


def _day_of_period(text: str) -> _Found | None:
    match = _DAY_OF_PERIOD.match(text)
    if match is None or not (match["every"] or (match["last"] and match["unit"] != "thang")):
        return None
    days = [int(day) for day in (match["day"], match["second"]) if day]
    if not all(1 <= day <= 31 for day in days):
        return None
    unit = RepeatUnit.MONTH if match["unit"] == "thang" else RepeatUnit.QUARTER
    before = "truoc" in match["lead"]
    return tuple(Repeat(unit, day=day, before=before) for day in days), match.end()


def _weekdays(text: str) -> _Found | None:
    match = _WEEKDAYS.match(text)
    if match is None:
        return None
    days: list[int] = []
    for joiner, name in re.findall(
        r"(-|den)?\s*(?:thu\s*|chu\s*)?(hai|ba|tu|nam|sau|bay|nhat|[2-7])\b", match["days"]
    ):
        day = int(name) - 2 if name.isdigit() else _DAY_NUMBERS[name]
        days.extend(range(days[-1] + 1, day) if joiner and days else ())
        days.append(day)
    once_each = tuple(sorted(set(days)))
    return (Repeat(RepeatUnit.WEEK, times=len(once_each), weekdays=once_each),), match.end()


def _every_so_many(text: str) -> _Found | None:
    match = _EVERY_SO_MANY.match(text)
    if match is None or not (every := _number(match["every"])):
        return None
    unit = _UNITS[match["unit"]]
    if (unit, every) in ((RepeatUnit.MONTH, 6), (RepeatUnit.QUARTER, 2)):
        return (Repeat(RepeatUnit.HALF_YEAR),), match.end()
    if (unit, every) == (RepeatUnit.MONTH, 3):
        return (Repeat(RepeatUnit.QUARTER),), match.end()
    return (Repeat(unit, every=every),), match.end()


def _rate(text: str) -> _Found | None:
    return _counted(_RATE.match(text))


def _rate_behind(text: str) -> _Found | None:
    return _counted(_RATE_BEHIND.match(text))


def _counted(match: re.Match[str] | None) -> _Found | None:
    if match is None or not (times := _number(match["n"])):
        return None
    return (Repeat(_unit(match["unit"]), times=times),), match.end()


def _unit_list(text: str) -> _Found | None:
    match = _LIST.match(text)
    if match is None:
        return None
    units = dict.fromkeys(_unit(name) for name in re.findall(_UNIT, match["units"]))
    return tuple(Repeat(unit) for unit in units), match.end()


def _unit(name: str) -> RepeatUnit:
    return RepeatUnit.HALF_YEAR if re.fullmatch(_HALF, name) else _UNITS[name]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]
