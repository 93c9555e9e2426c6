"""Faults of the program itself, kept in a file for whoever helps."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from cchc_desktop import __version__
from cchc_desktop.errors import UserFacingError
from cchc_desktop.places import user_data_dir

_MOST_BYTES = 200_000


def unexpected(error: Exception) -> UserFacingError:
    """Write down an error that nobody foresaw; returns what the person is told."""
    message = "Chương trình gặp lỗi ngoài dự kiến nên đã dừng; các tệp đã lưu không bị ảnh hưởng."
    try:
        path = _write(error)
    except OSError:
        return UserFacingError(message, "Hãy thử lại; nếu vẫn lỗi, hãy báo cho người hỗ trợ.")
    return UserFacingError(message, f"Hãy thử lại; nếu vẫn lỗi, hãy gửi tệp “{path}” cho người hỗ trợ.")


def _write(error: Exception) -> Path:
    path = user_data_dir() / "loi.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(path.with_suffix(".log.cu"))
    head = f"CCHC Desktop {__version__} · {platform.platform()} · Python {platform.python_version()} · {datetime.now():%Y-%m-%d %H:%M:%S}"
    with path.open("a", encoding="utf-8", errors="replace") as log:
        log.write(f"{head}\n{''.join(traceback.format_exception(error))}\n")
    return path
