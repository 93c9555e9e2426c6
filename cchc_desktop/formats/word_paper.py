"""A Word file as its layout is judged: parts, paragraphs with their looks, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from cchc_desktop.formats.word_look import RunLook, Styles, W, paragraph_text
from cchc_desktop.formats.word_room import Rooms

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class LayoutSeverity(Enum):
    """How much a finding matters."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    NOTE = "lưu ý"


@dataclass(frozen=True, slots=True)
class LayoutFinding:
    """A rule that does not hold: its number in the list L01 to L18, and what is wrong in Vietnamese."""

    id: str
    severity: LayoutSeverity
    message: str


def error(rule: str, message: str) -> LayoutFinding:
    """A finding that must be put right."""
    return LayoutFinding(rule, LayoutSeverity.ERROR, message)


def warning(rule: str, message: str) -> LayoutFinding:
    """A finding that should be looked at."""
    return LayoutFinding(rule, LayoutSeverity.WARNING, message)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with text, the name of its style and the looks of its stretches of text."""

    element: etree._Element
    style: str
    text: str
    runs: tuple[RunLook, ...]

    @property
    def is_bold(self) -> bool:
        """Whether all of its text is bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def is_light(self) -> bool:
        """Whether none of its text is bold."""
        return not any(run.bold for run in self.runs if run.text.strip())

    @property
    def is_italic(self) -> bool:
        """Whether all of its text is italic."""
        return all(run.italic for run in self.runs if run.text.strip())

    @property
    def is_upright(self) -> bool:
        """Whether none of its text is italic."""
        return not any(run.italic for run in self.runs if run.text.strip())

    @property
    def is_capitals(self) -> bool:
        """Whether it has no small letter."""
        return self.text == self.text.upper()

    @property
    def start(self) -> str:
        """Enough of its text to find it."""
        return self.text if len(self.text) <= 50 else f"{self.text[:49]}…"

    def has_size(self, low: float, high: float) -> bool:
        """Whether all of its text is between two sizes in points."""
        return all(low <= run.size <= high for run in self.runs)


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A section: its properties, its paragraphs in order (those in tables too) and its tables."""

    properties: etree._Element
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[etree._Element, ...]

    def of(self, *styles: str) -> tuple[Paragraph, ...]:
        """The paragraphs with text of these styles."""
        return tuple(one for one in self.paragraphs if one.style in styles and one.text.strip())


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A whole file."""

    members: dict[str, etree._Element]
    styles: Styles
    rooms: Rooms
    parts: tuple[PaperPart, ...]
    relations: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> WordPaper:
        """Read a file that this program has written."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        with ZipFile(path) as archive:
            members = {
                name: etree.fromstring(archive.read(name), parser)
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith((".xml", ".rels"))
            }
        styles = Styles(members["word/styles.xml"])
        body = members["word/document.xml"].find(f"{W}body")
        if body is None:
            raise ValueError(path)
        relations = {
            one.get("Id", ""): f"word/{one.get('Target', '')}"
            for one in members["word/_rels/document.xml.rels"].iter(_RELATION)
        }
        return cls(members, styles, Rooms(body, styles), tuple(_parts(body, styles)), relations)

    def all(self, *styles: str) -> tuple[Paragraph, ...]:
        """The paragraphs with text of these styles in all parts."""
        return tuple(found for part in self.parts for found in part.of(*styles))

    def header(self, part: PaperPart, kind: str) -> etree._Element | None:
        """The header a part names for its first page ("first") or the others ("default")."""
        return self._named(part, "headerReference", kind)

    def footers(self) -> Iterator[etree._Element]:
        """All footers of the file."""
        for name, root in self.members.items():
            if name.startswith("word/footer"):
                yield root

    def _named(self, part: PaperPart, reference: str, kind: str) -> etree._Element | None:
        at = self.parts.index(part)
        # A section that names none has that of the one before it.
        for one in reversed(self.parts[: at + 1]):
            for found in one.properties.findall(f"{W}{reference}"):
                if found.get(f"{W}type") == kind:
                    return self.members.get(self.relations.get(found.get(f"{_R}id", ""), ""))
        return None


def _parts(body: etree._Element, styles: Styles) -> Iterator[PaperPart]:
    paragraphs: list[Paragraph] = []
    tables: list[etree._Element] = []
    for element in body:
        for one in element.iter(f"{W}p"):
            paragraphs.append(
                Paragraph(one, styles.name_of(one), paragraph_text(one), tuple(styles.runs(one)))
            )
        if element.tag == f"{W}tbl":
            tables.append(element)
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield PaperPart(section, tuple(paragraphs), tuple(tables))
            paragraphs, tables = [], []
