"""The library as a whole: enough of everything, tasks and duties that answer to each other, dates inside the year."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cchc_desktop.catalog.library import load_library
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.placeholders import PLACEHOLDERS, names_in
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.timing import Timing, understand

LEAST_BY_KIND = {
    EntryKind.OPENING: 3,
    EntryKind.PURPOSE: 12,
    EntryKind.REQUIREMENT: 12,
    EntryKind.TARGET: 25,
    EntryKind.CONTENT: 50,
    EntryKind.FORM: 25,
    EntryKind.TASK: 50,
    EntryKind.BUDGET: 6,
    EntryKind.DUTY: 45,
    EntryKind.CLOSING: 4,
    EntryKind.RECIPIENT: 8,
}
# Bodies a plan gives work to; the others of the directory are only named.
_WITH_DUTIES = (
    Function.CULTURE,
    Function.OFFICE,
    Function.ECONOMY,
    Function.SERVICE_CENTRE,
    Function.POLICE,
    Function.MILITARY,
    Function.HEALTH,
    Function.RADIO,
    Function.WEB_EDITORS,
    Function.PUBLIC_UNIT,
    Function.DIGITAL_TEAMS,
    Function.DIVISIONS,
    Function.SCHOOLS,
    Function.SETTLEMENTS,
    Function.PARTY_BUILDING,
    Function.FRONT,
    Function.YOUTH,
    Function.MASS_ORGANISATIONS,
)


@pytest.fixture(scope="module")
def library() -> tuple[LibraryEntry, ...]:
    return load_library()


@pytest.fixture(scope="module")
def tasks(library: tuple[LibraryEntry, ...]) -> dict[str, LibraryEntry]:
    return {one.id: one for one in library if one.kind is EntryKind.TASK}


@pytest.fixture(scope="module")
def duties(library: tuple[LibraryEntry, ...]) -> list[LibraryEntry]:
    return [one for one in library if one.kind is EntryKind.DUTY]


def texts(entry: LibraryEntry) -> list[str]:
    """Everything an entry would put on paper, line by line."""
    if entry.task is None:
        return [part.plain for one in entry.content for part in (one.heading, one.text) if part]
    return [one.content.plain for one in entry.task.content] + [
        entry.task.product.plain,
        entry.task.timing.plain,
    ]


def agencies(entry: LibraryEntry) -> tuple[str, str]:
    assert entry.task is not None
    return entry.task.lead.plain, entry.task.cooperation.plain


def test_it_has_enough_of_every_kind(library: tuple[LibraryEntry, ...]) -> None:
    found = Counter(one.kind for one in library)
    lacking = {
        kind.value: (found[kind], least) for kind, least in LEAST_BY_KIND.items() if found[kind] < least
    }
    assert lacking == {}
    assert len(library) >= 250


def test_every_area_has_contents_targets_and_tasks(library: tuple[LibraryEntry, ...]) -> None:
    found = Counter((one.kind, one.area) for one in library)
    for kind, least in ((EntryKind.CONTENT, 6), (EntryKind.TARGET, 1), (EntryKind.TASK, 2)):
        lacking = {area.value: found[kind, area] for area in Area if found[kind, area] < least}
        assert lacking == {}, kind


def test_every_channel_has_a_form(library: tuple[LibraryEntry, ...]) -> None:
    forms = [one for one in library if one.kind is EntryKind.FORM]
    assert [one.id for one in forms if one.channel is None] == []
    assert set(Channel) - {one.channel for one in forms} == set()


def test_every_name_in_braces_is_known(library: tuple[LibraryEntry, ...]) -> None:
    unknown = {
        one.id: names for one in library for text in texts(one) if (names := names_in(text) - PLACEHOLDERS)
    }
    assert unknown == {}


def test_an_entry_that_takes_the_level_of_its_place_is_one_item_or_one_with_items_below(
    library: tuple[LibraryEntry, ...],
) -> None:
    for one in library:
        content = one.task.content if one.task is not None else one.content
        assert content[0].level is Level.PARAGRAPH, one.id
        assert all(item.level is not Level.PARAGRAPH for item in content[1:]), one.id


@pytest.mark.parametrize("year", range(2026, 2031))
def test_every_timing_is_understood_and_inside_the_year(tasks: dict[str, LibraryEntry], year: int) -> None:
    for key, one in tasks.items():
        assert one.task is not None
        written = one.task.timing.plain.replace("{nam}", str(year))
        timing = understand(written, year)
        assert timing.is_understood, (key, written)
        outside = [day for day in days_of(timing) if not date(year, 1, 1) <= day <= date(year, 12, 31)]
        assert outside == [], (key, written)


def days_of(timing: Timing) -> list[date]:
    own = [day for day in (timing.start, timing.due, timing.deadline_shown) if day is not None]
    return own + [day for part in timing.parts for day in days_of(part)]


def test_whoever_leads_a_task_has_a_duty_that_names_it(
    tasks: dict[str, LibraryEntry], duties: list[LibraryEntry]
) -> None:
    answered = {(key, one.agency.value) for one in duties if one.agency for key in one.tasks}
    missing = [key for key, one in tasks.items() if (key, agencies(one)[0].strip("{}")) not in answered]
    assert not missing, "\n".join(missing)


def test_a_duty_names_tasks_that_exist_and_that_its_agency_does(
    tasks: dict[str, LibraryEntry], duties: list[LibraryEntry]
) -> None:
    for duty in duties:
        assert duty.agency is not None, duty.id
        for key in duty.tasks:
            assert key in tasks, (duty.id, key)
            assert f"{{{duty.agency.value}}}" in " ".join(agencies(tasks[key])), (duty.id, key)


def test_the_bodies_that_plans_give_work_to_have_duties(duties: list[LibraryEntry]) -> None:
    assert [one.value for one in _WITH_DUTIES if all(duty.agency is not one for duty in duties)] == []


def test_nobody_works_together_with_itself(tasks: dict[str, LibraryEntry]) -> None:
    assert [key for key, one in tasks.items() if agencies(one)[0] in agencies(one)[1]] == []


def test_some_tasks_earn_points_of_the_index(tasks: dict[str, LibraryEntry]) -> None:
    assert sum(bool(one.criterion) for one in tasks.values()) >= 15
