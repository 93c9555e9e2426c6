"""Where a text stands is said in the words of the program, for every text a plan has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.authoring.adapt_texts import rewritten
from cchc_desktop.authoring.issue_form import with_form
from cchc_desktop.authoring.place_words import place_words
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import IssueForm, LegalBasis, Plan, Section, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import TaskGroup
from tests.ui.profile_desk import small_plan


def full_plan(form: IssueForm) -> Plan:
    plan = with_form(small_plan(), form)
    [appendix] = plan.appendices
    rows = (TaskGroup("Truyền thông"), *appendix.rows)
    untitled = Section((SectionRole.OTHER,), "", (paragraph("Không có tên."),))
    opening = replace(
        plan.opening, bases=(LegalBasis(RichText.of("Căn cứ một")), LegalBasis(RichText.of("Theo đề nghị A")))
    )
    return replace(
        plan,
        sections=(untitled, *plan.sections),
        appendices=(replace(appendix, rows=rows, text=(paragraph("Lời dẫn"),)),),
        opening=replace(opening, proposal="Theo đề nghị của Trưởng phòng"),
        closing=(paragraph("Trên đây là Kế hoạch."),),
    )


def words_of(plan: Plan) -> dict[str, str]:
    found: dict[str, str] = {}

    def look(target: str, name: str, text: RichText) -> RichText:
        found[text.plain] = place_words(plan, target, name)
        return text

    rewritten(plan, look)
    return found


@pytest.mark.parametrize("form", list(IssueForm))
def test_every_text_of_a_plan_has_a_place_in_words_but_in_a_section_without_a_name(form: IssueForm) -> None:
    found = words_of(full_plan(form))
    assert [text for text, words in found.items() if not words] == ["Không có tên."]


def test_places_are_named_as_on_paper() -> None:
    found = words_of(full_plan(IssueForm.PLAN))
    assert found["Nâng cao nhận thức."] == "Mục I"
    assert found["Công an phường"] == "Nhiệm vụ 1, phối hợp"
    assert found["Phát thanh chuyên mục"] == "Nhiệm vụ 2, nội dung"
    assert found["Truyền thông"] == "Nhóm nhiệm vụ"
    assert found["UBND tỉnh"] == "Nơi nhận"
    assert found["Theo đề nghị A"] == "Căn cứ 2"
    assert found["Trên đây là Kế hoạch."] == "Câu kết"
    assert found["Lời dẫn"] == "Phụ lục"
    assert found["CHỦ TỊCH"] == "Người ký"


def test_articles_of_a_decision_are_counted() -> None:
    plan = full_plan(IssueForm.DECISION_ATTACHED)
    assert plan.decision is not None
    found = words_of(plan)
    for number, article in enumerate(plan.decision.articles, 1):
        assert found[article.text.plain] == f"Điều {number}"


def test_fields_of_the_head_are_named_by_what_they_are() -> None:
    plan = small_plan()
    assert place_words(plan, f"{plan.id}:letterhead", "letterhead-body") == "Tên cơ quan ban hành"
    assert place_words(plan, f"{plan.id}:sign", "archive") == "Dòng “Lưu”"
