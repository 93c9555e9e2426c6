"""A file or the clipboard read as a foreign paper and understood as a plan; for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import ReportProgress, no_progress
from cchc_desktop.paper.import_draft import ImportDraft
from cchc_desktop.paper.source import SourceDocument

# The readers are imported where they are used: each brings a large library along.

SUFFIXES = (".docx", ".txt", ".xlsx")
"""The ends of the names of files that can be read; what a file really is, its contents say."""

CLIPBOARD_NAME = "Bộ nhớ tạm"


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """What stood on a foreign paper, and what was understood of it."""

    source: SourceDocument
    draft: ImportDraft


def read_source(path: Path) -> SourceDocument:
    """What stands in a file, by what it is. Raises UserFacingError for what is missing, harmful or of no kind we know."""
    from cchc_desktop.formats.safe_read import SourceKind, source_kind

    match source_kind(path):
        case SourceKind.WORD:
            from cchc_desktop.formats.word_read import read_word

            return read_word(path)
        case SourceKind.EXCEL:
            from cchc_desktop.formats.excel_read import read_excel

            return read_excel(path)
        case SourceKind.TEXT:
            from cchc_desktop.formats.text_read import read_text_file

            return read_text_file(path)


def source_from_clipboard(text: str, html: str = "") -> SourceDocument:
    """What was copied in Word, a browser or anywhere else. Raises UserFacingError when there is nothing to read."""
    from cchc_desktop.formats.text_read import source_from_html, source_from_text

    source = (
        source_from_html(html, CLIPBOARD_NAME) if html.strip() else source_from_text(text, CLIPBOARD_NAME)
    )
    if not source.lines and text.strip():
        source = source_from_text(text, CLIPBOARD_NAME)
    if not source.lines:
        raise UserFacingError(
            "Bộ nhớ tạm chưa có chữ nào.",
            "Hãy mở kế hoạch cũ, bấm Ctrl+A rồi Ctrl+C để chép, sau đó quay lại đây và nhập lại.",
        )
    return source


def understood(read: Callable[[], SourceDocument], progress: ReportProgress = no_progress) -> ReadPlan:
    """Read, then recognise. Raises UserFacingError, and ``Cancelled`` out of ``progress``."""
    from cchc_desktop.paper.recognise_source import recognise_source

    progress(0, 3)
    source = read()
    progress(1, 3)
    if not any(line.text or line.label for line in source.lines):
        raise UserFacingError(
            f"“{source.name}” không có chữ nào để đọc.",
            "Nếu đây là bản quét (ảnh chụp), chương trình không đọc được; hãy tìm tệp Word của kế hoạch.",
        )
    draft = recognise_source(source)
    progress(2, 3)
    return ReadPlan(source, draft)


def import_plan(path: Path) -> ImportDraft:
    """The plan in a file, as far as it was understood. Raises UserFacingError."""
    return understood(lambda: read_source(path)).draft
