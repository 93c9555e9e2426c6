"""Saving by itself: soon after the last edit, at leaving, and again while a disk cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.authoring.session import Session
from cchc_desktop.errors import UserFacingError

PAUSE_MS = 200
SLOW_PAUSE_MS = 600
SLOW_S = 0.05  # a save that takes longer (a USB stick, a network drive) would be felt while typing
LONGEST_MS = 1000
RETRY_MS = 15_000


class Autosave(QObject):
    """Commits a session's edits. ``changed`` tells that :attr:`sentence` or :attr:`problem` may read differently."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        last_saved: datetime | None = None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._last_saved = last_saved
        self._clock = clock
        self._pause = PAUSE_MS
        self._unsaved_since: float | None = None
        self._is_stopped = False
        self.problem: UserFacingError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def sentence(self) -> str:
        """What the top of the window says about saving; always true."""
        if self._session.is_read_only:
            return "Chỉ xem"
        if self.problem is not None:
            return "Chưa lưu được"
        if not self._session.is_saved:
            return "Đang lưu…"
        saved_at = self._session.saved_at or self._last_saved
        if saved_at is None:
            return "Đã lưu"
        if saved_at.date() == datetime.now().date():
            return f"Đã lưu lúc {saved_at:%H:%M}"
        return f"Đã lưu ngày {saved_at:%d/%m/%Y}"

    def edited(self) -> None:
        """An edit was made: save after a short pause, and never later than a second after the first unsaved edit."""
        if self._session.is_saved:
            self._timer.stop()
            self._unsaved_since = None
        else:
            now = self._clock()
            if self._unsaved_since is None:
                self._unsaved_since = now
            left = LONGEST_MS - int((now - self._unsaved_since) * 1000)
            if self.problem is None:
                self._timer.start(max(0, min(self._pause, left)))
        self.changed.emit()

    def save_now(self) -> bool:
        """Save what is not saved; whether the file now holds everything. What went wrong is in :attr:`problem`."""
        self._timer.stop()
        if self._session.is_read_only or self._is_stopped:
            return True
        began = self._clock()
        try:
            self._session.save()
        except UserFacingError as problem:
            self.problem = problem
            self._timer.start(RETRY_MS)
        else:
            self.problem = None
            self._unsaved_since = None
            self._pause = SLOW_PAUSE_MS if self._clock() - began > SLOW_S else PAUSE_MS
        self.changed.emit()
        return self.problem is None

    def stop(self) -> None:
        """Save no more (the dossier is being closed): its file is about to be let go."""
        self._is_stopped = True
        self._timer.stop()
