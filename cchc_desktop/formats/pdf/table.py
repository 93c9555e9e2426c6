"""The task table: bordered rows that are pieces, with a heading row that is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import assert_never

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Column, TaskColumn
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.measures import points
from cchc_desktop.formats.pdf.pieces import Piece, SetLine, Stroke
from cchc_desktop.formats.pdf.setting import Align, Setting, TextStyle
from cchc_desktop.paper.blocks import Cell, TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.page_setup import CELL_SPACE, SIZE_TABLE, column_shares

BORDER = 10.0
PADDING_X = 108.0
CELL_GAP = points(CELL_SPACE)  # above and below each paragraph of a cell; between two of them it counts once

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
        shares = accumulate(column_shares(self.columns), initial=0.0)
        return tuple(float(round(self.width * share)) for share in shares)


def table(block: TableBlock, width: int, room: float, cache: LayoutCache) -> Iterator[tuple[Piece, ...]]:
    """The pieces of the table row by row; ``room`` is the height of a page."""
    grid = Grid(block.columns, width, room)
    has_rows = bool(block.rows)
    (heading,) = cache.pieces(
        (grid, block.source, has_rows),
        lambda: (replace(_heading(grid, block.source, cache), glued=has_rows),),
    )
    yield (heading,)
    for index, row in enumerate(block.rows):
        # A group row stands with the first task of its group.
        glued = isinstance(row, TableGroupRow) and index + 1 < len(block.rows)
        yield cache.pieces((grid, row, glued, block.source), lambda: _row(row, grid, heading, glued, cache))  # noqa: B023


def _heading(grid: Grid, source: str, cache: LayoutCache) -> Piece:
    cells = [[RichText.of(column.heading, bold=True)] for column in grid.columns]
    styles = [_HEADING] * len(cells)
    (piece,) = _row_pieces(cells, styles, grid.edges, source, None, grid.room, cache, middle=True)
    # Its upper border stands above it, as that of no other row does.
    lines = tuple(replace(line, y=line.y + BORDER) for line in piece.lines)
    strokes = [replace(stroke, y1=stroke.y1 + BORDER, y2=stroke.y2 + BORDER) for stroke in piece.strokes]
    strokes.append(Stroke(-BORDER / 2, BORDER / 2, grid.width + BORDER / 2, BORDER / 2, BORDER))
    return replace(piece, height=piece.height + BORDER, lines=lines, strokes=tuple(strokes))


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
        for texts, style, (left, right) in zip(cells, styles, pairwise(edges), strict=True)
    ]
    pieces: list[Piece] = []
    for slices in _slices(stacks, room - 2 * CELL_GAP - BORDER):
        height = max(_height(lines) for lines in slices) + 2 * CELL_GAP + BORDER
        placed: list[SetLine] = []
        for lines, left in zip(slices, edges, strict=False):
            top = (height - BORDER - _height(lines)) / 2 if middle else CELL_GAP
            placed.extend(_placed(lines, left + PADDING_X, top))
        bottom = height - BORDER / 2
        strokes = [Stroke(x, 0.0, x, height, BORDER) for x in edges]
        strokes.append(Stroke(edges[0] - BORDER / 2, bottom, edges[-1] + BORDER / 2, bottom, BORDER))
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
    for count, (setting, index) in enumerate(lines):
        height += setting.line_height + _gap_above(count, index)
        if height > room:
            return max(count, 1)
    return len(lines)


def _height(lines: Sequence[_Line]) -> float:
    return sum(setting.line_height + _gap_above(at, index) for at, (setting, index) in enumerate(lines))


def _placed(lines: Sequence[_Line], x: float, y: float) -> Iterator[SetLine]:
    for at, (setting, index) in enumerate(lines):
        y += _gap_above(at, index)
        yield SetLine(setting, index, x, y)
        y += setting.line_height


def _gap_above(position: int, index: int) -> float:
    """The space above the first line of a paragraph that is not the first in its cell."""
    return CELL_GAP if position and not index else 0.0
