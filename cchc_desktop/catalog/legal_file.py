"""A file of legal documents ("cchc-legal-bases", resources/catalog/README.md): read as if somebody meant harm, and written.

``resources/catalog/schema/legal-bases.schema.json`` says the same for other programs; a test holds the two together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from cchc_desktop.catalog.legal_entry import (
    EntryReader,
    legal_file_fault,
    raw_entry,
    read_entry,
    refuse_unknown,
)
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.errors import UserFacingError

FORMAT: Final = "cchc-legal-bases"
VERSION: Final = 1
LARGEST_FILE: Final = 5_000_000
MOST_ENTRIES: Final = 5_000

_FILE_FIELDS: Final = ("format", "version", "published", "entries")


@dataclass(frozen=True, slots=True)
class LegalFile:
    """What such a file holds: the day it was published, and its documents."""

    published: date
    documents: tuple[LegalDocument, ...]


def read_legal_file(path: Path, origin: Origin = Origin.UPDATE) -> LegalFile:
    """The documents of a file. Raises UserFacingError for one that is not exactly of the format."""
    try:
        with path.open("rb") as file:
            written = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UserFacingError(f"Không tìm thấy tệp “{path.name}”.", "Anh, chị chọn lại tệp.") from error
    except OSError as error:
        raise UserFacingError(
            f"Không đọc được tệp “{path.name}”.", "Anh, chị chép tệp vào máy này rồi chọn lại."
        ) from error
    if len(written) > LARGEST_FILE:
        raise legal_file_fault(path.name, "tệp quá lớn (trên 5 MB) nên không thể là danh mục căn cứ.")
    return parse_legal_file(written, path.name, origin)


def parse_legal_file(written: bytes, name: str, origin: Origin = Origin.UPDATE) -> LegalFile:
    """As :func:`read_legal_file`, for what was read; ``name`` is what the file is called in messages."""
    whole = _json(written, name)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise legal_file_fault(name, f'đây không phải danh mục căn cứ (thiếu dòng "format": "{FORMAT}").')
    version = whole.get("version")
    if isinstance(version, bool) or not isinstance(version, int | float) or version < VERSION:
        raise legal_file_fault(name, f"trường “version” phải là {VERSION}.")
    if version > VERSION:
        raise UserFacingError(
            f"Tệp “{name}” được viết theo định dạng mới hơn ({version}) mà chương trình này chưa đọc được.",
            "Anh, chị cài phiên bản mới của chương trình rồi nhập lại tệp.",
        )
    if version != VERSION:
        raise legal_file_fault(name, f"trường “version” phải là {VERSION}.")
    refuse_unknown(name, "", whole, _FILE_FIELDS)
    head = EntryReader(name, "", whole)
    published = head.day("published")
    entries = whole.get("entries")
    if published is None or not isinstance(entries, list):
        raise legal_file_fault(name, "phải có trường “published” (ngày) và “entries” (danh sách các mục).")
    if len(entries) > MOST_ENTRIES:
        raise legal_file_fault(name, f"có {len(entries)} mục, nhiều hơn mức cho phép ({MOST_ENTRIES}).")
    documents = tuple(read_entry(name, number, one, origin) for number, one in enumerate(entries, 1))
    _refuse_doubles(name, documents)
    if origin is Origin.UPDATE:  # what says nothing else was checked when the file was published
        documents = tuple(replace(one, checked_on=one.checked_on or published) for one in documents)
    return LegalFile(published, documents)


def written_legal_file(documents: Iterable[LegalDocument], published: date) -> bytes:
    """The file that holds these documents, in the order given, as UTF-8 that people can read too."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "published": published.isoformat(),
        "entries": [raw_entry(one) for one in documents],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _json(written: bytes, name: str) -> object:
    try:
        return json.loads(
            written.decode("utf-8-sig"), object_pairs_hook=_without_doubles, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise legal_file_fault(name, "không phải chữ mã UTF-8.") from error
    except RecursionError as error:
        raise legal_file_fault(name, "các mục lồng vào nhau quá sâu.") from error
    except _DoubleField as error:
        raise legal_file_fault(name, f"trường “{error}” viết hai lần trong cùng một mục.") from error
    except json.JSONDecodeError as error:
        raise legal_file_fault(name, f"dòng {error.lineno} sai cách viết JSON.") from error
    except ValueError as error:  # a number of too many digits, NaN
        raise legal_file_fault(name, "có một con số không đọc được.") from error


class _DoubleField(Exception):
    pass


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [key for key, _ in pairs]
        raise _DoubleField(next(key for key in names if names.count(key) > 1))
    return found


def _no_constant(written: str) -> object:
    raise ValueError(written)


def _refuse_doubles(name: str, documents: tuple[LegalDocument, ...]) -> None:
    seen: dict[str, int] = {}
    for number, one in enumerate(documents, 1):
        if one.id in seen:
            raise legal_file_fault(name, f"mục thứ {number} trùng mã “{one.id}” với mục thứ {seen[one.id]}.")
        seen[one.id] = number
