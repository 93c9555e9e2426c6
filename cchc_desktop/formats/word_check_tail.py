"""L15 to L17: signature, recipients, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.word_check_head import NUMBER_LINE, PLACE_LINE
from cchc_desktop.formats.word_paper import LayoutFinding, PaperPart, Paragraph, WordPaper, error, warning
from cchc_desktop.paper.blocks import RECIPIENTS_LABEL

_PREFIXED: Final = re.compile(r"([A-ZĐ]{1,4})\.(.*)")
_PREFIXES: Final = ("TM", "KT", "Q", "TL", "TUQ")
_DEGREE: Final = re.compile(r"(GS|PGS|TS|ThS|BS|KS|CN|NGND|NGƯT)\.", re.IGNORECASE)
_ARCHIVE: Final = re.compile(r"- Lưu: VT(, .+)?\.")


def check_tail(paper: WordPaper) -> Iterator[LayoutFinding]:
    """The findings about what stands below the running text and behind the paper."""
    first = paper.parts[0]
    yield from _signature(first)
    yield from _recipients(first)
    appendices = [part for part in paper.parts if part.of(names.APPENDIX)]
    for number, part in enumerate(appendices, 1):
        wanted = f"Phụ lục {roman(number)}" if len(appendices) > 1 else "Phụ lục"
        yield from _appendix(part, wanted)
        yield from _attached(first, part)
    for part in paper.parts[1:]:
        if part not in appendices:
            yield from _attached(first, part)
    text = " ".join(
        one.text for part in paper.parts if part not in appendices for one in part.of(*names.BODY_TEXTS)
    )
    if appendices and not re.search(r"phụ lục|phụ biểu|kèm theo", text, re.IGNORECASE):
        yield error("L17", "Nội dung văn bản không nhắc đến phụ lục.")


def _signature(part: PaperPart) -> Iterator[LayoutFinding]:
    lines = part.of(names.SIGNER_TITLE)
    if not lines:
        yield error("L15", "Thiếu quyền hạn, chức vụ của người ký.")
    for one in lines:
        if not (one.is_capitals and one.is_bold and one.is_upright and one.has_size(13, 14)):
            yield error("L15", f"Quyền hạn, chức vụ phải in hoa, đứng, đậm, cỡ 13-14: “{one.start}”.")
        prefixed = _PREFIXED.fullmatch(one.text)
        if prefixed and (prefixed[1] not in _PREFIXES or not re.match(r" \S", prefixed[2])):
            yield error("L15", f"Ghi sai quyền hạn của người ký: “{one.start}”.")
    for one in part.of(names.SIGNER_NAME):
        if not (one.is_bold and one.is_upright and one.has_size(13, 14)) or one.is_capitals:
            yield error("L15", "Họ tên người ký phải in thường, đứng, đậm, cỡ 13-14.")
        if _DEGREE.match(one.text):
            yield error("L15", "Trước họ tên người ký không ghi học hàm, học vị.")


def _recipients(part: PaperPart) -> Iterator[LayoutFinding]:
    label = part.of(names.RECIPIENTS_LABEL)
    if [one.text for one in label] != [RECIPIENTS_LABEL]:
        yield error("L16", "Thiếu “Nơi nhận:”.")
    for one in label:
        if not (one.is_bold and one.is_italic and one.has_size(12, 12)):
            yield error("L16", "“Nơi nhận:” phải nghiêng, đậm, cỡ 12.")
    lines = part.of(names.RECIPIENT)
    for one in lines[:-1]:
        if not (one.text.startswith("- ") and one.text.endswith(";")):
            yield error("L16", f"Dòng nơi nhận phải có “- ” ở đầu và “;” ở cuối: “{one.start}”.")
    if not all(one.has_size(11, 11) and one.is_upright and one.is_light for one in lines):
        yield error("L16", "Các dòng nơi nhận phải đứng, không đậm, cỡ 11.")
    archive = _ARCHIVE.fullmatch(lines[-1].text) if lines else None
    if archive is None:
        yield error("L16", "Dòng cuối của nơi nhận phải là “- Lưu: VT, ….”.")
    elif not archive[1]:
        yield warning("L16", "Dòng lưu chưa ghi chữ viết tắt của đơn vị soạn thảo.")


def _appendix(part: PaperPart, wanted: str) -> Iterator[LayoutFinding]:
    label = part.of(names.APPENDIX)[0]
    if label.text != wanted or not (label.is_bold and label.is_upright and label.has_size(14, 14)):
        yield error("L17", f"“{label.start}” phải là “{wanted}”, chữ thường, đứng, đậm, cỡ 14.")
    title = part.of(names.APPENDIX_TITLE)
    if not title or not all(_is_appendix_title(one) for one in title):
        yield error("L17", "Tên phụ lục phải in hoa, đứng, đậm, cỡ 13-14.")


def _is_appendix_title(one: Paragraph) -> bool:
    return one.is_capitals and one.is_bold and one.is_upright and one.has_size(13, 14)


def _attached(first: PaperPart, part: PaperPart) -> Iterator[LayoutFinding]:
    attached = part.of(names.ATTACHED)
    if len(attached) != 1 or not re.fullmatch(r"\(Kèm theo .+\)", attached[0].text):
        yield error("L17", "Thiếu dòng “(Kèm theo …)”.")
        return
    if not (attached[0].is_italic and attached[0].is_light and attached[0].has_size(13, 14)):
        yield error("L17", "Dòng “(Kèm theo …)” phải nghiêng, không đậm, cỡ 13-14.")
    for style, pattern in ((names.NUMBER, NUMBER_LINE), (names.PLACE_DATE, PLACE_LINE)):
        for one in first.of(style):
            found = pattern.fullmatch(one.text)
            said = (
                ""
                if found is None
                else one.text.partition(": ")[2]
                if style == names.NUMBER
                else found["date"]
            )
            if said.strip() not in attached[0].text:
                yield error("L17", f"Dòng “(Kèm theo …)” không khớp với “{one.start.strip()}”.")
    issuer = " ".join(one.text for one in first.of(names.BODY_NAME)).casefold()
    if issuer not in attached[0].text.casefold():
        yield warning("L17", "Dòng “(Kèm theo …)” không ghi tên cơ quan ban hành như ở đầu văn bản.")
