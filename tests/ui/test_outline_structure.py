"""Levels, moves, cuts and joins of an outline keep every word, on any outline."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level, Outline, subtree_end
from cchc_desktop.ui.outline import levels, moves
from cchc_desktop.ui.outline.arrangement import arranged
from cchc_desktop.ui.outline.pieces import (
    Spot,
    between,
    entered,
    head,
    next_heading,
    tail,
    without_range,
)
from tests.strategies import outlines
from tests.ui.outline_desk import notation, read


def written(items: Outline) -> list[str]:
    """As tests write it."""
    return [notation(one.level, one.heading.plain, one.text.plain) for one in items]


def words(items: Outline) -> str:
    """Every letter of an outline in order."""
    return "".join("".join(one.content.plain.split()) for one in items).replace(":", "")


@st.composite
def outlines_with_choice(draw: st.DrawFn) -> tuple[Outline, range]:
    """An outline and some items in a row."""
    items = draw(outlines())
    assume(items)
    start = draw(st.integers(0, len(items) - 1))
    return items, range(start, draw(st.integers(start, len(items) - 1)) + 1)


@given(outlines_with_choice())
def test_changing_levels_changes_nothing_else(choice: tuple[Outline, range]) -> None:
    items, chosen = choice
    for after in (
        levels.deeper(items, chosen),
        levels.further_out(items, chosen),
        *(levels.with_level(items, chosen, level) for level in Level),
    ):
        assert [one.id for one in after] == [one.id for one in items]
        assert [one.content for one in after] == [one.content for one in items]


@given(outlines_with_choice(), st.sampled_from(Level))
def test_what_stood_under_an_item_stands_under_it_still(choice: tuple[Outline, range], level: Level) -> None:
    items, chosen = choice
    index = chosen.start
    assume(items[index].level.rank and level.rank and level is not Level.PLUS)
    after = levels.with_level(items, [index], level)
    assert subtree_end(after, index) >= subtree_end(items, index)


@given(outlines_with_choice())
def test_moving_up_and_down_keeps_every_item(choice: tuple[Outline, range]) -> None:
    items, chosen = choice
    for after in (moves.moved_up(items, chosen), moves.moved_down(items, chosen)):
        assert sorted(one.id for one in after) == sorted(one.id for one in items)


@given(outlines(), st.data())
def test_cutting_an_item_loses_no_word(items: Outline, data: st.DataObject) -> None:
    assume(items)
    index = data.draw(st.integers(0, len(items) - 1))
    one = items[index]
    at = data.draw(st.integers(0, len(one.content)))
    assert words((head(one, at), tail(one, at))) == words((one,))
    after, spot = entered(items, Spot(index, at))
    assert words(after) == words(items)
    assert 0 <= spot.index < len(after)


@given(outlines(), st.data())
def test_what_is_taken_out_is_what_lay_between(items: Outline, data: st.DataObject) -> None:
    assume(items)
    spots = st.integers(0, len(items) - 1).flatmap(
        lambda index: st.builds(Spot, st.just(index), st.integers(0, len(items[index].content)))
    )
    start, end = sorted((data.draw(spots), data.draw(spots)))
    after, spot = without_range(items, start, end)
    taken = between(items, start, end)
    assert len(words(after)) + len(words(taken)) == len(words(items))
    assert spot.index == start.index


@given(outlines())
def test_going_round_the_headings_keeps_the_line(items: Outline) -> None:
    for one in items:
        assert words((next_heading(one),)) == words((one,))


@given(outlines())
def test_every_line_is_arranged_and_depth_grows_by_steps_of_one(items: Outline) -> None:
    rows = arranged(items)
    assert len(rows) == len(items)
    for before, row in pairwise(row for row in rows if row.label):
        assert row.depth <= before.depth + 1


def test_tab_takes_the_level_its_likes_have() -> None:
    items = read("1. *A*", "a) x", "1. *B*", "1. C")
    assert written(levels.deeper(items, [3]))[3] == "a) C"


def test_tab_gives_a_dash_under_a_heading_where_nothing_else_is_known() -> None:
    assert written(levels.deeper(read("1. *A*", "1. B"), [1]))[1] == "- B"


def test_tab_on_a_paragraph_gives_the_level_around_it() -> None:
    assert written(levels.deeper(read("- A", "B"), [1]))[1] == "- B"
    assert written(levels.deeper(read("1. *A*", "B"), [1]))[1] == "- B"
    assert written(levels.deeper(read("B"), [0]))[0] == "1. B"


def test_children_follow_where_they_make_sense() -> None:
    items = read("1. *A*", "- B", "+ C")
    assert written(levels.further_out(items, [1])) == ["1. *A*", "1. B", "- C"]


def test_an_item_moves_over_its_neighbour_with_all_that_stands_under_it() -> None:
    items = read("1. *A*", "- a", "1. *B*", "- b", "+ c")
    assert written(moves.moved_up(items, [2])) == ["1. *B*", "- b", "+ c", "1. *A*", "- a"]


def test_an_item_moves_out_of_its_parent_at_the_edge() -> None:
    items = read("1. *A*", "- a", "1. *B*", "- b")
    assert written(moves.moved_up(items, [3])) == ["1. *A*", "- a", "- b", "1. *B*"]
    assert written(moves.moved_down(items, [1])) == ["1. *A*", "1. *B*", "- a", "- b"]
