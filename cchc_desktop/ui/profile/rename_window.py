"""Names changed in the profile, looked for in the drafts: each place before and after, to be ticked plan by plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.authoring.adaptation import PlaceChange
from cchc_desktop.authoring.place_words import place_words
from cchc_desktop.authoring.renaming import PlanChange
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.importing.change_table import ChangeTable
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.plan_names import plan_name


class RenameWindow(QDialog):
    """``kept`` holds the keys of the places that stay as they are."""

    def __init__(
        self, desk: Desk, dossier: Dossier, offers: Sequence[PlanChange], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đổi tên trong kế hoạch dự thảo")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._places: dict[str, tuple[PlaceChange, ...]] = {}
        self._where: dict[str, tuple[str, ...]] = {}
        for offer in offers:
            where = place_words(dossier.plan(offer.plan), offer.place.target, offer.name)
            self._places[offer.plan] = (*self._places.get(offer.plan, ()), offer.place)
            self._where[offer.plan] = (*self._where.get(offer.plan, ()), where)
        self.kept: frozenset[str] = frozenset()
        self.plans = QTabBar()
        self.plans.setDrawBase(False)
        self.plans.setExpanding(False)
        self.plans.setAccessibleName("Các kế hoạch dự thảo")
        self._plan_ids = list(self._places)
        self._names = {key: plan_name(dossier, dossier.plan(key)) for key in self._plan_ids}
        for _key in self._plan_ids:
            self.plans.addTab("")
        self.table = ChangeTable(desk, before="Đang ghi trong dự thảo", where=True)
        self.change = QPushButton("Đổi các chỗ đã chọn")
        self.change.setObjectName("primary")
        self.leave = QPushButton("Để nguyên")
        self._count = QLabel()
        self._lay_out(any(plan.is_issued for plan in dossier.plans))
        self.plans.currentChanged.connect(self._show)
        self.table.kept_changed.connect(self._ticked)
        self.change.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        offer_help(self, desk, "co-quan")
        fit(self, 900, 560)
        self._show(0)
        self.table.setFocus()

    def _lay_out(self, any_issued: bool) -> None:
        issued = "Kế hoạch đã ban hành không bị đụng đến. " if any_issued else ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        title = QLabel("Tên đã đổi trong thông tin cơ quan, dự thảo còn ghi tên cũ ở những chỗ sau")
        title.setObjectName("cardTitle")
        title.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(
            hint_label(
                f"{issued}Bỏ dấu (phím cách) ở chỗ muốn giữ nguyên, ví dụ khi nhắc đến cơ quan cũ. Đổi xong vẫn hoàn "
                "tác được bằng Ctrl+Z."
            )
        )
        self.plans.setVisible(len(self._plan_ids) > 1)
        layout.addWidget(self.plans)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self.leave)
        row.addWidget(self.change)
        layout.addLayout(row)
        for button in (self.change, self.leave):
            button.setAutoDefault(False)

    def _show(self, index: int) -> None:
        if 0 <= index < len(self._plan_ids):
            key = self._plan_ids[index]
            self.table.show_changes(self._places[key], self.kept, self._where[key])
        self._show_counts()

    def _show_counts(self) -> None:
        chosen = 0
        for index, key in enumerate(self._plan_ids):
            places = self._places[key]
            ticked = sum(place.key not in self.kept for place in places)
            chosen += ticked
            self.plans.setTabText(index, f"{self._names[key]} ({ticked}/{len(places)})")
        total = sum(len(places) for places in self._places.values())
        where = f" trong {self._names[self._plan_ids[0]]}" if len(self._plan_ids) == 1 else ""
        self._count.setText(f"Sẽ đổi {chosen} trong {total} chỗ{where}.")
        self.change.setEnabled(chosen > 0)

    def _ticked(self) -> None:
        shown = {place.key for place in self.table.changes}
        self.kept = (self.kept - shown) | self.table.kept()
        self._show_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.change.isEnabled() and not self.leave.hasFocus():
            self.accept()
        else:
            super().keyPressEvent(event)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        desk: Desk,
        dossier: Dossier,
        offers: Sequence[PlanChange],
        take: Callable[[frozenset[str]], None],
    ) -> RenameWindow:
        """Open it; ``take`` gets the keys of the places to be left alone when the person agrees."""
        window = cls(desk, dossier, offers, parent)
        window.accepted.connect(lambda: take(window.kept))
        window.open()
        return window
