"""Writes small Word files out of raw XML, so that a test decides every element that a reader meets."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES: Final = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_KINDS: Final = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "header", "footer1": "footer",
    "theme": "theme", "settings": "settings", "comments": "comments",
}  # fmt: skip
_BORDERS: Final = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"  # fmt: skip


def run(text: str, *, bold: bool = False, italic: bool = False, font: str = "", inside: str = "") -> str:
    """A run; "\\n" and "\\t" become their elements, ``inside`` is more of its properties."""
    said = inside
    if font:
        said = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' + said
    said += "<w:b/>" * bold + "<w:i/>" * italic
    content = (
        escape(text, quote=False).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    )
    content = content.replace("<w:t>", '<w:t xml:space="preserve">')
    properties = f"<w:rPr>{said}</w:rPr>" if said else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def p(
    *runs: str,
    style: str = "",
    align: str = "",
    number: tuple[int, int] | None = None,
    more: str = "",
    bold: bool = False,
) -> str:
    """A paragraph of runs; what is no XML is the text of a run."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        said += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    said += (f'<w:jc w:val="{align}"/>' if align else "") + more
    content = "".join(one if one.startswith("<") else run(one, bold=bold) for one in runs)
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{content}</w:p>"


def cell(*content: str, wide: int = 1, down: str = "", more: str = "") -> str:
    """A cell of paragraphs or texts; ``down`` is "restart" or "continue"."""
    said = (f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else "") + more
    if down:
        said += "<w:vMerge/>" if down == "continue" else f'<w:vMerge w:val="{down}"/>'
    inner = "".join(one if one.startswith("<") else p(one) for one in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, more: str = "") -> str:
    """A row of cells or texts."""
    said = f"<w:trPr>{more}</w:trPr>" if more else ""
    return f"<w:tr>{said}{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, borders: bool = True, more: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{more}{_BORDERS if borders else ''}</w:tblPr>{''.join(rows)}</w:tbl>"


def section(*, landscape: bool = False, kind: str = "nextPage", more: str = "") -> str:
    """Properties of a section."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return f'<w:sectPr>{more}<w:type w:val="{kind}"/><w:pgSz {size}/></w:sectPr>'


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(lists: Mapping[int, str], numbers: Mapping[int, tuple[int, str]]) -> str:
    """numbering.xml: levels of each abstract list, and each number with its list and what it changes."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items()
    )
    concrete = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for key, (of, more) in numbers.items()
    )
    return f"<w:numbering {_NAMESPACES}>{abstract}{concrete}</w:numbering>"


def part(name: str, content: str) -> str:
    """Another part with the namespaces declared."""
    return f"<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def style(
    key: str,
    kind: str = "paragraph",
    *,
    name: str = "",
    based: str = "",
    text: str = "",
    said: str = "",
    default: bool = False,
) -> str:
    """A style: ``text`` is what it says of letters, ``said`` what it says of paragraphs."""
    return (
        f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{key}"><w:name w:val="{name or key}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f"<w:pPr>{said}</w:pPr>" if said else "")
        + (f"<w:rPr>{text}</w:rPr>" if text else "")
        + "</w:style>"
    )


def write(path: Path, body: str, **parts: str) -> Path:
    """A .docx of a body and of other parts by the name of their file."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = "".join(
        f'<Relationship Id="rId{name}" Type="{_OFFICE}/{_KINDS[name]}" Target="{name}.xml"/>'
        for name in parts
    )
    frame = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", frame.format(main))
        archive.writestr(
            "word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        archive.writestr("word/_rels/document.xml.rels", frame.format(relations))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path
