"""The places that adapting changes, each before and after, to be ticked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cchc_desktop.authoring.adaptation import Aspect, PlaceChange
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROOM = 6.0
_WHERE = 3
_OTHER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOTHING_BEFORE, _NOTHING_AFTER = "(chưa có)", "(bỏ trống)"

GROUPS: dict[Aspect, str] = {
    Aspect.NAME: "Tên cơ quan",
    Aspect.AGENCIES: "Tên phòng, đơn vị cũ",
    Aspect.YEAR: "Năm",
    Aspect.ISSUE: "Số, ngày, người ký",
    Aspect.STRUCTURE: "Lời văn",
}


class ChangeTable(QTableWidget):
    """``kept_changed``: a place was ticked or unticked; ``place_entered`` carries the key of the value it stands in."""

    kept_changed = Signal()
    place_entered = Signal(str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        before: str = "Trong kế hoạch cũ",
        where: bool = False,
    ) -> None:
        super().__init__(0, 4 if where else 3, parent)
        self._changes: tuple[PlaceChange, ...] = ()
        self._ticks: list[QTableWidgetItem] = []
        self._filling = False
        self.setObjectName("changes")
        self.setAccessibleName("Những chỗ sẽ đổi")
        self.setHorizontalHeaderLabels(["Đổi", before, "Sẽ thành", "Ở đâu"][: self.columnCount()])
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if where:
            header.moveSection(_WHERE, 1)
            header.resizeSection(_WHERE, self.fontMetrics().averageCharWidth() * 26)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_TextDelegate(desk.theme, self))
        self.itemChanged.connect(self._ticked)
        self.currentCellChanged.connect(self._came_to)
        # The columns take their widths one after another: rows are fitted once all have theirs.
        self._fit = QTimer(self, singleShot=True)
        self._fit.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(lambda *_sizes: self._fit.start(0))
        desk.theme.changed.connect(self.viewport().update)

    @property
    def changes(self) -> tuple[PlaceChange, ...]:
        """What is shown."""
        return self._changes

    def kept(self) -> frozenset[str]:
        """The keys of the places that are not ticked."""
        return frozenset(
            change.key
            for change, tick in zip(self._changes, self._ticks, strict=True)
            if tick.checkState() is not Qt.CheckState.Checked
        )

    def show_changes(
        self, changes: Sequence[PlaceChange], kept: frozenset[str], where: Sequence[str] = ()
    ) -> None:
        """Show these, and where each is if the table has room for it; the place the cursor was on keeps it."""
        row = max(self.currentRow(), 0)
        self._filling = True
        try:
            self._changes = tuple(changes)
            self._ticks = []
            self.setRowCount(len(changes))
            for at, change in enumerate(changes):
                self._fill(at, change, change.key in kept, where[at] if where else "")
        finally:
            self._filling = False
        self._fit.start(0)
        if changes:
            self.setCurrentCell(min(row, len(changes) - 1), 1)

    def _fill(self, row: int, change: PlaceChange, kept: bool, where: str) -> None:
        tick = QTableWidgetItem()
        tick.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        tick.setCheckState(Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked)
        tick.setToolTip(GROUPS[change.aspect])
        before, after = change.before or _NOTHING_BEFORE, change.after or _NOTHING_AFTER
        spoken = f"{where or GROUPS[change.aspect]}: {before} thành {after}"
        tick.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.setItem(row, 0, tick)
        self._ticks.append(tick)
        sides: tuple[tuple[str, str, str], ...] = (
            (before, change.before, change.after),
            (after, change.after, change.before),
        )
        if where:
            sides = (*sides, (where, where, where))
        for column, (shown, text, other) in enumerate(sides, 1):
            item = QTableWidgetItem(shown)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_OTHER_ROLE, other)
            item.setToolTip(text)
            self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and 0 <= self.currentRow() < len(self._ticks):
            item = self._ticks[self.currentRow()]
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if not self._filling and item.column() == 0:
            self.kept_changed.emit()

    def _came_to(self, row: int, _column: int, _row_before: int, _column_before: int) -> None:
        if not self._filling and 0 <= row < len(self._changes):
            self.place_entered.emit(self._changes[row].target)


class _TextDelegate(QStyledItemDelegate):
    """Text that wraps, with the words that differ set apart: struck before, bold after."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.column() == 0:
            return super().sizeHint(option, index)
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, QTableWidget) else 200
        _layout, height = self._set(index, option.font, width - 2 * _ROOM)
        return QSize(width, round(height + 2 * _ROOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column() == 0:
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        rect = QRectF(option.rect).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        layout, _height = self._set(index, option.font, rect.width())
        kept = (
            index.sibling(index.row(), 0).data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked.value
        )
        painter.save()
        painter.setPen(QColor(self._theme.colours.muted if kept else self._theme.colours.text))
        layout.draw(painter, rect.topLeft())
        painter.restore()

    def _set(self, index: _Index, font: QFont, width: float) -> tuple[QTextLayout, float]:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        other = str(index.data(_OTHER_ROLE) or "")
        is_placeholder = text in (_NOTHING_BEFORE, _NOTHING_AFTER)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if not is_placeholder:
            layout.setFormats(self._differences(text, other, is_new=index.column() == 2))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20.0))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, max(height, QFontMetricsF(font).height())

    def _differences(self, text: str, other: str, *, is_new: bool) -> list[QTextLayout.FormatRange]:
        colours = self._theme.colours
        look = QTextCharFormat()
        look.setForeground(QColor(colours.success if is_new else colours.error))
        if is_new:
            look.setFontWeight(QFont.Weight.Bold)
        else:
            look.setFontStrikeOut(True)
        ranges: list[QTextLayout.FormatRange] = []
        for start, end in differing(text, other):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, end - start, look
            ranges.append(one)
        return ranges


def differing(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """The stretches of ``text``, in whole words, that ``other`` has not."""
    words, others = _words(text), _words(other)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    found: list[tuple[int, int]] = []
    for kind, first, last, _first, _last in SequenceMatcher(
        None, words, others, autojunk=False
    ).get_opcodes():
        if kind in ("replace", "delete") and "".join(words[first:last]).strip():
            found.append((starts[first], starts[last]))
    return tuple(found)


def _words(text: str) -> list[str]:
    """Words and what parts them, so that joined they are the text again."""
    pieces: list[str] = []
    for letter in text:
        if pieces and pieces[-1][-1].isalnum() and letter.isalnum():
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
