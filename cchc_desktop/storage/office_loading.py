"""Rows back into what an office keeps for all its plans; the inverse of ``office_rows``."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import TypeVar

from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function
from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import Capacity, Letterhead, Recipient
from cchc_desktop.domain.profile import OfficeProfile, Signer
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Task
from cchc_desktop.storage.records import Record, RowsInFile, in_order, records, text_list
from cchc_desktop.storage.schema import (
    AGENCY,
    HIDDEN_SUGGESTION,
    LEGAL_DOCUMENT,
    LIBRARY_ENTRY,
    PROFILE,
    PROFILE_RECIPIENT,
    SIGNER,
)

_EnumT = TypeVar("_EnumT", bound=Enum)


def profile_in(rows: RowsInFile, dossier_id: str) -> OfficeProfile | None:
    """The profile, or None when it follows from the commune."""
    found = [one for one in records(PROFILE, rows) if one["dossier_id"] == dossier_id]
    if not found:
        return None
    [row] = found
    return OfficeProfile(
        letterhead=Letterhead(text_list(row["letterhead_body"]), row["letterhead_superior"]),
        place=row["place"],
        issuer=row["issuer"],
        agencies=tuple(map(_agency, in_order(AGENCY, rows))),
        settlement=row["settlement"],
        recipients=tuple(
            Recipient(one["name"], one["note"], one["id"]) for one in in_order(PROFILE_RECIPIENT, rows)
        ),
        signers=tuple(
            Signer(one["name"], one["title"], Capacity[one["capacity"].upper()], one["id"])
            for one in in_order(SIGNER, rows)
        ),
        plan_symbol=row["plan_symbol"],
        decision_symbol=row["decision_symbol"],
        archive=row["archive"],
    )


def bases_in(rows: RowsInFile) -> tuple[LegalDocument, ...]:
    """The legal documents of the office."""
    return tuple(map(_legal_document, in_order(LEGAL_DOCUMENT, rows)))


def library_in(rows: RowsInFile) -> tuple[LibraryEntry, ...]:
    """The suggestions of the office."""
    return tuple(map(_library_entry, in_order(LIBRARY_ENTRY, rows)))


def hidden_in(rows: RowsInFile) -> tuple[str, ...]:
    """The keys of suggestions that are not to be offered."""
    return tuple(one["key"] for one in in_order(HIDDEN_SUGGESTION, rows))


def _agency(row: Record) -> Agency:
    return Agency(
        name=row["name"],
        short_name=row["short_name"],
        side=AgencySide(row["side"]),
        is_group=bool(row["is_group"]),
        function=_or_none(Function, row["function"]),
        head=row["head"],
        former_names=text_list(row["former_names"]),
        id=row["id"],
    )


def _legal_document(row: Record) -> LegalDocument:
    return LegalDocument(
        Citation(row["kind"], row["number"], row["symbol"], _day(row["date"]), row["issuer"], row["title"]),
        in_force_from=_day(row["in_force_from"]),
        ended_on=_day(row["ended_on"]),
        replaced_by=text_list(row["replaced_by"]),
        amended_by=text_list(row["amended_by"]),
        subjects=text_list(row["subjects"]),
        note=row["note"],
        checked_on=_day(row["checked_on"]),
        is_certain=bool(row["is_certain"]),
        origin=Origin(row["origin"]),
        id=row["id"],
    )


def _library_entry(row: Record) -> LibraryEntry:
    return LibraryEntry(
        EntryKind(row["kind"]),
        content=_outline(json.loads(row["content"])),
        task=_task(_object(json.loads(row["task"]))) if row["task"] else None,
        area=_or_none(Area, row["area"]),
        channel=_or_none(Channel, row["channel"]),
        agency=_or_none(Function, row["agency"]),
        tasks=text_list(row["tasks"]),
        criterion=row["criterion"],
        subjects=text_list(row["subjects"]),
        only_for=text_list(row["only_for"]),
        is_own=bool(row["is_own"]),
        id=row["id"],
    )


def _outline(written: object) -> Outline:
    if not isinstance(written, list):
        raise TypeError(written)
    return tuple(
        OutlineItem(
            Level[_text(one, "level").upper()], _rich(one, "heading"), _rich(one, "text"), _text(one, "id")
        )
        for one in map(_object, written)
    )


def _task(written: Record) -> Task:
    cells = {column.value: _rich(written, column.value) for column in CELL_COLUMNS}
    return Task(content=_outline(written["content"]), id=_text(written, "id"), **cells)


def _rich(written: Record, name: str) -> RichText:
    return RichText.from_spans(_text(written, name), written.get(f"{name}_style", ()))


def _text(written: Record, name: str) -> str:
    found = written[name]
    if not isinstance(found, str):
        raise TypeError(name)
    return found


def _object(written: object) -> Record:
    """A JSON object; in a file changed by other hands anything may stand there. Raises TypeError."""
    if not isinstance(written, dict):
        raise TypeError(written)
    return written


def _or_none(kind: type[_EnumT], value: str) -> _EnumT | None:
    return kind(value) if value else None


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
