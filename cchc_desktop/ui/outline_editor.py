"""The outline editor: a section's items in one text, with computed labels, levels by keys, and a slim tool bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QPalette, QTextCursor, QTextFormat
from PySide6.QtWidgets import QMenu, QTextEdit, QToolBar, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.domain.outline import Level, Outline, subtree_end
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.icons import Icons
from cchc_desktop.ui.outline.actions import LEVEL_SIGNS, OutlineActions
from cchc_desktop.ui.outline.commands import OutlineCommands
from cchc_desktop.ui.outline.keys import Command
from cchc_desktop.ui.outline.pieces import Spot
from cchc_desktop.ui.outline.text_area import OutlineTextArea

_MARK_MS, _MARK_ALPHA = 2500, 60


class OutlineEditor(QWidget):
    """Shows and edits one outline. Undo is the session's: Ctrl+Z goes to the window, or comes out as a signal."""

    outline_edited = Signal(object, str, object)
    """The new outline, the edit's name, and the key that joins typing in one item to one undo step (or None)."""
    item_entered = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    sections_pasted = Signal(object)
    """Text with sections "I. …" was pasted (a Recognised); the titles have become headings here."""
    notice = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_help(self, "soan-muc")
        self.text = OutlineTextArea(self)
        self._unmark = QTimer(self)
        self._unmark.setSingleShot(True)
        self._unmark.timeout.connect(lambda: self.text.setExtraSelections([]))
        self._commands = OutlineCommands(self.text)
        self.actions_of_editor = OutlineActions(self._commands, self)
        self.tool_bar = self._made_tool_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tool_bar)
        layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self.text.setAccessibleName("Nội dung mục")
        self.set_placeholder("Gõ nội dung vào đây, hoặc dán từ Word.")
        self._connect()
        self._show_state()

    def set_outline(self, outline: Outline) -> None:
        """Show an outline. One that equals what stands here changes nothing; else only the lines that differ do."""
        self.text.load(outline)
        self._show_state()

    def outline(self) -> Outline:
        """The outline as it stands."""
        return self.text.items

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed, or everything again."""
        self.text.setReadOnly(read_only)
        if read_only:
            self.text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.tool_bar.setVisible(not read_only)

    def show_item(self, item_id: str) -> None:
        """Bring an item into sight with the cursor at its end; nothing happens when it is not here."""
        for index, one in enumerate(self.text.items):
            if one.id == item_id:
                self.text.scroll_to(Spot(index, len(one.content)))
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, outline: Outline, first: int, last: int, label: str) -> None:
        """Become another outline by an edit; the items from ``first`` to ``last`` are marked for a moment.

        The cursor stands behind them and nothing is selected: what is typed next takes nothing away.
        """
        self.text.apply(outline, label, Spot(last, len(outline[last].content)))
        self.text.ensureCursorVisible()
        self._mark(first, last)

    def reveal(self, item_id: str) -> bool:
        """Bring an item into sight and mark it for a moment, the focus staying where it is; whether it is here."""
        for index, one in enumerate(self.text.items):
            if one.id == item_id:
                self.text.scroll_to(Spot(index, len(one.content)))
                self._mark(index, index)
                return True
        return False

    def _mark(self, first: int, last: int) -> None:
        """Items stand on the colour of what is selected, until the moment is over or something is edited."""
        colour = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        colour.setAlpha(_MARK_ALPHA)
        marks = []
        for index in range(first, last + 1):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.text.document().findBlockByNumber(index))
            mark.format.setBackground(colour)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        self.text.setExtraSelections(marks)
        self._unmark.start(_MARK_MS)

    def item_at(self) -> int | None:
        """The number of the item with the cursor; None while nothing is written."""
        return self.text.caret().index if self.text.items else None

    def line_below(self, point: QPoint) -> int:
        """The height in the text's viewport of the edge below the item at a point."""
        block = self.text.cursorForPosition(point).block()
        rect = self.text.document().documentLayout().blockBoundingRect(block)
        return round(rect.bottom()) - self.text.verticalScrollBar().value()

    def chosen_outline(self) -> Outline:
        """The items the selection touches, or the one with the cursor and what stands under it."""
        items, chosen = self.text.items, self.text.chosen()
        if not items:
            return ()
        end = chosen.stop
        if not self.text.textCursor().hasSelection():
            end = max(end, subtree_end(items, chosen.start))
        return items[chosen.start : end]

    def set_placeholder(self, text: str) -> None:
        """What an empty editor says."""
        self.text.set_placeholder(text)

    def set_section_title(self, title: str) -> None:
        """The title of the section edited here: pasted along with its text, it is not repeated."""
        self._commands.section_title = title

    def set_icons(self, icons: Icons) -> None:
        """Put the program's icons beside the words of the tool bar."""
        actions = self.actions_of_editor
        for action, name in (
            (actions.up, "up"),
            (actions.down, "down"),
            (actions.new, "add"),
            (actions.remove, "remove"),
        ):
            icons.put_on(action, name)

    def commit(self) -> None:
        """Finish composing: what an input method still holds becomes text."""
        if self.text.hasFocus():
            QGuiApplication.inputMethod().commit()

    def minimumSizeHint(self) -> QSize:
        """Room for the tool bar and some lines."""
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 16, line * 9)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The editor's own menu, in the words of the tool bar."""
        menu = self.made_context_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def made_context_menu(self) -> QMenu:
        """The menu at the cursor."""
        menu = QMenu(self)
        area, actions = self.text, self.actions_of_editor
        selected = area.textCursor().hasSelection()
        writable = not area.isReadOnly()
        for name, key, do, enabled in (
            ("Cắt", "Ctrl+X", area.cut, selected and writable),
            ("Sao chép", "Ctrl+C", area.copy, selected),
            ("Dán", "Ctrl+V", area.paste, writable and area.canPaste()),
            ("Dán chữ, bỏ kiểu chữ", "Ctrl+Shift+V", self._paste_plain, writable and area.canPaste()),
            ("Chọn tất cả", "Ctrl+A", area.selectAll, bool(area.items)),
        ):
            entry = menu.addAction(f"{name}\t{key}")
            entry.triggered.connect(lambda _checked=False, do=do: do())
            entry.setEnabled(enabled)
        if writable:
            menu.addSeparator()
            menu.addMenu(actions.level_menu(menu))
            menu.addMenu(actions.heading_menu(menu))
            menu.addActions([actions.bold, actions.italic])
            menu.addSeparator()
            menu.addActions([actions.up, actions.down])
            menu.addSeparator()
            menu.addActions([actions.new, actions.double, actions.remove])
        return menu

    def _made_tool_bar(self) -> QToolBar:
        bar = QToolBar("Công cụ soạn mục", self)
        actions = self.actions_of_editor
        self._level_button = QToolButton(bar)
        self._level_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._level_button.setMenu(actions.level_menu())
        self._level_button.setToolTip("Cấp của dòng (Tab, Shift+Tab, hoặc Ctrl+Shift+0 … 6)")
        self._level_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._level_button.setAccessibleName("Cấp")
        bar.addWidget(self._level_button)
        bar.addSeparator()
        bar.addActions([actions.bold, actions.italic, actions.heading])
        bar.addSeparator()
        bar.addActions([actions.up, actions.down])
        bar.addSeparator()
        bar.addActions([actions.new, actions.remove])
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setIconSize(QSize(16, 16))
        for action in (actions.bold, actions.italic):
            face = QFont(bar.font())
            face.setBold(action is actions.bold)
            face.setItalic(action is actions.italic)
            bar.widgetForAction(action).setFont(face)
        return bar

    def _connect(self) -> None:
        self.text.edited.connect(self._tell_edit)
        self.text.asked.connect(self._do)
        self.text.dropped_in.connect(self._put_in)
        self.text.item_at_cursor.connect(self._enter_item)
        self.text.cursorPositionChanged.connect(self._show_state)
        self.text.currentCharFormatChanged.connect(lambda _style: self._show_state())
        self._commands.notice.connect(self.notice)
        self._commands.sections_pasted.connect(self.sections_pasted)

    def _tell_edit(self, label: str, merge: object) -> None:
        self._show_state()
        self.outline_edited.emit(self.text.items, label, merge)

    def _put_in(self, mime: QMimeData, spot: Spot | None) -> None:
        self._commands.paste(mime, spot)

    def _paste_plain(self) -> None:
        self._commands.paste(QGuiApplication.clipboard().mimeData(), plain=True)

    def _enter_item(self, item_id: str) -> None:
        if item_id and self.text.hasFocus():
            self.item_entered.emit(item_id)

    def _do(self, asked: object) -> None:
        if isinstance(asked, Level):
            self._commands.set_level(asked)
        elif isinstance(asked, tuple):
            self._commands.take_label(*asked)
        elif isinstance(asked, Command):
            self._do_command(asked)

    def _do_command(self, command: Command) -> None:
        commands = self._commands
        doing: dict[Command, Callable[[], object]] = {
            Command.NEW_LINE: commands.new_line,
            Command.NEW_ITEM: commands.new_item,
            Command.DEEPER: commands.deeper,
            Command.OUTER: commands.outer,
            Command.UP: commands.move_up,
            Command.DOWN: commands.move_down,
            Command.BOLD: commands.bold,
            Command.ITALIC: commands.italic,
            Command.HEADING: commands.heading,
            Command.DOUBLE: commands.double,
            Command.REMOVE: commands.remove,
            Command.PASTE_PLAIN: self._paste_plain,
            Command.UNDO: self.undo_requested.emit,
            Command.REDO: self.redo_requested.emit,
            Command.NEXT_FIELD: lambda: self.focusNextPrevChild(True),
            Command.PREVIOUS_FIELD: lambda: self.focusNextPrevChild(False),
        }
        doing[command]()

    def _show_state(self) -> None:
        """Level and typeface at the cursor, on the tool bar and for a screen reader."""
        items = self.text.items
        chosen = self.text.chosen()
        chosen_levels = {items[i].level for i in chosen if i < len(items)} or {Level.PARAGRAPH}
        level = next(iter(chosen_levels)) if len(chosen_levels) == 1 else None
        sign = LEVEL_SIGNS[level] if level is not None else "…"
        self._level_button.setText(f"Cấp  {sign}  ▾")
        for one, action in self.actions_of_editor.levels.items():
            action.setChecked(one is level)
        style = self.text.currentCharFormat()
        self.actions_of_editor.bold.setChecked(style.fontWeight() > QFont.Weight.Medium)
        self.actions_of_editor.italic.setChecked(style.fontItalic())
        row = self.text.outline.rows[chosen[0]].label if chosen[0] < len(self.text.outline.rows) else ""
        self.text.setAccessibleDescription(f"Dòng {row or 'không ký hiệu'}")
