"""The row over the suggestions: the bar that opens them, the search, the filter, and the button of commands."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.library.filters import FilterBox

_LEAST_LETTERS = 13  # of the search: "Tìm gợi ý" and the button that clears it


class PanelHead(QWidget):
    """Where there is little room the filter gives way (the menu of commands has it, too) and the bar says less."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._is_open = False
        self._is_narrow = False
        self.bar = QPushButton()
        self.bar.setObjectName("flat")
        self.bar.setCheckable(True)
        self.bar.setToolTip("Mở, đóng các câu gợi ý cho chỗ đang viết (F7)")
        self.search = QLineEdit()
        self.search.setAccessibleName("Tìm gợi ý")
        self.search.setToolTip("Gõ vài chữ, có dấu hay không dấu đều được")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(self.search.fontMetrics().averageCharWidth() * _LEAST_LETTERS + 30)
        self.filter = FilterBox()
        self.filter.currentIndexChanged.connect(self._show)
        self.more = QToolButton()
        self.more.setObjectName("small")
        self.more.setAccessibleName("Lệnh cho gợi ý")
        self.more.setToolTip("Thu hẹp, lưu, sửa, ẩn, hiện gợi ý")
        desk.icons.put_on(self.more, "more")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.bar)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        row.addWidget(self.more)

    @property
    def is_narrow(self) -> bool:
        """Whether the filter has given way."""
        return self._is_narrow

    def show_state(self, *, opened: bool, count: int = 0) -> None:
        """Open with so many suggestions, or closed."""
        self._is_open, self._count = opened, count
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be, with the filter away."""
        metrics = self.bar.fontMetrics()
        least = metrics.horizontalAdvance("Gợi ý (888)  ▾") + 24
        if self._is_open:
            least += self.search.minimumWidth() + self.more.sizeHint().width() + 12
        return QSize(least, super().minimumSizeHint().height())

    def _show(self) -> None:
        metrics = self.bar.fontMetrics()
        said = f"Gợi ý nội dung ({self._count})  ▾"
        wanted = metrics.horizontalAdvance(said) + 24 + self.search.minimumWidth() + 40
        wanted += self.filter.sizeHint().width() + self.more.sizeHint().width() + 18
        self._is_narrow = self._is_open and self.width() < wanted
        for widget in (self.search, self.more):
            widget.setVisible(self._is_open)
        self.filter.setVisible(self._is_open and not self._is_narrow)
        self.search.setPlaceholderText("Tìm gợi ý" if self._is_narrow else "Tìm: chữ có dấu hay không dấu")
        if not self._is_open:
            self.bar.setText("Gợi ý nội dung  ▸")
            self.bar.setAccessibleName("Gợi ý nội dung, đang đóng")
            return
        narrowed = ", lọc" if self._is_narrow and self.filter.currentIndex() > 0 else ""
        self.bar.setText(f"Gợi ý ({self._count}{narrowed})  ▾" if self._is_narrow else said)
        self.bar.setAccessibleName(f"Gợi ý nội dung, {self._count} câu, đang mở")
