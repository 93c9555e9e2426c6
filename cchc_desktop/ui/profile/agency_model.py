"""The directory of agencies for Qt's views, and one row behind the last in which a new agency is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from cchc_desktop.authoring.new_agency import agency_named, renamed
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.vietnamese import clean, fold, new_id
from cchc_desktop.ui.profile.function_labels import (
    FUNCTION_CHOICES,
    GROUP,
    KIND_CHOICES,
    SIDE_CHOICES,
    SINGLE,
    function_label,
)

Index = QModelIndex | QPersistentModelIndex
Agencies = tuple[Agency, ...]
_NOWHERE = QModelIndex()
NEW_ROW_HINT = "Gõ tên cơ quan mới, hoặc dán danh sách tên từ Word, Excel"
KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CHOICES_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class AgencyColumn(IntEnum):
    """The columns of the table; title of the head and former names stand below it."""

    NAME = 0
    SHORT_NAME = 1
    SIDE = 2
    KIND = 3
    FUNCTION = 4


HEADINGS = ("Tên cơ quan, đơn vị", "Viết tắt", "Thuộc", "Một hay nhóm", "Việc phụ trách")
_CHOICES: dict[AgencyColumn, Sequence[tuple[str, object]]] = {
    AgencyColumn.SIDE: SIDE_CHOICES,
    AgencyColumn.KIND: KIND_CHOICES,
    AgencyColumn.FUNCTION: FUNCTION_CHOICES,
}


class AgencyModel(QAbstractTableModel):
    """``edited`` carries an edit's name, a function from agencies to agencies, and a key that joins edits."""

    edited = Signal(str, object, object)
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.agencies: Agencies = ()
        self.rows: Agencies = ()
        self.query = ""
        self.read_only = False
        self.fresh: frozenset[str] = frozenset()
        self.warning = QIcon()
        self._twins: Counter[str] = Counter()
        self._session = 0
        self._opened: Agency | None = None
        self.opened_by_mouse = False
        self._new_key = new_id()

    def show(self, agencies: Agencies, query: str = "") -> None:
        """Show these, or those of them whose names hold the words asked for."""
        self.agencies = agencies
        # Searching hides the row for a new agency: what is typed there could vanish at once.
        if bool(query.strip()) != bool(self.query.strip()):
            self.beginResetModel()
            self.query = query
            self._take(agencies, self._found(agencies))
            self.endResetModel()
            return
        self.query = query
        self._show_rows(agencies, self._found(agencies))

    def _take(self, agencies: Agencies, rows: Agencies) -> None:
        self.rows = rows
        self._twins = Counter(_same(agency.name) for agency in agencies)

    def _found(self, agencies: Agencies) -> Agencies:
        words = fold(self.query).split()
        return tuple(
            one
            for one in agencies
            if all(word in fold(" ".join((one.name, one.short_name, *one.former_names))) for word in words)
        )

    def _show_rows(self, agencies: Agencies, after: Agencies) -> None:
        before, twins = self.rows, self.shared_names
        start, end = _common_ends([one.id for one in before], [one.id for one in after])
        stop, new_stop = len(before) - end, len(after) - end
        if stop > start:
            self.beginRemoveRows(_NOWHERE, start, stop - 1)
            self.rows = (*before[:start], *before[stop:])
            self.endRemoveRows()
        if new_stop > start:
            # Behind the last row, the row for a new agency is the one that is filled: the new ones come after it.
            shift = 1 if start == len(self.rows) and self.has_new_row else 0
            self.beginInsertRows(_NOWHERE, start + shift, new_stop - 1 + shift)
            self._take(agencies, after)
            self.endInsertRows()
        self._take(agencies, after)
        was = {one.id: _cells(one) for one in before}
        others = self.shared_names != twins
        for row, one in enumerate(after):
            if others or was.get(one.id) != _cells(one):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))

    def set_read_only(self, read_only: bool) -> None:
        """With nothing to type, the row for a new agency is away."""
        if read_only != self.read_only:
            self.beginResetModel()
            self.read_only = read_only
            self.endResetModel()

    @property
    def has_new_row(self) -> bool:
        """Whether there is a row in which a new agency can be typed."""
        return not self.read_only and not self.query.strip()

    def agency(self, row: int) -> Agency | None:
        """The agency of a row; None for the one behind the last."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, key: str) -> int:
        """Where an agency is shown; -1 when it is not."""
        return next((number for number, one in enumerate(self.rows) if one.id == key), -1)

    @property
    def shared_names(self) -> tuple[str, ...]:
        """The names that more than one agency has."""
        names = {_same(one.name): one.name for one in self.agencies}
        return tuple(name for key, name in names.items() if self._twins[key] > 1)

    # --- Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The agencies found, and the row for a new one."""
        return 0 if parent.isValid() else len(self.rows) + self.has_new_row

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns of the table."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings, and a grip before each row."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADINGS[section] if 0 <= section < len(HEADINGS) else None
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return "⋮" if section < len(self.rows) else ""
            if role == Qt.ItemDataRole.ToolTipRole and section < len(self.rows):
                return "Bấm để chọn cả dòng, kéo để đổi thứ tự"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be edited; of a new agency first the name."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.read_only and (self.agency(index.row()) is not None or index.column() == 0):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        if not index.isValid():
            return None
        column, agency = AgencyColumn(index.column()), self.agency(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(agency, column)
            case Qt.ItemDataRole.EditRole:
                return _value(agency, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADINGS[column]}: {_text(agency, column)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(agency, column)
            case Qt.ItemDataRole.DecorationRole if column is AgencyColumn.NAME and self._is_twin(agency):
                return self.warning
            case _ if role == KEY_ROLE:
                return None if agency is None else agency.id
            case _ if role == CHOICES_ROLE:
                return _CHOICES.get(column)
            case _:
                return None

    def _is_twin(self, agency: Agency | None) -> bool:
        return agency is not None and self._twins[_same(agency.name)] > 1

    def _tip(self, agency: Agency | None, column: AgencyColumn) -> str | None:
        if self._is_twin(agency) and column is AgencyColumn.NAME:
            return "Có cơ quan khác cùng tên này trong danh sách"
        if agency is not None and column is AgencyColumn.NAME and agency.former_names:
            return f"{agency.name}\nTên cũ, cách viết khác: {'; '.join(agency.former_names)}"
        return _text(agency, column) or None

    def begin(self, index: Index) -> None:
        """A cell is opened: what is typed until it is left is one edit, also when it is taken over in between."""
        self._session += 1
        self._opened = self.agency(index.row())
        self._new_key = new_id()

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed or chosen."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        column, agency = AgencyColumn(index.column()), self.agency(index.row())
        text = " ".join(clean(str(value)).split())
        if column is AgencyColumn.NAME and not text:
            if agency is not None:
                self.notice.emit("Tên cơ quan không được để trống. Muốn bỏ cơ quan này, hãy bấm phím Delete.")
            return False
        if agency is None:
            added = agency_named(text, key=self._new_key)
            self._tell("thêm một cơ quan", lambda agencies: (*agencies, added))
            return True
        change = self._change(agency, column, value, text)
        label = "đổi tên cơ quan" if column is AgencyColumn.NAME else "sửa danh sách cơ quan"
        self._tell(
            label, lambda agencies: tuple(change(one) if one.id == agency.id else one for one in agencies)
        )
        return True

    def _change(
        self, agency: Agency, column: AgencyColumn, value: Any, text: str
    ) -> Callable[[Agency], Agency]:
        match column:
            case AgencyColumn.NAME:
                was = self._opened if self._opened and self._opened.id == agency.id else agency
                named = renamed(was, text, keep_old=agency.id not in self.fresh)
                return lambda now: replace(
                    now, name=named.name, head=named.head, former_names=named.former_names
                )
            case AgencyColumn.SHORT_NAME:
                return lambda now: replace(now, short_name=text)
            case AgencyColumn.SIDE:
                return lambda now: replace(now, side=value)
            case AgencyColumn.KIND:
                return lambda now: replace(now, is_group=bool(value))
            case AgencyColumn.FUNCTION:
                return lambda now: replace(now, function=value)

    def _tell(self, label: str, change: Callable[[Agencies], Agencies]) -> None:
        self.edited.emit(label, change, ("agency-cell", self._session))


def _value(agency: Agency | None, column: AgencyColumn) -> object:
    if agency is None:
        return ""
    match column:
        case AgencyColumn.NAME:
            return agency.name
        case AgencyColumn.SHORT_NAME:
            return agency.short_name
        case AgencyColumn.SIDE:
            return agency.side
        case AgencyColumn.KIND:
            return agency.is_group
        case AgencyColumn.FUNCTION:
            return agency.function


def _cells(agency: Agency) -> tuple[object, ...]:
    """What the table shows of an agency."""
    return tuple(_value(agency, column) for column in AgencyColumn)


def _text(agency: Agency | None, column: AgencyColumn) -> str:
    if agency is None:
        return NEW_ROW_HINT if column is AgencyColumn.NAME else ""
    match column:
        case AgencyColumn.SIDE:
            return agency.side.label
        case AgencyColumn.KIND:
            return GROUP if agency.is_group else SINGLE
        case AgencyColumn.FUNCTION:
            return function_label(agency.function)
        case _:
            return str(_value(agency, column))


def _same(name: str) -> str:
    return " ".join(clean(name).lower().split())


def _common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end
