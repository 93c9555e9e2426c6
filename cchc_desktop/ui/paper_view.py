"""The pages on a calm ground, scrolled and zoomed, painted sharply and only where they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cchc_desktop.ui.page_strip import MAX_ZOOM, MIN_ZOOM, PageSpot, PageStrip, scroll_to_show, strip_of

if TYPE_CHECKING:  # fonts and layout are loaded when the first paper is shown
    from cchc_desktop.formats.pdf import Page, PagedDocument, Span

_ZOOM_STEP = 1.1
_SCROLL_MILLISECONDS = 180
_ROOM_AROUND = 48.0
_MARK_WIDTH = 3
_SHADOW = ((4.0, 10), (2.0, 18), (1.0, 30))
_KEPT_PICTURES = 6
_TWIPS_PER_INCH = 1440


class PaperView(QAbstractScrollArea):
    """Shows a laid-out paper. Clicking on it, or Enter, names the block that stands there."""

    source_clicked = Signal(str)
    page_changed = Signal(int, int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._strip = PageStrip((), 0.0, 0.0)
        self._zoom: float | None = None
        self._source = ""
        self._told = (-1, -1)
        self._pictures: dict[int, tuple[Page, int, float, QPixmap]] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_SCROLL_MILLISECONDS)
        self._glide.valueChanged.connect(lambda value: self.verticalScrollBar().setValue(int(value)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: pages that fit the width would change their size whenever it came or went.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Trang in xem trước")

    # What is shown

    def show_pages(self, paged: PagedDocument) -> None:
        """Show other pages, at the place where one was."""
        self._pages = paged.pages
        self._spans = paged.spans()
        self._arrange()
        self.viewport().update()

    def show_source(self, source: str) -> None:
        """Mark a block, and scroll as little as it takes to read it."""
        if source != self._source:
            self._source = source
            self.viewport().update()
        spans = self._spans.get(source)
        if spans:
            self._glide_to(
                *self._stretch(spans[-1] if len(spans) > 1 and self._sees(spans[-1]) else spans[0])
            )

    def show_top(self) -> None:
        """Scroll to the beginning, with nothing marked."""
        self._glide.stop()
        self._source = ""
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages the paper has."""
        return len(self._pages)

    @property
    def current_page(self) -> int:
        """The index of the page in the middle of the view."""
        return self._strip.at(self._top + self.viewport().height() / 2)

    @property
    def zoom(self) -> float:
        """The size of the current page against the printed one."""
        if not self._strip.spots:
            return 1.0
        return self._strip.spots[self.current_page].scale / self._real_scale

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """Another size, or None for the width of the view; the middle of the view stays where it is."""
        page, share = self._anchor()
        self._zoom = None if zoom is None else min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        self._arrange()
        self._return_to(page, share)
        self.viewport().update()
        self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """A step larger."""
        self.set_zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.set_zoom(self.zoom / _ZOOM_STEP)

    # Geometry

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _real_scale(self) -> float:
        return self.logicalDpiX() / _TWIPS_PER_INCH

    def _arrange(self) -> None:
        view = self.viewport().size()
        sizes = [(page.width, page.height) for page in self._pages]
        self._strip = strip_of(sizes, view.width(), self._zoom, self._real_scale)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(32)
        vertical.setRange(0, max(round(self._strip.height) - view.height(), 0))
        horizontal.setPageStep(view.width())
        horizontal.setRange(0, max(round(self._strip.width) - view.width(), 0))
        self._tell_page()

    def _anchor(self) -> tuple[int, float]:
        """The page in the middle and how far down on it the middle is."""
        middle = self._top + self.viewport().height() / 2
        if not self._strip.spots:
            return 0, 0.0
        page = self._strip.at(middle)
        spot = self._strip.spots[page]
        return page, (middle - spot.y) / spot.height

    def _return_to(self, page: int, share: float) -> None:
        if page < len(self._strip.spots):
            spot = self._strip.spots[page]
            self.verticalScrollBar().setValue(
                round(spot.y + share * spot.height - self.viewport().height() / 2)
            )

    def _stretch(self, span: Span) -> tuple[float, float]:
        spot = self._strip.spots[span.page]
        return spot.y + span.top * spot.scale, spot.y + span.bottom * spot.scale

    def _sees(self, span: Span) -> bool:
        top, bottom = self._stretch(span)
        return bottom > self._top and top < self._top + self.viewport().height()

    def _glide_to(self, top: float, bottom: float) -> None:
        bar = self.verticalScrollBar()
        target = round(scroll_to_show(top, bottom, bar.value(), self.viewport().height(), _ROOM_AROUND))
        target = min(max(target, bar.minimum()), bar.maximum())
        self._glide.stop()
        if target == bar.value():
            return
        if not self.isVisible():
            bar.setValue(target)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(target)
        self._glide.start()

    def _tell_page(self) -> None:
        told = (self.current_page if self._pages else 0, len(self._pages))
        if told != self._told:
            self._told = told
            self.page_changed.emit(*told)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        origin = QPoint(self.horizontalScrollBar().value(), self._top)
        dirty = event.rect().translated(origin)
        painter.translate(-origin)
        seen = self._strip.visible(dirty.top(), dirty.bottom())
        for index in seen:
            spot = self._strip.spots[index]
            self._paint_paper(painter, spot)
            painter.drawPixmap(QPointF(spot.x, spot.y), self._picture(index, spot))
            self._paint_mark(painter, index, spot)
        if len(self._pictures) > _KEPT_PICTURES:
            self._pictures = {index: kept for index, kept in self._pictures.items() if index in seen}

    def _paint_paper(self, painter: QPainter, spot: PageSpot) -> None:
        paper = QRectF(spot.x, spot.y, spot.width, spot.height)
        for spread, strength in _SHADOW:
            painter.fillRect(
                paper.adjusted(-spread, 1 - spread, spread, spread + 1), QColor(0, 0, 0, strength)
            )

    def _picture(self, index: int, spot: PageSpot) -> QPixmap:
        """The page in pixels of the screen; an unchanged page is not painted again."""
        from cchc_desktop.formats.pdf.paint import paint_page

        page, ratio = self._pages[index], self.devicePixelRatioF()
        kept = self._pictures.get(index)
        if kept is not None and kept[1:3] == (round(spot.width), ratio) and kept[0] == page:
            return kept[3]
        picture = QPixmap(round(spot.width * ratio), round(spot.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint_page(painter, page, spot.scale)
        painter.end()
        self._pictures[index] = (page, round(spot.width), ratio, picture)
        return picture

    def _paint_mark(self, painter: QPainter, index: int, spot: PageSpot) -> None:
        """A line in the margin beside the block that is being written, and a breath of colour behind it."""
        for span in self._spans.get(self._source, ()):
            if span.page != index:
                continue
            page = self._pages[index]
            top, height = spot.y + span.top * spot.scale, (span.bottom - span.top) * spot.scale
            colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
            left = spot.x + page.left * spot.scale - 10
            painter.fillRect(QRectF(left, top, _MARK_WIDTH, height), colour)
            colour.setAlphaF(0.06)
            painter.fillRect(QRectF(left, top, spot.x + spot.width - left - 16, height), colour)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        page, share = self._anchor()
        super().resizeEvent(event)
        self._arrange()
        self._return_to(page, share)
        self.zoom_changed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._tell_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.clear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.set_zoom(self.zoom * _ZOOM_STEP ** (turn / 120))
            event.accept()
            return
        self._glide.stop()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        self._glide.stop()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() - 2 * bar.singleStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep() + 2 * bar.singleStep())
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._name_block(self._source_in_view())
            case _:
                if not self._zoomed_by(event):
                    super().keyPressEvent(event)

    def _zoomed_by(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.set_zoom(None)
            case _:
                return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._source_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = QRect(QPoint(0, 0), self.viewport().size()).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._name_block(self._source_at(event.position()))

    def _name_block(self, source: str) -> None:
        if source:
            self.source_clicked.emit(source)

    def _source_at(self, position: QPointF) -> str:
        x, y = position.x() + self.horizontalScrollBar().value(), position.y() + self._top
        if not self._strip.spots:
            return ""
        index = self._strip.at(y)
        spot = self._strip.spots[index]
        if not (spot.x <= x <= spot.x + spot.width and spot.y <= y <= spot.y + spot.height):
            return ""
        return self._pages[index].source_at((y - spot.y) / spot.scale)

    def _source_in_view(self) -> str:
        """The marked block if it is seen, else the first one in the view."""
        spans = self._spans.get(self._source, ())
        if any(self._sees(span) for span in spans):
            return self._source
        if not self._strip.spots:
            return ""
        spot = self._strip.spots[index := self._strip.at(self._top)]
        return self._pages[index].source_at((self._top + _ROOM_AROUND - spot.y) / spot.scale)
