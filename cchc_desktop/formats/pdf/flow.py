"""Pieces on pages: what is glued stays together, table headings are repeated, spaces vanish at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.measures import text_height, text_width, twips
from cchc_desktop.formats.pdf.pieces import Page, Piece, PlacedPiece, SetLine
from cchc_desktop.formats.pdf.setting import Align, TextStyle
from cchc_desktop.paper.page_setup import HEADER_DISTANCE, SIZE_TEXT, PageSetup

_NUMBER = TextStyle(SIZE_TEXT, Align.CENTRE)


@dataclass(slots=True)
class _Column:
    """The text area of the page that is being filled."""

    top: float
    height: float
    pieces: list[PlacedPiece] = field(default_factory=list)
    y: float = 0.0
    space: float = 0.0

    @property
    def is_empty(self) -> bool:
        return not self.pieces

    def has_room(self, group: Sequence[Piece]) -> bool:
        return self.y + _height(group, self.space) <= self.height

    def put(self, piece: Piece, *, repeated: bool = False) -> None:
        self.y += max(self.space, piece.before)
        self.pieces.append(PlacedPiece(piece, self.top + self.y, repeated))
        self.y += piece.height
        self.space = piece.after


def flow(
    groups: Iterable[Sequence[Piece]], setup: PageSetup, part: int, cache: LayoutCache
) -> Iterator[Page]:
    """The pages of a part, from its groups of pieces that want to stand on one page each."""
    column = _new_column(setup)
    number = 1
    for group in groups:
        if not column.is_empty and not column.has_room(group):
            yield _page(column, setup, part, number, cache)
            column, number = _new_column(setup), number + 1
        for piece in group:
            # Only a group higher than a page is broken here.
            if not column.is_empty and not column.has_room((piece,)):
                yield _page(column, setup, part, number, cache)
                column, number = _new_column(setup), number + 1
            if column.is_empty and piece.repeated is not None:
                column.put(piece.repeated, repeated=True)
            column.put(piece)
    yield _page(column, setup, part, number, cache)


def groups_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces gathered with those they are glued to."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.glued:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece], space: float) -> float:
    height = 0.0
    for piece in group:
        height += max(space, piece.before) + piece.height
        space = piece.after
    return height


def _new_column(setup: PageSetup) -> _Column:
    return _Column(twips(setup.top), text_height(setup))


def _page(column: _Column, setup: PageSetup, part: int, number: int, cache: LayoutCache) -> Page:
    return Page(
        twips(setup.width),
        twips(setup.height),
        twips(setup.left),
        part,
        number,
        tuple(column.pieces),
        _page_number(number, setup, cache) if number > 1 else None,
        twips(HEADER_DISTANCE),
    )


def _page_number(number: int, setup: PageSetup, cache: LayoutCache) -> Piece:
    """The number centred in the top margin (NĐ 30/2020, Phụ lục I, I.7)."""
    (piece,) = cache.pieces(("page number", number, setup), lambda: _number_pieces(number, setup, cache))
    return piece


def _number_pieces(number: int, setup: PageSetup, cache: LayoutCache) -> tuple[Piece, ...]:
    setting = cache.setting(RichText.of(str(number)), _NUMBER, text_width(setup))
    return (Piece(setting.line_height, (SetLine(setting, 0, 0.0, 0.0),)),)
