"""The sheet that prints as the appendix of the paper: same blocks, same columns, same page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Column, TaskColumn
from cchc_desktop.formats import excel_styles as styles
from cchc_desktop.formats.excel_measure import PORTION, line_count, parts, row_height
from cchc_desktop.formats.excel_sheet import SheetRows
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


def write_appendix(rows: SheetRows, part: Part, step: Callable[[], None]) -> None:
    """Fill a sheet with an appendix of the paper; ``step`` is called after each row of its table."""
    table = next((block for block in part.blocks if isinstance(block, TableBlock)), None)
    widths = _widths(table)
    styles.set_widths(rows.sheet, widths)
    for block in part.blocks:
        match block:
            case AppendixHeadBlock():
                _write_head(rows, block, len(widths))
            case ItemBlock():
                _write_across(rows, len(widths), block.printed, styles.BODY)
            case TableBlock():
                _write_table(rows, block, widths, step)
            case _:
                raise TypeError(f"{type(block).__name__} has no place in an appendix")
    _set_page(rows.sheet)


def _widths(table: TableBlock | None) -> list[float]:
    if table is None or not table.columns:
        return [_TABLE_WIDTH / _NO_TABLE] * _NO_TABLE
    return [share * _TABLE_WIDTH for share in column_shares(table.columns)]


def _write_head(rows: SheetRows, head: AppendixHeadBlock, columns: int) -> None:
    for line in (head.label, *head.title):
        _write_across(rows, columns, RichText.of(line), styles.APPENDIX_HEAD)
    _write_across(rows, columns, RichText.of(head.attached), styles.ATTACHED)
    rows.end_row(8)


def _write_across(rows: SheetRows, columns: int, text: RichText, style: str) -> None:
    """Write a text over the whole width, in as many rows as it is high."""
    for portion, lines in parts(text.lines(), _TABLE_WIDTH * SIZE_TABLE / SIZE_TEXT):
        rows.text(1, style, portion, of=text.plain, size=SIZE_TEXT)
        rows.merge(columns)
        rows.end_row(row_height(lines, SIZE_TEXT))


def _write_table(
    rows: SheetRows, table: TableBlock, widths: Sequence[float], step: Callable[[], None]
) -> None:
    if not table.columns:
        return
    _write_column_heads(rows, table.columns, widths)
    for row in table.rows:
        match row:
            case TableGroupRow():
                _write_group(rows, row.printed.plain, len(widths))
            case TableRow():
                _write_row(rows, row, table.columns, widths)
        step()


def _write_column_heads(rows: SheetRows, columns: tuple[Column, ...], widths: Sequence[float]) -> None:
    lines = 1
    for index, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        rows.text(index, styles.COLUMN_HEAD, column.heading, of=column.heading)
        lines = max(lines, line_count(column.heading, width, bold=True))
    rows.sheet.print_title_rows = f"{rows.next_row}:{rows.next_row}"
    rows.end_row(row_height(lines) + 4)


def _write_group(rows: SheetRows, text: str, columns: int) -> None:
    rows.text(1, styles.GROUP, text, of=text)
    for index in range(2, columns + 1):
        rows.value(index, styles.GROUP, None)
    rows.merge(columns)
    rows.end_row(row_height(line_count(text, _TABLE_WIDTH, bold=True)))


def _write_row(rows: SheetRows, task: TableRow, columns: tuple[Column, ...], widths: Sequence[float]) -> None:
    """Write a task; one higher than a row can be goes on in rows below without a line between."""
    texts = [[line.printed for line in cell] for cell in task.cells]
    cells = [parts(text, width) for text, width in zip(texts, widths, strict=True)]
    if any(len(portions) > 1 for portions in cells):
        cells = [parts(text, width, PORTION) for text, width in zip(texts, widths, strict=True)]
    height = max((len(portions) for portions in cells), default=1)
    for part in range(height):
        lines = 1
        for index, (portions, column) in enumerate(zip(cells, columns, strict=True), 1):
            style = _cell_style(column.kind, part, height)
            if part < len(portions) and portions[part][0]:
                text, needed = portions[part]
                rows.text(index, style, text, of=column.heading, size=SIZE_TABLE)
                lines = max(lines, needed)
            else:
                rows.value(index, style, None)
        rows.end_row(row_height(lines, padded=part == height - 1))


def _cell_style(kind: TaskColumn, part: int, height: int) -> str:
    if height == 1:
        return styles.CENTRED if kind in _CENTRED_COLUMNS else styles.TEXT
    if part == 0:
        return styles.FIRST_PART_CENTRED if kind in _CENTRED_COLUMNS else styles.FIRST_PART
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
