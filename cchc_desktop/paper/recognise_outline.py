"""Pasted lines as an outline: labels become levels, headings are told from texts, sections are cut apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.heal_lines import healed
from cchc_desktop.paper.pasted import PastedLine, Recognised, RecognisedSection
from cchc_desktop.paper.recognise_headings import Leveled, with_headings
from cchc_desktop.paper.recognise_notes import item_notes, section_notes
from cchc_desktop.paper.recognise_roles import guess_roles
from cchc_desktop.paper.source_label import Mark, SourceLabel, label_of_list, split_label, with_label

_LONGEST_TITLE = 200
_TAIL = re.compile(r"trên đây là |nơi nhận\s*:?|điều \d+\.", re.IGNORECASE)
_DEEPEST = {1: Level.ARABIC, 2: Level.DECIMAL, 3: Level.SUBDECIMAL}


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with its label told apart; ``depth`` is how far its list was set in, if the source tells."""

    label: SourceLabel | None
    text: RichText
    depth: int
    numbers: tuple[int, ...] = ()


@dataclass(slots=True)
class _Stretch:
    """Lines under one section heading (or before the first, or after the last)."""

    title: str = ""
    number: int = 0
    numbers: tuple[int, ...] = ()
    lines: list[_Line] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    """Notes and origins, gathered stretch by stretch."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    origins: dict[str, tuple[int, ...]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, items: Outline, lines: list[_Line]) -> None:
        for one, line in zip(items, lines, strict=True):
            if line.numbers:
                self.origins[one.id] = line.numbers
            if line.label is not None:
                self.labels[one.id] = line.label.written


def recognise_outline(lines: Sequence[PastedLine], *, headings: bool = True) -> Recognised:
    """What pasted lines say: items with levels and headings, cut into sections where there are "I. MỤC …" headings.

    No word is dropped; labels are read and left to be computed anew. Without ``headings`` every item is a text, as in
    the cells of a table.
    """
    read = [_read(line) for line in healed(lines)]
    leading, sections, tail = _cut(read)
    gathered = _Gathered([(note, "") for note in section_notes([(s.number, s.title) for s in sections])])
    found: list[RecognisedSection] = []
    for section in sections:
        items, labels = _items(section.lines, headings)
        gathered.add(items, section.lines)
        found.append(RecognisedSection(section.title, guess_roles(section.title), items, section.numbers))
        gathered.notes += item_notes(items, labels, section.title)
    leading_items, leading_labels = _items(leading.lines, headings)
    tail_items, _ = _items(tail.lines, headings)
    gathered.add(leading_items, leading.lines)
    gathered.add(tail_items, tail.lines)
    if not sections:
        gathered.notes += item_notes(leading_items, leading_labels)
    notes, noted = zip(*gathered.notes, strict=True) if gathered.notes else ((), ())
    return Recognised(
        leading_items, tuple(found), tail_items, notes, noted, gathered.origins, gathered.labels
    )


def _read(line: PastedLine) -> _Line:
    plain = line.text.plain
    indent = (len(plain) - len(plain.lstrip())) // 2  # one space in front is a slip, two are a depth
    depth = line.level_hint if line.level_hint is not None else indent
    if line.label:
        return _Line(label_of_list(line.label), line.text.strip(), depth, line.numbers)
    label, text = split_label(line.text)
    return _Line(label, text, depth, line.numbers)


def _cut(lines: Iterable[_Line]) -> tuple[_Stretch, list[_Stretch], _Stretch]:
    """What stands before the sections, the sections, and what follows them."""
    lines = list(lines)
    mark = Mark.ROMAN if any(_is_title(line, Mark.ROMAN) for line in lines) else Mark.CAPITAL
    leading, tail = _Stretch(), _Stretch()
    sections: list[_Stretch] = []
    current = leading
    for line in lines:
        if current is not tail and _is_title(line, mark):
            number = line.label.numbers[0] if line.label is not None and line.label.numbers else 0
            current = _Stretch(line.text.plain.strip(), number, line.numbers)
            sections.append(current)
            continue
        if sections and line.label is None and _TAIL.match(line.text.plain):
            current = tail
        current.lines.append(line)
    return leading, sections, tail


def _is_title(line: _Line, mark: Mark) -> bool:
    plain = line.text.plain.strip()
    if line.label is None or line.label.mark is not mark or not 0 < len(plain) <= _LONGEST_TITLE:
        return False
    capitals = plain.upper() == plain
    if mark is Mark.CAPITAL:
        return capitals
    return capitals or (plain[-1] not in ".;,:" and ": " not in plain)


def _items(lines: list[_Line], headings: bool) -> tuple[Outline, list[SourceLabel | None]]:
    dotted = any(
        line.label is not None
        and line.label.mark is Mark.NUMBER
        and len(line.label.numbers) == 1
        and not line.label.closes_with_bracket
        for line in lines
    )
    bullets: list[int] = []  # depths of the bullets that the present one stands under
    found: list[Leveled] = []
    for line in lines:
        level = _level(line, bullets, bracket_is_deeper=dotted)
        if line.label is not None and line.label.mark not in (Mark.BULLET, Mark.PLUS):
            bullets.clear()
        text = line.text
        if line.label is not None and level is Level.PARAGRAPH:
            text = with_label(line.label, text)
        found.append(Leveled(level, text))
    items = with_headings(found) if headings else tuple(OutlineItem(o.level, text=o.text) for o in found)
    return items, [line.label for line in lines]


def _level(line: _Line, bullets: list[int], *, bracket_is_deeper: bool) -> Level:
    if line.label is None:
        return Level.PARAGRAPH
    match line.label.mark:
        case Mark.ROMAN | Mark.CAPITAL:
            return Level.PARAGRAPH
        case Mark.NUMBER:
            if len(line.label.numbers) == 1 and line.label.closes_with_bracket and bracket_is_deeper:
                return Level.LETTER
            return _DEEPEST.get(len(line.label.numbers), Level.LETTER)
        case Mark.LETTER:
            return Level.LETTER
        case Mark.PLUS:
            return Level.PLUS
        case Mark.BULLET:
            while bullets and bullets[-1] >= line.depth:
                bullets.pop()
            bullets.append(line.depth)
            return Level.PLUS if len(bullets) > 1 else Level.DASH
