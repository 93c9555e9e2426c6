"""The plan of the corpus as text files: encodings, lines broken at a width, columns of spaces, marks of Markdown."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from cchc_desktop.domain.legacy_text import LegacyEncoding, to_legacy
from tests.corpus import content

_WIDTH: Final = 78


def _table() -> str:
    return "\n".join("\t".join(row) for row in content.table_rows()) + "\n"


def _columns(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    """Two columns, each text in the middle of its own."""
    count = max(len(left), len(right))
    rows = zip((*left, *[""] * (count - len(left))), (*right, *[""] * (count - len(right))), strict=True)
    return [f"{a:^34}{'':6}{b:^38}".rstrip() for a, b in rows]


def wrapped() -> str:
    """Lines broken at 78 columns in the middle of sentences, the space at the break kept; nothing else between paragraphs."""
    lines = [*content.HEAD_LINES, *content.MIDDLE_LINES, *content.TAIL_LINES, *content.APPENDIX_LINES]
    found = [piece for line in lines for piece in " \n".join(textwrap.wrap(line, _WIDTH)).split("\n")]
    return "\n".join(found) + "\n\n" + _table()


def side_by_side() -> str:
    """As a page is kept when it is turned into text: columns of spaces, titles in the middle."""
    middle = "\n\n".join(
        f"{line:^78}".rstrip() if line in (content.KIND, *content.TITLE) else line
        for line in content.MIDDLE_LINES
    )
    head = _columns(content.HEAD_LINES[:3], content.HEAD_LINES[3:])
    # The signer stands lower than the last recipient.
    tail = _columns(content.RECIPIENTS, content.SIGNATURE[:2])
    name = _columns(("",), content.SIGNATURE[2:])
    return "\n".join([*head, "", middle, "", *tail, "", "", *name, "", *content.APPENDIX_LINES, "", _table()])


def marked() -> str:
    """With traces of Markdown, a list of HTML in a cell, and the header of the table again on its second page."""
    lines = [
        f"**{one.label} {one.words}**" if one.bold else f"{one.label} {one.words}" for one in content.BODY
    ]
    head = [*content.HEAD_LINES, f"# {content.KIND}", "**" + " ".join(content.TITLE) + "**"]
    rows = ["\t".join(row) for row in content.table_rows()]
    rows[4:4] = ["", rows[0]]
    rows[2] = rows[2].replace("Các thôn", "<ul><li>Các thôn</li><li>Trường học</li></ul>")
    parts = [
        *head,
        *content.BASES,
        content.OPENING,
        *lines,
        content.CLOSING,
        *content.TAIL_LINES,
        *content.APPENDIX_LINES,
    ]
    return "\n\n".join(parts) + "\n\n" + "\n".join(rows) + "\n"


def _in_1258(text: str) -> bytes:
    """Letters whole where the code page has them, else the letter and its tone."""
    found: list[str] = []
    for letter in text:
        try:
            letter.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", letter)[0], unicodedata.normalize("NFD", letter)[1:]
            marks = [mark for mark in tone if mark in "\u0300\u0301\u0303\u0309\u0323"]
            others = "".join(mark for mark in tone if mark not in marks)
            letter = unicodedata.normalize("NFC", base + others) + "".join(marks)  # noqa: PLW2901
        found.append(letter)
    return "".join(found).encode("cp1258")


WHOLE_TEXTS: Final[Mapping[str, Callable[[], bytes]]] = {
    "utf-8": lambda: content.plain_text().encode(),
    "utf-8-bom": lambda: content.plain_text().encode("utf-8-sig"),
    "utf-16": lambda: content.plain_text().encode("utf-16"),
    "utf-16-khong-dau": lambda: content.plain_text().encode("utf-16-le"),
    "dong-cua-windows": lambda: content.plain_text().replace("\n", "\r\n").encode(),
    "windows-1258": lambda: _in_1258(content.plain_text()),
    "to-hop": lambda: to_legacy(content.plain_text(), LegacyEncoding.DECOMPOSED).encode(),
    "ngat-dong": lambda: wrapped().encode(),
    "hai-cot": lambda: side_by_side().encode(),
}
"""The whole plan with its appendix, as the bytes of a file."""
