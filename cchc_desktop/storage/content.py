"""The rows of an open file: read whole, and changed where two dossiers differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sqlite_utils import Database

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.storage.differences import Differences, KeyTwice, RowsByTable, all_rows, differences
from cchc_desktop.storage.digest import digest_text, moved_on
from cchc_desktop.storage.loading import load
from cchc_desktop.storage.records import RowsInFile
from cchc_desktop.storage.schema import DIGEST, DIGESTED_TABLES, DOSSIER_TABLES, VIEW_STATE, Key, Row, Table


class OutOfStep(Exception):
    """A row to be changed is not in the file."""


class Content:
    """What an open file holds. A save costs what has changed: rows, and the digests of their tables."""

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = {table: read_rows(database, table) for table in DOSSIER_TABLES}
        self.dossier = load(rows)
        self.view_state: dict[str, str] = {
            str(key): str(value) for key, value in read_rows(database, VIEW_STATE)
        }
        self._digests: dict[str, int] | None = None
        # A file changed by other hands may hold rows that belong to nothing: then, as after a failed save, the next
        # save compares with what is really in the file.
        self._is_in_step = _by_key(rows) == _without_empty(all_rows(self.dossier))

    def save(self, dossier: Dossier) -> None:
        """Make the file hold this dossier, in one transaction; raises sqlite3.Error and leaves the file as it was."""
        if self._is_in_step:
            # Until the commit is through, nobody knows what the file holds.
            self._is_in_step = False
            try:
                self._apply(differences(self.dossier, dossier))
                self._is_in_step = True
            except (KeyTwice, OutOfStep, sqlite3.IntegrityError):
                self._save_whole(dossier)
        else:
            self._save_whole(dossier)
        self.dossier = dossier

    def save_view_state(self, state: Mapping[str, str]) -> None:
        """Keep where the official left off."""
        before: dict[Key, Row] = {(key,): (key, value) for key, value in self.view_state.items()}
        after: dict[Key, Row] = {(key,): (key, value) for key, value in state.items()}
        self._apply(Differences({VIEW_STATE: before}, {VIEW_STATE: after}))
        self.view_state = dict(state)

    def _save_whole(self, dossier: Dossier) -> None:
        rows = {table: read_rows(self._database, table) for table in DOSSIER_TABLES}
        self._digests = None
        self._apply(Differences(_by_key(rows), all_rows(dossier)))
        self._is_in_step = _has_each_key_once(dossier)

    def _apply(self, changes: Differences) -> None:
        changed = list(changes.tables())
        if not changed:
            return
        digests = dict(self._digests or _read_digests(self._database))
        with self._database.atomic():
            for table, gone, come in changed:
                self._write(table, gone, come)
                digest = moved_on(digests[table.name], table.name, gone.values(), come.values())
                digests[table.name] = digest
                self._database.execute(DIGEST.update, (digest_text(digest), table.name))
        self._digests = digests

    def _write(self, table: Table, gone: dict[Key, Row], come: dict[Key, Row]) -> None:
        run = self._database.conn.executemany
        run(table.delete, [key for key in gone if key not in come])
        updated = [(*row[table.key_size :], *key) for key, row in come.items() if key in gone]
        if updated and run(table.update, updated).rowcount != len(updated):
            raise OutOfStep(table.name)
        run(table.insert, [row for key, row in come.items() if key not in gone])


def read_rows(database: Database, table: Table) -> list[Row]:
    """Every row of a table."""
    rows: list[Row] = database.execute(table.select).fetchall()
    return rows


def _read_digests(database: Database) -> dict[str, int]:
    written = {str(name): int(str(value), 16) for name, value in read_rows(database, DIGEST)}
    return {table.name: written[table.name] for table in DIGESTED_TABLES}


def _by_key(rows: RowsInFile) -> RowsByTable:
    return _without_empty({table: {table.key(row): row for row in found} for table, found in rows.items()})


def _without_empty(rows: RowsByTable) -> RowsByTable:
    return {table: found for table, found in rows.items() if found}


def _has_each_key_once(dossier: Dossier) -> bool:
    try:
        differences(None, dossier)
    except KeyTwice:
        return False
    return True
