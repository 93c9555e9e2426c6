"""A legal document as the office types it: fields of text in, a document out, and what is still wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.authoring.basis_state import name_of
from cchc_desktop.domain.citation import LAWS, Citation, parse_citation
from cchc_desktop.domain.dates import parse_short_date, short_date
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.vietnamese import clean

_NUMBER = re.compile(r"[0-9]{1,5}[a-zđ]?")
_SYMBOL = re.compile(r"[0-9A-Za-zÀ-ỹ&-]+(?:/[0-9A-Za-zÀ-ỹ&-]+)*")
_WORD = re.compile(r"[0-9A-Za-zÀ-ỹ]")
_BODIES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_SHORT_BODIES = re.compile(rf"\b(?:{'|'.join(_BODIES)})\b", re.IGNORECASE)
_END_MARKS = " ;,."
# What a file of legal documents takes (resources/catalog/schema/legal-bases.schema.json).
_LENGTHS = (("Ký hiệu", "symbol", 60), ("Cơ quan ban hành", "issuer", 300), ("Trích yếu", "title", 1_000))
_LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True)
class TypedBasis:
    """The fields of the form as they stand."""

    kind: str = "Kế hoạch"
    number: str = ""
    symbol: str = ""
    day: str = ""
    issuer: str = ""
    title: str = ""
    ended: str = ""
    note: str = ""

    @property
    def citation(self) -> Citation:
        """What it would be cited as, however much is still missing."""
        return Citation(
            self.kind,
            _plain(self.number),
            _plain(self.symbol).lstrip("/"),
            parse_short_date(self.day),
            _plain(self.issuer).removeprefix("của "),
            _plain(self.title),
        )

    @property
    def faults(self) -> tuple[str, ...]:
        """What keeps it from being taken, one sentence each."""
        cited = self.citation
        found: list[str] = []
        if self.kind not in LAWS or cited.number or cited.symbol:
            if not _NUMBER.fullmatch(cited.number):
                found.append("Số gồm các chữ số, ví dụ 12.")
            if not _SYMBOL.fullmatch(cited.symbol) or not _WORD.search(cited.symbol):
                found.append("Ký hiệu là phần sau số, ví dụ KH-UBND.")
        for name, text in (("Ngày ban hành", self.day), ("Ngày hết hiệu lực", self.ended)):
            if text.strip() and parse_short_date(text) is None:
                found.append(f"{name} viết như 05/02/2026.")
        if not _WORD.search(cited.title):
            found.append("Chưa có trích yếu (luật thì ghi tên luật).")
        for name, field, longest in _LENGTHS:
            if len(getattr(cited, field)) > longest:
                found.append(f"{name} dài quá {longest} chữ.")
        if len(self.note) > _LONGEST_NOTE:
            found.append(f"Lưu ý dài quá {_LONGEST_NOTE} chữ.")
        return tuple(found)

    def document(self, before: LegalDocument | None = None) -> LegalDocument:
        """The document, the office's own; ``before`` when an entry is being changed. Raises ValueError while faulty."""
        if self.faults:
            raise ValueError(self.faults)
        one = before or LegalDocument(self.citation)
        return replace(
            one,
            citation=self.citation,
            ended_on=parse_short_date(self.ended),
            note=_plain(self.note),
            origin=Origin.OWN,
        )


def typed_of(document: LegalDocument) -> TypedBasis:
    """The fields that show a document."""
    cited = document.citation
    return TypedBasis(
        cited.kind,
        cited.number,
        cited.symbol,
        _day(cited.date),
        cited.issuer,
        cited.title,
        _day(document.ended_on),
        document.note,
    )


def taken_apart(pasted: str) -> TypedBasis | None:
    """The fields of a citation that was pasted; None when it is none."""
    cited = parse_citation(clean(pasted))
    if cited is None:
        return None
    issuer = issuer_in_full(cited.issuer)
    return TypedBasis(cited.kind, cited.number, cited.symbol, _day(cited.date), issuer, cited.title)


def issuer_in_full(issuer: str) -> str:
    """ "UBND tỉnh Quảng Ngãi" as papers of the state write it: "Ủy ban nhân dân tỉnh Quảng Ngãi"."""
    return _SHORT_BODIES.sub(lambda found: _BODIES[found[0].upper()], issuer)


def known_already(typed: TypedBasis, catalogue: BasisCatalogue, before: LegalDocument | None) -> str:
    """A sentence when the catalogue has this document already; blank otherwise."""
    found = catalogue.cited(typed.citation) if typed.number and typed.symbol else None
    if found is None or (before is not None and found.id == before.id):
        return ""
    return f"Danh mục đã có {name_of(found)}; vẫn thêm được nếu anh, chị muốn giữ bản của mình."


def usual_issuers(office: Office) -> tuple[str, ...]:
    """Who issues what a commune cites beside the papers of the centre."""
    province, commune = office.province.full_name, office.full_name
    of = province[:1].lower() + province[1:]
    return (
        f"Ủy ban nhân dân {of}",
        f"Hội đồng nhân dân {of}",
        f"Ban Chấp hành Đảng bộ {of}",
        f"Sở Nội vụ {of}",
        f"Ủy ban nhân dân {commune}",
        f"Hội đồng nhân dân {commune}",
        f"Ban Chấp hành Đảng bộ {commune}",
    )


def _plain(text: str) -> str:
    return " ".join(clean(text).split()).strip(_END_MARKS)


def _day(day: date | None) -> str:
    return short_date(day) if day is not None else ""
