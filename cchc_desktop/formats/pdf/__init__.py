"""Pages: laid out once, for the preview and for the PDF file. The only room outside the window where Qt is at home."""

from cchc_desktop.formats.pdf.galley import LayoutCache
from cchc_desktop.formats.pdf.layout import lay_out, lay_out_in_steps
from cchc_desktop.formats.pdf.paint import paint_page
from cchc_desktop.formats.pdf.pieces import Page, PagedDocument, PlacedLine, Span
from cchc_desktop.formats.pdf.write import write_pdf

__all__ = [
    "LayoutCache",
    "Page",
    "PagedDocument",
    "PlacedLine",
    "Span",
    "lay_out",
    "lay_out_in_steps",
    "paint_page",
    "write_pdf",
]
