"""Whole dossier files written: new ones, and copies of one that is open."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.checking import check, write_digests
from cchc_desktop.storage.connection import connect, is_locked
from cchc_desktop.storage.differences import all_rows
from cchc_desktop.storage.errors import DossierInUse
from cchc_desktop.storage.file_guard import is_guarded
from cchc_desktop.storage.lock_note import read_note
from cchc_desktop.storage.migrations import FORMATS
from cchc_desktop.storage.schema import VIEW_STATE
from cchc_desktop.storage.whole_file import written_beside


def write_new(
    path: Path,
    dossier: Dossier,
    view_state: Mapping[str, str],
    *,
    replace: bool,
    keep_old_as: Path | None = None,
) -> None:
    """Write a file of the newest format; ``keep_old_as`` is where a file that is replaced is copied to before."""
    if replace:
        _must_be_free(path)
    with written_beside(path, replace=replace) as temporary:
        with closing(connect(temporary, mode="rwc")) as database:
            FORMATS.migrate(database, 0)
            with database.atomic():
                for table, rows in all_rows(dossier).items():
                    database.conn.executemany(table.insert, list(rows.values()))
                database.conn.executemany(VIEW_STATE.insert, list(view_state.items()))
                write_digests(database)
        _must_be_whole(temporary)
        if keep_old_as is not None:
            shutil.copy2(path, keep_old_as)


def copy_whole(database: Database, source: Path, target: Path) -> None:
    """Write what an open database holds to another file, without what was deleted from it."""
    if target.exists() and target.samefile(source):
        raise UserFacingError(
            "Bản sao không thể ghi đè lên chính hồ sơ đang mở.", "Hãy chọn tên tệp hoặc thư mục khác."
        )
    _must_be_free(target)
    with written_beside(target, replace=True) as temporary:
        # The backup API would carry deleted text along.
        database.execute("VACUUM INTO ?", (str(temporary),))
        _must_be_whole(temporary)


def _must_be_free(target: Path) -> None:
    """Raises DossierInUse when a dossier that somebody has open would be replaced under their hands."""
    if not target.is_file():
        return
    holder = read_note(target)
    if (holder is not None and holder.is_this_process) or is_guarded(target) or is_locked(target):
        raise DossierInUse("" if holder is None else str(holder))


def _must_be_whole(path: Path) -> None:
    with closing(connect(path)) as database:
        fault = check(database)
    if fault is not None:
        raise UserFacingError(
            "Tệp vừa ghi đọc lại không khớp nên đã bỏ đi; hồ sơ vẫn còn nguyên.",
            "Ổ đĩa hoặc USB có thể bị lỗi: hãy chọn nơi lưu khác.",
        )
