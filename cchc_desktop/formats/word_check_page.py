"""L01 to L03 and L18: paper, margins, fonts, page numbers, rows of tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cchc_desktop.formats.word_look import W, paragraph_text
from cchc_desktop.formats.word_paper import LayoutFinding, PaperPart, WordPaper, error, warning
from cchc_desktop.paper.page_setup import FONT

_A4: Final = (11906, 16838)
_TOLERANCE: Final = 20
# Twips: 20-25, 20-25, 30-35 and 15-20 mm.
_MARGINS: Final = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1700, 1984), "right": (850, 1134)}
_MARGIN_NAMES: Final = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_FONT_KINDS: Final = ("ascii", "hAnsi", "cs", "eastAsia")


def check_pages(paper: WordPaper) -> Iterator[LayoutFinding]:
    """The findings about pages and fonts."""
    for number, part in enumerate(paper.parts, 1):
        yield from _paper_and_margins(part, number)
        yield from _page_number(paper, part, number)
        yield from _table_rows(part)
    for footer in paper.footers():
        if _has_page_field(footer):
            yield error("L03", "Số trang nằm ở chân trang.")
    yield from _fonts(paper)


def _paper_and_margins(part: PaperPart, number: int) -> Iterator[LayoutFinding]:
    size, margins = part.properties.find(f"{W}pgSz"), part.properties.find(f"{W}pgMar")
    if size is None or margins is None:
        yield error("L01", f"Phần {number} không có khổ giấy hoặc lề.")
        return
    wide, high = _number(size, "w"), _number(size, "h")
    is_portrait = wide < high
    if any(abs(a - b) > _TOLERANCE for a, b in zip(sorted((wide, high)), _A4, strict=True)):
        yield error("L01", f"Khổ giấy của phần {number} không phải A4.")
    if number == 1 and not is_portrait:
        yield error("L01", "Trang của văn bản phải theo chiều dài của khổ A4.")
    for side, (low, high_limit) in _MARGINS.items():
        if not low <= _number(margins, side) <= high_limit:
            told = error if is_portrait else warning  # the decree says nothing of landscape margins
            yield told("L01", f"Lề {_MARGIN_NAMES[side]} của phần {number} ngoài khoảng cho phép.")


def _fonts(paper: WordPaper) -> Iterator[LayoutFinding]:
    for name, root in paper.members.items():
        for fonts in root.iter(f"{W}rFonts"):
            used = {etree.QName(key).localname: value for key, value in fonts.attrib.items()}
            if any("heme" in key for key in used) or any(
                used.get(kind, FONT) != FONT for kind in _FONT_KINDS
            ):
                yield error("L02", f"{name}: có phông chữ khác {FONT}.")
        for text in root.iter(f"{W}t"):
            if not unicodedata.is_normalized("NFC", text.text or ""):
                yield error("L02", f"Chữ không phải Unicode dựng sẵn: “{(text.text or '')[:40]}”.")
        for color in root.iter(f"{W}color"):
            if color.get(f"{W}val") not in ("auto", "000000"):
                yield error("L02", f"{name}: có chữ không phải màu đen.")
    for part in paper.parts:
        for paragraph in part.paragraphs:
            if any(run.font != {FONT} for run in paragraph.runs):
                yield error("L02", f"Không rõ phông chữ của đoạn “{paragraph.start}”.")


def _page_number(paper: WordPaper, part: PaperPart, number: int) -> Iterator[LayoutFinding]:
    header = paper.header(part, "default")
    field = (
        None if header is None else next((one for one in header.iter(f"{W}p") if _has_page_field(one)), None)
    )
    if field is None:
        yield error("L03", f"Phần {number} không có số trang ở đầu trang.")
    else:
        if paper.styles.paragraph_value(field, "jc") != "center":
            yield error("L03", f"Số trang của phần {number} không ở giữa.")
        size, _ = paper.styles.face(field)
        if not 13 <= size <= 14 or not all(13 <= run.size <= 14 for run in paper.styles.runs(field)):
            yield error("L03", f"Cỡ chữ số trang của phần {number} không phải 13-14.")
    if part.properties.find(f"{W}titlePg") is None:
        yield error("L03", f"Trang đầu của phần {number} có số trang.")
    first = paper.header(part, "first")
    if first is not None and (
        _has_page_field(first) or any(paragraph_text(one) for one in first.iter(f"{W}p"))
    ):
        yield error("L03", f"Đầu trang thứ nhất của phần {number} không để trống.")
    numbering = part.properties.find(f"{W}pgNumType")
    if number > 1 and (numbering is None or numbering.get(f"{W}start") != "1"):
        yield error("L17", f"Số trang của phần {number} không đánh lại từ 1.")


def _table_rows(part: PaperPart) -> Iterator[LayoutFinding]:
    for table in part.tables:
        rows = table.findall(f"{W}tr")
        is_bordered = table.find(f"{W}tblPr/{W}tblBorders") is not None
        if is_bordered and (not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None):
            yield warning("L18", "Dòng đầu của bảng không lặp lại ở mỗi trang.")
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield warning("L18", "Có dòng của bảng bị ngắt giữa hai trang.")


def _has_page_field(root: etree._Element) -> bool:
    return any("PAGE" in (one.text or "").split() for one in root.iter(f"{W}instrText")) or any(
        "PAGE" in one.get(f"{W}instr", "").split() for one in root.iter(f"{W}fldSimple")
    )


def _number(element: etree._Element, name: str) -> int:
    return int(element.get(f"{W}{name}", "0"))
