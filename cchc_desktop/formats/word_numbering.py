"""Automatic numbers of Word as they are printed: numbering.xml counted through, with levels, restarts and formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.formats.word_look import W
from cchc_desktop.formats.word_style_sheet import ListPlace, StyleSheet, is_on

_PLACE: Final = re.compile(r"%([1-9])")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGIT_WORDS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PLUS: Final = ("+", "\uf02b")  # the second is a plus of the Symbol font, which LibreOffice prefers
_DEEPEST: Final = 9
_MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """The level (1 is the outermost) after which the count begins anew; 0 never, None after any outer one."""
    all_arabic: bool = False
    shown: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list as it is counted; several ``w:num`` may count on in one."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Number:
    """A ``w:num``: which list it counts in, and what it changes there."""

    list: _List
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number and the depth of its list, 0 outermost."""

    written: str
    level: int


class Numbering:
    """Counts the paragraphs of a file in their order."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._roots: dict[str, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, _Number | None] = {}
        self._number_roots: dict[str, etree._Element] = {}
        if root is not None:
            self._roots = {one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")}
            self._number_roots = {one.get(f"{W}numId", ""): one for one in root.findall(f"{W}num")}

    def next_label(self, place: ListPlace) -> Label | None:
        """The label of the next paragraph at a place, or None where it has none."""
        number = self._number(place.number)
        if number is None:
            return None
        depth = place.level
        if depth is None:  # only a style says that it is numbered: its level is the one that names the style
            depth = next(
                (at for at, one in number.levels.items() if one.style and one.style == place.style), 0
            )
        level = number.levels.get(depth)
        if level is None:
            return None
        self._count(number, depth)
        return Label(_written(number, depth) if level.shown else "", depth)

    def _count(self, number: _Number, depth: int) -> None:
        counts, levels = number.list.counts, number.levels
        if depth in number.starts and depth not in number.begun:
            counts[depth] = number.starts[depth]
        elif depth in counts:
            counts[depth] = min(counts[depth] + 1, _MOST)
        else:
            counts[depth] = number.starts.get(depth, levels[depth].start)
        number.begun.add(depth)
        for outer in range(depth):  # "1.1" without a "1" before it counts as if that had been there
            if outer in levels and outer not in counts:
                counts[outer] = number.starts.get(outer, levels[outer].start)
        for deeper in [one for one in counts if one > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and depth < restart):
                del counts[deeper]

    def _number(self, key: str) -> _Number | None:
        if key not in self._numbers:
            root = self._number_roots.get(key)
            self._numbers[key] = None if root is None or key == "0" else self._made(root)
        return self._numbers[key]

    def _made(self, root: etree._Element) -> _Number | None:
        named = root.find(f"{W}abstractNumId")
        counted = self._list("" if named is None else named.get(f"{W}val", ""), set())
        if counted is None:
            return None
        levels, starts = dict(counted.levels), {}
        for change in root.findall(f"{W}lvlOverride"):
            depth = _whole(change.get(f"{W}ilvl"))
            start = change.find(f"{W}startOverride")
            level = change.find(f"{W}lvl")
            if level is not None:
                levels[depth] = _level(level)
                starts[depth] = levels[depth].start
            if start is not None:
                starts[depth] = _whole(start.get(f"{W}val"))
        return _Number(counted, levels, starts)

    def _list(self, key: str, seen: set[str]) -> _List | None:
        if key in self._lists:
            return self._lists[key]
        root = self._roots.get(key)
        if root is None or key in seen:
            return None
        seen.add(key)
        link = root.find(f"{W}numStyleLink")
        linked = None if link is None else self._list_of_style(link.get(f"{W}val", ""), seen)
        if linked is None:
            linked = _List(dict(_levels(root)))
        self._lists[key] = linked
        return linked

    def _list_of_style(self, style: str, seen: set[str]) -> _List | None:
        """The list that a numbering style stands for: the one behind the number in its properties."""
        for one in self._styles.chain(style):
            named = one.find(f"{W}pPr/{W}numPr/{W}numId")
            root = None if named is None else self._number_roots.get(named.get(f"{W}val", ""))
            target = None if root is None else root.find(f"{W}abstractNumId")
            if target is not None:
                return self._list(target.get(f"{W}val", ""), seen)
        return None


def _levels(root: etree._Element) -> Iterator[tuple[int, _Level]]:
    for one in root.findall(f"{W}lvl"):
        depth = _whole(one.get(f"{W}ilvl"))
        if depth < _DEEPEST:
            yield depth, _level(one)


def _level(root: etree._Element) -> _Level:
    values = {one.tag: one.get(f"{W}val") for one in root}
    restart = values.get(f"{W}lvlRestart")
    legal = root.find(f"{W}isLgl")
    hidden = root.find(f"{W}rPr/{W}vanish")
    return _Level(
        format=values.get(f"{W}numFmt") or "decimal",
        text=values.get(f"{W}lvlText") or "",
        start=_whole(values.get(f"{W}start"), 1) if f"{W}start" in values else 0,
        restart=None if restart is None else _whole(restart),
        all_arabic=legal is not None and is_on(legal),
        shown=hidden is None or not is_on(hidden),
        style=values.get(f"{W}pStyle") or "",
    )


def _written(number: _Number, depth: int) -> str:
    level = number.levels[depth]
    if level.format == "bullet":
        return "+" if level.text.strip() in _PLUS else "-"

    def place(match: re.Match[str]) -> str:
        outer = int(match[1]) - 1
        if outer not in number.levels or outer > depth:
            return ""
        count = number.list.counts.get(outer, number.levels[outer].start)
        return counted(count, "decimal" if level.all_arabic else number.levels[outer].format)

    return _PLACE.sub(place, level.text).strip()


def counted(count: int, form: str) -> str:
    """A count in a format of Word."""
    match form:
        case "upperRoman" | "lowerRoman":
            if not 0 < count < 4_000:
                return str(count)
            return roman(count) if form == "upperRoman" else roman(count).lower()
        case "upperLetter" | "lowerLetter":
            if not 0 < count <= 780:
                return str(count)
            times, at = divmod(count - 1, len(_LETTERS))
            written = _LETTERS[at] * (times + 1)  # Word goes on with "aa", "bb"
            return written.upper() if form == "upperLetter" else written
        case "decimalZero":
            return f"{count:02d}"
        case "none" | "bullet":
            return ""
        case "vietnameseCounting":
            return _in_words(count)
        case _:
            return str(count)


def _in_words(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count <= 10:
        return _DIGIT_WORDS[count]
    tens, ones = divmod(count, 10)
    start = "mười" if tens == 1 else f"{_DIGIT_WORDS[tens]} mươi"
    if not ones:
        return start
    last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGIT_WORDS[ones])
    return f"{start} {last}"


def _whole(written: str | None, default: int = 0) -> int:
    return int(written) if written is not None and written.isdecimal() and len(written) < 6 else default
