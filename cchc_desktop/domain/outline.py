"""The outline of a section: items with a level; their labels are computed, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import new_id


class Level(Enum):
    """How an item is labelled. The order of definition is the order of nesting, outermost first."""

    PARAGRAPH = ""
    ARABIC = "1."
    DECIMAL = "1.1."
    SUBDECIMAL = "1.1.1."
    LETTER = "a)"
    DASH = "-"
    PLUS = "+"

    @property
    def rank(self) -> int:
        """Depth of nesting: 1 for "1." … 6 for "+"; a plain paragraph has none (0) and stands under what precedes it."""
        return _RANKS[self]

    @property
    def is_numbered(self) -> bool:
        """Whether the label counts."""
        return self in (Level.ARABIC, Level.DECIMAL, Level.SUBDECIMAL, Level.LETTER)


_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One labelled paragraph: a heading of its own, a text, or both run in on one line ("heading: text")."""

    level: Level
    heading: RichText = EMPTY
    text: RichText = EMPTY
    id: str = field(default_factory=new_id)

    @property
    def is_heading_only(self) -> bool:
        """Whether the item is a heading on a line of its own."""
        return bool(self.heading) and not self.text

    @property
    def is_run_in(self) -> bool:
        """Whether heading and text share a line."""
        return bool(self.heading) and bool(self.text)

    @property
    def content(self) -> RichText:
        """Heading and text as they are printed behind the label."""
        if self.is_run_in:
            return self.heading + ": " + self.text
        return self.heading + self.text

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not self.heading and not self.text


Outline = tuple[OutlineItem, ...]


def paragraph(text: str | RichText) -> OutlineItem:
    """A plain paragraph."""
    return item(Level.PARAGRAPH, text)


def item(level: Level, text: str | RichText = EMPTY, heading: str | RichText = EMPTY) -> OutlineItem:
    """An item from plain or rich text."""
    return OutlineItem(
        level,
        heading if isinstance(heading, RichText) else RichText.of(heading),
        text if isinstance(text, RichText) else RichText.of(text),
    )


def subtree_end(items: Outline, index: int) -> int:
    """One past the last item that belongs under ``items[index]``.

    A labelled item owns what follows until an item of the same or an outer level. A plain paragraph owns nothing.
    """
    rank = items[index].level.rank
    end = index + 1
    if rank == 0:
        return end
    while end < len(items) and (items[end].level.rank == 0 or items[end].level.rank > rank):
        end += 1
    return end


def with_new_ids(items: Iterable[OutlineItem]) -> Outline:
    """The same items as new things (for copies and pasted text)."""
    return tuple(replace(one, id=new_id()) for one in items)
