"""The content digest: the only thing that can say that every row is still what was written.

``PRAGMA integrity_check`` sees the trees, not the letters in them. Each table therefore has a number in the table
``digest``: the sum modulo 2²⁵⁶ of the SHA-256 of each of its rows, a row being the JSON array of the table's name and
the row's values. A sum can be brought up to date from the changed rows alone, whatever the order of the rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from cchc_desktop.storage.schema import Row

_MODULUS = 1 << 256
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex)


def row_digest(table: str, row: Row) -> int:
    """What one row adds to the digest of its table. (A damaged file may hold bytes where text belongs.)"""
    written = _JSON.encode((table, *row))
    return int.from_bytes(hashlib.sha256(written.encode()).digest(), "big")


def rows_digest(table: str, rows: Iterable[Row]) -> int:
    """The digest of these rows of a table."""
    return sum(row_digest(table, row) for row in rows) % _MODULUS


def moved_on(value: int, table: str, gone: Iterable[Row], come: Iterable[Row]) -> int:
    """The digest of a table after some rows went and others came."""
    return (value + rows_digest(table, come) - rows_digest(table, gone)) % _MODULUS


def digest_text(value: int) -> str:
    """The digest as it stands in the file."""
    return f"{value:064x}"
