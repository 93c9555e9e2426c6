"""The ways into a dossier file: for writing under a lock, or for reading from a private copy."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.storage.checking import Fault, check
from cchc_desktop.storage.connection import UNREADABLE, connect
from cchc_desktop.storage.content import Content
from cchc_desktop.storage.errors import DossierInUse, DossierTooNew, damaged
from cchc_desktop.storage.file_guard import FileGuard
from cchc_desktop.storage.header import read_header
from cchc_desktop.storage.loading import UnreadableRows
from cchc_desktop.storage.lock_note import Holder, read_note, remove_note, write_note
from cchc_desktop.storage.migrations import Formats
from cchc_desktop.storage.snapshot import Snapshot
from cchc_desktop.storage.whole_file import backup_path
from cchc_desktop.storage.writing import copy_whole

_ASKED = "Hồ sơ được mở để xem."
_TOO_NEW = (
    "Hồ sơ do bản chương trình mới hơn lập (định dạng {number}) nên chỉ mở để xem. "
    "Hãy cài bản chương trình mới nhất để sửa hồ sơ này."
)
_PROTECTED = (
    "Tệp hoặc thư mục chứa hồ sơ bị khoá chống ghi nên chỉ mở để xem. "
    "Hãy chép hồ sơ sang thư mục ghi được, hoặc lưu bản sao, để sửa."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file; ``let_go`` removes what was made for it."""

    database: Database
    content: Content
    format_number: int
    read_only_reason: str | None
    fault: Fault | None
    identity: tuple[int, int] | None
    let_go: Callable[[], None]

    def close(self) -> None:
        """Close the connection and clean up."""
        self.database.close()
        self.let_go()

    def is_in_place(self, path: Path) -> bool:
        """Whether the name still leads to the file that is open; on Windows an open file cannot be moved away."""
        return self.identity is None or self.identity == _identity(path)


def open_for_reading(
    path: Path, formats: Formats, *, reason: str = _ASKED, fault: Fault | None = None
) -> Opened:
    """Open a private copy, brought up to date if it is of an older format."""
    holder = read_note(path)
    if holder is None or not holder.is_this_process:
        # (Not while we have it open ourselves: see snapshot. Then it is known to be a dossier.)
        read_header(path)
    snapshot = Snapshot(path)
    try:
        number = read_header(snapshot.path).format_number
        database = connect(snapshot.path)
    except BaseException:
        snapshot.close()
        raise
    try:
        found = check(database) if number <= formats.newest else None
        if number < formats.newest:
            formats.migrate(database, number)
        if number > formats.newest:
            reason = _TOO_NEW.format(number=number)
        elif found is not None:
            reason, fault = found.value, found
        return Opened(database, Content(database), number, reason, fault, None, snapshot.close)
    except (*UNREADABLE, UnreadableRows) as error:
        database.close()
        snapshot.close()
        if number > formats.newest:
            raise _too_new(number) from error
        raise damaged() from error
    except BaseException:
        database.close()
        snapshot.close()
        raise


def open_for_writing(path: Path, formats: Formats) -> Opened:
    """Lock the file, check it, bring it up to date and read it; or open it for reading, with the reason."""
    holder = read_note(path)
    if holder is not None and holder.is_this_process:
        # Looking into the file would already let go of the lock that this process holds (POSIX).
        raise DossierInUse(str(holder))
    header = read_header(path)
    if header.format_number > formats.newest:
        return open_for_reading(path, formats)
    if not header.is_writable:
        return open_for_reading(path, formats, reason=_PROTECTED)
    guard = FileGuard.take(path, "" if holder is None else str(holder))
    try:
        opened = _open_guarded(path, header.format_number, formats, guard, holder)
    except BaseException:
        guard.let_go()
        raise
    if opened is None:
        # Closed first: the copy is made of a file that nobody writes.
        guard.let_go()
        return open_for_reading(path, formats, reason=_PROTECTED)
    return opened


def _open_guarded(
    path: Path, number: int, formats: Formats, guard: FileGuard, holder: Holder | None
) -> Opened | None:
    """The file under our lock; None when it can only be read."""
    try:
        database = connect(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise DossierInUse("" if holder is None else str(holder)) from error
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return None
        raise
    return _read_locked(path, database, number, formats, guard)


def _read_locked(
    path: Path, database: Database, number: int, formats: Formats, guard: FileGuard
) -> Opened | None:
    """The file under our lock; None, and closed, when it can only be read."""
    try:
        if check(database) is not None:
            database.close()
            return None
        write_note(path)
    except OSError:
        database.close()
        return None
    except UNREADABLE as error:
        database.close()
        raise damaged() from error
    try:
        if number < formats.newest:
            copy_whole(database, path, backup_path(path, "trước khi nâng cấp"))
            formats.migrate(database, number)
        return Opened(database, Content(database), formats.newest, None, None, _identity(path), guard.let_go)
    except UnreadableRows as error:
        database.close()
        remove_note(path)
        raise damaged() from error
    except BaseException:
        database.close()
        remove_note(path)
        raise


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another with its name, where the system has such a thing for every kind of disk."""
    if os.name == "nt":
        return None
    try:
        found = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        return (0, 0)
    return found.st_dev, found.st_ino


def _too_new(number: int) -> DossierTooNew:
    return DossierTooNew(
        f"Hồ sơ này do bản chương trình mới hơn lập (định dạng {number}) nên bản này không đọc được.",
        "Hãy cài bản chương trình mới nhất rồi mở lại; tệp không bị thay đổi gì.",
    )
