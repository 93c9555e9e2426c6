"""An outline in a window of its own, for the few places that have no page: below an article, above a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cchc_desktop.domain.outline import Outline
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_place import offer_help_over
from cchc_desktop.ui.outline_editor import OutlineEditor


class OutlineDialog(QDialog):
    """Edits an outline; ``outline`` holds the result."""

    def __init__(
        self, title: str, outline: Outline, *, read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 640, 420)
        offer_help_over(self, "soan-muc")
        self.outline = outline
        self._editor = OutlineEditor()
        self._editor.set_outline(outline)
        self._editor.set_read_only(read_only)
        self._editor.outline_edited.connect(self._edited)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._editor, 1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        self._editor.commit()
        super().accept()

    def _edited(self, outline: Outline, _label: str, _merge: object) -> None:
        self.outline = outline
        self._editor.set_outline(outline)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        title: str,
        outline: Outline,
        take: Callable[[Outline], None],
        *,
        read_only: bool = False,
    ) -> OutlineDialog:
        """Open the dialog; ``take`` gets the outline when the person agrees."""
        dialog = cls(title, outline, read_only=read_only, parent=parent)
        dialog.accepted.connect(lambda: take(dialog.outline))
        dialog.open()
        return dialog
