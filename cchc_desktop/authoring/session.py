"""The open dossier: the current value, edits, undo and redo, and when it was saved."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan

DossierEdit = Callable[[Dossier], Dossier]
PlanEdit = Callable[[Plan], Plan]


class Store(Protocol):
    """Where the session keeps its dossier (``storage.dossier_file.DossierFile`` is one)."""

    def save(self, dossier: Dossier) -> None:
        """Commit the dossier; raises UserFacingError and leaves the last committed state when it cannot."""


@dataclass(frozen=True, slots=True)
class Change:
    """What subscribers are told: the value before and after, and the edit's name in the official's words."""

    before: Dossier
    after: Dossier
    label: str


@dataclass(frozen=True, slots=True)
class _Step:
    before: Dossier
    after: Dossier
    label: str
    merge: Hashable | None


class Session:
    """The one place where an open dossier changes. Knows no Qt: the window calls :meth:`save` when typing pauses."""

    def __init__(
        self, dossier: Dossier, store: Store | None = None, *, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self._dossier = dossier
        self._stored = dossier
        self._store = store
        self._now = now
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._subscribers: list[Callable[[Change], None]] = []
        self.saved_at: datetime | None = None

    @property
    def dossier(self) -> Dossier:
        """The current value."""
        return self._dossier

    @property
    def is_read_only(self) -> bool:
        """Whether there is nowhere to save: edits are refused."""
        return self._store is None

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the current value."""
        return self._stored is self._dossier

    @property
    def undo_label(self) -> str | None:
        """The name of the edit that :meth:`undo` takes back, or None."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The name of the edit that :meth:`redo` makes again, or None."""
        return self._undone[-1].label if self._undone else None

    def subscribe(self, subscriber: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``subscriber`` after every change; the returned function ends that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def edit(self, label: str, change: DossierEdit, *, merge: Hashable | None = None) -> bool:
        """Make an edit; edits in a row with the same ``merge`` key (typing in one field) are one undo step.

        Returns whether anything changed.
        """
        if self.is_read_only:
            return False
        after = change(self._dossier)
        if after == self._dossier:
            return False
        before = self._dossier
        last = self._done[-1] if self._done else None
        if last is not None and merge is not None and last.merge == merge and not self._undone:
            self._done[-1] = _Step(last.before, after, label, merge)
        else:
            self._done.append(_Step(before, after, label, merge))
        self._undone.clear()
        self._become(before, after, label)
        return True

    def edit_plan(self, plan_id: str, label: str, change: PlanEdit, *, merge: Hashable | None = None) -> bool:
        """As :meth:`edit`, for one plan."""
        return self.edit(label, lambda d: d.with_plan(change(d.plan(plan_id))), merge=merge)

    def end_merge(self) -> None:
        """Let the next edit be an undo step of its own (a field or page was left)."""
        if self._done and self._done[-1].merge is not None:
            step = self._done[-1]
            self._done[-1] = _Step(step.before, step.after, step.label, None)

    def undo(self) -> str | None:
        """Take the last edit back; returns its name."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._become(step.after, step.before, step.label)
        return step.label

    def redo(self) -> str | None:
        """Make the last undone edit again; returns its name."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._become(step.before, step.after, step.label)
        return step.label

    def save(self) -> None:
        """Commit what is not committed yet. On UserFacingError the edits stay in memory and the next call tries again."""
        if self._store is None or self.is_saved:
            return
        dossier = self._dossier
        self._store.save(dossier)
        self._stored = dossier
        self.saved_at = self._now()

    def _become(self, before: Dossier, after: Dossier, label: str) -> None:
        self._dossier = after
        change = Change(before, after, label)
        for subscriber in tuple(self._subscribers):
            subscriber(change)
