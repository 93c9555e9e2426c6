"""How sure a reading is, as a sign, a word and a colour: never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.paper.import_draft import Confidence


@dataclass(frozen=True, slots=True)
class Sign:
    """``colour`` and ``ground`` are fields of ``theme.Colours``; a blank ground is none."""

    mark: str
    word: str
    colour: str
    ground: str = ""


SIGNS: dict[Confidence, Sign] = {
    Confidence.SURE: Sign("✓", "chắc", "success"),
    Confidence.LIKELY: Sign("~", "có lẽ", "accent"),
    Confidence.GUESSED: Sign("?", "đoán", "warning", "warningFill"),
    Confidence.UNPLACED: Sign("!", "chưa xếp được", "error", "errorFill"),
}

ORDER = tuple(SIGNS)
"""From the surest to the least sure."""


def least_sure(found: list[Confidence]) -> Confidence:
    """What a row with several lines shows."""
    return max(found, key=ORDER.index, default=Confidence.SURE)
