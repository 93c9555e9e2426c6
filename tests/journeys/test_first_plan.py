"""Journey 1: from the first start to a lawful Word file, with suggested answers, in under forty inputs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.formats.word_check import check_layout
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from tests.journeys.official import Official
from tests.journeys.seed_lines import word_text


@pytest.fixture
def documents(vietnamese_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(vietnamese_folder))
    return vietnamese_folder


def make_first_dossier(official: Official) -> None:
    """Through the first door, by keys alone."""
    official.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    official.wait_for(
        lambda: next((d for d in official.window.findChildren(NewDossierDialog) if d.isVisible()), None)
    )
    official.write("vung ang")
    official.press(Qt.Key.Key_Return)
    official.wait_for(lambda: official.window.workspace)


def test_a_new_official_has_a_lawful_word_file_in_under_forty_inputs(qtbot: QtBot, documents: Path) -> None:
    official = Official(qtbot)
    make_first_dossier(official)
    official.go(Step.EXPORT)
    official.click_button("Xuất Word", official.page)
    target = documents / "Kế hoạch 2027.docx"
    official.answer_file_dialog(target)
    assert official.inputs < 40

    errors = [finding for finding in check_layout(target) if finding.severity.value == "error"]
    assert errors == []
    text = word_text(target)
    assert "PHƯỜNG VŨNG ÁNG" in text
    assert "Ủy ban nhân dân tỉnh Hà Tĩnh" in text


def test_what_was_typed_is_in_the_file_after_closing_and_the_place_is_found_again(
    qtbot: QtBot, documents: Path
) -> None:
    official = Official(qtbot)
    make_first_dossier(official)
    official.go(Step.BUDGET)
    official.click(official.outline.viewport())
    official.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    official.write(" Cau viet them.")
    path = official.window.workspace.opened.path  # type: ignore[union-attr]
    official.close()

    with DossierFile.open(path) as file:
        (plan,) = file.dossier.plans
        assert "Cau viet them." in " ".join(item.text.plain for s in plan.sections for item in s.items)

    again = Official(qtbot)
    again.window.dossiers.open_path(path)
    assert again.window.workspace is not None
    assert again.window.workspace.wizard.step is Step.BUDGET
