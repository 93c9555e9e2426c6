"""Which documents a text cites, and when two citations are of one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.citation import Citation, parse_citation
from cchc_desktop.domain.vietnamese import fold

_CODE = re.compile(r"(?<![\w/-])\d{1,5}[a-zđ]?[-/](?:\d{4}/)?[A-ZĐ][\w&-]*(?:/[\w&-]+)*")


_BLANK_DAY = re.compile(r",?\s*ngày[\s.…]*tháng[\s.…]*\d{0,2}[\s.…]*năm[\s.…]*(?:\d{4}\b)?", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def citations(line: str) -> tuple[Citation, ...]:
    """The documents a legal basis cites; several stand one after the other with ";" between them."""
    found: list[Citation] = []
    for part in line.split(";"):
        written = _BLANK_DAY.sub(" ", part, count=1).strip()
        if found and written.startswith("số "):
            written = f"{found[-1].kind} {written}"
        citation = parse_citation(written)
        if citation is not None:
            found.append(citation)
    return tuple(found)


def codes_in(text: str) -> Iterator[Citation]:
    """Every number with its symbol that stands in a text, with the date behind it; what type it is of is left open."""
    for match in _CODE.finditer(text):
        # The rest of the sentence is no title: only the number and the date are of use.
        citation = parse_citation(f"Văn bản số {text[match.start() : match.end() + 40]}")
        if citation is not None:
            yield citation


def code_key(citation: Citation) -> tuple[str, str]:
    """Type, number and symbol in a form in which "CĐ" and "CD", "049" and "49" are the same."""
    return fold(citation.kind), plain_code(citation.code)


def plain_code(code: str) -> str:
    """Number and symbol in that form."""
    return fold(code).lstrip("0")


def title_key(citation: Citation) -> tuple[str, str]:
    """Type and title of a law, written any way."""
    return fold(citation.kind), fold(" ".join(citation.title.split()))


def is_same_day(one: Citation, other: Citation) -> bool:
    """Whether their dates do not speak against it; numbers without a year in their symbol begin anew every January."""
    return one.symbol[:4].isdigit() or one.date == other.date or None in {one.date, other.date}


def is_same_document(one: Citation, other: Citation) -> bool:
    """Whether two citations are of one document."""
    if one.number and other.number:
        return code_key(one) == code_key(other) and is_same_day(one, other)
    return one.is_law and title_key(one) == title_key(other) and one.date == other.date
