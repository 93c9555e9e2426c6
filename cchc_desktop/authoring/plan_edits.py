"""Edits of a plan's frame: form of issue, period, title, sections. Pure functions from a plan to a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.plan import Plan, Section, SectionRole


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


KeyedT = TypeVar("KeyedT", bound=_Keyed)


def moved(things: Sequence[KeyedT], key: str, by: int) -> tuple[KeyedT, ...]:
    """The things with one of them ``by`` places further; at an end it stays. Raises KeyError."""
    listed = list(things)
    index = index_of(things, key)
    thing = listed.pop(index)
    listed.insert(min(max(index + by, 0), len(listed)), thing)
    return tuple(listed)


def changed(things: Sequence[KeyedT], key: str, change: Callable[[KeyedT], KeyedT]) -> tuple[KeyedT, ...]:
    """The things with one of them changed. Raises KeyError."""
    index_of(things, key)
    return tuple(change(thing) if thing.id == key else thing for thing in things)


def without(things: Sequence[KeyedT], key: str) -> tuple[KeyedT, ...]:
    """The things without one of them. Raises KeyError."""
    index_of(things, key)
    return tuple(thing for thing in things if thing.id != key)


def index_of(things: Sequence[KeyedT], key: str) -> int:
    """Where a thing stands. Raises KeyError."""
    for index, thing in enumerate(things):
        if thing.id == key:
            return index
    raise KeyError(key)


def with_period(plan: Plan, period: Period) -> Plan:
    """The plan for another year or years.

    Titles that name the old period name the new one, and so does a date of issue that is still blank; the text of
    the sections is not touched: whether a year there is this plan's year only its writer knows.
    """
    old, new = plan.period, period
    if old == new:
        return plan
    date = plan.date
    if date.year == old.first_year and not date.is_whole:
        date = replace(date, year=new.first_year)
    decision = plan.decision
    if decision is not None:
        decision = replace(decision, plan_title=_renamed(decision.plan_title, old, new))
    appendices = tuple(replace(a, title=_renamed(a.title, old, new)) for a in plan.appendices)
    return replace(
        plan,
        period=new,
        date=date,
        title=_renamed(plan.title, old, new),
        decision=decision,
        appendices=appendices,
    )


def _renamed(title: str, old: Period, new: Period) -> str:
    for cased in (str, str.upper, str.capitalize):
        title = title.replace(cased(old.phrase), cased(new.phrase))
    return title


def with_date(plan: Plan, day: int | None, month: int | None, year: int) -> Plan:
    """The plan with another date of issue, or parts of one."""
    return replace(plan, date=PartialDate(day, month, year))


def section_at(plan: Plan, key: str) -> Section:
    """The section with this key; raises KeyError."""
    return plan.sections[index_of(plan.sections, key)]


_USUAL_ORDER = (
    SectionRole.PURPOSE,
    SectionRole.OBJECTIVES,
    SectionRole.TARGETS,
    SectionRole.CONTENT,
    SectionRole.FORMS,
    SectionRole.ACTIVITIES,
    SectionRole.BUDGET,
    SectionRole.ORGANISATION,
    SectionRole.OTHER,
)


def with_new_section(plan: Plan, role: SectionRole, title: str = "") -> tuple[Plan, Section]:
    """The plan with an empty section where plans usually have it, and that section."""
    section = Section((role,), title or role.label)
    rank = _USUAL_ORDER.index(role)
    at = len(plan.sections)
    if role is not SectionRole.OTHER:
        for index, one in enumerate(plan.sections):
            if one.role is not SectionRole.OTHER and _USUAL_ORDER.index(one.role) > rank:
                at = index
                break
    return replace(plan, sections=(*plan.sections[:at], section, *plan.sections[at:])), section


def with_section_title(plan: Plan, key: str, title: str) -> Plan:
    """The plan with a section renamed. Raises KeyError."""
    return replace(plan, sections=changed(plan.sections, key, lambda s: replace(s, title=title)))


def with_section_role(plan: Plan, key: str, role: SectionRole) -> Plan:
    """The plan with another main role for a section; its further roles stay, a doubled one goes. Raises KeyError."""

    def change(section: Section) -> Section:
        return replace(section, roles=(role, *(r for r in section.roles[1:] if r is not role)))

    return replace(plan, sections=changed(plan.sections, key, change))


def with_section_moved(plan: Plan, key: str, by: int) -> Plan:
    """The plan with a section further up or down. Raises KeyError."""
    return replace(plan, sections=moved(plan.sections, key, by))


def without_section(plan: Plan, key: str) -> Plan:
    """The plan without a section and all that stands in it. Raises KeyError."""
    return replace(plan, sections=without(plan.sections, key))
