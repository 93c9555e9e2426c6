"""Cutting items apart and joining them: what Enter, Backspace and deleting do. Pure functions on outlines.

Positions are counted in the characters of ``OutlineItem.content``, the line as the editor shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.ui.outline.levels import first_child_level, outer_level

SEPARATOR = ": "


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in an outline: the number of an item and a position in its content."""

    index: int
    at: int


def head(one: OutlineItem, at: int) -> OutlineItem:
    """The item up to a position."""
    heading, text = len(one.heading), len(one.heading) + len(SEPARATOR)
    if not one.is_run_in:
        return replace(one, heading=one.heading.slice(0, at), text=one.text.slice(0, at))
    if at <= text:
        return replace(one, heading=one.heading.slice(0, min(at, heading)), text=EMPTY)
    return replace(one, text=one.text.slice(0, at - text))


def tail(one: OutlineItem, at: int) -> OutlineItem:
    """The item from a position on."""
    heading, text = len(one.heading), len(one.heading) + len(SEPARATOR)
    if not one.is_run_in:
        return replace(one, heading=one.heading.slice(at), text=one.text.slice(at))
    if at < heading:
        return replace(one, heading=one.heading.slice(at))
    return replace(one, heading=EMPTY, text=one.text.slice(max(0, at - text)))


def joined(first: OutlineItem, second: OutlineItem) -> OutlineItem:
    """Both on one line, at the first one's level. A text joined to a heading of its own line runs in behind it."""
    if first.is_empty:
        return replace(second, level=first.level)
    if second.is_empty:
        return first
    if not first.is_heading_only:
        return replace(first, text=first.text + second.content)
    if second.heading:
        return replace(first, heading=first.heading + second.heading, text=second.text)
    return replace(first, heading=first.heading.without_end(":") or first.heading, text=second.text)


def entered(items: Outline, spot: Spot) -> tuple[Outline, Spot]:
    """What Enter does: a new item, or, on an empty one, one level further out."""
    if not items:
        return (OutlineItem(Level.PARAGRAPH), OutlineItem(Level.PARAGRAPH)), Spot(1, 0)
    one = items[spot.index]
    before, after = items[: spot.index], items[spot.index + 1 :]
    if one.is_empty and one.level is not Level.PARAGRAPH:
        return (*before, replace(one, level=outer_level(items, spot.index)), *after), Spot(spot.index, 0)
    if spot.at == 0 and not one.is_empty:
        return (*before, OutlineItem(one.level), *items[spot.index :]), Spot(spot.index + 1, 0)
    if one.is_heading_only and spot.at >= len(one.content):
        child = OutlineItem(first_child_level(items, spot.index))
        return (*before, one, child, *after), Spot(spot.index + 1, 0)
    second = replace(tail(one, spot.at), id=new_id())
    return (*before, head(one, spot.at), second, *after), Spot(spot.index + 1, 0)


def backspaced(items: Outline, index: int) -> tuple[Outline, Spot]:
    """What Backspace does at the start of an item: the label goes first, then the line joins the one above."""
    one = items[index]
    if one.level is not Level.PARAGRAPH:
        return (*items[:index], replace(one, level=Level.PARAGRAPH), *items[index + 1 :]), Spot(index, 0)
    if index == 0:
        return items, Spot(0, 0)
    return joined_with_next(items, index - 1)


def joined_with_next(items: Outline, index: int) -> tuple[Outline, Spot]:
    """The item and the next one as one line; the position is where they meet."""
    if index + 1 >= len(items):
        return items, Spot(index, len(items[index].content))
    first, second = items[index], items[index + 1]
    return (*items[:index], joined(first, second), *items[index + 2 :]), Spot(index, _meeting(first, second))


def _meeting(first: OutlineItem, second: OutlineItem) -> int:
    """Where the second line begins in the joined one."""
    if first.is_heading_only and second.text and not second.heading:
        return len(joined(first, second).content) - len(second.text)
    return len(first.content)


def without_part(one: OutlineItem, start: int, end: int) -> OutlineItem:
    """The item without some characters of its line."""
    behind = len(one.heading) + len(SEPARATOR) if one.is_run_in else 0
    return replace(
        one,
        heading=one.heading.slice(0, start) + one.heading.slice(end),
        text=one.text.slice(0, max(0, start - behind)) + one.text.slice(max(0, end - behind)),
    )


def without_range(items: Outline, start: Spot, end: Spot) -> tuple[Outline, Spot]:
    """The outline without what lies between two positions; what is left of the two lines becomes one."""
    if start.index == end.index:
        one, meeting = without_part(items[start.index], start.at, end.at), start.at
    else:
        first, second = head(items[start.index], start.at), tail(items[end.index], end.at)
        one, meeting = joined(first, second), _meeting(first, second)
    return (*items[: start.index], one, *items[end.index + 1 :]), Spot(start.index, meeting)


def between(items: Outline, start: Spot, end: Spot) -> Outline:
    """What lies between two positions, as items."""
    if start.index == end.index:
        return (head(tail(items[start.index], start.at), _after_cut(items[start.index], start.at, end.at)),)
    first = tail(items[start.index], start.at)
    last = head(items[end.index], end.at)
    return (first, *items[start.index + 1 : end.index], last)


def _after_cut(one: OutlineItem, start: int, end: int) -> int:
    """Where ``end`` lies in ``tail(one, start)``."""
    return max(0, len(tail(one, start).content) - (len(one.content) - end))


def with_heading(one: OutlineItem, length: int) -> OutlineItem:
    """The item with the first characters of its line as its heading; the whole line when that is its length."""
    content = one.content
    heading = content.slice(0, length).strip().without_end(":")
    rest = content.slice(length)
    text = rest.slice(len(rest.plain) - len(rest.plain.lstrip(": "))).strip()
    if not text:
        return replace(one, heading=content, text=EMPTY)
    if not heading:
        return without_heading(one)
    return replace(one, heading=heading, text=text)


def without_heading(one: OutlineItem) -> OutlineItem:
    """The item with its whole line as text."""
    return replace(one, heading=EMPTY, text=one.content)


def run_in_length(one: OutlineItem) -> int | None:
    """How many characters before the first ":" of a line could be its run-in heading; None where nothing follows it."""
    plain = one.content.plain
    at = plain.find(":")
    return at if at > 0 and plain[:at].strip() and plain[at + 1 :].strip() else None


def next_heading(one: OutlineItem) -> OutlineItem:
    """Text, heading before the ":", heading of the whole line, text again."""
    if one.is_heading_only:
        return without_heading(one)
    if one.is_run_in:
        return with_heading(one, len(one.content))
    length = run_in_length(one)
    return with_heading(one, len(one.content) if length is None else length)
