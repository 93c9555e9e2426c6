"""The inverse of ``compose``: a paper as a plan, with what had to be guessed told as doubts.

What a paper does not show cannot be read back: columns that are hidden, the office's own spelling of what is printed
in capitals, whether a blank is two spaces or six. Apart from that, ``recognise(compose(plan)).finish() == plan``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import Article, Decision, IssueForm, Opening, Plan, Section, SectionRole
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.paper.blocks import (
    ArticleBlock,
    AuthorityBlock,
    BasisBlock,
    Block,
    Document,
    ItemBlock,
    LetterheadBlock,
    Part,
    SectionBlock,
    SignBlock,
    TitleBlock,
)
from cchc_desktop.paper.recognise_appendix import recognise_appendix
from cchc_desktop.paper.recognise_lines import (
    Doubt,
    issuer_in,
    period_in,
    recognise_bases,
    recognise_letterhead,
    recognise_place_date,
    recognise_recipients,
    recognise_signature,
    split_number_line,
    without_end_mark,
)
from cchc_desktop.paper.recognise_roles import guess_roles

_CLOSING_WORDS = "Trên đây"
_B = TypeVar("_B", bound=Block)
_BodyBlock = ItemBlock | SectionBlock | ArticleBlock


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as it was understood, and the doubts a person should settle before it is used."""

    plan: Plan
    doubts: tuple[Doubt, ...] = ()

    def finish(self) -> Plan:
        """The plan with every doubt settled as it was guessed."""
        return self.plan


def recognise(document: Document) -> Draft:
    """The plan a paper issues. Nothing is dropped: what has no other home stays a paragraph where it stood."""
    main = document.parts[0].blocks
    attached, appendix_parts = _split_parts(document.parts[1:])
    doubts: list[Doubt] = []
    letterhead = _one(main, LetterheadBlock) or LetterheadBlock(())
    title = _one(main, TitleBlock) or TitleBlock("KẾ HOẠCH", ("",))
    sign = _one(main, SignBlock) or SignBlock((), ())
    authority = _one(main, AuthorityBlock)
    form = _form(title, attached)
    number, symbol = split_number_line(letterhead.number_line or "")
    place, date, doubt = recognise_place_date(letterhead.place_line or "")
    doubts.extend(doubt)
    bases, proposal = recognise_bases([block for block in main if isinstance(block, BasisBlock)])
    body = _without_end(_body_blocks(main))
    articles: tuple[Article, ...] = ()
    if form.is_decision:
        inside, articles = _articles(body, plan_inside=form is IssueForm.DECISION_DIRECT)
        body = inside if form is IssueForm.DECISION_DIRECT else _without_end(_body_blocks(attached))
    opening, sections, closing = _sections(body, doubts)
    issuer = issuer_in([block for part in document.parts for block in part.blocks])
    if issuer is None:
        issuer = document.author
        doubts.append(Doubt("Chưa rõ tên cơ quan ban hành viết thường.", title.source))
    decision = None
    if form.is_decision:
        plan_title = _one(attached, TitleBlock)
        decision = Decision(
            authority.text if authority else "", articles, "\n".join(plan_title.subject) if plan_title else ""
        )
    plan = Plan(
        form=form,
        period=period_in("\n".join(title.subject), date.year),
        letterhead=recognise_letterhead(letterhead),
        symbol=symbol,
        place=place,
        date=date,
        title="\n".join(title.subject),
        issuer=issuer,
        number=number,
        opening=Opening(bases, proposal, opening),
        decision=decision,
        sections=sections,
        closing=closing,
        recipients=recognise_recipients(sign.recipients),
        signature=recognise_signature(sign),
        appendices=tuple(recognise_appendix(part) for part in appendix_parts),
    )
    key = title.source.partition(":")[0]
    return Draft(replace(plan, id=key) if key else plan, tuple(doubts))


def _split_parts(parts: Sequence[Part]) -> tuple[tuple[Block, ...], Sequence[Part]]:
    if parts and any(isinstance(block, TitleBlock) for block in parts[0].blocks):
        return parts[0].blocks, parts[1:]
    return (), parts


def _form(title: TitleBlock, attached: tuple[Block, ...]) -> IssueForm:
    if not title.kind.startswith("QUYẾT ĐỊNH"):
        return IssueForm.PLAN
    return IssueForm.DECISION_ATTACHED if attached else IssueForm.DECISION_DIRECT


def _body_blocks(blocks: Iterable[Block]) -> list[_BodyBlock]:
    return [block for block in blocks if isinstance(block, ItemBlock | SectionBlock | ArticleBlock)]


def _articles(body: list[_BodyBlock], *, plan_inside: bool) -> tuple[list[_BodyBlock], tuple[Article, ...]]:
    """The plan that stands inside the first article, and the articles with what is their own."""
    inside: list[_BodyBlock] = []
    articles: list[Article] = []
    for block in body:
        match block:
            case ArticleBlock():
                articles.append(Article(block.text, block.heading, (), block.source or new_id()))
            case ItemBlock() if len(articles) > (1 if plan_inside else 0):
                last = articles[-1]
                articles[-1] = replace(last, items=(*last.items, _item(block)))
            case _:
                inside.append(block)
    return inside, tuple(articles)


def _sections(body: list[_BodyBlock], doubts: list[Doubt]) -> tuple[Outline, tuple[Section, ...], Outline]:
    opening: list[OutlineItem] = []
    sections: list[Section] = []
    for block in body:
        match block:
            case SectionBlock():
                roles = guess_roles(block.title)
                if roles == (SectionRole.OTHER,):
                    doubts.append(Doubt(f"Chưa rõ mục “{block.title}” thuộc nội dung nào.", block.source))
                sections.append(Section(roles, block.title, (), block.source or new_id()))
            case ItemBlock() if sections:
                last = sections[-1]
                sections[-1] = replace(last, items=(*last.items, _item(block)))
            case ItemBlock():
                opening.append(_item(block))
            case ArticleBlock():
                opening.append(OutlineItem(Level.PARAGRAPH, EMPTY, block.printed))
    if sections:
        items, closing = _split_closing(sections[-1].items)
        sections[-1] = replace(sections[-1], items=items)
    else:
        before, closing = _split_closing(tuple(opening))
        opening = list(before)
    return tuple(opening), tuple(sections), closing


def _split_closing(items: Outline) -> tuple[Outline, Outline]:
    for index, one in enumerate(items):
        rest = items[index:]
        if one.text.plain.startswith(_CLOSING_WORDS) and all(i.level is Level.PARAGRAPH for i in rest):
            return items[:index], rest
    return items, ()


def _without_end(
    body: Sequence[_BodyBlock],
) -> list[_BodyBlock]:
    cut = list(body)
    for index in range(len(cut) - 1, -1, -1):
        block = cut[index]
        if isinstance(block, ItemBlock | ArticleBlock):
            if block.text:
                cut[index] = replace(block, text=without_end_mark(block.text))
            else:
                cut[index] = replace(block, heading=without_end_mark(block.heading))
            break
    return cut


def _item(block: ItemBlock) -> OutlineItem:
    return OutlineItem(block.level, block.heading, block.text, block.source or new_id())


def _one(blocks: Iterable[Block], kind: type[_B]) -> _B | None:
    return next((block for block in blocks if isinstance(block, kind)), None)
