"""Labels are computed from the order of the items, as the decree letters and numbers them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.vietnamese import POINT_LETTERS, point_number
from cchc_desktop.paper.numbering import article_label, levels_to_labels, section_label

P, A, D, S, L, H, X = Level


@pytest.mark.parametrize(
    ("levels", "labels"),
    [
        ([A, A, A], ["1.", "2.", "3."]),
        ([L] * 9, ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]),
        ([A, L, L, A, L], ["1.", "a)", "b)", "2.", "a)"]),
        ([A, D, D, A, D], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        ([A, D, S, S, D, S], ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1."]),
        ([A, P, A, P, L, P, L], ["1.", "", "2.", "", "a)", "", "b)"]),
        ([L, H, X, H, L], ["a)", "-", "+", "-", "b)"]),
        ([A, H, A], ["1.", "-", "2."]),
        ([D, D], ["1.1.", "1.2."]),
        ([S], ["1.1.1."]),
        ([], []),
    ],
)
def test_labels_follow_their_order(levels: list[Level], labels: list[str]) -> None:
    assert list(levels_to_labels(levels)) == labels


@given(st.lists(st.sampled_from(Level), max_size=30))
def test_labels_of_one_kind_count_without_gap_or_repeat(levels: list[Level]) -> None:
    last: dict[Level, int] = {}
    for level, label in zip(levels, levels_to_labels(levels), strict=True):
        if not level.is_numbered:
            assert label == level.value
            continue
        number = (
            point_number(label[:-1]) if level is Level.LETTER else int(label.rstrip(".").rpartition(".")[2])
        )
        assert number == last.get(level, 0) + 1
        last = {one: count for one, count in last.items() if one.rank <= level.rank} | {level: number}


def test_a_long_list_goes_on_after_the_last_letter() -> None:
    labels = levels_to_labels([Level.LETTER] * (len(POINT_LETTERS) + 2))
    assert labels[-3:] == ("y)", "aa)", "ab)")
    assert not re.search("[fjwz]", "".join(labels))


def test_sections_are_roman_and_articles_arabic() -> None:
    assert [section_label(number) for number in (1, 4, 9)] == ["I.", "IV.", "IX."]
    assert article_label(3) == "Điều 3."
