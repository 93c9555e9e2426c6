"""Word, Excel, PDF and the dossier never disagree about the tasks."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest

from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Appendix, Task, TaskColumn
from cchc_desktop.paper.numbering import labels
from tests.journeys.seed_lines import squeezed
from tests.seed_plans import seed_plan

Rows = list[list[str]]


def rows_of_dossier(appendix: Appendix) -> Rows:
    """The cells as the plan holds them, numbers and labels put before; a group row is one cell."""
    rows: Rows = []
    order = 0
    for row in appendix.rows:
        if not isinstance(row, Task):
            rows.append([squeezed(row.title)])
            continue
        order += 1
        rows.append([squeezed(_cell(row, order, column.kind)) for column in appendix.columns])
    return rows


def _cell(task: Task, order: int, kind: TaskColumn) -> str:
    if kind is TaskColumn.ORDER:
        return str(order)
    if kind is TaskColumn.CONTENT:
        return "".join(
            f"{label}{one.content.plain}"
            for one, label in zip(task.content, labels(task.content), strict=True)
        )
    return task.cell(kind).plain


def rows_of_word(path: Path, headings: list[str]) -> Rows:
    """The rows under the header of the task table in a Word file."""
    for table in docx.Document(str(path)).tables:
        rows = [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
        if rows[0] == headings:
            return [_group(row) if len(set(row)) == 1 else row for row in rows[1:]]
    raise AssertionError("the Word file has no table with these headings")


def rows_of_excel(path: Path, headings: list[str]) -> Rows:
    """The rows under the header of the printed sheet."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[squeezed(str(value or "")) for value in row] for row in sheet.iter_rows(values_only=True)]
    rows = [row[: len(headings)] for row in rows]
    below = rows[rows.index(headings) + 1 :]
    return [_group([row[0]]) if row[0] and not any(row[1:]) else row for row in below if any(row)]


def _group(row: list[str]) -> list[str]:
    return [row[0].partition(".")[2]]


@pytest.fixture(params=["sample", "001"])
def plan(request: pytest.FixtureRequest, seed_texts: dict[str, str]) -> Plan:
    if request.param == "sample":
        return sample_dossier().plans[0]
    return seed_plan("001", seed_texts["001"])


def test_the_task_rows_of_word_excel_and_dossier_are_the_same(plan: Plan, tmp_path: Path) -> None:
    word, excel, pdf = (tmp_path / f"kế hoạch.{kind}" for kind in ("docx", "xlsx", "pdf"))
    export_plan(plan, word=word, excel=excel, pdf=pdf)
    (appendix,) = plan.appendices
    headings = [squeezed(column.heading) for column in appendix.columns]
    expected = rows_of_dossier(appendix)
    assert len(expected) >= 10
    assert rows_of_word(word, headings) == expected
    assert rows_of_excel(excel, headings) == expected
    printed = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))
    for row in expected:
        assert max(row, key=len)[:40] in printed
