"""The styles of a foreign Word file: what a paragraph and a run look like after all inheritance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from cchc_desktop.formats.word_look import W
from cchc_desktop.paper.source import Alignment

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF: Final = ("0", "false", "off")
_VALUE: Final = f"{W}val"
_FONTS: Final = f"{W}rFonts"
_BOLD: Final = f"{W}b"
_ITALIC: Final = f"{W}i"
_CAPS: Final = f"{W}caps"
_HIDDEN: Final = f"{W}vanish"
_STYLE: Final = f"{W}rStyle"
_FONT_NAMES: Final = tuple((f"{W}{name}Theme", f"{W}{name}") for name in ("hAnsi", "ascii"))
_ALIGNMENTS: Final = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
    "thaiDistribute": Alignment.JUSTIFIED,
    "mediumKashida": Alignment.JUSTIFIED,
}


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look once printed."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one set of run properties says; None where it is silent. Alike ones are the same object: see ``said``."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str = ""
    style: str = ""

    def over(self, below: Said) -> Said:
        """This where it speaks, else what stands below it."""
        return Said(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
            self.font or below.font,
            self.style or below.style,
        )


SILENT: Final = Said()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list a paragraph belongs to; the level is None where only a style tells it. A key of "0" means no list."""

    number: str
    level: int | None
    style: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style after its ancestors."""

    name: str = ""
    alignment: Alignment = Alignment.LEFT
    text: Said = SILENT
    place: ListPlace | None = None


def is_on(element: etree._Element) -> bool:
    """The value of an on-off property."""
    return element.get(_VALUE, "1") not in _OFF


class StyleSheet:
    """Styles by their key, resolved when first asked for."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._said: dict[tuple[bool | None, bool | None, bool | None, bool | None, str, str], Said] = {
            (None, None, None, None, "", ""): SILENT
        }
        self._styles: dict[str, etree._Element] = {}
        self._normal = ""
        for one in () if styles is None else styles.iter(f"{W}style"):
            key = one.get(f"{W}styleId", "")
            self._styles[key] = one
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on"):
                self._normal = key
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default_text = self.said(defaults)
        alignment = None if styles is None else styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}jc")
        self._default_alignment = Alignment.LEFT if alignment is None else alignment_of(alignment)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._texts: dict[str, Said] = {}
        self._faces: dict[tuple[str, Said, Said], Face] = {}

    def paragraph(self, key: str) -> ParagraphStyle:
        """A paragraph style; "" and an unknown key are the file's normal style."""
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolved(key if key in self._styles else self._normal)
        return found

    def said(self, properties: etree._Element | None) -> Said:
        """What a ``w:rPr`` says."""
        if properties is None or not len(properties):
            return SILENT
        bold = italic = caps = hidden = None
        font = style = ""
        for one in properties:
            tag = one.tag
            if tag == _FONTS:
                font = self._font(one)
            elif tag == _BOLD:
                bold = is_on(one)
            elif tag == _ITALIC:
                italic = is_on(one)
            elif tag == _CAPS:
                caps = is_on(one)
            elif tag == _HIDDEN:
                hidden = is_on(one)
            elif tag == _STYLE:
                style = one.get(_VALUE, "")
        key = (bold, italic, caps, hidden, font, style)
        found = self._said.get(key)
        if found is None:
            found = self._said[key] = Said(*key)
        return found

    def face(self, paragraph: str, direct: Said, table: Said = SILENT) -> Face:
        """How a run looks in a paragraph of a style, in a table of a style (ISO 29500-1, 17.7.3 for what toggles)."""
        key = (paragraph, direct, table)
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._face(self.paragraph(paragraph).text, direct, table)
        return found

    def text(self, key: str) -> Said:
        """What a character or table style says about text, after its ancestors."""
        found = self._texts.get(key)
        if found is None:
            found = SILENT
            for one in self.chain(key):
                found = found.over(self.said(one.find(f"{W}rPr")))
            self._texts[key] = found
        return found

    def chain(self, key: str) -> list[etree._Element]:
        """A style and its ancestors."""
        found: list[etree._Element] = []
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            found.append(self._styles[key])
            based = self._styles[key].find(f"{W}basedOn")
            key = "" if based is None else based.get(f"{W}val", "")
        return found

    def _face(self, paragraph: Said, direct: Said, table: Said) -> Face:
        style = self.text(direct.style) if direct.style else SILENT
        base = self._default_text

        def toggled(said: bool | None, default: bool | None, *styles: bool | None) -> bool:
            if said is not None:
                return said
            return bool(default) or sum(map(bool, styles)) % 2 == 1

        return Face(
            toggled(direct.bold, base.bold, table.bold, paragraph.bold, style.bold),
            toggled(direct.italic, base.italic, table.italic, paragraph.italic, style.italic),
            toggled(direct.caps, base.caps, table.caps, paragraph.caps, style.caps),
            toggled(direct.hidden, base.hidden, table.hidden, paragraph.hidden, style.hidden),
            direct.font or style.font or paragraph.font or table.font or base.font,
        )

    def _resolved(self, key: str) -> ParagraphStyle:
        chain = self.chain(key)
        text = SILENT
        alignment: Alignment | None = None
        place: ListPlace | None = None
        for one in chain:
            text = text.over(self.said(one.find(f"{W}rPr")))
            properties = one.find(f"{W}pPr")
            if properties is None:
                continue
            aligned = properties.find(f"{W}jc")
            if alignment is None and aligned is not None:
                alignment = alignment_of(aligned)
            listed = properties.find(f"{W}numPr")
            if listed is not None:
                place = _joined(place, list_place(listed, one.get(f"{W}styleId", "")))
        name = chain[0].find(f"{W}name") if chain else None
        return ParagraphStyle(
            "" if name is None else name.get(f"{W}val", ""),
            self._default_alignment if alignment is None else alignment,
            text,
            place,
        )

    def _font(self, fonts: etree._Element) -> str:
        for theme, name in _FONT_NAMES:
            plain = fonts.get(name)
            themed = fonts.get(theme)
            if themed is not None:
                return self._theme.get(themed[:5], "")
            if plain:
                return plain
        return ""


def alignment_of(element: etree._Element) -> Alignment:
    """The value of a ``w:jc``."""
    return _ALIGNMENTS.get(element.get(f"{W}val", ""), Alignment.LEFT)


def list_place(properties: etree._Element, style: str = "") -> ListPlace:
    """What a ``w:numPr`` says; the number is "" where it only gives a level."""
    number = properties.find(f"{W}numId")
    level = properties.find(f"{W}ilvl")
    depth = "" if level is None else level.get(f"{W}val", "")
    return ListPlace(
        "" if number is None else number.get(f"{W}val", ""),
        min(int(depth), 8) if depth.isdecimal() and len(depth) < 4 else None,
        style,
    )


def _joined(above: ListPlace | None, below: ListPlace) -> ListPlace:
    if above is None:
        return below
    if above.number:
        return above
    return ListPlace(below.number, below.level if above.level is None else above.level, below.style)


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts of the theme by the start of their name: "major" and "minor"."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        font = None if theme is None else theme.find(f".//{_A}fontScheme/{_A}{kind}Font/{_A}latin")
        if font is not None:
            found[kind] = font.get("typeface", "")
    return found
