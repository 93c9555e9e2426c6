"""The structure of a plan without its texts: titles, headings, columns and groups stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cchc_desktop.authoring.adaptation import Aspect, PlaceChange
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.domain.task import Appendix, Task

Offer = Callable[[PlaceChange], bool]
_MOST_SHOWN = 120


def structure_only(plan: Plan, offer: Offer) -> Plan:
    """The plan with headings alone in its sections, no opening and closing paragraphs, no tasks; each can be refused."""
    opening = _bare(plan.opening.paragraphs, f"{plan.id}:opening", offer)
    sections = tuple(replace(one, items=_bare(one.items, one.id, offer)) for one in plan.sections)
    closing = _bare(plan.closing, f"{plan.id}:closing", offer)
    appendices = tuple(_without_tasks(one, offer) for one in plan.appendices)
    return replace(
        plan,
        opening=replace(plan.opening, paragraphs=opening),
        sections=sections,
        closing=closing,
        appendices=appendices,
    )


def _bare(items: Outline, target: str, offer: Offer) -> Outline:
    bare = tuple(replace(one, text=EMPTY) for one in items if one.heading)
    if bare == items:
        return items
    return bare if offer(_change(target, _said(items), _said(bare))) else items


def _without_tasks(appendix: Appendix, offer: Offer) -> Appendix:
    if not appendix.tasks:
        return appendix
    groups = tuple(row for row in appendix.rows if not isinstance(row, Task))
    before = f"{len(appendix.tasks)} nhiệm vụ"
    after = f"{len(groups)} nhóm, chưa có nhiệm vụ"
    return replace(appendix, rows=groups) if offer(_change(appendix.id, before, after)) else appendix


def _change(target: str, before: str, after: str) -> PlaceChange:
    return PlaceChange(f"{Aspect.STRUCTURE.value}:{target}", Aspect.STRUCTURE, target, before, after)


def _said(items: Outline) -> str:
    text = " / ".join(one.content.plain for one in items)
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
