"""The catalogue of legal bases in its window: found, put into the plan, the office's own, files of updates, keys and mouse."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_state import state_on
from cchc_desktop.authoring.list_edits import with_bases
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.citation import basis_order
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.basis_form import BasisForm
from cchc_desktop.ui.basis_model import DOCUMENT, BasisModel
from cchc_desktop.ui.basis_picker import BasisPicker
from cchc_desktop.ui.basis_update_dialog import BasisUpdateDialog
from cchc_desktop.ui.help_window import HelpWindow
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.pages.bases import BasesPage
from cchc_desktop.ui.workspace import Workspace

Shown = Callable[[type[QDialog]], QDialog]
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
OWN = (
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh Hà Tĩnh về tuyên truyền năm 2026;"
)


def lines(work: Workspace) -> list[str]:
    assert work.plan is not None
    return [basis.text.plain for basis in work.plan.opening.bases]


def draft_with(plan: Plan, *written: str) -> Plan:
    """The plan as a draft without date, with these bases."""
    bases = tuple(LegalBasis(RichText.of(line)) for line in written)
    return with_bases(replace(plan, number="", date=PartialDate(None, None, 2026)), bases)


@pytest.fixture
def draft(work: Workspace) -> Workspace:
    work.session.edit_plan(work.plan_id, "thử", lambda plan: draft_with(plan, LAW))
    return work


@pytest.fixture
def picker(qtbot: QtBot, window: MainWindow, draft: Workspace, shown: Shown) -> BasisPicker:
    draft.wizard.go(Step.BASES)
    page = draft.wizard.page
    assert isinstance(page, BasesPage)
    [button] = [one for one in page.findChildren(QPushButton) if one.text() == "Chọn từ danh mục…"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    found = shown(BasisPicker)
    assert isinstance(found, BasisPicker)
    return found


def codes(picker: BasisPicker) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data(DOCUMENT).citation.code for row in range(model.rowCount())]


def test_documents_are_listed_in_the_usual_order_without_those_that_ended(picker: BasisPicker) -> None:
    model = picker.list.model()
    found = [model.index(row, 0).data(DOCUMENT) for row in range(model.rowCount())]
    places = [basis_order(one.basis) for one in found]
    assert places == sorted(places)
    assert "72/2025/QH15" in codes(picker)
    assert "61/2018/NĐ-CP" not in codes(picker)
    picker.only_valid.setChecked(False)
    assert "61/2018/NĐ-CP" in codes(picker)


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    catalogue = basis_catalogue()
    model = BasisModel()
    states = {one.id: state_on(one, date(2026, 11, 21), catalogue) for one in catalogue.documents}
    model.show_documents(catalogue.documents, states, frozenset({"72-2025-qh15"}))
    qtmodeltester.check(model)
    said = model.index(model.row_of("72-2025-qh15")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Còn hiệu lực. Có trong kế hoạch." in said


def test_a_few_letters_without_marks_and_enter_put_a_document_into_the_plan(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace
) -> None:
    qtbot.keyClicks(picker.query, "van thu")
    qtbot.keyClick(picker.query, Qt.Key.Key_Return)
    assert lines(draft) == [
        LAW,
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    ]
    assert picker.isVisible()
    assert picker.query.selectedText() == "van thu"
    qtbot.keyClicks(picker.query, "23/ct-ttg")
    qtbot.keyClick(picker.query, Qt.Key.Key_Return)
    assert len(lines(draft)) == 3
    qtbot.keyClick(picker.query, Qt.Key.Key_Return)
    assert len(lines(draft)) == 3
    assert "đã có trong kế hoạch" in picker.said.text()


def test_a_double_click_puts_in_too_and_undo_works_in_the_window(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace
) -> None:
    qtbot.keyClicks(picker.query, "thong tin co so")
    at: QPoint = picker.list.visualRect(picker.list.model().index(0, 0)).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(lines(draft)) == 2
    qtbot.keyClick(picker.query, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(draft) == [LAW]
    assert "Đã hoàn tác" in picker.said.text()
    qtbot.keyClick(picker.query, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(lines(draft)) == 2


def test_arrows_in_the_field_move_in_the_list(qtbot: QtBot, picker: BasisPicker) -> None:
    first = picker.document
    qtbot.keyClick(picker.query, Qt.Key.Key_Down)
    assert picker.document != first
    qtbot.keyClick(picker.query, Qt.Key.Key_PageDown)
    qtbot.keyClick(picker.query, Qt.Key.Key_PageUp)
    qtbot.keyClick(picker.query, Qt.Key.Key_Up)
    assert picker.document == first


def test_of_a_document_that_ended_its_successor_is_put_in(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace
) -> None:
    qtbot.keyClicks(picker.query, "61/2018")
    picker.show_document("61-2018-nd-cp")
    assert picker.take_button.text() == "Đưa văn bản thay thế vào kế hoạch"
    assert "Hết hiệu lực từ 01/7/2025; thay bằng Nghị định số 118/2025/NĐ-CP" in picker.details.toPlainText()
    qtbot.mouseClick(picker.take_button, Qt.MouseButton.LeftButton)
    assert "118/2025/NĐ-CP" in lines(draft)[1]
    assert "đã hết hiệu lực" in picker.said.text()
    qtbot.mouseClick(picker.other_button, Qt.MouseButton.LeftButton)
    assert "61/2018/NĐ-CP" in lines(draft)[1]


def test_a_link_in_the_details_leads_to_the_successor(picker: BasisPicker) -> None:
    picker.query.setText("42/2022")
    picker.show_document("42-2022-nd-cp")
    assert 'href="van-ban:224-2026-nd-cp"' in picker.details.toHtml()
    picker.details.anchorClicked.emit(QUrl("van-ban:224-2026-nd-cp"))
    assert picker.document is not None
    assert picker.document.id == "224-2026-nd-cp"


def test_what_is_in_the_plan_can_be_taken_out_again(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace
) -> None:
    picker.show_document("72-2025-qh15")
    assert not picker.take_button.isEnabled()
    assert picker.other_button.text() == "Lấy ra khỏi kế hoạch"
    qtbot.mouseClick(picker.other_button, Qt.MouseButton.LeftButton)
    assert lines(draft) == []
    assert picker.take_button.isEnabled()


def test_the_short_form_is_copied_once_the_plan_cites_the_document(picker: BasisPicker) -> None:
    picker.show_document("118-2025-nd-cp")
    picker.copy_button.click()
    assert (
        QApplication.clipboard().text().startswith("Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của")
    )
    picker.take()
    picker.copy_button.click()
    assert QApplication.clipboard().text() == "Nghị định số 118/2025/NĐ-CP"


def test_a_pasted_citation_becomes_the_offices_own_document_and_goes_into_the_plan(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace, shown: Shown
) -> None:
    qtbot.mouseClick(picker.add_button, Qt.MouseButton.LeftButton)
    form = shown(BasisForm)
    assert isinstance(form, BasisForm)
    assert not form.ok.isEnabled()
    form.pasted.setPlainText(OWN)
    assert (form.number.text(), form.symbol.text(), form.day.text()) == ("12", "KH-UBND", "20/01/2026")
    assert form.issuer.text() == "Ủy ban nhân dân tỉnh Hà Tĩnh"
    assert form.preview.text() == (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hà Tĩnh "
        "về tuyên truyền năm 2026;"
    )
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    [own] = draft.session.dossier.bases
    assert own.origin is Origin.OWN
    assert lines(draft) == [LAW, own.basis]
    assert picker.document == own
    draft.session.undo()
    assert draft.session.dossier.bases == ()
    assert lines(draft) == [LAW]


def test_faulty_fields_are_told_and_keep_the_document_out(
    qtbot: QtBot, picker: BasisPicker, shown: Shown
) -> None:
    picker.own.add()
    form = shown(BasisForm)
    assert isinstance(form, BasisForm)
    qtbot.keyClicks(form.number, "12/a")
    qtbot.keyClicks(form.day, "31/02/2026")
    assert "Số gồm các chữ số" in form.hint.text()
    assert "Ngày ban hành viết như 05/02/2026" in form.hint.text()
    assert not form.ok.isEnabled()
    form.accept()
    assert form.isVisible()
    form.pasted.setPlainText("Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư")
    form.day.clear()
    assert "Danh mục đã có Nghị định số 30/2020/NĐ-CP" in form.hint.text()
    assert form.ok.isEnabled()


def test_an_own_document_is_changed_and_removed_and_both_can_be_undone(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace, shown: Shown
) -> None:
    picker.show_document("72-2025-qh15")
    assert not picker.edit_button.isEnabled()
    picker.own.add()
    form = shown(BasisForm)
    assert isinstance(form, BasisForm)
    form.pasted.setPlainText(OWN)
    form.into_plan.setChecked(False)
    form.accept()
    assert lines(draft) == [LAW]
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in picker.findChildren(BasisForm)))
    picker.own.edit()
    form = shown(BasisForm)
    assert isinstance(form, BasisForm)
    form.ended.setText("01/6/2026")
    form.accept()
    assert draft.session.dossier.bases[0].ended_on == date(2026, 6, 1)
    qtbot.mouseClick(picker.remove_button, Qt.MouseButton.LeftButton)
    assert draft.session.dossier.bases == ()
    assert "Ctrl+Z" in picker.said.text()
    qtbot.keyClick(picker.query, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(draft.session.dossier.bases) == 1


def update_file(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "cập nhật.json"
    whole = {"format": "cchc-legal-bases", "version": 1, "published": "2027-01-05", "entries": list(entries)}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return path


NEW = {
    "id": "15-qd-bnv-2026",
    "kind": "Quyết định",
    "number": "15",
    "symbol": "QĐ-BNV",
    "date": "2026-12-20",
    "issuer": "Bộ Nội vụ",
    "title": "ban hành Kế hoạch thông tin, tuyên truyền cải cách hành chính năm 2027",
}
ENDING = {
    "id": "30-2020-nd-cp",
    "kind": "Nghị định",
    "number": "30",
    "symbol": "2020/NĐ-CP",
    "date": "2020-03-05",
    "issuer": "Chính phủ",
    "title": "về công tác văn thư",
    "ended_on": "2027-01-01",
}


def test_a_file_of_updates_is_shown_before_it_is_taken_in_as_one_undo_step(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace, shown: Shown, tmp_path: Path
) -> None:
    older = ENDING | {"id": "72-2025-qh15", "kind": "Luật", "number": "72", "symbol": "2025/QH15"}
    path = update_file(tmp_path, NEW, ENDING, older | {"checked_on": "2025-01-01", "date": "2025-06-16"})
    picker.own.look_at_update(path)
    dialog = shown(BasisUpdateDialog)
    assert isinstance(dialog, BasisUpdateDialog)
    shown_rows = [dialog.list.item(row).text()[:40] for row in range(dialog.list.count())]
    assert shown_rows == [
        "Thêm: Quyết định số 15/QĐ-BNV – ban hành",
        "Sửa: Nghị định số 30/2020/NĐ-CP – về côn",
        "Giữ nguyên: Luật về công tác văn thư (72",
    ]
    assert draft.session.dossier.bases == ()
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    taken: tuple[LegalDocument, ...] = draft.session.dossier.bases
    assert {one.id for one in taken} == {"15-qd-bnv-2026", "30-2020-nd-cp"}
    assert picker.catalogue.search("15/QĐ-BNV")
    draft.session.undo()
    assert draft.session.dossier.bases == ()


def test_a_hostile_file_of_updates_is_refused_in_words_and_changes_nothing(
    picker: BasisPicker, draft: Workspace, tmp_path: Path
) -> None:
    before = draft.session.dossier
    picker.own.look_at_update(update_file(tmp_path, NEW | {"title": ""}))
    [box] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    assert "mục thứ 1" in box.text()
    assert "title" in box.text()
    box.close()
    assert draft.session.dossier is before


def test_own_documents_are_handed_on_as_a_file_that_another_office_takes_in(
    picker: BasisPicker, draft: Workspace, shown: Shown, tmp_path: Path
) -> None:
    path = tmp_path / "của cơ quan.json"
    picker.own.export(path)
    [box] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    assert "chưa có gì để xuất" in box.text()
    box.close()
    picker.own.add()
    form = shown(BasisForm)
    assert isinstance(form, BasisForm)
    form.pasted.setPlainText(OWN)
    form.accept()
    picker.own.export(path)
    assert "Đã xuất 1 văn bản" in picker.said.text()
    draft.session.undo()
    picker.own.look_at_update(path)
    dialog = shown(BasisUpdateDialog)
    assert isinstance(dialog, BasisUpdateDialog)
    dialog.accept()
    [one] = draft.session.dossier.bases
    assert one.origin is Origin.UPDATE
    assert one.citation.code == "12/KH-UBND"


def test_f1_opens_the_help_on_the_catalogue(qtbot: QtBot, picker: BasisPicker) -> None:
    qtbot.keyClick(picker.query, Qt.Key.Key_F1)
    [help_window] = [one for one in picker.findChildren(HelpWindow) if one.isVisible()]
    assert help_window.browser.source().fileName() == "can-cu.html"
    help_window.close()


def test_every_part_of_the_window_has_a_name_and_is_reached_by_tab(qtbot: QtBot, picker: BasisPicker) -> None:
    reached = set()
    for _ in range(20):
        focused = picker.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {
        picker.query,
        picker.only_valid,
        picker.list,
        picker.details,
        picker.take_button,
        picker.add_button,
    }
    assert wanted <= reached
    assert all(one.accessibleName() for one in (picker.query, picker.list, picker.details))


def test_escape_closes_and_the_session_is_let_go(qtbot: QtBot, picker: BasisPicker, draft: Workspace) -> None:
    qtbot.keyClick(picker.query, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    draft.session.edit_plan(draft.plan_id, "thử", draft_with)
    assert lines(draft) == []


def test_a_dossier_open_for_reading_shows_the_catalogue_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, draft: Workspace, shown: Shown, tmp_path: Path
) -> None:
    path = tmp_path / "chỉ xem.cchc"
    DossierFile.create(path, draft.session.dossier).close()
    window.close_dossier()
    window.dossiers.open_path(path, read_only=True)
    work = window.workspace
    assert work is not None
    assert work.session.is_read_only
    window.menus.actions["bases"].trigger()
    picker = shown(BasisPicker)
    assert isinstance(picker, BasisPicker)
    picker.show_document("30-2020-nd-cp")
    assert not picker.take_button.isEnabled()
    picker.take()
    assert lines(work) == [LAW]


def test_a_broken_file_chosen_in_the_dialog_is_refused_in_a_message_that_stays(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace, shown: Shown, tmp_path: Path
) -> None:
    picker.say("Đã nhập tệp cập nhật: thêm 2, sửa 0 văn bản.")
    path = update_file(tmp_path, NEW | {"date": "2026-13-12"})
    qtbot.mouseClick(picker.import_button, Qt.MouseButton.LeftButton)
    assert picker.said.text() == ""
    dialog = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "mục thứ 1" in box.text()
    assert "“date”" in box.text()
    assert "2026-13-12" in box.text()
    assert box.parentWidget() is picker
    box.close()
    assert draft.session.dossier.bases == ()


def test_what_was_said_goes_when_another_document_is_chosen(
    qtbot: QtBot, picker: BasisPicker, draft: Workspace
) -> None:
    qtbot.keyClicks(picker.query, "van thu")
    qtbot.mouseClick(picker.take_button, Qt.MouseButton.LeftButton)
    assert "Đã đưa" in picker.said.text()
    qtbot.keyClick(picker.query, Qt.Key.Key_Down)
    assert picker.said.text() == ""
