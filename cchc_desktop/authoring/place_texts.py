"""A stretch of a text changed: the text with it, typefaces kept, and the place as it is shown to a person."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_desktop.authoring.adapt_places import Place
from cchc_desktop.authoring.adaptation import PlaceChange
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_AROUND = 40


def replaced(text: RichText, places: Iterable[Place]) -> RichText:
    """The text with other words in these places, which are in order; what is new has the typeface of what goes."""
    found, at = EMPTY, 0
    for place in places:
        face = text.slice(place.start, place.start + 1).runs[0]
        found = found + text.slice(at, place.start)
        found = found + RichText((Run(place.after, face.bold, face.italic),))
        at = place.end
    return found + text.slice(at) if at else text


def shown_change(key: str, target: str, text: str, place: Place) -> PlaceChange:
    """The place before and after, with some words around it."""
    start, end = max(place.start - _AROUND, 0), min(place.end + _AROUND, len(text))
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    ahead = ("… " if start else "") + text[start : place.start]
    behind = text[place.end : end] + (" …" if end < len(text) else "")
    before, after = text[place.start : place.end], place.after
    return PlaceChange(
        key, place.aspect, target, _one_line(ahead + before + behind), _one_line(ahead + after + behind)
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
