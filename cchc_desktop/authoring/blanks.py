"""Dots left to fill: "số …/KH-UBND ngày … tháng … năm …" in the texts of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.authoring.plan_texts import plan_texts
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import Plan

# Dots where a number or a date belongs; dots that end a list ("pa nô, băng rôn…") are none.
_DOTS = r"(?:…|\.{3,}|_{3,})"
_BLANK = re.compile(
    rf"(?:\b(?:số|ngày|tháng|năm)\s+{_DOTS}|{_DOTS}\s*/|/\s*{_DOTS})(?:[^\w]*(?:ngày|tháng|năm)?\s*{_DOTS})*",
    re.IGNORECASE,
)
_ONE_SPOT = re.compile(_DOTS)
_BEFORE, _BEHIND = 40, 100  # characters shown around: what comes behind tells which paper is meant


@dataclass(frozen=True, slots=True)
class BlankToFill:
    """Dots to fill; ``excerpt`` are the words around them, ``source`` the key of the thing that has them."""

    step: Step
    where: str
    excerpt: str
    source: str


def blanks_to_fill(plan: Plan) -> Iterator[BlankToFill]:
    """Every text of the plan with dots left to fill, once each, in the order of the paper."""
    for one in plan_texts(plan):
        found = _BLANK.search(one.text)
        if found is not None:
            yield BlankToFill(one.step, one.where, _excerpt(one.text, found), one.source)


def first_spot(text: str) -> tuple[int, int] | None:
    """Where the first dots to fill of a text begin and end; None when it has none."""
    found = _BLANK.search(text)
    dots = None if found is None else _ONE_SPOT.search(text, found.start(), found.end())
    return None if dots is None else dots.span()


def _excerpt(text: str, found: re.Match[str]) -> str:
    """The blank with whole words around it; dots on a word say that the text goes on."""
    start, end = max(0, found.start() - _BEFORE), min(len(text), found.end() + _BEHIND)
    if start:
        start = text.find(" ", start, found.start()) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", found.end(), end), found.end())
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"
