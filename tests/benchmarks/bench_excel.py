"""Excel export against the least that any writer must do: the same sheets as strings, zipped and put on the disk.

pytest tests/benchmarks/bench_excel.py -s
"""

import gc
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import openpyxl

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Task
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.formats.excel_tasks import write_excel
from cchc_desktop.formats.safe_write import check_zip_of_xml, write_safely

_SIZES = (10, 100, 1_000, 5_000)
_AT_100_ROWS = 5.0


def plan_with(count: int) -> Plan:
    """The sample plan with its own tasks over and over, no two contents or products alike."""
    plan = sample_dossier().plans[0]
    tasks = plan.tasks
    rows = tuple(_numbered(tasks[index % len(tasks)], index) for index in range(count))
    return replace(plan, appendices=(replace(plan.appendices[0], rows=rows),))


def _numbered(task: Task, index: int) -> Task:
    content = tuple(replace(one, text=one.text + f" (lần {index})") for one in task.content)
    return replace(task, content=content, product=task.product + f" {index}", id=new_id())


def floor(path: Path, sheets: list[list[list[str]]]) -> None:
    """Each cell as an inline string with a style, nothing else, written as safely as ours."""

    def produce(temporary: Path) -> None:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, rows in enumerate(sheets, 1):
                lines = [
                    f'<row r="{at}">{"".join(f"<c s={chr(34)}1{chr(34)} t={chr(34)}inlineStr{chr(34)}><is><t>{escape(cell)}</t></is></c>" for cell in row if cell)}</row>'
                    for at, row in enumerate(rows, 1)
                ]
                archive.writestr(
                    f"sheet{number}.xml", f"<worksheet><sheetData>{''.join(lines)}</sheetData></worksheet>"
                )

    write_safely(path, produce, check_zip_of_xml)


def seconds(work: Callable[[], None], times: int) -> float:
    """The shortest of some runs: what disturbs a run only makes it longer."""
    found: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


def test_excel_export_against_zip_and_strings(tmp_path: Path) -> None:
    ratios: dict[int, float] = {}
    per_task: dict[int, float] = {}
    print()
    for count in _SIZES:
        plan = plan_with(count)
        ours, least = tmp_path / "ours.xlsx", tmp_path / "least.xlsx"
        write_excel(plan, ours)  # also loads the library, which is not measured
        book = openpyxl.load_workbook(ours)
        sheets = [
            [
                [str(value) if value is not None else "" for value in row]
                for row in sheet.iter_rows(values_only=True)
            ]
            for sheet in book.worksheets
        ]
        del book
        gc.collect()
        gc.freeze()  # what the benchmark itself holds is none of the writer's business
        times = 25 if count <= 100 else 5
        mine = seconds(lambda plan=plan, ours=ours: write_excel(plan, ours), times)  # type: ignore[misc]
        bare = seconds(lambda sheets=sheets, least=least: floor(least, sheets), times)  # type: ignore[misc]
        ratios[count], per_task[count] = mine / bare, mine / count
        print(
            f"{count:>6} tasks: {mine * 1000:8.1f} ms, floor {bare * 1000:7.1f} ms, ratio {mine / bare:5.2f}"
        )
    assert per_task[5_000] <= per_task[1_000] * 1.3, "growth is worse than linear"
    print(f"at 100 rows {ratios[100]:.2f} (target {_AT_100_ROWS})")
