"""Blocks of cells into and out of the clipboard, as Excel, Word and browsers write and read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.clipboard_text import lines_of_element
from cchc_desktop.formats.html_tree import MOST_CHARACTERS, is_unseen, read_html, tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CellText = RichText
"""The text of a cell; "\\n" parts its lines, a list's items are lines that begin with "- "."""

_MOST_COLUMNS: Final = 200
_MOST_SPANNED_ROWS: Final = 100
_QUOTED_IF: Final = ("\n", "\t", "\r")


def cells_from_text(text: str) -> list[list[str]]:
    """Cells from text with tabs: cells of several lines stand in quotes, as Excel and LibreOffice write them."""
    if len(text) > MOST_CHARACTERS:
        raise UserFacingError(
            "Vùng ô dán vào quá lớn nên chưa được nhận.", "Hãy chép từng phần của bảng rồi dán lần lượt."
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at < len(text):
        cell, at = _cell_at(text, at)
        row.append(clean(cell))
        if at >= len(text) or text[at] == "\n":
            rows.append(row)
            row = []
        elif at + 1 == len(text):  # a tab at the very end opens one more, empty cell
            rows.append([*row, ""])
        at += 1
    return rows


def cells_to_text(rows: Sequence[Sequence[str]]) -> str:
    """The inverse of :func:`cells_from_text`; each row ends with a line break."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in rows)


def cells_from_html(html: str) -> list[list[CellText]]:
    """The cells of all tables of some HTML, one list a row; empty when there is no table.

    A cell over several columns is followed by empty ones; a cell over several rows stands in each of them.
    """
    root = read_html(html)
    if root is None:
        return []
    tables = [table for table in root.iter("table") if next(table.iterancestors("table"), None) is None]
    return [row for table in tables for row in _rows(table)]


def cells_to_html(rows: Sequence[Sequence[CellText]]) -> str:
    """A table that Excel takes as text: nothing in it becomes a formula, a number or a date, lines stay in their cell."""
    body = "".join(f"<tr>{''.join(map(_cell_html, row))}</tr>" for row in rows)
    return (
        '<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@";white-space:normal;}'
        "br{mso-data-placement:same-cell;}</style></head>"
        f'<body><table border="1" style="border-collapse:collapse">{body}</table></body></html>'
    )


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place of the tab or line break after it."""
    if text[at] == '"':
        closing = at + 1
        while (closing := text.find('"', closing)) >= 0:
            if text[closing + 1 : closing + 2] == '"':
                closing += 2
                continue
            if text[closing + 1 : closing + 2] in ("", "\t", "\n"):
                return text[at + 1 : closing].replace('""', '"'), closing + 1
            break  # a quotation mark within the text: the cell is not quoted
    tab, line = text.find("\t", at), text.find("\n", at)
    ends = [place for place in (tab, line) if place >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _quoted(cell: str) -> str:
    if cell.startswith('"') or any(sign in cell for sign in _QUOTED_IF):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _rows(table: HtmlElement) -> Iterator[list[CellText]]:
    below: dict[int, tuple[CellText, int]] = {}  # column: text that a cell above puts here, rows still to go
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table or is_unseen(row):
            continue
        yield _row(row, below)


def _row(row: HtmlElement, below: dict[int, tuple[CellText, int]]) -> list[CellText]:
    found: list[CellText] = []
    for cell in row:
        if tag_of(cell) not in ("td", "th") or is_unseen(cell):
            continue
        _fill_from_above(found, below)
        text = _text_of(cell)
        rows_more = min(_span(cell, "rowspan"), _MOST_SPANNED_ROWS) - 1
        for index in range(min(_span(cell, "colspan"), _MOST_COLUMNS)):
            if rows_more:
                below[len(found)] = (text if index == 0 else EMPTY, rows_more)
            found.append(text if index == 0 else EMPTY)
    _fill_from_above(found, below)
    return found[:_MOST_COLUMNS]


def _fill_from_above(found: list[CellText], below: dict[int, tuple[CellText, int]]) -> None:
    while len(found) in below:
        text, rows = below.pop(len(found))
        if rows > 1:
            below[len(found)] = (text, rows - 1)
        found.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "").strip()
    return max(int(value), 1) if value.isdigit() and len(value) < 5 else 1


def _text_of(cell: HtmlElement) -> CellText:
    found = EMPTY
    for line in lines_of_element(cell):
        label = "" if not line.label else f"{line.label if line.label[-1:] in '.)+' else '-'} "
        found = (found + "\n" if found else found) + RichText.of(label) + line.text
    return found


def _cell_html(cell: CellText) -> str:
    return f"<td>{''.join(_run_html(run.text, run.bold, run.italic) for run in cell)}</td>"


def _run_html(text: str, bold: bool, italic: bool) -> str:
    shown = escape(text, quote=False).replace("\n", "<br>")
    if italic:
        shown = f"<i>{shown}</i>"
    return f"<b>{shown}</b>" if bold else shown
