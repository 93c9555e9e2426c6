"""The outline as a text document: shows a value, and tells the new value when the text is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.ui.outline.arrangement import Row, arranged
from cchc_desktop.ui.outline.mapping import (
    block_format,
    item_id_of,
    level_of,
    read_item,
    write_item,
)

_WIDEST = {
    Level.PARAGRAPH: "",
    Level.ARABIC: "00.",
    Level.DECIMAL: "0.00.",
    Level.SUBDECIMAL: "0.0.00.",
    Level.LETTER: "đ)",
    Level.DASH: "–",
    Level.PLUS: "+",
}


def common_ends(old: Outline, new: Outline) -> tuple[int, int]:
    """How many items at the start, and of the rest at the end, are the same in both."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and (old[start] is new[start] or old[start] == new[start]):
        start += 1
    end = 0
    while end < shorter - start and (old[-1 - end] is new[-1 - end] or old[-1 - end] == new[-1 - end]):
        end += 1
    return start, end


class OutlineDocument(QObject):
    """Keeps ``items`` and the text document equal, whichever of them changes; only what changed is converted."""

    typed = Signal(object, object)
    """The outline before and after a change of the text."""

    rearranged = Signal()
    """Labels or indentation are others now."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.document = document
        document.setUndoRedoEnabled(False)
        self.items: Outline = ()
        self.rows: tuple[Row, ...] = ()
        self._dirty: tuple[int, int] | None = None
        self._quiet = False
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._absorb)

    def block(self, index: int) -> QTextBlock:
        """The block of an item."""
        return self.document.findBlockByNumber(index)

    def show(self, items: Outline) -> None:
        """Become this outline; blocks of items that stay as they are are not touched."""
        start, end = common_ends(self.items, items)
        if start == len(items) == len(self.items):
            self.items = items
            return
        with self._quietly():
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            self._replace(cursor, start, len(self.items) - end, items[start : len(items) - end])
            cursor.endEditBlock()
            self.items = items
            self.rearrange()

    def rearrange(self) -> None:
        """Labels and margins as the items have them now."""
        self.rows = arranged(self.items)
        with self._quietly():
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            block = self.document.begin()
            for one, row in zip(self.items, self.rows, strict=True):
                margin = self.label_left(row) + self.label_width(one.level)
                space = self.space_above(one)
                style = block.blockFormat()
                if style.leftMargin() != margin or style.topMargin() != space:
                    cursor.setPosition(block.position())
                    cursor.mergeBlockFormat(_margins(margin, space))
                block = block.next()
            if not self.items:
                cursor.setPosition(0)
                cursor.setBlockFormat(QTextBlockFormat())
            cursor.endEditBlock()
        self.rearranged.emit()

    def label_left(self, row: Row) -> float:
        """Where a label begins, from the left margin of the document."""
        return row.depth * round(self._metrics().averageCharWidth() * 2.6)

    def label_width(self, level: Level) -> float:
        """The room a label and the gap behind it take."""
        if level is Level.PARAGRAPH:
            return 0.0
        metrics = self._metrics()
        return round(metrics.horizontalAdvance(_WIDEST[level]) + metrics.averageCharWidth())

    def space_above(self, one: OutlineItem) -> float:
        """The room above a line: headings stand a little apart."""
        height = self._metrics().height()
        return round(height * (0.5 if one.is_heading_only else 0.22))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.document.defaultFont())

    def _replace(self, cursor: QTextCursor, start: int, stop: int, new: Outline) -> None:
        old = stop - start
        for offset, one in enumerate(new[:old]):
            if self.items[start + offset] != one:
                cursor.setPosition(self.block(start + offset).position())
                write_item(cursor, one)
        if len(new) > old:
            self._insert(cursor, start + old, new[old:])
        elif len(new) < old:
            self._remove(cursor, start + len(new), stop)

    def _insert(self, cursor: QTextCursor, index: int, new: Outline) -> None:
        for offset, one in enumerate(new):
            at = index + offset
            if at:
                before = self.block(at - 1)
                cursor.setPosition(before.position() + before.length() - 1)
                cursor.insertBlock(QTextBlockFormat())
            elif self.items:
                cursor.setPosition(0)
                cursor.insertBlock(self.document.begin().blockFormat())
                cursor.setPosition(0)
            else:
                cursor.setPosition(0)
            write_item(cursor, one)

    def _remove(self, cursor: QTextCursor, start: int, stop: int) -> None:
        if start == 0 and stop == self.document.blockCount():
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            cursor.setBlockFormat(QTextBlockFormat())
            return
        last = self.block(stop - 1)
        # Where an empty line is joined to another, Qt lets the format of either win: the right one is put back.
        if start:
            kept = self.block(start - 1).blockFormat()
            cursor.setPosition(self.block(start).position() - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        else:
            kept = last.next().blockFormat()
            cursor.setPosition(0)
            cursor.setPosition(last.position() + last.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before = self._quiet
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = before

    def _note(self, position: int, _removed: int, added: int) -> None:
        if self._quiet:
            return
        last = self.document.findBlock(min(position + added, self.document.characterCount() - 1))
        first = self.document.findBlock(min(position, self.document.characterCount() - 1)).blockNumber()
        behind = self.document.blockCount() - 1 - last.blockNumber()
        if self._dirty is not None:
            first, behind = min(first, self._dirty[0]), min(behind, self._dirty[1])
        self._dirty = (first, behind)

    def _absorb(self) -> None:
        if self._quiet or self._dirty is None:
            return
        (first, behind), self._dirty = self._dirty, None
        before = self.items
        count = self.document.blockCount()
        if count == 1 and _is_blank(self.document.begin()):
            after: Outline = ()
        else:
            kept_behind = min(behind, len(before))
            tail = before[len(before) - kept_behind :] if kept_behind else ()
            fresh = self._read(first, count - behind, {one.id for one in (*before[:first], *tail)})
            after = (*before[:first], *fresh, *tail)
        if after == before:
            return
        self.items = after
        if _structure(before) != _structure(after):
            self.rearrange()
        self.typed.emit(before, after)

    def _read(self, first: int, stop: int, taken: set[str]) -> Outline:
        found: list[OutlineItem] = []
        block = self.block(first)
        for _ in range(first, stop):
            item_id = item_id_of(block)
            if not item_id or item_id in taken:
                item_id = new_id()
                with self._quietly():
                    QTextCursor(block).mergeBlockFormat(block_format(level_of(block), item_id))
            taken.add(item_id)
            found.append(read_item(block, item_id))
            block = block.next()
        return tuple(found)


def _margins(left: float, above: float) -> QTextBlockFormat:
    margins = QTextBlockFormat()
    margins.setLeftMargin(left)
    margins.setTopMargin(above)
    return margins


def _is_blank(block: QTextBlock) -> bool:
    return block.length() <= 1 and level_of(block) is Level.PARAGRAPH


def _structure(items: Outline) -> list[tuple[Level, bool]]:
    return [(one.level, one.is_heading_only) for one in items]
