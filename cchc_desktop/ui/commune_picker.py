"""Finding one commune out of 3,321: a province, or none, and a part of the name with or without marks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_MOST = 400  # the largest province has 168; of the whole country a person types on

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class OfficeModel(QAbstractListModel):
    """The communes found."""

    def __init__(self, *, with_province: bool = True) -> None:
        super().__init__()
        self.offices: tuple[Office, ...] = ()
        self.with_province = with_province

    def show_offices(self, offices: tuple[Office, ...], *, with_province: bool) -> None:
        """Show these."""
        self.beginResetModel()
        self.offices = offices
        self.with_province = with_province
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.offices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        office = self.offices[index.row()]
        name = f"{office.kind} {office.name}"
        return f"{name}, {office.province.full_name}" if self.with_province else name


class CommunePicker(QWidget):
    """Shows what is found while typing; ↑ ↓ in the field move in the list. ``office`` is the one chosen."""

    office_changed = Signal()
    entered = Signal()

    def __init__(self, directory: CommuneDirectory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self.provinces = QComboBox()
        self.provinces.setAccessibleName("Tỉnh, thành phố")
        self.provinces.addItem("Tất cả tỉnh, thành phố", "")
        for province in directory.provinces:
            self.provinces.addItem(f"{province.kind} {province.name}", province.code)
        self.query = QLineEdit()
        self.query.setAccessibleName("Tên xã, phường, đặc khu")
        self.query.setPlaceholderText("Gõ vài chữ của tên xã, phường, có dấu hay không dấu đều được")
        self.query.setClearButtonEnabled(True)
        self.query.installEventFilter(self)
        self._model = OfficeModel()
        self.list = QListView()
        self.list.setAccessibleName("Xã, phường tìm thấy")
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.provinces)
        layout.addWidget(self.query)
        layout.addWidget(self.list, 1)
        self.provinces.currentIndexChanged.connect(self._search)
        self.query.textChanged.connect(self._search)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.office_changed.emit())
        self.list.activated.connect(self.entered)
        self._search()

    @property
    def office(self) -> Office | None:
        """The commune chosen in the list."""
        row = self.list.currentIndex().row()
        return self._model.offices[row] if 0 <= row < len(self._model.offices) else None

    def _search(self) -> None:
        code = str(self.provinces.currentData() or "")
        query = self.query.text()
        found = self._directory.search(query, code, _MOST) if query.strip() or code else ()
        self._model.show_offices(found, with_province=not code)
        if found and query.strip():
            self.list.setCurrentIndex(self._model.index(0))
        self.office_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys in the field move in the list."""
        pressed = watched is self.query and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._move(event.key())
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: int) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[
            Qt.Key(key)
        ]
        last = self._model.rowCount() - 1
        row = self.list.currentIndex().row()
        if last >= 0:
            self.list.setCurrentIndex(self._model.index(min(max(row + step, 0), last)))
