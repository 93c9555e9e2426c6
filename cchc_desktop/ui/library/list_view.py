"""The list of suggestions with its keys: Enter puts in (Ctrl+Enter again), F2 changes, Del hides or deletes, Up from the first goes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.ui.library.delegate import OfferDelegate
from cchc_desktop.ui.library.model import OFFER_ROLE, OfferModel, as_text
from cchc_desktop.ui.theme import Theme


class OfferList(QListView):
    """Shows an :class:`OfferModel`."""

    wanted = Signal(object)
    wanted_again = Signal(object)
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object)
    search_wanted = Signal(str)
    """The list was left upwards, or letters were typed in it: they belong to the search."""

    def __init__(self, model: OfferModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = OfferDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Các gợi ý")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(16)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Offer | None:
        """The suggestion with the cursor."""
        offer: Offer | None = self.currentIndex().data(OFFER_ROLE)
        return offer

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.fit(self.viewport().height(), self.font()):
            self.scheduleDelayedItemsLayout()
            if self.currentIndex().isValid():
                QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def choose(self, row: int) -> None:
        """Put the cursor on a row, or the nearest there is."""
        model = self.model()
        if model.rowCount():
            self.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))

    def copy(self) -> None:
        """The suggestion's text to the clipboard."""
        if self.current is not None:
            QGuiApplication.clipboard().setText(as_text(self.current))

    def event(self, event: QEvent) -> bool:
        """Our keys are not the window's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            ours = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2) and not event.modifiers()
            if ours:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offer = self.current
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, plain = event.key(), not modifiers
        again = modifiers == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or again):
            if offer is not None:
                (self.wanted_again if again else self.wanted).emit(offer)
        elif key == Qt.Key.Key_F2 and offer is not None:
            self.change_wanted.emit(offer)
        elif key == Qt.Key.Key_Delete and plain and offer is not None:
            self.remove_wanted.emit(offer)
        elif key == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.search_wanted.emit("")
        elif plain and event.text().isprintable() and event.text().strip():
            self.search_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        offer: Offer | None = self.indexAt(event.position().toPoint()).data(OFFER_ROLE)
        if offer is not None and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(offer)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        else:
            self.menu_wanted.emit(event.globalPos())

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the search field."""
