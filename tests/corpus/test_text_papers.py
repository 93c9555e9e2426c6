"""Text files of the one plan are read as its lines, whatever their encoding and however their lines were broken."""

from pathlib import Path

import pytest

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.safe_read import check_safe
from cchc_desktop.formats.text_read import read_text_file, source_from_text
from cchc_desktop.paper.source import SourceTable
from tests.corpus import content
from tests.corpus.text_papers import WHOLE_TEXTS, marked, wrapped

_LINES = [
    *content.HEAD_LINES,
    *content.MIDDLE_LINES,
    *content.TAIL_LINES,
    *content.APPENDIX_LINES,
    *(text for row in content.table_rows() for text in row),
]


@pytest.mark.parametrize("name", WHOLE_TEXTS)
def test_a_text_is_read_as_the_lines_of_the_plan(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes(WHOLE_TEXTS[name]())
    check_safe(path)
    source = read_text_file(path)
    assert [line.text.plain for line in source.lines] == _LINES
    assert [line.number for line in source.lines] == list(range(1, len(_LINES) + 1))


@pytest.mark.parametrize(("name", "told"), [("windows-1258", "Windows-1258"), ("to-hop", "tổ hợp")])
def test_an_old_encoding_is_told(name: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WHOLE_TEXTS[name]())
    assert any(told in note for note in read_text_file(path).notes)


def test_letterhead_and_signature_side_by_side_are_tables_without_borders(tmp_path: Path) -> None:
    source = source_from_text(WHOLE_TEXTS["hai-cot"]().decode(), "a.txt")
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert [table.has_borders for table in tables] == [False, False, True]
    assert [line.text.plain for line in tables[1].rows[0][1].lines] == list(content.SIGNATURE)


def test_marks_are_read_and_a_list_in_a_cell_is_lines() -> None:
    source = source_from_text(marked(), "a.txt")
    plains = [line.text.plain for line in source.lines]
    assert not any("*" in plain or "<" in plain or "#" in plain for plain in plains)
    assert {content.KIND, *(f"{one.label} {one.words}" for one in content.BODY)} <= set(plains)
    (table,) = (block for block in source.blocks if isinstance(block, SourceTable))
    assert len(table.rows) == len(content.table_rows()) + 1, (
        "the header of the second page is a row of the one table"
    )
    assert [line.text.plain for line in table.rows[2][3].lines] == ["- Các thôn", "- Trường học"]


def test_wrapped_lines_would_be_many_more() -> None:
    assert wrapped().count("\n") > len(content.MIDDLE_LINES) + 20


def test_a_cell_in_quotes_may_hold_line_breaks() -> None:
    source = source_from_text('TT\tNội dung\tGhi chú\n1\t"Một\nhai"\tba\n', "a.txt")
    (table,) = source.blocks
    assert isinstance(table, SourceTable)
    assert [line.text.plain for line in table.rows[1][1].lines] == ["Một", "hai"]


def test_a_number_and_a_tab_make_no_table() -> None:
    source = source_from_text("1.\tMục đích\n2.\tYêu cầu\n", "a.txt")
    assert [line.text.plain for line in source.lines] == ["1. Mục đích", "2. Yêu cầu"]
    assert not any(isinstance(block, SourceTable) for block in source.blocks)


def test_tcvn3_without_a_font_is_kept_and_told_with_an_example(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc".encode("cp1252"))
    source = read_text_file(path)
    assert source.lines[0].text.plain.startswith("Céng hßa")
    assert "TCVN3" in source.notes[0]
    assert "Cộng hòa xã hội" in source.notes[0]


def test_bytes_that_are_no_text_of_any_known_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "la.txt"
    path.write_bytes("Журнал учёта рабочего времени сотрудников отдела".encode("cp1251"))
    with pytest.raises(UserFacingError, match="bảng mã"):
        read_text_file(path)


def test_a_few_broken_letters_do_not_spoil_a_text(tmp_path: Path) -> None:
    path = tmp_path / "hong.txt"
    path.write_bytes(content.plain_text().encode() + b"\xe1\xbb")
    source = read_text_file(path)
    assert source.lines[0].text.plain == content.HEAD_LINES[0]
    assert "1 ký tự bị hỏng" in source.notes[0]
