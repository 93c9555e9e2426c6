"""What people write about time is understood: every phrase seen in real plans, and the usual others."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.dates import short_date
from cchc_desktop.domain.timing import (
    Repeat,
    RepeatUnit,
    Timing,
    TimingKind,
    describe,
    due_dates,
    phrase,
    understand,
)

YEAR = 2026
U = RepeatUnit
NEW_YEAR, NEW_YEARS_EVE = date(YEAR, 1, 1), date(YEAR, 12, 31)


def ends(month: int, year: int = YEAR) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Thường xuyên",
            "Nhiệm vụ thường xuyên",
            "thường xuyên, liên tục",
            "Cả năm",
            "Trong năm 2026",
            "Năm 2026",
        ),
        *(
            "2026",
            "Trong năm",
            "Thường xuyên trong năm 2026",
            "THƯỜNG  XUYÊN",
            "24/7",
            "Thường xuyên hằng ngày",
        ),
    ],
)
def test_what_goes_on_all_year_ends_with_the_year(text: str) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.CONTINUOUS, NEW_YEAR, NEW_YEARS_EVE)
    assert timing.deadline_shown is None
    assert timing.original == text


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Quý I/2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("Quý II/2025", date(2025, 4, 1), date(2025, 6, 30)),
        ("quý 1", NEW_YEAR, ends(3)),
        ("Quý IV", date(YEAR, 10, 1), NEW_YEARS_EVE),
        ("QUÝ  III / 2026", date(YEAR, 7, 1), ends(9)),
        ("Q1/2026", NEW_YEAR, ends(3)),
        ("quý ii năm 2026", date(YEAR, 4, 1), ends(6)),
        ("6/2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("06/2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("12/2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("2/2025", date(2025, 2, 1), date(2025, 2, 28)),
        ("Tháng 10/2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("Tháng 3", date(YEAR, 3, 1), ends(3)),
        ("tháng Ba", date(YEAR, 3, 1), ends(3)),
        ("T3/2026", date(YEAR, 3, 1), ends(3)),
        ("Trong tháng 3/2026", date(YEAR, 3, 1), ends(3)),
        ("tháng 02 năm 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("Tháng 3 - tháng 5", date(YEAR, 3, 1), ends(5)),
        ("Tháng 3 – 5/2026", date(YEAR, 3, 1), ends(5)),
        ("Quý I - Quý II/2026", NEW_YEAR, ends(6)),
        ("quý I-II/2026", NEW_YEAR, ends(6)),
        ("6 tháng đầu năm", NEW_YEAR, ends(6)),
        ("6 tháng cuối năm 2026", date(YEAR, 7, 1), NEW_YEARS_EVE),
        ("Từ tháng 01 đến tháng 12/2026", NEW_YEAR, NEW_YEARS_EVE),
        ("Từ 01/3 đến 30/6/2026", date(YEAR, 3, 1), ends(6)),
        ("từ ngày 20 đến ngày 25/3/2026", date(YEAR, 3, 20), date(YEAR, 3, 25)),
        ("Tháng 11 - tháng 2", date(YEAR, 11, 1), date(YEAR + 1, 2, 28)),
        ("Từ tháng 3/2026", date(YEAR, 3, 1), NEW_YEARS_EVE),
        ("Sau Quý I/2026", date(YEAR, 4, 1), NEW_YEARS_EVE),
        ("Hoàn thành trong tháng 6/2026", date(YEAR, 6, 1), ends(6)),
        ("Cuối tháng 3/2026", date(YEAR, 3, 21), ends(3)),
        ("Đầu năm 2026", NEW_YEAR, ends(3)),
        ("(Quý I/2026)", NEW_YEAR, ends(3)),
        ("<i>Quý I</i>", NEW_YEAR, ends(3)),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(text: str, start: date, due: date) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.start, timing.due, timing.deadline_shown) == (
        TimingKind.SPAN,
        start,
        due,
        due,
    )
    assert not timing.parts


@pytest.mark.parametrize(
    ("text", "due", "shown"),
    [
        ("trước ngày 30/11/2025", date(2025, 11, 29), date(2025, 11, 30)),
        ("Hoàn thành trước 31/3/2026", date(YEAR, 3, 30), date(YEAR, 3, 31)),
        ("Trước 15/6", date(YEAR, 6, 14), date(YEAR, 6, 15)),
        ("Trước tháng 6/2026", date(YEAR, 5, 31), date(YEAR, 6, 1)),
        ("trước ngày 05 tháng 3 năm 2026", date(YEAR, 3, 4), date(YEAR, 3, 5)),
        ("Trước ngày 15-12-2026", date(YEAR, 12, 14), date(YEAR, 12, 15)),
        ("Chậm nhất ngày 20/6/2026", date(YEAR, 6, 20), date(YEAR, 6, 20)),
        ("Đến hết ngày 31/3", date(YEAR, 3, 31), date(YEAR, 3, 31)),
        ("đến hết tháng 3/2026", date(YEAR, 3, 31), date(YEAR, 3, 31)),
        ("Hoàn thành năm 2026", NEW_YEARS_EVE, NEW_YEARS_EVE),
        ("trước 17 giờ 00 ngày 15/3/2026", date(YEAR, 3, 15), date(YEAR, 3, 15)),
        ("15/3/2026", date(YEAR, 3, 15), date(YEAR, 3, 15)),
        ("Ngày 15.3.2026", date(YEAR, 3, 15), date(YEAR, 3, 15)),
    ],
)
def test_before_a_day_is_the_day_before_and_until_a_day_is_that_day(
    text: str, due: date, shown: date
) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.due, timing.deadline_shown) == (TimingKind.DEADLINE, due, shown)
    assert timing.is_strictly_before == (due < shown)


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("Mỗi tuần/1 lần", [Repeat(U.WEEK)]),
        ("Hàng năm", [Repeat(U.YEAR)]),
        ("Hằng năm", [Repeat(U.YEAR)]),
        ("hằng năm", [Repeat(U.YEAR)]),
        ("Hằng tháng", [Repeat(U.MONTH)]),
        ("Hằng quý", [Repeat(U.QUARTER)]),
        ("Hằng tuần", [Repeat(U.WEEK)]),
        ("định kỳ quý, 6 tháng, năm", [Repeat(U.QUARTER), Repeat(U.HALF_YEAR), Repeat(U.YEAR)]),
        ("hàng tháng, quý và năm", [Repeat(U.MONTH), Repeat(U.QUARTER), Repeat(U.YEAR)]),
        ("01 lần/tháng", [Repeat(U.MONTH)]),
        ("02 lần/tuần", [Repeat(U.WEEK, times=2)]),
        ("ít nhất 02 lần / tháng", [Repeat(U.MONTH, times=2)]),
        ("02 tin, bài/tháng", [Repeat(U.MONTH, times=2)]),
        ("Mỗi tháng 02 lần", [Repeat(U.MONTH, times=2)]),
        ("6 tháng một lần", [Repeat(U.HALF_YEAR)]),
        ("2 tuần/lần", [Repeat(U.WEEK, every=2)]),
        ("Thứ Hai hằng tuần", [Repeat(U.WEEK, weekdays=(0,))]),
        ("Thứ 2, thứ 5 hằng tuần", [Repeat(U.WEEK, times=2, weekdays=(0, 3))]),
        ("Thứ Hai đến thứ Sáu hằng tuần", [Repeat(U.WEEK, times=5, weekdays=(0, 1, 2, 3, 4))]),
        ("Ngày 25 hằng tháng", [Repeat(U.MONTH, day=25)]),
        ("Trước ngày 15 hằng tháng", [Repeat(U.MONTH, day=15, before=True)]),
        ("Trước ngày 20 của tháng cuối quý", [Repeat(U.QUARTER, day=20, before=True)]),
        ("02 lần trong năm 2026", [Repeat(U.YEAR, times=2)]),
        ("Thường xuyên (hằng tháng)", [Repeat(U.MONTH)]),
        ("Thường xuyên, định kỳ hằng quý", [Repeat(U.QUARTER)]),
    ],
)
def test_what_repeats_says_how_often_and_on_which_day(text: str, repeats: list[Repeat]) -> None:
    timing = understand(text, YEAR)
    assert timing.kind is TimingKind.PERIODIC
    assert list(timing.repeats) == repeats
    assert timing.repeat == repeats[0]
    assert timing.due == NEW_YEARS_EVE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Khi có phát sinh",
            "Khi có yêu cầu",
            "Khi có văn bản mới",
            "Đột xuất",
            "Ngay khi có văn bản của tỉnh",
        ),
        *(
            "Sau khi Kế hoạch của tỉnh được ban hành",
            "Trong vòng 10 ngày kể từ ngày ban hành",
            "Theo yêu cầu",
        ),
        "Sau khi có Kế hoạch số 12/KH-UBND ngày 15/01/2026",
    ],
)
def test_what_waits_for_something_has_no_due_day(text: str) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.CONDITIONAL, None, None)
    assert timing.condition == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "   ",
            "Theo kế hoạch",
            "Theo quy định",
            "Theo hướng dẫn của cấp trên",
            "Định kỳ",
            "31/02/2026",
        ),
        *("Lồng ghép trong hội nghị", "Chưa biết", "-nt-", "//", "tháng", "Tháng 13", "Quý V/2026"),
        "Theo Kế hoạch số 12/KH-UBND ngày 15/01/2026",
    ],
)
def test_what_names_no_time_is_unclear_and_stays_unchanged(text: str) -> None:
    timing = understand(text, YEAR)
    assert timing == Timing(TimingKind.UNCLEAR, text, condition=timing.condition)
    assert not timing.is_understood


def test_words_in_brackets_are_a_condition() -> None:
    timing = understand("Thường xuyên\n(thực hiện khi có sự thay đổi về TTHC)", YEAR)
    assert timing.kind is TimingKind.CONTINUOUS
    assert timing.condition == "thực hiện khi có sự thay đổi về TTHC"
    on_a_day = understand("Dịp 10/10 (Ngày Chuyển đổi số quốc gia)", YEAR)
    assert (on_a_day.kind, on_a_day.due) == (TimingKind.DEADLINE, date(YEAR, 10, 10))
    assert on_a_day.condition == "Ngày Chuyển đổi số quốc gia"


@pytest.mark.parametrize(
    "text", ["Quý I, III", "Quý I; Quý III", "Quý I\nQuý III/2026", "Quý I và quý III năm 2026"]
)
def test_several_stretches_in_one_cell_keep_each_its_own_end(text: str) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.SPAN, NEW_YEAR, ends(9))
    assert [part.due for part in timing.parts] == [ends(3), ends(9)]
    assert due_dates(timing) == (ends(3), ends(9))


def test_several_deadlines_in_one_cell() -> None:
    timing = understand("Trước 15/6; trước 15/12", YEAR)
    assert timing.kind is TimingKind.DEADLINE
    assert due_dates(timing) == (date(YEAR, 6, 14), date(YEAR, 12, 14))


def test_a_repetition_can_be_bounded() -> None:
    timing = understand("01 lần/quý, từ tháng 3 đến tháng 10/2026", YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.PERIODIC, date(YEAR, 3, 1), ends(10))
    assert due_dates(timing) == (ends(3), ends(6), ends(9))
    running = understand("Thường xuyên từ tháng 3", YEAR)
    assert (running.kind, running.start, running.due) == (
        TimingKind.CONTINUOUS,
        date(YEAR, 3, 1),
        NEW_YEARS_EVE,
    )


def test_a_repetition_with_an_exception_keeps_both() -> None:
    timing = understand("Định kỳ hằng quý và khi có yêu cầu", YEAR)
    assert timing.kind is TimingKind.PERIODIC
    assert timing.repeats == (Repeat(U.QUARTER),)
    assert "khi có yêu cầu" in timing.condition


def test_a_yearly_deadline_falls_into_the_plans_year() -> None:
    timing = understand("Trước ngày 15/12 hằng năm", YEAR)
    assert (timing.kind, timing.due, timing.repeats) == (
        TimingKind.PERIODIC,
        date(YEAR, 12, 14),
        (Repeat(U.YEAR),),
    )
    assert due_dates(timing) == (date(YEAR, 12, 14),)


def test_years_that_follow_are_due_at_the_end_of_each() -> None:
    timing = understand("2025 và những năm tiếp theo", YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.PERIODIC, date(2025, 1, 1), NEW_YEARS_EVE)
    assert understand("năm tiếp theo", YEAR).start == date(YEAR + 1, 1, 1)


@pytest.mark.parametrize("text", ["2025 - 2026", "2025-2026", "Giai đoạn 2025 - 2026", "Năm 2025, 2026"])
def test_years_on_end_are_one_stretch(text: str) -> None:
    timing = understand(text, YEAR)
    assert (timing.kind, timing.start, timing.due) == (TimingKind.CONTINUOUS, date(2025, 1, 1), NEW_YEARS_EVE)


def test_a_plan_for_years_runs_to_its_last() -> None:
    timing = understand("Thường xuyên", 2022, 2025)
    assert (timing.start, timing.due) == (date(2022, 1, 1), date(2025, 12, 31))
    assert len(due_dates(understand("Hằng quý", 2022, 2025))) == 16


def test_a_deadline_inside_a_sentence_is_found() -> None:
    timing = understand("Gửi Sở Nội vụ trước ngày 15/12/2026 để tổng hợp", YEAR)
    assert (timing.kind, timing.due) == (TimingKind.DEADLINE, date(YEAR, 12, 14))
    assert timing.condition == timing.original


def test_instances_fall_on_the_named_days() -> None:
    assert due_dates(understand("Ngày 31 hằng tháng", YEAR))[:3] == (
        date(YEAR, 1, 31),
        date(YEAR, 2, 28),
        date(YEAR, 3, 31),
    )
    assert due_dates(understand("Trước ngày 15 hằng tháng", YEAR))[0] == date(YEAR, 1, 14)
    mondays = due_dates(understand("Thứ Hai hằng tuần", YEAR))
    assert len(mondays) == 52
    assert all(day.weekday() == 0 for day in mondays)
    assert due_dates(understand("Khi có phát sinh", YEAR)) == ()
    assert due_dates(understand("Thường xuyên", YEAR)) == (NEW_YEARS_EVE,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Quý I/2026", "Đến hết 31/3/2026"),
        ("Quý II", "Từ 01/4 đến hết 30/6/2026"),
        ("Thường xuyên", "Liên tục đến 31/12/2026"),
        ("trước ngày 30/11/2026", "Hạn: trước ngày 30/11/2026 (ngày cuối cùng: 29/11/2026)"),
        ("Chậm nhất ngày 20/6", "Hạn: đến hết ngày 20/6/2026"),
        ("02 lần/tuần", "Định kỳ: 2 lần mỗi tuần, đến 31/12/2026"),
        ("Khi có phát sinh", "Có điều kiện: khi có phát sinh (không có hạn cố định)"),
        ("Theo kế hoạch", "Không có thời hạn cụ thể: Theo kế hoạch"),
        ("Chưa biết", "Chưa hiểu: Chưa biết"),
        ("", "Chưa ghi thời gian thực hiện"),
        (
            "Thường xuyên; báo cáo trước 15/12",
            "Liên tục đến 31/12/2026; hạn: trước ngày 15/12/2026 (ngày cuối cùng: 14/12/2026)",
        ),
    ],
)
def test_a_timing_is_told_in_words(text: str, told: str) -> None:
    assert describe(understand(text, YEAR)) == told


WORDS = (
    "quý I II III tháng 3 12 ngày 15 30 31 / - , ; ( ) trước sau từ đến hết hằng mỗi năm 2026 lần 02 thường xuyên khi có"
    " và thứ hai tuần 6 đầu cuối định kỳ chậm nhất theo kế hoạch giờ 17 13 0"
)
PIECES = st.sampled_from(WORDS.split())
timing_like = st.lists(PIECES, max_size=14).map(" ".join)


@given(st.one_of(st.text(), timing_like), st.integers(-5, 12_000))
def test_no_text_and_no_year_is_too_strange(text: str, year: int) -> None:
    timing = understand(text, year)
    assert timing.original == text
    assert describe(timing)
    assert phrase(timing) is not None
    days = due_dates(timing)
    assert list(days) == sorted(set(days))
    if timing.start is not None and timing.due is not None:
        assert timing.start <= timing.due
    if timing.kind in (TimingKind.CONDITIONAL, TimingKind.UNCLEAR):
        assert timing.due is None


@given(timing_like)
def test_capitals_spaces_and_marks_typed_apart_change_nothing(text: str) -> None:
    plain = understand(text, YEAR)
    other = understand(unicodedata.normalize("NFD", f"  {text.upper().replace(' ', '   ')} "), YEAR)
    assert (other.kind, other.start, other.due, other.repeats) == (
        plain.kind,
        plain.start,
        plain.due,
        plain.repeats,
    )


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
whole_years = st.integers(2020, 2035).map(
    lambda year: Timing(TimingKind.CONTINUOUS, "", date(year, 1, 1), date(year, 12, 31))
)
deadlines = st.builds(
    lambda day, before: Timing(TimingKind.DEADLINE, "", due=day - timedelta(days=before), deadline_shown=day),
    days,
    st.booleans(),
)
spans = st.lists(days, min_size=2, max_size=2, unique=True).map(
    lambda ends: Timing(TimingKind.SPAN, "", min(ends), max(ends), max(ends))
)
one_repeat = st.one_of(
    st.builds(Repeat, st.sampled_from(RepeatUnit), st.integers(1, 12)),
    st.builds(Repeat, st.sampled_from((U.WEEK, U.DAY)), every=st.integers(2, 4)),
    st.builds(Repeat, st.just(U.MONTH), day=st.integers(1, 31), before=st.booleans()),
    st.integers(0, 6).map(lambda day: Repeat(U.WEEK, weekdays=(day,))),
)
repeated = one_repeat.map(
    lambda one: Timing(TimingKind.PERIODIC, "", NEW_YEAR, NEW_YEARS_EVE, repeats=(one,))
)


@given(st.one_of(whole_years, deadlines, spans, repeated))
def test_the_usual_phrase_of_a_timing_means_that_timing(timing: Timing) -> None:
    again = understand(phrase(timing), YEAR)
    assert (again.kind, again.start, again.due, again.deadline_shown, again.repeats) == (
        timing.kind,
        timing.start,
        timing.due,
        timing.deadline_shown,
        timing.repeats,
    )


@given(days, st.sampled_from(("{}", "ngày {}", "Ngày  {} ", "{}.", "- {}", "({})", "Hoàn thành ngày {}")))
def test_a_day_is_found_however_it_is_dressed(day: date, form: str) -> None:
    assert understand(form.format(short_date(day)), YEAR).due == day
