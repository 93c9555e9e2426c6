"""Step 11: what is still missing, with a jump to each place; then Word, Excel and PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.export_job import ExportJob, Kind
from cchc_desktop.ui.file_questions import show_file, show_folder
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.page import Page
from cchc_desktop.ui.problem_list import ProblemList


class ExportPage(Page):
    """The only page that does something outside the program."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Step.EXPORT, desk, parent)
        self._job: ExportJob | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(16)
        layout.addWidget(self._problem_card(), 1)
        layout.addWidget(self._export_card())
        layout.addStretch(0)
        self._rows = layout

    def _problem_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 16)
        self._summary = QLabel()
        self._summary.setObjectName("cardTitle")
        self._summary.setWordWrap(True)
        self.list = ProblemList(self.desk)
        self.list.setMinimumHeight(90)
        self.list.chosen.connect(self.step_wanted)
        layout.addWidget(self._summary)
        self._how = hint_label(
            "Nhấn đúp hoặc Enter vào một dòng để đến chỗ cần sửa. Vẫn xuất được khi còn thiếu."
        )
        layout.addWidget(self._how)
        layout.addWidget(self.list, 100)
        layout.addStretch(1)
        return card

    def _export_card(self) -> QFrame:
        card = QFrame()
        name_help(card, "buoc-11#xuat")
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 16)
        title = QLabel("Xuất tệp")
        title.setObjectName("cardTitle")
        layout.addWidget(title)
        row = QHBoxLayout()
        self.buttons: dict[Kind, QPushButton] = {}
        for kind in Kind:
            button = QPushButton(kind.button)
            button.setObjectName("export")
            button.setToolTip(kind.meaning)
            button.setAccessibleName(f"Xuất {kind.button}")
            button.setAccessibleDescription(kind.meaning)
            button.setIconSize(QSize(28, 28))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.desk.icons.put_on(button, kind.value, "accent")
            button.clicked.connect(lambda _checked=False, one=kind: self.export(one))
            self.buttons[kind] = button
            row.addWidget(button)
        layout.addLayout(row)
        layout.addLayout(self._progress_row())
        layout.addLayout(self._result_row())
        return card

    def _progress_row(self) -> QHBoxLayout:
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Tiến độ xuất tệp")
        self._cancel = QPushButton("Hủy")
        self.desk.icons.put_on(self._cancel, "close")
        self._cancel.clicked.connect(self._cancel_clicked)
        row = QHBoxLayout()
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        self._show_progress(shown=False)
        return row

    def _result_row(self) -> QVBoxLayout:
        self.result = QLabel("Chưa xuất tệp nào trong lần mở này.")
        self.result.setObjectName("muted")
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton("Mở tệp")
        self.desk.icons.put_on(self._open, "plan")
        self._open.setEnabled(False)
        self._folder = QPushButton("Mở thư mục")
        self.desk.icons.put_on(self._folder, "folder")
        self._written: Path | None = None
        self._open.clicked.connect(self._show_file)
        self._folder.clicked.connect(self._show_folder)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._folder)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.result)
        column.addLayout(row)
        return column

    def _show_file(self) -> None:
        if self._written is not None:
            show_file(self._written)

    def _show_folder(self) -> None:
        show_folder(self.desk.files.folder if self._written is None else self._written.parent)

    def load(self, plan: Plan) -> None:
        super().load(plan)
        if self.isVisible():
            self._show_problems(plan)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self.plan is not None:
            self._show_problems(self.plan)

    def _show_problems(self, plan: Plan) -> None:
        bases = () if self.dossier is None else self.dossier.bases
        found = problems(plan, bases, office=self.office)
        self.list.set_problems(found)
        errors = sum(problem.is_error for problem in found)
        if not found:
            text = "Không thấy thiếu gì. Kế hoạch sẵn sàng để xuất và trình ký."
        elif errors:
            text = f"Còn {errors} lỗi nên sửa trước khi trình ký, và {len(found) - errors} điều cần xem lại."
        else:
            text = f"Còn {len(found)} điều cần xem lại."
        self._summary.setText(text)
        self.list.setVisible(bool(found))
        self._how.setVisible(bool(found))
        self._rows.setStretch(0, 1 if found else 0)
        self._rows.setStretch(2, 0 if found else 1)

    def export(self, kind: Kind) -> None:
        """Ask where to write, then write."""
        if self.plan is None or self.office is None or self._job is not None:
            return
        plan = self.plan
        proposed = self.desk.files.folder / kind.proposed_name(plan, self.office)
        self.desk.files.to_save(
            self, f"Xuất {kind.noun}", kind.name_filter, proposed, lambda path: self.write(kind, plan, path)
        )

    def write(self, kind: Kind, plan: Plan, path: Path) -> None:
        """Write a file in the background, from the plan as it is now."""
        if self._job is not None:
            return
        self.result.setText(f"Đang ghi {path.name}…")
        self._progress.setRange(0, 0)
        self._show_progress(shown=True)
        self._job = ExportJob(kind, plan, path)
        self._job.progressed.connect(self._progressed)
        self._job.written.connect(self._is_written)
        self._job.failed.connect(self._has_failed)
        self._job.cancelled.connect(self._was_cancelled)
        self._job.ended.connect(self._ended)
        self._job.start(self.desk.runner)

    def _progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def _cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _is_written(self, path: Path) -> None:
        self._written = path
        self._open.setEnabled(True)
        self.result.setText(f"Đã ghi {path.name} vào thư mục {path.parent}")

    def _has_failed(self, error: UserFacingError, kind: Kind, plan: Plan, path: Path) -> None:
        self.result.setText(f"Chưa ghi được {path.name}.")
        box = self.desk.trouble.say(error.message, error.hint)
        other = box.addButton("Ghi với tên khác…", box.ButtonRole.ActionRole)
        other.clicked.connect(
            lambda: self.desk.files.to_save(
                self,
                f"Xuất {kind.noun}",
                kind.name_filter,
                _another_name(path),
                lambda chosen: self.write(kind, plan, chosen),
            )
        )

    def _was_cancelled(self) -> None:
        self.result.setText("Đã hủy, không ghi tệp nào.")

    def _ended(self) -> None:
        self._job = None
        self._show_progress(shown=False)

    def _show_progress(self, *, shown: bool) -> None:
        self._progress.setVisible(shown)
        self._cancel.setVisible(shown)
        for button in getattr(self, "buttons", {}).values():
            button.setEnabled(not shown)


def _another_name(path: Path) -> Path:
    """The first "name (2).docx" that is not there yet."""
    number = 2
    while True:
        other = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not other.exists():
            return other
        number += 1
