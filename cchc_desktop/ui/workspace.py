"""An open dossier at work: steps, page, preview, undo, saving, and finding the place again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from cchc_desktop.authoring.changed_place import changed_place
from cchc_desktop.authoring.missing import Problem, problems
from cchc_desktop.authoring.session import Change
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.steps import step_of, step_states
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.paper.blocks import Document
from cchc_desktop.paper.compose import compose
from cchc_desktop.ui.autosave import Autosave
from cchc_desktop.ui.banner import Banner
from cchc_desktop.ui.blank_spot import select_blank
from cchc_desktop.ui.bottom_bar import BottomBar
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.opened import OpenDossier
from cchc_desktop.ui.preview import Preview
from cchc_desktop.ui.step_list import StepList
from cchc_desktop.ui.top_bar import TopBar
from cchc_desktop.ui.wizard import Wizard

_REFRESH_MS = 200
_LEAST_PAGE = 330  # pixels of preview: below, a page is shown at less than two fifths of its size
_ROOMY = 1000  # a narrower window has no room for a page that can be read beside the editor
_DELETIONS = ("xóa", "xoá", "bỏ", "cắt")


@dataclass(frozen=True, slots=True)
class WorkspaceActions:
    """Commands of the window that the workspace offers in places of its own."""

    add_plan: QAction
    save_copy: QAction
    accept: Callable[[], object]


class Workspace(QWidget):
    """Everything in the window while a dossier is open."""

    labels_changed = Signal()
    step_shown = Signal(object)

    def __init__(
        self, desk: Desk, opened: OpenDossier, actions: WorkspaceActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.opened = opened
        self.session = opened.session
        self._actions = actions
        self.plan_id = ""
        self._previewed = ""
        self._last_change: Change | None = None
        self._gave_way_at = 0  # the width at which a preview that had too little room comes back
        self._keeps_preview = False  # whether somebody wants to see it however small
        self.autosave = Autosave(self.session, opened.last_saved, self)
        self.autosave.changed.connect(self._show_saving)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.timeout.connect(self._refresh)
        self._build()
        self._connect()
        self._unsubscribe = self.session.subscribe(self._changed)
        self.wizard.set_read_only(self.session.is_read_only)
        self._restore()
        self._show_saving()

    def _build(self) -> None:
        self.top = TopBar(self.desk, self._actions.add_plan)
        self.failure = Banner("error", "error", self.desk)
        name_help(self.failure, "bao-loi#chua-luu")
        self.failure.add_button("Thử lại", self.save_now)
        self.failure.add_button("Lưu bản sao vào nơi khác…", self._actions.save_copy.trigger)
        self.read_only = Banner("warning", "lock", self.desk)
        name_help(self.read_only, "bao-loi#chi-xem")
        if self.session.is_read_only:
            self.read_only.add_button("Lưu bản sao để sửa…", self._actions.save_copy.trigger)
        if self.opened.has_fault:
            accept = self.read_only.add_button("Chấp nhận nội dung này", self._actions.accept)
            accept.setToolTip("Làm việc tiếp trên nội dung đang thấy; tệp cũ được giữ lại bên cạnh")
        self.steps = StepList(self.desk)
        self.wizard = Wizard(self.desk)
        self.preview = Preview()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.splitter.setAccessibleName("Vạch chia màn hình")
        for index, (widget, least) in enumerate(((self.steps, 150), (self.wizard, 340), (self.preview, 180))):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(index, (0, 3, 2)[index])
        self.bottom = BottomBar(self.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        for banner in (self.failure, self.read_only):
            layout.addWidget(banner)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.bottom)
        if self.session.is_read_only:
            reason = self.opened.read_only_reason or "Hồ sơ đang mở để xem."
            self.read_only.say(f"{reason} Anh, chị xem và xuất tệp được, nhưng không sửa được.")

    def _connect(self) -> None:
        self.top.plan_chosen.connect(self.choose_plan)
        self.top.preview.clicked.connect(self.toggle_preview)
        self.steps.step_chosen.connect(self._step_chosen)
        self.wizard.step_shown.connect(self.steps.show_step)
        self.wizard.step_shown.connect(self.step_shown)
        self.wizard.plan_edited.connect(self._edit)
        self.wizard.dossier_edited.connect(self._edit_dossier)
        self.wizard.field_left.connect(self._field_left)
        self.wizard.source_entered.connect(self.preview.show_source)
        self.wizard.place_wanted.connect(self.jump)
        self.wizard.problem_chosen.connect(self.jump_to_problem)
        self.wizard.notice.connect(self.say)
        self.bottom.problem_chosen.connect(self.jump_to_problem)
        self.preview.source_clicked.connect(self.jump)
        self.preview.enlarge_requested.connect(self.enlarge_preview)
        QApplication.instance().applicationStateChanged.connect(self._application_state)  # type: ignore[union-attr]

    @property
    def plan(self) -> Plan | None:
        """The plan being written; None while the dossier has none."""
        plans = self.session.dossier.plans
        return next((plan for plan in plans if plan.id == self.plan_id), plans[0] if plans else None)

    def choose_plan(self, plan_id: str) -> None:
        """Write another plan of the dossier."""
        self.wizard.commit()
        self.session.end_merge()
        self.plan_id = plan_id
        self._show_plan()
        self.wizard.go(self.wizard.step)

    def _show_plan(self) -> None:
        plan = self.plan
        dossier = self.session.dossier
        is_another = plan is not None and plan.id != self._previewed
        self._previewed = self.plan_id = plan.id if plan is not None else ""
        self.top.show_plans(dossier, self.plan_id)
        self.splitter.setEnabled(plan is not None)
        if plan is not None:
            self.wizard.set_dossier(dossier)
            self.wizard.show_plan(plan)
            self.preview.set_document_from(self._document)
            if is_another:
                self.preview.show_top()
        self._refresh()

    def _document(self) -> Document:
        plan = self.plan
        if plan is None:
            raise LookupError("no plan to show")
        return compose(plan)

    def _edit(self, label: str, change: Callable[[Plan], Plan], merge: object) -> None:
        if self.session.is_read_only:
            self.say("Hồ sơ đang mở để xem nên không sửa được.")
            return
        key = None if merge is None else (self.plan_id, merge)
        made = self.session.edit_plan(self.plan_id, label, change, merge=key)
        if made and label.lower().startswith(_DELETIONS):
            self.say(f"Đã {label[:1].lower()}{label[1:]}. Bấm Ctrl+Z để lấy lại.")

    def _edit_dossier(self, label: str, change: Callable[[Dossier], Dossier], merge: object) -> None:
        if self.session.is_read_only:
            self.say("Hồ sơ đang mở để xem nên không sửa được.")
            return
        made = self.session.edit(label, change, merge=merge)
        if made and label.lower().startswith(_DELETIONS):
            self.say(f"Đã {label[:1].lower()}{label[1:]}. Bấm Ctrl+Z để lấy lại.")

    def _changed(self, change: Change) -> None:
        self._last_change = change
        if _kept_beside(change.before) != _kept_beside(change.after):
            self.wizard.set_dossier(change.after)
        plan = self.plan
        if (
            plan is None
            or plan.id != self.plan_id
            or [p.id for p in change.before.plans] != [p.id for p in change.after.plans]
        ):
            self._show_plan()
        else:
            self.wizard.show_plan(plan)
            self.preview.set_document_from(self._document)
        self.autosave.edited()
        self._refresh_timer.start(_REFRESH_MS)
        self.labels_changed.emit()

    def _refresh(self) -> None:
        self._refresh_timer.stop()
        plan = self.plan
        if plan is None:
            self.bottom.set_problems(())
            return
        dossier = self.session.dossier
        found = problems(plan, dossier.bases, office=dossier.office)
        self.steps.steps.set_states(step_states(plan, found))
        self.bottom.set_problems(found)
        self.top.show_plans(self.session.dossier, plan.id)

    def undo(self) -> None:
        """Take the last edit back, say so, and show where."""
        self.wizard.commit()
        self._travel(self.session.undo(), "Đã hoàn tác")

    def redo(self) -> None:
        """Make the last undone edit again, say so, and show where."""
        self.wizard.commit()
        self._travel(self.session.redo(), "Đã làm lại")

    def _travel(self, label: str | None, said: str) -> None:
        change = self._last_change
        if label is None or change is None:
            return
        self.say(f"{said}: {label[:1].lower()}{label[1:]}")
        before = {plan.id: plan for plan in change.before.plans}
        for plan in change.after.plans:
            was = before.get(plan.id)
            if was is plan:
                continue
            if plan.id != self.plan_id:
                self.choose_plan(plan.id)
            if was is not None:
                source = changed_place(was, plan)
                self.wizard.go(step_of(plan, source) or Step.TASKS, source)
            return

    def _step_chosen(self, step: Step) -> None:
        try:
            self.wizard.go(step)
        finally:  # when its page could not be made, the list shows where one still is
            self.steps.show_step(self.wizard.step)

    def jump(self, source: str) -> None:
        """Go where the thing with this key is written."""
        plan = self.plan
        step = None if plan is None else step_of(plan, source)
        if step is not None:
            self.wizard.go(step, source)

    def jump_to_problem(self, problem: Problem) -> None:
        """Go where a problem is."""
        self.wizard.go(problem.step, problem.source)
        if problem.is_blank:
            select_blank(self.window().focusWidget())
        if problem.source:
            self.preview.show_source(problem.source)

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self.bottom.say(message)

    def open_library(self) -> None:
        """Open the suggestions of the page and search them; in them already, search anew."""
        library = self.wizard.page.library
        if library is None:
            self.say("Bước này không có câu gợi ý.")
        elif not library.panel.isVisible():
            self.say("Kế hoạch này chưa có mục đó. Hãy thêm mục rồi mở gợi ý.")
        else:
            library.panel.enter()

    def keep_suggestion(self) -> None:
        """Keep what is selected on the page as a suggestion of the office."""
        library = self.wizard.page.library
        if library is None:
            self.say("Ở bước này không có gì để lưu thành gợi ý.")
        else:
            library.keep_selected()

    def enlarge_preview(self) -> None:
        """Show the pages in a window of their own."""
        from cchc_desktop.ui.preview_window import PreviewWindow

        if self.plan is not None:
            PreviewWindow.show_for(self, self._document, self.jump)

    def toggle_preview(self) -> None:
        """Hide or show the preview."""
        self._gave_way_at = 0
        self._keeps_preview = self.preview.isHidden()
        self._show_preview(shown=self.preview.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages too small to be read give their room to the text, and come back with the room."""
        super().resizeEvent(event)
        if self._gave_way_at and self.width() >= self._gave_way_at:
            self._gave_way_at = 0
            self._show_preview(shown=True)
        elif self.width() < event.oldSize().width():
            self._give_way()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the splitter has got its sizes.
        QTimer.singleShot(0, self, self._give_way)

    def _give_way(self) -> None:
        if not self.preview.isHidden() and not self._keeps_preview and self.preview.width() < _LEAST_PAGE:
            self._gave_way_at = self.width() + 40
            self._show_preview(shown=False)

    def _show_preview(self, *, shown: bool) -> None:
        self.preview.setVisible(shown)
        self.top.preview.setChecked(shown)

    def _field_left(self) -> None:
        self.session.end_merge()
        if not self.session.is_saved:
            self.autosave.save_now()

    def _application_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and not self.session.is_saved:
            self.save_now()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def save_now(self) -> bool:
        """Finish what is being typed and save it; whether the file holds everything."""
        self.wizard.commit()
        return self.autosave.save_now()

    def _show_saving(self) -> None:
        problem = self.autosave.problem
        icon, colour, detail = "saved", "success", "Chương trình tự lưu sau mỗi lần sửa."
        if problem is not None:
            icon, colour, detail = "error", "error", str(problem)
        elif self.session.is_read_only:
            icon, colour, detail = "lock", "warning", self.opened.read_only_reason
        elif not self.session.is_saved:
            icon, colour = "saving", "muted"
        self.top.show_saved(self.autosave.sentence, icon, colour, detail)
        self.failure.say("" if problem is None else f"Chưa lưu được. {problem}")

    def _restore(self) -> None:
        state = self.opened.file.view_state()
        self.plan_id = state.get("plan", "")
        self._show_plan()
        number = state.get("step", "")
        step = Step(int(number)) if number.isdecimal() and 1 <= int(number) <= len(Step) else Step.GENERAL
        self.wizard.go(step, state.get("source", ""))
        around = self.parentWidget()
        roomy = around is None or around.width() >= _ROOMY
        self._show_preview(shown=state.get("preview", "1" if roomy else "0") == "1")
        splitter = state.get("splitter", "")
        if not splitter or not self.splitter.restoreState(QByteArray.fromBase64(splitter.encode())):
            self.splitter.setSizes([210, 620, 480])

    def _view_state(self) -> dict[str, str]:
        return {
            "plan": self.plan_id,
            "step": str(self.wizard.step.value),
            "source": self.wizard.page.current_source if self.plan is not None else "",
            "preview": "0" if self.preview.isHidden() and not self._gave_way_at else "1",
            "splitter": bytes(self.splitter.saveState().toBase64().data()).decode(),
        }

    def leave(self) -> None:
        """Let go of the file; everything worth saving has been saved. Raises UserFacingError."""
        self.autosave.stop()
        self._refresh_timer.stop()
        self._unsubscribe()
        try:
            if self.autosave.problem is None:
                self.opened.file.save_view_state(self._view_state())
        finally:
            self.opened.file.close()


def _kept_beside(dossier: Dossier) -> tuple[object, ...]:
    """What the office keeps beside its plans."""
    return dossier.office, dossier.profile, dossier.bases, dossier.library, dossier.hidden
