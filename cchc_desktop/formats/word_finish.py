"""What Jinja cannot do in a filled-in form: lengths of lines, sections, tables, what must stay on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.word_context import TABLE_CELLS
from cchc_desktop.formats.word_look import TWIPS_PER_MM, Styles, W, paragraph_text
from cchc_desktop.formats.word_room import Rooms
from cchc_desktop.formats.word_table import TableLook, table_frame
from cchc_desktop.paper.blocks import TableBlock

ROWS_MARK: Final = "cchc-rows-"
# Of the text above it: the decree says a third to a half.
_SHORT_SHARE: Final = 0.42
_LEFTOVERS: Final = (
    "proofErr",
    "bookmarkStart",
    "bookmarkEnd",
    "permStart",
    "permEnd",
    "lastRenderedPageBreak",
)
_EDITING_MARKS: Final = ("rsid", "paraId", "textId")


class Finish:
    """The finishing of one document; afterwards ``tables`` says what rows belong in place of which mark."""

    def __init__(self, body: etree._Element, styles: Styles, blocks: Mapping[str, TableBlock]) -> None:
        self._body = body
        self._styles = styles
        self._blocks = blocks
        self._rooms = Rooms(body, styles)
        self.tables: dict[str, tuple[TableBlock, TableLook, int]] = {}

    def run(self) -> None:
        """Everything, in the order in which it depends on each other."""
        self._drop_leftovers()
        self._drop_empty_runs()
        self._end_with_last_part()
        for token, block in self._blocks.items():
            self._set_table(token, block)
        self._draw_rules()
        self._close_cells()
        self._keep_signature_with_text()

    def _drop_leftovers(self) -> None:
        """What Word keeps about editing and what a loop would repeat although it must be unique."""
        for element in list(self._body.iter(*(f"{W}{name}" for name in _LEFTOVERS))):
            _remove(element)
        for element in self._body.iter(etree.Element):
            for attribute in list(element.attrib):
                if etree.QName(attribute).localname.startswith(_EDITING_MARKS):
                    del element.attrib[attribute]

    def _drop_empty_runs(self) -> None:
        for run in list(self._body.iter(f"{W}r")):
            if all(child.tag == f"{W}rPr" or (child.tag == f"{W}t" and not child.text) for child in run):
                _remove(run)

    def _end_with_last_part(self) -> None:
        """A last section without content (the end of a loop stood there) gives way to the one before it."""
        final = self._body[-1]
        if final.tag != f"{W}sectPr":
            return
        last: etree._Element | None = final.getprevious()
        while last is not None and last.tag == f"{W}p" and last.find(f"{W}pPr/{W}sectPr") is None:
            if paragraph_text(last).strip():
                return
            last = last.getprevious()
        properties = None if last is None else last.find(f"{W}pPr/{W}sectPr")
        if last is None or properties is None:
            return
        for element in list(last.itersiblings()):
            self._body.remove(element)
        self._body.append(properties)
        # Word wants a paragraph behind a table; any other end of a part needs none.
        before = last.getprevious()
        if before is not None and before.tag == f"{W}p" and not paragraph_text(last).strip():
            self._body.remove(last)

    def _close_cells(self) -> None:
        """Word refuses a cell that does not end with a paragraph."""
        for cell in self._body.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                etree.SubElement(cell, f"{W}p")

    def _set_table(self, token: str, block: TableBlock) -> None:
        wanted = {f"{token}-{name}": name for name in TABLE_CELLS}
        cells: dict[str, etree._Element] = {}
        for cell in self._body.iter(f"{W}tc"):
            name = wanted.get("".join(paragraph_text(one) for one in cell.findall(f"{W}p")).strip())
            if name is not None:
                cells.setdefault(name, cell)
        missing = [name for name in TABLE_CELLS if name not in cells]
        if missing:
            listed = ", ".join(f"{{{{ khoi.{name} }}}}" for name in missing)
            raise UserFacingError(
                f"Bảng mẫu của mẫu Word thiếu ô {listed}.",
                "Bảng mẫu phải có đủ bốn ô, mỗi ô chỉ chứa một thẻ; hãy chép lại bảng từ mẫu gốc.",
            )
        table = next(cells["dau_cot"].iterancestors(f"{W}tbl"))
        width = self._rooms.page(table)
        look = TableLook.of(table, cells)
        frame = table_frame(block, look, width)
        mark = f"{ROWS_MARK}{token}"
        frame.append(etree.Comment(mark))
        parent = table.getparent()
        if parent is not None:
            parent.replace(table, frame)
        self.tables[mark] = (block, look, width)

    def _draw_rules(self) -> None:
        """Lines under a text: the border of an empty paragraph, drawn in from both sides."""
        for paragraph in list(self._body.iter(f"{W}p")):
            name = self._styles.name_of(paragraph)
            if name not in (names.RULE_SHORT, names.RULE_FULL):
                continue
            above = list(self._rooms.lines_above(paragraph))
            if not above:
                _remove(paragraph)
                continue
            longest = max(above)
            if name == names.RULE_FULL:
                self._draw_in(paragraph, longest)
            else:
                self._draw_in(paragraph, max(longest / 3, min(longest * _SHORT_SHARE, above[-1] / 2)))

    def _draw_in(self, paragraph: etree._Element, length: float) -> None:
        rest = self._rooms.container(paragraph) - round(length * TWIPS_PER_MM)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return
        for old in properties.findall(f"{W}ind"):
            properties.remove(old)
        left = max(rest // 2, 0)
        indent = etree.Element(f"{W}ind")
        for name, value in (("left", left), ("right", max(rest - left, 0)), ("firstLine", 0)):
            indent.set(f"{W}{name}", str(value))
        _insert_property(properties, indent)

    def _keep_signature_with_text(self) -> None:
        for paragraph in self._body.iter(f"{W}p"):
            if self._styles.name_of(paragraph) != names.RECIPIENTS_LABEL:
                continue
            table = next(paragraph.iterancestors(f"{W}tbl"), paragraph)
            last = table.getprevious()
            if last is None or last.tag != f"{W}p":
                continue
            properties = last.find(f"{W}pPr")
            if properties is None:
                properties = etree.Element(f"{W}pPr")
                last.insert(0, properties)
            if properties.find(f"{W}keepNext") is None:
                _insert_property(properties, etree.Element(f"{W}keepNext"))


# The order in which Word wants the properties of a paragraph, as far as we set any (ISO/IEC 29500-1, CT_PPr).
_AFTER_KEEP_NEXT: Final = ("pStyle",)
_AFTER_INDENT: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
    "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing",
)  # fmt: skip


def _insert_property(properties: etree._Element, new: etree._Element) -> None:
    before = _AFTER_KEEP_NEXT if new.tag == f"{W}keepNext" else _AFTER_INDENT
    at = 0
    while at < len(properties) and etree.QName(properties[at]).localname in before:
        at += 1
    properties.insert(at, new)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def document_root(template: bytes, body: bytes) -> tuple[etree._Element, etree._Element]:
    """The document of a form with another body; both are returned."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(template, parser)
    old = root.find(f"{W}body")
    new = etree.fromstring(body, parser)
    if old is None:
        raise UserFacingError("Mẫu Word không có nội dung.", "Hãy dùng lại mẫu gốc.")
    root.replace(old, new)
    return root, new
