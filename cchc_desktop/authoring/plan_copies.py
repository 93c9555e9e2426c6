"""A plan for another year from one the dossier has: its years moved, all as new things, number and date blank again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect
from cchc_desktop.authoring.importing import adapted
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import with_new_ids
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task
from cchc_desktop.domain.vietnamese import new_id

_YEARS_ONLY = AdaptOptions(frozenset((Aspect.YEAR,)))
# A document whose number is still to be written is no document yet: its year moves as any other.
_UNNUMBERED = re.compile(r"\bsố\s*:?\s*(?:…|\.{3,}|_{3,})")


@dataclass(frozen=True, slots=True)
class PlanCopy:
    """The new plan, and in how many places of its texts a year was moved."""

    plan: Plan
    moved: int = 0


def copy_for_year(plan: Plan, office: Office, year: int) -> PlanCopy:
    """The plan again, for a year: years of the plan and the years beside it move along wherever they are written.

    Citations, quoted names, stages and visions keep theirs, as in an import; the signer stays, number and date go.
    """
    moved, changes = adapted(plan, office, year, _YEARS_ONLY)
    shift = year - plan.period.first_year
    bases = tuple(_moved_basis(one, plan.period, shift) for one in moved.opening.bases)
    count = len(changes) + sum(
        before.text != after.text for before, after in zip(moved.opening.bases, bases, strict=True)
    )
    moved = replace(moved, opening=replace(moved.opening, bases=bases))
    blank = replace(moved, number="", date=PartialDate(None, None, year))
    return PlanCopy(_as_new(blank), count)


def _moved_basis(basis: LegalBasis, period: Period, shift: int) -> LegalBasis:
    text = basis.text.plain
    if not shift or not _UNNUMBERED.search(text):
        return basis

    def later(match: re.Match[str]) -> str:
        old = int(match[0])
        return str(old + shift) if period.first_year - 1 <= old <= period.last_year + 1 else match[0]

    after = re.sub(r"(?<=\bnăm )20\d\d\b(?!\s*[-–—])", later, text)
    return basis if after == text else replace(basis, text=RichText.of(after))


def _as_new(plan: Plan) -> Plan:
    """The same words as things of their own."""
    decision = plan.decision
    if decision is not None:
        articles = tuple(replace(a, id=new_id(), items=with_new_ids(a.items)) for a in decision.articles)
        decision = replace(decision, articles=articles)
    opening = plan.opening
    names = tuple(replace(one, id=new_id()) for one in plan.recipients.names)
    return replace(
        plan,
        id=new_id(),
        opening=replace(
            opening,
            bases=tuple(replace(basis, id=new_id()) for basis in opening.bases),
            paragraphs=with_new_ids(opening.paragraphs),
        ),
        decision=decision,
        sections=tuple(replace(s, id=new_id(), items=with_new_ids(s.items)) for s in plan.sections),
        closing=with_new_ids(plan.closing),
        recipients=replace(plan.recipients, names=names),
        appendices=tuple(_copied(appendix) for appendix in plan.appendices),
    )


def _copied(appendix: Appendix) -> Appendix:
    rows = tuple(
        replace(row, id=new_id(), content=with_new_ids(row.content))
        if isinstance(row, Task)
        else replace(row, id=new_id())
        for row in appendix.rows
    )
    return replace(appendix, id=new_id(), rows=rows, text=with_new_ids(appendix.text))
