"""The profile where plans are written: head of paper, signers, recipients, agencies of the task table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.profile_edits import with_profile
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.agency_directory import AgencySide
from cchc_desktop.domain.plan import Capacity, Plan
from cchc_desktop.domain.profile import Signer
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task
from cchc_desktop.ui.columns_dialog import ColumnsDialog
from cchc_desktop.ui.help_window import HelpWindow
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from cchc_desktop.ui.new_plan_dialog import NewPlanDialog
from cchc_desktop.ui.pages.general import GeneralPage
from cchc_desktop.ui.pages.signing import SigningPage
from cchc_desktop.ui.pages.tasks import TasksPage
from cchc_desktop.ui.profile_window import ProfileWindow
from cchc_desktop.ui.sections_dialog import SectionsDialog
from cchc_desktop.ui.workspace import Workspace
from tests.ui.profile_desk import CULTURE, small_dossier

Shown = Callable[[type[QDialog]], QDialog]


@pytest.fixture
def work(window: MainWindow, documents: Path) -> Workspace:
    """A small dossier with its draft in the window."""
    window.dossiers.create(documents / "Hồ sơ thử.cchc", small_dossier())
    assert window.workspace is not None
    window.workspace.choose_plan(window.workspace.session.dossier.plans[1].id)
    return window.workspace


def plan_of(work: Workspace) -> Plan:
    assert work.plan is not None
    return work.plan


def general(work: Workspace) -> GeneralPage:
    work.wizard.go(Step.GENERAL)
    assert isinstance(work.wizard.page, GeneralPage)
    return work.wizard.page


def signing(work: Workspace) -> SigningPage:
    work.wizard.go(Step.SIGNING)
    assert isinstance(work.wizard.page, SigningPage)
    return work.wizard.page


def tasks(work: Workspace) -> TasksPage:
    work.wizard.go(Step.TASKS)
    assert isinstance(work.wizard.page, TasksPage)
    return work.wizard.page


def test_a_new_dossier_says_once_where_names_and_signers_are_kept(work: Workspace) -> None:
    assert "Ctrl+Shift+T" in work.bottom.message.text()


def test_the_head_of_paper_is_taken_from_the_profile_when_it_differs(qtbot: QtBot, work: Workspace) -> None:
    page = general(work)
    assert page.take_head.isHidden()
    work.session.edit(
        "sửa", lambda dossier: with_profile(dossier, lambda now: replace(now, place="Nơi khác"))
    )
    assert page.take_head.isVisible()
    qtbot.mouseClick(page.take_head, Qt.MouseButton.LeftButton)
    assert plan_of(work).place == "Nơi khác"
    assert page.take_head.isHidden()
    work.undo()
    assert plan_of(work).place == "Vũng Áng"


def test_step_one_leads_to_the_profile(qtbot: QtBot, work: Workspace, shown: Shown) -> None:
    qtbot.mouseClick(general(work).to_profile, Qt.MouseButton.LeftButton)
    assert shown(ProfileWindow).isVisible()


def test_a_signer_of_the_office_is_chosen_with_title_capacity_and_name(work: Workspace) -> None:
    deputy = Signer("Lê Thị Hoa", "PHÓ CHỦ TỊCH", Capacity.DEPUTY)
    work.session.edit(
        "sửa",
        lambda dossier: with_profile(
            dossier, lambda now: replace(now, signers=(Signer("Trần Văn Bình"), deputy))
        ),
    )
    page = signing(work)
    assert [page._signers.itemText(n) for n in range(2)] == [
        "Trần Văn Bình – CHỦ TỊCH",
        "Lê Thị Hoa – KT. PHÓ CHỦ TỊCH",
    ]
    page._signers.setCurrentIndex(1)
    page._signers.activated.emit(1)
    signature = plan_of(work).signature
    assert signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature.name == "Lê Thị Hoa"
    assert work.session.undo_label == "chọn người ký"
    assert not page.keep_signer.isEnabled()


def test_a_signer_typed_in_a_plan_is_kept_for_the_next(qtbot: QtBot, work: Workspace) -> None:
    page = signing(work)
    assert not page.keep_signer.isEnabled()
    work.session.edit_plan(
        work.plan_id, "sửa", lambda plan: replace(plan, signature=replace(plan.signature, name="Ngô Nam"))
    )
    assert page.keep_signer.isEnabled()
    qtbot.mouseClick(page.keep_signer, Qt.MouseButton.LeftButton)
    assert work.session.dossier.office_profile.signers[0].name == "Ngô Nam"
    assert page._signers.currentText() == "Ngô Nam – CHỦ TỊCH"
    assert not page.keep_signer.isEnabled()


def test_usual_recipients_are_taken_and_kept(qtbot: QtBot, work: Workspace) -> None:
    page = signing(work)
    own = plan_of(work).recipients.names
    usual = work.session.dossier.office_profile.recipients
    qtbot.mouseClick(page.take_usual, Qt.MouseButton.LeftButton)
    assert [one.name for one in plan_of(work).recipients.names] == [one.name for one in usual]
    qtbot.mouseClick(page.take_usual, Qt.MouseButton.LeftButton)
    assert "đang đúng" in work.bottom.message.text()
    work.undo()
    assert plan_of(work).recipients.names == own
    qtbot.mouseClick(page.keep_usual, Qt.MouseButton.LeftButton)
    kept = work.session.dossier.office_profile.recipients
    assert [(one.name, one.note) for one in kept] == [(one.name, one.note) for one in own]
    assert {one.id for one in kept}.isdisjoint({one.id for one in own})


def test_an_agency_typed_in_the_table_is_put_into_the_directory_by_one_key(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    page = tasks(work)
    columns = [column.kind.value for column in page.grid.appendix().columns]
    page.grid.view.setFocus()
    page.grid.view.choose((0, columns.index("cooperation")), (0, columns.index("cooperation")))
    qtbot.keyClicks(page.grid.view, "H")
    editor = page.grid.view.editor()
    assert editor is not None
    editor.set_text("Hội Người cao tuổi phường")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.unknown.isVisible()
    assert "“Hội Người cao tuổi phường” chưa có trong danh sách" in page.unknown.text.text()
    window.menus.actions["keep_agency"].trigger()
    added = work.session.dossier.office_profile.agencies[-1]
    assert (added.name, added.side) == ("Hội Người cao tuổi phường", AgencySide.FRONT)
    assert page.unknown.isHidden()
    assert added.name in page.grid.view.delegate.agencies
    work.undo()
    assert work.session.dossier.profile is None


def test_names_in_the_table_are_normalised_in_one_undo_step(window: MainWindow, work: Workspace) -> None:
    page = tasks(work)
    before = plan_of(work)
    [appendix] = before.appendices
    rows = tuple(
        row.with_cell(page.grid.model.kind(2), RichText.of("Phòng VH-XH")) if isinstance(row, Task) else row
        for row in appendix.rows
    )
    assert page.grid.model.kind(2).value == "lead"
    work.session.edit_plan(
        work.plan_id, "sửa", lambda plan: replace(plan, appendices=(replace(appendix, rows=rows),))
    )
    window.menus.actions["normalise_agencies"].trigger()
    assert {task.lead.plain for task in plan_of(work).tasks} == {CULTURE}
    assert "ở 2 ô" in work.bottom.message.text()
    assert work.session.undo_label == "chuẩn hóa tên cơ quan"
    work.undo()
    assert {task.lead.plain for task in plan_of(work).tasks} == {"Phòng VH-XH"}
    work.redo()
    window.menus.actions["normalise_agencies"].trigger()
    assert "đã đúng" in work.bottom.message.text()


@pytest.mark.parametrize(
    ("command", "kind"),
    [("new", NewDossierDialog), ("add_plan", NewPlanDialog), ("sections", SectionsDialog)],
)
def test_f1_in_a_dialog_opens_a_help_of_its_own(
    qtbot: QtBot, window: MainWindow, work: Workspace, shown: Shown, command: str, kind: type[QDialog]
) -> None:
    window.menus.actions[command].trigger()
    dialog = shown(kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    found = shown(HelpWindow)
    assert found.parent() is dialog
    assert QApplication.activeModalWidget() is not None
    assert isinstance(found, HelpWindow)
    assert len(found.browser.toPlainText()) > 100


def test_f1_in_the_dialog_of_columns_opens_the_page_on_the_table(
    qtbot: QtBot, work: Workspace, shown: Shown
) -> None:
    tasks(work).choose_columns()
    dialog = shown(ColumnsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    found = shown(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.contents.currentItem().text() == "Bước 7. Nhiệm vụ"
