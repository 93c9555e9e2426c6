"""The children of an element of a Word file as a reader of the paper sees them: wrappers opened, what is deleted left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from cchc_desktop.formats.word_look import W

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES: Final = f"{MC}AlternateContent"
_DEEPEST: Final = 200

# Tracked insertions and moves are read as accepted; the rest only wraps.
OPENED: Final = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase")
)  # fmt: skip
DELETED: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rt"))


def children(element: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """The children in order; what stands in an insertion, a content control or a hyperlink stands here."""
    for child in element:
        tag = child.tag
        if tag in OPENED:
            if depth < _DEEPEST:
                yield from children(child, depth + 1)
        elif tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None and depth < _DEEPEST:
                yield from children(content, depth + 1)
        elif tag == ALTERNATIVES:
            chosen = alternative(child)
            if chosen is not None and depth < _DEEPEST:
                yield from children(chosen, depth + 1)
        elif tag not in DELETED:
            yield child


def alternative(element: etree._Element) -> etree._Element | None:
    """One of the ways in which a thing is written twice: the newer, or the older when the newer holds no text."""
    ways = [one for one in element if one.tag in (f"{MC}Choice", f"{MC}Fallback")]
    return next((one for one in ways if next(one.iter(f"{W}t"), None) is not None), ways[0] if ways else None)
