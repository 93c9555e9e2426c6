"""What is left of another year's or another commune's plan is told, and a plan of one's own is left in peace."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.authoring.foreign_names import first_foreign, foreign_names
from cchc_desktop.authoring.import_source import import_plan
from cchc_desktop.authoring.importing import adapted
from cchc_desktop.authoring.ingredients import Ingredients, load_ingredients
from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.outdated_years import (
    forgotten_year,
    outdated_years,
    past_timing,
    year_of_old_plan,
)
from cchc_desktop.authoring.plan_copies import copy_for_year
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.steps import step_of
from cchc_desktop.catalog.communes import load_communes
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import IssueForm, LegalBasis, Letterhead, Plan, Recipient
from cchc_desktop.domain.rich_text import RichText
from tests.strategies import OFFICES

VUNG_ANG = OFFICES[0]


@pytest.fixture(scope="module")
def ingredients() -> Ingredients:
    return load_ingredients()


def left_over(plan: Plan, office: Office) -> list[str]:
    names = [one.sentence for one in foreign_names(plan, office)]
    return [*names, *(one.sentence for one in outdated_years(plan))]


@pytest.mark.parametrize("form", list(IssueForm))
def test_suggested_plans_all_over_the_country_and_their_copies_give_no_alarm(
    form: IssueForm, ingredients: Ingredients
) -> None:
    for office in load_communes().offices[:: 173 + form.is_decision]:
        plan = new_plan(
            office, 2027, suggested=True, form=form, ingredients=ingredients, today=date(2026, 11, 21)
        )
        assert left_over(plan, office) == []
        assert left_over(copy_for_year(plan, office, 2028).plan, office) == []


def test_the_sample_gives_no_alarm_and_its_copy_names_just_the_plans_of_last_year() -> None:
    dossier = sample_dossier()
    [plan] = dossier.plans
    assert left_over(plan, dossier.office) == []
    copy = copy_for_year(plan, dossier.office, 2027).plan
    found = [one for one in problems(copy, office=dossier.office) if "kế hoạch của năm 2026" in one.message]
    assert len(found) == 3
    assert {one.step for one in found} == {Step.BASES}
    assert all(step_of(copy, one.source) is Step.BASES for one in found)
    assert len(left_over(copy, dossier.office)) == 3


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_plans_of_others_are_not_drowned_in_warnings(number: str, seeds: Path) -> None:
    plan = import_plan(next(seeds.glob(f"{number}_*.txt"))).plan
    assert [one.sentence for one in outdated_years(plan)] == []
    assert 1 <= len(list(foreign_names(plan, OFFICES[1]))) <= 10
    own, _ = adapted(plan, OFFICES[1], 2031)
    assert len(left_over(own, OFFICES[1])) <= 6


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND tỉnh Quảng Trị yêu cầu", "tỉnh Quảng Trị"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG CẦU GIẤY", "PHƯỜNG CẦU GIẤY"),
        ("Trưởng Công an phường Cầu Giấy Nguyễn Văn A", "phường Cầu Giấy"),
        ("của UBND thành phố Đà Nẵng", "UBND thành phố Đà Nẵng"),
        ("tỉnh Hoà Bình", "tỉnh Hoà Bình"),
        ("đặc khu Phú Quốc", "đặc khu Phú Quốc"),
        ("Căn cứ Kế hoạch số 5/KH-UBND của UBND tỉnh Quảng Trị", "tỉnh Quảng Trị"),
        # Not ours to judge:
        ("UBND tỉnh Hà Tĩnh; UBND phường Vũng Áng; tỉnh, thành phố", None),
        ("PHƯỜNG VŨNG ÁNG; Phường Vũng Áng phấn đấu", None),
        ("tuyến phố Hà Nội; Đại học Huế; thành phố Huế", None),
        ("các tỉnh Nghệ An, Quảng Trị", None),
        ("mô hình “Một cửa tỉnh Quảng Trị”", None),
        ("tỉnh Quảng Bình (cũ); tỉnh Bắc Giang trước đây", None),
        ("kinh tế - xã hội; Văn hóa - Xã hội; xã Không Có Tên", None),
    ],
)
def test_the_first_other_place_a_text_names(text: str, name: str | None) -> None:
    found = first_foreign(text, "phường Vũng Áng", "Hà Tĩnh")
    assert (found[0] if found else None) == name


def test_a_province_that_became_part_of_ours_is_told_but_its_documents_are_cited_as_they_are() -> None:
    assert first_foreign("UBND tỉnh Quảng Bình giao", "xã A", "Quảng Trị") == ("tỉnh Quảng Bình", "Quảng Trị")
    assert first_foreign("Quyết định số 5/QĐ-UBND của UBND tỉnh Quảng Bình", "xã A", "Quảng Trị") is None


@pytest.mark.parametrize(
    ("basis", "year"),
    [
        ("Căn cứ Kế hoạch số 9/KH-UBND ngày 05 tháng 01 năm 2027 của UBND tỉnh về CCHC năm 2027", 2027),
        ("Căn cứ Quyết định số 9/QĐ-UBND ngày 05/01/2027 ban hành Kế hoạch tuyên truyền CCHC năm 2027", 2027),
        ("Căn cứ Kế hoạch số 9/KH-UBND ngày 31 tháng 12 năm 2027 của UBND tỉnh về CCHC năm 2028", 0),
        ("Căn cứ Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh về CCHC năm 2028", 0),
        ("Căn cứ Quyết định số 9/QĐ-UBND công bố kết quả thực hiện Kế hoạch CCHC năm 2027", 0),
        ("Căn cứ Quyết định số 282/QĐ-TTg ban hành Kế hoạch CCHC giai đoạn 2026 - 2030", 0),
        ("Căn cứ Kế hoạch số 9/KH-UBND thực hiện Chương trình chuyển đổi số đến năm 2025", 0),
        ("Căn cứ Kế hoạch số 9/KH-UBND triển khai Luật Cán bộ, công chức năm 2025", 0),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", 0),
    ],
)
def test_a_basis_that_is_the_plan_of_an_earlier_year(basis: str, year: int) -> None:
    assert year_of_old_plan(basis, 2028) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Phấn đấu năm 2026 đạt 100%", 2026),
        ("Hoàn thành trong Quý II/2026", 2026),
        ("khắc phục tiêu chí bị trừ điểm năm 2027", 0),
        ("từ năm 2021 đến nay; kể từ ngày 01/7/2025; Luật Tiếp cận thông tin năm 2016", 0),
        ("giai đoạn 2021 - 2025; “Đề án 2020”; thông báo ngày 02 tháng 3 năm 2025", 0),
        ("theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ", 0),
    ],
)
def test_a_year_that_was_forgotten_in_a_text(text: str, year: int) -> None:
    assert forgotten_year(text, 2028) == year


@pytest.mark.parametrize(
    ("timing", "year"),
    [
        ("Quý I/2027", 2027),
        ("Trước ngày 30/11/2026", 2026),
        ("Tháng 12/2027", 0),
        ("Quý IV/2027", 0),
        ("Quý IV/2027 và Quý I/2028", 0),
        ("Thường xuyên", 0),
    ],
)
def test_a_time_before_the_plan_begins(timing: str, year: int) -> None:
    assert past_timing(timing, 2028) == year


def test_head_and_recipients_of_another_commune_are_told() -> None:
    plan = new_plan(VUNG_ANG, 2027, suggested=False)
    plan = replace(
        plan,
        letterhead=Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU GIẤY")),
        recipients=replace(plan.recipients, names=(Recipient("UBND thành phố Hà Nội"),)),
    )
    found = problems(plan, office=VUNG_ANG)
    said = [
        one.message for one in found if "kế hoạch này là của phường Vũng Áng, tỉnh Hà Tĩnh" in one.message
    ]
    assert [one.split(" nêu ")[0] for one in said] == ["Tên cơ quan ban hành", "Nơi nhận"]
    assert not [one for one in problems(plan) if "Cầu Giấy" in one.message]


def test_at_most_ten_places_are_told_one_by_one() -> None:
    plan = new_plan(VUNG_ANG, 2027, suggested=False)
    bases = tuple(LegalBasis(RichText.of(f"Văn bản {n} của UBND tỉnh Quảng Trị")) for n in range(12))
    lines = tuple(paragraph(f"Việc {n} của năm 2024 phải xong.") for n in range(13))
    section = replace(plan.sections[0], items=lines)
    plan = replace(
        plan,
        opening=replace(plan.opening, bases=bases),
        sections=(section, *plan.sections[1:]),
    )
    found = problems(plan, office=VUNG_ANG)
    assert sum("tỉnh Quảng Trị" in one.message for one in found) == 10
    assert sum("còn nêu năm 2024" in one.message for one in found) == 10
    more = [one for one in found if "chỗ nữa" in one.message]
    assert [(one.message, one.source) for one in more] == [
        ("Và 2 chỗ nữa còn nêu địa phương khác.", bases[10].id),
        ("Và 3 chỗ nữa còn nêu năm đã qua.", lines[10].id),
    ]
