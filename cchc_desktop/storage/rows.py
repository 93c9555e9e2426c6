"""The dossier as rows of tables: one description of the tree, which ``differences`` walks whole or in part."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.outline import Outline, OutlineItem
from cchc_desktop.domain.plan import Article, LegalBasis, Plan, Recipient, Section
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Column, Task, TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import clean, fold
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
    Row,
    Table,
)

BLANK = "XX"
"""Stands for a day or month that is not filled in yet, as ISO 8601-2 writes it: "2026-XX-XX"."""


class Branch(NamedTuple):
    """Things of one kind in their order; ``row`` makes the row of one from its key, its position and itself.

    ``below`` gives what hangs under a thing of this key; ``own`` is the rest of the thing, which alone makes its row.
    Things without a key of their own go by their position.
    """

    table: Table
    things: tuple[Any, ...]
    row: Callable[[str, int, Any], Row]
    below: Callable[[str, Any], tuple[Branch, ...]] | None = None
    own: Callable[[Any], object] | None = None
    by_position: bool = False

    def key(self, position: int) -> str:
        """The key of the thing at a position."""
        key: str = str(position) if self.by_position else self.things[position].id
        return key


def _all_but(kind: type, *below: str) -> Callable[[Any], object]:
    """The values of all fields but those that are kept in rows below."""
    return attrgetter(*(one.name for one in fields(kind) if one.name not in below))


_OWN_OF_DOSSIER = _all_but(Dossier, "plans")
_OWN_OF_PLAN = _all_but(Plan, "sections", "closing", "appendices")
_OWN_OF_ARTICLE = _all_but(Article, "items")
_OWN_OF_SECTION = _all_but(Section, "items")
_OWN_OF_APPENDIX = _all_but(Appendix, "columns", "rows", "text")


def dossier_branch(dossier: Dossier | None) -> Branch:
    """The whole dossier; None stands for nothing at all."""
    return Branch(
        DOSSIER, () if dossier is None else (dossier,), _dossier_row, _below_dossier, _OWN_OF_DOSSIER
    )


def _below_dossier(_key: str, dossier: Dossier) -> tuple[Branch, ...]:
    return (Branch(PLAN, dossier.plans, _plan_row, _below_plan, _OWN_OF_PLAN),)


def _below_plan(plan_id: str, plan: Plan) -> tuple[Branch, ...]:
    articles = () if plan.decision is None else plan.decision.articles
    return (
        Branch(LEGAL_BASIS, plan.opening.bases, partial(_legal_basis_row, plan_id)),
        _items(plan_id, "opening", "", plan.opening.paragraphs),
        Branch(
            ARTICLE,
            articles,
            partial(_article_row, plan_id),
            partial(_items_below, plan_id, "article"),
            _OWN_OF_ARTICLE,
        ),
        Branch(
            SECTION, plan.sections, partial(_section_row, plan_id), partial(_items_below, plan_id, "section")
        ),
        _items(plan_id, "closing", "", plan.closing),
        Branch(RECIPIENT, plan.recipients.names, partial(_recipient_row, plan_id)),
        Branch(
            APPENDIX,
            plan.appendices,
            partial(_appendix_row, plan_id),
            partial(_below_appendix, plan_id),
            _OWN_OF_APPENDIX,
        ),
    )


def _below_appendix(plan_id: str, key: str, appendix: Appendix) -> tuple[Branch, ...]:
    return (
        Branch(APPENDIX_COLUMN, appendix.columns, partial(_column_row, key), by_position=True),
        _items(plan_id, "appendix", key, appendix.text),
        Branch(TASK_ROW, appendix.rows, partial(_task_row, key), partial(_below_task_row, plan_id)),
    )


def _below_task_row(plan_id: str, key: str, row: TaskRow) -> tuple[Branch, ...]:
    return (_items(plan_id, "task", key, row.content if isinstance(row, Task) else ()),)


def _items_below(plan_id: str, home: str, key: str, holder: Section | Article) -> tuple[Branch, ...]:
    return (_items(plan_id, home, key, holder.items),)


def _items(plan_id: str, home: str, home_key: str, outline: Outline) -> Branch:
    return Branch(ITEM, outline, partial(_item_row, plan_id, home, home_key))


def _dossier_row(key: str, _position: int, dossier: Dossier) -> Row:
    office, province = dossier.office, dossier.office.province
    return (
        key,
        *_cleaned(province.code, province.name, province.kind, office.code, office.name, office.kind),
        fold(clean(f"{office.full_name} {province.name}")),
    )


def _plan_row(key: str, position: int, plan: Plan) -> Row:
    decision, sign = plan.decision, plan.signature
    title = clean(plan.title)
    return (
        key,
        position,
        plan.form.value,
        plan.period.first_year,
        plan.period.last_year,
        clean(plan.letterhead.superior),
        json.dumps(_cleaned(*plan.letterhead.body), ensure_ascii=False),
        *_cleaned(plan.number, plan.symbol, plan.place),
        date_text(plan.date),
        title,
        fold(title),
        *_cleaned(plan.issuer, plan.opening.proposal),
        "" if decision is None else clean(decision.authority),
        "" if decision is None else clean(decision.plan_title),
        *_cleaned(plan.recipients.archive, sign.collective),
        sign.capacity.name.lower(),
        *_cleaned(sign.head, sign.title, sign.name),
    )


def _legal_basis_row(plan_id: str, key: str, position: int, basis: LegalBasis) -> Row:
    return (key, plan_id, position, *_rich(basis.text), fold(basis.text.plain))


def _article_row(plan_id: str, key: str, position: int, article: Article) -> Row:
    return (
        *(key, plan_id, position, *_rich(article.heading), *_rich(article.text)),
        _folded(article.heading, article.text),
    )


def _section_row(plan_id: str, key: str, position: int, section: Section) -> Row:
    title = clean(section.title)
    return (key, plan_id, position, " ".join(role.value for role in section.roles), title, fold(title))


def _item_row(plan_id: str, home: str, home_key: str, key: str, position: int, item: OutlineItem) -> Row:
    return (
        *(key, plan_id, home, home_key, position, item.level.name.lower()),
        *(*_rich(item.heading), *_rich(item.text)),
        _folded(item.heading, item.text),
    )


def _recipient_row(plan_id: str, key: str, position: int, recipient: Recipient) -> Row:
    return (key, plan_id, position, *_cleaned(recipient.name, recipient.note))


def _appendix_row(plan_id: str, key: str, position: int, appendix: Appendix) -> Row:
    title = clean(appendix.title)
    return (key, plan_id, position, title, fold(title), int(appendix.restart_order))


def _column_row(appendix_id: str, _key: str, position: int, column: Column) -> Row:
    return (appendix_id, position, column.kind.value, clean(column.heading))


def _task_row(appendix_id: str, key: str, position: int, row: TaskRow) -> Row:
    if isinstance(row, TaskGroup):
        title = clean(row.title)
        return (key, appendix_id, position, "group", title, *("",) * (2 * len(CELL_COLUMNS)), fold(title))
    cells = [row.cell(column) for column in CELL_COLUMNS]
    return (
        *(key, appendix_id, position, "task", ""),
        *(value for cell in cells for value in _rich(cell)),
        _folded(*cells),
    )


def _cleaned(*texts: str) -> tuple[str, ...]:
    return tuple(map(clean, texts))


def _rich(text: RichText) -> tuple[str, str]:
    """The letters, and behind them where bold and italic stand: "[[0,12,"b"]]", nothing for plain text."""
    if not text.is_emphasised:
        return text.plain, ""
    return text.plain, json.dumps(text.spans, separators=(",", ":"))


def _folded(*texts: RichText) -> str:
    """What a search without marks looks through."""
    return " ".join(fold(text.plain) for text in texts if text)


def date_text(value: PartialDate) -> str:
    """ "2026-02-05", with "XX" where the day or month is blank."""
    day = BLANK if value.day is None else f"{value.day:02d}"
    month = BLANK if value.month is None else f"{value.month:02d}"
    return f"{value.year:04d}-{month}-{day}"
