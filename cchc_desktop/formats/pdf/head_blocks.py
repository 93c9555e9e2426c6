"""Letterhead, titles and signature: what stands centred or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.measures import ASCENT, points
from cchc_desktop.formats.pdf.pieces import Piece, SetLine, Stroke
from cchc_desktop.formats.pdf.setting import Align, Setting, TextStyle
from cchc_desktop.paper.blocks import (
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    AppendixHeadBlock,
    AuthorityBlock,
    LetterheadBlock,
    ResolutionBlock,
    SignBlock,
    TitleBlock,
)
from cchc_desktop.paper.page_setup import (
    LETTERHEAD_SHARES,
    RULE_GAP,
    RULE_HEIGHT,
    SIGNATURE_SHARES,
    SIGNING_ROOM,
    SIZE_BODY_NAME,
    SIZE_NATIONAL_MOTTO,
    SIZE_NATIONAL_NAME,
    SIZE_NUMBER,
    SIZE_PLACE_DATE,
    SIZE_RECIPIENTS,
    SIZE_RECIPIENTS_LABEL,
    SIZE_TEXT,
    SPACE_ABOVE_AUTHORITY,
    SPACE_ABOVE_KIND,
    SPACE_ABOVE_NUMBER,
    SPACE_ABOVE_RESOLUTION,
    SPACE_BELOW_AUTHORITY,
    SPACE_BELOW_RULE,
)

RULE_THICKNESS = 15.0
_RULE_AIR = 20.0  # between a line and the paragraph whose upper border it is
_SHORT_SHARE = 0.42  # of the text above: the decree says 1/3 to 1/2
_NAME_DROP = points((SIZE_TEXT - SIZE_RECIPIENTS_LABEL) * ASCENT)
_NUMBER_DROP = points((SIZE_PLACE_DATE - SIZE_NUMBER) * ASCENT)


@dataclass(slots=True)
class _Stack:
    """Paragraphs one under the other in a column; of two spaces between them the larger counts, as in Word."""

    cache: LayoutCache
    x: float
    width: float
    y: float = 0.0
    space: float = 0.0
    lines: list[SetLine] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Height with the space below the last paragraph."""
        return self.y + self.space

    def add(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        align: Align = Align.CENTRE,
        before: float = 0.0,
        after: float = 0.0,
    ) -> Setting:
        setting = self.cache.setting(
            RichText.of(text, bold=bold, italic=italic), TextStyle(size, align), self.width
        )
        self.y += max(self.space, before)
        for index in range(setting.line_count):
            self.lines.append(SetLine(setting, index, self.x, self.y))
            self.y += setting.line_height
        self.space = after
        return setting

    def add_bold(self, texts: Iterable[str], size: float) -> list[Setting]:
        return [self.add(text, size, bold=True) for text in texts]

    def rule(self, length: float, *, after: float = 0.0) -> None:
        left = self.x + (self.width - length) / 2
        self.y += max(self.space, points(RULE_GAP)) + RULE_THICKNESS / 2
        self.strokes.append(Stroke(left, self.y, left + length, self.y, RULE_THICKNESS))
        self.y += RULE_THICKNESS / 2 + _RULE_AIR + points(RULE_HEIGHT)
        self.space = after

    def short_rule(self, under: Sequence[Setting]) -> None:
        widths = [width for setting in under for width in setting.line_widths() if width]
        if widths:
            longest = max(widths)
            length = max(longest / 3, min(longest * _SHORT_SHARE, widths[-1] / 2))
            self.rule(length, after=points(SPACE_BELOW_RULE))

    def level_with(self, other: _Stack) -> None:
        """Both go on below the lower one, as the cells of a new table row."""
        self.y = other.y = max(self.height, other.height)
        self.space = other.space = 0.0


def letterhead(block: LetterheadBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Issuing body and Quốc hiệu side by side, then number and place side by side."""
    left_width = round(width * LETTERHEAD_SHARES[0])
    left = _Stack(cache, 0.0, left_width)
    right = _Stack(cache, left_width, width - left_width)
    if block.superior:
        left.add(block.superior, SIZE_BODY_NAME)
    left.short_rule(left.add_bold(block.body, SIZE_BODY_NAME))
    right.add(NATIONAL_NAME, SIZE_NATIONAL_NAME, bold=True)
    right.rule(right.add(NATIONAL_MOTTO, SIZE_NATIONAL_MOTTO, bold=True).widest)
    left.level_with(right)
    if block.number_line is not None:
        left.add(block.number_line, SIZE_NUMBER, before=points(SPACE_ABOVE_NUMBER) + _NUMBER_DROP)
    if block.place_line is not None:
        right.add(block.place_line, SIZE_PLACE_DATE, italic=True, before=points(SPACE_ABOVE_NUMBER))
    left.level_with(right)
    piece = Piece(left.height, (*left.lines, *right.lines), (*left.strokes, *right.strokes), block.source)
    return (replace(piece, glued=True),)


def title(block: TitleBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Type of document, its subject, where it belongs, and a short line."""
    stack = _Stack(cache, 0.0, width)
    above = [stack.add(block.kind, SIZE_TEXT, bold=True, before=points(SPACE_ABOVE_KIND))]
    return _ruled(stack, above, block.subject, block.attached, block.source)


def appendix_head(block: AppendixHeadBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Phụ lục, its title, where it belongs, and a short line."""
    stack = _Stack(cache, 0.0, width)
    above = [stack.add(block.label, SIZE_TEXT, bold=True)]
    return _ruled(stack, above, block.title, block.attached, block.source)


def authority(block: AuthorityBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Who decides."""
    return _centred(block.text, SPACE_ABOVE_AUTHORITY, block.source, width, cache)


def resolution(block: ResolutionBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """ "QUYẾT ĐỊNH:"."""
    return _centred(block.text, SPACE_ABOVE_RESOLUTION, block.source, width, cache)


def sign(block: SignBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Nơi nhận and signature in one piece."""
    left_width = round(width * SIGNATURE_SHARES[0])
    left = _Stack(cache, 0.0, left_width)
    right = _Stack(cache, left_width, width - left_width)
    left.add(
        RECIPIENTS_LABEL, SIZE_RECIPIENTS_LABEL, bold=True, italic=True, align=Align.LEFT, before=_NAME_DROP
    )
    for line in block.recipients:
        left.add(line, SIZE_RECIPIENTS, align=Align.LEFT)
    right.add_bold(block.signature, SIZE_TEXT)
    right.add(block.name, SIZE_TEXT, bold=True, before=points(SIGNING_ROOM))
    left.level_with(right)
    return (Piece(left.height, (*left.lines, *right.lines), source=block.source),)


def _ruled(
    stack: _Stack, above: list[Setting], subject: Sequence[str], attached: str, source: str
) -> tuple[Piece, ...]:
    above = stack.add_bold(subject, SIZE_TEXT) or above
    if attached:
        above = [stack.add(attached, SIZE_TEXT, italic=True)]
    stack.short_rule(above)
    return (_alone(stack, source),)


def _centred(text: str, before: float, source: str, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    stack = _Stack(cache, 0.0, width)
    stack.add(text, SIZE_TEXT, bold=True, after=points(SPACE_BELOW_AUTHORITY))
    return (replace(_alone(stack, source), before=points(before)),)


def _alone(stack: _Stack, source: str) -> Piece:
    """A piece that stays with what follows."""
    return Piece(stack.y, tuple(stack.lines), tuple(stack.strokes), source, after=stack.space, glued=True)
