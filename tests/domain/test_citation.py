"""Legal bases taken apart, written in the lawful form, and put in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.citation import (
    LAWS,
    BasisRank,
    Citation,
    basis_order,
    basis_rank,
    format_citation,
    parse_citation,
)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (
            "Căn cứ Kế hoạch số 213/KH-UBND ngày 29/12/2023 của Chủ tịch UBND tỉnh về cải cách hành chính năm 2024;",
            Citation(
                "Kế hoạch",
                "213",
                "KH-UBND",
                date(2023, 12, 29),
                "Chủ tịch UBND tỉnh",
                "về cải cách hành chính năm 2024",
            ),
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
            Citation("Nghị định", "30", "2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư"),
        ),
        (
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá",
            Citation("Nghị quyết", "57", "NQ/TW", date(2024, 12, 22), "Bộ Chính trị", "về đột phá"),
        ),
        (
            "Quyết định số 1588/QĐ-TTg ngày 17/12/2024 của Thủ tướng Chính phủ phê duyệt Đề án",
            Citation(
                "Quyết định", "1588", "QĐ-TTg", date(2024, 12, 17), "Thủ tướng Chính phủ", "phê duyệt Đề án"
            ),
        ),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            Citation("Luật", date=date(2025, 6, 16), title="Tổ chức chính quyền địa phương"),
        ),
        (
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025",
            Citation("Luật", "72", "2025/QH15", date(2025, 6, 16), title="Tổ chức chính quyền địa phương"),
        ),
        (
            "Kế hoạch số      /KH-UBND ngày 01/02/2026 của UBND tỉnh",
            Citation("Kế hoạch", "", "KH-UBND", date(2026, 2, 1), "UBND tỉnh"),
        ),
        (
            "Công văn số 581/BNV-CCHC của Bộ Nội vụ",
            Citation("Công văn", "581", "BNV-CCHC", None, "Bộ Nội vụ"),
        ),
    ],
)
def test_a_citation_is_taken_apart(text: str, citation: Citation) -> None:
    assert parse_citation(text) == citation


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
        "Kế hoạch thực hiện công tác năm 2025",
        "Nghị quyết của Tỉnh ủy",
    ],
)
def test_what_cites_no_document_is_left_alone(text: str) -> None:
    assert parse_citation(text) is None


def test_a_law_is_written_without_number_and_issuer() -> None:
    law = Citation("Luật", "72", "2025/QH15", date(2025, 6, 16), "Quốc hội", "Tổ chức chính quyền địa phương")
    assert format_citation(law) == "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def test_other_documents_are_written_in_full() -> None:
    decree = Citation("Nghị định", "30", "2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư")
    assert (
        format_citation(decree)
        == "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    )


SYMBOLS = (
    "NĐ-CP",
    "2020/NĐ-CP",
    "QĐ-TTg",
    "NQ/TW",
    "NQ/TU",
    "KH-UBND",
    "2025/TT-BNV",
    "NQ-HĐND",
    "BNV-CCHC",
    "CT-TTg",
)
ISSUERS = (
    "",
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "UBND tỉnh Hà Tĩnh",
    "Bộ trưởng Bộ Nội vụ",
    "Ủy ban nhân dân phường Vũng Áng",
)
TITLES = (
    *("", "về công tác văn thư", "về việc ban hành Kế hoạch cải cách hành chính phường Vũng Áng năm 2026"),
    *("phê duyệt Đề án “Nâng cao hiệu quả”", "ban hành Kế hoạch của Chính phủ, ngày 01/01/2026 có hiệu lực"),
)
citations = st.builds(
    Citation,
    st.sampled_from(("Nghị định", "Nghị quyết", "Quyết định", "Kế hoạch", "Thông tư", "Chỉ thị", "Công văn")),
    st.integers(1, 9999).map(str),
    st.sampled_from(SYMBOLS),
    st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))),
    st.sampled_from(ISSUERS),
    st.sampled_from(TITLES),
)
laws = st.builds(
    Citation,
    st.sampled_from(LAWS),
    date=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))),
    title=st.sampled_from(
        ("Tổ chức chính quyền địa phương", "Cán bộ, công chức", "Ban hành văn bản quy phạm pháp luật")
    ),
)


@given(st.one_of(citations, laws))
def test_a_written_citation_is_read_back(citation: Citation) -> None:
    assert parse_citation(format_citation(citation)) == citation
    assert parse_citation(f"Căn cứ {format_citation(citation)};") == citation


@given(laws, st.integers(1, 200))
def test_the_number_of_a_law_is_read_but_not_written(law: Citation, number: int) -> None:
    numbered = replace(law, number=str(number), symbol="2025/QH15", issuer="Quốc hội")
    assert parse_citation(format_citation(numbered)) == law


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(basis_rank(text), BasisRank)
    basis_order(text)
    parse_citation(f"Căn cứ Luật {text}")
    parse_citation(f"Quyết định số 1/{text}")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Chỉ thị số 23/CT-TU ngày 27/5/2022 của Ban Thường vụ Thành ủy", BasisRank.PROVINCE_PARTY),
        ("Nghị quyết số 3-NQ/ĐU ngày 27/5/2026 của Đảng ủy phường", BasisRank.COMMUNE_PARTY),
        (
            "Nghị quyết số 237/NQ-UBTVQH16 ngày 14/4/2026 của Ủy ban Thường vụ Quốc hội",
            BasisRank.NATIONAL_ASSEMBLY,
        ),
        ("Công văn số 581/BNV-CCHC của Bộ Nội vụ", BasisRank.MINISTRY),
        ("Nghị quyết số 4/NQ-HĐND ngày 10/12/2025 của HĐND phường Vũng Áng", BasisRank.COMMUNE_COUNCIL),
        ("Căn cứ nhu cầu thực tế", BasisRank.OTHER),
    ],
)
def test_symbol_and_issuer_say_whose_document_it_is(text: str, rank: BasisRank) -> None:
    assert basis_rank(text) is rank


def test_legal_bases_are_put_in_the_usual_order() -> None:
    in_order = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể",
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về cơ chế một cửa",
        "Căn cứ Quyết định số 282/QĐ-TTg ngày 12/02/2026 của Thủ tướng Chính phủ ban hành Kế hoạch",
        "Căn cứ Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ phê duyệt Đề án",
        "Căn cứ Nghị quyết số 12-NQ/TU ngày 26/5/2022 của Ban Chấp hành Đảng bộ tỉnh về đẩy mạnh CCHC",
        "Căn cứ Nghị quyết số 5/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh về dự toán",
        "Căn cứ Quyết định số 3369/QĐ-UBND ngày 31/12/2025 của UBND tỉnh Hà Tĩnh về việc ban hành Kế hoạch",
        "Căn cứ Quyết định số 82/QĐ-UBND ngày 27/01/2026 của UBND phường Vũng Áng về việc ban hành Kế hoạch",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
    ]
    keys = [basis_order(text) for text in in_order]
    assert keys == sorted(keys)
    assert len({rank for rank, _ in keys}) == 10  # decree and resolution of the Government share one
