"""Writing a plan to Word, Excel or PDF beside the window, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.filenames import proposed_name
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import Cancelled, ReportProgress
from cchc_desktop.ui.jobs import Job, Runner


class Kind(Enum):
    """A kind of file; the value is also the name of its icon."""

    WORD = "word"
    EXCEL = "excel"
    PDF = "pdf"

    @property
    def noun(self) -> str:
        """ "tệp Word"."""
        return f"tệp {_TEXTS[self][0]}"

    @property
    def button(self) -> str:
        """The words on its button."""
        return _TEXTS[self][0]

    @property
    def meaning(self) -> str:
        """What the file is for."""
        return _TEXTS[self][1]

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return _TEXTS[self][2]

    @property
    def name_filter(self) -> str:
        """What a file dialog shows."""
        return f"Tệp {_TEXTS[self][0]} (*{self.suffix})"

    def proposed_name(self, plan: Plan, office: Office) -> str:
        """The file's name as the program proposes it."""
        return proposed_name(plan, office, self.suffix)


_TEXTS: dict[Kind, tuple[str, str, str]] = {
    Kind.WORD: ("Word", "Toàn văn kế hoạch đúng thể thức, để trình ký (.docx)", ".docx"),
    Kind.EXCEL: ("Excel", "Bảng nhiệm vụ để in kèm và theo dõi (.xlsx)", ".xlsx"),
    Kind.PDF: ("PDF", "Bản xem như trang in, để gửi lấy ý kiến (.pdf)", ".pdf"),
}


class ExportJob(QObject):
    """One export. Ends with just one of ``written``, ``failed`` and ``cancelled``, and then ``ended``."""

    progressed = Signal(int, int)
    written = Signal(object)
    failed = Signal(object, object, object, object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, kind: Kind, plan: Plan, path: Path) -> None:
        super().__init__()
        self._kind = kind
        self._plan = plan
        self._path = path
        self._job = Job()
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self._finished)

    def start(self, runner: Runner) -> None:
        """Begin."""
        kind, plan, path = self._kind, self._plan, self._path

        def work(progress: ReportProgress) -> None:
            # Loads the libraries of Word and Excel: in this thread, and only when something is exported.
            from cchc_desktop.authoring.exporting import export_plan

            match kind:
                case Kind.WORD:
                    export_plan(plan, word=path, progress=progress)
                case Kind.EXCEL:
                    export_plan(plan, excel=path, progress=progress)
                case Kind.PDF:
                    export_plan(plan, pdf=path, progress=progress)

        runner.start(work, self._job)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._job.cancel()

    def _finished(self, outcome: Callable[[], object]) -> None:
        try:
            outcome()
        except UserFacingError as error:
            self.failed.emit(error, self._kind, self._plan, self._path)
        except Cancelled:
            self.cancelled.emit()
        else:
            self.written.emit(self._path)
        finally:
            self.ended.emit()
