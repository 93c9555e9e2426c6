"""Dates as administrative papers write them, whole or with blanks to be filled by hand."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of issue whose day or month may still be blank in a draft."""

    day: int | None
    month: int | None
    year: int

    @property
    def is_whole(self) -> bool:
        """Whether day, month and year are all known and make a real date."""
        return self.as_date() is not None

    def as_date(self) -> date | None:
        """The date, or None while a part is blank or the day does not exist in the month."""
        if self.day is None or self.month is None or not 1 <= self.month <= 12 or not 1 <= self.year <= 9999:
            return None
        if not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Period:
    """The year, or the years, a plan is made for."""

    first_year: int
    last_year: int

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ValueError(f"{self.first_year} > {self.last_year}")

    @classmethod
    def of(cls, year: int) -> Period:
        """One year."""
        return cls(year, year)

    @property
    def is_one_year(self) -> bool:
        """Whether the plan is a yearly one."""
        return self.first_year == self.last_year

    @property
    def phrase(self) -> str:
        """ "năm 2026" or "giai đoạn 2022 - 2025"."""
        if self.is_one_year:
            return f"năm {self.first_year}"
        return f"giai đoạn {self.first_year} - {self.last_year}"


BLANK_DAY = "      "
BLANK_MONTH = "      "


def day_text(day: int) -> str:
    """A day with a leading zero below ten (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"{day:02d}"


def month_text(month: int) -> str:
    """A month; only January and February get a leading zero (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"{month:02d}" if month < 3 else str(month)


def long_date(value: PartialDate | date) -> str:
    """ "ngày 05 tháng 02 năm 2026", with room for a pen where the day or the month is blank."""
    day = BLANK_DAY if value.day is None else f" {day_text(value.day)} "
    month = BLANK_MONTH if value.month is None else f" {month_text(value.month)} "
    return f"ngày{day}tháng{month}năm {value.year}"


_LONG_DATE = re.compile(r"ngày\s*(\d{0,2})[\s.…]*tháng\s*(\d{0,2})[\s.…]*năm\s*(\d{4})", re.IGNORECASE)


def parse_long_date(text: str) -> PartialDate | None:
    """The inverse of :func:`long_date`; reads blanks as white space, dots or "…"."""
    match = _LONG_DATE.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    return PartialDate(int(day) if day else None, int(month) if month else None, int(year))


def short_date(value: date) -> str:
    """ "05/02/2026", "15/6/2026": the zero rule of the decree inside the text."""
    return f"{day_text(value.day)}/{month_text(value.month)}/{value.year}"


_SHORT_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")


def parse_short_date(text: str) -> date | None:
    """The first "d/m/yyyy" of the text that is a real date."""
    for match in _SHORT_DATE.finditer(text):
        found = PartialDate(int(match[1]), int(match[2]), int(match[3])).as_date()
        if found is not None:
            return found
    return None
