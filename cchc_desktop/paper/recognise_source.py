"""A foreign paper as a plan: nothing is dropped, nothing is invented, and what had to be guessed is asked.

Readers report what stands on the paper, this decides what it is, a person settles the doubts. Every line of the source
has a placement; a line that is not understood stays a paragraph as near to its place as the plan can hold it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.outline import Level, OutlineItem
from cchc_desktop.domain.plan import Article, Decision, IssueForm, LegalBasis, Opening, Plan
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import Appendix
from cchc_desktop.paper.heal_lines import healed
from cchc_desktop.paper.import_draft import Confidence, ImportDraft, Placement
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.recognise_lines import period_in
from cchc_desktop.paper.recognise_source_appendix import read_appendix
from cchc_desktop.paper.recognise_source_body import (
    Body,
    as_items,
    is_article,
    read_article,
    read_bases,
    read_body,
)
from cchc_desktop.paper.recognise_source_head import Head, Title, read_head, read_title
from cchc_desktop.paper.recognise_source_tail import Tail, read_tail
from cchc_desktop.paper.source import SourceDocument, SourceTable
from cchc_desktop.paper.source_ending import without_end_marks
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_flow import FlowItem, FlowLine, flow_of, table_lines
from cchc_desktop.paper.source_grid import grid_of, is_copy_for_sorting
from cchc_desktop.paper.source_issuer import Issuer, issuer_of, letterhead_of, unit_of, year_in
from cchc_desktop.paper.source_parts import SourcePart, SourceParts, parts_of
from cchc_desktop.paper.source_questions import ask_about_letterhead, ask_about_missing_plan
from cchc_desktop.paper.source_styles import Role
from cchc_desktop.paper.source_words import is_resolution, national_at


@dataclass(slots=True)
class _Making:
    """What is known of the plan so far."""

    form: IssueForm = IssueForm.PLAN
    head: Head = field(default_factory=Head)
    title: Title = field(default_factory=Title)
    plan_title: Title = field(default_factory=Title)
    bases: list[LegalBasis] = field(default_factory=list)
    proposal: str = ""
    articles: list[Article] = field(default_factory=list)
    body: Body = field(default_factory=Body)
    tail: Tail = field(default_factory=Tail)
    tables: list[SourceTable] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def recognise_source(source: SourceDocument) -> ImportDraft:
    """The plan a foreign paper says, the doubts, and where each of its lines went."""
    findings = Findings()
    parts = parts_of(_without_copies(flow_of(source), findings))
    making = _Making()
    if parts.issued is not None:
        _read_issued(parts, making, findings)
    for items in (*parts.appendices, *((table,) for table in making.tables)):
        for read in read_appendix(items, findings):
            making.appendices.append(read.appendix)
            making.attached.append(read.attached)
    plan = _plan(making, source, findings)
    plan = without_end_marks(plan)
    _ask(plan, making, parts, source, findings)
    for line in source.lines:
        if line.number not in findings.placements:
            findings.place([line.number], "", _confidence_of_forgotten(line.text))
    placements = {line.number: findings.placements[line.number] for line in source.lines}
    return ImportDraft(plan, tuple(findings.doubts), placements, (*source.notes, *findings.notes))


def _without_copies(flow: Sequence[FlowItem], findings: Findings) -> list[FlowItem]:
    """The flow without a sheet that only repeats the others."""
    if len(flow) < 2:
        return list(flow)
    kept: list[FlowItem] = []
    for item in flow:
        if isinstance(item, SourceTable) and is_copy_for_sorting(grid_of(item)):
            findings.placements.update(
                (line.number, Placement("", Confidence.SURE)) for line in table_lines(item)
            )
            findings.notes.append(
                "Trang tính để lọc và sắp xếp chỉ chép lại các phụ lục nên không đọc lần nữa."
            )
        else:
            kept.append(item)
    return kept


def _confidence_of_forgotten(text: RichText) -> Confidence:
    return Confidence.UNPLACED if text.plain.strip() else Confidence.SURE


def _read_issued(parts: SourceParts, making: _Making, findings: Findings) -> None:
    issued = parts.issued or SourcePart()
    decision = issued.kind.startswith("QUYẾT ĐỊNH")
    making.head = read_head(issued.head, findings)
    rest = _read_title(issued, making.title, findings, decision=decision)
    making.tail = read_tail(issued.tail, findings)
    if not decision:
        making.body = _read_plan(rest, making, findings)
        return
    _read_decision(rest, making, findings, is_alone=parts.attached is None)
    making.form = IssueForm.DECISION_DIRECT
    if parts.attached is not None:
        making.form = IssueForm.DECISION_ATTACHED
        _read_second_head(parts.attached.head, issued.head, making, findings)
        rest = _read_title(parts.attached, making.plan_title, findings, decision=False)
        making.body = _read_plan(rest, making, findings)
        _read_second_tail(parts.attached.tail, issued.tail, making, findings)


def _read_second_head(
    lines: Sequence[FlowLine], first: Sequence[FlowLine], making: _Making, findings: Findings
) -> None:
    """The letterhead over an attached plan says again what the first one said; what it says besides is kept."""
    head = read_head(lines, findings)
    if not making.head.body:
        making.head.superior, making.head.body = head.superior, head.body
    said = {line.plain.upper() for line in first} | {*making.head.body, *making.head.superior}
    for line in lines:
        new = not line.is_blank and line.plain.upper() not in said
        if new and national_at(line.plain) is None:
            making.tail.left.append(line)


def _read_second_tail(
    lines: Sequence[FlowLine], first: Sequence[FlowLine], making: _Making, findings: Findings
) -> None:
    """An attached plan may be signed as the decision is; only what it says besides is kept."""
    if not making.tail.lines:
        left = making.tail.left
        making.tail = read_tail(lines, findings)
        making.tail.left[:0] = left
        return
    said = {line.plain for line in first}
    for line in lines:
        if line.is_blank or line.plain in said:
            findings.place([line.number], findings.key("sign"))
        else:
            making.tail.left.append(line)


def _read_title(part: SourcePart, title: Title, findings: Findings, *, decision: bool) -> Sequence[FlowItem]:
    """Read the title; returns what follows it."""
    if part.kind_line is not None:
        findings.place([part.kind_line.number], findings.key("title"))
    else:
        return part.after
    lines = []
    for item in part.after:
        if not isinstance(item, FlowLine):
            break
        lines.append(item)
    read = read_title(lines, findings, decision=decision, first=part.first)
    title.subject, title.attached, title.authority = read.subject, read.attached, read.authority
    return part.after[len(lines) - len(read.rest) :]


def _read_plan(items: Sequence[FlowItem], making: _Making, findings: Findings) -> Body:
    """Opening, sections and closing of a plan; legal bases are taken from its beginning."""
    known = {item.number: item for item in items if isinstance(item, FlowLine)}
    lines = healed(_pasted(items, making, findings))
    if making.form is IssueForm.PLAN and not making.bases:
        bases = read_bases(lines, known, findings, all_are=False)
        making.bases, making.proposal = bases.found, bases.proposal
        lines = tuple(bases.rest)
    return read_body(lines, known, findings)


def _read_decision(items: Sequence[FlowItem], making: _Making, findings: Findings, *, is_alone: bool) -> None:
    """Legal bases, "QUYẾT ĐỊNH:" and the articles; without an attached plan, it stands in the first article."""
    known = {item.number: item for item in items if isinstance(item, FlowLine)}
    at = next((i for i, item in enumerate(items) if _resolves(item)), -1)
    if at >= 0:
        findings.place([_number(items[at])], findings.key("authority"))
    before = healed(_pasted(items[: max(at, 0)], making, findings))
    lines = healed(_pasted(items[at + 1 :], making, findings))
    starts = [index for index, line in enumerate(lines) if is_article(line)]
    first = starts[0] if starts else len(lines) if at < 0 else 0
    bases = read_bases((*before, *lines[:first]), known, findings, all_are=True)
    making.bases, making.proposal = bases.found, bases.proposal
    read = [
        (read_article(lines[start], findings), read_body(lines[start + 1 : end], known, findings))
        for start, end in pairwise([*starts, len(lines)])
    ]
    if not read:
        read = [(Article(), read_body(lines[first:], known, findings))]
        findings.ask("Quyết định không có Điều nào; thêm Điều 1 để giữ nội dung.", (), read[0][0].id)
    if is_alone:
        making.body = read[0][1]
        read[0] = (read[0][0], Body())
    making.articles = [replace(article, items=as_items(body)) for article, body in read]


def _resolves(item: FlowItem) -> bool:
    if not isinstance(item, FlowLine):
        return False
    return item.role is Role.RESOLUTION or (item.role is None and is_resolution(item.plain))


def _number(item: FlowItem) -> int:
    return item.number if isinstance(item, FlowLine) else 0


def _pasted(items: Sequence[FlowItem], making: _Making, findings: Findings) -> list[PastedLine]:
    """The lines of running text; a table of tasks goes behind the plan, another one stays as a line a row."""
    found: list[PastedLine] = []
    for item in items:
        if isinstance(item, FlowLine):
            if item.is_blank:
                findings.set_apart([item])
                found.append(PastedLine(EMPTY))
            else:
                found.append(item.pasted())
            continue
        grid = grid_of(item)
        numbers = [number for row in grid.all_rows for number in row.numbers]
        if grid.has_heading:
            making.tables.append(item)
            findings.ask(
                "Bảng nhiệm vụ đứng giữa văn bản được đưa thành phụ lục vì kế hoạch giữ bảng ở phụ lục.",
                numbers,
                findings.key("title"),
            )
            continue
        for row in grid.all_rows:
            text = " | ".join(" ".join(cell.plain.split()) for cell in row.cells if cell)
            if text:
                found.append(PastedLine(RichText.of(text), numbers=row.numbers))
        findings.place(numbers, "", Confidence.UNPLACED)
        findings.ask(
            "Chưa hiểu một bảng trong văn bản; mỗi dòng của bảng được giữ thành một đoạn.", numbers, ""
        )
    return found


def _plan(making: _Making, source: SourceDocument, findings: Findings) -> Plan:
    title = "\n".join(making.title.subject)
    date = making.head.date
    year = date.year if date is not None else year_in(source, title)
    issuer = _issuer(making, source)
    decision = None
    if making.form.is_decision:
        decision = Decision(
            making.title.authority, tuple(making.articles), "\n".join(making.plan_title.subject)
        )
    default = "QĐ-UBND" if making.form.is_decision else "KH-UBND"
    plan = Plan(
        form=making.form,
        period=period_in(title, year),
        letterhead=making.head.letterhead,
        symbol=making.head.symbol or default,
        place=making.head.place,
        date=date if date is not None else PartialDate(None, None, year),
        title=title,
        issuer=issuer.name,
        number=making.head.number,
        opening=Opening(tuple(making.bases), making.proposal, making.body.leading),
        decision=decision,
        sections=making.body.sections,
        closing=making.body.closing,
        recipients=making.tail.recipients,
        signature=making.tail.signer,
        appendices=tuple(making.appendices),
        id=findings.plan_id,
    )
    return _with_left_lines(plan, making, findings)


def _issuer(making: _Making, source: SourceDocument) -> Issuer:
    attached = [making.plan_title.attached, making.title.attached, *making.attached]
    issuer = issuer_of(attached, making.head.letterhead, source)
    guessed = not issuer.is_sure and not making.head.body
    by_person = guessed and making.title.authority.startswith("CHỦ TỊCH")
    return Issuer(f"Chủ tịch {issuer.name}", is_sure=False) if by_person and issuer.name else issuer


def _with_left_lines(plan: Plan, making: _Making, findings: Findings) -> Plan:
    """What was not understood in head and tail stays a paragraph: before the first section, and before the signature."""
    over = tuple(_kept(line, findings) for line in making.head.left)
    under = tuple(_kept(line, findings) for line in making.tail.left)
    opening = replace(plan.opening, paragraphs=(*over, *plan.opening.paragraphs))
    decision = plan.decision
    if decision is not None and decision.articles and under:
        *others, last = decision.articles
        decision = replace(decision, articles=(*others, replace(last, items=(*last.items, *under))))
        return replace(plan, opening=opening, decision=decision)
    return replace(plan, opening=opening, closing=(*plan.closing, *under))


def _kept(line: FlowLine, findings: Findings) -> OutlineItem:
    one = OutlineItem(Level.PARAGRAPH, EMPTY, RichText.of(f"{line.label} ".lstrip()) + line.text.strip())
    findings.place([line.number], one.id, Confidence.UNPLACED)
    findings.ask(f"Chưa xếp được dòng “{line.printed}”; dòng được giữ thành một đoạn.", [line.number], one.id)
    return one


def _ask(plan: Plan, making: _Making, parts: SourceParts, source: SourceDocument, findings: Findings) -> None:
    if parts.issued is None:
        findings.notes.append("Tệp chỉ có phụ lục; các phần khác của kế hoạch để trống.")
        return
    if not plan.title:
        findings.ask("Chưa thấy tên kế hoạch (trích yếu) trong nguồn.", (), findings.key("title"))
    if not plan.letterhead.body:
        ask_about_letterhead(letterhead_of(plan.issuer, unit_of(source)), findings)
    ask_about_missing_plan(plan, findings)
    if not making.head.symbol:
        findings.notes.append(
            f"Nguồn không có số, ký hiệu; ký hiệu được ghi theo lệ thường là “{plan.symbol}”."
        )
    if making.head.date is None:
        findings.notes.append(f"Nguồn không có ngày ban hành; năm ban hành được hiểu là {plan.date.year}.")
