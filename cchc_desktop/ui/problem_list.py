"""The list of what is missing or wrong; choosing a line leads to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.authoring.missing import Problem
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_place import name_help


class ProblemList(QListWidget):
    """Problems in the order of the steps; ``chosen`` carries the one that was double-clicked or entered."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._problems: tuple[Problem, ...] = ()
        self.setAccessibleName("Những điều còn thiếu hoặc sai")
        name_help(self, "buoc-11#con-thieu")
        self.setWordWrap(True)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._activated)
        desk.theme.changed.connect(self._fill)

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these."""
        if problems != self._problems:
            self._problems = problems
            self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self.clear()
        for problem in self._problems:
            kind = "Lỗi" if problem.is_error else "Cần xem lại"
            item = QListWidgetItem(f"Bước {problem.step.value}. {problem.step.title}: {problem.message}")
            colour = "error" if problem.is_error else "warning"
            item.setIcon(self._desk.icons.icon("error" if problem.is_error else "warning", colour))
            item.setToolTip(kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}. {item.text()}")
            item.setData(Qt.ItemDataRole.UserRole, problem)
            self.addItem(item)
        if self.count():
            self.setCurrentRow(min(max(row, 0), self.count() - 1))

    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
