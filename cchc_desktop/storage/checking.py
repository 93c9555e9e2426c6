"""Whether a dossier file is what was last written to it, whatever its format."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import Enum

from sqlite_utils import Database

from cchc_desktop.storage.digest import digest_text, rows_digest

_SCHEMA = "sqlite_schema"


class Fault(Enum):
    """What is wrong with a file that can still be read, in a sentence for people."""

    CONTENT = (
        "Nội dung tệp không khớp với dấu kiểm tra của chương trình: tệp đã bị chương trình khác sửa hoặc bị hỏng một phần. "
        "Hồ sơ được mở để xem."
    )
    STRUCTURE = (
        "Tệp hồ sơ bị hỏng một phần nhưng nội dung đọc được vẫn khớp với dấu kiểm tra. Hồ sơ được mở để xem."
    )


def write_digests(database: Database) -> None:
    """Write the digest of every table, and of the schema, anew. Belongs in the transaction that changed them."""
    database.execute("DELETE FROM digest")
    for name, value in _digests(database):
        database.execute("INSERT INTO digest (table_name, value) VALUES (?, ?)", (name, value))


def check(database: Database) -> Fault | None:
    """What is wrong, if anything; raises sqlite3.Error when the file cannot even be read."""
    written = dict(database.execute("SELECT table_name, value FROM digest").fetchall())
    if written != dict(_digests(database)):
        return Fault.CONTENT
    if not _is_sound(database):
        return Fault.STRUCTURE
    return None


def _digests(database: Database) -> Iterator[tuple[str, str]]:
    for name in sorted(database.table_names()):
        # SQLite's own tables (statistics that a tool has gathered) are no content.
        if name != "digest" and not name.startswith("sqlite_"):
            yield name, digest_text(rows_digest(name, map(tuple, _rows(database, name))))
    # Under its old name, which every SQLite knows. A trigger that somebody left in the file shows here.
    schema = database.execute(
        r"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'"
    )
    yield _SCHEMA, digest_text(rows_digest(_SCHEMA, schema))


def _rows(database: Database, name: str) -> Iterator[tuple[str | int | None, ...]]:
    for row in database.table(name).rows:
        yield tuple(row.values())


def _is_sound(database: Database) -> bool:
    try:
        found = database.execute("PRAGMA integrity_check(1)").fetchall()
        return found == [("ok",)] and not database.execute("PRAGMA foreign_key_check").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # as of a broken name in SQLite's own message
        return False
