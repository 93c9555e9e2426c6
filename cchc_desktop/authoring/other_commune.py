"""Another commune for a dossier: what only followed from the old one follows from the new one."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Recipient
from cchc_desktop.domain.profile import OfficeProfile, default_profile

_PLAIN_PARTS = ("letterhead", "place", "issuer", "settlement", "plan_symbol", "decision_symbol", "archive")


def with_commune(dossier: Dossier, office: Office) -> Dossier:
    """The dossier of another commune. What the office wrote into its profile itself stays; the plans stay as they are."""
    if dossier.profile is None or office == dossier.office:
        return replace(dossier, office=office)
    usual, new = default_profile(dossier.office), default_profile(office)
    now = dossier.profile
    parts = {part: getattr(new, part) for part in _PLAIN_PARTS if getattr(now, part) == getattr(usual, part)}
    profile = replace(
        now,
        agencies=_agencies(now, usual, new),
        recipients=tuple(_recipient(one, usual, new) for one in now.recipients),
        **parts,
    )
    return replace(dossier, office=office, profile=None if profile == new else profile)


def _agencies(now: OfficeProfile, usual: OfficeProfile, new: OfficeProfile) -> tuple[Agency, ...]:
    """Agencies left as they were suggested become those of the new commune with the same function."""

    def followed(agency: Agency) -> Agency:
        if agency.function is None or agency not in usual.agencies:
            return agency
        return new.agency(agency.function) or agency

    return tuple(followed(agency) for agency in now.agencies)


def _recipient(one: Recipient, usual: OfficeProfile, new: OfficeProfile) -> Recipient:
    return new.recipients[usual.recipients.index(one)] if one in usual.recipients else one
