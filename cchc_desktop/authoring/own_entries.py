"""Suggestions an office makes from its own plan: names and years turned back into what follows the next plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Level, Outline, OutlineItem, with_new_ids
from cchc_desktop.domain.placeholders import Words, fill_outline, fill_task, kept_literal, words_for
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import CELL_COLUMNS, Task, TaskColumn
from cchc_desktop.domain.vietnamese import new_id, upper_first

# What keeps its year: "12/2026/QĐ-UBND", "15/KH-UBND"; the date of a document that is cited; "2026 - 2030".
_KEPT = (
    r"\d+\s*/\s*\d{4}\s*/\s*\w[\w-]*",
    r"\d+\s*/\s*[A-ZĐ]{2}[\w-]*",
    r"\d{1,2}(?:/\d{1,2}/|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}(?=\s+(?:của|về|quy định|ban hành)\b)",
    r"\d{4}\s*[-–]\s*\d{4}",
)
# "cấp xã", "các xã", "hợp tác xã", "thị xã", "xã, phường", "xã hội": not the commune itself.
_NOT_BEFORE = "".join(
    f"(?<!{word})" for word in ("cấp ", "Cấp ", "tác ", "thị ", "các ", "Các ", "mỗi ", ", ")
)
_NOT_BEHIND = r"(?!\s+(?:hội|viên|đội|luận)\b)(?!,\s+(?:xã|phường|đặc khu|thị trấn)\b)"
_NAME = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_PLAIN_NAMES = {
    "nam": "năm của kế hoạch",
    "nam_truoc": "năm trước năm kế hoạch",
    "nam_sau": "năm sau năm kế hoạch",
    "cap": "xã, phường hay đặc khu",
    "Cap": "xã, phường hay đặc khu",
    "don_vi": "tên đơn vị",
    "ubnd": "tên cơ quan ban hành",
    "ubnd_cap": "tên Ủy ban nhân dân",
    "tinh": "tỉnh hay thành phố",
    "ten_tinh": "tên tỉnh, thành phố",
    "thon": "thôn, tổ dân phố",
    "truong_vhxh": "chức danh người đứng đầu",
    "chanh_van_phong": "chức danh người đứng đầu",
}
# Names so general that they are words of the text rather than the name of one body.
_GENERAL = frozenset({Function.CONCERNED.value, Function.SETTLEMENTS.value})
_NAMES = ("truong_vhxh", "chanh_van_phong", "ubnd", "ubnd_cap", "don_vi", "ten_tinh")


class Follower:
    """Turns texts of one plan into texts that follow the next: ``placeholders.fill`` gives them back to the letter."""

    def __init__(self, office: Office, profile: OfficeProfile, year: int) -> None:
        words = words_for(office, profile, year)
        keys = (*_NAMES, *(one.value for one in Function if one.value not in _GENERAL))
        self._names: dict[str, str] = {}
        for key in keys:
            if words[key].strip():
                self._names.setdefault(words[key], key)
        self._noun = office.common_noun
        self._year = year
        names = "|".join(re.escape(one) for one in sorted(self._names, key=len, reverse=True))
        noun = f"{self._noun}|{upper_first(self._noun)}"
        self._form = re.compile(
            rf"(?P<kept>{'|'.join(_KEPT)})"
            rf"|(?<![\w{{])(?:(?P<name>{names})|{_NOT_BEFORE}(?P<noun>{noun}){_NOT_BEHIND}"
            rf"|(?<![./-])(?P<year>{year})|(?<=năm )(?P<near>{year - 1}|{year + 1}))(?![\w}}])"
            rf"|(?<=[\dIV]/)(?P<dated>{year})(?![\w}}/])"
        )

    def text(self, text: str) -> str:
        """The text with names and years in braces."""
        return self._form.sub(self._replaced, kept_literal(text))

    def rich(self, text: RichText) -> RichText:
        """As :meth:`text`, typefaces kept."""
        return RichText(tuple(Run(self.text(run.text), run.bold, run.italic) for run in text.runs))

    def outline(self, outline: Outline) -> Outline:
        """As :meth:`text`, for every item, as new things."""
        return with_new_ids(
            replace(one, heading=self.rich(one.heading), text=self.rich(one.text)) for one in outline
        )

    def task(self, task: Task) -> Task:
        """As :meth:`text`, for content and cells, as a new thing."""
        for column in CELL_COLUMNS:
            task = task.with_cell(column, self.rich(task.cell(column)))
        return replace(task, content=self.outline(task.content), id=new_id())

    def _replaced(self, found: re.Match[str]) -> str:
        match found.lastgroup:
            case "name":
                return f"{{{self._names[found['name']]}}}"
            case "noun":
                behind = found.string[found.end() :].lstrip()[:1]
                if behind.isupper() or behind.isdigit():  # "phường Kỳ Anh", "phường 1": another one
                    return found[0]
                return "{cap}" if found["noun"] == self._noun else "{Cap}"
            case "year" | "dated":
                return "{nam}"
            case "near":
                return "{nam_truoc}" if found["near"] == str(self._year - 1) else "{nam_sau}"
            case _:
                return found[0]


class Written:
    """A suggestion as it reads in one plan, and what is written there turned back into one that follows the next.

    What has not been touched stays as it was, so that nothing is lost of what no reading can tell.
    """

    def __init__(self, entry: LibraryEntry, words: Words, follower: Follower, *, follows: bool) -> None:
        self.follows = follows
        self._as_it_was = follows
        self._entry = entry
        self._follower = follower
        self.content = fill_outline(entry.content, words)
        self.task = None if entry.task is None else fill_task(entry.task, words)

    def entry(self, content: Outline, cells: Mapping[TaskColumn, str]) -> LibraryEntry:
        """The suggestion that says this; ``cells``: those of a task as they are written."""
        task, shown = self._entry.task, self.task
        if task is None or shown is None:
            return replace(self._entry, content=self._outline(content, self.content, self._entry.content))
        now = task.with_content(self._outline(content, shown.content, task.content))
        for column, written in cells.items():
            before = shown.cell(column)
            text = before if written == before.plain else RichText.of(written)
            now = now.with_cell(column, self._text(text, before, task.cell(column)))
        return replace(self._entry, task=now)

    def _outline(self, written: Outline, shown: Outline, kept: Outline) -> Outline:
        nothing = OutlineItem(Level.PARAGRAPH)
        was = {one.id: (one, entry) for one, entry in zip(shown, kept, strict=True)}
        found = []
        for one in written:
            before, entry = was.get(one.id, (nothing, nothing))
            found.append(
                replace(
                    one,
                    heading=self._text(one.heading, before.heading, entry.heading),
                    text=self._text(one.text, before.text, entry.text),
                )
            )
        return tuple(found)

    def _text(self, written: RichText, shown: RichText, kept: RichText) -> RichText:
        if written == shown and self.follows is self._as_it_was:
            return kept
        return self._follower.rich(written) if self.follows else _literal(written)


def replaced_words(entry: LibraryEntry, words: Words) -> tuple[tuple[str, str], ...]:
    """What a suggestion will say differently in another plan: the words of this one, and what they are in plain words."""
    content = entry.content if entry.task is None else entry.task.content
    texts = [one.content.plain for one in content]
    if entry.task is not None:
        texts.extend(entry.task.cell(column).plain for column in CELL_COLUMNS)
    # Only what filling replaces: braces that people typed stay.
    names = dict.fromkeys(name for text in texts for name in _NAME.findall(text) if name in words)
    return tuple((words[name], _PLAIN_NAMES.get(name, "tên cơ quan")) for name in names)


def literal_outline(outline: Outline) -> Outline:
    """The items so written that filling gives them back as they are, as new things."""
    return with_new_ids(
        replace(one, heading=_literal(one.heading), text=_literal(one.text)) for one in outline
    )


def literal_task(task: Task) -> Task:
    """As :func:`literal_outline`, for content and cells."""
    for column in CELL_COLUMNS:
        task = task.with_cell(column, _literal(task.cell(column)))
    return replace(task, content=literal_outline(task.content), id=new_id())


def _literal(text: RichText) -> RichText:
    return RichText(tuple(Run(kept_literal(run.text), run.bold, run.italic) for run in text.runs))


def as_entry(
    kind: EntryKind,
    selected: Outline | Task,
    follower: Follower | None,
    *,
    area: Area | None = None,
    agency: Function | None = None,
) -> LibraryEntry:
    """An own suggestion from items of an outline, or from a task; without a follower it stays as it is written.

    The first item loses its level, so that the suggestion takes that of the place it is put into.
    """
    if isinstance(selected, Task):
        task = literal_task(selected) if follower is None else follower.task(selected)
        return LibraryEntry(EntryKind.TASK, task=task, area=area, is_own=True)
    bare = tuple(one for one in selected if not one.is_empty)
    content = literal_outline(bare) if follower is None else follower.outline(bare)
    return LibraryEntry(kind, _from_its_place(content), area=area, agency=agency, is_own=True)


def _from_its_place(content: Outline) -> Outline:
    """Items of the outermost level become plain: that level was the place's. A heading with items keeps theirs."""
    ranks = [one.level.rank for one in content if one.level.rank]
    if not ranks:
        return content
    first, *rest = content
    if first.is_heading_only and all(one.level.rank > first.level.rank or not one.level.rank for one in rest):
        return (_plain(first), *rest)
    outermost = min(ranks)
    return tuple(_plain(one) if one.level.rank == outermost else one for one in content)


def _plain(one: OutlineItem) -> OutlineItem:
    return replace(one, level=Level.PARAGRAPH)
