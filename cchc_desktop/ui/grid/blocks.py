"""Blocks of cells put into the task table: over what stands there, as new rows, or as a whole table with a header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import COLUMN_HEADINGS, Appendix, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.paper.recognise_table import ditto_notes, is_header, tasks_from_table
from cchc_desktop.ui.grid import cells
from cchc_desktop.ui.grid.rows import CellPlace, inserted, kind_of, with_rows

_NUMBER = re.compile(r"\(?\d{0,4}[.)]?")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells from the clipboard; ``groups`` are the numbers of those that are group rows."""

    rows: tuple[tuple[RichText, ...], ...]
    groups: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Pasted:
    """The appendix after pasting, the cells that were filled (first, last), and what has to be told."""

    appendix: Appendix
    first: CellPlace
    last: CellPlace
    notes: tuple[str, ...] = ()


def pasted(appendix: Appendix, block: Block, places: Sequence[CellPlace]) -> Pasted:
    """The appendix with a block put in at the chosen cells."""
    first, last = min(places), max(places)
    if any(is_header(row) for row in block.rows[:4]):
        return _with_table(appendix, block, first[0])
    if len(block.rows) == 1 and block.width == 1 and not block.groups and len(places) > 1:
        return _in_each(appendix, block.rows[0][0], places)
    return _over(appendix, block, first, last)


def _with_table(appendix: Appendix, block: Block, at: int) -> Pasted:
    rows = tasks_from_table(block.rows)
    kept = appendix
    if at < len(appendix.rows):
        if cells.is_blank(appendix.rows[at]):
            kept = with_rows(appendix, (*appendix.rows[:at], *appendix.rows[at + 1 :]))
        else:
            at += 1
    notes = [*ditto_notes(rows), *_hidden_notes(appendix, rows)]
    last = max(at, at + len(rows) - 1)
    return Pasted(inserted(kept, at, rows), (at, 0), (last, max(0, len(appendix.columns) - 1)), tuple(notes))


def _hidden_notes(appendix: Appendix, rows: Sequence[TaskRow]) -> list[str]:
    """A sentence for what was pasted into columns that the table does not show."""
    shown = {column.kind for column in appendix.columns}
    tasks = [row for row in rows if isinstance(row, Task)]
    hidden = [
        COLUMN_HEADINGS[kind]
        for kind in TaskColumn
        if kind not in shown
        and kind not in (TaskColumn.ORDER, TaskColumn.CONTENT)
        and any(task.cell(kind) for task in tasks)
    ]
    if not hidden:
        return []
    names = ", ".join(f"“{name}”" for name in hidden)
    kept = "Nội dung vẫn được giữ; thêm cột đó vào bảng để xem."
    return [f"Bảng dán vào có cột {names} mà bảng này chưa hiện. {kept}"]


def _in_each(appendix: Appendix, text: RichText, places: Sequence[CellPlace]) -> Pasted:
    rows = list(appendix.rows)
    for row, column in places:
        if row < len(rows) and isinstance(rows[row], Task):
            rows[row] = cells.with_rich(rows[row], kind_of(appendix, column), text)
    return Pasted(with_rows(appendix, rows), min(places), max(places))


def _over(appendix: Appendix, block: Block, first: CellPlace, last: CellPlace) -> Pasted:
    columns = len(appendix.columns)
    at, start = first
    lines = list(block.rows)
    if _is_numbered(block) and start and kind_of(appendix, start - 1) is TaskColumn.ORDER:
        start -= 1  # a column of numbers came along: it goes where the program numbers
    times = max(1, (last[0] - at + 1) // len(lines)) if last[0] - at + 1 > len(lines) else 1
    groups = {number + turn * len(lines) for turn in range(times) for number in block.groups}
    rows = list(appendix.rows)
    spilled = False
    for number, line in enumerate(lines * times):
        if number in groups:
            rows.insert(at, TaskGroup(next((cell.plain for cell in line if cell), "").replace("\n", " ")))
            at += 1
            continue
        while at < len(rows) and isinstance(rows[at], TaskGroup):
            at += 1
        if at >= len(rows):
            rows.append(Task())
        rows[at], too_wide = _with_line(appendix, rows[at], line, start)
        spilled = spilled or too_wide
        at += 1
    notes = ("Bảng không đủ cột: phần thừa đã được đưa vào cột Ghi chú.",) if spilled else ()
    end = min(columns - 1, start + block.width - 1)
    return Pasted(
        with_rows(appendix, rows), (first[0], start), (max(first[0], at - 1), max(start, end)), notes
    )


def _with_line(
    appendix: Appendix, row: TaskRow, line: Sequence[RichText], start: int
) -> tuple[TaskRow, bool]:
    """The row with a line of cells from column ``start`` on, and whether some did not fit and went to the note."""
    columns = len(appendix.columns)
    for offset, cell in enumerate(line[: columns - start]):
        row = cells.with_rich(row, kind_of(appendix, start + offset), cell)
    rest = [cell for cell in line[columns - start :] if cell]
    if not rest or not isinstance(row, Task):
        return row, False
    note = row.note
    for cell in rest:
        note = note + "\n" + cell if note else cell
    return row.with_cell(TaskColumn.NOTE, note), True


def _is_numbered(block: Block) -> bool:
    """Whether the first of several columns only counts the rows."""
    firsts = [
        row[0].plain.strip() if row else ""
        for number, row in enumerate(block.rows)
        if number not in block.groups
    ]
    return block.width > 1 and any(firsts) and all(_NUMBER.fullmatch(text) for text in firsts)
