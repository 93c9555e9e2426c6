"""A cell of the task table as the text one types, and the typed text back as a value.

What was not typed over stays as it is: bold and italic, headings run in, and the identity of the items.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.task import Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.paper.numbering import labels

_TYPED = (
    (re.compile(r"\d+\.\d+\.\d+\.? +"), Level.SUBDECIMAL),
    (re.compile(r"\d+\.\d+\. +"), Level.DECIMAL),
    (re.compile(r"\d{1,2}\. +"), Level.ARABIC),
    (re.compile(r"[a-zđ]\) +"), Level.LETTER),
    (re.compile(r"[-–•]( +|$)"), Level.DASH),
    (re.compile(r"\+( +|$)"), Level.PLUS),
)


def cell_text(row: TaskRow, kind: TaskColumn) -> str:
    """The text of a cell as it is edited and copied; that of a group is its title, whatever the column."""
    if isinstance(row, TaskGroup):
        return row.title
    if kind is TaskColumn.ORDER:
        return ""
    if kind is TaskColumn.CONTENT:
        return "\n".join(_written(row.content))
    return row.cell(kind).plain


def cell_rich(row: TaskRow, kind: TaskColumn) -> RichText:
    """As :func:`cell_text`, with bold and italic."""
    if isinstance(row, TaskGroup) or kind is TaskColumn.ORDER:
        return RichText.of(cell_text(row, kind))
    if kind is not TaskColumn.CONTENT:
        return row.cell(kind)
    found = EMPTY
    for number, (label, rich) in enumerate(content_lines(row.content)):
        found = found + ("\n" if number else "") + (f"{label} " if label else "") + rich
    return found


@lru_cache(maxsize=4096)
def content_lines(content: Outline) -> tuple[tuple[str, RichText], ...]:
    """Label and text of each item."""
    return tuple((label, one.content) for one, label in zip(content, labels(content), strict=True))


def with_text(row: TaskRow, kind: TaskColumn, text: str) -> TaskRow:
    """The row with another text in a cell, its typefaces kept where the text is the same."""
    text = clean(text)
    if isinstance(row, TaskGroup):
        return replace(row, title=" ".join(text.split("\n")))
    if kind is TaskColumn.ORDER or text == cell_text(row, kind):
        return row
    if kind is TaskColumn.CONTENT:
        return row.with_content(content_from_text(row.content, text))
    return row.with_cell(kind, retyped(row.cell(kind), text.strip("\n")))


def with_rich(row: TaskRow, kind: TaskColumn, text: RichText) -> TaskRow:
    """The row with another text and its typefaces in a cell (pasted, filled down)."""
    if isinstance(row, TaskGroup):
        return replace(row, title=" ".join(text.plain.split("\n")))
    if kind is TaskColumn.ORDER or text == cell_rich(row, kind):
        return row
    if kind is TaskColumn.CONTENT:
        return row.with_content(content_from_rich(text))
    return row.with_cell(kind, text)


def retyped(old: RichText, new: str) -> RichText:
    """The new text with the typefaces of the old where both agree; what was typed in takes the face before it."""
    plain = old.plain
    shorter = min(len(plain), len(new))
    start = 0
    while start < shorter and plain[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and plain[-1 - end] == new[-1 - end]:
        end += 1
    before = old.slice(0, start)
    typed = new[start : len(new) - end]
    face = before.runs[-1] if before.runs else Run("")
    return before + RichText((Run(typed, face.bold, face.italic),)) + old.slice(len(plain) - end)


def content_from_rich(text: RichText) -> Outline:
    """Lines as items: "- ", "+ ", "1. ", "a) " in front tell the level, anything else is a paragraph."""
    items = []
    for line in text.lines():
        level, start = _level_of(line.plain)
        bare = line.slice(start)
        if bare or level is not Level.PARAGRAPH:
            items.append(OutlineItem(level, text=bare))
    return tuple(items)


def content_from_text(old: Outline, text: str) -> Outline:
    """Typed lines as items; lines that are as they were keep their item, others its identity and typefaces."""
    written = _written(old)
    start, rest = _same_start(written, text)
    end, rest = _same_end(written[start:], rest)
    if rest is None:
        return (*old[:start], *old[len(old) - end :])
    middle = old[start : len(old) - end]
    changed = []
    for number, line in enumerate(line for line in rest.split("\n") if line.strip()):
        changed.append(_retyped_item(middle[number] if number < len(middle) else None, line))
    return (*old[:start], *changed, *old[len(old) - end :])


def _written(content: Outline) -> list[str]:
    return [f"{label} {rich.plain}" if label else rich.plain for label, rich in content_lines(content)]


def _same_start(written: list[str], text: str) -> tuple[int, str | None]:
    """How many items at the start stand in the text as they were, and the text behind them (None for no line)."""
    rest: str | None = text
    for number, line in enumerate(written):
        if rest == line:
            return number + 1, None
        if rest is None or not rest.startswith(line + "\n"):
            return number, rest
        rest = rest[len(line) + 1 :]
    return len(written), rest


def _same_end(written: list[str], text: str | None) -> tuple[int, str | None]:
    """As :func:`_same_start`, from the end."""
    rest = text
    for number, line in enumerate(reversed(written)):
        if rest == line:
            return number + 1, None
        if rest is None or not rest.endswith("\n" + line):
            return number, rest
        rest = rest[: -len(line) - 1]
    return len(written), rest


def _level_of(line: str) -> tuple[Level, int]:
    for form, level in _TYPED:
        match = form.match(line)
        if match is not None:
            return level, match.end()
    return Level.PARAGRAPH, 0


def _retyped_item(old: OutlineItem | None, line: str) -> OutlineItem:
    level, start = _level_of(line)
    text = line[start:]
    if old is None:
        return OutlineItem(level, text=RichText.of(text))
    head = old.heading.plain + ": "
    if old.is_run_in and text.startswith(head) and len(text) > len(head):
        return replace(old, level=level, text=retyped(old.text, text[len(head) :]))
    if old.is_heading_only:
        return replace(old, level=level, heading=retyped(old.heading, text))
    return replace(old, level=level, heading=EMPTY, text=retyped(old.content, text))


def styled(
    row: TaskRow, kind: TaskColumn, *, bold: bool | None = None, italic: bool | None = None
) -> TaskRow:
    """The row with a whole cell bold or not, italic or not (None leaves it)."""
    if isinstance(row, TaskGroup) or kind is TaskColumn.ORDER:
        return row

    def dressed(text: RichText) -> RichText:
        return RichText(
            tuple(
                Run(run.text, run.bold if bold is None else bold, run.italic if italic is None else italic)
                for run in text
            )
        )

    if kind is TaskColumn.CONTENT:
        return row.with_content(
            tuple(replace(one, heading=dressed(one.heading), text=dressed(one.text)) for one in row.content)
        )
    return row.with_cell(kind, dressed(row.cell(kind)))


def is_blank(row: TaskRow) -> bool:
    """Whether nothing is written in a row."""
    if isinstance(row, TaskGroup):
        return not row.title.strip()
    empty = Task(id=row.id)
    return row == empty or (not row.title.strip() and replace(row, content=()) == empty)
