"""Suggestions for a place, found by words with or without marks, in the order in which they are likely wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.word_search import BEGUN, Query, Searchable
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level, Outline
from cchc_desktop.domain.placeholders import Words, fill_outline, fill_task, words_for
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.task import Task, TaskColumn

_MOST_NEAR = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion as it would stand in this plan; ``is_near``: it only holds most of the words searched for."""

    entry: LibraryEntry
    content: Outline
    task: Task | None
    text: str
    detail: str
    searched: Searchable
    is_hidden: bool = False
    is_near: bool = False

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
    lead = "" if task is None else task.lead.plain
    area = entry.area.label if entry.area else ""
    channel = entry.channel.label if entry.channel else ""
    # Whose duty it is belongs to what a duty says: its heading.
    searched = Searchable.of((agency, text, *entry.subjects), (area, channel, lead))
    return Offer(entry, content, task, text, detail, searched, is_hidden)


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
    present: frozenset[str] = frozenset(),
) -> list[Offer]:
    """The suggestions of a place that hold every word of the query, the likeliest first; ``hidden``: hidden ones too.

    Without a query what the heading over the cursor is about comes first, among that the office's own. With one the
    words that stand together come first, then the office's own, then what the heading is about. What the plan says
    already (``present``) stands behind what it does not. When nothing holds every word: what holds most of them.
    """
    asked = Query(query)
    there = [
        one
        for one in offers
        if one.entry.kind in place.kinds and (hidden or not one.is_hidden) and wanted.admits(one.entry)
    ]
    met = [(rank, one) for one in there if (rank := asked.rank(one.searched)) is not None] if asked else []
    if asked and not met:
        return _near(there, asked)
    if asked and not asked.is_begun(rank for rank, _one in met):
        met = [(rank, one) for rank, one in met if rank != BEGUN]

    def order(ranked: tuple[int, Offer]) -> tuple[int, ...]:
        rank, one = ranked
        theirs, fit = (0 if one.entry.is_own else 1), _distance(one.entry, place)
        behind = is_present(one, present) if present else False
        return (one.is_hidden, rank, behind, theirs, fit) if asked else (one.is_hidden, behind, fit, theirs)

    return [one for _rank, one in sorted(met if asked else [(0, one) for one in there], key=order)]


def _near(offers: Sequence[Offer], asked: Query) -> list[Offer]:
    """What holds most of the words, some of them together; most of it first."""
    close = [(nearness, one) for one in offers if (nearness := asked.nearness(one.searched)) is not None]
    close.sort(key=lambda one: (one[1].is_hidden, -one[0][0], -one[0][1]))
    return [replace(one, is_near=True) for _nearness, one in close[:_MOST_NEAR]]


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
    return frozenset(text for text, _source in _said(plan)) - {""}


def present_source(offer: Offer, plan: Plan) -> str:
    """The key of the line, task or recipient where a plan says already what the suggestion says; blank for nowhere."""
    sources: dict[str, str] = {}
    for text, source in _said(plan):
        sources.setdefault(text, source)
    wanted = _keys(offer)
    return sources[wanted[-1]] if wanted and all(key in sources for key in wanted) else ""


def is_present(offer: Offer, present: frozenset[str]) -> bool:
    """Whether a plan with these texts says already what the suggestion says."""
    return all(key in present for key in _keys(offer))


def _said(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each text of a plan with the key of the thing that says it; behind a heading on its line it counts by itself."""
    outlines = [plan.opening.paragraphs, *(section.items for section in plan.sections), plan.closing]
    for article in () if plan.decision is None else plan.decision.articles:
        outlines.append(article.items)
        yield _key(article.text.plain), article.id
    for one in (one for outline in outlines for one in outline):
        yield _key(one.content.plain), one.id
        if one.is_run_in:
            yield _key(one.text.plain), one.id
    yield from ((_key(task.title), task.id) for task in plan.tasks)
    yield from ((_key(one.name), one.id) for one in plan.recipients.names)


def _keys(offer: Offer) -> tuple[str, ...]:
    """What a plan has to say to have the suggestion already."""
    if offer.task is not None:
        return (_key(offer.task.title),)
    if offer.entry.kind is EntryKind.RECIPIENT:
        from cchc_desktop.authoring.list_edits import parse_recipient

        return (_key(parse_recipient(offer.text).name),)
    return tuple(_key(one.content.plain) for one in offer.content)


def _key(text: str) -> str:
    """A text to compare: behind a heading its first letter is small, and marks at the end differ."""
    bare = " ".join(text.split()).rstrip(" .;,")
    return bare[:1].lower() + bare[1:]
