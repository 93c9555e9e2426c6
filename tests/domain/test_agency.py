"""Several agencies in a cell are told apart although their names hold commas and "và"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agency import (
    AgencySide,
    default_agencies,
    is_group,
    join_agencies,
    looks_like_agency,
    split_agencies,
)
from cchc_desktop.domain.office import Office, Province
from tests.strategies import OFFICES, phrases

ALL_DEFAULTS = sorted({agency.name for office in OFFICES for agency in default_agencies(office)})


@pytest.mark.parametrize(
    "name",
    [
        *("Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND phường", "Phòng Văn hóa và Thông tin"),
        *("Sở Văn hóa, Thể thao và Du lịch", "Trung tâm Văn hóa, Thông tin và Thể thao thành phố"),
        *("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Báo và Phát thanh, Truyền hình tỉnh"),
        *(
            "UBND phường, xã",
            "Các phòng, ban chuyên môn",
            "Các cơ quan, đơn vị liên quan",
            "các thôn, tổ dân phố",
        ),
        *("Đài Phát thanh và Truyền hình tỉnh", "Ban Tuyên giáo và Dân vận"),
    ],
)
def test_one_name_stays_one_name(name: str) -> None:
    assert split_agencies(name) == (name,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Phòng Văn hóa và Thông tin; Trung tâm Văn hóa TT&TT",
            ["Phòng Văn hóa và Thông tin", "Trung tâm Văn hóa TT&TT"],
        ),
        ("Trung tâm VHTT&TT thành phố, UBND phường, xã", ["Trung tâm VHTT&TT thành phố", "UBND phường, xã"]),
        (
            "các cơ quan, đơn vị thành phố và UBND phường, xã",
            ["các cơ quan, đơn vị thành phố", "UBND phường, xã"],
        ),
        (
            "Văn phòng HĐND và UBND, Phòng Văn hóa - Xã hội, Công an phường và các tổ dân phố",
            ["Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Công an phường", "các tổ dân phố"],
        ),
        (
            "Phòng Kinh tế, Hạ tầng và Đô thị, Trạm Y tế và phòng Văn hóa - Xã hội",
            ["Phòng Kinh tế, Hạ tầng và Đô thị", "Trạm Y tế", "phòng Văn hóa - Xã hội"],
        ),
        ("- Công an phường;\n- Đài truyền thanh.\n", ["Công an phường", "Đài truyền thanh"]),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"]),
        ("Công an phường; công an phường; Công an phường", ["Công an phường", "công an phường"]),
        ("", []),
        (" ; \n ", []),
    ],
)
def test_several_names_are_told_apart(text: str, names: list[str]) -> None:
    assert list(split_agencies(text)) == names


def test_a_known_name_is_never_divided() -> None:
    known = ["Phòng Kinh tế và UBND điện tử", "Nhà văn hóa, Thư viện"]
    text = "Nhà văn hóa, Thư viện và Phòng Kinh tế và UBND điện tử, Công an"
    assert split_agencies(text, known) == (
        "Nhà văn hóa, Thư viện",
        "Phòng Kinh tế và UBND điện tử",
        "Công an",
    )


@given(st.lists(st.sampled_from(ALL_DEFAULTS), unique=True, max_size=6))
def test_joined_names_of_the_directory_are_told_apart_again(names: list[str]) -> None:
    assert split_agencies(join_agencies(names)) == tuple(names)


@given(st.lists(phrases(1, 5), unique=True, max_size=4))
def test_joined_known_names_are_told_apart_again(names: list[str]) -> None:
    assert split_agencies(join_agencies(names), known=names) == tuple(names)


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_no_text_is_too_strange(text: str, known: list[str]) -> None:
    names = split_agencies(text, known)
    assert all(name.strip() for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        *("Các phòng chuyên môn", "các cơ quan, đơn vị liên quan", "UBND các phường, xã", "UBND phường, xã"),
        *(
            "Các tổ chức chính trị - xã hội phường",
            "Đề nghị các đoàn thể",
            "Tất cả cán bộ, công chức",
            "thôn, tổ dân phố",
        ),
    ],
)
def test_groups_are_known_as_groups(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize("name", ["UBND phường", "Phòng Kinh tế", "Trường học Nguyễn Du", "Công an xã", ""])
def test_one_body_is_no_group(name: str) -> None:
    assert not is_group(name)


def test_the_directory_follows_the_kind_of_commune() -> None:
    ward, commune, zone, _ = OFFICES
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in {agency.name for agency in default_agencies(ward)}
    assert "Trung tâm Phục vụ hành chính công phường" in {agency.name for agency in default_agencies(ward)}
    assert "Phòng Kinh tế" in {agency.name for agency in default_agencies(commune)}
    assert "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã" in {
        agency.name for agency in default_agencies(commune)
    }
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in {agency.name for agency in default_agencies(zone)}
    capital = Office(Province("01", "Hà Nội", "Thành phố"), "00004", "Phường", "Ba Đình")
    assert "Điểm Phục vụ hành chính công phường" in {agency.name for agency in default_agencies(capital)}


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.name)
def test_the_directory_is_consistent(office: Office) -> None:
    agencies = default_agencies(office)
    assert len({agency.name for agency in agencies}) == len(agencies)
    assert {agency.side for agency in agencies} == set(AgencySide)
    for agency in agencies:
        assert looks_like_agency(agency.name)
        assert split_agencies(agency.name) == (agency.name,)
        if agency.is_group and agency.name.startswith("Các"):
            assert is_group(agency.name)


@pytest.mark.parametrize("text", ["Mục đích", "Chế độ báo cáo", "Hình thức tuyên truyền", ""])
def test_other_headings_do_not_look_like_agencies(text: str) -> None:
    assert not looks_like_agency(text)
