"""Journey 5: an empty plan is filled from the suggestions by keys alone, and a sentence of this year serves the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialogButtonBox, QRadioButton
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.formats.word_check import check_layout
from cchc_desktop.ui.library.entry_dialog import EntryDialog
from cchc_desktop.ui.library_panel import LibraryPanel
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from cchc_desktop.ui.new_plan_dialog import NewPlanDialog
from tests.journeys.official import Official
from tests.journeys.seed_lines import word_text

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def documents(vietnamese_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(vietnamese_folder))
    return vietnamese_folder


def make_empty_dossier(official: Official) -> None:
    """Through the first door, with nothing but the names of the sections."""
    official.press(Qt.Key.Key_N, _CTRL)
    dialog = official.wait_for(
        lambda: next((d for d in official.window.findChildren(NewDossierDialog) if d.isVisible()), None)
    )
    official.write("vung ang")
    official.click(official.widget(QRadioButton, "Để trống", dialog))
    official.click(dialog.findChildren(QDialogButtonBox)[0].buttons()[0])
    official.wait_for(lambda: official.window.workspace)


def panel(official: Official) -> LibraryPanel:
    (found,) = official.page.findChildren(LibraryPanel)
    return found


def pick(official: Official, query: str, count: int) -> list[str]:
    """Open the suggestions by their key, search, and put the first ones in; their texts."""
    if not panel(official).has_focus():
        official.press(Qt.Key.Key_F7, on=official.window)
    official.wait_for(panel(official).search.hasFocus)
    official.press(Qt.Key.Key_A, _CTRL)
    official.write(query)
    official.press(Qt.Key.Key_Down)
    texts = []
    for number in range(count):
        if number:
            official.press(Qt.Key.Key_Down)
        view = panel(official).list
        assert view is not None
        assert view.current is not None
        texts.append(view.current.text)
        official.press(Qt.Key.Key_Return)
    return texts


def test_an_empty_plan_is_filled_by_keys_and_word_has_it(qtbot: QtBot, documents: Path) -> None:
    official = Official(qtbot)
    make_empty_dossier(official)
    assert not any(section.items for section in official.plan.sections)

    official.go(Step.PURPOSE)
    purposes = pick(official, "nguoi dan", 3)
    official.go(Step.TASKS)
    tasks = pick(official, "truyen thanh", 3)
    official.go(Step.ORGANISATION)
    duties = pick(official, "van hoa - xa hoi", 1)

    (purpose,) = official.plan.sections_for(SectionRole.PURPOSE)
    headings = [one for one in purpose.items if one.is_heading_only]
    assert {one.heading.plain for one in headings} <= {"Mục đích", "Yêu cầu"}
    assert {one.level for one in headings} == {Level.ARABIC}
    assert sorted(one.text.plain for one in purpose.items if one not in headings) == sorted(purposes)
    assert [task.title for task in official.plan.tasks] == [text.replace("\n", " ") for text in tasks]
    assert all(task.lead and task.timing and task.product for task in official.plan.tasks)
    (organisation,) = official.plan.sections_for(SectionRole.ORGANISATION)
    assert organisation.items[0].heading.plain == "Phòng Văn hóa - Xã hội"

    official.go(Step.EXPORT)
    official.click_button("Xuất Word", official.page)
    target = documents / "Kế hoạch.docx"
    official.answer_file_dialog(target)
    assert [one for one in check_layout(target) if one.severity.value == "error"] == []
    paper = " ".join(word_text(target).split())
    for text in (*purposes, *tasks, *duties):
        for line in text.split("\n"):
            assert " ".join(line.removeprefix("– ").rstrip(".;").split()) in paper


def test_a_sentence_kept_this_year_is_offered_in_next_years_plan_with_its_year(
    qtbot: QtBot, documents: Path
) -> None:
    official = Official(qtbot)
    make_empty_dossier(official)
    year = official.plan.period.first_year
    official.go(Step.CONTENT)
    official.click(official.outline.viewport())
    official.type_letters(f"Ngày hội dịch vụ công năm {year} tại phường Vũng Áng")
    official.press(Qt.Key.Key_G, _CTRL | _SHIFT, on=official.window)
    dialog = official.wait_for(
        lambda: next((d for d in official.window.findChildren(EntryDialog) if d.isVisible()), None)
    )
    dialog.accept()
    workspace = official.window.workspace
    assert workspace is not None
    path = workspace.opened.path
    official.close()

    again = Official(qtbot)
    again.window.dossiers.open_path(path)
    again.press(Qt.Key.Key_K, _CTRL | _SHIFT, on=again.window)
    new_plan = again.wait_for(
        lambda: next((d for d in again.window.findChildren(NewPlanDialog) if d.isVisible()), None)
    )
    again.click(again.widget(QRadioButton, "Để trống", new_plan))
    again.click(new_plan.findChildren(QDialogButtonBox)[0].buttons()[0])
    again.wait_for(lambda: again.plan.period.first_year == year + 1)
    again.go(Step.CONTENT)
    texts = pick(again, "ngay hoi vung ang", 1)
    assert texts == [f"Ngày hội dịch vụ công năm {year + 1} tại phường Vũng Áng"]
    (content,) = again.plan.sections_for(SectionRole.CONTENT)
    assert content.items[-1].text.plain == texts[0]
    own = again.window.workspace.session.dossier.library[0]  # type: ignore[union-attr]
    assert (own.kind, own.is_own) == (EntryKind.CONTENT, True)
