"""Edits of a plan's appendices and of the columns their tables show. Pure functions from a plan to a plan."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.authoring.plan_edits import changed, index_of, moved, without
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import COLUMN_HEADINGS, VARIANTS, Appendix, Column, TaskColumn
from cchc_desktop.domain.vietnamese import clean

VARIANT_NAMES: dict[str, str] = {
    "A": "Chủ trì, phối hợp, thời gian, ghi chú",
    "B": "Chủ trì, phối hợp, kết quả, thời gian hoàn thành",
    "C": "Chủ trì, phối hợp, sản phẩm, chỉ tiêu liên quan",
    "G": "Sản phẩm, số lượng, thời gian, chủ trì, phối hợp, kinh phí",
}


def appendix_at(plan: Plan, key: str) -> Appendix:
    """The appendix with this key; raises KeyError."""
    return plan.appendices[index_of(plan.appendices, key)]


def with_new_appendix(plan: Plan) -> tuple[Plan, Appendix]:
    """The plan with one appendix more, whose table looks like that of the last one."""
    last = plan.appendices[-1] if plan.appendices else None
    title = f"Danh mục nhiệm vụ tuyên truyền cải cách hành chính {plan.period.phrase}"
    appendix = Appendix(title, last.columns) if last else Appendix(title)
    return replace(plan, appendices=(*plan.appendices, appendix)), appendix


def with_appendix(plan: Plan, appendix: Appendix) -> Plan:
    """The plan with this appendix in the place of the one with the same key. Raises KeyError."""
    return replace(plan, appendices=changed(plan.appendices, appendix.id, lambda _old: appendix))


def with_appendix_title(plan: Plan, key: str, title: str) -> Plan:
    """The plan with an appendix renamed. Raises KeyError."""
    return replace(plan, appendices=changed(plan.appendices, key, lambda a: replace(a, title=clean(title))))


def with_appendix_moved(plan: Plan, key: str, by: int) -> Plan:
    """The plan with an appendix further up or down. Raises KeyError."""
    return replace(plan, appendices=moved(plan.appendices, key, by))


def without_appendix(plan: Plan, key: str) -> Plan:
    """The plan without an appendix. Raises KeyError."""
    return replace(plan, appendices=without(plan.appendices, key))


def with_columns(plan: Plan, key: str, columns: tuple[Column, ...]) -> Plan:
    """The plan with other columns in the table of an appendix; what stands in hidden ones stays. Raises KeyError."""
    return replace(plan, appendices=changed(plan.appendices, key, lambda a: replace(a, columns=columns)))


def variant_of(columns: tuple[Column, ...]) -> str | None:
    """The letter of the usual table that has just these columns, or None."""
    return next((letter for letter, usual in VARIANTS.items() if usual == columns), None)


def toggled(columns: tuple[Column, ...], kind: TaskColumn, *, shown: bool) -> tuple[Column, ...]:
    """The columns with one more (where tables usually have it) or one less."""
    if not shown:
        return tuple(column for column in columns if column.kind is not kind)
    if any(column.kind is kind for column in columns):
        return columns
    order = list(TaskColumn)
    at = next(
        (i for i, column in enumerate(columns) if order.index(column.kind) > order.index(kind)), len(columns)
    )
    return (*columns[:at], Column(kind, COLUMN_HEADINGS[kind]), *columns[at:])


def with_heading(columns: tuple[Column, ...], kind: TaskColumn, heading: str) -> tuple[Column, ...]:
    """The columns with another heading for one."""
    return tuple(replace(c, heading=clean(heading)) if c.kind is kind else c for c in columns)
