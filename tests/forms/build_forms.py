"""Builds the Word forms in forms/: run ``python -m tests.forms.build_forms`` after a change and commit the forms with it.

An office that wants another look opens a form in Word (forms/README.md); only who maintains the program needs this.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_desktop.formats import word_styles as names
from cchc_desktop.paper import page_setup as setup
from cchc_desktop.places import forms_dir
from tests.forms.pages import decision, decision_attached, plan
from tests.forms.styles import R, W, style_id, styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _parts(body: str, below_article: bool) -> Iterator[tuple[str, str]]:
    kinds = (
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/word/styles.xml", f"{_WORD}.styles+xml"),
        ("/word/settings.xml", f"{_WORD}.settings+xml"),
        ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
        ("/word/header1.xml", f"{_WORD}.header+xml"),
        ("/word/header2.xml", f"{_WORD}.header+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds)
        + "</Types>",
    )
    yield (
        "_rels/.rels",
        _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    inner = (
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("header", "header1"),
        ("header", "header2"),
    )
    yield (
        "word/_rels/document.xml.rels",
        _relationships(*((f"{_OFFICE}/{kind}", f"{part}.xml") for kind, part in inner)),
    )
    yield "word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
    yield "word/styles.xml", styles_xml(below_article)
    yield "word/settings.xml", _SETTINGS
    yield (
        "word/fontTable.xml",
        (
            f'<w:fonts {W}><w:font w:name="{setup.FONT}"><w:charset w:val="00"/><w:family w:val="roman"/>'
            '<w:pitch w:val="variable"/></w:font></w:fonts>'
        ),
    )
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    look = f'<w:pPr><w:pStyle w:val="{style_id(names.PAGE_NUMBER)}"/></w:pPr>'
    yield "word/header1.xml", f"<w:hdr {W} {R}><w:p>{look}{number}</w:p></w:hdr>"
    yield "word/header2.xml", f"<w:hdr {W} {R}><w:p>{look}</w:p></w:hdr>"
    yield (
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
    )
    yield (
        "docProps/app.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


_COMPAT_URI = "http://schemas.microsoft.com/office/word"
_SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    # A line that is ended by hand in a justified paragraph is not pulled apart.
    "<w:compat><w:doNotExpandShiftReturn/>"
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPAT_URI}" w:val="15"/>'
    f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_COMPAT_URI}" w:val="1"/>'
    f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_COMPAT_URI}" w:val="1"/>'
    f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_COMPAT_URI}" w:val="1"/>'
    f'<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="{_COMPAT_URI}" w:val="1"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FORMS = {
    "ke-hoach": (plan, False),
    "quyet-dinh": (decision, True),
    "quyet-dinh-kem-theo": (decision_attached, False),
}


def build(name: str, target: Path) -> None:
    """Write one form; the same script makes the same bytes."""
    make, below_article = FORMS[name]
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for part, xml in _parts(make(), below_article):
            archive.writestr(ZipInfo(part, (2026, 1, 1, 0, 0, 0)), _HEAD + xml, ZIP_DEFLATED)


if __name__ == "__main__":
    for form in FORMS:
        build(form, forms_dir() / f"{form}.docx")
