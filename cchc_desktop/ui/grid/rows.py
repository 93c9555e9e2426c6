"""Edits of the rows of a task table. Pure functions from an appendix to an appendix.

A cell is given by the number of its row and that of its column among those the table shows. The row behind the last
one is where new tasks are typed; an edit of a cell there makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.ui.grid import cells

CellPlace = tuple[int, int]


def kind_of(appendix: Appendix, column: int) -> TaskColumn:
    """What a column is about."""
    return appendix.columns[column].kind


def with_rows(appendix: Appendix, rows: Iterable[TaskRow]) -> Appendix:
    """The appendix with other rows."""
    return replace(appendix, rows=tuple(rows))


def with_typed(appendix: Appendix, row: int, column: int, text: str) -> Appendix:
    """The appendix with a text typed into a cell; typed behind the last row, it is a new task."""
    kind = kind_of(appendix, column)
    if row >= len(appendix.rows):
        if not text.strip():
            return appendix
        return with_rows(appendix, (*appendix.rows, cells.with_text(Task(), kind, text)))
    return with_rows(appendix, _changed(appendix.rows, row, lambda one: cells.with_text(one, kind, text)))


def cleared(appendix: Appendix, places: Iterable[CellPlace]) -> Appendix:
    """The appendix with nothing in some cells."""
    rows = list(appendix.rows)
    for row, column in places:
        if row < len(rows):
            rows[row] = cells.with_text(rows[row], kind_of(appendix, column), "")
    return with_rows(appendix, rows)


def filled_down(appendix: Appendix, places: Iterable[CellPlace]) -> Appendix:
    """The appendix with the topmost of the cells of each column repeated in the others; one row takes from above."""
    rows = list(appendix.rows)
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(places):
        if row < len(rows) and isinstance(rows[row], Task):
            by_column.setdefault(column, []).append(row)
    for column, chosen in by_column.items():
        kind = kind_of(appendix, column)
        source = chosen[0] if len(chosen) > 1 else _task_above(rows, chosen[0])
        if source is None or kind is TaskColumn.ORDER:
            continue
        text = cells.cell_rich(rows[source], kind)
        for row in chosen:
            if row != source:
                rows[row] = cells.with_rich(rows[row], kind, text)
    return with_rows(appendix, rows)


def inserted(appendix: Appendix, at: int, new: Iterable[TaskRow]) -> Appendix:
    """The appendix with rows put in before row ``at``."""
    return with_rows(appendix, (*appendix.rows[:at], *new, *appendix.rows[at:]))


def removed(appendix: Appendix, chosen: Iterable[int]) -> Appendix:
    """The appendix without some rows."""
    gone = set(chosen)
    return with_rows(appendix, (one for index, one in enumerate(appendix.rows) if index not in gone))


def with_below(appendix: Appendix, chosen: Iterable[int]) -> tuple[int, ...]:
    """The chosen rows, with the tasks of a chosen group where nothing but that group is chosen."""
    rows = sorted({index for index in chosen if index < len(appendix.rows)})
    if len(rows) == 1 and isinstance(appendix.rows[rows[0]], TaskGroup):
        return tuple(range(rows[0], group_end(appendix, rows[0])))
    return tuple(rows)


def group_end(appendix: Appendix, row: int) -> int:
    """One past the last row of the group that begins in a row."""
    end = row + 1
    while end < len(appendix.rows) and isinstance(appendix.rows[end], Task):
        end += 1
    return end


def moved(appendix: Appendix, chosen: Iterable[int], *, up: bool) -> Appendix:
    """The appendix with rows one place further; a group goes with its tasks, over a whole neighbouring group."""
    rows = with_below(appendix, chosen)
    if not rows:
        return appendix
    first, last = rows[0], rows[-1]
    is_group = isinstance(appendix.rows[first], TaskGroup)
    if up:
        if first == 0:
            return appendix
        target = first - 1
        while is_group and target > 0 and isinstance(appendix.rows[target], Task):
            target -= 1
    else:
        if last + 1 >= len(appendix.rows):
            return appendix
        target = last + 2
        if is_group and isinstance(appendix.rows[last + 1], TaskGroup):
            target = group_end(appendix, last + 1)
    return brought_to(appendix, rows, target)


def brought_to(appendix: Appendix, chosen: Iterable[int], target: int) -> Appendix:
    """The appendix with rows brought before what is row ``target`` now."""
    rows = sorted(set(chosen))
    carried = [appendix.rows[index] for index in rows]
    before = [one for index, one in enumerate(appendix.rows[:target]) if index not in rows]
    behind = [one for index, one in enumerate(appendix.rows[target:], target) if index not in rows]
    return with_rows(appendix, (*before, *carried, *behind))


def restyled(appendix: Appendix, places: Iterable[CellPlace], *, bold: bool) -> Appendix:
    """The appendix with cells bold (or italic) altogether, or no longer so where they all were."""
    chosen = [(row, column) for row, column in places if row < len(appendix.rows)]
    runs = [
        run
        for row, column in chosen
        for run in cells.cell_rich(appendix.rows[row], kind_of(appendix, column))
        if run.text.strip("-+ \n")
    ]
    wanted = not all(run.bold if bold else run.italic for run in runs)
    rows = list(appendix.rows)
    for row, column in chosen:
        kind = kind_of(appendix, column)
        rows[row] = cells.styled(
            rows[row], kind, bold=wanted if bold else None, italic=None if bold else wanted
        )
    return with_rows(appendix, rows)


def _task_above(rows: list[TaskRow], row: int) -> int | None:
    return next((index for index in range(row - 1, -1, -1) if isinstance(rows[index], Task)), None)


def _changed(
    rows: tuple[TaskRow, ...], row: int, change: Callable[[TaskRow], TaskRow]
) -> tuple[TaskRow, ...]:
    return (*rows[:row], change(rows[row]), *rows[row + 1 :])
