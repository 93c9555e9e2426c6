"""Finding one commune out of 3,321: a province, or none, and a part of the name with or without marks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.vietnamese import clean, fold
from cchc_desktop.ui.labels import hint_label

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
    """Shows what is found while typing; ↑ ↓ in the field move in the list. ``office`` is the one chosen.

    Chosen without a further key is only a commune that the query means beyond doubt (:func:`meant_by`).
    """

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
        self.how = hint_label("")
        layout.addWidget(self.how)
        self.provinces.currentIndexChanged.connect(self._search)
        self.query.textChanged.connect(self._search)
        # The list gives its first row the current place as soon as it has the focus: only what is selected is chosen.
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self.list.activated.connect(self.entered)
        self._search()

    @property
    def office(self) -> Office | None:
        """The commune chosen in the list."""
        selected = self.list.selectionModel().selectedIndexes()
        return self._model.offices[selected[0].row()] if selected else None

    def _search(self) -> None:
        code = str(self.provinces.currentData() or "")
        query = self.query.text()
        found = self._directory.search(query, code, _MOST) if query.strip() or code else ()
        self._model.show_offices(found, with_province=not code)
        meant = meant_by(query, found)
        if meant is not None:
            self.list.setCurrentIndex(self._model.index(found.index(meant)))
        self._chosen()

    def _chosen(self) -> None:
        count = self._model.rowCount() if self.query.text().strip() and self.office is None else 0
        self.how.setText(f"Tìm thấy {count} nơi: bấm ↓ hoặc bấm chuột để chọn đúng nơi." if count else "")
        self.how.setVisible(bool(count))
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
        row = self.list.currentIndex().row() if self.office is not None else -1
        if last >= 0:
            self.list.setCurrentIndex(self._model.index(min(max(row + step, 0), last)))


def meant_by(query: str, found: tuple[Office, ...]) -> Office | None:
    """The commune a query means: the only one found, or the only one with this whole name; its very marks decide."""
    if not query.strip():
        return None
    if len(found) == 1:
        return found[0]
    asked = " ".join(fold(clean(query)).split())
    named = [one for one in found if asked in (fold(one.name), fold(one.full_name))]
    if len(named) > 1:
        spelt = " ".join(clean(query).lower().split())
        named = [one for one in named if spelt in (one.name.lower(), one.full_name.lower())]
    return named[0] if len(named) == 1 else None
