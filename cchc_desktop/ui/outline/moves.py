"""Moving, doubling and taking away whole items with what stands under them. Pure functions on outlines."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_desktop.domain.outline import Outline, OutlineItem, subtree_end, with_new_ids
from cchc_desktop.ui.outline.levels import roots


def span(items: Outline, indexes: Iterable[int]) -> tuple[int, int]:
    """First and one past the last of the chosen items and what stands under them."""
    chosen = roots(items, indexes)
    return chosen[0], max(subtree_end(items, index) for index in chosen)


def moved_up(items: Outline, indexes: Iterable[int]) -> Outline:
    """The outline with the chosen items before what stands above them."""
    start, end = span(items, indexes)
    if start == 0:
        return items
    rank = _rank(items, start, end)
    target = start - 1
    while rank and target > 0 and (items[target].level.rank == 0 or items[target].level.rank > rank):
        target -= 1
    return (*items[:target], *items[start:end], *items[target:start], *items[end:])


def moved_down(items: Outline, indexes: Iterable[int]) -> Outline:
    """The outline with the chosen items behind what stands below them."""
    start, end = span(items, indexes)
    if end == len(items):
        return items
    rank = _rank(items, start, end)
    target = subtree_end(items, end) if rank and items[end].level.rank == rank else end + 1
    return (*items[:start], *items[end:target], *items[start:end], *items[target:])


def doubled(items: Outline, indexes: Iterable[int]) -> tuple[Outline, int]:
    """The outline with a copy of the chosen items behind them, and where the copy begins."""
    start, end = span(items, indexes)
    return (*items[:end], *with_new_ids(items[start:end]), *items[end:]), end


def without(items: Outline, indexes: Iterable[int]) -> tuple[Outline, int]:
    """The outline without the chosen items and what stands under them, and how many went."""
    start, end = span(items, indexes)
    return (*items[:start], *items[end:]), end - start


def with_new_after(items: Outline, index: int) -> tuple[Outline, int]:
    """The outline with an empty item of the same level behind ``items[index]`` and what stands under it."""
    end = subtree_end(items, index)
    return (*items[:end], OutlineItem(items[index].level), *items[end:]), end


def _rank(items: Outline, start: int, end: int) -> int:
    return min((one.level.rank for one in items[start:end] if one.level.rank), default=0)
