"""A composed paper as a reader of files would report it, with nothing but what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.blocks import (
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TableGroupRow,
    TitleBlock,
)
from cchc_desktop.paper.source import (
    Alignment,
    SourceBlock,
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceLine,
    SourceTable,
)

_CENTRE = Alignment.CENTRE


class _Printer:
    def __init__(self) -> None:
        self.number = 0

    def line(self, text: RichText | str, alignment: Alignment = Alignment.JUSTIFIED) -> SourceLine:
        self.number += 1
        rich = text if isinstance(text, RichText) else RichText.of(text)
        return SourceLine(rich, self.number, alignment=alignment)

    def cell(self, lines: Iterator[str] | tuple[str, ...]) -> SourceCell:
        return SourceCell(tuple(self.line(text, _CENTRE) for text in lines if text))

    def blocks(self, block: Block) -> Iterator[SourceBlock]:
        match block:
            case LetterheadBlock():
                left = self.cell((block.superior, *block.body, block.number_line or ""))
                right = self.cell((NATIONAL_NAME, NATIONAL_MOTTO, block.place_line or ""))
                yield SourceTable(((left, right),), has_borders=False)
            case TitleBlock():
                for text in filter(None, (block.kind, *block.subject, block.attached)):
                    yield self.line(RichText.of(text, bold=True), _CENTRE)
            case AuthorityBlock() | ResolutionBlock():
                yield self.line(RichText.of(block.text, bold=True), _CENTRE)
            case BasisBlock() | SectionBlock() | ArticleBlock() | ItemBlock():
                yield self.line(block.printed)
            case SignBlock():
                left = self.cell((RECIPIENTS_LABEL, *block.recipients))
                right = self.cell((*block.signature, block.name))
                yield SourceTable(((left, right),), has_borders=False)
            case AppendixHeadBlock():
                for text in (block.label, *block.title, block.attached):
                    yield self.line(RichText.of(text, bold=True), _CENTRE)
            case TableBlock() if block.columns:
                yield self.table(block)
            case TableBlock():
                pass

    def table(self, block: TableBlock) -> SourceTable:
        rows = [tuple(self.cell((column.heading,)) for column in block.columns)]
        for row in block.rows:
            if isinstance(row, TableGroupRow):
                rows.append((SourceCell((self.line(row.printed),), columns=len(block.columns)),))
            else:
                rows.append(
                    tuple(SourceCell(tuple(self.line(one.printed) for one in cell)) for cell in row.cells)
                )
        return SourceTable(tuple(rows))


def printed_source(document: Document) -> SourceDocument:
    """The paper as lines and tables, letterhead and signature in tables without borders."""
    printer = _Printer()
    found: list[SourceBlock] = []
    for index, part in enumerate(document.parts):
        if index:
            found.append(SourceBreak(part.landscape))
        for block in part.blocks:
            found.extend(printer.blocks(block))
    return SourceDocument("in ra", tuple(found))
