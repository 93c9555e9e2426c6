"""Rows back into the dossier they were made of; the inverse of ``rows``."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import (
    Article,
    Capacity,
    Decision,
    IssueForm,
    LegalBasis,
    Letterhead,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Section,
    SectionRole,
    Signature,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Column, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.storage.rows import BLANK
from cchc_desktop.storage.schema import (
    APPENDIX,
    APPENDIX_COLUMN,
    ARTICLE,
    DOSSIER,
    INTEGER_COLUMNS,
    ITEM,
    LEGAL_BASIS,
    PLAN,
    RECIPIENT,
    SECTION,
    TASK_ROW,
    Row,
    Table,
)

Record = dict[str, Any]
RowsInFile = dict[Table, list[Row]]


class UnreadableRows(Exception):
    """The rows do not make a dossier."""


def load(rows: RowsInFile) -> Dossier:
    """The dossier that these rows hold; raises UnreadableRows."""
    try:
        return _Loading(rows).dossier()
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UnreadableRows(str(error)) from error


class _Loading:
    """The rows in order, grouped by what they hang under."""

    def __init__(self, rows: RowsInFile) -> None:
        self._office = _records(DOSSIER, rows)
        self._plans = sorted(_records(PLAN, rows), key=_position)
        self._bases = _grouped(LEGAL_BASIS, rows, "plan_id")
        self._articles = _grouped(ARTICLE, rows, "plan_id")
        self._sections = _grouped(SECTION, rows, "plan_id")
        self._recipients = _grouped(RECIPIENT, rows, "plan_id")
        self._appendices = _grouped(APPENDIX, rows, "plan_id")
        self._columns = _grouped(APPENDIX_COLUMN, rows, "appendix_id")
        self._task_rows = _grouped(TASK_ROW, rows, "appendix_id")
        self._items = _grouped(ITEM, rows, "plan_id", "home", "home_key")

    def dossier(self) -> Dossier:
        if len(self._office) != 1:
            raise ValueError(f"{len(self._office)} offices")
        row = self._office[0]
        province = Province(row["province_code"], row["province_name"], row["province_kind"])
        office = Office(province, row["office_code"], row["office_kind"], row["office_name"])
        return Dossier(office, tuple(map(self._plan, self._plans)), row["id"])

    def _plan(self, row: Record) -> Plan:
        key = row["id"]
        form = IssueForm(row["form"])
        bases = tuple(LegalBasis(_rich(b, "text"), b["id"]) for b in self._bases[key,])
        recipients = tuple(Recipient(r["name"], r["note"], r["id"]) for r in self._recipients[key,])
        return Plan(
            form=form,
            period=Period(row["first_year"], row["last_year"]),
            letterhead=Letterhead(_lines(row["letterhead_body"]), row["letterhead_superior"]),
            symbol=row["symbol"],
            place=row["place"],
            date=date_from(row["date"]),
            title=row["title"],
            issuer=row["issuer"],
            number=row["number"],
            opening=Opening(bases, row["proposal"], self._outline(key, "opening")),
            decision=self._decision(row) if form.is_decision else None,
            sections=tuple(self._section(key, section) for section in self._sections[key,]),
            closing=self._outline(key, "closing"),
            recipients=Recipients(recipients, row["archive"]),
            signature=_signature(row),
            appendices=tuple(self._appendix(key, appendix) for appendix in self._appendices[key,]),
            id=key,
        )

    def _decision(self, plan: Record) -> Decision:
        articles = tuple(
            Article(
                _rich(row, "text"),
                _rich(row, "heading"),
                self._outline(plan["id"], "article", row["id"]),
                row["id"],
            )
            for row in self._articles[plan["id"],]
        )
        return Decision(plan["authority"], articles, plan["attached_title"])

    def _section(self, plan_id: str, row: Record) -> Section:
        roles = tuple(SectionRole(role) for role in row["roles"].split())
        return Section(roles, row["title"], self._outline(plan_id, "section", row["id"]), row["id"])

    def _appendix(self, plan_id: str, row: Record) -> Appendix:
        key = row["id"]
        return Appendix(
            title=row["title"],
            columns=tuple(Column(TaskColumn(c["kind"]), c["heading"]) for c in self._columns[key,]),
            rows=tuple(self._task_row(plan_id, task_row) for task_row in self._task_rows[key,]),
            text=self._outline(plan_id, "appendix", key),
            restart_order=bool(row["restart_order"]),
            id=key,
        )

    def _task_row(self, plan_id: str, row: Record) -> TaskRow:
        match row["kind"]:
            case "group":
                return TaskGroup(row["title"], row["id"])
            case "task":
                cells = {column.value: _rich(row, column.value) for column in CELL_COLUMNS}
                return Task(content=self._outline(plan_id, "task", row["id"]), id=row["id"], **cells)
            case other:
                raise ValueError(other)

    def _outline(self, plan_id: str, home: str, home_key: str = "") -> Outline:
        return tuple(
            OutlineItem(Level[row["level"].upper()], _rich(row, "heading"), _rich(row, "text"), row["id"])
            for row in self._items[plan_id, home, home_key]
        )


def _signature(row: Record) -> Signature:
    return Signature(
        head=row["sign_head"],
        collective=row["sign_collective"],
        capacity=Capacity[row["sign_capacity"].upper()],
        title=row["sign_title"],
        name=row["sign_name"],
    )


def _lines(written: str) -> tuple[str, ...]:
    lines = json.loads(written)
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise TypeError(written)
    return tuple(lines)


def _rich(row: Record, name: str) -> RichText:
    spans = row[f"{name}_style"]
    return RichText.from_spans(row[name], json.loads(spans) if spans else ())


def date_from(written: str) -> PartialDate:
    """The inverse of ``rows.date_text``; raises ValueError."""
    year, month, day = written.split("-")
    return PartialDate(_part(day), _part(month), int(year))


def _part(written: str) -> int | None:
    return None if written == BLANK else int(written)


def _records(table: Table, rows: RowsInFile) -> list[Record]:
    found = [dict(zip(table.columns, row, strict=True)) for row in rows[table]]
    for name in table.columns:
        expected = int if name in INTEGER_COLUMNS else str
        if not all(isinstance(record[name], expected) for record in found):
            raise TypeError(f"{table.name}.{name}")
    return found


def _grouped(table: Table, rows: RowsInFile, *by: str) -> defaultdict[tuple[str, ...], list[Record]]:
    groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in sorted(_records(table, rows), key=_position):
        groups[tuple(record[name] for name in by)].append(record)
    return groups


def _position(record: Record) -> int:
    position: int = record["position"]
    return position
