"""A signer named in the profile comes into the drafts that have none, where it is clear who signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.profile_edits import with_profile
from cchc_desktop.authoring.sample import SAMPLE_OFFICE
from cchc_desktop.authoring.signer_choice import drafts_with_signers
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Capacity
from cchc_desktop.domain.profile import Signer

HEAD = Signer("Trần Văn Bình", "CHỦ TỊCH", Capacity.HEAD)
DEPUTY = Signer("Lê Thị Cúc", "PHÓ CHỦ TỊCH", Capacity.DEPUTY)


@pytest.fixture
def dossier() -> Dossier:
    return Dossier(
        SAMPLE_OFFICE,
        (new_plan(SAMPLE_OFFICE, 2027, suggested=False), new_plan(SAMPLE_OFFICE, 2028, suggested=False)),
    )


def named(dossier: Dossier, *signers: Signer) -> Dossier:
    before = dossier.office_profile
    after = with_profile(dossier, lambda profile: replace(profile, signers=signers))
    return drafts_with_signers(before, after)


def test_every_draft_without_a_name_gets_that_of_its_post(dossier: Dossier) -> None:
    after = named(dossier, HEAD, DEPUTY)
    assert [plan.signature.name for plan in after.plans] == ["Trần Văn Bình"] * 2


def test_a_name_that_is_there_and_a_plan_that_is_issued_stay(dossier: Dossier) -> None:
    first, second = dossier.plans
    written = replace(first, signature=replace(first.signature, name="Người khác"))
    issued = replace(second, number="12", date=PartialDate(5, 2, 2028))
    assert issued.is_issued
    before = Dossier(SAMPLE_OFFICE, (written, issued))
    assert named(before, HEAD).plans == (written, issued)


def test_nobody_is_put_in_for_another_post_nor_where_two_could_sign(dossier: Dossier) -> None:
    assert named(dossier, DEPUTY).plans == dossier.plans
    unnamed = replace(DEPUTY, name="")
    two = (unnamed, HEAD, Signer("Võ Văn Dũng", "CHỦ TỊCH", Capacity.HEAD))
    assert named(dossier, *two).plans == dossier.plans
    usual_first = (HEAD, Signer("Võ Văn Dũng", "CHỦ TỊCH", Capacity.HEAD))
    assert {plan.signature.name for plan in named(dossier, *usual_first).plans} == {"Trần Văn Bình"}


def test_a_name_taken_out_on_purpose_does_not_come_back(dossier: Dossier) -> None:
    after = with_profile(dossier, lambda profile: replace(profile, signers=(HEAD,)))
    assert drafts_with_signers(after.office_profile, after) is after
