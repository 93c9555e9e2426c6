"""What a reader of Word sees: letters after all inheritance, changes as accepted, each text box once."""

from pathlib import Path

import pytest

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.word_read import read_word
from cchc_desktop.paper.source import Alignment, SourceBreak, SourceDocument, SourceLine, SourceTable
from tests.corpus.word_xml import cell, level, numbering, p, part, row, run, section, style, table, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.docx"


def plains(source: SourceDocument) -> list[str]:
    return [line.text.plain for line in source.lines]


def spans(line: SourceLine) -> list[str]:
    """The stretches of a line with their faces: "Nội:b"."""
    return [f"{line.text.plain[start:end]}:{face}" for start, end, face in line.text.spans]


class TestLetters:
    def test_a_face_comes_from_the_run_its_style_or_the_style_of_the_paragraph(self, path: Path) -> None:
        styles = part(
            "styles",
            style("Base", text="<w:b/>")
            + style("Child", based="Base")
            + style("Light", based="Base", text='<w:b w:val="0"/>')
            + style("Slant", "character", text="<w:i/>"),
        )
        body = (
            p("con", style="Child")
            + p("nhẹ", style="Light")
            + p(run("thường "), run("nghiêng", inside='<w:rStyle w:val="Slant"/>'))
            + p(run("đậm "), run("không", inside='<w:b w:val="0"/>'), style="Base")
        )
        found = read_word(write(path, body, styles=styles)).lines
        assert [spans(line) for line in found] == [["con:b"], [], ["nghiêng:i"], ["đậm :b"]]

    def test_bold_of_a_character_style_in_a_bold_paragraph_makes_it_light(self, path: Path) -> None:
        styles = part("styles", style("Heavy", text="<w:b/>") + style("Strong", "character", text="<w:b/>"))
        body = p(run("một "), run("hai", inside='<w:rStyle w:val="Strong"/>'), style="Heavy")
        assert spans(read_word(write(path, body, styles=styles)).lines[0]) == ["một :b"]

    def test_letters_shown_as_capitals_are_capitals_and_hidden_ones_are_told(self, path: Path) -> None:
        body = p(run("Kế hoạch ", inside="<w:caps/>"), run("ẩn", inside="<w:vanish/>"))
        source = read_word(write(path, body))
        assert plains(source) == ["KẾ HOẠCH"]
        assert "“ẩn”" in source.notes[0]

    def test_the_font_is_that_of_most_letters_with_themes_resolved(self, path: Path) -> None:
        theme = (
            '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
            '<a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
        )
        styles = part(
            "styles",
            '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>',
        )
        body = p("mặc định") + p(run("dài hơn hẳn", font="Arial"), run("ngắn"))
        source = read_word(write(path, body, styles=styles, theme=theme))
        assert [line.font for line in source.lines] == ["Cambria", "Arial"]

    def test_the_first_row_of_a_styled_table_is_bold(self, path: Path) -> None:
        styles = part(
            "styles",
            style("Grid", "table").replace(
                "</w:style>",
                '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
            ),
        )
        more = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/>'
        source = read_word(
            write(path, table(row("đầu"), row("sau"), borders=False, more=more), styles=styles)
        )
        assert [spans(line) for line in source.lines] == [["đầu:b"], []]
        assert isinstance(source.blocks[0], SourceTable)
        assert source.blocks[0].has_borders

    def test_alignment_and_style_name_come_along(self, path: Path) -> None:
        styles = part("styles", style("a1", name="Nội dung", said='<w:jc w:val="both"/>'))
        source = read_word(
            write(path, p("một", style="a1") + p("hai", style="a1", align="center") + p("ba"), styles=styles)
        )
        assert [(line.style, line.alignment) for line in source.lines] == [
            ("Nội dung", Alignment.JUSTIFIED), ("Nội dung", Alignment.CENTRE), ("", Alignment.LEFT),
        ]  # fmt: skip


class TestText:
    def test_changes_are_read_as_accepted_and_told(self, path: Path) -> None:
        body = p(
            run("Trước "), f'<w:ins w:id="1">{run("thêm ")}</w:ins>', '<w:del w:id="2"><w:r><w:delText>bỏ </w:delText></w:r></w:del>',
            f'<w:moveFrom w:id="3">{run("cũ ")}</w:moveFrom>', f'<w:moveTo w:id="4">{run("mới")}</w:moveTo>',
        )  # fmt: skip
        source = read_word(write(path, body))
        assert plains(source) == ["Trước thêm mới"]
        assert "4 chỗ sửa" in source.notes[0]

    def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_row_is_gone(
        self, path: Path
    ) -> None:
        body = (
            p("một ", more='<w:rPr><w:del w:id="1"/></w:rPr>')
            + p("hai")
            + table(row("còn"), row("mất", more='<w:del w:id="2"/>'))
        )
        assert plains(read_word(write(path, body))) == ["một hai", "còn"]

    def test_a_field_is_its_result_and_a_hyperlink_its_words(self, path: Path) -> None:
        def sign(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        code = "<w:r><w:instrText> DATE </w:instrText></w:r>"
        body = (
            p(
                run("ngày "),
                sign("begin"),
                code,
                run("bỏ"),
                sign("separate"),
                run("12"),
                sign("end"),
                run(" tháng"),
            )
            + p('<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>")
            + p('<w:hyperlink r:id="x">' + run("Cổng xã") + "</w:hyperlink>")
            + p(sign("begin"), code)
            + p("sau trường dở dang")
        )
        assert plains(read_word(write(path, body))) == ["ngày 12 tháng", "7", "Cổng xã", "sau trường dở dang"]

    def test_a_text_box_written_in_two_ways_is_read_once_after_its_paragraph(self, path: Path) -> None:
        box = "<w:txbxContent>" + p("DỰ THẢO") + "</w:txbxContent>"
        body = p(
            run("thân "),
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            run("bài"),
        ) + p(f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>")
        assert plains(read_word(write(path, body))) == ["thân bài", "DỰ THẢO", "DỰ THẢO"]

    def test_a_footnote_stands_in_brackets_where_its_number_stood(self, path: Path) -> None:
        notes = part(
            "footnotes",
            f'<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">{p("Nghị quyết của xã.")}</w:footnote>',
        )
        source = read_word(
            write(
                path,
                p(run("Theo Nghị quyết"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(";")),
                footnotes=notes,
            )
        )
        assert plains(source) == ["Theo Nghị quyết (Nghị quyết của xã.);"]
        assert "1 chú thích" in source.notes[0]

    def test_soft_hyphens_go_and_other_signs_become_letters(self, path: Path) -> None:
        body = p(
            run("tuyên\u00ad truyền"),
            "<w:r><w:softHyphen/><w:noBreakHyphen/><w:sym w:font='Symbol' w:char='F0B3'/></w:r>",
        )
        assert plains(read_word(write(path, body))) == ["tuyên truyền-≥"]

    def test_a_line_broken_by_hand_is_healed_within_a_sentence_and_kept_elsewhere(self, path: Path) -> None:
        long = "Người dân và cán bộ trong xã hiểu rõ việc cần làm,"
        body = (
            p(f"{long}\nai làm và khi nào.")
            + p(f"{long}\n- Gạch đầu dòng.")
            + p(f"{long}\nai làm", align="center")
        )
        assert plains(read_word(write(path, body))) == [
            f"{long} ai làm và khi nào.",
            f"{long}\n- Gạch đầu dòng.",
            f"{long}\nai làm",
        ]

    def test_a_tab_behind_a_number_is_a_space_and_a_drawn_line_is_no_text(self, path: Path) -> None:
        assert plains(read_word(write(path, p("1.\tMục đích") + p("--------") + p("") + p("\tthụt")))) == [
            "1. Mục đích",
            "thụt",
        ]

    def test_a_header_with_words_of_its_own_is_told(self, path: Path) -> None:
        source = read_word(
            write(path, p("thân"), header1=part("hdr", p("Mật") + p("2")), footer1=part("ftr", p("thân")))
        )
        assert plains(source) == ["thân"]
        assert len(source.notes) == 1
        assert "“Mật”" in source.notes[0]


class TestTables:
    def test_merged_cells_stand_once_with_spans(self, path: Path) -> None:
        body = table(
            row(cell("a", wide=2), cell("b", down="restart")),
            row("c", "d", cell(down="continue")),
            row(cell("e"), cell("f", wide=2), more='<w:gridBefore w:val="1"/>'),
        )
        (found,) = read_word(write(path, body)).blocks
        assert isinstance(found, SourceTable)
        shape = [
            [("".join(x.text.plain for x in one.lines), one.columns, one.rows) for one in line]
            for line in found.rows
        ]
        assert shape == [
            [("a", 2, 1), ("b", 1, 2)],
            [("c", 1, 1), ("d", 1, 1)],
            [("", 1, 1), ("e", 1, 1), ("f", 2, 1)],
        ]

    def test_a_table_in_a_cell_and_a_list_in_a_cell_are_lines_of_it(self, path: Path) -> None:
        lists = numbering({1: level(0, "bullet", "•")}, {1: (1, "")})
        body = table(row(cell(p("trước"), table(row("x", "y")), p("sau", number=(1, 0)))))
        (found,) = read_word(write(path, body, numbering=lists)).blocks
        assert isinstance(found, SourceTable)
        assert [f"{x.label}{x.text.plain}" for x in found.rows[0][0].lines] == ["trước", "x", "y", "-sau"]

    def test_content_controls_round_rows_and_cells_are_opened(self, path: Path) -> None:
        wrapped = f"<w:sdt><w:sdtContent>{row('a', '<w:sdt><w:sdtContent>' + cell('b') + '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>"
        assert plains(read_word(write(path, table(wrapped)))) == ["a", "b"]


class TestFile:
    def test_sections_that_only_change_columns_are_no_break(self, path: Path) -> None:
        body = (
            p("một", more=section()) + p("hai", more=section(kind="continuous")) + p("ba", more=section())
            + p("bốn") + section(landscape=True)
        )  # fmt: skip
        blocks = read_word(write(path, body)).blocks
        assert [b.landscape if isinstance(b, SourceBreak) else b.text.plain for b in blocks if not isinstance(b, SourceTable)] == [
            "một", "hai", False, "ba", True, "bốn",
        ]  # fmt: skip

    def test_strict_open_xml_reads_the_same(self, path: Path) -> None:
        import zipfile

        write(path, p("Kế hoạch", bold=True))
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for old, new in (
            (
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
            (
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ):
            parts = {name: content.replace(old, new) for name, content in parts.items()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        assert [spans(line) for line in read_word(path).lines] == [["Kế hoạch:b"]]

    def test_a_damaged_part_is_told(self, path: Path) -> None:
        write(path, "<w:p>")
        with pytest.raises(UserFacingError, match="bị hỏng"):
            read_word(path)

    def test_an_entity_is_never_resolved(self, path: Path) -> None:
        write(path, "<w:p><w:r><w:t>&bi;</w:t></w:r></w:p>")
        with pytest.raises(UserFacingError, match="bị hỏng"):
            read_word(path)
