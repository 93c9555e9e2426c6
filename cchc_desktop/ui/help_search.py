"""Finding words in the pages of the help, with or without marks: each hit names its page, its section and its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from cchc_desktop.domain.vietnamese import clean, fold

_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "tr", "div", "td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_UNSEEN = frozenset({"head", "title", "style"})
_MOST_HITS = 60
_AROUND = 60  # letters of a sentence shown before and after what was found


@dataclass(frozen=True, slots=True)
class HelpText:
    """A paragraph, list item or table row of a page; ``anchor`` is that of the section it stands in."""

    page: str
    title: str
    heading: str
    anchor: str
    text: str
    is_heading: bool

    @property
    def place(self) -> str:
        """ "buoc-7#thoi-gian"."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, slots=True)
class HelpHit:
    """Where words were found, and the words around them."""

    text: HelpText
    snippet: str

    @property
    def name(self) -> str:
        """ "Bước 7. Nhiệm vụ › Thời gian"."""
        heading = self.text.heading
        return f"{self.text.title} › {heading}" if heading and heading != self.text.title else self.text.title


def read_pages(folder: Path, pages: Sequence[tuple[str, str]]) -> tuple[HelpText, ...]:
    """Every text of these pages (file name without its end, title), in their order."""
    found: list[HelpText] = []
    for name, title in pages:
        reader = _Reader(name, title)
        reader.feed((folder / f"{name}.html").read_text(encoding="utf-8"))
        reader.close()
        found.extend(reader.texts)
    return tuple(found)


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query as they are looked for: without marks and capitals."""
    return tuple(dict.fromkeys(fold(clean(query)).split()))


def search(texts: Sequence[HelpText], query: str) -> tuple[HelpHit, ...]:
    """The sections where all words stand in one text, the likeliest first; one hit a section."""
    words = words_of(query)
    if not words:
        return ()
    exact = " ".join(clean(query).lower().split())
    best: dict[tuple[str, str], tuple[int, HelpText]] = {}
    for text in _as_typed(texts, exact, words):
        rank = _rank(text, exact, words)
        section = (text.page, text.heading)
        if rank and (section not in best or rank > best[section][0]):
            best[section] = (rank, text)
    ordered = sorted(best.values(), key=lambda one: -one[0])[:_MOST_HITS]
    below = {id(one): after for one, after in pairwise(texts) if one.is_heading and not after.is_heading}
    # A heading says itself what was found; what it is about is worth more than saying it twice.
    return tuple(
        HelpHit(text, _snippet(below.get(id(text), text).text, exact, words)) for _rank, text in ordered
    )


def spots(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand together in a text, marks or not; where they never do, where each of them begins."""
    folded = fold(text)
    if len(folded) != len(text) or not words:
        return []
    together = r"\s+".join(re.escape(word) for word in words)
    apart = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for form in (together, apart):
        found = [match.span() for match in re.finditer(rf"(?<!\w)(?:{form})", folded)]
        if found:
            return found
    return []


def _as_typed(texts: Sequence[HelpText], exact: str, words: Sequence[str]) -> Sequence[HelpText]:
    """Who types marks means them: "phông" does not find "phòng", unless nothing is written as it was typed."""
    marked = [re.compile(rf"(?<!\w){re.escape(word)}") for word in exact.split() if fold(word) != word]
    found = [
        one
        for one in texts
        if all(word.search(one.text.lower()) for word in marked) and _rank(one, exact, words)
    ]
    return found or texts


def _rank(text: HelpText, exact: str, words: Sequence[str]) -> int:
    """How well a text answers; 0 when a word is missing. What was typed with marks counts more where the marks agree."""
    folded = fold(text.text)
    if not all(re.search(rf"(?<!\w){re.escape(word)}", folded) for word in words):
        return 0
    rank = 1
    if fold(exact) in folded:
        rank += 4
    if exact in text.text.lower():
        rank += 3
    if text.is_heading:
        rank += 6
    return rank


def _snippet(text: str, exact: str, words: Sequence[str]) -> str:
    at = text.lower().find(exact)
    if at < 0:
        at = fold(text).find(fold(exact))
    if at < 0:
        found = spots(text, words)
        at = found[0][0] if found else 0
    start, end = max(0, at - _AROUND), min(len(text), at + len(exact) + _AROUND)
    if start:
        start = text.find(" ", start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), at + 1)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


class _Reader(HTMLParser):
    """The texts of one page."""

    def __init__(self, page: str, title: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[HelpText] = []
        self._page = page
        self._title = title
        self._heading = ""
        self._anchor = ""
        self._next_anchor = ""
        self._pieces: list[str] = []
        self._inside = ""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        given = dict(attrs)
        anchor = given.get("id") or (given.get("name") if tag == "a" else None)
        if tag in _BLOCKS:
            if tag in {"td", "th"}:
                self._pieces.append(" ")  # the cells of a row are one text
                return
            self._end_text()
            self._inside = tag
        if anchor:
            self._next_anchor = anchor
            if tag not in _HEADINGS and self._inside not in _HEADINGS:
                self._anchor = anchor

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1
        elif tag in _BLOCKS and tag not in {"td", "th"}:
            self._end_text()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(data)

    def close(self) -> None:
        super().close()
        self._end_text()

    def _end_text(self) -> None:
        text = " ".join(clean("".join(self._pieces)).split())
        self._pieces.clear()
        inside, self._inside = self._inside, ""
        if not text or text.startswith("←"):
            return
        heading = inside in _HEADINGS
        if heading:
            self._heading = "" if inside == "h1" else text
            self._anchor, self._next_anchor = self._next_anchor, ""
        self.texts.append(
            HelpText(self._page, self._title, self._heading, self._anchor, text, is_heading=heading)
        )
