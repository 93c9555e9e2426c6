"""Commands for the plan in the window: add and remove plans, sections, appendices, export."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cchc_desktop.authoring.step_names import Step

if TYPE_CHECKING:
    from cchc_desktop.authoring.plan_copies import PlanCopy
    from cchc_desktop.domain.plan import Plan
    from cchc_desktop.ui.main_window import MainWindow
    from cchc_desktop.ui.workspace import Workspace


class PlanCommands:
    """What the menu "Kế hoạch" does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _work(self) -> Workspace | None:
        work = self._window.workspace
        if work is not None:
            work.wizard.commit()
        return work

    def add_plan(self) -> None:
        """Ask for which year and from what, and add it."""
        from cchc_desktop.ui.new_plan_dialog import NewPlanDialog

        work = self._work
        if work is None or work.session.is_read_only:
            return
        dossier = work.session.dossier
        last = max((plan.period.last_year for plan in dossier.plans), default=0)
        year = last + 1 if last else _this_year()

        def take(made: PlanCopy) -> None:
            plan = made.plan
            work.session.edit("thêm một kế hoạch", lambda now: now.with_plan(plan))
            work.choose_plan(plan.id)
            work.wizard.go(Step.GENERAL)
            work.say(f"Đã thêm kế hoạch {plan.period.phrase}{_moved(made)}. Bấm Ctrl+Z để bỏ.")

        NewPlanDialog.ask(
            self._window, self._window.desk, dossier, year, take, self._window.imports.look_over
        )

    def remove_plan(self) -> None:
        """Remove the plan in the window; undo brings it back."""
        work = self._work
        if work is not None and work.plan is not None:
            plan = work.plan
            work.session.edit(f"xóa kế hoạch {plan.period.phrase}", lambda now: now.without_plan(plan.id))
            work.say(f"Đã xóa kế hoạch {plan.period.phrase}. Bấm Ctrl+Z để lấy lại.")

    def sections(self) -> None:
        """Show all sections in their order."""
        from cchc_desktop.ui.sections_dialog import SectionsDialog

        work = self._work
        if work is None or work.plan is None:
            return

        def read() -> Plan:
            if work.plan is None:
                raise LookupError("the plan has gone")
            return work.plan

        def edit(label: str, change: Callable[[Plan], Plan], merge: object) -> None:
            work.session.edit_plan(work.plan_id, label, change, merge=merge)

        SectionsDialog(self._window.desk, read, edit, self._window).open()

    def add_section(self) -> None:
        """Add a section without a role of its own, and go there."""
        from cchc_desktop.domain.plan import SectionRole
        from cchc_desktop.ui.pages.section import SectionPage

        work = self._work
        if work is not None:
            work.wizard.go(Step.ORGANISATION)
            page = work.wizard.page
            if isinstance(page, SectionPage):
                page.add_section(SectionRole.OTHER)
                page.title_field.setFocus()
                page.title_field.selectAll()

    def add_appendix(self) -> None:
        """Add an appendix, and go there."""
        from cchc_desktop.ui.pages.tasks import TasksPage

        work = self._work
        if work is not None:
            work.wizard.go(Step.TASKS)
            page = work.wizard.page
            if isinstance(page, TasksPage):
                page.add_appendix()

    def export(self, kind: str) -> None:
        """Go to the last step and ask where to write a file of this kind."""
        from cchc_desktop.ui.export_job import Kind
        from cchc_desktop.ui.pages.export import ExportPage

        work = self._work
        if work is not None:
            work.wizard.go(Step.EXPORT)
            page = work.wizard.page
            if isinstance(page, ExportPage):
                page.export(Kind(kind))


def _moved(made: PlanCopy) -> str:
    if not made.moved:
        return ""
    return f", đã đổi năm ở {made.moved} chỗ; văn bản được dẫn giữ nguyên năm, hãy xem lại ở bước 2"


def _this_year() -> int:
    from datetime import date

    from cchc_desktop.ui.new_dossier_dialog import sensible_year

    return sensible_year(date.today())
