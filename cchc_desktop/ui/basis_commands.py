"""Commands for the legal bases of the plan in the window: the catalogue, and exchanging what no longer holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.authoring.step_names import Step

if TYPE_CHECKING:
    from cchc_desktop.ui.main_window import MainWindow


class BasisCommands:
    """The catalogue is read when one of these is first given."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def pick(self) -> None:
        """Open the catalogue over the page of legal bases."""
        from cchc_desktop.ui.basis_picker import BasisPicker

        work = self._window.workspace
        if work is None or work.plan is None:
            return
        work.wizard.commit()
        work.session.end_merge()
        work.wizard.go(Step.BASES)
        with self._window.desk.trouble.told():
            BasisPicker(self._window.desk, work.session, work.plan.id, date.today(), self._window).open()

    def replace_expired(self) -> None:
        """Exchange every basis that does not hold for what took its place, where that is clear."""
        from cchc_desktop.authoring.basis_catalogue import basis_catalogue
        from cchc_desktop.authoring.plan_bases import doubtful_bases, with_expired_replaced

        work = self._window.workspace
        if work is None or work.plan is None:
            return
        work.wizard.commit()
        with self._window.desk.trouble.told():
            catalogue, today = basis_catalogue(work.session.dossier.bases), date.today()
            found = tuple(doubtful_bases(work.plan, catalogue, today))
            work.wizard.go(Step.BASES)
            made = work.session.edit_plan(
                work.plan.id,
                "thay căn cứ hết hiệu lực",
                lambda plan: with_expired_replaced(plan, catalogue, today),
            )
            if not found:
                work.say("Không thấy căn cứ nào hết hiệu lực.")
            elif not made:
                work.say(
                    "Có căn cứ hết hiệu lực nhưng chưa rõ thay bằng văn bản nào: xem từng dòng ở bước 2."
                )
            else:
                count = len({one.basis_id for one in found if one.successor is not None})
                work.say(f"Đã thay {count} căn cứ hết hiệu lực. Bấm Ctrl+Z để lấy lại.")
