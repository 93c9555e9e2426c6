"""Words of a search, with or without marks: standing together before scattered, and what holds most of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.domain.vietnamese import fold

_WORD = re.compile(r"\w+")
# A shorter word says too little to be found at the beginning of another one: "an" in "anh", "so" in "sông".
_TELLING = 3

TOGETHER, BEGUN, NAMED, SCATTERED = range(4)
"""How well a query is met: its words stand together; so they do, the last one only begun; in what a thing belongs to; anywhere."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """What is looked into: ``text`` is what a thing itself says, ``all`` that and the names of what it belongs to.

    Words folded, one blank apart, a blank at both ends, every part a line of its own.
    """

    text: str
    all: str
    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], names: Iterable[str] = ()) -> Searchable:
        """From texts as they are written, and the names of area, agency or issuer."""
        text = _folded(texts)
        everything = text + _folded(names)
        return cls(text, everything, frozenset(_WORD.findall(everything)))


class Query:
    """What is searched for; one without words is met by everything."""

    def __init__(self, written: str) -> None:
        self.words = tuple(_WORD.findall(fold(written)))
        self._together = f" {' '.join(self.words)}"

    def __bool__(self) -> bool:
        return bool(self.words)

    def rank(self, found: Searchable) -> int | None:
        """How well it is met, 0 best; None when a word is missing."""
        if f"{self._together} " in found.text:
            return TOGETHER
        if self._together in found.text:
            return BEGUN
        if f"{self._together} " in found.all:
            return NAMED
        return SCATTERED if all(_holds(found, word) for word in self.words) else None

    def is_begun(self, ranks: Iterable[int]) -> bool:
        """Whether the last word may be one that is still being typed: it is long, a number, or stands nowhere whole."""
        last = self.words[-1]
        return len(last) >= _TELLING or last.isdigit() or not any(rank in (TOGETHER, NAMED) for rank in ranks)

    def nearness(self, found: Searchable) -> tuple[int, int] | None:
        """How many pairs and how many single words of it are there; None when that is not most of it."""
        words = set(self.words)
        held = sum(word in found.words for word in words)
        pairs = sum(f" {one} {behind} " in found.all for one, behind in pairwise(self.words))
        is_most = held * 2 >= len(words) if pairs else held * 2 > len(words)
        return (pairs, held) if is_most else None


def _holds(found: Searchable, word: str) -> bool:
    if word in found.words:
        return True
    return (len(word) >= _TELLING or word.isdigit()) and f" {word}" in found.all


def _folded(parts: Iterable[str]) -> str:
    return "".join(
        f" {' '.join(_WORD.findall(fold(line)))} \n" for part in parts for line in part.split("\n") if line
    )
