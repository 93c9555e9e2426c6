"""A plan as it was understood from a foreign paper: doubts with their choices, and where every line went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cchc_desktop.domain.plan import Plan


class Confidence(Enum):
    """How sure the reading of a line is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESSED = "guessed"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to settle a doubt: what it is called, and what it does to the plan."""

    name: str
    settle: Callable[[Plan], Plan]


@dataclass(frozen=True, slots=True)
class ImportDoubt:
    """A question about some lines. The first choice is what the plan already says."""

    message: str
    lines: tuple[int, ...]
    target: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a line of the source ended: the key of a value of the plan (``source`` of its block), or "" if kept apart."""

    target: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """The outcome of reading. ``placements`` has an entry for every line number of the source."""

    plan: Plan
    doubts: tuple[ImportDoubt, ...] = ()
    placements: Mapping[int, Placement] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def unplaced(self) -> tuple[int, ...]:
        """The numbers of the lines that could not be put in order; they are kept as paragraphs where they stood."""
        return tuple(n for n, one in self.placements.items() if one.confidence is Confidence.UNPLACED)

    def finish(self) -> Plan:
        """The plan with every doubt settled as it was guessed."""
        return self.plan
