"""How an item stands in a text block, and how it is read back: one block an item, and nothing is lost either way.

A block's format carries the item's key and level. Each character's format carries its typeface (weight, italic) and
the part of the line it belongs to: heading, the ": " between heading and text, or text. The label is never text.

Reading is lenient, because typing goes through Qt: a character typed behind another belongs to the same part.
- A block of heading characters only is a heading on its own line.
- Heading, then a separator with its ":", then anything: a run-in heading and its text.
- A heading whose ":" was deleted becomes text; a heading with nothing behind the ":" keeps the ":" as its last letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from cchc_desktop.domain.outline import Level, OutlineItem
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import new_id

_USER = QTextFormat.Property.UserProperty.value
PART = _USER + 1
ITEM_ID = _USER + 2
LEVEL = _USER + 3
LINE_SEPARATOR = "\u2028"
_LEVELS = tuple(Level)


class Part(IntEnum):
    """What a character of a line belongs to."""

    TEXT = 0
    HEADING = 1
    SEPARATOR = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a block with one format."""

    run: Run
    part: Part


def block_format(level: Level, item_id: str) -> QTextBlockFormat:
    """The format of an item's block, but for its margins."""
    found = QTextBlockFormat()
    found.setProperty(LEVEL, level.rank)
    found.setProperty(ITEM_ID, item_id)
    return found


def char_format(run: Run, part: Part) -> QTextCharFormat:
    """The format of characters."""
    found = QTextCharFormat()
    if run.bold:
        found.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        found.setFontItalic(True)
    if part:
        found.setProperty(PART, int(part))
    return found


def item_id_of(block: QTextBlock) -> str:
    """The key of the item in a block; blank for the one block of an empty outline."""
    return str(block.blockFormat().property(ITEM_ID) or "")


def level_of(block: QTextBlock) -> Level:
    """The level of the item in a block."""
    return _LEVELS[int(block.blockFormat().property(LEVEL) or 0)]


def pieces_of(one: OutlineItem) -> Iterator[Piece]:
    """The line of an item in pieces."""
    for run in one.heading:
        yield Piece(run, Part.HEADING)
    if one.is_run_in:
        yield Piece(Run(": "), Part.SEPARATOR)
    for run in one.text:
        yield Piece(run, Part.TEXT)


def write_item(cursor: QTextCursor, one: OutlineItem) -> None:
    """Put an item in the place of all that stands in the cursor's block, margins aside."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockCharFormat(QTextCharFormat())
    cursor.mergeBlockFormat(block_format(one.level, one.id))
    for piece in pieces_of(one):
        cursor.insertText(piece.run.text.replace("\n", LINE_SEPARATOR), char_format(piece.run, piece.part))


def read_pieces(block: QTextBlock) -> list[Piece]:
    """What stands in a block."""
    found: list[Piece] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        style = fragment.charFormat()
        bold = style.fontWeight() > QFont.Weight.Medium
        run = Run(fragment.text(), bold, style.fontItalic())
        found.append(Piece(run, Part(int(style.property(PART) or 0))))
        fragments += 1
    return found


def read_item(block: QTextBlock, item_id: str = "") -> OutlineItem:
    """The item in a block, with another key if one is given."""
    heading, text = understood(read_pieces(block))
    return OutlineItem(level_of(block), heading, text, item_id or item_id_of(block) or new_id())


def understood(pieces: list[Piece]) -> tuple[RichText, RichText]:
    """Heading and text of a line."""
    headed = 0
    while headed < len(pieces) and pieces[headed].part is Part.HEADING:
        headed += 1
    end = headed
    while end < len(pieces) and pieces[end].part is Part.SEPARATOR:
        end += 1
    if headed == len(pieces):
        return _rich(pieces), EMPTY
    between = _rich(pieces[headed:end])
    colon = between.plain.find(":")
    heading = _rich(pieces[:headed]) + between.slice(0, max(colon, 0))
    if colon < 0 or not heading:
        return EMPTY, _rich(pieces)
    behind = between.slice(colon + 1)
    text = behind.slice(1 if behind.plain.startswith(" ") else 0) + _rich(pieces[end:])
    return (heading, text) if text else (heading + ":", EMPTY)


def _rich(pieces: list[Piece]) -> RichText:
    return RichText(tuple(piece.run for piece in pieces))
