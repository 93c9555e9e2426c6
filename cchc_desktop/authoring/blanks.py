"""Dots left to fill: "số …/KH-UBND ngày … tháng … năm …" in the texts of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.authoring.places import CLOSING, OPENING, Home, Place, all_outlines
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import CELL_COLUMNS

# Dots where a number or a date belongs; dots that end a list ("pa nô, băng rôn…") are none.
_DOTS = r"(?:…|\.{3,}|_{3,})"
_BLANK = re.compile(
    rf"(?:\b(?:số|ngày|tháng|năm)\s+{_DOTS}|{_DOTS}\s*/|/\s*{_DOTS})(?:[^\w]*(?:ngày|tháng|năm)?\s*{_DOTS})*",
    re.IGNORECASE,
)
_AROUND = 40  # characters shown of what stands before and behind


@dataclass(frozen=True, slots=True)
class BlankToFill:
    """Dots to fill; ``excerpt`` are the words around them, ``source`` the key of the thing that has them."""

    step: Step
    where: str
    excerpt: str
    source: str


def blanks_to_fill(plan: Plan) -> Iterator[BlankToFill]:
    """Every text of the plan with dots left to fill, once each, in the order of the paper."""
    for step, where, text, source in _texts(plan):
        found = _BLANK.search(text)
        if found is not None:
            yield BlankToFill(step, where, _excerpt(text, found), source)


def _texts(plan: Plan) -> Iterator[tuple[Step, str, str, str]]:
    for number, basis in enumerate(plan.opening.bases, 1):
        yield Step.BASES, f"Căn cứ thứ {number}", basis.text.plain, basis.id
    yield Step.BASES, "Dòng “Theo đề nghị …”", plan.opening.proposal, f"{plan.id}:proposal"
    if plan.decision is not None:
        for number, article in enumerate(plan.decision.articles, 1):
            yield Step.GENERAL, f"Điều {number}", article.text.plain, article.id
    steps = {section.id: (step_of_role(section.role), f"Mục “{section.title}”") for section in plan.sections}
    for place, outline in all_outlines(plan):
        if place.home is not Home.TASK:
            step, where = _step(place, steps)
            for one in outline:
                yield step, where, one.content.plain, one.id
    for number, task in enumerate(plan.tasks, 1):
        cells = (task.title, *(task.cell(column).plain for column in CELL_COLUMNS))
        yield Step.TASKS, f"Nhiệm vụ {number}", " ".join(cells), task.id


def _step(place: Place, steps: dict[str, tuple[Step, str]]) -> tuple[Step, str]:
    if place == OPENING:
        return Step.BASES, "Đoạn mở đầu"
    if place == CLOSING:
        return Step.SIGNING, "Câu kết"
    if place.home is Home.APPENDIX:
        return Step.TASKS, "Phụ lục"
    return steps.get(place.key, (Step.GENERAL, "Quyết định"))


def _excerpt(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
    if start:
        start = text.find(" ", start, found.start()) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", found.end(), end), found.end())
    return text[start:end].strip()
