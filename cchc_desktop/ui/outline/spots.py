"""Positions of the text cursor as positions in the outline, and back: Qt counts UTF-16 units, Python characters."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.outline.document import common_ends
from cchc_desktop.ui.outline.pieces import Spot


def spot_at(document: QTextDocument, position: int) -> Spot:
    """The place in the outline of a position in the document."""
    block = document.findBlock(position)
    return Spot(block.blockNumber(), characters(block, position - block.position()))


def position_of(document: QTextDocument, spot: Spot) -> int:
    """The position in the document of a place in the outline, or the nearest there is."""
    block = document.findBlockByNumber(min(spot.index, document.blockCount() - 1))
    return block.position() + units(block, spot.at)


def characters(block: QTextBlock, offset: int) -> int:
    """How many characters the first UTF-16 units of a block are, once composed."""
    text = block.text()
    if block.length() - 1 == len(text):
        return len(clean(text[:offset]))
    return len(clean(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le", "ignore")))


def units(block: QTextBlock, count: int) -> int:
    """The inverse of :func:`characters`."""
    text = block.text()
    if block.length() - 1 == len(text):
        return min(count, len(text))
    return min(len(text[:count].encode("utf-16-le")) // 2, block.length() - 1)


def selected_spots(cursor: QTextCursor) -> tuple[Spot, Spot]:
    """Start and end of the selection."""
    document = cursor.document()
    return spot_at(document, cursor.selectionStart()), spot_at(document, cursor.selectionEnd())


def changed_spot(before: Outline, after: Outline) -> Spot:
    """Where the difference between two outlines ends in the second."""
    start, end = common_ends(before, after)
    if start >= len(after) - end:
        return Spot(max(0, min(start, len(after) - 1)), 0)
    old = before[start].content.plain if start < len(before) else ""
    new = after[start].content.plain
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    head = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    return Spot(start, max(head, len(new) - same))
