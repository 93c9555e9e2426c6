"""What plans take from the office profile and give to it: agencies, signers, head of paper, another commune."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.authoring.agency_cells import directory_names, with_directory_names
from cchc_desktop.authoring.head_of_paper import with_office_head
from cchc_desktop.authoring.new_agency import agency_named, renamed, side_of, with_agencies
from cchc_desktop.authoring.other_commune import with_commune
from cchc_desktop.authoring.profile_edits import with_profile
from cchc_desktop.authoring.signer_choice import same_signer, signed_as, signer_of, with_signer
from cchc_desktop.domain.agency_directory import AgencySide, default_agencies
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.plan import Capacity, IssueForm, Letterhead, Signature
from cchc_desktop.domain.profile import Signer, default_profile
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import Task
from cchc_desktop.ui.grid.rows import inserted
from tests.ui.profile_desk import CULTURE, VUNG_ANG, small_dossier, small_plan

KY_XUAN = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18766", "Xã", "Kỳ Xuân")


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Phòng Kinh tế", AgencySide.UBND),
        ("Văn phòng HĐND và UBND xã", AgencySide.UBND),
        ("Thường trực Hội đồng nhân dân xã", AgencySide.COUNCIL),
        ("Ban Xây dựng Đảng", AgencySide.PARTY),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", AgencySide.FRONT),
        ("Hội Nông dân", AgencySide.FRONT),
        ("Sở Nội vụ", AgencySide.PROVINCE),
        ("Ủy ban nhân dân tỉnh", AgencySide.PROVINCE),
    ],
)
def test_the_side_of_an_agency_is_guessed_from_its_name(name: str, side: AgencySide) -> None:
    assert side_of(name) is side


def test_the_usual_agencies_are_on_the_side_their_names_tell() -> None:
    for agency in default_agencies(VUNG_ANG):
        if agency.side is not AgencySide.PROVINCE:
            assert side_of(agency.name) is agency.side, agency.name


def test_a_renamed_agency_keeps_its_old_name_and_its_head_follows() -> None:
    room = default_agencies(VUNG_ANG)[0]
    after = renamed(room, "  Phòng Nội vụ - Văn xã ")
    assert after.name == "Phòng Nội vụ - Văn xã"
    assert after.former_names[0] == CULTURE
    assert after.head == "Trưởng phòng Nội vụ - Văn xã"
    back = renamed(after, CULTURE)
    assert (back.name, back.head) == (room.name, room.head)
    assert CULTURE not in back.former_names
    assert renamed(room, room.name) is room


def test_a_typed_agency_goes_behind_the_others_and_a_group_is_told() -> None:
    dossier = with_agencies(small_dossier(), (agency_named("Các hợp tác xã trên địa bàn"),))
    last = dossier.office_profile.agencies[-1]
    assert last.is_group
    assert dossier.office_profile.agencies[:-1] == default_agencies(VUNG_ANG)


def test_cells_take_the_names_of_the_directory_and_strangers_stay() -> None:
    plan = small_plan()
    task = Task(
        lead=RichText((Run("Phòng VH-XH", bold=True),)),
        cooperation=RichText.of("VP HĐND và UBND; Câu lạc bộ Dân ca"),
    )
    plan = replace(plan, appendices=(inserted(plan.appendices[0], 0, [task]),))
    after, changed = with_directory_names(plan, directory_names(small_dossier()))
    first = after.appendices[0].tasks[0]
    assert changed == 2
    assert first.lead == RichText.of(CULTURE, bold=True)
    assert first.cooperation.plain == (
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường; Câu lạc bộ Dân ca"
    )
    again, none = with_directory_names(after, directory_names(small_dossier()))
    assert (again, none) == (after, 0)


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (Signer("A", "CHỦ TỊCH", Capacity.HEAD), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            Signer("A", "PHÓ CHỦ TỊCH", Capacity.DEPUTY),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (Signer("A", "CHỦ TỊCH", Capacity.ACTING), ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (Signer("A", "Chánh Văn phòng", Capacity.BY_ORDER), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_a_signer_chosen_fills_the_signature_as_the_decree_has_it(
    signer: Signer, lines: tuple[str, ...]
) -> None:
    before = Signature(collective="ỦY BAN NHÂN DÂN", title="PHÓ CHỦ TỊCH")
    after = signed_as(before, signer)
    assert after.lines == lines
    assert after.name == "A"
    assert same_signer(signer_of(after), replace(signer, title=signer.title.upper()))
    assert signed_as(after, Signer("B", "CHỦ TỊCH")).lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_a_plan_signed_in_ones_own_right_stays_so() -> None:
    before = Signature(capacity=Capacity.HEAD)
    assert signed_as(before, Signer("A", "PHÓ CHỦ TỊCH", Capacity.DEPUTY)).lines == (
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )


def test_a_kept_signer_takes_the_post_that_has_no_name_yet_and_is_kept_once() -> None:
    usual = default_profile(VUNG_ANG)
    deputy = Signer("Lê Thị Hoa", "PHÓ CHỦ TỊCH", Capacity.DEPUTY)
    kept = with_signer(usual, deputy)
    assert [one.name for one in kept.signers] == ["", "Lê Thị Hoa"]
    assert kept.signers[1].id == usual.signers[1].id
    assert with_signer(kept, replace(deputy)) is kept
    other = with_signer(kept, Signer("Ngô Văn Nam", "PHÓ CHỦ TỊCH", Capacity.DEPUTY))
    assert [one.name for one in other.signers] == ["", "Lê Thị Hoa", "Ngô Văn Nam"]


def test_the_head_of_a_paper_comes_from_the_profile_with_the_symbol_of_its_form() -> None:
    profile = replace(
        default_profile(VUNG_ANG),
        letterhead=Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG MỚI"), "UBND TỈNH"),
        place="Nơi mới",
        plan_symbol="KH-VX",
        decision_symbol="QĐ-VX",
    )
    plan = small_plan()
    after = with_office_head(plan, profile)
    assert (after.letterhead, after.place, after.symbol) == (profile.letterhead, "Nơi mới", "KH-VX")
    assert with_office_head(after, profile) is after
    assert after.form is IssueForm.PLAN


def test_a_profile_that_only_followed_follows_the_new_commune() -> None:
    moved = with_commune(small_dossier(), KY_XUAN)
    assert moved.profile is None
    assert moved.office_profile == default_profile(KY_XUAN)
    assert moved.plans == small_dossier().plans or len(moved.plans) == 2


def test_what_the_office_wrote_itself_stays_when_the_commune_is_chosen_again() -> None:
    own = agency_named("Hợp tác xã dịch vụ")
    dossier: Dossier = with_profile(
        with_agencies(small_dossier(), (own,)),
        lambda now: replace(now, archive="VT", signers=(Signer("Trần Văn Bình"),)),
    )
    moved = with_commune(dossier, KY_XUAN).office_profile
    assert moved.letterhead.body == ("ỦY BAN NHÂN DÂN", "XÃ KỲ XUÂN")
    assert moved.agencies == (*default_agencies(KY_XUAN), own)
    assert moved.recipients == default_profile(KY_XUAN).recipients
    assert (moved.archive, moved.signers[0].name) == ("VT", "Trần Văn Bình")
