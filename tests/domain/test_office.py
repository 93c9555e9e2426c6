"""What follows from the kind and name of an office."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.office import Office, Province

PROVINCE = Province("42", "Hà Tĩnh", "Tỉnh")


@pytest.mark.parametrize(
    ("kind", "name", "place"),
    [
        ("Phường", "Vũng Áng", "Vũng Áng"),
        ("Phường", "1 Bảo Lộc", "Phường 1 Bảo Lộc"),
        ("Xã", "Sơn Kim 1", "Xã Sơn Kim 1"),
        ("Phường", "Điện Biên Phủ", "Phường Điện Biên Phủ"),
        ("Phường", "Trần Phú", "Phường Trần Phú"),
        ("Xã", "Kim Đồng", "Xã Kim Đồng"),
        ("Xã", "Kim Đông", "Kim Đông"),
        ("Xã", "Đặng Thuỳ Trâm", "Xã Đặng Thuỳ Trâm"),
        ("Đặc khu", "Phú Quốc", "Phú Quốc"),
    ],
)
def test_the_place_line_has_the_full_name_where_the_decree_wants_it(kind: str, name: str, place: str) -> None:
    assert Office(PROVINCE, "1", kind, name).place == place


def test_an_office_is_named_in_lower_case_inside_a_sentence() -> None:
    office = Office(PROVINCE, "1", "Phường", "Vũng Áng")
    assert office.full_name == "phường Vũng Áng"
    assert office.common_noun == "phường"
    assert office.letterhead_body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")


@pytest.mark.parametrize(
    ("province", "name"),
    [
        (Province("42", "Hà Tĩnh", "Tỉnh"), "tỉnh Hà Tĩnh"),
        (Province("46", "Huế", "Thành phố"), "thành phố Huế"),
        (Province("79", "Hồ Chí Minh", "Thành phố"), "Thành phố Hồ Chí Minh"),
        (Province("01", "Hà Nội", "Thành phố"), "thành phố Hà Nội"),
    ],
)
def test_only_one_city_has_a_capital_for_its_kind(province: Province, name: str) -> None:
    assert province.full_name == name
