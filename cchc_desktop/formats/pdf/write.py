"""A paper as a PDF file: A4, upright and lying pages mixed, fonts embedded, text that can be searched and copied."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.layout import lay_out_in_steps
from cchc_desktop.formats.pdf.measures import TWIPS_PER_INCH
from cchc_desktop.formats.pdf.paint import paint_page
from cchc_desktop.formats.pdf.pieces import Page, PagedDocument
from cchc_desktop.formats.pdf.readable import make_readable
from cchc_desktop.formats.progress import ReportProgress, no_progress
from cchc_desktop.formats.safe_write import write_safely
from cchc_desktop.paper.blocks import Document, TableBlock

_LANGUAGE = "vi-VN"


def write_pdf(document: Document, target: Path, *, progress: ReportProgress = no_progress) -> None:
    """Write the paper; the old file stays until the new one is whole. Raises UserFacingError, and Cancelled from ``progress``."""
    application = _ensure_application()
    steps = _count_steps(document)
    pages = _lay_out(document, progress, steps)
    write_safely(target, lambda path: _produce(document, pages, path, progress), _check)
    del application


def _ensure_application() -> QGuiApplication | None:
    """Qt's fonts need an application: the window's, or one made here that needs no screen."""
    if QGuiApplication.instance() is not None:
        return None
    # On Linux a display that cannot be opened would end the process; elsewhere the usual platform needs none.
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["cchc-desktop", *platform])


def _count_steps(document: Document) -> int:
    return sum(len(block.rows) if isinstance(block, TableBlock) else 1 for block in document.blocks)


def _lay_out(document: Document, progress: ReportProgress, expected: int) -> PagedDocument:
    steps = lay_out_in_steps(document, LayoutCache())
    done = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            pages: PagedDocument = end.value
            return pages
        done += 1
        progress(min(done, expected), 2 * expected)


def _produce(document: Document, pages: PagedDocument, path: Path, progress: ReportProgress) -> None:
    writer = QPdfWriter(str(path))
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setTitle(document.title)
    writer.setAuthor(document.author)
    writer.setCreator("CCHC Desktop")
    writer.setPageLayout(_page_layout(pages.pages[0]))
    painter = QPainter()
    if not painter.begin(writer):
        raise UserFacingError(
            f"Không ghi được tệp PDF vào thư mục “{path.parent}”.",
            "Hãy kiểm tra ổ đĩa còn trống, hoặc chọn thư mục khác rồi xuất lại.",
        )
    try:
        for index, page in enumerate(pages.pages):
            if index:
                writer.setPageLayout(_page_layout(page))
                writer.newPage()
            paint_page(painter, page, 1.0)
            progress(len(pages.pages) + index + 1, 2 * len(pages.pages))
    finally:
        painter.end()
    text = "0123456789" + "".join(line.text for page in pages.pages for line in page.placed_lines())
    make_readable(path, text, _LANGUAGE)


def _page_layout(page: Page) -> QPageLayout:
    lies = page.width > page.height
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )


def _check(path: Path) -> None:
    """Qt tells of no failure while it writes; a file cut short lacks its end."""
    written = path.read_bytes()
    if not written.startswith(b"%PDF-") or not written.rstrip().endswith(b"%%EOF"):
        raise UserFacingError(
            "Tệp PDF ghi ra không đầy đủ nên không được lưu; tệp cũ (nếu có) vẫn còn nguyên.",
            "Hãy kiểm tra ổ đĩa còn trống rồi xuất lại.",
        )
