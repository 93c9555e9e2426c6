"""Where a plan was changed, so that undo can show it: the key of the first thing that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

from cchc_desktop.domain.plan import Plan


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


def changed_place(before: Plan, after: Plan) -> str:
    """The key of what differs: something ``after`` has, or, for what is gone, its nearest neighbour or home."""
    for found in _differences(before, after):
        return found
    return ""


def _differences(before: Plan, after: Plan) -> Iterator[str]:
    if _frame(before) != _frame(after):
        yield f"{after.id}:title"
    if before.opening != after.opening:
        opening, was = after.opening, before.opening
        yield from _first(was.bases, opening.bases, f"{after.id}:opening")
        if was.proposal != opening.proposal:
            yield f"{after.id}:proposal"
        yield from _first(was.paragraphs, opening.paragraphs, f"{after.id}:opening")
    articles = after.decision.articles if after.decision else ()
    yield from _first(before.decision.articles if before.decision else (), articles, f"{after.id}:authority")
    if before.sections != after.sections:
        yield from _in_homes(before.sections, after.sections, "items", f"{after.id}:title")
    yield from _first(before.closing, after.closing, f"{after.id}:closing")
    if (before.recipients, before.signature) != (after.recipients, after.signature):
        yield f"{after.id}:sign"
    if before.appendices != after.appendices:
        yield from _in_homes(before.appendices, after.appendices, "rows", "")


def _frame(plan: Plan) -> tuple[object, ...]:
    authority = (plan.decision.authority, plan.decision.plan_title) if plan.decision else None
    head = (plan.form, plan.period, plan.letterhead, plan.symbol, plan.place, plan.date, plan.number)
    return (*head, plan.title, plan.issuer, authority)


def _in_homes(before: Sequence[_Keyed], after: Sequence[_Keyed], inside: str, home: str) -> Iterator[str]:
    """The first difference inside the first home (section, appendix) that differs."""
    old = {one.id: one for one in before}
    for one in after:
        was = old.get(one.id)
        if was is None:
            yield one.id
        elif was != one:
            yield from _first(getattr(was, inside), getattr(one, inside), one.id)
            yield one.id
    yield from _first(before, after, home)


def _first(before: Sequence[_Keyed], after: Sequence[_Keyed], home: str) -> Iterator[str]:
    previous = home
    for was, now in zip_longest(before, after):
        if was != now:
            yield now.id if now is not None else previous
            return
        previous = now.id
