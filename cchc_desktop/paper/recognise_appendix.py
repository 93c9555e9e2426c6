"""An appendix of a paper as tasks and group rows."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.domain.outline import OutlineItem
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import Appendix, Column, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    Cell,
    ItemBlock,
    Part,
    TableBlock,
    TableGroupRow,
    TableRow,
)
from cchc_desktop.paper.numbering import level_of_label


def recognise_appendix(part: Part) -> Appendix:
    """The appendix that stands in a part of its own."""
    title = ""
    key = ""
    text: list[OutlineItem] = []
    columns: tuple[Column, ...] = ()
    rows: tuple[TaskRow, ...] = ()
    restart = False
    for block in part.blocks:
        match block:
            case AppendixHeadBlock():
                title, key = "\n".join(block.title), block.source
            case ItemBlock():
                text.append(OutlineItem(block.level, block.heading, block.text, block.source or new_id()))
            case TableBlock():
                columns = block.columns
                rows = tuple(_row(row, columns) for row in block.rows)
                restart = _restarts(block.rows, columns)
            case _:
                pass  # a letterhead repeated over an appendix says nothing new
    return Appendix(title, columns, rows, tuple(text), restart, key or new_id())


def _row(row: TableRow | TableGroupRow, columns: tuple[Column, ...]) -> TaskRow:
    if isinstance(row, TableGroupRow):
        return TaskGroup(row.title, row.source or new_id())
    task = Task(id=row.source or new_id())
    for column, cell in zip(columns, row.cells, strict=True):
        match column.kind:
            case TaskColumn.ORDER:
                pass
            case TaskColumn.CONTENT:
                task = task.with_content(tuple(_item(line.label, line.text) for line in cell))
            case _:
                task = task.with_cell(column.kind, _joined(cell))
    return task


def _item(label: str, text: RichText) -> OutlineItem:
    return OutlineItem(level_of_label(label), EMPTY, text)


def _joined(cell: Cell) -> RichText:
    joined = EMPTY
    for index, line in enumerate(cell):
        joined = joined + ("\n" if index else "") + line.text
    return joined


def _restarts(rows: Sequence[TableRow | TableGroupRow], columns: tuple[Column, ...]) -> bool:
    """Whether a task after the first group row is numbered 1 again."""
    at = next((i for i, column in enumerate(columns) if column.kind is TaskColumn.ORDER), None)
    if at is None:
        return False
    numbers = [row.cells[at][0].text.plain for row in rows if isinstance(row, TableRow)]
    return numbers.count("1") > 1
