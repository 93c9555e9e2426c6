"""Which columns the task table shows: a usual table, or columns one by one with headings of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.appendix_edits import VARIANT_NAMES, toggled, variant_of, with_heading
from cchc_desktop.domain.task import COLUMN_HEADINGS, VARIANTS, Column, TaskColumn
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.fitting import fit, scrolled
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label

_ALWAYS = (TaskColumn.ORDER, TaskColumn.CONTENT)


class ColumnsDialog(QDialog):
    """Chooses columns; ``columns`` holds the choice."""

    def __init__(self, desk: Desk, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cột của bảng nhiệm vụ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.columns = columns
        self._written = columns
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(QLabel("Bảng thường dùng"))
        self._variants = QComboBox()
        self._variants.setAccessibleName("Bảng thường dùng")
        self._variants.addItem("Cột tự chọn", None)
        for letter, name in VARIANT_NAMES.items():
            self._variants.addItem(f"Kiểu {letter}: {name}", letter)
        self._variants.activated.connect(self._variant_chosen)
        layout.addWidget(self._variants)
        layout.addWidget(hint_label("Nội dung đã ghi ở cột bị ẩn vẫn còn nguyên, hiện lại cột là thấy."))
        layout.addWidget(scrolled(self._grid()), 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._show()
        offer_help(self, desk, "buoc-7#cot")
        fit(self, 460, 600)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel("Cột"), 0, 0)
        grid.addWidget(QLabel("Tên in trên bảng"), 0, 1)
        self._checks: dict[TaskColumn, QCheckBox] = {}
        self._headings: dict[TaskColumn, LineField] = {}
        for row, kind in enumerate(TaskColumn, 1):
            check = QCheckBox(COLUMN_HEADINGS[kind])
            check.setEnabled(kind not in _ALWAYS)
            check.clicked.connect(lambda shown, one=kind: self._toggle(one, shown=shown))
            heading = LineField(f"Tên cột {COLUMN_HEADINGS[kind]}")
            heading.typed.connect(lambda text, one=kind: self._rename(one, text))
            self._checks[kind] = check
            self._headings[kind] = heading
            grid.addWidget(check, row, 0)
            grid.addWidget(heading, row, 1)
        return grid

    def _show(self) -> None:
        headings = {column.kind: column.heading for column in self.columns}
        for kind in TaskColumn:
            self._checks[kind].setChecked(kind in headings)
            self._headings[kind].setEnabled(kind in headings)
            self._headings[kind].show_value(headings.get(kind, ""))
        letter = variant_of(self.columns)
        self._variants.setCurrentIndex(0 if letter is None else self._variants.findData(letter))

    def _variant_chosen(self, index: int) -> None:
        letter = self._variants.itemData(index)
        self.columns = self._written if letter is None else VARIANTS[letter]
        self._show()

    def _toggle(self, kind: TaskColumn, *, shown: bool) -> None:
        self.columns = self._written = toggled(self.columns, kind, shown=shown)
        self._show()

    def _rename(self, kind: TaskColumn, heading: str) -> None:
        self.columns = self._written = with_heading(self.columns, kind, heading)
        self._show()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        desk: Desk,
        columns: tuple[Column, ...],
        take: Callable[[tuple[Column, ...]], None],
    ) -> ColumnsDialog:
        """Open the dialog; ``take`` gets the columns when the person agrees."""
        dialog = cls(desk, columns, parent)
        dialog.accepted.connect(lambda: take(dialog.columns))
        dialog.open()
        return dialog
