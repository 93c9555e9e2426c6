"""Reading HTML of the clipboard: bounded, without scripts and styles, and never fetching or running anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cchc_desktop.errors import UserFacingError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_CHARACTERS: Final = 5_000_000
_UNSEEN = frozenset(
    ("script", "style", "head", "title", "meta", "link", "noscript", "template", "object", "svg", "xml")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Face:
    """The typeface that holds at a place of the tree."""

    bold: bool = False
    italic: bool = False


def read_html(html: str) -> HtmlElement | None:
    """The body of a clipboard's HTML, or None when there is nothing in it. Raises UserFacingError when it is too long."""
    if len(html) > MOST_CHARACTERS:
        raise UserFacingError(
            "Đoạn dán vào quá dài nên chưa được nhận.",
            "Hãy chép từng phần (ví dụ từng mục) rồi dán lần lượt.",
        )
    fragment = _FRAGMENT.search(html)
    # A fragment of a table may lack its <table>; the whole text around it has it.
    source = html if fragment is None or "<table" in html[: fragment.start()].lower() else fragment[1]
    source = source.replace("\x00", "")
    if not source.strip():
        return None
    root, whole = _parsed(source)
    # The parser stops where tags are nested too deeply; then the words alone are better than half of them.
    return root if whole else _parsed(_TAGS.sub("\n", source).replace("\n", "<br>"))[0]


def _parsed(source: str) -> tuple[HtmlElement | None, bool]:
    """The body, and whether it was read to its end."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = document_fromstring(source.encode("utf-8", "ignore"), parser=parser)
    except ParserError:  # nothing but comments
        return None, True
    return root, all(error.type_name != "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def tag_of(element: HtmlElement) -> str:
    """The name of an element in lower case."""
    return str(element.tag).lower()


def is_unseen(element: HtmlElement) -> bool:
    """Whether nothing of this element would be seen on the page."""
    return tag_of(element) in _UNSEEN or bool(_HIDDEN.search(element.get("style", "")))


def style_of(element: HtmlElement) -> Mapping[str, str]:
    """The declarations of a style attribute, names and values in lower case."""
    found: dict[str, str] = {}
    for declaration in element.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip().lower()
    return found


def face_in(element: HtmlElement, face: Face) -> Face:
    """The typeface inside an element, by its tag and then by its style, which may take away what the tag gave."""
    tag = tag_of(element)
    if tag in ("b", "strong", "th") or tag in _HEADINGS:
        face = replace(face, bold=True)
    elif tag in ("i", "em", "cite"):
        face = replace(face, italic=True)
    style = style_of(element)
    weight = style.get("font-weight", "")
    if weight:
        face = replace(face, bold=weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600))
    slant = style.get("font-style", "")
    if slant:
        face = replace(face, italic=slant in ("italic", "oblique"))
    return face


def one_space(text: str | None) -> str:
    """Text of HTML with each stretch of white space as one space; a non-breaking space is a space here."""
    return _SPACE.sub(" ", (text or "").replace("\xa0", " "))
