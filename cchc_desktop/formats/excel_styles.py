"""The workbook's typefaces, lines and measures, shared by its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from cchc_desktop.paper.page_setup import FONT, SIZE_TABLE, SIZE_TEXT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Border, NamedStyle, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

APPENDIX_HEAD: Final = "CCHC Tiêu đề"
ATTACHED: Final = "CCHC Kèm theo"
BODY: Final = "CCHC Đoạn văn"
COLUMN_HEAD: Final = "CCHC Đầu cột"
DATA_HEAD: Final = "CCHC Đầu cột dữ liệu"
GROUP: Final = "CCHC Nhóm"
TEXT: Final = "CCHC Chữ"
CENTRED: Final = "CCHC Chữ giữa"
FIRST_PART: Final = "CCHC Chữ, còn tiếp"
MIDDLE_PART: Final = "CCHC Chữ, ở giữa"
LAST_PART: Final = "CCHC Chữ, phần cuối"
DATE: Final = "CCHC Ngày"
NUMBER: Final = "CCHC Số"
COUNT: Final = "CCHC Số thứ tự"

_A4: Final = 9
_PIXELS_PER_MM: Final = 96 / 25.4
# The width of "0" in the workbook's own typeface, Times New Roman at 12 points: Excel counts columns in it.
_DIGIT_PIXELS: Final = 8


def column_width(mm: float) -> float:
    """A width in millimetres in Excel's unit."""
    return round(mm * _PIXELS_PER_MM / _DIGIT_PIXELS, 2)


def new_workbook() -> Workbook:
    """A workbook without sheets, whose cells are Times New Roman, with all styles of ours."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    workbook = Workbook()
    del workbook["Sheet"]
    # The typeface of "Normal" is the measure of all columns, and there is no public way to change it.
    inside: Any = workbook
    normal = Font(name=FONT, size=SIZE_TABLE, family=1)
    inside._named_styles["Normal"].font = normal  # noqa: SLF001
    inside._fonts = IndexedList([normal])  # noqa: SLF001
    for style in _styles():
        workbook.add_named_style(style)
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


def _styles() -> list[NamedStyle]:
    from openpyxl.styles import Border, PatternFill, Side

    line = Side("thin", "000000")
    box = Border(left=line, right=line, top=line, bottom=line)
    shade = PatternFill("solid", fgColor="F2F2F2")
    return [
        _style(APPENDIX_HEAD, size=SIZE_TEXT, bold=True, horizontal="center", vertical="top"),
        _style(ATTACHED, size=SIZE_TEXT, italic=True, horizontal="center", vertical="top"),
        _style(BODY, size=SIZE_TEXT, horizontal="left", vertical="top"),
        _style(COLUMN_HEAD, bold=True, horizontal="center", border=box),
        _style(DATA_HEAD, bold=True, horizontal="center", border=box, fill=shade),
        _style(GROUP, bold=True, border=box),
        _style(TEXT, border=box),
        _style(CENTRED, horizontal="center", border=box),
        _style(FIRST_PART, vertical="top", border=Border(left=line, right=line, top=line)),
        _style(MIDDLE_PART, vertical="top", border=Border(left=line, right=line)),
        _style(LAST_PART, vertical="top", border=Border(left=line, right=line, bottom=line)),
        _style(DATE, horizontal="center", border=box, number_format="dd/mm/yyyy"),
        _style(COUNT, horizontal="center", border=box, number_format="0"),
        _style(NUMBER, horizontal="right", border=box, number_format="#,##0"),
    ]


def _style(
    name: str,
    *,
    size: float = SIZE_TABLE,
    bold: bool = False,
    italic: bool = False,
    horizontal: str = "left",
    vertical: str = "center",
    border: Border | None = None,
    fill: PatternFill | None = None,
    number_format: str = "General",
) -> NamedStyle:
    from openpyxl.styles import Alignment, Font, NamedStyle

    style = NamedStyle(name)
    style.font = Font(name=FONT, size=size, bold=bold, italic=italic, family=1)
    style.alignment = Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)
    if border is not None:
        style.border = border
    if fill is not None:
        style.fill = fill
    style.number_format = number_format
    return style
