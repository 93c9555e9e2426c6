"""A line across the window that stays until its cause is gone: cannot save, open for reading only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cchc_desktop.ui.desk import Desk


class Banner(QFrame):
    """Says something in ``kind`` (error, warning, info) with buttons that help."""

    def __init__(self, kind: str, icon: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", kind)
        sign = QLabel()
        desk.icons.show_on(sign, icon, kind if kind != "info" else "accent", 20)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addWidget(sign)
        self._row.addWidget(self.text, 1)
        self.hide()

    def add_button(self, text: str, act: Callable[[], object]) -> QPushButton:
        """A button at the right."""
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(button)
        return button

    def say(self, text: str) -> None:
        """Show this, or nothing when it is empty."""
        self.text.setText(text)
        self.setVisible(bool(text))
