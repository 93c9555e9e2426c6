"""What the commands of the outline editor do: each takes the outline and the cursor, and makes one named edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QFont, QTextCharFormat

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, with_new_ids
from cchc_desktop.domain.rich_text import Run
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.outline import levels, moves
from cchc_desktop.ui.outline.clipboard import read_clip
from cchc_desktop.ui.outline.mapping import Part, char_format
from cchc_desktop.ui.outline.pasting import as_items, with_fragment, with_items
from cchc_desktop.ui.outline.pieces import (
    Spot,
    entered,
    next_heading,
    tail,
    with_heading,
    without_heading,
    without_range,
)
from cchc_desktop.ui.outline.spots import selected_spots
from cchc_desktop.ui.outline.text_area import OutlineTextArea

CHANGE_LEVEL = "đổi cấp"
NEW_LINE = "thêm dòng"
MOVE = "chuyển dòng"
PASTE = "dán"
HEADING = "đổi đề mục"
BOLD = "chữ đậm"
ITALIC = "chữ nghiêng"
DOUBLE = "nhân đôi dòng"
REMOVE = "xóa dòng"


class OutlineCommands(QObject):
    """Edits at the cursor of one text area."""

    notice = Signal(str)
    sections_pasted = Signal(object)

    def __init__(self, area: OutlineTextArea) -> None:
        super().__init__(area)
        self._area = area
        self.section_title = ""

    def new_line(self) -> None:
        """Enter: the next item, or one level out on an empty one."""
        items, spot = self._without_selection()
        new, caret = entered(items, spot)
        self._area.apply(new, NEW_LINE if len(new) > len(items) else CHANGE_LEVEL, caret)

    def new_item(self) -> None:
        """An item of the same level behind this one and all that stands under it."""
        if not self._area.items:
            self.new_line()
            return
        items, index = moves.with_new_after(self._area.items, self._area.chosen()[-1])
        self._area.apply(items, NEW_LINE, Spot(index, 0))

    def deeper(self) -> None:
        """Tab."""
        items = self._items()
        self._area.apply(levels.deeper(items, self._area.chosen()), CHANGE_LEVEL)

    def outer(self) -> None:
        """Shift+Tab."""
        self._area.apply(levels.further_out(self._area.items, self._indexes()), CHANGE_LEVEL)

    def set_level(self, level: Level) -> None:
        """Give the chosen items a level."""
        self._area.apply(levels.with_level(self._items(), self._area.chosen(), level), CHANGE_LEVEL)

    def take_label(self, level: Level, spot: Spot) -> None:
        """A label was typed in front of the line: it becomes the level."""
        items = self._area.items
        bare = tail(items[spot.index], spot.at)
        items = (*items[: spot.index], bare, *items[spot.index + 1 :])
        self._area.apply(levels.with_level(items, [spot.index], level), CHANGE_LEVEL, Spot(spot.index, 0))

    def move_up(self) -> None:
        """Alt+Up."""
        if self._area.items:
            self._area.apply(moves.moved_up(self._area.items, self._area.chosen()), MOVE)

    def move_down(self) -> None:
        """Alt+Down."""
        if self._area.items:
            self._area.apply(moves.moved_down(self._area.items, self._area.chosen()), MOVE)

    def double(self) -> None:
        """A copy of the chosen items behind them."""
        if self._area.items:
            items, index = moves.doubled(self._area.items, self._area.chosen())
            self._area.apply(items, DOUBLE, Spot(index, 0))

    def remove(self) -> None:
        """Take the chosen items away, with what stands under them, and say so."""
        if not self._area.items:
            return
        items, count = moves.without(self._area.items, self._area.chosen())
        start = self._area.chosen()[0]
        self._area.apply(items, REMOVE, Spot(max(0, min(start, len(items) - 1)), 0))
        self.notice.emit(f"Đã xóa {count} dòng. Bấm Ctrl+Z để lấy lại.")

    def bold(self) -> None:
        """Ctrl+B."""
        style = QTextCharFormat()
        heavy = self._area.textCursor().charFormat().fontWeight() > QFont.Weight.Medium
        style.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        self._style(style, BOLD)

    def italic(self) -> None:
        """Ctrl+I."""
        style = QTextCharFormat()
        style.setFontItalic(not self._area.textCursor().charFormat().fontItalic())
        self._style(style, ITALIC)

    def heading(self) -> None:
        """Text, heading before the ":", whole line a heading, text again; a selection from the start is the heading."""
        items = self._area.items
        chosen = self._area.chosen()
        start, end = selected_spots(self._area.textCursor())
        if not items or (len(chosen) == 1 and items[chosen[0]].is_empty):
            self._area.setCurrentCharFormat(char_format(Run("x"), Part.HEADING))
            return
        first = items[chosen[0]]
        from_start = start.index == end.index and start.at == 0 < end.at < len(first.content)
        if from_start and not first.heading:
            self._change(chosen, lambda one: with_heading(one, end.at))
        else:
            self._change(chosen, next_heading)

    def heading_of_line(self) -> None:
        """The whole line is a heading."""
        self._change(self._indexes(), lambda one: with_heading(one, len(one.content)))

    def no_heading(self) -> None:
        """No part of the line is a heading."""
        self._change(self._indexes(), without_heading)

    def paste(self, mime: QMimeData, at: Spot | None = None, *, plain: bool = False) -> None:
        """Put text in at the cursor or at a place."""
        try:
            clip = read_clip(mime, plain=plain)
        except UserFacingError as error:
            self.notice.emit(str(error))
            return
        if clip is None:
            return
        items, spot = (self._area.items, at) if at is not None else self._without_selection()
        label = PASTE
        if clip.fragment is not None:
            new, caret = with_fragment(items, spot, clip.fragment)
            self._area.apply(new, label, caret)
            return
        pasted, notes = as_items(clip.lines, self.section_title)
        new, caret = with_items(items, spot, with_new_ids(pasted))
        self._area.apply(new, label, caret)
        if notes:
            self.notice.emit("\n".join(notes))
        if clip.lines.sections:
            self.sections_pasted.emit(clip.lines)

    def _indexes(self) -> range:
        return self._area.chosen() if self._area.items else range(0)

    def _items(self) -> Outline:
        """The outline, with an item where nothing is written yet."""
        return self._area.items or (OutlineItem(Level.PARAGRAPH),)

    def _without_selection(self) -> tuple[Outline, Spot]:
        items = self._area.items
        start, end = selected_spots(self._area.textCursor())
        if start == end or not items:
            return items, start
        return without_range(items, start, end)

    def _change(self, indexes: range, change: Callable[[OutlineItem], OutlineItem]) -> None:
        chosen = set(indexes)
        items = tuple(change(one) if i in chosen else one for i, one in enumerate(self._area.items))
        self._area.apply(items, HEADING)

    def _style(self, style: QTextCharFormat, label: str) -> None:
        with self._area.named(label):
            self._area.mergeCurrentCharFormat(style)
