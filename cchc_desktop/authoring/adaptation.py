"""What is asked of ``importing.adapted``, and what it answers: the words between the import window and the adapting.

``adapted(plan, office, year, options) -> (Plan, tuple[PlaceChange, ...])``: the changes are all places that could be
changed under the aspects asked for, in the order of the paper, those in ``options.kept`` included, so that the
official can tick them again; the plan has only those changed that are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Aspect(Enum):
    """What is adapted."""

    NAME = "name"  # the other office's own name, its letterhead, place and collective
    YEAR = "year"  # years move forward by as much as the plan's own year does
    AGENCIES = "agencies"  # former names of agencies become the present ones of our directory
    ISSUE = "issue"  # number, date and signer go
    STRUCTURE = "structure"  # headings stay, the text under them goes


@dataclass(frozen=True, slots=True)
class AdaptOptions:
    """Which aspects are adapted, and which single places (``PlaceChange.key``) stay as they are."""

    aspects: frozenset[Aspect] = frozenset((Aspect.NAME, Aspect.YEAR, Aspect.ISSUE))
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place before and after. ``key`` is the same in every call with the same plan; ``target`` is the key of the
    value of the plan that holds the place (the ``source`` of its block)."""

    key: str
    aspect: Aspect
    target: str
    before: str
    after: str
