"""The outline: what belongs under an item, and copies that are new things."""

from __future__ import annotations

from hypothesis import given

from cchc_desktop.domain.outline import Level, Outline, item, paragraph, subtree_end, with_new_ids
from tests.strategies import outlines

OUTLINE: Outline = (
    item(Level.ARABIC, heading="Mục đích"),
    item(Level.LETTER, "Điểm a"),
    item(Level.DASH, "Gạch"),
    paragraph("Đoạn tiếp theo của gạch"),
    item(Level.LETTER, "Điểm b"),
    item(Level.ARABIC, heading="Yêu cầu"),
)


def test_an_item_owns_what_follows_up_to_its_equal() -> None:
    assert [subtree_end(OUTLINE, index) for index in range(len(OUTLINE))] == [5, 4, 4, 4, 5, 6]


@given(outlines())
def test_a_subtree_holds_only_deeper_items_and_paragraphs(items: Outline) -> None:
    for index, one in enumerate(items):
        end = subtree_end(items, index)
        assert index < end <= len(items)
        below = items[index + 1 : end]
        assert all(under.level.rank == 0 or under.level.rank > one.level.rank for under in below)
        if one.level.rank and end < len(items):
            assert 0 < items[end].level.rank <= one.level.rank


@given(outlines())
def test_a_copy_says_the_same_under_new_keys(items: Outline) -> None:
    copied = with_new_ids(items)
    assert [(one.level, one.heading, one.text) for one in copied] == [
        (one.level, one.heading, one.text) for one in items
    ]
    assert not {one.id for one in copied} & {one.id for one in items}


def test_heading_and_text_are_printed_on_one_line_when_both_are_there() -> None:
    both = item(Level.DASH, "Tuyên truyền", "Cải cách thể chế")
    assert both.is_run_in
    assert both.content.plain == "Cải cách thể chế: Tuyên truyền"
    assert item(Level.ARABIC, heading="Mục đích").is_heading_only
    assert item(Level.DASH).is_empty


def test_levels_nest_in_the_order_of_the_paper() -> None:
    assert [level.rank for level in Level] == list(range(7))
    assert [level.is_numbered for level in Level] == [False, True, True, True, True, False, False]
