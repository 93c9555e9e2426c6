"""The rows of a foreign paper as a Qt model, with how sure each was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.paper.source import SourceDocument
from cchc_desktop.ui.importing.signs import SIGNS, least_sure
from cchc_desktop.ui.importing.source_rows import SourceRow, source_rows

_Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
CONFIDENCE_ROLE = ROW_ROLE + 1
LINKED_ROLE = ROW_ROLE + 2


class SourceModel(QAbstractListModel):
    """One row a paragraph or table row. ``LINKED_ROLE``: whether it made the block that is looked at."""

    def __init__(self, source: SourceDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[SourceRow] = source_rows(source)
        self._row_of = {number: at for at, row in enumerate(self.rows) for number in row.numbers}
        self._confidences: Mapping[int, Confidence] = {}
        self._linked: frozenset[int] = frozenset()

    def row_of(self, line: int) -> int | None:
        """The row on which a line stands."""
        return self._row_of.get(line)

    def confidence(self, row: int) -> Confidence:
        """How sure the least sure line of a row is."""
        return least_sure([self._confidences.get(n, Confidence.SURE) for n in self.rows[row].numbers])

    def show_confidences(self, confidences: Mapping[int, Confidence]) -> None:
        """Show how sure each line is now."""
        self._confidences = confidences
        self._redraw(range(len(self.rows)))

    def show_linked(self, lines: frozenset[int]) -> None:
        """Mark the rows of these lines."""
        before, self._linked = (
            self._linked,
            frozenset(row for line in lines if (row := self._row_of.get(line)) is not None),
        )
        self._redraw(before | self._linked)

    @property
    def linked(self) -> frozenset[int]:
        """The marked rows."""
        return self._linked

    def _redraw(self, rows: Sequence[int] | frozenset[int]) -> None:
        if rows:
            self.dataChanged.emit(
                self.index(min(rows)), self.index(max(rows)), [CONFIDENCE_ROLE, LINKED_ROLE]
            )

    def rowCount(self, parent: _Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.plain
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row())
            case Qt.ItemDataRole.ToolTipRole:
                return SIGNS[self.confidence(index.row())].word.capitalize() if row.cells else None
            case _:
                return self._own_role(index.row(), role)

    def _own_role(self, at: int, role: int) -> object:
        if role == ROW_ROLE:
            return self.rows[at]
        if role == CONFIDENCE_ROLE:
            return self.confidence(at)
        if role == LINKED_ROLE:
            return at in self._linked
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and not self.rows[index.row()].cells:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _spoken(self, at: int) -> str:
        row = self.rows[at]
        if not row.cells:
            return "Sang phần mới"
        return f"Dòng {row.numbers[0]}, {SIGNS[self.confidence(at)].word}: {row.plain}"
