"""An agency recognised in whatever way a paper names it: in full, short, by a former name, in another spelling.

Names are compared without marks, capitals and the signs between words ("Văn hóa và Xã hội" is "Văn hóa - Xã hội"), with
the usual abbreviations written out, and at last without the commune's noun at the end ("Trạm Y tế" is "Trạm Y tế phường").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain.agency import agency_spans
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.vietnamese import CAPITALS, fold, upper_first

_ASKED = re.compile(r"\s*(?:đề nghị|giao|yêu cầu)\s*:?\s+", re.IGNORECASE)
_ASKED_AHEAD = re.compile(r"(?:đề nghị|giao|yêu cầu)\s*:?\s*$", re.IGNORECASE)
_AND_AHEAD = re.compile(r"(?<=\S)\s+và$", re.IGNORECASE)
_BETWEEN = " ;,+-•*\n"
# "Các phòng chuyên môn, đơn vị thuộc phường" is one group with a longer name.
_GOES_ON = re.compile(rf"\s*,\s*(?!(?:các|mọi|những|tất cả|toàn thể)\b)[^\W\d_{CAPITALS}]")
_WORD = re.compile(r"\w+")
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "tncs": "thanh nien cong san",
    "tncshcm": "thanh nien cong san ho chi minh",
    "hcm": "ho chi minh",
    "lhpn": "lien hiep phu nu",
    "hlhpn": "hoi lien hiep phu nu",
    "ccb": "cuu chien binh",
    "hccb": "hoi cuu chien binh",
    "nd": "nong dan",
    "dtn": "doan thanh nien",
    "tn": "thanh nien",
    "bch": "ban chi huy",
    "qs": "quan su",
    "vh": "van hoa",
    "xh": "xa hoi",
    "vhxh": "van hoa xa hoi",
    "kt": "kinh te",
    "hc": "hanh chinh",
    "hcc": "hanh chinh cong",
    "pvhcc": "phuc vu hanh chinh cong",
    "ttpvhcc": "trung tam phuc vu hanh chinh cong",
    "cnsc": "cong nghe so cong dong",
    "tdp": "to dan pho",
    "vp": "van phong",
    "p": "phong",
    "ttdt": "thong tin dien tu",
}
_AT_THE_BEGINNING = {"ca": "cong an", "tyt": "tram y te"}
# Shortened in speech and on paper, without any doubt what is meant.
_SAME = (
    (re.compile(r"\buy ban mat tran\b"), "mat tran"),
    (re.compile(r"\bmat tran to quoc viet nam\b"), "mat tran to quoc"),
    (re.compile(r"\bthanh nien cong san(?: ho chi minh)?\b"), "thanh nien"),
)
_UNIT_BEHIND = re.compile(r"(?<=\w)(?<!\bhop tac) (?:cap xa|phuong|xa|dac khu)$")


@lru_cache(maxsize=4_000)
def agency_key(name: str) -> str:
    """What two spellings of an agency's name have in common."""
    words = [word for word in _WORD.findall(fold(name)) if word != "va"]
    if not words:
        return ""
    first = words[0]
    if first == "tt":
        is_standing = len(words) > 1 and words[1] in ("hdnd", "hoi", "dang")
        words[0] = "thuong truc" if is_standing else "trung tam"
    words[0] = _AT_THE_BEGINNING.get(first, words[0])
    key = " ".join(_SHORT.get(word, word) for word in words)
    for spelling, usual in _SAME:
        key = spelling.sub(usual, key)
    return key


@dataclass(frozen=True, slots=True)
class AgencyPlace:
    """An agency of the directory where a text names it, and how it is to be written there."""

    start: int
    end: int
    agency: Agency
    name: str


class AgencyNames:
    """The agencies of a directory by all their names. ``units``: how a paper names its commune ("phường Vũng Áng")."""

    def __init__(self, agencies: Iterable[Agency], units: Iterable[str] = ()) -> None:
        self.agencies = tuple(agencies)
        self._units = tuple(
            sorted((f" {agency_key(unit)}" for unit in units if unit.strip()), key=len, reverse=True)
        )
        # What stands earlier wins: a present name of one agency may be a former name of another.
        self._known = (
            self._by(_present, agency_key),
            self._by(_short, _plain_key),
            self._by(_former, agency_key),
            self._by(_present, self._without_unit),
            self._by(_former, self._without_unit),
        )
        self._written = tuple(
            name for one in self.agencies for name in (one.name, one.short_name, *one.former_names) if name
        )

    def _by(self, names: Callable[[Agency], Iterable[str]], key: Callable[[str], str]) -> dict[str, Agency]:
        found: dict[str, Agency] = {}
        for agency in self.agencies:
            for name in names(agency):
                found.setdefault(key(name), agency)
        found.pop("", None)
        return found

    def find(self, text: str) -> Agency | None:
        """The agency that a text names, and nothing else ("Đề nghị" and a colon may stand around it)."""
        asked = _ASKED.match(text)
        name = text[asked.end() :] if asked else text
        keys = (agency_key(name), _plain_key(name), agency_key(name), *[self._without_unit(name)] * 2)
        for known, key in zip(self._known, keys, strict=True):
            if key in known:
                return known[key]
        return None

    def places(self, text: str) -> Iterator[AgencyPlace]:
        """Every agency of the directory that a cell names, in order."""
        for start, end in agency_spans(text, self._written):
            asked = _ASKED.match(text, start, end)
            begin = asked.end() if asked else start
            agency = self.find(text[begin:end])
            if agency is not None and not (agency.is_group and _GOES_ON.match(text, end)):
                yield AgencyPlace(begin, end, agency, _cased(text[begin:end], agency))

    def normalised(self, text: str) -> str:
        """The cell with the present names; what is not in the directory stays, an agency named twice is named once."""
        found = tuple(self.places(text))
        for place in reversed(found):
            text = text[: place.start] + place.name + text[place.end :]
        for start, end in reversed(self.doubles(text) if len(found) > 1 else ()):
            text = text[:start] + text[end:]
        return text

    def doubles(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where a cell names an agency again, with what parts it from the one before."""
        found: list[tuple[int, int]] = []
        seen: set[str] = set()
        for place in self.places(text):
            if place.agency.id in seen:
                ahead = _ASKED_AHEAD.sub("", text[: place.start])
                found.append((len(_AND_AHEAD.sub("", ahead.rstrip(_BETWEEN))), place.end))
            seen.add(place.agency.id)
        return tuple(found)

    def is_renamed(self, place: AgencyPlace, text: str) -> bool:
        """Whether the text there holds words that the present name has not: not just a shorter or other spelling."""
        words = set(self._without_unit(text[place.start : place.end]).split())
        return not words <= set(agency_key(place.name).split()) and not self._is_short(place, text)

    def _is_short(self, place: AgencyPlace, text: str) -> bool:
        return _plain_key(text[place.start : place.end]) == _plain_key(place.agency.short_name)

    def _without_unit(self, name: str) -> str:
        key = agency_key(name)
        for unit in self._units:
            if key.endswith(unit):
                return key.removesuffix(unit)
        return _UNIT_BEHIND.sub("", key)


def find_agency(text: str, agencies: Iterable[Agency]) -> Agency | None:
    """The agency of a directory that a text names; None for what is none of them."""
    return _names_of(tuple(agencies)).find(text)


def normalised_agencies(cell_text: str, agencies: Iterable[Agency]) -> str:
    """A cell with the present names of the agencies it names."""
    return _names_of(tuple(agencies)).normalised(cell_text)


@lru_cache(maxsize=8)
def _names_of(agencies: tuple[Agency, ...]) -> AgencyNames:
    return AgencyNames(agencies)


def _present(agency: Agency) -> tuple[str, ...]:
    return (agency.name,)


def _short(agency: Agency) -> tuple[str, ...]:
    return (agency.short_name,)


def _former(agency: Agency) -> tuple[str, ...]:
    return agency.former_names


def _plain_key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))


def _cased(found: str, agency: Agency) -> str:
    """The present name; of groups as the words it replaces begin ("… và các thôn"), in capitals where they are."""
    if found.isupper() and len(found.split()) > 1 and _plain_key(found) != _plain_key(agency.short_name):
        return agency.name.upper()
    if agency.is_group:
        small = agency.name[:1].lower() + agency.name[1:]
        return small if found[:1].islower() else upper_first(agency.name)
    return agency.name
