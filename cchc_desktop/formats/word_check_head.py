"""L04 to L10: letterhead, number and date, title, legal bases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.text_width import text_width
from cchc_desktop.formats.word_look import TWIPS_PER_MM
from cchc_desktop.formats.word_paper import (
    LayoutFinding,
    LayoutSeverity,
    PaperPart,
    Paragraph,
    WordPaper,
    error,
    warning,
)
from cchc_desktop.paper.blocks import NATIONAL_MOTTO, NATIONAL_NAME

NUMBER_LINE: Final = re.compile(
    r"Số:\s?(?P<number>\d{2,}[a-zđ]?|\s*|\.{2,}|…)/(?P<symbol>[A-ZĐ][A-ZĐa-z0-9&]*(?:-[A-ZĐ][A-ZĐa-z0-9&]*)+)"
)
PLACE_LINE: Final = re.compile(
    r".+, (?P<date>ngày(?: (?P<day>\d{2}) |\s+)tháng(?: (?P<month>0?[1-9]|1[0-2]) |\s+)năm \d{4})"
)
_SYMBOL_STARTS: Final = {"KẾ HOẠCH": "KH-", "QUYẾT ĐỊNH": "QĐ-"}


def check_head(paper: WordPaper) -> Iterator[LayoutFinding]:
    """The findings about what stands above the running text."""
    for part in paper.parts:
        if part.of(names.APPENDIX):
            continue
        yield from _nation(paper, part)
        yield from _issuing_body(part)
        yield from _title(paper, part)
        yield from _bases(part)
    yield from _number_and_date(paper.parts[0])
    yield from _rules(paper)


def _nation(paper: WordPaper, part: PaperPart) -> Iterator[LayoutFinding]:
    nation, motto = part.of(names.NATIONAL_NAME), part.of(names.NATIONAL_MOTTO)
    if [one.text for one in nation] != [NATIONAL_NAME] or [one.text for one in motto] != [NATIONAL_MOTTO]:
        yield error("L04", "Thiếu hoặc sai Quốc hiệu, Tiêu ngữ.")
        return
    if not (nation[0].is_bold and nation[0].is_upright and nation[0].has_size(12, 13)):
        yield error("L04", "Quốc hiệu phải đậm, đứng, cỡ 12-13.")
    if not (motto[0].is_bold and motto[0].is_upright and motto[0].has_size(13, 14)):
        yield error("L04", "Tiêu ngữ phải đậm, đứng, cỡ 13-14.")
    for one in (nation[0], motto[0]):
        width = sum(text_width(run.text, run.size, bold=run.bold) for run in one.runs)
        if width * TWIPS_PER_MM > paper.rooms.room(one.element):
            yield error("L04", f"“{one.text}” không vừa một dòng.")


def _rules(paper: WordPaper) -> Iterator[LayoutFinding]:
    for part in paper.parts:
        for one in part.paragraphs:
            if one.style not in (names.RULE_SHORT, names.RULE_FULL):
                continue
            above = paper.rooms.lines_above(one.element)
            length = paper.rooms.room(one.element) / TWIPS_PER_MM
            longest = max(above, default=0.0)
            if one.style == names.RULE_FULL and abs(length - longest) > 0.05 * longest:
                yield warning("L05", "Đường kẻ dưới Tiêu ngữ không dài bằng dòng chữ.")
            if one.style == names.RULE_SHORT and not longest / 3.01 <= length <= longest / 1.99:
                yield warning("L05", "Đường kẻ ngắn không bằng 1/3 đến 1/2 dòng chữ ở trên.")
    first = paper.parts[0]
    found = [one.style for one in first.paragraphs if one.style in (names.RULE_SHORT, names.RULE_FULL)]
    if names.RULE_FULL not in found or found.count(names.RULE_SHORT) < 2:
        yield warning("L05", "Thiếu đường kẻ dưới cơ quan, Tiêu ngữ hoặc trích yếu.")


def _issuing_body(part: PaperPart) -> Iterator[LayoutFinding]:
    superior, body = part.of(names.SUPERIOR), part.of(names.BODY_NAME)
    if not body:
        yield error("L06", "Thiếu tên cơ quan ban hành.")
    for one in superior:
        if not (one.is_light and one.is_capitals and one.is_upright):
            yield error("L06", f"Tên cơ quan chủ quản phải in hoa, đứng, không đậm: “{one.start}”.")
    for one in body:
        if not (one.is_bold and one.is_capitals and one.is_upright):
            yield error("L06", f"Tên cơ quan ban hành phải in hoa, đứng, đậm: “{one.start}”.")
    sizes = {run.size for one in (*superior, *body) for run in one.runs}
    if len(sizes) > 1 or not all(12 <= size <= 13 for size in sizes):
        yield error("L06", "Tên cơ quan chủ quản và ban hành phải cùng cỡ 12-13.")


def _number_and_date(part: PaperPart) -> Iterator[LayoutFinding]:
    number, place = _only(part.of(names.NUMBER)), _only(part.of(names.PLACE_DATE))
    kind = _only(part.of(names.KIND))
    written = NUMBER_LINE.fullmatch(number.text) if number else None
    if number is None or written is None:
        yield error("L07", f"Số, ký hiệu sai cách ghi: “{number.text if number else ''}”.")
    elif not (number.has_size(13, 13) and number.is_upright and number.is_light):
        yield error("L07", "Số, ký hiệu phải đứng, không đậm, cỡ 13.")
    elif kind and not written["symbol"].startswith(_SYMBOL_STARTS.get(kind.text, "")):
        yield error("L07", f"Ký hiệu “{written['symbol']}” không đúng với tên loại {kind.text}.")
    dated = PLACE_LINE.fullmatch(place.text) if place else None
    if place is None or dated is None:
        yield error("L08", f"Địa danh, thời gian sai cách ghi: “{place.text if place else ''}”.")
        return
    if not (place.is_italic and place.is_light and place.has_size(13, 14)):
        yield error("L08", "Địa danh, thời gian phải nghiêng, không đậm, cỡ 13-14.")
    month = dated["month"] or ""
    if month in ("1", "2"):
        yield error("L08", "Tháng 1, tháng 2 phải ghi thêm số 0 ở trước.")
    if len(month) == 2 and "03" <= month <= "09":
        yield LayoutFinding("L08", LayoutSeverity.NOTE, "Tháng 3 đến tháng 9 không cần số 0 ở trước.")
    if written is not None and bool(written["number"].strip(" .…")) != bool(dated["day"]):
        yield warning("L08", "Số văn bản và ngày ban hành phải cùng có hoặc cùng để trống.")


def _title(paper: WordPaper, part: PaperPart) -> Iterator[LayoutFinding]:
    kind, subject = _only(part.of(names.KIND)), part.of(names.SUBJECT)
    if kind is None or not (kind.is_capitals and _is_title(paper, kind)):
        yield error("L09", "Tên loại văn bản phải in hoa, đứng, đậm, ở giữa, cỡ 13-14.")
    if not subject or not all(_is_title(paper, one) for one in subject):
        yield error("L09", "Trích yếu phải đứng, đậm, ở giữa, cỡ 13-14.")
    if subject and all(one.is_capitals for one in subject):
        yield error("L09", "Trích yếu không in hoa.")
    if subject and subject[-1].text.rstrip().endswith("."):
        yield error("L09", "Cuối trích yếu không có dấu chấm.")


def _is_title(paper: WordPaper, one: Paragraph) -> bool:
    centred = paper.styles.paragraph_value(one.element, "jc") == "center"
    return centred and one.is_bold and one.is_upright and one.has_size(13, 14)


def _bases(part: PaperPart) -> Iterator[LayoutFinding]:
    bases = part.of(names.BASIS)
    for one, following in pairwise((*bases, None)):
        if one is None:
            continue
        if not (one.is_italic and one.has_size(13, 14)):
            yield error("L10", f"Căn cứ phải nghiêng, cỡ 13-14: “{one.start}”.")
        if not one.text.endswith(";" if following else "."):
            yield error("L10", f"Căn cứ kết thúc sai dấu: “{one.start}”.")


def _only(found: tuple[Paragraph, ...]) -> Paragraph | None:
    return found[0] if len(found) == 1 else None
