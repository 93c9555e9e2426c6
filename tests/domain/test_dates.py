"""Dates as papers write them: the zeros of the decree, blanks for a pen, and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.dates import (
    PartialDate,
    Period,
    long_date,
    month_text,
    parse_long_date,
    parse_short_date,
    short_date,
)


def test_days_below_ten_and_the_first_two_months_have_a_zero() -> None:
    assert long_date(date(2020, 1, 5)) == "ngày 05 tháng 01 năm 2020"
    assert long_date(date(2019, 6, 29)) == "ngày 29 tháng 6 năm 2019"
    assert [month_text(month) for month in (1, 2, 3, 9, 10)] == ["01", "02", "3", "9", "10"]


def test_a_blank_date_leaves_room_for_a_pen() -> None:
    written = long_date(PartialDate(None, None, 2026))
    assert written.split() == ["ngày", "tháng", "năm", "2026"]
    assert "ngày      tháng" in written


parts = st.builds(
    PartialDate,
    st.one_of(st.none(), st.integers(1, 31)),
    st.one_of(st.none(), st.integers(1, 12)),
    st.integers(1900, 2100),
)


@given(parts)
def test_a_long_date_gives_its_parts_back(value: PartialDate) -> None:
    assert parse_long_date(f"Vũng Áng, {long_date(value)}") == value


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_short_date_gives_the_day_back(value: date) -> None:
    assert parse_short_date(f"trước ngày {short_date(value)}.") == value


@given(st.text())
def test_no_text_is_too_strange_to_look_for_a_date(text: str) -> None:
    for found in (parse_long_date(text), parse_short_date(text)):
        assert found is None or isinstance(found, PartialDate | date)


@pytest.mark.parametrize("text", ["31/02/2026", "0/1/2026", "1/13/2026", "1/1/0000", "30/2020/NĐ-CP"])
def test_a_day_that_does_not_exist_is_not_read(text: str) -> None:
    assert parse_short_date(text) is None


def test_dots_in_the_place_of_blanks_are_read_as_blanks() -> None:
    assert parse_long_date("ngày … tháng 3 năm 2026") == PartialDate(None, 3, 2026)
    assert parse_long_date("ngày..... tháng..... năm 2026") == PartialDate(None, None, 2026)


def test_a_date_is_whole_only_when_the_day_exists() -> None:
    assert PartialDate(28, 2, 2026).is_whole
    assert not PartialDate(29, 2, 2026).is_whole
    assert not PartialDate(None, 2, 2026).is_whole
    assert not PartialDate(1, 1, 0).is_whole


def test_a_period_is_named_by_its_year_or_years() -> None:
    assert Period.of(2026).phrase == "năm 2026"
    assert Period(2022, 2025).phrase == "giai đoạn 2022 - 2025"
    with pytest.raises(ValueError):
        Period(2026, 2025)
