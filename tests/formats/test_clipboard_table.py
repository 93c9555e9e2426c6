"""Blocks of cells go to Excel and Word and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.formats.clipboard_table import (
    cells_from_html,
    cells_from_text,
    cells_to_html,
    cells_to_text,
)
from tests.strategies import rich_texts

_CELL = st.text(alphabet=st.sampled_from('ab "\n\tÁđ-=+'), max_size=8).map(clean)
_ROWS = st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=4)


def plain(rows: list[list[RichText]]) -> list[list[str]]:
    return [[cell.plain for cell in row] for row in rows]


@given(_ROWS)
def test_cells_come_back_from_text_as_they_went(rows: list[list[str]]) -> None:
    assert cells_from_text(cells_to_text(rows)) == rows


@given(st.lists(st.lists(rich_texts(tidy=True, lines=True), min_size=1, max_size=3), min_size=1, max_size=4))
def test_cells_come_back_from_html_as_they_went(rows: list[list[RichText]]) -> None:
    assert cells_from_html(cells_to_html(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("Một", [["Một"]]),
        ("1\tMột\r\n2\tHai\r\n", [["1", "Một"], ["2", "Hai"]]),
        ('1\t"- Một;\n- Hai."\tQuý I\r\n', [["1", "- Một;\n- Hai.", "Quý I"]]),
        ('"Nói ""vậy""\nlà đủ"\tx', [['Nói "vậy"\nlà đủ', "x"]]),
        ('"Sự hài lòng" của dân\tx', [['"Sự hài lòng" của dân', "x"]]),
        ('"chưa đóng\tx', [['"chưa đóng', "x"]]),
        ("a\t\r\n\tb", [["a", ""], ["", "b"]]),
    ],
)
def test_text_of_excel_is_read_as_excel_means_it(text: str, rows: list[list[str]]) -> None:
    assert cells_from_text(text) == rows


def test_a_group_row_over_all_columns_is_one_text_and_empty_cells() -> None:
    html = "<table><tr><td colspan=3><b>I. Chỉ đạo</b></td></tr><tr><td>1</td><td>Một</td><td>Quý I</td></tr></table>"
    assert plain(cells_from_html(html)) == [["I. Chỉ đạo", "", ""], ["1", "Một", "Quý I"]]
    assert cells_from_html(html)[0][0].runs[0].bold


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    html = (
        "<table><tr><th rowspan=2>TT</th><th rowspan=2>Nội dung</th><th colspan=2>Cơ quan</th></tr>"
        "<tr><th>Chủ trì</th><th>Phối hợp</th></tr>"
        "<tr><td>1</td><td>Một</td><td rowspan=2>Phòng A</td><td>B</td></tr><tr><td>2</td><td>Hai</td><td>C</td></tr></table>"
    )
    assert plain(cells_from_html(html)) == [
        ["TT", "Nội dung", "Cơ quan", ""],
        ["TT", "Nội dung", "Chủ trì", "Phối hợp"],
        ["1", "Một", "Phòng A", "B"],
        ["2", "Hai", "Phòng A", "C"],
    ]


def test_lists_and_breaks_in_a_cell_become_lines() -> None:
    html = "<table><tr><td><ul><li>Một;</li><li>Hai.</li></ul></td><td>a<br>b</td><td><ol><li>x</li></ol></td></tr></table>"
    assert plain(cells_from_html(html)) == [["- Một;\n- Hai.", "a\nb", "1. x"]]


def test_word_bullets_in_a_cell_become_dashes() -> None:
    html = (
        "<table><tr><td><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>\u00b7<span>&nbsp;</span>"
        "</span>Một</p></td></tr></table>"
    )
    assert plain(cells_from_html(html)) == [["- Một"]]


def test_a_table_within_a_cell_is_text_of_that_cell() -> None:
    html = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"
    assert plain(cells_from_html(html)) == [["a\nb\nc", "d"]]


def test_html_without_a_table_is_no_cells() -> None:
    assert cells_from_html("<p>Một</p>") == []
    assert cells_from_html("") == []


def test_a_huge_span_does_not_make_a_huge_row() -> None:
    html = "<table><tr><td colspan=9999 rowspan=9999>a</td></tr><tr><td>b</td></tr></table>"
    assert [len(row) for row in cells_from_html(html)] == [200, 200]


def test_html_for_excel_keeps_text_as_text_in_one_cell() -> None:
    html = cells_to_html([[RichText.of("=1+1\n<b>"), RichText((Run("a", bold=True), Run("b", italic=True)))]])
    assert 'mso-number-format:"\\@"' in html
    assert "br{mso-data-placement:same-cell;}" in html
    assert "=1+1<br>&lt;b&gt;" in html
    assert "<b>a</b><i>b</i>" in html
