"""What a new plan starts from: suggested contents, a plan of this dossier, an old Word file (soon), or nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.plan_copies import copy_for_year
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.explained import explained
from cchc_desktop.ui.plan_names import plan_name

MakePlan = Callable[[Office, int], Plan]


class OriginChoice(QWidget):
    """Radio buttons, the first sensible one already chosen."""

    def __init__(self, dossier: Dossier | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.suggested = self._button(
            "Nội dung gợi ý", "Các mục và bảng nhiệm vụ viết sẵn theo xã, phường; anh, chị sửa lại."
        )
        self.copied = self._button(
            "Kế hoạch năm trước trong hồ sơ này", "Chép lại toàn bộ, đổi năm ở tên; số và ngày để trống."
        )
        self._plans = QComboBox()
        self._plans.setAccessibleName("Kế hoạch để chép lại")
        for plan in reversed(dossier.plans if dossier else ()):
            self._plans.addItem(plan_name(dossier, plan) if dossier else "", plan.id)
        row = QHBoxLayout()
        row.setContentsMargins(30, 0, 0, 0)
        row.addWidget(self._plans)
        row.addStretch(1)
        self._layout.addLayout(row)
        self.old_word = self._button("Kế hoạch Word cũ", "Sắp có: bản này chưa đọc được kế hoạch Word cũ.")
        self.empty = self._button("Để trống", "Chỉ có tên các mục; anh, chị tự viết hoặc dán vào.")
        self.old_word.setEnabled(False)
        has_plans = self._plans.count() > 0
        self.copied.setEnabled(has_plans)
        self._plans.setVisible(has_plans)
        (self.copied if has_plans else self.suggested).setChecked(True)
        self._plans.activated.connect(lambda _index: self.copied.setChecked(True))

    def _button(self, text: str, meaning: str) -> QRadioButton:
        button = QRadioButton(text)
        self._group.addButton(button)
        self._layout.addLayout(explained(button, meaning))
        return button

    @property
    def plan_id(self) -> str:
        """The plan to start from, or nothing."""
        return str(self._plans.currentData() or "") if self.copied.isChecked() else ""

    def make(self, office: Office, year: int) -> Plan:
        """The new plan."""
        if self.plan_id and self._dossier is not None:
            return copy_for_year(self._dossier.plan(self.plan_id), year)
        return new_plan(office, year, suggested=self.suggested.isChecked())
