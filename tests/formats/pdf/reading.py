"""What laid-out pages say."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import Section, SectionRole
from cchc_desktop.formats.pdf.pieces import Page, PagedDocument, PlacedPiece

VIETNAMESE_LETTERS = "".join(
    letter + letter.upper()
    for letter in "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def squeezed(text: str) -> str:
    """The text without white space, which line breaks eat."""
    return "".join(text.split())


def original(page: Page) -> Iterator[PlacedPiece]:
    """The pieces of a page without repeated table headings."""
    return (placed for placed in page.pieces if not placed.is_repeated)


def said(paged: PagedDocument) -> str:
    """Everything on the pages in reading order, without page numbers and repeated headings."""
    return "".join(
        line.text for page in paged.pages for placed in original(page) for line in placed.piece.lines
    )


def page_text(page: Page) -> str:
    """Everything on a page, repeated headings too."""
    return " ".join(line.text for line in page.placed_lines())


def filler(count: int) -> tuple[Section, ...]:
    """A section of so many one-line paragraphs."""
    lines = tuple(paragraph(f"Đoạn thứ {number}.") for number in range(count))
    return (Section((SectionRole.OTHER,), "Khác", lines),)
