"""A cited document taken apart, written in the lawful form, and put in the usual order of legal bases.

Form: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6: type, number and symbol, date, issuer, subject; laws and ordinances without
number and issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from cchc_desktop.domain.dates import PartialDate, long_date
from cchc_desktop.domain.vietnamese import fold

KINDS = (
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Chỉ thị",
    "Thông tư liên tịch",
    "Thông tư",
    "Kết luận",
    "Quy định",
    "Quy chế",
    "Công điện",
    "Công văn",
    "Kế hoạch",
    "Chương trình",
    "Hướng dẫn",
    "Đề án",
    "Thông báo",
    "Báo cáo",
    "Tờ trình",
    "Văn bản",
)
LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")

_LEAD = re.compile(r"^(?:(?:căn cứ|tiếp tục thực hiện|thực hiện|triển khai|theo)\s+)+", re.IGNORECASE)
_KIND = re.compile(rf"(?P<kind>{'|'.join(KINDS)})\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*(?:số\s*:?\s*)?(?P<number>\d+[a-zđ]?)(?P<joiner>[-/])(?P<symbol>[\w&-]+(?:/[\w&-]+)*)", re.IGNORECASE
)
_BLANK_NUMBER = re.compile(r"\s*số\s*:?\s*[.…\s]*/(?P<symbol>[A-ZĐ][\w&-]*(?:/[\w&-]+)*)")
_DATE = re.compile(
    r"\s*,?\s*ngày\s*(?P<day>\d{1,2})\s*(?:[/.-]\s*(?P<m1>\d{1,2})\s*[/.-]\s*(?P<y1>\d{4})|tháng\s*(?P<m2>\d{1,2})\s*năm\s*(?P<y2>\d{4}))",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:^|\s|,)(?P<title>(?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|công bố|triển khai|bãi bỏ|giao"
    r"|thành lập|kiện toàn|đẩy mạnh|tăng cường)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document: ``symbol`` is what follows the number ("NĐ-CP", "2020/NĐ-CP", "NQ/TW"), ``title`` begins with its own
    lead word ("về …", "ban hành …")."""

    kind: str
    number: str = ""
    symbol: str = ""
    date: date | None = None
    issuer: str = ""
    title: str = ""

    @property
    def is_law(self) -> bool:
        """Whether it is cited without number, symbol and issuer."""
        return self.kind in LAWS

    @property
    def code(self) -> str:
        """Number and symbol: "30/2020/NĐ-CP", of the Party "57-NQ/TW"."""
        if not self.symbol:
            return self.number
        party = "/" in self.symbol and not self.symbol[:4].isdigit()
        return f"{self.number}{'-' if party else '/'}{self.symbol}"


def parse_citation(text: str) -> Citation | None:
    """The first document of a legal basis; None when the text does not begin with one, after "Căn cứ" and the like."""
    plain = " ".join(text.split()).rstrip(" ;.,")
    plain = _LEAD.sub("", plain)
    kind_match = _KIND.match(plain)
    if kind_match is None:
        return None
    kind = next(name for name in KINDS if name.lower() == kind_match["kind"].lower())
    rest = plain[kind_match.end() :]
    if kind in LAWS:
        return _law(kind, rest)
    return _numbered(kind, rest)


def _numbered(kind: str, rest: str) -> Citation | None:
    number = _NUMBER.match(rest) or _BLANK_NUMBER.match(rest)
    if number is None:
        return None
    rest = rest[number.end() :]
    day, rest = _date(rest)
    title = _TITLE.search(rest)
    issuer = rest[: title.start()] if title else rest
    if title is None and not issuer.strip().startswith("của"):
        issuer, written = "", rest.strip(" ,")
    else:
        written = title["title"].strip() if title else ""
    return Citation(
        kind,
        number.groupdict().get("number") or "",
        number["symbol"],
        day,
        re.sub(r"^\s*,?\s*(?:của\s+)?", "", issuer).strip(" ,"),
        written,
    )


def _law(kind: str, rest: str) -> Citation:
    code = re.search(r",?\s*số\s*(\d+)/(\d{4}/[\w-]+)", rest)
    when = _DATE.search(rest)
    ends = [match.start() for match in (code, when) if match is not None]
    title = re.split(r"\s+(?:của|được|đã)\s+", rest[: min(ends, default=len(rest))])[0]
    day, _ = _date(rest[when.start() :]) if when else (None, "")
    return Citation(kind, code[1] if code else "", code[2] if code else "", day, title=title.strip(" ,"))


def _date(text: str) -> tuple[date | None, str]:
    match = _DATE.match(text)
    if match is None:
        return None, text
    found = PartialDate(
        int(match["day"]), int(match["m1"] or match["m2"]), int(match["y1"] or match["y2"])
    ).as_date()
    return found, text[match.end() :]


def format_citation(citation: Citation) -> str:
    """The citation in full, as a legal basis has it, without "Căn cứ" and without a mark at the end."""
    parts = [citation.kind]
    day = long_date(citation.date) if citation.date else ""
    if citation.is_law:
        parts += [citation.title, day]
    else:
        parts += [f"số {citation.code}" if citation.code else "", day]
        parts += [f"của {citation.issuer}" if citation.issuer else "", citation.title]
    return " ".join(part for part in parts if part)


class BasisRank(IntEnum):
    """The place of a legal basis in the usual order of real plans."""

    LAW = 1
    CENTRAL_PARTY = 2
    NATIONAL_ASSEMBLY = 3
    GOVERNMENT = 4
    PRIME_MINISTER = 5
    MINISTRY = 6
    PROVINCE_PARTY = 7
    PROVINCE_COUNCIL = 8
    PROVINCE = 9
    COMMUNE_PARTY = 10
    COMMUNE_COUNCIL = 11
    COMMUNE = 12
    OTHER = 13
    PROPOSAL = 14


_PARTY = {"TW": BasisRank.CENTRAL_PARTY, "TU": BasisRank.PROVINCE_PARTY, "ĐU": BasisRank.COMMUNE_PARTY}
_COMMUNE = re.compile(r"\b(?:phuong|xa|dac khu|thi tran)\b")


def basis_rank(text: str) -> BasisRank:
    """Where a legal basis belongs: law, Government, Prime Minister, ministry, province, commune, "Theo đề nghị"."""
    if fold(text).strip().startswith("theo de nghi"):
        return BasisRank.PROPOSAL
    citation = parse_citation(text)
    if citation is None:
        return BasisRank.OTHER
    if citation.is_law:
        return BasisRank.LAW
    symbol = citation.symbol.upper()
    party = re.search(r"[-/](TW|TU|ĐU)$", symbol)
    if party is not None:
        return _PARTY[party[1]]
    for mark, rank in (
        ("UBTVQH", BasisRank.NATIONAL_ASSEMBLY),
        ("/QH", BasisRank.NATIONAL_ASSEMBLY),
        ("-CP", BasisRank.GOVERNMENT),
        ("-TTG", BasisRank.PRIME_MINISTER),
    ):
        if mark in symbol:
            return rank
    return _rank_by_issuer(symbol, fold(citation.issuer))


def _rank_by_issuer(symbol: str, issuer: str) -> BasisRank:
    if re.match(
        r"(?:bo|bo truong|van phong chinh phu|thanh tra chinh phu|uy ban dan toc)\b", issuer
    ) or re.search(r"-(?:B[A-ZĐ]+|VPCP)$", symbol):
        return BasisRank.MINISTRY
    of_commune = _COMMUNE.search(issuer) is not None
    if "HĐND" in symbol:
        return BasisRank.COMMUNE_COUNCIL if of_commune else BasisRank.PROVINCE_COUNCIL
    if of_commune:
        return BasisRank.COMMUNE
    if "UBND" in symbol or issuer.startswith(("ubnd", "uy ban nhan dan", "chu tich", "so ")):
        return BasisRank.PROVINCE
    return BasisRank.OTHER


@lru_cache(maxsize=4_000)
def basis_order(text: str) -> tuple[int, date]:
    """A sort key that puts legal bases in the usual order, older first within a rank."""
    citation = parse_citation(text)
    day = citation.date if citation and citation.date else date.max
    return int(basis_rank(text)), day
