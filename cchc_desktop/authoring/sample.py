"""The sample dossier: a complete plan of a ward that does not exist, for looking around without fear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.plan import LegalBasis
from cchc_desktop.domain.rich_text import RichText

SAMPLE_OFFICE = Office(Province("00", "Sông Xanh", "Tỉnh"), "00000", "Phường", "Hương Sen")
SAMPLE_YEAR = 2026


_ISSUED = date(SAMPLE_YEAR, 2, 5)
# What stands for the dots in the bases that only an office can complete.
_BLANK = "số …/KH-UBND ngày … tháng … năm …"
_KNOWN = (
    f"số 08/KH-UBND ngày 09 tháng 01 năm {SAMPLE_YEAR}",
    f"số 13/KH-UBND ngày 20 tháng 01 năm {SAMPLE_YEAR}",
    f"số 11/KH-UBND ngày 26 tháng 01 năm {SAMPLE_YEAR}",
)


def sample_dossier() -> Dossier:
    """The ward Hương Sen in the province Sông Xanh, both made up, with its issued plan of 2026."""
    plan = new_plan(SAMPLE_OFFICE, SAMPLE_YEAR, suggested=True, today=_ISSUED)
    issued = replace(
        plan,
        number="15",
        date=PartialDate(_ISSUED.day, _ISSUED.month, _ISSUED.year),
        opening=replace(plan.opening, bases=tuple(_completed(plan.opening.bases))),
        signature=replace(plan.signature, name="Nguyễn Thị Hoài An"),
    )
    return Dossier(SAMPLE_OFFICE, (issued,))


def _completed(bases: tuple[LegalBasis, ...]) -> Iterator[LegalBasis]:
    """The bases with numbers and days; one whose day the catalogue does not know is left out."""
    known = iter(_KNOWN)
    for one in bases:
        text = one.text.plain
        if _BLANK in text:
            yield replace(one, text=RichText.of(text.replace(_BLANK, next(known))))
        elif "…" not in text:
            yield one
