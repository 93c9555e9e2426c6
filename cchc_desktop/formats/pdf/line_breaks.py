"""Where word processors end a line and Qt would not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtGui import QTextLine

from cchc_desktop.domain.rich_text import RichText

_HYPHEN_BEFORE_DIGIT = re.compile(r"(?<=\S)-(?=\d)")
_BREAK = re.compile(r"[ \n]+|(?<=\S)[-\u2010\u2013\u2014](?=\S)")
_ITALIC_SHARE = 12  # of the height of a line
# Qt counts in UTF-16 units, where a character beyond the first plane (an emoji) is two.
_BEYOND_PLANE = re.compile(r"[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class LineBreaks:
    """Where word processors end lines and Qt does not.

    They break "2021-|2030" behind the hyphen, which Unicode's rule forbids before a digit, and never "p/|h" behind a
    slash; and LibreOffice keeps room for the overhang of an italic letter at the end of a line.
    """

    text: str
    hyphens: tuple[int, ...]
    italics: tuple[tuple[int, int], ...]
    overhang: float

    @classmethod
    def of(cls, rich: RichText, line_height: float) -> LineBreaks | None:
        """What a text needs, or None for a text on which all agree."""
        text = in_units(rich.plain)
        hyphens = tuple(match.end() for match in _HYPHEN_BEFORE_DIGIT.finditer(text))
        spans = tuple(
            (len(in_units(rich.plain[:start])), len(in_units(rich.plain[:end])))
            for start, end, letters in rich.spans
            if "i" in letters
        )
        if not hyphens and not spans and "/" not in text:
            return None
        return cls(text, hyphens, spans, line_height / _ITALIC_SHARE)

    def correct(self, line: QTextLine, room: float) -> None:
        """End a line where a word processor would."""
        if not self._take_in_up_to_hyphen(line, room):
            line.setLineWidth(room)
        while self._must_end_earlier(line, room):
            start = line.textStart()
            end = self._break_before(start, start + line.textLength())
            if end <= start:
                return
            if not _end_at(line, end, room):
                line.setLineWidth(room)
                return

    def _take_in_up_to_hyphen(self, line: QTextLine, room: float) -> bool:
        end = line.textStart() + line.textLength()
        fitting = end
        tried = False
        for place in self.hyphens:
            if place <= end or " " in self.text[end:place]:
                continue
            tried = True
            if not _end_at(line, place, room):
                break
            fitting = place
        if fitting > end:
            _end_at(line, fitting, room)
        return fitting > end or not tried

    def _must_end_earlier(self, line: QTextLine, room: float) -> bool:
        end = line.textStart() + line.textLength()
        if end < len(self.text) and self.text[end - 1] == "/":
            return True
        ink = line.textStart() + len(self.text[line.textStart() : end].rstrip(" \n")) - 1
        is_italic = any(first <= ink < last for first, last in self.italics)
        return is_italic and line.naturalTextWidth() > room - self.overhang

    def _break_before(self, start: int, end: int) -> int:
        """The last place before the last word of a line where it may end."""
        stretch = self.text[start:end].rstrip(" \n")
        found = 0
        for match in _BREAK.finditer(stretch):
            if match.end() < len(stretch):
                found = match.end()
        return start + found


def _end_at(line: QTextLine, end: int, room: float) -> bool:
    """End the line there; whether it could be done.

    It cannot when there is no room; nor when letters carry marks, for Qt counts columns and not characters.
    """
    line.setNumColumns(end - line.textStart(), room)
    return line.textStart() + line.textLength() == end


def in_units(text: str) -> str:
    """The text with one character a UTF-16 unit."""
    return _BEYOND_PLANE.sub(_surrogates, text)


def _surrogates(match: re.Match[str]) -> str:
    high, low = divmod(ord(match[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
