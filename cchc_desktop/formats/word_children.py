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
_NOT_PLAIN: Final = OPENED | DELETED | {f"{W}sdt", ALTERNATIVES}


def children(element: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """The children in order; what stands in an insertion, a content control or a hyperlink stands here."""
    for child in element:
        if child.tag in _NOT_PLAIN:
            yield from opened(child, depth)
        else:
            yield child


def opened(child: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """A child itself, what it wraps, or nothing when it was deleted."""
    tag = child.tag
    if tag not in _NOT_PLAIN:
        yield child
    elif tag not in DELETED and depth < _DEEPEST:
        inner: etree._Element | None = child
        if tag == f"{W}sdt":
            inner = child.find(f"{W}sdtContent")
        elif tag == ALTERNATIVES:
            inner = alternative(child)
        if inner is not None:
            yield from children(inner, depth + 1)


def alternative(element: etree._Element) -> etree._Element | None:
    """One of the ways in which a thing is written twice: the newer, or the older when the newer holds no text."""
    ways = [one for one in element if one.tag in (f"{MC}Choice", f"{MC}Fallback")]
    return next((one for one in ways if next(one.iter(f"{W}t"), None) is not None), ways[0] if ways else None)
