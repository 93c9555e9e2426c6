"""The text of the outline: a real document with its own cursor, in which Qt does the typing and we keep the structure."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from cchc_desktop.domain.outline import Level, Outline
from cchc_desktop.ui.outline.clipboard import OWN_FORM, mime_data
from cchc_desktop.ui.outline.document import OutlineDocument, common_ends
from cchc_desktop.ui.outline.keys import Command, meaning
from cchc_desktop.ui.outline.looks import HeadingLooks, label_colour, paint_labels
from cchc_desktop.ui.outline.pieces import Spot, backspaced, between, joined_with_next, without_range
from cchc_desktop.ui.outline.spots import changed_spot, position_of, selected_spots, spot_at

_PAUSE = 3.0  # seconds without a key after which typing is an undo step of its own
_TYPED_LABELS = (
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?"), Level.SUBDECIMAL),
    (re.compile(r"\d{1,2}\.\d{1,2}\.?"), Level.DECIMAL),
    (re.compile(r"\d{1,2}\."), Level.ARABIC),
    (re.compile(r"[a-zđ]\)"), Level.LETTER),
    (re.compile(r"[-–•]"), Level.DASH),
    (re.compile(r"\+"), Level.PLUS),
)
_BACKWARDS = (QKeySequence.StandardKey.DeleteStartOfWord, QKeySequence.StandardKey.Backspace)
_FORWARDS = (QKeySequence.StandardKey.DeleteEndOfWord, QKeySequence.StandardKey.Delete)


class OutlineTextArea(QTextEdit):
    """One block an item; labels painted into the margin; every change told as (label, merge key)."""

    edited = Signal(str, object)
    asked = Signal(object)
    """A key asked for a command or a level."""
    dropped_in = Signal(object, object)
    """Text (mime data) is to be put in at a place."""
    item_at_cursor = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(10)
        self.outline = OutlineDocument(self.document())
        self._looks = HeadingLooks(self.document(), self.palette())
        self._placeholder = ""
        self._pending = ""
        self._burst = 0
        self._typed_last = (-1, 0.0)
        self._item_id = ""
        self.outline.typed.connect(self._tell_typed)
        self.outline.rearranged.connect(self.viewport().update)
        self.cursorPositionChanged.connect(self._tell_item)

    # --- the outline and the cursor in it

    @property
    def items(self) -> Outline:
        """The outline as it stands."""
        return self.outline.items

    def caret(self) -> Spot:
        """The place of the cursor."""
        return spot_at(self.document(), self.textCursor().position())

    def chosen(self) -> range:
        """The items the selection touches, or the one with the cursor."""
        start, end = selected_spots(self.textCursor())
        last = end.index - 1 if end.index > start.index and end.at == 0 else end.index
        return range(start.index, last + 1)

    def place(self, spot: Spot, anchor: Spot | None = None) -> None:
        """Put the cursor somewhere, with a selection from ``anchor`` if there is one."""
        cursor = self.textCursor()
        cursor.setPosition(position_of(self.document(), anchor or spot))
        if anchor is not None:
            cursor.setPosition(position_of(self.document(), spot), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def apply(self, items: Outline, label: str, spot: Spot | None = None) -> None:
        """Become another outline by an edit; without a spot the cursor stays with the items it is on."""
        if items == self.items:
            return
        before = self.items
        anchor, caret = self._kept_places(before)
        self.outline.show(items)
        if spot is not None:
            self.place(spot)
        else:
            self._restore(items, anchor, caret)
        self.ensureCursorVisible()
        self._after_edit()
        self.edited.emit(label, None)

    def load(self, items: Outline) -> None:
        """Show an outline that was changed elsewhere (undo, another page, first showing)."""
        before = self.items
        if items == before:
            return
        known = {one.id for one in before}
        self.outline.show(items)
        if before and any(one.id in known for one in items):
            self.place(changed_spot(before, items))
            self.ensureCursorVisible()
        else:
            self.place(Spot(0, 0))
            self.verticalScrollBar().setValue(0)
        self._after_edit()

    def new_burst(self) -> None:
        """Let the next typing be an undo step of its own."""
        self._burst += 1

    @contextmanager
    def named(self, label: str) -> Iterator[None]:
        """Name a change that Qt makes in the text."""
        self.new_burst()
        self._pending = label
        yield
        self._pending = ""

    # --- what Qt tells

    def event(self, event: QEvent) -> bool:
        """Keys of ours come to us and not to the window; undo is the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            asked = meaning(event)
            if asked in (Command.UNDO, Command.REDO):
                event.ignore()
                return True
            if asked is not None and not self.isReadOnly():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Structure is ours, typing is Qt's."""
        asked = meaning(event)
        if asked in (Command.UNDO, Command.REDO, Command.NEXT_FIELD, Command.PREVIOUS_FIELD):
            self.asked.emit(asked)
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if asked is not None:
            self.asked.emit(asked)
            return
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
            return
        if event.text() == " " and self._take_typed_label():
            return
        if self._delete_over_lines(event):
            return
        self._before_typing(replaces=_is_text(event))
        super().keyPressEvent(event)
        self._after_typing()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed text replaces a selection of several lines as typed text does."""
        if not self.isReadOnly():
            self._before_typing(replaces=bool(event.commitString() or event.preeditString()))
        super().inputMethodEvent(event)
        self._after_typing()
        self._show_placeholder()

    def cut(self) -> None:
        """Copy and take away the selection."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.remove_selection("cắt")

    def remove_selection(self, label: str) -> None:
        """Take away what is selected."""
        start, end = selected_spots(self.textCursor())
        if start.index == end.index:
            with self.named(label):
                self.textCursor().removeSelectedText()
        else:
            items, spot = without_range(self.items, start, end)
            if (
                start == Spot(0, 0)
                and self.textCursor().selectionEnd() >= self.document().characterCount() - 1
            ):
                items = ()
            self.apply(items, label, spot)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: items with their structure, or a fragment of one line."""
        start, end = selected_spots(self.textCursor())
        if not self.items:
            return QMimeData()
        items = between(self.items, start, end)
        labels = [row.label for row in self.outline.rows[start.index : end.index + 1]]
        if start.at and len(items) > 1:
            labels[0] = ""
        return mime_data(items, labels, fragment=start.index == end.index)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: no pictures, no files."""
        return source.hasFormat(OWN_FORM) or source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste at the cursor."""
        self.dropped_in.emit(source, None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text dragged here: put in by us, so that lines stay items; from within, it moves."""
        spot = spot_at(self.document(), self.cursorForPosition(event.position().toPoint()).position())
        # Only its own handler takes away the mark of where the text would go.
        super().dragLeaveEvent(QDragLeaveEvent())
        within = event.source() in (self, self.viewport())
        if self.isReadOnly() or (within and self._is_selected(spot)):
            event.ignore()
            return
        if within and event.dropAction() is Qt.DropAction.MoveAction:
            self.move_selection_to(spot)
        else:
            self.dropped_in.emit(event.mimeData(), spot)
        event.acceptProposedAction()

    def move_selection_to(self, spot: Spot) -> None:
        """Move what is selected to a place outside the selection."""
        mime = self.createMimeDataFromSelection()
        start, end = selected_spots(self.textCursor())
        if spot > end:
            joined_at = end.at - start.at if spot.index == end.index else 0
            lines = end.index - start.index
            spot = Spot(spot.index - lines, spot.at - joined_at if spot.index == end.index else spot.at)
        self.remove_selection("chuyển chữ")
        self.dropped_in.emit(mime, spot)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Typing ends here."""
        self.new_burst()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The item under the cursor is the one being worked on again."""
        super().focusInEvent(event)
        self._item_id = ""
        self._tell_item()

    def changeEvent(self, event: QEvent) -> None:
        """Colours and sizes follow the system."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._looks.set_palette(self.palette())
        elif event.type() is QEvent.Type.FontChange:
            self.outline.rearrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the labels beside it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(label_colour(self.palette()))
        paint_labels(self, self.outline, painter)
        painter.end()

    def scroll_to(self, spot: Spot) -> None:
        """Put the cursor at a place and bring it into the middle."""
        self.place(spot)
        caret: QRect = self.cursorRect()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + caret.center().y() - self.viewport().height() // 2)

    def set_placeholder(self, text: str) -> None:
        """What stands here while nothing is written."""
        self._placeholder = text
        self._show_placeholder()

    # --- typing

    def _before_typing(self, *, replaces: bool) -> None:
        cursor = self.textCursor()
        start, end = selected_spots(cursor)
        if replaces and start.index != end.index:
            self.remove_selection("xóa chữ")
        position, at = self._typed_last
        if cursor.position() != position or cursor.hasSelection() or time.monotonic() - at > _PAUSE:
            self.new_burst()

    def _after_typing(self) -> None:
        self._typed_last = (self.textCursor().position(), time.monotonic())

    def _delete_over_lines(self, event: QKeyEvent) -> bool:
        """Deleting that touches the border between two items; whether it did."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain_backspace = event.key() == Qt.Key.Key_Backspace and not alt
        backwards = plain_backspace or any(event.matches(key) for key in _BACKWARDS)
        forwards = any(event.matches(key) for key in _FORWARDS)
        if not (backwards or forwards) or not self.items:
            return False
        cursor = self.textCursor()
        if cursor.hasSelection():
            start, end = selected_spots(cursor)
            if start.index != end.index:
                self.remove_selection("xóa chữ")
            return start.index != end.index
        if backwards and cursor.atBlockStart():
            items, spot = backspaced(self.items, cursor.blockNumber())
        elif forwards and cursor.atBlockEnd():
            items, spot = joined_with_next(self.items, cursor.blockNumber())
        else:
            return False
        removes_label = len(items) == len(self.items)
        self.apply(items, "đổi cấp" if removes_label else "xóa chữ", spot)
        return True

    def _take_typed_label(self) -> bool:
        """A label typed by habit becomes the level it stands for; whether that was one."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not self.items:
            return False
        spot = self.caret()
        one = self.items[spot.index]
        typed = one.content.plain[: spot.at]
        level = next((level for form, level in _TYPED_LABELS if form.fullmatch(typed)), None)
        if level is None or one.heading:
            return False
        self.asked.emit((level, spot))
        return True

    def _tell_typed(self, before: Outline, after: Outline) -> None:
        label = self._pending
        start, end = common_ends(before, after)
        changed = after[start : len(after) - end]
        one_line = len(changed) == 1 and len(before) - start - end <= 1
        merge = ("typing", changed[0].id, self._burst) if one_line and not label else None
        self._show_placeholder()
        self.edited.emit(label or ("gõ chữ" if one_line else "xóa chữ"), merge)
        self._tell_item()

    def _after_edit(self) -> None:
        self._typed_last = (-1, 0.0)
        self._show_placeholder()
        self._tell_item()

    def _tell_item(self) -> None:
        number = self.textCursor().blockNumber()
        item_id = self.items[number].id if number < len(self.items) else ""
        if item_id != self._item_id:
            self._item_id = item_id
            self.item_at_cursor.emit(item_id)

    def _show_placeholder(self) -> None:
        wanted = "" if self.items else self._placeholder
        if self.placeholderText() != wanted:
            self.setPlaceholderText(wanted)

    def _is_selected(self, spot: Spot) -> bool:
        start, end = selected_spots(self.textCursor())
        return start <= spot <= end

    def _kept_places(self, items: Outline) -> tuple[tuple[str, int], tuple[str, int]]:
        cursor = self.textCursor()
        places = []
        for position in (cursor.anchor(), cursor.position()):
            spot = spot_at(self.document(), position)
            places.append((items[spot.index].id if spot.index < len(items) else "", spot.at))
        return places[0], places[1]

    def _restore(self, items: Outline, anchor: tuple[str, int], caret: tuple[str, int]) -> None:
        numbers = {one.id: index for index, one in enumerate(items)}
        if anchor[0] in numbers and caret[0] in numbers:
            self.place(Spot(numbers[caret[0]], caret[1]), Spot(numbers[anchor[0]], anchor[1]))


def _is_text(event: QKeyEvent) -> bool:
    """Whether a key press types something; Ctrl and Alt together are the AltGr of Windows."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.text().isprintable() and bool(event.text()) and control is alt
