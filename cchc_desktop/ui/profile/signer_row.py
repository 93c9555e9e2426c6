"""One signer in a row: name, title, in what capacity, and a menu to move or remove him."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QMenu, QToolButton, QWidget

from cchc_desktop.authoring.signer_choice import CAPACITY_NAMES, USUAL_TITLES
from cchc_desktop.domain.plan import Capacity
from cchc_desktop.domain.profile import Signer
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.choice_field import ChoiceField
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField

_CAPACITIES = tuple(CAPACITY_NAMES)


class SignerRow(QWidget):
    """``changed`` carries a part of the signer ("name", "title", "capacity") and its value."""

    changed = Signal(str, object)
    move_wanted = Signal(int)
    remove_wanted = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = QLabel()
        self.name = LineField("Họ và tên")
        self.name.setPlaceholderText("họ và tên")
        self.title = ChoiceField("Chức vụ", USUAL_TITLES)
        self.capacity = QComboBox()
        self.capacity.addItems([CAPACITY_NAMES[one] for one in _CAPACITIES])
        self._menu = QToolButton()
        self._menu.setObjectName("small")
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setToolTip("Chuyển lên, chuyển xuống, xóa")
        desk.icons.put_on(self._menu, "more")
        menu = QMenu(self._menu)
        for icon, text, act in (
            ("up", "Chuyển lên\tAlt+Up", lambda: self.move_wanted.emit(-1)),
            ("down", "Chuyển xuống\tAlt+Down", lambda: self.move_wanted.emit(1)),
            ("remove", "Xóa người ký này", self.remove_wanted.emit),
        ):
            action = menu.addAction(text)
            desk.icons.put_on(action, icon)
            action.triggered.connect(lambda _checked=False, do=act: do())
        self._menu.setMenu(menu)
        self.fields: tuple[QWidget, ...] = (self.name, self.title, self.capacity)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for column, (widget, share) in enumerate(
            ((self._number, 0), (self.name, 4), (self.title, 4), (self.capacity, 3), (self._menu, 0))
        ):
            layout.addWidget(widget, 0, column)
            layout.setColumnStretch(column, share)
        self._connect()

    def _connect(self) -> None:
        self.name.typed.connect(lambda text: self.changed.emit("name", clean(text)))
        self.title.typed.connect(lambda text: self.changed.emit("title", clean(text).upper()))
        self.capacity.activated.connect(lambda index: self.changed.emit("capacity", _CAPACITIES[index]))
        for field in (self.name, self.title):
            field.left.connect(self.left)
        for widget in self.fields:
            widget.installEventFilter(self)

    def show_signer(self, signer: Signer, number: int) -> None:
        """Show him; typing is not disturbed."""
        self._number.setText(f"{number}.")
        self.name.setAccessibleName(f"Họ và tên người ký {number}")
        self.title.setAccessibleName(f"Chức vụ người ký {number}")
        self.capacity.setAccessibleName(f"Cách ký của người ký {number}")
        self._menu.setAccessibleName(f"Lệnh cho người ký {number}")
        self.name.show_value(signer.name)
        self.title.show_value(signer.title)
        with QSignalBlocker(self.capacity):
            self.capacity.setCurrentIndex(_CAPACITIES.index(Capacity(signer.capacity)))

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.name.setReadOnly(read_only)
        self.title.setReadOnly(read_only)
        self.capacity.setEnabled(not read_only)
        self._menu.setVisible(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+↑↓ moves the row, wherever in it the cursor is (in a choice it would open the list)."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._menu.isVisible():
                self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)
