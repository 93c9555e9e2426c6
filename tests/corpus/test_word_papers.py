"""Every layout of the one plan is read as the same lines in the same order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_desktop.formats.safe_read import check_safe
from cchc_desktop.formats.word_read import read_word
from cchc_desktop.paper.source import Alignment, SourceBreak, SourceDocument, SourceLine, SourceTable
from tests.corpus import content, word_papers
from tests.corpus.word_papers import WHOLE_PAPERS

_ALL_LINES = [
    *content.HEAD_LINES,
    *content.MIDDLE_LINES,
    *content.TAIL_LINES,
    *content.APPENDIX_LINES,
    *(text for row in content.table_rows() for text in row),
]


def read(make: Callable[[Path], Path], folder: Path) -> SourceDocument:
    path = make(folder / "ke-hoach.docx")
    check_safe(path)
    return read_word(path)


def as_said(line: SourceLine) -> str:
    """A line with its automatic number in front."""
    return f"{line.label} {line.text.plain}".strip()


def said_lines(source: SourceDocument) -> list[str]:
    return [piece for line in source.lines for piece in as_said(line).split("\n")]


@pytest.mark.parametrize("name", WHOLE_PAPERS)
def test_a_layout_is_read_as_the_lines_of_the_plan(name: str, tmp_path: Path) -> None:
    source = read(WHOLE_PAPERS[name], tmp_path)
    assert said_lines(source) == _ALL_LINES
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))


@pytest.mark.parametrize("name", WHOLE_PAPERS)
def test_headings_are_bold_the_appendix_lies_and_the_letterhead_has_no_borders(
    name: str, tmp_path: Path
) -> None:
    source = read(WHOLE_PAPERS[name], tmp_path)
    bold = {line.text.plain for line in source.lines if line.text and all(run.bold for run in line.text)}
    assert any("MỤC ĐÍCH, YÊU CẦU" in text for text in bold)
    assert not any("Không trùng với mùa gặt" in text for text in bold)
    assert [block for block in source.blocks if isinstance(block, SourceBreak)] == [
        SourceBreak(landscape=True)
    ]
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert not tables[0].has_borders
    assert tables[-1].has_borders
    title = next(line for line in source.lines if content.KIND in line.text.plain)
    assert title.alignment is Alignment.CENTRE


def test_automatic_numbers_say_how_deep_they_stand(tmp_path: Path) -> None:
    source = read(word_papers.automatic_numbers, tmp_path)
    numbered = [line for line in source.lines if line.label][: len(content.BODY)]
    assert [(one.label, one.level_hint) for one in numbered] == [
        (one.label, one.depth) for one in content.BODY
    ]


@pytest.mark.parametrize(
    ("name", "encoding"), [("tcvn3", "TCVN3"), ("vni", "VNI"), ("unicode-to-hop", "tổ hợp")]
)
def test_old_letters_are_converted_and_a_note_says_so(name: str, encoding: str, tmp_path: Path) -> None:
    source = read(WHOLE_PAPERS[name], tmp_path)
    assert len(source.notes) == 1
    assert encoding in source.notes[0]


def test_papers_in_unicode_need_no_note(tmp_path: Path) -> None:
    for name in ("danh-so-tay", "danh-so-tu-dong", "hai-cot-bang-tab", "kieu-google-docs"):
        assert read(WHOLE_PAPERS[name], tmp_path).notes == ()


def test_an_appendix_alone_begins_on_lying_paper(tmp_path: Path) -> None:
    source = read(word_papers.appendix_alone, tmp_path)
    assert source.blocks[0] == SourceBreak(landscape=True)
    assert said_lines(source)[:3] == list(content.APPENDIX_LINES)


def test_merged_cells_stand_once_with_their_spans_and_numbers_of_the_list(tmp_path: Path) -> None:
    source = read(word_papers.merged_cells, tmp_path)
    (table,) = (block for block in source.blocks if isinstance(block, SourceTable))
    spans = [[(cell.columns, cell.rows) for cell in row] for row in table.rows]
    assert spans[0] == [(1, 2), (1, 2), (1, 2), (2, 1), (1, 2)]
    assert spans[1] == [(1, 1), (1, 1)]
    assert [len(row) for row in table.rows[2:]] == [6, 5, 6, 5]
    assert [row[0].lines[0].label for row in table.rows[2:]] == ["1", "2", "3", "4"]
    assert table.rows[2][1].lines[0].text.plain == content.GROUPS[0][0]
    assert table.rows[2][1].rows == 2


def test_each_of_several_appendices_begins_a_section(tmp_path: Path) -> None:
    source = read(word_papers.several_appendices, tmp_path)
    breaks = [at for at, block in enumerate(source.blocks) if isinstance(block, SourceBreak)]
    following = [source.blocks[at + 1] for at in breaks]
    assert [as_said(one) for one in following if isinstance(one, SourceLine)] == ["Phụ lục I", "Phụ lục II"]


@pytest.mark.slow
def test_a_paper_saved_by_libreoffice_reads_the_same(tmp_path: Path, soffice: str) -> None:
    from tests.corpus.by_libreoffice import saved_again

    for name in ("danh-so-tay", "danh-so-tu-dong", "kieu-google-docs"):
        path = saved_again(soffice, WHOLE_PAPERS[name](tmp_path / f"{name}.docx"), tmp_path / "lưu lại")
        check_safe(path)
        assert said_lines(read_word(path)) == _ALL_LINES, name
