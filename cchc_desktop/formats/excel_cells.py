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
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.formats.excel_format import BUILT_IN, GENERAL, printed

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OFF: Final = ("0", "false")
_TRUTH: Final = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool = False
    italic: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Format:
    font: _Font
    number: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a shared string; the font is None where the cell's holds."""

    text: str
    font: _Font | None


class CellTexts:
    """Turns ``c`` elements into text."""

    def __init__(
        self, styles: etree._Element | None, strings: etree._Element | None, *, since_1904: bool
    ) -> None:
        self.converted: dict[LegacyEncoding, tuple[str, str]] = {}
        self.decomposed = False
        self.without_value = 0
        self._since_1904 = since_1904
        self._formats = _formats(styles)
        self._strings = [] if strings is None else strings.findall(f"{S}si")
        self._read: dict[tuple[int, _Font], RichText] = {}

    def text(self, cell: etree._Element, *, as_label: bool = False) -> RichText:
        """The text that a cell shows."""
        style = cell.get("s", "0")
        look = self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else _PLAIN
        kind = cell.get("t", "n")
        value = cell.find(f"{S}v")
        written = "" if value is None else value.text or ""
        if kind == "s":
            return self._shared(written, look.font)
        if kind == "inlineStr":
            inline = cell.find(f"{S}is")
            return EMPTY if inline is None else self._rich(inline, look.font)
        if not written:
            self.without_value += cell.find(f"{S}f") is not None
            return EMPTY
        if kind == "n":
            written = printed(written, look.number, since_1904=self._since_1904, as_label=as_label)
        elif kind == "b":
            written = _TRUTH.get(written, written)
        return self._joined([_Piece(_unescaped(written), look.font)], look.font)

    def _shared(self, written: str, font: _Font) -> RichText:
        if not written.isdecimal() or int(written) >= len(self._strings):
            return EMPTY
        key = (int(written), font)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._rich(self._strings[key[0]], font)
        return found

    def _rich(self, root: etree._Element, font: _Font) -> RichText:
        pieces: list[_Piece] = []
        for one in root:
            if one.tag == f"{S}t":
                pieces.append(_Piece(_unescaped(one.text or ""), None))
            elif one.tag == f"{S}r":
                look = one.find(f"{S}rPr")
                text = one.findtext(f"{S}t") or ""
                pieces.append(_Piece(_unescaped(text), None if look is None else _font(look)))
        return self._joined(pieces, font)

    def _joined(self, pieces: list[_Piece], font: _Font) -> RichText:
        legacy = not any(is_unicode(one.text) for one in pieces if not one.text.isascii())
        runs: list[Run] = []
        for one in pieces:
            face = one.font or font
            text = self._readable(one.text, face.name or font.name, legacy)
            runs.append(Run(text, face.bold, face.italic))
        return RichText(tuple(runs))

    def _readable(self, text: str, font: str, legacy: bool) -> str:
        encoding = encoding_of_font(font) if legacy else None
        if encoding is not None:
            found = convert(text, encoding)
            if shows_capitals(font):
                found = found.upper()
            if not text.isascii() and len(text) > len(self.converted.get(encoding, ("", ""))[0]):
                self.converted[encoding] = (text, found)
            return found
        if not text.isascii():
            self.decomposed = self.decomposed or is_decomposed(text)
            return text.replace("\xad", "")
        return text


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
