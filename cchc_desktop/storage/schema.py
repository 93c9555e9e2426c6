"""The tables of the dossier file as this program writes them: plain SQL that any SQLite tool can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.domain.task import CELL_COLUMNS

APPLICATION_ID = int.from_bytes(b"CCHC", "big")
"""Stands in the header of the file: it is a dossier and not just any SQLite file."""

Value = str | int | None
Row = tuple[Value, ...]
"""A row in the order of its table's columns."""

Key = tuple[Value, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A table: its first ``key_size`` columns are its primary key. There is one object for each, told apart as such."""

    name: str
    columns: tuple[str, ...]
    key_size: int = 1

    def key(self, row: Row) -> Key:
        """The primary key of a row."""
        return row[: self.key_size]

    @cached_property
    def select(self) -> str:
        """SQL that reads every row, columns in their order."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"  # noqa: S608 - names of our own

    @cached_property
    def insert(self) -> str:
        """SQL that writes a row."""
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"  # noqa: S608

    @cached_property
    def update(self) -> str:
        """SQL that writes the columns behind the key; takes these, then the key."""
        return f"UPDATE {self.name} SET {', '.join(f'{c} = ?' for c in self.columns[self.key_size :])} WHERE {self._where}"  # noqa: S608

    @cached_property
    def delete(self) -> str:
        """SQL that takes a row away by its key."""
        return f"DELETE FROM {self.name} WHERE {self._where}"  # noqa: S608

    @property
    def _where(self) -> str:
        return " AND ".join(f"{column} = ?" for column in self.columns[: self.key_size])


def _rich(*names: str) -> tuple[str, ...]:
    return tuple(column for name in names for column in (name, f"{name}_style"))


DOSSIER = Table(
    "dossier",
    (
        "id",
        "province_code",
        "province_name",
        "province_kind",
        "office_code",
        "office_name",
        "office_kind",
        "office_folded",
    ),
)
PLAN = Table(
    "plan",
    (
        "id",
        "position",
        "form",
        "first_year",
        "last_year",
        "letterhead_superior",
        "letterhead_body",
        "number",
        "symbol",
        "place",
        "date",
        "title",
        "title_folded",
        "issuer",
        "proposal",
        "authority",
        "attached_title",
        "archive",
        "sign_collective",
        "sign_capacity",
        "sign_head",
        "sign_title",
        "sign_name",
    ),
)
LEGAL_BASIS = Table("legal_basis", ("id", "plan_id", "position", *_rich("text"), "text_folded"))
ARTICLE = Table("article", ("id", "plan_id", "position", *_rich("heading", "text"), "text_folded"))
SECTION = Table("section", ("id", "plan_id", "position", "roles", "title", "title_folded"))
ITEM = Table(
    "item",
    ("id", "plan_id", "home", "home_key", "position", "level", *_rich("heading", "text"), "text_folded"),
)
RECIPIENT = Table("recipient", ("id", "plan_id", "position", "name", "note"))
APPENDIX = Table("appendix", ("id", "plan_id", "position", "title", "title_folded", "restart_order"))
APPENDIX_COLUMN = Table("appendix_column", ("appendix_id", "position", "kind", "heading"), key_size=2)
TASK_ROW = Table(
    "task_row",
    (
        "id",
        "appendix_id",
        "position",
        "kind",
        "title",
        *_rich(*(column.value for column in CELL_COLUMNS)),
        "text_folded",
    ),
)
PROFILE = Table(
    "profile",
    (
        "dossier_id",
        "letterhead_superior",
        "letterhead_body",
        "place",
        "issuer",
        "settlement",
        "plan_symbol",
        "decision_symbol",
        "archive",
    ),
)
AGENCY = Table(
    "agency",
    (
        "id",
        "position",
        "name",
        "short_name",
        "side",
        "is_group",
        "function",
        "head",
        "former_names",
        "names_folded",
    ),
)
PROFILE_RECIPIENT = Table("profile_recipient", ("id", "position", "name", "note"))
SIGNER = Table("signer", ("id", "position", "name", "title", "capacity"))
LEGAL_DOCUMENT = Table(
    "legal_document",
    (
        "id",
        "position",
        "kind",
        "number",
        "symbol",
        "date",
        "issuer",
        "title",
        "in_force_from",
        "ended_on",
        "replaced_by",
        "amended_by",
        "subjects",
        "note",
        "checked_on",
        "is_certain",
        "origin",
        "text_folded",
    ),
)
LIBRARY_ENTRY = Table(
    "library_entry",
    (
        "id",
        "position",
        "kind",
        "content",
        "task",
        "area",
        "channel",
        "agency",
        "tasks",
        "criterion",
        "subjects",
        "only_for",
        "is_own",
        "text_folded",
    ),
)
HIDDEN_SUGGESTION = Table("hidden_suggestion", ("position", "key"))
VIEW_STATE = Table("view_state", ("key", "value"))
DIGEST = Table("digest", ("table_name", "value"))

DOSSIER_TABLES = (
    DOSSIER,
    PLAN,
    LEGAL_BASIS,
    ARTICLE,
    SECTION,
    ITEM,
    RECIPIENT,
    APPENDIX,
    APPENDIX_COLUMN,
    TASK_ROW,
    PROFILE,
    AGENCY,
    PROFILE_RECIPIENT,
    SIGNER,
    LEGAL_DOCUMENT,
    LIBRARY_ENTRY,
    HIDDEN_SUGGESTION,
)
"""The tables that hold the dossier's value, those that others refer to first."""

INTEGER_COLUMNS = frozenset(
    {"position", "first_year", "last_year", "restart_order", "is_group", "is_certain", "is_own"}
)
"""The columns that hold whole numbers; all others hold text, and none may be empty (NULL)."""

DIGESTED_TABLES = (*DOSSIER_TABLES, VIEW_STATE)
