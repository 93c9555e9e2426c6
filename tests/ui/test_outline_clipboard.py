"""Copying from the outline editor, and pasting into it from itself, Word, browsers and plain text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.rich_text import Run
from cchc_desktop.paper.pasted import Recognised
from cchc_desktop.ui.outline.pieces import Spot
from tests.ui.outline_desk import make_desk


def put_on_clipboard(*, text: str = "", html: str = "") -> None:
    """As another program would."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def test_copied_lines_carry_their_labels_as_text(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Mục đích*", "- Một", "- Hai", "1. *Yêu cầu*")
    desk.at(1, 0, to=(3, 7))
    desk.keys("[Ctrl+C]")
    assert QGuiApplication.clipboard().text() == "- Một\n- Hai\n2. Yêu cầu"
    assert "<b>2. Yêu cầu</b>" in QGuiApplication.clipboard().mimeData().html().replace("</b><b>", "")


def test_copied_lines_pasted_again_are_the_same_but_new(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *Mục đích*", "- *Một*: hai", "+ Ba")
    desk.keys("[Ctrl+A][Ctrl+C]")
    desk.at(2)
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["1. *Mục đích*", "- *Một*: hai", "+ Ba"] * 2
    assert len({one.id for one in desk.editor.outline()}) == 6
    assert desk.steps[-1].label == "dán"


def test_a_piece_of_a_line_is_pasted_into_a_line(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một hai", "+ Ba")
    desk.at(0, 4, to=(0, 7))
    desk.keys("[Ctrl+B][Ctrl+C]")
    desk.at(1, 1)
    desk.keys("[Ctrl+V]")
    assert desk.lines[1] == "+ Bhaia"
    assert desk.editor.outline()[1].text.runs == (Run("B"), Run("hai", True), Run("a"))


def test_cutting_across_lines_joins_what_is_left(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một hai", "+ Ba bốn")
    desk.at(0, 3, to=(1, 2))
    desk.keys("[Ctrl+X]")
    assert desk.lines == ["- Một bốn"]
    assert desk.steps[-1].label == "cắt"


def test_plain_text_with_labels_becomes_items(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Trước", "- Sau")
    put_on_clipboard(text="1. Mục đích\n- Nâng cao nhận thức;\n+ Của cán bộ.\na) Điểm a\nb) Điểm b")
    desk.at(0)
    desk.keys("[Ctrl+V]")
    assert desk.lines == [
        "- Trước", "1. *Mục đích*", "- Nâng cao nhận thức;", "+ Của cán bộ.", "a) Điểm a", "a) Điểm b", "- Sau",
    ]  # fmt: skip
    desk.keys("[Ctrl+Z]")
    assert desk.lines == ["- Trước", "- Sau"]


def test_lines_without_labels_take_the_level_they_are_pasted_into(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "1. *A*", "-")
    put_on_clipboard(text="Nâng cao nhận thức của cán bộ.\nĐẩy mạnh dịch vụ công trực tuyến.")
    desk.at(1)
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["1. *A*", "- Nâng cao nhận thức của cán bộ.", "- Đẩy mạnh dịch vụ công trực tuyến."]


def test_a_line_without_structure_is_pasted_where_the_cursor_is(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Tăng  nhận thức")
    put_on_clipboard(text="cường")
    desk.at(0, 5)
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["- Tăng cường nhận thức"]


def test_html_keeps_bold_and_lists(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    put_on_clipboard(
        text="x",
        html="<p><b>1. Mục đích</b></p><ul><li>Nâng cao <i>nhận thức</i>.</li><li>Hai.</li></ul>",
    )
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["1. *Mục đích*", "- Nâng cao nhận thức.", "- Hai."]
    assert Run("nhận thức", italic=True) in desk.editor.outline()[1].text.runs


def test_pasting_without_faces_leaves_bold_and_italic_out(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a")
    put_on_clipboard(html="<p>- Một <b>hai</b></p><p>- ba</p>", text="- Một hai\n- ba")
    desk.at(0)
    desk.keys("[Ctrl+Shift+V]")
    assert desk.lines == ["- a", "- Một hai", "- ba"]
    assert not any(one.text.is_emphasised for one in desk.editor.outline())


def test_pasted_sections_become_headings_and_are_told(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    found: list[Recognised] = []
    desk.editor.sections_pasted.connect(found.append)
    put_on_clipboard(
        text="I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Một.\n2. Yêu cầu\n- Hai.\nII. KINH PHÍ THỰC HIỆN\nTừ ngân sách phường."
    )
    desk.keys("[Ctrl+V]")
    assert desk.lines == [
        "1. *Mục đích, yêu cầu*", "1.1. *Mục đích*", "- Một.", "1.1. *Yêu cầu*", "- Hai.",
        "1. *Kinh phí thực hiện*", "Từ ngân sách phường.",
    ]  # fmt: skip
    assert [section.title for section in found[0].sections] == ["MỤC ĐÍCH, YÊU CẦU", "KINH PHÍ THỰC HIỆN"]


def test_the_title_of_the_very_section_is_not_repeated(qtbot: QtBot) -> None:
    desk = make_desk(qtbot)
    desk.editor.set_section_title("MỤC ĐÍCH, YÊU CẦU")
    put_on_clipboard(text="I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Một.")
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["1. *Mục đích*", "- Một."]
    assert "Đã bỏ dòng" in desk.told[0]


def test_a_huge_text_is_refused_in_words_and_changes_nothing(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a")
    put_on_clipboard(text="dòng\n" * 3_000_000)
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["- a"]
    assert "quá dài" in desk.told[0]


def test_an_empty_clipboard_or_a_picture_changes_nothing(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- a")
    mime = QMimeData()
    mime.setData("image/png", b"x")
    QGuiApplication.clipboard().setMimeData(mime)
    desk.keys("[Ctrl+V]")
    QGuiApplication.clipboard().clear()
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["- a"]
    assert not desk.steps


def test_text_dropped_from_outside_is_put_in_as_pasted(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một", "- Hai")
    mime = QMimeData()
    mime.setText("a) Điểm a;\nb) Điểm b.")
    area = desk.editor.text
    desk.at(0)
    place = area.cursorRect().center()
    desk.at(1)
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    area.dropEvent(event)
    assert desk.lines == ["- Một", "a) Điểm a;", "a) Điểm b.", "- Hai"]


def test_text_dragged_within_moves(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- Một hai", "+ Ba", "- Bốn")
    desk.at(0, 3, to=(0, 7))
    desk.editor.text.move_selection_to(Spot(2, 3))
    assert desk.lines == ["- Một", "+ Ba", "- Bốn hai"]
    desk.at(0, 0, to=(1, 2))
    desk.editor.text.move_selection_to(Spot(2, 7))
    assert desk.lines == ["-", "- Bốn hai", "- Một", "+ Ba"]


def test_pasting_over_a_selection_replaces_it(qtbot: QtBot) -> None:
    desk = make_desk(qtbot, "- *Một*: hai", "- Ba")
    put_on_clipboard(text="xxx")
    desk.at(0, 1, to=(1, 1))
    desk.keys("[Ctrl+V]")
    assert desk.lines == ["- *M*: xxxa"]
