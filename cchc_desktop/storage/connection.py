"""A connection to a dossier file, opened and hardened by us before sqlite-utils gets it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.storage.errors import damaged, storage_error

_HARDENED = (
    # Before anything is read: the schema of a foreign file may not call functions.
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    # Deleted text is overwritten: the file is handed to other people.
    "secure_delete = ON",
    # Also the folder is flushed after a commit, so that a rolled-back journal cannot come back after a power cut.
    "synchronous = EXTRA",
    "locking_mode = EXCLUSIVE",
)


UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises; the second when SQLite's own message quotes broken letters of the file."""


@contextmanager
def sqlite_errors_told() -> Iterator[None]:
    """Turns errors of SQLite into errors for people, but for those that only a fault of ours can bring about."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as error:
        raise storage_error(error) from error
    except UnicodeDecodeError as error:
        raise damaged() from error


def connect(path: Path, *, mode: str = "rw") -> Database:
    """Open a file and keep it for ourselves alone; raises sqlite3.Error ("database is locked" when others have it).

    ``mode`` is SQLite's: "rw" for a file that exists, "rwc" to make one.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=0.2, check_same_thread=False
    )
    try:
        for pragma in _HARDENED:
            connection.execute(f"PRAGMA {pragma}")
        database = Database(connection, recursive_triggers=False, execute_plugins=False)
        database.execute("BEGIN EXCLUSIVE")
        database.execute("COMMIT")
        # Never WAL: a copy of the main file must be the whole dossier. In exclusive mode this takes a file out of it.
        database.execute("PRAGMA journal_mode = DELETE").fetchall()
    except BaseException:
        connection.close()
        raise
    return database


def is_locked(path: Path) -> bool:
    """Whether another process has this SQLite file for itself at this moment."""
    try:
        with closing(connect(path)):
            return False
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    except UNREADABLE:
        return False
