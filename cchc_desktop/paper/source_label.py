"""Labels as people type them at the start of a line, and what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import POINT_LETTERS, roman_number


class Mark(Enum):
    """The kinds of labels of a source."""

    ROMAN = "I."
    CAPITAL = "A."
    NUMBER = "1."
    LETTER = "a)"
    BULLET = "-"
    PLUS = "+"


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """A label as written, its kind, and the numbers in it ("1.4.2." has three)."""

    written: str
    mark: Mark
    numbers: tuple[int, ...] = ()

    @property
    def closes_with_bracket(self) -> bool:
        """Whether it is written "1)" and not "1."."""
        return self.written.endswith(")")


_UPPER = 'A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ“"(‘'
# What may follow a label: white space and then something, or at once a capital ("1.Mục đích").
_NEXT = rf"(?:\s+(?=\S)|(?=[{_UPPER}]))"
_BULLETS = "-–—−‒•·●▪■◦○∙*►➢✓✔❖\uf0b7\uf02d\uf0a7\uf0d8\uf0fc\uf076"
_PATTERNS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    (Mark.ROMAN, re.compile(rf"([IVX]{{1,6}})\s?[.)/]{_NEXT}")),
    (Mark.CAPITAL, re.compile(r"([A-HĐ])[.)/]\s+(?=\S)")),
    (Mark.NUMBER, re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{0,5}})\s?[.)/]{_NEXT}")),
    (Mark.NUMBER, re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,5}})\s+(?=[{_UPPER}])")),
    (Mark.LETTER, re.compile(rf"([a-zđ])\s?[.)/]{_NEXT}")),
    (Mark.LETTER, re.compile(r"([abcdđ][a-zđ])\)\s+(?=\S)")),
    (Mark.PLUS, re.compile(rf"(\+){_NEXT}")),
    (Mark.BULLET, re.compile(rf"([{re.escape(_BULLETS)}]){_NEXT}")),
)


def split_label(text: RichText) -> tuple[SourceLabel | None, RichText]:
    """The label at the start of a line, or None, and the text behind it without white space at its ends."""
    stripped = text.strip()
    plain = stripped.plain
    for mark, pattern in _PATTERNS:
        match = pattern.match(plain)
        if match is not None:
            label = _label(mark, match)
            if label is not None:
                return label, stripped.slice(match.end()).strip()
    return None, stripped


def label_of_list(written: str) -> SourceLabel | None:
    """The label that a list of Word or of a web page printed; a sign that is no number is a bullet."""
    shown = written.strip()
    if not shown:
        return None
    label, _ = split_label(RichText.of(f"{shown} X"))
    if label is None and len(shown) > 1:  # "1", "1.1": numbers without a mark
        label, _ = split_label(RichText.of(f"{shown}. X"))
    return label if label is not None else SourceLabel(shown, Mark.BULLET)


def with_label(label: SourceLabel, text: RichText) -> RichText:
    """The line as it was written, for labels that the outline has no level for."""
    return RichText.of(f"{label.written} ") + text if text else RichText.of(label.written) + EMPTY


def _label(mark: Mark, match: re.Match[str]) -> SourceLabel | None:
    inner = match[1]
    written = match[0].strip()
    match mark:
        case Mark.ROMAN:
            try:
                return SourceLabel(written, mark, (roman_number(inner),))
            except ValueError:
                return None
        case Mark.NUMBER:
            return SourceLabel(written, mark, tuple(int(part) for part in inner.split(".")))
        case Mark.LETTER:
            return SourceLabel(written, mark) if _numbers_something(inner) else None
        case Mark.CAPITAL | Mark.PLUS | Mark.BULLET:
            return SourceLabel(written, mark)


def _numbers_something(letters: str) -> bool:
    # f, j, w, z number nothing by the decree, but people do write "f)".
    return len(letters) == 1 or all(letter in POINT_LETTERS for letter in letters)
