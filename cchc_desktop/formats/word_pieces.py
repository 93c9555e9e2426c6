"""The text of a paragraph of Word in its typefaces: fields by their results, changes as accepted, notes in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
from cchc_desktop.formats.source_lines import TAB
from cchc_desktop.formats.word_children import ALTERNATIVES, DELETED, alternative, opened
from cchc_desktop.formats.word_look import W
from cchc_desktop.formats.word_style_sheet import SILENT, Face, Said, StyleSheet

_BOX: Final = f"{W}txbxContent"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SOFT_HYPHEN: Final = "\xad"
# Signs of the Symbol font that occur in such papers; others are shown as a dot.
_SYMBOLS: Final = {
    0x2D: "-",
    0xA3: "≤",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xDE: "⇒",
    0xE0: "→",
    0xA8: "□",
    0xFE: "☑",
    0x6F: "□",
}
# A soft hyphen goes later: in a TCVN3 font it is the letter ư.
_SIGNS: Final = {
    f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": _SOFT_HYPHEN,
}  # fmt: skip
_REFERENCES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")
_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"
_PROPERTIES: Final = f"{W}rPr"
_BESIDE: Final = frozenset(f"{W}{name}" for name in ("pPr", "proofErr", "bookmarkStart", "bookmarkEnd"))
_IGNORED: Final = frozenset(
    f"{W}{name}"
    for name in ("rPr", "instrText", "delText", "delInstrText", "lastRenderedPageBreak", "annotationRef")
)


@dataclass(slots=True)
class Findings:
    """What a reader of Word has to tell about the whole file."""

    converted: dict[LegacyEncoding, tuple[str, str]] = field(default_factory=dict)
    decomposed: bool = False
    notes_inlined: int = 0
    changes: int = 0
    hidden: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """The text of a paragraph, and the text boxes that hang on it. ``text`` still holds :data:`TAB`."""

    text: RichText
    font: str = ""
    boxes: list[etree._Element] = field(default_factory=list)


class PieceReader:
    """Reads paragraph after paragraph; fields may reach from one to the next."""

    def __init__(self, styles: StyleSheet, notes: Mapping[str, etree._Element], findings: Findings) -> None:
        self._styles = styles
        self._notes = notes
        self.findings = findings
        self._fields: list[bool] = []  # for each open field whether its result has begun
        self._pieces: list[tuple[Face, list[str]]] = []
        self._boxes: list[etree._Element] = []
        self._style = ""
        self._table = SILENT
        self._plain_face = Face()

    def read(self, paragraphs: Iterable[etree._Element], style: str, table: Said) -> Gathered:
        """The text of a paragraph (or of several whose marks were deleted) of a style."""
        self._pieces, self._boxes, self._style, self._table = [], [], style, table
        self._plain_face = self._styles.face(style, SILENT, table)
        for paragraph in paragraphs:
            for child in paragraph:
                tag = child.tag
                if tag == _RUN:
                    self._read_run(child)
                elif tag not in _BESIDE:
                    for one in opened(child):
                        self._read_child(one)
        if self._fields and not all(self._fields):  # the code of a field does not reach over a paragraph
            self._fields = []
        text, font = self._text()
        return Gathered(text, font, self._boxes)

    def _read_child(self, child: etree._Element) -> None:
        if child.tag == _RUN:
            self._read_run(child)
        elif str(child.tag).startswith(_MATH):
            words = "".join(one.text or "" for one in child.iter(_MATH_TEXT))
            self._add(words, self._plain_face)

    def _read_run(self, run: etree._Element) -> None:
        face = self._plain_face
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._add(child.text or "", face)
            elif tag == _PROPERTIES:
                said = self._styles.said(child)
                if said is not SILENT:
                    face = self._styles.face(self._style, said, self._table)
            elif tag not in _IGNORED:
                self._read_sign(child, face)

    def _read_sign(self, child: etree._Element, face: Face) -> None:
        tag = str(child.tag)
        if tag in _SIGNS:
            self._add(_SIGNS[tag], face)
        elif tag == f"{W}br":
            if child.get(f"{W}type", "textWrapping") == "textWrapping":
                self._add("\n", face)
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType", ""))
        elif tag == f"{W}sym":
            self._symbol(child, face)
        elif tag in _REFERENCES:
            self._note(f"{tag}{child.get(f'{W}id', '')}", face)
        else:
            self._boxes.extend(_outermost_boxes(child))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, child: etree._Element, face: Face) -> None:
        written = child.get(f"{W}char", "")
        try:
            code = int(written, 16)
        except ValueError:
            return
        self._add(_SYMBOLS.get(code & 0xFF, "•") if code >= 0xF000 or code < 0x100 else chr(code), face)

    def _note(self, key: str, face: Face) -> None:
        """A footnote stands in brackets where its number stood."""
        note = self._notes.get(key)
        words = "" if note is None else " ".join(_plain(one) for one in note.iter(f"{W}p")).strip()
        if words:
            self.findings.notes_inlined += 1
            self._add(f" ({' '.join(words.split())})", Face(font=face.font))

    def _add(self, text: str, face: Face) -> None:
        if not text or (self._fields and not all(self._fields)):
            return
        if face.hidden:
            self.findings.hidden.append(text)
            return
        if self._pieces and self._pieces[-1][0] == face:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((face, [text]))

    def _text(self) -> tuple[RichText, str]:
        pieces = [(face, "".join(texts)) for face, texts in self._pieces]
        if len(pieces) < 2:
            return self._only_piece(*pieces[0]) if pieces else (EMPTY, "")
        letters: dict[str, int] = {}
        for face, text in pieces:
            letters[face.font] = letters.get(face.font, 0) + len(text)
        font = max(letters, key=lambda name: letters[name])
        legacy = not any(is_unicode(text) for _, text in pieces if not text.isascii())
        texts = [self._readable(text, face, legacy) for face, text in pieces]
        runs = tuple(Run(text, face.bold, face.italic) for (face, _), text in zip(pieces, texts, strict=True))
        return RichText(runs).strip(), font

    def _only_piece(self, face: Face, text: str) -> tuple[RichText, str]:
        legacy = text.isascii() or not is_unicode(text)
        shown = self._readable(text, face, legacy).strip()
        return RichText((Run(shown, face.bold, face.italic),)) if shown else EMPTY, face.font

    def _readable(self, text: str, face: Face, legacy: bool) -> str:
        encoding = encoding_of_font(face.font) if legacy else None
        if encoding is not None:
            found = convert(text, encoding)
            if shows_capitals(face.font):
                found = found.upper()
            if not text.isascii() and len(text) > len(self.findings.converted.get(encoding, ("", ""))[0]):
                self.findings.converted[encoding] = (text, found)
            text = found
        elif not text.isascii():
            text = text.replace(_SOFT_HYPHEN, "")
            if not self.findings.decomposed and is_decomposed(text):
                self.findings.decomposed = True
        return text.upper() if face.caps else text


def _outermost_boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing, once each: not those in a text box, nor the second way in which one is written."""
    if element.tag == _BOX:
        return [element]
    if element.tag == ALTERNATIVES:
        chosen = alternative(element)
        return [] if chosen is None else [box for one in chosen for box in _outermost_boxes(one)]
    if next(element.iter(_BOX), None) is None:
        return []
    return [box for one in element for box in _outermost_boxes(one)]


def _plain(paragraph: etree._Element) -> str:
    """The text of a paragraph of a footnote, without what was deleted."""
    return "".join(
        one.text or ""
        for one in paragraph.iter(f"{W}t")
        if not any(above.tag in DELETED for above in one.iterancestors())
    )
