"""The running text of a foreign paper: legal bases, opening, sections with their outlines, articles, closing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.outline import Level, Outline, OutlineItem
from cchc_desktop.domain.plan import Article, LegalBasis, Section
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.pasted import PastedLine, Recognised
from cchc_desktop.paper.recognise_outline import recognise_outline
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_flow import FlowLine
from cchc_desktop.paper.source_label import Mark, split_label
from cchc_desktop.paper.source_questions import ask_about_labels, ask_about_roles
from cchc_desktop.paper.source_styles import Role, has_bold_label, is_heading_style, is_running_style
from cchc_desktop.paper.source_words import begins_closing, begins_opening

_ARTICLE = re.compile(r"Điều\s+\d+\s*[.:]\s*", re.IGNORECASE)
_BASIS = re.compile(r"căn cứ\b", re.IGNORECASE)
_PROPOSAL = "theo đề nghị"

Lines = Mapping[int, FlowLine]


@dataclass(slots=True)
class Bases:
    """Legal bases one a line and "Theo đề nghị …"; ``rest`` is what follows them."""

    found: list[LegalBasis] = field(default_factory=list)
    proposal: str = ""
    rest: Sequence[PastedLine] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs before the first section, the sections, and the closing paragraphs."""

    leading: Outline = ()
    sections: tuple[Section, ...] = ()
    closing: Outline = ()


def is_article(line: PastedLine) -> bool:
    """Whether an article of a decision begins here."""
    return _ARTICLE.match(line.text.plain.strip()) is not None


def read_bases(lines: Sequence[PastedLine], known: Lines, findings: Findings, *, all_are: bool) -> Bases:
    """The legal bases at the beginning of these paragraphs, or all of them when ``all_are`` (a decision)."""
    count = 0
    while count < len(lines) and (all_are or _is_basis(lines[count], known)):
        count += 1
    bases = Bases(rest=lines[count:])
    for index, line in enumerate(lines[:count]):
        label, text = split_label(line.text)
        if label is None or label.mark is not Mark.BULLET:
            text = line.text.strip()
        text = _upright(text.without_end(";.,"))
        if index == count - 1 and text.plain.lower().startswith(_PROPOSAL):
            bases.proposal = text.plain
            findings.place(line.numbers, findings.key("proposal"))
            continue
        basis = LegalBasis(text)
        bases.found.append(basis)
        usual = begins_opening(text.plain) or _role(line, known) is Role.BASIS
        findings.place(line.numbers, basis.id, Confidence.SURE if usual else Confidence.GUESSED)
    return bases


def _is_basis(line: PastedLine, known: Lines) -> bool:
    if _role(line, known) is not None:
        return _role(line, known) is Role.BASIS
    label, text = split_label(line.text)
    if line.label or (label is not None and label.mark is not Mark.BULLET):
        return False
    plain = (text if label is not None else line.text).plain.strip()
    if plain.endswith(":") or "như sau" in plain[-40:].lower():
        return False
    if _BASIS.match(plain):
        return True
    if plain.lower().startswith(_PROPOSAL):
        return True
    return begins_opening(plain) and plain.endswith(";")


def _role(line: PastedLine, known: Lines) -> Role | None:
    return known[line.numbers[0]].role if line.numbers and line.numbers[0] in known else None


def _upright(text: RichText) -> RichText:
    """A basis is printed in italics anyway: italics of its whole say nothing."""
    if all(run.italic for run in text if run.text.strip()):
        return RichText(tuple(Run(run.text, run.bold) for run in text))
    return text


def read_body(lines: Sequence[PastedLine], known: Lines, findings: Findings) -> Body:
    """Paragraphs as sections with their outlines."""
    read = recognise_outline(lines)
    leading = placed(read.leading, read, known, findings)
    sections: list[Section] = []
    for one in read.sections:
        section = Section(one.roles, one.title, placed(one.items, read, known, findings))
        findings.place(one.numbers, section.id)
        sections.append(section)
    closing = placed(read.tail, read, known, findings)
    if not closing:
        leading, sections, closing = _closing_split(leading, sections)
    ask_about_labels(read, sections, findings)
    ask_about_roles(sections, read, findings)
    return Body(leading, tuple(sections), closing)


def as_items(body: Body) -> Outline:
    """Everything as one outline, section titles as bold paragraphs: an article other than the plan's has no sections."""
    found = [*body.leading]
    for section in body.sections:
        title = RichText.of(section.title, bold=True)
        found.append(OutlineItem(Level.PARAGRAPH, EMPTY, title, section.id))
        found.extend(section.items)
    return (*found, *body.closing)


def placed(items: Outline, read: Recognised, known: Lines, findings: Findings) -> Outline:
    """The items with headings as our own styles tell them; their lines are marked as placed."""
    found: list[OutlineItem] = []
    for one in items:
        numbers = read.origins.get(one.id, ())
        found.append(_as_styled(one, known[numbers[0]]) if len(numbers) == 1 else one)
        changed = one.id in read.noted
        findings.place(numbers, one.id, Confidence.LIKELY if changed else Confidence.SURE)
    return tuple(found)


def _as_styled(one: OutlineItem, line: FlowLine) -> OutlineItem:
    """Which words are a heading, our own Word files say by style and by the typeface of the label."""
    if is_heading_style(line.style):
        _, text = split_label(line.text)
        return replace(one, heading=_plain_heading(text, one.level), text=EMPTY)
    if not is_running_style(line.style):
        return one
    label, text = split_label(line.text)
    first = next(iter(line.text.strip()), None)
    headed = label is not None and first is not None and first.bold and has_bold_label(one.level)
    colon = text.plain.find(": ")
    if not headed or colon < 0:
        run_in = one.is_run_in and not has_bold_label(one.level)
        return one if run_in else replace(one, heading=EMPTY, text=text)
    heading, behind = text.slice(0, colon), text.slice(colon + 2)
    return replace(one, heading=_plain_heading(heading, one.level), text=behind)


def _plain_heading(heading: RichText, level: Level) -> RichText:
    """The heading without the bold that its level prints."""
    slanted = any(run.italic for run in heading)
    if level is Level.ARABIC:
        return RichText(tuple(Run(run.text, italic=run.italic) for run in heading))
    if has_bold_label(level) and not slanted:
        return RichText.of(heading.plain)
    return heading


def _closing_split(leading: Outline, sections: list[Section]) -> tuple[Outline, list[Section], Outline]:
    """The last paragraphs of a plan without "Trên đây là …", when they begin as closing ones do."""
    last = sections[-1].items if sections else leading
    at = len(last)
    while at > 0 and last[at - 1].level is Level.PARAGRAPH:
        at -= 1
    start = next((i for i in range(max(at, len(last) - 3), len(last)) if _closes(last[i])), len(last))
    if start == len(last):
        return leading, sections, ()
    if not sections:
        return leading[:start], sections, leading[start:]
    kept = replace(sections[-1], items=last[:start])
    return leading, [*sections[:-1], kept], last[start:]


def _closes(one: OutlineItem) -> bool:
    return begins_closing(one.content.plain)


def read_article(line: PastedLine, findings: Findings) -> Article:
    """The line of an article: a bold beginning behind its label is its heading."""
    text = line.text.strip()
    match = _ARTICLE.match(text.plain)
    end = match.end() if match is not None else 0
    heading, behind = EMPTY, text.slice(end)
    bold = _bold_from(text, len(text.plain[:end].rstrip()))
    if bold > end and (bold == len(text) or text.plain.startswith(": ", bold)):
        heading = RichText.of(text.plain[end:bold].strip())
        behind = text.slice(bold).strip()
        behind = behind.slice(1).strip() if behind.plain.startswith(":") else behind
    article = Article(behind, heading)
    findings.place(line.numbers, article.id)
    return article


def _bold_from(text: RichText, start: int) -> int:
    """Where the bold ends that reaches over ``start`` (the end of the label); ``start`` when it stops there."""
    at = 0
    for run in text:
        at += len(run.text)
        if at > start:
            return at if run.bold else start
    return start
