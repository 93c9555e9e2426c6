"""A small dossier whose plans name agencies, for what changes with the office profile."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.authoring.plan_edits import changed
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import (
    IssueForm,
    Letterhead,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Section,
    SectionRole,
)
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task

VUNG_ANG = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")
CULTURE = "Phòng Văn hóa - Xã hội"


def small_plan(year: int = 2026, *, number: str = "") -> Plan:
    """A plan that names the room of culture in a section, in two tasks and among the recipients."""
    return Plan(
        form=IssueForm.PLAN,
        period=Period.of(year),
        letterhead=Letterhead(VUNG_ANG.letterhead_body),
        symbol="KH-UBND",
        place=VUNG_ANG.place,
        date=PartialDate(5, 1, year) if number else PartialDate(None, None, year),
        number=number,
        title=f"Tuyên truyền cải cách hành chính năm {year}",
        issuer="Ủy ban nhân dân phường Vũng Áng",
        opening=Opening(paragraphs=(paragraph("Ủy ban nhân dân phường ban hành Kế hoạch như sau:"),)),
        sections=(
            Section((SectionRole.PURPOSE,), "Mục đích", (paragraph("Nâng cao nhận thức."),)),
            Section(
                (SectionRole.ORGANISATION,),
                "Tổ chức thực hiện",
                (paragraph(f"{CULTURE} chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch."),),
            ),
        ),
        recipients=Recipients((Recipient("UBND tỉnh", "để b/c"), Recipient(CULTURE, "để t/h")), "VT, VHXH"),
        appendices=(
            Appendix(
                "Danh mục nhiệm vụ",
                VARIANTS["A"],
                (
                    _task("Ban hành kế hoạch tuyên truyền", CULTURE, "Công an phường"),
                    _task("Phát thanh chuyên mục", "Đài truyền thanh phường", CULTURE),
                ),
            ),
        ),
    )


def _task(content: str, lead: str, cooperation: str) -> Task:
    return Task(
        (paragraph(content),),
        lead=RichText.of(lead),
        cooperation=RichText.of(cooperation),
        timing=RichText.of("Quý I/2026"),
    )


def small_dossier() -> Dossier:
    """One issued plan and one draft; the profile follows from the commune."""
    return Dossier(VUNG_ANG, (small_plan(2025, number="12"), small_plan()))


def renamed_in(profile: OfficeProfile, old: str, new: str) -> OfficeProfile:
    """The profile with an agency under another name."""
    [key] = [one.id for one in profile.agencies if one.name == old]
    return replace(profile, agencies=changed(profile.agencies, key, lambda one: replace(one, name=new)))
