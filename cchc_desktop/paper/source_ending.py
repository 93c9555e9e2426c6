"""The "./." at the end of a paper, which the program writes by itself."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.outline import Outline, OutlineItem
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.paper.recognise_lines import without_end_mark


def without_end_marks(plan: Plan) -> Plan:
    """The plan without the mark at the end of its last paragraph, and of the decision's last article."""
    if plan.form is IssueForm.DECISION_DIRECT:
        return _decision_ended(plan)
    return _body_ended(_decision_ended(plan))


def _decision_ended(plan: Plan) -> Plan:
    if plan.decision is None or not plan.decision.articles:
        return plan
    *others, last = plan.decision.articles
    if last.items:
        last = replace(last, items=_ended(last.items))
    elif last.text.strip():
        last = replace(last, text=without_end_mark(last.text))
    else:
        last = replace(last, heading=without_end_mark(last.heading))
    return replace(plan, decision=replace(plan.decision, articles=(*others, last)))


def _body_ended(plan: Plan) -> Plan:
    if plan.closing:
        return replace(plan, closing=_ended(plan.closing))
    if plan.sections and plan.sections[-1].items:
        *others, last = plan.sections
        return replace(plan, sections=(*others, replace(last, items=_ended(last.items))))
    if not plan.sections and plan.opening.paragraphs:
        return replace(plan, opening=replace(plan.opening, paragraphs=_ended(plan.opening.paragraphs)))
    return plan


def _ended(items: Outline) -> Outline:
    *others, last = items
    return (*others, _without_mark(last))


def _without_mark(one: OutlineItem) -> OutlineItem:
    if one.text.strip():
        return replace(one, text=without_end_mark(one.text))
    return replace(one, heading=without_end_mark(one.heading))
