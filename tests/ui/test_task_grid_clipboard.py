"""Blocks of cells from and to Excel and Word in the task grid."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import Task, TaskGroup
from tests.ui.grid_desk import CONTENT, LEAD, NOTE, ORDER, TIMING, make_desk, put_on_clipboard, task


def test_a_block_from_excel_goes_over_cells_and_past_the_end(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một", timing="cũ"), task("Hai"))
    put_on_clipboard(text="x1\ty1\r\nx2\ty2\r\nx3\ty3\r\n")
    desk.at(1, CONTENT)
    desk.keys("[Ctrl+V]")
    assert [row[:2] for row in desk.table] == [["Một", ""], ["x1", "y1"], ["x2", "y2"], ["x3", "y3"]]
    assert desk.steps[-1][1] == "dán khối ô"
    assert desk.grid.view.chosen() == [(r, c) for r in (1, 2, 3) for c in (CONTENT, LEAD)]
    desk.undo()
    assert desk.contents == ["Một", "Hai"]


def test_a_cell_of_several_lines_from_excel_stays_one_cell(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    put_on_clipboard(text='"- một\n- hai"\tPhòng A\r\n')
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+V]")
    assert desk.table[0][:2] == ["- một\n- hai", "Phòng A"]


def test_html_cells_keep_their_faces(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    put_on_clipboard(
        text="x", html="<table><tr><td>Thường xuyên <i>(khi đổi)</i></td><td>Ghi</td></tr></table>"
    )
    desk.at(0, TIMING)
    desk.keys("[Ctrl+V]")
    row = desk.grid.appendix().tasks[0]
    assert row.timing.runs == (Run("Thường xuyên "), Run("(khi đổi)", italic=True))
    assert row.note.plain == "Ghi"


def test_a_whole_table_with_a_header_finds_its_columns(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    put_on_clipboard(
        text="STT\tThời gian\tTên nhiệm vụ\tĐơn vị chủ trì\tKết quả\r\n"
        "I\t\tTuyên truyền trên mạng\t\t\r\n"
        "1\tQuý I\tĐăng tin, bài\tPhòng Văn hóa\tTin, bài\r\n"
        "2\tQuý II\tLàm video\tĐoàn Thanh niên\tVideo\r\n"
    )
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+V]")
    assert desk.table == [
        ["Tuyên truyền trên mạng"],
        ["Đăng tin, bài", "Phòng Văn hóa", "", "Quý I", ""],
        ["Làm video", "Đoàn Thanh niên", "", "Quý II", ""],
    ]
    assert [row.product.plain for row in desk.grid.appendix().tasks] == ["Tin, bài", "Video"]
    assert "“Sản phẩm”" in desk.told[0]


def test_a_table_pasted_on_a_filled_row_goes_below_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("Một"), task("Hai"))
    put_on_clipboard(text="TT\tNội dung\tChủ trì\r\n1\tMới\tPhòng A\r\n")
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+V]")
    assert desk.contents == ["Một", "Mới", "Hai"]


def test_one_cell_pasted_on_many_fills_them(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"), task("b"), task("c"))
    put_on_clipboard(text="Quý I")
    desk.at(0, TIMING, to=(2, TIMING))
    desk.keys("[Ctrl+V]")
    assert [row[3] for row in desk.table] == ["Quý I"] * 3


def test_numbers_that_come_along_go_where_the_program_numbers(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    put_on_clipboard(text="1\tĐăng tin\tPhòng A\r\n2\tLàm video\tPhòng B\r\n")
    desk.at(0, CONTENT)
    desk.keys("[Ctrl+V]")
    assert [row[:2] for row in desk.table] == [["Đăng tin", "Phòng A"], ["Làm video", "Phòng B"]]


def test_copied_cells_are_text_for_excel_and_rich_for_us(qtbot: QtBot) -> None:
    lead = RichText((Run("Phòng "), Run("A", True)))
    desk = make_desk(qtbot, Task((paragraph("=1+1"),), lead=lead), task("b", "B"), task("c"))
    desk.at(0, CONTENT, to=(1, LEAD))
    desk.keys("[Ctrl+C]")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "=1+1\tPhòng A\r\nb\tB\r\n"
    assert "mso-number-format" in mime.html()
    desk.at(2, CONTENT)
    desk.keys("[Ctrl+V]")
    assert desk.grid.appendix().tasks[2].lead == lead
    assert desk.contents == ["=1+1", "b", "=1+1", "b"]


def test_copied_rows_with_groups_come_back_as_groups(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, TaskGroup("Nhóm"), task("a", note="x"))
    desk.at(0, ORDER, to=(1, NOTE))
    desk.keys("[Ctrl+C]")
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Nhóm")
    desk.at(2, CONTENT)
    desk.keys("[Ctrl+V]")
    assert desk.table == [["Nhóm"], ["a", "", "", "", "x"]] * 2
    assert isinstance(desk.grid.appendix().rows[2], TaskGroup)


def test_cutting_leaves_empty_cells(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a", "A"))
    desk.at(0, LEAD)
    desk.keys("[Ctrl+X]")
    assert desk.table[0][1] == ""
    assert desk.steps[-1][1] == "cắt ô"
    desk.at(0, NOTE)
    desk.keys("[Ctrl+V]")
    assert desk.table[0][4] == "A"


def test_pasting_in_an_open_cell_stays_in_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, task("a"))
    put_on_clipboard(text="một\thai")
    desk.at(0, CONTENT)
    desk.keys("[F2][Ctrl+V][Enter]")
    assert desk.contents == ["amột hai"]
    assert len(desk.table) == 1
