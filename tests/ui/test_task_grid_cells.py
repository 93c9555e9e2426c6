"""Cells as text and back: nothing that was not typed over changes, on any appendix."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level, item, paragraph
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskColumn, TaskGroup
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.grid import rows
from cchc_desktop.ui.grid.blocks import Block, pasted
from cchc_desktop.ui.grid.cells import cell_rich, cell_text, retyped, with_rich, with_text
from cchc_desktop.ui.grid.clip import copied, mime_data, read
from tests.strategies import appendices, tasks

EDITED = tuple(kind for kind in TaskColumn if kind is not TaskColumn.ORDER)


@given(tasks(), st.sampled_from(EDITED))
def test_typing_the_same_text_changes_nothing(row: Task, kind: TaskColumn) -> None:
    assert with_text(row, kind, cell_text(row, kind)) == row


@given(tasks(), st.sampled_from(EDITED), st.text(max_size=20))
def test_other_cells_stay_as_they_are(row: Task, kind: TaskColumn, text: str) -> None:
    after = with_text(row, kind, text)
    assert isinstance(after, Task)
    assert after.id == row.id
    for other in EDITED:
        if other is not kind:
            assert cell_rich(after, other) == cell_rich(row, other)


@given(st.data())
def test_retyping_gives_the_new_text_with_the_old_faces(data: st.DataObject) -> None:
    runs = st.builds(Run, st.text("abc áđ", max_size=6), st.booleans(), st.booleans())
    old = RichText(tuple(data.draw(st.lists(runs, max_size=4))))
    new = clean(data.draw(st.text("abc áđ", max_size=20)))
    assert retyped(old, new).plain == new
    assert retyped(old, old.plain) == old


@given(appendices(), st.data())
def test_moving_rows_loses_none(appendix: Appendix, data: st.DataObject) -> None:
    assume(appendix.rows)
    chosen = data.draw(st.lists(st.integers(0, len(appendix.rows) - 1), min_size=1, unique=True))
    for after in (
        rows.moved(appendix, chosen, up=True),
        rows.moved(appendix, chosen, up=False),
        rows.brought_to(appendix, chosen, data.draw(st.integers(0, len(appendix.rows)))),
    ):
        assert sorted(row.id for row in after.rows) == sorted(row.id for row in appendix.rows)


@given(appendices())
def test_a_whole_table_copied_onto_an_empty_one_says_the_same(appendix: Appendix) -> None:
    assume(appendix.rows and len(appendix.columns) > 2)
    places = [(row, column) for row in range(len(appendix.rows)) for column in range(len(appendix.columns))]
    block = copied(appendix, places)
    assert block is not None
    again = read(mime_data(block))
    assert again == block
    empty = Appendix("", appendix.columns, restart_order=appendix.restart_order)
    assume(not any(_looks_like_header(row) for row in block.rows[:4]))
    result = pasted(empty, block, [(0, 0)]).appendix
    for before, after in zip(appendix.rows, result.rows, strict=True):
        assert isinstance(before, TaskGroup) is isinstance(after, TaskGroup)
        for column in appendix.columns:
            assert "".join(cell_text(after, column.kind).split()) == "".join(
                cell_text(before, column.kind).replace("\n", " ").split()
            )


def _looks_like_header(row: tuple[RichText, ...]) -> bool:
    from cchc_desktop.paper.recognise_table import is_header

    return is_header(row)


def test_an_italic_note_survives_typing_beside_it() -> None:
    timing = RichText.from_spans("Thường xuyên (khi thay đổi)", [(13, 27, "i")])
    after = with_text(Task(timing=timing), TaskColumn.TIMING, "Hằng tháng (khi thay đổi)")
    assert isinstance(after, Task)
    assert after.timing.runs == (Run("Hằng tháng "), Run("(khi thay đổi)", italic=True))


def test_lines_with_a_dash_or_a_plus_are_items() -> None:
    after = with_text(Task(), TaskColumn.CONTENT, "Tổ chức hội nghị:\n- Một\n+ Hai\na) Ba")
    assert isinstance(after, Task)
    assert [one.level for one in after.content] == [Level.PARAGRAPH, Level.DASH, Level.PLUS, Level.LETTER]
    assert cell_text(after, TaskColumn.CONTENT) == "Tổ chức hội nghị:\n- Một\n+ Hai\na) Ba"


def test_untouched_lines_of_a_content_keep_their_headings_and_identity() -> None:
    content = (item(Level.DASH, "một", "Đề mục"), paragraph("hai"), item(Level.PLUS, "ba"))
    row = Task(content)
    after = with_text(row, TaskColumn.CONTENT, "- Đề mục: một\nhai sửa\nthêm\n+ ba")
    assert isinstance(after, Task)
    assert after.content[0] is content[0]
    assert after.content[-1] is content[-1]
    assert after.content[1].id == content[1].id
    assert [one.text.plain for one in after.content] == ["một", "hai sửa", "thêm", "ba"]


def test_a_run_in_heading_survives_an_edit_of_its_text() -> None:
    content = (item(Level.DASH, "một", "Đề mục"),)
    after = with_text(Task(content), TaskColumn.CONTENT, "- Đề mục: một hai")
    assert isinstance(after, Task)
    assert after.content[0].heading.plain == "Đề mục"
    assert after.content[0].text.plain == "một hai"


def test_a_wide_block_leaves_no_word_behind() -> None:
    appendix = Appendix("", VARIANTS["A"][:3], (Task(),))
    block = Block((tuple(RichText.of(text) for text in ("a", "b", "c", "d")),))
    result = pasted(appendix, block, [(0, 1)])
    row = result.appendix.rows[0]
    assert isinstance(row, Task)
    assert (cell_text(row, TaskColumn.CONTENT), row.lead.plain, row.note.plain) == ("a", "b", "c\nd")
    assert result.notes


def test_pasted_rich_text_keeps_its_faces_in_the_content() -> None:
    text = RichText((Run("- Một "), Run("hai", True)))
    after = with_rich(Task(), TaskColumn.CONTENT, text)
    assert isinstance(after, Task)
    assert after.content[0].level is Level.DASH
    assert after.content[0].text.runs == (Run("Một "), Run("hai", True))
