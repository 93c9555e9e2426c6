"""The lines of a foreign paper as rows of a view: a paragraph is a row of its own, a row of a table stays together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from cchc_desktop.paper.source import SourceBreak, SourceCell, SourceDocument, SourceLine, SourceTable

_LEAST_WEIGHT, _MOST_WEIGHT = 3.0, 14.0
_MOST_LETTERS = 240


@dataclass(frozen=True, slots=True)
class RowCell:
    """Lines side by side with others; ``left`` and ``share`` are parts of the width (0 … 1)."""

    lines: tuple[SourceLine, ...]
    left: float = 0.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What is shown on one row: a paragraph, a row of a table, or (without cells) the beginning of new pages."""

    cells: tuple[RowCell, ...]
    in_table: bool = False
    has_borders: bool = False
    landscape: bool = False

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """Its lines, in reading order."""
        return tuple(line for cell in self.cells for line in cell.lines)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its lines."""
        return tuple(line.number for line in self.lines)

    @property
    def plain(self) -> str:
        """Its text, cells parted by tabs as on the clipboard."""
        cells = (
            " ".join(f"{line.label} {line.text.plain}".strip() for line in cell.lines) for cell in self.cells
        )
        return "\t".join(cells)


def source_rows(source: SourceDocument) -> tuple[SourceRow, ...]:
    """Every block of the paper as rows, in order; rows of tables without any text are left out."""
    rows: list[SourceRow] = []
    for block in source.blocks:
        match block:
            case SourceLine():
                rows.append(SourceRow((RowCell((block,)),)))
            case SourceBreak():
                rows.append(SourceRow((), landscape=block.landscape))
            case SourceTable():
                rows.extend(_table_rows(block))
    return tuple(rows)


def _table_rows(table: SourceTable) -> Iterator[SourceRow]:
    placed = list(_placed(table))
    count = max((first + cell.columns for row in placed for first, cell in row), default=1)
    edges = _edges(placed, count)
    for row in placed:
        cells = tuple(
            RowCell(cell.lines, edges[first], edges[first + cell.columns] - edges[first])
            for first, cell in row
        )
        if any(cell.lines for cell in cells):
            yield SourceRow(cells, in_table=True, has_borders=table.has_borders)


def _placed(table: SourceTable) -> Iterator[list[tuple[int, SourceCell]]]:
    """The cells of each row with the column they begin in: a cell merged downwards takes up room in the rows below."""
    taken: dict[int, int] = {}
    for row in table.rows:
        here: list[tuple[int, SourceCell]] = []
        at = 0
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row:
            while taken.get(at, 0) > 0:
                at += 1
            here.append((at, cell))
            if cell.rows > 1:
                below.update(dict.fromkeys(range(at, at + cell.columns), cell.rows - 1))
            at += cell.columns
        yield here
        taken = below


def _edges(placed: list[list[tuple[int, SourceCell]]], count: int) -> list[float]:
    """Where the columns begin and end: wide as the root of what stands in them, so that a long text wraps."""
    weights = [_LEAST_WEIGHT] * count
    for row in placed:
        for first, cell in row:
            if cell.columns == 1:
                letters = max((len(line.text) + len(line.label) for line in cell.lines), default=0)
                weights[first] = max(weights[first], min(sqrt(min(letters, _MOST_LETTERS)), _MOST_WEIGHT))
    whole = sum(weights)
    edges = [0.0]
    for weight in weights:
        edges.append(edges[-1] + weight / whole)
    return edges
