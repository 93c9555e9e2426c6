"""Rows as records: checked, in their order, and grouped by what they hang under."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.schema import INTEGER_COLUMNS, Row, Table

Record = dict[str, Any]
RowsInFile = dict[Table, list[Row]]


def records(table: Table, rows: RowsInFile) -> list[Record]:
    """The rows of a table with the names of its columns; raises TypeError for a value of the wrong kind."""
    found = [dict(zip(table.columns, row, strict=True)) for row in rows[table]]
    for name in table.columns:
        expected = int if name in INTEGER_COLUMNS else str
        if not all(isinstance(record[name], expected) for record in found):
            raise TypeError(f"{table.name}.{name}")
    return found


def in_order(table: Table, rows: RowsInFile) -> list[Record]:
    """As :func:`records`, by their positions."""
    return sorted(records(table, rows), key=position_of)


def grouped(table: Table, rows: RowsInFile, *by: str) -> defaultdict[tuple[str, ...], list[Record]]:
    """As :func:`in_order`, by what they hang under."""
    groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in in_order(table, rows):
        groups[tuple(record[name] for name in by)].append(record)
    return groups


def position_of(record: Record) -> int:
    """Where a thing stands among its like."""
    position: int = record["position"]
    return position


def text_list(written: str) -> tuple[str, ...]:
    """The inverse of ``written.listed``; raises TypeError or ValueError."""
    lines = json.loads(written)
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise TypeError(written)
    return tuple(lines)


def rich_text(record: Record, name: str) -> RichText:
    """The inverse of ``written.rich``."""
    spans = record[f"{name}_style"]
    return RichText.from_spans(record[name], json.loads(spans) if spans else ())
