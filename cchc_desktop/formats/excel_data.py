"""The sheet for sorting and filtering: one row a task, each column of one type, with the timing and money understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from cchc_desktop.domain.money import parse_money
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Appendix, Task, TaskColumn, columns
from cchc_desktop.domain.timing import Timing, TimingKind, understand
from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.formats import excel_styles as styles
from cchc_desktop.formats.excel_measure import MOST_LINES, line_count, row_height
from cchc_desktop.formats.excel_sheet import SheetRows
from cchc_desktop.paper.blocks import TableGroupRow, TableRow
from cchc_desktop.paper.compose_appendix import table_block

_LABELLED: Final = columns(TaskColumn.ORDER, TaskColumn.CONTENT)
# The same few phrases stand in most rows.
_understood = lru_cache(maxsize=2_000)(understand)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A task as the sheet sees it: what is printed of it, and what was understood."""

    appendix: str
    group: str
    order: str
    content: str
    task: Task
    timing: Timing


_Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class _Field:
    heading: str
    width: float  # millimetres
    value: Callable[[_Entry], _Value]
    number_style: str = styles.NUMBER


def _number_or_text(text: str) -> _Value:
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 9 else text


def _kind(entry: _Entry) -> str:
    if entry.timing.kind is TimingKind.UNCLEAR and not entry.task.timing.plain.strip():
        return ""
    return entry.timing.kind.value


_FIELDS: Final = (
    _Field("Phụ lục", 18, lambda entry: entry.appendix),
    _Field("Nhóm", 38, lambda entry: entry.group),
    _Field("STT", 12, lambda entry: _number_or_text(entry.order), styles.COUNT),
    _Field("Nội dung, nhiệm vụ", 100, lambda entry: entry.content),
    _Field("Sản phẩm", 45, lambda entry: entry.task.product.plain),
    _Field("Số lượng", 20, lambda entry: _number_or_text(entry.task.quantity.plain)),
    _Field("Cơ quan chủ trì", 45, lambda entry: entry.task.lead.plain),
    _Field("Cơ quan phối hợp", 45, lambda entry: entry.task.cooperation.plain),
    _Field("Thời gian (như đã ghi)", 38, lambda entry: entry.task.timing.plain),
    _Field("Loại thời gian", 30, _kind),
    _Field("Bắt đầu", 24, lambda entry: entry.timing.start),
    _Field("Hạn", 24, lambda entry: entry.timing.deadline_shown or entry.timing.due),
    _Field("Chỉ tiêu liên quan", 38, lambda entry: entry.task.target.plain),
    _Field("Kinh phí (như đã ghi)", 32, lambda entry: entry.task.budget.plain),
    _Field("Kinh phí (đồng)", 30, lambda entry: parse_money(entry.task.budget.plain)),
    _Field("Ghi chú", 38, lambda entry: entry.task.note.plain),
    _Field("Mã nhiệm vụ", 70, lambda entry: entry.task.id),
)


def write_data(rows: SheetRows, plan: Plan, step: Callable[[], None]) -> None:
    """Fill the sheet with the tasks of all appendices; ``step`` is called after each row."""
    from openpyxl.utils import get_column_letter

    fields = _FIELDS if len(plan.appendices) > 1 else _FIELDS[1:]
    sheet = rows.sheet
    styles.set_widths(sheet, (field.width for field in fields))
    for index, field in enumerate(fields, 1):
        rows.text(index, styles.DATA_HEAD, field.heading, of=field.heading)
    rows.end_row(row_height(2))
    for number, appendix in enumerate(plan.appendices, 1):
        for entry in _entries(plan, appendix, f"Phụ lục {roman(number)}"):
            _write_entry(rows, entry, fields)
            step()
    last = get_column_letter(len(fields))
    sheet.auto_filter.ref = f"A1:{last}{max(rows.next_row - 1, 2)}"
    sheet.freeze_panes = "A2"
    sheet.column_dimensions[last].hidden = True
    sheet.print_title_rows = "1:1"
    styles.landscape_one_page_wide(sheet)
    sheet.print_options.gridLines = True


def _entries(plan: Plan, appendix: Appendix, label: str) -> Iterator[_Entry]:
    """The tasks of an appendix, with the numbers and labels that its table prints."""
    group = ""
    tasks = {row.id: row for row in appendix.rows if isinstance(row, Task)}
    for row in table_block(replace(appendix, columns=_LABELLED)).rows:
        match row:
            case TableGroupRow():
                group = row.printed.plain
            case TableRow():
                order, content = ("\n".join(line.printed.plain for line in cell) for cell in row.cells)
                task = tasks[row.source]
                timing = _understood(task.timing.plain, plan.period.first_year, plan.period.last_year)
                yield _Entry(label, group, order, content, task, timing)


def _write_entry(rows: SheetRows, entry: _Entry, fields: tuple[_Field, ...]) -> None:
    lines = 1
    for index, field in enumerate(fields, 1):
        match field.value(entry):
            case None | "":
                pass
            case str() as text:
                rows.text(index, styles.DATA_TEXT, text, of=entry.content or field.heading)
                lines = max(lines, line_count(text, field.width))
            case date() as day:
                rows.value(index, styles.DATE, day)
            case number:
                rows.value(index, field.number_style, number)
    rows.end_row(row_height(min(lines, MOST_LINES)))  # LibreOffice does not find it by itself
