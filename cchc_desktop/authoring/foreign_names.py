"""Other communes and provinces named in a plan: what is left of the paper that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.authoring.adapt_places import cited_spans, quoted_spans
from cchc_desktop.authoring.plan_texts import PlanText, plan_texts
from cchc_desktop.domain.former_provinces import PRESENT_NAMES
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.vietnamese import CAPITALS


def _spellings(name: str) -> Iterator[str]:
    """As it may be written: "Hòa Bình" and "Hoà Bình", any dash."""
    yield name
    for new, old in (("òa", "oà"), ("óa", "oá")):
        if new in name:
            yield name.replace(new, old)
    if " - " in name:
        yield from (name.replace(" - ", dash) for dash in (" – ", "-"))


_PROVINCES = {spelt.lower(): (name, now) for name, now in PRESENT_NAMES.items() for spelt in _spellings(name)}
_ANY_PROVINCE = "|".join(re.escape(name) for name in sorted(_PROVINCES, key=len, reverse=True))
_PROVINCE = re.compile(
    rf"(?<!các )(?<!những )\btỉnh\s+(?P<one>{_ANY_PROVINCE})(?!\w)"
    rf"|\b(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân)\s+(?:thành phố|TP\.?)\s*(?P<two>{_ANY_PROVINCE})(?!\w)",
    re.IGNORECASE,
)
_WORD = rf"[{CAPITALS}\d][\w'’]*"
_COMMUNE = re.compile(rf"\b(?P<kind>(?i:xã|phường|đặc khu))\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,4}})")
_FORMER = re.compile(r"\s*\(?(?:cũ|trước đây|trước sắp xếp|nay là)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A place that names another one than the office's; ``sentence`` says so."""

    text: PlanText
    sentence: str


def foreign_names(plan: Plan, office: Office) -> Iterator[ForeignName]:
    """One for each text that names another commune or province."""
    for one in plan_texts(plan):
        found = first_foreign(one.text, office.full_name, office.province.name)
        if found:
            name, now = found
            home = f"{office.full_name}, {office.province.full_name}"
            said = (
                f"tỉnh này nay thuộc {office.province.full_name}."
                if now == office.province.name
                else f"kế hoạch này là của {home}."
            )
            yield ForeignName(one, f"{one.where} nêu “{name}”: {said}")


@lru_cache(maxsize=20_000)
def first_foreign(text: str, own_commune: str, own_province: str) -> tuple[str, str] | None:
    """The first other province or commune a text names, outside quotation marks, and the province it is today.

    A document keeps its issuer: one that a province issued which has become part of ours is left alone.
    """
    closed = quoted_spans(text)
    for match in _PROVINCE.finditer(text):
        name, now = _PROVINCES[(match["one"] or match["two"]).lower()]
        if name == own_province or _is_left_alone(match, text, closed):
            continue
        if now == own_province and _inside(match, cited_spans(text)):
            continue
        return " ".join(match[0].split()), now
    for match in _COMMUNE.finditer(text):
        found = _other_commune(match, own_commune)
        if found and not _is_left_alone(match, text, closed):
            return found, ""
    return None


def _is_left_alone(match: re.Match[str], text: str, closed: list[tuple[int, int]]) -> bool:
    return _FORMER.match(text, match.end()) is not None or _inside(match, closed)


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _other_commune(match: re.Match[str], own: str) -> str:
    """The commune named, when it is one of the country and not ours; as it is written."""
    words = match["name"].split()
    kind = match["kind"].lower()
    if f"{kind} {' '.join(words)} ".lower().startswith(f"{own.lower()} "):
        return ""
    for size in range(len(words), 0, -1):
        if f"{kind} {' '.join(words[:size])}".lower() in _communes():
            return f"{match['kind']} {' '.join(words[:size])}"
    return ""


@lru_cache(maxsize=1)
def _communes() -> frozenset[str]:
    # Read only when a text names some commune that is not ours.
    from cchc_desktop.catalog.communes import load_communes

    return frozenset(one.full_name.lower() for one in load_communes().offices)
