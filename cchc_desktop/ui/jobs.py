"""Long work beside the window: on a frozen snapshot, with progress, and can be told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from cchc_desktop.formats.progress import Cancelled, ReportProgress

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Work = Callable[[ReportProgress], Any]


class Job(QObject):
    """One piece of work. ``finished`` carries a function that returns its result or raises what went wrong."""

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it was writing is thrown away."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """What the work calls; raises Cancelled once it was told to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


class Runner(Protocol):
    """Runs work: beside the window, or at once in tests."""

    def start(self, work: Work, job: Job) -> None:
        """Begin; the outcome comes by ``job.finished`` in the thread of the window."""


class ThreadRunner:
    """Runs one piece of work at a time in a thread of its own."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def start(self, work: Work, job: Job) -> None:
        """Begin; Qt carries the outcome over to the thread of the window."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="viec-dai")
        future: Future[Any] = self._pool.submit(work, job.report)
        future.add_done_callback(lambda done: job.finished.emit(done.result))

    def close(self) -> None:
        """Wait for what is being done."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)


class ImmediateRunner:
    """Does the work before it returns."""

    def start(self, work: Work, job: Job) -> None:
        """Do the work now."""
        from concurrent.futures import Future

        future: Future[Any] = Future()
        try:
            future.set_result(work(job.report))
        except Exception as problem:  # noqa: BLE001 - as a thread does: it is raised again where the outcome is asked for
            future.set_exception(problem)
        job.finished.emit(future.result)
