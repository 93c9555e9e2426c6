"""Lets a suggestion be dropped on an editor: the place where it is let go is told, the editor itself is not asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from cchc_desktop.ui.library.model import ENTRY_FORM


class EntryDrops(QObject):
    """Watches a widget; ``dropped`` carries a suggestion's key and the point in the widget.

    ``edge`` says below which height of the widget what is let go at a point would stand: a line is drawn there.
    """

    dropped = Signal(str, QPoint)

    def __init__(self, target: QWidget, edge: Callable[[QPoint], int] | None = None) -> None:
        super().__init__(target)
        self.is_open = True
        self._target = target
        self._edge = edge
        self.mark = QFrame(target)
        self.mark.setObjectName("dropMark")
        self.mark.setFixedHeight(2)
        self.mark.hide()
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() in kinds and isinstance(event, QDropEvent) and event.mimeData().hasFormat(ENTRY_FORM):
            if not self.is_open:
                event.ignore()
                return True
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_mark(event.position().toPoint(), shown=event.type() is not QEvent.Type.Drop)
            if event.type() is QEvent.Type.Drop:
                key = bytes(event.mimeData().data(ENTRY_FORM).data()).decode()
                self.dropped.emit(key, event.position().toPoint())
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.mark.hide()
        return super().eventFilter(watched, event)

    def _show_mark(self, point: QPoint, *, shown: bool) -> None:
        if self._edge is not None:
            self.mark.setGeometry(0, self._edge(point) - 1, self._target.width(), 2)
            self.mark.setVisible(shown)
