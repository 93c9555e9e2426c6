"""The suggested plan fits every kind of commune, says nothing twice and leaves nothing to fill in by machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.plan import IssueForm, Plan, SectionRole
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose

OFFICES = [
    Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng"),
    Office(Province("46", "Huế", "Thành phố"), "20056", "Xã", "A Lưới 1"),
    Office(Province("01", "Hà Nội", "Thành phố"), "00004", "Phường", "Ba Đình"),
    Office(Province("91", "An Giang", "Tỉnh"), "31078", "Đặc khu", "Phú Quốc"),
]
# Stock of the trade that any two plans share: names of laws, offices, areas of reform, fixed formulas.
_MOST_SHARED_WORDS = 10
_NAMES = ("thông tin, tuyên truyền cải cách hành chính", "Ủy ban Mặt trận Tổ quốc Việt Nam")


def every_plan() -> list[Plan]:
    return [new_plan(office, 2027, suggested=True, form=form) for office in OFFICES for form in IssueForm]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize("plan", every_plan(), ids=lambda p: f"{p.issuer}-{p.form.value}")
def test_no_placeholder_and_no_other_year_is_left(plan: Plan) -> None:
    text = to_text(compose(plan))
    assert "{" not in text
    assert "}" not in text
    own = [line for line in text.splitlines() if not line.startswith(("Căn cứ", "Theo đề nghị"))]
    assert set(re.findall(r"\b20\d\d\b", "\n".join(own))) == {"2027"}


def test_the_words_follow_the_kind_of_commune() -> None:
    ward, commune, hanoi, island = (
        to_text(compose(new_plan(office, 2026, suggested=True))) for office in OFFICES
    )
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in ward
    assert "Phòng Kinh tế, Hạ tầng" not in commune
    assert "phường" not in commune
    assert "Ủy ban nhân dân thành phố Huế" in commune
    assert "Điểm Phục vụ hành chính công phường" in hanoi
    assert "ĐẶC KHU PHÚ QUỐC" in island


def test_every_lead_agency_has_duties_in_the_last_section() -> None:
    plan = new_plan(OFFICES[0], 2026, suggested=True)
    (organisation,) = plan.sections_for(SectionRole.ORGANISATION)
    with_duties = {one.heading.plain for one in organisation.items if one.heading}
    assert {task.lead.plain for task in plan.tasks} <= with_duties


def test_it_has_every_section_and_a_usual_number_of_tasks() -> None:
    plan = new_plan(OFFICES[0], 2026, suggested=True)
    roles = {role for section in plan.sections for role in section.roles}
    assert roles == set(SectionRole) - {SectionRole.OBJECTIVES, SectionRole.OTHER}
    assert 12 <= len(plan.tasks) <= 20
    titles = [task.title for task in plan.tasks]
    assert len(set(titles)) == len(titles)


def test_an_empty_start_still_names_the_sections_and_the_office() -> None:
    plan = new_plan(OFFICES[0], 2026, suggested=False)
    assert [section.items for section in plan.sections] == [()] * 7
    assert plan.tasks == ()
    assert plan.letterhead.body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")


def test_no_sentence_is_taken_from_the_real_plans(seeds: Path) -> None:
    known = {
        tuple(found[at : at + _MOST_SHARED_WORDS])
        for path in seeds.glob("*.txt")
        for found in [words(path.read_text(encoding="utf-8"))]
        for at in range(len(found) - _MOST_SHARED_WORDS + 1)
    }
    plan = new_plan(OFFICES[0], 2026, suggested=True)
    text = re.sub("|".join(_NAMES), "", to_text(compose(plan)), flags=re.IGNORECASE)
    own = [
        words(line) for line in text.splitlines() if not line.startswith(("Căn cứ", "Theo đề nghị", "TT\t"))
    ]
    shared = [
        " ".join(line[at : at + _MOST_SHARED_WORDS])
        for line in own
        for at in range(len(line) - _MOST_SHARED_WORDS + 1)
        if tuple(line[at : at + _MOST_SHARED_WORDS]) in known
    ]
    assert shared == []


def test_the_sample_is_an_issued_plan_of_a_ward_that_does_not_exist() -> None:
    (plan,) = sample_dossier().plans
    assert plan.is_issued
    assert plan.signature.name
    assert "HƯƠNG SEN" in plan.letterhead.body[1]


@pytest.mark.parametrize("form", [form for form in IssueForm if form.is_decision])
def test_a_decision_is_sent_first_to_those_its_last_article_names(form: IssueForm) -> None:
    plan = new_plan(OFFICES[0], 2026, suggested=True, form=form)
    assert plan.recipients.names[0].name == "Như Điều 3"
    assert plan.decision is not None
    assert "chịu trách nhiệm thi hành" in plan.decision.articles[2].text.plain
