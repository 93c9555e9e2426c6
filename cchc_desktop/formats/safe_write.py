"""Writing a file so that either the whole new one stands at its place or the old one is untouched."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
import uuid
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from cchc_desktop.errors import UserFacingError

# Antivirus and sync programs hold a file for a moment after it was written; Word holds it as long as it is open.
_WAITS: Final = (0.05, 0.15, 0.4, 0.9)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_BLOCK: Final = 1 << 20


class TargetLocked(UserFacingError):
    """The target is held by another program; ``other_name`` is a free name beside it."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.other_name = free_name(target)
        super().__init__(
            f"Không ghi đè được tệp “{target.name}” vì tệp đang mở trong chương trình khác (thường là Word hoặc Excel).",
            f"Hãy đóng tệp đó rồi làm lại, hoặc lưu với tên khác, ví dụ “{self.other_name.name}”. Tệp cũ vẫn còn nguyên.",
        )


def write_safely(
    target: Path,
    produce: Callable[[Path], None],
    check: Callable[[Path], None],
    *,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Let ``produce`` write a temporary file beside ``target``, ``check`` it, and put it in the target's place.

    ``produce`` and ``check`` get the temporary path, which has the target's suffix. Whatever they raise passes
    through (``Cancelled`` too), with the temporary file removed and the old target intact. Raises
    :class:`TargetLocked`, or UserFacingError for a full disk, a folder or name that cannot be written, a damaged result.
    """
    temporary = target.with_name(f".cchc-{uuid.uuid4().hex[:12]}{target.suffix}")
    try:
        if target.is_symlink():  # the file is meant, not the link to it
            target = target.resolve()
            temporary = target.with_name(temporary.name)
        _refuse_impossible(target)
        # Made here and not by ``tempfile``: the file gets the rights that any new file of this person gets.
        with temporary.open("xb"):
            pass
        produce(temporary)
        _flush_to_disk(temporary)
        check(temporary)
        _keep_rights(target, temporary)
        _replace(temporary, target, pause)
    except OSError as error:
        told = _told(error, target, temporary)
        if told is None:
            raise
        raise told from error
    finally:
        # A producer may have left its handle open on Windows; what matters has been told by then.
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def check_zip_of_xml(path: Path) -> None:
    """Read every member of a .docx or .xlsx and parse every XML part; raises UserFacingError for a damaged one.

    openpyxl once returned without an error after a full disk had cut a sheet short.
    """
    try:
        with ZipFile(path) as archive:
            for member in archive.infolist():
                parser = ParserCreate() if member.filename.endswith((".xml", ".rels")) else None
                with archive.open(member) as part:
                    while block := part.read(_BLOCK):
                        if parser:
                            parser.Parse(block, False)
                if parser:
                    parser.Parse(b"", True)
    except (BadZipFile, ExpatError, zlib.error, EOFError) as error:
        raise UserFacingError(
            "Tệp vừa ghi ra bị hỏng nên không được lưu; tệp cũ (nếu có) vẫn còn nguyên.",
            "Hãy kiểm tra ổ đĩa còn trống và không bị rút ra giữa chừng, rồi xuất lại.",
        ) from error


def free_name(target: Path) -> Path:
    """A name beside ``target`` that is not taken: "Kế hoạch (2).docx"."""
    number = 2
    while (found := target.with_name(f"{target.stem} ({number}){target.suffix}")).exists():
        number += 1
    return found


def _refuse_impossible(target: Path) -> None:
    folder = target.parent
    if target.is_dir():
        raise UserFacingError(
            f"“{target}” là một thư mục, không phải tên tệp.", "Hãy chọn thư mục đó rồi đặt tên cho tệp."
        )
    if not folder.is_dir():
        raise UserFacingError(
            f"Không có thư mục “{folder}” để lưu tệp.",
            "Hãy chọn thư mục khác; nếu thư mục ở trên USB hoặc ổ mạng, hãy cắm hoặc kết nối lại.",
        )
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise UserFacingError(
            f"Tệp “{target.name}” đang được đặt ở chế độ chỉ đọc nên không ghi đè được.",
            f"Hãy lưu với tên khác, ví dụ “{free_name(target).name}”, hoặc bỏ chế độ chỉ đọc của tệp đó.",
        )


def _flush_to_disk(path: Path) -> None:
    with path.open("r+b") as written:
        os.fsync(written.fileno())


def _keep_rights(target: Path, temporary: Path) -> None:
    """A file that others could read or write keeps its rights when it is written anew."""
    if os.name == "posix" and target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _replace(temporary: Path, target: Path, pause: Callable[[float], None]) -> None:
    for wait in (*_WAITS, None):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if wait is None:
                raise TargetLocked(target) from error
            pause(wait)
        else:
            _flush_folder(target.parent)
            return


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows cannot and need not be told, some network drives refuse."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _told(error: OSError, target: Path, temporary: Path) -> UserFacingError | None:
    """The error as the person may see it, or None when it is about a file that is none of ours (a bug)."""
    if error.errno in _FULL:
        return UserFacingError(
            f"Đĩa đã đầy nên không ghi được tệp “{target.name}”. Tệp cũ (nếu có) vẫn còn nguyên.",
            "Hãy xóa bớt tệp không cần, hoặc chọn một ổ đĩa khác rồi làm lại.",
        )
    if error.filename is not None and Path(os.fsdecode(error.filename)) not in (temporary, target):
        return None
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserFacingError(
            f"Không có quyền ghi vào thư mục “{target.parent}”.",
            "Hãy chọn thư mục khác, ví dụ Tài liệu (Documents) của bạn.",
        )
    return UserFacingError(
        f"Không ghi được tệp “{target.name}” vào thư mục “{target.parent}”.",
        'Hãy thử tên ngắn hơn, không có các ký tự \\ / : * ? " < > |, hoặc chọn thư mục khác; nếu là USB hoặc ổ mạng, '
        "hãy cắm hoặc kết nối lại.",
    )
