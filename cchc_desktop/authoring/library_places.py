"""What a place in a plan can take from the library: kinds of suggestions, and what the heading over the cursor narrows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.vietnamese import fold

_KINDS: dict[SectionRole, tuple[EntryKind, ...]] = {
    SectionRole.PURPOSE: (EntryKind.PURPOSE, EntryKind.REQUIREMENT),
    SectionRole.OBJECTIVES: (EntryKind.PURPOSE, EntryKind.TARGET),
    SectionRole.TARGETS: (EntryKind.TARGET,),
    SectionRole.CONTENT: (EntryKind.CONTENT,),
    SectionRole.FORMS: (EntryKind.FORM,),
    SectionRole.ACTIVITIES: (EntryKind.FORM, EntryKind.CONTENT),
    SectionRole.BUDGET: (EntryKind.BUDGET,),
    SectionRole.ORGANISATION: (EntryKind.DUTY,),
    SectionRole.OTHER: (
        EntryKind.CONTENT,
        EntryKind.FORM,
        EntryKind.DUTY,
        EntryKind.PURPOSE,
        EntryKind.REQUIREMENT,
        EntryKind.TARGET,
        EntryKind.BUDGET,
    ),
}
_AREA_WORDS: tuple[tuple[Area, re.Pattern[str]], ...] = (
    (Area.DIGITAL_GOVERNMENT, re.compile(r"chinh quyen (?:dien tu|so)|chuyen doi so")),
    (Area.PROCEDURES, re.compile(r"thu tuc hanh chinh|\btthc\b")),
    (Area.INSTITUTIONS, re.compile(r"the che")),
    (Area.APPARATUS, re.compile(r"to chuc bo may|bo may hanh chinh")),
    (Area.CIVIL_SERVICE, re.compile(r"cong vu|can bo, cong chuc")),
    (Area.PUBLIC_FINANCE, re.compile(r"tai chinh cong")),
    (Area.DIRECTION, re.compile(r"chi dao,? dieu hanh")),
)
_KIND_WORDS: tuple[tuple[EntryKind, re.Pattern[str]], ...] = (
    (EntryKind.REQUIREMENT, re.compile(r"yeu cau\b(?!.*muc dich)")),
    (EntryKind.PURPOSE, re.compile(r"muc dich\b(?!.*yeu cau)")),
    (EntryKind.TARGET, re.compile(r"(?:muc tieu|chi tieu)\b")),
)
_Found = TypeVar("_Found")
_ASKED = re.compile(r"(?:de nghi|giao|yeu cau)\s*:?\s+")


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """Where a suggestion would go. ``first_kind``, ``area`` and ``agency``: what the heading over the cursor is about."""

    kinds: tuple[EntryKind, ...]
    first_kind: EntryKind | None = None
    area: Area | None = None
    agency: Function | None = None


def kinds_for(roles: Sequence[SectionRole]) -> tuple[EntryKind, ...]:
    """The kinds of suggestions a section with these roles takes, those of its main role first."""
    return tuple(dict.fromkeys(kind for role in roles for kind in _KINDS[role]))


def place_in(
    roles: Sequence[SectionRole], outline: Outline, index: int | None, profile: OfficeProfile
) -> LibraryPlace:
    """The place at an item of a section (None: nowhere in particular)."""
    headings = [] if index is None else [outline[at].heading.plain for at in headings_over(outline, index)]
    return LibraryPlace(
        kinds_for(roles),
        _first(headings, kind_named),
        _first(headings, area_named),
        _first(headings, lambda heading: agency_named(heading, profile)),
    )


def _first(headings: Sequence[str], name: Callable[[str], _Found | None]) -> _Found | None:
    return next((found for one in headings if (found := name(one)) is not None), None)


def headings_over(outline: Outline, index: int) -> Iterator[int]:
    """The items with headings that an item stands under, itself included, innermost first."""
    if not 0 <= index < len(outline):
        return
    rank = outline[index].level.rank
    if outline[index].heading:
        yield index
    for above in range(index - 1, -1, -1):
        one = outline[above]
        over = 0 < one.level.rank < rank or (rank == 0 and one.is_heading_only)
        if over:
            rank = one.level.rank
            if one.heading:
                yield above
            if rank == 0:
                return


def area_named(heading: str) -> Area | None:
    """The area of reform a heading is about; None when it names none, or several."""
    folded = fold(heading)
    found = [area for area, words in _AREA_WORDS if words.search(folded)]
    return found[0] if len(found) == 1 else None


def kind_named(heading: str) -> EntryKind | None:
    """ "1. Mục đích", "2. Yêu cầu": the kind of suggestion a heading announces."""
    folded = fold(heading).strip(" .:")
    return next((kind for kind, words in _KIND_WORDS if words.match(folded)), None)


def agency_named(heading: str, profile: OfficeProfile) -> Function | None:
    """The agency a heading gives duties to, under its name, its short name or one of its former names."""
    folded = _ASKED.sub("", " ".join(fold(heading).split()).strip(" .:;,"), count=1)
    for agency in profile.agencies:
        names = (agency.name, agency.short_name, *agency.former_names)
        if agency.function is not None and any(fold(name) == folded for name in names):
            return agency.function
    # Words may follow the name: that of the commune, or what the agency is asked to do.
    for agency in sorted(profile.agencies, key=lambda one: -len(one.name)):
        if agency.function is not None and folded.startswith(fold(agency.name)):
            return agency.function
    return None
