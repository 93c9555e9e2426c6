"""A page of the help, set like a booklet: its colours, its sizes, its width, and what was searched marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit, QWidget

from cchc_desktop.ui.help_search import spots
from cchc_desktop.ui.theme import Colours

_ZOOMS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_USUAL = _ZOOMS.index(1.0)
_LINE = 54  # the most letters "M" a line is wide: longer lines are hard to follow


class HelpBrowser(QTextBrowser):
    """Shows one page. Sizes follow the system's letters, times the zoom."""

    zoomed = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._zoom = _USUAL
        self._words: Sequence[str] = ()
        self.place = ""
        """What is shown: "buoc-7#thoi-gian"."""
        self.sourceChanged.connect(self._came_to)
        self.setAccessibleName("Trang hướng dẫn")
        self.setOpenExternalLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(26)

    @property
    def zoom(self) -> float:
        """How much larger than the system's letters."""
        return _ZOOMS[self._zoom]

    def change_zoom(self, steps: int) -> None:
        """Larger or smaller letters; 0 for the usual ones."""
        self._zoom = min(max(self._zoom + steps, 0), len(_ZOOMS) - 1) if steps else _USUAL
        self.dress(self._colours)
        self.zoomed.emit()

    def dress(self, colours: Colours) -> None:
        """Set the page anew, and stay where the reader is."""
        self._colours = colours
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        font = QApplication.font()
        font.setPointSizeF(self._points(1.0))
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(self._sheet(colours))
        if not self.source().isEmpty():
            place = self.place
            self.reload()  # which forgets the place in the page
            self.place = place
        self._fit_width()
        self.mark(self._words)
        bar.setValue(round(share * bar.maximum()))

    def open_page(self, url: QUrl) -> None:
        """Show a page, or the place in it that the address names."""
        if self.source() == url:
            self.scrollToAnchor(url.fragment())
            if not url.hasFragment():
                self.verticalScrollBar().setValue(0)
        else:
            self.setSource(url)

    def mark(self, words: Sequence[str]) -> None:
        """Mark every place of these words (folded) on the page."""
        self._words = words
        looks = QTextCharFormat()
        looks.setBackground(QColor(self._colours.warningFill))
        looks.setForeground(QColor(self._colours.warning))
        selections = []
        for start, end in spots(self._text(), words):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._selected(start, end)
            selection.format = looks
            selections.append(selection)
        self.setExtraSelections(selections)

    def go_to_text(self, text: str, words: Sequence[str]) -> None:
        """Mark the words, and bring that text of the page into sight."""
        self.mark(words)
        page = " ".join(text.split())
        whole = self._text()
        start = _find_loosely(whole, page)
        inside = [spot for spot in spots(whole, words) if start <= spot[0] <= start + len(page)]
        first, last = inside[0] if inside else (start, start)
        cursor = self._selected(first, last)
        cursor.setPosition(first)
        self.setTextCursor(cursor)
        where = self.cursorRect(cursor).center().y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + where - self.viewport().height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.change_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _came_to(self, url: QUrl) -> None:
        name = url.fileName().removesuffix(".html")
        self.place = f"{name}#{url.fragment()}" if url.hasFragment() else name

    def _text(self) -> str:
        """One letter for each position of a cursor."""
        return self.document().toPlainText()

    def _selected(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fit_width(self) -> None:
        most = round(_LINE * self.fontMetrics().horizontalAdvance("M") * self.zoom)
        self.setLineWrapColumnOrWidth(max(min(self.viewport().width(), most), 120))

    def _points(self, factor: float) -> float:
        base = QApplication.font().pointSizeF()
        return (base if base > 0 else 9.0) * self.zoom * factor

    def _sheet(self, colours: Colours) -> str:
        def size(factor: float) -> str:
            return f"{self._points(factor):.2f}pt"

        small, wide = round(self._points(0.45)), round(self._points(1.1))
        return f"""
            body {{ color: {colours.text}; font-size: {size(1.05)}; }}
            h1 {{ color: {colours.accent}; font-size: {size(1.6)}; font-weight: 600; margin: 0 0 {small}px 0; line-height: 120%; }}
            h2 {{ color: {colours.accent}; font-size: {size(1.22)}; font-weight: 600;
                  margin: {wide * 2}px 0 {small}px 0; line-height: 120%; }}
            h3 {{ font-size: {size(1.05)}; font-weight: 600; margin: {wide}px 0 {small}px 0; }}
            p {{ margin: 0 0 {wide}px 0; line-height: 138%; }}
            p.lead {{ color: {colours.muted}; }}
            p.note {{ background-color: {colours.infoFill}; }}
            p.back {{ margin-top: {wide * 2}px; }}
            ul, ol {{ margin: 0 0 {wide}px 0; -qt-list-indent: 1; }}
            li {{ margin: 0 0 {small}px 0; line-height: 134%; }}
            a {{ color: {colours.accent}; text-decoration: none; }}
            code {{ color: {colours.muted}; }}
            table {{ border-collapse: collapse; margin: 0 0 {wide}px 0; border-color: {colours.border}; }}
            th {{ text-align: left; font-weight: 600; color: {colours.muted}; }}
            td, th {{ padding: {small}px {wide}px {small}px {small}px; border: 1px solid {colours.border}; }}
        """


def _find_loosely(whole: str, text: str) -> int:
    """Where a text begins in a page whose rows of tables are broken into lines; 0 when it cannot be told."""
    flat = "".join(" " if letter.isspace() else letter for letter in whole)
    for length in (len(text), 60, 25, 12):
        at = flat.find(text[:length])
        if at >= 0:
            return at
    return 0
