"""One entry of a file of legal documents: taken apart field by field, what is not exactly right refused; and written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cchc_desktop.domain.citation import KINDS, LAWS, Citation
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.errors import UserFacingError

_LENGTHS: Final = {"title": 1_000, "issuer": 300, "note": 2_000, "number": 6, "symbol": 60, "id": 100}
_FIELDS: Final = (
    *("id", "kind", "number", "symbol", "date", "issuer", "title", "in_force_from", "ended_on"),
    *("replaced_by", "amended_by", "subjects", "note", "checked_on", "certain"),
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_WORD = re.compile(r"[0-9A-Za-zÀ-ỹ]")
_PATTERNS: Final = {
    "id": (re.compile(r"[a-z0-9][a-z0-9-]*"), "chỉ gồm chữ thường không dấu, chữ số và dấu “-”"),
    "number": (re.compile(r"(?:[0-9]{1,5}[a-zđ]?)?"), "là chữ số, ví dụ “118”"),
    "symbol": (
        re.compile(r"(?:[0-9A-Za-zÀ-ỹ&-]+(?:/[0-9A-Za-zÀ-ỹ&-]+)*)?"),
        "là phần sau số, ví dụ “2025/NĐ-CP”",
    ),
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def legal_file_fault(name: str, what: str) -> UserFacingError:
    """What is wrong in the file of this name."""
    return UserFacingError(
        f"Tệp “{name}”: {what}",
        "Anh, chị báo lại nơi gửi tệp để sửa; danh mục trong hồ sơ vẫn giữ nguyên.",
    )


def refuse_unknown(name: str, entry: str, raw: Mapping[str, Any], known: Collection[str]) -> None:
    """Raise UserFacingError for a field that the format does not have."""
    strange = next((key for key in raw if key not in known), None)
    if strange is not None:
        raise legal_file_fault(name, f"{entry}không có trường nào tên “{strange[:60]}”.")


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Asked for the fields of an entry; ``name`` is how messages name it ("mục thứ 3 (“…”), ")."""

    file: str
    name: str
    raw: Mapping[str, Any]

    def fault(self, field: str, what: str) -> UserFacingError:
        return legal_file_fault(self.file, f"{self.name}trường “{field}” {what}.")

    def text(self, field: str, *, is_required: bool = False, longest: int | None = None) -> str:
        return self._checked(field, self.raw.get(field, ""), is_required, longest or _LENGTHS[field])

    def _checked(self, field: str, value: object, is_required: bool, longest: int) -> str:
        if not isinstance(value, str):
            raise self.fault(field, "phải là chữ trong ngoặc kép")
        if len(value) > longest:
            raise self.fault(field, f"dài quá {longest} chữ")
        if _CONTROL.search(value):
            raise self.fault(field, "có ký tự điều khiển (xuống dòng, dấu tab …)")
        if is_required and not _WORD.search(value):
            raise self.fault(field, "không được để trống")
        pattern = _PATTERNS.get(field)
        if pattern is not None and not pattern[0].fullmatch(value):
            raise self.fault(field, f"phải {pattern[1]}")
        return " ".join(clean(value).split())

    def day(self, field: str) -> date | None:
        value = self.raw.get(field)
        if value is None:
            return None
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise self.fault(field, f"ghi ngày không có trong lịch: {value}") from error
        raise self.fault(field, 'phải là ngày viết theo thứ tự năm-tháng-ngày, ví dụ "2026-07-01"')

    def words(self, field: str) -> tuple[str, ...]:
        value = self.raw.get(field, [])
        if not isinstance(value, list) or len(value) > 30:
            raise self.fault(field, 'phải là danh sách chữ, nhiều nhất 30 từ, ví dụ ["một cửa"]')
        return tuple(self._checked(field, one, True, 100) for one in value)

    def keys(self, field: str) -> tuple[str, ...]:
        found = self.words(field)
        pattern, what = _PATTERNS["id"]
        if not all(pattern.fullmatch(one) for one in found):
            raise self.fault(field, f"phải gồm các mã mục (id), mỗi mã {what}")
        return found


def read_entry(name: str, number: int, raw: object, origin: Origin) -> LegalDocument:
    """The document of an entry. Raises UserFacingError, naming entry and field, when anything is not right."""
    if not isinstance(raw, dict):
        raise legal_file_fault(name, f"mục thứ {number} phải nằm trong ngoặc nhọn {{ … }}.")
    key = raw.get("id")
    named = f"mục thứ {number}" + (f" (“{key[:60]}”)" if isinstance(key, str) else "") + ", "
    refuse_unknown(name, named, raw, _FIELDS)
    entry = EntryReader(name, named, raw)
    is_certain = raw.get("certain", True)
    if not isinstance(is_certain, bool):
        raise entry.fault("certain", "phải là true hoặc false")
    found = LegalDocument(
        _citation(entry),
        entry.day("in_force_from"),
        entry.day("ended_on"),
        entry.keys("replaced_by"),
        entry.keys("amended_by"),
        entry.words("subjects"),
        entry.text("note"),
        entry.day("checked_on"),
        is_certain,
        origin,
        entry.text("id", is_required=True),
    )
    if found.in_force_from and found.ended_on and found.ended_on < found.in_force_from:
        raise entry.fault("ended_on", "không được trước ngày có hiệu lực (“in_force_from”)")
    if found.id in (*found.replaced_by, *found.amended_by):
        raise entry.fault("replaced_by", "không được trỏ về chính mục này")
    return found


def _citation(entry: EntryReader) -> Citation:
    kind = entry.raw.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise entry.fault("kind", f"phải là một trong: {', '.join(KINDS)}")
    is_numbered = kind not in LAWS
    return Citation(
        kind,
        entry.text("number", is_required=is_numbered),
        entry.text("symbol", is_required=is_numbered),
        entry.day("date"),
        entry.text("issuer"),
        entry.text("title", is_required=True),
    )


def raw_entry(one: LegalDocument) -> dict[str, Any]:
    """The inverse of :func:`read_entry`."""
    cited = one.citation
    days = {"in_force_from": one.in_force_from, "ended_on": one.ended_on, "checked_on": one.checked_on}
    whole = {
        "id": one.id,
        "kind": cited.kind,
        "number": cited.number,
        "symbol": cited.symbol,
        "date": cited.date.isoformat() if cited.date else None,
        "issuer": cited.issuer,
        "title": cited.title,
        **{field: day.isoformat() if day else None for field, day in days.items()},
        "replaced_by": list(one.replaced_by),
        "amended_by": list(one.amended_by),
        "subjects": list(one.subjects),
        "note": " ".join(one.note.split()),
        "certain": one.is_certain,
    }
    return {field: whole[field] for field in _FIELDS}
