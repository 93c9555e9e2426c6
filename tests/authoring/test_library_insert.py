"""A suggestion goes where it belongs, at the level of the place, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.authoring.library_insert import (
    at_home,
    fresh_content,
    fresh_task,
    into_outline,
    where_dropped,
    with_recipient,
    with_task,
)
from cchc_desktop.authoring.list_edits import with_recipients
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.places import Home, Place, with_outline
from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import words_for
from cchc_desktop.domain.plan import Recipient
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup
from tests.dossier_strategies import dossiers
from tests.strategies import OFFICES, outlines
from tests.suggestions import suggestion, task_suggestion
from tests.ui.outline_desk import notation, read

OFFICE = OFFICES[0]
PROFILE = Dossier(OFFICE).office_profile
WORDS = words_for(OFFICE, PROFILE, 2026)


def lines(outline: Outline) -> list[str]:
    return [notation(one.level, one.heading.plain, one.text.plain) for one in outline]


def put(outline: Outline, at: int | None, *new: str) -> list[str]:
    return lines(into_outline(outline, at, read(*new)).outline)


def home(outline: Outline, at: int | None, entry: LibraryEntry) -> list[str]:
    return lines(at_home(outline, at, entry, PROFILE, fresh_content(entry, WORDS)).outline)


SECTION = read("1. *Một*", "a) x", "- dưới x", "a) y", "1. *Hai*")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (1, ["1. *Một*", "a) x", "- dưới x", "a) mới", "a) y", "1. *Hai*"]),
        (2, ["1. *Một*", "a) x", "- dưới x", "- mới", "a) y", "1. *Hai*"]),
        (0, ["1. *Một*", "a) x", "- dưới x", "a) y", "a) mới", "1. *Hai*"]),
        (4, ["1. *Một*", "a) x", "- dưới x", "a) y", "1. *Hai*", "a) mới"]),
        (None, ["1. *Một*", "a) x", "- dưới x", "a) y", "1. *Hai*", "1. mới"]),
    ],
)
def test_a_sentence_goes_behind_the_item_with_the_cursor_at_its_level(
    at: int | None, expected: list[str]
) -> None:
    assert put(SECTION, at, "mới") == expected


def test_what_stands_below_stays_below() -> None:
    assert put(read("- x"), 0, "mới", "- dưới") == ["- x", "- mới", "+ dưới"]
    assert put(read("a) x"), 0, "mới", "- dưới", "+ sâu") == ["a) x", "a) mới", "- dưới", "+ sâu"]


def test_a_block_with_a_heading_goes_to_the_level_of_headings() -> None:
    found = put(SECTION, 2, "*Ba*", "- một", "- hai")
    assert found == [*lines(SECTION[:4]), "1. *Ba*", "- một", "- hai", "1. *Hai*"]


def test_an_empty_line_gives_way() -> None:
    assert put(read("a) x", "a)"), 1, "mới") == ["a) x", "a) mới"]


def test_the_new_items_are_told_so_that_they_can_be_selected() -> None:
    made = into_outline(SECTION, 1, read("mới", "- dưới"))
    assert lines(made.outline[made.first : made.last + 1]) == ["a) mới", "- dưới"]


def test_a_duty_goes_under_its_agency_wherever_the_cursor_is() -> None:
    section = read(
        "1. *Công an phường*", "- giữ", "1. *Đài truyền thanh phường*", "- phát", "1. *Chế độ báo cáo*"
    )
    duty = suggestion("Đưa tin", EntryKind.DUTY, agency=Function.RADIO)
    expected = [*lines(section[:4]), "- Đưa tin", *lines(section[4:])]
    for at in (None, 0, 1, 2, 3, 4):
        assert home(section, at, duty) == expected


def test_a_duty_of_an_agency_that_is_not_named_yet_brings_its_heading() -> None:
    duty = suggestion("Đưa tin", EntryKind.DUTY, agency=Function.RADIO)
    assert home((), None, duty) == ["1. *Đài truyền thanh phường*", "- Đưa tin"]
    assert home(read("1. *Công an phường*", "a) giữ"), 1, duty)[-2:] == [
        "1. *Đài truyền thanh phường*",
        "a) Đưa tin",
    ]


@pytest.mark.parametrize("at", [None, 0, 1, 2])
def test_what_an_agency_does_on_the_line_of_its_name_becomes_the_first_line_below_it(at: int | None) -> None:
    section = read("1. *Phòng Văn hóa - Xã hội*", "- theo dõi", "1. *Công an phường*: chủ trì cấp căn cước.")
    duty = suggestion("Chủ trì hướng dẫn", EntryKind.DUTY, agency=Function.POLICE)
    made = at_home(section, at, duty, PROFILE, fresh_content(duty, WORDS))
    assert lines(made.outline) == [
        *lines(section[:2]),
        "1. *Công an phường*",
        "- Chủ trì cấp căn cước.",
        "- Chủ trì hướng dẫn",
    ]
    assert lines(made.outline[made.first : made.last + 1]) == ["- Chủ trì hướng dẫn"]
    assert made.outline[2].id == section[2].id


def test_a_line_that_only_leads_up_to_what_stands_below_stays_one_line() -> None:
    section = read("1. *Công an phường*: có trách nhiệm:", "- một")
    duty = suggestion("Hai", EntryKind.DUTY, agency=Function.POLICE)
    assert home(section, None, duty) == [*lines(section), "- Hai"]
    told = read("1. *Công an phường*: chủ trì", "a) một")
    assert home(told, None, duty) == ["1. *Công an phường*", "a) Chủ trì", "a) một", "a) Hai"]


def test_dropped_on_the_line_of_its_agency_a_duty_goes_below_it_elsewhere_to_the_place() -> None:
    section = read("1. *Công an phường*: chủ trì", "1. *Thôn*: phát tin")
    duty = suggestion("Mới", EntryKind.DUTY, agency=Function.POLICE)
    content = fresh_content(duty, WORDS)
    on_it = where_dropped(section, 0, duty, PROFILE, content).outline
    assert lines(on_it) == ["1. *Công an phường*", "- Chủ trì", "- Mới", "1. *Thôn*: phát tin"]
    beside = where_dropped(section, 1, duty, PROFILE, content).outline
    assert lines(beside) == [*lines(section), "1. Mới"]


def test_an_own_duty_without_an_agency_goes_to_the_cursor() -> None:
    duty = suggestion("Việc chung", EntryKind.DUTY)
    assert home(read("1. *Công an phường*", "- giữ"), 1, duty)[-1] == "- Việc chung"


def test_purposes_and_requirements_make_their_headings_in_an_empty_section() -> None:
    first = at_home((), None, suggestion("Để hiểu", EntryKind.PURPOSE), PROFILE, read("Để hiểu")).outline
    assert lines(first) == ["1. *Mục đích*", "- Để hiểu"]
    requirement = suggestion("Phải đúng", EntryKind.REQUIREMENT)
    assert home(first, 1, requirement) == [*lines(first), "1. *Yêu cầu*", "- Phải đúng"]


@pytest.mark.parametrize("title", ["MỤC ĐÍCH", "Mục tiêu", "YÊU CẦU"])
def test_a_section_that_is_itself_the_purpose_gets_no_such_heading(title: str) -> None:
    purpose = suggestion("Để hiểu", EntryKind.PURPOSE)
    content = fresh_content(purpose, WORDS)
    assert lines(at_home((), None, purpose, PROFILE, content, title).outline) == ["- Để hiểu"]
    assert (
        lines(at_home((), None, purpose, PROFILE, content, "MỤC ĐÍCH, YÊU CẦU").outline)[0] == "1. *Mục đích*"
    )


def test_a_content_goes_to_its_area_but_to_the_cursor_in_a_section_without_areas() -> None:
    content = suggestion("Văn bản mới", area=Area.INSTITUTIONS)
    areas = read("1. *Công tác chỉ đạo, điều hành*", "- x", "1. *Cải cách thể chế*", "- y")
    assert home(areas, 1, content)[-1] == "- Văn bản mới"
    assert home(areas[:2], 1, content)[-2:] == ["1. *Cải cách thể chế*", "- Văn bản mới"]
    assert home(read("1. x", "1. y"), 0, content) == ["1. x", "1. Văn bản mới", "1. y"]


def test_targets_and_forms_are_numbered_in_an_empty_section() -> None:
    assert home((), None, suggestion("Đạt 100%", EntryKind.TARGET)) == ["1. Đạt 100%"]
    assert home((), None, suggestion("**Loa**: phát tin", EntryKind.FORM)) == ["1. *Loa*: phát tin"]
    assert home((), None, suggestion("Để thực hiện", EntryKind.OPENING)) == ["Để thực hiện"]


def test_a_task_goes_behind_the_row_with_the_cursor_and_takes_the_place_of_an_empty_one() -> None:
    rows = (TaskGroup("Nhóm"), Task(product=RichText.of("a")), Task(), Task(product=RichText.of("b")))
    appendix = Appendix("Phụ lục", VARIANTS["A"], rows)
    new = fresh_task(task_suggestion("Mới", lead="{vhxh}", timing="Quý I/{nam}"), WORDS)
    after, at = with_task(appendix, 1, new)
    assert (after.rows, at) == ((*rows[:2], new, *rows[2:]), 2)
    after, at = with_task(appendix, 2, new)
    assert (after.rows, at) == ((*rows[:2], new, rows[3]), 2)
    after, at = with_task(appendix, None, new)
    assert (after.rows, at) == ((*rows, new), 4)
    after, at = with_task(appendix, 0, new)
    assert (after.rows, at) == ((*rows, new), 4)
    two = replace(appendix, rows=(*rows, TaskGroup("Hai")))
    assert with_task(two, 0, new)[0].rows == (*rows, new, two.rows[-1])
    assert (new.lead.plain, new.timing.plain) == ("Phòng Văn hóa - Xã hội", "Quý I/2026")


def test_a_recipient_goes_behind_the_line_with_the_cursor() -> None:
    plan = with_recipients(
        new_plan(OFFICE, 2026, suggested=False), (Recipient("A"), Recipient(""), Recipient("B"))
    )
    first, empty, _last = plan.recipients.names
    after, new = with_recipient(plan, first.id, "Sở Nội vụ (để b/c)")
    assert [one.name for one in after.recipients.names] == ["A", "Sở Nội vụ", "", "B"]
    assert new.note == "để b/c"
    after, _new = with_recipient(plan, empty.id, "Sở Nội vụ")
    assert [one.name for one in after.recipients.names] == ["A", "Sở Nội vụ", "B"]
    after, _new = with_recipient(plan, "", "Sở Nội vụ")
    assert after.recipients.names[-1].name == "Sở Nội vụ"


@given(outlines(), st.integers(0, 30), outlines())
def test_nothing_of_either_outline_is_lost(outline: Outline, at: int, content: Outline) -> None:
    made = into_outline(outline, at if outline else None, content)
    new = made.outline[made.first : made.last + 1]
    assert [one.id for one in new] == [one.id for one in content]
    assert [one.content for one in new] == [one.content for one in content]
    left = [one for one in made.outline if one.id not in {item.id for item in content}]
    gone = [one for one in outline if one not in left]
    assert all(one.is_empty for one in gone)
    assert len(gone) <= 1
    assert left == [one for one in outline if one not in gone]


@given(dossiers(), outlines(), st.integers(0, 30), st.data())
def test_undo_after_inserting_gives_back_the_same_dossier(
    dossier: Dossier, content: Outline, at: int, data: st.DataObject
) -> None:
    plans = [plan for plan in dossier.plans if plan.sections]
    if not plans:
        return
    plan = data.draw(st.sampled_from(plans))
    section = data.draw(st.sampled_from(plan.sections))
    made = into_outline(section.items, at if section.items else None, content)
    session = Session(dossier, _Nowhere())
    place = Place(Home.SECTION, section.id)
    edited = session.edit_plan(plan.id, "chèn gợi ý", lambda one: with_outline(one, place, made.outline))
    if edited:
        session.undo()
    assert session.dossier == dossier


class _Nowhere:
    def save(self, dossier: Dossier) -> None:
        pass
