"""What Word, LibreOffice, Google Docs and browsers put on the clipboard becomes lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.clipboard_text import lines_from_html, lines_from_text
from cchc_desktop.formats.html_tree import MOST_CHARACTERS
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.recognise_outline import recognise_outline

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><style><!-- p.MsoNormal {mso-style-parent:""; font-size:14.0pt;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=VI><!--StartFragment-->
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><b><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></b><![endif]><b>Mục
đích<o:p></o:p></b></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='font-family:Symbol;
mso-list:Ignore'>\u00b7<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Nâng cao <i>nhận
thức</i> của <span style='font-weight:bold'>cán bộ</span>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level3 lfo2'><![if !supportLists]><span style='mso-list: Ignore'>o<span>&nbsp;</span></span><![endif]>Của người dân.</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>ẩn</span>&nbsp;</p>
<p class=MsoNormal>Đoạn thường,<br>xuống dòng.</p>
<script>alert(1)</script>
<!--EndFragment--></body></html>"""


def told(html: str) -> list[tuple[str, str, int | None]]:
    return [(line.label, line.text.plain, line.level_hint) for line in lines_from_html(html)]


def test_word_lists_give_their_labels_and_depths() -> None:
    assert told(WORD) == [
        ("1.", "Mục đích", 1),
        ("\u00b7", "Nâng cao nhận thức của cán bộ.", 2),
        ("o", "Của người dân.", 3),
        ("", "Đoạn thường,", None),
        ("", "xuống dòng.", None),
    ]


def test_word_typefaces_come_from_tags_and_from_styles() -> None:
    second = lines_from_html(WORD)[1].text
    assert second.runs == (
        Run("Nâng cao "),
        Run("nhận thức", italic=True),
        Run(" của "),
        Run("cán bộ", bold=True),
        Run("."),
    )


def test_word_text_becomes_the_outline_it_was() -> None:
    found = recognise_outline(lines_from_html(WORD)).leading
    assert [one.level for one in found] == [
        Level.ARABIC,
        Level.DASH,
        Level.PLUS,
        Level.PARAGRAPH,
        Level.PARAGRAPH,
    ]
    assert found[0].heading == RichText.of("Mục đích")


def test_google_docs_bold_around_everything_is_not_bold() -> None:
    html = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><ol><li dir="ltr" '
        'style="list-style-type:decimal;" aria-level="1"><p role="presentation"><span style="font-weight:700">Mục '
        "đích</span></p></li><ol><li style='list-style-type:lower-alpha' aria-level='2'><p><span "
        'style="font-weight:400;font-style:italic">Một</span></p></li></ol><li aria-level="1" '
        "style='list-style-type:decimal'><p><span>Hai</span></p></li></ol></b>"
    )
    assert told(html) == [("1.", "Mục đích", 1), ("a)", "Một", 2), ("2.", "Hai", 1)]
    bold, italic, upright = (line.text.runs[0] for line in lines_from_html(html))
    assert (bold.bold, italic.bold, italic.italic, upright.bold) == (True, False, True, False)


def test_numbered_lists_inside_one_another_count_as_a_page_means_them() -> None:
    html = "<ol start=2><li>Hai<ol><li>Hai một</li><li>Hai hai<ul><li>chấm</li></ul></li></ol></li><li>Ba</li></ol>"
    assert told(html) == [
        ("2.", "Hai", 1),
        ("2.1.", "Hai một", 2),
        ("2.2.", "Hai hai", 2),
        ("•", "chấm", 3),
        ("3.", "Ba", 1),
    ]


def test_roman_lists_are_sections() -> None:
    html = "<ol type=I><li>MỤC ĐÍCH</li></ol><p>Một.</p><ol type=I start=2><li>KINH PHÍ</li></ol><p>Hai.</p>"
    assert [one.title for one in recognise_outline(lines_from_html(html)).sections] == [
        "MỤC ĐÍCH",
        "KINH PHÍ",
    ]


def test_a_second_paragraph_of_a_list_item_has_no_label() -> None:
    assert told("<ul><li><p>Một.</p><p>Vẫn một.</p></li><li><p>Hai.</p></li></ul>") == [
        ("•", "Một.", 1),
        ("", "Vẫn một.", 1),
        ("•", "Hai.", 1),
    ]


def test_tables_become_lines_cell_by_cell() -> None:
    assert told("<table><tr><td>Một</td><td><p>Hai</p><p>Ba</p></td></tr></table>") == [
        ("", "Một", None),
        ("", "Hai", None),
        ("", "Ba", None),
    ]


def test_only_the_fragment_of_the_clipboard_counts() -> None:
    html = "Version:0.9\r\nStartHTML:0001\r\n<html><body>rác<!--StartFragment--><p>Một</p><!--EndFragment--></body>"
    assert told(html) == [("", "Một", None)]


@pytest.mark.parametrize(
    "html",
    ["", "   ", "<!-- -->", "<style>p{}</style>", "<p> &nbsp; </p>", "\x00", "<p></p><br>", "<?xml x?>"],
)
def test_html_without_text_is_no_lines(html: str) -> None:
    assert lines_from_html(html) == ()


def test_scripts_styles_and_links_to_files_leave_nothing_but_their_text() -> None:
    html = (
        "<p onclick='x()'>Một<script>alert('hai')</script><style>p{}</style><img src='file:///etc/passwd'>"
        "<a href='http://example.invalid/'>ba</a></p><object data='x'>bốn</object>"
    )
    assert told(html) == [("", "Mộtba", None)]


def test_an_entity_bomb_and_a_tower_of_tags_are_read_without_harm() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b; Một</p>'
    assert "Một" in lines_from_html(bomb)[-1].text.plain
    tower = "<div>" * 5_000 + "Một" + "</div>" * 5_000
    assert [line.text.plain for line in lines_from_html(tower)] == ["Một"]


def test_too_much_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserFacingError, match="quá dài"):
        lines_from_html("x" * (MOST_CHARACTERS + 1))
    with pytest.raises(UserFacingError, match="quá dài"):
        lines_from_text("x" * (MOST_CHARACTERS + 1))


def test_plain_text_keeps_empty_lines_and_the_space_at_a_line_end() -> None:
    assert lines_from_text("Một \r\n\r\n\tHai") == (
        PastedLine(RichText.of("Một ")),
        PastedLine(RichText()),
        PastedLine(RichText.of(" Hai")),
    )


@given(st.text(max_size=200))
def test_any_text_is_read_as_html_without_trouble(html: str) -> None:
    for line in lines_from_html(html):
        assert line.text.plain.strip()


@given(
    st.lists(
        st.sampled_from(
            (
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<ul>",
                "</ul>",
                "<li>",
                "<ol>",
                "<br>",
                "<td>",
                "<table>",
                "Một",
                "hai",
            )
        )
    )
)
def test_any_heap_of_tags_keeps_its_words(pieces: list[str]) -> None:
    words = [piece for piece in pieces if not piece.startswith("<")]
    found = "".join(line.text.plain for line in lines_from_html("".join(pieces)))
    assert found.replace(" ", "") == "".join(words)
