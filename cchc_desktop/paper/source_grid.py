"""A table of a source as a grid: merged cells in their places, its heading told from its rows, its columns understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import COLUMN_HEADINGS, Column, TaskColumn
from cchc_desktop.paper.recognise_table import guess_columns, is_header, recognise_columns
from cchc_desktop.paper.source import SourceCell, SourceTable
from cchc_desktop.paper.source_flow import FlowLine, cell_lines
from cchc_desktop.paper.source_words import appendix_label, is_attached_line

_HEADING_WITHIN = 15
_MOST_COLUMNS = 200
_MOST_SPANNED_ROWS = 200


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with a text for every column, and the numbers of its lines."""

    cells: tuple[RichText, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """A table whose columns are understood. ``kinds`` has None for a column whose text goes to the note."""

    table: SourceTable
    all_rows: tuple[GridRow, ...]
    heading_at: int
    heading_rows: int

    @property
    def has_heading(self) -> bool:
        """Whether a row names the columns."""
        return self.heading_at >= 0

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in self.all_rows), default=0)

    @cached_property
    def rows(self) -> tuple[GridRow, ...]:
        """The rows under the heading."""
        return self.all_rows[self.heading_at + self.heading_rows :] if self.has_heading else self.all_rows

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """What each column is called; a heading over several columns is said of each."""
        if not self.has_heading:
            return ("",) * self.width
        rows = self.all_rows[self.heading_at : self.heading_at + self.heading_rows]
        return _headings(self.table.rows[self.heading_at], rows, self.width)

    @cached_property
    def understood(self) -> tuple[TaskColumn | None, ...]:
        """What each column is about, as its heading or its texts say."""
        if self.has_heading:
            return tuple(recognise_columns(self.headings))
        return tuple(guess_columns([row.cells for row in self.rows]))

    @cached_property
    def kinds(self) -> tuple[TaskColumn | None, ...]:
        """As ``understood``; the first column that is not understood takes the place of the note."""
        kinds = list(self.understood)
        unknown = self._unknown
        if unknown and TaskColumn.NOTE not in kinds:
            kinds[unknown[0]] = TaskColumn.NOTE
        return tuple(kinds)

    @cached_property
    def _unknown(self) -> list[int]:
        return [
            index
            for index, kind in enumerate(self.understood)
            if kind is None and (self.headings[index] or any(self._texts(index)))
        ]

    @property
    def _extra(self) -> list[int]:
        return [index for index in self._unknown if self.kinds[index] is None]

    @property
    def extra(self) -> tuple[str, ...]:
        """The headings of columns whose text goes to the note."""
        return tuple(self.headings[index] for index in self._extra if self.headings[index])

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of the appendix, with the headings of the source."""
        found = [
            Column(kind, self.headings[index] or COLUMN_HEADINGS[kind])
            for index, kind in enumerate(self.kinds)
            if kind is not None
        ]
        return tuple(found)

    @property
    def note_heading(self) -> str:
        """What the column of notes is called."""
        return next((c.heading for c in self.shown if c.kind is TaskColumn.NOTE), "Ghi chú")

    @property
    def head_numbers(self) -> tuple[int, ...]:
        """The lines of the heading."""
        if not self.has_heading:
            return ()
        rows = self.all_rows[self.heading_at : self.heading_at + self.heading_rows]
        return tuple(number for row in rows for number in row.numbers)

    @property
    def first_numbers(self) -> tuple[int, ...]:
        """The lines of the first row."""
        return self.all_rows[0].numbers if self.all_rows else ()

    def arranged(self, row: GridRow) -> list[RichText]:
        """The cells of a row; a text that goes to the note says which column it stood in."""
        cells = list(row.cells) + [EMPTY] * (len(self.kinds) - len(row.cells))
        for index in self._extra:
            if cells[index] and self.headings[index]:
                cells[index] = RichText.of(f"{self.headings[index]}: ") + cells[index]
        return cells

    def order_of(self, row: GridRow) -> str:
        """The number that the source gave to a row."""
        at = next((i for i, kind in enumerate(self.kinds) if kind is TaskColumn.ORDER), -1)
        return row.cells[at].plain.strip(" .)") if 0 <= at < len(row.cells) else ""

    def continues(self, other: Grid) -> bool:
        """Whether this is the rest of another table, which a page end cut."""
        if self.has_heading:
            return self.headings == other.headings
        return self.width <= other.width

    def lines_above(self) -> tuple[list[FlowLine], SourceTable | None]:
        """The rows over the heading as lines, and the table that is left; no table when it only held lines."""
        end = self._end_of_lines()
        lines: list[FlowLine] = []
        for row in self.table.rows[:end]:
            for cell in row:
                lines.extend(cell_lines(cell, None))
        rest = self.table.rows[end:]
        return lines, replace(self.table, rows=rest) if rest else None

    def _end_of_lines(self) -> int:
        if self.has_heading:
            return self.heading_at
        if all(sum(map(bool, row.cells)) <= 1 for row in self.all_rows):
            return len(self.all_rows)
        end = 0
        for index, row in enumerate(self.all_rows[:_HEADING_WITHIN]):
            filled = [cell.plain for cell in row.cells if cell.plain.strip()]
            if len(filled) == 1 and (appendix_label(filled[0]) or is_attached_line(filled[0])):
                end = index + 1
        return end

    def _texts(self, index: int) -> list[str]:
        return [row.cells[index].plain.strip() for row in self.rows if index < len(row.cells)]


def grid_of(table: SourceTable) -> Grid:
    """The table as a grid, its heading found within the first rows."""
    rows = _spread(table)
    at = next((i for i, row in enumerate(rows[:_HEADING_WITHIN]) if is_header(row.cells)), -1)
    return Grid(table, rows, at, _heading_rows(table, at) if at >= 0 else 0)


def is_copy_for_sorting(grid: Grid) -> bool:
    """Whether this is the sheet that our own workbooks add for sorting: it says again what the appendices say."""
    return {"Mã nhiệm vụ", "Thời gian (như đã ghi)", "Kinh phí (như đã ghi)"} <= set(grid.headings)


def _heading_rows(table: SourceTable, at: int) -> int:
    """A heading of two rows has cells that reach over both, beside cells that reach over several columns."""
    deep = max((cell.rows for cell in table.rows[at]), default=1)
    wide = any(cell.columns > 1 for cell in table.rows[at])
    return min(deep, len(table.rows) - at, 3) if wide else 1


def _headings(first: Sequence[SourceCell], rows: Sequence[GridRow], width: int) -> tuple[str, ...]:
    over: list[str] = []
    for cell in first:
        over.extend([_line(_text(cell))] * cell.columns)
    found: list[str] = []
    for index in range(width):
        texts = [over[index] if index < len(over) else ""]
        texts += [_line(row.cells[index]) for row in rows[1:] if index < len(row.cells)]
        found.append(" ".join(dict.fromkeys(text for text in texts if text)))
    return tuple(found)


def _line(text: RichText) -> str:
    return " ".join(text.plain.split())


def _spread(table: SourceTable) -> tuple[GridRow, ...]:
    """A cell over several columns is followed by empty ones; a cell over several rows stands in each of them."""
    below: dict[int, tuple[RichText, int]] = {}
    found: list[GridRow] = []
    for row in table.rows:
        cells: list[RichText] = []
        for cell in row:
            _fill(cells, below)
            text = _text(cell)
            for index in range(min(cell.columns, _MOST_COLUMNS)):
                if cell.rows > 1:
                    below[len(cells)] = (
                        text if index == 0 else EMPTY,
                        min(cell.rows, _MOST_SPANNED_ROWS) - 1,
                    )
                cells.append(text if index == 0 else EMPTY)
        _fill(cells, below)
        numbers = tuple(line.number for cell in row for line in cell.lines)
        found.append(GridRow(tuple(cells[:_MOST_COLUMNS]), numbers))
    return tuple(found)


def _fill(cells: list[RichText], below: dict[int, tuple[RichText, int]]) -> None:
    while len(cells) in below:
        text, rows = below.pop(len(cells))
        if rows > 1:
            below[len(cells)] = (text, rows - 1)
        cells.append(text)


def _text(cell: SourceCell) -> RichText:
    """The lines of a cell; an automatic number is written in front of its text, from where it is read again."""
    found = EMPTY
    for line in cell.lines:
        if not line.text.plain.strip() and not line.label:
            continue
        label = line.label if not line.label or line.label[-1:] in ".)+" else "-"
        text = RichText.of(f"{label} ") + line.text if label else line.text
        found = found + "\n" + text if found else text
    return found
