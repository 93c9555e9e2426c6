"""A paper as plain text: a line a paragraph, a table row a line with tabs between its cells."""

from __future__ import annotations

from collections.abc import Iterator

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


def to_text(document: Document) -> str:
    """The words of the paper in reading order, without typefaces."""
    return "\n".join(line for block in document.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case LetterheadBlock():
            yield from filter(None, (block.superior, *block.body, block.number_line))
            yield from filter(None, (NATIONAL_NAME, NATIONAL_MOTTO, block.place_line))
        case TitleBlock():
            yield from filter(None, (block.kind, *block.subject, block.attached))
        case AuthorityBlock() | ResolutionBlock():
            yield block.text
        case BasisBlock() | SectionBlock() | ArticleBlock() | ItemBlock():
            yield block.printed.plain
        case SignBlock():
            yield from (RECIPIENTS_LABEL, *block.recipients, *block.signature)
            yield from filter(None, (block.name,))
        case AppendixHeadBlock():
            yield from (block.label, *block.title, block.attached)
        case TableBlock():
            yield from _table_lines(block)


def _table_lines(table: TableBlock) -> Iterator[str]:
    yield "\t".join(column.heading for column in table.columns)
    for row in table.rows:
        if isinstance(row, TableGroupRow):
            yield row.printed.plain
        else:
            cells = (" ".join(line.printed.plain for line in cell) for cell in row.cells)
            yield "\t".join(cell.replace("\n", " ") for cell in cells)
