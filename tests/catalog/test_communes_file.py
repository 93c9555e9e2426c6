"""The catalogue of communes that comes with the program."""

from __future__ import annotations

from collections import Counter

import pytest

from cchc_desktop.catalog.communes import load_communes
from cchc_desktop.domain.communes import CommuneDirectory


@pytest.fixture(scope="module")
def communes() -> CommuneDirectory:
    return load_communes()


def test_the_country_has_its_communes_and_provinces(communes: CommuneDirectory) -> None:
    assert Counter(office.kind for office in communes.offices) == {"Xã": 2611, "Phường": 697, "Đặc khu": 13}
    assert Counter(province.kind for province in communes.provinces) == {"Tỉnh": 27, "Thành phố": 7}
    assert len({office.code for office in communes.offices}) == 3321


def test_every_commune_is_found_by_its_own_name(communes: CommuneDirectory) -> None:
    for office in communes.offices[::23]:
        assert communes.find(office.province.name, f"{office.kind} {office.name}") == office
        assert office in communes.search(office.name, office.province.code)


def test_names_are_printed_with_the_mark_where_the_resolutions_have_it(communes: CommuneDirectory) -> None:
    assert communes.find_province("Thanh Hoá").full_name == "tỉnh Thanh Hóa"
    ends = {word[-2:] for office in communes.offices for word in office.name.split()}
    assert {"òa", "ủy"} <= ends
    assert not ends & {"oà", "oá", "oả", "oã", "oạ", "uỷ"}
