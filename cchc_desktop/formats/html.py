"""A paper as one HTML page that needs nothing else: for reading on a screen, an intranet, or printing from a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import assert_never

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.html_style import STYLE
from cchc_desktop.formats.safe_write import write_safely
from cchc_desktop.paper.blocks import (
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Cell,
    Document,
    ItemBlock,
    LetterheadBlock,
    Part,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TableGroupRow,
    TableRow,
    TitleBlock,
)
from cchc_desktop.paper.page_setup import column_shares

_END = "</html>\n"


def write_html(document: Document, target: Path) -> None:
    """Write the paper; the old file stays until the new one is whole. Raises UserFacingError."""
    page = html_page(document)

    def produce(path: Path) -> None:
        path.write_text(page, encoding="utf-8", newline="\n")

    def check(path: Path) -> None:
        if path.read_bytes() != page.encode():
            raise UserFacingError(
                "Tệp HTML vừa ghi đọc lại không khớp nên đã bỏ đi.",
                "Hãy chọn ổ đĩa hoặc thư mục khác rồi xuất lại.",
            )

    write_safely(target, produce, check)


def html_page(document: Document) -> str:
    """The whole page. No script, nothing fetched from elsewhere."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="vi">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="author" content="{escape(document.author)}">',
            f"<title>{escape(document.title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *(line for part in document.parts for line in _part(part)),
            "</body>",
            _END,
        )
    )


def _part(part: Part) -> Iterator[str]:
    yield f'<article class="{"landscape" if part.landscape else "portrait"}">'
    for block in part.blocks:
        yield from _block(block)
    yield "</article>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case LetterheadBlock():
            yield from _letterhead(block)
        case TitleBlock():
            yield from _head("h1", block.kind, block.subject, block.attached)
        case AppendixHeadBlock():
            yield from _head("h1", block.label, block.title, block.attached)
        case AuthorityBlock() | ResolutionBlock():
            yield _element("p", block.text, "centre bold")
        case SectionBlock():
            yield f"<h2>{_rich(block.printed)}</h2>"
        case ItemBlock() if block.is_heading:
            yield f"<h3>{_rich(block.printed)}</h3>"
        case BasisBlock() | ArticleBlock() | ItemBlock():
            yield f'<p class="text">{_rich(block.printed)}</p>'
        case SignBlock():
            yield from _sign(block)
        case TableBlock():
            yield from _table(block)
        case _:
            assert_never(block)


def _letterhead(block: LetterheadBlock) -> Iterator[str]:
    yield '<div class="sides letterhead"><div>'
    if block.superior:
        yield _element("p", block.superior)
    yield from _lines(block.body, "bold")
    yield '<hr class="short">'
    if block.number_line is not None:
        yield _element("p", block.number_line, "number")
    yield "</div><div>"
    yield _element("p", NATIONAL_NAME, "bold")
    yield _element("p", NATIONAL_MOTTO, "motto")
    if block.place_line is not None:
        yield _element("p", block.place_line, "italic number")
    yield "</div></div>"


def _head(tag: str, kind: str, lines: Iterable[str], attached: str) -> Iterator[str]:
    yield f'<header class="centre"><{tag}>{escape(kind)}</{tag}>'
    yield from _lines(lines, "bold")
    if attached:
        yield _element("p", attached, "italic")
    yield '<hr class="short"></header>'


def _sign(block: SignBlock) -> Iterator[str]:
    yield '<div class="sides sign"><div>'
    if block.recipients:
        yield _element("p", RECIPIENTS_LABEL, "recipients-label")
        yield from _lines(block.recipients, "recipient")
    yield '</div><div class="centre">'
    yield from _lines(block.signature, "bold")
    yield _element("p", block.name, "bold signer")
    yield "</div></div>"


def _table(block: TableBlock) -> Iterator[str]:
    yield "<table><colgroup>"
    yield "".join(f'<col style="width:{100 * share:.2f}%">' for share in column_shares(block.columns))
    yield "</colgroup><thead><tr>"
    yield "".join(f'<th scope="col">{_text(column.heading)}</th>' for column in block.columns)
    yield "</tr></thead><tbody>"
    for row in block.rows:
        match row:
            case TableGroupRow():
                yield f'<tr><th scope="rowgroup" colspan="{len(block.columns)}">{_rich(row.printed)}</th></tr>'
            case TableRow():
                cells = zip(block.columns, row.cells, strict=True)
                yield f"<tr>{''.join(_cell(column.kind.value, cell) for column, cell in cells)}</tr>"
            case _:
                assert_never(row)
    yield "</tbody></table>"


def _cell(kind: str, cell: Cell) -> str:
    return f'<td class="{kind}">{"".join(f"<p>{_rich(line.printed)}</p>" for line in cell)}</td>'


def _lines(lines: Iterable[str], look: str) -> Iterator[str]:
    return (_element("p", line, look) for line in lines)


def _element(tag: str, text: str, look: str = "") -> str:
    attribute = f' class="{look}"' if look else ""
    return f"<{tag}{attribute}>{_text(text)}</{tag}>"


def _rich(text: RichText) -> str:
    written = []
    for run in text:
        piece = _text(run.text)
        piece = f"<i>{piece}</i>" if run.italic else piece
        written.append(f"<b>{piece}</b>" if run.bold else piece)
    return "".join(written)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
