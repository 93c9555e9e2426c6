"""Whatever the layout, the same plan comes out: printed again, it is the text that the corpus was written from."""

from pathlib import Path

import pytest

from cchc_desktop.formats.excel_read import read_excel
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.formats.text_read import read_text_file
from cchc_desktop.formats.word_read import read_word
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.recognise_source import recognise_source
from cchc_desktop.paper.source import SourceDocument
from tests.corpus import content, excel_papers, word_papers
from tests.corpus.text_papers import WHOLE_TEXTS
from tests.corpus.word_papers import WHOLE_PAPERS


def printed(source: SourceDocument) -> list[str]:
    """The plan that was recognised, as lines of text."""
    draft = recognise_source(source)
    assert draft.unplaced == ()
    return [line for line in to_text(compose(draft.finish())).splitlines() if line]


_EXPECTED = [line for line in content.plain_text().splitlines() if line]


@pytest.mark.parametrize("name", WHOLE_PAPERS)
def test_a_word_file_becomes_the_plan(name: str, tmp_path: Path) -> None:
    assert printed(read_word(WHOLE_PAPERS[name](tmp_path / "a.docx"))) == _EXPECTED


@pytest.mark.parametrize("name", WHOLE_TEXTS)
def test_a_text_becomes_the_plan(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WHOLE_TEXTS[name]())
    assert printed(read_text_file(path)) == _EXPECTED


def test_an_appendix_alone_becomes_the_appendix(tmp_path: Path) -> None:
    expected = _EXPECTED[_EXPECTED.index(content.APPENDIX[0]) :]
    for source in (
        read_word(word_papers.appendix_alone(tmp_path / "a.docx")),
        read_excel(excel_papers.appendix(tmp_path / "a.xlsx")),
    ):
        table = printed(source)
        assert (
            table[table.index(content.table_rows()[0][0] + "\t" + "\t".join(content.HEADINGS[1:])) :]
            == expected[3:]
        )
