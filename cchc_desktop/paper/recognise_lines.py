"""The lines round the body of a paper, understood: letterhead, number, place and date, bases, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date

from cchc_desktop.domain.dates import PartialDate, Period, parse_long_date
from cchc_desktop.domain.plan import (
    Capacity,
    LegalBasis,
    Letterhead,
    Recipient,
    Recipients,
    Signature,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.paper.blocks import (
    AppendixHeadBlock,
    BasisBlock,
    Block,
    LetterheadBlock,
    SignBlock,
    TitleBlock,
)

_NUMBER_LINE = re.compile(r"Số\s*:\s*(\d*)[\s.…]*/\s*(.*)$", re.IGNORECASE)
_ISSUER = re.compile(r"\bnăm\s+\d{4}\s+của\s+(.+)\)$")
_YEARS = re.compile(r"giai đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_NOTE = re.compile(r"^(.*\S)\s*\(([^()]*)\)$")
_ARCHIVE = re.compile(r"^Lưu\s*:?\s*(.*)$")
_PROPOSAL = "Theo đề nghị"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that had to be guessed; ``source`` is the key of the block it is about."""

    message: str
    source: str = ""


def split_number_line(line: str) -> tuple[str, str]:
    """Number (blank in a draft) and symbol of "Số: 07/KH-UBND"."""
    match = _NUMBER_LINE.match(line.strip())
    return (match[1], match[2].strip()) if match else ("", "")


def recognise_place_date(line: str) -> tuple[str, PartialDate, tuple[Doubt, ...]]:
    """Place and date of "Vũng Áng, ngày … tháng … năm …"."""
    date = parse_long_date(line)
    place = line[: line.rfind("ngày")].rstrip(" ,") if "ngày" in line else line.strip()
    if date is None:
        year = calendar_date.today().year
        return place, PartialDate(None, None, year), (Doubt("Chưa rõ năm ban hành của văn bản."),)
    return place, date, ()


def recognise_letterhead(block: LetterheadBlock) -> Letterhead:
    """The issuing body as it is printed."""
    return Letterhead(block.body, block.superior)


def recognise_bases(blocks: Sequence[BasisBlock]) -> tuple[tuple[LegalBasis, ...], str]:
    """The legal bases without the marks at their ends, and "Theo đề nghị …" where the paper has it."""
    bases: list[LegalBasis] = []
    proposal = ""
    for block in blocks:
        text = block.text.without_end(";.,")
        if text.plain.startswith(_PROPOSAL):
            proposal = text.plain
        else:
            bases.append(LegalBasis(text, block.source or new_id()))
    return tuple(bases), proposal


def issuer_in(blocks: Iterable[Block]) -> str | None:
    """The issuing body as "(Kèm theo … của …)" names it."""
    for block in blocks:
        if isinstance(block, TitleBlock | AppendixHeadBlock):
            match = _ISSUER.search(block.attached)
            if match is not None:
                return match[1]
    return None


def period_in(title: str, year: int) -> Period:
    """The year or years a title names, else the year of the paper."""
    flat = title.replace("\n", " ")
    match = _YEARS.search(flat)
    if match is not None and int(match[1]) <= int(match[2]):
        return Period(int(match[1]), int(match[2]))
    one = _YEAR.search(flat)
    return Period.of(int(one[1]) if one else year)


def without_end_mark(text: RichText) -> RichText:
    """The text without the "./." of the paper's end."""
    return text.without_end("./;,:")


def recognise_recipients(lines: Sequence[str]) -> Recipients:
    """The lines under "Nơi nhận" as names with their notes, and the archive line."""
    names: list[Recipient] = []
    archive = ""
    for line in lines:
        bare = line.strip().removeprefix("-").strip()
        kept = _ARCHIVE.match(bare)
        if kept is not None:
            archive = kept[1].strip().rstrip(";.").strip()
            continue
        bare = bare.rstrip(";").strip()
        noted = _NOTE.match(bare)
        names.append(Recipient(noted[1], noted[2]) if noted else Recipient(bare))
    return Recipients(tuple(names), archive)


def recognise_signature(block: SignBlock) -> Signature:
    """Who signs, from the lines in capitals."""
    signature = Signature(head="", name=block.name)
    for line in block.signature:
        prefix, _, rest = line.partition(" ")
        match prefix:
            case "TM.":
                signature = replace(signature, collective=rest)
            case "KT." | "Q." | "TL." | "TUQ.":
                signature = replace(signature, capacity=Capacity(prefix), head=rest)
            case _ if signature.capacity is Capacity.HEAD and not signature.head:
                signature = replace(signature, head=line)
            case _:
                signature = replace(signature, title=" ".join(filter(None, (signature.title, line))))
    return signature
