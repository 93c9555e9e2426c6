"""Whole dossier files put in their place: written beside it, checked, flushed, then renamed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from cchc_desktop.errors import UserFacingError

_TRIES = 10


@contextmanager
def written_beside(target: Path, *, replace: bool) -> Iterator[Path]:
    """A name beside the target to write to; at the end the file there becomes the target, or nothing has happened.

    Without ``replace`` a target that exists raises UserFacingError. Whoever writes has to check what is written.
    """
    temporary = target.with_name(f"~{uuid4().hex[:12]}.tmp")
    reserved = False
    try:
        if not replace:
            # Reserves the name: another program cannot take it between this look and the rename.
            target.open("xb").close()
            reserved = True
        yield temporary
        _flush(temporary)
        _put_in_place(temporary, target)
        reserved = False
    except FileExistsError as error:
        raise UserFacingError(
            f"Đã có tệp “{target.name}” trong thư mục này; tệp đó không bị ghi đè.",
            "Hãy chọn tên tệp hoặc thư mục khác.",
        ) from error
    except OSError as error:
        raise UserFacingError(
            f"Không ghi được tệp “{target}”.",
            "Hãy kiểm tra thư mục có tồn tại và ghi được không, ổ đĩa còn chỗ không, tệp có đang mở ở nơi khác không.",
        ) from error
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            leftover.unlink(missing_ok=True)
        if reserved:
            target.unlink(missing_ok=True)


def backup_path(dossier: Path, occasion: str) -> Path:
    """A free name for a dated copy beside the dossier: "Hồ sơ (trước khi nâng cấp, 2026-02-05 14.32).cchc"."""
    moment = f"{datetime.now():%Y-%m-%d %H.%M}"
    for number in range(1, 1000):
        again = f" {number}" if number > 1 else ""
        path = dossier.with_name(f"{dossier.stem} ({occasion}, {moment}{again}){dossier.suffix}")
        if not path.exists():
            return path
    raise FileExistsError(dossier)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _put_in_place(temporary: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            os.replace(temporary, target)  # noqa: PTH105 - says what it does
            break
        except PermissionError:  # an antivirus looks into new files for a moment
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.1)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
