"""The styles of the Word forms: what an official sees in Word's list of styles, with the sizes of the decree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape  # noqa: TID251 -- writes XML, reads none

from cchc_desktop.formats import word_styles as names
from cchc_desktop.paper import page_setup as setup

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FONTS = (
    f'<w:rFonts w:ascii="{setup.FONT}" w:hAnsi="{setup.FONT}" w:eastAsia="{setup.FONT}" w:cs="{setup.FONT}"/>'
)


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def style_id(name: str) -> str:
    """The key of a style in the file: its name without marks and spaces."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d").replace(" - ", " "))
    words = "".join(sign for sign in plain if sign.isascii() and (sign.isalnum() or sign == " ")).split()
    return "".join(word[:1].upper() + word[1:] for word in words)


@dataclass(frozen=True)
class Style:
    """A paragraph style. ``before`` and ``after`` are points, ``outline`` is a level of the navigation pane from 0."""

    name: str
    size: float = setup.SIZE_TEXT
    bold: bool = False
    italic: bool = False
    align: str = "center"
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    keep_next: bool = False
    outline: int | None = None
    line: tuple[int, str] = (240, "auto")
    border: bool = False
    next_name: str = ""

    def xml(self) -> str:
        """The style as it stands in styles.xml."""
        based = "Normal" if self.outline is None else f"Heading{self.outline + 1}"
        following = f'<w:next w:val="{style_id(self.next_name)}"/>' if self.next_name else ""
        keep = (
            "<w:keepNext/>"
            if self.keep_next
            else '<w:keepNext w:val="0"/>'
            if self.outline is not None
            else ""
        )
        border = (
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            if self.border
            else ""
        )
        indent = f'<w:ind w:left="0" w:right="0" w:firstLine="{twips(self.first_line)}"/>'
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(self.name)}">'
            f'<w:name w:val="{escape(self.name)}"/><w:basedOn w:val="{based}"/>{following}<w:qFormat/>'
            f'<w:pPr>{keep}<w:keepLines w:val="0"/>{border}'
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f'w:line="{self.line[0]}" w:lineRule="{self.line[1]}"/>{indent}<w:jc w:val="{self.align}"/>{outline}</w:pPr>'
            f"<w:rPr>{_face(self.bold, self.italic)}{_size(self.size)}</w:rPr></w:style>"
        )


def _face(bold: bool, italic: bool) -> str:
    return "".join(
        f"<w:{tag}{'' if on else chr(32) + chr(119) + ':val=' + chr(34) + '0' + chr(34)}/>"
        for on, tag in ((bold, "b"), (bold, "bCs"), (italic, "i"), (italic, "iCs"))
    )


def _size(size: float) -> str:
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


_CAPS_BOLD = Style("", bold=True)
_BODY = Style("", align="both", after=setup.SPACE_AFTER, first_line=setup.FIRST_LINE_INDENT)
_RULE = Style("", size=1, before=setup.RULE_GAP, line=(round(setup.RULE_HEIGHT * 20), "exact"), border=True)
_CELL = Style("", size=setup.SIZE_TABLE, before=setup.CELL_SPACE, after=setup.CELL_SPACE)


def styles(below_article: bool) -> Iterator[Style]:
    """All styles of a form; ``below_article``: the sections stand one level below "Điều" in the navigation pane."""
    deeper = int(below_article)
    yield replace(_CAPS_BOLD, name=names.SUPERIOR, size=setup.SIZE_BODY_NAME, bold=False)
    yield replace(_CAPS_BOLD, name=names.BODY_NAME, size=setup.SIZE_BODY_NAME)
    yield replace(_CAPS_BOLD, name=names.NATIONAL_NAME, size=setup.SIZE_NATIONAL_NAME)
    yield replace(_CAPS_BOLD, name=names.NATIONAL_MOTTO, size=setup.SIZE_NATIONAL_MOTTO)
    # A point less in size than the place line it stands beside: 0.9 pt more above puts both on one base line.
    yield Style(names.NUMBER, setup.SIZE_NUMBER, before=setup.SPACE_ABOVE_NUMBER + 0.9)
    yield Style(names.PLACE_DATE, setup.SIZE_PLACE_DATE, italic=True, before=setup.SPACE_ABOVE_NUMBER)
    yield replace(_CAPS_BOLD, name=names.KIND, before=setup.SPACE_ABOVE_KIND, keep_next=True)
    yield replace(_CAPS_BOLD, name=names.SUBJECT, keep_next=True)
    yield Style(names.ATTACHED, italic=True, keep_next=True)
    yield replace(_RULE, name=names.RULE_SHORT, after=setup.SPACE_BELOW_RULE, keep_next=True)
    yield replace(_RULE, name=names.RULE_FULL, keep_next=True)
    yield replace(
        _CAPS_BOLD,
        name=names.AUTHORITY,
        before=setup.SPACE_ABOVE_AUTHORITY,
        after=setup.SPACE_BELOW_AUTHORITY,
        keep_next=True,
    )
    yield replace(_BODY, name=names.BASIS, italic=True)
    yield replace(
        _CAPS_BOLD,
        name=names.RESOLUTION,
        before=setup.SPACE_ABOVE_RESOLUTION,
        after=setup.SPACE_BELOW_AUTHORITY,
        keep_next=True,
    )
    heading = replace(_BODY, bold=True, keep_next=True, next_name=names.TEXT)
    yield replace(heading, name=names.SECTION, outline=deeper)
    yield replace(_BODY, name=names.ARTICLE, outline=0, next_name=names.TEXT)
    yield replace(heading, name=names.CLAUSE, outline=1 + deeper)
    yield replace(heading, name=names.SUBCLAUSE, outline=2 + deeper)
    yield replace(heading, name=names.SUBSUBCLAUSE, outline=3 + deeper)
    yield replace(_BODY, name=names.POINT_HEADING, keep_next=True, next_name=names.TEXT)
    yield replace(_BODY, name=names.TEXT)
    # Smaller than the signer's title it stands beside: lowered to its base line.
    yield Style(names.RECIPIENTS_LABEL, setup.SIZE_RECIPIENTS_LABEL, True, True, "left", before=1.8)
    yield Style(names.RECIPIENT, setup.SIZE_RECIPIENTS, align="left")
    yield replace(_CAPS_BOLD, name=names.SIGNER_TITLE)
    yield replace(_CAPS_BOLD, name=names.SIGNER_NAME, before=setup.SIGNING_ROOM)
    yield replace(_CAPS_BOLD, name=names.APPENDIX, outline=0, keep_next=True)
    yield replace(_CAPS_BOLD, name=names.APPENDIX_TITLE, keep_next=True)
    yield replace(_CELL, name=names.TABLE_HEADING, bold=True)
    yield replace(_CELL, name=names.TABLE_GROUP, bold=True, align="left", keep_next=True)
    yield replace(_CELL, name=names.TABLE_CENTRED)
    yield replace(_CELL, name=names.TABLE_TEXT, align="both")
    yield Style(names.BREAK, size=1, line=(20, "exact"))
    yield Style(names.PAGE_NUMBER)


def styles_xml(below_article: bool) -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        for level in range(1, 6)
    )
    return (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="000000"/>'
        f'{_size(setup.SIZE_TEXT)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
        f"{headings}{''.join(style.xml() for style in styles(below_article))}</w:styles>"
    )
