"""Which labelled lines are headings, which carry one run in ("Cải cách thể chế: Tuyên truyền …"), which are texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.rich_text import RichText, Run

_LONGEST_HEADING = 150
_LONGEST_RUN_IN = 120
_LONGEST_WITH_STOP = 80
_CLOSING_MARKS = ".;,:!?…/"


@dataclass(frozen=True, slots=True)
class Leveled:
    """A line whose level is known and whose text is not divided yet."""

    level: Level
    text: RichText


class _Kind(Enum):
    """What a line is by itself; OPEN ones are settled by their siblings."""

    HEADING = "heading"
    RUN_IN = "run-in"
    OPEN_COLON = "ends with a colon"
    OPEN_STOP = "short, ends with a full stop"
    OPEN_RUN_IN = "plain words, a colon, more words"
    TEXT = "text"


_HEADED = (_Kind.HEADING, _Kind.RUN_IN)


@dataclass(slots=True)
class _Siblings:
    kinds: list[_Kind] = field(default_factory=list)

    @property
    def any_headed(self) -> bool:
        return any(kind in _HEADED for kind in self.kinds)

    @property
    def most_headed(self) -> bool:
        headed = sum(kind in _HEADED for kind in self.kinds)
        return headed >= 2 and headed + sum(kind is _Kind.OPEN_STOP for kind in self.kinds) == len(self.kinds)

    @property
    def all_end_with_colon(self) -> bool:
        return len(self.kinds) > 1 and all(kind is _Kind.OPEN_COLON for kind in self.kinds)


def with_headings(lines: Sequence[Leveled]) -> Outline:
    """The lines as items, each with its heading told from its text."""
    kinds = [_kind(line, _leads(lines, index)) for index, line in enumerate(lines)]
    families = _families(lines, kinds)
    return tuple(
        _item(line, _settled(kind, family)) for line, kind, family in zip(lines, kinds, families, strict=True)
    )


def _leads(lines: Sequence[Leveled], index: int) -> bool:
    """Whether the next line stands under this one."""
    if index + 1 >= len(lines):
        return False
    below = lines[index + 1].level.rank
    return below == 0 or below > lines[index].level.rank


def _families(lines: Sequence[Leveled], kinds: Sequence[_Kind]) -> list[_Siblings]:
    """For each line, the lines of its level under the same parent, itself included."""
    open_by_rank: dict[int, _Siblings] = {}
    found: list[_Siblings] = []
    for line, kind in zip(lines, kinds, strict=True):
        rank = line.level.rank
        if rank:
            for deeper in [other for other in open_by_rank if other > rank]:
                del open_by_rank[deeper]
        family = open_by_rank.setdefault(rank, _Siblings()) if rank else _Siblings()
        family.kinds.append(kind)
        found.append(family)
    return found


def _kind(line: Leveled, leads: bool) -> _Kind:
    plain = line.text.plain
    if line.level is Level.PARAGRAPH or not plain:
        return _Kind.TEXT
    if 0 < emphasised_lead(line.text) < len(plain):
        return _Kind.RUN_IN
    if not line.level.is_numbered:
        return _Kind.TEXT
    if len(plain) <= _LONGEST_HEADING:
        whole = _is_all(line.text, bold=True) or (leads and _is_all(line.text, bold=False))
        if whole or (leads and plain[-1] not in _CLOSING_MARKS):
            return _Kind.HEADING
        if leads and plain.endswith(":"):
            return _Kind.OPEN_COLON
        if leads and plain.endswith(".") and not plain.endswith("..") and len(plain) <= _LONGEST_WITH_STOP:
            return _Kind.OPEN_STOP
    return _Kind.OPEN_RUN_IN if _plain_lead(plain) else _Kind.TEXT


def _settled(kind: _Kind, family: _Siblings) -> _Kind:
    match kind:
        case _Kind.OPEN_COLON:
            return _Kind.HEADING if family.any_headed or family.all_end_with_colon else _Kind.TEXT
        case _Kind.OPEN_STOP:
            return _Kind.HEADING if family.most_headed else _Kind.TEXT
        case _Kind.OPEN_RUN_IN:
            return _Kind.RUN_IN if family.any_headed else _Kind.TEXT
        case _:
            return kind


def _item(line: Leveled, kind: _Kind) -> OutlineItem:
    match kind:
        case _Kind.HEADING:
            return OutlineItem(line.level, heading=_upright_where_bold_is_usual(line.text, line.level))
        case _Kind.RUN_IN:
            plain = line.text.plain
            colon = emphasised_lead(line.text) or _plain_lead(plain)
            heading = line.text.slice(0, colon).strip()
            return OutlineItem(
                line.level,
                _upright_where_bold_is_usual(heading, line.level),
                line.text.slice(colon + 1).strip(),
            )
        case _:
            return OutlineItem(line.level, text=line.text)


def emphasised_lead(text: RichText) -> int:
    """Where the colon stands that ends a bold or italic beginning and is followed by other text; 0 when there is none."""
    plain = text.plain
    colon = plain.find(":")
    if not 0 < colon <= _LONGEST_RUN_IN or not plain[colon + 1 :].strip():
        return 0
    faces = _faces(text.slice(0, colon))
    rest = _faces(text.slice(colon + 1))
    if len(faces) != 1 or faces in ({(False, False)}, rest):
        return 0
    return colon


def _plain_lead(plain: str) -> int:
    """Where the colon stands that ends a short beginning and is followed by a capital; 0 when there is none."""
    colon = plain.find(": ")
    if not 0 < colon <= _LONGEST_RUN_IN or "." in plain[:colon].rstrip("."):
        return 0
    return colon if plain[colon + 1 :].strip()[:1].isupper() else 0


def _faces(text: RichText) -> set[tuple[bool, bool]]:
    return {(run.bold, run.italic) for run in text if run.text.strip()}


def _is_all(text: RichText, *, bold: bool) -> bool:
    """Whether every word is bold; or, when ``bold`` is False, whether every word is italic."""
    return all(face[0] if bold else face[1] for face in _faces(text))


def _upright_where_bold_is_usual(heading: RichText, level: Level) -> RichText:
    """A heading that is printed bold by its level keeps no bold of its own, lest its label be printed light."""
    faces = _faces(heading)
    if level is Level.ARABIC or (level in (Level.DECIMAL, Level.SUBDECIMAL) and faces == {(True, False)}):
        return RichText(tuple(Run(run.text, italic=run.italic) for run in heading))
    return heading
