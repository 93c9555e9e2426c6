"""Words by which the lines round the body of a foreign paper are known."""

from __future__ import annotations

import re
from functools import lru_cache

from cchc_desktop.domain.vietnamese import clean, fold

_KINDS = {"kehoach": "KẾ HOẠCH", "quyetdinh": "QUYẾT ĐỊNH"}
_NATIONAL = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc")
_NATIONAL_TEXT = re.compile(
    r"C[ộÔỘô]NG\s+H[òÒóÓ]?[AÀaà]?\S*\s+X[ÃãÔ]\s+H[ỘộÔ]I\s+CH[ỦủÚ]\s+NGH[ĨĩÌ]A\s+VI[ỆệÊ]T\s+NAM"
    r"|Đ[ộỘ]c\s+l[ậẬ]p\s*[-–—]\s*T[ựỰ]\s+do\s*[-–—]\s*H[ạẠ]nh\s+ph[úÚ]c",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"số\s*:?\s*[\d.…\s_]*[a-z]?\s*[-/]", re.IGNORECASE)
_PLACE = re.compile(r"[^,]{0,60}[,\s]\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*$", re.IGNORECASE)
_PLACE_AT_END = re.compile(
    r"(?:^|\s)((?:[A-ZĐÀ-Ỹ][\w.]*\s+){0,5}[A-ZĐÀ-Ỹ][\w.]*\s*,\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*)$"
)
_ORNAMENT = re.compile(r"[\s\-–—_=*.·•~]*")
_ATTACHED = re.compile(r"\(\s*(?:ban hành\s+)?(?:kèm theo|ban hành kèm|đính kèm)", re.IGNORECASE)
_APPENDIX = re.compile(
    r"(?P<label>phụ lục)(?:\s*(?:số\s*)?:?\s*(?P<number>\d{1,2}|[IVX]{1,5}|[A-HĐ]))?(?=$|[\s.:–-]|[A-ZĐÀ-Ỹ])[.:\s–-]*",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"n[ơo]i\s+nh[ậa]n\s*:?", re.IGNORECASE)
_SIGNED_FOR = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q|QUYỀN)(?:\s*[./:]\s*|\s+)(?=[A-ZĐÀ-Ỹ])")
_POSTS = re.compile(
    r"(?:PHÓ |Q\. ?|QUYỀN )?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG (?:PHÒNG|BAN)|GIÁM ĐỐC|BÍ THƯ|CHỦ NHIỆM|THỦ TRƯỞNG)\b"
)
_BODIES = re.compile(
    r"(?:ỦY|UỶ) BAN|UBND|HỘI ĐỒNG|HĐND|SỞ |BỘ |PHÒNG |VĂN PHÒNG|TRUNG TÂM|BAN |ĐẢNG (?:ỦY|UỶ|BỘ)|CÔNG AN|TỈNH (?:ỦY|UỶ)"
)
_SIGNED = re.compile(r"\(?\s*(?:đã ký|đã kí|ký tên|ký, đóng dấu|chữ ký)[^)]{0,40}\)?", re.IGNORECASE)
_OPENING = re.compile(
    r"căn cứ|tiếp tục|thực hiện|triển khai|theo |xét |nhằm|để |trên cơ sở|hưởng ứng|điều \d+|phát huy|nội dung như",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"trên đây|trong quá trình (?:tổ chức |triển khai )?(?:tổ chức )?(?:thực hiện|triển khai)|yêu cầu (?:các|thủ trưởng)"
    r"|nhận được (?:kế hoạch|quyết định)|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) [^,.;:]{0,60}yêu cầu",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?:ThS|TS|CN|KS|BS|Ths)\.?\s*)?(?:[A-ZĐÀ-Ỹ][\w’']*)(?:\s+[A-ZĐÀ-Ỹ][\w’']*){1,5}")


@lru_cache(maxsize=4_000)
def flat(text: str) -> str:
    """The text folded, on one line, with single spaces."""
    return " ".join(fold(clean(text)).split())


def is_capitals(text: str) -> bool:
    """Whether the text has letters, and none of them small."""
    return text.upper() == text and text.lower() != text


def kind_of(text: str) -> str:
    """ "KẾ HOẠCH" or "QUYẾT ĐỊNH" when the line is that and nothing more, else blank."""
    return _KINDS.get(flat(text).replace(" ", ""), "") if len(text) < 40 and is_capitals(text.strip()) else ""


def kind_and_title(text: str) -> tuple[str, str]:
    """The type of a line "KẾ HOẠCH TUYÊN TRUYỀN …" and what follows it; both blank when it is none."""
    stripped = text.strip()
    for name in _KINDS.values():
        if stripped.startswith(f"{name} ") and len(stripped) < 250:
            return name, stripped[len(name) :].strip()
    return "", ""


def is_resolution(text: str) -> bool:
    """Whether the line is "QUYẾT ĐỊNH:"."""
    return flat(text).replace(" ", "") in ("quyetdinh:", "quyetdinh", "quyetnghi:") and is_capitals(
        text.strip()
    )


def national_at(text: str) -> tuple[int, int] | None:
    """Where Quốc hiệu or Tiêu ngữ stands in a line."""
    folded = flat(text)
    if not any(name in folded.replace("–", "-").replace("- ", "- ") for name in _NATIONAL) and not (
        "doc lap" in folded and "hanh phuc" in folded
    ):
        return None
    match = _NATIONAL_TEXT.search(text)
    return match.span() if match is not None else (0, len(text))


def is_number_line(text: str) -> bool:
    """Whether the line is "Số: …/KH-UBND"."""
    return len(text) < 60 and _NUMBER.match(text.strip()) is not None


def is_place_line(text: str) -> bool:
    """Whether the line is "Vũng Áng, ngày … tháng … năm …"."""
    stripped = text.strip()
    return len(text) < 140 and _PLACE.fullmatch(stripped) is not None and not _NUMBER.match(stripped)


def place_at_end(text: str) -> int:
    """Where a place and date begin that stand at the end of a line behind something else; -1 when none does."""
    match = _PLACE_AT_END.search(text)
    return match.start(1) if match is not None else -1


def is_ornament(text: str) -> bool:
    """Whether the line is blank or only drawn."""
    return _ORNAMENT.fullmatch(text) is not None


def is_attached_line(text: str) -> bool:
    """Whether the line is "(Kèm theo …" or "(Ban hành kèm theo …"."""
    return _ATTACHED.match(text.strip()) is not None


def appendix_label(text: str) -> tuple[str, str] | None:
    """The label "Phụ lục I" and what follows on its line; None for a line that opens no appendix."""
    stripped = text.strip()
    match = _APPENDIX.match(stripped)
    if match is None:
        return None
    rest = stripped[match.end() :]
    if rest and not is_capitals(match["label"]):
        return None  # "Phụ lục kèm theo Kế hoạch này": a sentence
    if not rest or is_capitals(rest) or rest.startswith("("):
        return stripped[: match.end()].strip(" .:–-"), rest
    return (stripped[: match.end()].strip(" .:–-"), rest) if match["number"] else None


def recipients_at(text: str) -> int:
    """Where the text behind "Nơi nhận:" begins; -1 when the line does not begin so."""
    stripped = text.lstrip()
    match = _RECIPIENTS.match(stripped)
    return len(text) - len(stripped) + match.end() if match is not None and len(stripped) < 200 else -1


def is_signature_line(text: str) -> bool:
    """Whether the line names in what capacity somebody signs, or a post alone, in capitals."""
    stripped = text.strip()
    if not is_capitals(stripped) or len(stripped) > 90:
        return False
    return _SIGNED_FOR.match(stripped) is not None or _POSTS.match(stripped) is not None


def is_body_name(text: str) -> bool:
    """Whether a line in capitals begins as the name of a body does."""
    stripped = text.strip()
    return is_capitals(stripped) and _BODIES.match(stripped) is not None


def is_signed_mark(text: str) -> bool:
    """Whether the line only says that it was signed: "(Đã ký)"."""
    return _SIGNED.fullmatch(text.strip()) is not None


def is_person_name(text: str) -> bool:
    """Whether the line may be the name of a person."""
    return len(text) < 50 and _NAME.fullmatch(text.strip()) is not None


def begins_opening(text: str) -> bool:
    """Whether the line begins as what stands under a title does: "Căn cứ …", "Thực hiện …"."""
    return _OPENING.match(text.strip()) is not None


def begins_closing(text: str) -> bool:
    """Whether the paragraph begins as the last ones of a plan do: "Trên đây là …"."""
    return _CLOSING.match(text.strip()) is not None
