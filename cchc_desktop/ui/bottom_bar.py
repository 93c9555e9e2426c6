"""The line at the bottom: how much is missing, and what has just happened."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.missing import Problem
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.problem_list import ProblemList

_SHOWN_MS = 10_000


class BottomBar(QFrame):
    """A button with the counts that opens the list above it, and a message that goes away by itself."""

    problem_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._desk = desk
        self.list = ProblemList(desk)
        self.list.setMinimumHeight(64)
        self.list.setMaximumHeight(150)
        self.list.hide()
        self.list.chosen.connect(self.problem_chosen)
        self.counts = QPushButton()
        name_help(self.counts, "cua-so#con-thieu")
        self.counts.setObjectName("flat")
        self.counts.setCheckable(True)
        self.counts.toggled.connect(self._toggled)
        self.message = QLabel()
        self.message.setAccessibleName("Thông báo")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.message.clear)
        line = QHBoxLayout()
        line.setContentsMargins(8, 2, 12, 2)
        line.addWidget(self.counts)
        line.addStretch(1)
        line.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(line)

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show how many there are."""
        self.list.set_problems(problems)
        errors = sum(problem.is_error for problem in problems)
        self.counts.setText(counted(errors, len(problems) - errors))
        self.counts.setEnabled(bool(problems))
        if errors:
            self._desk.icons.put_on(self.counts, "error", "error")
        elif problems:
            self._desk.icons.put_on(self.counts, "warning", "warning")
        else:
            self._desk.icons.put_on(self.counts, "saved", "success")
            self.counts.setChecked(False)

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self.message.setText(message)
        self._timer.start(_SHOWN_MS)

    def toggle(self) -> None:
        """Open or close the list."""
        if self.counts.isEnabled():
            self.counts.toggle()
            if self.counts.isChecked():
                self.list.setFocus()

    def _toggled(self, shown: bool) -> None:  # Qt's own signature
        self.list.setVisible(shown)


def counted(errors: int, notices: int) -> str:
    """ "2 lỗi, 3 điều cần xem lại – bấm để xem"."""
    parts = [f"{errors} lỗi"] if errors else []
    if notices:
        parts.append(f"{notices} điều cần xem lại")
    return f"{', '.join(parts)} – bấm để xem" if parts else "Không thấy thiếu gì"
