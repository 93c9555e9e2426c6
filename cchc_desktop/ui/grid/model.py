"""The task table for Qt's views: the rows of an appendix, and one row behind them in which a new task is typed."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Appendix, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.domain.timing import understand
from cchc_desktop.domain.timing_describe import describe
from cchc_desktop.ui.grid.cells import cell_text, content_lines
from cchc_desktop.ui.grid.clip import order_numbers
from cchc_desktop.ui.grid.rows import with_typed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NEW_ROW_HINT = "Gõ nhiệm vụ mới, hoặc dán bảng từ Excel, Word"


class CellRole(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    LINES = Qt.ItemDataRole.UserRole + 1  # tuple of (label, RichText)
    HINT = Qt.ItemDataRole.UserRole + 2  # what is understood of a timing, or the hint of the new row
    DOUBT = Qt.ItemDataRole.UserRole + 3  # whether the text was not understood
    GROUP = Qt.ItemDataRole.UserRole + 4  # whether the row is a group
    KIND = Qt.ItemDataRole.UserRole + 5  # the TaskColumn


_ALIGNMENTS = {
    TaskColumn.ORDER: Qt.AlignmentFlag.AlignHCenter,
    TaskColumn.QUANTITY: Qt.AlignmentFlag.AlignHCenter,
    TaskColumn.BUDGET: Qt.AlignmentFlag.AlignRight,
}


@lru_cache(maxsize=2048)
def understood(text: str, year: int) -> tuple[str, bool]:
    """What a timing means, for people, and whether it means anything."""
    if not text.strip():
        return "", True
    timing = understand(text, year)
    return (describe(timing), True) if timing.is_understood else ("Chưa hiểu thời gian này", False)


class TaskModel(QAbstractTableModel):
    """Shows an appendix; typing into a cell makes a new appendix and tells it."""

    edited = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.appendix = Appendix("")
        self.year = 0
        self.read_only = False
        self.merge: object = None
        self._numbers: tuple[str, ...] = ()

    def show(self, appendix: Appendix, year: int) -> bool:
        """Become this appendix, touching only rows that differ; returns whether everything was made anew."""
        before = self.appendix
        other_table = appendix.id != before.id or appendix.columns != before.columns or year != self.year
        if other_table:
            self.beginResetModel()
            self.appendix, self.year = appendix, year
            self._numbers = order_numbers(appendix)
            self.endResetModel()
            return True
        self._show_rows(before.rows, appendix)
        return False

    def set_read_only(self, read_only: bool) -> None:
        """With nothing to type, the row for a new task is away."""
        if read_only != self.read_only:
            self.beginResetModel()
            self.read_only = read_only
            self.endResetModel()

    def row(self, number: int) -> TaskRow | None:
        """The value of a row; None for the one behind the last."""
        return self.appendix.rows[number] if 0 <= number < len(self.appendix.rows) else None

    def kind(self, column: int) -> TaskColumn:
        """What a column is about."""
        return self.appendix.columns[column].kind

    # --- Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows, and the one for a new task."""
        if parent.isValid() or not self.appendix.columns:
            return 0
        return len(self.appendix.rows) + (0 if self.read_only else 1)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns the table shows."""
        return 0 if parent.isValid() else len(self.appendix.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings, and a grip before each row."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < self.columnCount():
            heading = self.appendix.columns[section].heading
            return heading if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        if orientation is Qt.Orientation.Vertical and section < len(self.appendix.rows):
            if role == Qt.ItemDataRole.DisplayRole:
                return "⋮"
            if role == Qt.ItemDataRole.ToolTipRole:
                return "Bấm để chọn cả dòng, kéo để đổi thứ tự"
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the numbers can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.read_only:
            return found
        if isinstance(self.row(index.row()), TaskGroup) or self.kind(index.column()) is not TaskColumn.ORDER:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        if not index.isValid():
            return None
        row, kind = self.row(index.row()), self.kind(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(index.row(), kind, editing=role == Qt.ItemDataRole.EditRole)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENTS.get(kind, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(row, kind) or None
            case CellRole.LINES:
                return self._lines(index.row(), kind)
            case CellRole.HINT | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._hint(row, kind)
            case CellRole.DOUBT:
                return self._is_doubtful(row, kind)
            case CellRole.GROUP:
                return isinstance(row, TaskGroup)
            case CellRole.KIND:
                return kind
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Type into a cell."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        after = with_typed(self.appendix, index.row(), index.column(), str(value))
        if after != self.appendix:
            grows = len(after.rows) > len(self.appendix.rows)
            self.apply(after, "thêm dòng" if grows else "sửa ô", self.merge)
        return True

    def apply(self, appendix: Appendix, label: str, merge: object = None) -> None:
        """Become another appendix by an edit, and tell it."""
        if appendix != self.appendix:
            self.show(appendix, self.year)
            self.edited.emit(appendix, label, merge)

    def _text(self, number: int, kind: TaskColumn, *, editing: bool) -> str:
        row = self.row(number)
        if row is None:
            return ""
        if isinstance(row, TaskGroup):
            return row.title if editing else f"{self._numbers[number]} {row.title}"
        return self._numbers[number] if kind is TaskColumn.ORDER else cell_text(row, kind)

    def _lines(self, number: int, kind: TaskColumn) -> tuple[tuple[str, RichText], ...]:
        row = self.row(number)
        if isinstance(row, Task) and kind is TaskColumn.CONTENT:
            return content_lines(row.content)
        if isinstance(row, Task) and kind is not TaskColumn.ORDER:
            return tuple(("", line) for line in row.cell(kind).lines())
        return (("", RichText.of(self._text(number, kind, editing=False), bold=isinstance(row, TaskGroup))),)

    def _hint(self, row: TaskRow | None, kind: TaskColumn) -> str:
        if row is None:
            return NEW_ROW_HINT if kind is TaskColumn.CONTENT else ""
        if isinstance(row, Task) and kind is TaskColumn.TIMING:
            return understood(row.timing.plain, self.year)[0]
        return ""

    def _is_doubtful(self, row: TaskRow | None, kind: TaskColumn) -> bool:
        return (
            isinstance(row, Task)
            and kind is TaskColumn.TIMING
            and not understood(row.timing.plain, self.year)[1]
        )

    def _show_rows(self, before: tuple[TaskRow, ...], appendix: Appendix) -> None:
        """Rows that went or came are told first, with the numbers of the others as they were; then what changed."""
        after = appendix.rows
        start, end = _common_ends(before, after)
        stop, new_stop = len(before) - end, len(after) - end
        same = start + min(stop - start, new_stop - start)
        renumbered = self.appendix.restart_order != appendix.restart_order
        numbers = order_numbers(appendix)
        if new_stop > stop:
            # Behind the last row, the row for a new task is the one that is filled: the new ones come after it.
            shift = 1 if same == len(before) and not self.read_only else 0
            self.beginInsertRows(_NOWHERE, same + shift, new_stop - 1 + shift)
            self._numbers = (*self._numbers[:same], *numbers[same:new_stop], *self._numbers[same:])
            self.appendix = appendix
            self.endInsertRows()
        elif stop > new_stop:
            self.beginRemoveRows(_NOWHERE, same, stop - 1)
            self._numbers = (*self._numbers[:same], *self._numbers[stop:])
            self.appendix = appendix
            self.endRemoveRows()
        self.appendix = appendix
        self._numbers = numbers
        last = self.columnCount() - 1
        if start < new_stop:
            self.dataChanged.emit(self.index(start, 0), self.index(new_stop - 1, last))
        first = 0 if renumbered else start
        if first < len(after):
            self.dataChanged.emit(self.index(first, 0), self.index(len(after) - 1, 0))


def _common_ends(old: tuple[TaskRow, ...], new: tuple[TaskRow, ...]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and (old[start] is new[start] or old[start] == new[start]):
        start += 1
    end = 0
    while end < shorter - start and (old[-1 - end] is new[-1 - end] or old[-1 - end] == new[-1 - end]):
        end += 1
    return start, end
