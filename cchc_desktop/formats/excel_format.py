"""Numbers and dates of Excel as they are printed: the number format of the cell, with Vietnamese signs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

GENERAL: Final = "General"
BUILT_IN: Final = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 49: "@",
}  # fmt: skip

_DECORATION: Final = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\-\]]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_DATE_LETTERS: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_DATE_TOKEN: Final = re.compile(r"d+|m+|y+|h+|s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_MOST_DIGITS: Final = 12
_LAST_DAY: Final = 2_958_465
_SECONDS: Final = 86_400


@lru_cache(maxsize=5_000)
def printed(written: str, form: str, *, since_1904: bool = False, as_label: bool = False) -> str:
    """What a cell shows for the number ``written`` in its XML; ``as_label`` keeps the dot of "1.1" in a column of numbers."""
    try:
        value = Decimal(written)
    except InvalidOperation:
        return written
    if not value.is_finite():
        return written
    section = _section(form, value)
    if is_date(section):
        return _date(value, section, since_1904) or _general(value, as_label)
    if section in (GENERAL, "@", "") or not _DIGITS.search(_DECORATION.sub("", section)):
        return _general(value, as_label)
    return _number(value, form, section)


@lru_cache(maxsize=500)
def is_date(form: str) -> bool:
    """Whether a number format shows a date or a time."""
    bare = _DECORATION.sub("", form)
    return form != GENERAL and bool(_DATE_LETTERS.search(bare)) and "general" not in bare.lower()


def _section(form: str, value: Decimal) -> str:
    sections = form.split(";")
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _general(value: Decimal, as_label: bool) -> str:
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** 15:
        return str(int(value))
    rounded = f"{float(value):.10g}"
    return rounded if as_label else rounded.replace(".", ",")


def _number(value: Decimal, form: str, section: str) -> str:
    literal: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literal.append(match[1] or match[2] or match[3] or "")
        return "\ue00b" if literal[-1] else ""

    bare = _DECORATION.sub(kept, section)
    pattern = _DIGITS.search(bare)
    if pattern is None:
        return _general(value, as_label=False)
    whole, _, decimals = pattern[0].partition(".")
    scale = len(whole) - len(whole.rstrip(","))
    amount = abs(value) / (Decimal(1000) ** scale)
    if "%" in bare:
        amount *= 100
    places = min(len(decimals), _MOST_DIGITS)
    shown = f"{amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    integer, _, fraction = shown.partition(".")
    least = whole.count("0")
    integer = integer.lstrip("0").rjust(min(least, _MOST_DIGITS), "0")
    if "," in whole.rstrip(","):
        integer = f"{int(integer or '0'):,}".replace(",", ".").rjust(len(integer), "0")
    if decimals.count("0") < len(fraction):
        fraction = fraction[: decimals.count("0")] + fraction[decimals.count("0") :].rstrip("0")
    text = integer + (f",{fraction}" if fraction else "")
    sign = "-" if value < 0 and ";" not in form and amount else ""
    found = f"{bare[: pattern.start()]}{sign}{text}{bare[pattern.end() :]}"
    for one in literal:
        if one:
            found = found.replace("\ue00b", one, 1)
    return found.strip()


def _date(value: Decimal, form: str, since_1904: bool) -> str | None:
    days = float(value) + (1462 if since_1904 else 0)
    if not 0 <= days < _LAST_DAY:
        return None
    # Excel counts a 29 February 1900 that never was.
    base = datetime(1899, 12, 30) if days >= 60 else datetime(1899, 12, 31)
    moment = base + timedelta(days=int(days), seconds=round((days - int(days)) * _SECONDS))
    bare = _DECORATION.sub(lambda match: match[1] or match[2] or "", form)
    tokens = [match[0].lower() for match in _DATE_TOKEN.finditer(bare)]
    if any(token.startswith("mmm") for token in tokens):  # "thg 1-26" of Excel is "01/2026" to everybody
        return "/".join(
            _token(token, moment, minutes=False, long=True) for token in tokens if token[0] in "dmy"
        )
    found: list[str] = []
    at = 0
    time = False
    for match in _DATE_TOKEN.finditer(bare):
        token = match[0].lower()
        found.append(bare[at : match.start()])
        ahead = _DATE_TOKEN.search(bare, match.end())
        minutes = token[0] == "m" and (time or (ahead is not None and ahead[0][0].lower() == "s"))
        found.append(_token(token, moment, minutes=minutes, long=False))
        time = token[0] == "h"
        at = match.end()
    return "".join((*found, bare[at:])).strip()


def _token(token: str, moment: datetime, *, minutes: bool, long: bool) -> str:
    two = len(token) > 1
    match token[0]:
        case "d":
            return f"{moment.day:02d}" if two or long else str(moment.day)
        case "m" if minutes:
            return f"{moment.minute:02d}" if two else str(moment.minute)
        case "m":
            return f"{moment.month:02d}" if two or long else str(moment.month)
        case "y":
            return f"{moment.year:04d}" if len(token) > 2 or long else f"{moment.year % 100:02d}"
        case "h":
            return f"{moment.hour:02d}" if two else str(moment.hour)
        case "s":
            return f"{moment.second:02d}" if two else str(moment.second)
        case _:
            return ""
