"""The menu bar, made from the list of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.ui.commands import COMMANDS, FILE, MENUS, VIEW, step_key
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.theme import Scheme

_SCHEMES = {Scheme.SYSTEM: "Theo hệ thống", Scheme.LIGHT: "Sáng", Scheme.DARK: "Tối"}


class Menus:
    """The actions by their names, and the menus that change: recent files and steps."""

    def __init__(self, window: QMainWindow, desk: Desk, go: Callable[[Step], object]) -> None:
        self._desk = desk
        self.actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self.step_actions: dict[Step, QAction] = {}
        self.menus = {name: window.menuBar().addMenu(name) for name in MENUS}
        self._bare: dict[str, list[tuple[QAction, str]]] = {name: [] for name in MENUS}
        for name, menu in self.menus.items():
            menu.aboutToShow.connect(lambda shown=name: self._dress(shown))
        for command in COMMANDS:
            menu = self.menus[command.menu]
            if command.gap:
                menu.addSeparator()
            action = QAction(command.text, window)
            action.setShortcuts([QKeySequence(key) for key in (command.key, *command.more_keys) if key])
            if command.icon:
                self._bare[command.menu].append((action, command.icon))
            if command.tip:
                action.setToolTip(command.tip)
                action.setStatusTip(command.tip)
            menu.addAction(action)
            self.actions[command.name] = action
            self._needs[command.name] = command.needs
        self.recent = QMenu("Mở &gần đây", self.menus[FILE])
        self.menus[FILE].insertMenu(self.actions["sample"], self.recent)
        self._add_steps(window, go)
        self._add_schemes()

    def _add_steps(self, window: QMainWindow, go: Callable[[Step], object]) -> None:
        steps = QMenu("Đến &bước", self.menus[VIEW])
        for step in Step:
            action = QAction(f"{step.value}. {step.title}", window)
            action.setShortcut(QKeySequence(step_key(step.value)))
            action.triggered.connect(lambda _checked=False, one=step: go(one))
            steps.addAction(action)
            self.step_actions[step] = action
        self.menus[VIEW].insertMenu(self.actions["problems"], steps)

    def _add_schemes(self) -> None:
        menu = self.menus[VIEW].addMenu("&Giao diện")
        group = QActionGroup(menu)
        for scheme, name in _SCHEMES.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(self._desk.theme.scheme is scheme)
            action.triggered.connect(lambda _checked=False, one=scheme: self._desk.theme.choose(one))
            group.addAction(action)
            menu.addAction(action)

    def _dress(self, menu: str) -> None:
        """Icons are drawn when a menu is first opened, not while the window starts."""
        for action, icon in self._bare[menu]:
            self._desk.icons.put_on(action, icon)
        self._bare[menu].clear()

    def connect(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what each command does; raises KeyError when one is forgotten."""
        for name, action in self.actions.items():
            handler = handlers[name]
            action.triggered.connect(lambda _checked=False, do=handler: do())

    def allow(self, *, dossier: bool, plan: bool, edit: bool) -> None:
        """Enable the commands that can be given now."""
        given = {"": True, "dossier": dossier, "plan": plan, "edit": edit}
        for name, action in self.actions.items():
            action.setEnabled(given[self._needs[name]])
        for action in self.step_actions.values():
            action.setEnabled(plan)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do."""
        self.actions["undo"].setText("&Hoàn tác" if undo is None else f"&Hoàn tác: {undo}")
        self.actions["redo"].setText("&Làm lại" if redo is None else f"&Làm lại: {redo}")
        self.actions["undo"].setEnabled(undo is not None)
        self.actions["redo"].setEnabled(redo is not None)
