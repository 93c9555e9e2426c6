"""The commands of the outline editor as named actions for tool bar and context menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.outline import Level
from cchc_desktop.ui.outline.commands import OutlineCommands

LEVEL_NAMES: dict[Level, str] = {
    Level.PARAGRAPH: "Đoạn văn, không ký hiệu",
    Level.ARABIC: "1.   Mục",
    Level.DECIMAL: "1.1.   Mục nhỏ",
    Level.SUBDECIMAL: "1.1.1.   Mục nhỏ hơn",
    Level.LETTER: "a)   Điểm",
    Level.DASH: "-   Gạch đầu dòng",
    Level.PLUS: "+   Dấu cộng",
}
LEVEL_SIGNS: dict[Level, str] = {level: level.value or "¶" for level in Level}


@dataclass(frozen=True, slots=True)
class Wish:
    """An action to make: its name, its key as shown, and what more there is to know."""

    name: str
    key: str
    tip: str
    do: Callable[[], None]
    checkable: bool = False


class OutlineActions(QObject):
    """The actions. Their keys are only shown: the text area takes the keys itself, before any window does."""

    def __init__(self, commands: OutlineCommands, parent: QObject) -> None:
        super().__init__(parent)
        make = self._made
        self.bold = make(Wish("Đậm", "Ctrl+B", "Chữ đậm", commands.bold, checkable=True))
        self.italic = make(Wish("Nghiêng", "Ctrl+I", "Chữ nghiêng", commands.italic, checkable=True))
        self.heading = make(
            Wish("Đề mục", "Ctrl+H", "Đổi dòng thành đề mục, hoặc phần trước dấu hai chấm", commands.heading)
        )
        self.whole_heading = make(
            Wish("Cả dòng là đề mục", "", "Đề mục đứng riêng một dòng", commands.heading_of_line)
        )
        self.no_heading = make(Wish("Bỏ đề mục", "", "Dòng chữ thường", commands.no_heading))
        self.deeper = make(Wish("Vào trong một cấp", "Tab", "Xuống cấp thấp hơn", commands.deeper))
        self.outer = make(Wish("Ra ngoài một cấp", "Shift+Tab", "Lên cấp cao hơn", commands.outer))
        self.up = make(Wish("Lên", "Alt+Up", "Chuyển dòng và các dòng con lên trên", commands.move_up))
        self.down = make(
            Wish("Xuống", "Alt+Down", "Chuyển dòng và các dòng con xuống dưới", commands.move_down)
        )
        self.new = make(Wish("Thêm", "Ctrl+Return", "Thêm dòng cùng cấp ở dưới", commands.new_item))
        self.double = make(Wish("Nhân đôi", "Ctrl+D", "Chép thêm một bản ở dưới", commands.double))
        self.remove = make(Wish("Xóa", "Ctrl+Shift+Del", "Xóa dòng và các dòng con", commands.remove))
        self.levels = {
            level: make(
                Wish(name, f"Ctrl+Shift+{number}", "", partial(commands.set_level, level), checkable=True)
            )
            for number, (level, name) in enumerate(LEVEL_NAMES.items())
        }

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self.findChildren(QAction))

    def level_menu(self, parent: QMenu | None = None) -> QMenu:
        """The levels to choose from."""
        menu = QMenu("Cấp", parent)
        menu.addActions(list(self.levels.values()))
        menu.addSeparator()
        menu.addActions([self.deeper, self.outer])
        return menu

    def heading_menu(self, parent: QMenu | None = None) -> QMenu:
        """What can be done about headings."""
        menu = QMenu("Đề mục", parent)
        menu.addActions([self.heading, self.whole_heading, self.no_heading])
        return menu

    def _made(self, wish: Wish) -> QAction:
        action = QAction(wish.name, self)
        action.setCheckable(wish.checkable)
        if wish.key:
            action.setShortcut(QKeySequence(wish.key))
            # A shortcut of a widget that never has the focus: shown in menus, never taken from the window.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            key = QKeySequence(wish.key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{wish.tip or wish.name} ({key})")
        else:
            action.setToolTip(wish.tip)
        action.triggered.connect(lambda _checked=False: wish.do())
        return action
