"""A plan of another office or year is made one's own, and every changed place is shown and can be refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.authoring.adapt_places import Adapting, OldUnit
from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect
from cchc_desktop.authoring.import_source import import_plan
from cchc_desktop.authoring.importing import adapted, old_unit
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.plan import IssueForm, Plan
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose
from tests.strategies import OFFICES, plans

VUNG_ANG, AN_THOI_DONG = OFFICES[0], OFFICES[1]


def _moved(text: str, *aspects: Aspect, period: Period | None = None) -> str:
    """The text as a plan of Đông Hà for 2025 would have it for Vũng Áng and 2026."""
    old = OldUnit("thành phố", "Đông Hà", "Quảng Trị")
    adapting = Adapting(old, VUNG_ANG, period or Period.of(2025), 1)
    moved = text
    for place in reversed(adapting.places(text, frozenset(aspects))):
        moved = moved[: place.start] + place.after + moved[place.end :]
    return moved


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("trên địa bàn thành phố Đông Hà", "trên địa bàn phường Vũng Áng"),
        ("UBND TP. Đông Hà chủ trì", "UBND phường Vũng Áng chủ trì"),
        ("THÀNH PHỐ ĐÔNG HÀ", "PHƯỜNG VŨNG ÁNG"),
        ("Thành phố Đông Hà phấn đấu", "Phường Vũng Áng phấn đấu"),
        ("UBND thành phố yêu cầu", "UBND phường yêu cầu"),
        ("của thành phố.", "của phường."),
        ("các tỉnh, thành phố trực thuộc", "các tỉnh, thành phố trực thuộc"),
        ("thành phố Huế", "thành phố Huế"),
        ("cổng dịch vụ công tỉnh Quảng Trị", "cổng dịch vụ công tỉnh Hà Tĩnh"),
        (
            "Kế hoạch số 2/KH-UBND của UBND thành phố Đông Hà",
            "Kế hoạch số 2/KH-UBND của UBND thành phố Đông Hà",
        ),
    ],
)
def test_the_old_name_in_its_spellings(before: str, after: str) -> None:
    assert _moved(before, Aspect.NAME) == after


def test_a_society_is_no_commune() -> None:
    adapting = Adapting(OldUnit("xã", "Hiền Thành"), VUNG_ANG, Period.of(2025), 1)
    text = "kinh tế - xã hội của xã; Văn hóa - Xã hội; cấp xã; hợp tác xã"
    [place] = adapting.places(text, frozenset((Aspect.NAME,)))
    assert text[: place.start].endswith("của ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("năm 2025", "năm 2026"),
        ("NĂM 2025", "NĂM 2026"),
        ("trước ngày 30/11/2025", "trước ngày 30/11/2026"),
        ("Quý I/2025", "Quý I/2026"),
        ("báo cáo năm 2024", "báo cáo năm 2025"),
        ("giai đoạn 2021-2030", "giai đoạn 2021-2030"),
        ("giai đoạn 2021 – 2025", "giai đoạn 2021 – 2025"),
        ("đến năm 2025, định hướng đến năm 2030", "đến năm 2025, định hướng đến năm 2030"),
        ("Đề án “Phát triển năm 2025”", "Đề án “Phát triển năm 2025”"),
        ("Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025;"),
        ("Nghị quyết số 93/2025/NQ-HĐND ngày 10/12/2025 của HĐND", "Nghị quyết số 93/2025/NQ-HĐND ngày 10/12/2025 của HĐND"),
        (
            "Kế hoạch số 20/KH-UBND ngày 23/01/2025 về CCHC năm 2025, UBND phường ban hành Kế hoạch năm 2025",
            "Kế hoạch số 20/KH-UBND ngày 23/01/2025 về CCHC năm 2025, UBND phường ban hành Kế hoạch năm 2026",
        ),
        ("TCVN ISO 9001:2025", "TCVN ISO 9001:2025"),
    ],
)  # fmt: skip
def test_years_move_but_not_in_citations_and_stages(before: str, after: str) -> None:
    assert _moved(before, Aspect.YEAR) == after


def test_the_own_stage_of_a_plan_of_several_years_moves() -> None:
    period = Period(2022, 2025)
    assert _moved("giai đoạn 2022 - 2025", Aspect.YEAR, period=period) == "giai đoạn 2023 - 2026"
    assert _moved("giai đoạn 2021 - 2030", Aspect.YEAR, period=period) == "giai đoạn 2021 - 2030"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_old_name_or_year_is_left_but_in_citations(number: str, seeds: Path) -> None:
    plan = import_plan(next(seeds.glob(f"{number}_*.txt"))).plan
    old = old_unit(plan)
    assert old is not None
    moved, changes = adapted(plan, AN_THOI_DONG, 2031)
    assert (moved.period.first_year, moved.number, moved.signature.name) == (2031, "", "")
    assert moved.date == PartialDate(None, None, 2031)
    assert moved.letterhead.body == AN_THOI_DONG.letterhead_body
    assert old.name not in moved.title and "2031" in moved.title
    assert all(change.before != change.after for change in changes)
    texts = [one.content.plain for section in moved.sections for one in section.items]
    assert not [text for text in texts if f" {plan.period.last_year}" in text and "số" not in text]


def test_refusing_every_place_leaves_the_plan(seeds: Path) -> None:
    plan = import_plan(next(seeds.glob("002_*.txt"))).plan
    _, changes = adapted(plan, AN_THOI_DONG, 2027)
    kept = AdaptOptions(kept=frozenset(change.key for change in changes))
    left, again = adapted(plan, AN_THOI_DONG, 2027, kept)
    assert replace(left, period=plan.period) == plan
    assert again == changes


def test_the_structure_alone_keeps_headings_columns_and_groups() -> None:
    plan = new_plan(VUNG_ANG, 2026, suggested=True)
    bare, changes = adapted(plan, VUNG_ANG, 2026, AdaptOptions(frozenset((Aspect.STRUCTURE,))))
    assert [one.title for one in bare.sections] == [one.title for one in plan.sections]
    assert all(one.heading and not one.text for section in bare.sections for one in section.items)
    assert not bare.tasks and bare.appendices[0].columns == plan.appendices[0].columns
    assert {change.aspect for change in changes} == {Aspect.STRUCTURE}


@settings(max_examples=40)
@given(plans(tidy=True, max_sections=2, max_appendices=1), st.data())
def test_only_the_places_that_are_not_kept_change(plan: Plan, data: st.DataObject) -> None:
    _, changes = adapted(plan, AN_THOI_DONG, plan.period.first_year + 2)
    keys = [change.key for change in changes]
    assert len(set(keys)) == len(keys)
    kept = frozenset(data.draw(st.sets(st.sampled_from(keys))) if keys else ())
    moved, again = adapted(plan, AN_THOI_DONG, plan.period.first_year + 2, AdaptOptions(kept=kept))
    assert again == changes
    whole, _ = adapted(plan, AN_THOI_DONG, plan.period.first_year + 2)
    assert (moved == whole) == (not kept)


@settings(max_examples=20)
@given(plans(form=IssueForm.PLAN, tidy=True, max_sections=2, max_appendices=1))
def test_for_the_same_office_and_year_nothing_in_the_text_changes(plan: Plan) -> None:
    office = next(one for one in OFFICES if one.letterhead_body == plan.letterhead.body)
    aspects = AdaptOptions(frozenset((Aspect.YEAR,)))
    same, changes = adapted(plan, office, plan.period.first_year, aspects)
    assert not changes
    assert to_text(compose(same)) == to_text(compose(plan))
