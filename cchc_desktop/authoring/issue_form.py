"""From plan to decision and back: another paper issues the same contents, and nothing written is lost."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc_desktop.authoring.issue_texts import IssueTexts, derived_key, has_words_of, keyed
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
_LEADS_IN = " với những nội dung sau đây:"


def with_form(plan: Plan, form: IssueForm, texts: IssueTexts | None = None) -> Plan:
    """The plan issued by another form of paper.

    Title, symbol and the first recipient follow the form when they are as the program made them; with ``texts`` (of
    the plan's office and year) so do opening, closing, articles and "Theo đề nghị": what still is the suggestion for
    the one form becomes that for the other. An article takes over the key of the paragraph whose part it plays, so that
    there and back again is the same plan. Articles that were written by hand are kept as a section when the plan is no
    longer a decision.
    """
    if form is plan.form:
        return plan
    if texts is not None and not (texts.articles and texts.articles_attached):
        texts = None  # a recipe of the office's own may do without
    if not form.is_decision:
        return _as_plan(plan, texts)
    if plan.decision is None:
        made = _as_decision(plan, form)
        return made if texts is None else _taken_in(made, plan.title, texts)
    return _other_decision(plan, plan.decision, form, texts)


def usual_articles(plan_title: str, form: IssueForm) -> tuple[str, ...]:
    """The articles a decision that issues a plan usually has."""
    named = f"Kế hoạch {plan_title[:1].lower()}{plan_title[1:]}".replace("\n", " ").strip()
    first = (
        f"Ban hành {named}{_LEADS_IN}"
        if form is IssueForm.DECISION_DIRECT
        else f"Ban hành kèm theo Quyết định này {named}."
    )
    return (
        first,
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Các cơ quan, đơn vị, tổ chức và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
    )


def _with_opening(plan_title: str, texts: IssueTexts) -> RichText:
    """Article 1 of a decision with the plan inside, when it also says what the opening of the plan said."""
    if plan_title == texts.title:
        return texts.articles[0]
    before = usual_articles(plan_title, IssueForm.DECISION_DIRECT)[0].removesuffix(_LEADS_IN)
    return RichText.of(f"{before} (sau đây gọi là Kế hoạch) gồm các nội dung sau:")


def _taken_in(made: Plan, plan_title: str, texts: IssueTexts) -> Plan:
    """A plan that has become a decision, with suggested opening and closing in the words of a decision."""
    decision = made.decision
    if decision is None:
        return made
    first, *middle, last = decision.articles
    paragraphs, closing = made.opening.paragraphs, made.closing
    if has_words_of(paragraphs, texts.opening):
        key = paragraphs[0].id
        if made.form is IssueForm.DECISION_DIRECT:
            first, paragraphs = Article(_with_opening(plan_title, texts), id=key), ()
        else:
            first, paragraphs = replace(first, id=derived_key(key)), keyed(texts.opening_attached, key)
    if has_words_of(closing, texts.closing):
        last, closing = Article(texts.articles_of(made.form)[-1], id=closing[0].id), ()
    proposal = made.opening.proposal if made.opening.proposal.strip() else texts.proposal
    return replace(
        made,
        opening=replace(made.opening, paragraphs=paragraphs, proposal=proposal),
        closing=closing,
        decision=replace(decision, articles=(first, *middle, last)),
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


def _other_decision(plan: Plan, decision: Decision, form: IssueForm, texts: IssueTexts | None) -> Plan:
    title = decision.plan_title or _plan_title(plan.title)
    paragraphs, articles = plan.opening.paragraphs, decision.articles
    if articles and _is_bare(articles[0]):
        first, said = articles[0], articles[0].text.plain
        usual, attached = (usual_articles(title, one)[0] for one in (plan.form, IssueForm.DECISION_ATTACHED))
        if texts is not None and _is_taken_in(plan, title, texts):
            paragraphs = keyed(texts.opening_attached, first.id)
            first = Article(RichText.of(attached), id=derived_key(first.id))
        elif texts is not None and said == attached and has_words_of(paragraphs, texts.opening_attached):
            first, paragraphs = Article(_with_opening(title, texts), id=paragraphs[0].id), ()
        elif said == usual:
            first = replace(first, text=RichText.of(usual_articles(title, form)[0]))
        articles = (first, *articles[1:])
    return replace(
        plan,
        form=form,
        opening=replace(plan.opening, paragraphs=paragraphs),
        decision=replace(decision, articles=articles, plan_title=title),
    )


def _is_taken_in(plan: Plan, title: str, texts: IssueTexts) -> bool:
    """Whether Article 1 of a decision with the plan inside stands for the opening, too."""
    articles = plan.decision.articles if plan.decision else ()
    if plan.form is not IssueForm.DECISION_DIRECT or plan.opening.paragraphs or not articles:
        return False
    words = {texts.articles[0].plain, _with_opening(title, texts).plain}
    return articles[0].text.plain in words and _is_bare(articles[0])


def _is_bare(article: Article) -> bool:
    return not article.items and not article.heading


def _as_plan(plan: Plan, texts: IssueTexts | None) -> Plan:
    decision = plan.decision
    if decision is None:
        return plan
    own_title = decision.plan_title if plan.form is IssueForm.DECISION_ATTACHED else ""
    title = own_title or _plan_title(plan.title)
    named = decision.plan_title or title
    usual = set(usual_articles(named, plan.form))
    back = plan
    if texts is not None:
        usual.update(
            (_with_opening(named, texts).plain, *(one.plain for one in texts.articles_of(plan.form)))
        )
        back = _given_back(plan, decision, named, texts)
    written = [one for one in decision.articles if not _is_bare(one) or one.text.plain not in usual]
    sections = plan.sections
    if written:
        kept = Section((SectionRole.OTHER,), KEPT_ARTICLES_TITLE, tuple(_as_items(written)))
        sections = (*sections, kept)
    names = tuple(one for one in plan.recipients.names if not _AS_ARTICLE.fullmatch(one.name.strip()))
    return replace(
        back,
        form=IssueForm.PLAN,
        decision=None,
        title=title,
        symbol=re.sub(r"^QĐ-", "KH-", plan.symbol),
        sections=sections,
        recipients=replace(plan.recipients, names=names),
    )


def _given_back(plan: Plan, decision: Decision, title: str, texts: IssueTexts) -> Plan:
    """The decision with what its suggested articles say of the plan as opening and closing again."""
    paragraphs, closing = plan.opening.paragraphs, plan.closing
    if _is_taken_in(plan, title, texts):
        paragraphs = keyed(texts.opening, decision.articles[0].id)
    elif plan.form is IssueForm.DECISION_ATTACHED and has_words_of(paragraphs, texts.opening_attached):
        paragraphs = keyed(texts.opening, paragraphs[0].id)
    last = texts.articles_of(plan.form)[-1].plain
    held = next((one for one in decision.articles if one.text.plain == last and _is_bare(one)), None)
    if held is not None and not closing:
        closing = keyed(texts.closing, held.id)
    proposal = "" if plan.opening.proposal == texts.proposal else plan.opening.proposal
    return replace(
        plan, opening=replace(plan.opening, paragraphs=paragraphs, proposal=proposal), closing=closing
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
