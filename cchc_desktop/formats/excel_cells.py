"""The cells of a foreign .xlsx as text: shared strings with their typefaces, numbers and dates as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from cchc_desktop.domain.legacy_text import (
    LegacyEncoding,
    convert,
    encoding_of_font,
    is_decomposed,
    is_unicode,
    shows_capitals,
)
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.formats.excel_format import BUILT_IN, GENERAL, printed

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE: Final = f"{S}v"
_INLINE: Final = f"{S}is"
_FORMULA: Final = f"{S}f"
_TEXT: Final = f"{S}t"
_RUN: Final = f"{S}r"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OFF: Final = ("0", "false")
_TRUTH: Final = {"1": "TRUE", "0": "FALSE"}


Lines = tuple[RichText, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Font:
    bold: bool = False
    italic: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Format:
    font: _Font
    number: str


class CellTexts:
    """Turns ``c`` elements into text."""

    def __init__(
        self, styles: etree._Element | None, strings: etree._Element | None, *, since_1904: bool
    ) -> None:
        self.converted: dict[LegacyEncoding, tuple[str, str]] = {}
        self.decomposed = False
        self.without_value = 0
        self._since_1904 = since_1904
        self.open_above, self.open_below = _open_styles(styles)
        self._formats = {str(at): one for at, one in enumerate(_formats(styles))}
        self._strings = [] if strings is None else strings.findall(f"{S}si")
        self._read: dict[tuple[int, _Font], Lines] = {}

    def lines(self, cell: etree._Element, as_label: bool) -> Lines:
        """The lines that a cell shows, empty ones left out."""
        look = self._formats.get(cell.get("s", "0"), _PLAIN)
        kind = cell.get("t", "n")
        written = ""
        has_formula = False
        for child in cell:
            tag = child.tag
            if tag == _VALUE:
                written = child.text or ""
            elif tag == _INLINE:
                return self._rich(child, look.font)
            elif tag == _FORMULA:
                has_formula = True
        if not written:
            self.without_value += has_formula
            return ()
        if kind == "s":
            return self._shared(written, look.font)
        if kind == "n":
            written = printed(written, look.number, since_1904=self._since_1904, as_label=as_label)
        elif kind == "b":
            written = _TRUTH.get(written, written)
        return self._only(_unescaped(written), look.font)

    def _shared(self, written: str, font: _Font) -> Lines:
        if not written.isdecimal() or int(written) >= len(self._strings):
            return ()
        key = (int(written), font)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._rich(self._strings[key[0]], font)
        return found

    def _rich(self, root: etree._Element, font: _Font) -> Lines:
        """A run without a face of its own has that of the cell."""
        first = root[0] if len(root) == 1 else None
        if first is not None and first.tag == _TEXT:  # nearly always
            return self._only(_unescaped(first.text or ""), font)
        pieces: list[tuple[str, _Font]] = []
        for one in root:
            if one.tag == _TEXT:
                pieces.append((_unescaped(one.text or ""), font))
            elif one.tag == _RUN:
                look = one.find(f"{S}rPr")
                text = one.findtext(_TEXT) or ""
                pieces.append((_unescaped(text), font if look is None else _font(look)))
        return self._joined(pieces, font)

    def _only(self, text: str, font: _Font) -> Lines:
        text = self._readable(text, font.name)
        if "\n" not in text and "\r" not in text:
            text = text.strip()
            return (RichText((Run(text, font.bold, font.italic),)),) if text else ()
        lines = (line.strip() for line in text.splitlines())
        return tuple(RichText((Run(line, font.bold, font.italic),)) for line in lines if line)

    def _joined(self, pieces: list[tuple[str, _Font]], font: _Font) -> Lines:
        runs = tuple(
            Run(self._readable(text, face.name or font.name), face.bold, face.italic) for text, face in pieces
        )
        return tuple(line for line in (one.strip() for one in RichText(runs).lines()) if line)

    def _readable(self, text: str, font: str) -> str:
        encoding = encoding_of_font(font)
        if encoding is None and text.isascii():
            return text
        if encoding is not None and not is_unicode(text):
            found = convert(text, encoding)
            if shows_capitals(font):
                found = found.upper()
            if not text.isascii() and len(text) > len(self.converted.get(encoding, ("", ""))[0]):
                self.converted[encoding] = (text, found)
            return found
        if not self.decomposed:
            self.decomposed = is_decomposed(text)
        return text.replace("\xad", "") if "\xad" in text else text


_PLAIN: Final = _Format(_Font(), GENERAL)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _formats(styles: etree._Element | None) -> list[_Format]:
    if styles is None:
        return []
    fonts = [_font(one) for one in styles.iterfind(f"{S}fonts/{S}font")]
    codes = dict(BUILT_IN)
    for one in styles.iterfind(f"{S}numFmts/{S}numFmt"):
        codes[_whole(one.get("numFmtId"))] = one.get("formatCode", GENERAL)
    found: list[_Format] = []
    for one in styles.iterfind(f"{S}cellXfs/{S}xf"):
        at = _whole(one.get("fontId"))
        found.append(
            _Format(
                fonts[at] if at < len(fonts) else _Font(), codes.get(_whole(one.get("numFmtId")), GENERAL)
            )
        )
    return found


def _open_styles(styles: etree._Element | None) -> tuple[frozenset[str], frozenset[str]]:
    """The styles of cells that have a line at a side but none above, and those that have none below."""
    if styles is None:
        return frozenset(), frozenset()
    drawn = [
        {side.tag for side in border if side.get("style", "none") != "none"}
        for border in styles.iterfind(f"{S}borders/{S}border")
    ]
    above: set[str] = set()
    below: set[str] = set()
    for at, one in enumerate(styles.iterfind(f"{S}cellXfs/{S}xf")):
        number = _whole(one.get("borderId"))
        sides = drawn[number] if number < len(drawn) else set()
        if f"{S}left" in sides or f"{S}right" in sides:
            if f"{S}top" not in sides:
                above.add(str(at))
            if f"{S}bottom" not in sides:
                below.add(str(at))
    return frozenset(above), frozenset(below)


def _font(root: etree._Element) -> _Font:
    name = root.find(f"{S}name")
    if name is None:
        name = root.find(f"{S}rFont")
    return _Font(
        _is_on(root.find(f"{S}b")), _is_on(root.find(f"{S}i")), "" if name is None else name.get("val", "")
    )


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get("val", "1") not in _OFF


def _whole(written: str | None) -> int:
    return int(written) if written is not None and written.isdecimal() and len(written) < 9 else 0
