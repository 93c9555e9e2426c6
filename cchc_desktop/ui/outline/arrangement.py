"""How the lines of an outline stand beside each other: label and depth of indentation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.outline import OutlineItem
from cchc_desktop.paper.blocks import ItemBlock
from cchc_desktop.paper.numbering import labels


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what stands before its text, and how deep it is indented (0 is outermost)."""

    label: str
    depth: int


def arranged(items: Sequence[OutlineItem]) -> tuple[Row, ...]:
    """The rows of an outline. Depth counts the items something stands under, whatever levels were left out between.

    A plain paragraph stands under the nearest heading of its own line, else outermost.
    """
    rows: list[Row] = []
    open_items: list[tuple[int, bool]] = []  # rank and whether a heading of its own line, outermost first
    for one, label in zip(items, labels(items), strict=True):
        rank = one.level.rank
        if rank:
            while open_items and open_items[-1][0] >= rank:
                open_items.pop()
            depth = len(open_items)
            open_items.append((rank, one.is_heading_only))
        else:
            depth = max((i + 1 for i, (_, heading) in enumerate(open_items) if heading), default=0)
        rows.append(Row(label, depth))
    return tuple(rows)


def heading_is_bold(one: OutlineItem) -> bool:
    """Whether paper prints the heading of this item bold."""
    return ItemBlock(one.level, heading=one.heading, text=one.text).bold_label
