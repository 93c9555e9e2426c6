"""The office profile by keys and mouse: every edit is one of the open dossier, undone and saved with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QDialog, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency_directory import AgencySide, Function, default_agencies
from cchc_desktop.domain.plan import Capacity
from cchc_desktop.domain.profile import OfficeProfile, default_profile
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.help_window import HelpWindow
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.profile.agency_delegate import ChoiceEditor
from cchc_desktop.ui.profile.agency_model import AgencyColumn, AgencyModel
from cchc_desktop.ui.profile.commune_dialog import CommuneDialog
from cchc_desktop.ui.profile.rename_window import RenameWindow
from cchc_desktop.ui.profile_window import ProfileWindow
from cchc_desktop.ui.workspace import Workspace
from tests.ui.profile_desk import CULTURE, VUNG_ANG, small_dossier

Shown = Callable[[type[QDialog]], QDialog]
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def work(window: MainWindow, documents: Path) -> Workspace:
    """A small dossier, open in the window."""
    window.dossiers.create(documents / "Hồ sơ thử.cchc", small_dossier())
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def profile(qtbot: QtBot, window: MainWindow, work: Workspace, shown: Shown) -> ProfileWindow:
    """The profile, opened from the menu."""
    window.menus.actions["profile"].trigger()
    found = shown(ProfileWindow)
    assert isinstance(found, ProfileWindow)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def now(work: Workspace) -> OfficeProfile:
    return work.session.dossier.office_profile


def names(work: Workspace) -> list[str]:
    return [agency.name for agency in now(work).agencies]


def agencies(profile: ProfileWindow) -> QWidget:
    profile.show_page(profile.agencies)
    profile.agencies.view.setFocus()
    return profile.agencies.view


def field(profile: ProfileWindow, name: str) -> QLineEdit:
    [found] = [one for one in profile.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# --- the issuing body


def test_a_name_typed_is_in_the_dossier_at_once_and_the_picture_follows(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    superior = field(profile, "Cơ quan cấp trên")
    superior.setFocus()
    qtbot.keyClicks(superior, "ubnd tinh")
    assert now(work).letterhead.superior == "UBND TINH"
    assert work.session.undo_label == "sửa tên cơ quan cấp trên"
    qtbot.waitUntil(lambda: "UBND TINH" in profile.office.head.lines)


def test_typing_in_one_field_is_one_undo_step_and_the_window_undoes_it(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    place = field(profile, "Địa danh")
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "Ky Anh")
    assert now(work).place == "Ky Anh"
    qtbot.keyClick(place, Qt.Key.Key_Z, _CTRL)
    assert now(work) == default_profile(VUNG_ANG)
    assert place.text() == "Vũng Áng"
    qtbot.keyClick(place, Qt.Key.Key_Y, _CTRL)
    assert now(work).place == "Ky Anh"


def test_the_main_window_undoes_what_was_changed_in_the_profile(
    window: MainWindow, work: Workspace, profile: ProfileWindow
) -> None:
    field(profile, "Địa danh").setText("Nơi khác")
    field(profile, "Địa danh").textEdited.emit("Nơi khác")
    profile.close()
    window.menus.actions["undo"].trigger()
    assert now(work).place == "Vũng Áng"
    assert "địa danh" in work.bottom.message.text()


def test_the_word_for_settlements_is_chosen_or_typed_and_never_completed_while_typing(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    combo = profile.office.settlement
    combo.setFocus()
    combo.line.selectAll()
    completer = combo.completer()
    assert completer is not None
    assert completer.completionMode() is QCompleter.CompletionMode.PopupCompletion
    completer.setModel(None)  # type: ignore[arg-type]  # the offscreen platform cannot show its list
    qtbot.keyClicks(combo, "kh")
    assert combo.currentText() == "kh"
    assert now(work).settlement == "kh"
    combo.setCurrentIndex(combo.findText("buôn"))
    combo.activated.emit(combo.currentIndex())
    assert now(work).settlement == "buôn"


def test_a_commune_chosen_wrongly_is_chosen_again_and_what_was_written_stays(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow, shown: Shown
) -> None:
    archive = field(profile, "Lưu:")
    archive.setFocus()
    archive.selectAll()
    qtbot.keyClicks(archive, "VT, PVH")
    qtbot.mouseClick(profile.office._choose, Qt.MouseButton.LeftButton)
    dialog = shown(CommuneDialog)
    assert isinstance(dialog, CommuneDialog)
    qtbot.keyClicks(dialog.picker.query, "ky xuan")
    qtbot.keyClick(dialog.picker.query, Qt.Key.Key_Return)
    dossier = work.session.dossier
    assert dossier.office.full_name == "xã Kỳ Xuân"
    assert dossier.office_profile.letterhead.body == ("ỦY BAN NHÂN DÂN", "XÃ KỲ XUÂN")
    assert dossier.office_profile.archive == "VT, PVH"
    assert dossier.office_profile.agencies == default_agencies(dossier.office)
    assert "Xã Kỳ Xuân" in profile.office._name.text()
    profile.undo()
    assert work.session.dossier.office == VUNG_ANG


# --- the directory


def test_the_model_of_agencies_keeps_the_rules_of_models(
    profile: ProfileWindow, qtmodeltester: ModelTester
) -> None:
    model = profile.agencies.model
    assert isinstance(model, AgencyModel)
    assert model.rowCount() == len(default_agencies(VUNG_ANG)) + 1
    qtmodeltester.check(model)


def test_a_name_is_edited_in_place_and_the_old_one_is_kept_to_be_recognised(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = profile.agencies.view.indexWidget(profile.agencies.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Phong Van xa")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    first = now(work).agencies[0]
    assert first.name == "Phong Van xa"
    assert first.former_names[0] == CULTURE
    assert first.function is Function.CULTURE
    assert profile.agencies.view.currentIndex().row() == 1
    profile.undo()
    assert now(work).agencies == default_agencies(VUNG_ANG)
    assert profile.agencies.view.currentIndex().row() == 0


def test_escape_leaves_a_cell_as_it_was(qtbot: QtBot, work: Workspace, profile: ProfileWindow) -> None:
    view = agencies(profile)
    qtbot.keyClicks(view, "x")
    editor = profile.agencies.view.indexWidget(profile.agencies.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "x"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert work.session.undo_label is None
    assert profile.isVisible()


def test_undo_in_an_open_cell_takes_back_what_stands_in_it(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = profile.agencies.view.indexWidget(profile.agencies.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "xyz")
    qtbot.keyClick(editor, Qt.Key.Key_Z, _CTRL)
    assert names(work)[0] == CULTURE
    assert editor.text() == CULTURE
    qtbot.keyClick(editor, Qt.Key.Key_Y, _CTRL)
    assert names(work)[0] == "xyz"


def test_tab_walks_through_the_cells_and_choices_are_made_by_keys(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = profile.agencies.view
    agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().column() == AgencyColumn.SHORT_NAME
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "VX")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert now(work).agencies[0].short_name == "VX"
    assert view.currentIndex().column() == AgencyColumn.SIDE
    qtbot.keyClick(view, Qt.Key.Key_F2)
    choice = view.indexWidget(view.currentIndex())
    assert isinstance(choice, ChoiceEditor)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Tab)
    assert now(work).agencies[0].side is AgencySide.PARTY
    assert view.currentIndex().column() == AgencyColumn.KIND


def test_an_agency_typed_in_the_last_row_is_added_and_its_side_is_guessed(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    editor = profile.agencies.view.indexWidget(profile.agencies.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.text() == ""
    editor.setText("Hội Người cao tuổi phường")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    added = now(work).agencies[-1]
    assert (added.name, added.side) == ("Hội Người cao tuổi phường", AgencySide.FRONT)
    assert profile.agencies.view.currentIndex().row() == len(now(work).agencies)
    profile.undo()
    assert "Hội Người cao tuổi phường" not in names(work)


def test_a_blank_name_is_refused_and_the_window_says_how_to_remove(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = profile.agencies.view.indexWidget(profile.agencies.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert names(work)[0] == CULTURE
    assert "Delete" in profile._sentence.text()


def test_removing_says_so_and_undo_brings_it_back(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = names(work)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert names(work) == before[2:]
    assert "2 cơ quan" in profile._sentence.text()
    assert "Ctrl+Z" in profile._sentence.text()
    qtbot.keyClick(view, Qt.Key.Key_Z, _CTRL)
    assert names(work) == before


def test_agencies_are_moved_by_keys_and_by_their_grips(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = profile.agencies.view
    agencies(profile)
    before = names(work)
    qtbot.keyClick(view, Qt.Key.Key_Down, _ALT)
    qtbot.keyClick(view, Qt.Key.Key_Down, _ALT)
    assert names(work) == [before[1], before[2], before[0], *before[3:]]
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_Up, _ALT)
    view.verticalHeader().moveSection(1, 0)
    assert names(work) == before
    assert view.verticalHeader().visualIndex(0) == 0


def test_a_list_from_excel_is_pasted_and_known_names_are_left_out(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    view = agencies(profile)
    before = names(work)
    put_on_clipboard(f"1\tTrung tâm Y tế khu vực\tTTYT\n2\t{CULTURE}\n- Trường Tiểu học Kỳ Lợi;\r\n\n")
    qtbot.keyClick(view, Qt.Key.Key_V, _CTRL)
    after = now(work).agencies
    assert [one.name for one in after] == [
        before[0],
        "Trung tâm Y tế khu vực",
        "Trường Tiểu học Kỳ Lợi",
        *before[1:],
    ]
    assert after[1].short_name == "TTYT"
    assert "Đã thêm 2 cơ quan, bỏ qua 1 tên đã có" in profile._sentence.text()
    profile.undo()
    assert names(work) == before


def test_what_stands_below_the_table_belongs_to_the_agency_with_the_cursor(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    agencies(profile)
    page = profile.agencies
    page.view.choose(1)
    assert page.head.text().startswith("Chánh Văn phòng")
    page.head.setFocus()
    page.head.selectAll()
    qtbot.keyClicks(page.head, "Pho Chanh")
    page.former.setFocus()
    page.former.selectAll()
    qtbot.keyClicks(page.former, "VP cu; VP xa")
    qtbot.keyClick(page.former, Qt.Key.Key_Return)
    qtbot.keyClicks(page.former, "VP khac")
    changed = now(work).agencies[1]
    assert changed.head == "Pho Chanh"
    assert changed.former_names == ("VP cu", "VP xa", "VP khac")
    page.view.choose(0)
    assert page.head.text() == "Trưởng phòng Văn hóa - Xã hội"


def test_agencies_that_share_a_name_are_warned_about(work: Workspace, profile: ProfileWindow) -> None:
    agencies(profile)
    model = profile.agencies.model
    assert profile.agencies._warning.isHidden()
    model.setData(model.index(1, AgencyColumn.NAME), "phòng  Văn hóa - Xã hội")
    assert profile.agencies._warning.isVisible()
    assert "cùng tên" in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    profile.undo()
    assert profile.agencies._warning.isHidden()


def test_searching_finds_former_names_without_marks_and_says_when_there_is_nothing(
    qtbot: QtBot, profile: ProfileWindow
) -> None:
    agencies(profile)
    page = profile.agencies
    page.search.setFocus()
    qtbot.keyClicks(page.search, "mot cua")
    assert [one.function for one in page.model.rows] == [Function.SERVICE_CENTRE]
    assert page.model.rowCount() == 1
    qtbot.keyClicks(page.search, "xyz")
    assert page.model.rowCount() == 0
    assert "Không có cơ quan nào khớp" in page._nothing.text()
    page.search.clear()
    assert page.model.rowCount() == len(page.model.agencies) + 1


def test_the_usual_directory_comes_back_in_one_step(work: Workspace, profile: ProfileWindow) -> None:
    agencies(profile)
    profile.agencies.view.selectAll()
    profile.agencies.remove()
    assert names(work) == []
    assert "đang trống" in profile.agencies._nothing.text()
    profile.agencies.reset()
    assert now(work).agencies == default_agencies(VUNG_ANG)
    profile.undo()
    assert names(work) == []


# --- recipients and signers


def test_usual_recipients_are_typed_pasted_moved_and_removed(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow
) -> None:
    profile.show_page(profile.recipients)
    editor = profile.recipients.editor
    before = [one.name for one in now(work).recipients]
    first = editor.lines.field(0)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.lines.field(1), "Bao tinh (de dua tin)")
    added = now(work).recipients[1]
    assert (added.name, added.note) == ("Bao tinh", "de dua tin")
    put_on_clipboard("Nơi nhận:\n- Công an tỉnh;\n- Lưu: VT, PNV.")
    qtbot.mouseClick(editor.paste, Qt.MouseButton.LeftButton)
    assert [one.name for one in now(work).recipients] == [
        before[0],
        "Bao tinh",
        *before[1:],
        "Công an tỉnh",
    ]
    assert now(work).archive == "VT, PNV"
    assert "dòng “Lưu”" in profile._sentence.text()


def test_signers_are_added_written_and_moved(qtbot: QtBot, work: Workspace, profile: ProfileWindow) -> None:
    profile.show_page(profile.signers)
    page = profile.signers
    first = page.rows[now(work).signers[0].id]
    first.name.setFocus()
    qtbot.keyClicks(first.name, "Tran Van Binh")
    first.title.setFocus()
    first.title.line.selectAll()
    qtbot.keyClicks(first.title, "quyen chu tich")
    first.capacity.setCurrentIndex(first.capacity.findText("Quyền (Q.)"))
    first.capacity.activated.emit(first.capacity.currentIndex())
    signer = now(work).signers[0]
    assert (signer.name, signer.title, signer.capacity) == (
        "Tran Van Binh",
        "QUYEN CHU TICH",
        Capacity.ACTING,
    )
    qtbot.keyClick(first.name, Qt.Key.Key_Down, _ALT)
    assert now(work).signers[1].name == "Tran Van Binh"
    page.add()
    assert len(now(work).signers) == 3
    page._remove(now(work).signers[2].id)
    assert "Ctrl+Z" in profile._sentence.text()
    assert len(now(work).signers) == 2


# --- the window


def test_every_edit_is_saved_by_itself_and_there_again_when_the_file_is_opened(
    qtbot: QtBot, window: MainWindow, work: Workspace, profile: ProfileWindow
) -> None:
    agencies(profile)
    qtbot.keyClicks(profile.agencies.view, "P")
    qtbot.keyClicks(QApplication.focusWidget(), "hong moi")
    # Still in the open cell when the dossier is closed.
    path = work.opened.path
    assert window.close_dossier()
    assert window.profiles.window is None
    with DossierFile.open(path, read_only=True) as file:
        assert file.dossier.office_profile.agencies[0].name == "Phong moi"
        assert file.dossier.office_profile.agencies[0].former_names[0] == CULTURE


def test_a_read_only_dossier_shows_its_profile_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, work: Workspace, shown: Shown
) -> None:
    path = work.opened.path
    window.close_dossier()
    window.dossiers.open_path(path, read_only=True)
    window.menus.actions["profile"].trigger()
    profile = shown(ProfileWindow)
    assert isinstance(profile, ProfileWindow)
    assert window.workspace is not None
    agencies(profile)
    before = window.workspace.session.dossier
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        qtbot.keyClick(profile.agencies.view, key)
    put_on_clipboard("Cơ quan dán vào")
    qtbot.keyClick(profile.agencies.view, Qt.Key.Key_V, _CTRL)
    assert window.workspace.session.dossier is before
    assert field(profile, "Địa danh").isReadOnly()
    assert not profile.office.settlement.isEnabled()
    assert "không sửa được" in profile._sentence.text()


def test_f1_opens_the_help_on_the_profile_where_it_can_be_read(
    qtbot: QtBot, profile: ProfileWindow, shown: Shown
) -> None:
    qtbot.keyClick(profile, Qt.Key.Key_F1)
    found = shown(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.contents.currentItem().text() == "Thông tin cơ quan"
    assert found.parent() is profile


def test_everything_in_the_window_has_a_name_and_can_be_reached_by_tab(
    qtbot: QtBot, profile: ProfileWindow
) -> None:
    for page in profile.pages:
        profile.show_page(page)
        page.setFocus()
        wanted = [
            one
            for one in page.findChildren(QWidget)
            if isinstance(one, QLineEdit | QComboBox)
            and one.isVisible()
            and not isinstance(one.parent(), QComboBox)
        ]
        assert all(one.accessibleName() for one in wanted)
        seen: set[QWidget] = set()
        profile.tabs.tabBar().setFocus()
        for _ in range(80):
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.add(focused)
            in_table = focused is profile.agencies.view
            qtbot.keyClick(focused, Qt.Key.Key_Tab, _CTRL if in_table else Qt.KeyboardModifier.NoModifier)
        assert set(wanted) <= seen, [one.accessibleName() for one in set(wanted) - seen]


# --- names that drafts hold


def test_leaving_the_old_names_changes_no_draft_and_is_not_asked_again(
    qtbot: QtBot, window: MainWindow, work: Workspace, profile: ProfileWindow, shown: Shown
) -> None:
    model = profile.agencies.model
    model.setData(model.index(0, 0), "Phòng Văn xã")
    qtbot.waitUntil(lambda: not profile.old_names.isHidden())
    assert "chỗ trong dự thảo còn ghi tên cũ" in profile.old_names.text()
    plans = work.session.dossier.plans
    profile.close()
    dialog = shown(RenameWindow)
    assert isinstance(dialog, RenameWindow)
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert work.session.dossier.plans == plans
    window.menus.actions["profile"].trigger()
    again = shown(ProfileWindow)
    again.close()
    assert not [one for one in window.findChildren(RenameWindow) if one.isVisible()]


def test_nothing_is_asked_when_no_draft_holds_the_name(
    window: MainWindow, work: Workspace, profile: ProfileWindow
) -> None:
    model = profile.agencies.model
    row = next(n for n, one in enumerate(model.rows) if one.function is Function.VETERANS)
    model.setData(model.index(row, 0), "Hội Cựu chiến binh Việt Nam phường")
    profile.close()
    assert not [one for one in window.findChildren(RenameWindow) if one.isVisible()]


def test_issued_plans_are_said_to_stay_and_stay(
    qtbot: QtBot, work: Workspace, profile: ProfileWindow, shown: Shown
) -> None:
    issued = work.session.dossier.plans[0]
    assert issued.is_issued
    model = profile.agencies.model
    model.setData(model.index(0, 0), "Phòng Văn xã")
    profile.see_old_names.click()
    dialog = shown(RenameWindow)
    assert isinstance(dialog, RenameWindow)
    texts = " ".join(label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text"))
    assert "Kế hoạch đã ban hành không bị đụng đến" in texts
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert work.session.dossier.plans[0] is issued
    assert "Phòng Văn xã" in str(work.session.dossier.plans[1])
    assert CULTURE not in str(replace(work.session.dossier.plans[1]))
    assert work.session.undo_label == "đổi tên cơ quan trong dự thảo"


def test_a_signer_just_named_comes_into_the_draft_when_the_window_closes(
    qtbot: QtBot, profile: ProfileWindow, work: Workspace
) -> None:
    plan = next(one for one in work.session.dossier.plans if not one.is_issued)
    nameless = replace(plan.signature, name="", head="CHỦ TỊCH", capacity=Capacity.HEAD)
    work.session.edit_plan(plan.id, "thử", lambda one: replace(one, signature=nameless))
    profile.show_page(profile.signers)
    first = profile.signers.rows[now(work).signers[0].id]
    first.name.setFocus()
    qtbot.keyClicks(first.name, "Tran Van Binh")
    profile.close()
    assert work.session.dossier.plan(plan.id).signature.name == "Tran Van Binh"
    assert "Đã ghi họ tên người ký vào" in work.bottom.message.text()
    work.undo()
    assert work.session.dossier.plan(plan.id).signature.name == ""
    assert now(work).signers[0].name == "Tran Van Binh"
