"""What a new plan starts from: suggested contents, a plan of this dossier, an old plan in a file, or nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.new_plan import new_plan, new_plan_in
from cchc_desktop.authoring.plan_copies import PlanCopy, copy_for_year
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.explained import explained
from cchc_desktop.ui.importing.asking import ask_file, read_clipboard
from cchc_desktop.ui.plan_names import plan_name


class OriginChoice(QWidget):
    """Radio buttons, the first sensible one already chosen. ``changed``: another one, or an old plan was read.

    ``dossier``: the open one. With ``new_dossier`` the plan goes into another file: nothing is copied unless asked for,
    and only when that file is of the same commune (:meth:`set_office`).
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        dossier: Dossier | None = None,
        parent: QWidget | None = None,
        *,
        new_dossier: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dossier = dossier
        self._new_dossier = new_dossier
        self._read: ReadPlan | None = None
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.suggested = self._button("Nội dung gợi ý", "Các mục, bảng nhiệm vụ viết sẵn; anh, chị sửa lại.")
        self.copied = self._button(
            "Kế hoạch trong hồ sơ đang mở" if new_dossier else "Kế hoạch năm trước trong hồ sơ này",
            "Chép sang hồ sơ mới của cùng xã, phường; năm đổi ở mọi chỗ, số và ngày để trống."
            if new_dossier
            else "Chép lại toàn bộ, năm đổi ở mọi chỗ, trừ văn bản được dẫn; số và ngày để trống.",
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
        self.old_word = self._button(
            "Kế hoạch Word cũ", "Từ tệp Word, văn bản, Excel hoặc dán; xem lại rồi mới nhận."
        )
        self._layout.addLayout(self._old_row())
        self.empty = self._button("Để trống", "Chỉ có tên các mục; anh, chị tự viết hoặc dán vào.")
        can_copy = self._plans.count() > 0 and not new_dossier
        self._allow_copy(can_copy)
        (self.copied if can_copy else self.suggested).setChecked(True)
        self._plans.activated.connect(lambda _index: self.copied.setChecked(True))
        self._group.buttonToggled.connect(lambda _button, checked: self._chosen() if checked else None)
        self._chosen()

    def set_office(self, office: Office | None) -> None:
        """For which commune the new dossier is: a plan that names another one is not copied into it."""
        own = self._dossier is not None and office == self._dossier.office
        self._allow_copy(own and self._plans.count() > 0)
        if self.copied.isChecked() and not self.copied.isEnabled():
            self.suggested.setChecked(True)

    def _allow_copy(self, allowed: bool) -> None:
        self.copied.setEnabled(allowed)
        self._plans.setVisible(allowed)

    def _button(self, text: str, meaning: str) -> QRadioButton:
        button = QRadioButton(text)
        self._group.addButton(button)
        self._layout.addLayout(explained(button, meaning))
        return button

    def _old_row(self) -> QVBoxLayout:
        self.choose_file = QPushButton("Chọn tệp…")
        self.paste = QPushButton("Dán từ bộ nhớ tạm")
        self._desk.icons.put_on(self.choose_file, "open")
        self._desk.icons.put_on(self.paste, "paste")
        self.choose_file.clicked.connect(lambda: ask_file(self._desk, self.window(), self.take))
        self.paste.clicked.connect(lambda: read_clipboard(self._desk, self.window(), self.take))
        buttons = QHBoxLayout()
        for button in (self.choose_file, self.paste):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.what = QLabel()
        self.what.setWordWrap(True)
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        rows = QVBoxLayout()
        rows.setContentsMargins(30, 2, 0, 6)
        rows.setSpacing(4)
        rows.addLayout(buttons)
        rows.addWidget(self.what)
        return rows

    def take(self, read: ReadPlan) -> None:
        """Start from this old plan."""
        self._read = read
        self.old_word.setChecked(True)
        title = " ".join(read.draft.plan.title.split())
        self.what.setText(f"Đã đọc {read.source.name}{f': {title}' if title else ''}")
        self._chosen()

    def _chosen(self) -> None:
        for widget in (self.choose_file, self.paste):
            widget.setVisible(self.old_word.isChecked())
        self.what.setVisible(self.old_word.isChecked() and self._read is not None)
        self.changed.emit()

    @property
    def read(self) -> ReadPlan | None:
        """The old plan to start from, if that is what is chosen."""
        return self._read if self.old_word.isChecked() else None

    @property
    def lacks(self) -> str:
        """What still has to be chosen, in a sentence; blank when nothing."""
        if self.old_word.isChecked() and self._read is None:
            return "Hãy chọn tệp kế hoạch cũ, hoặc dán từ bộ nhớ tạm."
        return ""

    @property
    def plan_id(self) -> str:
        """The plan to start from, or nothing."""
        return str(self._plans.currentData() or "") if self.copied.isChecked() else ""

    def make(self, office: Office, year: int) -> PlanCopy:
        """The new plan; one from an old file is looked over first (``read``)."""
        own = self._dossier if self._dossier is not None and self._dossier.office == office else None
        if own is not None and self.plan_id:
            return copy_for_year(own.plan(self.plan_id), office, year)
        suggested = self.suggested.isChecked()
        if own is not None:
            return PlanCopy(new_plan_in(own, year, suggested=suggested))
        return PlanCopy(new_plan(office, year, suggested=suggested))
