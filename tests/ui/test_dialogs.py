"""Every dialog is opened once and answered: new dossier, new plan, sections, columns, files, help, about, errors."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import IssueForm, Plan, SectionRole
from cchc_desktop.domain.profile import default_profile
from cchc_desktop.domain.task import TaskColumn
from cchc_desktop.fault_report import log_path
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.columns_dialog import ColumnsDialog
from cchc_desktop.ui.commands import COMMANDS, step_key
from cchc_desktop.ui.commune_picker import CommunePicker, OfficeModel
from cchc_desktop.ui.help_window import PAGES, HelpWindow
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog, sensible_year
from cchc_desktop.ui.new_plan_dialog import NewPlanDialog
from cchc_desktop.ui.outline_dialog import OutlineDialog
from cchc_desktop.ui.pages.general import GeneralPage
from cchc_desktop.ui.pages.tasks import TasksPage
from cchc_desktop.ui.preview_window import PreviewWindow
from cchc_desktop.ui.sections_dialog import SectionsDialog
from cchc_desktop.ui.workspace import Workspace

Shown = Callable[[type[QDialog]], QDialog]
HELP = Path(__file__).resolve().parent.parent.parent / "resources" / "help"


def plan_of(work: Workspace) -> Plan:
    assert work.plan is not None
    return work.plan


@pytest.fixture
def asked(qtbot: QtBot, window: MainWindow, shown: Shown) -> NewDossierDialog:
    qtbot.mouseClick(window.start.doors["new"], Qt.MouseButton.LeftButton)
    dialog = shown(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    return dialog


def test_a_new_dossier_takes_a_name_without_marks_and_one_key(
    qtbot: QtBot, window: MainWindow, asked: NewDossierDialog, documents: Path
) -> None:
    qtbot.keyClicks(asked.picker.query, "vung ang")
    assert asked.picker.office is not None
    assert asked.picker.office.full_name == "phường Vũng Áng"
    qtbot.keyClick(asked.picker.query, Qt.Key.Key_Return)
    work = window.workspace
    assert work is not None
    assert work.opened.path == documents / "Hồ sơ CCHC phường Vũng Áng.cchc"
    assert work.plan is not None
    assert work.plan.sections
    assert work.plan.letterhead.body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")


def test_arrows_in_the_field_move_in_the_list(qtbot: QtBot, asked: NewDossierDialog) -> None:
    qtbot.keyClicks(asked.picker.query, "tan")
    qtbot.keyClick(asked.picker.query, Qt.Key.Key_Down)
    first = asked.picker.office
    assert first == asked.picker.list.model().offices[0]  # type: ignore[attr-defined]
    qtbot.keyClick(asked.picker.query, Qt.Key.Key_Down)
    assert asked.picker.office not in (None, first)
    qtbot.keyClick(asked.picker.query, Qt.Key.Key_Up)
    assert asked.picker.office == first
    assert asked.picker.query.text() == "tan"


def test_of_several_communes_of_a_name_none_is_chosen_for_the_person(
    qtbot: QtBot, window: MainWindow, asked: NewDossierDialog
) -> None:
    picker = asked.picker
    qtbot.keyClicks(picker.query, "binh son")
    assert picker.list.model().rowCount() > 1
    assert picker.how.text().startswith("Tìm thấy ")
    assert not asked.create_button.isEnabled()
    qtbot.keyClick(picker.query, Qt.Key.Key_Return)
    assert window.workspace is None
    picker.list.setFocus()  # the list has a current row now, but nothing was chosen
    picker.query.setFocus()
    assert not asked.create_button.isEnabled()
    qtbot.keyClick(picker.query, Qt.Key.Key_Down)
    assert picker.office is not None
    assert picker.office.name == "Bình Sơn"
    assert asked.create_button.isEnabled()
    assert not picker.how.isVisible()
    picker.query.setText("binh son quang ngai")
    assert picker.office is not None
    assert picker.office.province.name == "Quảng Ngãi"


def test_a_province_alone_lists_all_its_communes(asked: NewDossierDialog) -> None:
    picker = asked.picker
    picker.provinces.setCurrentIndex(picker.provinces.findText("Tỉnh Hà Tĩnh"))
    assert picker.list.model().rowCount() == 69
    assert not asked.create_button.isEnabled()


def test_the_commune_model_keeps_the_rules_of_models(
    asked: NewDossierDialog, qtmodeltester: ModelTester
) -> None:
    asked.picker.query.setText("xuan")
    model = asked.picker.list.model()
    assert isinstance(model, OfficeModel)
    assert model.rowCount() > 5
    qtmodeltester.check(model)


def test_an_old_dossier_is_never_overwritten(
    qtbot: QtBot, window: MainWindow, asked: NewDossierDialog, documents: Path
) -> None:
    old = documents / "Hồ sơ CCHC phường Vũng Áng.cchc"
    old.write_text("của người khác", encoding="utf-8")
    asked.picker.query.setText("vung ang")
    assert asked.path.name == "Hồ sơ CCHC phường Vũng Áng (2).cchc"
    assert "đã có hồ sơ “Hồ sơ CCHC phường Vũng Áng”" in asked._there.text()
    assert asked._there.isVisible()
    asked.name.setFocus()
    asked.name.selectAll()
    qtbot.keyClicks(asked.name, "Ho so")
    (documents / "Ho so.cchc").write_text("cũng vậy", encoding="utf-8")
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert "Đã có tệp" in asked._why_not.text()
    assert window.workspace is None


def test_letters_windows_forbids_are_left_out_of_the_name(asked: NewDossierDialog) -> None:
    asked.picker.query.setText("vung ang")
    asked.name.setText('A/B: "C"?')
    assert asked.path.name == "A B C.cchc"


def test_there_is_no_plan_to_copy_and_suggested_contents_are_proposed(asked: NewDossierDialog) -> None:
    assert not asked.origin.copied.isEnabled()
    assert asked.origin.suggested.isChecked()


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 2, 1), 2026), (date(2026, 9, 30), 2026), (date(2026, 10, 1), 2027)]
)
def test_the_year_proposed_is_next_year_from_october(today: date, year: int) -> None:
    assert sensible_year(today) == year


def test_a_plan_for_the_next_year_is_copied_from_this_one(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    window.menus.actions["add_plan"].trigger()
    dialog = shown(NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)
    assert dialog.year.value() == 2027
    assert dialog.origin.copied.isChecked()
    dialog.accept()
    assert work.plan is not None
    assert work.plan.period.first_year == 2027
    assert "năm 2027" in work.plan.closing[0].content.plain
    assert re.search(r"đã đổi năm ở \d\d chỗ", work.bottom.message.text())
    assert work.top.chooser.text() == "Kế hoạch năm 2027"
    window.menus.actions["undo"].trigger()
    assert [plan.period.first_year for plan in work.session.dossier.plans] == [2026]


def test_a_new_dossier_of_another_commune_starts_from_suggestions_for_that_commune(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    window.menus.actions["new"].trigger()
    dialog = shown(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    dialog.picker.query.setText("vung ang")
    assert dialog.origin.suggested.isChecked()
    assert not dialog.origin.copied.isEnabled()
    made = dialog.dossier()
    assert made.office.full_name == "phường Vũng Áng"
    assert made.plans[0].letterhead.body[-1] == "PHƯỜNG VŨNG ÁNG"
    assert "Hương Sen" not in repr(made)


def test_a_plan_is_copied_into_a_new_dossier_only_for_its_own_commune(
    window: MainWindow, work: Workspace, shown: Shown, tmp_path: Path
) -> None:
    ours = work.session.dossier
    office = window.dossiers.communes.find("Hà Tĩnh", "Phường Vũng Áng")
    profile = replace(default_profile(office), place="Vũng Áng mới")
    work.session.edit("thử", lambda now: replace(now, office=office, profile=profile))
    window.menus.actions["new"].trigger()
    dialog = shown(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    dialog.picker.query.setText("vung ang")
    assert dialog.office == office
    assert dialog.origin.suggested.isChecked()
    dialog.origin.copied.setChecked(True)
    dialog.year.setValue(2030)
    made = dialog.dossier()
    assert made.id != ours.id
    assert made.profile == profile
    assert made.plans[0].period.first_year == 2030
    dialog.picker.query.setText("phuong hoan kiem")
    assert dialog.origin.suggested.isChecked()
    assert dialog.dossier().plans[0].letterhead.body[-1] == "PHƯỜNG HOÀN KIẾM"


def test_plans_are_chosen_at_the_top(work: Workspace, window: MainWindow, shown: Shown) -> None:
    window.menus.actions["add_plan"].trigger()
    shown(NewPlanDialog).accept()
    first = work.top.chooser.menu().actions()[0]
    first.trigger()
    assert work.plan is not None
    assert work.plan.period.first_year == 2026


def test_sections_are_renamed_moved_added_and_removed(
    qtbot: QtBot, window: MainWindow, work: Workspace, shown: Shown
) -> None:
    before = work.plan
    assert before is not None
    window.menus.actions["sections"].trigger()
    dialog = shown(SectionsDialog)
    assert isinstance(dialog, SectionsDialog)
    qtbot.mouseClick(dialog.buttons["down"], Qt.MouseButton.LeftButton)
    assert dialog.list.currentRow() == 1
    dialog.title_field.setFocus()
    dialog.title_field.selectAll()
    qtbot.keyClicks(dialog.title_field, "muc moi")
    assert plan_of(work).sections[1].title == "MUC MOI"
    dialog.roles.setCurrentIndex(dialog.roles.findData(SectionRole.OTHER))
    dialog.roles.activated.emit(dialog.roles.currentIndex())
    assert plan_of(work).sections[1].role is SectionRole.OTHER
    qtbot.mouseClick(dialog.buttons["add"], Qt.MouseButton.LeftButton)
    assert len(plan_of(work).sections) == len(before.sections) + 1
    qtbot.mouseClick(dialog.buttons["remove"], Qt.MouseButton.LeftButton)
    dialog.close()
    while work.session.undo_label:
        work.undo()
    assert work.plan == before


def test_columns_are_chosen_and_named(work: Workspace, shown: Shown) -> None:
    work.wizard.go(Step.TASKS)
    page = work.wizard.page
    assert isinstance(page, TasksPage)
    page.choose_columns()
    dialog = shown(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    dialog._variants.setCurrentIndex(dialog._variants.findData("G"))
    dialog._variants.activated.emit(dialog._variants.currentIndex())
    dialog._checks[TaskColumn.NOTE].click()
    dialog._headings[TaskColumn.BUDGET].typed.emit("Tiền")
    dialog.accept()
    assert work.plan is not None
    shown_columns = {column.kind: column.heading for column in work.plan.appendices[0].columns}
    assert TaskColumn.NOTE not in shown_columns
    assert shown_columns[TaskColumn.BUDGET] == "Tiền"


def test_appendices_are_added_and_removed_with_their_tabs(work: Workspace, window: MainWindow) -> None:
    window.menus.actions["add_appendix"].trigger()
    page = work.wizard.page
    assert isinstance(page, TasksPage)
    assert page.tabs.count() == 2
    assert page.appendix is not None
    assert not page.appendix.rows
    next(one for one in page._menu.menu().actions() if one.text() == "Bỏ phụ lục này").trigger()
    assert page.tabs.count() == 1
    assert "Bấm Ctrl+Z" in work.bottom.message.text()


def test_the_form_of_issue_is_chosen_and_articles_are_written(
    qtbot: QtBot, work: Workspace, shown: Shown
) -> None:
    work.wizard.go(Step.GENERAL)
    page = work.wizard.page
    assert isinstance(page, GeneralPage)
    before = plan_of(work)
    page._forms.button(1).click()
    assert work.plan is not None
    assert work.plan.form is IssueForm.DECISION_DIRECT
    assert work.plan.opening.proposal.startswith("Theo đề nghị của Trưởng")
    assert (work.plan.opening.paragraphs, work.plan.closing) == ((), ())
    page._forms.button(0).click()
    assert plan_of(work) == before
    page._forms.button(1).click()
    articles = page._decision.articles
    last = articles.field(2)
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return)
    qtbot.keyClicks(articles.field(3), "Dieu them")
    assert work.plan.decision is not None
    assert work.plan.decision.articles[3].text.plain == "Dieu them"
    qtbot.keyClick(articles.field(3), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert work.plan.decision.articles[2].text.plain == "Dieu them"
    page._decision._below.click()
    dialog = shown(OutlineDialog)
    assert isinstance(dialog, OutlineDialog)
    dialog._editor.setFocus()
    qtbot.keyClicks(dialog._editor.text, "y moi")
    dialog.accept()
    below = [one for article in work.plan.decision.articles for one in article.items]
    assert [one.content.plain for one in below] == ["y moi"]


def test_file_dialogs_speak_vietnamese(window: MainWindow, work: Workspace, shown: Shown) -> None:
    window.menus.actions["open"].trigger()
    dialog = shown(QFileDialog)
    texts = {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
    assert {"Mở", "Hủy"} <= texts
    dialog.close()
    window.menus.actions["save_copy"].trigger()
    dialog = shown(QFileDialog)
    assert "Lưu" in {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
    dialog.close()


def test_help_opens_at_the_step_and_every_page_is_there(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    work.wizard.go(Step.BASES)
    window.menus.actions["help"].trigger()
    dialog = shown(HelpWindow)
    assert isinstance(dialog, HelpWindow)
    assert dialog.contents.currentItem().text() == "Bước 2. Căn cứ"
    assert "Mỗi căn cứ một dòng" in dialog.browser.toPlainText()
    for row, (name, _title) in enumerate(PAGES):
        assert (HELP / f"{name}.html").is_file(), name
        dialog.contents.setCurrentRow(row)
        assert len(dialog.browser.toPlainText()) > 100, name
    assert {f"{name}.html" for name, _title in PAGES} == {path.name for path in HELP.glob("*.html")}


def test_a_link_in_the_help_moves_the_contents_along(window: MainWindow, shown: Shown) -> None:
    window.show_help("bat-dau")
    dialog = shown(HelpWindow)
    assert isinstance(dialog, HelpWindow)
    dialog.browser.setSource(QUrl("buoc-7.html"))
    assert dialog.contents.currentItem().text() == "Bước 7. Nhiệm vụ"


def test_the_help_names_every_command_with_its_key() -> None:
    page = (HELP / "phim-tat.html").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert command.text.replace("&", "").rstrip("…") in page, command.text
        assert f"<b>{command.key}</b>" in page, command.key
    assert step_key(1) in page


def test_the_large_preview_leads_back_to_the_editor(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    window.menus.actions["enlarge"].trigger()
    dialog = shown(PreviewWindow)
    assert isinstance(dialog, PreviewWindow)
    assert work.plan is not None
    dialog.preview.source_clicked.emit(f"{work.plan.id}:sign")
    assert not dialog.isVisible()
    assert work.wizard.step is Step.SIGNING


def test_about_tells_the_version(window: MainWindow, shown: Shown) -> None:
    window.menus.actions["about"].trigger()
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "CCHC Desktop" in box.text()


def test_an_unexpected_error_saves_first_and_offers_a_report(
    window: MainWindow, work: Workspace, shown: Shown, capfd: pytest.CaptureFixture[str]
) -> None:
    work.session.edit_plan(work.plan_id, "sửa", lambda p: replace(p, title="Trước khi hỏng"))
    try:
        raise ZeroDivisionError("hỏng")
    except ZeroDivisionError as error:
        window.desk.trouble.caught(type(error), error, error.__traceback__)
    assert work.session.is_saved
    with DossierFile.open(work.opened.path, read_only=True) as file:
        assert file.dossier.plans[0].title == "Trước khi hỏng"
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.windowTitle() == "Có lỗi ngoài dự kiến"
    next(button for button in box.buttons() if button.text() == "Sao chép báo cáo").click()
    copied = QApplication.clipboard().text()
    assert "ui/test_dialogs.py:" in copied
    assert "ZeroDivisionError" in copied
    assert "hỏng" not in copied
    assert box.isVisible()
    assert copied in log_path().read_text(encoding="utf-8")
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_an_interrupt_from_the_keyboard_is_no_error(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_rest: passed.append(kind))
    window.desk.trouble.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]


def test_the_picker_finds_nothing_before_anything_is_asked(asked: NewDossierDialog) -> None:
    picker: CommunePicker = asked.picker
    assert picker.office is None
    assert picker.list.model().rowCount() == 0


def test_a_message_told_by_a_button_of_a_message_outlives_it(
    qtbot: QtBot, window: MainWindow, shown: Shown
) -> None:
    first = window.desk.trouble.say("Câu hỏi")
    button = first.addButton("Thử lại", QMessageBox.ButtonRole.ActionRole)
    button.clicked.connect(lambda: window.desk.trouble.say("Vẫn chưa được."))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(20)
    second = shown(QMessageBox)
    assert isinstance(second, QMessageBox)
    assert second.text() == "Vẫn chưa được."
    second.close()


def test_the_words_of_a_long_message_are_all_seen(qtbot: QtBot, window: MainWindow) -> None:
    box = window.desk.trouble.say(
        "Có lỗi ngoài dự kiến trong chương trình. Hồ sơ đã được lưu trước khi hiện thông báo này.",
        "Làm tiếp.",
    )
    [label] = [one for one in box.findChildren(QLabel) if one.objectName() == "qt_msgbox_label"]
    assert label.minimumWidth() == 0  # a least width would hide from the box how wide its words are
    assert label.wordWrap() or label.width() >= label.sizeHint().width()
    box.close()
