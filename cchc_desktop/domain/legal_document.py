"""A legal document as the catalogue of legal bases keeps it: what it is, when it holds, and what took its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from cchc_desktop.domain.citation import Citation, format_citation
from cchc_desktop.domain.vietnamese import new_id


class Origin(Enum):
    """Where an entry comes from. What the office entered is never overwritten by the other two."""

    CATALOGUE = "catalogue"  # comes with the program
    UPDATE = "update"  # read from a file of updates
    OWN = "own"  # entered by the office


class Force(Enum):
    """Whether a document holds on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """An entry of the catalogue of legal bases.

    ``ended_on`` is the first day on which it no longer holds. ``replaced_by`` and ``amended_by`` are keys of other
    entries. ``is_certain``: whether the facts were seen in a published source (else the office is told to check them).
    ``checked_on``: the day on which the facts were last compared with their source. ``subjects``: words to find it by.
    """

    citation: Citation
    in_force_from: date | None = None
    ended_on: date | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    note: str = ""
    checked_on: date | None = None
    is_certain: bool = True
    origin: Origin = Origin.OWN
    id: str = field(default_factory=new_id)

    def force_on(self, day: date) -> Force:
        """Whether it holds on a day: from its own date on when nothing else is known; one without dates holds."""
        if self.ended_on is not None and self.ended_on <= day:
            return Force.ENDED
        begins = self.in_force_from or self.citation.date
        if begins is not None and day < begins:
            return Force.NOT_YET
        return Force.IN_FORCE

    @property
    def basis(self) -> str:
        """The whole line of a legal basis: "Căn cứ Nghị định số …"."""
        return f"Căn cứ {format_citation(self.citation)}"

    @property
    def short(self) -> str:
        """As a text names it when it was cited in full before: "Nghị định số 118/2025/NĐ-CP"; a law by its name."""
        if self.citation.is_law:
            return f"{self.citation.kind} {self.citation.title}"
        return f"{self.citation.kind} số {self.citation.code}"
