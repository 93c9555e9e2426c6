"""How many lines a text takes in a column and how high its row must be: Excel does not find out by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.text_width import text_width
from cchc_desktop.paper.page_setup import SIZE_TABLE

# Excel's own padding, and a reserve: a line too many is a thin gap, a line too few is text that nobody sees.
_PADDING_MM: Final = 1.4
_RESERVE: Final = 1.01
_LINE_HEIGHT: Final = 1.31  # of the type size, as Excel spaces lines of Times New Roman
_ROW_PADDING: Final = 4.0
# A row of Excel cannot be higher than 409 points, nor a printed one than its page; one that is goes on in rows of few
# lines, so that it begins where it stands and not on a new page.
MOST_LINES: Final = 24
PORTION: Final = 6


def row_height(lines: int, size: float = SIZE_TABLE, *, padded: bool = True) -> float:
    """The height in points of a row whose fullest cell has so many lines."""
    return round(max(lines, 1) * size * _LINE_HEIGHT + padded * _ROW_PADDING, 2)


def line_count(text: str, width: float, size: float = SIZE_TABLE, *, bold: bool = False) -> int:
    """Into how many lines a text falls in a column ``width`` millimetres wide."""
    room = _room(width)
    return sum(len(_breaks(line, room, size, bold)) + 1 for line in text.split("\n"))


def parts(lines: Sequence[RichText], width: float, most: int = MOST_LINES) -> list[tuple[RichText, int]]:
    """The paragraphs of a cell in portions of at most so many lines: (text, lines it takes). Mostly one portion."""
    pieces = list(_pieces(lines, width, most))
    if len(pieces) == 1:
        return pieces
    found: list[tuple[RichText, int]] = []
    taken: list[RichText] = []
    height = 0
    for text, needed in pieces:
        if taken and height + needed > most:
            found.append((_stacked(taken), height))
            taken, height = [], 0
        taken.append(text)
        height += needed
    return [*found, (_stacked(taken), max(height, 1))]


def _pieces(lines: Sequence[RichText], width: float, most: int) -> Iterator[tuple[RichText, int]]:
    """The paragraphs and their heights in lines; one higher than ``most`` is cut where a line ends."""
    room = _room(width)
    for line in lines:
        breaks = _breaks(line.plain, room, SIZE_TABLE, line.is_emphasised and all(run.bold for run in line))
        if len(breaks) < most:
            yield line, len(breaks) + 1
            continue
        starts = (0, *breaks[most - 1 :: most])
        for start, end in zip(starts, (*starts[1:], len(line)), strict=True):
            height = sum(start < place < end for place in breaks) + 1
            yield line.slice(start, end).strip(), height


def _stacked(lines: Sequence[RichText]) -> RichText:
    if not lines:
        return RichText()
    text = lines[0]
    for line in lines[1:]:
        text = text + "\n" + line
    return text


def _room(width: float) -> float:
    return max(width - _PADDING_MM, 1.0) / _RESERVE


@lru_cache(maxsize=4_000)  # agencies and timings stand in many rows
def _breaks(line: str, room: float, size: float, bold: bool) -> tuple[int, ...]:
    """The places in a line of text where a new line begins when it is wrapped."""
    found: list[int] = []
    space = _word_width(" ", size, bold)
    at = 0
    used = 0.0
    for word in line.split(" "):
        width = _word_width(word, size, bold)
        if used and used + space + width > room:
            found.append(at)
            used = 0.0
        used += width + (space if used else 0.0)
        while used > room:  # a word wider than the column is broken anywhere
            found.append(min(at + max(int(len(word) * room / width), 1), len(line)))
            used -= room
        at += len(word) + 1
    return tuple(found)


@lru_cache(maxsize=8_000)
def _word_width(word: str, size: float, bold: bool) -> float:
    return text_width(word, size, bold=bold)
