"""The sheet that prints as the appendix of the paper: same blocks, same columns, same page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Column, TaskColumn
from cchc_desktop.formats import excel_styles as styles
from cchc_desktop.formats.excel_cell import cell_at, cell_text
from cchc_desktop.formats.excel_measure import line_count, parts, row_height
from cchc_desktop.paper.blocks import AppendixHeadBlock, ItemBlock, Part, TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.page_setup import (
    FONT,
    HEADER_DISTANCE,
    LANDSCAPE,
    SIZE_TABLE,
    SIZE_TEXT,
    column_shares,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MM_PER_INCH: Final = 25.4
_TABLE_WIDTH: Final = LANDSCAPE.text_width
_CENTRED_COLUMNS: Final = (TaskColumn.ORDER, TaskColumn.QUANTITY, TaskColumn.TIMING)
_NO_TABLE: Final = 8  # columns that a text without a table is merged over


def write_appendix(sheet: Worksheet, part: Part, step: Callable[[], None]) -> None:
    """Fill a sheet with an appendix of the paper; ``step`` is called after each row of its table."""
    table = next((block for block in part.blocks if isinstance(block, TableBlock)), None)
    widths = _widths(table)
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[_letter(index)].width = styles.column_width(width)
    row = 1
    for block in part.blocks:
        match block:
            case AppendixHeadBlock():
                row = _write_head(sheet, block, row, len(widths))
            case ItemBlock():
                row = _write_across(sheet, row, len(widths), block.printed, styles.BODY, SIZE_TEXT)
            case TableBlock():
                row = _write_table(sheet, block, row, widths, step)
            case _:
                raise TypeError(f"{type(block).__name__} has no place in an appendix")
    _set_page(sheet)


def _widths(table: TableBlock | None) -> list[float]:
    if table is None or not table.columns:
        return [_TABLE_WIDTH / _NO_TABLE] * _NO_TABLE
    return [share * _TABLE_WIDTH for share in column_shares(table.columns)]


def _write_head(sheet: Worksheet, head: AppendixHeadBlock, row: int, columns: int) -> int:
    for line in (head.label, *head.title):
        row = _write_across(
            sheet, row, columns, RichText.of(line), styles.APPENDIX_HEAD, SIZE_TEXT, bold=True
        )
    row = _write_across(sheet, row, columns, RichText.of(head.attached), styles.ATTACHED, SIZE_TEXT)
    sheet.row_dimensions[row].height = 8
    return row + 1


def _write_across(
    sheet: Worksheet, row: int, columns: int, text: RichText, style: str, size: float, *, bold: bool = False
) -> int:
    """Write a text over the whole width, in as many rows as it is high; returns the row after it."""
    for portion, lines in parts(text.lines(), _TABLE_WIDTH * SIZE_TABLE / size):
        cell = cell_at(sheet, row, 1, style)
        cell_text(cell, portion, of=text.plain, size=None if bold else size)
        if columns > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        sheet.row_dimensions[row].height = row_height(lines, size)
        row += 1
    return row


def _write_table(
    sheet: Worksheet, table: TableBlock, row: int, widths: Sequence[float], step: Callable[[], None]
) -> int:
    if not table.columns:
        return row
    row = _write_column_heads(sheet, table.columns, row, widths)
    for one in table.rows:
        match one:
            case TableGroupRow():
                row = _write_group(sheet, one, row, len(widths))
            case TableRow():
                row = _write_row(sheet, one, table.columns, row, widths)
        step()
    return row


def _write_column_heads(
    sheet: Worksheet, columns: tuple[Column, ...], row: int, widths: Sequence[float]
) -> int:
    lines = 1
    for index, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        cell = cell_at(sheet, row, index, styles.COLUMN_HEAD)
        cell_text(cell, column.heading, of=column.heading)
        lines = max(lines, line_count(column.heading, width, bold=True))
    sheet.row_dimensions[row].height = row_height(lines) + 4
    sheet.print_title_rows = f"{row}:{row}"
    return row + 1


def _write_group(sheet: Worksheet, group: TableGroupRow, row: int, columns: int) -> int:
    text = group.printed.plain
    cells = [cell_at(sheet, row, index, styles.GROUP) for index in range(1, columns + 1)]
    cell_text(cells[0], text, of=text)
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.row_dimensions[row].height = row_height(line_count(text, _TABLE_WIDTH, bold=True))
    return row + 1


def _write_row(
    sheet: Worksheet, task: TableRow, columns: tuple[Column, ...], row: int, widths: Sequence[float]
) -> int:
    """Write a task; one higher than a row can be goes on in rows below without a line between."""
    cells = [
        parts([line.printed for line in cell], width) for cell, width in zip(task.cells, widths, strict=True)
    ]
    height = max((len(portions) for portions in cells), default=1)
    for part in range(height):
        lines = 1
        for index, (portions, column) in enumerate(zip(cells, columns, strict=True), 1):
            cell = cell_at(sheet, row, index, _cell_style(column.kind, part, height))
            if part < len(portions):
                text, needed = portions[part]
                cell_text(cell, text, of=column.heading, size=SIZE_TABLE)
                lines = max(lines, needed)
        sheet.row_dimensions[row].height = row_height(lines)
        row += 1
    return row


def _cell_style(kind: TaskColumn, part: int, height: int) -> str:
    if height == 1:
        return styles.CENTRED if kind in _CENTRED_COLUMNS else styles.TEXT
    if part == 0:
        return styles.FIRST_PART
    return styles.LAST_PART if part == height - 1 else styles.MIDDLE_PART


def _set_page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem

    styles.landscape_one_page_wide(sheet)
    page = sheet.page_setup
    page.useFirstPageNumber, page.firstPageNumber = True, 1
    margins = sheet.page_margins
    margins.left, margins.right = LANDSCAPE.left / _MM_PER_INCH, LANDSCAPE.right / _MM_PER_INCH
    margins.top, margins.bottom = LANDSCAPE.top / _MM_PER_INCH, LANDSCAPE.bottom / _MM_PER_INCH
    margins.header = margins.footer = HEADER_DISTANCE / _MM_PER_INCH
    sheet.print_options.horizontalCentered = True
    # The number stands at the top from the second page on (NĐ 30/2020, Phụ lục I, Phần I, mục I).
    sheet.HeaderFooter.differentFirst = True
    header = HeaderFooterItem()
    header.center.text, header.center.font, header.center.size = "&P", f"{FONT},Regular", int(SIZE_TEXT)
    sheet.HeaderFooter.oddHeader = header
    sheet.sheet_view.showGridLines = False


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index)
