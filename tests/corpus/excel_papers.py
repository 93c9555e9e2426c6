"""The appendix of the corpus as Excel files: merged title and groups, dates and numbers, hidden things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cchc_desktop.domain.legacy_text import LegacyEncoding, to_legacy
from tests.corpus import content

_BOLD = Font(name="Times New Roman", bold=True)


def appendix(path: Path) -> Path:
    """Title and groups merged over all columns, numbers as numbers, a list in a cell, an empty row in between."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for text in content.APPENDIX_LINES:
        sheet.append([text])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
    sheet.append([])
    for texts in content.table_rows():
        sheet.append([int(text) if text.isdecimal() else text for text in texts])
        if len(texts) == 1:
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
            sheet.cell(sheet.max_row, 1).font = _BOLD
    book.save(path)
    return path


def with_dates_and_numbers(path: Path) -> Path:
    """What people type and Excel understands in its own way."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nội dung", "Thời gian", "Kinh phí", "Tỷ lệ", "Số lượng"])
    sheet.append([1.1, "In tờ gấp", date(2026, 3, 31), 1_500_000, 0.75, 5])
    sheet.append([1.2, "Viết tin", date(2026, 1, 1), 0, 0.125, 12])
    sheet["C2"].number_format = "dd/mm/yyyy"
    sheet["C3"].number_format = "mmm-yy"
    for row in (2, 3):
        sheet.cell(row, 4).number_format = '#,##0\\ "đồng"'
        sheet.cell(row, 5).number_format = "0.0%"
        sheet.cell(row, 6).number_format = "00"
    book.save(path)
    return path


def with_faces(path: Path) -> Path:
    """Words in bold within a cell, a bold cell, line breaks, and a text that looks escaped."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = CellRichText("Chủ trì: ", TextBlock(InlineFont(b=True), "Văn phòng"), " xã")
    sheet["B1"] = "Một\n- Hai\n\n- Ba"
    sheet["B1"].font = _BOLD
    sheet["C1"] = "=1+1"
    book.save(path)
    return path


def in_tcvn3(path: Path) -> Path:
    """Cells set in .VnTime and .VnTimeH."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = to_legacy("nội dung", LegacyEncoding.TCVN3)
    sheet["A1"].font = Font(name=".VnTimeH")
    sheet["A2"] = to_legacy("Viết tin về cải cách hành chính", LegacyEncoding.TCVN3)
    sheet["A2"].font = Font(name=".VnTime")
    book.save(path)
    return path


def several_sheets(path: Path) -> Path:
    """Two sheets to read, an empty one, and a hidden one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Phụ lục 1"
    sheet["B3"] = "Nội dung"
    book.create_sheet("Phụ lục 2")["A1"] = "Nội dung"
    book.create_sheet("Trống")
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "bỏ"
    hidden.sheet_state = "hidden"
    book["Phụ lục 2"].row_dimensions[1].hidden = True
    book.save(path)
    return path
