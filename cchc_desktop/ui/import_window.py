"""The window in which an old plan is looked over, its doubts are settled, and it becomes the office's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.adaptation import AdaptOptions, PlaceChange
from cchc_desktop.authoring.import_review import with_own_letterhead
from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.authoring.import_target import NEW_PLAN, Destination, whole_plan
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.profile import OfficeProfile, default_profile
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.importing.adapt_page import Adapt, AdaptPage
from cchc_desktop.ui.importing.understood_page import UnderstoodPage
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.trouble import new_box

Take = Callable[[Plan, Destination], None]


def adapt_as_ours(
    plan: Plan,
    office: Office,
    year: int,
    options: AdaptOptions,
    profile: OfficeProfile | None = None,
) -> tuple[Plan, tuple[PlaceChange, ...]]:
    """The plan adapted to the office and the year, as its profile names it and its agencies."""
    from cchc_desktop.authoring.importing import adapted

    return adapted(plan, office, year, options, profile)


@dataclass(frozen=True, slots=True)
class Ours:
    """For whom a plan is read: the office, the year, and where in the dossier it may go (the first is proposed)."""

    office: Office
    year: int
    destinations: Sequence[Destination] = (NEW_PLAN,)
    adapt: Adapt | None = None
    profile: OfficeProfile | None = None

    @property
    def adapting(self) -> Adapt:
        """What makes a plan ours: by the profile, unless something else is given."""
        return self.adapt or partial(adapt_as_ours, profile=self.profile)


class ImportWindow(QDialog):
    """Two pages: what was understood, and what is changed to make it ours. Leaves no trace unless it is accepted."""

    def __init__(self, desk: Desk, read: ReadPlan, ours: Ours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ours = ours
        self.setWindowTitle(f"Nhập kế hoạch cũ – {read.source.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        profile = ours.profile or default_profile(ours.office)
        read = replace(read, draft=with_own_letterhead(read.draft, profile.letterhead))
        self.understood = UnderstoodPage(desk, read)
        self.adapting = AdaptPage(desk, ours.office, ours.year, ours.adapting)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.understood)
        self._pages.addWidget(self.adapting)
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self._hint = hint_label("")
        self._state = hint_label("")
        self.back = self._button("Quay lại", "back", self._go_back)
        self.cancel = self._button("Hủy", "close", self.reject)
        self.go_on = self._button("Tiếp tục", "next", self._go_on)
        self.take = self._button("Đưa vào hồ sơ", "", self.accept)
        self.go_on.setObjectName("primary")
        self.take.setObjectName("primary")
        self.where = QComboBox()
        self.where.setAccessibleName("Đưa vào đâu")
        for place in ours.destinations:
            self.where.addItem(place.name)
        self._lay_out()
        self._add_keys()
        self.understood.changed.connect(self._show_state)
        self._show_page(0)
        self.understood.start()

    def _button(self, text: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        # Enter answers doubts: no button takes it unless it has the focus.
        button.setAutoDefault(False)
        button.setDefault(False)
        if icon:
            self._desk.icons.put_on(button, icon, "onAccent" if icon == "next" else "text")
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._state, 1)
        bottom.addWidget(self.where)
        for button in (self.back, self.cancel, self.go_on, self.take):
            bottom.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.understood.counts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self._pages, 1)
        layout.addLayout(bottom)

    def _add_keys(self) -> None:
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self, lambda one=step: self._walk(one))
        offer_help(self, self._desk, "nhap-ke-hoach")

    @property
    def plan(self) -> Plan:
        """The plan as it would be taken over now."""
        plan = self.adapting.plan or self.understood.plan
        if self.destination.plan_id:
            return plan
        return whole_plan(plan, self._ours.office, self.adapting.year.value(), self._ours.profile)

    @property
    def destination(self) -> Destination:
        """Where it would go."""
        return self._ours.destinations[max(self.where.currentIndex(), 0)]

    def _show_page(self, index: int) -> None:
        first = index == 0
        name_help(self, "nhap-ke-hoach#hieu" if first else "nhap-ke-hoach#chuyen")
        self._pages.setCurrentIndex(index)
        self._title.setText(
            "Chương trình hiểu kế hoạch cũ như sau" if first else "Chuyển thành của cơ quan ta"
        )
        self._hint.setText(
            "Di chuyển ở bên nào thì bên kia đi theo. Trả lời từng chỗ bằng phím 1, 2, 3…; Enter nhận cách thứ nhất; F8 đến chỗ tiếp theo."
            if first
            else "Từng chỗ sẽ đổi, trước và sau, theo thứ tự trên giấy. Bỏ dấu (phím cách) ở chỗ muốn giữ nguyên như trong kế hoạch cũ."
        )
        self.understood.counts.setVisible(first)
        self.back.setVisible(not first)
        self.go_on.setVisible(first)
        self.take.setVisible(not first)
        self.where.setVisible(not first and self.where.count() > 1)
        self._show_state()

    def _show_state(self) -> None:
        left = len(self.understood.review.open_doubts)
        self._state.setText(
            f"Còn {left} chỗ chưa trả lời: giữ như chương trình đã đoán, sửa sau trong hồ sơ cũng được."
            if left
            else ""
        )

    def _go_on(self) -> None:
        self.adapting.show_plan(self.understood.plan)
        self._show_page(1)
        (self.adapting.table if self.adapting.table.changes else self.take).setFocus()

    def _go_back(self) -> None:
        self._show_page(0)
        self.understood.start()

    def _walk(self, step: int) -> None:
        if self._pages.currentIndex() == 0 and self.understood.review.doubts:
            self.understood.tabs.setCurrentWidget(self.understood.doubts)
            self.understood.doubts.list.setFocus()
            self.understood.doubts.go(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pages.currentIndex() == 0 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.understood.doubts.answer(0)
                return
            if event.text().isdigit() and event.text() != "0":
                self.understood.doubts.answer(int(event.text()) - 1)
                return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; answers that were given are not thrown away by a slip of the Esc key."""
        if not self.understood.review.answers:
            super().reject()
            return
        box = new_box(
            self,
            "Hủy việc nhập kế hoạch này?",
            "Hồ sơ và tệp cũ không bị thay đổi gì; những câu đã trả lời ở đây sẽ mất.",
            QMessageBox.Icon.Question,
            help_page="nhap-ke-hoach",
        )
        leave = box.addButton("Hủy việc nhập", QMessageBox.ButtonRole.AcceptRole)
        leave.clicked.connect(lambda _checked=False: self.done(QDialog.DialogCode.Rejected))
        stay = box.addButton("Ở lại", QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(stay)
        box.setDefaultButton(stay)
        box.open()

    @classmethod
    def show_for(cls, parent: QWidget, desk: Desk, read: ReadPlan, ours: Ours, take: Take) -> ImportWindow:
        """Open it over the window; ``take`` gets the plan and its place when the person agrees."""
        window = cls(desk, read, ours, parent)
        window.accepted.connect(lambda: take(window.plan, window.destination))
        available = parent.screen().availableGeometry()
        window.resize(int(available.width() * 0.97), int(available.height() * 0.92))
        window.open()
        return window
