"""The office profile: names, recipients and signers that every new plan begins with, as the office wants them."""

from __future__ import annotations

from dataclasses import dataclass, field

from cchc_desktop.domain.agency_directory import Agency, Function, default_agencies
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Capacity, Letterhead, Recipient
from cchc_desktop.domain.settlements import settlement_noun
from cchc_desktop.domain.vietnamese import new_id


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs plans: ``title`` in capitals ("CHỦ TỊCH", "PHÓ CHỦ TỊCH"), the name may be blank."""

    name: str
    title: str = "CHỦ TỊCH"
    capacity: Capacity = Capacity.HEAD
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """What follows from the commune until the office changes it.

    ``issuer``: the body in ordinary letters. ``plan_symbol`` and ``decision_symbol``: what follows "/" in a number.
    ``settlement``: "thôn", "tổ dân phố" … as used in running text. ``archive``: what follows "Lưu: ".
    """

    letterhead: Letterhead
    place: str
    issuer: str
    agencies: tuple[Agency, ...]
    settlement: str
    recipients: tuple[Recipient, ...] = ()
    signers: tuple[Signer, ...] = ()
    plan_symbol: str = "KH-UBND"
    decision_symbol: str = "QĐ-UBND"
    archive: str = "VT, VHXH"

    def agency(self, function: Function) -> Agency | None:
        """The first agency with this function; None when the office has none (any more)."""
        return next((one for one in self.agencies if one.function is function), None)


def default_profile(office: Office) -> OfficeProfile:
    """The profile that follows from the commune alone."""
    agencies = default_agencies(office)
    return OfficeProfile(
        letterhead=Letterhead(office.letterhead_body),
        place=office.place,
        issuer=f"Ủy ban nhân dân {office.full_name}",
        agencies=agencies,
        settlement=settlement_noun(office),
        recipients=_default_recipients(office, agencies),
        signers=(
            Signer("", "CHỦ TỊCH", Capacity.HEAD, f"{office.code}:head"),
            Signer("", "PHÓ CHỦ TỊCH", Capacity.DEPUTY, f"{office.code}:deputy"),
        ),
    )


def _default_recipients(office: Office, agencies: tuple[Agency, ...]) -> tuple[Recipient, ...]:
    noun = office.common_noun
    names = {one.function: one.name for one in agencies}
    rows = (
        (names[Function.PROVINCE], "để b/c"),
        (names[Function.HOME_AFFAIRS], "để b/c"),
        (names[Function.PARTY_COMMITTEE], "để b/c"),
        (names[Function.COUNCIL], "để b/c"),
        (f"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân {noun}", ""),
        (names[Function.FRONT], "để p/h"),
        (names[Function.MASS_ORGANISATIONS], "để p/h"),
        (names[Function.DIVISIONS], "để t/h"),
        (names[Function.POLICE], "để t/h"),
        (names[Function.SCHOOLS], "để t/h"),
        (names[Function.SETTLEMENTS], "để t/h"),
        (f"Trang thông tin điện tử {noun}", "để đăng tải"),
    )
    return tuple(
        Recipient(name, note, f"{office.code}:recipient-{number}")
        for number, (name, note) in enumerate(rows, 1)
    )
