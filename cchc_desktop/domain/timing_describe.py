"""A timing told back to people, and written as a phrase that means the same."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import assert_never

from cchc_desktop.domain.dates import short_date
from cchc_desktop.domain.timing_value import Repeat, RepeatUnit, Timing, TimingKind
from cchc_desktop.domain.vietnamese import roman, upper_first

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def describe(timing: Timing) -> str:
    """A short explanation for under the cell: "Đến hết 31/3/2026", "Từ 01/7 đến hết 30/9/2026", "Liên tục đến 31/12/2026"."""
    match timing.kind:
        case TimingKind.CONDITIONAL:
            return f"Có điều kiện: {_lower_first(timing.condition)} (không có hạn cố định)"
        case TimingKind.UNCLEAR:
            return _unclear(timing)
        case TimingKind.CONTINUOUS:
            told = _continuous(timing) + _deadlines_besides(timing)
        case TimingKind.PERIODIC:
            told = _periodic(timing) + _deadlines_besides(timing)
        case TimingKind.DEADLINE:
            told = _deadline(timing)
        case TimingKind.SPAN:
            told = _span(timing)
        case _:
            assert_never(timing.kind)
    if timing.condition and timing.condition != timing.original.strip():
        return f"{told}; kèm theo: {_lower_first(timing.condition)}"
    return told


def _deadlines_besides(timing: Timing) -> str:
    named = [_named_day(part) for part in timing.parts if part.kind is TimingKind.DEADLINE]
    return f"; hạn: {'; '.join(named)}" if named else ""


def _continuous(timing: Timing) -> str:
    if timing.start is None or timing.due is None:
        return "Liên tục"
    first, last = timing.start.year, timing.due.year
    if timing.start != date(first, 1, 1):
        return f"Liên tục từ {short_date(timing.start)} đến {short_date(timing.due)}"
    years = "" if first == last else f" trong các năm {first} - {last},"
    return f"Liên tục{years} đến {short_date(timing.due)}"


def _deadline(timing: Timing) -> str:
    several = [part for part in timing.parts if part.due is not None]
    if len(several) > 1:
        return "Hạn: " + "; ".join(_named_day(part) for part in several)
    return f"Hạn: {_named_day(timing)}"


def _named_day(timing: Timing) -> str:
    if timing.due is None or timing.deadline_shown is None:
        return "chưa rõ"
    if timing.is_strictly_before:
        return f"trước ngày {short_date(timing.deadline_shown)} (ngày cuối cùng: {short_date(timing.due)})"
    return f"đến hết ngày {short_date(timing.due)}"


def _span(timing: Timing) -> str:
    several = [part for part in timing.parts if part.due is not None]
    if len(several) > 1:
        return f"{len(several)} khoảng thời gian: " + "; ".join(_stretch(part) for part in several)
    return upper_first(_stretch(timing))


def _stretch(timing: Timing) -> str:
    if timing.due is None:
        return "chưa rõ"
    end = f"đến hết {short_date(timing.due)}"
    if timing.start is None or timing.start == date(timing.due.year, 1, 1):
        return end
    first = short_date(timing.start)
    return f"từ {first.removesuffix(f'/{timing.due.year}')} {end}"


def _periodic(timing: Timing) -> str:
    told = "Định kỳ: " + ", ".join(_repeat(one) for one in timing.repeats)
    if timing.due is None:
        return told
    if timing.start is not None and timing.start != date(timing.start.year, 1, 1):
        told += f", từ {short_date(timing.start)}"
    if timing.is_strictly_before:
        return f"{told}, {_named_day(timing)}"
    return f"{told}, đến {short_date(timing.due)}"


def _repeat(repeat: Repeat) -> str:
    unit = repeat.unit.value
    if repeat.weekdays:
        return f"{', '.join(_WEEKDAYS[day] for day in repeat.weekdays)} hằng tuần"
    if repeat.day is not None:
        lead = "trước ngày" if repeat.before else "ngày"
        return f"{lead} {repeat.day:02d} {_month_of(repeat.unit)}"
    if repeat.every > 1:
        return f"{repeat.every} {unit} một lần"
    if repeat.times > 1:
        return f"{repeat.times} lần mỗi {unit}"
    return f"mỗi {unit} một lần"


def _month_of(unit: RepeatUnit) -> str:
    return "hằng tháng" if unit is RepeatUnit.MONTH else f"tháng cuối {unit.value}"


def _unclear(timing: Timing) -> str:
    written = " ".join(timing.original.split())
    if not written:
        return "Chưa ghi thời gian thực hiện"
    if timing.condition:
        return f"Không có thời hạn cụ thể: {written}"
    return f"Chưa hiểu: {written}"


def _lower_first(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def phrase(timing: Timing) -> str:
    """The usual phrase for a timing that is not made of parts; understanding it gives the same timing again."""
    match timing.kind:
        case TimingKind.CONTINUOUS if timing.start is not None and timing.due is not None:
            years = {timing.start.year, timing.due.year}
            return f"Năm {timing.due.year}" if len(years) == 1 else f"{timing.start.year} - {timing.due.year}"
        case TimingKind.DEADLINE if timing.due is not None and timing.deadline_shown is not None:
            lead = "Trước" if timing.is_strictly_before else "Chậm nhất"
            return f"{lead} ngày {short_date(timing.deadline_shown)}"
        case TimingKind.SPAN if timing.start is not None and timing.due is not None:
            return _span_phrase(timing.start, timing.due)
        case TimingKind.PERIODIC:
            return upper_first(", ".join(_repeat_phrase(one) for one in timing.repeats))
        case _:
            return timing.original


def _span_phrase(start: date, end: date) -> str:
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1] and start.year == end.year
    months = end.month - start.month + 1
    if whole_months and months == 1:
        return f"Tháng {end.month}/{end.year}"
    if whole_months and months == 3 and end.month % 3 == 0:
        return f"Quý {roman(end.month // 3)}/{end.year}"
    if whole_months and months == 6 and end.month % 6 == 0:
        return f"6 tháng {'đầu' if end.month == 6 else 'cuối'} năm {end.year}"
    return f"Từ ngày {short_date(start)} đến ngày {short_date(end)}"


def _repeat_phrase(repeat: Repeat) -> str:
    if repeat.weekdays or repeat.day is not None or repeat.every > 1:
        return _repeat(repeat)
    if repeat.times > 1:
        return f"{repeat.times:02d} lần/{repeat.unit.value}"
    return f"hằng {repeat.unit.value}" if repeat.unit is not RepeatUnit.HALF_YEAR else "01 lần/6 tháng"
