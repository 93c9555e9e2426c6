"""The frame around the pages: title, sentence, page, Back and Next. Only the frame decides where one may go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.step_roles import STEP_ROLES
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import LowStack
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.page import Page

_ROOMY_LINES = 38  # of text: a lower frame has no room for the sentence over editor and suggestions


class Wizard(QWidget):
    """Shows one step's page at a time; pages are made when first shown."""

    step_shown = Signal(object)
    plan_edited = Signal(str, object, object)
    dossier_edited = Signal(str, object, object)
    field_left = Signal()
    source_entered = Signal(str)
    place_wanted = Signal(str)
    problem_chosen = Signal(object)
    notice = Signal(str)
    command_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[Step, Page] = {}
        self._plan: Plan | None = None
        self._read_only = False
        self._dossier: Dossier | None = None
        self.step = Step.GENERAL
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self._sentence = hint_label("")
        self._stack = LowStack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addSpacing(4)
        layout.addWidget(self._stack, 1)
        layout.addSpacing(4)
        layout.addLayout(self._ways())

    def _ways(self) -> QHBoxLayout:
        self.back = QPushButton("Quay lại")
        self.next = QPushButton("Tiếp tục")
        self.next.setObjectName("primary")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the arrow behind the word
        self._desk.icons.put_on(self.back, "back")
        self._desk.icons.put_on(self.next, "next", "onAccent")
        self.back.clicked.connect(lambda: self.go(self.step.previous))
        self.next.clicked.connect(lambda: self.go(self.step.next))
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        return row

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._page(self.step)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan, or the same plan after an edit; pages not in sight are brought up to date when shown."""
        self._plan = plan
        self.page.load(plan)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self._read_only = read_only
        for page in self._pages.values():
            page.set_read_only(read_only)

    def set_dossier(self, dossier: Dossier) -> None:
        """Whose plan it is, and what the office keeps beside it."""
        self._dossier = dossier
        for page in self._pages.values():
            page.set_dossier(dossier)

    def commit(self) -> None:
        """Finish what is being typed."""
        QGuiApplication.inputMethod().commit()
        if self._plan is not None:
            self.page.commit()

    def go(self, step: Step | None, source: str = "") -> None:
        """Show a step (nothing happens for None), and there the place of ``source``."""
        if step is None or self._plan is None:
            return
        if step is not self.step:
            self.commit()
            self.field_left.emit()
        # Made first: a page that fails leaves the person where they were.
        page = self._page(step)
        page.load(self._plan)
        self.step = step
        self._stack.setCurrentWidget(page)
        self._title.setText(f"{step.value}. {step.title}")
        self._sentence.setText(step.sentence)
        self.back.setEnabled(step.previous is not None)
        self.next.setEnabled(step.next is not None)
        before, after = step.previous, step.next
        self.back.setToolTip(f"Về bước {before.value}: {before.title}" if before else "Đây là bước đầu")
        self.next.setToolTip(f"Sang bước {after.value}: {after.title}" if after else "Đây là bước cuối")
        self._show_sentence()
        self.step_shown.emit(step)
        if source:
            page.show_source(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sentence()

    def _show_sentence(self) -> None:
        library = None if self._plan is None else self.page.library
        low = self.height() < _ROOMY_LINES * self.fontMetrics().lineSpacing()
        self._sentence.setVisible(not (low and library is not None and library.panel.is_open))

    def _page(self, step: Step) -> Page:
        page = self._pages.get(step)
        if page is None:
            page = _make(step, self._desk)
            self._stack.addWidget(page)
            page.plan_edited.connect(self.plan_edited)
            page.dossier_edited.connect(self.dossier_edited)
            page.field_left.connect(self.field_left)
            page.source_entered.connect(self.source_entered)
            page.place_wanted.connect(self.place_wanted)
            page.step_wanted.connect(self.problem_chosen)
            page.notice.connect(self.notice)
            page.command_wanted.connect(self.command_wanted)
            if page.library is not None:
                page.library.panel.toggled.connect(lambda _opened: self._show_sentence())
            page.set_read_only(self._read_only)
            if self._dossier is not None:
                page.set_dossier(self._dossier)
            self._pages[step] = page
        return page


def _make(step: Step, desk: Desk) -> Page:
    if step in STEP_ROLES:
        from cchc_desktop.ui.pages.section import SectionPage

        return SectionPage(step, desk)
    makers: dict[Step, Callable[[Desk], Page]] = {
        Step.GENERAL: _general,
        Step.BASES: _bases,
        Step.TASKS: _tasks,
        Step.SIGNING: _signing,
        Step.EXPORT: _export,
    }
    return makers[step](desk)


def _general(desk: Desk) -> Page:
    from cchc_desktop.ui.pages.general import GeneralPage

    return GeneralPage(desk)


def _bases(desk: Desk) -> Page:
    from cchc_desktop.ui.pages.bases import BasesPage

    return BasesPage(desk)


def _tasks(desk: Desk) -> Page:
    from cchc_desktop.ui.pages.tasks import TasksPage

    return TasksPage(desk)


def _signing(desk: Desk) -> Page:
    from cchc_desktop.ui.pages.signing import SigningPage

    return SigningPage(desk)


def _export(desk: Desk) -> Page:
    from cchc_desktop.ui.pages.export import ExportPage

    return ExportPage(desk)
