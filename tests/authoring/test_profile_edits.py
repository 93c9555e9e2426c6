"""The office profile is changed piece by piece; until then it follows from the commune."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.authoring.profile_edits import (
    with_agency,
    with_agency_added,
    with_agency_moved,
    with_default_profile,
    with_issuer,
    with_letterhead,
    with_place,
    with_profile,
    with_settlement,
    with_signer,
    with_signer_added,
    with_signer_moved,
    with_symbols,
    with_usual_archive,
    with_usual_recipient,
    with_usual_recipient_added,
    with_usual_recipient_moved,
    without_agency,
    without_signer,
    without_usual_recipient,
)
from cchc_desktop.domain.agency_directory import Agency, AgencySide
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Capacity, Letterhead, Recipient
from cchc_desktop.domain.profile import Signer
from tests.dossier_strategies import agencies, dossiers, signers
from tests.strategies import OFFICES

NEW = Dossier(OFFICES[0])


@pytest.mark.parametrize(
    ("edit", "read"),
    [
        (lambda d: with_place(d, "Kỳ Anh"), lambda p: p.place == "Kỳ Anh"),
        (lambda d: with_issuer(d, "UBND phường"), lambda p: p.issuer == "UBND phường"),
        (lambda d: with_settlement(d, "khối phố"), lambda p: p.settlement == "khối phố"),
        (lambda d: with_usual_archive(d, "VT"), lambda p: p.archive == "VT"),
        (lambda d: with_symbols(d, plan=" KH-VHXH "), lambda p: p.plan_symbol == "KH-VHXH"),
        (lambda d: with_symbols(d, decision="QĐ-CT"), lambda p: p.decision_symbol == "QĐ-CT"),
        (
            lambda d: with_letterhead(d, Letterhead(("ỦY BAN NHÂN DÂN", " ", "PHƯỜNG"), "UBND TỈNH")),
            lambda p: p.letterhead == Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG"), "UBND TỈNH"),
        ),
    ],
)
def test_the_first_change_writes_the_profile_down(
    edit: Callable[[Dossier], Dossier], read: Callable[[object], bool]
) -> None:
    changed = edit(NEW)
    assert changed.profile is not None
    assert read(changed.profile)
    assert changed.profile.agencies == NEW.office_profile.agencies
    assert edit(changed) == changed
    assert with_default_profile(changed) == NEW


def test_a_change_to_what_it_is_already_leaves_the_profile_following_the_commune() -> None:
    assert with_place(NEW, "Vũng Áng") is NEW
    assert with_default_profile(NEW) is NEW
    assert with_symbols(NEW) is NEW


def test_agencies_are_added_changed_moved_and_struck() -> None:
    own = Agency("Tổ tuyên truyền lưu động", "TTLĐ", AgencySide.UBND)
    added = with_agency_added(NEW, own, 1)
    assert [one.name for one in added.office_profile.agencies[:2]] == ["Phòng Văn hóa - Xã hội", own.name]
    assert with_agency_added(NEW, own).office_profile.agencies[-1] == own
    renamed = with_agency(added, replace(own, name="Đội tuyên truyền"))
    assert renamed.office_profile.agencies[1].name == "Đội tuyên truyền"
    assert with_agency_moved(renamed, own.id, -5).office_profile.agencies[0].id == own.id
    assert without_agency(renamed, own.id).office_profile == NEW.office_profile
    with pytest.raises(KeyError):
        without_agency(NEW, own.id)
    with pytest.raises(KeyError):
        with_agency(NEW, own)


def test_recipients_and_signers_are_added_changed_moved_and_struck() -> None:
    to, who = Recipient("Báo tỉnh"), Signer("Lê Văn Đức", "QUYỀN CHỦ TỊCH", Capacity.ACTING)
    first = NEW.office_profile.recipients[0]
    dossier = with_signer_added(with_usual_recipient_added(NEW, to, 0), who, 0)
    dossier = with_usual_recipient(dossier, replace(to, note="để đăng"))
    dossier = with_signer(dossier, replace(who, name="Lê Đức"))
    profile = with_signer_moved(with_usual_recipient_moved(dossier, to.id, 1), who.id, 1).office_profile
    assert profile.recipients[:2] == (first, replace(to, note="để đăng"))
    assert profile.signers[1] == replace(who, name="Lê Đức")
    back = without_signer(without_usual_recipient(dossier, to.id), who.id)
    assert back.office_profile == NEW.office_profile
    assert back.profile is not None


@settings(max_examples=30)
@given(dossiers(max_plans=0), agencies(), signers(), st.integers(0, 3))
def test_what_is_added_can_be_struck_again(dossier: Dossier, agency: Agency, signer: Signer, at: int) -> None:
    added = with_signer_added(with_agency_added(dossier, agency, at), signer, at)
    assert agency in added.office_profile.agencies
    assert added.plans is dossier.plans and added.library is dossier.library
    struck = without_signer(without_agency(added, agency.id), signer.id)
    assert struck.office_profile == dossier.office_profile
    assert with_profile(struck, lambda profile: profile) is struck
