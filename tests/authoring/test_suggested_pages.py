"""The suggested plan on paper: six to nine pages for every kind of commune and every form, laid out as the decree wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.authoring.ingredients import Ingredients, load_ingredients
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.catalog.communes import load_communes
from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import IssueForm
from cchc_desktop.formats.pdf import lay_out
from cchc_desktop.formats.word_check import check_layout
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import compose

pytestmark = pytest.mark.slow

CHOSEN = [
    ("Tuyên Quang", "Xã Mèo Vạc"),
    ("Hưng Yên", "Xã Tiên Lữ"),
    ("Hồ Chí Minh", "Xã An Thới Đông"),
    ("Hà Nội", "Phường Văn Miếu - Quốc Tử Giám"),
    ("Huế", "Phường Thuận Hóa"),
    ("Lâm Đồng", "Phường 1 Bảo Lộc"),
    ("An Giang", "Đặc khu Phú Quốc"),
    ("Khánh Hòa", "Đặc khu Trường Sa"),
    ("Quảng Ngãi", "Đặc khu Lý Sơn"),
    ("Quảng Ninh", "Phường Hồng Gai"),
]


@pytest.fixture(scope="module")
def communes() -> CommuneDirectory:
    return load_communes()


@pytest.fixture(scope="module")
def ingredients() -> Ingredients:
    return load_ingredients()


def pages(office: Office, form: IssueForm, ingredients: Ingredients) -> int:
    plan = new_plan(office, 2027, suggested=True, form=form, ingredients=ingredients)
    return len(lay_out(compose(plan)).pages)


@pytest.mark.parametrize(("province", "commune"), CHOSEN)
def test_it_has_six_to_nine_pages_with_its_appendix(
    communes: CommuneDirectory, ingredients: Ingredients, province: str, commune: str
) -> None:
    office = communes.find(province, commune)
    assert all(6 <= pages(office, form, ingredients) <= 9 for form in IssueForm)


@pytest.mark.parametrize("kind", ["Xã", "Phường", "Đặc khu"])
def test_the_longest_names_need_no_page_more(
    communes: CommuneDirectory, ingredients: Ingredients, kind: str
) -> None:
    of_kind = [one for one in communes.offices if one.kind == kind]
    longest = sorted(of_kind, key=lambda one: len(one.full_name) + len(one.province.full_name))[-4:]
    for office in longest:
        assert pages(office, IssueForm.DECISION_ATTACHED, ingredients) <= 9, office.full_name


@pytest.mark.parametrize("form", list(IssueForm), ids=lambda form: form.value)
@pytest.mark.parametrize(("province", "commune"), [CHOSEN[0], CHOSEN[3], CHOSEN[7]])
def test_the_word_file_has_nothing_that_the_decree_does_not_want(
    communes: CommuneDirectory,
    ingredients: Ingredients,
    tmp_path: Path,
    form: IssueForm,
    province: str,
    commune: str,
) -> None:
    plan = new_plan(
        communes.find(province, commune), 2027, suggested=True, form=form, ingredients=ingredients
    )
    write_word(compose(plan), tmp_path / "ke-hoach.docx")
    assert check_layout(tmp_path / "ke-hoach.docx") == ()
