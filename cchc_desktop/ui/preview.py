"""The live preview: the pages as they will be printed, a moment behind the typing and never in its way."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.paper.blocks import Document
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.paper_view import PaperView

if TYPE_CHECKING:
    from cchc_desktop.formats.pdf import LayoutCache, PagedDocument

_PAUSE = 60  # milliseconds from a change to the new pages
_SLICE = 0.008  # seconds of layout between two looks at the keyboard


class Preview(QWidget):
    """Pages and a bar below. ``source_clicked`` names the block that was clicked (the ``source`` of a block)."""

    source_clicked = Signal(str)
    enlarge_requested = Signal()
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Callable[[], Document] | None = None
        self._steps: Generator[None, None, PagedDocument] | None = None
        self._cache: LayoutCache | None = None
        self._source_to_show: str | None = None
        self._to_top = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        name_help(self, "cua-so#trang-in")
        self.view = PaperView(self)
        self._build()

    def set_document(self, document: Document) -> None:
        """Show this paper soon. Cheap: the layout is made when the keyboard rests."""
        self.set_document_from(lambda: document)

    def set_document_from(self, compose: Callable[[], Document]) -> None:
        """As :meth:`set_document`, with composing, too, put off until the keyboard rests."""
        self._wanted = compose
        if not self._timer.isActive() and self.isVisible():
            self._timer.start(_PAUSE)

    def show_source(self, source: str) -> None:
        """Mark the block with this source and bring it into view, as soon as the pages are up to date."""
        if self._wanted is None and self._steps is None:
            self.view.show_source(source)
        else:
            self._source_to_show = source

    def show_top(self) -> None:
        """Begin at the first page: what comes is another paper."""
        self._source_to_show = None
        self._to_top = True

    def set_enlargeable(self, enlargeable: bool) -> None:
        """Whether "Mở to" is offered; the enlarged preview itself does without."""
        self._enlarge.setVisible(enlargeable)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None:
            self._timer.start(0)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        self._page_label = QLabel(self)
        self._page_label.setAccessibleName("Trang đang xem")
        self._zoom_label = QLabel(self)
        self._zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom_label.setMinimumWidth(self._zoom_label.fontMetrics().horizontalAdvance("400 %") + 8)
        self._zoom_label.setAccessibleName("Cỡ trang")
        self._fit = _button("Vừa bề rộng", "Phóng trang vừa bề rộng khung xem (Ctrl+0)")
        self._fit.setCheckable(True)
        smaller = _button("−", "Thu nhỏ (Ctrl+−, hoặc Ctrl và lăn chuột)", "Thu nhỏ")
        larger = _button("+", "Phóng to (Ctrl++, hoặc Ctrl và lăn chuột)", "Phóng to")
        self._enlarge = _button("Mở to ⤢", "Xem trang in trong cửa sổ lớn", "Mở to")
        bar.addWidget(self._page_label)
        bar.addStretch(1)
        for widget in (smaller, self._zoom_label, larger, self._fit):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._enlarge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.view, 1)
        outer.addLayout(bar)
        smaller.clicked.connect(self.view.zoom_out)
        larger.clicked.connect(self.view.zoom_in)
        self._fit.clicked.connect(self._toggle_fit)
        self._enlarge.clicked.connect(self.enlarge_requested)
        self.view.source_clicked.connect(self.source_clicked)
        self.view.page_changed.connect(self._tell_page)
        self.view.zoom_changed.connect(self._tell_zoom)
        self.setFocusProxy(self.view)
        self._tell_page(0, 0)
        self._tell_zoom()

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def _toggle_fit(self, fit: bool) -> None:
        self.view.set_zoom(None if fit else 1.0)

    def _tell_page(self, index: int, count: int) -> None:
        self._page_label.setText(f"Trang {index + 1}/{count}" if count else "Trang –")
        self.view.setAccessibleDescription(self._page_label.text())
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        self._zoom_label.setText(f"{round(self.view.zoom * 100)} %")
        self._fit.setChecked(self.view.fits_width)

    def _work(self) -> None:
        """A slice of layout; a paper that came meanwhile is taken up when this one is done, so that none starves."""
        if self._steps is None:
            if self._wanted is None:
                return
            self._steps = self._begin(self._wanted)
        end = time.perf_counter() + _SLICE
        try:
            while time.perf_counter() < end:
                next(self._steps)
        except StopIteration as finished:
            self._steps = None
            self._finish(finished.value)
        else:
            self._timer.start(0)

    def _begin(self, compose: Callable[[], Document]) -> Generator[None, None, PagedDocument]:
        from cchc_desktop.formats.pdf import LayoutCache, lay_out_in_steps

        self._wanted = None
        if self._cache is None:
            self._cache = LayoutCache()
        return lay_out_in_steps(compose(), self._cache)

    def _finish(self, pages: PagedDocument) -> None:
        self.view.show_pages(pages)
        if self._to_top and self._wanted is None:
            self._to_top = False
            self.view.show_top()
        if self._wanted is not None:
            self._timer.start(_PAUSE)
        elif self._source_to_show is not None:
            self.view.show_source(self._source_to_show)
            self._source_to_show = None
        self.laid_out.emit()


def _button(text: str, tip: str, name: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(name or text)
    button.setAutoRaise(True)
    return button
