"""The pages in a window of their own, as large as the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.paper.blocks import Document
from cchc_desktop.ui.help_place import offer_help_over
from cchc_desktop.ui.preview import Preview


class PreviewWindow(QDialog):
    """Shows the pages; a click in them leads back to the place in the editor."""

    def __init__(self, compose: Callable[[], Document], jump: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Xem trang in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        offer_help_over(self, "cua-so#trang-in")
        self.preview = Preview()
        self.preview.set_enlargeable(False)
        self.preview.set_document_from(compose)
        self.preview.source_clicked.connect(self.close)
        self.preview.source_clicked.connect(jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        QShortcut(QKeySequence("F11"), self, self.close)

    @classmethod
    def show_for(
        cls, parent: QWidget, compose: Callable[[], Document], jump: Callable[[str], None]
    ) -> PreviewWindow:
        """Open it over the window."""
        window = cls(compose, jump, parent)
        available = parent.screen().availableGeometry()
        window.resize(int(available.width() * 0.9), int(available.height() * 0.9))
        window.show()
        return window
