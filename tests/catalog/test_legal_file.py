"""A file of legal documents is taken only when it is exactly of the format; schema and reader agree on what that is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cchc_desktop.catalog.legal_documents import load_legal_documents
from cchc_desktop.catalog.legal_file import (
    LARGEST_FILE,
    LegalFile,
    parse_legal_file,
    read_legal_file,
    written_legal_file,
)
from cchc_desktop.domain.legal_document import Origin
from cchc_desktop.errors import UserFacingError
from cchc_desktop.places import resources_dir

_CATALOG = resources_dir() / "catalog"
SCHEMA = json.loads((_CATALOG / "schema" / "legal-bases.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def entry(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "id": "12-2027-nd-cp",
        "kind": "Nghị định",
        "number": "12",
        "symbol": "2027/NĐ-CP",
        "date": "2027-02-03",
        "issuer": "Chính phủ",
        "title": "về một việc mới",
        "in_force_from": "2027-04-01",
        "ended_on": None,
        "replaced_by": [],
        "amended_by": ["13-2027-nd-cp"],
        "subjects": ["việc mới"],
        "note": "",
        "checked_on": "2027-02-10",
        "certain": True,
    }
    whole.update(changes)
    return whole


def without(field: str) -> dict[str, Any]:
    whole = entry()
    del whole[field]
    return whole


def document(*entries: Any, **changes: Any) -> dict[str, Any]:
    return {
        "format": "cchc-legal-bases",
        "version": 1,
        "published": "2027-02-10",
        "entries": list(entries),
    } | changes


def read(whole: Any) -> LegalFile:
    return parse_legal_file(json.dumps(whole).encode(), "cập-nhật.json")


def is_taken(whole: Any) -> bool:
    try:
        read(whole)
    except UserFacingError:
        return False
    return True


def test_the_schema_is_a_schema_and_takes_the_catalogue_of_the_program() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    whole = json.loads((_CATALOG / "legal-bases.json").read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []


def test_an_entry_is_read_as_it_is_written() -> None:
    found = read(document(entry()))
    [one] = found.documents
    assert found.published == date(2027, 2, 10)
    assert (
        one.basis
        == "Căn cứ Nghị định số 12/2027/NĐ-CP ngày 03 tháng 02 năm 2027 của Chính phủ về một việc mới"
    )
    assert (one.in_force_from, one.ended_on, one.checked_on) == (date(2027, 4, 1), None, date(2027, 2, 10))
    assert (one.amended_by, one.subjects, one.is_certain) == (("13-2027-nd-cp",), ("việc mới",), True)
    assert one.origin is Origin.UPDATE


def test_what_is_written_is_read_back_and_fits_the_schema() -> None:
    documents = load_legal_documents()
    written = written_legal_file(documents, date(2026, 11, 21))
    assert parse_legal_file(written, "x.json", Origin.CATALOGUE) == LegalFile(date(2026, 11, 21), documents)
    assert VALIDATOR.is_valid(json.loads(written))


GOOD: list[Any] = [
    document(),
    document(entry()),
    document(version=1.0),
    document({"id": "luat-moi", "kind": "Luật", "title": "Việc mới"}),
    document(entry(kind="Luật", number="", symbol="")),
    document(entry(date=None, in_force_from=None, checked_on=None)),
    document(entry(number="12a", symbol="NQ/TW")),
    document(entry(id="3f0f-4d")),
    document(entry(issuer="  Chính  phủ ")),
]


@pytest.mark.parametrize("whole", GOOD)
def test_reader_and_schema_take_what_is_right(whole: Any) -> None:
    assert VALIDATOR.is_valid(whole)
    assert is_taken(whole)


BAD: list[Any] = [
    [],
    None,
    "cchc-legal-bases",
    document(format="khac"),
    document(version=2),
    document(version=0),
    document(version=True),
    document(version="1"),
    document(published=None),
    document(published="21/11/2026"),
    document(extra=1),
    document(entries={}),
    document("chữ"),
    document([entry()]),
    document(*(entry(id=f"x-{n}") for n in range(5_001))),
    *(document(without(field)) for field in ("id", "kind", "title", "number", "symbol")),
    *(document(entry(id=bad)) for bad in ("", "Có dấu", "-a", "a\n", "A", 5, None, "a" * 101)),
    *(document(entry(kind=bad)) for bad in ("", "nghị định", "Sắc lệnh", 5, None)),
    *(document(entry(number=bad)) for bad in ("", "12/2027", "mười hai", 12, "123456", "१२")),
    *(document(entry(symbol=bad)) for bad in ("", "/NĐ-CP", "NĐ CP", "NĐ-CP\n", None, "-")),
    *(document(entry(title=bad)) for bad in ("", "   ", "…", "a\x00b", "a\nb", "ă" * 1_001, None)),
    *(document(entry(issuer=bad)) for bad in (None, 1, "a" * 301, "a\tb")),
    *(document(entry(note=bad)) for bad in (None, ["a"], "a" * 2_001)),
    *(
        document(entry(**{field: bad}))
        for field in ("date", "in_force_from", "ended_on", "checked_on")
        for bad in (
            "",
            "2027-02-30",
            "2027-2-3",
            "20270203",
            2027,
            "2027-02-03\n",
            "0000-01-01",
            "２０２７-02-03",
        )
    ),
    *(
        document(entry(**{field: bad}))
        for field in ("replaced_by", "amended_by", "subjects")
        for bad in [None, "a", dict[str, str](), [1], [""], ["…"], ["a\n"], ["a"] * 31, ["a" * 101]]
    ),
    *(document(entry(**{field: ["Có Dấu"]})) for field in ("replaced_by", "amended_by")),
    *(document(entry(certain=bad)) for bad in (None, 1, "true")),
    document(entry(origin="own")),
]


@pytest.mark.parametrize("whole", BAD)
def test_reader_and_schema_refuse_what_is_wrong(whole: Any) -> None:
    assert not VALIDATOR.is_valid(whole)
    assert not is_taken(whole)


_ANY = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8))
_VALUE = _ANY | st.lists(_ANY, max_size=3) | st.dates().map(date.isoformat)


@given(st.sampled_from(sorted(entry())), _VALUE)
def test_reader_and_schema_agree_on_any_value_of_any_field(field: str, value: Any) -> None:
    # What only the reader knows (dates in order, no entry that replaces itself) cannot come out of these values
    # but for the two dates that follow each other.
    whole = document(entry(**{field: value, **({"in_force_from": None} if field == "ended_on" else {})}))
    assert is_taken(whole) == VALIDATOR.is_valid(whole)


@pytest.mark.parametrize(
    "whole",
    [
        document(entry(), entry()),
        document(entry(ended_on="2027-03-31")),
        document(entry(replaced_by=["12-2027-nd-cp"])),
    ],
)
def test_what_a_schema_cannot_say_is_refused_too(whole: Any) -> None:
    assert VALIDATOR.is_valid(whole)
    assert not is_taken(whole)


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"format": ' * 50_000,
        '{"format": "cchc-legal-bases"}'.encode("utf-16"),
        b"\xff\xfe\x00",
        b'{"format": "cchc-legal-bases", "version": ' + b"1" * 10_000 + b"}",
        b'{"format": "cchc-legal-bases", "version": NaN}',
        b'{"format": "cchc-legal-bases", "format": "cchc-legal-bases", "version": 1}',
        b"PK\x03\x04" + b"\x00" * 100,
    ],
    ids=range(10),
)
def test_a_hostile_or_broken_file_is_refused_in_words(written: bytes) -> None:
    with pytest.raises(UserFacingError) as caught:
        parse_legal_file(written, "lạ.json")
    assert "lạ.json" in caught.value.message
    assert caught.value.hint


def test_a_file_that_is_too_large_is_refused_before_it_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "lớn.json"
    path.write_bytes(b" " * (LARGEST_FILE + 1))
    with pytest.raises(UserFacingError, match="quá lớn"):
        read_legal_file(path)
    with pytest.raises(UserFacingError, match="Không tìm thấy"):
        read_legal_file(tmp_path / "không-có.json")


def test_a_file_of_a_newer_format_asks_for_a_newer_program() -> None:
    with pytest.raises(UserFacingError, match="mới hơn") as caught:
        read(document(entry(), version=2))
    assert "phiên bản mới" in caught.value.hint


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: entry(title=""), ("mục thứ 2", "12-2027-nd-cp", "title")),
        (lambda: entry(date="2027-02-30"), ("mục thứ 2", "date", "không có trong lịch")),
        (lambda: entry(kind="Sắc lệnh"), ("mục thứ 2", "kind", "Nghị định")),
        (lambda: entry(màu="đỏ"), ("mục thứ 2", "màu")),
        (lambda: "chữ", ("mục thứ 2",)),
    ],
)
def test_a_fault_names_the_entry_and_the_field(change: Callable[[], Any], words: tuple[str, ...]) -> None:
    with pytest.raises(UserFacingError) as caught:
        read(document(entry(id="mot"), change()))
    assert all(word in caught.value.message for word in words)


def test_a_file_saved_by_notepad_with_its_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document(entry()), ensure_ascii=False), encoding="utf-8-sig")
    assert len(read_legal_file(path).documents) == 1


def test_an_update_that_does_not_say_when_it_was_checked_was_checked_when_the_file_was_published() -> None:
    [one] = read(document(entry(checked_on=None))).documents
    assert one.checked_on == date(2027, 2, 10)
