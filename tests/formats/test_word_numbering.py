"""Automatic numbers as Word prints them."""

from pathlib import Path

import pytest

from cchc_desktop.formats.word_numbering import counted
from cchc_desktop.formats.word_read import read_word
from tests.corpus.word_xml import cell, level, numbering, p, part, row, style, table, write

_DECIMAL = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)")


def labels(folder: Path, lists: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    """The labels of paragraphs in some lists."""
    body = "".join(p("x", number=place) for place in places)
    parts = {"numbering": lists} | ({"styles": styles} if styles else {})
    return [line.label for line in read_word(write(folder / "a.docx", body, **parts)).lines]


def test_levels_count_and_begin_anew_under_each_outer_one(tmp_path: Path) -> None:
    lists = numbering({1: _DECIMAL}, {1: (1, "")})
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2), (1, 2)]
    assert labels(tmp_path, lists, *places) == ["1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "a)", "b)"]


def test_a_level_without_its_outer_one_counts_as_if_that_had_been_there(tmp_path: Path) -> None:
    lists = numbering({1: _DECIMAL}, {1: (1, "")})
    assert labels(tmp_path, lists, (1, 1), (1, 1), (1, 0)) == ["1.1.", "1.2.", "2."]


def test_two_numbers_of_one_list_count_on_unless_one_says_where_to_begin(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering({1: _DECIMAL}, {1: (1, ""), 2: (1, ""), 3: (1, override)})
    assert labels(tmp_path, lists, (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_number_may_write_a_level_in_its_own_way(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Phần %1", start=4)}</w:lvlOverride>'
    lists = numbering({1: _DECIMAL}, {1: (1, override)})
    assert labels(tmp_path, lists, (1, 0), (1, 0)) == ["Phần IV", "Phần V"]


@pytest.mark.parametrize(("restart", "after"), [("0", "3)"), ("1", "3)"), ("2", "1)")])
def test_a_level_may_say_after_which_one_it_begins_anew(restart: str, after: str, tmp_path: Path) -> None:
    levels = (
        level(0, "decimal", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "decimal", "%3)", f'<w:lvlRestart w:val="{restart}"/>')
    )
    lists = numbering({1: levels}, {1: (1, "")})
    found = labels(tmp_path, lists, (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2))
    assert found[-1] == after


def test_a_style_may_carry_the_number_and_the_level_the_style(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>') + level(
        1, "decimal", "%2.", '<w:pStyle w:val="H2"/>'
    )
    lists = numbering({1: levels}, {1: (1, "")})
    styles = part(
        "styles",
        style("H1", said='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("H2", said='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
        + style("H1b", based="H1"),
    )
    body = (
        p("a", style="H1")
        + p("b", style="H2")
        + p("c", style="H2")
        + p("d", style="H1b")
        + p("e", style="H1", number=(0, 0))
    )
    source = read_word(write(tmp_path / "a.docx", body, numbering=lists, styles=styles))
    assert [(line.label, line.level_hint) for line in source.lines] == [
        ("I.", 0), ("1.", 1), ("2.", 1), ("II.", 0), ("", None),
    ]  # fmt: skip


def test_a_list_may_stand_in_a_numbering_style(tmp_path: Path) -> None:
    lists = numbering({1: '<w:numStyleLink w:val="Danh"/>', 2: _DECIMAL}, {1: (1, ""), 2: (2, "")})
    styles = part("styles", style("Danh", "numbering", said='<w:numPr><w:numId w:val="2"/></w:numPr>'))
    assert labels(tmp_path, lists, (1, 0), (1, 1), styles=styles) == ["1.", "1.1."]


def test_bullets_of_any_font_are_a_dash_or_a_plus(tmp_path: Path) -> None:
    signs = ["-", "–", "\uf0b7", "o", "§", "+", "\uf02b"]
    lists = numbering({1: "".join(level(at, "bullet", sign) for at, sign in enumerate(signs))}, {1: (1, "")})
    places = [(1, at) for at in range(len(signs))]
    assert labels(tmp_path, lists, *places) == ["-", "-", "-", "-", "-", "+", "+"]


def test_roman_levels_may_be_written_in_arabic_below(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    assert labels(tmp_path, numbering({1: levels}, {1: (1, "")}), (1, 0), (1, 0), (1, 1)) == [
        "I.",
        "II.",
        "2.1.",
    ]


def test_an_empty_numbered_paragraph_counts_but_is_no_line_except_in_a_cell(tmp_path: Path) -> None:
    lists = numbering({1: _DECIMAL}, {1: (1, "")})
    body = (
        p("a", number=(1, 0))
        + p(number=(1, 0))
        + p("c", number=(1, 0))
        + table(row(cell(p(number=(1, 0))), "việc"))
    )
    source = read_word(write(tmp_path / "a.docx", body, numbering=lists))
    assert [(line.label, line.text.plain) for line in source.lines] == [
        ("1.", "a"),
        ("3.", "c"),
        ("4.", ""),
        ("", "việc"),
    ]


def test_a_list_that_is_missing_or_absurd_harms_nobody(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1.%9", start=99_999)
    lists = numbering({1: levels}, {1: (1, ""), 2: (7, "")})
    assert labels(tmp_path, lists, (1, 0), (1, 8), (2, 0), (9, 0)) == ["99999.", "", "", ""]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (4_000, "upperRoman", "4000"), (5, "lowerLetter", "e"), (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"), (7, "decimalZero", "07"), (3, "none", ""), (1, "vietnameseCounting", "một"), (15, "vietnameseCounting", "mười lăm"),
        (21, "vietnameseCounting", "hai mươi mốt"), (30, "vietnameseCounting", "ba mươi"), (6, "cardinalText", "6"),
    ],
)  # fmt: skip
def test_counts_are_written_as_word_writes_them(count: int, form: str, written: str) -> None:
    assert counted(count, form) == written
