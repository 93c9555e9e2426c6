"""An agency known by its name alone: whose it is and whether it is a group are told from the words."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc_desktop.domain.agency import is_group
from cchc_desktop.domain.agency_directory import Agency, AgencySide
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.vietnamese import clean, fold, new_id

_SIDES: tuple[tuple[re.Pattern[str], AgencySide], ...] = (
    (re.compile(r"(?:van phong|vp) (?:hdnd|hoi dong nhan dan)"), AgencySide.UBND),
    (re.compile(r"(?:tinh uy|so)\b|.*\b(?:tinh|thanh pho)\b"), AgencySide.PROVINCE),
    (
        re.compile(
            r".*\b(?:dang uy|cap uy|chi bo|xay dung dang|tuyen giao|dan van|uy ban kiem tra|trung tam chinh tri)\b"
        ),
        AgencySide.PARTY,
    ),
    (re.compile(r"(?:thuong truc |ban .*)?(?:hdnd|hoi dong nhan dan)\b"), AgencySide.COUNCIL),
    (
        re.compile(
            r".*\b(?:mat tran|mttq|ubmttq|ubmttqvn|cong doan|doan thanh nien|doan tncs|phu nu|nong dan|cuu chien binh"
            r"|doan the|to chuc chinh tri - xa hoi)\b|(?:cac )?hoi\b"
        ),
        AgencySide.FRONT,
    ),
)


def agency_named(name: str, short_name: str = "", key: str | None = None) -> Agency:
    """A new entry of the directory; what it does is left open."""
    text = " ".join(clean(name).split())
    return Agency(
        text, " ".join(clean(short_name).split()), side_of(text), is_group(text), id=key or new_id()
    )


def side_of(name: str) -> AgencySide:
    """To whom an agency of this name most likely belongs; the office may say otherwise."""
    folded = " ".join(fold(name).split())
    return next((side for words, side in _SIDES if words.match(folded)), AgencySide.UBND)


def renamed(agency: Agency, name: str, *, keep_old: bool = True) -> Agency:
    """The agency under another name; the old one stays among those older papers are known by."""
    text = " ".join(clean(name).split())
    if text == agency.name:
        return agency
    known = (agency.name, *agency.former_names) if keep_old and agency.name else agency.former_names
    former_names = tuple(dict.fromkeys(one for one in known if one != text))
    return replace(agency, name=text, head=_head(agency, text), former_names=former_names)


def _head(agency: Agency, name: str) -> str:
    """The title of the head goes along where it names the agency: "Trưởng phòng …", "Giám đốc Trung tâm …"."""
    pairs = [(agency.name, name)]
    if agency.name.startswith("Phòng ") and name.startswith("Phòng "):
        pairs.append((agency.name.removeprefix("Phòng "), name.removeprefix("Phòng ")))
    for old, new in pairs:
        if old and agency.head.endswith(old):
            return agency.head.removesuffix(old) + new
    return agency.head


def with_agencies(dossier: Dossier, added: tuple[Agency, ...]) -> Dossier:
    """The dossier with these agencies behind the others of its directory."""
    profile = dossier.office_profile
    return replace(dossier, profile=replace(profile, agencies=(*profile.agencies, *added)))
