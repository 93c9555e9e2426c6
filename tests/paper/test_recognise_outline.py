"""Pasted lines become an outline: levels, headings, healed lines, nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.paper.numbering import labels
from cchc_desktop.paper.pasted import PastedLine, Recognised
from cchc_desktop.paper.recognise_outline import recognise_outline
from tests.strategies import outlines, phrases


def recognised(text: str) -> Recognised:
    return recognise_outline([PastedLine(RichText.of(line)) for line in text.split("\n")])


def rows(outline: Outline) -> list[tuple[str, str, str]]:
    return [(one.level.value, one.heading.plain, one.text.plain) for one in outline]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1. Đăng tải tin, bài.", Level.ARABIC),
        ("1.Đăng tải tin, bài.", Level.ARABIC),
        ("1) Đăng tải tin, bài.", Level.ARABIC),
        ("1/ Đăng tải tin, bài.", Level.ARABIC),
        ("1.1. Đăng tải tin, bài.", Level.DECIMAL),
        ("1.1 Đăng tải tin, bài.", Level.DECIMAL),
        ("1.1.1. Đăng tải tin, bài.", Level.SUBDECIMAL),
        ("a) Đăng tải tin, bài.", Level.LETTER),
        ("a. Đăng tải tin, bài.", Level.LETTER),
        ("đ) Đăng tải tin, bài.", Level.LETTER),
        ("f) Đăng tải tin, bài.", Level.LETTER),
        ("- Đăng tải tin, bài.", Level.DASH),
        ("-Đăng tải tin, bài.", Level.DASH),
        ("– Đăng tải tin, bài.", Level.DASH),
        ("• Đăng tải tin, bài.", Level.DASH),
        ("* Đăng tải tin, bài.", Level.DASH),
        ("+ Đăng tải tin, bài.", Level.PLUS),
        ("Đăng tải tin, bài.", Level.PARAGRAPH),
    ],
)
def test_a_typed_label_tells_the_level_and_is_taken_off(line: str, level: Level) -> None:
    assert rows(recognised(line).leading) == [(level.value, "", "Đăng tải tin, bài.")]


@pytest.mark.parametrize(
    "line",
    [
        "100% thủ tục hành chính được niêm yết.",
        "30/11/2026 là hạn cuối.",
        "24 mô hình của Đề án 06 được tuyên truyền.",
        "-nt-",
        "1.5 tỷ đồng từ ngân sách phường.",
        "Quý I. Hoàn thành.",
        "I",
        "+84 912 là đầu số.",
    ],
)
def test_what_only_looks_like_a_label_stays_in_the_text(line: str) -> None:
    assert rows(recognised(line).leading) == [("", "", line)]


def test_a_bullet_set_in_under_a_dash_is_a_plus() -> None:
    found = recognised("- Niêm yết;\n  - Tại trụ sở;\n  - Tại thôn;\n- Phát thanh.").leading
    assert [one.level for one in found] == [Level.DASH, Level.PLUS, Level.PLUS, Level.DASH]


def test_labels_of_word_lists_come_beside_the_text() -> None:
    lines = [
        PastedLine(RichText.of("Mục đích", bold=True), "1.", 1),
        PastedLine(RichText.of("Nâng cao nhận thức."), "\uf0b7", 2),
        PastedLine(RichText.of("Của người dân."), "o", 3),
        PastedLine(RichText.of("Đúng quy định."), "a)", 2),
        PastedLine(RichText.of("Kịp thời."), "1.1.1", 3),
    ]
    found = recognise_outline(lines).leading
    assert [one.level for one in found] == [
        Level.ARABIC,
        Level.DASH,
        Level.PLUS,
        Level.LETTER,
        Level.SUBDECIMAL,
    ]
    assert found[0].heading == RichText.of("Mục đích")


def test_a_bracketed_number_under_a_dotted_one_is_a_letter() -> None:
    found = recognised("1. Đăng tải.\n1) Trên Cổng.\n2) Trên trang Zalo.\n2. Phát thanh.").leading
    assert [one.level for one in found] == [Level.ARABIC, Level.LETTER, Level.LETTER, Level.ARABIC]


class TestHeadings:
    def test_a_short_numbered_line_without_a_mark_over_deeper_items_is_a_heading(self) -> None:
        found = recognised("1. Mục đích\n- Nâng cao nhận thức.\n2. Yêu cầu\nThiết thực, hiệu quả.").leading
        assert [one.is_heading_only for one in found] == [True, False, True, False]

    def test_without_anything_below_it_is_a_text(self) -> None:
        assert rows(recognised("1. Phát thanh hằng tuần\n2. Treo băng rôn").leading) == [
            ("1.", "", "Phát thanh hằng tuần"),
            ("1.", "", "Treo băng rôn"),
        ]

    def test_a_bold_line_is_a_heading_and_leaves_its_bold_to_the_level(self) -> None:
        found = recognised("**1. Mục đích**").leading
        assert found[0].heading == RichText.of("Mục đích")

    def test_an_emphasised_beginning_before_a_colon_is_a_run_in_heading(self) -> None:
        found = recognised("1.4.1. *Cải cách thể chế*: Tuyên truyền văn bản.").leading[0]
        assert found.heading == RichText.of("Cải cách thể chế", italic=True)
        assert found.text == RichText.of("Tuyên truyền văn bản.")

    def test_the_colon_may_be_inside_the_emphasis(self) -> None:
        found = recognised("- **Cải cách thể chế:** Tuyên truyền văn bản.").leading[0]
        assert (found.heading.plain, found.text.plain) == ("Cải cách thể chế", "Tuyên truyền văn bản.")

    def test_plain_words_before_a_colon_are_a_heading_among_headings_only(self) -> None:
        among = recognised("1. Phòng Tư pháp\nPhối hợp.\n2. Văn phòng: Chỉ đạo bộ phận một cửa.").leading
        assert rows(among)[2] == ("1.", "Văn phòng", "Chỉ đạo bộ phận một cửa.")
        alone = recognised("1. Trực tiếp: Hội nghị.\n2. Trực quan: Pano.").leading
        assert all(not one.heading for one in alone)

    def test_a_line_with_a_colon_is_a_heading_when_its_siblings_are(self) -> None:
        found = recognised("a) Mục tiêu chung:\n- Một.\nb) Mục tiêu cụ thể:\n- Hai.").leading
        assert [one.heading.plain for one in found] == ["Mục tiêu chung:", "", "Mục tiêu cụ thể:", ""]
        text = recognised("1.1. Chủ trương của Đảng.\n1.2. Các nội dung cơ bản:\n- Cải cách thể chế.").leading
        assert rows(text)[1] == ("1.1.", "", "Các nội dung cơ bản:")


class TestHealing:
    def test_a_paragraph_broken_by_a_page_end_is_whole_again(self) -> None:
        text = "- Tiếp tục duy trì, phát triển các chuyên trang, chuyên mục CCHC trên mọi\n\nphương tiện thông tin."
        assert rows(recognised(text).leading) == [("-", "", " ".join(text[2:].split()))]

    def test_a_word_that_cannot_end_a_paragraph_goes_on_with_a_quotation(self) -> None:
        text = "- Nghị quyết của Ban Chấp hành Đảng bộ tỉnh; Đề án của UBND tỉnh về\n\n“Đẩy mạnh CCHC”."
        assert len(recognised(text).leading) == 1

    def test_lines_wrapped_at_a_narrow_width_are_whole_again_where_a_capital_begins_the_next(self) -> None:
        text = (
            "Thực hiện Kế hoạch số 674/KH-UBND ngày 28 tháng 12 năm 2021 của Ủy ban nhân dân phường \n"
            "Hoàng Tiến về thực hiện cải cách hành chính; Kế hoạch số 849/KH-UBND ngày 31 tháng 12 của \n"
            "Ủy ban nhân dân phường Hoàng Tiến về tuyên truyền cải cách hành chính trên địa bàn năm \n"
            "2025.\n"
            "Nhằm tiếp tục nâng cao hiệu quả của công tác cải cách hành chính, phường ban hành Kế \n"
            "hoạch này."
        )
        found = recognised(text).leading
        assert [one.text.plain[:9] for one in found] == ["Thực hiện", "Nhằm tiếp"]

    def test_a_short_line_or_a_new_label_is_never_joined(self) -> None:
        text = "1. Phòng Văn hóa - Xã hội\nchủ trì thực hiện.\n- Thiết kế pano, áp phích tại các khu vực đông người dân qua lại\n\n2. Các phòng chuyên môn."
        assert len(recognised(text).leading) == 4

    def test_bold_may_reach_over_two_lines(self) -> None:
        found = recognised("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**").leading
        assert [one.text for one in found] == [
            RichText.of("KT. CHỦ TỊCH", bold=True),
            RichText.of("PHÓ CHỦ TỊCH", bold=True),
        ]

    def test_html_left_in_a_text_is_read(self) -> None:
        found = recognised(
            "<ul><li>Cập nhật danh mục.</li><li><i>Tuyên truyền</i> qua hội nghị.</li></ul>"
        ).leading
        assert rows(found) == [
            ("-", "", "Cập nhật danh mục."),
            ("-", "", "Tuyên truyền qua hội nghị."),
        ]
        assert found[1].text.runs[0] == Run("Tuyên truyền", italic=True)

    @pytest.mark.parametrize("text", ["R&D <b> và A < B", "Ký hiệu (*) và (**)", "2 * 3 * 4", "Số #1"])
    def test_signs_that_mark_nothing_stay(self, text: str) -> None:
        assert recognised(text).leading[0].text == RichText.of(text)


class TestSections:
    PLAN = (
        "KẾ HOẠCH\nTuyên truyền\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Một.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Tư pháp\nPhối hợp.\nTrên đây là Kế hoạch./.\nNơi nhận:\n- Lưu: VT."
    )

    def test_a_whole_plan_is_cut_into_sections(self) -> None:
        found = recognised(self.PLAN)
        assert [one.text.plain for one in found.leading] == ["KẾ HOẠCH", "Tuyên truyền"]
        assert [(one.title, one.roles) for one in found.sections] == [
            ("MỤC ĐÍCH, YÊU CẦU", (SectionRole.PURPOSE,)),
            ("TỔ CHỨC THỰC HIỆN", (SectionRole.ORGANISATION,)),
        ]
        assert [one.text.plain for one in found.tail] == ["Trên đây là Kế hoạch./.", "Nơi nhận:", "Lưu: VT."]

    def test_one_outline_of_it_holds_everything(self) -> None:
        plain = [one.content.plain for one in recognised(self.PLAN).as_one_outline()]
        assert plain == [
            "KẾ HOẠCH",
            "Tuyên truyền",
            "MỤC ĐÍCH, YÊU CẦU",
            "Mục đích",
            "Một.",
            "TỔ CHỨC THỰC HIỆN",
            "Phòng Tư pháp",
            "Phối hợp.",
            "Trên đây là Kế hoạch./.",
            "Nơi nhận:",
            "Lưu: VT.",
        ]

    def test_capital_letters_cut_sections_when_there_are_no_roman_numbers(self) -> None:
        found = recognised("A. MỤC TIÊU\nMột.\nB. NỘI DUNG\nHai.")
        assert [one.title for one in found.sections] == ["MỤC TIÊU", "NỘI DUNG"]

    def test_a_sentence_with_a_roman_number_is_no_section_and_keeps_it(self) -> None:
        found = recognised("II. Nâng cao nhận thức của cán bộ, công chức.")
        assert not found.sections
        assert rows(found.leading) == [("", "", "II. Nâng cao nhận thức của cán bộ, công chức.")]


class TestNotes:
    def test_a_letter_written_twice_is_told(self) -> None:
        notes = recognised("I. MỤC ĐÍCH\na) Một.\nb) Hai.\nc) Ba.\nc) Bốn lần nữa.").notes
        assert len(notes) == 1
        assert "“Bốn lần nữa.”: nguồn ghi “c)”, sẽ đánh lại thành “d)”." in notes[0]

    def test_a_piece_of_a_list_may_begin_anywhere(self) -> None:
        assert recognised("3. Ba.\n4. Bốn.").notes == ()
        assert len(recognised("3. Ba.\n5. Bốn.").notes) == 1

    def test_a_letter_that_numbers_nothing_is_told(self) -> None:
        assert "“f)”" in recognised("I. NỘI DUNG\na) Một.\nf) Hai.").notes[0]

    def test_sections_out_of_order_are_told(self) -> None:
        assert "“III.”" in recognised("I. MỤC ĐÍCH\nMột.\nIII. KINH PHÍ\nHai.").notes[0]
        assert recognised("II. MỤC ĐÍCH\nMột.\nIII. KINH PHÍ\nHai.").notes == ()


_LABELS = st.sampled_from(["", "", "1. ", "2) ", "1.1. ", "1.1.1. ", "a) ", "- ", "+ ", "• ", "I. ", "A. "])
_ENDS = st.sampled_from(["", ".", ";", ":", "…", ", ", " ", "./."])
_WILD_LINES = st.lists(
    st.one_of(st.just(""), st.builds(lambda a, b, c: a + b + c, _LABELS, phrases(1, 25), _ENDS)), max_size=25
)


@given(_WILD_LINES)
def test_no_word_is_lost_and_none_moves(lines: list[str]) -> None:
    found = recognised("\n".join(lines))
    written = " ".join(re.sub(r"^(?:[\d.]+\)?|[a-z]\)|[-+•]|[IA]\.) ", "", line) for line in lines)
    read: list[str] = [one.content.plain for one in found.leading]
    for section in found.sections:
        read += [section.title, *(one.content.plain for one in section.items)]
    read += [one.content.plain for one in found.tail]
    kept = re.sub(r"(^|(?<=\n))[IA]\. ", "", "\n".join(read))
    squeeze = str.maketrans("", "", " \n:")  # a run-in colon may have gone into the structure
    assert kept.translate(squeeze) == written.translate(squeeze)


@given(outlines(max_size=10, tidy=True))
def test_a_printed_outline_is_read_back_with_its_levels_and_words(outline: Outline) -> None:
    lines = [
        PastedLine((RichText.of(f"{label} ") if label else RichText()) + one.content)
        for one, label in zip(outline, labels(outline), strict=True)
    ]
    found = recognise_outline(lines)
    assert [(one.level, one.content.plain) for one in found.leading] == [
        (one.level, one.content.plain) for one in outline
    ]
    assert found.notes == ()


@given(st.lists(st.tuples(st.sampled_from(Level), phrases(3, 12).map(lambda text: text + ".")), max_size=12))
def test_sentences_at_any_level_are_texts_and_never_headings(sentences: list[tuple[Level, str]]) -> None:
    outline = tuple(item(level, text) for level, text in sentences)
    lines = [
        PastedLine(RichText.of(f"{label} {one.text.plain}".strip()))
        for one, label in zip(outline, labels(outline), strict=True)
    ]
    assert [bool(one.heading) for one in recognise_outline(lines).leading] == [False] * len(outline)


@given(st.text(alphabet="*<b>/iul #aÁ\n-.1 ", max_size=60))
def test_any_heap_of_signs_is_read_without_trouble(text: str) -> None:
    letters = [sign for sign in text if sign in "Áa"]
    found = recognised(text)
    everything: list[OutlineItem] = list(found.leading)
    assert [sign for one in everything for sign in one.content.plain if sign in "Á"] == [
        sign for sign in letters if sign == "Á"
    ]
