"""Letterhead, titles and signature: what stands centred or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.measures import line_height, points
from cchc_desktop.formats.pdf.pieces import Piece, SetLine, Stroke
from cchc_desktop.formats.pdf.setting import Align, Setting, TextStyle
from cchc_desktop.paper.blocks import (
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    AppendixHeadBlock,
    LetterheadBlock,
    SignBlock,
    TitleBlock,
)
from cchc_desktop.paper.page_setup import (
    LETTERHEAD_SHARES,
    SIGNATURE_SHARES,
    SIZE_BODY_NAME,
    SIZE_NATIONAL_MOTTO,
    SIZE_NATIONAL_NAME,
    SIZE_NUMBER,
    SIZE_PLACE_DATE,
    SIZE_RECIPIENTS,
    SIZE_RECIPIENTS_LABEL,
    SIZE_TEXT,
    SPACE_AFTER,
)

_SHORT_RULE = 0.4  # of the line above it: the decree says 1/3 to 1/2
_FULL_RULE = 1.0
_RULE_THICKNESS = 15.0
_RULE_GAP = 30.0
_SIGNING_ROOM = 5  # empty lines between title and name


@dataclass(slots=True)
class _Stack:
    """Lines set one under the other in a column."""

    cache: LayoutCache
    x: float
    width: float
    y: float = 0.0
    lines: list[SetLine] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    def add(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        align: Align = Align.CENTRE,
    ) -> Setting:
        setting = self.cache.setting(
            RichText.of(text, bold=bold, italic=italic), TextStyle(size, align), self.width
        )
        for index in range(setting.line_count):
            self.lines.append(SetLine(setting, index, self.x, self.y))
            self.y += setting.line_height
        return setting

    def rule(self, under: Sequence[Setting], share: float) -> None:
        length = max(setting.widest for setting in under) * share
        left = self.x + (self.width - length) / 2
        y = self.y + _RULE_GAP
        self.strokes.append(Stroke(left, y, left + length, y, _RULE_THICKNESS))
        self.y += 2 * _RULE_GAP


def letterhead(block: LetterheadBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Issuing body and Quốc hiệu side by side, then number and place side by side."""
    left_width = round(width * LETTERHEAD_SHARES[0])
    left = _Stack(cache, 0.0, left_width)
    right = _Stack(cache, left_width, width - left_width)
    if block.superior:
        left.add(block.superior, SIZE_BODY_NAME)
    body = [left.add(line, SIZE_BODY_NAME, bold=True) for line in block.body]
    if body:
        left.rule(body, _SHORT_RULE)
    right.add(NATIONAL_NAME, SIZE_NATIONAL_NAME, bold=True)
    right.rule([right.add(NATIONAL_MOTTO, SIZE_NATIONAL_MOTTO, bold=True)], _FULL_RULE)
    left.y = right.y = max(left.y, right.y)
    if block.number_line is not None:
        left.add(block.number_line, SIZE_NUMBER)
    if block.place_line is not None:
        right.add(block.place_line, SIZE_PLACE_DATE, italic=True)
    return (_side_by_side(left, right, block.source, after=points(2 * SPACE_AFTER)),)


def title(block: TitleBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Type of document, its subject, and a short line."""
    stack = _Stack(cache, 0.0, width)
    stack.add(block.kind, SIZE_TEXT, bold=True)
    above = [stack.add(line, SIZE_TEXT, bold=True) for line in block.subject]
    if block.attached:
        above = [stack.add(block.attached, SIZE_TEXT, italic=True)]
    if above:
        stack.rule(above, _SHORT_RULE)
    return (_alone(stack, block.source, glued=True),)


def appendix_head(block: AppendixHeadBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Phụ lục, its title, where it belongs, and a short line."""
    stack = _Stack(cache, 0.0, width)
    stack.add(block.label, SIZE_TEXT, bold=True)
    above = [stack.add(line, SIZE_TEXT, bold=True) for line in block.title]
    if block.attached:
        above = [stack.add(block.attached, SIZE_TEXT, italic=True)]
    if above:
        stack.rule(above, _SHORT_RULE)
    return (_alone(stack, block.source, glued=True),)


def centred(text: str, source: str, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """A centred bold line: the authority of a decision, "QUYẾT ĐỊNH:"."""
    stack = _Stack(cache, 0.0, width)
    stack.add(text, SIZE_TEXT, bold=True)
    return (_alone(stack, source, glued=True),)


def sign(block: SignBlock, width: float, cache: LayoutCache) -> tuple[Piece, ...]:
    """Nơi nhận and signature in one piece."""
    left_width = round(width * SIGNATURE_SHARES[0])
    left = _Stack(cache, 0.0, left_width)
    right = _Stack(cache, left_width, width - left_width)
    left.add(RECIPIENTS_LABEL, SIZE_RECIPIENTS_LABEL, bold=True, italic=True, align=Align.LEFT)
    for line in block.recipients:
        left.add(line, SIZE_RECIPIENTS, align=Align.LEFT)
    for line in block.signature:
        right.add(line, SIZE_TEXT, bold=True)
    right.y += _SIGNING_ROOM * line_height(SIZE_TEXT)
    right.add(block.name, SIZE_TEXT, bold=True)
    return (_side_by_side(left, right, block.source),)


def _side_by_side(left: _Stack, right: _Stack, source: str, *, after: float = 0.0) -> Piece:
    return Piece(
        max(left.y, right.y),
        (*left.lines, *right.lines),
        (*left.strokes, *right.strokes),
        source,
        after,
    )


def _alone(stack: _Stack, source: str, *, glued: bool) -> Piece:
    return Piece(
        stack.y, tuple(stack.lines), tuple(stack.strokes), source, after=points(SPACE_AFTER), glued=glued
    )
