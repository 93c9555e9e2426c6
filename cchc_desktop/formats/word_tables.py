"""Tables of a foreign Word file as rows of cells: merged cells once, nested tables as lines of their cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from lxml import etree

from cchc_desktop.formats.word_children import children
from cchc_desktop.formats.word_look import W
from cchc_desktop.formats.word_style_sheet import SILENT, Said, StyleSheet
from cchc_desktop.paper.source import SourceCell, SourceLine, SourceTable

_CELL: Final = f"{W}tc"
_VALUE: Final = f"{W}val"
_SPAN: Final = f"{W}gridSpan"
_MERGED_BESIDE: Final = f"{W}hMerge"
_MERGED_DOWN: Final = f"{W}vMerge"
_SIDES: Final = ("top", "bottom", "left", "right", "start", "end", "insideH", "insideV")
_UNSEEN: Final = ("nil", "none")
_MOST_COLUMNS: Final = 200
_FIRST_ROW: Final = 0x20


class LinesOf(Protocol):
    """Reads the lines in an element, given what the style of the table says about their letters."""

    def __call__(self, parent: etree._Element, table: Said) -> list[SourceLine]: ...


@dataclass(slots=True)
class _Cell:
    lines: tuple[SourceLine, ...]
    column: int
    columns: int
    goes_on: bool
    rows: int = 1


def read_table(table: etree._Element, styles: StyleSheet, lines_of: LinesOf) -> SourceTable:
    """A table as it stands on the paper."""
    said, said_first = _letters(table, styles)
    rows: list[list[_Cell]] = []
    for row in _rows(table):
        rows.append(list(_cells(row, said if rows else said_first, lines_of)))
    _join_down(rows)
    kept = (
        tuple(SourceCell(cell.lines, cell.columns, cell.rows) for cell in row if not cell.goes_on)
        for row in rows
    )
    return SourceTable(tuple(row for row in kept if row), _has_borders(table, styles))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in children(table):
        if row.tag == f"{W}tr" and _inner(row, "trPr", "del") is None:
            yield row


def _cells(row: etree._Element, said: Said, lines_of: LinesOf) -> Iterator[_Cell]:
    column = _number(_inner(row, "trPr", "gridBefore"), 0)
    if column:
        yield _Cell((), 0, column, goes_on=False)
    last: _Cell | None = None
    for one in children(row):
        if one.tag != _CELL:
            continue
        said_of_cell = {inner.tag: inner for inner in _properties(one, "tcPr")}
        wide = _number(said_of_cell.get(_SPAN), 1)
        beside = said_of_cell.get(_MERGED_BESIDE)
        if beside is not None and beside.get(_VALUE) != "restart" and last is not None:
            last.columns += wide
            column += wide
            continue
        down = said_of_cell.get(_MERGED_DOWN)
        goes_on = down is not None and down.get(_VALUE, "continue") != "restart"
        last = _Cell(() if goes_on else tuple(lines_of(one, said)), column, wide, goes_on)
        column += wide
        yield last


def _properties(element: etree._Element, name: str) -> Iterable[etree._Element]:
    """The properties of a row or cell, which stand first in it, or after its exceptions to the table's."""
    for child in element:
        if child.tag == f"{W}{name}":
            return child
        if child.tag != f"{W}tblPrEx":
            break
    return ()


def _inner(element: etree._Element, name: str, inner: str) -> etree._Element | None:
    return next((one for one in _properties(element, name) if one.tag == f"{W}{inner}"), None)


def _join_down(rows: list[list[_Cell]]) -> None:
    """Count the rows of each cell that goes on below; one that goes on from nothing stands for itself."""
    open_cells: dict[int, _Cell] = {}
    for row in rows:
        here: dict[int, _Cell] = {}
        for cell in row:
            above = open_cells.get(cell.column)
            if cell.goes_on and above is not None:
                above.rows += 1
                here[cell.column] = above
            else:
                cell.goes_on = False
                here[cell.column] = cell
        open_cells = here


def _letters(table: etree._Element, styles: StyleSheet) -> tuple[Said, Said]:
    """What the style of the table says about letters: in general, and in its first row."""
    key = _style(table)
    if not key:
        return SILENT, SILENT
    said = first = styles.text(key)
    look = table.find(f"{W}tblPr/{W}tblLook")
    marked = look is not None and (
        look.get(f"{W}firstRow") in ("1", "true") or _hexadecimal(look.get(f"{W}val", "")) & _FIRST_ROW
    )
    if marked:
        for style in reversed(styles.chain(key)):
            for part in style.findall(f"{W}tblStylePr"):
                if part.get(f"{W}type") == "firstRow":
                    first = styles.said(part.find(f"{W}rPr")).over(first)
    return said, first


def _has_borders(table: etree._Element, styles: StyleSheet) -> bool:
    own = table.find(f"{W}tblPr/{W}tblBorders")
    if own is None:
        for style in styles.chain(_style(table)):
            own = style.find(f"{W}tblPr/{W}tblBorders")
            if own is not None:
                break
    if _is_drawn(own):
        return True
    cells = [
        _inner(cell, "tcPr", "tcBorders")
        for row in _rows(table)
        for cell in children(row)
        if cell.tag == _CELL
    ]
    drawn = sum(_is_drawn(cell, least=2) for cell in cells)
    return drawn * 2 > len(cells)


def _is_drawn(borders: etree._Element | None, least: int = 1) -> bool:
    if borders is None:
        return False
    sides = [borders.find(f"{W}{side}") for side in _SIDES]
    return sum(side is not None and side.get(f"{W}val", "nil") not in _UNSEEN for side in sides) >= least


def _style(table: etree._Element) -> str:
    found = table.find(f"{W}tblPr/{W}tblStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _number(element: etree._Element | None, default: int) -> int:
    written = "" if element is None else element.get(f"{W}val", "")
    return min(int(written), _MOST_COLUMNS) if written.isdecimal() and len(written) < 9 else default


def _hexadecimal(written: str) -> int:
    try:
        return int(written, 16)
    except ValueError:
        return 0
