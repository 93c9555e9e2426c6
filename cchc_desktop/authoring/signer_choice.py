"""Signers of the office in a plan: a signature filled in from one, and one kept from a signature."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.authoring.signing import COLLECTIVE
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Capacity, Signature
from cchc_desktop.domain.profile import OfficeProfile, Signer

# In these capacities one signs for the collective body, with "TM." (NĐ 30/2020, Điều 13); by order and authorised never.
_FOR_THE_BODY = (Capacity.HEAD, Capacity.DEPUTY, Capacity.ACTING)
_IN_OWN_TITLE = (Capacity.HEAD, Capacity.ACTING)

CAPACITY_NAMES: dict[Capacity, str] = {
    Capacity.HEAD: "Người đứng đầu ký",
    Capacity.DEPUTY: "Ký thay (KT.)",
    Capacity.ACTING: "Quyền (Q.)",
    Capacity.BY_ORDER: "Ký thừa lệnh (TL.)",
    Capacity.AUTHORISED: "Ký thừa ủy quyền (TUQ.)",
}
USUAL_TITLES = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")


def signed_as(signature: Signature, signer: Signer) -> Signature:
    """The signature of this signer; whether it is given for the body stays, where both are possible."""
    title = signer.title.strip().upper()
    filled = replace(signature, capacity=signer.capacity, name=signer.name.strip())
    if signer.capacity in _IN_OWN_TITLE:
        filled = replace(filled, head=title or signature.head)
    else:
        filled = replace(filled, title=title)
    if signer.capacity not in _FOR_THE_BODY:
        return replace(filled, collective="")
    if signature.capacity not in _FOR_THE_BODY:
        return replace(filled, collective=COLLECTIVE)
    return filled


def signer_of(signature: Signature) -> Signer:
    """Who signs, as the office may keep him."""
    title = signature.head if signature.capacity in _IN_OWN_TITLE else signature.title
    return Signer(signature.name.strip(), title.strip().upper(), signature.capacity)


def signer_name(signer: Signer) -> str:
    """ "Nguyễn Văn A – KT., PHÓ CHỦ TỊCH": how a signer is named in a choice."""
    capacity = f"{signer.capacity.value} " if signer.capacity.value else ""
    return f"{signer.name.strip() or '(chưa ghi họ tên)'} – {capacity}{signer.title}"


def same_signer(one: Signer, other: Signer) -> bool:
    """Whether both are the same person signing in the same way."""
    return (one.name, one.title, one.capacity) == (other.name, other.title, other.capacity)


def with_signer(profile: OfficeProfile, signer: Signer) -> OfficeProfile:
    """The profile with this signer: in the place of the same post without a name or of the same person, else added."""
    if any(same_signer(one, signer) for one in profile.signers):
        return profile
    for one in profile.signers:
        same_post = (one.title, one.capacity) == (signer.title, signer.capacity)
        if (same_post and not one.name.strip()) or (one.name.strip() and one.name == signer.name):
            filled = replace(signer, id=one.id)
            return replace(
                profile, signers=tuple(filled if kept is one else kept for kept in profile.signers)
            )
    return replace(profile, signers=(*profile.signers, signer))


def drafts_with_signers(before: OfficeProfile, dossier: Dossier) -> Dossier:
    """The dossier with the names that its profile has got since ``before`` in drafts of the same post without a name."""
    after = dossier.office_profile
    if before.signers == after.signers:
        return dossier
    for plan in dossier.plans:
        if plan.is_issued or plan.signature.name.strip():
            continue
        signer = _of_same_post(after, plan.signature)
        if signer is not None:
            signature = replace(plan.signature, name=signer.name.strip())
            dossier = dossier.with_plan(replace(plan, signature=signature))
    return dossier


def _of_same_post(profile: OfficeProfile, signature: Signature) -> Signer | None:
    """Who signs in this post: the usual signer, or the only one; None where it is not clear."""
    post = signer_of(signature)
    found = [
        one
        for one in profile.signers
        if one.name.strip() and (one.title, one.capacity) == (post.title, post.capacity)
    ]
    is_clear = len(found) == 1 or (bool(found) and found[0] is profile.signers[0])
    return found[0] if is_clear else None
