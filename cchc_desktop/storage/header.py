"""What the first hundred bytes of a file say, read before SQLite may touch it (https://www.sqlite.org/fileformat.html)."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.errors import NotADossier
from cchc_desktop.storage.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """A dossier's format number, and whether the file can be written at all."""

    format_number: int
    is_writable: bool


def read_header(path: Path) -> Header:
    """The header of a dossier file; raises NotADossier for anything else, UserFacingError when it cannot be read."""
    start, is_writable = _start_of(path)
    name = path.name
    if not start:
        raise NotADossier(
            f"Tệp “{name}” rỗng, không có nội dung hồ sơ nào.",
            "Có thể tệp chưa được chép xong; hãy chép lại từ nơi gửi hoặc chọn bản sao khác.",
        )
    if not start.startswith(_MAGIC[: len(start)]) or len(start) < 100:
        raise NotADossier(
            f"Tệp “{name}” không phải là hồ sơ của chương trình này.",
            "Hãy chọn tệp hồ sơ có đuôi .cchc; tệp này không bị thay đổi gì.",
        )
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise NotADossier(
            f"Tệp “{name}” là cơ sở dữ liệu của một chương trình khác, không phải hồ sơ tuyên truyền cải cách hành chính.",
            "Hãy chọn tệp hồ sơ có đuôi .cchc; tệp này không bị thay đổi gì.",
        )
    return Header(int.from_bytes(start[60:64], "big", signed=True), is_writable)


def _start_of(path: Path) -> tuple[bytes, bool]:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise NotADossier(
                f"“{path.name}” không phải là một tệp (có thể là thư mục).",
                "Hãy chọn tệp hồ sơ có đuôi .cchc.",
            )
        return _first_bytes(path)
    except FileNotFoundError as error:
        raise UserFacingError(
            f"Không tìm thấy tệp hồ sơ “{path}”.",
            "Hãy kiểm tra USB hoặc ổ đĩa còn kết nối không, hoặc tệp đã được đổi tên, chuyển chỗ chưa.",
        ) from error
    except OSError as error:
        raise UserFacingError(
            f"Không đọc được tệp “{path.name}”.",
            "Hãy kiểm tra quyền truy cập tệp và ổ đĩa hoặc USB còn kết nối không, rồi thử lại.",
        ) from error


def _first_bytes(path: Path) -> tuple[bytes, bool]:
    try:
        with path.open("r+b") as file:
            return file.read(100), True
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
    with path.open("rb") as file:
        return file.read(100), False
