"""What is seen before a dossier is open: four doors and the files opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.explained import Door
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.icons import app_icon
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.recent_files import RecentFiles

_DOORS = (
    ("new", "Tạo hồ sơ mới", "Chọn xã, phường, năm; nội dung gợi ý có sẵn"),
    ("open", "Mở hồ sơ", "Mở tệp .cchc đã có, hoặc kéo tệp thả vào đây"),
    (
        "old-word",
        "Bắt đầu từ kế hoạch cũ (Word)",
        "Word, văn bản, Excel hoặc dán; xem lại rồi mới nhận",
    ),
    ("sample", "Xem hồ sơ mẫu", "Một kế hoạch hoàn chỉnh của một phường giả định"),
)


class StartPage(QWidget):
    """Four doors; ``chosen`` names the door, ``recent_chosen`` the file."""

    chosen = Signal(str)
    recent_chosen = Signal(object)

    def __init__(self, desk: Desk, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._recent = recent
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addLayout(_head())
        column.addLayout(self._doors())
        column.addWidget(self._recent_part(), 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        middle = QWidget()
        middle.setMaximumWidth(860)
        column.setContentsMargins(0, 0, 0, 0)
        middle.setLayout(column)
        outer.addStretch(1)
        outer.addWidget(middle, 20)
        outer.addStretch(1)
        desk.theme.changed.connect(self.refresh)
        self.refresh()

    def _doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        self.doors: dict[str, Door] = {}
        for index, (name, title, meaning) in enumerate(_DOORS):
            button = Door(title, meaning)
            self._desk.icons.put_on(button, name, "accent")
            button.clicked.connect(lambda _checked=False, door=name: self.chosen.emit(door))
            self.doors[name] = button
            grid.addWidget(button, index // 2, index % 2)
        return grid

    def _recent_part(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        title = QLabel("Hồ sơ mở gần đây")
        title.setObjectName("cardTitle")
        self._none = hint_label(
            "Chưa có. Hồ sơ anh, chị tạo hoặc mở sẽ hiện ở đây để lần sau mở lại bằng một lần bấm."
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Hồ sơ mở gần đây")
        name_help(self.list, "bat-dau#mo")
        self.list.setIconSize(QSize(24, 24))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        forget = QAction("Bỏ khỏi danh sách này (không xóa tệp)", self.list)
        forget.triggered.connect(self.forget_current)
        self.list.addAction(forget)
        self._how = hint_label("Phím Delete bỏ một dòng khỏi danh sách; tệp không bị xóa.")
        layout.addWidget(title)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 100)
        layout.addWidget(self._how)
        layout.addStretch(1)
        return part

    def refresh(self) -> None:
        """Look again which files there are."""
        self.list.clear()
        for path in self._recent.paths():
            there = path.is_file()
            line = f"{path.stem}\n{path.parent}"
            if not there:
                line = f"{path.stem}\nKhông thấy tệp ở {path.parent}: tệp đã chuyển chỗ, hoặc chưa cắm USB"
            item = QListWidgetItem(
                self._desk.icons.icon("plan" if there else "warning", "accent" if there else "muted"), line
            )
            item.setData(Qt.ItemDataRole.UserRole, path)
            if not there:
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
        some = self.list.count() > 0
        self.list.setVisible(some)
        self._how.setVisible(some)
        self._none.setVisible(not some)

    def forget_current(self) -> None:
        """Take the current line out of the list."""
        item = self.list.currentItem()
        if item is not None:
            self._recent.remove(item.data(Qt.ItemDataRole.UserRole))
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.forget_current()
        else:
            super().keyPressEvent(event)

    def _activated(self, item: QListWidgetItem) -> None:
        path: Path = item.data(Qt.ItemDataRole.UserRole)
        self.recent_chosen.emit(path)


def _head() -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(app_icon().pixmap(56, 56))
    title = QLabel("Kế hoạch tuyên truyền cải cách hành chính")
    title.setObjectName("startTitle")
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(hint_label("Soạn từng bước, xuất Word, Excel, PDF đúng thể thức. Gõ đến đâu lưu đến đó."))
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(sign)
    row.addLayout(words, 1)
    return row
