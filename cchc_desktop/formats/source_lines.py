"""What all readers do with the lines they found: count them, and see columns that were made with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.source import (
    Alignment,
    SourceBlock,
    SourceCell,
    SourceDocument,
    SourceLine,
    SourceTable,
)
from cchc_desktop.paper.source_label import Mark, split_label

TAB: Final = "\ue009"
"""Stands for a tab in the text of a line until :func:`with_columns` has looked at it; ``RichText`` holds no tabs."""

_TABS: Final = re.compile(f"[ {TAB}]*{TAB}[ {TAB}]*")
_RULE: Final = re.compile(r"[-_=*~–—─━_\s]{3,}")
_LONGEST_IN_COLUMN: Final = 90
_LONGEST_LEFT: Final = 60


def numbered(blocks: Iterable[SourceBlock]) -> tuple[SourceBlock, ...]:
    """The blocks with their lines counted from 1 in reading order."""
    blocks = tuple(blocks)
    if _are_numbered(blocks):
        return blocks
    count = 0
    found: list[SourceBlock] = []
    for block in blocks:
        if isinstance(block, SourceLine):
            count += 1
            found.append(block if block.number == count else replace(block, number=count))
        elif isinstance(block, SourceTable):
            rows: list[tuple[SourceCell, ...]] = []
            for row in block.rows:
                cells: list[SourceCell] = []
                for cell in row:
                    lines = tuple(replace(line, number=count + at) for at, line in enumerate(cell.lines, 1))
                    count += len(lines)
                    cells.append(SourceCell(lines, cell.columns, cell.rows))
                rows.append(tuple(cells))
            found.append(SourceTable(tuple(rows), block.has_borders))
        else:
            found.append(block)
    return tuple(found)


def _are_numbered(blocks: Sequence[SourceBlock]) -> bool:
    lines = SourceDocument("", tuple(blocks)).lines
    return all(line.number == at for at, line in enumerate(lines, 1))


def is_rule(plain: str) -> bool:
    """Whether a line is only drawn with signs: "--------"."""
    return _RULE.fullmatch(plain) is not None


def with_columns(blocks: Sequence[SourceBlock]) -> list[SourceBlock]:
    """The blocks with neighbouring lines in columns as a table: two columns side by side, or rows of a table of tabs."""
    found: list[SourceBlock] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, SourceLine) or TAB not in block.text.plain:
            found.append(block)
            at += 1
            continue
        lines = _lines_from(blocks, at)
        table, used = _rows(lines)
        if table is None:
            table, used = _two_columns(lines)
        if table is None:
            found.append(replace(block, text=without_tabs(block.text)))
            used = 1
        else:
            found.append(table)
        at += used
    return found


def without_tabs(text: RichText) -> RichText:
    """The text with a space for each stretch of tabs."""
    if TAB not in text.plain:
        return text
    pieces = [piece for piece in _split(text, _TABS) if piece]
    joined = pieces[0] if pieces else RichText()
    for piece in pieces[1:]:
        joined = joined + " " + piece
    return joined


def _split(text: RichText, separator: re.Pattern[str]) -> list[RichText]:
    pieces: list[RichText] = []
    at = 0
    for match in separator.finditer(text.plain):
        pieces.append(text.slice(at, match.start()).strip())
        at = match.end()
    return [*pieces, text.slice(at).strip()]


def _lines_from(blocks: Sequence[SourceBlock], at: int) -> list[SourceLine]:
    found: list[SourceLine] = []
    for block in blocks[at:]:
        if not isinstance(block, SourceLine):
            break
        found.append(block)
    return found


_ONE_TAB: Final = re.compile(f" *{TAB} *")


def _rows(lines: Sequence[SourceLine]) -> tuple[SourceTable | None, int]:
    """Rows of a table written with a tab between its cells: at least three filled columns in the first, two rows alike."""
    header = _split(lines[0].text, _ONE_TAB)
    if len(header) < 3 or not all(header):
        return None, 0
    rows = [header]
    for line in lines[1:]:
        row = _split(line.text, _ONE_TAB)
        if len(row) < 2 or len(row) > len(header):
            break
        rows.append(row + [RichText()] * (len(header) - len(row)))
    if len(rows) < 2:
        return None, 0
    cells = (
        tuple(SourceCell(_cell_lines(cell, line)) for cell in row)
        for row, line in zip(rows, lines, strict=False)
    )
    return SourceTable(tuple(cells)), len(rows)


def _cell_lines(text: RichText, line: SourceLine) -> tuple[SourceLine, ...]:
    return (replace(line, text=text, label="", level_hint=None),) if text else ()


def _two_columns(lines: Sequence[SourceLine]) -> tuple[SourceTable | None, int]:
    """Two columns side by side, as letterheads and signatures are typed: a table of one row without borders."""
    left: list[SourceLine] = []
    right: list[SourceLine] = []
    used = sides = 0
    for at, line in enumerate(lines, 1):
        cells = _sides(line)
        if cells is None:
            break
        if TAB not in line.text.plain:
            if not left or not _is_more_of_left(lines, at, line):
                break
        elif all(cells):
            sides += 1
        left.extend(_cell_lines(cells[0], line))
        right.extend(_cell_lines(cells[1], line))
        used = at
    if sides < 1 or len(right) < 2 or not left:
        return None, 0
    return SourceTable(((SourceCell(tuple(left)), SourceCell(tuple(right))),), has_borders=False), used


def _sides(line: SourceLine) -> tuple[RichText, RichText] | None:
    """What stands left and right of the tabs, None when the line is no line of two columns."""
    plain = line.text.plain
    if line.alignment is Alignment.CENTRE and plain.count(TAB) == len(plain) - len(plain.lstrip(TAB)):
        return None  # a title in the middle
    if line.label or len(plain) > 2 * _LONGEST_IN_COLUMN or "\n" in plain:
        return None
    pieces = _split(line.text, _TABS)
    if len(pieces) == 1:
        return (pieces[0], RichText()) if len(plain) <= _LONGEST_LEFT else None
    if len(pieces) > 2:
        pieces = [pieces[0], *[piece for piece in pieces[1:] if piece]]
    label, rest = split_label(RichText.of(_TABS.sub(" ", plain)))
    if label is not None and pieces[0].plain == label.written and rest:
        return None  # the tab only stands behind the number
    if len(pieces) != 2 or any(len(piece.plain) > _LONGEST_IN_COLUMN for piece in pieces):
        return None
    return pieces[0], pieces[1]


def _is_more_of_left(lines: Sequence[SourceLine], at: int, line: SourceLine) -> bool:
    """Whether a line without a tab belongs to the left column: a tab follows soon, or it is one more bullet."""
    label, _ = split_label(line.text)
    if label is not None and label.mark is Mark.BULLET:
        return True
    return label is None and any(
        TAB in following.text.plain and _sides(following) for following in lines[at : at + 2]
    )
