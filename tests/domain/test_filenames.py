"""File names that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.filenames import proposed_name, safe_file_name
from cchc_desktop.domain.plan import IssueForm, Plan
from tests.strategies import OFFICES, plans


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kế hoạch số 12/KH-UBND.docx", "Kế hoạch số 12-KH-UBND.docx"),
        ('Báo cáo: "quý I"?.xlsx', "Báo cáo - quý I.xlsx"),
        ("con.txt", "_con.txt"),
        ("NUL", "_NUL"),
        ("COM1.docx", "_COM1.docx"),
        ("Công văn. . .", "Công văn"),
        ("  .ẩn ", "ẩn"),
        ("console.txt", "console.txt"),
        ("dòng 1\ndòng 2.docx", "dòng 1 dòng 2.docx"),
        ("", "Tệp không tên"),
        ("???", "Tệp không tên"),
    ],
)
def test_what_windows_refuses_is_taken_out(text: str, name: str) -> None:
    assert safe_file_name(text) == name


@given(
    st.one_of(
        st.text(), st.text("ăâđêôơư. -:/", max_size=300), st.sampled_from(("nul", "com1 .x", "aux.", ". con"))
    )
)
def test_a_name_is_safe_everywhere(text: str) -> None:
    name = safe_file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\n\t\x00')
    assert name == name.strip(" .")
    assert len(name) <= 120
    assert len(name.encode()) <= 240
    assert name.split(".")[0].strip().lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert safe_file_name(name) == name


def test_a_long_name_keeps_its_extension() -> None:
    name = safe_file_name("Kế hoạch " * 60 + ".docx")
    assert name.endswith(".docx")
    assert name.startswith("Kế hoạch Kế hoạch")


@settings(max_examples=25)
@given(plans(IssueForm.PLAN, max_sections=0, max_appendices=0))
def test_an_export_is_named_by_what_year_and_office_it_is_for(plan: Plan) -> None:
    name = proposed_name(plan, OFFICES[0], "docx")
    assert name == f"Kế hoạch tuyên truyền CCHC {plan.period.phrase} - phường Vũng Áng.docx"
    assert proposed_name(plan, OFFICES[0], ".xlsx").startswith("Phụ lục nhiệm vụ tuyên truyền CCHC")


@settings(max_examples=25)
@given(plans(IssueForm.DECISION_DIRECT, max_sections=0, max_appendices=0))
def test_a_decision_is_named_as_one(plan: Plan) -> None:
    assert proposed_name(plan, OFFICES[3], "pdf").startswith("Quyết định ban hành Kế hoạch tuyên truyền CCHC")
