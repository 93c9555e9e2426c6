"""Legal documents in a list: name and state on the first line, what they are about on the second."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.authoring.basis_state import BasisState, name_of
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin
from cchc_desktop.ui.desk import Desk

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

DOCUMENT, STATE, IS_IN_PLAN = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))
IN_PLAN = "Có trong kế hoạch"


def look_of(state: BasisState) -> tuple[str, str]:
    """The icon of a state and the colour of the theme to draw it in."""
    if state.force is Force.ENDED:
        return "error", "error"
    if state.force is Force.NOT_YET or state.word == "Đã có văn bản thay thế":
        return "warning", "warning"
    return ("step-done", "success") if state.is_certain else ("info", "muted")


class BasisModel(QAbstractListModel):
    """The documents found."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: tuple[LegalDocument, ...] = ()
        self._states: Mapping[str, BasisState] = {}
        self._in_plan: frozenset[str] = frozenset()

    def show_documents(
        self,
        documents: tuple[LegalDocument, ...],
        states: Mapping[str, BasisState],
        in_plan: frozenset[str],
    ) -> None:
        """Show these, with their states by their keys; ``in_plan``: keys of those the plan cites."""
        if documents == self.documents:
            self._states, self._in_plan = states, in_plan
            if documents:
                self.dataChanged.emit(self.index(0), self.index(len(documents) - 1))
            return
        self.beginResetModel()
        self.documents, self._states, self._in_plan = documents, states, in_plan
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a document stands; -1 when it is not shown."""
        return next((row for row, one in enumerate(self.documents) if one.id == key), -1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.documents)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.documents[index.row()]
        state = self._states[one.id]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(one)
            case Qt.ItemDataRole.ToolTipRole:
                return state.sentence
            case Qt.ItemDataRole.AccessibleTextRole:
                there = f" {IN_PLAN}." if one.id in self._in_plan else ""
                return f"{name_of(one)}. {state.word}.{there} {one.citation.title}"
            case _ if role == DOCUMENT:
                return one
            case _ if role == STATE:
                return state
            case _ if role == IS_IN_PLAN:
                return one.id in self._in_plan
            case _:
                return None


class BasisDelegate(QStyledItemDelegate):
    """Draws a document in two lines, with its state in word, colour and icon at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(200, 2 * line + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, None)
        one: LegalDocument = index.data(DOCUMENT)
        room: QRect = option.rect.adjusted(8, 6, -8, -6)
        painter.save()
        font: QFont = option.font
        self._first_line(
            painter, QRect(room.left(), room.top(), room.width(), room.height() // 2), font, index
        )
        lower = QRect(room.left(), room.center().y() + 1, room.width(), room.height() // 2)
        self._second_line(painter, lower, font, one, is_there=bool(index.data(IS_IN_PLAN)))
        painter.restore()

    def _first_line(self, painter: QPainter, room: QRect, font: QFont, index: _Index) -> None:
        state: BasisState = index.data(STATE)
        icon, colour = look_of(state)
        painter.setFont(font)
        word_width = painter.fontMetrics().horizontalAdvance(state.word)
        painter.setPen(self._ink(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, state.word)
        side = painter.fontMetrics().height() - 2
        at = QRect(room.right() - word_width - side - 6, room.center().y() - side // 2, side, side)
        self._icon(icon, colour).paint(painter, at)
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self._ink("muted" if state.force is Force.ENDED else "text"))
        left = room.adjusted(0, 0, -(word_width + side + 18), 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _second_line(
        self, painter: QPainter, room: QRect, font: QFont, one: LegalDocument, *, is_there: bool
    ) -> None:
        painter.setFont(font)
        right = 0
        if is_there:
            right = painter.fontMetrics().horizontalAdvance(IN_PLAN) + 12
            painter.setPen(self._ink("accent"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, IN_PLAN)
        about = one.citation.title
        if one.citation.is_law:
            about = ", ".join(one.subjects)
        if one.origin is Origin.OWN:
            about = f"Của cơ quan · {about}"
        painter.setPen(self._ink("muted"))
        left = room.adjusted(0, 0, -right, 0)
        shown = painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _ink(self, colour: str) -> QColor:
        return QColor(str(getattr(self._desk.theme.colours, colour)))

    def _icon(self, name: str, colour: str) -> QIcon:
        return self._desk.icons.icon(name, colour)
