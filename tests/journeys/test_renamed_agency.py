"""An agency is renamed once, and the draft follows where the official says so; everything can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QTabBar
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.dossiers import open_dossier
from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.profile.agency_view import AgencyView
from cchc_desktop.ui.profile.rename_window import RenameWindow
from cchc_desktop.ui.profile_window import ProfileWindow
from tests.journeys.official import Official
from tests.journeys.seed_lines import word_text
from tests.ui.profile_desk import CULTURE, small_dossier

NEW = "Phòng Nội vụ và Văn xã"
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def official(qtbot: QtBot, vietnamese_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Official]:
    """Somebody at the window, whose documents are in a folder of this test."""
    for module in ("file_questions", "new_dossier_dialog", "dossier_commands"):
        monkeypatch.setattr(f"cchc_desktop.ui.{module}.documents_folder", lambda: vietnamese_folder)
    made = Official(qtbot)
    yield made
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog):
            one.done(QDialog.DialogCode.Rejected)
    made.window.forget_dossier()
    QApplication.instance().removeEventFilter(made.window)  # type: ignore[union-attr]


def dossier_of(official: Official) -> Dossier:
    assert official.window.workspace is not None
    return official.window.workspace.session.dossier


def texts_of(plan: Plan) -> list[str]:
    """Every text in which the room is named."""
    return [
        *(item.content.plain for section in plan.sections for item in section.items),
        *(cell.plain for task in plan.tasks for cell in (task.lead, task.cooperation)),
        *(recipient.name for recipient in plan.recipients.names),
    ]


def rename_in_profile(official: Official) -> None:
    """Ctrl+Shift+T, the second page, F2 on the first agency, the new name, Enter, Esc."""
    official.press(Qt.Key.Key_T, _CTRL | _SHIFT, official.window)
    profile = official.wait_for(
        lambda: next((one for one in official.window.findChildren(ProfileWindow) if one.isVisible()), None)
    )
    official.qtbot.waitUntil(profile.isActiveWindow)
    bar = official.widget(QTabBar, "Các trang thông tin cơ quan", profile)
    bar.setFocus()
    official.press(Qt.Key.Key_Right)
    table = official.widget(AgencyView, "Danh sách cơ quan, đơn vị", profile)
    table.setFocus()
    official.press(Qt.Key.Key_F2)
    official.press(Qt.Key.Key_A, _CTRL)
    official.type_letters(NEW)
    official.press(Qt.Key.Key_Return)
    assert dossier_of(official).office_profile.agencies[0].name == NEW
    official.press(Qt.Key.Key_Escape)


def _text(question: RenameWindow, row: int) -> str:
    item = question.table.item(row, 3)
    return "" if item is None else item.text()


def answer_with_all_but(official: Official, row: int) -> None:
    """Untick one place with the space bar and press Enter."""
    question = official.wait_for(
        lambda: next((one for one in official.window.findChildren(RenameWindow) if one.isVisible()), None)
    )
    official.qtbot.waitUntil(question.isActiveWindow)
    assert all(CULTURE.lower() in change.before.lower() for change in question.table.changes)
    assert [_text(question, n) for n in range(4)] == [
        "Mục II",
        "Nơi nhận",
        "Nhiệm vụ 1, chủ trì",
        "Nhiệm vụ 2, phối hợp",
    ]
    question.table.setCurrentCell(row, 1)
    official.press(Qt.Key.Key_Space, on=question.table)
    official.press(Qt.Key.Key_Return, on=question.table)
    assert not question.isVisible()
    official.window.activateWindow()
    official.qtbot.waitUntil(official.window.isActiveWindow)


def test_a_room_is_renamed_and_the_draft_follows_but_where_it_is_kept(
    official: Official, vietnamese_folder: Path
) -> None:
    path = vietnamese_folder / "Hồ sơ đổi tên.cchc"
    official.window.dossiers.create(path, small_dossier())
    work = official.window.workspace
    assert work is not None
    issued, before = work.session.dossier.plans
    work.choose_plan(before.id)

    rename_in_profile(official)
    answer_with_all_but(official, 0)

    after = dossier_of(official).plan(before.id)
    assert dossier_of(official).plan(issued.id) == issued
    named = [text for text in texts_of(before) if CULTURE in text]
    assert len(named) == 4
    assert sum(NEW in text for text in texts_of(after)) == 3
    assert sum(CULTURE in text for text in texts_of(after)) == 1
    assert work.session.undo_label == "đổi tên cơ quan trong dự thảo"
    assert "ở 3 chỗ" in work.bottom.message.text()

    # The paper beside the editor and the Word file say the same.
    official.qtbot.waitUntil(lambda: NEW in " ".join(shown_lines(official)))
    word = vietnamese_folder / "Kế hoạch.docx"
    export_plan(after, word=word)
    assert word_text(word).count(NEW) == 3
    assert word_text(word).count(CULTURE) == 1

    official.press(Qt.Key.Key_Z, _CTRL, official.window)
    assert dossier_of(official).plan(before.id) == before
    assert dossier_of(official).office_profile.agencies[0].name == NEW
    official.press(Qt.Key.Key_Y, _CTRL, official.window)
    assert dossier_of(official).plan(before.id) == after

    left = dossier_of(official)
    assert official.window.close_dossier()
    with closing(open_dossier(path, read_only=True)) as file:
        assert file.dossier == left
        assert file.dossier.office_profile.agencies[0].former_names[0] == CULTURE


def shown_lines(official: Official) -> list[str]:
    """The lines of the pages beside the editor."""
    assert official.window.workspace is not None
    pages = official.window.workspace.preview.view._pages
    return [line.text for page in pages for line in page.placed_lines()]


def test_undoing_everything_leaves_a_profile_that_follows_from_the_commune(
    official: Official, vietnamese_folder: Path
) -> None:
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", small_dossier())
    work = official.window.workspace
    assert work is not None
    untouched = work.session.dossier
    rename_in_profile(official)
    answer_with_all_but(official, 1)
    for _ in range(2):
        official.press(Qt.Key.Key_Z, _CTRL, official.window)
    assert work.session.dossier == untouched
    assert work.session.dossier.profile is None
