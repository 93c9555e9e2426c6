"""The dossiers opened last, kept in the settings."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "ho-so-gan-day"
_MOST = 8


class RecentFiles:
    """Newest first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """The files, also those that are missing now: a stick may be plugged in again."""
        try:
            names = json.loads(str(self._settings.value(_KEY, "[]")))
        except ValueError:
            return ()  # somebody edited the settings; nothing of the person's is lost by starting anew
        return tuple(Path(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        self._keep([path, *(one for one in self.paths() if one != path)])

    def remove(self, path: Path) -> None:
        """Forget a file."""
        self._keep([one for one in self.paths() if one != path])

    def _keep(self, paths: list[Path]) -> None:
        self._settings.setValue(_KEY, json.dumps([str(path) for path in paths[:_MOST]], ensure_ascii=False))
