"""Answering doubts, finding the block of every value, and where an imported plan goes: all without a window."""

from dataclasses import replace

import pytest

from cchc_desktop.authoring.import_review import ImportReview, block_sources, with_own_letterhead
from cchc_desktop.authoring.import_summary import summary
from cchc_desktop.authoring.import_target import (
    NEW_PLAN,
    Destination,
    destinations,
    is_appendix_only,
    taken_over,
    whole_plan,
)
from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.authoring.sample import SAMPLE_OFFICE, sample_dossier
from cchc_desktop.domain.plan import Letterhead, SectionRole
from cchc_desktop.domain.profile import default_profile
from cchc_desktop.domain.task import Appendix
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import Confidence, ImportDoubt, ImportDraft, Placement
from cchc_desktop.paper.source_findings import Findings
from cchc_desktop.paper.source_questions import ask_about_letterhead
from tests.ui.import_desk import appendix_alone, old_plan, read_of


def test_answers_given_in_any_order_make_the_same_plan() -> None:
    review = ImportReview(read_of(old_plan()).draft)
    first, last = review.answered(0, 1).answered(1, 2), review.answered(1, 2).answered(0, 1)
    assert first.plan() == last.plan()
    assert first.plan() != review.plan()
    assert [section.role for section in first.plan().sections][:: len(first.plan().sections) - 1] == [
        SectionRole.CONTENT,
        SectionRole.OTHER,
    ]


def test_an_open_doubt_is_as_it_was_guessed_and_an_answer_can_be_taken_back() -> None:
    review = ImportReview(read_of(old_plan()).draft)
    assert review.plan() == review.draft.finish()
    assert review.answered(0, 2).reopened(0) == review
    with pytest.raises(IndexError):
        review.answered(0, 3)


def test_the_next_open_doubt_goes_round_both_ways() -> None:
    doubts = tuple(ImportDoubt(f"{number}?", (), "") for number in range(4))
    review = ImportReview(ImportDraft(old_plan(), doubts)).answered(1, 0)
    assert [review.next_open(at) for at in (-1, 0, 2, 3)] == [0, 2, 3, 0]
    assert [review.next_open(at, -1) for at in (0, 2)] == [3, 0]
    for number in (0, 2, 3):
        review = review.answered(number, 0)
    assert review.next_open(0) is None


def test_a_line_is_sure_once_all_that_is_asked_about_it_is_answered() -> None:
    placements = {1: Placement("a", Confidence.GUESSED), 2: Placement("b", Confidence.UNPLACED)}
    doubts = (ImportDoubt("?", (1, 2), ""), ImportDoubt("??", (2,), ""))
    review = ImportReview(ImportDraft(old_plan(), doubts, placements)).answered(0, 0)
    assert review.confidences() == {1: Confidence.SURE, 2: Confidence.UNPLACED}
    assert [review.confidence(line) for line in (1, 2)] == list(review.confidences().values())
    assert review.answered(1, 0).confidence(2) is Confidence.SURE


def test_every_value_of_a_plan_leads_to_a_block_of_its_paper() -> None:
    plan = old_plan()
    found = block_sources(plan)
    on_paper = {block.source for block in compose(plan).blocks} | {row.id for row in plan.appendices[0].rows}
    keys = [one.id for _place, outline in all_outlines(plan) for one in outline]
    keys += [basis.id for basis in plan.opening.bases]
    keys += [recipient.id for recipient in plan.recipients.names]
    keys += [section.id for section in plan.sections]
    assert {found[key] for key in keys} <= on_paper


def test_a_plan_goes_into_the_dossier_beside_the_others() -> None:
    dossier = sample_dossier()
    same_key = replace(old_plan(), id=dossier.plans[0].id)
    after = taken_over(dossier, same_key, NEW_PLAN)
    assert after.plans[0] == dossier.plans[0]
    assert after.plans[1].title == same_key.title


def test_an_appendix_goes_where_it_is_told_and_keeps_a_title() -> None:
    dossier = sample_dossier()
    [plan] = dossier.plans
    nameless = replace(appendix_alone(), appendices=(Appendix(""), Appendix("Thứ hai")))
    assert is_appendix_only(nameless)
    replaces, adds, _new = destinations(dossier, nameless, plan.id)
    assert [one.title for one in taken_over(dossier, nameless, replaces).plans[0].appendices] == [
        plan.appendices[0].title,
        "Thứ hai",
    ]
    assert len(taken_over(dossier, nameless, adds).plans[0].appendices) == 3
    with pytest.raises(KeyError):
        taken_over(dossier, nameless, Destination("", "gone"))
    around = whole_plan(nameless, SAMPLE_OFFICE, 2026)
    assert around.sections
    assert [one.title.strip() != "" for one in around.appendices] == [True, True]
    assert whole_plan(old_plan(), SAMPLE_OFFICE, 2026).appendices


def test_the_plan_that_is_shown_is_proposed_first_among_several() -> None:
    dossier = sample_dossier().with_plan(old_plan())
    own = dossier.plans[0]
    names = [place.name for place in destinations(dossier, appendix_alone(), own.id)]
    assert names[0] == "Thay phụ lục của kế hoạch năm 2026"
    assert len(names) == 5


def test_the_summary_counts_every_line_once() -> None:
    told = summary(read_of(old_plan()))
    assert (told.lines.read, told.lines.unplaced) == (told.lines.placed + 1, 1)
    assert told.doubts[0].choices[0] == SectionRole.PURPOSE.label
    assert told.plan.tasks == len(old_plan().tasks)


def test_the_office_of_the_dossier_is_an_answer_where_the_source_names_none() -> None:
    findings = Findings()
    ask_about_letterhead(None, findings)
    own = default_profile(SAMPLE_OFFICE).letterhead
    plan = replace(old_plan(), letterhead=Letterhead(()))
    draft = with_own_letterhead(ImportDraft(plan, tuple(findings.doubts)), own)
    names = [choice.name for choice in draft.doubts[0].choices]
    assert names == ["Để trống", f"Ghi “{' '.join(own.body)}” (cơ quan của hồ sơ)"]
    assert ImportReview(draft).answered(0, 1).plan().letterhead == own
    assert ImportReview(draft).plan().letterhead.body == ()


def test_the_same_office_is_not_offered_twice() -> None:
    findings = Findings()
    own = default_profile(SAMPLE_OFFICE).letterhead
    ask_about_letterhead(own, findings)
    draft = with_own_letterhead(ImportDraft(old_plan(), tuple(findings.doubts)), own)
    assert len(draft.doubts[0].choices) == 2
