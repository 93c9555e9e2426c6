"""Where outlines live in a plan, so that one editor and one edit serve them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Appendix, Task


class Home(Enum):
    """The kinds of places that hold an outline."""

    OPENING = "opening"
    SECTION = "section"
    ARTICLE = "article"
    CLOSING = "closing"
    APPENDIX = "appendix"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Place:
    """An outline of a plan; ``key`` is the key of the section, article, appendix or task, blank otherwise."""

    home: Home
    key: str = ""


OPENING = Place(Home.OPENING)
CLOSING = Place(Home.CLOSING)


def all_outlines(plan: Plan) -> Iterator[tuple[Place, Outline]]:
    """Every outline of the plan in the order of the paper."""
    yield OPENING, plan.opening.paragraphs
    if plan.decision is not None:
        for article in plan.decision.articles:
            yield Place(Home.ARTICLE, article.id), article.items
    for section in plan.sections:
        yield Place(Home.SECTION, section.id), section.items
    yield CLOSING, plan.closing
    for appendix in plan.appendices:
        yield Place(Home.APPENDIX, appendix.id), appendix.text
        for task in appendix.tasks:
            yield Place(Home.TASK, task.id), task.content


def outline_at(plan: Plan, place: Place) -> Outline:
    """The outline at a place; raises KeyError when the plan has no such place (any more)."""
    for found, outline in all_outlines(plan):
        if found == place:
            return outline
    raise KeyError(place)


def place_of(plan: Plan, source: str) -> Place | None:
    """The place that is, or holds the item, with this key (the ``source`` of a block); None for what is no outline."""
    for place, outline in all_outlines(plan):
        if place.key == source or any(one.id == source for one in outline):
            return place
    return None


def with_outline(plan: Plan, place: Place, outline: Outline) -> Plan:
    """The plan with another outline at a place; raises KeyError when there is no such place."""
    match place.home:
        case Home.OPENING:
            return replace(plan, opening=replace(plan.opening, paragraphs=outline))
        case Home.CLOSING:
            return replace(plan, closing=outline)
        case Home.SECTION:
            outline_at(plan, place)
            sections = tuple(replace(s, items=outline) if s.id == place.key else s for s in plan.sections)
            return replace(plan, sections=sections)
        case Home.ARTICLE:
            outline_at(plan, place)
            if plan.decision is None:
                raise KeyError(place)
            articles = tuple(
                replace(a, items=outline) if a.id == place.key else a for a in plan.decision.articles
            )
            return replace(plan, decision=replace(plan.decision, articles=articles))
        case Home.APPENDIX | Home.TASK:
            outline_at(plan, place)
            return replace(plan, appendices=tuple(_in_appendix(a, place, outline) for a in plan.appendices))


def _in_appendix(appendix: Appendix, place: Place, outline: Outline) -> Appendix:
    if place.home is Home.APPENDIX:
        return replace(appendix, text=outline) if appendix.id == place.key else appendix
    if not any(row.id == place.key for row in appendix.rows):
        return appendix
    rows = tuple(
        row.with_content(outline) if isinstance(row, Task) and row.id == place.key else row
        for row in appendix.rows
    )
    return replace(appendix, rows=rows)
