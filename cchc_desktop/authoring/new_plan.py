"""A new plan for an office and a year: with suggested contents, or with its sections named and empty."""

from __future__ import annotations

from cchc_desktop.authoring.suggested import SuggestedTexts, suggested_texts
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import (
    Article,
    Capacity,
    Decision,
    IssueForm,
    Letterhead,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Section,
    Signature,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, TaskColumn, columns

_COLUMNS = columns(
    TaskColumn.ORDER,
    TaskColumn.CONTENT,
    TaskColumn.PRODUCT,
    TaskColumn.LEAD,
    TaskColumn.COOPERATION,
    TaskColumn.TIMING,
    product="Sản phẩm, kết quả",
)


def new_plan(office: Office, year: int, *, suggested: bool, form: IssueForm = IssueForm.PLAN) -> Plan:
    """A draft for the year. Letterhead, symbol, place, recipients and signer follow from the office in both cases."""
    texts = suggested_texts(office, year)
    appendix = Appendix(texts.appendix_title, _COLUMNS, texts.rows if suggested else ())
    sections = texts.sections if suggested else tuple(Section(s.roles, s.title) for s in texts.sections)
    return Plan(
        form=form,
        period=Period.of(year),
        letterhead=Letterhead(office.letterhead_body),
        symbol="QĐ-UBND" if form.is_decision else "KH-UBND",
        place=office.place,
        date=PartialDate(None, None, year),
        title=texts.decision_title if form.is_decision else texts.title,
        issuer=f"Ủy ban nhân dân {office.full_name}",
        opening=_opening(texts, form) if suggested else Opening(),
        decision=_decision(texts, office, form) if form.is_decision else None,
        sections=sections,
        closing=texts.closing if suggested and not form.is_decision else (),
        recipients=_recipients(texts, form),
        signature=Signature(
            head="CHỦ TỊCH",
            collective="ỦY BAN NHÂN DÂN",
            capacity=Capacity.HEAD,
            title="PHÓ CHỦ TỊCH",
        ),
        appendices=(appendix,),
    )


def _opening(texts: SuggestedTexts, form: IssueForm) -> Opening:
    match form:
        case IssueForm.PLAN:
            return Opening(texts.bases, paragraphs=texts.opening)
        case IssueForm.DECISION_DIRECT:
            return Opening(texts.bases, texts.proposal)
        case IssueForm.DECISION_ATTACHED:
            return Opening(texts.bases, texts.proposal, texts.opening)


def _recipients(texts: SuggestedTexts, form: IssueForm) -> Recipients:
    # A decision is sent first to those its last article names (NĐ 30/2020, Mẫu 1.2).
    first = (Recipient("Như Điều 3"),) if form.is_decision else ()
    return Recipients((*first, *texts.recipients), texts.archive)


def _decision(texts: SuggestedTexts, office: Office, form: IssueForm) -> Decision:
    first, *others = texts.articles
    if form is IssueForm.DECISION_ATTACHED:
        first = texts.attached_article
    articles = tuple(Article(RichText.of(text)) for text in (first, *others))
    return Decision(f"ỦY BAN NHÂN DÂN {office.full_name}".upper(), articles, texts.title)
