"""The dossier: one office, its profile and catalogues, and its plans, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.profile import OfficeProfile, default_profile
from cchc_desktop.domain.vietnamese import new_id


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything one ``.cchc`` file holds.

    ``profile`` is None while nothing in it was changed: it then follows from the commune (:attr:`office_profile`).
    ``bases``: legal documents the office entered or took from a file of updates. ``library``: suggestions of its own.
    ``hidden``: keys of the program's suggestions that it does not want to be offered, in order.
    """

    office: Office
    plans: tuple[Plan, ...] = ()
    id: str = field(default_factory=new_id)
    profile: OfficeProfile | None = None
    bases: tuple[LegalDocument, ...] = ()
    library: tuple[LibraryEntry, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def office_profile(self) -> OfficeProfile:
        """The profile as the office keeps it, or as it follows from the commune."""
        return self.profile if self.profile is not None else default_profile(self.office)

    def plan(self, plan_id: str) -> Plan:
        """The plan with this key; raises KeyError."""
        for plan in self.plans:
            if plan.id == plan_id:
                return plan
        raise KeyError(plan_id)

    def with_plan(self, plan: Plan) -> Dossier:
        """The dossier with this plan in the place of the one with the same key, or added."""
        if any(one.id == plan.id for one in self.plans):
            return replace(self, plans=tuple(plan if one.id == plan.id else one for one in self.plans))
        return replace(self, plans=(*self.plans, plan))

    def without_plan(self, plan_id: str) -> Dossier:
        """The dossier without a plan."""
        return replace(self, plans=tuple(one for one in self.plans if one.id != plan_id))
