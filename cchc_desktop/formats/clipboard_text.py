"""Text of the clipboard as lines: from Word, LibreOffice, browsers and plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import clean, point_letter, roman
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.html_tree import (
    MOST_CHARACTERS,
    Face,
    face_in,
    is_unseen,
    one_space,
    read_html,
    style_of,
    tag_of,
)
from cchc_desktop.paper.pasted import PastedLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "section", "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "address", "center", "form", "hr", "body", "html"))  # fmt: skip
_WORD_LEVEL = re.compile(r"\blevel(\d)\b")
# The HTML parser does not nest deeper than this either.
_DEEPEST = 240


def lines_from_text(text: str) -> tuple[PastedLine, ...]:
    """Plain text as lines as they stand, with the white space at their ends: it tells where a line was broken."""
    if len(text) > MOST_CHARACTERS:
        raise UserFacingError(
            "Đoạn dán vào quá dài nên chưa được nhận.",
            "Hãy chép từng phần (ví dụ từng mục) rồi dán lần lượt.",
        )
    return tuple(PastedLine(RichText.of(line)) for line in clean(text).split("\n"))


def lines_from_html(html: str) -> tuple[PastedLine, ...]:
    """HTML as one line a paragraph, with list labels apart and their depth; an empty tuple when it holds no text."""
    root = read_html(html)
    if root is None:
        return ()
    return lines_of_element(root)


def lines_of_element(element: HtmlElement) -> tuple[PastedLine, ...]:
    """What stands in one element, for instance a cell of a table."""
    reader = _Reader()
    reader.read(element, Face(), 0)
    reader.end_line()
    return tuple(reader.lines)


class _List:
    """An open <ol> or <ul>, and how far it has counted."""

    def __init__(self, element: HtmlElement, outer: _List | None) -> None:
        self.ordered = tag_of(element) == "ol"
        start = element.get("start", "")
        self.count = int(start) - 1 if start.isdigit() and len(start) < 4 else 0
        self.kind = style_of(element).get("list-style-type") or element.get("type", "")
        self.outer = outer

    def label(self, item: HtmlElement) -> str:
        """The label of the next item, as a browser would show it."""
        self.kind = style_of(item).get("list-style-type", self.kind)
        if not self.ordered or self.kind == "none":
            return "" if self.kind == "none" else "•"
        self.count += 1
        if self.kind in ("a", "lower-alpha", "lower-latin"):
            return f"{point_letter(self.count)})"
        if self.kind in ("I", "upper-roman"):
            return f"{roman(self.count)}."
        return f"{self.numbers()}."

    def numbers(self) -> str:
        """ "2.1" in the first item of a numbered list inside the second item of another."""
        above = f"{self.outer.numbers()}." if self.outer is not None and self.outer.counts else ""
        return f"{above}{self.count}"

    @property
    def counts(self) -> bool:
        """Whether its items show plain numbers."""
        return self.ordered and self.count > 0 and self.kind in ("", "1", "decimal")


class _Reader:
    """Walks the tree once and gathers lines."""

    def __init__(self) -> None:
        self.lines: list[PastedLine] = []
        self._pieces: list[tuple[Face, list[str]]] = []
        self._lists: list[_List] = []
        self._label = ""
        self._hint: int | None = None

    def read(self, element: HtmlElement, face: Face, depth: int) -> None:
        """Read what is in an element (its tail is its parent's)."""
        if is_unseen(element):
            return
        tag = tag_of(element)
        if depth > _DEEPEST:
            self._add("".join(element.itertext()), face)
            return
        if tag == "br":
            self.end_line()
            return
        if "mso-list:ignore" in element.get("style", "").replace(" ", "").lower():
            self._label = one_space("".join(element.itertext())).strip()
            return
        is_block = tag in _BLOCKS
        labels = False
        if is_block:
            self.end_line()
            labels = self._open(element, tag)
        inner = face_in(element, face)
        self._add(element.text, inner, keep=tag == "pre")
        for child in element:
            self.read(child, inner, depth + 1)
            self._add(child.tail, inner, keep=tag == "pre")
        if is_block:
            self.end_line()
            if tag in ("ol", "ul"):
                self._lists.pop()
        if labels:
            self._label, self._hint = "", None

    def end_line(self) -> None:
        """Close the line being gathered, if there is anything on it."""
        runs = (Run("".join(texts), face.bold, face.italic) for face, texts in self._pieces)
        text = RichText(tuple(runs)).strip()
        self._pieces = []
        if text:
            self.lines.append(PastedLine(_single_spaced(text), self._label, self._hint))
            self._label = ""

    def _open(self, element: HtmlElement, tag: str) -> bool:
        """Begin a block; returns whether it may have a label of its own."""
        if tag in ("ol", "ul"):
            self._lists.append(_List(element, self._lists[-1] if self._lists else None))
            return False
        if tag == "li":
            self._label = self._lists[-1].label(element) if self._lists else "•"
            level = element.get("aria-level", "")
            self._hint = int(level) if level.isdigit() and len(level) < 3 else max(len(self._lists), 1)
            return True
        word_level = _WORD_LEVEL.search(style_of(element).get("mso-list", ""))
        if word_level is not None:
            self._hint = int(word_level[1])
        return word_level is not None

    def _add(self, text: str | None, face: Face, *, keep: bool = False) -> None:
        if not text:
            return
        first, *others = text.split("\n") if keep else (one_space(text),)
        self._piece(first, face)
        for other in others:
            self.end_line()
            self._piece(other, face)

    def _piece(self, text: str, face: Face) -> None:
        if self._pieces and self._pieces[-1][0] == face:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((face, [text]))


def _single_spaced(text: RichText) -> RichText:
    """The text without two spaces in a row, which two neighbouring elements may have left."""
    if "  " not in text.plain:
        return text
    found = EMPTY
    for run in text:
        piece = re.sub(" {2,}", " ", run.text)
        if found.plain.endswith(" "):
            piece = piece.lstrip(" ")
        found = found + RichText((Run(piece, run.bold, run.italic),))
    return found
