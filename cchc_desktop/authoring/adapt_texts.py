"""Every text of a plan, in the order of the paper, offered to be rewritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cchc_desktop.domain.outline import Outline, OutlineItem
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Task, TaskRow

Rewrite = Callable[[str, str, RichText], RichText]
"""What a text becomes: called with the key of the value that the paper shows, the name of the text in it, the text."""


def rewritten(plan: Plan, rewrite: Rewrite) -> Plan:
    """The plan with each text as ``rewrite`` gives it back.

    Not offered: letterhead, number, place, date, issuer, the signer's name, and legal bases that cite a document.
    """

    def words(target: str, name: str, text: str) -> str:
        return rewrite(target, name, RichText.of(text)).plain if text else text

    title = words(f"{plan.id}:title", "title", plan.title)
    decision = plan.decision
    if decision is not None:
        authority = words(f"{plan.id}:authority", "authority", decision.authority)
        decision = replace(decision, authority=authority)
    bases = tuple(
        replace(one, text=rewrite(one.id, "text", one.text)) if _is_proposal(one.text.plain) else one
        for one in plan.opening.bases
    )
    proposal = words(f"{plan.id}:proposal", "proposal", plan.opening.proposal)
    if decision is not None:
        articles = tuple(
            replace(
                one,
                heading=rewrite(one.id, "heading", one.heading),
                text=rewrite(one.id, "text", one.text),
                items=_outline(one.items, rewrite),
            )
            for one in decision.articles
        )
        plan_title = words(f"{plan.id}:title", "plan_title", decision.plan_title)
        decision = replace(decision, articles=articles, plan_title=plan_title)
    paragraphs = _outline(plan.opening.paragraphs, rewrite)
    sections = tuple(
        replace(one, title=words(one.id, "title", one.title), items=_outline(one.items, rewrite))
        for one in plan.sections
    )
    closing = _outline(plan.closing, rewrite)
    names = tuple(
        replace(one, name=words(f"{plan.id}:sign", f"recipient-{one.id}", one.name))
        for one in plan.recipients.names
    )
    sign = plan.signature
    signature = replace(
        sign,
        collective=words(f"{plan.id}:sign", "collective", sign.collective),
        head=words(f"{plan.id}:sign", "head", sign.head),
        title=words(f"{plan.id}:sign", "sign-title", sign.title),
    )
    appendices = tuple(_appendix(one, rewrite) for one in plan.appendices)
    return replace(
        plan,
        title=title,
        decision=decision,
        opening=replace(plan.opening, bases=bases, proposal=proposal, paragraphs=paragraphs),
        sections=sections,
        closing=closing,
        recipients=replace(plan.recipients, names=names),
        signature=signature,
        appendices=appendices,
    )


def _is_proposal(basis: str) -> bool:
    return basis.lstrip().lower().startswith("theo đề nghị")


def _outline(items: Outline, rewrite: Rewrite) -> Outline:
    return tuple(_item(one, one.id, one.id, rewrite) for one in items)


def _item(one: OutlineItem, target: str, name: str, rewrite: Rewrite) -> OutlineItem:
    heading = rewrite(target, f"{name}-heading", one.heading) if one.heading else one.heading
    text = rewrite(target, f"{name}-text", one.text) if one.text else one.text
    return replace(one, heading=heading, text=text)


def _appendix(appendix: Appendix, rewrite: Rewrite) -> Appendix:
    title = rewrite(appendix.id, "title", RichText.of(appendix.title)).plain
    text = _outline(appendix.text, rewrite)
    rows = tuple(_row(row, rewrite) for row in appendix.rows)
    return replace(appendix, title=title, text=text, rows=rows)


def _row(row: TaskRow, rewrite: Rewrite) -> TaskRow:
    if not isinstance(row, Task):
        return replace(row, title=rewrite(row.id, "title", RichText.of(row.title)).plain)
    task = row.with_content(tuple(_item(one, row.id, f"{at}", rewrite) for at, one in enumerate(row.content)))
    for column in CELL_COLUMNS:
        cell = task.cell(column)
        if cell:
            task = task.with_cell(column, rewrite(row.id, column.value, cell))
    return task
