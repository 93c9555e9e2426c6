"""The legal documents that come with the program: enough of them, sane, in the lawful form, and leading to what holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.catalog.legal_documents import LEGAL_FILE, load_legal_documents
from cchc_desktop.domain.citation import BasisRank, basis_rank, format_citation, parse_citation
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin
from cchc_desktop.places import resources_dir

DOCUMENTS = load_legal_documents()
BY_ID = {one.id: one for one in DOCUMENTS}
PUBLISHED = date.fromisoformat(
    json.loads((resources_dir() / "catalog" / LEGAL_FILE).read_text(encoding="utf-8"))["published"]
)


def test_there_are_many_entries_each_with_its_own_key() -> None:
    assert len(DOCUMENTS) >= 65
    assert len(BY_ID) == len(DOCUMENTS)
    assert {one.origin for one in DOCUMENTS} == {Origin.CATALOGUE}


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_an_entry_in_the_lawful_form_is_read_back_as_it_is(one: LegalDocument) -> None:
    cited = one.citation
    # A law is cited without number, symbol and issuer.
    printed = replace(cited, number="", symbol="", issuer="") if cited.is_law else cited
    assert parse_citation(one.basis) == printed
    assert format_citation(printed) == format_citation(cited)


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_the_dates_of_an_entry_follow_each_other(one: LegalDocument) -> None:
    days = [one.citation.date, one.in_force_from, one.ended_on]
    known = [day for day in days if day is not None]
    assert known == sorted(known)
    assert all(date(2005, 1, 1) < day < date(2026, 12, 31) for day in known)
    assert one.checked_on is None or date(2026, 9, 30) <= one.checked_on <= PUBLISHED


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_successors_and_amendments_exist_and_are_not_older(one: LegalDocument) -> None:
    for key in (*one.replaced_by, *one.amended_by):
        later = BY_ID[key].citation
        assert key != one.id
        if later.date and one.citation.date:
            assert later.date >= one.citation.date


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_what_is_not_certain_or_lacks_a_date_says_so_in_its_note(one: LegalDocument) -> None:
    if not one.is_certain:
        assert "đối chiếu" in one.note.lower()
    if one.citation.date is None:
        assert not one.is_certain
        assert "ngày" in one.note
    assert 1 <= len(one.subjects) <= 5


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.id)
def test_each_entry_has_a_place_in_the_usual_order_and_none_is_of_a_single_province(
    one: LegalDocument,
) -> None:
    assert basis_rank(one.basis) in {
        BasisRank.LAW,
        BasisRank.CENTRAL_PARTY,
        BasisRank.NATIONAL_ASSEMBLY,
        BasisRank.GOVERNMENT,
        BasisRank.PRIME_MINISTER,
        BasisRank.MINISTRY,
    }


@pytest.mark.parametrize(
    ("code", "ended", "successor"),
    [
        ("61/2018/NĐ-CP", date(2025, 7, 1), "118/2025/NĐ-CP"),
        ("42/2022/NĐ-CP", date(2026, 7, 1), "224/2026/NĐ-CP"),
        ("892/QĐ-BNV", date(2025, 10, 15), "1187/QĐ-BNV"),
        ("77/2015/QH13", date(2025, 3, 1), "72/2025/QH15"),
        ("52/2016/QĐ-TTg", date(2024, 7, 1), "49/2024/NĐ-CP"),
    ],
)
def test_what_no_longer_holds_leads_to_what_took_its_place(code: str, ended: date, successor: str) -> None:
    one = next(one for one in DOCUMENTS if one.citation.code == code)
    assert one.ended_on == ended
    assert one.force_on(ended) is Force.ENDED
    assert [BY_ID[key].citation.code for key in one.replaced_by] == [successor]


def test_the_file_says_when_it_was_published_and_is_typed_in_composed_letters() -> None:
    written = (resources_dir() / "catalog" / LEGAL_FILE).read_text(encoding="utf-8")
    assert json.loads(written)["published"] >= "2026-11-21"
    assert "\u0301" not in written
    assert "Uỷ" not in written
