"""Pages hold all of the paper, and break where the decree and good typography allow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.outline import Level, item, paragraph
from cchc_desktop.domain.plan import IssueForm, Plan, Section, SectionRole
from cchc_desktop.domain.task import VARIANTS, Appendix, Task
from cchc_desktop.formats.pdf import LayoutCache, lay_out
from cchc_desktop.formats.pdf.pieces import Page, Piece
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.blocks import ItemBlock, SectionBlock, SignBlock, TableBlock
from cchc_desktop.paper.compose import compose
from tests.formats.pdf.reading import filler, original, page_text, said, squeezed
from tests.formats.rich_plan import rich_plan
from tests.strategies import plans

# Random texts may ask for scripts in which no font of the machine is at home; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@settings(max_examples=30)
@given(plans())
def test_the_pages_say_what_the_paper_says(plan: Plan) -> None:
    document = compose(plan)
    # Sorted, because a row higher than a page goes on cell by cell on the next.
    assert sorted(squeezed(said(lay_out(document)))) == sorted(squeezed(to_text(document)))


@settings(max_examples=20)
@given(plans(tidy=True, max_appendices=1))
def test_a_tidy_paper_is_read_from_the_pages_in_its_order(plan: Plan) -> None:
    plan = replace(plan, appendices=())
    document = compose(plan)
    assert squeezed(said(lay_out(document))) == squeezed(to_text(document))


@settings(max_examples=20)
@given(plans())
def test_nothing_stands_in_the_margins(plan: Plan) -> None:
    for page in lay_out(compose(plan)).pages:
        for placed in page.pieces:
            assert placed.y >= 1134
            assert placed.y + placed.piece.height <= page.height - 1134 + 1
        for line in page.placed_lines():
            assert page.left - 1 <= line.x and line.x + line.width <= page.width - 850 + 1


@settings(max_examples=20)
@given(plans(max_sections=3))
def test_pages_are_numbered_anew_in_each_part_and_the_first_number_is_hidden(plan: Plan) -> None:
    document = compose(plan)
    pages = lay_out(document).pages
    for number, part in enumerate(document.parts):
        own = [page for page in pages if page.part == number]
        assert [page.number for page in own] == list(range(1, len(own) + 1))
        assert own[0].header is None
        assert [page.header.lines[0].text for page in own[1:] if page.header] == [
            str(n) for n in range(2, len(own) + 1)
        ]
        assert {page.width > page.height for page in own} == {part.landscape}


@settings(max_examples=20)
@given(plans(tidy=True))
def test_a_heading_never_ends_a_page(plan: Plan) -> None:
    document = compose(plan)
    headings = {
        block.source
        for block in document.blocks
        if isinstance(block, SectionBlock) or (isinstance(block, ItemBlock) and block.is_heading)
    }
    for page, following in zip(lay_out(document).pages, lay_out(document).pages[1:], strict=False):
        if following.part == page.part:
            assert page.pieces[-1].piece.source not in headings


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    long = (
        "Ủy ban nhân dân phường giao Phòng Văn hóa - Xã hội chủ trì, phối hợp các cơ quan, đơn vị liên quan. "
        * 4
    )
    plan = rich_plan()
    for count in range(12):
        items = (*filler(count)[0].items, *(paragraph(long) for _ in range(12)))
        document = compose(
            replace(plan, sections=(Section((SectionRole.OTHER,), "Khác", items),), appendices=())
        )
        lines: dict[tuple[str, int], int] = {}
        for number, page in enumerate(lay_out(document).pages):
            for line in page.placed_lines():
                lines[line.source, number] = lines.get((line.source, number), 0) + 1
        split = {source for source, _ in lines if sum(1 for other, _ in lines if other == source) > 1}
        assert all(count >= 2 for (source, _), count in lines.items() if source in split)


def test_the_signature_is_never_split_and_never_alone() -> None:
    counts = set()
    for count in range(14):
        plan = replace(rich_plan(), sections=filler(6 + count), appendices=())
        document = compose(plan)
        paged = lay_out(document)
        counts.add(len(paged.pages))
        [sign] = [block for block in document.blocks if isinstance(block, SignBlock)]
        [(page, placed)] = [
            (page, placed)
            for page in paged.pages
            for placed in page.pieces
            if placed.piece.source == sign.source
        ]
        assert placed.y + placed.piece.height <= page.height - 1134
        above = page.pieces[page.pieces.index(placed) - 1]
        assert above.piece.lines[-1].text.endswith("./.")
    assert counts == {1, 2}, "the page must end at different places in the signature"


def big_table(rows: int) -> Appendix:
    tasks = [
        Task(content=(paragraph(f"Nhiệm vụ thứ {number}"),), lead=rich_plan().appendices[0].tasks[0].lead)
        for number in range(rows)
    ]
    return Appendix("Nhiệm vụ", VARIANTS["A"], tuple(tasks))


def test_the_heading_row_is_repeated_on_every_page_of_the_table() -> None:
    document = compose(replace(rich_plan(), appendices=(big_table(120),)))
    [table] = [block for block in document.blocks if isinstance(block, TableBlock)]
    pages = [page for page in lay_out(document).pages if page.part == 1]
    assert len(pages) > 4
    heading = squeezed("".join(column.heading for column in table.columns))
    for page in pages:
        assert heading in squeezed(page_text(page))
    assert [page.pieces[0].is_repeated for page in pages] == [False, *[True] * (len(pages) - 1)]


def test_a_group_row_stands_on_the_page_of_its_first_task() -> None:
    document = compose(rich_plan())
    groups = {
        row.source: table.rows[at + 1].source
        for table in document.blocks
        if isinstance(table, TableBlock)
        for at, row in enumerate(table.rows[:-1])
        if not hasattr(row, "cells")
    }
    assert groups
    spans = lay_out(document).spans()
    for group, task in groups.items():
        assert spans[group][0].page == spans[task][0].page


def test_a_row_higher_than_a_page_goes_on_without_losing_a_line() -> None:
    content = tuple(item(Level.DASH, f"Việc thứ {number} của nhiệm vụ này") for number in range(90))
    plan = replace(rich_plan(), appendices=(Appendix("Nhiệm vụ", VARIANTS["A"], (Task(content=content),)),))
    document = compose(plan)
    paged = lay_out(document)
    assert len([page for page in paged.pages if page.part == 1]) >= 3
    assert squeezed(said(paged)) == squeezed(to_text(document))
    for page in paged.pages:
        assert all(placed.y + placed.piece.height <= page.height - 1134 + 1 for placed in page.pieces)


def test_text_lines_of_a_row_that_fits_are_never_split() -> None:
    document = compose(rich_plan())
    spans = lay_out(document).spans()
    for table in document.blocks:
        if isinstance(table, TableBlock):
            assert all(len(spans[row.source]) == 1 for row in table.rows)


@pytest.mark.parametrize("form", IssueForm)
def test_a_second_layout_with_the_cache_equals_the_first(form: IssueForm) -> None:
    document = compose(rich_plan(form))
    cache = LayoutCache()
    first, second, fresh = lay_out(document, cache), lay_out(document, cache), lay_out(document)
    assert first == second
    assert [page_text(page) for page in fresh.pages] == [page_text(page) for page in first.pages]


@settings(max_examples=15)
@given(plans(), plans())
def test_a_cache_filled_by_another_paper_changes_nothing(before: Plan, after: Plan) -> None:
    cache = LayoutCache()
    lay_out(compose(before), cache)
    cached, fresh = lay_out(compose(after), cache), lay_out(compose(after))
    assert [list(page.placed_lines()) for page in cached.pages] == [
        list(page.placed_lines()) for page in fresh.pages
    ]


def test_an_edit_sets_one_paragraph_anew() -> None:
    plan = sample_dossier().plans[0]
    cache = LayoutCache()
    before = {piece for page in lay_out(compose(plan), cache).pages for piece in map(id, _pieces(page))}
    edited = replace(plan, closing=(replace(plan.closing[0], text=plan.closing[0].text + " thêm"),))
    after = lay_out(compose(edited), cache)
    new = [piece for page in after.pages for piece in _pieces(page) if id(piece) not in before]
    assert {piece.source for piece in new} <= {plan.closing[0].id, ""}


def _pieces(page: Page) -> list[Piece]:
    return [placed.piece for placed in original(page)]


def test_an_empty_plan_still_has_a_lawful_page() -> None:
    plan = sample_dossier().plans[0]
    empty = replace(plan, sections=(), closing=(), opening=replace(plan.opening, bases=(), paragraphs=()))
    page = page_text(lay_out(compose(replace(empty, appendices=()))).pages[0])
    for wanted in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 15/KH-UBND",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "CHỦ TỊCH",
    ):
        assert wanted in page


def test_the_national_name_stays_on_one_line_and_its_line_is_as_long_as_the_motto() -> None:
    page = lay_out(compose(sample_dossier().plans[0])).pages[0]
    lines = {line.text: line for line in page.placed_lines()}
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    strokes = page.pieces[0].piece.strokes
    motto = lines["Độc lập - Tự do - Hạnh phúc"].width
    body = lines["PHƯỜNG HƯƠNG SEN"].width
    assert strokes[1].x2 - strokes[1].x1 == pytest.approx(motto, abs=1)
    assert body / 3 - 1 <= strokes[0].x2 - strokes[0].x1 <= body / 2 + 1


def test_what_stands_at_a_height_is_found_by_its_source() -> None:
    paged = lay_out(compose(sample_dossier().plans[0]))
    for source, spans in paged.spans().items():
        for span in spans:
            assert paged.pages[span.page].source_at((span.top + span.bottom) / 2) == source
