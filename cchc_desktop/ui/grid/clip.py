"""Cells on the clipboard: for this program, for Excel and for Word; and from them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskGroup
from cchc_desktop.ui.grid import cells
from cchc_desktop.ui.grid.blocks import Block
from cchc_desktop.ui.grid.rows import CellPlace, kind_of

OWN_FORM = "application/x-cchc-cells"


def copied(appendix: Appendix, places: Sequence[CellPlace]) -> Block | None:
    """The cells of the rectangle round the chosen ones (those not chosen are empty)."""
    chosen = {(row, column) for row, column in places if row < len(appendix.rows)}
    if not chosen:
        return None
    rows = sorted({row for row, _ in chosen})
    columns = range(min(column for _, column in chosen), max(column for _, column in chosen) + 1)
    found: list[tuple[RichText, ...]] = []
    groups: set[int] = set()
    numbers = order_numbers(appendix)
    for row in rows:
        one = appendix.rows[row]
        if isinstance(one, TaskGroup):
            groups.add(len(found))
            found.append((RichText.of(one.title, bold=True), *(EMPTY for _ in columns[1:])))
            continue
        found.append(
            tuple(
                _cell(one, kind_of(appendix, column), numbers[row]) if (row, column) in chosen else EMPTY
                for column in columns
            )
        )
    return Block(tuple(found), frozenset(groups))


def order_numbers(appendix: Appendix) -> tuple[str, ...]:
    """What stands in the first column of each row: the number of a task, the Roman number of a group."""
    from cchc_desktop.domain.vietnamese import roman

    found: list[str] = []
    order = groups = 0
    for row in appendix.rows:
        if isinstance(row, TaskGroup):
            groups += 1
            order = 0 if appendix.restart_order else order
            found.append(f"{roman(groups)}.")
        else:
            order += 1
            found.append(str(order))
    return tuple(found)


def mime_data(block: Block) -> QMimeData:
    """A block for the clipboard."""
    from cchc_desktop.formats.clipboard_table import cells_to_html, cells_to_text

    mime = QMimeData()
    written = {
        "rows": [[[(run.text, run.bold, run.italic) for run in cell] for cell in row] for row in block.rows],
        "groups": sorted(block.groups),
    }
    mime.setData(OWN_FORM, QByteArray(json.dumps(written, ensure_ascii=False).encode()))
    mime.setText(cells_to_text([[cell.plain for cell in row] for row in block.rows]))
    mime.setHtml(cells_to_html(block.rows))
    return mime


def read(mime: QMimeData) -> Block | None:
    """The cells on the clipboard; None when there is no text on it."""
    if mime.hasFormat(OWN_FORM):
        written = json.loads(bytes(mime.data(OWN_FORM).data()).decode())
        rows = tuple(
            tuple(
                RichText(tuple(Run(str(text), bool(bold), bool(italic)) for text, bold, italic in cell))
                for cell in row
            )
            for row in written["rows"]
        )
        return Block(rows, frozenset(written["groups"]))
    from cchc_desktop.formats.clipboard_table import cells_from_html, cells_from_text

    if mime.hasHtml():
        rich = cells_from_html(mime.html())
        if rich:
            return Block(tuple(map(tuple, rich)))
    if mime.hasText() and mime.text().strip():
        plain = cells_from_text(mime.text())
        return Block(tuple(tuple(RichText.of(cell) for cell in row) for row in plain))
    return None


def _cell(task: Task, kind: TaskColumn, number: str) -> RichText:
    return RichText.of(number) if kind is TaskColumn.ORDER else cells.cell_rich(task, kind)
