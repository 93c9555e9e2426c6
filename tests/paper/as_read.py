"""Plans as a carrier can bring them back: what a paper, a Word file or a plain text does not hold is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import Article, LegalBasis, Plan
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import CELL_COLUMNS, COLUMN_HEADINGS, Appendix, Column, Task
from cchc_desktop.paper.recognise_table import recognise_columns
from tests.paper.test_recognise import as_shown

_SURELY_ONE_ROW = 150  # letters that fit into the lines of one row, however narrow their column

Shape = Callable[[OutlineItem], OutlineItem]


def with_known_headings(plan: Plan) -> Plan:
    """The plan with headings of columns that say what the column is: a random heading says nothing to a reader."""
    return replace(plan, appendices=tuple(_with_known_headings(one) for one in plan.appendices))


def _with_known_headings(appendix: Appendix) -> Appendix:
    kinds = [column.kind for column in appendix.columns]
    if recognise_columns([column.heading for column in appendix.columns]) == kinds:
        return appendix
    columns = tuple(Column(kind, COLUMN_HEADINGS[kind]) for kind in kinds)
    return replace(appendix, columns=columns)


def in_word(plan: Plan) -> Plan:
    """What a Word file shows: everything but keys, what a heading run in at "a)" is, and the italics of a basis."""
    return _shaped(as_shown(plan), _run_in_told_by_bold_label)


def in_text(plan: Plan) -> Plan:
    """What plain text shows: no typefaces, and no difference between heading and text; tables lose their lines."""
    shown = _shaped(as_shown(plan), _words_alone)
    decision = shown.decision
    if decision is not None:
        articles = tuple(replace(a, text=_plain_article(a), heading=EMPTY) for a in decision.articles)
        decision = replace(decision, articles=articles)
    bases = tuple(LegalBasis(RichText.of(one.text.plain), "") for one in shown.opening.bases)
    return replace(shown, decision=decision, opening=replace(shown.opening, bases=bases))


def with_tables_that_text_shows(plan: Plan) -> Plan:
    """The plan without tables that plain text cuts apart: a group row has no tabs, a heading alone is no table."""

    def shown(appendix: Appendix) -> Appendix:
        only_tasks = all(isinstance(row, Task) for row in appendix.rows)
        seen = appendix.rows and only_tasks and len(appendix.columns) > 2
        return appendix if seen else replace(appendix, rows=(), columns=())

    return replace(plan, appendices=tuple(map(shown, plan.appendices)))


def with_words_of_cells(plan: Plan) -> Plan:
    """The plan with the words alone of the cells of high rows: a row too high for Excel is parted, where no one sees between words."""

    def words(text: RichText) -> RichText:
        return RichText.of(" ".join(text.plain.split()))

    def task(row: Task) -> Task:
        if max(len(row.cell(column)) for column in CELL_COLUMNS) < _SURELY_ONE_ROW > len(row.title):
            return row
        content = " ".join(one.content.plain for one in row.content)
        row = row.with_content((OutlineItem(Level.PARAGRAPH, EMPTY, words(RichText.of(content)), ""),))
        for column in CELL_COLUMNS:
            row = row.with_cell(column, words(row.cell(column)))
        return row

    def appendix(one: Appendix) -> Appendix:
        return replace(one, rows=tuple(task(row) if isinstance(row, Task) else row for row in one.rows))

    return replace(plan, appendices=tuple(map(appendix, plan.appendices)))


def without_tables(plan: Plan) -> Plan:
    """The plan without the rows of its appendices."""
    appendices = tuple(replace(one, rows=(), columns=(), restart_order=False) for one in plan.appendices)
    return replace(plan, appendices=appendices)


def _plain_article(article: Article) -> RichText:
    parts = (article.heading.plain, article.text.plain)
    return RichText.of(": ".join(part for part in parts if part))


def _run_in_told_by_bold_label(one: OutlineItem) -> OutlineItem:
    if one.is_run_in and one.level in (Level.LETTER, Level.DASH, Level.PLUS, Level.PARAGRAPH):
        return replace(one, heading=EMPTY, text=one.content)
    return one


def _words_alone(one: OutlineItem) -> OutlineItem:
    return replace(one, heading=EMPTY, text=RichText.of(one.content.plain))


def _shaped(plan: Plan, shape: Shape) -> Plan:
    """The plan with every item shaped and without any key."""

    def outline(items: Outline) -> Outline:
        return tuple(replace(shape(one), id="") for one in items)

    decision = plan.decision
    if decision is not None:
        articles = tuple(replace(one, items=outline(one.items), id="") for one in decision.articles)
        decision = replace(decision, articles=articles)
    bases = tuple(LegalBasis(_light(one.text), "") for one in plan.opening.bases)
    return replace(
        plan,
        id="",
        decision=decision,
        opening=replace(plan.opening, bases=bases, paragraphs=outline(plan.opening.paragraphs)),
        sections=tuple(replace(one, items=outline(one.items), id="") for one in plan.sections),
        closing=outline(plan.closing),
        recipients=replace(
            plan.recipients, names=tuple(replace(one, id="") for one in plan.recipients.names)
        ),
        appendices=tuple(_appendix(one, outline) for one in plan.appendices),
    )


def _light(text: RichText) -> RichText:
    """Bases are printed in italics throughout: italics of their own do not show."""
    return RichText(tuple(replace(run, italic=False) for run in text))


def _appendix(appendix: Appendix, outline: Callable[[Outline], Outline]) -> Appendix:
    rows = tuple(
        replace(row.with_content(_texts(row.content)), id="")
        if isinstance(row, Task)
        else replace(row, id="")
        for row in appendix.rows
    )
    return replace(appendix, id="", rows=rows, text=outline(appendix.text))


def _texts(items: Outline) -> Outline:
    return tuple(OutlineItem(one.level, EMPTY, one.content, "") for one in items)
