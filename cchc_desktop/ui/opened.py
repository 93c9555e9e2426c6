"""A dossier open in the window: its session and its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cchc_desktop.authoring.session import Session


class KeepsPlace(Protocol):
    """What the window asks of the file beside saving (``storage.dossier_file.DossierFile`` does it)."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    def view_state(self) -> dict[str, str]:
        """Where the official left off."""

    def save_view_state(self, state: Mapping[str, str]) -> None:
        """Keep where the official is."""

    def save_copy(self, target: Path) -> None:
        """Write a copy of what is saved."""

    def close(self) -> None:
        """Let the file go."""


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A session, the file it saves into, and why it may be open for reading only (blank: it is not).

    ``has_fault``: the file is not what was written to it; it can be taken as it was read, and a plain copy is no use.
    """

    session: Session
    file: KeepsPlace
    read_only_reason: str = ""
    has_fault: bool = False

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    @property
    def last_saved(self) -> datetime | None:
        """When the file was last written, as far as the system knows."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime)
        except OSError:
            return None
