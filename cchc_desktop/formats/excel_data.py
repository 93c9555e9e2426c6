"""The sheet for sorting and filtering: one row a task, each column of one type, with the timing and money understood."""

from __future__ import annotations

from collections.abc import Callable
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

_KINDS: Final = tuple(TaskColumn)
_ALL: Final = columns(*_KINDS)
# The same few phrases stand in most rows.
_understood = lru_cache(maxsize=2_000)(understand)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A task as the sheet sees it: printed texts by column, and what was understood."""

    appendix: str
    group: str
    texts: dict[TaskColumn, str]
    timing: Timing
    money: int | None
    key: str


_Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class _Field:
    heading: str
    width: float  # millimetres
    value: Callable[[_Entry], _Value]
    number_style: str = styles.NUMBER


def _text(kind: TaskColumn) -> Callable[[_Entry], str]:
    return lambda entry: entry.texts[kind]


def _number_or_text(kind: TaskColumn) -> Callable[[_Entry], _Value]:
    def value(entry: _Entry) -> _Value:
        text = entry.texts[kind].strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else entry.texts[kind]

    return value


def _kind(entry: _Entry) -> str:
    if entry.timing.kind is TimingKind.UNCLEAR and not entry.texts[TaskColumn.TIMING].strip():
        return ""
    return entry.timing.kind.value


_C = TaskColumn
_FIELDS: Final = (
    _Field("Phụ lục", 18, lambda entry: entry.appendix),
    _Field("Nhóm", 38, lambda entry: entry.group),
    _Field("STT", 12, _number_or_text(_C.ORDER), styles.COUNT),
    _Field("Nội dung, nhiệm vụ", 100, _text(_C.CONTENT)),
    _Field("Sản phẩm", 45, _text(_C.PRODUCT)),
    _Field("Số lượng", 20, _number_or_text(_C.QUANTITY)),
    _Field("Cơ quan chủ trì", 45, _text(_C.LEAD)),
    _Field("Cơ quan phối hợp", 45, _text(_C.COOPERATION)),
    _Field("Thời gian (như đã ghi)", 38, _text(_C.TIMING)),
    _Field("Loại thời gian", 30, _kind),
    _Field("Bắt đầu", 24, lambda entry: entry.timing.start),
    _Field("Hạn", 24, lambda entry: entry.timing.deadline_shown or entry.timing.due),
    _Field("Chỉ tiêu liên quan", 38, _text(_C.TARGET)),
    _Field("Kinh phí (như đã ghi)", 32, _text(_C.BUDGET)),
    _Field("Kinh phí (đồng)", 30, lambda entry: entry.money),
    _Field("Ghi chú", 38, _text(_C.NOTE)),
    _Field("Mã nhiệm vụ", 70, lambda entry: entry.key),
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


def _entries(plan: Plan, appendix: Appendix, label: str) -> list[_Entry]:
    """The tasks of an appendix, with the very texts that its table prints."""
    found: list[_Entry] = []
    group = ""
    tasks = {row.id: row for row in appendix.rows if isinstance(row, Task)}
    for row in table_block(replace(appendix, columns=_ALL)).rows:
        match row:
            case TableGroupRow():
                group = row.printed.plain
            case TableRow():
                texts = {
                    kind: "\n".join(line.printed.plain for line in cell)
                    for kind, cell in zip(_KINDS, row.cells, strict=True)
                }
                task = tasks[row.source]
                timing = _understood(task.timing.plain, plan.period.first_year, plan.period.last_year)
                found.append(_Entry(label, group, texts, timing, parse_money(task.budget.plain), task.id))
    return found


def _write_entry(rows: SheetRows, entry: _Entry, fields: tuple[_Field, ...]) -> None:
    lines = 1
    for index, field in enumerate(fields, 1):
        match field.value(entry):
            case date() as day:
                rows.value(index, styles.DATE, day)
            case int() as number:
                rows.value(index, field.number_style, number)
            case None | "":
                rows.value(index, styles.TEXT, None)
            case text:
                rows.text(index, styles.TEXT, text, of=entry.texts[TaskColumn.CONTENT] or field.heading)
                lines = max(lines, line_count(text, field.width))
    rows.end_row(row_height(min(lines, MOST_LINES)))
