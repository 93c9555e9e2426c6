"""Where pasted text goes in an outline. Pure functions on outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import fold, new_id, upper_first
from cchc_desktop.paper.pasted import Recognised, RecognisedSection
from cchc_desktop.ui.outline.pieces import SEPARATOR, Spot, head, tail

_DEEPER = {
    Level.ARABIC: Level.DECIMAL,
    Level.DECIMAL: Level.SUBDECIMAL,
    Level.SUBDECIMAL: Level.LETTER,
}


def fragment_of(items: Outline) -> RichText | None:
    """The text of a fragment that has no structure of its own, else None."""
    if len(items) == 1 and items[0].level is Level.PARAGRAPH:
        return items[0].content
    return None


def with_fragment(items: Outline, spot: Spot, text: RichText) -> tuple[Outline, Spot]:
    """The outline with text put into a line."""
    if not items:
        return (OutlineItem(Level.PARAGRAPH, text=text),), Spot(0, len(text))
    one = items[spot.index]
    if one.heading and spot.at <= len(one.heading):
        changed = replace(one, heading=one.heading.slice(0, spot.at) + text + one.heading.slice(spot.at))
    else:
        at = max(0, spot.at - len(one.heading) - len(SEPARATOR)) if one.heading else spot.at
        changed = replace(one, text=one.text.slice(0, at) + text + one.text.slice(at))
    return (*items[: spot.index], changed, *items[spot.index + 1 :]), Spot(spot.index, spot.at + len(text))


def with_items(items: Outline, spot: Spot, pasted: Outline) -> tuple[Outline, Spot]:
    """The outline with items put in at a place; an empty line there gives way, one that has text is cut in two.

    Lines without any label take the level of the item they are pasted into.
    """
    if not items:
        return pasted, Spot(len(pasted) - 1, len(pasted[-1].content))
    one = items[spot.index]
    new = list(pasted)
    if all(item.level is Level.PARAGRAPH for item in new):
        new = [replace(item, level=one.level) for item in new]
    first, rest = head(one, spot.at), replace(tail(one, spot.at), id=new_id())
    around_start = () if spot.at == 0 else (first,)
    around_end = () if rest.is_empty else (rest if around_start else replace(rest, id=one.id),)
    found = (*items[: spot.index], *around_start, *new, *around_end, *items[spot.index + 1 :])
    last = spot.index + len(around_start) + len(new) - 1
    return found, Spot(last, len(new[-1].content))


def as_items(recognised: Recognised, title: str = "") -> tuple[Outline, tuple[str, ...]]:
    """Pasted text as items of one section, and what has to be told about it.

    Titles of sections become headings "1.", and what stood under them goes one level deeper. A single title that is
    the very one of the section pasted into is left out, for it stands on the page already.
    """
    notes = recognised.notes
    if not recognised.sections:
        return (*recognised.leading, *recognised.tail), notes
    only = recognised.sections[0]
    if len(recognised.sections) == 1 and title.strip() and fold(only.title) == fold(title):
        left_out = f"Đã bỏ dòng “{only.title}” vì trùng với tên mục đang soạn."
        return (*recognised.leading, *only.items, *recognised.tail), (*notes, left_out)
    below = [item for section in recognised.sections for item in _under_heading(section)]
    return (*recognised.leading, *below, *recognised.tail), notes


def _under_heading(section: RecognisedSection) -> Sequence[OutlineItem]:
    plain = section.title.strip()
    title = upper_first(plain.lower()) if plain.isupper() and not _has_abbreviation(plain) else plain
    return (
        OutlineItem(Level.ARABIC, heading=RichText.of(title)),
        *(replace(item, level=_DEEPER.get(item.level, item.level)) for item in section.items),
    )


def _has_abbreviation(title: str) -> bool:
    """Whether a word of capitals is likely an abbreviation, which small letters would spoil."""
    vowels = set("aeiouy")
    return any(len(word) > 1 and not vowels & set(fold(word)) for word in title.split()) or "UBND" in title
