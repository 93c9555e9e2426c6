"""What an import came to, in names and figures; the same for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.authoring.dossiers import FORM_NAMES
from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class RecognisedPlan:
    """A plan that was read, in figures."""

    form: str
    title: str
    first_year: int
    last_year: int
    number: str
    sections: int
    items: int
    bases: int
    recipients: int
    appendices: int
    tasks: int


@dataclass(frozen=True, slots=True)
class SummedDoubt:
    """A doubt in words: its question, the lines it is about, and the names of its choices (the first was taken)."""

    message: str
    lines: tuple[int, ...]
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineCounts:
    """Lines of the source: all, those that have a place in the plan, those kept as paragraphs where they stood."""

    read: int
    placed: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """All that the command line tells of an import."""

    plan: RecognisedPlan
    lines: LineCounts
    doubts: tuple[SummedDoubt, ...]
    notes: tuple[str, ...]


def summary(read: ReadPlan) -> ImportSummary:
    """What was read and understood."""
    draft = read.draft
    unplaced = len(draft.unplaced)
    count = len(read.source.lines)
    return ImportSummary(
        plan=_recognised(draft.finish()),
        lines=LineCounts(count, len(draft.placements) - unplaced, unplaced),
        doubts=tuple(
            SummedDoubt(doubt.message, doubt.lines, tuple(choice.name for choice in doubt.choices))
            for doubt in draft.doubts
        ),
        notes=tuple(dict.fromkeys((*read.source.notes, *draft.notes))),
    )


def _recognised(plan: Plan) -> RecognisedPlan:
    return RecognisedPlan(
        form=FORM_NAMES[plan.form],
        title=" ".join(plan.title.split()),
        first_year=plan.period.first_year,
        last_year=plan.period.last_year,
        number=plan.number,
        sections=len(plan.sections),
        items=sum(len(outline) for _place, outline in all_outlines(plan)),
        bases=len(plan.opening.bases),
        recipients=len(plan.recipients.names),
        appendices=len(plan.appendices),
        tasks=len(plan.tasks),
    )
