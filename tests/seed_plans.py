"""The five published plans as plan values: cut apart by the lines that stand in each, with nothing typed in here."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import (
    Article,
    Decision,
    IssueForm,
    LegalBasis,
    Letterhead,
    Opening,
    Plan,
    Section,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix
from cchc_desktop.formats.clipboard_table import cells_from_text
from cchc_desktop.formats.clipboard_text import lines_from_text
from cchc_desktop.paper.blocks import SignBlock
from cchc_desktop.paper.pasted import Recognised
from cchc_desktop.paper.recognise_lines import (
    period_in,
    recognise_place_date,
    recognise_recipients,
    recognise_signature,
    split_number_line,
    without_end_mark,
)
from cchc_desktop.paper.recognise_outline import recognise_outline
from cchc_desktop.paper.recognise_table import tasks_from_table

_MARKUP = re.compile(r"\*+")
_LETTERHEADS = {
    "000": Letterhead(("ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÔNG HÀ")),
    "001": Letterhead(("ỦY BAN NHÂN DÂN", "THÀNH PHỐ BẮC GIANG")),
    "002": Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")),
    "003": Letterhead(("ỦY BAN NHÂN DÂN", "PHƯỜNG HOÀNG TIẾN")),
    "004": Letterhead(("ỦY BAN NHÂN DÂN", "HUYỆN BÌNH SƠN")),
}
_ISSUERS = {
    "000": "UBND thành phố Đông Hà",
    "001": "Chủ tịch UBND thành phố",
    "002": "Chủ tịch Ủy ban nhân dân phường Vũng Áng",
    "003": "Ủy ban nhân dân phường Hoàng Tiến",
    "004": "UBND huyện Bình Sơn",
}


def seed_plan(number: str, text: str) -> Plan:
    """The plan a seed says; letterheads are missing in the seeds and named here."""
    before, kind, after = re.split(r"^ ?(KẾ HOẠCH|QUYẾT ĐỊNH)$", text, maxsplit=1, flags=re.MULTILINE)
    title, after = _title(after.lstrip("\n"))
    body, tail = after.split("Nơi nhận:", 1)
    tail, appendix_text = _appendix_text(tail)
    year = period_in(title, 2000).first_year
    digits, symbol, place, date = _head(before, year)
    signature = _signature(tail)
    recipients = recognise_recipients([line for line in tail.splitlines() if line.strip().startswith("- ")])
    plan = Plan(
        form=IssueForm.PLAN,
        period=period_in(title, year),
        letterhead=_LETTERHEADS[number],
        symbol=symbol or ("QĐ-UBND" if kind == "QUYẾT ĐỊNH" else "KH-UBND"),
        place=place,
        date=date,
        title=title,
        issuer=_ISSUERS[number],
        number=digits,
        recipients=recipients,
        signature=recognise_signature(signature),
        appendices=_appendices(appendix_text),
    )
    return _with_decision(plan, body) if kind == "QUYẾT ĐỊNH" else _with_body(plan, body)


def _title(text: str) -> tuple[str, str]:
    title, _, rest = text.partition("\n\n")
    return title.strip(), rest


def _head(before: str, year: int) -> tuple[str, str, str, PartialDate]:
    number_line = next((line for line in before.splitlines() if line.startswith("Số:")), "")
    place_line = next((line for line in before.splitlines() if "ngày" in line), "")
    digits, symbol = split_number_line(number_line)
    if not place_line:
        return digits, symbol, "", PartialDate(None, None, year)
    place, date, _doubts = recognise_place_date(place_line)
    return digits, symbol, place, date


def _signature(tail: str) -> SignBlock:
    lines = [line.strip() for line in _MARKUP.sub("", tail).splitlines()]
    lines = [line.replace("KT.CHỦ", "KT. CHỦ") for line in lines if line and not line.startswith("-")]
    return SignBlock((), tuple(lines[:-1]), lines[-1])


def _appendix_text(tail: str) -> tuple[str, str]:
    at = tail.find("PHỤ LỤC")
    return (tail, "") if at < 0 else (tail[:at], tail[at:])


def _appendices(text: str) -> tuple[Appendix, ...]:
    if not text:
        return ()
    title = text.splitlines()[0].removeprefix("PHỤ LỤC").strip("*")
    table = text[text.index("TT\t") :]
    return (Appendix(title, rows=tasks_from_table(cells_from_text(table))),)


def _with_body(plan: Plan, body: str) -> Plan:
    read = recognise_outline(lines_from_text(body))
    return replace(
        plan, opening=Opening(paragraphs=read.leading), sections=_sections(read), closing=_closing(read.tail)
    )


def _closing(tail: Outline) -> Outline:
    *before, last = tail
    return (*before, replace(last, text=without_end_mark(last.text)))


def _sections(read: Recognised) -> tuple[Section, ...]:
    return tuple(Section(section.roles, section.title, section.items) for section in read.sections)


def _with_decision(plan: Plan, body: str) -> Plan:
    head, articles = body.split("QUYẾT ĐỊNH:", 1)
    authority, *bases = [line.strip() for line in head.splitlines() if line.strip()]
    first, *others = re.split(r"^Điều \d+\. ", articles.lstrip(), flags=re.MULTILINE)[1:]
    intro, _, inside = first.partition("\n")
    read = recognise_outline(lines_from_text(inside))
    written = [Article(RichText.of(intro.strip()))]
    written += [Article(without_end_mark(RichText.of(" ".join(one.split()))) + ".") for one in others]
    return replace(
        plan,
        form=IssueForm.DECISION_DIRECT,
        opening=Opening(
            tuple(LegalBasis(RichText.of(line.rstrip(";."))) for line in bases[:-1]), bases[-1].rstrip(".")
        ),
        decision=Decision(authority, tuple(written)),
        sections=_sections(read),
        closing=read.tail,
    )
