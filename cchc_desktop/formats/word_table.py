"""The task table of a Word paper: thousands of rows written as XML at once, in the look of a form's three sample rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, assert_never

from lxml import etree

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Column, TaskColumn
from cchc_desktop.formats.word_runs import runs_xml
from cchc_desktop.paper.blocks import Cell, TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.page_setup import column_shares

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
_DECLARATIONS: Final = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class CellLook:
    """A sample cell cut in two: what stands before and after the runs of each paragraph, and the cell's own properties."""

    properties: str
    paragraph: str
    bold: bool = False

    @classmethod
    def of(cls, cell: etree._Element, *, bold: bool = False) -> CellLook:
        """The look of a sample cell, without its width and span, which depend on the columns."""
        properties = cell.find(f"{W}tcPr")
        kept = []
        for child in properties if properties is not None else ():
            if etree.QName(child).localname not in ("tcW", "gridSpan"):
                kept.append(_bare(child))
        look = cell.find(f"{W}p/{W}pPr")
        return cls("".join(kept), _bare(look) if look is not None else "", bold)

    def opened(self, width: int, span: int = 1) -> str:
        """The start of a cell of this look."""
        merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{self.properties}</w:tcPr>'


@dataclass(frozen=True, slots=True)
class TableLook:
    """What the sample table of a form says: its own properties, those of its rows, and its four kinds of cells."""

    properties: etree._Element
    heading_row: str
    group_row: str
    task_row: str
    heading: CellLook
    group: CellLook
    centred: CellLook
    text: CellLook

    @classmethod
    def of(cls, table: etree._Element, cells: dict[str, etree._Element]) -> TableLook:
        """The look of a sample table whose sample cells were found by their tags."""
        properties = table.find(f"{W}tblPr")
        return cls(
            etree.Element(f"{W}tblPr") if properties is None else deepcopy(properties),
            _row_properties(cells["dau_cot"], heading=True),
            _row_properties(cells["nhom"]),
            _row_properties(cells["o_giua"]),
            CellLook.of(cells["dau_cot"], bold=True),
            CellLook.of(cells["nhom"], bold=True),
            CellLook.of(cells["o_giua"]),
            CellLook.of(cells["o_noi_dung"]),
        )


def column_widths(columns: tuple[Column, ...], total: int) -> tuple[int, ...]:
    """Whole twips that sum to ``total``."""
    edges = [0]
    share_so_far = 0.0
    for share in column_shares(columns):
        share_so_far += share
        edges.append(round(total * share_so_far))
    return tuple(right - left for left, right in pairwise(edges))


def table_frame(block: TableBlock, look: TableLook, total: int) -> etree._Element:
    """The table without rows: properties and grid for the columns of the block."""
    table = etree.Element(f"{W}tbl", nsmap={"w": NAMESPACE})
    properties = deepcopy(look.properties)
    for child in properties.findall(f"{W}tblW"):
        child.set(f"{W}w", str(total))
        child.set(f"{W}type", "dxa")
    table.append(properties)
    grid = etree.SubElement(table, f"{W}tblGrid")
    for width in column_widths(block.columns, total):
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(width))
    return table


def table_rows(block: TableBlock, look: TableLook, total: int, done: Callable[[], None]) -> Iterator[str]:
    """The XML of the heading row and of each row in turn; ``done`` is called after each."""
    widths = column_widths(block.columns, total)
    heading_cells = "".join(
        f"{look.heading.opened(width)}<w:p>{look.heading.paragraph}{runs_xml(RichText.of(column.heading))}</w:p></w:tc>"
        for column, width in zip(block.columns, widths, strict=True)
    )
    yield f"<w:tr>{look.heading_row}{heading_cells}</w:tr>"
    looks = [look.text if column.kind is TaskColumn.CONTENT else look.centred for column in block.columns]
    opened = [one.opened(width) for one, width in zip(looks, widths, strict=True)]
    paragraphs = [f"<w:p>{one.paragraph}" for one in looks]
    group_opened = look.group.opened(total, len(widths))
    for row in block.rows:
        match row:
            case TableRow():
                cells = "".join(
                    [
                        f"{start}{_cell(cell, paragraph)}</w:tc>"
                        for start, cell, paragraph in zip(opened, row.cells, paragraphs, strict=True)
                    ]
                )
                yield f"<w:tr>{look.task_row}{cells}</w:tr>"
            case TableGroupRow():
                runs = runs_xml(row.printed, bold=look.group.bold)
                yield (
                    f"<w:tr>{look.group_row}{group_opened}<w:p>{look.group.paragraph}{runs}</w:p></w:tc></w:tr>"
                )
            case _:
                assert_never(row)
        done()


def _cell(cell: Cell, paragraph: str) -> str:
    if not cell:
        return f"{paragraph}</w:p>"  # Word refuses a cell without a paragraph
    return "".join([f"{paragraph}{runs_xml(line.printed)}</w:p>" for line in cell])


def _row_properties(cell: etree._Element, *, heading: bool = False) -> str:
    """The properties of a sample row, which is never split; the heading row is repeated."""
    row = cell.getparent()
    found = row.find(f"{W}trPr") if row is not None else None
    properties = deepcopy(found) if found is not None else etree.Element(f"{W}trPr", nsmap={"w": NAMESPACE})
    for name, wanted in (("cantSplit", True), ("tblHeader", heading)):
        for child in properties.findall(f"{W}{name}"):
            properties.remove(child)
        if wanted:
            etree.SubElement(properties, f"{W}{name}")
    return _bare(properties)


def _bare(element: etree._Element) -> str:
    """The element as text; the names of its namespaces are declared once, at the root of the document."""
    return _DECLARATIONS.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
