"""A lock of our own on an open dossier, beside SQLite's, for systems where SQLite's can be lost.

POSIX takes all locks of a process on a file away as soon as the process closes any handle to it, and a file dialog that
looks into the files it lists does just that. ``flock`` belongs to its own handle and stays. Windows needs none of this.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from cchc_desktop.storage.errors import DossierInUse

if sys.platform == "win32":

    def _locked(_path: Path) -> FileIO | None:
        return None

else:
    import fcntl

    def _locked(path: Path) -> FileIO | None:
        """A handle that holds the lock; None where the disk knows no such locks. Raises BlockingIOError."""
        handle = FileIO(path)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            raise
        except OSError:  # a network drive: SQLite's own lock must do
            handle.close()
            return None
        return handle


@dataclass(frozen=True, slots=True)
class FileGuard:
    """The lock while it is held; ``handle`` is None where there is no such lock.

    To be let go only after SQLite's connection is closed: closing the handle takes SQLite's lock away, too.
    """

    handle: FileIO | None

    @classmethod
    def take(cls, path: Path, holder: str = "") -> FileGuard:
        """Lock the file; raises DossierInUse when another program has it, OSError when it cannot be opened."""
        try:
            return cls(_locked(path))
        except BlockingIOError as error:
            raise DossierInUse(holder) from error

    def let_go(self) -> None:
        """Unlock the file; a second time does nothing."""
        if self.handle is not None:
            self.handle.close()


def is_guarded(path: Path) -> bool:
    """Whether another program holds the lock at this moment. Not for a file that this process has open."""
    try:
        FileGuard.take(path).let_go()
    except DossierInUse:
        return True
    return False
