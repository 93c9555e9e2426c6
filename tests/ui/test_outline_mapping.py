"""The text document holds an outline without loss, whatever way it came to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.outline.document import OutlineDocument
from cchc_desktop.ui.outline.mapping import item_id_of, read_item
from cchc_desktop.ui.outline.pieces import Spot
from cchc_desktop.ui.outline.text_area import OutlineTextArea
from tests.strategies import outlines


@pytest.fixture(scope="module", autouse=True)
def _application(qapp: object) -> None:
    """Hypothesis needs fixtures that last."""


def read_all(outline: OutlineDocument) -> Outline:
    """What stands in the document, read without what the widget remembers."""
    block = outline.document.begin()
    if not item_id_of(block):
        return ()
    found: list[OutlineItem] = []
    while block.isValid():
        found.append(read_item(block))
        block = block.next()
    return tuple(found)


@given(outlines())
def test_an_outline_shown_reads_back_as_it_was(outline: Outline) -> None:
    area = OutlineTextArea()
    area.load(outline)
    assert read_all(area.outline) == outline
    assert area.items == outline


@given(st.lists(outlines(max_size=5), min_size=2, max_size=4))
def test_outlines_shown_one_after_the_other_leave_nothing_behind(several: list[Outline]) -> None:
    area = OutlineTextArea()
    for outline in several:
        area.load(outline)
        assert read_all(area.outline) == outline
        assert area.document().blockCount() == max(1, len(outline))


@st.composite
def _rearranged(draw: st.DrawFn) -> tuple[Outline, Outline]:
    before = draw(outlines(max_size=8))
    new = draw(outlines(max_size=3))
    kept = draw(st.permutations([*before, *new]))
    return before, tuple(kept[: draw(st.integers(0, len(kept)))])


@given(_rearranged())
def test_lines_moved_taken_out_and_put_in_are_shown_where_they_belong(pair: tuple[Outline, Outline]) -> None:
    before, after = pair
    area = OutlineTextArea()
    area.load(before)
    area.load(after)
    assert read_all(area.outline) == after


@given(outlines(max_size=6), st.data())
def test_whatever_qt_deletes_or_types_the_value_stays_what_the_document_says(
    outline: Outline, data: st.DataObject
) -> None:
    area = OutlineTextArea()
    area.load(outline)
    for _ in range(4):
        last = area.document().characterCount() - 1
        start, end = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))
        cursor = QTextCursor(area.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        text = data.draw(st.sampled_from(("", "tiếng Việt", ": ", "\n", "ơ")))
        if text:
            cursor.insertText(text)
        else:
            cursor.removeSelectedText()
        assert area.items == read_all(area.outline)
        assert len({one.id for one in area.items}) == len(area.items)
        assert len(area.outline.rows) == len(area.items)


def test_a_run_in_heading_shows_as_one_line_and_keeps_its_parts(qtbot: QtBot) -> None:
    area = OutlineTextArea()
    qtbot.addWidget(area)
    heading = RichText.of("Cải cách thể chế", italic=True)
    area.load((item(Level.SUBDECIMAL, "Tuyên truyền văn bản.", heading),))
    assert area.toPlainText() == "Cải cách thể chế: Tuyên truyền văn bản."
    assert area.items[0].heading == heading


def test_labels_are_never_text(qtbot: QtBot) -> None:
    area = OutlineTextArea()
    qtbot.addWidget(area)
    area.load((item(Level.ARABIC, heading="Mục đích"), item(Level.DASH, "Nâng cao nhận thức.")))
    assert area.toPlainText() == "Mục đích\nNâng cao nhận thức."
    assert [row.label for row in area.outline.rows] == ["1.", "-"]


def test_only_the_lines_that_changed_are_read_again(qtbot: QtBot) -> None:
    area = OutlineTextArea()
    qtbot.addWidget(area)
    area.load(tuple(item(Level.DASH, f"Dòng {number}") for number in range(20)))
    before = area.items
    area.place(Spot(7, len("Dòng 7")))
    area.insertPlainText(" thêm")
    assert area.items[7].text.plain == "Dòng 7 thêm"
    assert all(new is old for i, (new, old) in enumerate(zip(area.items, before, strict=True)) if i != 7)
