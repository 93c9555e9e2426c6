"""How text gets into a cell of Excel: whole, as text, in its typefaces, and never as a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.errors import UserFacingError
from cchc_desktop.paper.page_setup import FONT

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CHARACTERS: Final = 32_767
"""What a cell of Excel holds; openpyxl cuts longer text in silence."""

# Typed again by a person who only opens and leaves the cell, these would become a formula, a number or a date.
_MISTAKABLE = re.compile(r"[=+\-@'\t]|[\d.,:/%\s]+$")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_at(sheet: Worksheet, row: int, column: int, style: str) -> Cell:
    """The cell at a place, in one of the named styles."""
    cell = cast("Cell", sheet.cell(row, column))  # a merged one only after merging
    cell.style = style
    return cell


def cell_text(cell: Cell, text: RichText | str, *, of: str, size: float | None = None) -> None:
    """Put text into a cell. ``of`` names the row in the message when the text is longer than a cell can hold.

    ``size`` is the type size of a cell whose text has bold or italic runs; without it the runs are written plain.
    """
    plain = _safe(text.plain if isinstance(text, RichText) else text)
    if len(plain.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        raise UserFacingError(
            f"Nội dung của “{_short(of)}” dài hơn {MOST_CHARACTERS:,} ký tự nên không vừa một ô của Excel.".replace(
                ",", "."
            ),
            "Hãy chia nội dung đó thành nhiều nhiệm vụ ngắn hơn rồi xuất lại.",
        )
    if isinstance(text, RichText) and size is not None and text.is_emphasised:
        _put_runs(cell, text, size)
    else:
        cell.value = plain or None
    if plain:
        cell.data_type = "s"  # after the value, which would make "=1+1" a formula and "#N/A" an error
        cell.quotePrefix = bool(_MISTAKABLE.match(plain))


def _put_runs(cell: Cell, text: RichText, size: float) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    bold = bool(cell.font.b)
    blocks = [
        TextBlock(InlineFont(rFont=FONT, sz=size, b=run.bold or bold, i=run.italic), _safe(run.text))
        for run in text
    ]
    cell.value = CellRichText(blocks)


def _safe(text: str) -> str:
    # "_x0041_" within a text would be read back as "A".
    return _LOOKS_ESCAPED.sub("_x005F_", clean(text))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79] + "…"
