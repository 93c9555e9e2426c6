"""A plan for another year from one the dossier has: the same contents as new things, number and date blank again."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.authoring.plan_edits import with_period
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import with_new_ids
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Appendix, Task
from cchc_desktop.domain.vietnamese import new_id


def copy_for_year(plan: Plan, year: int) -> Plan:
    """The plan again, for a year. Years inside the text are left for its writer to check."""
    period = Period(year, year + plan.period.last_year - plan.period.first_year)
    blank = replace(plan, number="", date=PartialDate(None, None, plan.period.first_year))
    moved = with_period(blank, period)
    decision = moved.decision
    if decision is not None:
        articles = tuple(replace(a, id=new_id(), items=with_new_ids(a.items)) for a in decision.articles)
        decision = replace(decision, articles=articles)
    opening = moved.opening
    names = tuple(replace(one, id=new_id()) for one in moved.recipients.names)
    return replace(
        moved,
        id=new_id(),
        date=PartialDate(None, None, year),
        opening=replace(
            opening,
            bases=tuple(replace(basis, id=new_id()) for basis in opening.bases),
            paragraphs=with_new_ids(opening.paragraphs),
        ),
        decision=decision,
        sections=tuple(replace(s, id=new_id(), items=with_new_ids(s.items)) for s in moved.sections),
        closing=with_new_ids(moved.closing),
        recipients=replace(moved.recipients, names=names),
        appendices=tuple(_copied(appendix) for appendix in moved.appendices),
    )


def _copied(appendix: Appendix) -> Appendix:
    rows = tuple(
        replace(row, id=new_id(), content=with_new_ids(row.content))
        if isinstance(row, Task)
        else replace(row, id=new_id())
        for row in appendix.rows
    )
    return replace(appendix, id=new_id(), rows=rows, text=with_new_ids(appendix.text))
