"""The legal documents that come with the program, read when first asked for."""

from __future__ import annotations

from cchc_desktop.catalog.legal_file import read_legal_file
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.places import resources_dir

LEGAL_FILE = "legal-bases.json"


def load_legal_documents() -> tuple[LegalDocument, ...]:
    """The program's own entries; takes some milliseconds, so whoever asks keeps the answer."""
    return read_legal_file(resources_dir() / "catalog" / LEGAL_FILE, Origin.CATALOGUE).documents
