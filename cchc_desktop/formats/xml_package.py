"""Reading the XML parts of a checked Word or Excel file: hardened parser, relations, nothing fetched."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from lxml import etree

from cchc_desktop.formats.safe_read import broken_file

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# "Strict Open XML" is the same language under other names.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip


class XmlPackage:
    """An open .docx or .xlsx. Whoever opens one has called ``check_safe`` on it before."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError) as error:
            raise broken_file(path.name) from error
        self._members = {name.lower(): name for name in self._archive.namelist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, or None when the file has no such part."""
        member = self._members.get(name.lower())
        if member is None or not member.lower().endswith((".xml", ".rels")):
            return None
        try:
            content = self._archive.read(member)
            if b"purl.oclc.org" in content[:4_000]:
                for strict, usual in _STRICT:
                    content = content.replace(strict, usual)
            return etree.fromstring(
                content,
                etree.XMLParser(
                    resolve_entities=False,
                    no_network=True,
                    huge_tree=False,
                    load_dtd=False,
                    remove_comments=True,
                    remove_pis=True,
                ),
            )
        except (zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError) as error:
            raise broken_file(self.name) from error

    def relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """(last word of the kind, name of the part meant) of each relation of a part, by its key; "" is the whole file."""
        folder, _, file = part.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for one in () if root is None else root.iter(_RELATION):
            if one.get("TargetMode", "").lower() != "external":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part of a kind that a part is related to."""
        return next((target for one, target in self.relations(part).values() if one == kind), None)
