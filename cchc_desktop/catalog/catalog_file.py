"""Catalogue files in TOML: read, with faults told by file and entry in words that the person who edits them understands."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from cchc_desktop.domain.placeholders import PLACEHOLDERS, names_in
from cchc_desktop.errors import UserFacingError

_Value = TypeVar("_Value", bound=Enum)

Raw = Mapping[str, Any]


def catalogue_fault(file: str, entry: str, what: str) -> UserFacingError:
    """What is wrong in a catalogue file; ``entry`` is blank when it is the file as a whole."""
    where = f"Tệp danh mục “{file}”, mục “{entry}”" if entry else f"Tệp danh mục “{file}”"
    return UserFacingError(
        f"{where}: {what}",
        "Anh, chị sửa chỗ này trong tệp rồi lưu lại (mã UTF-8), hoặc cài lại chương trình để có tệp nguyên bản.",
    )


def read_toml(path: Path) -> dict[str, Any]:
    """The file as plain values. Raises UserFacingError for one that cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise catalogue_fault(path.name, "", f"sai cách viết TOML ({error}).") from error
    except (OSError, UnicodeDecodeError) as error:
        raise catalogue_fault(path.name, "", f"không đọc được ({error}).") from error


class RawEntry:
    """One table of a catalogue file, asked for its fields; what is not as it must be raises UserFacingError."""

    def __init__(self, file: str, name: str, raw: Raw, known: Collection[str]) -> None:
        self.file = file
        self.name = name
        self._raw = raw
        strange = set(raw) - set(known)
        if strange:
            raise self.fault(f"không có trường tên “{'”, “'.join(sorted(strange))}”.")

    def fault(self, what: str) -> UserFacingError:
        """The error to raise about this entry."""
        return catalogue_fault(self.file, self.name, what)

    def has(self, key: str) -> bool:
        """Whether the entry gives this field."""
        return key in self._raw

    def text(self, key: str, *, is_required: bool = True) -> str:
        """A text whose names in braces are all known."""
        value = self._raw.get(key, "")
        if not isinstance(value, str):
            raise self.fault(f"trường “{key}” phải là chữ trong ngoặc kép.")
        if is_required and not value.strip():
            raise self.fault(f"thiếu trường “{key}”.")
        unknown = names_in(value) - PLACEHOLDERS
        if unknown:
            raise self.fault(
                f"trường “{key}” có tên lạ trong ngoặc nhọn: {{{'}, {'.join(sorted(unknown))}}}."
            )
        return value.strip()

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when it is left out."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.fault(f'trường “{key}” phải là danh sách chữ, ví dụ ["a", "b"].')
        return tuple(value)

    def choice(self, key: str, kind: type[_Value]) -> _Value:
        """A value of an enumeration."""
        return self._chosen(key, self.text(key), kind)

    def optional_choice(self, key: str, kind: type[_Value]) -> _Value | None:
        """A value of an enumeration, or None when the field is left out."""
        return self.choice(key, kind) if self.has(key) else None

    def choices(self, key: str, kind: type[_Value]) -> tuple[_Value, ...]:
        """Values of an enumeration."""
        return tuple(self._chosen(key, one, kind) for one in self.words(key))

    def _chosen(self, key: str, written: str, kind: type[_Value]) -> _Value:
        try:
            return kind(written)
        except ValueError as error:
            possible = ", ".join(str(one.value) for one in kind)
            raise self.fault(f"trường “{key}” không được là “{written}”; có thể là: {possible}.") from error
