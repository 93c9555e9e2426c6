"""The import window: source and plan linked, doubts answered by keys, places ticked, nothing left behind by leaving."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect
from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.import_target import NEW_PLAN, Destination, destinations
from cchc_desktop.authoring.sample import SAMPLE_OFFICE
from cchc_desktop.domain.plan import Plan, SectionRole
from cchc_desktop.domain.profile import default_profile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task
from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.source import SourceDocument, SourceLine
from cchc_desktop.ui.help_window import HelpWindow
from cchc_desktop.ui.import_window import ImportWindow, Ours
from cchc_desktop.ui.importing.asking import ask_file, read_file
from cchc_desktop.ui.importing.change_table import differing
from cchc_desktop.ui.importing.legacy_dialog import LegacyDialog, old_encoding
from cchc_desktop.ui.importing.reading import Reading
from cchc_desktop.ui.importing.source_model import LINKED_ROLE, SourceModel
from cchc_desktop.ui.jobs import ThreadRunner
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from cchc_desktop.ui.workspace import Workspace
from tests.ui.import_desk import adapt_title, appendix_alone, old_plan, read_of

Shown = Callable[[type[QDialog]], QDialog]
Open = Callable[..., ImportWindow]
Taken = list[tuple[Plan, Destination]]


@pytest.fixture
def taken() -> Taken:
    """What the window has handed over."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, taken: Taken) -> Iterator[Open]:
    """Opens the import window over the main one."""
    all_made: list[ImportWindow] = []

    def make(read: ReadPlan | None = None, places: tuple[Destination, ...] = (NEW_PLAN,)) -> ImportWindow:
        made = ImportWindow.show_for(
            window,
            window.desk,
            read_of(old_plan()) if read is None else read,
            Ours(SAMPLE_OFFICE, 2026, places, adapt_title),
            lambda plan, place: taken.append((plan, place)),
        )
        made.resize(1366, 690)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        all_made.append(made)
        return made

    yield make
    for one in all_made:
        if isValid(one):
            one.done(QDialog.DialogCode.Rejected)  # without the question that a given answer would bring


def marked(window: ImportWindow) -> set[int]:
    """The numbers of the lines that are marked as what the block looked at was made from."""
    model = window.understood.source.rows
    return {
        number
        for at, row in enumerate(model.rows)
        if model.index(at).data(LINKED_ROLE)
        for number in row.numbers
    }


def row_with(window: ImportWindow, text: str) -> int:
    rows = window.understood.source.rows.rows
    return next(at for at, row in enumerate(rows) if text in row.plain)


def test_every_line_is_shown_with_its_number_and_its_sign_in_words(opened: Open) -> None:
    read = read_of(old_plan())
    window = opened(read)
    model = window.understood.source.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = [number for row in model.rows for number in row.numbers]
    assert shown == [line.number for line in read.source.lines]
    guessed = read.draft.doubts[0].lines[0]
    row = model.row_of(guessed)
    assert row is not None
    spoken = model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"Dòng {guessed}, đoán: ")
    assert model.row_of(10_000) is None


def test_cells_of_a_table_row_stay_together_side_by_side(opened: Open) -> None:
    window = opened()
    [task, *_others] = old_plan().tasks
    row = window.understood.source.rows.rows[row_with(window, task.title)]
    assert row.has_borders
    assert len(row.cells) == 6
    assert [round(sum(cell.share for cell in row.cells), 6), row.cells[0].left] == [1.0, 0.0]
    assert row.cells[1].share > row.cells[0].share


def test_moving_in_the_source_moves_in_the_plan(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    source, preview = window.understood.source, window.understood.preview
    with qtbot.waitSignal(preview.laid_out, timeout=20_000):
        pass
    source.setFocus()
    source.setCurrentIndex(source.rows.index(row_with(window, "KẾ HOẠCH")))
    qtbot.keyClick(source, Qt.Key.Key_Down)
    plan = old_plan()
    assert window.understood.preview.view._source == f"{window.understood.plan.id}:title"
    assert source.currentIndex().data() == plan.title.split("\n", maxsplit=1)[0]
    # The whole title was made from these lines: all of them are marked.
    assert len(marked(window)) == 1 + len(plan.title.split("\n"))


def test_a_click_on_the_paper_leads_to_the_line(opened: Open) -> None:
    window = opened()
    section = window.understood.plan.sections[2]
    window.understood.preview.source_clicked.emit(section.items[0].id)
    assert section.items[0].content.plain in window.understood.source.currentIndex().data()
    task = window.understood.plan.tasks[1]
    window.understood.preview.source_clicked.emit(task.id)
    assert task.title in window.understood.source.currentIndex().data()
    assert len(marked(window)) >= 6


def test_a_digit_answers_and_goes_to_the_next_open_doubt(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    page = window.understood
    assert page.doubts.list.hasFocus()
    assert page.doubts.current == 0
    assert page.source.currentIndex().row() == page.source.rows.row_of(page.review.doubts[0].lines[0])
    before = page.plan
    qtbot.keyClick(page.doubts.list, Qt.Key.Key_2)
    assert page.plan.sections[0].role is SectionRole.CONTENT
    assert page.plan.sections[1:] == before.sections[1:]
    assert page.doubts.current == 1
    assert page.doubts.list.item(0).text().endswith("→ Nội dung tuyên truyền")
    assert page.tabs.tabText(0) == "Cần trả lời (1/2)"
    assert page.review.confidence(page.review.doubts[0].lines[0]) is Confidence.SURE


def test_digits_answer_from_the_source_too_and_enter_takes_the_first(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    page = window.understood
    page.source.setFocus()
    qtbot.keyClick(page.source, Qt.Key.Key_3)
    assert page.plan.sections[0].role is SectionRole.OTHER
    page.source.setFocus()
    qtbot.keyClick(page.source, Qt.Key.Key_Return)
    assert page.review.answers == {0: 2, 1: 0}
    assert page.tabs.tabText(0) == "Đã trả lời cả 2 chỗ"
    qtbot.keyClick(page.doubts.list, Qt.Key.Key_9)
    assert page.review.answers == {0: 2, 1: 0}


def test_an_answer_can_be_changed_and_leads_to_the_same_plan_as_the_right_one_at_once(
    qtbot: QtBot, opened: Open
) -> None:
    window = opened()
    page = window.understood
    qtbot.keyClick(page.doubts.list, Qt.Key.Key_3)
    page.doubts.go_to(0)
    qtbot.mouseClick(page.doubts.buttons[1], Qt.MouseButton.LeftButton)
    assert page.review.answers == {0: 1}
    at_once = page.review.draft.doubts[0].choices[1].settle(page.review.draft.plan)
    assert page.plan == at_once


def test_f8_walks_over_the_open_doubts_only(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    page = window.understood
    page.source.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.doubts.current == 1
    assert page.doubts.list.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.doubts.current == 0
    qtbot.keyClick(page.doubts.list, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.doubts.current == 1


def test_the_counts_tell_lines_by_confidence_and_lead_to_them(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    page = window.understood
    texts = {one: button.text() for one, button in page.counts.buttons.items()}
    assert texts[Confidence.GUESSED] == "? 1 đoán"
    assert texts[Confidence.UNPLACED] == "! 1 chưa xếp được"
    qtbot.mouseClick(page.counts.buttons[Confidence.UNPLACED], Qt.MouseButton.LeftButton)
    [unplaced] = page.review.draft.unplaced
    assert page.source.currentIndex().row() == page.source.rows.row_of(unplaced)
    qtbot.keyClick(page.doubts.list, Qt.Key.Key_1)
    assert not page.counts.buttons[Confidence.GUESSED].isEnabled()


def test_a_note_leads_to_its_line(opened: Open) -> None:
    window = opened()
    notes = window.understood.notes
    assert [notes.item(row).text() for row in range(notes.count())] == [
        "Đã nối 3 dòng bị ngắt giữa câu.",
        "Dòng 12: nguồn ghi “c)”, sẽ đánh lại thành “d)”.",
    ]
    notes.itemActivated.emit(notes.item(1))
    assert 12 in window.understood.source.rows.rows[window.understood.source.currentIndex().row()].numbers
    notes.itemActivated.emit(notes.item(0))


def test_the_second_page_shows_each_place_before_and_after(qtbot: QtBot, opened: Open, taken: Taken) -> None:
    window = opened()
    qtbot.keyClick(window.understood.doubts.list, Qt.Key.Key_2)
    qtbot.mouseClick(window.go_on, Qt.MouseButton.LeftButton)
    table = window.adapting.table
    assert [change.key for change in table.changes] == ["title", "number"]
    assert "2025" in table.item(0, 1).text()  # type: ignore[union-attr]
    assert "2026" in table.item(0, 2).text()  # type: ignore[union-attr]
    assert table.item(1, 2).text() == "(bỏ trống)"  # type: ignore[union-attr]
    assert table.hasFocus()
    table.setCurrentCell(1, 1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert window.adapting.kept == {"number"}
    assert table.currentRow() == 1
    qtbot.mouseClick(window.take, Qt.MouseButton.LeftButton)
    [(plan, place)] = taken
    assert place == NEW_PLAN
    assert (plan.number, plan.period.first_year) == ("15", 2026)
    assert plan.sections[0].role is SectionRole.CONTENT


def test_former_names_of_agencies_are_changed_by_the_directory_of_the_dossier() -> None:
    usual = default_profile(SAMPLE_OFFICE)
    room = replace(usual.agencies[0], name="Phòng Văn xã", former_names=("Phòng Nội vụ",))
    plan = old_plan()
    task = replace(plan.tasks[0], lead=RichText.of("Phòng Nội vụ"))
    plan = replace(plan, appendices=(replace(plan.appendices[0], rows=(task,)),))
    asked = AdaptOptions(frozenset((Aspect.AGENCIES,)))
    adapt = Ours(SAMPLE_OFFICE, 2026, profile=replace(usual, agencies=(room,))).adapting
    moved, [change] = adapt(plan, SAMPLE_OFFICE, 2026, asked)
    assert moved.tasks[0].lead.plain == change.after == "Phòng Văn xã"


def test_every_aspect_can_be_asked_for_and_all_but_the_structure_are(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    window.go_on.click()
    assert set(window.adapting.boxes) == set(Aspect)
    assert window.adapting.options.aspects == set(Aspect) - {Aspect.STRUCTURE}
    assert "tên hiện nay" in window.adapting.boxes[Aspect.AGENCIES].text()


def test_an_aspect_that_is_not_wanted_leaves_its_places_alone(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    window.go_on.click()
    window.adapting.boxes[Aspect.ISSUE].click()
    assert [change.key for change in window.adapting.table.changes] == ["title"]
    window.adapting.year.setValue(2030)
    assert "năm 2030" in window.plan.title
    window.adapting.boxes[Aspect.YEAR].click()
    assert window.plan == window.understood.plan
    assert window.adapting.table.isHidden()


def test_going_back_keeps_the_answers_and_what_was_unticked(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    window.go_on.click()
    qtbot.keyClick(window.adapting.table, Qt.Key.Key_Space)
    assert window.adapting.kept == {"title"}
    qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.understood.doubts.list, Qt.Key.Key_2)
    window.go_on.click()
    assert window.adapting.kept == {"title"}
    assert window.plan.title == old_plan().title
    assert window.plan.sections[0].role is SectionRole.CONTENT


def test_leaving_leaves_no_trace_but_asks_once_answers_were_given(
    qtbot: QtBot, opened: Open, taken: Taken, shown: Shown
) -> None:
    window = opened()
    qtbot.keyClick(window.understood.doubts.list, Qt.Key.Key_2)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    box = shown(QMessageBox)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert window.isVisible()
    qtbot.mouseClick(window.cancel, Qt.MouseButton.LeftButton)
    [leave] = [b for b in shown(QMessageBox).findChildren(QPushButton) if "Hủy việc nhập" in b.text()]
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert taken == []


def test_leaving_without_an_answer_needs_no_question(qtbot: QtBot, opened: Open, taken: Taken) -> None:
    window = opened()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert taken == []


def test_a_plan_without_doubts_or_notes_begins_in_the_source(opened: Open) -> None:
    read = read_of(old_plan())
    draft = replace(read.draft, doubts=(), notes=())
    window = opened(replace(read, draft=draft, source=replace(read.source, notes=())))
    assert window.understood.source.hasFocus()
    assert window.understood.tabs.isHidden()
    window.understood.doubts.go(1)


def test_f1_opens_the_help_of_the_import(qtbot: QtBot, opened: Open, shown: Shown) -> None:
    window = opened()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = shown(HelpWindow)
    assert isinstance(dialog, HelpWindow)
    assert dialog.contents.currentItem().text() == "Nhập kế hoạch cũ"


def test_words_that_differ_are_found_whole() -> None:
    assert differing("năm 2025 của xã", "năm 2026 của xã") == ((4, 8),)
    assert differing("giống nhau", "giống nhau") == ()
    assert differing("15", "") == ((0, 2),)


# In the open dossier


def test_accepting_is_one_undo_step_in_the_open_dossier(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    before = work.session.dossier
    window.imports.look_over(read_of(replace(old_plan(), id="cu")))
    dialog = shown(ImportWindow)
    assert isinstance(dialog, ImportWindow)
    dialog.adapting._adapt = adapt_title
    dialog.go_on.click()
    dialog.take.click()
    assert len(work.session.dossier.plans) == 2
    assert work.plan is not None
    assert work.plan.id == "cu"
    assert work.session.undo_label == "đưa kế hoạch cũ vào hồ sơ"
    window.menus.actions["undo"].trigger()
    assert work.session.dossier == before


def test_a_plan_with_a_key_the_dossier_has_does_not_overwrite_it(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    [own] = work.session.dossier.plans
    window.imports.look_over(read_of(replace(old_plan(), id=own.id)))
    dialog = shown(ImportWindow)
    assert isinstance(dialog, ImportWindow)
    dialog.adapting._adapt = adapt_title
    dialog.go_on.click()
    dialog.take.click()
    assert work.session.dossier.plans[0] == own
    assert len({plan.id for plan in work.session.dossier.plans}) == 2


def test_leaving_changes_nothing_in_the_dossier(window: MainWindow, work: Workspace, shown: Shown) -> None:
    before = work.session.dossier
    window.imports.look_over(read_of(old_plan()))
    shown(ImportWindow).reject()
    assert work.session.dossier is before
    assert work.session.undo_label is None


def test_an_appendix_alone_replaces_the_appendix_of_the_plan(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    read = read_of(appendix_alone())
    assert work.plan is not None
    own = work.plan
    changed = replace(read.draft.plan.appendices[0], rows=(Task(lead=RichText.of("Văn phòng")),), id="moi")
    read = replace(read, draft=replace(read.draft, plan=replace(read.draft.plan, appendices=(changed,))))
    window.imports.look_over(read)
    dialog = shown(ImportWindow)
    assert isinstance(dialog, ImportWindow)
    dialog.adapting._adapt = adapt_title
    assert dialog.where.isHidden()
    dialog.go_on.click()
    names = [dialog.where.itemText(index) for index in range(dialog.where.count())]
    assert names == [
        "Thay phụ lục của kế hoạch năm 2026",
        "Thêm một phụ lục vào kế hoạch năm 2026",
        "Thành kế hoạch mới",
    ]
    assert dialog.where.isVisible()
    dialog.take.click()
    after = work.session.dossier.plan(own.id)
    assert after.appendices == (changed,)
    assert replace(after, appendices=own.appendices) == own
    window.menus.actions["undo"].trigger()
    assert work.session.dossier.plan(own.id) == own


def test_a_whole_plan_has_one_place_to_go(work: Workspace) -> None:
    assert destinations(work.session.dossier, old_plan(), work.plan_id) == (NEW_PLAN,)


def test_nothing_is_read_into_a_dossier_open_for_reading(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    path = work.opened.path
    window.close_dossier()
    window.dossiers.open_path(path, read_only=True)
    window.menus.actions["import_file"].trigger()
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "để xem" in box.text()
    box.close()


# Ways in


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(10, 10), copy, mime, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none, QEvent.Type.Drop))


def test_the_door_asks_the_three_questions_with_the_old_plan_as_origin(
    qtbot: QtBot, window: MainWindow, shown: Shown, documents: Path
) -> None:
    qtbot.mouseClick(window.start.doors["old-word"], Qt.MouseButton.LeftButton)
    dialog = shown(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    assert dialog.origin.old_word.isChecked()
    assert dialog.origin.choose_file.isVisible()
    dialog.picker.query.setText("vung ang")
    assert not dialog.create_button.isEnabled()
    assert "Hãy chọn tệp" in dialog.create_button.toolTip()
    dialog.origin.take(read_of(old_plan()))
    assert dialog.create_button.isEnabled()
    assert "Kế hoạch cũ.docx" in dialog.origin.what.text()
    dialog.origin.empty.setChecked(True)
    assert dialog.create_button.text() == "Tạo hồ sơ"
    assert dialog.origin.read is None
    assert not dialog.origin.choose_file.isVisible()


def test_a_new_dossier_is_made_only_when_the_old_plan_is_accepted(
    qtbot: QtBot, window: MainWindow, shown: Shown, documents: Path
) -> None:
    for accept in (False, True):
        window.dossiers.new_from_old(read_of(old_plan()))
        dialog = shown(NewDossierDialog)
        assert isinstance(dialog, NewDossierDialog)
        dialog.picker.query.setText("vung ang")
        dialog.year.setValue(2026)
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
        over = shown(ImportWindow)
        assert isinstance(over, ImportWindow)
        over.adapting._adapt = adapt_title
        assert not list(documents.glob("*.cchc"))
        if not accept:
            over.cancel.click()
            assert window.workspace is None
            assert not list(documents.glob("*.cchc"))
            continue
        over.go_on.click()
        over.take.click()
    [path] = documents.glob("*.cchc")
    work = window.workspace
    assert work is not None
    assert work.opened.path == path
    assert work.session.dossier.office.name == "Vũng Áng"
    assert [plan.period.first_year for plan in work.session.dossier.plans] == [2026]


def test_the_commune_of_last_years_plan_is_looked_for(window: MainWindow, shown: Shown) -> None:
    plan = replace(old_plan(), letterhead=replace(old_plan().letterhead, body=("UBND", "PHƯỜNG VŨNG ÁNG")))
    window.dossiers.new_from_old(read_of(plan))
    dialog = shown(NewDossierDialog)
    assert isinstance(dialog, NewDossierDialog)
    assert dialog.office is not None
    assert dialog.office.full_name == "phường Vũng Áng"


def test_a_file_that_cannot_be_read_is_told_in_a_sentence_and_nothing_opens(
    window: MainWindow, work: Workspace, shown: Shown, documents: Path
) -> None:
    path = documents / "Kế hoạch.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    drop(window, path)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Kế hoạch.docx" in box.text()
    box.close()
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, ImportWindow) and one.isVisible()
    ]


def test_an_empty_clipboard_says_how_to_fill_it(window: MainWindow, work: Workspace, shown: Shown) -> None:
    QApplication.clipboard().clear()
    window.menus.actions["import_clipboard"].trigger()
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Bộ nhớ tạm" in box.text()
    assert "Ctrl+C" in box.informativeText()
    box.close()


def test_an_old_word_file_can_be_chosen_and_the_message_says_how_to_save_it_anew(
    qtbot: QtBot, window: MainWindow, shown: Shown, documents: Path
) -> None:
    path = documents / "Kế hoạch.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    found: list[ReadPlan] = []
    ask_file(window.desk, window, found.append)
    dialog = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert "*.doc " in dialog.nameFilters()[0]
    dialog.selectFile(str(path))
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(
        lambda: any(
            isinstance(one, QMessageBox) and one.isVisible() for one in QApplication.topLevelWidgets()
        )
    )
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Word cũ (.doc)" in box.text()
    assert "Word Document (*.docx)" in box.informativeText()
    box.close()
    assert found == []


def test_text_in_an_old_encoding_is_converted_only_when_the_person_says_so(
    window: MainWindow, shown: Shown, documents: Path
) -> None:
    path = documents / "ke hoach.txt"
    text = "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2025\nI. Mục đích\n1. Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính.\n"
    from cchc_desktop.domain.legacy_text import LegacyEncoding, to_legacy

    old = to_legacy(text, LegacyEncoding.TCVN3)
    path.write_text(old, encoding="utf-8")
    found: list[ReadPlan] = []
    read_file(window.desk, window, path, found.append)
    dialog = shown(LegacyDialog)
    assert isinstance(dialog, LegacyDialog)
    assert found == []
    shown_pairs = [
        (dialog.table.item(row, 0).text(), dialog.table.item(row, 1).text())  # type: ignore[union-attr]
        for row in range(dialog.table.rowCount())
    ]
    assert any("Tuyên truyền" in after and before != after for before, after in shown_pairs)
    dialog.convert.click()
    [read] = found
    assert any("Nâng cao nhận thức" in line.text.plain for line in read.source.lines)
    found.clear()
    read_file(window.desk, window, path, found.append)
    dialog = shown(LegacyDialog)
    assert isinstance(dialog, LegacyDialog)
    dialog.keep.click()
    assert not any("Nâng cao" in line.text.plain for line in found[0].source.lines)


def test_reading_happens_beside_the_window_shows_itself_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, shown: Shown
) -> None:
    runner = ThreadRunner()
    may_go_on = threading.Event()
    source = SourceDocument("a.docx", (SourceLine(RichText.of("KẾ HOẠCH"), 1),))

    def slow() -> SourceDocument:
        may_go_on.wait(10)
        return source

    desk = replace(window.desk, runner=runner)
    for stop in (True, False):
        may_go_on.clear()
        reading = Reading(desk, "a.docx", slow, window)
        found: list[object] = []
        reading.done.connect(found.append)
        with qtbot.waitSignal(reading.cancelled if stop else reading.done, timeout=10_000):
            reading.start()
            qtbot.waitUntil(lambda: len(waiting()) == 1)
            [dialog] = waiting()
            if stop:
                qtbot.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
            may_go_on.set()
        assert len(found) == (0 if stop else 1)
        assert waiting() == []
    runner.close()


def waiting() -> list[QDialog]:
    """The dialogs that say something is being read."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible() and "Đang đọc" in one.windowTitle()
    ]


def test_unicode_is_no_old_encoding() -> None:
    line = SourceLine(RichText.of("Nâng cao nhận thức của cán bộ, công chức và người dân."), 1)
    assert old_encoding(SourceDocument("a", (line,))) is None


def test_a_paper_of_breaks_and_empty_tables_is_no_trouble() -> None:
    assert SourceModel(SourceDocument("a", ())).rowCount() == 0
