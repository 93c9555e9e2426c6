"""Rows back into the dossier they were made of; the inverse of ``rows``."""

from __future__ import annotations

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
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Column, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.storage.office_loading import bases_in, hidden_in, library_in, profile_in
from cchc_desktop.storage.records import Record, RowsInFile, grouped, in_order, records, rich_text, text_list
from cchc_desktop.storage.schema import (
    APPENDIX,
    APPENDIX_COLUMN,
    ARTICLE,
    DOSSIER,
    ITEM,
    LEGAL_BASIS,
    PLAN,
    RECIPIENT,
    SECTION,
    TASK_ROW,
)
from cchc_desktop.storage.written import BLANK


class UnreadableRows(Exception):
    """The rows do not make a dossier."""


def load(rows: RowsInFile) -> Dossier:
    """The dossier that these rows hold; raises UnreadableRows."""
    try:
        return _Loading(rows).dossier()
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableRows(str(error)) from error


class _Loading:
    """The rows in order, grouped by what they hang under."""

    def __init__(self, rows: RowsInFile) -> None:
        self._rows = rows
        self._office = records(DOSSIER, rows)
        self._plans = in_order(PLAN, rows)
        self._bases = grouped(LEGAL_BASIS, rows, "plan_id")
        self._articles = grouped(ARTICLE, rows, "plan_id")
        self._sections = grouped(SECTION, rows, "plan_id")
        self._recipients = grouped(RECIPIENT, rows, "plan_id")
        self._appendices = grouped(APPENDIX, rows, "plan_id")
        self._columns = grouped(APPENDIX_COLUMN, rows, "appendix_id")
        self._task_rows = grouped(TASK_ROW, rows, "appendix_id")
        self._items = grouped(ITEM, rows, "plan_id", "home", "home_key")

    def dossier(self) -> Dossier:
        if len(self._office) != 1:
            raise ValueError(f"{len(self._office)} offices")
        row = self._office[0]
        province = Province(row["province_code"], row["province_name"], row["province_kind"])
        office = Office(province, row["office_code"], row["office_kind"], row["office_name"])
        return Dossier(
            office,
            tuple(map(self._plan, self._plans)),
            row["id"],
            profile=profile_in(self._rows, row["id"]),
            bases=bases_in(self._rows),
            library=library_in(self._rows),
            hidden=hidden_in(self._rows),
        )

    def _plan(self, row: Record) -> Plan:
        key = row["id"]
        form = IssueForm(row["form"])
        bases = tuple(LegalBasis(rich_text(b, "text"), b["id"]) for b in self._bases[key,])
        recipients = tuple(Recipient(r["name"], r["note"], r["id"]) for r in self._recipients[key,])
        return Plan(
            form=form,
            period=Period(row["first_year"], row["last_year"]),
            letterhead=Letterhead(text_list(row["letterhead_body"]), row["letterhead_superior"]),
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
                rich_text(row, "text"),
                rich_text(row, "heading"),
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
                cells = {column.value: rich_text(row, column.value) for column in CELL_COLUMNS}
                return Task(content=self._outline(plan_id, "task", row["id"]), id=row["id"], **cells)
            case other:
                raise ValueError(other)

    def _outline(self, plan_id: str, home: str, home_key: str = "") -> Outline:
        return tuple(
            OutlineItem(
                Level[row["level"].upper()], rich_text(row, "heading"), rich_text(row, "text"), row["id"]
            )
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


def date_from(written: str) -> PartialDate:
    """The inverse of ``written.date_text``; raises ValueError."""
    year, month, day = written.split("-")
    return PartialDate(_part(day), _part(month), int(year))


def _part(written: str) -> int | None:
    return None if written == BLANK else int(written)
