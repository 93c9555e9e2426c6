"""A private copy of a dossier to read from: the file itself is neither locked nor touched.

An open dossier is locked for everybody else (``locking_mode=EXCLUSIVE``), but between two transactions the main file
alone is the whole dossier. It is therefore copied, again while it changes under the copying, together with a journal
that a killed program left behind, which SQLite then rolls back in the copy. The digests have the last word.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from tempfile import mkdtemp

from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.lock_note import read_note

_NAME = "ho-so.cchc"
_SIDE_FILES = ("-journal", "-wal")
_TRIES = 20


class Snapshot:
    """The copy, in a folder of its own that goes when it is closed."""

    def __init__(self, source: Path) -> None:
        self._folder = Path(mkdtemp(prefix="cchc-"))
        self.path = self._folder / _NAME
        try:
            self._copy(source)
        except OSError as error:
            self.close()
            raise UserFacingError(
                f"Không chép được hồ sơ “{source.name}” ra chỗ tạm để xem.",
                "Hãy kiểm tra ổ đĩa hệ thống còn chỗ trống và USB còn kết nối không, rồi mở lại.",
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Remove the copy."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _copy(self, source: Path) -> None:
        for _ in range(_TRIES):
            before = _signature(source)
            for old in self._folder.iterdir():
                old.unlink()
            _copy_file(source, self.path)
            for ending in _SIDE_FILES:
                side = source.with_name(source.name + ending)
                if _is_in_use(side):
                    shutil.copyfile(side, self._folder / f"{_NAME}{ending}")
            if _signature(source) == before:
                return
            time.sleep(0.02)


def _signature(source: Path) -> tuple[object, ...]:
    found = os.stat(source)  # noqa: PTH116 - nanoseconds of the file itself
    journal = source.with_name(source.name + "-journal")
    return found.st_size, found.st_mtime_ns, _is_in_use(journal)


def _is_in_use(side: Path) -> bool:
    """Whether a journal says anything: after a transaction of ours it stays, with its first bytes zero."""
    try:
        with side.open("rb") as file:
            return any(file.read(28))
    except FileNotFoundError:
        return False


def _copy_file(source: Path, target: Path) -> None:
    holder = read_note(source)
    descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        with target.open("wb") as file:
            while block := os.read(descriptor, 1 << 20):
                file.write(block)
    finally:
        # POSIX drops every lock a process has on a file when it closes any of its descriptors of it. When this very
        # process has the dossier open for writing, the descriptor is left to the end of the process for that reason.
        if os.name == "nt" or holder is None or not holder.is_this_process:
            os.close(descriptor)
