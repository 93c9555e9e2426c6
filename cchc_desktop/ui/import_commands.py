"""Commands that bring an old plan in: into the open dossier, or as the beginning of a new one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.errors import UserFacingError

# What reads a plan is imported when there is one to read: the window shows before.
if TYPE_CHECKING:
    from cchc_desktop.authoring.import_source import ReadPlan
    from cchc_desktop.authoring.import_target import Destination
    from cchc_desktop.domain.plan import Plan
    from cchc_desktop.ui.main_window import MainWindow
    from cchc_desktop.ui.workspace import Workspace


class ImportCommands:
    """ "Nhập kế hoạch cũ" and "Nhập từ bộ nhớ tạm", and what a dropped file does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._desk = window.desk

    @staticmethod
    def can_read(path: Path) -> bool:
        """Whether a file with this name may hold an old plan."""
        from cchc_desktop.authoring.import_source import SUFFIXES

        return path.suffix.lower() in SUFFIXES

    def ask_file(self) -> None:
        """Ask for a file; without a dossier, in the questions of a new one."""
        from cchc_desktop.ui.importing.asking import ask_file

        if self._window.workspace is None:
            self._window.dossiers.new_from_old()
        elif self._may_edit():
            ask_file(self._desk, self._window, self.look_over)

    def read_clipboard(self) -> None:
        """Take what is on the clipboard; without a dossier, in the questions of a new one."""
        from cchc_desktop.ui.importing.asking import read_clipboard

        if self._window.workspace is None:
            read_clipboard(self._desk, self._window, self._window.dossiers.new_from_old)
        elif self._may_edit():
            read_clipboard(self._desk, self._window, self.look_over)

    def open_file(self, path: Path) -> None:
        """Take a file that was dropped on the window."""
        from cchc_desktop.ui.importing.asking import read_file

        if self._window.workspace is None:
            read_file(self._desk, self._window, path, self._window.dossiers.new_from_old)
        elif self._may_edit():
            read_file(self._desk, self._window, path, self.look_over)

    def _may_edit(self) -> bool:
        work = self._window.workspace
        if work is not None and work.session.is_read_only:
            self._desk.trouble.tell(
                UserFacingError(
                    "Hồ sơ đang mở để xem nên không nhập thêm kế hoạch được.",
                    "Hãy lưu bản sao rồi nhập vào bản sao.",
                )
            )
            return False
        return work is not None

    def look_over(self, read: ReadPlan, year: int = 0) -> None:
        """Show what was understood; when the person agrees, it goes into the open dossier."""
        from cchc_desktop.authoring.import_target import destinations
        from cchc_desktop.ui.import_window import ImportWindow, Ours
        from cchc_desktop.ui.new_dossier_dialog import sensible_year

        work = self._window.workspace
        if work is None:
            return
        work.wizard.commit()
        dossier = work.session.dossier
        places = destinations(dossier, read.draft.plan, work.plan_id)
        ours = Ours(
            dossier.office, year or sensible_year(date.today()), places, profile=dossier.office_profile
        )
        ImportWindow.show_for(
            self._window, self._desk, read, ours, lambda plan, place: self._take(work, plan, place)
        )

    def _take(self, work: Workspace, plan: Plan, place: Destination) -> None:
        from cchc_desktop.authoring.import_target import EDIT_NAME, NEW_PLAN, taken_over

        before = {one.id for one in work.session.dossier.plans}
        work.session.end_merge()
        if not work.session.edit(EDIT_NAME, lambda now: taken_over(now, plan, place)):
            return
        if place == NEW_PLAN:
            [added] = [one.id for one in work.session.dossier.plans if one.id not in before]
            work.choose_plan(added)
            work.wizard.go(Step.GENERAL)
            work.say(f"Đã đưa kế hoạch cũ vào hồ sơ thành kế hoạch {plan.period.phrase}. Bấm Ctrl+Z để bỏ.")
        else:
            work.choose_plan(place.plan_id)
            work.wizard.go(Step.TASKS)
            work.say("Đã đưa phụ lục vào kế hoạch. Bấm Ctrl+Z để bỏ.")
