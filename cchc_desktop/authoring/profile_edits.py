"""Edits of the office profile. Pure functions from a dossier to a dossier.

While nothing was changed the profile follows from the commune; the first change writes it down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Letterhead, Recipient
from cchc_desktop.domain.profile import OfficeProfile, Signer
from cchc_desktop.domain.vietnamese import clean

_T = TypeVar("_T")
ProfileEdit = Callable[[OfficeProfile], OfficeProfile]


def with_profile(dossier: Dossier, change: ProfileEdit) -> Dossier:
    """The dossier with its profile changed; the very same dossier when nothing changes."""
    before = dossier.office_profile
    after = change(before)
    return dossier if after == before else replace(dossier, profile=after)


def with_default_profile(dossier: Dossier) -> Dossier:
    """The dossier with the profile that follows from its commune."""
    return dossier if dossier.profile is None else replace(dossier, profile=None)


def with_letterhead(dossier: Dossier, letterhead: Letterhead) -> Dossier:
    """The dossier with another letterhead; lines left blank go."""
    body = tuple(line for line in map(clean, letterhead.body) if line.strip())
    wanted = Letterhead(body, clean(letterhead.superior))
    return with_profile(dossier, lambda profile: replace(profile, letterhead=wanted))


def with_place(dossier: Dossier, place: str) -> Dossier:
    """The dossier with another place in the date line."""
    return with_profile(dossier, lambda profile: replace(profile, place=clean(place)))


def with_issuer(dossier: Dossier, issuer: str) -> Dossier:
    """The dossier with another name of the issuing body in ordinary letters."""
    return with_profile(dossier, lambda profile: replace(profile, issuer=clean(issuer)))


def with_symbols(dossier: Dossier, *, plan: str | None = None, decision: str | None = None) -> Dossier:
    """The dossier with other symbols behind the "/" of a number; None leaves one as it is."""

    def change(profile: OfficeProfile) -> OfficeProfile:
        return replace(
            profile,
            plan_symbol=profile.plan_symbol if plan is None else clean(plan).strip(),
            decision_symbol=profile.decision_symbol if decision is None else clean(decision).strip(),
        )

    return with_profile(dossier, change)


def with_settlement(dossier: Dossier, noun: str) -> Dossier:
    """The dossier with another word for where people live ("thôn", "tổ dân phố")."""
    return with_profile(dossier, lambda profile: replace(profile, settlement=clean(noun)))


def with_usual_archive(dossier: Dossier, archive: str) -> Dossier:
    """The dossier with another "Lưu: …" for new plans."""
    return with_profile(dossier, lambda profile: replace(profile, archive=clean(archive)))


def with_agency_added(dossier: Dossier, agency: Agency, at: int | None = None) -> Dossier:
    """The dossier with one more agency, behind the others or at a place."""
    return _with_agencies(dossier, lambda known: _inserted(known, agency, at))


def with_agency(dossier: Dossier, agency: Agency) -> Dossier:
    """The dossier with an agency changed. Raises KeyError when there is none with its key."""
    return _with_agencies(dossier, lambda known: changed(known, agency.id, lambda _: agency))


def with_agency_moved(dossier: Dossier, key: str, by: int) -> Dossier:
    """The dossier with an agency further up or down. Raises KeyError."""
    return _with_agencies(dossier, lambda known: moved(known, key, by))


def without_agency(dossier: Dossier, key: str) -> Dossier:
    """The dossier without an agency. Raises KeyError."""
    return _with_agencies(dossier, lambda known: without(known, key))


def with_usual_recipient_added(dossier: Dossier, recipient: Recipient, at: int | None = None) -> Dossier:
    """The dossier with one more of the recipients that new plans begin with."""
    return _with_recipients(dossier, lambda known: _inserted(known, recipient, at))


def with_usual_recipient(dossier: Dossier, recipient: Recipient) -> Dossier:
    """The dossier with a usual recipient changed. Raises KeyError."""
    return _with_recipients(dossier, lambda known: changed(known, recipient.id, lambda _: recipient))


def with_usual_recipient_moved(dossier: Dossier, key: str, by: int) -> Dossier:
    """The dossier with a usual recipient further up or down. Raises KeyError."""
    return _with_recipients(dossier, lambda known: moved(known, key, by))


def without_usual_recipient(dossier: Dossier, key: str) -> Dossier:
    """The dossier without a usual recipient. Raises KeyError."""
    return _with_recipients(dossier, lambda known: without(known, key))


def with_signer_added(dossier: Dossier, signer: Signer, at: int | None = None) -> Dossier:
    """The dossier with one more signer."""
    return _with_signers(dossier, lambda known: _inserted(known, signer, at))


def with_signer(dossier: Dossier, signer: Signer) -> Dossier:
    """The dossier with a signer changed. Raises KeyError."""
    return _with_signers(dossier, lambda known: changed(known, signer.id, lambda _: signer))


def with_signer_moved(dossier: Dossier, key: str, by: int) -> Dossier:
    """The dossier with a signer further up or down. Raises KeyError."""
    return _with_signers(dossier, lambda known: moved(known, key, by))


def without_signer(dossier: Dossier, key: str) -> Dossier:
    """The dossier without a signer. Raises KeyError."""
    return _with_signers(dossier, lambda known: without(known, key))


def _with_agencies(dossier: Dossier, change: Callable[[tuple[Agency, ...]], tuple[Agency, ...]]) -> Dossier:
    return with_profile(dossier, lambda profile: replace(profile, agencies=change(profile.agencies)))


def _with_recipients(
    dossier: Dossier, change: Callable[[tuple[Recipient, ...]], tuple[Recipient, ...]]
) -> Dossier:
    return with_profile(dossier, lambda profile: replace(profile, recipients=change(profile.recipients)))


def _with_signers(dossier: Dossier, change: Callable[[tuple[Signer, ...]], tuple[Signer, ...]]) -> Dossier:
    return with_profile(dossier, lambda profile: replace(profile, signers=change(profile.signers)))


def _inserted(known: tuple[_T, ...], one: _T, at: int | None) -> tuple[_T, ...]:
    where = len(known) if at is None else at
    return (*known[:where], one, *known[where:])
