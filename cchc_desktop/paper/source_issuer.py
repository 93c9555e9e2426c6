"""Who issued a foreign paper, in ordinary letters, and for which year, from whatever the paper says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as calendar_date

from cchc_desktop.domain.plan import Letterhead
from cchc_desktop.domain.vietnamese import CAPITALS
from cchc_desktop.paper.source import SourceDocument

_UNIT_KINDS = "thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu|tỉnh"
_WORD = rf"[{CAPITALS}][\w'’-]*|\d{{1,2}}\b"
_UNIT = re.compile(rf"\b(?P<kind>{_UNIT_KINDS})\s+(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))*)")
_ATTACHED = re.compile(r"\bcủa\s+(.+?)\s*\)?\s*$")
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
_UNIT_IN_CAPITALS = re.compile(rf"\b({_UNIT_KINDS.upper()})\s+(.+)$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing body or person in ordinary letters; ``is_sure`` when the paper names it so."""

    name: str
    is_sure: bool


def issuer_of(attached: Iterable[str], letterhead: Letterhead, source: SourceDocument) -> Issuer:
    """The issuer as "(Kèm theo … của …)" names it, else from the letterhead, else from the text."""
    for line in attached:
        match = _ATTACHED.search(line)
        if match is not None:
            return Issuer(match[1].strip(), is_sure=True)
    if letterhead.body:
        return Issuer(ordinary_name(letterhead.body), is_sure=False)
    unit = unit_of(source)
    return Issuer(f"Ủy ban nhân dân {unit}" if unit else "", is_sure=False)


def ordinary_name(body: tuple[str, ...]) -> str:
    """ "Ủy ban nhân dân phường Vũng Áng" from the lines of a letterhead."""
    line = " ".join(body).strip()
    if not line or line.upper() != line:
        return line
    match = _UNIT_IN_CAPITALS.search(line)
    if match is None:
        return line[:1] + line[1:].lower()
    before = line[: match.start()].strip()
    name = " ".join(word.capitalize() for word in match[2].split())
    name = re.sub(r"-(\w)", lambda inner: f"-{inner[1].upper()}", name)
    ahead = before[:1] + before[1:].lower().replace("ubnd", "UBND") if before else ""
    if before.startswith("UBND"):
        ahead = f"UBND{before[4:].lower()}"
    return f"{ahead} {match[1].lower()} {name}".strip()


def named_units(text: str) -> Iterator[tuple[str, str]]:
    """Kind and name of each unit that a text names: ("thành phố", "Đông Hà")."""
    for match in _UNIT.finditer(text):
        yield match["kind"], match["name"]


def own_unit(texts: Iterable[str]) -> str:
    """The unit a paper is about: "thành phố Đông Hà" where its title or its first lines name one."""
    found: Counter[str] = Counter()
    for index, text in enumerate(texts):
        for match in _UNIT.finditer(text):
            if match["kind"] == "tỉnh" or text[: match.start()].rstrip().endswith("của UBND"):
                continue
            found[f"{match['kind']} {match['name']}"] += 3 if index < 12 else 1
    return found.most_common(1)[0][0] if found else ""


def unit_of(source: SourceDocument) -> str:
    """The unit a source is about; blank when it names none."""
    return own_unit(line.text.plain for line in source.lines)


def letterhead_of(issuer: str, unit: str) -> Letterhead | None:
    """The letterhead that follows from an issuer's name, or from the unit a paper is about; None when neither tells."""
    match = _UNIT.search(issuer) or _UNIT.search(unit)
    if match is None:
        return None
    return Letterhead(("ỦY BAN NHÂN DÂN", match[0].upper()))


def year_in(source: SourceDocument, title: str) -> int:
    """The first year of a title's period, else the year the paper names most often, else this year."""
    stage = re.search(r"giai đoạn\s+(20\d\d)", title, re.IGNORECASE)
    one = stage or _YEAR.search(title)
    if one is not None:
        return int(one[1])
    counted = Counter(int(year) for line in source.lines for year in _YEAR.findall(line.text.plain))
    return counted.most_common(1)[0][0] if counted else calendar_date.today().year
