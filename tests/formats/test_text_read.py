"""Plain text and HTML as lines and tables: nothing lost, columns and lists seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.formats.source_lines import is_rule
from cchc_desktop.formats.text_read import source_from_html, source_from_text
from cchc_desktop.paper.source import SourceDocument, SourceLine, SourceTable
from tests.journeys.seed_lines import seed_lines, squeezed


def plains(source: SourceDocument) -> list[str]:
    return [line.text.plain for line in source.lines]


def labelled(source: SourceDocument) -> list[tuple[str, str, int | None]]:
    return [(line.label, line.text.plain, line.level_hint) for line in source.lines]


class TestSeeds:
    def test_every_line_of_every_seed_is_read_in_order(self, seed_texts: dict[str, str]) -> None:
        for number, text in seed_texts.items():
            whole = squeezed("".join(plains(source_from_text(text, number))))
            at = 0
            for line in seed_lines(text):
                found = whole.find(squeezed(line), at)
                assert found >= 0, f"{number}: {line}"
                at = found + len(squeezed(line))

    def test_the_paragraphs_of_the_seeds_are_whole(self, seed_texts: dict[str, str]) -> None:
        counts = {number: len(source_from_text(text, number).lines) for number, text in seed_texts.items()}
        assert counts == {"000": 73, "001": 132, "002": 83, "003": 71, "004": 123}
        for text in seed_texts.values():
            for line in source_from_text(text, "seed").blocks:
                if isinstance(line, SourceLine):
                    assert not line.text.plain[:1].islower() or line.text.plain[1:2] in ").", line

    def test_the_one_table_keeps_its_second_header_and_its_list(self, seed_texts: dict[str, str]) -> None:
        tables = [b for b in source_from_text(seed_texts["001"], "001").blocks if isinstance(b, SourceTable)]
        assert [len(table.rows) for table in tables] == [12]
        assert {len(row) for row in tables[0].rows} == {6}
        assert [len(row[1].lines) for row in tables[0].rows].count(2) == 1


_WORDS = st.text(st.sampled_from("aăâbcdđ ơưýếộ .,;-1I)(\t\"'*<li>\n"), max_size=300)


@given(_WORDS)
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    letters = [sign for sign in "".join(plains(source_from_text(text, "x"))) if sign.isalpha()]
    if "<" not in text and "*" not in text:
        assert sorted(letters) == sorted(sign for sign in text if sign.isalpha())


@given(_WORDS)
def test_lines_are_counted_in_order(text: str) -> None:
    source = source_from_text(text, "x")
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))
    assert all(line.text for line in source.lines)


class TestHtml:
    def test_word_on_the_clipboard_gives_labels_and_faces(self) -> None:
        html = (
            "<html><body><!--StartFragment--><p class=MsoNormal align=center><b>KẾ HOẠCH</b></p>"
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Mục đích</p>"
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span>Nội dung</p>"
            "<!--EndFragment--></body></html>"
        )
        source = source_from_html(html, "bảng tạm")
        assert labelled(source) == [("", "KẾ HOẠCH", None), ("1.", "Mục đích", 0), ("a)", "Nội dung", 1)]
        assert source.lines[0].text.spans == ((0, 8, "b"),)

    def test_tables_stand_where_they_stood_with_spans_and_borders(self) -> None:
        html = (
            "<p>trước</p><table border=1><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td>d<ul><li>e</li></ul></td></tr></table>"
            "<p>giữa</p><table><tr><td>x<table><tr><td>trong</td></tr></table></td></tr></table><p>sau</p>"
        )
        source = source_from_html(html, "x")
        kinds = [len(b.rows) if isinstance(b, SourceTable) else "dòng" for b in source.blocks]
        assert kinds == ["dòng", 2, "dòng", 1, "dòng"]
        first, second = (b for b in source.blocks if isinstance(b, SourceTable))
        assert [(cell.columns, cell.rows) for cell in first.rows[0]] == [(2, 1), (1, 2)]
        assert [line.text.plain for line in first.rows[1][1].lines] == ["d", "e"]
        assert (first.has_borders, second.has_borders) == (True, False)
        assert plains(source) == ["trước", "a", "b", "c", "d", "e", "giữa", "x", "trong", "sau"]

    def test_a_table_within_words_and_lists_is_no_trap(self) -> None:
        assert plains(source_from_html("<ul><li>a<table><tr><td>b</td></tr></table>c</li></ul>", "x")) == [
            "a",
            "b",
            "c",
        ]

    def test_nothing_is_nothing(self) -> None:
        assert source_from_html("<!-- -->", "x").blocks == ()
        assert source_from_text("\n\n \n", "x").blocks == ()


@pytest.mark.parametrize(
    ("plain", "rule"), [("-----", True), ("___  ___", True), ("- a", False), ("--", False)]
)
def test_a_drawn_line_is_no_text(plain: str, rule: bool) -> None:
    assert is_rule(plain) is rule
