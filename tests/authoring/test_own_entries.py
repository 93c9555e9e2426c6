"""Sentences of a plan become suggestions that follow the next plan, and give themselves back to the letter."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc_desktop.authoring.own_entries import Follower, Written, as_entry, replaced_words
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Level, Outline, item
from cchc_desktop.domain.placeholders import PLACEHOLDERS, Words, fill, fill_outline, fill_task, words_for
from cchc_desktop.domain.profile import default_profile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, Task, TaskColumn
from tests.strategies import AGENCY_NAMES, OFFICES, outlines, tasks, wild_texts
from tests.suggestions import suggestion, task_suggestion
from tests.ui.outline_desk import notation, read

WARD, COMMUNE = OFFICES[0], OFFICES[1]


@cache
def follower(office: Office, year: int = 2026) -> Follower:
    return Follower(office, default_profile(office), year)


@cache
def words(office: Office, year: int = 2026) -> Words:
    return words_for(office, default_profile(office), year)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Kế hoạch năm 2026 của phường", "Kế hoạch năm {nam} của {cap}"),
        ("so với năm 2025, đến năm 2027", "so với năm {nam_truoc}, đến năm {nam_sau}"),
        ("trước ngày 15/3/2026", "trước ngày 15/3/{nam}"),
        ("Quý I/2026", "Quý I/{nam}"),
        ("Trong tháng 3/2026", "Trong tháng 3/{nam}"),
        ("Ủy ban nhân dân phường Vũng Áng giao", "{ubnd} giao"),
        ("Ủy ban nhân dân phường giao", "{ubnd_cap} giao"),
        ("trên địa bàn phường Vũng Áng", "trên địa bàn {don_vi}"),
        ("Phường công khai", "{Cap} công khai"),
        ("Phòng Văn hóa - Xã hội chủ trì", "{vhxh} chủ trì"),
        ("Trưởng phòng Văn hóa - Xã hội", "{truong_vhxh}"),
        ("Đài truyền thanh phường phát", "{truyen_thanh} phát"),
        ("tỉnh Hà Tĩnh", "{ten_tinh}"),
    ],
)
def test_what_changes_with_plan_and_office_is_kept_as_a_name(written: str, kept: str) -> None:
    assert follower(WARD).text(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "Nghị quyết số 12/2026/NQ-HĐND",
        "Quyết định số 15/QĐ-UBND ngày 12 tháng 3 năm 2026 của Ủy ban",
        "giai đoạn 2026 - 2030",
        "giai đoạn 2021-2026",
        "12026 lượt",
        "phường Kỳ Anh",
        "phường 1",
        "các phường khác",
        "cấp phường",
        "các xã, phường trên địa bàn",
    ],
)
def test_what_does_not_change_stays(written: str) -> None:
    assert follower(WARD).text(written) in (written, written.replace("Ủy ban nhân dân phường", "{ubnd_cap}"))


@pytest.mark.parametrize(
    "written", ["chính trị - xã hội", "hợp tác xã", "cấp xã", "thị xã", "các xã", "xã hội hóa", "xã An Hòa"]
)
def test_the_noun_of_a_xa_is_not_taken_out_of_other_words(written: str) -> None:
    assert follower(COMMUNE).text(written) == written


def test_a_suggestion_kept_this_year_reads_for_next_year() -> None:
    entry = as_entry(EntryKind.CONTENT, read("- Hội nghị quý I/2026 của phường Vũng Áng"), follower(WARD))
    next_year = words_for(WARD, default_profile(WARD), 2027)
    [line] = fill_outline(entry.content, next_year)
    assert (line.level, line.text.plain) == (Level.PARAGRAPH, "Hội nghị quý I/2027 của phường Vũng Áng")
    assert entry.is_own


def test_items_lose_the_level_of_their_place_and_keep_what_stands_below() -> None:
    selected = read("a) một", "- dưới", "a) hai")
    entry = as_entry(EntryKind.CONTENT, selected, follower(WARD))
    found = [notation(one.level, one.heading.plain, one.text.plain) for one in entry.content]
    assert found == ["một", "- dưới", "hai"]


def test_without_a_follower_it_stays_as_it_is_written() -> None:
    entry = as_entry(EntryKind.CONTENT, read("- Năm 2026 và {nam}"), None)
    [line] = fill_outline(entry.content, words_for(WARD, default_profile(WARD), 2030))
    assert line.text.plain == "Năm 2026 và {nam}"


def test_empty_items_are_not_kept() -> None:
    entry = as_entry(EntryKind.CONTENT, (*read("- một"), item(Level.DASH)), None)
    assert len(entry.content) == 1


_PIECES = st.one_of(
    st.sampled_from(
        ("2026", "2025", "2027", "năm ", "/", "{", "}", "{{", " ", "-", "phường", "Phường", "xã", ", ")
    ),
    st.sampled_from(AGENCY_NAMES),
    st.sampled_from(sorted(PLACEHOLDERS)).map(lambda name: f"{{{name}}}"),
    wild_texts(6),
)
_TEXTS = st.lists(_PIECES, max_size=8).map("".join)


@given(st.sampled_from(OFFICES), st.integers(2020, 2031), _TEXTS)
@example(OFFICES[0], 2026, "{2026}")
@example(OFFICES[0], 2026, "{{nam}")
@example(OFFICES[0], 2026, "{nam}} {{vhxh}}")
@example(OFFICES[0], 2026, "{phường}")
def test_filling_for_the_same_office_and_year_gives_the_text_back(
    office: Office, year: int, written: str
) -> None:
    assert fill(follower(office, year).text(written), words(office, year)) == written


@given(st.sampled_from(OFFICES), outlines())
def test_filling_gives_an_outline_back(office: Office, selected: Outline) -> None:
    written = [one for one in selected if not one.is_empty]
    for follows in (follower(office), None):
        entry = as_entry(EntryKind.CONTENT, selected, follows)
        filled = fill_outline(entry.content, words(office))
        assert [one.content for one in filled] == [one.content for one in written]


@given(st.sampled_from(OFFICES), tasks())
def test_filling_gives_a_task_back(office: Office, task: Task) -> None:
    for follows in (follower(office), None):
        kept = as_entry(EntryKind.TASK, task, follows).task
        assert kept is not None
        filled = fill_task(kept, words(office))
        assert [filled.cell(column) for column in CELL_COLUMNS] == [
            task.cell(column) for column in CELL_COLUMNS
        ]
        assert [one.content for one in filled.content] == [one.content for one in task.content]


def test_an_agency_renamed_by_the_office_is_known_by_its_new_name() -> None:
    dossier = Dossier(WARD)
    profile = dossier.office_profile
    first, *others = profile.agencies
    renamed = replace(profile, agencies=(replace(first, name="Phòng Văn hóa và Xã hội"), *others))
    assert Follower(WARD, renamed, 2026).text("Phòng Văn hóa và Xã hội chủ trì") == "{vhxh} chủ trì"


def test_typefaces_are_kept() -> None:
    text = RichText.of("Năm 2026", bold=True) + RichText.of(" của phường")
    kept = follower(WARD).rich(text)
    assert [(run.text, run.bold) for run in kept] == [("Năm {nam}", True), (" của {cap}", False)]


def test_what_another_plan_says_differently_is_told_in_plain_words() -> None:
    entry = suggestion("Năm {nam} tại {don_vi}: {cong_an}, {{nam}}", EntryKind.DUTY)
    assert replaced_words(entry, words(WARD)) == (
        ("2026", "năm của kế hoạch"),
        ("phường Vũng Áng", "tên đơn vị"),
        ("Công an phường", "tên cơ quan"),
    )
    task = task_suggestion("Họp", lead="{vhxh}", timing="Quý I/{nam}")
    assert [now for now, _name in replaced_words(task, words(WARD))] == ["Phòng Văn hóa - Xã hội", "2026"]


def test_what_is_not_touched_stays_as_it_was_and_what_is_written_follows() -> None:
    # "Ủy ban nhân dân phường" could be either name: only what was kept knows.
    entry = suggestion("- {ubnd} họp năm {nam}\n- Năm 2026 {nam_sau}")
    written = Written(entry, words(WARD), follower(WARD), follows=True)
    assert [one.text.plain for one in written.content] == [
        "Ủy ban nhân dân phường Vũng Áng họp năm 2026",
        "Năm 2026 2027",
    ]
    assert written.entry(written.content, {}).content == entry.content
    first, second = written.content
    changed = written.entry((replace(first, text=RichText.of("Họp ở phường năm 2026")), second), {})
    assert [one.text.plain for one in changed.content] == ["Họp ở {cap} năm {nam}", "Năm 2026 {nam_sau}"]
    written.follows = False
    kept = written.entry(written.content, {})
    assert fill_outline(kept.content, words(WARD, 2030)) == written.content


def test_a_task_is_read_back_cell_by_cell() -> None:
    entry = task_suggestion("Họp", lead="{vhxh}", timing="Quý I/{nam}")
    written = Written(entry, words(WARD), follower(WARD), follows=True)
    assert written.task is not None
    cells = {TaskColumn.LEAD: written.task.lead.plain, TaskColumn.TIMING: "Quý II/2026"}
    task = written.entry(written.task.content, cells).task
    assert task is not None
    assert (task.title, task.lead.plain, task.timing.plain) == ("Họp", "{vhxh}", "Quý II/{nam}")
