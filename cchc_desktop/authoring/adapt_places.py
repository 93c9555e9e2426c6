"""Where a text names the office that wrote it, or a year of its plan, and what should stand there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.authoring.adaptation import Aspect
from cchc_desktop.domain.dates import Period
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.vietnamese import CAPITALS, upper_first

_SHORT_KINDS = {"thành phố": r"thành phố|TP\.?|Tp\.?", "thị xã": r"thị xã|TX\.?", "huyện": r"huyện|H\."}
# The word for a kind of unit that means units in general, or is part of another word ("xã hội", "cấp xã").
_NOT_OWN_BEFORE = re.compile(
    r"(?:các|những|mọi|từng|mỗi|một số|cấp|thị|hợp tác|tỉnh,|quận,|huyện,|phường,|xã,|thành phố,|thị xã,|phường và|xã và)\s*$",
    re.IGNORECASE,
)
_NOT_OWN_BEHIND = re.compile(
    r"\s*(?:hội\b|trực thuộc|(?:,|và|hoặc|/)\s*(?:các\s+)?(?:xã|phường|thị trấn|thị xã|thành phố|huyện|đặc khu)\b)",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(rf"\s+[{CAPITALS}0-9][^\s,;.]*")
# A document that is cited: from its number, or its name as a law, to where the sentence leaves it.
_CITED = re.compile(
    r"(?:\bsố\s*:?\s*\d*\w?\s*[-/]\s*(?=[\dA-ZĐ])|\b(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+[^;.:]{0,150}?\b(?:ngày|năm)\s+\d)"
    r".*?(?=;|\.\s|\.$|:|,\s+(?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Phòng|nay)\b|$)",
    re.DOTALL,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SPAN = re.compile(r"\b20\d\d\s*[-–—]\s*20\d\d\b|\b20\d\d\s+đến\s+(?:năm\s+)?20\d\d\b")
_VISION = re.compile(
    r"\bđến năm\s+20\d\d(?=\s*,?\s*(?:định hướng|tầm nhìn))|(?:định hướng|tầm nhìn)[^,;.]{0,12}20\d\d"
)
_YEAR = re.compile(r"(?<![\w:.])20\d\d(?![\w/])")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text and what should stand there."""

    start: int
    end: int
    after: str
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class OldUnit:
    """The unit that wrote the plan: "thành phố", "Đông Hà"; and its province, where the text names it."""

    kind: str
    name: str
    province: str = ""


@dataclass(frozen=True)
class Adapting:
    """What is looked for: the old unit's names, and the years of the old plan."""

    old: OldUnit | None
    office: Office
    period: Period
    shift: int

    def places(self, text: str, aspects: frozenset[Aspect]) -> tuple[Place, ...]:
        """The places of a text under these aspects, in order, none over another."""
        cited = cited_spans(text)
        found: list[Place] = []
        if Aspect.NAME in aspects:
            found.extend(self._names(text))
        if Aspect.YEAR in aspects and self.shift:
            found.extend(self._years(text))
        free = [one for one in found if not any(a <= one.start < b for a, b in cited)]
        free = [one for one in free if text[one.start : one.end] != one.after]
        return tuple(_apart(sorted(free, key=lambda one: (one.start, -one.end))))

    def _names(self, text: str) -> Iterator[Place]:
        old = self.old
        if old is None:
            return
        for match in self._full_name.finditer(text):
            yield _place(match, _cased(match[0], self.office.full_name))
        for match in self._bare_name.finditer(text):
            if not _inside_longer_name(text, match):
                yield _place(match, _cased(match[0], self.office.name))
        if old.kind != self.office.common_noun:
            for match in self._kind.finditer(text):
                if _means_own(text, match):
                    yield _place(match, _cased(match[0], self.office.common_noun))
        if old.province and old.province != self.office.province.name:
            for match in self._province.finditer(text):
                yield _place(match, _cased(match[0], self.office.province.full_name))

    @cached_property
    def _full_name(self) -> re.Pattern[str]:
        kind = self.old.kind if self.old else ""
        name = re.escape(self.old.name if self.old else "")
        kinds = _SHORT_KINDS.get(kind, re.escape(kind))
        return re.compile(rf"\b(?:{kinds})\s*{name}\b", re.IGNORECASE)

    @cached_property
    def _bare_name(self) -> re.Pattern[str]:
        name = self.old.name if self.old else ""
        return re.compile(rf"\b(?:{re.escape(name)}|{re.escape(name.upper())})\b")

    @cached_property
    def _kind(self) -> re.Pattern[str]:
        kind = self.old.kind if self.old else ""
        return re.compile(rf"\b{re.escape(kind)}\b", re.IGNORECASE)

    @cached_property
    def _province(self) -> re.Pattern[str]:
        name = self.old.province if self.old else ""
        return re.compile(rf"\btỉnh\s+{re.escape(name)}\b", re.IGNORECASE)

    def _years(self, text: str) -> Iterator[Place]:
        closed = [match.span() for match in _QUOTED.finditer(text)]
        for match in _SPAN.finditer(text):
            closed.append(match.span())
            years = [int(year) for year in re.findall(r"20\d\d", match[0])]
            if years == [self.period.first_year, self.period.last_year] and not self.period.is_one_year:
                moved = re.sub(r"20\d\d", lambda one: str(int(one[0]) + self.shift), match[0])
                yield Place(*match.span(), moved, Aspect.YEAR)
        closed.extend(match.span() for match in _VISION.finditer(text))
        for match in _YEAR.finditer(text):
            year = int(match[0])
            if not self.period.first_year - 1 <= year <= self.period.last_year + 1:
                continue
            if not any(a <= match.start() < b for a, b in closed):
                yield Place(*match.span(), str(year + self.shift), Aspect.YEAR)


def cited_spans(text: str) -> list[tuple[int, int]]:
    """Where documents are cited: nothing is changed there, a document keeps its number, year and issuer."""
    return [match.span() for match in _CITED.finditer(text)]


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where names stand in quotation marks."""
    return [match.span() for match in _QUOTED.finditer(text)]


def stage_spans(text: str) -> list[tuple[int, int]]:
    """Where years are those of a stage or a vision: "2026 - 2030", "đến năm 2030, tầm nhìn 2045"."""
    return [match.span() for pattern in (_SPAN, _VISION) for match in pattern.finditer(text)]


def _place(match: re.Match[str], after: str) -> Place:
    return Place(*match.span(), after, Aspect.NAME)


def _cased(before: str, after: str) -> str:
    """As the words it replaces: in capitals, with a capital at its beginning, or as it is."""
    if before.upper() == before and len(before) > 1:
        return after.upper()
    return upper_first(after) if before[:1].isupper() and not before.startswith(("TP", "Tp", "TX")) else after


def _inside_longer_name(text: str, match: re.Match[str]) -> bool:
    """Whether the name is a part of another one, as of a person or a road."""
    if match[0].isupper():
        return False
    before = text[: match.start()].rstrip().split(" ")[-1]
    named = before[:1].isupper() and before[-1:] not in ".,;:" and before.lower() not in ("ubnd", "hđnd")
    behind = _NAMED_BEHIND.match(text, match.end())
    return named or behind is not None


def _means_own(text: str, match: re.Match[str]) -> bool:
    """Whether the word for a kind of unit stands for the unit that wrote the plan: "của thành phố", "UBND phường"."""
    if _NOT_OWN_BEFORE.search(text[: match.start()]) or _NOT_OWN_BEHIND.match(text, match.end()):
        return False
    if match[0].isupper():  # in capitals every word begins with one: a name may stand behind it
        return not text[match.end() :].strip()
    return _NAMED_BEHIND.match(text, match.end()) is None


def _apart(places: list[Place]) -> Iterator[Place]:
    end = -1
    for one in places:
        if one.start >= end:
            yield one
            end = one.end
