"""Labels of outline items, computed from their order (NĐ 30/2020, Phụ lục I, II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc_desktop.domain.outline import Level, OutlineItem
from cchc_desktop.domain.vietnamese import point_letter, roman


def labels(items: Iterable[OutlineItem]) -> tuple[str, ...]:
    """The label of each item in turn: "1.", "1.1.", "a)", "-", "+", or nothing for a plain paragraph.

    A count goes on over plain paragraphs and deeper items and starts anew after an outer item.
    """
    return levels_to_labels(one.level for one in items)


def levels_to_labels(levels: Iterable[Level]) -> tuple[str, ...]:
    """As :func:`labels`, from the levels alone."""
    counts = dict.fromkeys(Level, 0)
    found: list[str] = []
    for level in levels:
        if level.rank:
            counts[level] += 1
            for deeper in Level:
                if deeper.rank > level.rank:
                    counts[deeper] = 0
        found.append(_label(level, counts))
    return tuple(found)


def _label(level: Level, counts: dict[Level, int]) -> str:
    match level:
        case Level.PARAGRAPH:
            return ""
        case Level.DASH | Level.PLUS:
            return str(level.value)
        case Level.LETTER:
            return f"{point_letter(counts[level])})"
        case Level.ARABIC:
            return f"{counts[Level.ARABIC]}."
        case Level.DECIMAL:
            return f"{max(counts[Level.ARABIC], 1)}.{counts[Level.DECIMAL]}."
        case Level.SUBDECIMAL:
            return (
                f"{max(counts[Level.ARABIC], 1)}.{max(counts[Level.DECIMAL], 1)}.{counts[Level.SUBDECIMAL]}."
            )


def section_label(number: int) -> str:
    """ "I." of the nth section."""
    return f"{roman(number)}."


def article_label(number: int) -> str:
    """ "Điều 1." of the nth article."""
    return f"Điều {number}."


_LABELS = (
    (re.compile(r"\d+\.\d+\.\d+\.?"), Level.SUBDECIMAL),
    (re.compile(r"\d+\.\d+\.?"), Level.DECIMAL),
    (re.compile(r"\d+[.)]"), Level.ARABIC),
    (re.compile(r"[a-zđ]{1,2}[.)]"), Level.LETTER),
    (re.compile(r"[-–—•*]"), Level.DASH),
    (re.compile(r"\+"), Level.PLUS),
)


def level_of_label(label: str) -> Level:
    """The level a label stands for; what is no label of an outline makes a plain paragraph."""
    return next((level for pattern, level in _LABELS if pattern.fullmatch(label)), Level.PARAGRAPH)
