"""A foreign .xlsx as one table a sheet, merged cells once; an appendix is all that is looked for in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Final

from lxml import etree

from cchc_desktop.domain.legacy_text import guess_encoding
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.excel_cells import CellTexts, Lines, S
from cchc_desktop.formats.excel_tasks import DATA_SHEET
from cchc_desktop.formats.reading_notes import converted_note, decomposed_note, guess_note
from cchc_desktop.formats.safe_read import broken_file
from cchc_desktop.formats.xml_package import XmlPackage
from cchc_desktop.paper.source import SourceBlock, SourceCell, SourceDocument, SourceLine, SourceTable

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_END_MARKS: Final = (".", ";", ":", "!", "?")
_MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 200

_EMPTY: Final = SourceCell(())

_Grid = dict[int, dict[int, Lines]]
_Range = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def read_excel(path: Path) -> SourceDocument:
    """The tables in an .xlsx that ``check_safe`` has let through. Raises UserFacingError when it is damaged."""
    with XmlPackage(path) as package:
        main = package.related("", "officeDocument") or "xl/workbook.xml"
        workbook = package.part(main)
        if workbook is None:
            raise broken_file(path.name)
        relations = package.relations(main)
        parts = {
            kind: package.part(target)
            for kind, target in relations.values()
            if kind in ("styles", "sharedStrings")
        }
        properties = workbook.find(f"{S}workbookPr")
        since_1904 = properties is not None and properties.get("date1904", "0") in ("1", "true")
        texts = CellTexts(parts.get("styles"), parts.get("sharedStrings"), since_1904=since_1904)
        read: dict[str, SourceTable] = {}
        unseen: list[str] = []
        hidden = False
        numbers = count(1)
        for sheet in workbook.iterfind(f"{S}sheets/{S}sheet"):
            name = sheet.get("name", "")
            if sheet.get("state", "visible") != "visible":
                unseen.append(name)
                continue
            kind, target = relations.get(sheet.get(_RELATION, ""), ("", ""))
            root = package.part(target) if kind == "worksheet" else None
            if root is not None and name == DATA_SHEET and read and _has_hidden(root):
                continue  # our own export says the appendix once more, for sorting
            table = None if root is None else _table(root, texts, path.name, numbers)
            if root is not None and table is not None:
                read[name] = table
                hidden = hidden or _has_hidden(root)
    blocks: tuple[SourceBlock, ...] = tuple(read.values())
    return SourceDocument(path.name, blocks, tuple(_notes(texts, list(read), unseen, blocks, hidden=hidden)))


def _table(root: etree._Element, texts: CellTexts, name: str, numbers: Iterator[int]) -> SourceTable | None:
    grid = _grid(root, texts)
    if not grid:
        return None
    columns = [column for row in grid.values() for column in row]
    first, last = min(columns), max(columns)
    if len(grid) > _MOST_ROWS or last - first >= _MOST_COLUMNS:
        raise UserFacingError(
            f"Bảng trong tệp “{name}” có hơn {_MOST_ROWS:,} dòng hoặc {_MOST_COLUMNS} cột nên không phải phụ lục của kế hoạch.".replace(
                ",", "."
            ),
            "Hãy chép riêng phần phụ lục sang một tệp Excel mới rồi chọn tệp đó.",
        )
    merged = _merged(root, grid)
    last = max([last, *(min(area[3], first + _MOST_COLUMNS) for area in merged.values())])
    rows = sorted(grid)
    covered = _covered(merged, rows, first, last)
    found: list[tuple[SourceCell, ...]] = []
    for row in rows:
        cells: list[SourceCell] = []
        filled = grid[row]
        for column in range(first, last + 1):
            if covered and (row, column) in covered:
                continue
            if column not in filled:
                cells.append(_EMPTY)
                continue
            area = merged.get((row, column)) if merged else None
            lines = tuple([SourceLine(line, next(numbers)) for line in filled[column]])
            if area is None:
                cells.append(SourceCell(lines))
            else:
                down = bisect_right(rows, area[2]) - bisect_left(rows, row)
                cells.append(SourceCell(lines, min(area[3], last) - column + 1, down))
        found.append(tuple(cells))
    return SourceTable(tuple(found))


def _grid(root: etree._Element, texts: CellTexts) -> _Grid:
    """The filled cells by row and column."""
    grid: _Grid = {}
    at = 0
    least: int | None = None
    last, last_open = 0, False
    read = texts.lines
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        number = row.get("r", "")
        at = int(number) if number.isdecimal() else at + 1
        found: dict[int, Lines] = {}
        column = -1
        for cell in row:
            place = cell.get("r")
            column = column + 1 if place is None else _column(place.rstrip("0123456789"))
            text = read(cell, least is None or column <= least)
            if text:
                found[column] = text
                least = column if least is None else min(least, column)
        if found and last and least not in found and last_open and _is_open(row, texts.open_above):
            _go_on(grid[last], found)  # a task higher than a row can be, as our own export writes it
        elif found:
            grid[at] = found
            last = at
        last_open = bool(texts.open_below) and _is_open(row, texts.open_below)
    return grid


def _is_open(row: etree._Element, styles: frozenset[str]) -> bool:
    """Whether no line is drawn along a row on the side that the styles leave open."""
    return len(row) > 1 and all(cell.get("s", "0") in styles for cell in row)


def _go_on(above: dict[int, Lines], below: dict[int, Lines]) -> None:
    """Put cells under those they go on from; a sentence cut between the two is whole again."""
    for column, lines in below.items():
        before = above.get(column, ())
        if before and lines[0].plain[:1].islower() and not before[-1].plain.endswith(_END_MARKS):
            lines = (before[-1] + " " + lines[0], *lines[1:])  # noqa: PLW2901
            before = before[:-1]
        above[column] = before + lines


def _merged(root: etree._Element, grid: _Grid) -> dict[tuple[int, int], _Range]:
    """The merged areas with something in them, by their first cell."""
    found: dict[tuple[int, int], _Range] = {}
    for one in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        first, _, last = one.get("ref", "").partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if begin is None or end is None:
            continue
        place = int(begin[2]), _column(begin[1])
        if place[1] in grid.get(place[0], {}):
            found[place] = (*place, int(end[2]), _column(end[1]))
    return found


def _covered(
    merged: dict[tuple[int, int], _Range], rows: list[int], first: int, last: int
) -> frozenset[tuple[int, int]]:
    """The places under merged areas; overlapping ones, which Excel does not make, may not cost more than the table has room."""
    found: set[tuple[int, int]] = set()
    room = len(rows) * (last - first + 1)
    for place, (top, left, bottom, right) in merged.items():
        within = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        columns = range(max(left, first), min(right, last) + 1)
        room -= len(within) * len(columns)
        if room < 0:
            break
        found.update((row, column) for row in within for column in columns)
        found.discard(place)
    return frozenset(found)


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _has_hidden(root: etree._Element) -> bool:
    rows = any(
        one.get("hidden") in ("1", "true") and len(one) for one in root.iterfind(f"{S}sheetData/{S}row")
    )
    return rows or any(one.get("hidden") in ("1", "true") for one in root.iterfind(f"{S}cols/{S}col"))


def _notes(
    texts: CellTexts, read: list[str], unseen: list[str], blocks: tuple[SourceBlock, ...], *, hidden: bool
) -> Iterator[str]:
    if len(read) > 1:
        yield f"Tệp có {len(read)} trang tính: {', '.join(f'“{name}”' for name in read)}; mỗi trang được đọc thành một bảng."
    if unseen:
        yield f"Không đọc trang tính ẩn: {', '.join(f'“{name}”' for name in unseen)}."
    if hidden:
        yield "Bảng có dòng hoặc cột đang ẩn; chúng vẫn được đọc."
    if texts.without_value:
        yield f"Có {texts.without_value} ô công thức chưa có kết quả nên được đọc là ô trống; hãy mở tệp bằng Excel, lưu lại rồi nhập lại."
    for encoding, (before, after) in texts.converted.items():
        yield converted_note(encoding.value, before, after)
    if texts.decomposed:
        yield decomposed_note()
    lines = SourceDocument("", blocks).lines
    guess = guess_encoding(line.text.plain for line in lines)
    if guess is not None:
        yield guess_note(guess)
