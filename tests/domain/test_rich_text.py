"""Rich text is always in its one normal form, and cutting and joining lose nothing."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import clean
from tests.strategies import rich_texts

runs = st.lists(st.builds(Run, st.text(max_size=8), st.booleans(), st.booleans()), max_size=6).map(tuple)


@given(runs)
def test_no_run_is_empty_and_no_neighbours_are_alike(given_runs: tuple[Run, ...]) -> None:
    found = RichText(given_runs).runs
    assert all(run.text for run in found)
    assert all((a.bold, a.italic) != (b.bold, b.italic) for a, b in pairwise(found))


@given(runs)
def test_normal_text_stays_as_it_is(given_runs: tuple[Run, ...]) -> None:
    text = RichText(given_runs)
    assert RichText(text.runs) == text


@given(runs)
def test_spans_give_the_text_back(given_runs: tuple[Run, ...]) -> None:
    text = RichText(given_runs)
    assert RichText.from_spans(text.plain, text.spans) == text


@given(rich_texts(lines=True), st.integers(0, 60))
def test_a_text_cut_anywhere_joins_to_itself(text: RichText, at: int) -> None:
    assert text.slice(0, at) + text.slice(at) == text


@given(rich_texts(lines=True), st.integers(0, 40), st.integers(0, 40))
def test_a_slice_is_the_slice_of_its_letters(text: RichText, start: int, length: int) -> None:
    piece = text.slice(start, start + length)
    assert piece.plain == clean(text.plain[start : start + length])
    assert len(piece) == len(piece.plain)


@given(rich_texts(lines=True))
def test_lines_joined_by_breaks_are_the_text(text: RichText) -> None:
    lines = text.lines()
    assert "\n".join(line.plain for line in lines) == text.plain
    assert len(lines) == text.plain.count("\n") + 1


@given(rich_texts())
def test_stripping_takes_only_white_space_at_the_ends(text: RichText) -> None:
    assert text.strip().plain == text.plain.strip()
    assert text.strip().strip() == text.strip()


def test_equal_texts_are_equal_however_they_were_put_together() -> None:
    pieces = RichText(
        (
            Run("Thường "),
            Run("", bold=True),
            Run("xuyên"),
            Run(" (khi", italic=True),
            Run(" có)", italic=True),
        )
    )
    whole = RichText((Run("Thường xuyên"), Run(" (khi có)", italic=True)))
    assert pieces == whole
    assert hash(pieces) == hash(whole)
    assert whole.spans == ((12, 21, "i"),)


def test_a_mark_typed_apart_stays_with_its_letter() -> None:
    text = RichText((Run("tie"), Run("\u0302\u0301ng", bold=True)))
    assert text.plain == "tiếng"
    assert text.plain == unicodedata.normalize("NFC", text.plain)
    assert [run.text for run in text] == ["tiế", "ng"]


def test_the_end_of_a_line_can_be_taken_off() -> None:
    text = RichText((Run("Căn cứ Luật"), Run(" ; .", italic=True)))
    assert text.without_end(";.") == RichText.of("Căn cứ Luật")


def test_styling_adds_and_never_takes_away() -> None:
    text = RichText((Run("a"), Run("b", bold=True)))
    assert text.styled(italic=True).runs == (Run("a", italic=True), Run("b", bold=True, italic=True))
    assert not EMPTY.styled(bold=True)


def test_empty_text_is_false_and_has_one_empty_line() -> None:
    assert not EMPTY
    assert not RichText.of("")
    assert EMPTY.lines() == (EMPTY,)
    assert not EMPTY.is_emphasised
