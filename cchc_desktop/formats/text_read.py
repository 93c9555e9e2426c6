"""Plain text, and HTML of the clipboard, as the lines and tables of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cchc_desktop.domain.legacy_text import guess_encoding, is_decomposed
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.clipboard_text import lines_from_text, lines_of_element
from cchc_desktop.formats.html_tree import is_unseen, read_html, style_of, tag_of
from cchc_desktop.formats.reading_notes import decomposed_note, guess_note
from cchc_desktop.formats.source_lines import TAB, is_rule, numbered, with_columns
from cchc_desktop.formats.text_columns import tabs_for_gaps
from cchc_desktop.formats.text_decode import decoded
from cchc_desktop.formats.text_table import table_at
from cchc_desktop.paper.heal_lines import healed
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.source import SourceBlock, SourceCell, SourceDocument, SourceLine, SourceTable
from cchc_desktop.paper.source_label import Mark, split_label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# "PHỤ LỤC**CÁC NHIỆM VỤ": two lines of a title that lost the break between them.
_GLUED: Final = re.compile(r"(?<=\w)\*\*(?=\w)")
_MOST_SPANNED: Final = 200
_MARKER: Final = "\ue00atable"


def read_text_file(path: Path) -> SourceDocument:
    """The paper in a .txt that ``check_safe`` has let through."""
    text, notes = decoded(path.read_bytes(), path.name)
    return source_from_text(text, path.name, notes)


def source_from_text(text: str, name: str, notes: tuple[str, ...] = ()) -> SourceDocument:
    """Plain text: broken paragraphs healed, tables of tabs and columns of spaces seen, marks of Markdown read."""
    raw = [line.text.plain for line in lines_from_text(_GLUED.sub(_unglued, text.replace("\t", TAB)))]
    blocks: list[SourceBlock] = []
    at = 0
    while at < len(raw):
        table, used = table_at(raw, at)
        if table is not None:
            blocks.append(table)
            at += used
            continue
        end = next((one for one in range(at + 1, len(raw)) if table_at(raw, one)[0] is not None), len(raw))
        blocks.extend(_prose(raw[at:end]))
        at = end
    return _document(name, blocks, text, notes)


def source_from_html(html: str, name: str) -> SourceDocument:
    """HTML as Word, browsers and LibreOffice put it on the clipboard, its tables as tables."""
    root = read_html(html)
    if root is None:
        return SourceDocument(name, ())
    tables = [one for one in root.iter("table") if next(one.iterancestors("table"), None) is None]
    read = [_html_table(one) for one in tables]
    for table in tables:
        table.clear(keep_tail=True)
        table.tag = "p"
        table.text = _MARKER
    blocks: list[SourceBlock] = []
    waiting: list[PastedLine] = []
    found = iter(read)
    for line in lines_of_element(root):
        if line.text.plain != _MARKER:
            waiting.append(line)
            continue
        blocks.extend(_lines(healed(waiting)))
        waiting = []
        blocks.append(next(found))
    blocks.extend(_lines(healed(waiting)))
    return _document(name, blocks, html, ())


def _unglued(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "\n**" if before.isupper() and after.isupper() else "**"


def _document(name: str, blocks: Iterable[SourceBlock], text: str, notes: tuple[str, ...]) -> SourceDocument:
    document = SourceDocument(name, numbered(blocks), notes)
    found = list(notes)
    if is_decomposed(text):
        found.append(decomposed_note())
    guess = guess_encoding(line.text.plain for line in document.lines)
    if guess is not None:
        found.append(guess_note(guess))
    return SourceDocument(name, document.blocks, tuple(found))


def _prose(raw: Sequence[str]) -> Iterator[SourceBlock]:
    """Lines that are no rows of a table: columns side by side first, all else healed into paragraphs."""
    spaced = tabs_for_gaps(raw)
    candidates = [
        SourceLine(RichText.of(plain), number=at)
        for at, plain in enumerate(spaced)
        if plain.strip() and not is_rule(plain.replace(TAB, ""))
    ]
    begun = 0
    for block in with_columns(candidates):
        if isinstance(block, SourceTable):
            places = [line.number for row in block.rows for cell in row for line in cell.lines]
            yield from _paragraphs(raw[begun : min(places)])
            yield block
            begun = max(places) + 1
    yield from _paragraphs(raw[begun:])


def _paragraphs(raw: Sequence[str]) -> Iterator[SourceLine]:
    # The spaces at the end of a line stay: they tell where a line was broken.
    return _lines(healed([PastedLine(RichText.of(_as_typed(line))) for line in raw]))


def _as_typed(line: str) -> str:
    """A line without what only places it on its page; in front of a bullet white space tells its depth."""
    if is_rule(line):
        return ""
    plain = line.replace(TAB, " ")
    return plain if _is_bullet(RichText.of(plain)) else plain.lstrip()


def _is_bullet(text: RichText) -> bool:
    label, _ = split_label(text)
    return label is not None and label.mark in (Mark.BULLET, Mark.PLUS)


def _lines(lines: Iterable[PastedLine]) -> Iterator[SourceLine]:
    for line in lines:
        text = line.text if _is_bullet(line.text) else line.text.strip()
        hint = None if line.level_hint is None else line.level_hint - 1
        yield SourceLine(text, 0, line.label, hint)


def _html_table(table: HtmlElement) -> SourceTable:
    rows: list[tuple[SourceCell, ...]] = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table or is_unseen(row):
            continue
        cells = [one for one in row if tag_of(one) in ("td", "th") and not is_unseen(one)]
        if cells:
            rows.append(tuple(_html_cell(one) for one in cells))
    drawn = table.get("border", "0").strip() not in ("", "0") or any(
        "solid" in value
        for one in table.iter("table", "td", "th")
        for name, value in style_of(one).items()
        if "border" in name
    )
    return SourceTable(tuple(rows), has_borders=drawn)


def _html_cell(cell: HtmlElement) -> SourceCell:
    return SourceCell(tuple(_lines(lines_of_element(cell))), _span(cell, "colspan"), _span(cell, "rowspan"))


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "").strip()
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() and len(value) < 5 else 1
