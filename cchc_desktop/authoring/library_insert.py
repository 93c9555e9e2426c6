"""Putting a suggestion into a plan: where it goes and at which level. Pure functions on outlines, tables and lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cchc_desktop.authoring.library_places import agency_named, area_named, headings_over, kind_named
from cchc_desktop.authoring.list_edits import parse_recipient
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item, subtree_end, with_new_ids
from cchc_desktop.domain.placeholders import Words, fill_outline, fill_task
from cchc_desktop.domain.plan import Plan, Recipient
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task, TaskGroup
from cchc_desktop.domain.vietnamese import new_id, upper_first

_CHILDREN = {
    Level.ARABIC: Level.DASH,
    Level.DECIMAL: Level.DASH,
    Level.SUBDECIMAL: Level.DASH,
    Level.LETTER: Level.DASH,
    Level.DASH: Level.PLUS,
    Level.PLUS: Level.PLUS,
}
# What an empty section begins with, where no heading is made for it.
_FIRST_LEVELS = {
    EntryKind.TARGET: Level.ARABIC,
    EntryKind.FORM: Level.ARABIC,
    EntryKind.BUDGET: Level.ARABIC,
    EntryKind.OPENING: Level.PARAGRAPH,
    EntryKind.CLOSING: Level.PARAGRAPH,
}


@dataclass(frozen=True, slots=True)
class Inserted:
    """An outline with a suggestion in it, and which of its items are new."""

    outline: Outline
    first: int
    last: int


def fresh_content(entry: LibraryEntry, words: Words) -> Outline:
    """The text of a suggestion as new items, with its names in braces filled in."""
    return with_new_ids(fill_outline(entry.content, words))


def fresh_task(entry: LibraryEntry, words: Words) -> Task:
    """The task of a suggestion as a new one, filled in. Raises ValueError for a suggestion that is no task."""
    if entry.task is None:
        raise ValueError(entry.kind)
    task = fill_task(entry.task, words)
    return replace(task, content=with_new_ids(task.content), id=new_id())


def into_outline(outline: Outline, at: int | None, content: Outline) -> Inserted:
    """Items put behind the one at ``at`` and what stands under it, at its level; under a heading they go to its end.

    An empty item there gives way. A block with a heading of its own goes to the level of the heading over the place.
    """
    if not outline or at is None:
        where = len(outline)
        level = _root_level(outline) if outline else Level.PARAGRAPH
        return _put(outline, where, where, _placed(content, level))
    index = min(max(at, 0), len(outline) - 1)
    one = outline[index]
    if one.is_empty:
        return _put(outline, index, index + 1, _placed(content, one.level))
    if content and content[0].is_heading_only:
        over = next((h for h in headings_over(outline, index) if outline[h].is_heading_only), None)
        root = index if over is None else over
        end = _end_of(outline, root)
        return _put(outline, end, end, _placed(content, outline[root].level))
    if one.is_heading_only:
        return _under(outline, index, content)
    end = _end_of(outline, index)
    return _put(outline, end, end, _placed(content, one.level))


def at_home(
    outline: Outline,
    at: int | None,
    entry: LibraryEntry,
    office: OfficeProfile,
    content: Outline,
    title: str = "",
) -> Inserted:
    """Items put where they belong: at the cursor, unless they belong under a heading that the cursor is not under.

    A duty belongs under its agency, a content under its area, a purpose under "Mục đích". That heading is made where
    the section is empty or has others like it; an agency's always, for a duty without one is nobody's. ``title``: of
    the section; one that is "Mục đích" itself needs no such heading.
    """
    home = _Home(entry, office, title)
    filled = any(not one.is_empty for one in outline)
    if not home.title:
        if not filled and content and not content[0].is_heading_only:
            return _put((), 0, 0, _placed(content, _FIRST_LEVELS.get(entry.kind, Level.DASH)))
        return into_outline(outline, at, content)
    if at is not None and any(home.is_it(outline[over]) for over in headings_over(outline, at)):
        return _at_or_under(outline, at, home, content)
    for index, one in enumerate(outline):
        if home.is_it(one):
            return _under(outline, index, content)
    likes = [one for one in outline if home.is_like(one)]
    if filled and not likes and entry.kind is not EntryKind.DUTY:
        return into_outline(outline, at, content)
    kept = outline if filled else ()
    level = next((one.level for one in likes), Level.ARABIC)
    with_heading = (*kept, item(level, heading=home.title))
    made = _under(with_heading, len(kept), content)
    return Inserted(made.outline, len(kept), made.last)


def where_dropped(
    outline: Outline, at: int | None, entry: LibraryEntry, office: OfficeProfile, content: Outline
) -> Inserted:
    """Items put where they were let go; on the very heading they belong under, below it."""
    return _at_or_under(outline, at, _Home(entry, office, ""), content)


def _at_or_under(outline: Outline, at: int | None, home: _Home, content: Outline) -> Inserted:
    """As :func:`into_outline`; a heading of theirs that has its text on its own line gets them below it."""
    if at is not None and at < len(outline) and outline[at].is_run_in and home.is_it(outline[at]):
        return _under(outline, at, content)
    return into_outline(outline, at, content)


class _Home:
    """The heading a suggestion belongs under; ``title`` is blank when it may stand anywhere."""

    def __init__(self, entry: LibraryEntry, office: OfficeProfile, section: str) -> None:
        self._entry = entry
        self._office = office
        self.title = ""
        match entry.kind:
            case EntryKind.PURPOSE | EntryKind.REQUIREMENT if kind_named(section) is None:
                self.title = entry.kind.label
            case EntryKind.CONTENT if entry.area is not None:
                self.title = entry.area.label
            case EntryKind.DUTY if entry.agency is not None:
                agency = office.agency(entry.agency)
                self.title = "" if agency is None else agency.name

    def is_it(self, one: OutlineItem) -> bool:
        """Whether this is the heading."""
        named = self._named(one)
        return named is not None and named in (self._entry.area, self._entry.agency, self._entry.kind)

    def is_like(self, one: OutlineItem) -> bool:
        """Whether this is a heading of the same sort."""
        return self._named(one) is not None

    def _named(self, one: OutlineItem) -> object:
        if not one.heading:
            return None
        heading = one.heading.plain
        match self._entry.kind:
            case EntryKind.DUTY:
                return agency_named(heading, self._office)
            case EntryKind.CONTENT:
                return area_named(heading)
            case _:
                return kind_named(heading)


def _end_of(outline: Outline, index: int) -> int:
    """One past what stands under an item; a text does not own the plain paragraphs behind it."""
    if not outline[index].is_heading_only and outline[index].level.rank == 0:
        return index + 1
    if outline[index].level.rank == 0:
        end = index + 1
        while end < len(outline) and not (outline[end].level.rank == 0 and outline[end].is_heading_only):
            end += 1
        return end
    end = subtree_end(outline, index)
    if not outline[index].heading:
        while end > index + 1 and outline[end - 1].level.rank == 0:
            end -= 1
    return end


def _under(outline: Outline, heading: int, content: Outline) -> Inserted:
    """Items put behind all that stands under a heading, at the level of that; an empty last line gives way.

    What the heading says on its own line becomes the first line below it, unless it only leads up to what is there.
    """
    if outline[heading].is_run_in and not outline[heading].text.plain.rstrip().endswith(":"):
        outline = _with_text_below(outline, heading)
    end = _end_of(outline, heading)
    below = outline[heading + 1 : end]
    if below:
        labelled = [one.level for one in below if one.level.rank]
        level = min(labelled, key=lambda one: one.rank) if labelled else Level.PARAGRAPH
        start = end - 1 if below[-1].is_empty else end
        return _put(outline, start, end, _placed(content, level))
    return _put(outline, end, end, _placed(content, _child_level(outline, heading)))


def _with_text_below(outline: Outline, heading: int) -> Outline:
    """The outline with the text behind a heading as the first line below it, at the level of what is there."""
    one = outline[heading]
    below = outline[heading + 1 : _end_of(outline, heading)]
    levels = [next_.level for next_ in below if next_.level.rank > one.level.rank]
    bare = replace(one, text=RichText())
    level = (
        min(levels, key=lambda found: found.rank)
        if levels
        else _child_level((*outline[:heading], bare, *outline[heading + 1 :]), heading)
    )
    first, *rest = one.text.runs
    text = RichText((replace(first, text=upper_first(first.text)), *rest))
    return (*outline[:heading], bare, item(level, text), *outline[heading + 1 :])


def _child_level(outline: Outline, heading: int) -> Level:
    """The level of what stands under other headings like this one, or the usual one."""
    level = outline[heading].level
    for index, one in enumerate(outline[:-1]):
        below = outline[index + 1]
        is_like = one.level is level and one.is_heading_only and below.level is not level
        if is_like and (below.level.rank > level.rank or not below.heading):
            return below.level
    return _CHILDREN.get(level, Level.DASH)


def _root_level(outline: Outline) -> Level:
    return next(
        (one.level for one in reversed(outline) if one.level.rank <= outline[0].level.rank), outline[0].level
    )


def _put(outline: Outline, start: int, end: int, new: Outline) -> Inserted:
    return Inserted((*outline[:start], *new, *outline[end:]), start, start + len(new) - 1)


def _placed(content: Outline, level: Level) -> Outline:
    """Items with their first at a level and what stands under it as far below as it was."""
    placed: list[OutlineItem] = []
    parents: list[tuple[int, Level]] = []  # rank as written, level as placed
    for one in content:
        if one.level.rank == 0:
            is_below_heading = bool(parents) and content[0].is_heading_only
            placed.append(one if is_below_heading else replace(one, level=level))
            parents = parents or [(0, level)]
            continue
        while len(parents) > 1 and parents[-1][0] >= one.level.rank:
            parents.pop()
        if not parents:
            fitted = level if level.rank else one.level
        else:
            fitted = _fitted(one.level, parents[-1][1]) if parents[-1][0] < one.level.rank else parents[-1][1]
        if not parents or parents[-1][0] < one.level.rank:
            parents.append((one.level.rank, fitted))
        placed.append(replace(one, level=fitted))
    return tuple(placed)


def _fitted(level: Level, parent: Level) -> Level:
    """The level of what stands under an item at ``parent``: its own where that is deeper."""
    if level.rank > parent.rank and not (level is Level.PLUS and parent.rank < Level.DASH.rank):
        return level
    if parent.rank == 0:
        return Level.DASH
    return _CHILDREN[parent]


def with_task(appendix: Appendix, row: int | None, task: Task) -> tuple[Appendix, int]:
    """The table with a task behind a row (None: behind the last), and its row; a row without any text gives way.

    On the title of a group it goes to the end of that group.
    """
    rows = appendix.rows
    at = len(rows) if row is None else min(row + 1, len(rows))
    if row is not None and row < len(rows):
        old = rows[row]
        if isinstance(old, Task) and replace(old, id="") == Task(id=""):
            return replace(appendix, rows=(*rows[:row], task, *rows[row + 1 :])), row
        while isinstance(old, TaskGroup) and at < len(rows) and not isinstance(rows[at], TaskGroup):
            at += 1
    return replace(appendix, rows=(*rows[:at], task, *rows[at:])), at


def with_recipient(plan: Plan, after: str, text: str) -> tuple[Plan, Recipient]:
    """The plan with a recipient behind the one with this key (behind all when there is none); an empty line gives way."""
    new = parse_recipient(text)
    names = plan.recipients.names
    at = next((number for number, one in enumerate(names) if one.id == after), None)
    if at is not None and not names[at].name.strip():
        changed = (*names[:at], new, *names[at + 1 :])
    else:
        where = len(names) if at is None else at + 1
        changed = (*names[:where], new, *names[where:])
    return replace(plan, recipients=replace(plan.recipients, names=changed)), new
