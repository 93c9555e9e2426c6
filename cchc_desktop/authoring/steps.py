"""The eleven steps of writing a plan: what belongs to each, how far it is, and what is still missing."""

from __future__ import annotations

from enum import Enum

from cchc_desktop.authoring.missing import Problem, problems
from cchc_desktop.authoring.places import Home, place_of
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.authoring.step_roles import STEP_ROLES
from cchc_desktop.domain.plan import Plan, Section

__all__ = ["Problem", "Step", "StepState", "problems", "sections_of", "step_of", "step_states"]


class StepState(Enum):
    """How far a step is; the value is what a screen reader says."""

    UNTOUCHED = "chưa viết"
    BEGUN = "đang viết"
    DONE = "đã xong"
    ERROR = "có lỗi"


def sections_of(plan: Plan, step: Step) -> tuple[Section, ...]:
    """The sections a step's page shows: those that serve its roles, in the order of the paper."""
    roles = STEP_ROLES.get(step, ())
    return tuple(section for section in plan.sections if any(role in section.roles for role in roles))


def step_states(plan: Plan, found: tuple[Problem, ...] | None = None) -> dict[Step, StepState]:
    """The state of each step; ``found`` spares a second look when the problems are known already."""
    by_step: dict[Step, list[Problem]] = {}
    everything = problems(plan) if found is None else found
    for problem in everything:
        by_step.setdefault(problem.step, []).append(problem)
    return {step: _state(plan, step, by_step.get(step, []), nothing_left=not everything) for step in Step}


def step_of(plan: Plan, source: str) -> Step | None:
    """The step where the thing with this key (the ``source`` of a block) is written; None for what the plan lacks."""
    for step, mark in _MARKS:
        if source == f"{plan.id}:{mark}":
            return step
    if any(basis.id == source for basis in plan.opening.bases):
        return Step.BASES
    if any(one.id == source for one in plan.recipients.names):
        return Step.SIGNING
    if any(row.id == source for appendix in plan.appendices for row in appendix.rows):
        return Step.TASKS
    place = place_of(plan, source)
    return None if place is None else _step_of_place(plan, place.home, place.key)


_MARKS = (
    (Step.GENERAL, "letterhead"),
    (Step.GENERAL, "title"),
    (Step.GENERAL, "authority"),
    (Step.BASES, "proposal"),
    (Step.BASES, "opening"),
    (Step.SIGNING, "closing"),
    (Step.SIGNING, "sign"),
    (Step.SIGNING, "signer"),
)


def _step_of_place(plan: Plan, home: Home, key: str) -> Step:
    match home:
        case Home.OPENING:
            return Step.BASES
        case Home.SECTION:
            return step_of_role(next(section.role for section in plan.sections if section.id == key))
        case Home.ARTICLE:
            return Step.GENERAL
        case Home.CLOSING:
            return Step.SIGNING
        case Home.APPENDIX | Home.TASK:
            return Step.TASKS


def _state(plan: Plan, step: Step, found: list[Problem], *, nothing_left: bool) -> StepState:
    if step is Step.EXPORT:
        return StepState.DONE if nothing_left else StepState.UNTOUCHED
    if any(problem.is_error for problem in found):
        return StepState.ERROR
    if not _is_touched(plan, step):
        return StepState.UNTOUCHED
    return StepState.BEGUN if found else StepState.DONE


def _is_touched(plan: Plan, step: Step) -> bool:
    match step:
        case Step.GENERAL | Step.EXPORT:
            return True
        case Step.BASES:
            return bool(plan.opening.bases or plan.opening.paragraphs or plan.opening.proposal.strip())
        case Step.TASKS:
            return any(appendix.rows or appendix.text for appendix in plan.appendices)
        case Step.SIGNING:
            return bool(plan.recipients.names or plan.closing)
        case _:
            return any(
                one for section in sections_of(plan, step) for one in section.items if not one.is_empty
            )
