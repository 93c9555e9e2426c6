"""Tables in a plain text: a tab between cells, group rows on a line of their own, cells in quotes over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.clipboard_table import cells_from_text
from cchc_desktop.formats.source_lines import TAB
from cchc_desktop.paper.inline_marks import has_marks, read_marks
from cchc_desktop.paper.source import SourceCell, SourceLine, SourceTable

_CLOSED: Final = re.compile(rf'"(?:{TAB}|$)')
_MOST_LINES_IN_CELL: Final = 60
_MOST_GROUPS: Final = 2
_LONGEST_GROUP: Final = 200


def table_at(raw: Sequence[str], at: int) -> tuple[SourceTable | None, int]:
    """The table whose header stands on a line, and the number of lines it takes; parts on further pages belong to it."""
    header = raw[at].split(TAB)
    if len(header) < 3 or not all(cell.strip() for cell in header):
        return None, 0
    kept: list[str] = []
    used = here = 0
    while at + here < len(raw):
        line = raw[at + here]
        if TAB in line:
            more = _lines_of_row(raw, at + here)
            kept.append("\n".join(raw[at + here : at + here + more]))
        elif line.strip():
            if not _is_group(raw, at + here, len(header)):
                break
            more = 1
            kept.append(line.strip())
        else:
            here += 1
            continue
        here += more
        used = here
    rows = [cells_from_text(row.replace(TAB, "\t"))[0] for row in kept]
    if len(rows) < 2:
        return None, 0
    width = max(map(len, rows))
    return SourceTable(tuple(_row(row, width) for row in rows)), used


def _row(row: list[str], width: int) -> tuple[SourceCell, ...]:
    if len(row) == 1:
        return (SourceCell(_lines(row[0]), columns=width),)
    return tuple(SourceCell(_lines(cell)) for cell in [*row, *[""] * (width - len(row))])


def _lines(text: str) -> tuple[SourceLine, ...]:
    rich = read_marks(text) if has_marks(text) else RichText.of(text)
    return tuple(SourceLine(line.strip(), 0) for line in rich.lines() if line.plain.strip())


def _lines_of_row(raw: Sequence[str], at: int) -> int:
    """How many lines a row takes: more than one where a cell that opened with a quotation mark is closed further down."""
    last = at
    while True:
        cell = "\n".join(raw[at : last + 1]).rpartition(TAB)[2]
        if not cell.startswith('"') or cell.count('"') % 2 == 0:
            return last - at + 1
        below = range(last + 1, min(last + _MOST_LINES_IN_CELL, len(raw)))
        closing = next((one for one in below if _CLOSED.search(raw[one])), None)
        if closing is None:  # a quotation mark within the text
            return last - at + 1
        last = closing


def _is_group(raw: Sequence[str], at: int, width: int) -> bool:
    """Whether a line without a tab stands between the rows of a table: soon after it the table goes on."""
    if len(raw[at]) > _LONGEST_GROUP:
        return False
    following = [line for line in raw[at + 1 : at + 2 * _MOST_GROUPS + 1] if line.strip()][:_MOST_GROUPS]
    return any(len(line.split(TAB)) * 2 > width for line in following if TAB in line)
