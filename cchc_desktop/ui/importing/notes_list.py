"""What the reading had to do: labels that change, lines put together, letters converted. A note leads to its line."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.ui.desk import Desk

_LINE = re.compile(r"[Dd]òng (\d+)")


class NotesList(QListWidget):
    """Sentences; ``line_wanted`` carries the number of the line a chosen one is about."""

    line_wanted = Signal(int)

    def __init__(self, desk: Desk, notes: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName("Ghi chú khi đọc")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for note in notes:
            item = QListWidgetItem(note)
            found = _LINE.search(note)
            item.setData(Qt.ItemDataRole.UserRole, int(found[1]) if found else 0)
            self.addItem(item)
        self.itemActivated.connect(self._chosen)
        self.itemClicked.connect(self._chosen)
        desk.theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        for row in range(self.count()):
            self.item(row).setIcon(self._desk.icons.icon("info", "accent"))

    def _chosen(self, item: QListWidgetItem) -> None:
        line = int(item.data(Qt.ItemDataRole.UserRole))
        if line:
            self.line_wanted.emit(line)
