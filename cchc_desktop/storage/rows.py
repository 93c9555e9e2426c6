"""The dossier as rows of tables: one description of the tree, which ``differences`` walks whole or in part."""

from __future__ import annotations

from functools import partial

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.outline import Outline, OutlineItem
from cchc_desktop.domain.plan import Article, LegalBasis, Plan, Recipient, Section
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Column, Task, TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import clean, fold
from cchc_desktop.storage.branch import Branch, all_but
from cchc_desktop.storage.office_rows import office_branches
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
)
from cchc_desktop.storage.written import cleaned, date_text, folded, listed, rich

_OWN_OF_DOSSIER = all_but(Dossier, "plans", "profile", "bases", "library", "hidden")
_OWN_OF_PLAN = all_but(Plan, "sections", "closing", "appendices")
_OWN_OF_ARTICLE = all_but(Article, "items")
_OWN_OF_SECTION = all_but(Section, "items")
_OWN_OF_APPENDIX = all_but(Appendix, "columns", "rows", "text")


def dossier_branch(dossier: Dossier | None) -> Branch:
    """The whole dossier; None stands for nothing at all."""
    return Branch(
        DOSSIER, () if dossier is None else (dossier,), _dossier_row, _below_dossier, _OWN_OF_DOSSIER
    )


def _below_dossier(key: str, dossier: Dossier) -> tuple[Branch, ...]:
    plans = Branch(PLAN, dossier.plans, _plan_row, _below_plan, _OWN_OF_PLAN)
    return (plans, *office_branches(key, dossier))


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
        *cleaned(province.code, province.name, province.kind, office.code, office.name, office.kind),
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
        listed(plan.letterhead.body),
        *cleaned(plan.number, plan.symbol, plan.place),
        date_text(plan.date),
        title,
        fold(title),
        *cleaned(plan.issuer, plan.opening.proposal),
        "" if decision is None else clean(decision.authority),
        "" if decision is None else clean(decision.plan_title),
        *cleaned(plan.recipients.archive, sign.collective),
        sign.capacity.name.lower(),
        *cleaned(sign.head, sign.title, sign.name),
    )


def _legal_basis_row(plan_id: str, key: str, position: int, basis: LegalBasis) -> Row:
    return (key, plan_id, position, *rich(basis.text), fold(basis.text.plain))


def _article_row(plan_id: str, key: str, position: int, article: Article) -> Row:
    return (
        *(key, plan_id, position, *rich(article.heading), *rich(article.text)),
        folded(article.heading, article.text),
    )


def _section_row(plan_id: str, key: str, position: int, section: Section) -> Row:
    title = clean(section.title)
    return (key, plan_id, position, " ".join(role.value for role in section.roles), title, fold(title))


def _item_row(plan_id: str, home: str, home_key: str, key: str, position: int, item: OutlineItem) -> Row:
    return (
        *(key, plan_id, home, home_key, position, item.level.name.lower()),
        *(*rich(item.heading), *rich(item.text)),
        folded(item.heading, item.text),
    )


def _recipient_row(plan_id: str, key: str, position: int, recipient: Recipient) -> Row:
    return (key, plan_id, position, *cleaned(recipient.name, recipient.note))


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
        *(value for cell in cells for value in rich(cell)),
        folded(*cells),
    )
