"""What every page of the wizard can do: show a plan, hand over what is typed, say what is missing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.authoring.missing import Problem, problems
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.labels import hint_label

if TYPE_CHECKING:
    from cchc_desktop.ui.library.hosting import LibraryHost, PageLibrary


@dataclass(frozen=True, slots=True)
class Binding:
    """A field and the part of the plan it shows."""

    field: LineField | TextField
    read: Callable[[Plan], str]
    source: str


class Page(QWidget):
    """A page of the wizard. It never changes the plan itself: it tells of edits and is given the new plan.

    ``plan_edited`` carries the edit's name, a function from plan to plan, and a key under which following edits are
    one undo step (or None). ``dossier_edited`` carries name, a function from dossier to dossier, and such a key. ``command_wanted`` names a command of the window (ui/commands.py).
    """

    plan_edited = Signal(str, object, object)
    dossier_edited = Signal(str, object, object)
    field_left = Signal()
    source_entered = Signal(str)
    place_wanted = Signal(str)
    step_wanted = Signal(object)
    notice = Signal(str)
    command_wanted = Signal(str)

    def __init__(self, step: Step, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.desk = desk
        self.plan: Plan | None = None
        self.dossier: Dossier | None = None
        self.is_read_only = False
        self._bindings: list[Binding] = []
        self.library: PageLibrary | None = None

    def load(self, plan: Plan) -> None:
        """Show this plan; called again after every edit."""
        self.plan = plan
        for binding in self._bindings:
            binding.field.show_value(binding.read(plan))
        self._show_library()

    def commit(self) -> None:
        """Hand over whatever is typed but not told yet."""

    def problems(self) -> tuple[Problem, ...]:
        """What this page still lacks."""
        if self.plan is None:
            return ()
        bases = () if self.dossier is None else self.dossier.bases
        found = problems(self.plan, bases, office=self.office)
        return tuple(problem for problem in found if problem.step is self.step)

    def show_source(self, source: str) -> None:
        """Put the cursor where the thing with this key is written."""
        for binding in self._bindings:
            if source == f"{self._plan_id}:{binding.source}":
                binding.field.setFocus()
                return

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.is_read_only = read_only
        for binding in self._bindings:
            binding.field.setReadOnly(read_only)
        self._show_library()

    def set_dossier(self, dossier: Dossier) -> None:
        """Whose plan it is, and what the office keeps beside it; called again when that has changed."""
        self.dossier = dossier
        self._show_library()

    @property
    def office(self) -> Office | None:
        """Whose plan it is."""
        return None if self.dossier is None else self.dossier.office

    @property
    def current_source(self) -> str:
        """The key of what is being written, for finding the place again."""
        return ""

    def edit(self, label: str, change: Callable[[Plan], Plan], merge: Hashable | None = None) -> None:
        """Tell of an edit."""
        self.plan_edited.emit(label, change, merge)

    def edit_dossier(
        self, label: str, change: Callable[[Dossier], Dossier], merge: Hashable | None = None
    ) -> None:
        """Tell of an edit of what the office keeps beside its plans."""
        self.dossier_edited.emit(label, change, merge)

    def offer_library(self, host: LibraryHost, editor: QWidget) -> PageLibrary:
        """Put the panel of suggestions below an editor; what stands in the layout is then its ``splitter``."""
        from cchc_desktop.ui.library.hosting import PageLibrary

        self.library = PageLibrary(self.desk, host, editor, self)
        panel = self.library.panel
        panel.dossier_edited.connect(self.dossier_edited)
        panel.notice.connect(self.notice)
        self.library.place_wanted.connect(self.place_wanted)
        panel.keep_wanted.connect(self.library.keep_selected)
        return self.library

    def _show_library(self) -> None:
        if self.library is not None:
            self.library.show_for(self.dossier, self.plan, read_only=self.is_read_only)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.library is not None:
            self.library.panel.restore()

    def bind(
        self,
        field: LineField | TextField,
        label: str,
        read: Callable[[Plan], str],
        write: Callable[[Plan, str], Plan],
        source: str,
    ) -> None:
        """Let a field show and change a part of the plan; ``source`` is the mark of its block on the paper."""
        self._bindings.append(Binding(field, read, source))
        key = ("field", self.step, field.accessibleName())
        field.typed.connect(lambda text: self.edit(label, lambda plan: write(plan, clean(text)), key))
        field.left.connect(self.field_left)
        field.entered.connect(lambda: self.source_entered.emit(f"{self._plan_id}:{source}"))

    @property
    def _plan_id(self) -> str:
        return "" if self.plan is None else self.plan.id


class FormPage(Page):
    """A page of cards, one under the other, that scrolls when the window is low."""

    def __init__(self, step: Step, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(step, desk, parent)
        self.scroll_area = QScrollArea()
        self.scroll_area.setObjectName("pageScroll")
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        body.setObjectName("pageBody")
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(0, 0, 8, 8)
        self.body.setSpacing(16)
        self.scroll_area.setWidget(body)
        self.last_card = QFrame()
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.addWidget(self.scroll_area)

    def add_card(self, title: str, hint: str = "", *, help_page: str = "") -> QVBoxLayout:
        """A card with a title; returns where its contents go. F1 in it opens the help at ``help_page``."""
        card = QFrame()
        name_help(card, help_page)
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        name = QLabel(title)
        name.setObjectName("cardTitle")
        layout.addWidget(name)
        if hint:
            layout.addWidget(hint_label(hint))
        self.body.addWidget(card)
        self.last_card = card
        return layout

    def offer_library_below(self, host: LibraryHost) -> PageLibrary:
        """Put the panel of suggestions below the cards."""
        self.outer.removeWidget(self.scroll_area)
        library = self.offer_library(host, self.scroll_area)
        self.outer.addWidget(library.splitter, 1)
        return library

    def show_source(self, source: str) -> None:
        super().show_source(source)
        self._show_focused()
        QTimer.singleShot(0, self, self._show_focused)  # a page shown for the first time is not laid out yet

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.scroll_area.ensureWidgetVisible(focused)
