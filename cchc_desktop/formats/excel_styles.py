"""The workbook's typefaces, lines and measures, shared by its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from cchc_desktop.paper.page_setup import FONT, SIZE_TABLE, SIZE_TEXT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

APPENDIX_HEAD: Final = "head"
ATTACHED: Final = "attached"
BODY: Final = "body"
COLUMN_HEAD: Final = "column head"
DATA_HEAD: Final = "data head"
GROUP: Final = "group"
TEXT: Final = "text"
CENTRED: Final = "centred"
FIRST_PART: Final = "first part"
FIRST_PART_CENTRED: Final = "first part, centred"
MIDDLE_PART: Final = "middle part"
LAST_PART: Final = "last part"
DATA_TEXT: Final = "data text"
DATE: Final = "date"
NUMBER: Final = "number"
COUNT: Final = "count"

_A4: Final = 9
_PIXELS_PER_MM: Final = 96 / 25.4
# The width of "0" in the workbook's own typeface, Times New Roman at 12 points: Excel counts columns in it.
_DIGIT_PIXELS: Final = 8


def column_width(mm: float) -> float:
    """A width in millimetres in Excel's unit."""
    return round(mm * _PIXELS_PER_MM / _DIGIT_PIXELS, 2)


def new_workbook() -> Workbook:
    """A workbook without sheets, whose cells are Times New Roman."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    workbook = Workbook()
    del workbook["Sheet"]
    # The typeface of "Normal" is the measure of all columns, and there is no public way to change it.
    inside: Any = workbook
    normal = Font(name=FONT, size=SIZE_TABLE, family=1)
    inside._fonts = IndexedList([normal])  # noqa: SLF001
    inside._named_styles["Normal"].font = normal  # noqa: SLF001 - after the list, in which it looks up its number
    return workbook


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Give the columns of a sheet their widths, in millimetres."""
    from openpyxl.utils import get_column_letter

    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column_width(width)


def landscape_one_page_wide(sheet: Worksheet) -> None:
    """Let a sheet print on A4 across, shrunk to the width of a page, on as many pages as it takes."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


@dataclass(frozen=True, slots=True)
class _Look:
    size: float = SIZE_TABLE
    bold: bool = False
    italic: bool = False
    horizontal: Literal["left", "center", "right"] = "left"
    vertical: Literal["top", "center"] = "center"
    lines: str = ""  # the sides that have a line: any of l, r, t, b
    shaded: bool = False
    number_format: str = "General"


_LOOKS: Final = {
    APPENDIX_HEAD: _Look(SIZE_TEXT, bold=True, horizontal="center", vertical="top"),
    ATTACHED: _Look(SIZE_TEXT, italic=True, horizontal="center", vertical="top"),
    BODY: _Look(SIZE_TEXT, vertical="top"),
    COLUMN_HEAD: _Look(bold=True, horizontal="center", lines="lrtb"),
    DATA_HEAD: _Look(bold=True, horizontal="center", lines="lrtb", shaded=True),
    GROUP: _Look(bold=True, lines="lrtb"),
    TEXT: _Look(lines="lrtb"),
    CENTRED: _Look(horizontal="center", lines="lrtb"),
    FIRST_PART: _Look(vertical="top", lines="lrt"),
    FIRST_PART_CENTRED: _Look(horizontal="center", vertical="top", lines="lrt"),
    MIDDLE_PART: _Look(vertical="top", lines="lr"),
    LAST_PART: _Look(vertical="top", lines="lrb"),
    DATA_TEXT: _Look(vertical="top"),
    DATE: _Look(horizontal="center", vertical="top", number_format="dd/mm/yyyy"),
    COUNT: _Look(horizontal="center", vertical="top", number_format="0"),
    NUMBER: _Look(horizontal="right", vertical="top", number_format="#,##0"),
}


def style_number(sheet: Worksheet, style: str, *, quoted: bool) -> int:
    """The number by which cells name a style; ``quoted`` cells stay text when a person edits them."""
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    look = _LOOKS[style]
    cell = Cell(sheet, row=1, column=1)  # never put into the sheet: only its style is wanted
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, family=1)
    cell.alignment = Alignment(horizontal=look.horizontal, vertical=look.vertical, wrap_text=True)
    if look.lines:
        line = Side("thin", "000000")
        left, right, top, bottom = (line if side in look.lines else None for side in "lrtb")
        cell.border = Border(left=left, right=right, top=top, bottom=bottom)
    if look.shaded:
        cell.fill = PatternFill("solid", fgColor="F2F2F2")
    cell.number_format = look.number_format
    cell.quotePrefix = quoted
    return cell.style_id
