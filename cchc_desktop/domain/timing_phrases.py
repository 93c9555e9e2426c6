"""One clause of a timing: which of the ways of binding a task to time it uses.

Works on folded text ("Quý I, III" is "quy i, iii"): people write the same phrase with and without capitals, marks and
spaces. Order matters: what makes a clause open-ended ("theo …", "khi …") comes before any day it may mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from cchc_desktop.domain.timing_combine import combine
from cchc_desktop.domain.timing_points import SEARCHED, Days, PointUnit, parse_days, unit_of
from cchc_desktop.domain.timing_repeat import parse_repeats
from cchc_desktop.domain.timing_value import Repeat, RepeatUnit, Timing, TimingKind
from cchc_desktop.domain.vietnamese import fold

_SPACES = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212~]|->|→")
_DASHED_DATE = re.compile(r"(?<![\d/])(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?!\d)")
_DASHED_YEAR = re.compile(r"(?<![\d/])((?:\d{1,2}|\bquy\s*\w{1,3}|\bthang\s*\w{1,4}))\s*-\s*(20\d\d)(?!\d)")

_VAGUE = re.compile(
    r"dinh ky|(?:thuc hien |hoan thanh )?(?:theo|tuy|can cu)\s+(?!yeu cau|quy\b(?!\s*(?:dinh|che|trinh))|thang\b|tuan\b|nam\b|ngay\b)[^,]*"
)
_CONDITIONAL = re.compile(
    r"(?:thuc hien |thuong xuyen |kip thoi |bao cao )?(?:ngay\s+)?(?:moi\s+)?"
    r"(?:(?:khi|sau khi|neu|luc|trong qua trinh|theo yeu cau|dot xuat|phat sinh)\b.*"
    r"|(?:trong vong|trong|sau|cham nhat|khong qua)\s+(?:\d+|mot|hai|ba)\s*(?:ngay|tuan|thang|gio)(?:\s+lam viec)?\s*,?"
    r"\s*(?:ke tu|tu|sau|tinh tu)\b.*)"
)
_CONTINUOUS = re.compile(
    r"(?:nhiem vu |cong viec |thuc hien |trien khai |to chuc |duy tri )*"
    r"(?:thuong xuyen|lien tuc|thuong nien|quanh nam|xuyen suot|(?:trong )?suot nam|ca nam|24/(?:7|24)(?![/\d])(?:h| gio)?)"
    r"(?:\s*,?\s*(?:va )?(?:thuong xuyen|lien tuc|hang ngay|lau dai|kip thoi|xuyen suot))*"
)
_FOLLOWING_YEARS = re.compile(
    r"(?P<first>.*?)\s*(?:,|va|den)?\s*(?:(?:nhung|cac)\s+)?nam\s+(?:tiep theo|ke tiep|sau|toi)(?:\s*,.*)?"
)
_YEARLY_BEHIND = re.compile(r"(?P<rest>.+?)\s*,?\s*(?:hang|moi|cua moi|cua hang) nam")
_CLOCK = re.compile(
    r"(?:truoc\s+)?\d{1,2}\s*(?:h|gio|:)\s*(?:\d{1,2}\s*(?:phut)?)?\s*,?\s*(?:ngay\s+)?(?=(?:ngay\s*)?\d)"
)
_DEADLINE = re.compile(
    r"(?:(?:hoan thanh|xong|bao cao|gui|nop|thuc hien|thoi gian|ban hanh)\s*:?\s+)*"
    r"(?P<lead>(?:(?:truoc|cham nhat|muon nhat|khong qua|khong muon hon|khong cham hon|den het|den|toi|het|han chot|han cuoi"
    r"|han nop|han|thoi han|la|vao|trong|ngay)\s*:?\s+)+)(?P<rest>\S.*)"
)
_DEADLINE_WORD = re.compile(r"truoc|cham nhat|muon nhat|khong|den|toi|het|han")
_OPEN_START = re.compile(
    r"(?:bat dau\s+)?(?P<word>tu|sau|ke tu)\s+(?:ngay\s+(?=ngay))?(?P<rest>.+?)(?:\s+tro di)?"
)
_RANGE = re.compile(r"-|\b(?:den|toi)\b")
_DONE = re.compile(r"\b(?:hoan thanh|xong)\b")
_PERIOD_BEHIND = re.compile(r".*\s(?:hang|moi)\s+(?P<unit>tuan|thang|quy)")
_LEAD_IN = re.compile(
    r"(?:(?:thuc hien|hoan thanh|xong|to chuc|trien khai|du kien|khoang|vao|trong|dip|nhan dip|chao mung|thoi gian|giai doan|bat dau|dot"
    r"|cao diem|ky|ban hanh|bao cao|gui|dang tai|bat dau tu|tu|cac|:|,)\s+)+"
)
_MOST_CLAUSES = 8
_SEARCH_LEAD = re.compile(
    r"(?:truoc|cham nhat|muon nhat|den het|den|khong qua)\s+(?:la\s+|ngay\s+|trong\s+)*$"
)


def folded_clause(text: str) -> str:
    """The text as the rules read it."""
    plain = _SPACES.sub(" ", _DASHES.sub("-", fold(text)))
    plain = _DASHED_YEAR.sub(r"\1/\2", _DASHED_DATE.sub(r"\1/\2/\3", plain))
    return plain.strip(" .,:-+*_•/")


def understand_clause(text: str, original: str, year: int, last_year: int) -> Timing | None:
    """The timing of one folded clause, or None; ``original`` is what stands on the paper."""
    return (
        _one_clause(text, original, year, last_year)
        or _several(text, original, year, last_year)
        or _inside(text, original, year)
    )


_Rule = Callable[[str, str, int, int], Timing | None]


def _rules() -> tuple[_Rule, ...]:
    return (_vague, _conditional, _continuous, _yearly, _periodic, _deadline, _open_start, _points)


def _vague(text: str, original: str, _year: int, _last: int) -> Timing | None:
    if _VAGUE.fullmatch(text) and text != "theo":
        return Timing(TimingKind.UNCLEAR, original, condition=original)
    return None


def _conditional(text: str, original: str, _year: int, _last: int) -> Timing | None:
    if _CONDITIONAL.fullmatch(text) and not text.startswith("thuong xuyen"):
        return Timing(TimingKind.CONDITIONAL, original, condition=original)
    return None


def whole_years(first: int, last: int, original: str) -> Timing:
    """All year round, from the first day of one year to the last of another."""
    return Timing(TimingKind.CONTINUOUS, original, date(first, 1, 1), date(last, 12, 31))


def _continuous(text: str, original: str, year: int, last: int) -> Timing | None:
    match = _CONTINUOUS.match(text)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    whole = whole_years(year, last, original)
    rest = text[match.end() :].strip(" ,.-:")
    for word in ("va ", "trong ", "hang ngay"):
        rest = rest.removeprefix(word)
    if not rest:
        return whole
    other = understand_clause(rest, original, year, last)
    return replace(whole, condition=original) if other is None else combine((whole, other), original)


def _yearly(text: str, original: str, year: int, last: int) -> Timing | None:
    """ "2025 và những năm tiếp theo", "trước ngày 15/12 hằng năm"."""
    following = _FOLLOWING_YEARS.fullmatch(text)
    if following is not None:
        first = parse_days(following["first"], year) if following["first"] else None
        if following["first"] and first is None:
            return None
        start = first[0][0] if first else date(year + 1, 1, 1)
        end = max(year, start.year) if first else year + 1
        return Timing(
            TimingKind.PERIODIC, original, start, date(end, 12, 31), repeats=(Repeat(RepeatUnit.YEAR),)
        )
    match = _YEARLY_BEHIND.fullmatch(text)
    if match is None or parse_repeats(text) is not None:
        return None
    once = understand_clause(match["rest"], original, year, last)
    if once is None or once.kind not in (TimingKind.DEADLINE, TimingKind.SPAN):
        return None
    return replace(once, kind=TimingKind.PERIODIC, repeats=(Repeat(RepeatUnit.YEAR),))


def _periodic(text: str, original: str, year: int, last: int) -> Timing | None:
    bare = (
        text
        if parse_repeats(text)
        else re.sub(r"^(?:thuc hien|to chuc|trien khai|dinh ky|bao cao|so ket)\s+", "", text)
    )
    found = parse_repeats(bare)
    if found is None and bare != text:
        found = parse_repeats(f"hang {bare}")  # "định kỳ quý, 6 tháng, năm", "báo cáo tháng"
        found = found if found and not found[1] else None
    if found is None:
        return _period_named_last(text, original, year, last)
    repeats, rest = found
    rest = re.sub(r"^(?:bao cao|trong|va)\s*", "", rest)
    whole = Timing(TimingKind.PERIODIC, original, date(year, 1, 1), date(last, 12, 31), repeats=repeats)
    if not rest:
        return whole
    other = understand_clause(rest, original, year, last)
    return replace(whole, condition=original) if other is None else combine((whole, other), original)


def _period_named_last(text: str, original: str, year: int, last: int) -> Timing | None:
    """ "Tuần đầu hằng tháng": how often is understood, on which day is left to the reader."""
    match = _PERIOD_BEHIND.fullmatch(text)
    found = parse_repeats(f"hang {match['unit']}") if match else None
    if found is None:
        return None
    start, due = date(year, 1, 1), date(last, 12, 31)
    return Timing(TimingKind.PERIODIC, original, start, due, repeats=found[0], condition=original)


def _deadline(text: str, original: str, year: int, _last: int) -> Timing | None:
    match = _DEADLINE.fullmatch(text)
    if match is None or not _DEADLINE_WORD.search(match["lead"]):
        return None
    clock = _CLOCK.match(match["rest"])
    rest = match["rest"][clock.end() :] if clock else match["rest"]
    days = parse_days(rest, year) or (parse_days("ngay " + rest, year) if "ngay" in match["lead"] else None)
    if days is None:
        return None
    strict = "truoc" in match["lead"] and clock is None  # "trước 17 giờ ngày 30/11": that day still counts
    return combine(tuple(_until(one, original, strict) for one in days), original)


def _until(days: Days, original: str, strict: bool) -> Timing:
    start, end = days
    if not strict:
        return Timing(TimingKind.DEADLINE, original, due=end, deadline_shown=end)
    due = start - timedelta(days=1) if start > date.min else start
    return Timing(TimingKind.DEADLINE, original, due=due, deadline_shown=start)


def _during(days: Days, original: str) -> Timing:
    start, end = days
    return Timing(TimingKind.SPAN, original, start, end, end)


def _open_start(text: str, original: str, year: int, last: int) -> Timing | None:
    """ "Từ tháng 3", "Sau quý I": until the end of the year; what has an end of its own is a range of points."""
    match = _OPEN_START.fullmatch(text)
    if match is None or _RANGE.search(match["rest"]):
        return None
    days = parse_days(match["rest"], year)
    if days is None or len(days) > 1:
        return None
    start, end = days[0]
    begin = end + timedelta(days=1) if match["word"] == "sau" and end < date.max else start
    return _during((begin, date(max(last, begin.year), 12, 31)), original)


def _points(text: str, original: str, year: int, _last: int) -> Timing | None:
    lead = _LEAD_IN.match(text)
    days = parse_days(text, year)
    bare = text
    if days is None and lead is not None:
        bare = text[lead.end() :]
        days = parse_days(bare, year)
    if days is None:
        return None
    if unit_of(bare) is PointUnit.YEAR and all(_is_whole_years(one) for one in days):
        if lead is not None and _DONE.search(lead[0]):
            return combine(tuple(_until(one, original, strict=False) for one in days), original)
        return Timing(
            TimingKind.CONTINUOUS, original, min(one[0] for one in days), max(one[1] for one in days)
        )
    single_days = all(start == end for start, end in days)
    if single_days:
        return combine(tuple(_until(one, original, strict=False) for one in days), original)
    return combine(tuple(_during(one, original) for one in days), original)


def _is_whole_years(days: Days) -> bool:
    start, end = days
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _several(text: str, original: str, year: int, last: int) -> Timing | None:
    """Clauses side by side: "Định kỳ hằng quý và khi có yêu cầu", "Theo quy định, trước ngày 15/12"."""
    for separator in (",", " va ", "/ "):
        pieces = [piece.strip(" ,.-:") for piece in text.split(separator)]
        if not 2 <= len(pieces) <= _MOST_CLAUSES:
            continue
        found = [_one_clause(piece, original, year, last) for piece in pieces if piece]
        understood = tuple(part for part in found if part is not None and part.is_understood)
        if not understood:
            continue
        if len(understood) == len(found):
            return combine(understood, original)
        return replace(combine(understood, original), condition=original)
    return None


def _one_clause(text: str, original: str, year: int, last: int) -> Timing | None:
    return next((found for rule in _rules() if (found := rule(text, original, year, last)) is not None), None)


def _inside(text: str, original: str, year: int) -> Timing | None:
    """A day, month or quarter within other words: "Gửi Sở Nội vụ trước ngày 15/12/2026 để tổng hợp"."""
    found: list[Timing] = []
    for match in SEARCHED.finditer(text):
        days = parse_days(match[0], year)
        lead = _SEARCH_LEAD.search(text, 0, match.start())
        if days is None:
            continue
        strict = lead is not None and lead[0].startswith("truoc")
        is_day = days[0][0] == days[0][1]
        found.append(_until(days[0], original, strict) if lead or is_day else _during(days[0], original))
    return replace(combine(tuple(found), original), condition=original) if found else None
