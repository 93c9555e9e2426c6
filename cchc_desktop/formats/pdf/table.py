"""The task table: bordered rows that are pieces, with a heading row that is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Column, TaskColumn
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.pieces import Piece, SetLine, Stroke
from cchc_desktop.formats.pdf.setting import Align, Setting, TextStyle
from cchc_desktop.paper.blocks import Cell, TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.page_setup import SIZE_TABLE, column_shares

BORDER = 10.0
PADDING_X = 108.0
PADDING_Y = 40.0

_HEADING = TextStyle(SIZE_TABLE, Align.CENTRE)
_CENTRED = TextStyle(SIZE_TABLE, Align.CENTRE)
_TEXT = TextStyle(SIZE_TABLE, Align.JUSTIFIED)
_GROUP = TextStyle(SIZE_TABLE, Align.LEFT)


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of a table and the edges between them; hashable, so that rows are remembered by it."""

    columns: tuple[Column, ...]
    width: int
    room: float

    @property
    def edges(self) -> tuple[float, ...]:
        """Left edge of each column and the right edge of the last."""
        edges = [0.0]
        for share in column_shares(self.columns):
            edges.append(edges[-1] + share * self.width)
        return tuple(edges)


def table(block: TableBlock, width: int, room: float, cache: LayoutCache) -> Iterator[tuple[Piece, ...]]:
    """The pieces of the table row by row; ``room`` is the height of a page."""
    grid = Grid(block.columns, width, room)
    (heading,) = cache.pieces((grid, block.source), lambda: (_heading(grid, block.source, cache),))
    yield (replace(heading, glued=bool(block.rows)),)
    for index, row in enumerate(block.rows):
        # A group row stands with the first task of its group.
        glued = isinstance(row, TableGroupRow) and index + 1 < len(block.rows)
        yield cache.pieces((grid, row, glued, block.source), lambda: _row(row, grid, heading, glued, cache))  # noqa: B023


def _heading(grid: Grid, source: str, cache: LayoutCache) -> Piece:
    cells = [[RichText.of(column.heading, bold=True)] for column in grid.columns]
    styles = [_HEADING] * len(cells)
    (piece,) = _row_pieces(cells, styles, grid.edges, source, None, grid.room, cache, middle=True)
    top = Stroke(0.0, 0.0, grid.width, 0.0, BORDER)
    return replace(piece, strokes=(top, *piece.strokes))


def _row(
    row: TableRow | TableGroupRow, grid: Grid, heading: Piece, glued: bool, cache: LayoutCache
) -> tuple[Piece, ...]:
    room = grid.room - heading.height
    match row:
        case TableGroupRow():
            edges = (0.0, float(grid.width))
            pieces = _row_pieces([[row.printed]], [_GROUP], edges, row.source, heading, room, cache)
        case TableRow():
            cells = [_paragraphs(cell) for cell in row.cells]
            styles = [_style(column) for column in grid.columns]
            pieces = _row_pieces(cells, styles, grid.edges, row.source, heading, room, cache)
        case _:
            assert_never(row)
    return (*pieces[:-1], replace(pieces[-1], glued=glued))


def _paragraphs(cell: Cell) -> list[RichText]:
    return [line.printed for line in cell] or [RichText()]


def _style(column: Column) -> TextStyle:
    return _TEXT if column.kind is TaskColumn.CONTENT else _CENTRED


def _row_pieces(
    cells: Sequence[Sequence[RichText]],
    styles: Sequence[TextStyle],
    edges: Sequence[float],
    source: str,
    heading: Piece | None,
    room: float,
    cache: LayoutCache,
    *,
    middle: bool = False,
) -> tuple[Piece, ...]:
    """A row as one piece, or as several when it is higher than a page."""
    stacks = [
        [cache.setting(text, style, right - left - 2 * PADDING_X) for text in texts]
        for texts, style, left, right in zip(cells, styles, edges, edges[1:], strict=False)
    ]
    pieces: list[Piece] = []
    for slices in _slices(stacks, room - 2 * PADDING_Y):
        height = max(_lines_height(lines) for lines in slices) + 2 * PADDING_Y
        placed: list[SetLine] = []
        for lines, left in zip(slices, edges, strict=False):
            y = (height - _lines_height(lines)) / 2 if middle else PADDING_Y
            for setting, index in lines:
                placed.append(SetLine(setting, index, left + PADDING_X, y))
                y += setting.line_height
        strokes = [Stroke(x, 0.0, x, height, BORDER) for x in edges]
        strokes.append(Stroke(edges[0], height, edges[-1], height, BORDER))
        pieces.append(Piece(height, tuple(placed), tuple(strokes), source, repeated=heading))
    return tuple(pieces)


_Line = tuple[Setting, int]


def _slices(stacks: Sequence[Sequence[Setting]], room: float) -> Iterator[list[list[_Line]]]:
    """The lines of each cell, as many at a time as a page has room for."""
    cells = [
        [(setting, index) for setting in stack for index in range(setting.line_count)] for stack in stacks
    ]
    while True:
        taken = [_fitting(lines, room) for lines in cells]
        yield [lines[:count] for lines, count in zip(cells, taken, strict=True)]
        cells = [lines[count:] for lines, count in zip(cells, taken, strict=True)]
        if not any(cells):
            return


def _fitting(lines: Sequence[_Line], room: float) -> int:
    height = 0.0
    for count, (setting, _) in enumerate(lines):
        height += setting.line_height
        if height > room:
            return max(count, 1)
    return len(lines)


def _lines_height(lines: Sequence[_Line]) -> float:
    return float(sum(setting.line_height for setting, _ in lines))
