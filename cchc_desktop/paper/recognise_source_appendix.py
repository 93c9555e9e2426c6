"""The appendices of a foreign paper, or a workbook of them: title, text before the table, columns, groups and tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.task import Appendix, Task, TaskGroup, TaskRow
from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.recognise_outline import recognise_outline
from cchc_desktop.paper.recognise_source_body import placed
from cchc_desktop.paper.recognise_table import ditto_notes, rows_to_tasks
from cchc_desktop.paper.source import Alignment, SourceTable
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_flow import FlowItem, FlowLine
from cchc_desktop.paper.source_grid import Grid, GridRow, grid_of
from cchc_desktop.paper.source_label import Mark, split_label
from cchc_desktop.paper.source_styles import Role
from cchc_desktop.paper.source_words import appendix_label, is_attached_line, is_capitals

_MOST_TITLE_LINES = 6


@dataclass(slots=True)
class _Making:
    """An appendix while it is read; ``orders`` are the numbers that the source gave its tasks."""

    appendix: Appendix = field(default_factory=lambda: Appendix("", ()))
    title: list[str] = field(default_factory=list)
    attached: str = ""
    text: list[FlowLine] = field(default_factory=list)
    late: list[FlowLine] = field(default_factory=list)
    rows: list[TaskRow] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class ReadAppendix:
    """An appendix, and the "(Kèm theo …)" under its title, which names the issuing body."""

    appendix: Appendix
    attached: str


def read_appendix(items: Sequence[FlowItem], findings: Findings) -> tuple[ReadAppendix, ...]:
    """The appendix of a part; a second table with other columns is an appendix of its own."""
    made: list[ReadAppendix] = []
    making = _Making()
    items = tuple(_opened(items))
    at = _read_title(items, making, findings)
    for item in items[at:]:
        if isinstance(item, FlowLine):
            _take_line(item, making, findings)
            continue
        grid = grid_of(item)
        if making.grid is not None and not grid.continues(making.grid):
            made.append(_finished(making, findings, keep_late=False))
            making = _next(making, findings)
        _take_grid(grid, making, findings)
    made.append(_finished(making, findings, keep_late=True))
    return tuple(made)


def _opened(items: Sequence[FlowItem]) -> Sequence[FlowItem]:
    """The lines and tables; rows over the heading of a table (the sheets of a workbook have them) are lines."""
    found: list[FlowItem] = []
    for item in items:
        if isinstance(item, SourceTable):
            lines, table = grid_of(item).lines_above()
            found.extend(lines)
            if table is not None:
                found.append(table)
        else:
            found.append(item)
    return found


def _read_title(items: Sequence[FlowItem], making: _Making, findings: Findings) -> int:
    """Label, title and "(Kèm theo …)"; returns where what follows them begins."""
    end = _end_of_title(items)
    for item in items[:end]:
        if not isinstance(item, FlowLine):
            continue
        if item.is_blank:
            findings.set_apart([item])
            continue
        label = appendix_label(item.plain) if not making.title else None
        if item.role is Role.APPENDIX:
            label = label or (item.plain, "")
        if item.role is Role.ATTACHED or is_attached_line(item.plain) or making.attached:
            making.attached = f"{making.attached} {item.plain}".strip()
        elif label is not None and item.role is not Role.APPENDIX_TITLE:
            making.title.extend([label[1]] if label[1] else [])
        else:
            making.title.append(item.plain)
        findings.place([item.number], making.appendix.id)
    return end


def _end_of_title(items: Sequence[FlowItem]) -> int:
    """One past the last line of the title, or of the brackets under it."""
    lines: list[FlowLine] = []
    for item in items:
        if not isinstance(item, FlowLine):
            break
        lines.append(item)
    filled = [index for index, line in enumerate(lines) if not line.is_blank][: _MOST_TITLE_LINES + 2]
    attached = next(
        (i for i in filled if lines[i].role is Role.ATTACHED or is_attached_line(lines[i].plain)), -1
    )
    if attached >= 0:
        end = attached
        while not lines[end].plain.endswith(")") and end + 1 < len(lines) and end < attached + 2:
            end += 1
        return end + 1 if lines[end].plain.endswith(")") else attached + 1
    end = 0
    for index in filled:
        if not _is_title_line(lines[index], first=end == 0):
            break
        end = index + 1
    return end


def _is_title_line(line: FlowLine, *, first: bool) -> bool:
    if line.role is not None:
        return line.role in (Role.APPENDIX, Role.APPENDIX_TITLE)
    if appendix_label(line.plain) is not None:
        return True
    if line.label or split_label(line.text)[0] is not None or line.plain[-1] in ".;:":
        return False
    bold = all(run.bold for run in line.text if run.text.strip())
    return first or is_capitals(line.plain) or bold or line.alignment is Alignment.CENTRE


def _take_line(line: FlowLine, making: _Making, findings: Findings) -> None:
    if line.is_blank:
        findings.set_apart([line])
    elif making.grid is not None:
        making.late.append(line)
    else:
        making.text.append(line)


def _take_grid(grid: Grid, making: _Making, findings: Findings) -> None:
    first = making.grid is None
    if first:
        making.grid = grid
        making.appendix = replace(making.appendix, columns=grid.shown)
        _tell_columns(grid, making, findings)
    read_by = making.grid or grid
    for line in making.late:
        making.rows.append(_group(line, findings))
    making.late.clear()
    findings.place(grid.head_numbers, making.appendix.id)
    for row in grid.rows:
        _take_row(row, read_by, making, findings)


def _group(line: FlowLine, findings: Findings) -> TaskGroup:
    """A line between two halves of a table: plain text has no cell that reaches over the whole width."""
    label, text = split_label(line.text)
    is_label = label is not None and label.mark in (Mark.ROMAN, Mark.CAPITAL)
    group = TaskGroup(text.plain if is_label else line.printed)
    findings.place([line.number], group.id, Confidence.SURE if is_label else Confidence.LIKELY)
    return group


def _take_row(row: GridRow, grid: Grid, making: _Making, findings: Findings) -> None:
    made = rows_to_tasks([grid.arranged(row)], grid.kinds)
    if not made:
        findings.place(row.numbers, making.appendix.id)
        return
    making.rows.extend(made)
    task = made[0]
    findings.place(row.numbers, task.id)
    if isinstance(task, Task):
        making.orders.append(grid.order_of(row))


def _tell_columns(grid: Grid, making: _Making, findings: Findings) -> None:
    where = making.appendix.id
    if not grid.has_heading:
        findings.ask(
            "Bảng không có dòng tiêu đề; các cột được đoán theo nội dung.", grid.first_numbers, where
        )
    if grid.extra:
        named = "; ".join(f"“{heading}”" for heading in grid.extra)
        findings.ask(
            f"Chưa hiểu các cột {named}; chữ trong đó được ghi vào cột “{grid.note_heading}”.",
            grid.head_numbers,
            where,
        )


def _next(making: _Making, findings: Findings) -> _Making:
    """The appendix that begins with another table; the lines between the two are its title."""
    following = _Making()
    following.title = [line.plain for line in making.late]
    findings.place([line.number for line in making.late], following.appendix.id, Confidence.LIKELY)
    making.late = []
    findings.ask(
        "Phụ lục có thêm một bảng với các cột khác; bảng ấy được đưa thành một phụ lục riêng.",
        (),
        following.appendix.id,
    )
    return following


def _finished(making: _Making, findings: Findings, *, keep_late: bool) -> ReadAppendix:
    while making.late and keep_late and split_label(making.late[0].text)[0] is not None:
        label, _ = split_label(making.late[0].text)
        if label is None or label.mark is not Mark.ROMAN or making.grid is None:
            break
        making.rows.append(_group(making.late.pop(0), findings))
    text = _outline([*making.text, *making.late], findings, making.appendix.id)
    if making.late:
        numbers = [line.number for line in making.late]
        findings.place(numbers, making.appendix.id, Confidence.UNPLACED)
        findings.ask(
            "Chữ đứng dưới bảng được đưa lên trên bảng vì phụ lục chỉ có chỗ cho chữ ở trên bảng.",
            numbers,
            making.appendix.id,
        )
    findings.notes.extend(ditto_notes(making.rows))
    appendix = replace(
        making.appendix,
        title="\n".join(making.title),
        rows=tuple(making.rows),
        text=text,
        restart_order=making.orders.count("1") > 1,
    )
    return ReadAppendix(appendix, making.attached)


def _outline(lines: Sequence[FlowLine], findings: Findings, target: str) -> Outline:
    if not lines:
        return ()
    read = recognise_outline([line.pasted() for line in lines])
    known = {line.number: line for line in lines}
    if read.sections:
        for section in read.sections:
            findings.place(section.numbers, target)
        items = read.as_one_outline()
        placed(items, read, known, findings)
        return items
    return placed((*read.leading, *read.tail), read, known, findings)
