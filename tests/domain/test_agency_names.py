"""An agency is recognised however a paper names it, and a cell can be written with the present names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agency import agency_spans, split_agencies
from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function, default_agencies
from cchc_desktop.domain.agency_names import AgencyNames, agency_key, find_agency, normalised_agencies
from tests.dossier_strategies import agencies, nasty_texts
from tests.strategies import AGENCY_NAMES, OFFICES

WARD = default_agencies(OFFICES[0])


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Phòng Văn hóa - Xã hội", Function.CULTURE),
        ("PHÒNG VĂN HOÁ – XÃ HỘI", Function.CULTURE),
        ("Phòng Văn hóa và Xã hội phường", Function.CULTURE),
        ("phòng VH-XH", Function.CULTURE),
        ("VHXH", Function.CULTURE),
        ("Phòng Nội vụ", Function.CULTURE),
        ("Phòng Văn hóa và Thông tin:", Function.CULTURE),
        ("Văn phòng HĐND&UBND", Function.OFFICE),
        ("VP HĐND và UBND phường", Function.OFFICE),
        ("Phòng Tài chính - Kế hoạch", Function.ECONOMY),
        ("TT PVHCC phường", Function.SERVICE_CENTRE),
        ("Bộ phận Một cửa", Function.SERVICE_CENTRE),
        ("Công an", Function.POLICE),
        ("BCH Quân sự phường", Function.MILITARY),
        ("Uỷ ban MTTQ Việt Nam phường", Function.FRONT),
        ("Đề nghị UBMTTQVN phường", Function.FRONT),
        ("Mặt trận Tổ quốc phường", Function.FRONT),
        ("Đoàn TNCS Hồ Chí Minh", Function.YOUTH),
        ("Đoàn Thanh niên phường", Function.YOUTH),
        ("Hội LHPN phường", Function.WOMEN),
        ("TT HĐND phường", Function.COUNCIL),
        ("Thường trực Đảng uỷ", Function.PARTY_COMMITTEE),
        ("các phòng chuyên môn", Function.DIVISIONS),
        ("Các tổ dân phố", Function.SETTLEMENTS),
        ("UBND tỉnh", Function.PROVINCE),
        ("Văn phòng UBND tỉnh", Function.PROVINCE_OFFICE),
    ],
)
def test_an_agency_is_known_by_all_its_names(text: str, function: Function) -> None:
    found = find_agency(text, WARD)
    assert found is not None and found.function is function


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Hợp tác xã",
        "UBND phường",
        "Đảng ủy phường",
        "Phòng Y tế",
        "Trường học",
        "UBND các xã, phường",
        "Phòng",
    ],
)
def test_what_is_not_in_the_directory_is_not_guessed(text: str) -> None:
    assert find_agency(text, WARD) is None


def test_a_present_name_goes_before_a_former_name_of_another_agency() -> None:
    own = Agency("Phòng Nội vụ", "NV", AgencySide.UBND)
    assert find_agency("Phòng Nội vụ", (*WARD, own)) == own
    assert find_agency("Phòng Nội vụ", ()) is None


def test_the_name_of_the_commune_behind_an_agency_is_known_when_it_is_told() -> None:
    names = AgencyNames(WARD, ("phường Vũng Áng", "thành phố Đông Hà", "thành phố"))
    assert names.find("Công an phường Vũng Áng") == names.find("Công an thành phố") == names.find("Công an")
    found = names.find("Phòng Nội vụ thành phố Đông Hà")
    assert found is not None and found.function is Function.CULTURE
    assert find_agency("Công an phường Kỳ Anh", WARD) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Phòng Nội vụ", "Phòng Văn hóa - Xã hội"),
        ("- Phòng Nội vụ;\n- Tổ công tác", "- Phòng Văn hóa - Xã hội;\n- Tổ công tác"),
        ("Phòng Nội vụ; Phòng Văn hóa và Thông tin, Trạm Y tế", "Phòng Văn hóa - Xã hội, Trạm Y tế phường"),
        ("- Phòng Nội vụ;\n- VHXH;\n- Tổ khác", "- Phòng Văn hóa - Xã hội;\n- Tổ khác"),
        (
            "Hội LHPN; đề nghị Hội Phụ nữ; đề nghị HPN và HPN",
            "Hội Liên hiệp Phụ nữ phường; đề nghị Hội Phụ nữ",
        ),
        ("VHXH và Công an", "Phòng Văn hóa - Xã hội và Công an phường"),
        (
            "Phòng Nội vụ và các phòng chuyên môn",
            "Phòng Văn hóa - Xã hội và các phòng, đơn vị thuộc Ủy ban nhân dân phường",
        ),
        ("Các phòng chuyên môn", "Các phòng, đơn vị thuộc Ủy ban nhân dân phường"),
        ("Đề nghị Hội LHPN; UBND các xã, phường", "Đề nghị Hội Liên hiệp Phụ nữ phường; UBND các xã, phường"),
        ("Các phòng chuyên môn, đơn vị thuộc UBND phường", "Các phòng chuyên môn, đơn vị thuộc UBND phường"),
        (
            "Các phòng chuyên môn, các thôn, tổ dân phố",
            "Các phòng, đơn vị thuộc Ủy ban nhân dân phường, các tổ dân phố",
        ),
        (
            "Các phòng chuyên môn, Đài truyền thanh",
            "Các phòng, đơn vị thuộc Ủy ban nhân dân phường, Đài truyền thanh phường",
        ),
        ("Các phòng chuyên môn, đoàn thể", "Các phòng chuyên môn, đoàn thể"),
        ("PHÒNG NỘI VỤ", "PHÒNG VĂN HÓA - XÃ HỘI"),
        ("Cán bộ, công chức; toàn thể nhân dân", "Cán bộ, công chức; toàn thể nhân dân"),
        ("", ""),
    ],
)
def test_a_cell_is_written_with_present_names_and_the_rest_stays(before: str, after: str) -> None:
    assert normalised_agencies(before, WARD) == after
    assert normalised_agencies(after, WARD) == after


def test_a_name_that_only_differs_in_spelling_is_not_told_as_renamed() -> None:
    names = AgencyNames(WARD, ("thành phố",))

    def renamed(text: str) -> list[bool]:
        return [names.is_renamed(place, text) for place in names.places(text)]

    assert renamed("UBND tỉnh; Trạm Y tế; UBMTTQVN phường; Công an thành phố; VHXH") == [False] * 5
    assert renamed("Phòng Nội vụ; Bộ phận Một cửa; Các phòng chuyên môn") == [True] * 3


@given(
    st.lists(st.sampled_from((*AGENCY_NAMES, "Phòng Nội vụ", "Tổ khác", "VHXH", "")), max_size=5), st.data()
)
def test_normalising_a_second_time_changes_nothing(names: list[str], data: st.DataObject) -> None:
    separator = data.draw(st.sampled_from(("; ", ", ", " và ", "\n", ";\n- ")))
    once = normalised_agencies(separator.join(names), WARD)
    assert normalised_agencies(once, WARD) == once


@given(st.lists(agencies(), max_size=4), nasty_texts())
def test_any_directory_and_any_text_can_be_asked(directory: list[Agency], text: str) -> None:
    names = AgencyNames(directory, ("phường X",))
    assert names.normalised(text) is not None
    for place in names.places(text):
        assert place.agency in directory
        assert text[place.start : place.end].strip()


@given(st.sampled_from(WARD), st.sampled_from(("upper", "lower", "title")))
def test_capitals_do_not_matter(agency: Agency, case: str) -> None:
    assert find_agency(getattr(agency.name, case)(), WARD) == agency
    alone = replace(agency, former_names=())
    assert agency_key(alone.name) == agency_key(alone.name.upper())


@given(st.one_of(nasty_texts(), st.lists(st.sampled_from(AGENCY_NAMES), max_size=4).map("; ".join)))
def test_spans_are_the_pieces_that_splitting_gives(text: str) -> None:
    known = [one.name for one in WARD]
    spans = [text[start:end] for start, end in agency_spans(text, known)]
    assert tuple(dict.fromkeys(" ".join(one.split()) for one in spans)) == split_agencies(text, known)
