"""Suggestions are found by place and by words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.authoring.library_edits import with_entry_added, with_hidden
from cchc_desktop.authoring.library_places import (
    LibraryPlace,
    agency_named,
    area_named,
    kinds_for,
    place_in,
)
from cchc_desktop.authoring.library_search import (
    Filter,
    Offer,
    found,
    is_present,
    offers_for,
    present_source,
    present_texts,
)
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Level, Outline, item, paragraph
from cchc_desktop.domain.plan import Section, SectionRole
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task
from tests.strategies import OFFICES
from tests.suggestions import suggestion, task_suggestion

WARD, COMMUNE = OFFICES[0], OFFICES[1]
CONTENT = LibraryPlace((EntryKind.CONTENT,))


def texts(offers: list[Offer]) -> list[str]:
    return [one.text for one in offers]


def search(query: str, *entries: LibraryEntry, place: LibraryPlace = CONTENT) -> list[str]:
    return texts(found(offers_for(entries, Dossier(WARD), 2026), place, query))


@pytest.mark.parametrize(
    "query",
    ["thể chế", "the che", "THE CHE", "che the", "dang gop y", "cải cách thể chế", "mạng xã hội", "  thể  "],
)
def test_every_word_is_found_with_or_without_marks_in_text_subjects_area_and_channel(query: str) -> None:
    entry = suggestion(
        "Dự thảo văn bản đang lấy ý kiến",
        area=Area.INSTITUTIONS,
        channel=Channel.SOCIAL_MEDIA,
        subjects=("góp ý", "văn bản mới"),
    )
    assert search(query, entry, suggestion("Một câu khác")) == ["Dự thảo văn bản đang lấy ý kiến"]


def test_all_words_have_to_match() -> None:
    assert search("dự thảo sổ", suggestion("Dự án"), suggestion("Sổ tay")) == []
    assert search("dự thảo văn", suggestion("Dự thảo văn bản"), suggestion("Dự thảo")) == ["Dự thảo văn bản"]


def test_when_nothing_has_all_words_what_has_most_of_them_is_offered_as_near() -> None:
    entries = (
        suggestion("Mức thuế"),
        suggestion("Nhận thức của người dân"),
        suggestion("Nâng cao, nhận xét"),
    )
    near = found(offers_for(entries, Dossier(WARD), 2026), CONTENT, "nang cao nhan thuc")
    assert texts(near) == ["Nâng cao, nhận xét", "Nhận thức của người dân"]
    assert all(one.is_near for one in near)
    exact = (*entries, suggestion("Nâng cao nhận thức"))
    [one] = found(offers_for(exact, Dossier(WARD), 2026), CONTENT, "nang cao nhan thuc")
    assert (one.text, one.is_near) == ("Nâng cao nhận thức", False)


def test_words_standing_together_come_before_scattered_ones() -> None:
    entries = (
        suggestion("Sửa đổi số lượng, chuyển hồ sơ"),
        suggestion("Số hóa"),
        suggestion("Phối hợp chuyển đổi số"),
    )
    assert search("chuyen doi so", *entries) == ["Phối hợp chuyển đổi số", "Sửa đổi số lượng, chuyển hồ sơ"]


def test_words_of_two_letters_are_not_found_inside_longer_ones() -> None:
    entries = (suggestion("Công khai, ban hành"), suggestion("Hình ảnh công anh"), suggestion("Công an xã"))
    assert search("cong an", *entries) == ["Công an xã"]
    assert search("c", suggestion("Ban hành"), suggestion("Học cách")) == ["Học cách"]


def test_a_word_may_be_only_begun_where_it_stands_behind_the_others() -> None:
    assert search("the c", suggestion("Thể chế"), suggestion("Chế độ")) == ["Thể chế"]


def test_the_agencies_that_only_help_with_a_task_do_not_answer_for_its_name() -> None:
    helped = task_suggestion("Viết tin")
    assert helped.task is not None
    helped = replace(helped, task=replace(helped.task, cooperation=RichText.of("{cong_an}")))
    place = LibraryPlace((EntryKind.TASK,))
    led = task_suggestion("Làm căn cước", lead="{cong_an}")
    assert search("cong an", helped, led, place=place) == ["Làm căn cước"]


def test_what_the_plan_has_stands_behind_what_it_has_not() -> None:
    entries = (suggestion("Một", area=Area.INSTITUTIONS), suggestion("Hai"), suggestion("Ba"))
    offers = offers_for(entries, Dossier(WARD), 2026)
    place = replace(CONTENT, area=Area.INSTITUTIONS)
    assert texts(found(offers, place, present=frozenset({"một"}))) == ["Hai", "Ba", "Một"]


def test_an_agency_is_found_by_the_name_that_this_office_gives_it() -> None:
    duty = suggestion("Phát tin", kind=EntryKind.DUTY, agency=Function.RADIO)
    place = LibraryPlace((EntryKind.DUTY,))
    assert search("dai truyen thanh phuong", duty, place=place) == ["Phát tin"]
    assert search("dai truyen thanh xa", duty, place=place) == ["Phát tin"]  # near
    assert search("xa", duty, place=place) == []


def test_whole_words_come_before_parts_of_words() -> None:
    assert search("tin", suggestion("Tính phí"), suggestion("Đưa tin"))[0] == "Đưa tin"


def test_what_the_heading_is_about_comes_first_and_the_rest_stays_in_its_order() -> None:
    entries = (
        suggestion("Một", area=Area.PROCEDURES),
        suggestion("Hai", area=Area.INSTITUTIONS),
        suggestion("Ba"),
        suggestion("Bốn", area=Area.INSTITUTIONS),
    )
    place = replace(CONTENT, area=Area.INSTITUTIONS)
    assert search("", *entries, place=place) == ["Hai", "Bốn", "Một", "Ba"]


def test_the_offices_own_come_first_when_searched() -> None:
    dossier = with_entry_added(Dossier(WARD), suggestion("Tin của phường"))
    shown = found(offers_for((suggestion("Đưa tin"),), dossier, 2026), CONTENT, "tin")
    assert texts(shown) == ["Tin của phường", "Đưa tin"]
    assert shown[0].entry.is_own


def test_hidden_ones_are_left_out_or_come_last() -> None:
    first, second = suggestion("Một"), suggestion("Hai")
    offers = offers_for((first, second), with_hidden(Dossier(WARD), first.id), 2026)
    assert texts(found(offers, CONTENT)) == ["Hai"]
    assert [(one.text, one.is_hidden) for one in found(offers, CONTENT, hidden=True)] == [
        ("Hai", False),
        ("Một", True),
    ]


def test_what_is_for_another_kind_of_commune_is_not_offered() -> None:
    entry = suggestion("Loa lưu động", only_for=("Xã",))
    assert offers_for((entry,), Dossier(WARD), 2026) == ()
    assert len(offers_for((entry,), Dossier(COMMUNE), 2026)) == 1


def test_other_kinds_than_those_of_the_place_are_left_out() -> None:
    assert search("", suggestion("Một", kind=EntryKind.BUDGET)) == []


def test_a_filter_narrows_to_an_area_a_channel_an_agency_or_the_offices_own() -> None:
    dossier = with_entry_added(Dossier(WARD), suggestion("Của mình", area=Area.PROCEDURES))
    entries = (
        suggestion("Một", area=Area.PROCEDURES),
        suggestion("Hai", channel=Channel.RADIO),
        suggestion("Ba", agency=Function.POLICE),
    )
    offers = offers_for(entries, dossier, 2026)
    for wanted, expected in (
        (Filter(area=Area.PROCEDURES), ["Của mình", "Một"]),
        (Filter(channel=Channel.RADIO), ["Hai"]),
        (Filter(agency=Function.POLICE), ["Ba"]),
        (Filter(only_own=True), ["Của mình"]),
    ):
        assert texts(found(offers, CONTENT, wanted=wanted)) == expected


def test_texts_are_filled_for_office_and_year() -> None:
    assert search("", suggestion("Năm {nam} tại {don_vi}: {truyen_thanh}")) == [
        "Năm 2026 tại phường Vũng Áng: Đài truyền thanh phường"
    ]


def test_a_task_is_searched_with_all_its_cells() -> None:
    place = LibraryPlace((EntryKind.TASK,))
    offers = offers_for(
        (task_suggestion("Viết tin", lead="{vhxh}", timing="Quý I/{nam}"),), Dossier(WARD), 2026
    )
    assert texts(found(offers, place, "van hoa quy i")) == ["Viết tin"]
    assert "Thời gian: Quý I/2026" in offers[0].detail


def test_what_the_plan_says_already_is_known_whatever_mark_it_ends_with() -> None:
    dossier = Dossier(WARD)
    offers = offers_for(
        (
            suggestion("Một câu."),
            suggestion("Hai câu"),
            task_suggestion("Ba việc"),
            suggestion("{so_noi_vu} (để b/c)", kind=EntryKind.RECIPIENT),
        ),
        dossier,
        2026,
    )
    from cchc_desktop.authoring.list_edits import parse_recipient, with_recipients
    from cchc_desktop.authoring.new_plan import new_plan

    plan = replace(
        new_plan(WARD, 2026, suggested=False),
        sections=(Section((SectionRole.CONTENT,), "Nội dung", (item(Level.DASH, "Một câu;"),)),),
        appendices=(Appendix("Phụ lục", rows=(Task((paragraph("Ba việc"),)),)),),
    )
    plan = with_recipients(plan, (parse_recipient("Sở Nội vụ (để báo cáo)"),))
    present = present_texts(plan)
    assert [is_present(one, present) for one in offers] == [True, False, True, True]


def test_what_stands_behind_a_heading_on_its_line_is_known_and_where() -> None:
    line = item(Level.ARABIC, "chủ trì hướng dẫn cấp căn cước.", heading="Công an phường")
    from cchc_desktop.authoring.new_plan import new_plan

    plan = replace(
        new_plan(WARD, 2026, suggested=False),
        sections=(Section((SectionRole.ORGANISATION,), "Tổ chức", (line,)),),
        appendices=(Appendix("Phụ lục", rows=(Task((paragraph("Ba việc"),), id="ba"),)),),
    )
    entries = (
        suggestion("Chủ trì hướng dẫn cấp căn cước", EntryKind.DUTY),
        suggestion("Công an phường: chủ trì hướng dẫn cấp căn cước", EntryKind.DUTY),
        suggestion("Hướng dẫn cấp căn cước", EntryKind.DUTY),
        task_suggestion("Ba việc"),
    )
    offers = offers_for(entries, Dossier(WARD), 2026)
    assert [is_present(one, present_texts(plan)) for one in offers] == [True, True, False, True]
    assert [present_source(one, plan) for one in offers] == [line.id, line.id, "", "ba"]


SECTION: Outline = (
    item(Level.ARABIC, heading="Cải cách thể chế"),
    item(Level.DASH, "Văn bản mới"),
    item(Level.PLUS, "Chi tiết"),
    item(Level.ARABIC, heading="Cải cách thủ tục hành chính"),
    item(Level.DASH, "Thủ tục"),
)


def test_the_heading_over_the_cursor_says_what_the_place_is_about() -> None:
    profile = Dossier(WARD).office_profile
    roles = (SectionRole.CONTENT,)
    areas = [place_in(roles, SECTION, index, profile).area for index in range(5)]
    assert areas == [Area.INSTITUTIONS] * 3 + [Area.PROCEDURES] * 2
    assert place_in(roles, SECTION, None, profile).area is None


def test_purpose_and_requirement_are_told_apart_by_their_headings() -> None:
    outline = (
        item(Level.ARABIC, heading="Mục đích"),
        item(Level.LETTER, "Một"),
        item(Level.ARABIC, heading="Yêu cầu"),
        item(Level.LETTER, "Hai"),
    )
    profile = Dossier(WARD).office_profile
    kinds = [place_in((SectionRole.PURPOSE,), outline, index, profile).first_kind for index in range(4)]
    assert kinds == [EntryKind.PURPOSE] * 2 + [EntryKind.REQUIREMENT] * 2


@pytest.mark.parametrize(
    ("heading", "function"),
    [
        ("Phòng Văn hóa - Xã hội", Function.CULTURE),
        ("PHÒNG VĂN HÓA - XÃ HỘI:", Function.CULTURE),
        ("Phòng Văn hóa - Xã hội phường (cơ quan thường trực)", Function.CULTURE),
        ("Văn phòng HĐND và UBND phường", Function.OFFICE),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường", Function.FRONT),
        ("Giao Công an phường", Function.POLICE),
        ("Chế độ báo cáo", None),
        ("", None),
    ],
)
def test_an_agencys_heading_is_known_by_its_name_or_a_former_one(
    heading: str, function: Function | None
) -> None:
    assert agency_named(heading, Dossier(WARD).office_profile) is function


@pytest.mark.parametrize(
    ("heading", "area"),
    [
        *((area.label, area) for area in Area),
        ("Chuyển đổi số", Area.DIGITAL_GOVERNMENT),
        ("Cải cách thể chế và thủ tục hành chính", None),
        ("Nội dung khác", None),
    ],
)
def test_an_areas_heading_is_known(heading: str, area: Area | None) -> None:
    assert area_named(heading) is area


def test_every_role_of_a_section_takes_some_kind_and_no_kind_twice() -> None:
    for role in SectionRole:
        assert kinds_for((role,))
    kinds = kinds_for(tuple(SectionRole))
    assert len(set(kinds)) == len(kinds)


def test_headings_of_rich_text_count_as_plain_ones() -> None:
    outline = (item(Level.ARABIC, heading=RichText.of("Cải cách tài chính công", italic=True)),)
    assert (
        place_in((SectionRole.CONTENT,), outline, 0, Dossier(WARD).office_profile).area is Area.PUBLIC_FINANCE
    )
