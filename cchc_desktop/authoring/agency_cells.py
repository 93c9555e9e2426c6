"""The agencies of the task tables written as the office's directory names them."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.agency_names import AgencyNames
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskRow

_COLUMNS = (TaskColumn.LEAD, TaskColumn.COOPERATION)


def directory_names(dossier: Dossier) -> AgencyNames:
    """All names by which papers of this office may call the agencies of its directory."""
    return AgencyNames(dossier.office_profile.agencies, (dossier.office.full_name,))


def with_directory_names(plan: Plan, names: AgencyNames) -> tuple[Plan, int]:
    """The plan with present names in the cells of leading and cooperating agencies, and how many cells changed.

    What the directory does not know stays as it is written.
    """
    changed = 0
    appendices: list[Appendix] = []
    for appendix in plan.appendices:
        rows: list[TaskRow] = []
        for row in appendix.rows:
            named, count = _named(row, names) if isinstance(row, Task) else (row, 0)
            rows.append(named)
            changed += count
        appendices.append(replace(appendix, rows=tuple(rows)))
    return (replace(plan, appendices=tuple(appendices)) if changed else plan), changed


def _named(task: Task, names: AgencyNames) -> tuple[Task, int]:
    changed = 0
    for column in _COLUMNS:
        before = task.cell(column)
        text = names.normalised(before.plain)
        if text != before.plain:
            task = task.with_cell(column, _rewritten(before, text))
            changed += 1
    return task, changed


def _rewritten(before: RichText, text: str) -> RichText:
    """Another text; bold and italic stay where the text is the same."""
    plain = before.plain
    shorter = min(len(plain), len(text))
    start = next((n for n in range(shorter) if plain[n] != text[n]), shorter)
    end = next((n for n in range(shorter - start) if plain[-1 - n] != text[-1 - n]), shorter - start)
    faces = before.slice(start, start + 1).runs or before.runs[-1:]
    new = Run(text[start : len(text) - end], faces[0].bold, faces[0].italic)
    return before.slice(0, start) + RichText((new,)) + before.slice(len(plain) - end)
