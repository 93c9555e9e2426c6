"""An old plan comes in by every door: chosen, dropped, copied, or by the command line; and every line of it is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.__main__ import main
from cchc_desktop.authoring.dossiers import new_dossier, open_dossier
from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.authoring.import_source import read_source
from cchc_desktop.authoring.sample import SAMPLE_OFFICE, sample_dossier
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.domain.task import TaskGroup
from cchc_desktop.ui.import_window import ImportWindow
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from tests.corpus.word_papers import WHOLE_PAPERS
from tests.journeys.official import Official
from tests.journeys.seed_exceptions import ADDED, REWRITTEN, seed_as_told
from tests.journeys.seed_lines import Comparison, compare, word_text
from tests.ui.import_desk import old_plan

SEEDS = ("000", "001", "002", "003", "004")
NOTHING_DIFFERS = Comparison((), ())
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Said = pytest.CaptureFixture[str]


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


def import_window(official: Official) -> ImportWindow:
    """The import window, as soon as it is there."""
    return official.wait_for(
        lambda: next((one for one in official.window.findChildren(ImportWindow) if one.isVisible()), None)
    )


def accept(official: Official, window: ImportWindow, *, as_ours: bool) -> Plan:
    """Take every doubt as it was guessed with Enter, go on, and take the plan over."""
    for _doubt in window.understood.review.doubts:
        official.press(Qt.Key.Key_Return, on=window.understood.doubts.list)
    assert not window.understood.review.open_doubts
    official.click(window.go_on)
    if not as_ours:
        for box in window.adapting.boxes.values():
            if box.isChecked():
                official.click(box)
    official.click(window.take)
    return official.plan


def paper(plan: Plan, folder: Path) -> str:
    """The text of the plan's Word file: all that two plans read from paper can have in common."""
    target = folder / "để so.docx"
    export_plan(plan, word=target)
    return word_text(target)


@pytest.mark.parametrize("number", SEEDS)
def test_a_published_plan_is_chosen_in_the_questions_and_comes_out_with_every_line(
    number: str, official: Official, seed_texts: dict[str, str], vietnamese_folder: Path
) -> None:
    file = vietnamese_folder / f"Kế hoạch {number}.txt"
    file.write_text(seed_texts[number], encoding="utf-8")
    official.click(official.window.start.doors["old-word"])
    dialog = official.window.findChild(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    dialog.picker.query.setFocus()
    official.write("vung ang")
    official.click(dialog.origin.choose_file)
    official.answer_file_dialog(file)
    official.click(dialog.create_button)
    plan = accept(official, import_window(official), as_ours=False)
    word = vietnamese_folder / "ra.docx"
    export_plan(plan, word=word)
    told = seed_as_told(number, seed_texts[number])
    assert compare(told, word_text(word), rewritten=REWRITTEN[number], added=ADDED[number]) == NOTHING_DIFFERS
    assert official.inputs < 40


def test_a_word_file_of_ours_is_dropped_and_is_the_same_plan_again(
    official: Official, vietnamese_folder: Path
) -> None:
    plan = old_plan()
    file = vietnamese_folder / "Kế hoạch 2025.docx"
    export_plan(plan, word=file)
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", sample_dossier())
    work = official.window.workspace
    assert work is not None
    before = work.session.dossier
    drop(official, file)
    made = accept(official, import_window(official), as_ours=False)
    assert made.id != plan.id
    assert paper(made, vietnamese_folder) == word_text(file)
    assert len(work.session.dossier.plans) == 2
    official.press(Qt.Key.Key_Z, _CTRL, on=official.window)
    assert work.session.dossier == before


def test_last_years_plan_of_another_ward_becomes_this_wards_plan(
    official: Official, vietnamese_folder: Path
) -> None:
    file = vietnamese_folder / "Kế hoạch 2025.docx"
    export_plan(old_plan(), word=file)
    from cchc_desktop.catalog.communes import load_communes
    from cchc_desktop.domain.dossier import Dossier

    office = load_communes().find("Hà Tĩnh", "Phường Vũng Áng")
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", Dossier(office))
    drop(official, file)
    window = import_window(official)
    window.adapting.year.setValue(2026)
    made = accept(official, window, as_ours=True)
    assert made.letterhead.body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")
    assert (made.number, made.date.day, made.signature.name) == ("", None, "")
    assert made.period.first_year == 2026
    assert "2026" in made.title
    assert "hương sen" not in paper(made, vietnamese_folder).lower()
    assert len(made.tasks) == len(old_plan().tasks)


def test_what_was_copied_elsewhere_comes_in_with_one_key(
    official: Official, vietnamese_folder: Path, seed_texts: dict[str, str]
) -> None:
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", sample_dossier())
    official.copy_elsewhere(seed_texts["002"])
    official.press(Qt.Key.Key_B, _CTRL | _SHIFT, on=official.window)
    made = accept(official, import_window(official), as_ours=False)
    assert [section.title for section in made.sections] == [
        "MỤC TIÊU, YÊU CẦU",
        "NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN",
        "KINH PHÍ",
        "TỔ CHỨC THỰC HIỆN",
    ]


def test_what_word_puts_on_the_clipboard_keeps_its_automatic_numbers(
    official: Official, vietnamese_folder: Path
) -> None:
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", sample_dossier())
    mime = QMimeData()
    mime.setText("KẾ HOẠCH")
    mime.setHtml(
        "<p align=center><b>KẾ HOẠCH</b></p><p>Tuyên truyền cải cách hành chính năm 2025</p>"
        "<p>I. MỤC ĐÍCH, YÊU CẦU</p><ol><li>Nâng cao nhận thức.</li><li>Làm đúng tiến độ</li></ol>"
    )
    QApplication.clipboard().setMimeData(mime)
    official.press(Qt.Key.Key_B, _CTRL | _SHIFT, on=official.window)
    made = accept(official, import_window(official), as_ours=False)
    assert made.title == "Tuyên truyền cải cách hành chính năm 2025"
    [section] = made.sections
    assert [(one.level, one.text.plain) for one in section.items] == [
        (Level.ARABIC, "Nâng cao nhận thức."),
        (Level.ARABIC, "Làm đúng tiến độ"),
    ]


def test_the_task_table_of_an_excel_file_replaces_the_appendix(
    official: Official, vietnamese_folder: Path
) -> None:
    plan = old_plan()
    file = vietnamese_folder / "Phụ lục.xlsx"
    export_plan(plan, excel=file)
    official.window.dossiers.create(vietnamese_folder / "Hồ sơ.cchc", sample_dossier())
    work = official.window.workspace
    assert work is not None
    own = official.plan
    drop(official, file)
    window = import_window(official)
    made = accept(official, window, as_ours=False)
    assert made.id == own.id
    assert replace(made, appendices=()) == replace(own, appendices=())
    titles = [[row.title for row in one.appendices[0].rows] for one in (made, plan)]
    assert titles[0] == titles[1]
    assert any(isinstance(row, TaskGroup) for row in made.appendices[0].rows)


def drop(official: Official, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    official.window.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none))


# Without a window


@pytest.fixture
def dossier(vietnamese_folder: Path) -> Path:
    """A dossier that can take plans."""
    path = vietnamese_folder / "Hồ sơ.cchc"
    new_dossier(path, SAMPLE_OFFICE, 2026, suggested=False).close()
    return path


@pytest.mark.parametrize("number", SEEDS)
def test_the_command_line_puts_every_line_of_a_published_plan_into_the_dossier(
    number: str, dossier: Path, seed_texts: dict[str, str], capsys: Said
) -> None:
    file = dossier.with_name(f"{number}.txt")
    file.write_text(seed_texts[number], encoding="utf-8")
    assert main(["import", str(file), "--into", str(dossier), "--json"]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert said.err == ""
    assert told["lines"]["read"] == told["lines"]["placed"] + told["lines"]["unplaced"]
    assert told["lines"]["read"] == len(read_source(file).lines)
    with closing(open_dossier(dossier, read_only=True)) as opened:
        _first, plan = opened.dossier.plans
    assert plan.id == told["plan"]["id"]
    assert len(plan.sections) == told["plan"]["sections"]
    word = dossier.with_suffix(".docx")
    export_plan(plan, word=word)
    lines = seed_as_told(number, seed_texts[number])
    assert (
        compare(lines, word_text(word), rewritten=REWRITTEN[number], added=ADDED[number]) == NOTHING_DIFFERS
    )


def test_the_command_line_tells_the_form_the_counts_and_the_doubts(
    dossier: Path, seed_texts: dict[str, str], capsys: Said
) -> None:
    file = dossier.with_name("003.txt")
    file.write_text(seed_texts["003"], encoding="utf-8")
    assert main(["import", str(file), "--into", str(dossier)]) == 0
    said = capsys.readouterr().out
    assert "Hình thức ban hành: Kế hoạch" in said
    assert "năm 2025" in said
    assert "3 mục" in said
    assert "chỗ chưa chắc" in said
    assert "nguồn ghi “f)”, sẽ đánh lại thành “g)”" in said
    assert "chưa xếp được 0" in said


@pytest.mark.parametrize("layout", WHOLE_PAPERS)
def test_one_plan_in_every_layout_goes_in_with_no_line_left_over(
    layout: str, dossier: Path, capsys: Said
) -> None:
    file = WHOLE_PAPERS[layout](dossier.with_name("Kế hoạch.docx"))
    assert main(["import", str(file), "--into", str(dossier), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["lines"]["unplaced"] == 0
    assert told["lines"]["placed"] == told["lines"]["read"]
    with closing(open_dossier(dossier, read_only=True)) as opened:
        plan = opened.dossier.plans[-1]
    assert plan.sections
    assert plan.tasks
    assert plan.letterhead.body


def test_an_excel_file_becomes_the_appendix_of_a_new_plan(dossier: Path, capsys: Said) -> None:
    file = dossier.with_name("Phụ lục.xlsx")
    export_plan(old_plan(), excel=file)
    assert main(["import", str(file), "--into", str(dossier), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["plan"]["tasks"] >= len(old_plan().tasks)
    with closing(open_dossier(dossier, read_only=True)) as opened:
        plan = opened.dossier.plans[-1]
    assert plan.form is IssueForm.PLAN
    assert plan.title
    assert [task.title for task in plan.appendices[0].tasks] == [task.title for task in old_plan().tasks]


def test_importing_twice_makes_two_plans(dossier: Path, capsys: Said) -> None:
    file = dossier.with_name("Kế hoạch.docx")
    export_plan(old_plan(), word=file)
    for _time in range(2):
        assert main(["import", str(file), "--into", str(dossier)]) == 0
    with closing(open_dossier(dossier, read_only=True)) as opened:
        first, second = opened.dossier.plans[1:]
    assert first.id != second.id
    assert paper(first, dossier.parent) == paper(second, dossier.parent) == word_text(file)
    assert capsys.readouterr().err == ""


def test_without_a_dossier_the_command_line_says_how_to_make_one(
    vietnamese_folder: Path, seed_texts: dict[str, str], capsys: Said
) -> None:
    file = vietnamese_folder / "000.txt"
    file.write_text(seed_texts["000"], encoding="utf-8")
    target = vietnamese_folder / "Chưa có.cchc"
    assert main(["import", str(file), "--into", str(target)]) == 1
    said = capsys.readouterr()
    assert "cchc-desktop new" in said.err
    assert said.out == ""
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Kế hoạch.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("Kế hoạch.docx", b"PK\x03\x04 broken"),
        ("trống.txt", b""),
        ("ảnh.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_dossier_stays_as_it_was(
    name: str, content: bytes, dossier: Path, capsys: Said
) -> None:
    file = dossier.with_name(name)
    file.write_bytes(content)
    before = dossier.read_bytes()
    assert main(["import", str(file), "--into", str(dossier)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert dossier.read_bytes() == before
