"""An open dossier file: what it holds, saving into it, copies of it, and why it may be open for reading only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.storage.checking import check
from cchc_desktop.storage.connection import sqlite_errors_told
from cchc_desktop.storage.content import Content
from cchc_desktop.storage.errors import DossierDamaged, DossierMoved, DossierReadOnly
from cchc_desktop.storage.lock_note import remove_note
from cchc_desktop.storage.migrations import FORMATS, Formats
from cchc_desktop.storage.opening import Opened, open_for_reading, open_for_writing
from cchc_desktop.storage.whole_file import backup_path
from cchc_desktop.storage.writing import copy_whole, write_new


class DossierFile:
    """A dossier in its file; made by :meth:`create` and :meth:`open`, ended by :meth:`close`.

    May be used from several threads, one call at a time.
    """

    def __init__(self, path: Path, opened: Opened, formats: Formats = FORMATS) -> None:
        self.path = path
        self.format_number = opened.format_number
        self.read_only_reason = opened.read_only_reason
        self.fault = opened.fault
        self._opened = opened
        self._formats = formats
        self._lock = RLock()

    @classmethod
    def create(cls, path: Path, dossier: Dossier) -> Self:
        """Make a new file and open it for writing. Never overwrites: raises UserFacingError when there is one."""
        path = path.absolute()
        with sqlite_errors_told():
            write_new(path, dossier, {}, replace=False)
        return cls.open(path)

    @staticmethod
    def write(path: Path, dossier: Dossier) -> None:
        """Write a whole file of a dossier over whatever stands there, which stays as it is when that fails."""
        with sqlite_errors_told():
            write_new(path.absolute(), dossier, {}, replace=True)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, formats: Formats = FORMATS) -> Self:
        """Open a file for writing, or a copy of it for reading.

        A file that cannot or must not be written (write-protected, from a newer program, not what we wrote) is opened
        for reading too, and :attr:`read_only_reason` says why. Raises DossierInUse when somebody else has it (then
        ``read_only=True`` works), NotADossier, DossierDamaged, DossierTooNew, or another UserFacingError. Whatever
        is raised, the file is as it was.
        """
        path = path.resolve()
        with sqlite_errors_told():
            opened = open_for_reading(path, formats) if read_only else open_for_writing(path, formats)
        return cls(path, opened, formats)

    @property
    def dossier(self) -> Dossier:
        """What the file holds."""
        return self._content.dossier

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved here."""
        return self.read_only_reason is not None

    @property
    def store(self) -> DossierFile | None:
        """Where a session is to save: this file, or nowhere when it is open for reading."""
        return None if self.is_read_only else self

    @property
    def can_accept(self) -> bool:
        """Whether :meth:`accept` would make a file with a fault whole again."""
        return self.fault is not None

    @property
    def _content(self) -> Content:
        return self._opened.content

    @property
    def _database(self) -> Database:
        return self._opened.database

    def save(self, dossier: Dossier) -> None:
        """Commit the dossier durably; when it cannot, raises UserFacingError and the file holds what it held."""
        with self._lock, sqlite_errors_told():
            self._must_be_writable()
            self._content.save(dossier)

    def view_state(self) -> dict[str, str]:
        """Where the official left off: whatever the window kept under names of its own."""
        return dict(self._content.view_state)

    def save_view_state(self, state: Mapping[str, str]) -> None:
        """Keep where the official left off; of a dossier open for reading nothing is kept."""
        if self.is_read_only:
            return
        with self._lock, sqlite_errors_told():
            self._must_be_writable()
            self._content.save_view_state(state)

    def save_copy(self, target: Path) -> None:
        """Write a checked copy, without deleted text, over whatever stands at ``target``; ours stays open."""
        with self._lock, sqlite_errors_told():
            copy_whole(self._database, self.path, target.absolute())

    def verify(self) -> None:
        """Read the whole file again; raises DossierDamaged when it is not what was written."""
        with self._lock, sqlite_errors_told():
            fault = check(self._database)
        if fault is not None:
            raise DossierDamaged(
                "Tệp hồ sơ không còn đúng như lúc lưu.",
                "Hãy lưu bản sao sang ổ đĩa khác rồi làm việc trên bản sao đó.",
            )

    def accept(self) -> DossierFile:
        """Take a file with a fault as it was read: the old one is kept beside it, a whole one takes its place.

        Returns the new one, open for writing; this one is closed.
        """
        if self.fault is None:
            raise DossierReadOnly("Hồ sơ này không có gì cần chấp nhận.", "Hãy làm việc tiếp như thường.")
        dossier, state = self.dossier, self.view_state()
        with sqlite_errors_told():
            write_new(
                self.path,
                dossier,
                state,
                replace=True,
                keep_old_as=backup_path(self.path, "bản trước khi chấp nhận"),
            )
        self.close()
        return DossierFile.open(self.path, formats=self._formats)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._opened.close()
            if not self.is_read_only:
                remove_note(self.path)

    def _must_be_writable(self) -> None:
        if self.read_only_reason is not None:
            raise DossierReadOnly("Hồ sơ đang mở để xem nên không lưu được.", self.read_only_reason)
        if not self._opened.is_in_place(self.path):
            raise DossierMoved

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
