"""How text gets into a cell of Excel: whole, as text, in its typefaces, and never as a formula."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.errors import UserFacingError
from cchc_desktop.paper.page_setup import FONT

MOST_CHARACTERS: Final = 32_767
"""What a cell of Excel holds."""

# Typed again by a person who only opens and leaves the cell, these would become a formula, a number or a date.
_MISTAKABLE = re.compile(r"[=+\-@'\t]|[\d.,:/%\s]+$")
_FIRST_SIGNS: Final = frozenset("=+-@'\t .,:/%0123456789")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: RichText | str, *, of: str, size: float | None = None, bold: bool = False) -> str:
    """The inside of a string cell, in Excel's XML; all text that leaves the program for Excel passes here.

    ``of`` names the row in the message when the text is longer than a cell can hold. With ``size`` bold and italic
    runs keep their faces, on top of ``bold`` if the cell's style is bold; without it they are written plain.
    """
    plain = text.plain if isinstance(text, RichText) else clean(text)
    if len(plain) * 2 > MOST_CHARACTERS and len(plain.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        most = f"{MOST_CHARACTERS:,}".replace(",", ".")
        raise UserFacingError(
            f"Nội dung của “{_short(of)}” dài hơn {most} ký tự nên không vừa một ô của Excel.",
            "Hãy chia nội dung đó thành nhiều nhiệm vụ ngắn hơn rồi xuất lại.",
        )
    if isinstance(text, RichText) and size is not None and text.is_emphasised:
        return "".join(_run(run, size, bold) for run in text)
    return f'<t xml:space="preserve">{_escaped(plain)}</t>'


def is_mistakable(text: RichText | str) -> bool:
    """Whether Excel must be told that the text is one, or it would read it anew when a person edits the cell."""
    plain = text.plain if isinstance(text, RichText) else text
    return plain[:1] in _FIRST_SIGNS and bool(_MISTAKABLE.match(plain))


def _run(run: Run, size: float, bold: bool) -> str:
    faces = ("<b/>" if run.bold or bold else "") + ("<i/>" if run.italic else "")
    return (
        f'<r><rPr>{faces}<sz val="{size:g}"/><rFont val="{FONT}"/><family val="1"/></rPr>'
        f'<t xml:space="preserve">{_escaped(run.text)}</t></r>'
    )


def _escaped(text: str) -> str:
    # "_x0041_" within a text would be read back as "A".
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79] + "…"
