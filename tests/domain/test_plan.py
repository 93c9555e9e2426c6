"""Plan, task and dossier as values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Capacity, IssueForm, Plan, Section, SectionRole, Signature
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import CELL_COLUMNS, VARIANTS, Task, TaskColumn
from tests.dossier_strategies import dossiers
from tests.strategies import OFFICES, plans, tasks


@settings(max_examples=25)
@given(plans(max_sections=1, max_appendices=1))
def test_a_plan_is_issued_once_it_has_number_and_date(plan: Plan) -> None:
    draft = replace(plan, number="", date=PartialDate(None, None, 2026))
    assert (draft.is_issued, draft.state) == (False, "dự thảo")
    assert not replace(draft, number="12").is_issued
    issued = replace(draft, number="12", date=PartialDate(5, 2, 2026))
    assert (issued.is_issued, issued.state) == (True, "đã ban hành")


@settings(max_examples=25)
@given(plans(IssueForm.DECISION_DIRECT, max_sections=0, max_appendices=0))
def test_form_and_decision_go_together(plan: Plan) -> None:
    with pytest.raises(ValueError):
        replace(plan, form=IssueForm.PLAN)
    with pytest.raises(ValueError):
        replace(plan, decision=None)


@settings(max_examples=25)
@given(plans(max_sections=2, max_appendices=2))
def test_the_tasks_of_a_plan_are_those_of_all_its_appendices(plan: Plan) -> None:
    assert len(plan.tasks) == sum(len(appendix.tasks) for appendix in plan.appendices)


def test_a_section_always_has_a_role_and_a_title_in_capitals() -> None:
    section = Section((), "Kinh phí thực hiện")
    assert section.role is SectionRole.OTHER
    assert section.title == "KINH PHÍ THỰC HIỆN"


@pytest.mark.parametrize(
    ("signature", "lines"),
    [
        (Signature(collective="Ủy ban nhân dân"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            Signature(collective="Ủy ban nhân dân", capacity=Capacity.DEPUTY, title="Phó Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (Signature(), ("CHỦ TỊCH",)),
        (Signature(capacity=Capacity.ACTING), ("Q. CHỦ TỊCH",)),
        (Signature(capacity=Capacity.BY_ORDER, title="Chánh Văn phòng"), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (Signature(capacity=Capacity.AUTHORISED, title="Trưởng phòng"), ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
    ],
)
def test_each_way_of_signing_has_its_lines(signature: Signature, lines: tuple[str, ...]) -> None:
    assert signature.lines == lines


@given(tasks())
def test_a_cell_can_be_replaced_and_nothing_else_changes(task: Task) -> None:
    for column in CELL_COLUMNS:
        changed = task.with_cell(column, RichText.of("khác hẳn"))
        assert changed.cell(column).plain == "khác hẳn"
        assert changed.with_cell(column, task.cell(column)) == task
    with pytest.raises(ValueError):
        task.with_cell(TaskColumn.CONTENT, RichText.of("x"))


@pytest.mark.parametrize("variant", sorted(VARIANTS))
def test_the_usual_tables_name_each_column_once(variant: str) -> None:
    kinds = [column.kind for column in VARIANTS[variant]]
    assert len(set(kinds)) == len(kinds)
    assert kinds[:2] == [TaskColumn.ORDER, TaskColumn.CONTENT]
    assert all(column.heading for column in VARIANTS[variant])


@settings(max_examples=25)
@given(dossiers(), plans(max_sections=0, max_appendices=0))
def test_a_plan_is_added_replaced_and_taken_out_by_its_key(dossier: Dossier, plan: Plan) -> None:
    added = dossier.with_plan(plan)
    assert added.plan(plan.id) == plan
    renamed = replace(plan, title="Tên khác")
    assert added.with_plan(renamed).plans == (*dossier.plans, renamed)
    assert added.without_plan(plan.id) == dossier
    with pytest.raises(KeyError):
        dossier.plan(plan.id)


def test_a_new_dossier_has_a_key_of_its_own() -> None:
    assert Dossier(OFFICES[0]).id != Dossier(OFFICES[0]).id
