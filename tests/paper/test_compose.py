"""A plan on paper: the three forms of issue, computed labels and marks, appendices, recipients and signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import Level, Outline, item, paragraph
from cchc_desktop.domain.plan import (
    Article,
    Capacity,
    Decision,
    IssueForm,
    LegalBasis,
    Letterhead,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Section,
    SectionRole,
    Signature,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    ItemBlock,
    LetterheadBlock,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TableBlock,
    TableGroupRow,
    TableRow,
    TitleBlock,
)
from cchc_desktop.paper.compose import compose, number_line
from tests.strategies import plans

BASES = (
    LegalBasis(RichText.of("Căn cứ Luật Tổ chức chính quyền địa phương;")),
    LegalBasis(RichText.of("Căn cứ Kế hoạch của tỉnh.")),
)
PLAN = Plan(
    IssueForm.PLAN,
    Period.of(2026),
    Letterhead(("Ủy ban nhân dân", "Phường Vũng Áng")),
    "KH-UBND",
    "Vũng Áng",
    PartialDate(5, 2, 2026),
    "Tuyên truyền cải cách hành chính\nnăm 2026",
    "Ủy ban nhân dân phường Vũng Áng",
    number="7",
    opening=Opening(BASES),
    sections=(
        Section(
            (SectionRole.PURPOSE,),
            "Mục đích, yêu cầu",
            (item(Level.ARABIC, heading="Mục đích"), item(Level.DASH, "Nâng cao nhận thức.")),
        ),
        Section((SectionRole.BUDGET,), "Kinh phí", (paragraph("Ngân sách phường."),)),
    ),
    closing=(paragraph("Trên đây là Kế hoạch của phường."),),
    recipients=Recipients((Recipient("UBND tỉnh", "để b/c"), Recipient("Sở Nội vụ")), "VT, VHXH"),
    signature=Signature(collective="Ủy ban nhân dân", name="Nguyễn Văn A"),
)
ARTICLES = (
    Article(RichText.of("Ban hành Kế hoạch, với nội dung sau:")),
    Article(RichText.of("Quyết định này có hiệu lực kể từ ngày ký.")),
    Article(RichText.of("Chánh Văn phòng chịu trách nhiệm thi hành.")),
)


def decision(form: IssueForm, plan_title: str = "") -> Plan:
    return replace(
        PLAN,
        form=form,
        symbol="QĐ-UBND",
        opening=Opening(BASES, "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội"),
        decision=Decision("Chủ tịch Ủy ban nhân dân phường Vũng Áng", ARTICLES, plan_title),
    )


def kinds(blocks: tuple[Block, ...]) -> list[type[Block]]:
    return [type(block) for block in blocks]


def texts_with_end_mark(blocks: tuple[Block, ...]) -> list[int]:
    return [
        index
        for index, block in enumerate(blocks)
        if isinstance(block, ItemBlock | ArticleBlock) and block.printed.plain.endswith("./.")
    ]


def test_a_plan_is_letterhead_title_bases_body_and_signature() -> None:
    (part,) = compose(PLAN).parts
    body = [SectionBlock, ItemBlock, ItemBlock, SectionBlock, ItemBlock, ItemBlock]
    assert kinds(part.blocks) == [LetterheadBlock, TitleBlock, BasisBlock, BasisBlock, *body, SignBlock]
    head = part.blocks[0]
    assert isinstance(head, LetterheadBlock)
    assert head.body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")
    assert head.number_line == "Số: 07/KH-UBND"
    assert head.place_line == "Vũng Áng, ngày 05 tháng 02 năm 2026"


def test_the_last_basis_ends_with_a_full_stop_and_the_others_do_not() -> None:
    for plan, last in (
        (PLAN, "Căn cứ Kế hoạch của tỉnh."),
        (decision(IssueForm.DECISION_DIRECT), "Văn hóa - Xã hội."),
    ):
        written = [block.printed for block in compose(plan).blocks if isinstance(block, BasisBlock)]
        assert all(text.plain.endswith(";") for text in written[:-1])
        assert written[-1].plain.endswith(last)
        assert all(run.italic for text in written for run in text)


def test_the_text_ends_with_the_end_mark_once() -> None:
    (part,) = compose(PLAN).parts
    assert texts_with_end_mark(part.blocks) == [len(part.blocks) - 2]
    last = part.blocks[-2]
    assert isinstance(last, ItemBlock)
    assert last.text.plain == "Trên đây là Kế hoạch của phường./."


@pytest.mark.parametrize("written", ["Hết", "Hết.", "Hết ./.", "Hết;", "Hết :", "Hết. "])
def test_the_end_mark_takes_the_place_of_whatever_stands_there(written: str) -> None:
    plan = replace(PLAN, closing=(paragraph(written),))
    last = compose(plan).blocks[-2]
    assert isinstance(last, ItemBlock)
    assert last.text.plain == "Hết./."


def test_the_end_mark_does_not_hang_on_an_empty_paragraph() -> None:
    plan = replace(PLAN, closing=(paragraph("Hết"), paragraph(""), paragraph("  ")))
    marked = [block.printed.plain for block in compose(plan).blocks if isinstance(block, ItemBlock)]
    assert marked[-3:] == ["Hết./.", "", "  "]


def test_a_heading_at_the_very_end_carries_the_mark() -> None:
    plan = replace(
        PLAN, closing=(), sections=(Section((), "Khác", (item(Level.ARABIC, heading="Mục đích"),)),)
    )
    last = compose(plan).blocks[-2]
    assert isinstance(last, ItemBlock)
    assert last.printed == RichText.of("1. Mục đích./.", bold=True)


def test_a_direct_decision_has_the_plan_inside_its_first_article() -> None:
    (part,) = compose(decision(IssueForm.DECISION_DIRECT)).parts
    body = [SectionBlock, ItemBlock, ItemBlock, SectionBlock, ItemBlock, ItemBlock]
    head = [LetterheadBlock, TitleBlock, AuthorityBlock, BasisBlock, BasisBlock, BasisBlock, ResolutionBlock]
    assert kinds(part.blocks) == [*head, ArticleBlock, *body, ArticleBlock, ArticleBlock, SignBlock]
    assert texts_with_end_mark(part.blocks) == [len(part.blocks) - 2]
    authority = part.blocks[2]
    assert isinstance(authority, AuthorityBlock)
    assert authority.text == "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG VŨNG ÁNG"
    labels = [block.label for block in part.blocks if isinstance(block, ArticleBlock)]
    assert labels == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_an_attached_plan_is_a_paper_of_its_own_without_number_and_place() -> None:
    document = compose(decision(IssueForm.DECISION_ATTACHED, "Tuyên truyền CCHC"))
    first, second = document.parts
    assert ItemBlock not in kinds(first.blocks)
    assert texts_with_end_mark(first.blocks) == [len(first.blocks) - 2]
    assert texts_with_end_mark(second.blocks) == [len(second.blocks) - 1]
    head, title = second.blocks[:2]
    assert isinstance(head, LetterheadBlock)
    assert isinstance(title, TitleBlock)
    assert (head.number_line, head.place_line) == (None, None)
    assert (title.kind, title.subject) == ("KẾ HOẠCH", ("Tuyên truyền CCHC",))
    assert title.attached == (
        "(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân phường Vũng Áng)"
    )
    assert SignBlock not in kinds(second.blocks)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (IssueForm.PLAN, "ke-hoach"),
        (IssueForm.DECISION_DIRECT, "quyet-dinh"),
        (IssueForm.DECISION_ATTACHED, "quyet-dinh-kem-theo"),
    ],
)
def test_a_paper_names_its_form_and_its_properties(form: IssueForm, name: str) -> None:
    document = compose(decision(form) if form.is_decision else PLAN)
    assert document.form == name
    assert document.author == "Ủy ban nhân dân phường Vũng Áng"
    issued = "Quyết định" if form.is_decision else "Kế hoạch"
    assert document.title == f"{issued} Tuyên truyền cải cách hành chính năm 2026"


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("7", "Số: 07/KH-UBND"),
        ("07", "Số: 07/KH-UBND"),
        ("123", "Số: 123/KH-UBND"),
        (" 9 ", "Số: 09/KH-UBND"),
    ],
)
def test_numbers_below_ten_have_a_zero(number: str, line: str) -> None:
    assert number_line(replace(PLAN, number=number)) == line


def test_a_draft_leaves_room_for_number_and_date() -> None:
    draft = replace(PLAN, number="", date=PartialDate(None, None, 2026), appendices=(Appendix("Nhiệm vụ"),))
    head = compose(draft).blocks[0]
    assert isinstance(head, LetterheadBlock)
    assert head.number_line is not None
    assert head.place_line is not None
    assert head.number_line.split() == ["Số:", "/KH-UBND"]
    assert head.place_line.split() == ["Vũng", "Áng,", "ngày", "tháng", "năm", "2026"]
    attached = next(block for block in compose(draft).blocks if isinstance(block, AppendixHeadBlock)).attached
    assert attached.startswith("(Kèm theo Kế hoạch số ")


def test_one_appendix_is_not_numbered_and_several_are_roman() -> None:
    def labels(count: int) -> list[str]:
        plan = replace(PLAN, appendices=tuple(Appendix(f"Nhiệm vụ {n}") for n in range(count)))
        return [block.label for block in compose(plan).blocks if isinstance(block, AppendixHeadBlock)]

    assert labels(0) == []
    assert labels(1) == ["Phụ lục"]
    assert labels(4) == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]


def test_each_appendix_lies_on_its_side_in_a_part_of_its_own() -> None:
    plan = replace(
        PLAN, appendices=(Appendix("Các nhiệm vụ\nnăm 2026"), Appendix("Phần lời", text=(paragraph("Lời"),)))
    )
    main, first, second = compose(plan).parts
    assert (main.landscape, first.landscape, second.landscape) == (False, True, True)
    head = first.blocks[0]
    assert isinstance(head, AppendixHeadBlock)
    assert head.title == ("CÁC NHIỆM VỤ", "NĂM 2026")
    assert kinds(first.blocks) == [AppendixHeadBlock, TableBlock]
    assert kinds(second.blocks) == [AppendixHeadBlock, ItemBlock]


@pytest.mark.parametrize(("restart", "orders"), [(False, ["1", "2", "3"]), (True, ["1", "2", "1"])])
def test_tasks_are_numbered_through_or_anew_in_each_group(restart: bool, orders: list[str]) -> None:
    rows = (TaskGroup("Chỉ đạo"), Task(), Task(), TaskGroup("Truyền thông"), Task())
    plan = replace(PLAN, appendices=(Appendix("Nhiệm vụ", rows=rows, restart_order=restart),))
    table = compose(plan).blocks[-1]
    assert isinstance(table, TableBlock)
    groups = [row.printed.plain for row in table.rows if isinstance(row, TableGroupRow)]
    assert groups == ["I. Chỉ đạo", "II. Truyền thông"]
    written = [row.cells[0][0].text.plain for row in table.rows if isinstance(row, TableRow)]
    assert written == orders


def test_a_row_has_a_cell_a_column_and_a_line_a_break() -> None:
    content: Outline = (paragraph("Viết bài:"), item(Level.DASH, "trên Cổng"), item(Level.DASH, "trên báo"))
    task = Task(
        content,
        product=RichText.of("Bài viết"),
        lead=RichText.of("Phòng A;\nPhòng B"),
        timing=RichText.of("Quý I"),
    )
    plan = replace(PLAN, appendices=(Appendix("Nhiệm vụ", VARIANTS["B"], (task,)),))
    table = compose(plan).blocks[-1]
    assert isinstance(table, TableBlock)
    (row,) = table.rows
    assert isinstance(row, TableRow)
    written = [[line.printed.plain for line in cell] for cell in row.cells]
    assert written == [
        ["1"],
        ["Viết bài:", "- trên Cổng", "- trên báo"],
        ["Phòng A;", "Phòng B"],
        [""],
        ["Bài viết"],
        ["Quý I"],
    ]


def test_recipients_end_with_a_semicolon_and_the_archive_with_a_full_stop() -> None:
    sign = compose(PLAN).blocks[-1]
    assert isinstance(sign, SignBlock)
    assert sign.recipients == ("- UBND tỉnh (để b/c);", "- Sở Nội vụ;", "- Lưu: VT, VHXH.")
    assert sign.signature == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert sign.name == "Nguyễn Văn A"


def test_marks_typed_behind_a_recipient_are_not_doubled() -> None:
    names = (Recipient("UBND tỉnh;", " để b/c "), Recipient(" "), Recipient("Sở Nội vụ."))
    sign = compose(replace(PLAN, recipients=Recipients(names, "VT, VHXH."))).blocks[-1]
    assert isinstance(sign, SignBlock)
    assert sign.recipients == ("- UBND tỉnh (để b/c);", "- Sở Nội vụ;", "- Lưu: VT, VHXH.")


def test_a_deputy_signs_for_the_head() -> None:
    signature = Signature(collective="Ủy ban nhân dân", capacity=Capacity.DEPUTY, title="Phó Chủ tịch")
    sign = compose(replace(PLAN, signature=signature)).blocks[-1]
    assert isinstance(sign, SignBlock)
    assert sign.signature == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_heading_typed_with_its_colon_gets_no_second_one() -> None:
    items = (
        item(Level.ARABIC, "Chủ trì", "Phòng A:"),
        item(Level.ARABIC, "", "Phòng B:"),
        item(Level.ARABIC, "x"),
    )
    blocks = compose(replace(PLAN, sections=(Section((), "Tổ chức", items),))).blocks
    printed = [block.printed.plain for block in blocks if isinstance(block, ItemBlock)]
    assert printed[:2] == ["1. Phòng A: Chủ trì", "2. Phòng B:"]


def test_a_section_without_a_title_is_not_counted() -> None:
    sections = (Section((), "Một"), Section((), "", (paragraph("Lời"),)), Section((), "Hai"))
    blocks = compose(replace(PLAN, sections=sections)).blocks
    assert [block.printed.plain for block in blocks if isinstance(block, SectionBlock)] == [
        "I. MỘT",
        "II. HAI",
    ]


@settings(max_examples=40)
@given(plans())
def test_nothing_that_is_written_is_missing_on_paper(plan: Plan) -> None:
    document = compose(plan)
    on_paper = "\n".join(
        block.printed.plain
        for block in document.blocks
        if isinstance(block, ItemBlock | ArticleBlock | BasisBlock | SectionBlock)
    )
    outlines = [plan.opening.paragraphs, plan.closing, *(section.items for section in plan.sections)]
    outlines += [article.items for article in plan.decision.articles] if plan.decision else []
    for outline in outlines:
        for one in outline:
            for written in (one.heading.plain, one.text.plain):
                assert written.rstrip("./;,: \n") in on_paper
    for section in plan.sections:
        assert section.title.strip() in on_paper


@settings(max_examples=40)
@given(plans())
def test_every_block_leads_back_to_what_it_was_made_of(plan: Plan) -> None:
    keys = {plan.id} | {basis.id for basis in plan.opening.bases}
    keys |= {one.id for one in (*plan.opening.paragraphs, *plan.closing)}
    keys |= {section.id for section in plan.sections} | {
        one.id for section in plan.sections for one in section.items
    }
    for article in plan.decision.articles if plan.decision else ():
        keys |= {article.id} | {one.id for one in article.items}
    for appendix in plan.appendices:
        keys |= {appendix.id} | {row.id for row in appendix.rows} | {one.id for one in appendix.text}
    for block in compose(plan).blocks:
        assert block.source.partition(":")[0] in keys
        if isinstance(block, TableBlock):
            assert {row.source for row in block.rows} <= keys


def test_the_same_date_is_written_the_same_everywhere() -> None:
    plan = replace(PLAN, date=PartialDate(3, 12, 2026), appendices=(Appendix("Nhiệm vụ"),))
    written = "ngày 03 tháng 12 năm 2026"
    head, appendix = compose(plan).blocks[0], compose(plan).parts[1].blocks[0]
    assert isinstance(head, LetterheadBlock)
    assert isinstance(appendix, AppendixHeadBlock)
    assert head.place_line == f"Vũng Áng, {written}"
    assert written in appendix.attached
    assert plan.date.as_date() == date(2026, 12, 3)
