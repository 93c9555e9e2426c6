"""The sample dossier: a complete plan of a ward that does not exist, for looking around without fear."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province

SAMPLE_OFFICE = Office(Province("00", "Sông Xanh", "Tỉnh"), "00000", "Phường", "Hương Sen")
SAMPLE_YEAR = 2026


def sample_dossier() -> Dossier:
    """The ward Hương Sen in the province Sông Xanh, both made up, with its issued plan of 2026."""
    plan = new_plan(SAMPLE_OFFICE, SAMPLE_YEAR, suggested=True)
    issued = replace(
        plan,
        number="15",
        date=PartialDate(5, 2, SAMPLE_YEAR),
        signature=replace(plan.signature, name="Nguyễn Thị Hoài An"),
    )
    return Dossier(SAMPLE_OFFICE, (issued,))
