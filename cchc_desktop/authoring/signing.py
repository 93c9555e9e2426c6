"""The ways a plan is signed (NĐ 30/2020, Điều 13), as choices with a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cchc_desktop.domain.plan import Capacity, Signature

COLLECTIVE = "ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True)
class SigningWay:
    """A way of signing: for the collective body or not, and in what capacity."""

    name: str
    for_collective: bool
    capacity: Capacity
    usual_title: str = ""


SIGNING_WAYS: tuple[SigningWay, ...] = (
    SigningWay("Chủ tịch ký thay mặt Ủy ban nhân dân (TM.)", True, Capacity.HEAD),
    SigningWay(
        "Phó Chủ tịch ký thay, thay mặt Ủy ban nhân dân (TM., KT.)", True, Capacity.DEPUTY, "PHÓ CHỦ TỊCH"
    ),
    SigningWay("Quyền Chủ tịch ký thay mặt Ủy ban nhân dân (TM., Q.)", True, Capacity.ACTING),
    SigningWay("Chủ tịch ký theo thẩm quyền riêng", False, Capacity.HEAD),
    SigningWay("Phó Chủ tịch ký thay Chủ tịch (KT.)", False, Capacity.DEPUTY, "PHÓ CHỦ TỊCH"),
    SigningWay("Quyền Chủ tịch ký (Q.)", False, Capacity.ACTING),
    SigningWay("Ký thừa lệnh Chủ tịch (TL.)", False, Capacity.BY_ORDER, "CHÁNH VĂN PHÒNG"),
    SigningWay(
        "Ký thừa ủy quyền Chủ tịch (TUQ.)", False, Capacity.AUTHORISED, "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"
    ),
)

_TITLES = {way.usual_title for way in SIGNING_WAYS}


def way_of(signature: Signature) -> int | None:
    """The index in SIGNING_WAYS of the way a plan is signed; None for a combination that is no usual one."""
    for index, way in enumerate(SIGNING_WAYS):
        if (bool(signature.collective.strip()), signature.capacity) == (way.for_collective, way.capacity):
            return index
    return None


def signed_by(signature: Signature, way: SigningWay) -> Signature:
    """The signature in another way; a title the person has written stays, a usual one follows the way."""
    title = way.usual_title if signature.title.strip() in _TITLES else signature.title
    collective = (signature.collective or COLLECTIVE) if way.for_collective else ""
    return replace(signature, collective=collective, capacity=way.capacity, title=title)
