"""Reading an old plan beside the window, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import Cancelled, ReportProgress
from cchc_desktop.paper.source import SourceDocument
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.jobs import Job

_PATIENCE_MS = 300


class Reading(QObject):
    """One reading. Ends with just one of ``done`` (a ReadPlan), ``failed`` and ``cancelled``."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, name: str, read: Callable[[], SourceDocument], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self._job = Job()
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._finished)
        self._dialog = _Waiting(name, parent)
        self._dialog.rejected.connect(self._job.cancel)
        # Most papers are read in no time: a window that only flashes is worse than none.
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._dialog.open)

    def start(self) -> None:
        """Begin."""
        read = self._read

        def work(progress: ReportProgress) -> ReadPlan:
            from cchc_desktop.authoring.import_source import understood

            return understood(read, progress)

        self._patience.start(_PATIENCE_MS)
        self._desk.runner.start(work, self._job)

    def _progressed(self, done: int, total: int) -> None:
        self._dialog.bar.setRange(0, total)
        self._dialog.bar.setValue(done)

    def _finished(self, outcome: Callable[[], ReadPlan]) -> None:
        self._patience.stop()
        self._dialog.close_quietly()
        try:
            read = outcome()
        except UserFacingError as error:
            self.failed.emit(error)
        except Cancelled:
            self.cancelled.emit()
        else:
            self.done.emit(read)
        finally:
            self.deleteLater()


class _Waiting(QDialog):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đang đọc kế hoạch cũ")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Đã đọc được")
        stop = QPushButton("Hủy")
        stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(QLabel(f"Đang đọc {name}…"))
        layout.addLayout(row)
        self.resize(420, self.sizeHint().height())

    def close_quietly(self) -> None:
        """Go away without that meaning "stop"."""
        self.blockSignals(True)
        self.close()
        self.deleteLater()
