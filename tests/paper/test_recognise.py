"""Reading a composed paper back gives the very same plan, but for what paper cannot show."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from cchc_desktop.domain.outline import OutlineItem
from cchc_desktop.domain.plan import Plan, Recipient, Section
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.domain.task import CELL_COLUMNS, Appendix, Task, TaskColumn
from cchc_desktop.paper.blocks import ItemBlock
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.recognise import recognise
from cchc_desktop.paper.recognise_lines import period_in
from cchc_desktop.paper.recognise_roles import guess_roles
from tests.strategies import plans


def as_shown(plan: Plan) -> Plan:
    """The plan without what its paper does not show: hidden columns, roles no title tells, keys of recipients."""
    shows_issuer = bool(plan.appendices) or plan.form.value == "decision_attached"
    title = plan.title
    return replace(
        plan,
        period=period_in(title, plan.date.year),
        issuer=plan.issuer if shows_issuer else compose(plan).author,
        sections=tuple(
            Section(guess_roles(section.title), section.title, section.items, section.id)
            for section in plan.sections
        ),
        recipients=replace(
            plan.recipients,
            names=tuple(Recipient(one.name, one.note, "") for one in plan.recipients.names),
        ),
        appendices=tuple(_shown_appendix(appendix) for appendix in plan.appendices),
        decision=plan.decision
        and replace(plan.decision, plan_title=plan.decision.plan_title or _attached_title(plan)),
    )


def _attached_title(plan: Plan) -> str:
    return plan.title if plan.form.value == "decision_attached" else ""


def _shown_appendix(appendix: Appendix) -> Appendix:
    shown = {column.kind for column in appendix.columns}
    rows = tuple(_shown_task(row, shown) if isinstance(row, Task) else row for row in appendix.rows)
    restarts = compose_restarts(appendix)
    columns = appendix.columns if appendix.rows or not appendix.text else ()
    return replace(appendix, rows=rows, restart_order=restarts, columns=columns)


def compose_restarts(appendix: Appendix) -> bool:
    """Restarting shows only where a second group of tasks is numbered from 1 again."""
    if not appendix.restart_order or TaskColumn.ORDER not in {column.kind for column in appendix.columns}:
        return False
    blocks_with_tasks = 0
    before_is_task = False
    for row in appendix.rows:
        is_task = isinstance(row, Task)
        blocks_with_tasks += is_task and not before_is_task
        before_is_task = is_task
    return blocks_with_tasks > 1


def _shown_task(task: Task, shown: set[TaskColumn]) -> Task:
    for column in CELL_COLUMNS:
        if column not in shown:
            task = task.with_cell(column, EMPTY)
    content = task.content if TaskColumn.CONTENT in shown else ()
    return task.with_content(tuple(OutlineItem(one.level, EMPTY, one.content, "") for one in content))


def without_keys_of_parts(plan: Plan) -> Plan:
    """The plan with blank keys where a paper carries none: recipients and the paragraphs of cells."""
    names = tuple(replace(one, id="") for one in plan.recipients.names)
    appendices = tuple(
        replace(
            appendix,
            rows=tuple(
                row.with_content(tuple(replace(one, id="") for one in row.content))
                if isinstance(row, Task)
                else row
                for row in appendix.rows
            ),
        )
        for appendix in plan.appendices
    )
    return replace(plan, recipients=replace(plan.recipients, names=names), appendices=appendices)


@settings(max_examples=40)
@given(plans(tidy=True))
def test_a_composed_plan_is_recognised_as_itself(plan: Plan) -> None:
    read = recognise(compose(plan)).finish()
    assert without_keys_of_parts(read) == as_shown(plan)


@settings(max_examples=40)
@given(plans())
def test_composing_what_was_recognised_gives_the_same_words(plan: Plan) -> None:
    first = compose(plan)
    again = compose(recognise(first).finish())
    assert [_words(block) for block in again.blocks] == [_words(block) for block in first.blocks]


def _words(block: object) -> str:
    """What a block says; labels are counted anew when a section without a title joins the one before it."""
    if isinstance(block, ItemBlock):
        return " ".join(f"{block.heading.plain} {block.text.plain}".split())
    printed = getattr(block, "printed", None)
    return " ".join((printed.plain if printed is not None else type(block).__name__).split())
