"""Compares a real plan with an exported paper, line by line: is every line there, and in order?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

# Traces of Markdown and HTML that the making of the text files left in them.
_MARKUP = re.compile(r"\*+|</?(?:ul|li|i|b|br)\b[^>]*>")
_GLUED = re.compile(r"(?<=[A-ZĐ])\*\*(?=[A-ZĐ])")  # "PHỤ LỤC**CÁC NỘI DUNG": two lines that lost their break
# A number or letter the program assigns itself; dashes and pluses it writes too.
_LABEL = re.compile(r"^(?:[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+])\s*(?=\S)")
_SPACE = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """The text without white space: line ends and paddings of the source are not words."""
    return _SPACE.sub("", text)


def seed_lines(text: str) -> Iterator[str]:
    """The lines of a seed, and the cells of its table rows, without markup and the labels the program assigns."""
    for line in _GLUED.sub("\n**", text).splitlines():
        for cell in line.split("\t"):
            for piece in _MARKUP.sub("\n", cell).split("\n") if "<li>" in cell else [_MARKUP.sub("", cell)]:
                bare = _LABEL.sub("", piece.strip())
                if bare and not re.fullmatch(r"\d+", bare):
                    yield bare


def word_text(path: Path) -> str:
    """The text of a Word file in reading order, cells of a table one after the other."""
    word: WordDocument = docx.Document(str(path))
    return "\n".join(_texts(word.iter_inner_content()))


def _texts(parts: Iterator[Paragraph | Table]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Paragraph):
            yield part.text
            continue
        for row in part.rows:
            for cell in row.cells:
                yield from _texts(cell.iter_inner_content())


@dataclass(frozen=True)
class Comparison:
    """What differs: lines of the seed that are not in the paper, and text of the paper that is not in the seed."""

    missing: tuple[str, ...]
    added: tuple[str, ...]


def compare(
    seed: str, exported: str, *, rewritten: Mapping[str, str] | None = None, added: Collection[str] = ()
) -> Comparison:
    """Every line of the seed against the exported text, in order, and every stretch of text between them.

    ``rewritten`` maps a line of the seed (as :func:`seed_lines` gives it) to what the program lawfully writes instead;
    one that was not needed is reported, for exceptions must stay true. ``added`` is what the program writes and the
    seed lacks. Between two lines nothing may stand but labels, marks and what is listed in ``added``.
    """
    exceptions = dict(rewritten or {})
    whole = squeezed(exported)
    known = tuple(sorted((squeezed(text) for text in added), key=len, reverse=True))
    missing: list[str] = []
    surplus: list[str] = []
    at = 0
    for line in seed_lines(seed):
        wanted = squeezed(exceptions.pop(line, line))
        found = whole.find(wanted, at)
        gap = _unexplained(whole[at:found], known) if found >= 0 else ""
        if found < 0 or (gap and len(wanted) < _TOO_SHORT_TO_TRUST):  # "TT" may stand far ahead by chance
            missing.append(line)
            continue
        at = found + len(wanted)
        surplus.extend([gap] if gap else [])
    rest = _unexplained(whole[at:], known)
    surplus.extend([rest] if rest else [])
    missing.extend(f"exception without need: {line}" for line in exceptions)
    return Comparison(tuple(missing), tuple(surplus))


_TOO_SHORT_TO_TRUST = 25
_LABELS_AND_MARKS = re.compile(r"(?:[IVX]+\.|\d+(?:\.\d+)*\.?|[a-zđ]\)|[-+;.,:/])*")


def _unexplained(gap: str, known: Sequence[str]) -> str:
    for text in known:
        gap = gap.replace(text, "", 1)
    return _LABELS_AND_MARKS.sub("", gap)
