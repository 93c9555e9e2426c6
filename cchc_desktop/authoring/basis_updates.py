"""Files of legal documents taken into a dossier, and the office's own documents handed on as such a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_edits import with_updates
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.errors import UserFacingError


@dataclass(frozen=True, slots=True)
class UpdatePreview:
    """What a file of updates would do to a dossier. ``entries``: what of it is worth taking in.

    ``kept``: entries that change nothing, as the dossier or the program has them.
    """

    published: date
    entries: tuple[LegalDocument, ...]
    added: tuple[LegalDocument, ...] = ()
    changed: tuple[LegalDocument, ...] = ()
    kept: tuple[LegalDocument, ...] = ()


def look_over(dossier: Dossier, path: Path) -> UpdatePreview:
    """Read a file of updates and say what it would do. Raises UserFacingError for a file that is not of the format."""
    from cchc_desktop.catalog.legal_file import read_legal_file

    file = read_legal_file(path)
    catalogue = basis_catalogue(dossier.bases)
    standing = {one.id: catalogue.counterpart(one) for one in file.documents}
    program = {
        key: one for key, one in standing.items() if one is not None and one.origin is Origin.CATALOGUE
    }
    worth = tuple(one for one in file.documents if not _says_nothing_new(one, program.get(one.id)))
    merged = with_updates(dossier, worth)
    added = tuple(one for one in merged.added if one.id not in program)
    return UpdatePreview(
        file.published,
        worth,
        added,
        (*merged.changed, *(one for one in merged.added if one.id in program)),
        (*merged.kept, *(one for one in file.documents if one not in worth)),
    )


def _says_nothing_new(update: LegalDocument, program: LegalDocument | None) -> bool:
    if program is None:
        return False
    if program.checked_on is not None and (update.checked_on or date.min) < program.checked_on:
        return True
    return replace(update, origin=program.origin, id=program.id, checked_on=program.checked_on) == program


def taken_in(dossier: Dossier, preview: UpdatePreview) -> Dossier:
    """The dossier with the entries that were looked over; what the office entered stays."""
    return with_updates(dossier, preview.entries).dossier


def own_documents(dossier: Dossier) -> tuple[LegalDocument, ...]:
    """What the office itself entered."""
    return tuple(one for one in dossier.bases if one.origin is Origin.OWN)


def write_own(dossier: Dossier, path: Path, today: date) -> int:
    """Write the office's own documents as a file that others can take in; how many. Raises UserFacingError."""
    from cchc_desktop.catalog.legal_file import read_legal_file, written_legal_file
    from cchc_desktop.formats.safe_write import write_safely

    documents = own_documents(dossier)
    if not documents:
        raise UserFacingError(
            "Cơ quan chưa thêm văn bản nào nên chưa có gì để xuất.",
            "Anh, chị bấm “Thêm văn bản của tỉnh, của xã…” để nhập văn bản trước.",
        )
    written = written_legal_file(documents, today)

    def produce(target: Path) -> None:
        target.write_bytes(written)

    def check(target: Path) -> None:
        read_legal_file(target)

    write_safely(path, produce, check)
    return len(documents)
