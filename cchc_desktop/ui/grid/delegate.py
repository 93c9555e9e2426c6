"""How cells of the task table look, and the fields they are typed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.task import TaskColumn
from cchc_desktop.ui.grid.cell_layout import CellLayout
from cchc_desktop.ui.grid.editors import AgencyEditor, CellEditor
from cchc_desktop.ui.grid.model import CellRole, Index
from cchc_desktop.ui.theme import DARK, LIGHT

PADDING = 5
_KEPT_LAYOUTS = 4000
_SIGN_ROOM = 18.0


class TaskDelegate(QStyledItemDelegate):
    """Paints lines with runs, labels and hints; makes the editors."""

    left = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.agencies: tuple[str, ...] = ()
        self.opens_typing = False
        self.keeps_editor_text = False
        self._layouts: dict[object, CellLayout] = {}

    # --- looks

    def height(self, index: Index, width: int, font: QFont) -> int:
        """The height a cell needs."""
        return round(self._laid_out(index, width - 2 * PADDING, font).height) + 2 * PADDING + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and selection as the style has them, our text on it."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = shown.widget.style()
        group = bool(index.data(CellRole.GROUP))
        selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = shown.palette
        if group and not selected:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.AlternateBase))
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(palette.color(role))
        self._paint_text(painter, option, index, palette, selected=selected)
        if shown.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        palette: QPalette,
        *,
        selected: bool,
    ) -> None:
        rect = option.rect
        layout = self._laid_out(index, rect.width() - 2 * PADDING, option.font)
        doubtful = bool(index.data(CellRole.DOUBT))
        muted = palette.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
        )
        amber = warning_colour(palette, selected=selected)
        # The title of a group stays in sight when a wide table is scrolled sideways.
        left = max(rect.left(), 0) if index.data(CellRole.GROUP) else rect.left()
        at = QPointF(left + PADDING, rect.top() + PADDING)
        layout.paint(painter, at, amber if doubtful else muted)
        if doubtful:
            _paint_sign(painter, QRectF(at.x() + 1, at.y() + layout.hint_top + 2, 12, 11), amber)

    def _laid_out(self, index: Index, width: int, font: QFont) -> CellLayout:
        lines = index.data(CellRole.LINES)
        hint = index.data(CellRole.HINT) or ""
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if index.data(CellRole.GROUP):
            alignment = Qt.AlignmentFlag.AlignLeft
        key = (lines, hint, width, int(alignment), font.key())
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.clear()
            empty = not any(text or label for label, text in lines)
            shown = () if empty and hint else lines
            indent = _SIGN_ROOM if index.data(CellRole.DOUBT) else 0.0
            found = CellLayout(shown, hint, font, max(width, 8), alignment, indent)
            self._layouts[key] = found
        return found

    # --- typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell."""
        kind = index.data(CellRole.KIND)
        group = bool(index.data(CellRole.GROUP))
        if kind in (TaskColumn.LEAD, TaskColumn.COOPERATION) and not group:
            editor: CellEditor = AgencyEditor(parent, self.agencies)
        else:
            editor = CellEditor(parent, one_line=group)
        editor.setFont(option.font)
        editor.types_over = self.opens_typing
        editor.left.connect(lambda where: self._leave(editor, where))
        editor.given_up.connect(
            lambda: self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        )
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell in its field; typing over starts with everything marked."""
        if not isinstance(editor, CellEditor) or self.keeps_editor_text:
            return
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if editor.text() != text:
            editor.set_text(text)
        if editor.types_over and not editor.isVisible():
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed goes into the cell."""
        if isinstance(editor, CellEditor):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field lies over its cell and grows."""
        if isinstance(editor, CellEditor):
            editor.set_cell(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys are the field's own business; losing the focus commits, as Qt has it."""
        if event.type() is QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def set_agencies(self, names: Sequence[str]) -> None:
        """The names offered for agencies."""
        self.agencies = tuple(names)

    def _leave(self, editor: CellEditor, where: object) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(where)


def warning_colour(palette: QPalette, *, selected: bool = False) -> QColor:
    """The theme's amber for the ground at hand."""
    ground = palette.color(QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base)
    return QColor((DARK if ground.lightnessF() < 0.5 else LIGHT).warning)


def _paint_sign(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A small triangle with a mark of exclamation."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top = QPointF(place.center().x(), place.top())
    painter.drawPolygon(QPolygonF([top, place.bottomRight(), place.bottomLeft()]))
    middle = place.center().x()
    painter.drawLine(QPointF(middle, place.top() + 4), QPointF(middle, place.bottom() - 4))
    painter.drawPoint(QPointF(middle, place.bottom() - 2))
    painter.restore()
