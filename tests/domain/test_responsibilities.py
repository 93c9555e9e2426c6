"""Who has to do what is read from the section on organisation."""

from __future__ import annotations

from hypothesis import given, settings

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import Level, Outline, item, paragraph
from cchc_desktop.domain.plan import IssueForm, Letterhead, Plan, Section, SectionRole
from cchc_desktop.domain.responsibilities import responsibilities
from tests.seed_plans import seed_plan
from tests.strategies import plans


def plan_with(*items: Outline) -> Plan:
    return Plan(
        IssueForm.PLAN,
        Period.of(2026),
        Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")),
        "KH-UBND",
        "Vũng Áng",
        PartialDate(None, None, 2026),
        "Tuyên truyền cải cách hành chính năm 2026",
        "Ủy ban nhân dân phường Vũng Áng",
        sections=tuple(Section((SectionRole.ORGANISATION,), "Tổ chức thực hiện", one) for one in items),
    )


def test_headings_name_agencies_and_own_what_follows() -> None:
    duty, more = item(Level.DASH, "Chủ trì"), paragraph("Đoạn tiếp")
    first, second = (
        item(Level.ARABIC, heading="Phòng Văn hóa - Xã hội"),
        item(Level.ARABIC, "Hướng dẫn", "Công an phường"),
    )
    found = responsibilities(plan_with((paragraph("Mở đầu"), first, duty, more, second)))
    assert [(one.agency, one.items, one.source) for one in found] == [
        ("Phòng Văn hóa - Xã hội", (duty, more), first.id),
        ("Công an phường", (), second.id),
    ]
    assert found[1].text.plain == "Hướng dẫn"


def test_bodies_that_are_only_asked_are_named_without_the_asking() -> None:
    heading = item(Level.ARABIC, "Chỉ đạo các đoàn thể", "Đề nghị Ủy ban Mặt trận Tổ quốc phường")
    (found,) = responsibilities(plan_with((heading,)))
    assert (found.agency, found.is_asked) == ("Ủy ban Mặt trận Tổ quốc phường", True)


def test_agencies_one_level_deeper_are_found_under_a_common_heading() -> None:
    outline = (
        item(Level.ARABIC, "Nguồn ngân sách", "Kinh phí"),
        item(Level.ARABIC, heading="Trách nhiệm của các ban, ngành, đoàn thể"),
        item(Level.DECIMAL, heading="Công chức Văn phòng"),
        paragraph("Tham mưu"),
        item(Level.DECIMAL, heading="Đài truyền thanh phường"),
        paragraph("Phát thanh"),
    )
    found = responsibilities(plan_with(outline))
    assert [(one.agency, [below.text.plain for below in one.items]) for one in found] == [
        ("Công chức Văn phòng", ["Tham mưu"]),
        ("Đài truyền thanh phường", ["Phát thanh"]),
    ]


def test_parts_of_one_agencys_duties_are_not_agencies() -> None:
    outline = (
        item(Level.ARABIC, heading="Phòng Văn hóa - Xã hội"),
        item(Level.DECIMAL, heading="Về nội dung"),
        item(Level.DASH, "Chủ trì"),
    )
    (found,) = responsibilities(plan_with(outline))
    assert found.agency == "Phòng Văn hóa - Xã hội"
    assert len(found.items) == 2


def test_a_heading_may_name_several() -> None:
    (found,) = responsibilities(
        plan_with((item(Level.ARABIC, "Phối hợp", "Công an phường, Trạm Y tế và các tổ dân phố"),))
    )
    assert found.agencies == ("Công an phường", "Trạm Y tế", "các tổ dân phố")


def test_headings_about_other_things_name_nobody() -> None:
    assert responsibilities(plan_with((item(Level.ARABIC, "Trước 15/12", "Chế độ báo cáo"),))) == ()
    assert responsibilities(plan_with((), (paragraph("Các đơn vị thực hiện"),))) == ()


def test_every_agency_of_the_seeds_is_found(seed_texts: dict[str, str]) -> None:
    counts = {number: len(responsibilities(seed_plan(number, text))) for number, text in seed_texts.items()}
    assert counts == {"000": 7, "001": 7, "002": 6, "003": 6, "004": 11}
    asked = [one.agency for one in responsibilities(seed_plan("004", seed_texts["004"])) if one.is_asked]
    assert asked == ["Ban Tuyên giáo Huyện ủy", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"]


@settings(max_examples=25)
@given(plans(max_appendices=0))
def test_whatever_is_found_stands_in_the_plan(plan: Plan) -> None:
    ids = {one.id for section in plan.sections for one in section.items}
    for found in responsibilities(plan):
        assert found.source in ids
        assert {one.id for one in found.items} <= ids
