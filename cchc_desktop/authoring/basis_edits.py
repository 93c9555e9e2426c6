"""Edits of the legal documents a dossier keeps: the office's own, and those of a file of updates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.authoring.basis_matching import is_same_document
from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.vietnamese import new_id


def with_document_added(dossier: Dossier, document: LegalDocument, at: int | None = None) -> Dossier:
    """The dossier with one more legal document of its own; one whose key is taken gets another."""
    known = dossier.bases
    where = len(known) if at is None else at
    own = replace(document, origin=Origin.OWN)
    if any(one.id == own.id for one in known):
        own = replace(own, id=new_id())
    return replace(dossier, bases=(*known[:where], own, *known[where:]))


def with_document(dossier: Dossier, document: LegalDocument) -> Dossier:
    """The dossier with a legal document changed; it is the office's own from then on. Raises KeyError."""
    own = replace(document, origin=Origin.OWN)
    return replace(dossier, bases=changed(dossier.bases, document.id, lambda _: own))


def with_document_moved(dossier: Dossier, key: str, by: int) -> Dossier:
    """The dossier with a legal document further up or down. Raises KeyError."""
    return replace(dossier, bases=moved(dossier.bases, key, by))


def without_document(dossier: Dossier, key: str) -> Dossier:
    """The dossier without a legal document. Raises KeyError."""
    return replace(dossier, bases=without(dossier.bases, key))


def without_updates(dossier: Dossier) -> Dossier:
    """The dossier without anything that came from files of updates."""
    own = tuple(one for one in dossier.bases if one.origin is Origin.OWN)
    return dossier if len(own) == len(dossier.bases) else replace(dossier, bases=own)


@dataclass(frozen=True, slots=True)
class MergedUpdates:
    """The dossier after a file of updates was taken in, and what became of each of its entries.

    ``kept``: entries not taken, as the dossier has them: its own stay as the office wrote them, and what was checked
    on the same day or later stays as it is.
    """

    dossier: Dossier
    added: tuple[LegalDocument, ...] = ()
    changed: tuple[LegalDocument, ...] = ()
    kept: tuple[LegalDocument, ...] = ()


def with_updates(dossier: Dossier, entries: Iterable[LegalDocument]) -> MergedUpdates:
    """Take in the entries of a file of updates.

    An entry that is (by its key or its citation) one of the office's own is left out; among updates the one checked
    last holds.
    """
    bases = list(dossier.bases)
    added: list[LegalDocument] = []
    replaced: list[LegalDocument] = []
    kept: list[LegalDocument] = []
    for entry in entries:
        update = replace(entry, origin=Origin.UPDATE)
        same = [one for one in bases if one.id == update.id or _is_same(one, update)]
        standing = _standing(same, update)
        if standing is not None:
            kept.append(standing)
        elif not same:
            bases.append(update)
            added.append(update)
        else:
            bases[bases.index(same[0])] = update
            bases = [one for one in bases if one not in same[1:]]
            replaced.append(update)
    after = tuple(bases)
    if after != dossier.bases:
        dossier = replace(dossier, bases=after)
    return MergedUpdates(dossier, tuple(added), tuple(replaced), tuple(kept))


def _is_same(one: LegalDocument, other: LegalDocument) -> bool:
    return is_same_document(one.citation, other.citation)


def _standing(same: Iterable[LegalDocument], update: LegalDocument) -> LegalDocument | None:
    """What the update must not take the place of."""
    checked = update.checked_on or date.min
    for one in same:
        if one.origin is Origin.OWN or (one.checked_on or date.min) >= checked:
            return one
    return None
