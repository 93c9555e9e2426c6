"""From plan to decision and back: another paper issues the same contents, and nothing written is lost."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import (
    Article,
    Decision,
    IssueForm,
    Plan,
    Recipient,
    Section,
    SectionRole,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import upper_first

KEPT_ARTICLES_TITLE = "Các điều của quyết định"


def with_form(plan: Plan, form: IssueForm) -> Plan:
    """The plan issued by another form of paper.

    Title, symbol and the first recipient follow the form when they are as the program made them. Articles that
    were written by hand are kept as a section when the plan is no longer a decision.
    """
    if form is plan.form:
        return plan
    if not form.is_decision:
        return _as_plan(plan)
    if plan.decision is None:
        return _as_decision(plan, form)
    return replace(plan, form=form, decision=_other_decision(plan, plan.decision, form))


def usual_articles(plan_title: str, form: IssueForm) -> tuple[str, ...]:
    """The articles a decision that issues a plan usually has."""
    named = f"Kế hoạch {plan_title[:1].lower()}{plan_title[1:]}".replace("\n", " ").strip()
    first = (
        f"Ban hành {named} với những nội dung sau đây:"
        if form is IssueForm.DECISION_DIRECT
        else f"Ban hành kèm theo Quyết định này {named}."
    )
    return (
        first,
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Các cơ quan, đơn vị, tổ chức và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
    )


def _as_decision(plan: Plan, form: IssueForm) -> Plan:
    articles = tuple(Article(RichText.of(text)) for text in usual_articles(plan.title, form))
    names = plan.recipients.names
    if not any(_AS_ARTICLE.fullmatch(one.name.strip()) for one in names):
        names = (Recipient(f"Như Điều {len(articles)}"), *names)
    return replace(
        plan,
        form=form,
        decision=Decision(plan.issuer.upper(), articles, plan.title),
        title=_decision_title(plan.title),
        symbol=re.sub(r"^KH-", "QĐ-", plan.symbol),
        recipients=replace(plan.recipients, names=names),
    )


def _other_decision(plan: Plan, decision: Decision, form: IssueForm) -> Decision:
    title = decision.plan_title or _plan_title(plan.title)
    usual = usual_articles(title, plan.form)[0]
    articles = decision.articles
    if articles and articles[0].text.plain == usual:
        first = replace(articles[0], text=RichText.of(usual_articles(title, form)[0]))
        articles = (first, *articles[1:])
    return replace(decision, articles=articles, plan_title=title)


def _as_plan(plan: Plan) -> Plan:
    decision = plan.decision
    if decision is None:
        return plan
    own_title = decision.plan_title if plan.form is IssueForm.DECISION_ATTACHED else ""
    title = own_title or _plan_title(plan.title)
    usual = set(usual_articles(decision.plan_title or title, plan.form))
    written = [article for article in decision.articles if article.items or article.text.plain not in usual]
    sections = plan.sections
    if written:
        kept = Section((SectionRole.OTHER,), KEPT_ARTICLES_TITLE, tuple(_as_items(written)))
        sections = (*sections, kept)
    names = tuple(one for one in plan.recipients.names if not _AS_ARTICLE.fullmatch(one.name.strip()))
    return replace(
        plan,
        form=IssueForm.PLAN,
        decision=None,
        title=title,
        symbol=re.sub(r"^QĐ-", "KH-", plan.symbol),
        sections=sections,
        recipients=replace(plan.recipients, names=names),
    )


_AS_ARTICLE = re.compile(r"Như Điều \d+", re.IGNORECASE)
_ISSUES_PLAN = re.compile(r"^(?:Về việc )?ban hành Kế hoạch\s+", re.IGNORECASE)


def _decision_title(title: str) -> str:
    return title if _ISSUES_PLAN.match(title) else f"Ban hành Kế hoạch {title[:1].lower()}{title[1:]}"


def _plan_title(title: str) -> str:
    return upper_first(_ISSUES_PLAN.sub("", title))


def _as_items(articles: list[Article]) -> Outline:
    kept: list[OutlineItem] = []
    for article in articles:
        if article.text or article.heading:
            kept.append(OutlineItem(Level.PARAGRAPH, article.heading, article.text))
        kept.extend(article.items)
    return tuple(kept)
