"""The window: start page or open dossier, the menus over both, opening and closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.ui.basis_commands import BasisCommands
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.dossier_commands import DossierCommands
from cchc_desktop.ui.edit_commands import edit_focused
from cchc_desktop.ui.icons import app_icon
from cchc_desktop.ui.import_commands import ImportCommands
from cchc_desktop.ui.menus import Menus
from cchc_desktop.ui.plan_commands import PlanCommands
from cchc_desktop.ui.profile_commands import ProfileCommands
from cchc_desktop.ui.recent_files import RecentFiles
from cchc_desktop.ui.start_page import StartPage

if TYPE_CHECKING:
    from cchc_desktop.domain.dossier import Dossier
    from cchc_desktop.ui.help_window import HelpWindow
    from cchc_desktop.ui.opened import OpenDossier
    from cchc_desktop.ui.workspace import Workspace

# All that works on a dossier is imported when there is one: the start page shows before.

_GEOMETRY = "cua-so"


class MainWindow(QMainWindow):
    """One window, at most one dossier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.workspace: Workspace | None = None
        self._closing_for_good = False
        self._help: HelpWindow | None = None
        self.recent = RecentFiles(desk.settings)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.menus = Menus(self, desk, self._go)
        self.dossiers = DossierCommands(self)
        self.imports = ImportCommands(self)
        self.plans = PlanCommands(self)
        self.profiles = ProfileCommands(self)
        self.bases = BasisCommands(self)
        self._connect_menus()
        self.start = StartPage(desk, self.recent)
        self.start.chosen.connect(self._door)
        self.start.recent_chosen.connect(self.dossiers.open_path)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._show_state()
        self.resize(1180, 700)
        geometry = desk.settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        # Only whoever has the focus is listened to: a filter on the whole program costs a call for every event.
        QApplication.instance().focusChanged.connect(self._listen)  # type: ignore[union-attr]

    def _connect_menus(self) -> None:
        dossiers, plans = self.dossiers, self.plans
        self.menus.connect(
            {
                "new": dossiers.new,
                "open": dossiers.ask_open,
                "import_file": self.imports.ask_file,
                "import_clipboard": self.imports.read_clipboard,
                "sample": dossiers.sample,
                "save": dossiers.save,
                "save_copy": dossiers.save_copy,
                "show_folder": dossiers.show_folder,
                "close": self.close_dossier,
                "quit": self.close,
                "undo": lambda: self._at_work(lambda work: work.undo()),
                "redo": lambda: self._at_work(lambda work: work.redo()),
                "cut": lambda: edit_focused("cut"),
                "copy": lambda: edit_focused("copy"),
                "paste": lambda: edit_focused("paste"),
                "select_all": lambda: edit_focused("select_all"),
                "back": lambda: self._go(self._step.previous),
                "next": lambda: self._go(self._step.next),
                "problems": lambda: self._at_work(lambda work: work.bottom.toggle()),
                "preview": lambda: self._at_work(lambda work: work.toggle_preview()),
                "enlarge": lambda: self._at_work(lambda work: work.enlarge_preview()),
                "add_plan": plans.add_plan,
                "remove_plan": plans.remove_plan,
                "sections": plans.sections,
                "add_section": plans.add_section,
                "add_appendix": plans.add_appendix,
                "bases": self.bases.pick,
                "replace_bases": self.bases.replace_expired,
                "profile": self.profiles.show,
                "normalise_agencies": self.profiles.normalise_agencies,
                "keep_agency": self.profiles.keep_agency,
                "suggestions": lambda: self._at_work(lambda work: work.open_library()),
                "keep_suggestion": lambda: self._at_work(lambda work: work.keep_suggestion()),
                "export": lambda: self._go(Step.EXPORT),
                "word": lambda: plans.export("word"),
                "excel": lambda: plans.export("excel"),
                "pdf": lambda: plans.export("pdf"),
                "help": self.show_help,
                "keys": lambda: self.show_help("phim-tat"),
                "about": self._about,
            }
        )
        self.menus.recent.aboutToShow.connect(self._fill_recent)

    @property
    def dossier(self) -> Dossier | None:
        """The open dossier."""
        return None if self.workspace is None else self.workspace.session.dossier

    @property
    def _step(self) -> Step:
        return Step.GENERAL if self.workspace is None else self.workspace.wizard.step

    def _at_work(self, act: Callable[[Workspace], object]) -> None:
        if self.workspace is not None:
            act(self.workspace)

    def _go(self, step: Step | None) -> None:
        if self.workspace is not None:
            self.workspace.wizard.go(step)

    def show_dossier(self, opened: OpenDossier) -> None:
        """Work on this dossier; the one before must have been closed."""
        from cchc_desktop.ui.workspace import Workspace, WorkspaceActions

        actions = WorkspaceActions(
            self.menus.actions["add_plan"],
            self.menus.actions["save_copy"],
            self.dossiers.accept,
        )
        self.workspace = Workspace(self.desk, opened, actions, self._stack)
        self.workspace.labels_changed.connect(self._show_state)
        self.workspace.wizard.command_wanted.connect(lambda name: self.menus.actions[name].trigger())
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.recent.add(opened.path)
        self._show_state()

    def close_dossier(self) -> bool:
        """Save and close the dossier; False when the person has to be asked first."""
        workspace = self.workspace
        if workspace is None:
            return True
        self.profiles.finish()
        if not workspace.save_now():
            self._ask_unsaved(self.forget_dossier)
            return False
        self.forget_dossier()
        return True

    def forget_dossier(self) -> None:
        """Close the dossier as its file is."""
        workspace = self.workspace
        if workspace is None:
            return
        self.workspace = None
        self.profiles.close()
        with self.desk.trouble.told():
            workspace.leave()
        self._stack.removeWidget(workspace)
        workspace.deleteLater()
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)
        self._show_state()

    def say(self, message: str) -> None:
        """Say what has just happened."""
        if self.workspace is not None:
            self.workspace.say(message)

    def save_first(self) -> bool:
        """Save whatever is open; whether nothing is unsaved."""
        return True if self.workspace is None else self.workspace.autosave.save_now()

    def _show_state(self) -> None:
        workspace = self.workspace
        plan = workspace is not None and workspace.plan is not None
        edit = workspace is not None and plan and not workspace.session.is_read_only
        self.menus.allow(dossier=workspace is not None, plan=plan, edit=edit)
        if workspace is None:
            self.setWindowTitle("CCHC Desktop")
            self.menus.show_undo(None, None)
            return
        only = " (chỉ xem)" if workspace.session.is_read_only else ""
        self.setWindowTitle(f"{workspace.opened.path.name}{only} – CCHC Desktop")
        self.menus.show_undo(workspace.session.undo_label, workspace.session.redo_label)
        self.menus.actions["add_plan"].setEnabled(not workspace.session.is_read_only)

    def _fill_recent(self) -> None:
        menu = self.menus.recent
        menu.clear()
        for path in self.recent.paths():
            action = menu.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, one=path: self.dossiers.open_path(one))
        if menu.isEmpty():
            menu.addAction("Chưa mở hồ sơ nào").setEnabled(False)

    def _door(self, name: str) -> None:
        {
            "new": self.dossiers.new,
            "open": self.dossiers.ask_open,
            "old-word": self.imports.ask_file,
            "sample": self.dossiers.sample,
        }[name]()

    def show_help(self, page: str = "") -> None:
        """Open the help at a page, or at what is being done."""
        from cchc_desktop.ui.help_place import help_at
        from cchc_desktop.ui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self.desk, self)
        step = "bat-dau" if self.workspace is None else f"buoc-{self._step.value}"
        self._help.show_page(page or help_at(self.focusWidget(), step))

    def _about(self) -> None:
        from cchc_desktop.ui.about import about_text

        self.desk.trouble.tell_about(*about_text())

    def _listen(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo belong to the dossier wherever the cursor is: no field may keep them for itself."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = isinstance(watched, QWidget) and self._is_at_work(watched.window())
            if is_ours and (_is(event, "Ctrl+Z") or _is(event, "Ctrl+Y") or _is(event, "Ctrl+Shift+Z")):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _is_at_work(self, window: QWidget) -> bool:
        """Whether what is written in this window is a part of the open dossier at once."""
        return self.workspace is not None and window in (self, self.profiles.window)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            if self.imports.can_read(path):
                self.imports.open_file(path)
            else:
                self.dossiers.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.settings.setValue(_GEOMETRY, self.saveGeometry())
        if self._closing_for_good or self.workspace is None:
            event.accept()
            return
        self.profiles.finish()
        if self.workspace.save_now():
            self.forget_dossier()
            event.accept()
            return
        event.ignore()
        self._ask_unsaved(self._quit_unsaved)

    def _ask_unsaved(self, close_anyway: Callable[[], None]) -> None:
        from cchc_desktop.ui.closing import ask_unsaved

        if self.workspace is not None:
            ask_unsaved(self, self.workspace, close_anyway, self.dossiers.save_copy)

    def _quit_unsaved(self) -> None:
        self.forget_dossier()
        self._closing_for_good = True
        self.close()


def _is(event: QKeyEvent, key: str) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(key)


def _dropped(event: QDropEvent) -> Path | None:
    """The one dossier or old plan that is being dropped, or None."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if len(paths) != 1:
        return None
    return paths[0] if paths[0].suffix.lower() == ".cchc" or ImportCommands.can_read(paths[0]) else None
