"""Where an imported plan names agencies as they were called before, and what the directory of our office calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc_desktop.authoring.adapt_places import OldUnit, Place
from cchc_desktop.authoring.adaptation import Aspect
from cchc_desktop.authoring.place_texts import replaced
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.agency_names import AgencyNames
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.responsibilities import responsibilities
from cchc_desktop.domain.rich_text import RichText

AGENCY_CELLS = frozenset({"lead", "cooperation"})
"""The texts of a task that are lists of agencies."""


class FormerNames:
    """Looked for where agencies stand as such: cells of tasks, headings of responsibilities, recipients.

    What only is a shorter or other spelling of the present name ("UBND tỉnh") is left as the plan has it.
    """

    def __init__(self, plan: Plan, unit: OldUnit | None, office: Office, agencies: Iterable[Agency]) -> None:
        self._names = AgencyNames(agencies, (office.full_name, *_written(unit)))
        self._headings = frozenset(one.source for one in responsibilities(plan))

    def places_with(self, target: str, name: str, text: str, others: Iterable[Place]) -> tuple[Place, ...]:
        """The other places of a text, and those of agencies, which are taken whole; in order."""
        if not self._names_agencies(target, name):
            return tuple(others)
        found = tuple(self._places(text))
        free = (one for one in others if not any(one.start < p.end and p.start < one.end for p in found))
        return tuple(sorted((*found, *free), key=lambda one: one.start))

    def without_doubles(self, text: RichText) -> RichText:
        """The cell with an agency named once that two old names have become."""
        doubles = self._names.doubles(text.plain)
        return replaced(text, [Place(start, end, "", Aspect.AGENCIES) for start, end in doubles])

    def _names_agencies(self, target: str, name: str) -> bool:
        is_heading = target in self._headings and name == f"{target}-heading"
        return is_heading or name in AGENCY_CELLS or name.startswith("recipient-")

    def _places(self, text: str) -> Iterator[Place]:
        for place in self._names.places(text):
            if self._names.is_renamed(place, text):
                yield Place(place.start, place.end, place.name, Aspect.AGENCIES)


def _written(unit: OldUnit | None) -> tuple[str, ...]:
    """How the old plan names its own unit behind an agency."""
    if unit is None:
        return ()
    short = (f"TP {unit.name}", f"TX {unit.name}") if unit.kind in ("thành phố", "thị xã") else ()
    return (f"{unit.kind} {unit.name}", unit.kind, *short)
