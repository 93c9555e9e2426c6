"""How much room a paragraph of a Word file has, and how wide the text above a line is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.text_width import text_width, wrapped
from cchc_desktop.formats.word_look import TWIPS_PER_MM, Styles, W, paragraph_text

_DEFAULT_CELL_MARGIN = 108


class Rooms:
    """Widths in twips within a body."""

    def __init__(self, body: etree._Element, styles: Styles) -> None:
        self._body = body
        self._styles = styles

    def lines_above(self, rule: etree._Element) -> list[float]:
        """The width in millimetres of each line of the text above a rule: of all paragraphs of the one style above it."""
        above = rule.getprevious()
        style = None if above is None else self._styles.name_of(above)
        paragraphs: list[etree._Element] = []
        while above is not None and above.tag == f"{W}p" and self._styles.name_of(above) == style:
            paragraphs.insert(0, above)
            above = above.getprevious()
        return [width for one in paragraphs for width in self._line_widths(one) if width]

    def room(self, paragraph: etree._Element) -> int:
        """The room between the indents of a paragraph."""
        sides = sum(
            int(self._styles.paragraph_value(paragraph, "ind", side) or 0) for side in ("left", "right")
        )
        return self.container(paragraph) - sides

    def container(self, paragraph: etree._Element) -> int:
        """The room in the cell, or on the page, in which a paragraph stands."""
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        width = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
        if cell is None or width is None:
            return self.page(paragraph)
        table = next(cell.iterancestors(f"{W}tbl"))
        margins = table.find(f"{W}tblPr/{W}tblCellMar")
        room = int(width.get(f"{W}w", "0"))
        for side in ("left", "right"):
            margin = None if margins is None else margins.find(f"{W}{side}")
            room -= _DEFAULT_CELL_MARGIN if margin is None else int(margin.get(f"{W}w", "0"))
        return room

    def page(self, element: etree._Element) -> int:
        """The width between the margins of the page on which an element stands."""
        section = self._section(element)
        size = None if section is None else section.find(f"{W}pgSz")
        margins = None if section is None else section.find(f"{W}pgMar")
        if size is None or margins is None:
            raise UserFacingError("Mẫu Word không có khổ giấy hoặc lề giấy.", "Hãy dùng lại mẫu gốc.")
        sides = sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
        return int(size.get(f"{W}w", "0")) - sides

    def _section(self, element: etree._Element) -> etree._Element | None:
        """The properties of the section an element stands in: they are at its end."""
        top = element
        while (parent := top.getparent()) is not None and parent is not self._body:
            top = parent
        for one in (top, *top.itersiblings()):
            section = one if one.tag == f"{W}sectPr" else one.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                return section
        return None

    def _line_widths(self, paragraph: etree._Element) -> Iterator[float]:
        size, bold = self._styles.face(paragraph)
        room = self.room(paragraph) / TWIPS_PER_MM
        for line in wrapped(paragraph_text(paragraph), room, size, bold=bold):
            yield text_width(line.strip(), size, bold=bold)
