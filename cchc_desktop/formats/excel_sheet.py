"""A sheet of a workbook whose rows are written as XML: openpyxl makes the workbook, but takes too long over cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.excel_cell import cell_text, is_mistakable
from cchc_desktop.formats.excel_styles import style_number

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
_LEVEL: Final = 4  # twice as fast as the usual 6, and a tenth larger
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')


class SheetRows:
    """The rows of a sheet, added one after the other; ``sheet`` holds everything else (widths, page, filter)."""

    def __init__(self, sheet: Worksheet) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet = sheet
        self.next_row = 1
        self._letter = get_column_letter
        self._letters: list[str] = [""]
        self._rows: list[str] = []
        self._cells: list[str] = []
        self._styles: dict[tuple[str, bool], int] = {}

    def text(
        self,
        column: int,
        style: str,
        text: RichText | str,
        *,
        of: str,
        size: float | None = None,
        bold: bool = False,
    ) -> None:
        """Add a cell of text to the row being made; for ``of``, ``size`` and ``bold`` see ``cell_text``."""
        number = self._style(style, is_mistakable(text))
        inside = cell_text(text, of=of, size=size, bold=bold)
        self._cells.append(f'<c r="{self._place(column)}" s="{number}" t="inlineStr"><is>{inside}</is></c>')

    def value(self, column: int, style: str, value: int | date | None) -> None:
        """Add a number, a date or an empty cell to the row being made."""
        number = self._style(style, False)
        if isinstance(value, date):
            value = value.toordinal() - _FIRST_DAY
        inside = "" if value is None else f"<v>{value}</v>"
        self._cells.append(f'<c r="{self._place(column)}" s="{number}">{inside}</c>')

    def merge(self, columns: int) -> None:
        """Let the first cell of the row being made reach over so many columns."""
        if columns > 1:
            self.sheet.merged_cells.add(f"{self._place(1)}:{self._place(columns)}")

    def end_row(self, height: float) -> None:
        """Close the row being made; its height is in points."""
        cells = "".join(self._cells)
        self._rows.append(f'<row r="{self.next_row}" ht="{height:g}" customHeight="1">{cells}</row>')
        self._cells = []
        self.next_row += 1

    def put_into(self, skeleton: bytes) -> bytes:
        """The sheet's XML with the rows in it."""
        rows = f"<sheetData>{''.join(self._rows)}</sheetData>".encode()
        filled, count = _ROWS.subn(lambda _: rows, skeleton)
        if count != 1:
            raise RuntimeError("openpyxl no longer writes the rows of a sheet where they were looked for")
        last = self._letter(max(len(self._letters) - 1, 1))
        return _DIMENSION.sub(
            f'<dimension ref="A1:{last}{max(self.next_row - 1, 1)}"/>'.encode(), filled, count=1
        )

    def _place(self, column: int) -> str:
        while len(self._letters) <= column:
            self._letters.append(self._letter(len(self._letters)))
        return f"{self._letters[column]}{self.next_row}"

    def _style(self, name: str, quoted: bool) -> int:
        found = self._styles.get((name, quoted))
        if found is None:
            found = self._styles[name, quoted] = style_number(self.sheet, name, quoted=quoted)
        return found


def save(workbook: Workbook, sheets: Mapping[str, SheetRows], target: Path) -> None:
    """Write the workbook with the rows of its sheets (by their titles)."""
    skeleton = BytesIO()
    workbook.save(skeleton)
    # The sheets are numbered in the order in which they stand.
    members = {
        f"xl/worksheets/sheet{at}.xml": sheets[title] for at, title in enumerate(workbook.sheetnames, 1)
    }
    with ZipFile(skeleton) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in source.namelist():
            content = source.read(name)
            rows = members.pop(name, None)
            archive.writestr(name, content if rows is None else rows.put_into(content))
    if members:
        raise RuntimeError(f"openpyxl no longer names its sheets {', '.join(members)}")
