"""What an office keeps for all its plans, as rows: profile, agencies, legal documents, suggestions of its own.

The outline and the task of a suggestion are JSON in columns of its row, not rows of ``item`` and ``task_row``: a suggestion
is written and read as a whole, and two that were saved from one selection may hold items with the same keys, which rows
keyed by them could not. Any SQLite tool reads them (``json_extract(task, '$.lead')``); what a search looks through
stands beside them in ``text_folded``.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import Any

from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Recipient
from cchc_desktop.domain.profile import OfficeProfile, Signer
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Task
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.storage.branch import Branch, all_but
from cchc_desktop.storage.schema import (
    AGENCY,
    HIDDEN_SUGGESTION,
    LEGAL_DOCUMENT,
    LIBRARY_ENTRY,
    PROFILE,
    PROFILE_RECIPIENT,
    SIGNER,
    Row,
)
from cchc_desktop.storage.written import cleaned, folded_words, listed

_OWN_OF_PROFILE = all_but(OfficeProfile, "agencies", "recipients", "signers")


def office_branches(dossier_id: str, dossier: Dossier) -> tuple[Branch, ...]:
    """What hangs under the dossier beside its plans; no profile is no row, so that it follows from the commune."""
    profiles = () if dossier.profile is None else (dossier.profile,)
    profile_row = partial(_profile_row, dossier_id)
    return (
        Branch(PROFILE, profiles, profile_row, _below_profile, _OWN_OF_PROFILE, by_position=True),
        Branch(LEGAL_DOCUMENT, dossier.bases, _legal_document_row),
        Branch(LIBRARY_ENTRY, dossier.library, _library_entry_row),
        Branch(HIDDEN_SUGGESTION, dossier.hidden, _hidden_row, by_position=True),
    )


def _below_profile(_key: str, profile: OfficeProfile) -> tuple[Branch, ...]:
    return (
        Branch(AGENCY, profile.agencies, _agency_row),
        Branch(PROFILE_RECIPIENT, profile.recipients, _recipient_row),
        Branch(SIGNER, profile.signers, _signer_row),
    )


def _profile_row(dossier_id: str, _key: str, _position: int, profile: OfficeProfile) -> Row:
    return (
        dossier_id,
        clean(profile.letterhead.superior),
        listed(profile.letterhead.body),
        *cleaned(profile.place, profile.issuer, profile.settlement),
        *cleaned(profile.plan_symbol, profile.decision_symbol, profile.archive),
    )


def _agency_row(key: str, position: int, agency: Agency) -> Row:
    return (
        key,
        position,
        *cleaned(agency.name, agency.short_name),
        agency.side.value,
        int(agency.is_group),
        "" if agency.function is None else agency.function.value,
        clean(agency.head),
        listed(agency.former_names),
        folded_words(agency.name, agency.short_name, *agency.former_names),
    )


def _recipient_row(key: str, position: int, recipient: Recipient) -> Row:
    return (key, position, *cleaned(recipient.name, recipient.note))


def _signer_row(key: str, position: int, signer: Signer) -> Row:
    return (key, position, *cleaned(signer.name, signer.title), signer.capacity.name.lower())


def _legal_document_row(key: str, position: int, document: LegalDocument) -> Row:
    cited = document.citation
    return (
        key,
        position,
        *cleaned(cited.kind, cited.number, cited.symbol),
        _day(cited.date),
        *cleaned(cited.issuer, cited.title),
        _day(document.in_force_from),
        _day(document.ended_on),
        *map(listed, (document.replaced_by, document.amended_by, document.subjects)),
        clean(document.note),
        _day(document.checked_on),
        int(document.is_certain),
        document.origin.value,
        folded_words(cited.kind, cited.code, cited.issuer, cited.title, document.note, *document.subjects),
    )


def _library_entry_row(key: str, position: int, entry: LibraryEntry) -> Row:
    return (
        key,
        position,
        entry.kind.value,
        _json(_outline(entry.content)),
        "" if entry.task is None else _json(_task(entry.task)),
        "" if entry.area is None else entry.area.value,
        "" if entry.channel is None else entry.channel.value,
        "" if entry.agency is None else entry.agency.value,
        listed(entry.tasks),
        clean(entry.criterion),
        listed(entry.subjects),
        listed(entry.only_for),
        int(entry.is_own),
        _searched(entry),
    )


def _hidden_row(_key: str, position: int, hidden: str) -> Row:
    return (position, clean(hidden))


def _outline(outline: Outline) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "level": one.level.name.lower(),
            **_rich("heading", one.heading),
            **_rich("text", one.text),
        }
        for one in outline
    ]


def _task(task: Task) -> dict[str, Any]:
    found: dict[str, Any] = {"id": task.id, "content": _outline(task.content)}
    for column in CELL_COLUMNS:
        found |= _rich(column.value, task.cell(column))
    return found


def _rich(name: str, text: RichText) -> dict[str, Any]:
    """The letters, and where bold and italic stand when there are any."""
    return {name: text.plain, **({f"{name}_style": text.spans} if text.is_emphasised else {})}


def _searched(entry: LibraryEntry) -> str:
    texts = [one.content.plain for one in entry.content]
    if entry.task is not None:
        texts += [one.content.plain for one in entry.task.content]
        texts += [entry.task.cell(column).plain for column in CELL_COLUMNS]
    return folded_words(*texts, entry.criterion, *entry.subjects)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _day(value: date | None) -> str:
    return "" if value is None else value.isoformat()
