"""A foreign .docx as the lines, tables and breaks that stand on its paper; nothing is decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml import etree

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.safe_read import broken_file
from cchc_desktop.formats.source_lines import TAB, is_rule, numbered, with_columns, without_tabs
from cchc_desktop.formats.word_children import children
from cchc_desktop.formats.word_look import W
from cchc_desktop.formats.word_notes import Around, notes_of
from cchc_desktop.formats.word_numbering import Numbering
from cchc_desktop.formats.word_pieces import Findings, PieceReader
from cchc_desktop.formats.word_style_sheet import (
    SILENT,
    ListPlace,
    Said,
    StyleSheet,
    alignment_of,
    list_place,
)
from cchc_desktop.formats.word_tables import read_table
from cchc_desktop.formats.xml_package import XmlPackage
from cchc_desktop.paper.source import (
    Alignment,
    SourceBlock,
    SourceBreak,
    SourceDocument,
    SourceLine,
    SourceTable,
)
from cchc_desktop.paper.source_label import split_label

_PROPERTIES: Final = f"{W}pPr"
_STYLE: Final = f"{W}pStyle"
_ALIGNMENT: Final = f"{W}jc"
_LIST: Final = f"{W}numPr"
_MARK: Final = f"{W}rPr"
_SECTION: Final = f"{W}sectPr"
_VALUE: Final = f"{W}val"
_LEAST_BROKEN: Final = 45
_END_MARKS: Final = (".", ";", ":", "!", "?")


def read_word(path: Path) -> SourceDocument:
    """The paper in a .docx that ``check_safe`` has let through. Raises UserFacingError when it is damaged."""
    with XmlPackage(path) as package:
        main = package.related("", "officeDocument") or "word/document.xml"
        root = package.part(main)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise broken_file(path.name)
        around = Around(package, main)
        reader = _BodyReader(around)
        blocks = numbered(reader.document(body))
        notes = notes_of(around, reader.findings, body, blocks)
    return SourceDocument(path.name, blocks, notes)


class _BodyReader:
    """Walks the body once, in reading order: lists count and fields go on from paragraph to paragraph."""

    def __init__(self, around: Around) -> None:
        self.findings = Findings()
        self._count = 0
        self._styles = StyleSheet(around.part("styles"), around.part("theme"))
        self._numbering = Numbering(around.part("numbering"), self._styles)
        self._pieces = PieceReader(self._styles, around.footnotes(), self.findings)

    def document(self, body: etree._Element) -> list[SourceBlock]:
        """The blocks of a body, with a break before each further section (and before the first when it lies)."""
        sections = [one for one in body.iter(f"{W}sectPr") if _is_of_body(one)]
        found: list[SourceBlock] = []
        if sections and _is_landscape(sections[0]):
            found.append(SourceBreak(landscape=True))
        part: list[SourceBlock] = []
        ended = 0
        for block in self.blocks(body, SILENT):
            if not isinstance(block, _SectionEnd):
                part.append(block)
                continue
            ended += 1
            found.extend(with_columns(part))
            part = []
            if ended < len(sections):
                now, following = _is_landscape(sections[ended - 1]), _is_landscape(sections[ended])
                if now != following or not _is_continuous(sections[ended]):
                    found.append(SourceBreak(following))
        return [*found, *with_columns(part)]

    def blocks(self, parent: etree._Element, table: Said) -> Iterator[SourceBlock | _SectionEnd]:
        """What stands in an element; the number of a line is not known yet."""
        waiting: list[etree._Element] = []  # paragraphs whose mark was deleted: they go on with the next one
        for child in children(parent):
            if child.tag == f"{W}p":
                waiting.append(child)
                said = _Paragraph(child)
                if said.mark_deleted:
                    continue
                yield from self._paragraph(waiting, said, table)
                waiting = []
                if said.ends_section:
                    yield _SectionEnd()
            elif child.tag == f"{W}tbl":
                found = read_table(child, self._styles, self.lines)
                if any(cell.lines for row in found.rows for cell in row):
                    yield found
        if waiting:
            yield from self._paragraph(waiting, _Paragraph(waiting[-1]), table)

    def _next_number(self) -> int:
        self._count += 1
        return self._count

    def lines(self, parent: etree._Element, table: Said) -> list[SourceLine]:
        """The lines in a cell or a text box, those of tables in it too."""
        found: list[SourceLine] = []
        for block in self.blocks(parent, table):
            if isinstance(block, SourceLine):
                found.append(
                    replace(block, text=without_tabs(block.text)) if TAB in block.text.plain else block
                )
            elif isinstance(block, SourceTable):
                found.extend(line for row in block.rows for cell in row for line in cell.lines)
        return found

    def _paragraph(
        self, paragraphs: list[etree._Element], said: _Paragraph, table: Said
    ) -> Iterator[SourceLine]:
        style = self._styles.paragraph(said.style)
        gathered = self._pieces.read(paragraphs, said.style, table)
        text = gathered.text
        alignment = said.alignment or style.alignment
        label = None
        place = _place(said.place, style.place)
        if place is not None:
            label = self._numbering.next_label(place)
            if not text and not _is_alone_in_cell(paragraphs[0]):
                label = (
                    None  # a number without text is a slip; alone in a cell it numbers the row of the table
                )
        is_text = bool(text) and not is_rule(text.plain.replace(TAB, ""))
        if is_text or (label is not None and label.written):
            yield SourceLine(
                _healed(text, alignment),
                self._next_number(),
                "" if label is None else label.written,
                None if label is None else label.level,
                alignment,
                style.name,
                gathered.font,
            )
        for box in gathered.boxes:
            yield from self.lines(box, SILENT)


class _Paragraph:
    """What a paragraph says of itself."""

    __slots__ = ("alignment", "ends_section", "mark_deleted", "place", "style")

    def __init__(self, paragraph: etree._Element) -> None:
        self.style = ""
        self.alignment: Alignment | None = None
        self.place: ListPlace | None = None
        self.mark_deleted = self.ends_section = False
        first = next(iter(paragraph), None)
        for one in () if first is None or first.tag != _PROPERTIES else first:
            tag = one.tag
            if tag == _STYLE:
                self.style = one.get(_VALUE, "")
            elif tag == _ALIGNMENT:
                self.alignment = alignment_of(one)
            elif tag == _LIST:
                self.place = list_place(one)
            elif tag == _MARK:
                self.mark_deleted = one.find(f"{W}del") is not None
            elif tag == _SECTION:
                self.ends_section = True


class _SectionEnd:
    """The paragraph before this was the last of its section."""


def _place(own: ListPlace | None, of_style: ListPlace | None) -> ListPlace | None:
    """The list a paragraph is in: its own properties over those of its style; "0" takes it out of the list."""
    if own is None and of_style is None:
        return None
    if own is None or of_style is None:
        found = own or of_style
    elif own.number:
        found = own
    else:
        found = ListPlace(of_style.number, of_style.level if own.level is None else own.level, of_style.style)
    return None if found is None or found.number in ("", "0") else found


def _healed(text: RichText, alignment: Alignment) -> RichText:
    """The text with those hard line breaks gone that cut a sentence at the width of some other page."""
    if "\n" not in text.plain or alignment in (Alignment.CENTRE, Alignment.RIGHT):
        return text
    first, *others = text.lines()
    for line in others:
        before, after = first.plain.rstrip().rpartition("\n")[2], line.plain.strip()
        cut = len(before) >= _LEAST_BROKEN and not before.endswith(_END_MARKS) and after[:1].islower()
        joined = cut and split_label(RichText.of(after))[0] is None
        first = (
            first.slice(0, len(first.plain.rstrip())) + " " + line.strip() if joined else first + "\n" + line
        )
    return first


def _is_alone_in_cell(paragraph: etree._Element) -> bool:
    cell = paragraph.getparent()
    return cell is not None and cell.tag == f"{W}tc" and len(cell.findall(f"{W}p")) == 1


def _is_of_body(section: etree._Element) -> bool:
    return not any(
        one.tag in (f"{W}tc", f"{W}txbxContent", f"{W}sectPrChange", f"{W}pPrChange")
        for one in section.iterancestors()
    )


def _is_landscape(section: etree._Element) -> bool:
    size = section.find(f"{W}pgSz")
    return size is not None and size.get(f"{W}orient") == "landscape"


def _is_continuous(section: etree._Element) -> bool:
    kind = section.find(f"{W}type")
    return kind is not None and kind.get(f"{W}val") == "continuous"
