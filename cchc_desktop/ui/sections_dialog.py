"""All sections of the plan in their order: rename, move, give a role, remove, add. Each change is made at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.plan_edits import (
    with_new_section,
    with_section_moved,
    with_section_role,
    with_section_title,
    without_section,
)
from cchc_desktop.authoring.step_names import step_of_role
from cchc_desktop.domain.plan import Plan, Section, SectionRole
from cchc_desktop.domain.vietnamese import clean, roman
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label

EditPlan = Callable[[str, Callable[[Plan], Plan], object], None]


class SectionsDialog(QDialog):
    """``read`` gives the plan as it is now, ``edit`` changes it."""

    def __init__(
        self, desk: Desk, read: Callable[[], Plan], edit: EditPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._edit_plan = edit
        self.setWindowTitle("Các mục của kế hoạch")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName("Các mục theo thứ tự in")
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.title_field = LineField("Tên mục")
        self.title_field.typed.connect(self._rename)
        self.roles = QComboBox()
        self.roles.setAccessibleName("Mục này thuộc bước")
        for role in SectionRole:
            self.roles.addItem(f"{role.label} (bước {step_of_role(role).value})", role)
        self.roles.activated.connect(self._give_role)
        self._lay_out(desk)
        self.show_plan()

    def _lay_out(self, desk: Desk) -> None:
        column = QVBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for icon, text, act in (
            ("up", "Chuyển lên", lambda: self._move(-1)),
            ("down", "Chuyển xuống", lambda: self._move(1)),
            ("add", "Thêm mục", self._add),
            ("remove", "Bỏ mục", self._remove),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            desk.icons.put_on(button, icon)
            button.clicked.connect(act)
            self.buttons[icon] = button
            column.addWidget(button)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(column)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(
            hint_label(
                "Số La Mã do chương trình tự đánh. Mọi thay đổi hoàn tác được bằng Ctrl+Z sau khi đóng."
            )
        )
        layout.addLayout(row, 1)
        layout.addWidget(QLabel("Tên mục"))
        layout.addWidget(self.title_field)
        layout.addWidget(QLabel("Viết ở bước"))
        layout.addWidget(self.roles)
        layout.addWidget(close)
        offer_help(self, desk, "soan-muc#cac-muc")
        fit(self, 620, 460)

    @property
    def section(self) -> Section | None:
        """The section chosen."""
        sections = self._read().sections
        row = self.list.currentRow()
        return sections[row] if 0 <= row < len(sections) else None

    def show_plan(self, row: int | None = None) -> None:
        """Show the sections as they are now."""
        keep = self.list.currentRow() if row is None else row
        self.list.blockSignals(True)
        self.list.clear()
        number = 0
        for section in self._read().sections:
            number += bool(section.title.strip())
            label = f"{roman(number)}. {section.title}" if section.title.strip() else "(chưa có tên)"
            self.list.addItem(QListWidgetItem(label))
        self.list.setCurrentRow(min(max(keep, 0), self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        section = self.section
        row, last = self.list.currentRow(), self.list.count() - 1
        self.title_field.setEnabled(section is not None)
        self.roles.setEnabled(section is not None)
        self.buttons["remove"].setEnabled(section is not None)
        self.buttons["up"].setEnabled(row > 0)
        self.buttons["down"].setEnabled(0 <= row < last)
        self.title_field.show_value(section.title if section else "")
        if section is not None:
            self.roles.setCurrentIndex(self.roles.findData(section.role))

    def _change(
        self, label: str, change: Callable[[Plan], Plan], merge: object = None, move: int = 0
    ) -> None:
        row = self.list.currentRow() + move
        self._edit_plan(label, change, merge)
        self.show_plan(row)

    def _rename(self, text: str) -> None:
        section = self.section
        if section is not None:
            key = section.id
            self._change(
                "đổi tên mục", lambda plan: with_section_title(plan, key, clean(text)), ("section-title", key)
            )

    def _give_role(self, index: int) -> None:
        section = self.section
        role = self.roles.itemData(index)
        if section is not None:
            key = section.id
            self._change("đổi bước của một mục", lambda plan: with_section_role(plan, key, role))

    def _move(self, by: int) -> None:
        section = self.section
        if section is not None:
            key = section.id
            self._change("chuyển chỗ một mục", lambda plan: with_section_moved(plan, key, by), move=by)

    def _add(self) -> None:
        self._edit_plan("thêm một mục", lambda plan: with_new_section(plan, SectionRole.OTHER)[0], None)
        self.show_plan(self.list.count())
        self.title_field.setFocus()
        self.title_field.selectAll()

    def _remove(self) -> None:
        section = self.section
        if section is not None:
            key = section.id
            self._change(f"bỏ mục “{section.title}”", lambda plan: without_section(plan, key))
