"""The line at the top: which plan, what is done with it, whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QTabBar, QToolButton, QWidget

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.plan_names import plan_name


class TopBar(QFrame):
    """Shows and tells; decides nothing."""

    plan_chosen = Signal(str)

    def __init__(self, desk: Desk, add_plan: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._desk = desk
        self._add_plan = add_plan
        self.chooser = QToolButton()
        self.chooser.setObjectName("chooser")
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chooser.setToolTip("Chọn kế hoạch của năm khác, hoặc thêm kế hoạch")
        self.chooser.setMenu(QMenu(self.chooser))
        self._places = QTabBar()
        self._places.setObjectName("places")
        self._places.setDrawBase(False)
        self._places.setExpanding(False)
        self._places.addTab("Soạn thảo")
        self._places.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview = QToolButton()
        self.preview.setObjectName("small")
        name_help(self.preview, "cua-so#trang-in")
        self.preview.setText("Trang in")
        self.preview.setCheckable(True)
        self.preview.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.preview.setToolTip("Ẩn hoặc hiện trang in bên phải (F9)")
        desk.icons.put_on(self.preview, "preview")
        self._sign = QLabel()
        self.saved = QLabel()
        self.saved.setAccessibleName("Tình trạng lưu")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(8)
        layout.addWidget(self._places, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addStretch(1)
        layout.addWidget(self._sign)
        layout.addWidget(self.saved)
        layout.addSpacing(8)
        layout.addWidget(self.preview)

    def show_plans(self, dossier: Dossier, plan_id: str) -> None:
        """The plans of the dossier, one of them chosen."""
        menu = self.chooser.menu()
        menu.clear()
        group = QActionGroup(menu)
        for plan in dossier.plans:
            action = QAction(f"{plan_name(dossier, plan)} – {plan.state}", menu)
            action.setCheckable(True)
            action.setChecked(plan.id == plan_id)
            action.triggered.connect(lambda _checked=False, key=plan.id: self.plan_chosen.emit(key))
            group.addAction(action)
            menu.addAction(action)
            if plan.id == plan_id:
                self.chooser.setText(plan_name(dossier, plan))
        if not dossier.plans:
            self.chooser.setText("Chưa có kế hoạch")
        menu.addSeparator()
        menu.addAction(self._add_plan)

    def show_saved(self, sentence: str, icon: str, colour: str, detail: str) -> None:
        """How saving stands."""
        self.saved.setText(sentence)
        self.saved.setToolTip(detail)
        self._desk.icons.show_on(self._sign, icon, colour, 18)
