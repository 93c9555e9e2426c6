"""What an exported file says when it is read again, for comparing it with what was meant."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_lines(path: Path) -> tuple[str, ...]:
    """The paragraphs of a Word file that we wrote, those in tables included, in their order."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), parser)
    return tuple(_paragraph_text(paragraph) for paragraph in root.iter(f"{_W}p"))


def _paragraph_text(paragraph: object) -> str:
    from lxml.etree import _Element

    if not isinstance(paragraph, _Element):
        raise TypeError(paragraph)
    signs = {f"{_W}br": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
    parts = (
        node.text or "" if node.tag == f"{_W}t" else signs.get(str(node.tag), "") for node in paragraph.iter()
    )
    return "".join(parts).strip()


def excel_texts(path: Path) -> tuple[tuple[str, ...], ...]:
    """The cells of each sheet of a workbook that we wrote, as text, empty ones left out."""
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True)
    try:
        return tuple(
            tuple(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
            for sheet in workbook.worksheets
        )
    finally:
        workbook.close()
