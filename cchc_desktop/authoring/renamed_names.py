"""Where a text holds a name of the profile that has changed, and what stands there instead.

Names are found whole and as they are written, also in capitals and with a small or capital first letter. All changes are
looked for at once, so that two agencies can exchange their names, and the longest name first, so that a name inside
another one is not taken for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cchc_desktop.authoring.adapt_places import Place, cited_spans
from cchc_desktop.authoring.adaptation import Aspect
from cchc_desktop.domain.agency import looks_like_agency
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.vietnamese import CAPITALS, upper_first

_WORDS = rf"[{CAPITALS}]\w*(?:\s+\w+){{0,2}}?"
# What makes a name longer: "Phòng Kinh tế" goes on with ", Hạ tầng và Đô thị", " - Hạ tầng", " và Hạ tầng".
_GOES_ON = re.compile(
    rf"(?:\s*[-–]\s*|\s+(?:và|VÀ|&)\s+)(?P<one>[{CAPITALS}].*)"
    rf"|,\s+(?P<list>{_WORDS}(?:,\s+{_WORDS})*\s+(?:và|VÀ)\s+[{CAPITALS}].*)",
    re.DOTALL,
)
_CAPITAL_WORD = re.compile(rf"\s+(?P<word>[{CAPITALS}].*)", re.DOTALL)
_KINDS = ("Tỉnh", "Thành phố", "Phường", "Xã", "Đặc khu")
# A word for a settlement of one syllable is often part of another word: "nông thôn", "văn bản".
_SETTLEMENT_AFTER = re.compile(
    r"(?:^|[,(/;:]|\b(?:các|từng|mỗi|mọi|những|một|tại|ở|đến|trưởng|phó|trong|của|và|hoặc|\d+))\s*$",
    re.IGNORECASE,
)
_NO_SETTLEMENT_BEFORE = re.compile(
    r"\s+(?:tin|sao|đồ|án|thân|ghi|chất|quyền|lĩnh|cam kết|kê|mềm|giấy|điện tử|in|tóm tắt|cứng|chính|nháp|ủ)\b",
    re.IGNORECASE,
)


class RenamedNames:
    """The names that differ between two states of a profile: agencies, titles of their heads, the settlements' noun."""

    def __init__(self, before: OfficeProfile, after: OfficeProfile, office: Office) -> None:
        self._office = office
        self._new: dict[str, str] = {}
        pairs = tuple(_pairs(before, after))
        self._heads = frozenset(
            form
            for old, new in pairs
            if old.head != new.head and old.head and new.head
            for form in _forms(old.head)
        )
        self._settlements = frozenset(_forms(before.settlement))
        for old, new in pairs:
            self._add(old.name, new.name)
            self._add(old.head, new.head)
        self._add(before.settlement, after.settlement)
        known = (*before.agencies, *after.agencies)
        self._known = frozenset(
            form
            for one in known
            for name in (one.name, *one.former_names)
            for form in _forms(name)
            # "Các tổ dân phố" is no name of its own when it is the word inside it that changes.
            if not any(noun in self._new and noun in form for noun in self._settlements)
        )

    def _add(self, old: str, new: str) -> None:
        if old != new and old.strip() and new.strip():
            for form, changed in zip(_forms(old), _forms(new), strict=True):
                self._new.setdefault(form, changed)

    def __bool__(self) -> bool:
        return bool(self._new)

    def places(self, text: str) -> tuple[Place, ...]:
        """The places in order; names of cited documents stay."""
        return tuple(self._places(text)) if self._new and text else ()

    def _places(self, text: str) -> Iterator[Place]:
        cited: list[tuple[int, int]] | None = None
        for match in self._pattern.finditer(text):
            after = self._new.get(match[0])
            if after is None or not self._stands_for_itself(text, match):
                continue
            if cited is None:
                cited = cited_spans(text)
            if not any(start <= match.start() < end for start, end in cited):
                yield Place(*match.span(), after, Aspect.NAME)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted({*self._new, *self._known}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")

    def _stands_for_itself(self, text: str, match: re.Match[str]) -> bool:
        name, before, behind = match[0], text[: match.start()], text[match.end() :]
        if name in self._settlements:
            return " " in name or _is_settlement(before, behind)
        if name.lower().startswith("phòng") and before.lower().endswith("văn "):
            return False
        goes_on = _GOES_ON.match(behind)
        if goes_on is not None and not looks_like_agency(goes_on["one"] or goes_on["list"]):
            return False
        if name.isupper() or name in self._heads or name.endswith(self._office.common_noun):
            return True
        word = _CAPITAL_WORD.match(behind)
        return word is None or word["word"].startswith(self._may_follow)

    @property
    def _may_follow(self) -> tuple[str, ...]:
        """What may stand behind a name without being part of it: "Sở Nội vụ Hà Tĩnh"."""
        return (self._office.name, self._office.province.name, *_KINDS)


def _pairs(before: OfficeProfile, after: OfficeProfile) -> Iterator[tuple[Agency, Agency]]:
    """Each agency before and after; those of another commune, which have other keys, by what they do."""
    now = {one.id: one for one in after.agencies}
    known = {one.id for one in before.agencies}
    by_function = {
        one.function: one for one in reversed(after.agencies) if one.function and one.id not in known
    }
    for one in before.agencies:
        found = now.get(one.id) or (by_function.get(one.function) if one.function else None)
        if found is not None:
            yield one, found


def _forms(name: str) -> tuple[str, ...]:
    """A name as it is, in capitals, and with a capital or small letter at its beginning."""
    trimmed = name.strip()
    return trimmed, trimmed.upper(), upper_first(trimmed), trimmed[:1].lower() + trimmed[1:]


def _is_settlement(before: str, behind: str) -> bool:
    return _SETTLEMENT_AFTER.search(before) is not None and _NO_SETTLEMENT_BEFORE.match(behind) is None
