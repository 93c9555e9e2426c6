"""Dots that are left to fill are told of; dots that end a list are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.blanks import blanks_to_fill, first_spot
from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.plan_bases import with_document
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText


def with_basis(text: str) -> Plan:
    plan = sample_dossier().plans[0]
    return replace(plan, opening=replace(plan.opening, bases=(LegalBasis(RichText.of(text)),)))


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh",
        "Căn cứ Kế hoạch số ..../KH-UBND ngày 05/01/2026",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày …/…/2026",
        "Căn cứ Quyết định số ___/QĐ-UBND",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày ... tháng 01 năm 2026",
    ],
)
def test_a_number_or_a_day_in_dots_is_told_of_once(text: str) -> None:
    plan = with_basis(text)
    (found,) = blanks_to_fill(plan)
    assert found.step is Step.BASES
    assert found.source == plan.opening.bases[0].id
    assert found.excerpt.removesuffix("…").strip() in text


def test_a_long_text_is_cut_between_words_and_says_so() -> None:
    text = (
        "Căn cứ Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh Quảng Ngãi về việc ban hành "
        "kế hoạch thông tin, tuyên truyền cải cách hành chính nhà nước"
    )
    (found,) = blanks_to_fill(with_basis(text))
    assert found.excerpt.endswith("…")
    last = found.excerpt.removesuffix("…").split()[-1]
    assert last in text.split()
    (behind,) = blanks_to_fill(
        with_basis(f"Thực hiện nhiệm vụ được giao và ý kiến chỉ đạo của cấp trên, {text}")
    )
    assert behind.excerpt.startswith("…")
    assert (
        behind.excerpt[1:].split()[0] in f"nhiệm vụ được giao và ý kiến chỉ đạo của cấp trên, {text}".split()
    )


def test_the_first_dots_of_a_blank_are_found() -> None:
    text = "Pa nô, băng rôn… theo Kế hoạch số …/KH-UBND ngày … tháng 01"
    spot = first_spot(text)
    assert spot is not None
    assert text[: spot[0]].endswith("Kế hoạch số ")
    assert text[spot[0] : spot[1]] == "…"
    assert first_spot("Chợ, trường học…") is None


@pytest.mark.parametrize(
    "text",
    [
        "Tuyên truyền bằng pa nô, băng rôn, tờ gấp…",
        "Các trường học, trạm y tế, chợ...",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    ],
)
def test_dots_that_end_a_list_are_no_blank(text: str) -> None:
    assert list(blanks_to_fill(with_basis(text))) == []


def test_blanks_are_found_in_sections_tasks_closing_and_articles() -> None:
    plan = sample_dossier().plans[0]
    line = paragraph("Thực hiện Công văn số …/SNV ngày … tháng … năm …")
    section = plan.sections[2]
    torn = replace(section, items=(*section.items, line))
    task = plan.tasks[0]
    appendix = plan.appendices[0]
    rows = tuple(
        replace(row, note=RichText.of("Theo Quyết định số …/QĐ")) if row is task else row
        for row in appendix.rows
    )
    plan = replace(
        plan,
        sections=tuple(torn if one is section else one for one in plan.sections),
        appendices=(replace(appendix, rows=rows),),
        closing=(paragraph("Thay thế Kế hoạch số … ngày …"),),
    )
    found = {one.step: one for one in blanks_to_fill(plan)}
    assert set(found) == {Step.CONTENT, Step.TASKS, Step.SIGNING}
    assert found[Step.CONTENT].source == line.id
    assert found[Step.TASKS].source == task.id
    told = [one.message for one in problems(plan) if one.step is Step.CONTENT]
    assert any("còn chỗ trống phải điền" in message for message in told)


def test_a_law_whose_day_is_not_known_has_room_for_it_and_is_listed() -> None:
    law = LegalDocument(Citation("Luật", "10", "2026/QH16", None, "Quốc hội", "Tiếp cận thông tin"))
    plan = with_document(
        with_basis("Căn cứ Luật Ban hành văn bản ngày 19 tháng 02 năm 2025"), law, basis_catalogue((law,))
    )
    [line] = [one for one in plan.opening.bases if "Tiếp cận" in one.text.plain]
    assert line.text.plain.endswith("ngày … tháng … năm …")
    assert [one.source for one in blanks_to_fill(plan) if one.step is Step.BASES] == [line.id]
    [told] = [one for one in problems(plan, (law,)) if one.source == line.id]
    assert told.is_blank
    assert with_document(plan, law, basis_catalogue((law,))) is plan
