"""Suggestions for a place, found by words with or without marks, in the order in which they are likely wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level, Outline
from cchc_desktop.domain.placeholders import Words, fill_outline, fill_task, words_for
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.task import Task, TaskColumn
from cchc_desktop.domain.vietnamese import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion as it would stand in this plan; ``folded`` and ``words`` are what is searched."""

    entry: LibraryEntry
    content: Outline
    task: Task | None
    text: str
    detail: str
    folded: str
    words: frozenset[str]
    is_hidden: bool = False

    @property
    def id(self) -> str:
        """The key of the suggestion."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to beside words; None for everything."""

    area: Area | None = None
    channel: Channel | None = None
    agency: Function | None = None
    kind: EntryKind | None = None
    only_own: bool = False

    def admits(self, entry: LibraryEntry) -> bool:
        """Whether an entry belongs to it."""
        return (
            self.area in (None, entry.area)
            and self.channel in (None, entry.channel)
            and self.agency in (None, entry.agency)
            and self.kind in (None, entry.kind)
            and (entry.is_own or not self.only_own)
        )


EVERYTHING = Filter()


def offers_for(entries: Iterable[LibraryEntry], dossier: Dossier, year: int) -> tuple[Offer, ...]:
    """All suggestions of the program and the office, filled for an office and a year; own ones first.

    Made once for a dossier and a year; :func:`found` then only looks into it.
    """
    words = words_for(dossier.office, dossier.office_profile, year)
    hidden = frozenset(dossier.hidden)
    every = (*dossier.library, *entries)
    return tuple(
        _offer(one, words, is_hidden=one.id in hidden and not one.is_own)
        for one in every
        if not one.only_for or dossier.office.kind in one.only_for
    )


def _offer(entry: LibraryEntry, words: Words, *, is_hidden: bool) -> Offer:
    content = fill_outline(entry.content, words)
    task = None if entry.task is None else fill_task(entry.task, words)
    text = _text(content if task is None else task.content)
    detail = "" if task is None else _detail(task)
    agency = "" if entry.agency is None else words.get(entry.agency.value, "")
    searched = fold(
        "\n".join(
            part
            for part in (
                text,
                detail,
                *entry.subjects,
                entry.area.label if entry.area else "",
                entry.channel.label if entry.channel else "",
                agency,
                entry.criterion,
            )
            if part
        )
    )
    return Offer(entry, content, task, text, detail, searched, frozenset(_WORD.findall(searched)), is_hidden)


def _text(content: Outline) -> str:
    """The items one a line; what stands below keeps a sign of that."""
    lines = []
    for one in content:
        sign = "" if one.level is Level.PARAGRAPH or len(content) == 1 else "– "
        lines.append(sign + one.content.plain)
    return "\n".join(lines)


def _detail(task: Task) -> str:
    named = (
        ("Sản phẩm", TaskColumn.PRODUCT),
        ("Chủ trì", TaskColumn.LEAD),
        ("Phối hợp", TaskColumn.COOPERATION),
        ("Thời gian", TaskColumn.TIMING),
    )
    return "\n".join(
        f"{name}: {text}" for name, column in named if (text := task.cell(column).plain.replace("\n", "; "))
    )


def found(
    offers: Sequence[Offer],
    place: LibraryPlace,
    query: str = "",
    wanted: Filter = EVERYTHING,
    *,
    hidden: bool = False,
) -> list[Offer]:
    """The suggestions of a place that hold every word of the query, the likeliest first; ``hidden``: hidden ones too.

    Without a query what the heading over the cursor is about comes first, among that the office's own. With one the
    office's own come first, then whole words before parts of words, then what the heading is about.
    """
    terms = _WORD.findall(fold(query))
    ranked: list[tuple[tuple[int, ...], int, Offer]] = []
    for number, offer in enumerate(offers):
        entry = offer.entry
        if entry.kind not in place.kinds or (offer.is_hidden and not hidden) or not wanted.admits(entry):
            continue
        if not all(term in offer.folded for term in terms):
            continue
        parts = sum(term not in offer.words for term in terms)
        theirs = 0 if entry.is_own else 1
        fit = _distance(entry, place)
        rank = (offer.is_hidden, theirs, parts, fit) if terms else (offer.is_hidden, fit, theirs)
        ranked.append((rank, number, offer))
    ranked.sort(key=lambda one: one[:2])
    return [offer for _rank, _number, offer in ranked]


def _distance(entry: LibraryEntry, place: LibraryPlace) -> int:
    """How far an entry is from what the heading over the cursor is about: 0 is that very thing."""
    far = 0
    if place.agency is not None and entry.kind is EntryKind.DUTY and entry.agency is not place.agency:
        far += 4
    if place.first_kind in place.kinds and entry.kind is not place.first_kind:
        far += 2
    if place.area is not None and entry.area is not place.area:
        far += 1
    return far


def present_texts(plan: Plan) -> frozenset[str]:
    """What a plan says, line by line and task by task, to know which suggestions it has already."""
    found: set[str] = set()
    outlines = [plan.opening.paragraphs, plan.closing, *(section.items for section in plan.sections)]
    if plan.decision is not None:
        outlines.extend(article.items for article in plan.decision.articles)
        found.update(_key(article.text.plain) for article in plan.decision.articles)
    found.update(_key(one.content.plain) for outline in outlines for one in outline)
    found.update(_key(task.title) for task in plan.tasks)
    found.update(_key(one.name) for one in plan.recipients.names)
    return frozenset(found - {""})


def is_present(offer: Offer, present: frozenset[str]) -> bool:
    """Whether a plan with these texts says already what the suggestion says."""
    if offer.task is not None:
        return _key(offer.task.title) in present
    if offer.entry.kind is EntryKind.RECIPIENT:
        from cchc_desktop.authoring.list_edits import parse_recipient

        return _key(parse_recipient(offer.text).name) in present
    return all(_key(one.content.plain) in present for one in offer.content)


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")
