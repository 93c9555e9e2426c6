"""Communes are found by a few letters, and by name from the command line."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.errors import UserFacingError

HA_TINH = Province("42", "Hà Tĩnh", "Tỉnh")
SAI_GON = Province("79", "Hồ Chí Minh", "Thành phố")
LAM_DONG = Province("68", "Lâm Đồng", "Tỉnh")

DIRECTORY = CommuneDirectory(
    (
        Office(HA_TINH, "1", "Phường", "Vũng Áng"),
        Office(HA_TINH, "2", "Phường", "Trần Phú"),
        Office(HA_TINH, "3", "Xã", "Kỳ Xuân"),
        Office(SAI_GON, "4", "Phường", "Vũng Tàu"),
        Office(SAI_GON, "5", "Xã", "Trần Phú"),
        Office(SAI_GON, "6", "Phường", "Tân Hòa"),
        Office(SAI_GON, "7", "Phường", "Tăng Nhơn Phú"),
        Office(LAM_DONG, "8", "Phường", "1 Bảo Lộc"),
        Office(LAM_DONG, "9", "Xã", "Tánh Linh"),
        Office(LAM_DONG, "10", "Xã", "Hoa Sơn"),
        Office(LAM_DONG, "11", "Xã", "Hòa Sơn"),
        Office(LAM_DONG, "12", "Phường", "Hòa Sơn"),
    )
)


def names(query: str, province: str = "") -> list[str]:
    return [f"{office.kind} {office.name}" for office in DIRECTORY.search(query, province)]


@pytest.mark.parametrize(
    "query",
    ["vung a", "Vũng Á", "ang vung", "VUNG  ANG", "vũng áng hà tĩnh", "phuong vung ang", "ha tinh ang"],
)
def test_a_few_letters_find_the_commune(query: str) -> None:
    assert names(query) == ["Phường Vũng Áng"]


def test_names_that_begin_so_come_first_then_vietnamese_order() -> None:
    assert names("vung") == ["Phường Vũng Áng", "Phường Vũng Tàu"]
    assert names("phu") == names("phu")
    assert names("tan") == ["Phường Tân Hòa", "Xã Tánh Linh", "Phường Tăng Nhơn Phú"]
    assert names("xuan ky") == ["Xã Kỳ Xuân"]


def test_typed_marks_put_their_name_first() -> None:
    assert names("hoa son")[0] == "Xã Hoa Sơn"
    assert names("hòa sơn")[0] == "Phường Hòa Sơn"


def test_a_province_narrows_the_search() -> None:
    assert names("tran phu", "79") == ["Xã Trần Phú"]
    assert names("", "42") == ["Xã Kỳ Xuân", "Phường Trần Phú", "Phường Vũng Áng"]
    assert names("vung tau", "42") == []


def test_the_list_is_cut_at_its_limit() -> None:
    assert len(DIRECTORY.search("", limit=3)) == 3


@pytest.mark.parametrize(
    ("province", "commune"),
    [
        ("Hà Tĩnh", "Phường Vũng Áng"),
        ("ha tinh", "vung ang"),
        ("Tỉnh Hà Tĩnh", "UBND phường Vũng Áng"),
        ("42", "P. Vũng Áng"),
        ("", "Vũng Áng"),
        ("UBND tỉnh Hà Tĩnh", "PHƯỜNG VŨNG ÁNG"),
    ],
)
def test_a_name_is_forgiven_its_marks_and_prefixes(province: str, commune: str) -> None:
    assert DIRECTORY.find(province, commune).code == "1"


@pytest.mark.parametrize(
    "name", ["Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.HCM", "tphcm", "HCM", "Hồ Chí Minh"]
)
def test_a_city_goes_by_many_names(name: str) -> None:
    assert DIRECTORY.find_province(name) is SAI_GON


def test_a_number_belongs_to_the_name() -> None:
    assert DIRECTORY.find("Lâm Đồng", "Phường 1 Bảo Lộc").code == "8"
    assert DIRECTORY.find("Lâm Đồng", "1 bao loc").code == "8"


def test_kind_or_marks_decide_between_names_alike() -> None:
    assert DIRECTORY.find("Lâm Đồng", "Hoa Sơn").code == "10"
    assert DIRECTORY.find("Lâm Đồng", "Phường Hoà Sơn").code == "12"
    with pytest.raises(UserFacingError) as raised:
        DIRECTORY.find("Lâm Đồng", "Hòa Sơn")
    assert "Phường Hòa Sơn" in raised.value.hint
    assert "Xã Hòa Sơn" in raised.value.hint


def test_a_name_in_two_provinces_lists_both() -> None:
    with pytest.raises(UserFacingError) as raised:
        DIRECTORY.find("", "Trần Phú")
    assert "2 đơn vị" in raised.value.message
    assert "Phường Trần Phú (Hà Tĩnh)" in raised.value.hint
    assert "Xã Trần Phú (Hồ Chí Minh)" in raised.value.hint


def test_an_unknown_name_offers_what_may_have_been_meant() -> None:
    with pytest.raises(UserFacingError) as raised:
        DIRECTORY.find("Hà Tĩnh", "Xã Vũng Áng")
    assert "“Xã Vũng Áng” ở tỉnh Hà Tĩnh" in raised.value.message
    assert "Phường Vũng Áng" in raised.value.hint
    for unknown in ("Không Có", "", "???"):
        with pytest.raises(UserFacingError):
            DIRECTORY.find("Hà Tĩnh", unknown)
    with pytest.raises(UserFacingError, match="Không có tỉnh"):
        DIRECTORY.find("Sài Thành", "Trần Phú")


def test_provinces_stand_in_vietnamese_order() -> None:
    assert [province.name for province in DIRECTORY.provinces] == ["Hà Tĩnh", "Hồ Chí Minh", "Lâm Đồng"]
