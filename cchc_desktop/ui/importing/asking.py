"""Asking for an old plan: a file, or what is on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.authoring.import_source import (
    CLIPBOARD_NAME,
    SUFFIXES,
    ReadPlan,
    read_source,
    source_from_clipboard,
)
from cchc_desktop.paper.source import SourceDocument
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.importing.legacy_dialog import LegacyDialog, old_encoding
from cchc_desktop.ui.importing.reading import Reading

# Old files can be chosen, too: who finds his plan missing from the list would not learn how to make it readable.
_PATTERNS = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, ".doc", ".xls"))
FILE_FILTER = f"Kế hoạch cũ: Word, văn bản, Excel ({_PATTERNS});;Mọi tệp (*)"

Take = Callable[[ReadPlan], None]


def ask_file(desk: Desk, parent: QWidget, take: Take) -> None:
    """Ask which file, read it, hand over what was understood; errors are told over ``parent``."""
    desk.files.to_open(
        parent, "Chọn kế hoạch cũ", FILE_FILTER, lambda path: read_file(desk, parent, path, take)
    )


def read_file(desk: Desk, parent: QWidget, path: Path, take: Take) -> None:
    """Read a file."""
    _read(desk, parent, path.name, lambda: read_source(path), take)


def read_clipboard(desk: Desk, parent: QWidget, take: Take) -> None:
    """Read what is on the clipboard now."""
    data: QMimeData | None = QApplication.clipboard().mimeData()  # None while it is empty
    text = data.text() if data is not None and data.hasText() else ""
    html = data.html() if data is not None and data.hasHtml() else ""
    _read(desk, parent, CLIPBOARD_NAME.lower(), lambda: source_from_clipboard(text, html), take)


def _read(desk: Desk, parent: QWidget, name: str, read: Callable[[], SourceDocument], take: Take) -> None:
    reading = Reading(desk, name, read, parent)
    reading.done.connect(lambda found: _ask_encoding(desk, parent, found, take))
    reading.failed.connect(desk.trouble.tell)
    reading.start()


def _ask_encoding(desk: Desk, parent: QWidget, found: ReadPlan, take: Take) -> None:
    """Hand over what was read; text in an old encoding is converted first, when the person says so."""
    encoding = old_encoding(found.source)
    if encoding is None:
        take(found)
        return

    def convert() -> None:
        from cchc_desktop.paper.source_encoding import converted_source

        again = Reading(desk, found.source.name, lambda: converted_source(found.source, encoding), parent)
        again.done.connect(take)
        again.failed.connect(desk.trouble.tell)
        again.start()

    LegacyDialog.ask(parent, found.source, encoding, convert, lambda: take(found))
