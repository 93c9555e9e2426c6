"""Values as they stand in a column: clean text, typefaces, lists, dates."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean, fold

BLANK = "XX"
"""Stands for a day or month that is not filled in yet, as ISO 8601-2 writes it: "2026-XX-XX"."""


def cleaned(*texts: str) -> tuple[str, ...]:
    """The texts as a file can hold them."""
    return tuple(map(clean, texts))


def rich(text: RichText) -> tuple[str, str]:
    """The letters, and behind them where bold and italic stand: "[[0,12,"b"]]", nothing for plain text."""
    if not text.is_emphasised:
        return text.plain, ""
    return text.plain, json.dumps(text.spans, separators=(",", ":"))


def folded(*texts: RichText) -> str:
    """What a search without marks looks through."""
    return " ".join(fold(text.plain) for text in texts if text)


def folded_words(*texts: str) -> str:
    """As :func:`folded`, for plain text."""
    return " ".join(fold(clean(text)) for text in texts if text)


def listed(texts: Iterable[str]) -> str:
    """A JSON array of texts."""
    return json.dumps(cleaned(*texts), ensure_ascii=False)


def date_text(value: PartialDate) -> str:
    """ "2026-02-05", with "XX" where the day or month is blank."""
    day = BLANK if value.day is None else f"{value.day:02d}"
    month = BLANK if value.month is None else f"{value.month:02d}"
    return f"{value.year:04d}-{month}-{day}"
