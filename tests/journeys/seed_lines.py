"""Compares a real plan with an exported paper, line by line: is every line there, and in order?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

# Traces of Markdown and HTML that the making of the text files left in them.
_MARKUP = re.compile(r"\*+|</?(?:ul|li|i|b|br)\b[^>]*>")
# A number or letter the program assigns itself; dashes and pluses it writes too.
_LABEL = re.compile(r"^(?:[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+])\s*(?=\S)")
_SPACE = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """The text without white space: line ends and paddings of the source are not words."""
    return _SPACE.sub("", text)


def seed_lines(text: str) -> Iterator[str]:
    """The lines of a seed, and the cells of its table rows, without markup and the labels the program assigns."""
    for line in text.splitlines():
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


def lines_missing(seed: str, exported: str, *, excused: dict[str, str]) -> list[str]:
    """The lines of the seed that do not stand in the exported text behind the line before them.

    ``excused`` maps a line of the seed (as :func:`seed_lines` gives it) to the reason why it reads otherwise. An
    excuse that is not needed, because its line is there, is reported as missing too: excuses must stay true.
    """
    whole = squeezed(exported)
    missing: list[str] = []
    used: set[str] = set()
    at = 0
    for line in seed_lines(seed):
        found = whole.find(squeezed(line), at)
        if found >= 0:
            at = found + len(squeezed(line))
        elif line in excused:
            used.add(line)
        else:
            missing.append(line)
    missing.extend(f"excused without need: {line}" for line in excused if line not in used)
    return missing
