"""Journeys 2 and 3: a published plan and a published decision, typed and pasted page by page, and exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QRadioButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.domain.plan import IssueForm
from cchc_desktop.paper.recognise_roles import guess_roles
from cchc_desktop.ui.columns_dialog import ColumnsDialog
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from cchc_desktop.ui.sections_dialog import SectionsDialog
from tests.journeys.official import Official
from tests.journeys.seed_exceptions import ADDED, REWRITTEN, seed_as_told
from tests.journeys.seed_lines import Comparison, compare, squeezed, word_text
from tests.journeys.seed_parts import SectionPart, SeedParts, seed_parts

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def documents(vietnamese_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(vietnamese_folder))
    return vietnamese_folder


def start_empty(official: Official, commune: str, year: int) -> None:
    official.press(Qt.Key.Key_N, _CTRL)
    dialog = official.wait_for(
        lambda: next((d for d in official.window.findChildren(NewDossierDialog) if d.isVisible()), None)
    )
    official.write(commune)
    box = official.widget(QSpinBox, "Năm của kế hoạch", dialog)
    official.click(box)
    official.press(Qt.Key.Key_A, _CTRL)
    official.write(str(year))
    official.click(official.widget(QRadioButton, "Để trống", dialog))
    official.click_button("Tạo hồ sơ", dialog)
    official.wait_for(lambda: official.window.workspace)


def fill_heads(official: Official, texts: dict[str, str], title: str) -> None:
    official.go(Step.GENERAL)
    official.replace_text(official.widget(TextField, "Tên kế hoạch", official.page).viewport(), title)
    for name, text in texts.items():
        official.replace_text(official.widget(LineField, name, official.page), text)


def arrange_sections(official: Official, wanted: Sequence[SectionPart]) -> None:
    """Leave out the sections the seed has not, and give the others its titles."""
    official.press(Qt.Key.Key_M, _CTRL)
    dialog = official.wait_for(
        lambda: next((d for d in official.window.findChildren(SectionsDialog) if d.isVisible()), None)
    )
    missing = list(wanted)
    row = 0
    while row < dialog.list.count():
        choose_row(official, dialog.list, row)
        section = dialog.section
        assert section is not None
        match = next((one for one in missing if section.role in guess_roles(one.title)), None)
        if match is not None:
            missing.remove(match)
            official.replace_text(dialog.title_field, match.title)
            row += 1
        else:
            official.click(dialog.buttons["remove"])
    official.press(Qt.Key.Key_Escape)
    assert [section.title for section in official.plan.sections] == [section.title for section in wanted]


def choose_row(official: Official, view: QListWidget, row: int) -> None:
    official.click(view)
    official.press(Qt.Key.Key_Home)
    for _ in range(row):
        official.press(Qt.Key.Key_Down)
    assert view.currentRow() == row


def fill_sections(official: Official, wanted: Sequence[SectionPart]) -> None:
    for section in wanted:
        kept = next(one for one in official.plan.sections if one.title == section.title)
        official.go(step_of_role(kept.role))
        official.click(official.outline.viewport())
        if section is wanted[-2]:
            official.type_letters(section.body)  # one section by the keys alone
        else:
            official.paste(section.body)


def fill_end(official: Official, parts: SeedParts) -> None:
    official.go(Step.SIGNING)
    if parts.closing:
        official.click(official.outline.viewport())
        official.paste(parts.closing)
    page = official.page
    while page.lines.keys:  # type: ignore[attr-defined]
        field = page.lines.field(0)  # type: ignore[attr-defined]
        field.setFocus()
        official.press(Qt.Key.Key_A, _CTRL)
        official.press(Qt.Key.Key_Delete)
        official.press(Qt.Key.Key_Backspace)
    official.copy_elsewhere("\n".join(parts.recipients[:-1]))
    official.click_button("Dán nhiều nơi nhận", page)
    archive = parts.recipients[-1].removeprefix("- Lưu").strip(" :.")
    official.replace_text(official.widget(LineField, "Lưu", page), archive)


def sign(official: Official, way: str, name: str) -> None:
    ways = official.widget(QComboBox, "Cách ký", official.page)
    ways.setFocus()
    for _ in range(ways.count()):
        official.press(Qt.Key.Key_Up)
    while ways.currentText() != way:
        official.press(Qt.Key.Key_Down)
    official.replace_text(official.widget(LineField, "Họ và tên", official.page), name)


def export(official: Official, button: str, target: Path) -> Path:
    official.go(Step.EXPORT)
    official.click_button(button, official.page)
    official.answer_file_dialog(target)
    return target


def word_compared(number: str, text: str, word: Path) -> Comparison:
    told = seed_as_told(number, text)
    return compare(told, word_text(word), rewritten=REWRITTEN[number], added=ADDED[number])


def test_seed_001_goes_in_by_keys_and_clipboard_and_comes_out_whole(
    qtbot: QtBot, documents: Path, seed_texts: dict[str, str]
) -> None:
    text = seed_texts["001"]
    parts = seed_parts(text)
    official = Official(qtbot)
    start_empty(official, "bac giang", 2024)
    fill_heads(
        official,
        {
            "Dòng thứ hai": "Thành phố Bắc Giang",
            "Viết thường": "Chủ tịch UBND thành phố",
            "Địa danh": "TP. Bắc Giang",
            "Tháng ban hành": "1",
            "Năm ban hành": "2024",
        },
        parts.title,
    )
    official.go(Step.BASES)
    official.click(official.outline.viewport())
    official.paste(parts.opening)
    arrange_sections(official, parts.sections)
    fill_sections(official, parts.sections)
    fill_tasks(official, parts)
    fill_end(official, parts)
    sign(official, "Phó Chủ tịch ký thay Chủ tịch (KT.)", parts.signature[-1])

    word = export(official, "Xuất Word", documents / "001.docx")
    assert word_compared("001", text, word) == Comparison((), ())
    excel = export(official, "Xuất Excel", documents / "001.xlsx")
    sheet = openpyxl.load_workbook(excel).worksheets[0]
    in_excel = squeezed("".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value))
    for task in official.plan.tasks:
        assert squeezed(task.content[0].text.plain) in in_excel
        assert squeezed(task.lead.plain) in in_excel
    assert len(official.plan.tasks) == 10
    pdf = export(official, "Xuất PDF", documents / "001.pdf")
    in_pdf = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))
    assert squeezed(official.plan.tasks[-1].content[0].text.plain) in in_pdf


def fill_tasks(official: Official, parts: SeedParts) -> None:
    official.go(Step.TASKS)
    title = official.widget(TextField, "Tên phụ lục", official.page)
    official.replace_text(title.viewport(), parts.appendix_title)
    official.click_button("Cột của bảng…", official.page)
    dialog = official.wait_for(
        lambda: next((d for d in official.window.findChildren(ColumnsDialog) if d.isVisible()), None)
    )
    variants = official.widget(QComboBox, "Bảng thường dùng", dialog)
    variants.setFocus()
    while not variants.currentText().startswith("Kiểu A"):
        official.press(Qt.Key.Key_Up if variants.currentIndex() > 1 else Qt.Key.Key_Down)
    official.press(Qt.Key.Key_Return)
    table = next(one for one in official.page.findChildren(QTableView) if one.isVisible())
    official.click(table.viewport())
    official.paste(parts.table)


def test_seed_002_is_written_as_a_decision_with_the_plan_in_its_first_article(
    qtbot: QtBot, documents: Path, seed_texts: dict[str, str]
) -> None:
    text = seed_texts["002"]
    parts = seed_parts(text)
    official = Official(qtbot)
    start_empty(official, "vung ang", 2026)
    official.click(
        official.widget(QRadioButton, "Quyết định, nội dung kế hoạch nằm trong Điều 1", official.page)
    )
    assert official.plan.form is IssueForm.DECISION_DIRECT
    fill_heads(
        official,
        {
            "Thẩm quyền ban hành": parts.authority,
            "Viết thường": "Chủ tịch Ủy ban nhân dân phường Vũng Áng",
            "Địa danh": "Vũng Áng",
            "Năm ban hành": "2026",
        },
        parts.title,
    )
    fill_articles(official, parts.articles)
    official.go(Step.BASES)
    official.copy_elsewhere("\n".join(parts.bases))
    official.click_button("Dán nhiều căn cứ", official.page)
    official.replace_text(
        official.widget(TextField, "Theo đề nghị", official.page).viewport(), parts.proposal.rstrip(".")
    )
    arrange_sections(official, parts.sections)
    fill_sections(official, parts.sections)
    remove_appendix(official)
    fill_end(official, parts)
    sign(official, "Chủ tịch ký theo thẩm quyền riêng", parts.signature[-1])

    word = export(official, "Xuất Word", documents / "002.docx")
    assert word_compared("002", text, word) == Comparison((), ())


def fill_articles(official: Official, articles: Sequence[str]) -> None:
    lines = official.page._decision.articles  # type: ignore[attr-defined]
    assert len(lines.keys) == len(articles)
    for index, text in enumerate(articles):
        lines.field(index).setFocus()
        official.press(Qt.Key.Key_A, _CTRL)
        official.paste(text)


def remove_appendix(official: Official) -> None:
    official.go(Step.TASKS)
    official.choose_in_menu("Phụ lục", "Bỏ phụ lục này")
    assert official.plan.appendices == ()


def test_undo_takes_a_whole_pasted_section_back_at_once_and_redo_brings_it(
    qtbot: QtBot, documents: Path, seed_texts: dict[str, str]
) -> None:
    parts = seed_parts(seed_texts["001"])
    official = Official(qtbot)
    start_empty(official, "bac giang", 2024)
    official.go(Step.PURPOSE)
    official.click(official.outline.viewport())
    before = official.plan
    official.paste(parts.sections[0].body)
    after = official.plan
    assert len(after.sections[0].items) == 6
    official.go(Step.BUDGET)
    official.press(Qt.Key.Key_Z, _CTRL)
    assert official.plan == before
    official.press(Qt.Key.Key_Y, _CTRL)
    assert official.plan == after
