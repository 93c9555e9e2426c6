"""Typing in the outline editor with real key and input method events."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.rich_text import Run
from tests.ui.outline_desk import compose, make_desk, press


def test_an_empty_outline_is_ready_to_type_in(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    assert desk.editor.text.placeholderText()
    desk.keys("Abc")
    assert desk.lines == ["Abc"]
    assert not desk.editor.text.placeholderText()
    assert desk.steps[0].label == "gõ chữ"


def test_an_outline_whose_text_is_deleted_is_empty_again(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    desk.keys("A[Backspace]")
    assert desk.editor.outline() == ()
    assert desk.editor.text.placeholderText()


def test_enter_makes_the_next_item_of_the_same_level(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "a) Một")
    desk.at(0)
    desk.keys("[Enter]Hai[Shift+Return]Ba")
    assert desk.lines == ["a) Một", "a) Hai", "a) Ba"]
    assert [row.label for row in desk.editor.text.outline.rows] == ["a)", "b)", "c)"]


def test_enter_in_the_middle_cuts_the_item(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Mộthai")
    desk.at(0, 3)
    first = desk.editor.outline()[0].id
    desk.keys("[Enter]")
    assert desk.lines == ["- Một", "- hai"]
    assert desk.editor.outline()[0].id == first
    assert desk.editor.outline()[1].id != first
    assert desk.steps[-1].label == "thêm dòng"


def test_enter_at_the_start_leaves_the_text_its_identity(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một")
    first = desk.editor.outline()[0].id
    desk.at(0, 0)
    desk.keys("[Enter]")
    assert desk.lines == ["-", "- Một"]
    assert desk.editor.outline()[1].id == first


def test_enter_after_a_heading_gives_its_first_child(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Mục đích*")
    desk.at(0)
    desk.keys("[Enter]Nâng cao")
    assert desk.lines == ["1. *Mục đích*", "- Nâng cao"]


def test_enter_after_a_heading_gives_the_level_its_likes_have_below(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Nội dung*", "a) Một", "1. *Hình thức*")
    desk.at(2)
    desk.keys("[Enter]Hai")
    assert desk.lines[-1] == "a) Hai"


def test_enter_on_an_empty_item_goes_out_until_it_is_a_paragraph(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Mục đích*", "- Một", "+ Hai")
    desk.at(2)
    desk.keys("[Enter]")
    assert desk.lines[-1] == "+"
    desk.keys("[Enter]")
    assert desk.lines[-1] == "-"
    desk.keys("[Enter]")
    assert desk.lines[-1] == "1."
    desk.keys("[Enter]Xong")
    assert desk.lines[-1] == "Xong"
    assert len(desk.lines) == 4


def test_tab_and_shift_tab_change_the_level_with_what_stands_below(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "1.1. B", "1.1. C", "- D")
    desk.at(2)
    desk.keys("[Tab]")
    assert desk.lines == ["1. *A*", "1.1. B", "- C", "+ D"]
    desk.keys("[Ctrl+Z]")
    assert desk.lines == ["1. *A*", "1.1. B", "1.1. C", "- D"]
    desk.keys("[Shift+Tab]")
    assert desk.lines[2:] == ["1. C", "- D"]
    assert desk.steps[-1].label == "đổi cấp"


def test_tab_on_several_selected_items_changes_them_all_and_keeps_the_selection(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- A", "- B", "- C")
    desk.at(1, 0, to=(2, 1))
    desk.keys("[Tab]")
    assert desk.lines == ["- A", "+ B", "+ C"]
    assert desk.editor.text.textCursor().selectedText().split("\u2029") == ["B", "C"]


def test_level_keys_give_each_level_directly(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "Một")
    for number, level in enumerate(Level):
        QTest.keyClick(
            desk.editor.text,
            Qt.Key(ord(str(number))),
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        assert desk.editor.outline()[0].level is level
    # A keyboard sends the sign above the digit.
    QTest.keyClick(
        desk.editor.text,
        Qt.Key.Key_Exclam,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert desk.lines == ["1. Một"]


def test_a_label_typed_by_habit_becomes_the_level(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    desk.keys("- Một[Enter]+ Hai[Enter]1. Ba[Enter]a) Bốn[Enter]2.3. Năm")
    assert desk.lines == ["- Một", "+ Hai", "1. Ba", "a) Bốn", "1.1. Năm"]


def test_backspace_takes_the_label_first_and_joins_next(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- hai")
    desk.at(1, 0)
    desk.keys("[Backspace]")
    assert desk.lines == ["- Một", "hai"]
    desk.keys("[Backspace]")
    assert desk.lines == ["- Mộthai"]
    desk.keys("!")
    assert desk.lines == ["- Một!hai"]


def test_delete_at_the_end_joins_the_next_item(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "+ hai", "ba")
    desk.at(0)
    desk.keys("[Del][End][Ctrl+Del]")
    assert desk.lines == ["- Mộthaiba"]


def test_a_text_joined_to_a_heading_runs_in_behind_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Kinh phí*", "Từ ngân sách.")
    desk.at(1, 0)
    desk.keys("[Backspace]")
    assert desk.lines == ["1. *Kinh phí*: Từ ngân sách."]


def test_deleting_the_colon_makes_one_text_of_heading_and_text(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- *Kinh phí*: Từ ngân sách")
    desk.at(0, len("Kinh phí:"))
    desk.keys("[Backspace]")
    assert desk.lines == ["- Kinh phí Từ ngân sách"]


def test_typing_inside_each_part_keeps_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- *Kinh*: Từ")
    desk.at(0, 4)
    desk.keys(" phi")
    assert desk.lines == ["- *Kinh phi*: Từ"]
    desk.at(0, len("Kinh phi: "))
    desk.keys("X")
    desk.at(0)
    desk.keys("Y")
    assert desk.lines == ["- *Kinh phi*: XTừY"]


def test_a_heading_typed_over_stays_a_heading(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- *Kinh phi*: Tu")
    desk.at(0, 0, to=(0, 8))
    desk.keys("Von")
    assert desk.lines == ["- *Von*: Tu"]
    desk.at(0, 3)
    desk.keys("[Backspace][Backspace][Backspace]Tien")
    assert desk.lines == ["- *Tien*: Tu"]


def test_the_text_behind_a_heading_can_be_typed_anew(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- *Von*: Tu")
    desk.at(0, 5, to=(0, 7))
    desk.keys("[Del]")
    assert desk.lines == ["- *Von:*"]
    desk.keys("A")
    assert desk.lines == ["- *Von*: A"]


def test_ctrl_h_goes_from_text_to_run_in_to_whole_line_and_back(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Kinh phí: Từ ngân sách")
    desk.at(0, 3)
    seen = []
    for _ in range(3):
        desk.keys("[Ctrl+H]")
        seen.append(desk.lines[0])
    assert seen == ["- *Kinh phí*: Từ ngân sách", "- *Kinh phí: Từ ngân sách*", "- Kinh phí: Từ ngân sách"]


def test_ctrl_h_on_an_empty_line_makes_a_heading_of_what_is_typed_next(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    desk.keys("1. [Ctrl+H]Muc dich[Enter]Nang cao")
    assert desk.lines == ["1. *Muc dich*", "- Nang cao"]


def test_a_selection_from_the_start_becomes_the_heading(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Phòng Nội vụ tham mưu")
    desk.at(0, 0, to=(0, 12))
    desk.keys("[Ctrl+H]")
    assert desk.lines == ["- *Phòng Nội vụ*: tham mưu"]


def test_alt_arrows_move_an_item_with_what_stands_below(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "- a", "1. *B*", "- b")
    desk.at(2, 1)
    desk.keys("[Alt+Up]")
    assert desk.lines == ["1. *B*", "- b", "1. *A*", "- a"]
    desk.keys("x")
    assert desk.lines[0] == "1. *Bx*"
    desk.keys("[Alt+Down]")
    assert desk.lines == ["1. *A*", "- a", "1. *Bx*", "- b"]


def test_bold_and_italic_are_kept_and_undone(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một hai ba")
    desk.at(0, 4, to=(0, 7))
    desk.keys("[Ctrl+B][Ctrl+I]")
    assert desk.editor.outline()[0].text.runs == (Run("Một "), Run("hai", True, True), Run(" ba"))
    assert [step.label for step in desk.steps] == ["chữ đậm", "chữ nghiêng"]
    desk.keys("[Ctrl+Z][Ctrl+Z]")
    assert not desk.editor.outline()[0].text.is_emphasised


def test_bold_switched_on_applies_to_what_is_typed_next(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a")
    desk.at(0)
    desk.keys("[Ctrl+B]b[Ctrl+B]c")
    assert desk.editor.outline()[0].text.runs == (Run("a"), Run("b", True), Run("c"))


def test_typing_over_a_selection_of_several_items_joins_what_is_left(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- Hai", "a) Ba")
    desk.at(0, 2, to=(2, 1))
    desk.keys("x")
    assert desk.lines == ["- Mộxa"]


def test_select_all_and_delete_empties_the_outline(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "- b")
    desk.keys("[Ctrl+A][Del]")
    assert desk.lines == []
    desk.keys("x[Ctrl+Z][Ctrl+Z]")
    assert desk.lines == ["1. *A*", "- b"]
    desk.keys("[Ctrl+A]y")
    assert desk.lines == ["y"]


def test_typing_in_one_item_is_one_step_and_elsewhere_another(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a", "- b")
    desk.at(0)
    desk.keys("xyz")
    assert len(desk.steps) == 1
    desk.at(1)
    desk.keys("xyz")
    desk.at(0)
    desk.keys("q")
    assert len(desk.steps) == 3
    desk.keys("[Ctrl+Z][Ctrl+Z]")
    assert desk.lines == ["- axyz", "- b"]


def test_undo_puts_the_cursor_where_the_change_was(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, *[f"- Dòng {number}" for number in range(60)])
    desk.at(3)
    desk.keys("abc")
    desk.at(55)
    desk.keys("def")
    desk.keys("[Ctrl+Z]")
    assert desk.editor.text.caret().index == 55
    desk.keys("[Ctrl+Z]")
    assert desk.editor.text.caret() == type(desk.editor.text.caret())(3, len("Dòng 3"))
    caret = desk.editor.text.cursorRect()
    assert desk.editor.text.viewport().rect().contains(caret.center())


def test_an_edit_of_ones_own_shown_again_moves_nothing(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, *[f"- Dòng {number}" for number in range(60)])
    desk.at(30, 2)
    scroll = desk.editor.text.verticalScrollBar().value()
    desk.keys("x")
    assert desk.editor.text.verticalScrollBar().value() == scroll
    assert desk.editor.text.caret().at == 3


def test_undo_keys_are_left_to_the_window_or_come_out_as_signals(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a", undo_action=False)
    asked: list[str] = []
    desk.editor.undo_requested.connect(lambda: asked.append("undo"))
    desk.editor.redo_requested.connect(lambda: asked.append("redo"))
    desk.at(0)
    desk.keys("x[Ctrl+Z][Ctrl+Y][Ctrl+Shift+Z]")
    assert asked == ["undo", "redo", "redo"]
    assert desk.lines == ["- ax"]


def test_our_keys_win_over_those_of_the_window(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một")
    find = QAction("Tìm", desk.window)
    find.setShortcut(QKeySequence("Ctrl+H"))
    found: list[bool] = []
    find.triggered.connect(found.append)
    desk.window.addAction(find)
    desk.at(0)
    desk.keys("[Ctrl+H]")
    assert desk.lines == ["- *Một*"]
    assert not found


# --- Vietnamese


def test_unikey_sends_backspaces_and_letters(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- ")
    desk.at(0)
    # "tieengs" in Telex: each change of a vowel takes back letters and types them anew.
    desk.keys("tie[Backspace]ê")
    desk.keys("ng[Backspace][Backspace][Backspace]ếng")
    desk.keys(" Vie[Backspace]êt[Backspace][Backspace]ệt")
    assert desk.lines == ["- tiếng Việt"]
    assert len(desk.steps) == 1


def test_an_input_method_composes_in_place(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Cải cách ")
    desk.at(0)
    compose(desk.editor, "h", "ha", "han", "hàn", "hành", commit="hành")
    compose(desk.editor, "c", "ch", "chi", "chí", "chín", "chính", commit="chính")
    assert desk.lines == ["- Cải cách hànhchính"]
    assert {step.label for step in desk.steps} == {"gõ chữ"}
    assert len(desk.steps) == 1


def test_what_is_being_composed_is_no_text_yet(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- A")
    desk.at(0)
    compose_open = ("d", "đ", "đư", "đượ")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent

    for state in compose_open:
        QCoreApplication.sendEvent(desk.editor.text, QInputMethodEvent(state, []))
    assert desk.lines == ["- A"]
    assert not desk.steps
    compose(desk.editor, commit="được")
    assert desk.lines == ["- Ađược"]


def test_an_input_method_that_rewrites_what_it_committed_is_followed(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Toi")
    desk.at(0)
    compose(desk.editor, commit="Tôi", replace=3)
    assert desk.lines == ["- Tôi"]


def test_composing_over_several_selected_items_replaces_them(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- Hai", "- Ba")
    desk.at(0, 1, to=(2, 1))
    compose(desk.editor, "đ", commit="đ")
    assert desk.lines == ["- Mđa"]


def test_marks_typed_apart_are_composed_in_the_value(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- ")
    desk.at(0)
    compose(desk.editor, commit=unicodedata.normalize("NFD", "tiếng"))
    assert desk.editor.outline()[0].text.plain == "tiếng"
    desk.keys("[Enter]x")
    assert desk.lines == ["- tiếng", "- x"]


def test_letters_beyond_the_basic_plane_do_not_shift_the_cursor(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- 😀😀 vui")
    desk.at(0, 2)
    desk.keys("[Enter]")
    assert desk.lines == ["- 😀😀", "-  vui"]


# --- manners


def test_a_read_only_editor_changes_nothing(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- Hai")
    desk.editor.set_read_only(True)
    desk.keys("x[Enter][Tab][Alt+Down][Backspace][Ctrl+B][Ctrl+V][Ctrl+X]")
    assert desk.lines == ["- Một", "- Hai"]
    assert not desk.steps
    desk.editor.set_read_only(False)
    desk.at(0)
    desk.keys("x")
    assert desk.lines == ["- Mộtx", "- Hai"]


def test_the_item_under_the_cursor_is_told(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- Hai")
    entered: list[str] = []
    desk.editor.item_entered.connect(entered.append)
    ids = [one.id for one in desk.editor.outline()]
    press(desk.editor, "Down")
    press(desk.editor, "Right")
    press(desk.editor, "Up")
    assert entered == [ids[1], ids[0]]


def test_an_item_is_shown_on_demand(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, *[f"- Dòng {number}" for number in range(80)])
    desk.editor.show_item(desk.editor.outline()[70].id)
    assert desk.editor.text.caret().index == 70
    assert desk.editor.text.viewport().rect().contains(desk.editor.text.cursorRect().center())


def test_removing_says_so_and_can_be_taken_back(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "- a", "1. *B*")
    desk.at(0)
    desk.keys("[Ctrl+Shift+Del]")
    assert desk.lines == ["1. *B*"]
    assert desk.told == ["Đã xóa 2 dòng. Bấm Ctrl+Z để lấy lại."]
    desk.keys("[Ctrl+Z]")
    assert desk.lines == ["1. *A*", "- a", "1. *B*"]


def test_new_item_and_copy_go_behind_what_stands_below(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "- a", "1. *B*")
    desk.at(0)
    desk.keys("[Ctrl+Return]C")
    assert desk.lines == ["1. *A*", "- a", "1. C", "1. *B*"]
    desk.at(0)
    desk.keys("[Ctrl+D]")
    assert desk.lines == ["1. *A*", "- a", "1. *A*", "- a", "1. C", "1. *B*"]
    assert len({one.id for one in desk.editor.outline()}) == 6


def test_every_word_of_the_menu_is_vietnamese(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một")
    menu = desk.editor.made_context_menu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "Cắt", "Sao chép", "Dán", "Dán chữ, bỏ kiểu chữ", "Chọn tất cả",
        "Cấp", "Đề mục", "Đậm", "Nghiêng", "Lên", "Xuống", "Thêm", "Nhân đôi", "Xóa",
    ]  # fmt: skip
