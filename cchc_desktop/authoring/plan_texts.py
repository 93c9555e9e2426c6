"""Every text of a plan that a person writes, with the step and the words for where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.authoring.places import CLOSING, OPENING, Home, Place, all_outlines
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import CELL_COLUMNS, Task, TaskGroup


@dataclass(frozen=True, slots=True)
class PlanText:
    """A text; ``where`` says where it stands, ``source`` is the key of the thing that has it."""

    step: Step
    where: str
    text: str
    source: str


def plan_texts(plan: Plan) -> Iterator[PlanText]:
    """The texts in the order of the paper; all cells of a task are one."""
    yield from _head(plan)
    for number, basis in enumerate(plan.opening.bases, 1):
        yield PlanText(Step.BASES, f"Căn cứ thứ {number}", basis.text.plain, basis.id)
    proposal = f"{plan.id}:proposal"
    yield PlanText(Step.BASES, "Dòng “Theo đề nghị …”", plan.opening.proposal, proposal)
    if plan.decision is not None:
        for number, article in enumerate(plan.decision.articles, 1):
            yield PlanText(Step.GENERAL, f"Điều {number}", article.text.plain, article.id)
    steps = {one.id: (step_of_role(one.role), f"Mục “{one.title}”") for one in plan.sections}
    for section in plan.sections:
        yield PlanText(step_of_role(section.role), "Tên mục", section.title, section.id)
    for place, outline in all_outlines(plan):
        if place.home is not Home.TASK:
            step, where = _step(place, steps)
            for one in outline:
                yield PlanText(step, where, one.content.plain, one.id)
    for recipient in plan.recipients.names:
        yield PlanText(Step.SIGNING, "Nơi nhận", recipient.name, f"{plan.id}:sign")
    yield from _tasks(plan)


def _head(plan: Plan) -> Iterator[PlanText]:
    letterhead = f"{plan.id}:letterhead"
    yield PlanText(Step.GENERAL, "Cơ quan cấp trên", plan.letterhead.superior, letterhead)
    body = " ".join(plan.letterhead.body)
    yield PlanText(Step.GENERAL, "Tên cơ quan ban hành", body, letterhead)
    yield PlanText(Step.GENERAL, "Tên kế hoạch", plan.title, f"{plan.id}:title")
    if plan.decision is not None:
        authority = f"{plan.id}:authority"
        yield PlanText(Step.GENERAL, "Thẩm quyền ban hành", plan.decision.authority, authority)


def _tasks(plan: Plan) -> Iterator[PlanText]:
    number = 0
    for appendix in plan.appendices:
        yield PlanText(Step.TASKS, "Tên phụ lục", appendix.title, appendix.id)
        for row in appendix.rows:
            if isinstance(row, Task):
                number += 1
                lines = (one.content.plain for one in row.content)
                cells = (row.cell(column).plain for column in CELL_COLUMNS)
                yield PlanText(Step.TASKS, f"Nhiệm vụ {number}", "\n".join((*lines, *cells)), row.id)
            elif isinstance(row, TaskGroup):
                yield PlanText(Step.TASKS, "Tên nhóm nhiệm vụ", row.title, row.id)


def _step(place: Place, steps: dict[str, tuple[Step, str]]) -> tuple[Step, str]:
    if place == OPENING:
        return Step.BASES, "Đoạn mở đầu"
    if place == CLOSING:
        return Step.SIGNING, "Câu kết"
    if place.home is Home.APPENDIX:
        return Step.TASKS, "Phụ lục"
    return steps.get(place.key, (Step.GENERAL, "Quyết định"))
