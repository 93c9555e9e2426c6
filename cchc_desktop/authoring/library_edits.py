"""Edits of the office's own suggestions, and of what it hides. Pure functions from a dossier to a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.vietnamese import new_id


def with_entry_added(dossier: Dossier, entry: LibraryEntry, at: int | None = None) -> Dossier:
    """The dossier with one more suggestion of its own, behind the others or at a place.

    One whose key is taken (a suggestion of the program that the office makes its own again) gets another key.
    """
    known = dossier.library
    where = len(known) if at is None else at
    own = replace(entry, is_own=True)
    if any(one.id == entry.id for one in known):
        own = replace(own, id=new_id())
    return replace(dossier, library=(*known[:where], own, *known[where:]))


def with_entry(dossier: Dossier, entry: LibraryEntry) -> Dossier:
    """The dossier with one of its suggestions changed. Raises KeyError."""
    own = replace(entry, is_own=True)
    return replace(dossier, library=changed(dossier.library, entry.id, lambda _: own))


def with_entry_moved(dossier: Dossier, key: str, by: int) -> Dossier:
    """The dossier with one of its suggestions further up or down. Raises KeyError."""
    return replace(dossier, library=moved(dossier.library, key, by))


def without_entry(dossier: Dossier, key: str) -> Dossier:
    """The dossier without one of its suggestions. Raises KeyError."""
    return replace(dossier, library=without(dossier.library, key))


def with_hidden(dossier: Dossier, *keys: str) -> Dossier:
    """The dossier that is not offered these suggestions of the program any more."""
    new = tuple(dict.fromkeys(key for key in keys if key not in dossier.hidden))
    return replace(dossier, hidden=(*dossier.hidden, *new)) if new else dossier


def without_hidden(dossier: Dossier, *keys: str) -> Dossier:
    """The dossier that is offered these suggestions again."""
    return _hiding(dossier, (key for key in dossier.hidden if key not in keys))


def with_all_shown(dossier: Dossier) -> Dossier:
    """The dossier that is offered every suggestion."""
    return _hiding(dossier, ())


def _hiding(dossier: Dossier, keys: Iterable[str]) -> Dossier:
    left = tuple(keys)
    return dossier if left == dossier.hidden else replace(dossier, hidden=left)
