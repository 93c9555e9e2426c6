"""Another commune for a dossier whose commune was chosen wrongly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office
from cchc_desktop.ui.commune_picker import CommunePicker
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label


class CommuneDialog(QDialog):
    """Asks; ``picker.office`` is the answer once accepted."""

    def __init__(self, desk: Desk, directory: CommuneDirectory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn lại xã, phường, đặc khu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picker = CommunePicker(directory)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = QPushButton("Chọn xã, phường này")
        self.take.setDefault(True)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.picker.office_changed.connect(self._answered)
        self.picker.entered.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.picker, 1)
        layout.addWidget(
            hint_label(
                "Tên cơ quan ban hành, địa danh, danh sách cơ quan còn như mặc định sẽ theo xã, phường mới; chỗ nào "
                "anh, chị đã sửa thì giữ nguyên."
            )
        )
        layout.addWidget(buttons)
        offer_help(self, desk, "co-quan")
        fit(self, 560, 480)
        self._answered()
        self.picker.query.setFocus()

    def _answered(self) -> None:
        self.take.setEnabled(self.picker.office is not None)

    def accept(self) -> None:
        if self.picker.office is not None:
            super().accept()

    @classmethod
    def ask(
        cls, parent: QWidget, desk: Desk, directory: CommuneDirectory, take: Callable[[Office], None]
    ) -> CommuneDialog:
        """Open the dialog; ``take`` gets the commune when the person agrees."""
        dialog = cls(desk, directory, parent)

        def agreed() -> None:
            if dialog.picker.office is not None:
                take(dialog.picker.office)

        dialog.accepted.connect(agreed)
        dialog.open()
        return dialog
