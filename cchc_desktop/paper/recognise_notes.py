"""Sentences about labels that will not be what the source wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.outline import Level, Outline
from cchc_desktop.domain.vietnamese import point_number, roman
from cchc_desktop.paper.numbering import labels
from cchc_desktop.paper.source_label import Mark, SourceLabel


def item_notes(
    items: Outline, written: Sequence[SourceLabel | None], section: str = ""
) -> list[tuple[str, str]]:
    """For each numbered item whose own number (the last part of its label) changes, a sentence that says so, and its key.

    Without ``section`` the outline is a piece of a larger one: it may begin at any number, only its order is judged.
    """
    computed = labels(items)
    shift = 0 if section else _shift(items, written, computed)
    outermost = min((one.level.rank for one in items if one.level.is_numbered), default=0)
    where = f"Mục “{section}”, " if section else ""
    found: list[tuple[str, str]] = []
    for one, label, new in zip(items, written, computed, strict=True):
        before, after = _number(label), _own_number(new, one.level)
        if label is None or before is None or after is None:
            continue
        if before != after + (shift if one.level.rank == outermost else 0):
            told = f"nguồn ghi “{label.written}”, sẽ đánh lại thành “{new}”."
            found.append((f"{where}“{_beginning(one.content.plain)}”: {told}", one.id))
    return found


def section_notes(sections: Sequence[tuple[int, str]]) -> list[str]:
    """For each section whose number does not follow the one before, a sentence; a piece may begin at any number."""
    numbered = [number for number, _ in sections if number]
    first = numbered[0] if numbered else 1
    return [
        f"“{title}”: nguồn ghi “{roman(number)}.”, sẽ đánh lại thành “{roman(first + index)}.”."
        for index, (number, title) in enumerate(sections)
        if number and number != first + index
    ]


def _shift(items: Outline, written: Sequence[SourceLabel | None], computed: Sequence[str]) -> int:
    numbers = (
        (before, after)
        for one, label, new in _outermost(items, written, computed)
        if (before := _number(label)) is not None and (after := _own_number(new, one)) is not None
    )
    return next((before - after for before, after in numbers), 0)


def _outermost(
    items: Outline, written: Sequence[SourceLabel | None], computed: Sequence[str]
) -> Iterator[tuple[Level, SourceLabel | None, str]]:
    rank = min((one.level.rank for one in items if one.level.is_numbered), default=0)
    for one, label, new in zip(items, written, computed, strict=True):
        if one.level.rank == rank:
            yield one.level, label, new


def _number(label: SourceLabel | None) -> int | None:
    """The last number a source label counts with; None for what does not count, -1 for a letter outside the alphabet."""
    if label is None:
        return None
    match label.mark:
        case Mark.NUMBER:
            return label.numbers[-1]
        case Mark.LETTER:
            try:
                return point_number(label.written.rstrip(" .)/"))
            except ValueError:
                return -1
        case _:
            return None


def _own_number(computed: str, level: Level) -> int | None:
    if not level.is_numbered:
        return None
    if level is Level.LETTER:
        return point_number(computed.rstrip(")"))
    return int(computed.rstrip(".").rsplit(".", 1)[-1])


def _beginning(plain: str) -> str:
    words = plain.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
