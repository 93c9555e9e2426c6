"""The note beside an open dossier that says who has it: for people only, the lock itself is SQLite's."""

from __future__ import annotations

import getpass
import json
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from cchc_desktop.domain.dates import short_date

THIS_PROCESS = uuid4().hex
"""Tells a note of our own from one left behind by a process that once had the same number."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the dossier open."""

    user: str
    computer: str
    since: datetime
    process: str

    @property
    def is_this_process(self) -> bool:
        """Whether it is this very program."""
        return self.process == THIS_PROCESS

    def __str__(self) -> str:
        """ "an (máy VP-01, từ 14:32 ngày 05/02/2026)"."""
        when = f"từ {self.since:%H:%M} ngày {short_date(self.since.date())}"
        place = f"máy {self.computer}, {when}" if self.computer else when
        return f"{self.user or 'Người dùng khác'} ({place})"


def note_path(dossier: Path) -> Path:
    """Where the note for a dossier stands; its name is shorter than that of SQLite's journal, so it always fits."""
    return dossier.with_name(f"~${dossier.name}.lock")


def write_note(dossier: Path) -> None:
    """Say that we have the dossier; raises OSError when nothing can be made in its folder."""
    path = note_path(dossier)
    path.unlink(missing_ok=True)  # Windows does not let a hidden file be written over
    holder = {
        "user": _user(),
        "computer": platform.node(),
        "since": datetime.now().isoformat(timespec="seconds"),
        "process": THIS_PROCESS,
    }
    path.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")
    if sys.platform == "win32":
        import ctypes

        hidden = 2
        ctypes.windll.kernel32.SetFileAttributesW(str(path), hidden)


def read_note(dossier: Path) -> Holder | None:
    """Who has, or had, the dossier open; None when there is no note that makes sense."""
    try:
        note = json.loads(note_path(dossier).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"])
        return Holder(str(note["user"]), str(note["computer"]), since, str(note["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remove_note(dossier: Path) -> None:
    """Take our note away. One that cannot be removed does no harm."""
    with suppress(OSError):
        note_path(dossier).unlink(missing_ok=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""
