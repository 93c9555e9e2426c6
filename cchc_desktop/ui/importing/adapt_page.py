"""The second page of an import: another office's or another year's plan becomes our own, each place shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect, PlaceChange
from cchc_desktop.authoring.import_review import block_sources
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.importing.change_table import ChangeTable
from cchc_desktop.ui.importing.understood_page import shown_paper
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.preview import Preview

Adapt = Callable[[Plan, Office, int, AdaptOptions], tuple[Plan, tuple[PlaceChange, ...]]]


class AdaptPage(QWidget):
    """``plan`` is the plan with the ticked places changed."""

    changed = Signal()

    def __init__(
        self, desk: Desk, office: Office, year: int, adapt: Adapt, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._adapt = adapt
        self._before: Plan | None = None
        self.plan: Plan | None = None
        self._links: dict[str, str] = {}
        self.kept: frozenset[str] = frozenset()
        self.year = QSpinBox()
        self.year.setRange(2020, 2100)
        self.year.setValue(year)
        self.year.setAccessibleName("Năm của kế hoạch mới")
        self._years_count = QLabel()
        self.boxes = {
            Aspect.NAME: QCheckBox(),
            Aspect.AGENCIES: QCheckBox(),
            Aspect.YEAR: QCheckBox(),
            Aspect.ISSUE: QCheckBox(),
            Aspect.STRUCTURE: QCheckBox(),
        }
        for aspect, box in self.boxes.items():
            box.setChecked(aspect is not Aspect.STRUCTURE)
            box.toggled.connect(self._asked)
        self.table = ChangeTable(desk)
        self.preview = Preview()
        self.preview.set_enlargeable(False)
        self._none = hint_label("Không có chỗ nào phải đổi.")
        self._lay_out()
        self.year.valueChanged.connect(self._asked)
        self.table.kept_changed.connect(self._ticked)
        self.table.place_entered.connect(self._show_place)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        options = QVBoxLayout(card)
        options.setContentsMargins(16, 10, 16, 10)
        options.setSpacing(2)
        options.addWidget(self.boxes[Aspect.NAME])
        options.addWidget(self.boxes[Aspect.AGENCIES])
        years = QHBoxLayout()
        years.setSpacing(8)
        years.addWidget(self.boxes[Aspect.YEAR])
        years.addWidget(self.year)
        years.addWidget(self._years_count)
        years.addStretch(1)
        options.addLayout(years)
        options.addWidget(self.boxes[Aspect.ISSUE])
        options.addWidget(self.boxes[Aspect.STRUCTURE])
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        right = QWidget()
        paper = QVBoxLayout(right)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(4)
        title: QLabel = hint_label("Kế hoạch sẽ đưa vào hồ sơ")
        paper.addWidget(title)
        paper.addWidget(self.preview, 1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(8)
        sides.setObjectName("calm")
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([700, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)

    def show_plan(self, plan: Plan) -> None:
        """Begin with a plan as it was understood; what was unticked before stays so."""
        self._before = plan
        self._refresh()

    @property
    def options(self) -> AdaptOptions:
        """What is asked for."""
        return AdaptOptions(frozenset(a for a, box in self.boxes.items() if box.isChecked()), self.kept)

    def _asked(self) -> None:
        self._refresh()

    def _ticked(self) -> None:
        shown = {change.key for change in self.table.changes}
        self.kept = (self.kept - shown) | self.table.kept()
        self._refresh()

    def _refresh(self) -> None:
        before = self._before
        if before is None:
            return
        plan, changes = self._adapt(before, self._office, self.year.value(), self.options)
        self.plan = plan
        self._links = block_sources(plan)
        self.preview.set_document_from(lambda: shown_paper(plan))
        self.table.show_changes(changes, self.kept)
        self.table.setVisible(bool(changes))
        self._none.setVisible(not changes)
        self._name_boxes(Counter(change.aspect for change in changes), before)
        self.changed.emit()

    def _name_boxes(self, counts: Counter[Aspect], before: Plan) -> None:
        self.year.setEnabled(self.boxes[Aspect.YEAR].isChecked())
        names = {
            Aspect.NAME: f"Đổi tên cơ quan thành {self._office.full_name}",
            Aspect.AGENCIES: "Đổi tên phòng, đơn vị cũ thành tên hiện nay",
            Aspect.YEAR: f"Chuyển từ {before.period.phrase} sang {_begins(before)}",
            Aspect.ISSUE: "Bỏ số, ngày ban hành và người ký",
            Aspect.STRUCTURE: "Chỉ lấy cấu trúc: giữ các mục, tiêu đề; bỏ lời văn",
        }
        for aspect, box in self.boxes.items():
            count = f" ({counts[aspect]} chỗ)" if box.isChecked() else ""
            if aspect is Aspect.YEAR:
                self._years_count.setText(count.strip())
                count = ""
            box.setText(names[aspect] + count)

    def _show_place(self, target: str) -> None:
        self.preview.show_source(self._links.get(target, target))


def _begins(plan: Plan) -> str:
    return "năm" if plan.period.is_one_year else "giai đoạn bắt đầu từ năm"
