"""A dossier with a basis that no longer holds: the warning is seen, one key mends it, one key takes that back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.list_edits import with_bases
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.plan import LegalBasis
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.workspace import Workspace
from tests.journeys.official import Official

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
OLD = "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa"
LATER = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
NEW = (
    "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính "
    "theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"
)


@pytest.fixture
def official(qtbot: QtBot, vietnamese_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Official]:
    """Somebody who has just opened the dossier of a predecessor."""
    for module in ("file_questions", "new_dossier_dialog", "dossier_commands"):
        monkeypatch.setattr(f"cchc_desktop.ui.{module}.documents_folder", lambda: vietnamese_folder)
    dossier = sample_dossier()
    plan = replace(dossier.plans[0], number="", date=PartialDate(None, None, 2026))
    plan = with_bases(plan, tuple(LegalBasis(RichText.of(line)) for line in (LAW, OLD, LATER)))
    path = vietnamese_folder / "Hồ sơ tiếp nhận.cchc"
    DossierFile.create(path, replace(dossier, plans=(plan,))).close()
    made = Official(qtbot)
    made.window.dossiers.open_path(path)
    yield made
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog):
            one.done(QDialog.DialogCode.Rejected)
    made.window.forget_dossier()
    QApplication.instance().removeEventFilter(made.window)  # type: ignore[union-attr]


def work_of(official: Official) -> Workspace:
    assert official.window.workspace is not None
    return official.window.workspace


def lines(official: Official) -> list[str]:
    return [basis.text.plain for basis in official.plan.opening.bases]


def warnings_shown(official: Official) -> list[str]:
    shown = work_of(official).bottom.list
    texts = [shown.item(row).text() for row in range(shown.count())]
    return [text for text in texts if "hết hiệu lực" in text]


def test_an_expired_basis_is_told_of_replaced_with_one_key_and_brought_back_with_one(
    official: Official,
) -> None:
    [warning] = warnings_shown(official)
    assert "Bước 2. Căn cứ: Căn cứ Nghị định số 61/2018/NĐ-CP: hết hiệu lực từ 01/7/2025" in warning
    assert "thay bằng Nghị định số 118/2025/NĐ-CP" in warning
    official.press(Qt.Key.Key_R, _CTRL | _SHIFT, official.window)
    assert lines(official) == [LAW, LATER, NEW]
    official.qtbot.waitUntil(lambda: not warnings_shown(official))
    official.press(Qt.Key.Key_Z, _CTRL)
    assert lines(official) == [LAW, OLD, LATER]
    official.qtbot.waitUntil(lambda: len(warnings_shown(official)) == 1)


def test_the_warning_leads_to_its_line_where_a_button_mends_it(official: Official) -> None:
    work = work_of(official)
    official.press(Qt.Key.Key_F8, on=official.window)
    problems = work.bottom.list
    row = next(row for row in range(problems.count()) if "61/2018" in problems.item(row).text())
    problems.setCurrentRow(row)
    official.press(Qt.Key.Key_Return, on=problems)
    assert work.wizard.step is Step.BASES
    button = official.widget(QPushButton, "Thay bằng Nghị định số 118/2025/NĐ-CP", official.page)
    # From the line it is one Tab away: nothing here needs a mouse.
    official.press(Qt.Key.Key_Tab)
    assert official.focus is button
    official.press(Qt.Key.Key_Space)
    assert lines(official) == [LAW, LATER, NEW]
    assert not button.isVisible()
    official.press(Qt.Key.Key_Z, _CTRL)
    assert lines(official) == [LAW, OLD, LATER]
