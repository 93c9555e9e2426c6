"""The task table in Excel: sheets that print as the appendices of the paper, and one for sorting and filtering."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.excel_appendix import write_appendix
from cchc_desktop.formats.excel_data import write_data
from cchc_desktop.formats.excel_sheet import SheetRows, save
from cchc_desktop.formats.excel_styles import new_workbook
from cchc_desktop.formats.progress import ReportProgress, no_progress
from cchc_desktop.formats.safe_write import check_zip_of_xml, write_safely
from cchc_desktop.paper.blocks import AppendixHeadBlock, Document
from cchc_desktop.paper.compose import compose

DATA_SHEET: Final = "Dữ liệu"
_REPORT_EVERY: Final = 25


def write_excel(plan: Plan, target: Path, *, progress: ReportProgress = no_progress) -> None:
    """Write the appendices of a plan to ``target``. An interrupted or failed writing leaves an old file untouched.

    Raises UserFacingError for a plan without an appendix, a text too long for a cell, and what keeps a file from
    being written; ``Cancelled`` out of ``progress`` passes through.
    """
    if not plan.appendices:
        raise UserFacingError(
            "Kế hoạch chưa có phụ lục nhiệm vụ nên chưa có gì để xuất ra Excel.",
            "Hãy thêm phụ lục và nhiệm vụ ở bước “Nhiệm vụ” rồi xuất lại.",
        )

    document = compose(replace(plan, sections=()))  # the appendices do not depend on them

    def produce(temporary: Path) -> None:
        _write(plan, document, temporary, progress)

    write_safely(target, produce, check_zip_of_xml)


def _write(plan: Plan, document: Document, path: Path, progress: ReportProgress) -> None:
    parts = [part for part in document.parts if any(isinstance(b, AppendixHeadBlock) for b in part.blocks)]
    total = sum(len(appendix.rows) + len(appendix.tasks) for appendix in plan.appendices) + 1
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % _REPORT_EVERY == 0:
            progress(done, total)

    progress(0, total)
    workbook = new_workbook()
    sheets: dict[str, SheetRows] = {}
    for part in parts:
        label = next(block.label for block in part.blocks if isinstance(block, AppendixHeadBlock))
        sheets[label] = SheetRows(workbook.create_sheet(label))
        write_appendix(sheets[label], part, step)
    sheets[DATA_SHEET] = SheetRows(workbook.create_sheet(DATA_SHEET))
    write_data(sheets[DATA_SHEET], plan, step)
    properties = workbook.properties
    properties.title, properties.creator, properties.language = document.title, document.author, "vi-VN"
    properties.lastModifiedBy = document.author
    save(workbook, sheets, path)
    progress(total, total)
