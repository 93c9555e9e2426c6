"""Tests of the eleven steps: what is missing, how far each step is, and where a thing is written."""

from dataclasses import replace

import pytest

from cchc_desktop.authoring.missing import Problem, problems
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.plan_edits import with_new_section, without_section
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.authoring.step_roles import STEP_ROLES
from cchc_desktop.authoring.steps import StepState, sections_of, step_of, step_states
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import Level, item, paragraph
from cchc_desktop.domain.plan import Capacity, IssueForm, Plan, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task
from cchc_desktop.paper.compose import compose

OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")


@pytest.fixture
def sample() -> Plan:
    return sample_dossier().plans[0]


@pytest.fixture
def empty() -> Plan:
    return new_plan(OFFICE, 2026, suggested=False)


def messages(plan: Plan, step: Step) -> list[str]:
    return [problem.message for problem in problems(plan) if problem.step is step]


def errors(plan: Plan) -> list[Problem]:
    return [problem for problem in problems(plan) if problem.is_error]


def test_every_role_has_just_one_step() -> None:
    for role in SectionRole:
        assert [step for step, roles in STEP_ROLES.items() if role in roles] == [step_of_role(role)]


def test_steps_lead_to_each_other_from_the_first_to_the_last() -> None:
    walked = [Step.GENERAL]
    while (following := walked[-1].next) is not None:
        assert following.previous is walked[-1]
        walked.append(following)
    assert walked == list(Step)
    assert Step.GENERAL.previous is None


def test_the_sample_has_no_error(sample: Plan) -> None:
    assert errors(sample) == []


def test_a_new_plan_with_suggested_contents_lacks_only_numbers_and_days_of_other_papers_and_the_signer() -> (
    None
):
    *found, signer = problems(new_plan(OFFICE, 2026, suggested=True))
    assert signer.message == "Chưa có họ tên người ký."
    assert not signer.is_error
    assert {problem.step for problem in found} == {Step.BASES}
    assert all("còn chỗ trống phải điền" in problem.message for problem in found)


def test_an_empty_plan_names_what_is_missing_without_calling_it_an_error(empty: Plan) -> None:
    assert errors(empty) == []
    assert messages(empty, Step.BASES) == ["Chưa có căn cứ nào, cũng chưa có đoạn mở đầu."]
    assert any("MỤC ĐÍCH" in message for message in messages(empty, Step.PURPOSE))


def test_steps_of_an_empty_plan_are_untouched_and_those_of_a_whole_one_done(
    empty: Plan, sample: Plan
) -> None:
    states = step_states(empty)
    assert states[Step.PURPOSE] is StepState.UNTOUCHED
    assert states[Step.TASKS] is StepState.UNTOUCHED
    suggested = replace(new_plan(OFFICE, 2026, suggested=True), opening=sample.opening)
    assert step_states(suggested)[Step.SIGNING] is StepState.BEGUN
    whole = step_states(replace(suggested, signature=sample.signature))
    assert set(whole.values()) <= {StepState.DONE, StepState.UNTOUCHED}
    assert whole[Step.PURPOSE] is StepState.DONE
    assert whole[Step.EXPORT] is StepState.DONE


def test_a_step_that_is_written_but_lacks_something_is_begun(sample: Plan) -> None:
    section = sections_of(sample, Step.PURPOSE)[0]
    torn = replace(section, items=(*section.items, item(Level.DASH)))
    plan = replace(sample, sections=tuple(torn if one.id == section.id else one for one in sample.sections))
    assert step_states(plan)[Step.PURPOSE] is StepState.BEGUN
    assert [p.source for p in problems(plan) if p.step is Step.PURPOSE] == [torn.items[-1].id]


@pytest.mark.parametrize(
    ("number", "date", "wrong"),
    [
        ("", PartialDate(None, None, 2026), False),
        ("7", PartialDate(5, 2, 2026), False),
        ("7", PartialDate(None, None, 2026), True),
        ("7", PartialDate(None, 2, 2026), True),
        ("", PartialDate(5, 2, 2026), True),
        ("", PartialDate(None, 2, 2026), False),
        ("7", PartialDate(31, 2, 2026), True),
    ],
)
def test_number_and_date_are_both_given_or_both_blank(
    sample: Plan, number: str, date: PartialDate, wrong: bool
) -> None:
    plan = replace(sample, number=number, date=date)
    assert bool(errors(plan)) is wrong
    assert (step_states(plan)[Step.GENERAL] is StepState.ERROR) is wrong


def test_a_plan_that_speaks_of_an_appendix_it_does_not_have_is_wrong(sample: Plan) -> None:
    plan = replace(sample, appendices=())
    assert [problem.step for problem in errors(plan)] == [Step.TASKS]


def test_an_appendix_nobody_speaks_of_is_told(empty: Plan) -> None:
    plan = replace(empty, appendices=(Appendix("Nhiệm vụ", rows=(Task(),)),))
    assert any("chưa nhắc đến phụ lục" in message for message in messages(plan, Step.TASKS))


def test_an_appendix_is_not_spoken_of_by_its_own_rows(empty: Plan) -> None:
    row = Task(content=(paragraph("Theo Phụ lục"),))
    plan = replace(empty, appendices=(Appendix("Nhiệm vụ", rows=(row,)),))
    assert any("chưa nhắc đến phụ lục" in message for message in messages(plan, Step.TASKS))


def test_a_timing_that_is_not_understood_is_shown_at_its_task(sample: Plan) -> None:
    appendix = sample.appendices[0]
    odd = replace(appendix.tasks[0], timing=RichText.of("Theo quy định"))
    rows = tuple(odd if row.id == odd.id else row for row in appendix.rows)
    plan = replace(sample, appendices=(replace(appendix, rows=rows),))
    found = [problem for problem in problems(plan) if problem.source == odd.id]
    assert [(one.step, "Theo quy định" in one.message) for one in found] == [(Step.TASKS, True)]


def test_no_signer_name_is_fine_but_a_deputy_without_a_title_is_not(sample: Plan) -> None:
    nameless = replace(sample, signature=replace(sample.signature, name=""))
    assert errors(nameless) == []
    untitled = replace(sample.signature, capacity=Capacity.DEPUTY, title="")
    assert [p.step for p in errors(replace(sample, signature=untitled))] == [Step.SIGNING]


def test_a_missing_section_is_named_at_its_step(sample: Plan) -> None:
    plan = sample
    for section in sample.sections_for(SectionRole.ORGANISATION):
        plan = without_section(plan, section.id)
    assert "Chưa có mục “Tổ chức thực hiện”." in messages(plan, Step.ORGANISATION)


def test_a_section_of_no_usual_kind_is_written_with_the_last_ones(sample: Plan) -> None:
    plan, section = with_new_section(sample, SectionRole.OTHER)
    assert section in sections_of(plan, Step.ORGANISATION)
    assert step_of(plan, section.id) is Step.ORGANISATION


def test_every_block_on_the_paper_leads_to_a_step(sample: Plan) -> None:
    decision = new_plan(OFFICE, 2026, suggested=True, form=IssueForm.DECISION_DIRECT)
    for plan in (sample, decision):
        for block in compose(plan).blocks:
            assert step_of(plan, block.source) is not None, block


def test_every_problem_leads_to_a_place_of_its_own_step(empty: Plan, sample: Plan) -> None:
    wrong = replace(sample, title="", number="9", signature=replace(sample.signature, head=""))
    for plan in (empty, wrong):
        for problem in problems(plan):
            if problem.source:
                assert step_of(plan, problem.source) is problem.step, problem


def test_a_thing_the_plan_does_not_have_leads_nowhere(sample: Plan) -> None:
    assert step_of(sample, "không có") is None
