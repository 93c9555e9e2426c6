"""One more plan in the dossier: for which year, started from what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.plan_copies import PlanCopy
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.origin_choice import OriginChoice
from cchc_desktop.ui.year_box import year_box


class NewPlanDialog(QDialog):
    """Asks; :meth:`made` is the answer once accepted."""

    def __init__(self, desk: Desk, dossier: Dossier, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self.setWindowTitle("Thêm kế hoạch")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year = year_box("Năm của kế hoạch")
        self.year.setValue(year)
        self.origin = OriginChoice(desk, dossier)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = QPushButton("Thêm kế hoạch")
        self.add.setDefault(True)
        self.origin.changed.connect(self._answered)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(QLabel("Kế hoạch cho năm"))
        row.addWidget(self.year)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(row)
        start = QLabel("Bắt đầu từ đâu?")
        start.setObjectName("cardTitle")
        layout.addWidget(start)
        layout.addWidget(self.origin)
        layout.addStretch(1)
        layout.addWidget(buttons)
        offer_help(self, desk, "an-toan#nhieu-ke-hoach")
        fit(self, 480, 420)
        self._answered()

    def _answered(self) -> None:
        self.add.setEnabled(not self.origin.lacks)
        self.add.setToolTip(self.origin.lacks)
        self.add.setText("Tiếp tục: xem kế hoạch cũ" if self.origin.old_word.isChecked() else "Thêm kế hoạch")

    def made(self) -> PlanCopy:
        """The new plan, and in how many places its year was moved."""
        return self.origin.make(self._dossier.office, self.year.value())

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        desk: Desk,
        dossier: Dossier,
        year: int,
        take: Callable[[PlanCopy], None],
        look_over: Callable[[ReadPlan, int], None],
    ) -> NewPlanDialog:
        """Open the dialog; ``take`` gets the plan when the person agrees, ``look_over`` an old plan that was read."""
        dialog = cls(desk, dossier, year, parent)

        def agreed() -> None:
            read = dialog.origin.read
            if read is None:
                take(dialog.made())
            else:
                look_over(read, dialog.year.value())

        dialog.accepted.connect(agreed)
        dialog.open()
        return dialog
