"""The task table of an appendix as a block."""

from __future__ import annotations

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskGroup
from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.paper.blocks import Cell, CellLine, TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.numbering import labels


def table_block(appendix: Appendix) -> TableBlock:
    """The table with group rows labelled I., II., … and tasks numbered through, or anew in each group."""
    rows: list[TableRow | TableGroupRow] = []
    order = 0
    groups = 0
    for row in appendix.rows:
        match row:
            case TaskGroup():
                groups += 1
                order = 0 if appendix.restart_order else order
                rows.append(TableGroupRow(f"{roman(groups)}.", row.title, row.id))
            case Task():
                order += 1
                cells = tuple(_cell(row, order, column.kind) for column in appendix.columns)
                rows.append(TableRow(cells, row.id))
    return TableBlock(appendix.columns, tuple(rows), appendix.id)


def _cell(task: Task, order: int, kind: TaskColumn) -> Cell:
    match kind:
        case TaskColumn.ORDER:
            return (CellLine(RichText.of(str(order))),)
        case TaskColumn.CONTENT:
            return tuple(
                CellLine(one.content, label)
                for one, label in zip(task.content, labels(task.content), strict=True)
            )
        case _:
            return tuple(CellLine(line) for line in task.cell(kind).lines())
