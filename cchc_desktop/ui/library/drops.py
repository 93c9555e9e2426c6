"""Lets a suggestion be dropped on an editor: the place where it is let go is told, the editor itself is not asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.library.model import ENTRY_FORM


class EntryDrops(QObject):
    """Watches a widget; ``dropped`` carries a suggestion's key and the point in the widget."""

    dropped = Signal(str, QPoint)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.is_open = True
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
            if event.type() is QEvent.Type.Drop:
                key = bytes(event.mimeData().data(ENTRY_FORM).data()).decode()
                self.dropped.emit(key, event.position().toPoint())
            return True
        return super().eventFilter(watched, event)
