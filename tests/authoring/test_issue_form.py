"""The form of issue of a suggested plan: what a decision needs is filled in, nothing stands twice, nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.authoring.issue_form import KEPT_ARTICLES_TITLE, with_form
from cchc_desktop.authoring.issue_texts import IssueTexts, issue_texts
from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.new_plan import new_plan_in
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import Article, IssueForm, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose
from tests.strategies import OFFICES

DOSSIER = Dossier(OFFICES[0])
SUGGESTED = new_plan_in(DOSSIER, 2027, suggested=True)
TEXTS = issue_texts(DOSSIER, 2027)
DECISIONS = (IssueForm.DECISION_DIRECT, IssueForm.DECISION_ATTACHED)


def words(plan: Plan) -> str:
    return to_text(compose(plan))


@pytest.mark.parametrize("form", DECISIONS)
def test_a_suggested_plan_becomes_the_decision_that_would_have_been_suggested(form: IssueForm) -> None:
    made = with_form(SUGGESTED, form, TEXTS)
    asked = new_plan_in(DOSSIER, 2027, suggested=True, form=form)
    assert made.opening.proposal == asked.opening.proposal
    assert "Trưởng" in made.opening.proposal
    assert not [p for p in problems(made) if "Theo đề nghị" in p.message and p.step is Step.BASES]
    assert made.closing == asked.closing == ()
    assert [one.text.plain for one in made.opening.paragraphs] == [
        one.text.plain for one in asked.opening.paragraphs
    ]
    assert made.decision is not None
    assert asked.decision is not None
    first, _, last = (one.text.plain for one in made.decision.articles)
    assert (first, last) == tuple(asked.decision.articles[at].text.plain for at in (0, 2))
    assert "như sau:" not in words(made)
    assert "Trên đây là Kế hoạch" not in words(made)


@pytest.mark.parametrize("form", DECISIONS)
def test_a_suggested_decision_becomes_a_plan_with_opening_and_closing(form: IssueForm) -> None:
    decision = new_plan_in(DOSSIER, 2027, suggested=True, form=form)
    plan = with_form(decision, IssueForm.PLAN, TEXTS)
    assert [one.text for one in plan.opening.paragraphs] == [one.text for one in SUGGESTED.opening.paragraphs]
    assert [one.text for one in plan.closing] == [one.text for one in SUGGESTED.closing]
    assert KEPT_ARTICLES_TITLE.upper() not in [one.title for one in plan.sections]
    assert plan.opening.proposal == ""


OWN = (paragraph("Lời tự viết."), paragraph("Ủy ban nhân dân ban hành Kế hoạch như sau:"))
OPENINGS = (SUGGESTED.opening.paragraphs, OWN, ())
CLOSINGS = (SUGGESTED.closing, (paragraph("Câu kết tự viết."),), ())
TITLES = (SUGGESTED.title, "Tuyên truyền CCHC nhà nước năm 2027", "")
PROPOSALS = ("", "Theo đề nghị của Chánh Văn phòng")

# Which of these a plan has: whole plans would be long to tell.
KINDS = st.tuples(*(st.sampled_from(range(len(one))) for one in (OPENINGS, CLOSINGS, TITLES, PROPOSALS)))


def plan_of(kind: tuple[int, ...]) -> Plan:
    opening, closing, title, proposal = kind
    return replace(
        SUGGESTED,
        title=TITLES[title],
        opening=replace(SUGGESTED.opening, paragraphs=OPENINGS[opening], proposal=PROPOSALS[proposal]),
        closing=CLOSINGS[closing],
    )


@given(KINDS, st.lists(st.sampled_from(DECISIONS), max_size=4))
def test_any_way_through_the_forms_leads_back_to_the_same_plan(
    kind: tuple[int, ...], way: list[IssueForm]
) -> None:
    now = plan = plan_of(kind)
    for form in way:
        before, now = now, with_form(now, form, TEXTS)
        keys = [one.id for one in (*now.opening.paragraphs, *now.closing)]
        keys += [one.id for one in now.decision.articles] if now.decision else []
        assert len(keys) == len(set(keys))
        if before.form.is_decision and before.form is not form:
            assert (with_form(now, before.form, TEXTS) == before) is True
    assert with_form(now, IssueForm.PLAN, TEXTS) == plan


@given(KINDS, st.sampled_from(DECISIONS))
def test_what_a_person_wrote_is_in_every_form(kind: tuple[int, ...], form: IssueForm) -> None:
    plan = plan_of(kind)
    made = with_form(plan, form, TEXTS)
    written = [one.content.plain for one in (*plan.opening.paragraphs, *plan.closing)]
    suggested = [one.content.plain for one in (*SUGGESTED.opening.paragraphs, *SUGGESTED.closing)]
    assert all(one in words(made) for one in written if one not in suggested)


@pytest.mark.parametrize("form", DECISIONS)
def test_an_article_changed_by_hand_is_kept(form: IssueForm) -> None:
    made = with_form(SUGGESTED, form, TEXTS)
    assert made.decision is not None
    first, *others = made.decision.articles
    changed = replace(first, text=first.text + RichText.of(" Sửa tay."))
    headed = Article(others[0].text, heading=RichText.of("Hiệu lực"))
    made = replace(made, decision=replace(made.decision, articles=(changed, headed, *others[1:])))
    plan = with_form(made, IssueForm.PLAN, TEXTS)
    kept = plan.sections[-1]
    assert kept.title == KEPT_ARTICLES_TITLE.upper()
    assert "Sửa tay." in kept.items[0].content.plain
    assert "Hiệu lực" in kept.items[1].content.plain


def test_a_title_of_ones_own_is_named_in_article_one_that_stands_for_the_opening() -> None:
    own = replace(SUGGESTED, title="Tuyên truyền CCHC nhà nước năm 2027")
    made = with_form(own, IssueForm.DECISION_DIRECT, TEXTS)
    assert made.decision is not None
    assert made.decision.articles[0].text.plain == (
        "Ban hành Kế hoạch tuyên truyền CCHC nhà nước năm 2027 (sau đây gọi là Kế hoạch) gồm các nội dung sau:"
    )
    assert made.opening.paragraphs == ()


def test_a_recipe_without_articles_leaves_the_usual_ones() -> None:
    bare: IssueTexts = replace(TEXTS, articles=())
    made = with_form(SUGGESTED, IssueForm.DECISION_DIRECT, bare)
    assert made.decision is not None
    assert len(made.decision.articles) == 3
    assert made.opening.paragraphs == SUGGESTED.opening.paragraphs
