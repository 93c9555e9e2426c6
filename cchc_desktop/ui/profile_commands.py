"""Commands for what the office keeps about itself: its profile, and the names of agencies in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.domain.profile import OfficeProfile
    from cchc_desktop.ui.main_window import MainWindow
    from cchc_desktop.ui.profile_window import ProfileWindow


class ProfileCommands:
    """Opens the profile beside the window; there is at most one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.window: ProfileWindow | None = None

    def show(self) -> None:
        """Open the profile, or bring it to the front."""
        from cchc_desktop.ui.profile_window import ProfileWindow

        work = self._window.workspace
        if work is None:
            return
        if self.window is None:
            communes = self._window.dossiers
            self.window = ProfileWindow(self._window.desk, work, lambda: communes.communes, self._window)
            self.window.finished.connect(self._forget)
            self.window.renamed.connect(self._offer_renaming)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _forget(self) -> None:
        self.window = None

    def finish(self) -> None:
        """Finish what is being typed there."""
        if self.window is not None:
            self.window.commit()

    def close(self) -> None:
        """Close the profile with its dossier, without asking anything."""
        if self.window is not None:
            self.window.leave()

    def _offer_renaming(self, before: OfficeProfile) -> None:
        """Offer to write the new names where drafts hold the old ones."""
        from cchc_desktop.authoring.renaming import rename_offers, with_renames
        from cchc_desktop.ui.profile.rename_window import RenameWindow

        work = self._window.workspace
        if work is None or work.session.is_read_only:
            return
        self._fill_signers(before)
        dossier = work.session.dossier
        offers = rename_offers(before, dossier.office_profile, dossier)
        if not offers:
            return

        def take(kept: frozenset[str]) -> None:
            work.session.edit("đổi tên cơ quan trong dự thảo", lambda now: with_renames(now, offers, kept))
            count = sum(offer.key not in kept for offer in offers)
            self._say(f"Đã đổi tên ở {count} chỗ trong dự thảo. Bấm Ctrl+Z để lấy lại.")

        RenameWindow.ask(self.window or self._window, self._window.desk, dossier, offers, take)

    def _fill_signers(self, before: OfficeProfile) -> None:
        """Write the name of a signer just named into the drafts that have none."""
        from cchc_desktop.authoring.signer_choice import drafts_with_signers

        work = self._window.workspace
        if work is None:
            return
        plans = work.session.dossier.plans
        if not work.session.edit("ghi họ tên người ký", lambda now: drafts_with_signers(before, now)):
            return
        filled = sum(one is not was for one, was in zip(work.session.dossier.plans, plans, strict=True))
        self._say(f"Đã ghi họ tên người ký vào {filled} kế hoạch dự thảo. Bấm Ctrl+Z để lấy lại.")

    def _say(self, message: str) -> None:
        self._window.say(message)
        if self.window is not None:
            self.window.say(message)

    def normalise_agencies(self) -> None:
        """Write the agencies of the task tables as the directory names them, in one undo step."""
        from cchc_desktop.authoring.agency_cells import directory_names, with_directory_names
        from cchc_desktop.authoring.step_names import Step

        work = self._window.workspace
        if work is None or work.plan is None or work.session.is_read_only:
            return
        work.wizard.go(Step.TASKS)
        work.wizard.commit()
        names = directory_names(work.session.dossier)
        changed = with_directory_names(work.plan, names)[1]
        if not changed:
            work.say("Tên cơ quan trong bảng nhiệm vụ đã đúng như danh sách; tên lạ giữ nguyên.")
            return
        work.session.edit_plan(
            work.plan_id, "chuẩn hóa tên cơ quan", lambda plan: with_directory_names(plan, names)[0]
        )
        work.say(f"Đã chuẩn hóa tên cơ quan ở {changed} ô. Bấm Ctrl+Z để lấy lại.")

    def keep_agency(self) -> None:
        """Put the agency just typed in a task table into the directory."""
        from cchc_desktop.ui.pages.tasks import TasksPage

        work = self._window.workspace
        if work is not None and isinstance(work.wizard.page, TasksPage):
            work.wizard.page.keep_new_agency()
