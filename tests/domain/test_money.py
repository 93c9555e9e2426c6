"""Amounts of money as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.money import format_money, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(
            ("5.000.000", 5_000_000),
            ("5 triệu đồng", 5_000_000),
            ("1,5 tỷ", 1_500_000_000),
            ("5.000.000đ", 5_000_000),
        ),
        *(
            ("5000000", 5_000_000),
            ("5,000,000 VNĐ", 5_000_000),
            ("1.5 tỉ", 1_500_000_000),
            ("0", 0),
            ("5tr", 5_000_000),
        ),
        *(
            ("10 triệu 500 nghìn đồng", 10_500_000),
            ("1 tỷ 200 triệu", 1_200_000_000),
            ("Khoảng 20 triệu", 20_000_000),
        ),
        *(
            ("1.500 triệu đồng", 1_500_000_000),
            ("5.000.000 đồng (ngân sách phường)", 5_000_000),
            ("500 ngàn", 500_000),
        ),
        *(("5 000 000", 5_000_000), ("  12.500.000  đồng. ", 12_500_000), ("5,000", 5_000)),
    ],
)
def test_an_amount_is_read(text: str, amount: int) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ngân sách phường",
        "2 x 500.000",
        "5 10",
        "500 nghìn 2 triệu",
        "0,3",
        "1/2 triệu",
        "-5",
        "5 quyển",
        "đồng",
        "²",
    ],
)
def test_what_is_not_one_amount_is_left_alone(text: str) -> None:
    assert parse_money(text) is None


@given(st.integers(0, 10**15 - 1))
def test_a_written_amount_gives_the_amount_back(amount: int) -> None:
    assert parse_money(format_money(amount)) == amount
    assert parse_money(f"{format_money(amount)} đồng") == amount


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    found = parse_money(text)
    assert found is None or found >= 0


def test_thousands_are_grouped_by_points() -> None:
    assert [format_money(amount) for amount in (0, 999, 1_000, 5_000_000)] == [
        "0",
        "999",
        "1.000",
        "5.000.000",
    ]
