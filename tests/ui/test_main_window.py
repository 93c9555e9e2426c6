"""Tests of the window: doors, steps, undo across steps, saving, finding the place again. Driven by keys and mouse."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.session import Session
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.steps import StepState
from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.pages.general import GeneralPage
from cchc_desktop.ui.pages.section import SectionPage
from cchc_desktop.ui.recent_files import RecentFiles
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.workspace import Workspace

Shown = Callable[[type[QDialog]], QDialog]


def press(qtbot: QtBot, widget: object, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    together = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        together |= one
    qtbot.keyClick(widget, key, together)


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def now(work: Workspace) -> Step:
    """The step shown (a call, so that type checkers know it may change)."""
    return work.wizard.step


def opened_in(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def plan_of(work: Workspace) -> Plan:
    assert work.plan is not None
    return work.plan


def general(work: Workspace) -> GeneralPage:
    work.wizard.go(Step.GENERAL)
    page = work.wizard.page
    assert isinstance(page, GeneralPage)
    return page


def in_file(path: Path) -> str:
    """The title of the first plan as another program would read it from the file."""
    with DossierFile.open(path, read_only=True) as file:
        return file.dossier.plans[0].title


def test_the_start_page_has_four_doors_and_all_are_open(window: MainWindow) -> None:
    assert list(window.start.doors) == ["new", "open", "old-word", "sample"]
    assert all(door.isEnabled() for door in window.start.doors.values())
    assert "Word, văn bản, Excel hoặc dán" in window.start.doors["old-word"].accessibleDescription()


def test_the_sample_opens_from_its_door_and_is_kept_for_the_next_time(
    qtbot: QtBot, window: MainWindow, documents: Path
) -> None:
    qtbot.mouseClick(window.start.doors["sample"], Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert "Hồ sơ mẫu.cchc" in window.windowTitle()
    window.close_dossier()
    qtbot.mouseClick(window.start.doors["sample"], Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert [path.name for path in documents.iterdir() if path.suffix == ".cchc"] == ["Hồ sơ mẫu.cchc"]


def test_a_file_used_lately_opens_with_one_click(qtbot: QtBot, window: MainWindow, work: Workspace) -> None:
    window.close_dossier()
    first = window.start.list.visualItemRect(window.start.list.item(0)).center()
    qtbot.mouseClick(window.start.list.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert window.workspace is not None


def test_a_file_that_is_gone_says_so_and_can_be_forgotten(
    qtbot: QtBot, window: MainWindow, documents: Path, shown: Shown
) -> None:
    recent = RecentFiles(window.desk.settings)
    recent.add(documents / "Mất rồi.cchc")
    start: StartPage = window.start
    start.refresh()
    assert "Không thấy tệp" in start.list.item(0).text()
    window.dossiers.open_path(documents / "Mất rồi.cchc")
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Mất rồi.cchc" in box.text()
    box.close()
    start.list.setFocus()
    press(qtbot, start.list, Qt.Key.Key_Delete)
    assert recent.paths() == ()


def test_settings_that_were_tampered_with_are_no_trouble(window: MainWindow) -> None:
    window.desk.settings.setValue("ho-so-gan-day", json.dumps({"khác": 1}))
    assert RecentFiles(window.desk.settings).paths() == ()
    window.desk.settings.setValue("ho-so-gan-day", "{")
    assert RecentFiles(window.desk.settings).paths() == ()


def test_a_dossier_is_opened_by_dropping_it(window: MainWindow, work: Workspace) -> None:
    path = work.opened.path
    window.close_dossier()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.workspace is not None
    assert window.workspace.opened.path == path


def test_steps_are_walked_with_the_buttons_and_the_frame_knows_the_ends(
    qtbot: QtBot, work: Workspace
) -> None:
    assert not work.wizard.back.isEnabled()
    for step in list(Step)[1:]:
        qtbot.mouseClick(work.wizard.next, Qt.MouseButton.LeftButton)
        assert work.wizard.step is step
        assert work.steps.currentIndex().row() == step.value - 1
    assert not work.wizard.next.isEnabled()
    qtbot.mouseClick(work.wizard.back, Qt.MouseButton.LeftButton)
    assert now(work) is Step.SIGNING


def test_steps_are_chosen_in_the_list_and_by_keys(qtbot: QtBot, window: MainWindow, work: Workspace) -> None:
    where = work.steps.visualRect(work.steps.steps.index(4)).center()
    qtbot.mouseClick(work.steps.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert now(work) is Step.CONTENT
    press(qtbot, window, Qt.Key.Key_3, ALT)
    assert now(work) is Step.PURPOSE
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    assert now(work) is Step.TARGETS
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert now(work) is Step.PURPOSE
    press(qtbot, window, Qt.Key.Key_E, CTRL)
    assert now(work) is Step.EXPORT


def test_typing_reaches_the_plan_the_preview_and_the_file_by_itself(qtbot: QtBot, work: Workspace) -> None:
    page = general(work)
    page.title_field.setFocus()
    page.title_field.selectAll()
    qtbot.keyClicks(page.title_field, "Tuyen truyen")
    assert work.plan is not None
    assert work.plan.title == "Tuyen truyen"
    assert work.autosave.sentence == "Đang lưu…"
    qtbot.waitUntil(lambda: work.session.is_saved, timeout=1500)
    assert work.autosave.sentence.startswith("Đã lưu lúc ")
    assert work.top.saved.text() == work.autosave.sentence
    assert in_file(work.opened.path) == "Tuyen truyen"


def test_a_field_that_is_left_is_saved_at_once(qtbot: QtBot, work: Workspace) -> None:
    page = general(work)
    page.title_field.setFocus()
    qtbot.keyClicks(page.title_field, "A")
    assert not work.session.is_saved
    work.steps.setFocus()
    qtbot.waitUntil(lambda: work.session.is_saved, timeout=200)


def test_typing_in_one_field_is_one_undo_step_and_undo_works_from_another_step(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    page = general(work)
    title = page.title_field.toPlainText()
    page.title_field.setFocus()
    page.title_field.selectAll()
    qtbot.keyClicks(page.title_field, "Ten moi")
    press(qtbot, window, Qt.Key.Key_5, ALT)
    assert now(work) is Step.CONTENT
    editor = work.wizard.page
    assert isinstance(editor, SectionPage)
    editor.editor.setFocus()
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert now(work) is Step.GENERAL
    assert page.title_field.toPlainText() == title
    assert "Đã hoàn tác: sửa tên kế hoạch" in work.bottom.message.text()
    press(qtbot, QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert page.title_field.toPlainText() == "Ten moi"
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    press(qtbot, window, Qt.Key.Key_Y, CTRL)
    assert work.plan is not None
    assert work.plan.title == "Ten moi"


def test_undo_in_a_line_is_the_dossiers_undo_not_the_lines_own(qtbot: QtBot, work: Workspace) -> None:
    page = general(work)
    place = next(one.field for one in page._bindings if one.field.accessibleName() == "Địa danh")
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "Nui Xa")
    press(qtbot, place, Qt.Key.Key_Z, CTRL)
    assert work.plan is not None
    assert work.plan.place == "Hương Sen"
    assert work.session.undo_label is None


def test_a_deletion_says_so_and_can_be_taken_back(qtbot: QtBot, window: MainWindow, work: Workspace) -> None:
    press(qtbot, window, Qt.Key.Key_8, ALT)
    page = work.wizard.page
    assert isinstance(page, SectionPage)
    section = page.section
    assert section is not None
    next(action for action in page._menu.menu().actions() if action.text() == "Bỏ mục này").trigger()
    assert page.section is None
    assert "Bấm Ctrl+Z để lấy lại" in work.bottom.message.text()
    assert "Kế hoạch này chưa có mục" in page._absent.findChildren(QLabel)[0].text()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert page.section == section


def test_an_absent_section_is_added_with_its_button(qtbot: QtBot, work: Workspace) -> None:
    work.session.edit_plan(work.plan_id, "bỏ", lambda p: replace(p, sections=p.sections[:1]))
    work.wizard.go(Step.BUDGET)
    page = work.wizard.page
    assert isinstance(page, SectionPage)
    qtbot.mouseClick(page._absent.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert page.section is not None
    assert page.title_field.text() == "KINH PHÍ THỰC HIỆN"
    qtbot.keyClicks(QApplication.focusWidget(), "Ngan sach")
    assert work.plan is not None
    assert work.plan.sections[-1].items[0].content.plain == "Ngan sach"


def test_closing_and_opening_again_finds_the_same_place(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    path = work.opened.path
    work.wizard.go(Step.ORGANISATION)
    work.toggle_preview()
    assert window.close_dossier()
    window.dossiers.open_path(path)
    assert window.workspace is not None
    assert window.workspace.wizard.step is Step.ORGANISATION
    assert window.workspace.preview.isHidden()


def test_pages_too_small_to_be_read_give_way_and_come_back_with_the_room(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    window.resize(1366, 690)
    work.splitter.setSizes([200, 700, 460])
    window.resize(800, 690)
    qtbot.waitUntil(work.preview.isHidden)
    assert work._view_state()["preview"] == "1"
    window.resize(1366, 690)
    qtbot.waitUntil(work.preview.isVisible)
    window.resize(800, 690)
    qtbot.waitUntil(work.preview.isHidden)
    work.toggle_preview()
    window.resize(790, 690)
    qtbot.wait(50)
    assert work.preview.isVisible()


def test_the_preview_hides_and_shows_with_a_key(qtbot: QtBot, window: MainWindow, work: Workspace) -> None:
    assert work.preview.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert not work.preview.isVisible()
    press(qtbot, window, Qt.Key.Key_F9)
    assert work.preview.isVisible()


def test_a_click_on_the_paper_leads_to_the_place_in_the_editor(work: Workspace) -> None:
    assert work.plan is not None
    section = work.plan.sections_for(work.plan.sections[3].role)[0]
    work.preview.source_clicked.emit(section.items[0].id)
    page = work.wizard.page
    assert isinstance(page, SectionPage)
    assert page.section == section


def test_the_count_of_problems_opens_a_list_that_leads_to_the_place(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    work.session.edit_plan(work.plan_id, "số", lambda p: replace(p, number="", title=""))
    qtbot.waitUntil(lambda: "lỗi" in work.bottom.counts.text(), timeout=1000)
    assert work.steps.steps.state(Step.GENERAL) is StepState.ERROR
    work.wizard.go(Step.CONTENT)
    press(qtbot, window, Qt.Key.Key_F8)
    assert work.bottom.list.isVisible()
    work.bottom.list.setCurrentRow(0)
    press(qtbot, work.bottom.list, Qt.Key.Key_Return)
    assert now(work) is Step.GENERAL


class BrokenDisk:
    """A store that cannot save until it is mended."""

    def __init__(self, store: DossierFile) -> None:
        self.store = store
        self.broken = True

    def save(self, dossier: object) -> None:
        if self.broken:
            raise UserFacingError("Ổ đĩa đã đầy nên chưa lưu được.", "Hãy xóa bớt tệp.")
        self.store.save(dossier)  # type: ignore[arg-type]


@pytest.fixture
def disk(work: Workspace) -> BrokenDisk:
    store = work.session._store
    assert isinstance(store, DossierFile)
    broken = BrokenDisk(store)
    work.session._store = broken
    return broken


def test_edits_that_cannot_be_saved_stay_and_the_banner_stays_with_them(
    qtbot: QtBot, work: Workspace, disk: BrokenDisk
) -> None:
    page = general(work)
    page.title_field.setFocus()
    page.title_field.selectAll()
    qtbot.keyClicks(page.title_field, "Con day")
    qtbot.waitUntil(work.failure.isVisible, timeout=1500)
    assert work.autosave.sentence == "Chưa lưu được"
    assert "Ổ đĩa đã đầy" in work.failure.text.text()
    qtbot.keyClicks(page.title_field, "!")
    assert work.failure.isVisible()
    disk.broken = False
    retry = next(one for one in work.failure.findChildren(QPushButton) if one.text() == "Thử lại")
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert not work.failure.isVisible()
    assert in_file(work.opened.path) == "Con day!"


def test_closing_the_window_never_loses_what_cannot_be_saved(
    qtbot: QtBot, window: MainWindow, work: Workspace, disk: BrokenDisk, shown: Shown
) -> None:
    work.session.edit_plan(work.plan_id, "sửa", lambda p: replace(p, title="Con day"))
    assert not window.close()
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert {button.text() for button in box.buttons()} == {
        "Lưu bản sao vào nơi khác…",
        "Thử lại",
        "Đóng, bỏ phần chưa lưu",
        "Quay lại hồ sơ",
    }
    press(qtbot, box, Qt.Key.Key_Escape)
    assert window.workspace is work
    disk.broken = False
    assert window.close()
    assert in_file(work.opened.path) == "Con day"


def test_a_copy_saved_elsewhere_holds_what_the_file_could_not_take(
    window: MainWindow, work: Workspace, disk: BrokenDisk, documents: Path, shown: Shown
) -> None:
    work.session.edit_plan(work.plan_id, "sửa", lambda p: replace(p, title="Con day"))
    copy = documents / "Bản sao.cchc"
    window.dossiers.save_copy_to(copy)
    assert in_file(copy) == "Con day"
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Làm tiếp trên bản sao").click()
    assert window.workspace is not None
    assert window.workspace.opened.path == copy


def test_a_copy_over_the_open_dossier_is_refused(window: MainWindow, work: Workspace, shown: Shown) -> None:
    window.dossiers.save_copy_to(work.opened.path)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "chính là hồ sơ đang mở" in box.text()


def test_a_dossier_somebody_has_open_is_offered_for_reading(
    qtbot: QtBot, window: MainWindow, documents: Path, shown: Shown
) -> None:
    path = documents / "Của người khác.cchc"
    with DossierFile.create(path, sample_dossier()):
        window.dossiers.open_path(path)
        assert window.workspace is None
        box = shown(QMessageBox)
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == "Mở để xem").click()
        work = opened_in(window)
        assert work.session.is_read_only
        assert work.read_only.isVisible()
        assert "chỉ xem" in window.windowTitle()
        page = general(work)
        page.title_field.setFocus()
        qtbot.keyClicks(page.title_field, "x")
        assert work.plan is not None
        assert work.plan.title == sample_dossier().plans[0].title
        window.close_dossier()


def _changed_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE plan SET title = 'Tên do chương trình khác sửa'")


def test_a_dossier_changed_by_another_program_can_be_taken_as_it_was_read(
    qtbot: QtBot, window: MainWindow, documents: Path
) -> None:
    path = documents / "Bị sửa.cchc"
    DossierFile.create(path, sample_dossier()).close()
    _changed_by_another_program(path)
    window.dossiers.open_path(path)
    work = opened_in(window)
    assert work.session.is_read_only
    [accept] = [
        one for one in work.read_only.findChildren(QPushButton) if one.text() == "Chấp nhận nội dung này"
    ]
    assert accept.isVisible()
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    taken = opened_in(window)
    assert not taken.session.is_read_only
    assert not taken.read_only.isVisible()
    page = general(taken)
    page.title_field.setFocus()
    qtbot.keyClicks(page.title_field, "!")
    assert taken.save_now()
    assert taken.plan is not None
    assert "!" in taken.plan.title
    assert len(list(documents.glob("Bị sửa*.cchc"))) == 2


def test_a_copy_of_a_dossier_changed_by_another_program_is_whole(window: MainWindow, documents: Path) -> None:
    path, copy = documents / "Bị sửa.cchc", documents / "Bản sao.cchc"
    DossierFile.create(path, sample_dossier()).close()
    _changed_by_another_program(path)
    window.dossiers.open_path(path)
    window.dossiers.save_copy_to(copy)
    with DossierFile.open(copy) as file:
        assert not file.is_read_only
        assert file.dossier.plans[0].title == "Tên do chương trình khác sửa"


def test_something_that_is_no_dossier_is_told_in_one_sentence_and_nothing_is_closed(
    window: MainWindow, work: Workspace, documents: Path, shown: Shown
) -> None:
    other = documents / "Ảnh.cchc"
    other.write_bytes(b"khong phai ho so" * 100)
    window.dossiers.open_path(other)
    assert shown(QMessageBox).isVisible()
    assert window.workspace is work


def test_every_step_can_be_shown_read_only(window: MainWindow, work: Workspace) -> None:
    path = work.opened.path
    window.close_dossier()
    window.dossiers.open_path(path, read_only=True)
    assert window.workspace is not None
    for step in Step:
        window.workspace.wizard.go(step)
    assert window.menus.actions["export"].isEnabled()
    assert not window.menus.actions["sections"].isEnabled()


def test_every_command_has_a_key_and_no_key_has_two_commands(window: MainWindow) -> None:
    keys: list[str] = []
    for name, action in window.menus.actions.items():
        assert action.shortcuts(), name
        keys += [key.toString() for key in action.shortcuts()]
    keys += [action.shortcut().toString() for action in window.menus.step_actions.values()]
    assert len(set(keys)) == len(keys)


def test_a_page_that_cannot_be_made_leaves_one_where_one_was(
    window: MainWindow, work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.wizard.go(Step.PURPOSE)
    monkeypatch.setattr("cchc_desktop.ui.wizard._tasks", lambda _desk: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work._step_chosen(Step.TASKS)
    assert now(work) is Step.PURPOSE
    work.wizard.go(Step.TARGETS)
    assert now(work) is Step.TARGETS
    assert isinstance(work.wizard.page, SectionPage)
    assert work.wizard.page.step is Step.TARGETS


def test_a_session_without_a_store_is_read_only() -> None:
    assert Session(sample_dossier()).is_read_only


def test_removing_a_plan_leaves_a_dossier_that_says_so_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    window.menus.actions["remove_plan"].trigger()
    if work.plan is None:
        assert work.top.chooser.text() == "Chưa có kế hoạch"
        assert not window.menus.actions["export"].isEnabled()
    window.menus.actions["undo"].trigger()
    assert work.plan is not None
