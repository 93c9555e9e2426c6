"""The office's own documents typed or pasted, files of updates looked over and taken in, and handed on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_edits import with_document_added
from cchc_desktop.authoring.basis_updates import look_over, own_documents, taken_in, write_own
from cchc_desktop.authoring.own_basis import TypedBasis, known_already, taken_apart, typed_of, usual_issuers
from cchc_desktop.catalog.legal_file import parse_legal_file, written_legal_file
from cchc_desktop.domain.citation import parse_citation
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.errors import UserFacingError

OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")
DOSSIER = Dossier(OFFICE)
CATALOGUE = basis_catalogue()
TODAY = date(2026, 11, 21)
OWN = TypedBasis(
    "Kế hoạch", "12", "KH-UBND", "20/01/2026", usual_issuers(OFFICE)[0], "về tuyên truyền năm 2026"
).document()


def entry(code: str) -> LegalDocument:
    return next(one for one in CATALOGUE.documents if one.citation.code == code)


def file_of(folder: Path, *documents: LegalDocument, published: date = date(2027, 1, 5)) -> Path:
    path = folder / "cập nhật.json"
    path.write_bytes(written_legal_file(documents, published))
    return path


def codes(documents: tuple[LegalDocument, ...]) -> list[str]:
    return [one.citation.code for one in documents]


# --- typed and pasted


def test_a_pasted_citation_is_taken_apart_and_put_together_again() -> None:
    pasted = (
        "Căn cứ Nghị quyết số 12-NQ/TU ngày 26/5/2022 của Ban Chấp hành Đảng bộ tỉnh về cải cách hành chính;"
    )
    typed = taken_apart(pasted)
    assert typed == TypedBasis(
        "Nghị quyết", "12", "NQ/TU", "26/5/2022", "Ban Chấp hành Đảng bộ tỉnh", "về cải cách hành chính"
    )
    assert typed is not None
    assert typed.document().citation == parse_citation(pasted)
    assert taken_apart("Thực hiện nhiệm vụ được giao") is None


@pytest.mark.parametrize(
    "one", [*CATALOGUE.documents, OWN], ids=lambda one: f"{one.citation.kind} {one.citation.code}"
)
def test_fields_show_a_document_and_give_it_back(one: LegalDocument) -> None:
    typed = typed_of(one)
    assert typed.faults in {(), ("Số gồm các chữ số, ví dụ 12.",)}
    back = typed.document(one)
    assert back.citation == one.citation
    assert (back.ended_on, back.id, back.origin) == (one.ended_on, one.id, Origin.OWN)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"number": ""}, "Số gồm"),
        ({"number": "mười"}, "Số gồm"),
        ({"symbol": ""}, "Ký hiệu"),
        ({"symbol": "KH UBND"}, "Ký hiệu"),
        ({"day": "31/02/2026"}, "Ngày ban hành"),
        ({"ended": "mai"}, "Ngày hết hiệu lực"),
        ({"title": " …"}, "trích yếu"),
    ],
)
def test_what_is_wrong_with_the_fields_is_said(change: dict[str, str], words: str) -> None:
    faulty = replace(typed_of(OWN), **change)
    assert any(words in fault for fault in faulty.faults)
    with pytest.raises(ValueError, match=words):
        faulty.document()


def test_a_law_needs_no_number() -> None:
    assert TypedBasis("Luật", title="Thủ đô").faults == ()


_TEXT = st.text(max_size=30)
_NUMBER = st.from_regex(r"\A\d{1,6}[a-zđ]?\Z") | st.sampled_from(("", "12", "07"))
_SYMBOL = st.from_regex(r"\A[\w&-]{1,8}(/[\w&-]{1,8})?\Z") | st.sampled_from(("", "KH-UBND", "NQ/TU"))
_DAY = st.dates().map(lambda day: f"{day.day}/{day.month}/{day.year}") | st.just("")


@given(
    st.builds(
        TypedBasis, st.sampled_from(("Kế hoạch", "Luật")), _NUMBER, _SYMBOL, _DAY, _TEXT, _TEXT, _DAY, _TEXT
    )
)
def test_whatever_the_form_takes_can_be_handed_on(typed: TypedBasis) -> None:
    if not typed.faults:
        one = typed.document()
        [back] = parse_legal_file(written_legal_file([one], TODAY), "x.json", Origin.OWN).documents
        assert back == one


def test_what_the_catalogue_has_already_is_said_but_not_of_the_entry_itself() -> None:
    typed = typed_of(entry("30/2020/NĐ-CP"))
    assert "30/2020/NĐ-CP" in known_already(typed, CATALOGUE, None)
    assert known_already(typed, CATALOGUE, entry("30/2020/NĐ-CP")) == ""
    assert known_already(typed_of(OWN), CATALOGUE, None) == ""


# --- updates


def test_what_is_new_what_changes_and_what_stays_is_told_apart(tmp_path: Path) -> None:
    new = replace(OWN, id="moi")
    ended = replace(entry("49/2024/NĐ-CP"), ended_on=date(2027, 1, 1), checked_on=date(2027, 1, 5))
    same = entry("76/NQ-CP")
    older = replace(entry("118/2025/NĐ-CP"), note="cũ", checked_on=date(2025, 12, 1))
    preview = look_over(DOSSIER, file_of(tmp_path, new, ended, same, older))
    assert codes(preview.added) == ["12/KH-UBND"]
    assert codes(preview.changed) == ["49/2024/NĐ-CP"]
    assert codes(preview.kept) == ["76/NQ-CP", "118/2025/NĐ-CP"]
    after = taken_in(DOSSIER, preview)
    assert {one.origin for one in after.bases} == {Origin.UPDATE}
    assert codes(after.bases) == ["12/KH-UBND", "49/2024/NĐ-CP"]
    [now] = basis_catalogue(after.bases).search("49/2024/NĐ-CP")
    assert now.ended_on == date(2027, 1, 1)
    again = look_over(after, file_of(tmp_path, new, ended, same, older))
    assert (again.added, again.changed) == ((), ())
    assert taken_in(after, again) is after


def test_an_update_never_takes_the_place_of_what_the_office_entered(tmp_path: Path) -> None:
    dossier = with_document_added(DOSSIER, OWN)
    update = replace(OWN, id="cua-tinh", citation=replace(OWN.citation, title="về việc khác"))
    preview = look_over(dossier, file_of(tmp_path, update))
    assert codes(preview.kept) == ["12/KH-UBND"]
    assert taken_in(dossier, preview).bases == dossier.bases


def test_own_documents_are_written_in_the_format_of_updates(tmp_path: Path) -> None:
    dossier = with_document_added(DOSSIER, OWN)
    path = tmp_path / "của cơ quan.json"
    assert write_own(dossier, path, TODAY) == 1
    whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert (whole["format"], whole["published"]) == ("cchc-legal-bases", "2026-11-21")
    other = taken_in(DOSSIER, look_over(DOSSIER, path))
    assert [one.citation for one in other.bases] == [OWN.citation]
    assert own_documents(other) == ()
    with pytest.raises(UserFacingError, match="chưa có gì để xuất"):
        write_own(other, path, TODAY)
    assert json.loads(path.read_text(encoding="utf-8")) == whole


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UBND tỉnh Quảng Ngãi", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("HĐND phường Vũng Áng", "Hội đồng nhân dân phường Vũng Áng"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Sở Nội vụ tỉnh Quảng Ngãi", "Sở Nội vụ tỉnh Quảng Ngãi"),
    ],
)
def test_a_pasted_issuer_is_written_in_full(written: str, meant: str) -> None:
    typed = taken_apart(
        f"Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2026 của {written} về tuyên truyền năm 2026;"
    )
    assert typed is not None
    assert typed.issuer == meant
    assert typed.symbol == "KH-UBND"
