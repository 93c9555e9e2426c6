"""How wide a text is in Times New Roman, so that lines under it get their length without the font being installed."""

from __future__ import annotations

import unicodedata
from typing import Final

_EM: Final = 2048
MM_PER_POINT: Final = 25.4 / 72

# Advance widths of U+0020 to U+007E in 1/2048 em; letters with marks are as wide as their bare letter, except those below.
_ASCII: Final = {
    False: (
        "512 682 836 1024 1024 1706 1593 369 682 682 1024 1155 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 "
        "1024 1024 569 569 1155 1155 1155 909 1886 1479 1366 1366 1479 1251 1139 1479 1479 682 797 1479 1251 1821 1479 "
        "1479 1139 1479 1366 1139 1251 1479 1479 1933 1479 1479 1251 682 569 682 961 1024 682 909 1024 909 1024 909 682 "
        "1024 1024 569 569 1024 569 1593 1024 1024 1024 1024 682 797 569 1024 1024 1479 1024 1024 909 983 410 983 1108"
    ),
    True: (
        "512 682 1137 1024 1024 2048 1706 569 682 682 1024 1167 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 "
        "1024 1024 682 682 1167 1167 1167 1024 1905 1479 1366 1479 1479 1366 1251 1593 1593 797 1024 1593 1366 1933 "
        "1479 1593 1251 1593 1479 1139 1366 1479 1479 2048 1479 1479 1366 682 569 682 1190 1024 682 1024 1139 909 1139 "
        "909 682 1024 1139 569 682 1139 569 1706 1139 1024 1139 1139 909 797 682 1139 1024 1479 1024 1024 909 807 451 "
        "807 1065"
    ),
}
_OTHERS: Final = {
    False: {"Đ": 1479, "đ": 1024, "ơ": 1083, "Ư": 1589, "ư": 1110},
    True: {"Đ": 1479, "đ": 1139, "ơ": 1134, "Ư": 1630, "ư": 1229},
}
_BOTH: Final = {
    "\u00a0": 512,
    "–": 1024,
    "—": 2048,
    "‘": 682,
    "’": 682,
    "…": 2048,
    "«": 1024,
    "»": 1024,
    "°": 819,
    "§": 1024,
}
_QUOTES: Final = {False: 909, True: 1024}
_HORN: Final = "\u031b"


def _advances(bold: bool) -> dict[str, int]:
    widths = {chr(32 + at): int(width) for at, width in enumerate(_ASCII[bold].split())}
    return widths | _OTHERS[bold] | _BOTH | dict.fromkeys("“”„", _QUOTES[bold])


_ADVANCES: Final = {False: _advances(False), True: _advances(True)}
_UNKNOWN: Final = 1024


def advance(character: str, *, bold: bool = False) -> int:
    """The width of a letter in 1/2048 em; of one that is not known, half an em."""
    widths = _ADVANCES[bold]
    known = widths.get(character)
    if known is not None:
        return known
    parts = unicodedata.normalize("NFD", character)
    if unicodedata.combining(parts[0]):
        return 0
    bare = unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
    return widths.get(bare, widths.get(parts[0], _UNKNOWN))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in millimetres of one line of text, set in ``size`` points."""
    composed = unicodedata.normalize("NFC", text)
    return sum(advance(one, bold=bold) for one in composed) / _EM * size * MM_PER_POINT


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines into which the text falls in a column ``width`` millimetres wide."""
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split(" "):
            longer = f"{line} {word}" if line else word
            if line and text_width(longer, size, bold=bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)
