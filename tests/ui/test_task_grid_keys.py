"""The task grid by keys and mouse, as in Excel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import Level, paragraph
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import Task, TaskGroup
from cchc_desktop.ui.grid.editors import AgencyEditor
from cchc_desktop.ui.grid.model import CellRole, TaskModel
from tests.ui.grid_desk import CONTENT, COOPERATION, LEAD, NOTE, ORDER, TIMING, make_desk, task


def test_typing_over_a_cell_replaces_it_and_enter_goes_down(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Cu"), task("Hai"))
    desk.at(0, CONTENT)
    desk.keys("Moi[Enter]")
    assert desk.contents == ["Moi", "Hai"]
    assert desk.where() == (1, CONTENT)
    assert desk.steps[-1][1] == "sửa ô"


def test_f2_edits_what_is_there_and_tab_goes_right(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"))
    desk.at(0, CONTENT)
    desk.keys("[F2] hai[Tab]")
    assert desk.contents == ["Một hai"]
    assert desk.where() == (0, LEAD)
    desk.keys("[Shift+Tab]")
    assert desk.where() == (0, CONTENT)


def test_escape_gives_the_old_text_back(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"))
    desk.at(0, CONTENT)
    desk.keys("xyz[Esc]")
    assert desk.contents == ["Một"]
    assert not desk.steps
    assert desk.grid.view.hasFocus()


def test_arrows_leave_a_cell_typed_over_but_walk_in_one_opened(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"))
    desk.at(0, CONTENT)
    desk.keys("x[Down]")
    assert desk.contents == ["x", "Hai"]
    assert desk.where() == (1, CONTENT)
    desk.keys("[F2][Left]y[Enter]")
    assert desk.contents == ["x", "Hayi"]


def test_alt_enter_breaks_the_line_and_lines_become_items(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task(""))
    desk.at(0, CONTENT)
    desk.keys("Gom:[Alt+Return]- a[Shift+Return]+ b[Enter]")
    assert desk.contents == ["Gom:\n- a\n+ b"]
    row = desk.grid.appendix().rows[0]
    assert isinstance(row, Task)
    assert [one.level for one in row.content] == [Level.PARAGRAPH, Level.DASH, Level.PLUS]


def test_typing_behind_the_last_row_makes_a_new_task(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    desk.at(0, CONTENT)
    desk.keys("Mot[Enter]Hai[Tab]Phong[Enter]")
    assert [row[:2] for row in desk.table] == [["Mot", ""], ["Hai", "Phong"]]
    assert [step[1] for step in desk.steps] == ["thêm dòng", "thêm dòng", "sửa ô"]


def test_tab_at_the_end_of_a_row_goes_to_the_next(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"))
    desk.at(0, NOTE)
    desk.keys("[Tab]")
    assert desk.where() == (1, CONTENT)


def test_delete_clears_the_chosen_cells(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một", "A", "Quý I"), task("Hai", "B", "Quý II"))
    desk.at(0, LEAD, to=(1, TIMING))
    desk.keys("[Del]")
    assert desk.table == [["Một", "", "", "", ""], ["Hai", "", "", "", ""]]
    assert desk.steps[-1][1] == "xóa ô"
    desk.undo()
    assert desk.table[1][1] == "B"


def test_fill_down_repeats_the_first_cell_with_its_faces(qtbot: QtBot) -> None:
    lead = RichText((Run("Phòng "), Run("A", True)))
    desk = make_desk(qtbot, Task((paragraph("1"),), lead=lead), task("2"), TaskGroup("Nhóm"), task("3"))
    desk.at(0, LEAD, to=(3, LEAD))
    desk.keys("[Ctrl+D]")
    assert [row.lead for row in desk.grid.appendix().tasks] == [lead] * 3
    desk.at(1, CONTENT)
    desk.keys("[Ctrl+D]")
    assert desk.contents == ["1", "1", "Nhóm", "3"]


def test_rows_are_inserted_above_and_below(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"))
    desk.at(0, CONTENT)
    desk.keys("[Ins]x[Enter]")
    assert desk.contents == ["Một", "x", "Hai"]
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+Shift+=]y[Enter]")
    assert desk.contents == ["y", "Một", "x", "Hai"]


def test_removed_rows_are_told_and_come_back(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"), task("Ba"))
    desk.at(0, CONTENT, to=(1, LEAD))
    desk.keys("[Ctrl+-]")
    assert desk.contents == ["Ba"]
    assert desk.told == ["Đã xóa 2 dòng. Bấm Ctrl+Z để lấy lại."]
    desk.undo()
    assert desk.contents == ["Một", "Hai", "Ba"]


def test_alt_arrows_move_rows_and_the_selection_with_them(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"), task("Ba"))
    desk.at(0, CONTENT)
    desk.keys("[Alt+Down]")
    assert desk.contents == ["Hai", "Một", "Ba"]
    assert desk.where() == (1, CONTENT)
    desk.keys("[Alt+Down][Alt+Up][Alt+Up]")
    assert desk.contents == ["Một", "Hai", "Ba"]


def test_a_group_moves_with_its_tasks_over_the_next_group(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, TaskGroup("A"), task("a"), TaskGroup("B"), task("b"), task("c"))
    desk.at(0, ORDER)
    desk.keys("[Alt+Down]")
    assert desk.contents == ["B", "b", "c", "A", "a"]


def test_a_row_dragged_by_its_grip_moves(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"), task("Ba"))
    header = desk.grid.view.verticalHeader()
    header.moveSection(0, 2)
    assert desk.contents == ["Hai", "Ba", "Một"]
    assert [header.visualIndex(number) for number in range(3)] == [0, 1, 2]
    assert desk.steps[-1][1] == "chuyển dòng"


def test_a_group_is_named_at_once_and_spans_the_width(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"))
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+G]")
    desk.keys("Chi dao[Enter]")
    assert desk.contents == ["Chi dao", "Một"]
    assert desk.grid.view.columnSpan(0, 0) == 6
    assert desk.grid.model.index(0, 0).data() == "I. Chi dao"


def test_numbers_follow_the_order_and_cannot_be_typed(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, TaskGroup("A"), task("a"), TaskGroup("B"), task("b"))
    numbers = [desk.grid.model.index(row, ORDER).data() for row in range(4)]
    assert numbers == ["I. A", "1", "II. B", "2"]
    desk.at(1, ORDER)
    desk.keys("x[F2]y")
    assert not desk.steps


def test_clicking_a_heading_does_not_sort(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("b"), task("a"))
    header = desk.grid.view.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionPosition(CONTENT) + 20, 10)
    )
    assert desk.contents == ["b", "a"]
    assert {column for _, column in desk.grid.view.chosen()} == {CONTENT}


def test_a_whole_cell_turns_bold_and_back(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một", "A"))
    desk.at(0, CONTENT, to=(0, LEAD))
    desk.keys("[Ctrl+B]")
    row = desk.grid.appendix().tasks[0]
    assert row.lead.runs == (Run("A", bold=True),)
    assert row.content[0].text.runs == (Run("Một", bold=True),)
    desk.keys("[Ctrl+B]")
    assert not desk.grid.appendix().tasks[0].lead.is_emphasised


def test_faces_survive_editing_other_cells_and_other_words(qtbot: QtBot) -> None:
    timing = RichText.from_spans("Thường xuyên (khi đổi)", [(13, 22, "i")])
    desk = make_desk(qtbot, Task((paragraph("Một"),), timing=timing))
    desk.at(0, CONTENT)
    desk.keys("x[Enter]")
    assert desk.grid.appendix().tasks[0].timing == timing
    desk.at(0, TIMING)
    desk.keys("[F2][Home]A [Enter]")
    assert desk.grid.appendix().tasks[0].timing.runs == (
        Run("A Thường xuyên "),
        Run("(khi đổi)", italic=True),
    )


# --- what is understood


def test_a_timing_is_explained_and_a_strange_one_marked(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a", timing="Quý I/2026"), task("b", timing="sau mùa mưa"), task("c"))
    model = desk.grid.model
    assert "31/3/2026" in model.index(0, TIMING).data(CellRole.HINT)
    assert not model.index(0, TIMING).data(CellRole.DOUBT)
    assert model.index(1, TIMING).data(CellRole.DOUBT)
    assert not model.index(2, TIMING).data(CellRole.HINT)


# --- agencies


def test_agencies_are_ticked_in_a_list_and_joined(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    desk.at(0, LEAD)
    desk.keys("[F2]")
    editor = desk.grid.view.editor()
    assert isinstance(editor, AgencyEditor)
    assert editor.list.isVisible()
    assert editor.list.count() == 3
    desk.keys("[Down][Enter][Down][Enter]")
    assert editor.text() == "Phòng Văn hóa - Xã hội; Phòng Kinh tế"
    desk.keys("[Esc][Enter]")
    assert desk.table[0][1] == "Phòng Văn hóa - Xã hội; Phòng Kinh tế"
    assert not desk.new_agencies


def test_the_list_narrows_without_marks_and_writes_nothing_by_itself(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    desk.at(0, COOPERATION)
    desk.keys("dai tr")
    editor = desk.grid.view.editor()
    assert isinstance(editor, AgencyEditor)
    assert [editor.list.item(i).text() for i in range(editor.list.count())] == ["Đài truyền thanh phường"]
    assert editor.text() == "dai tr"
    item = editor.list.visualItemRect(editor.list.item(0))
    QTest.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=item.center())
    assert editor.text() == "Đài truyền thanh phường"
    assert editor.hasFocus()
    desk.keys("[Esc][Enter]")
    assert desk.table[0][2] == "Đài truyền thanh phường"


def test_a_cell_being_typed_survives_a_look_at_another_page(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    desk.at(0, LEAD)
    desk.keys("Ph")
    desk.grid.hide()
    desk.grid.show()
    QCoreApplication.processEvents()
    desk.grid.view.setFocus()
    desk.at(0, LEAD)
    desk.keys("[F2]x[Enter]")
    assert desk.table[0][1] == "Phx"


def test_a_new_agency_is_asked_about_once(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"), task("b"))
    desk.at(0, LEAD)
    desk.keys("Ban Quan ly cho; Phong Kinh te[Enter]")
    desk.keys("ban quan ly cho[Enter]")
    assert desk.new_agencies == ["Ban Quan ly cho"]
    desk.at(0, NOTE)
    desk.keys("Khac[Enter]")
    assert desk.new_agencies == ["Ban Quan ly cho"]


# --- Vietnamese


def test_unikey_types_over_a_cell(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Cũ"))
    desk.at(0, CONTENT)
    desk.keys("tie[Backspace]êng[Backspace][Backspace][Backspace]ếng[Enter]")
    assert desk.contents == ["tiếng"]


def test_an_input_method_types_over_a_cell(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Cũ"))
    desk.at(0, CONTENT)
    for state in ("t", "ti", "tiê", "tiến"):
        QCoreApplication.sendEvent(desk.target(), QInputMethodEvent(state, []))
    event = QInputMethodEvent()
    event.setCommitString("tiếng")
    QCoreApplication.sendEvent(desk.target(), event)
    desk.keys("[Enter]")
    assert desk.contents == ["tiếng"]


# --- manners


def test_an_open_cell_is_committed_without_closing_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    desk.at(0, CONTENT)
    desk.keys("Mot ")
    desk.grid.commit()
    desk.keys("hai")
    desk.grid.commit()
    assert desk.grid.view.editor() is not None
    desk.keys("[Enter]")
    assert desk.contents == ["Mot hai"]
    assert len(desk.steps) == 1


def test_the_row_being_worked_on_is_told(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"), task("b"))
    desk.at(0, CONTENT)
    entered: list[str] = []
    desk.grid.row_entered.connect(entered.append)
    desk.keys("[Down][Right][Up]")
    ids = [row.id for row in desk.grid.appendix().rows]
    assert entered == [ids[1], ids[0]]


def test_a_row_is_shown_by_its_key_or_that_of_an_item(qtbot: QtBot) -> None:
    rows = [task(f"Nhiệm vụ {number} " * 12) for number in range(200)]
    desk = make_desk(qtbot, *rows)
    desk.grid.show_row(rows[150].id)
    assert desk.where()[0] == 150
    rect = desk.grid.view.visualRect(desk.grid.view.currentIndex())
    assert desk.grid.view.viewport().rect().intersects(rect)
    desk.grid.show_row(rows[20].content[0].id)
    assert desk.where()[0] == 20


def test_undo_shows_the_row_it_changed_and_keeps_the_rest(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, *[task(f"Nhiệm vụ {number}") for number in range(100)])
    desk.at(3, CONTENT)
    desk.keys("x[Enter]")
    desk.at(90, CONTENT)
    desk.undo()
    assert desk.where()[0] == 3
    assert desk.contents[3] == "Nhiệm vụ 3"


def test_a_read_only_grid_changes_nothing(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"), task("b"))
    desk.grid.set_read_only(True)
    desk.at(0, CONTENT)
    desk.keys("x[F2][Del][Ins][Ctrl+-][Ctrl+D][Ctrl+V][Ctrl+X][Alt+Down][Ctrl+B]")
    assert desk.contents == ["a", "b"]
    assert not desk.steps
    assert desk.grid.model.rowCount() == 2


def test_rows_are_as_high_as_their_text(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("ngắn"), task("dài " * 120))
    desk.grid.view.measure_visible()
    assert desk.grid.view.rowHeight(1) > 3 * desk.grid.view.rowHeight(0)
    desk.at(0, CONTENT)
    before = desk.grid.view.rowHeight(0)
    desk.keys("a[Alt+Return]b[Alt+Return]c[Alt+Return]d[Enter]")
    qtbot.waitUntil(lambda: desk.grid.view.rowHeight(0) > before)


def test_every_word_of_the_menus_is_vietnamese(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    texts = [action.text() for action in desk.grid.made_context_menu().actions() if action.text()]
    assert texts == [
        "Cắt", "Sao chép", "Dán", "Xóa nội dung ô", "Thêm dòng trên", "Thêm dòng dưới", "Thêm nhóm nhiệm vụ",
        "Xóa dòng", "Chuyển lên", "Chuyển xuống", "Điền xuống", "Đậm", "Nghiêng",
    ]  # fmt: skip


def test_the_model_is_a_sound_qt_model(qtbot: QtBot, qtmodeltester: pytest.FixtureRequest) -> None:
    from cchc_desktop.domain.task import VARIANTS, Appendix

    model = TaskModel()
    appendix = Appendix("", VARIANTS["B"], (TaskGroup("A"), task("a"), task("b")))
    model.show(appendix, 2026)
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    model.show(Appendix("", VARIANTS["B"], appendix.rows[1:], id=appendix.id), 2026)
    model.show(Appendix("", VARIANTS["B"], (task("x"), *appendix.rows), id=appendix.id), 2026)
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_one_cell_of_five_thousand_rows_is_edited_and_no_other(qtbot: QtBot) -> None:
    rows = [
        TaskGroup(f"Nhóm {number}")
        if number % 25 == 0
        else task(f"Nhiệm vụ {number} " * 8, "Phòng Văn hóa - Xã hội", "Quý I/2026")
        for number in range(5000)
    ]
    desk = make_desk(qtbot, *rows)
    desk.at(2499, CONTENT)
    desk.keys("x[Enter]")
    QCoreApplication.processEvents()
    edited = desk.grid.appendix().rows
    assert len(edited) == 5000
    assert [number for number, row in enumerate(edited) if row != rows[number]] == [2499]
