"""The plain notation in which catalogue files write an outline: one line an item, its level in front."""

from __future__ import annotations

import re

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item
from cchc_desktop.domain.rich_text import EMPTY, RichText

_LEVELS = (
    (re.compile(r"\d+\.\d+\.\d+\. "), Level.SUBDECIMAL),
    (re.compile(r"\d+\.\d+\. "), Level.DECIMAL),
    (re.compile(r"\d+\. "), Level.ARABIC),
    (re.compile(r"[a-zđ]\) "), Level.LETTER),
    (re.compile(r"- "), Level.DASH),
    (re.compile(r"\+ "), Level.PLUS),
)
_HEADING = re.compile(r"\*\*(.+?)\*\*(?:: (.+))?$")


def read_outline(notation: str) -> Outline:
    """Items from lines such as ``1. **Mục đích**``, ``- **Cải cách thể chế**: Tuyên truyền …``, ``a) …``, or plain text.

    The number or letter written only tells the level; the program counts. Blank lines mean nothing.
    """
    return tuple(_read_line(line.strip()) for line in notation.splitlines() if line.strip())


def _read_line(line: str) -> OutlineItem:
    level = Level.PARAGRAPH
    for pattern, found in _LEVELS:
        match = pattern.match(line)
        if match is not None:
            level, line = found, line[match.end() :]
            break
    headed = _HEADING.match(line)
    if headed is None:
        return item(level, line)
    heading, text = headed.groups()
    return item(level, RichText.of(text) if text else EMPTY, heading)
