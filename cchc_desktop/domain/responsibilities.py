"""Who has to do what: the agencies named in "Tổ chức thực hiện" and the items under each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc_desktop.domain.agency import looks_like_agency, split_agencies
from cchc_desktop.domain.outline import Level, Outline, OutlineItem, subtree_end
from cchc_desktop.domain.plan import Plan, Section, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import fold

_ASKED = re.compile(r"^\s*(?:đề nghị|giao|yêu cầu)\s*:?\s+", re.IGNORECASE)
_DUTIES = re.compile(r"(?:trach nhiem|phan cong|to chuc thuc hien)\b")
# Headings of such sections that name no agency.
_OTHER_HEADINGS = re.compile(
    r"(?:che do|kinh phi|thoi gian|bao cao|cong tac|to chuc thuc hien|trach nhiem|phan cong|nhiem vu|kiem tra|thi dua|khen thuong"
    r"|tien do|giai phap|lo trinh|hieu luc|dieu khoan)\b"
)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An agency, as its heading names it, and its duties: the text behind the heading and the items below.

    ``is_asked``: the heading says "Đề nghị …", for a body that the UBND cannot instruct.
    """

    agency: str
    text: RichText
    items: Outline
    source: str
    section: str
    is_asked: bool = False

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies of a heading that names several."""
        return split_agencies(self.agency)


def responsibilities(plan: Plan) -> tuple[Responsibility, ...]:
    """The duties of each agency, in the order of the paper."""
    found: list[Responsibility] = []
    for section in plan.sections_for(SectionRole.ORGANISATION):
        found.extend(_of_section(section))
    if not found:
        # A section that lost its heading: the duties then stand under "2. Trách nhiệm của …" of another one.
        for section in plan.sections:
            found.extend(_under_duties(section))
    return tuple(found)


def _under_duties(section: Section) -> list[Responsibility]:
    found: list[Responsibility] = []
    for index, one in enumerate(section.items):
        if one.heading and _DUTIES.match(fold(one.heading.plain).strip()):
            below = section.items[index + 1 : subtree_end(section.items, index)]
            found.extend(_responsibility(below, at, section.id) for at in _agency_headings(one, below))
    return found


def _of_section(section: Section) -> list[Responsibility]:
    items = section.items
    ranks = [one.level.rank for one in items if one.heading and one.level.rank]
    if not ranks:
        return []
    found: list[Responsibility] = []
    for index, one in enumerate(items):
        if one.heading and one.level.rank == min(ranks):
            below = items[index + 1 : subtree_end(items, index)]
            inner = _agency_headings(one, below)
            if inner:
                found.extend(_responsibility(below, at, section.id) for at in inner)
            elif not _names_no_agency(one):
                found.append(_responsibility(items, index, section.id))
    return found


def _agency_headings(parent: OutlineItem, below: Outline) -> list[int]:
    """Where agencies stand one level deeper: under "2. Trách nhiệm của các ban, ngành" as "2.1. Công chức …"."""
    if parent.level is not Level.ARABIC or looks_like_agency(_agency_name(parent)):
        return []
    return [
        index
        for index, one in enumerate(below)
        if one.level is Level.DECIMAL and one.heading and not _names_no_agency(one)
    ]


def _responsibility(items: Outline, index: int, section: str) -> Responsibility:
    one = items[index]
    return Responsibility(
        _agency_name(one),
        one.text,
        items[index + 1 : subtree_end(items, index)],
        one.id,
        section,
        fold(one.heading.plain).strip().startswith("de nghi"),
    )


def _agency_name(one: OutlineItem) -> str:
    return _ASKED.sub("", " ".join(one.heading.plain.split())).strip(" :.;,")


def _names_no_agency(one: OutlineItem) -> bool:
    return _OTHER_HEADINGS.match(fold(_agency_name(one))) is not None
