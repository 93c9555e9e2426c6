"""A plan as a paper: every form of issue, with computed labels, marks and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc_desktop.domain.dates import long_date
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Decision, IssueForm, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    Part,
    ResolutionBlock,
    SectionBlock,
    SignBlock,
    TitleBlock,
)
from cchc_desktop.paper.compose_appendix import table_block
from cchc_desktop.paper.numbering import article_label, labels, section_label

BLANK_NUMBER = "      "
END_MARK = "./."

FORM_NAMES: dict[IssueForm, str] = {
    IssueForm.PLAN: "ke-hoach",
    IssueForm.DECISION_DIRECT: "quyet-dinh",
    IssueForm.DECISION_ATTACHED: "quyet-dinh-kem-theo",
}


def compose(plan: Plan) -> Document:
    """The paper that issues the plan, its appendices each in a part of their own."""
    parts = list(_issue_parts(plan))
    several = len(plan.appendices) > 1
    for number, appendix in enumerate(plan.appendices, 1):
        head = AppendixHeadBlock(
            f"Phụ lục {roman(number)}" if several else "Phụ lục",
            tuple(line.upper() for line in appendix.title.split("\n")),
            attached_line(plan),
            appendix.id,
        )
        blocks: list[Block] = [head, *_items(appendix.text)]
        if appendix.rows or not appendix.text:
            blocks.append(table_block(appendix))
        parts.append(Part(tuple(blocks), landscape=True))
    title = " ".join(f"{plan.form.document_name.capitalize()} {plan.title}".split())
    return Document(FORM_NAMES[plan.form], tuple(parts), title, plan.issuer)


def number_line(plan: Plan) -> str:
    """ "Số: 07/KH-UBND", with room for a pen while the number is blank."""
    return f"Số: {padded_number(plan.number)}/{plan.symbol}"


def padded_number(number: str) -> str:
    """A number below ten with its leading zero; room for a pen when blank."""
    stripped = number.strip()
    return stripped.zfill(2) if stripped else BLANK_NUMBER


def attached_line(plan: Plan) -> str:
    """ "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)" (NĐ 30/2020, Mẫu 2.1)."""
    name = plan.form.document_name.capitalize()
    written = f"{padded_number(plan.number)}/{plan.symbol}"
    return f"(Kèm theo {name} số {written} {long_date(plan.date)} của {plan.issuer})"


def _issue_parts(plan: Plan) -> Iterator[Part]:
    match plan.form, plan.decision:
        case IssueForm.DECISION_DIRECT, Decision() as decision:
            inside = (*_items(plan.opening.paragraphs), *_body(plan))
            yield Part((*_decision_blocks(plan, decision, inside), _sign_block(plan)))
        case IssueForm.DECISION_ATTACHED, Decision() as decision:
            yield Part((*_decision_blocks(plan, decision, ()), _sign_block(plan)))
            yield Part(tuple(_attached_plan(plan, decision)))
        case _:
            body = _ended((*_items(plan.opening.paragraphs), *_body(plan)))
            yield Part((_letterhead(plan), _title(plan, plan.title), *_bases(plan), *body, _sign_block(plan)))


def _letterhead(plan: Plan, *, numbered: bool = True) -> LetterheadBlock:
    return LetterheadBlock(
        tuple(line.upper() for line in plan.letterhead.body),
        plan.letterhead.superior.upper(),
        number_line(plan) if numbered else None,
        f"{plan.place}, {long_date(plan.date)}" if numbered else None,
        f"{plan.id}:letterhead",
    )


def _title(plan: Plan, subject: str, *, kind: str = "", attached: str = "") -> TitleBlock:
    return TitleBlock(
        kind or plan.form.document_name, tuple(subject.split("\n")), attached, f"{plan.id}:title"
    )


def _bases(plan: Plan) -> Iterator[BasisBlock]:
    lines = [(basis.text, basis.id) for basis in plan.opening.bases if basis.text]
    if plan.opening.proposal.strip():
        lines.append((RichText.of(plan.opening.proposal), f"{plan.id}:proposal"))
    for index, (text, source) in enumerate(lines):
        mark = "." if index == len(lines) - 1 else ";"
        yield BasisBlock(text.without_end(";.,") + mark, source)


def _decision_blocks(plan: Plan, decision: Decision, inside: tuple[Block, ...]) -> Iterator[Block]:
    yield _letterhead(plan)
    yield _title(plan, plan.title)
    yield AuthorityBlock(decision.authority.upper(), f"{plan.id}:authority")
    yield from _bases(plan)
    yield ResolutionBlock(source=f"{plan.id}:authority")
    articles: list[Block] = []
    for number, article in enumerate(decision.articles, 1):
        articles.append(ArticleBlock(article_label(number), article.heading, article.text, article.id))
        articles.extend(_items(article.items))
        if number == 1:
            articles.extend(inside)
    yield from _ended(articles)


def _attached_plan(plan: Plan, decision: Decision) -> Iterator[Block]:
    yield _letterhead(plan, numbered=False)
    yield _title(plan, decision.plan_title or plan.title, kind="KẾ HOẠCH", attached=attached_line(plan))
    yield from _ended((*_items(plan.opening.paragraphs), *_body(plan)))


def _body(plan: Plan) -> Iterator[Block]:
    number = 0
    for section in plan.sections:
        if section.title.strip():
            number += 1
            yield SectionBlock(section_label(number), section.title, section.id)
        yield from _items(section.items)
    yield from _items(plan.closing)


def _items(items: Outline) -> Iterator[ItemBlock]:
    for one, label in zip(items, labels(items), strict=True):
        heading = (
            one.heading.without_end(":") if one.is_run_in else one.heading
        )  # the paper adds its own colon
        yield ItemBlock(one.level, label, heading, one.text, one.id)


def _ended(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with "./." at the end of the last text: all forms of the decree end so."""
    ended = list(blocks)
    for index in range(len(ended) - 1, -1, -1):
        block = ended[index]
        if isinstance(block, ItemBlock | ArticleBlock) and (block.text.strip() or block.heading.strip()):
            if block.text.strip():
                ended[index] = replace(block, text=_with_end_mark(block.text))
            else:
                ended[index] = replace(block, heading=_with_end_mark(block.heading))
            break
    return tuple(ended)


def _with_end_mark(text: RichText) -> RichText:
    return text.without_end("./;,:") + END_MARK


def _sign_block(plan: Plan) -> SignBlock:
    lines: list[str] = []
    for recipient in plan.recipients.names:
        name = recipient.name.strip(" ;.,") or recipient.name.strip()
        note = f" ({recipient.note.strip()})" if recipient.note.strip() else ""
        if name:
            lines.append(f"- {name}{note};")
    lines.append(f"- Lưu: {plan.recipients.archive.strip(' ;.')}.")
    return SignBlock(tuple(lines), plan.signature.lines, plan.signature.name, f"{plan.id}:sign")
