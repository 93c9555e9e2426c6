"""Which level an item gets when it goes deeper or further out, in the light of the levels the outline uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, subtree_end

# What usually stands below an item, in the plans seen: "1." over "-", "a)" over "-", "-" over "+".
_USUAL_CHILD: dict[Level, Level] = {
    Level.PARAGRAPH: Level.DASH,
    Level.ARABIC: Level.DASH,
    Level.DECIMAL: Level.DASH,
    Level.SUBDECIMAL: Level.DASH,
    Level.LETTER: Level.DASH,
    Level.DASH: Level.PLUS,
    Level.PLUS: Level.PLUS,
}


def parent_index(items: Sequence[OutlineItem], index: int) -> int | None:
    """The labelled item that ``items[index]`` stands under; for a paragraph the nearest heading above it."""
    rank = items[index].level.rank
    for above in range(index - 1, -1, -1):
        one = items[above]
        if rank == 0:
            if one.is_heading_only and one.level.rank:
                return above
        elif 0 < one.level.rank < rank:
            return above
    return None


def child_level(items: Sequence[OutlineItem], index: int) -> Level:
    """The level of what stands below ``items[index]``: as its own children, as those of its likes, or as usual."""
    level = items[index].level
    for one in chain((index,), range(index - 1, -1, -1), range(index + 1, len(items))):
        if items[one].level is level and items[one].is_heading_only is items[index].is_heading_only:
            below = one + 1
            if below < len(items) and items[below].level.rank > level.rank > 0:
                return items[below].level
    return _USUAL_CHILD[level]


def first_child_level(items: Sequence[OutlineItem], index: int) -> Level:
    """As :func:`child_level`, where paragraphs below a heading count as its children too."""
    level = items[index].level
    for one in chain(range(index - 1, -1, -1), range(index + 1, len(items))):
        if items[one].level is level and items[one].is_heading_only and one + 1 < len(items):
            below = items[one + 1].level
            if below.rank == 0 or below.rank > level.rank:
                return below
    return child_level(items, index)


def roots(items: Outline, indexes: Iterable[int]) -> tuple[int, ...]:
    """The chosen items that do not stand under another chosen one."""
    found: list[int] = []
    covered = 0
    for index in sorted(set(indexes)):
        if index >= covered:
            found.append(index)
            covered = subtree_end(items, index)
    return tuple(found)


def with_level(items: Outline, indexes: Iterable[int], level: Level) -> Outline:
    """The outline with the chosen items at ``level``, and what stands under them still under them."""
    for index in roots(items, indexes):
        items = _with_root_level(items, index, level)
    return items


def deeper(items: Outline, indexes: Iterable[int]) -> Outline:
    """The outline with the chosen items one level further in."""
    for index in roots(items, indexes):
        items = _with_root_level(items, index, deeper_level(items, index))
    return items


def further_out(items: Outline, indexes: Iterable[int]) -> Outline:
    """The outline with the chosen items one level further out; the outermost become plain paragraphs."""
    for index in roots(items, indexes):
        items = _with_root_level(items, index, outer_level(items, index))
    return items


def deeper_level(items: Sequence[OutlineItem], index: int) -> Level:
    """The level that "deeper" gives ``items[index]``."""
    level = items[index].level
    if level is Level.PARAGRAPH:
        return _level_of_labelled_paragraph(items, index)
    for above in range(index - 1, -1, -1):
        one = items[above].level
        if one is level:
            found = child_level(items, above)
            return found if found.rank > level.rank else _USUAL_CHILD[level]
        if 0 < one.rank < level.rank:
            break
    return _USUAL_CHILD[level]


def outer_level(items: Sequence[OutlineItem], index: int) -> Level:
    """The level that "further out" gives ``items[index]``."""
    level = items[index].level
    above = parent_index(items, index)
    if level is Level.PARAGRAPH or above is None:
        return Level.PARAGRAPH
    return items[above].level


def _level_of_labelled_paragraph(items: Sequence[OutlineItem], index: int) -> Level:
    for above in range(index - 1, -1, -1):
        one = items[above]
        if one.level.rank:
            return child_level(items, above) if one.is_heading_only else one.level
    after = next((one.level for one in items[index + 1 :] if one.level.rank), None)
    return after or Level.ARABIC


def _with_root_level(items: Outline, index: int, level: Level) -> Outline:
    if items[index].level is level:
        return items
    end = subtree_end(items, index)
    changed = [replace(items[index], level=level)]
    new_levels: dict[Level, Level] = {}
    parents: list[tuple[Level, Level]] = [(items[index].level, level)]  # as it was, as it is now
    for one in items[index + 1 : end]:
        if one.level.rank == 0 or level.rank == 0:
            changed.append(one)
            continue
        while len(parents) > 1 and parents[-1][0].rank >= one.level.rank:
            parents.pop()
        fitted = new_levels.setdefault(one.level, _fitted(one.level, parents[-1][1]))
        parents.append((one.level, fitted))
        changed.append(replace(one, level=fitted))
    return (*items[:index], *changed, *items[end:])


def _fitted(level: Level, parent: Level) -> Level:
    """The level of a child whose parent is now at ``parent``: its own where it makes sense there."""
    if level is Level.PLUS and parent not in (Level.DASH, Level.PLUS):
        return Level.DASH
    if level is Level.SUBDECIMAL and parent is Level.ARABIC:
        return Level.DECIMAL
    return level if level.rank > parent.rank else _USUAL_CHILD[parent]
