"""The communes of the country: found by a few letters while typing, or by name from the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.vietnamese import clean, fold, sort_key
from cchc_desktop.errors import UserFacingError

_KINDS = {"phuong": "Phường", "p": "Phường", "xa": "Xã", "x": "Xã", "dac khu": "Đặc khu", "dk": "Đặc khu"}
_KIND_PREFIX = re.compile(r"(?P<kind>phuong|xa|dac khu|dk|[px](?=[. ]))[. ]\s*(?=\S)")
_PROVINCE_PREFIX = re.compile(r"(?:tinh|thanh pho|tp)(?:\.\s*|\s+)(?=\S)|tp(?=hcm|hn)")
_BODY_PREFIX = re.compile(r"^(?:ubnd|uy ban nhan dan)\s+")
_PROVINCE_NICKNAMES = {"hcm": "ho chi minh", "sai gon": "ho chi minh", "hn": "ha noi"}
_NOT_LETTERS = re.compile(r"[^\w]+")
_MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class _Entry:
    """A commune with all that a search looks at, computed once."""

    office: Office
    name: str  # folded
    marked: str  # in lower case, with marks
    words: str  # " vung ang phuong ha tinh": each word behind a space
    order: tuple[str, str, str]


class CommuneDirectory:
    """All communes, in Vietnamese order."""

    def __init__(self, offices: Iterable[Office]) -> None:
        self.offices = tuple(offices)

    @cached_property
    def provinces(self) -> tuple[Province, ...]:
        """The provinces in Vietnamese order."""
        return tuple(
            sorted(
                dict.fromkeys(office.province for office in self.offices), key=lambda one: sort_key(one.name)
            )
        )

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        provinces = {province: _words(province.name) for province in self.provinces}
        entries = [
            _Entry(
                office,
                _words(office.name),
                " ".join(office.name.lower().split()),
                f" {_words(office.name)} {_words(office.kind)} {provinces[office.province]}",
                (sort_key(office.name), office.kind, sort_key(office.province.name)),
            )
            for office in self.offices
        ]
        return tuple(sorted(entries, key=lambda entry: entry.order))

    def search(self, query: str, province_code: str = "", limit: int = 50) -> tuple[Office, ...]:
        """The communes whose words begin with the words of the query, in any order, with or without marks.

        Names that begin with the whole query come first, those with its very marks before the others; then in
        Vietnamese order. An empty query finds all.
        """
        asked = _words(query)
        marked = " ".join(clean(query).lower().split())
        words = [f" {word}" for word in asked.split()]
        found: list[tuple[int, int]] = []
        for index, entry in enumerate(self._entries):
            if province_code and entry.office.province.code != province_code:
                continue
            if all(word in entry.words for word in words):
                found.append((_nearness(entry, asked, marked, words), index))
        found.sort()
        return tuple(self._entries[index].office for _, index in found[:limit])

    def find(self, province_name: str, commune_name: str) -> Office:
        """The commune with this name, forgiving about marks, capitals and "Tỉnh", "Phường" before the names.

        An empty province name means the whole country. Raises UserFacingError, which lists candidates, when no commune
        or more than one has the name.
        """
        province = self.find_province(province_name) if province_name.strip() else None
        kind, name = _kind_and_name(commune_name)
        if not name:
            raise UserFacingError(
                "Chưa có tên xã, phường, đặc khu.", "Hãy ghi tên, ví dụ: “Phường Vũng Áng”."
            )
        inside = [entry for entry in self._entries if province in (None, entry.office.province)]
        found = [entry for entry in inside if entry.name == name and kind in ("", entry.office.kind)]
        if not found:  # "Xã Phường Đông" is looked for as it is written, too
            found = [entry for entry in inside if entry.name == _words(commune_name)]
        if len(found) > 1:
            spelt = _without_kind(commune_name)
            found = [entry for entry in found if entry.marked == spelt] or found
        if len(found) == 1:
            return found[0].office
        raise self._not_one(commune_name, province, [entry.office for entry in found])

    def find_province(self, name: str) -> Province:
        """The province with this name; raises UserFacingError."""
        folded = _PROVINCE_PREFIX.sub("", _BODY_PREFIX.sub("", fold(name).strip()), count=1)
        wanted = _words(folded)
        wanted = _PROVINCE_NICKNAMES.get(wanted, wanted)
        for province in self.provinces:
            if wanted in (_words(province.name), province.code):
                return province
        names = ", ".join(province.name for province in self.provinces)
        raise UserFacingError(
            f"Không có tỉnh, thành phố nào tên là “{name.strip()}”.", f"Hãy chọn một trong các tên: {names}."
        )

    def _not_one(self, asked: str, province: Province | None, found: list[Office]) -> UserFacingError:
        where = f" ở {province.full_name}" if province else ""
        if found:
            message = f"Có {len(found)} đơn vị tên là “{asked.strip()}”{where}."
            near: tuple[Office, ...] = tuple(found)
        else:
            message = f"Không có xã, phường, đặc khu nào tên là “{asked.strip()}”{where}."
            near = self._near(asked, province)
        names = [_full_name(office, with_province=province is None) for office in near[:_MOST_CANDIDATES]]
        more = f" và {len(near) - _MOST_CANDIDATES} đơn vị khác" if len(near) > _MOST_CANDIDATES else ""
        if not names:
            return UserFacingError(message, "Hãy kiểm tra lại tên, hoặc thử với vài chữ đầu của tên.")
        return UserFacingError(message, f"Hãy ghi rõ một trong các tên: {', '.join(names)}{more}.")

    def _near(self, asked: str, province: Province | None) -> tuple[Office, ...]:
        """What may have been meant: names with all, else with any of the words."""
        code = province.code if province else ""
        _, name = _kind_and_name(asked)
        words = name.split()
        for attempt in (name, *(" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)), *words[1:]):
            found = self.search(attempt, code)
            if attempt and found:
                return found
        return ()


def _words(text: str) -> str:
    return " ".join(_NOT_LETTERS.sub(" ", fold(clean(text))).split())


def _nearness(entry: _Entry, asked: str, marked: str, words: list[str]) -> int:
    """The smaller the nearer: whole name, beginning of the name (whole words first), words in the name, words elsewhere."""
    for distance, (own, wanted) in enumerate(((entry.marked, marked), (entry.name, asked))):
        if own == wanted:
            return distance
        if own.startswith(f"{wanted} "):
            return 2 + distance
        if own.startswith(wanted):
            return 4 + distance
    in_name = all(word in f" {entry.name}" for word in words)
    return 6 if in_name else 7


def _kind_and_name(text: str) -> tuple[str, str]:
    folded = _BODY_PREFIX.sub("", " ".join(fold(clean(text)).split()))
    match = _KIND_PREFIX.match(folded)
    if match is None:
        return "", _words(folded)
    return _KINDS[match["kind"]], _words(folded[match.end() :])


def _without_kind(text: str) -> str:
    lowered = " ".join(clean(text).lower().split())
    return re.sub(r"^(?:(?:ubnd|ủy ban nhân dân)\s+)?(?:phường|xã|đặc khu|[px]\.)\s*", "", lowered)


def _full_name(office: Office, *, with_province: bool) -> str:
    name = f"{office.kind} {office.name}"
    return f"{name} ({office.province.name})" if with_province else name
