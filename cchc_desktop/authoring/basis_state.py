"""Whether a legal document holds on a day, in words for the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.domain.dates import short_date
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin
from cchc_desktop.domain.vietnamese import upper_first

UNCERTAIN = "chưa chắc chắn: đối chiếu trước khi dùng"


@dataclass(frozen=True, slots=True)
class BasisState:
    """``word`` for a list, ``sentence`` for beside it; ``successors``: what is to be cited in its place on that day."""

    force: Force
    is_certain: bool
    word: str
    sentence: str
    successors: tuple[LegalDocument, ...] = ()


def state_on(document: LegalDocument, day: date, catalogue: BasisCatalogue) -> BasisState:
    """Its state on a day."""
    force = document.force_on(day)
    successors = catalogue.successors(document, day)
    parts = [_force(document, force, successors)]
    if force is not Force.ENDED:
        parts += _amended(document, catalogue)
    if document.checked_on is not None:
        parts.append(f"ngày kiểm tra hiệu lực: {short_date(document.checked_on)}")
    if not document.is_certain:
        parts.append(UNCERTAIN)
    return BasisState(force, document.is_certain, _word(document, force), "; ".join(parts) + ".", successors)


def name_of(document: LegalDocument) -> str:
    """A name that tells it from others: laws of the same name by their number, which a citation leaves out."""
    code = document.citation.code
    if document.citation.is_law and code:
        return f"{document.short} ({code})"
    return document.short


def _word(document: LegalDocument, force: Force) -> str:
    match force:
        case Force.ENDED:
            return "Hết hiệu lực"
        case Force.NOT_YET:
            return "Chưa có hiệu lực"
        case Force.IN_FORCE:
            if document.replaced_by and document.ended_on is None:
                return "Đã có văn bản thay thế"
            return "Còn hiệu lực" if document.is_certain else "Cần đối chiếu"


def _force(document: LegalDocument, force: Force, successors: tuple[LegalDocument, ...]) -> str:
    names = ", ".join(name_of(one) for one in successors)
    started = "" if document.in_force_from is None else f"có hiệu lực từ {short_date(document.in_force_from)}"
    is_own = document.origin is Origin.OWN
    ended = "" if document.ended_on is None else f"hết hiệu lực từ {short_date(document.ended_on)}"
    replaced = f"thay bằng {names}" if names else ""
    unknown = "cơ quan chưa ghi ngày hết hiệu lực" if is_own else "chưa thấy văn bản thay thế"
    parts = [started or ended or unknown, ended if started else "", replaced]
    if force is Force.ENDED:
        parts = [ended, replaced]
    elif force is Force.NOT_YET:
        parts = ["chưa có hiệu lực", started]
    elif names and not ended:
        parts = [f"đã có văn bản thay thế ({names})", "chưa rõ hết hiệu lực từ ngày nào"]
    return upper_first("; ".join(part for part in parts if part))


def _amended(document: LegalDocument, catalogue: BasisCatalogue) -> list[str]:
    found = [one for key in document.amended_by if (one := catalogue.document(key)) is not None]
    if not found:
        return []
    return ["được sửa đổi, bổ sung bằng " + ", ".join(name_of(one) for one in found)]
