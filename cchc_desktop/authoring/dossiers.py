"""What can be done with whole dossiers: made, opened, described; the same for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import IssueForm, Plan

if TYPE_CHECKING:
    from cchc_desktop.storage.dossier_file import DossierFile

# The storage is imported where it is used: the window shows before its libraries are loaded.

FORM_NAMES: dict[IssueForm, str] = {
    IssueForm.PLAN: "Kế hoạch",
    IssueForm.DECISION_DIRECT: "Quyết định (kế hoạch trong Điều 1)",
    IssueForm.DECISION_ATTACHED: "Quyết định ban hành kèm theo Kế hoạch",
}


@dataclass(frozen=True, slots=True)
class PlanInfo:
    """A plan in figures."""

    id: str
    first_year: int
    last_year: int
    form: str
    state: str
    title: str
    sections: int
    items: int
    tasks: int


@dataclass(frozen=True, slots=True)
class DossierInfo:
    """What is in a dossier file."""

    office: str
    province: str
    format_number: int
    plans: tuple[PlanInfo, ...]

    @property
    def sections(self) -> int:
        """The sections of all plans."""
        return sum(plan.sections for plan in self.plans)

    @property
    def items(self) -> int:
        """The outline items of all plans, those in tasks and appendices included."""
        return sum(plan.items for plan in self.plans)

    @property
    def tasks(self) -> int:
        """The tasks of all plans."""
        return sum(plan.tasks for plan in self.plans)


def new_dossier(path: Path, office: Office, year: int, *, suggested: bool = True) -> DossierFile:
    """Make the dossier of an office with a plan for a year; raises UserFacingError when there is such a file."""
    from cchc_desktop.authoring.new_plan import new_plan
    from cchc_desktop.storage.dossier_file import DossierFile

    return DossierFile.create(path, Dossier(office, (new_plan(office, year, suggested=suggested),)))


def sample(path: Path) -> DossierFile:
    """Make a file with the sample dossier; raises UserFacingError when there is such a file."""
    from cchc_desktop.authoring.sample import sample_dossier
    from cchc_desktop.storage.dossier_file import DossierFile

    return DossierFile.create(path, sample_dossier())


def open_dossier(path: Path, *, read_only: bool = False) -> DossierFile:
    """Open a dossier; see ``DossierFile.open`` for what is raised."""
    from cchc_desktop.storage.dossier_file import DossierFile

    return DossierFile.open(path, read_only=read_only)


def describe(file: DossierFile) -> DossierInfo:
    """What an open dossier holds, in names and figures."""
    dossier = file.dossier
    return DossierInfo(
        office=dossier.office.full_name,
        province=dossier.office.province.full_name,
        format_number=file.format_number,
        plans=tuple(_plan_info(plan) for plan in dossier.plans),
    )


def _plan_info(plan: Plan) -> PlanInfo:
    return PlanInfo(
        id=plan.id,
        first_year=plan.period.first_year,
        last_year=plan.period.last_year,
        form=FORM_NAMES[plan.form],
        state=plan.state,
        title=" ".join(plan.title.split()),
        sections=len(plan.sections),
        items=sum(len(outline) for _place, outline in all_outlines(plan)),
        tasks=len(plan.tasks),
    )
