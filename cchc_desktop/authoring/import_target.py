"""Where an imported plan goes: a new plan of the dossier, or, for a paper that is an appendix alone, a plan it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.task import Appendix
from cchc_desktop.domain.vietnamese import new_id

EDIT_NAME = "đưa kế hoạch cũ vào hồ sơ"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place for what was read. No ``plan_id``: a new plan. No ``appendix_id``: behind the appendices there are."""

    name: str
    plan_id: str = ""
    appendix_id: str = ""


NEW_PLAN = Destination("Thành kế hoạch mới")


def is_appendix_only(plan: Plan) -> bool:
    """Whether the paper that was read holds nothing but appendices."""
    opening = plan.opening
    text = (plan.sections, plan.closing, opening.bases, opening.paragraphs, plan.title.strip())
    return bool(plan.appendices) and not any(text)


def destinations(dossier: Dossier | None, plan: Plan, current_plan: str = "") -> tuple[Destination, ...]:
    """Where a plan that was read may go, the likeliest place first."""
    if dossier is None or not is_appendix_only(plan):
        return (NEW_PLAN,)
    plans = sorted(dossier.plans, key=lambda one: (one.id != current_plan, -one.period.last_year))
    return (*(place for one in plans for place in _in_plan(one)), NEW_PLAN)


def _in_plan(plan: Plan) -> Iterator[Destination]:
    name = f"kế hoạch {plan.period.phrase}"
    several = len(plan.appendices) > 1
    for appendix in plan.appendices:
        which = f" “{' '.join(appendix.title.split())}”" if several else ""
        yield Destination(f"Thay phụ lục{which} của {name}", plan.id, appendix.id)
    yield Destination(f"Thêm một phụ lục vào {name}", plan.id)


def taken_over(dossier: Dossier, plan: Plan, destination: Destination) -> Dossier:
    """The dossier with the plan that was read. Raises KeyError when the place is gone."""
    if not destination.plan_id:
        if any(one.id == plan.id for one in dossier.plans):  # never over a plan the dossier has
            plan = replace(plan, id=new_id())
        return dossier.with_plan(plan)
    target = dossier.plan(destination.plan_id)
    if not destination.appendix_id:
        return dossier.with_plan(replace(target, appendices=(*target.appendices, *plan.appendices)))
    appendices: list[Appendix] = []
    for one in target.appendices:
        if one.id != destination.appendix_id:
            appendices.append(one)
            continue
        first, *others = plan.appendices
        appendices.extend((replace(first, title=first.title if first.title.strip() else one.title), *others))
    return dossier.with_plan(replace(target, appendices=tuple(appendices)))


def whole_plan(plan: Plan, office: Office, year: int, profile: OfficeProfile | None = None) -> Plan:
    """The plan itself; around an appendix alone, a plan of the office with its sections named and empty."""
    if not is_appendix_only(plan):
        return plan
    around = new_plan(office, year, suggested=False, profile=profile)
    [own] = around.appendices
    titled = tuple(
        replace(one, title=one.title if one.title.strip() else own.title) for one in plan.appendices
    )
    return replace(around, appendices=titled)
