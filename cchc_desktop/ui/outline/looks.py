"""How headings and labels look in the editor; the colours are those of the palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from cchc_desktop.ui.outline.arrangement import heading_is_bold
from cchc_desktop.ui.outline.document import OutlineDocument
from cchc_desktop.ui.outline.mapping import Part, read_item, read_pieces


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two; ``share`` is that of the second."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def label_colour(palette: QPalette) -> QColor:
    """Labels stand back a little: nobody typed them."""
    return mixed(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.35)


def heading_colour(palette: QPalette) -> QColor:
    """Headings lean towards the accent, so that one that is not bold on paper is told from text."""
    return mixed(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Link), 0.65)


class HeadingLooks(QSyntaxHighlighter):
    """Shows the heading part of each line as such, without writing that into the document."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._colour = heading_colour(palette)

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours of another palette."""
        colour = heading_colour(palette)
        if colour != self._colour:
            self._colour = colour
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Qt asks for each line that changed."""
        block = self.currentBlock()
        pieces = read_pieces(block)
        if not pieces or (pieces[0].part is Part.TEXT):
            return
        one = read_item(block, "-")
        if not one.heading:
            return
        bold = heading_is_bold(one)
        at = 0
        left = len(one.heading.plain)
        for piece in pieces:
            if left <= 0:
                break
            shown = piece.run.text[:left]
            style = QTextCharFormat()
            style.setForeground(self._colour)
            if bold or piece.run.bold:
                style.setFontWeight(QFont.Weight.Bold)
            units = len(shown.encode("utf-16-le")) // 2
            self.setFormat(at, units, style)
            at += units
            left -= len(shown)


def paint_labels(editor: QTextEdit, outline: OutlineDocument, painter: QPainter) -> None:
    """Paint the labels of the lines in sight into the left margin."""
    layout = editor.document().documentLayout()
    shift = -float(editor.verticalScrollBar().value())
    sideways = -float(editor.horizontalScrollBar().value()) + editor.document().documentMargin()
    bottom = editor.viewport().height()
    block = first_block_in_sight(editor)
    while block.isValid() and block.blockNumber() < len(outline.rows):
        frame = layout.blockBoundingRect(block)
        if frame.top() + shift > bottom:
            break
        _paint_label(outline, painter, block, sideways, frame.top() + shift)
        block = block.next()


def first_block_in_sight(editor: QTextEdit) -> QTextBlock:
    """The first line of which something is to be seen."""
    layout = editor.document().documentLayout()
    top = editor.verticalScrollBar().value()
    low, high = 0, editor.document().blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(editor.document().findBlockByNumber(middle)).bottom() < top:
            low = middle + 1
        else:
            high = middle
    return editor.document().findBlockByNumber(low)


def _paint_label(
    outline: OutlineDocument, painter: QPainter, block: QTextBlock, left: float, top: float
) -> None:
    row = outline.rows[block.blockNumber()]
    if not row.label or block.layout().lineCount() == 0:
        return
    one = outline.items[block.blockNumber()]
    font = QFont(outline.document.defaultFont())
    font.setBold(heading_is_bold(one))
    painter.setFont(font)
    line = block.layout().lineAt(0)
    place = QRectF(
        left + outline.label_left(row), top + line.y(), outline.label_width(one.level) * 2, line.height()
    )
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.label)
