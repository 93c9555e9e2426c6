"""The HTML page says what the paper says, and is one file without anything active in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parser

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.outline import Level, item
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.html import html_page, write_html
from cchc_desktop.paper.blocks import SignBlock, TableBlock, TableRow
from cchc_desktop.paper.compose import compose
from tests.storage.rich_dossier import rich_dossier

PLANS = (*rich_dossier().plans, *sample_dossier().plans)


def _words(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(page: str) -> list[str]:
    root = parser.fromstring(page)
    for line_break in root.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return [_words(one.text_content()) for one in root.iter("p", "h1", "h2", "h3", "th")]


@pytest.mark.parametrize("plan", PLANS, ids=[plan.form.value for plan in PLANS])
def test_every_paragraph_of_the_paper_is_on_the_page(plan: Plan) -> None:
    document = compose(plan)
    found = _paragraphs(html_page(document))
    for block in document.blocks:
        printed = getattr(block, "printed", None)
        if isinstance(printed, RichText):
            assert _words(printed.plain) in found
        if isinstance(block, SignBlock):
            assert set(map(_words, (*block.recipients, *block.signature, block.name))) <= set(found)
        if isinstance(block, TableBlock):
            for row in block.rows:
                lines = [line for cell in row.cells for line in cell] if isinstance(row, TableRow) else [row]
                assert {_words(line.printed.plain) for line in lines} <= set(found)


def test_text_is_never_taken_for_markup() -> None:
    plan = sample_dossier().plans[0]
    hostile = "<script>alert(1)</script> R&D </p> \"'"
    items = (item(Level.ARABIC, RichText.of(hostile, bold=True), heading=hostile),)
    plan = replace(plan, title=hostile, sections=(replace(plan.sections[0], title=hostile, items=items),))
    page = html_page(compose(plan))
    root = parser.fromstring(page)
    assert not list(root.iter("script"))
    assert f"1. {hostile}: {hostile}" in [_words(one.text_content()) for one in root.iter("p")]
    assert not any(word in page for word in ("http:", "https:", "url(", "src=", "onload", "<link"))


def test_bold_and_italic_are_kept() -> None:
    plan = sample_dossier().plans[0]
    text = (
        RichText.of("thường ")
        + RichText.of("đậm", bold=True)
        + RichText.of(" cả hai", bold=True, italic=True)
    )
    section = replace(plan.sections[0], items=(item(Level.DASH, text),))
    page = html_page(compose(replace(plan, sections=(section,))))
    assert "- thường <b>đậm</b><b><i> cả hai</i></b>" in page


def test_the_file_is_written_whole_over_an_old_one(vietnamese_folder: Path) -> None:
    target = vietnamese_folder / "Kế hoạch.html"
    target.write_bytes(b"cu")
    document = compose(sample_dossier().plans[0])
    write_html(document, target)
    assert target.read_text(encoding="utf-8") == html_page(document)
    assert [one.name for one in vietnamese_folder.iterdir()] == [target.name]
