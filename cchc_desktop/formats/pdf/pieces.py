"""The page model: pages that hold pieces, pieces that hold lines and strokes. Lengths are twips, y grows downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.formats.pdf.setting import Setting


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a setting with its top left corner, relative to its piece."""

    setting: Setting
    index: int
    x: float
    y: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.setting.line_text(self.index)

    @property
    def bottom(self) -> float:
        """Where the next line may begin."""
        return self.y + self.setting.line_height


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, relative to its piece."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never split between pages: some lines of a paragraph, a table row, a signature.

    ``before`` and ``after`` are the spaces above and below: of two that meet the larger counts, and at the foot of a page
    there is none. ``glued`` pieces stand on the page of the piece that
    follows. ``repeated`` is the table heading to print above when the piece is the first on its page.
    """

    height: float
    lines: tuple[SetLine, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    source: str = ""
    before: float = 0.0
    after: float = 0.0
    glued: bool = False
    repeated: Piece | None = None


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece and where its top stands on the page; ``is_repeated`` for a table heading printed again."""

    piece: Piece
    y: float
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text at its place on the page, for reading back what a page says."""

    text: str
    x: float
    y: float
    width: float
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its number within its part (printed from 2 on) and what stands on it."""

    width: int
    height: int
    left: int
    part: int
    number: int
    pieces: tuple[PlacedPiece, ...]
    header: Piece | None = None
    header_y: float = 0.0

    def placed_lines(self) -> Iterator[PlacedLine]:
        """Every line of text in reading order, without the page number."""
        for placed in self.pieces:
            for line in placed.piece.lines:
                x, width = line.setting.line_box(line.index)
                yield PlacedLine(
                    line.text, self.left + line.x + x, placed.y + line.y, width, placed.piece.source
                )

    def source_at(self, y: float) -> str:
        """The source of what stands at or nearest above a height, "" on an empty page."""
        found = ""
        for placed in self.pieces:
            if placed.y > y and found:
                break
            found = placed.piece.source or found
        return found


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block stands on one page."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagedDocument:
    """All pages of a paper in order."""

    pages: tuple[Page, ...]

    def spans(self) -> dict[str, tuple[Span, ...]]:
        """For each source its places, in order of pages."""
        found: dict[str, list[Span]] = {}
        for index, page in enumerate(self.pages):
            for placed in page.pieces:
                if placed.is_repeated or not placed.piece.source:
                    continue
                spans = found.setdefault(placed.piece.source, [])
                bottom = placed.y + placed.piece.height
                if spans and spans[-1].page == index:
                    spans[-1] = Span(index, spans[-1].top, bottom)
                else:
                    spans.append(Span(index, placed.y, bottom))
        return {source: tuple(spans) for source, spans in found.items()}
