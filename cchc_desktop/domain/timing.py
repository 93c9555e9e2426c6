"""What people write about time, understood: "Quý I/2026", "Thường xuyên", "Trước ngày 15 hằng tháng", "Khi có phát sinh".

The text itself is never changed; everything here is derived from it and can be derived again.
"""

from __future__ import annotations

import re

from cchc_desktop.domain.timing_combine import combine
from cchc_desktop.domain.timing_describe import describe, phrase
from cchc_desktop.domain.timing_due import due_dates
from cchc_desktop.domain.timing_phrases import folded_clause, understand_clause
from cchc_desktop.domain.timing_value import Repeat, RepeatUnit, Timing, TimingKind
from cchc_desktop.domain.vietnamese import clean

__all__ = [
    "Repeat",
    "RepeatUnit",
    "Timing",
    "TimingKind",
    "describe",
    "due_dates",
    "phrase",
    "understand",
]

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_CUT = re.compile(r"[;\n]+")
_FIRST_YEAR, _LAST_YEAR = 1900, 2999  # a plan of another year is a slip, and its dates would be nonsense
_LONGEST = 1_000  # a cell that goes on longer than this is not a timing


def understand(text: str, year: int, last_year: int | None = None) -> Timing:
    """The timing of a task in a plan of ``year`` (to ``last_year``, if it is for several); never raises on any text.

    A month or day without a year is in the plan's year. Words in brackets are a condition, unless they are all there is.
    """
    last = max(year, last_year or year)
    plain = _TAG.sub(" ", clean(text)).strip()
    if not plain or len(plain) > _LONGEST or not _FIRST_YEAR <= year <= last <= _LAST_YEAR:
        return Timing(TimingKind.UNCLEAR, text)
    notes = [note.strip() for note in _BRACKETS.findall(plain) if note.strip()]
    outer = _BRACKETS.sub(" ", plain)
    parts, unknown = _parts(outer, year, last)
    if not any(part.is_understood for part in parts) and notes:
        inner, _ = _parts("\n".join(notes), year, last)
        inner = [part for part in inner if part.is_understood]
        parts, unknown, notes = (inner, [outer.strip()], []) if inner else (parts, unknown, notes)
    elif parts and all(part.kind is TimingKind.CONTINUOUS for part in parts):
        parts, notes = _bounded_by_notes(parts, notes, year, last)
    return _joined(parts, [*unknown, *notes], text)


def _parts(text: str, year: int, last: int) -> tuple[list[Timing], list[str]]:
    """The timings of the clauses, and the clauses that are none."""
    parts: list[Timing] = []
    unknown: list[str] = []
    for piece in _CUT.split(text):
        original = " ".join(piece.split()).strip(" ,.-+")
        if not original:
            continue
        found = understand_clause(folded_clause(piece), original, year, last)
        if found is None:
            unknown.append(original)
        else:
            parts.append(found)
    return parts, unknown


def _bounded_by_notes(
    parts: list[Timing], notes: list[str], year: int, last: int
) -> tuple[list[Timing], list[str]]:
    """ "Thường xuyên (hằng tháng)": what the brackets say about time counts, the rest stays a condition."""
    rest: list[str] = []
    for note in notes:
        found = understand_clause(folded_clause(note), note, year, last)
        if found is not None and found.kind in (TimingKind.PERIODIC, TimingKind.SPAN):
            parts = [*parts, found]
        else:
            rest.append(note)
    return parts, rest


def _joined(parts: list[Timing], besides: list[str], original: str) -> Timing:
    understood = [part for part in parts if part.is_understood]
    if not understood:
        condition = "; ".join(part.condition for part in parts)
        return Timing(TimingKind.UNCLEAR, original, condition=condition)
    whole = combine(tuple(understood), original)
    conditions = dict.fromkeys(text for text in (whole.condition, *besides) if text)
    return Timing(
        whole.kind,
        original,
        whole.start,
        whole.due,
        whole.deadline_shown,
        whole.repeats,
        "; ".join(conditions),
        whole.parts,
    )
