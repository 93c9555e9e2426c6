"""A paper laid out on pages, as Word and the printer will have it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import assert_never

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf import head_blocks
from cchc_desktop.formats.pdf.flow import flow, groups_of
from cchc_desktop.formats.pdf.galley import LayoutCache, glued_together, paragraph
from cchc_desktop.formats.pdf.measures import points, text_height, text_width, twips
from cchc_desktop.formats.pdf.pieces import Page, PagedDocument, Piece
from cchc_desktop.formats.pdf.setting import Align, TextStyle
from cchc_desktop.formats.pdf.table import table
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    Part,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TitleBlock,
)
from cchc_desktop.paper.page_setup import (
    FIRST_LINE_INDENT,
    LANDSCAPE,
    PORTRAIT,
    SIZE_TEXT,
    SPACE_AFTER,
)

# LibreOffice turns widths into hundredths of a millimetre and back: a line that fits by less does not fit there.
_ROUNDING = 0.4
_BODY = TextStyle(SIZE_TEXT, Align.JUSTIFIED, twips(FIRST_LINE_INDENT))


def lay_out(document: Document, cache: LayoutCache | None = None) -> PagedDocument:
    """The pages of a paper. With the cache of an earlier layout only what has changed is set anew.

    Needs a QGuiApplication, for Qt's fonts.
    """
    steps = lay_out_in_steps(document, cache or LayoutCache())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            pages: PagedDocument = end.value
            return pages


def lay_out_in_steps(document: Document, cache: LayoutCache) -> Generator[None, None, PagedDocument]:
    """As :func:`lay_out`, with a pause after every paragraph or row, for a window that must stay awake."""
    pages: list[Page] = []
    for number, part in enumerate(document.parts):
        pieces: list[Piece] = []
        for some in _part_pieces(part, cache):
            pieces.extend(some)
            yield
        setup = LANDSCAPE if part.landscape else PORTRAIT
        for page in flow(groups_of(pieces), setup, number, cache):
            pages.append(page)
            yield
    cache.finish_layout()
    return PagedDocument(tuple(pages))


def _part_pieces(part: Part, cache: LayoutCache) -> Iterator[tuple[Piece, ...]]:
    setup = LANDSCAPE if part.landscape else PORTRAIT
    width = text_width(setup)
    for index, block in enumerate(part.blocks):
        if isinstance(block, TableBlock):
            yield from table(block, width, text_height(setup), cache)
            continue
        pieces = cache.pieces((block, width), lambda: _pieces(block, width, cache))  # noqa: B023
        following = part.blocks[index + 1] if index + 1 < len(part.blocks) else None
        if isinstance(following, SignBlock):
            pieces = glued_together(pieces)
        yield pieces


def _pieces(block: Block, width: int, cache: LayoutCache) -> tuple[Piece, ...]:
    match block:
        case LetterheadBlock():
            return head_blocks.letterhead(block, width, cache)
        case TitleBlock():
            return head_blocks.title(block, width, cache)
        case AppendixHeadBlock():
            return head_blocks.appendix_head(block, width, cache)
        case AuthorityBlock():
            return head_blocks.authority(block, width, cache)
        case ResolutionBlock():
            return head_blocks.resolution(block, width, cache)
        case SignBlock():
            return head_blocks.sign(block, width, cache)
        case SectionBlock():
            return _body_paragraph(block.printed, block.source, width, cache, glued=True)
        case ItemBlock():
            return _body_paragraph(block.printed, block.source, width, cache, glued=block.is_heading)
        case BasisBlock() | ArticleBlock():
            return _body_paragraph(block.printed, block.source, width, cache)
        case TableBlock():
            raise ValueError("a table is set row by row")
        case _:
            assert_never(block)


def _body_paragraph(
    text: RichText, source: str, width: int, cache: LayoutCache, *, glued: bool = False
) -> tuple[Piece, ...]:
    setting = cache.setting(text, _BODY, width - _ROUNDING)
    pieces = paragraph(setting, source=source, after=points(SPACE_AFTER), glued=glued)
    return glued_together(pieces) if glued else pieces
