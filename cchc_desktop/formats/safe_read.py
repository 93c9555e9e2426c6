"""Files from outside are refused before they are parsed when they are hostile, broken or not what can be read."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Final

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.safe_package import check_package

_LARGEST_PACKAGE: Final = 60_000_000
_LARGEST_TEXT: Final = 5_000_000
_HEAD: Final = 4_096
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SEARCHED: Final = 8_000_000
_SAVE_AS_WORD: Final = "Hãy mở tệp bằng Word, chọn Tệp > Lưu dưới dạng (Save As), kiểu “Word Document (*.docx)”, rồi chọn tệp .docx vừa lưu."
_SAVE_AS_EXCEL: Final = "Hãy mở tệp bằng Excel, chọn Tệp > Lưu dưới dạng (Save As), kiểu “Excel Workbook (*.xlsx)”, rồi chọn tệp .xlsx vừa lưu."
_MACRO_SUFFIXES: Final = frozenset((".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam"))


class SourceKind(Enum):
    """What a file is by what stands in it, whatever its name says."""

    WORD = "docx"
    EXCEL = "xlsx"
    TEXT = "txt"


def check_safe(path: Path) -> None:
    """Raise UserFacingError, with one sentence and advice, for a file that must not or cannot be read."""
    source_kind(path)


def source_kind(path: Path) -> SourceKind:
    """What the file is, after the same checks as :func:`check_safe`."""
    try:
        head = _head(path)
        if head.startswith(b"PK\x03\x04"):
            return _package_kind(path)
        _refuse_other_kinds(path, head)
        _check_text(path, head)
    except FileNotFoundError as error:
        raise UserFacingError(
            f"Không tìm thấy tệp “{path.name}”.", "Hãy chọn lại; tệp có thể đã được đổi tên hoặc chuyển đi."
        ) from error
    except PermissionError as error:
        raise UserFacingError(
            f"Không mở được tệp “{path.name}”: tệp đang bị khóa hoặc máy không cho phép đọc.",
            "Hãy đóng tệp trong chương trình khác, hoặc chép tệp ra màn hình nền rồi chọn lại.",
        ) from error
    except OSError as error:
        raise UserFacingError(
            f"Không đọc được tệp “{path.name}” từ ổ đĩa.", "Hãy chép tệp sang máy này rồi chọn lại."
        ) from error
    return SourceKind.TEXT


def broken_file(name: str) -> UserFacingError:
    """What is told of a file that is damaged in a way which only reading it shows."""
    return UserFacingError(
        f"Tệp “{name}” bị hỏng nên không đọc được.",
        "Hãy thử mở tệp bằng Word hoặc Excel, lưu thành tệp mới rồi chọn tệp mới; nếu vẫn không mở được, hãy xin lại bản gốc.",
    )


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise UserFacingError(f"“{path.name}” là một thư mục, không phải tệp.", "Hãy chọn một tệp trong đó.")
    if not path.is_file() and path.exists():
        raise UserFacingError(
            f"“{path.name}” không phải là một tệp thường.", "Hãy chọn tệp .docx, .xlsx hoặc .txt."
        )
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise UserFacingError(f"Tệp “{path.name}” rỗng.", "Hãy chọn tệp khác, hoặc xin lại bản gốc.")
    return head


def _package_kind(path: Path) -> SourceKind:
    if path.suffix.lower() in _MACRO_SUFFIXES:
        raise _macro_refusal(path.name)
    if path.stat().st_size > _LARGEST_PACKAGE:
        raise _too_large(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            kind = check_package(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise broken_file(path.name) from error
    return SourceKind.WORD if kind == "word" else SourceKind.EXCEL


def _macro_refusal(name: str) -> UserFacingError:
    return UserFacingError(
        f"Tệp “{name}” thuộc loại có thể chứa macro nên không được mở.",
        "Nếu tin tệp này, hãy mở bằng Word hoặc Excel và lưu thành .docx hoặc .xlsx rồi chọn tệp vừa lưu.",
    )


def _too_large(name: str) -> UserFacingError:
    return UserFacingError(
        f"Tệp “{name}” quá lớn so với một kế hoạch nên không được mở.",
        "Hãy bỏ bớt ảnh hoặc phần không cần trong tệp, lưu lại rồi chọn lại.",
    )


def _refuse_other_kinds(path: Path, head: bytes) -> None:
    if head.startswith(_OLE):
        raise _ole_refusal(path)
    if head.startswith(b"%PDF"):
        raise UserFacingError(
            f"Tệp “{path.name}” là PDF nên chưa đọc được.",
            "Hãy mở tệp PDF bằng Word rồi lưu thành .docx, hoặc chép chữ trong tệp rồi dán vào.",
        )
    if head.lstrip().startswith(b"{\\rtf"):
        raise UserFacingError(f"Tệp “{path.name}” là văn bản RTF.", _SAVE_AS_WORD)
    if head.lstrip().lower().startswith((b"<!doctype html", b"<html", b"mime-version", b"<?xml")):
        advice = _SAVE_AS_EXCEL if path.suffix.lower().startswith(".xls") else _SAVE_AS_WORD
        raise UserFacingError(f"Tệp “{path.name}” là trang web hoặc XML chứ không phải văn bản Word.", advice)


def _ole_refusal(path: Path) -> UserFacingError:
    """Old .doc and .xls files, and new ones locked with a password, are all in this container."""
    with path.open("rb") as file:
        content = file.read(_OLE_SEARCHED)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return UserFacingError(
            f"Tệp “{path.name}” được đặt mật khẩu nên không đọc được.",
            "Hãy mở tệp bằng Word hoặc Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu), lưu lại rồi chọn lại.",
        )
    is_excel = "Workbook".encode("utf-16-le") in content or path.suffix.lower().startswith(".xls")
    if is_excel and "WordDocument".encode("utf-16-le") not in content:
        return UserFacingError(f"Tệp “{path.name}” là định dạng Excel cũ (.xls).", _SAVE_AS_EXCEL)
    return UserFacingError(f"Tệp “{path.name}” là định dạng Word cũ (.doc).", _SAVE_AS_WORD)


def _check_text(path: Path, head: bytes) -> None:
    size = path.stat().st_size
    if size > _LARGEST_TEXT:
        raise _too_large(path.name)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return
    if any(b"\x00" in block for block in _blocks(path)) and not _is_utf16(head):
        raise UserFacingError(
            f"Tệp “{path.name}” không phải văn bản mà chương trình đọc được.",
            "Hãy chọn tệp .docx, .xlsx hoặc .txt.",
        )


def _is_utf16(head: bytes) -> bool:
    """Letters of UTF-16 without its mark: in Vietnamese text the spaces alone make every other byte zero often."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) * 10 > len(head) and min(even, odd) * 20 < max(even, odd)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            yield block
