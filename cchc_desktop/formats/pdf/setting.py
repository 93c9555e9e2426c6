"""Text broken into lines, the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.fonts import Faces
from cchc_desktop.formats.pdf.line_breaks import LineBreaks, in_units
from cchc_desktop.formats.pdf.measures import BASELINE, line_height, points

_LINE_SEPARATOR = "\u2028"


class Align(Enum):
    """Where the lines of a paragraph stand."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    CENTRE = Qt.AlignmentFlag.AlignHCenter
    JUSTIFIED = Qt.AlignmentFlag.AlignJustify


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: type size in points, alignment, first-line indent in twips."""

    size: float
    align: Align = Align.LEFT
    first_indent: int = 0


class Setting:
    """A paragraph in lines of one width. Equal text, style and width give equal lines."""

    __slots__ = ("_layout", "_width", "line_count", "line_height", "style", "text")

    def __init__(self, text: RichText, style: TextStyle, width: float, faces: Faces) -> None:
        self.text = text.plain
        self.style = style
        self.line_height = line_height(style.size)
        self._width = width
        self._layout = _layout(text, style, faces)
        self.line_count = self._break_lines(text)

    @property
    def height(self) -> int:
        """Height of all lines."""
        return self.line_height * self.line_count

    def line_text(self, index: int) -> str:
        """The characters of a line, with the space it ends on."""
        line = self._layout.lineAt(index)
        units = in_units(self.text)[line.textStart() : line.textStart() + line.textLength()]
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def line_box(self, index: int) -> tuple[float, float]:
        """Left edge and width of the ink of a line."""
        box = self._layout.lineAt(index).naturalTextRect()
        return box.x(), box.width()

    @property
    def widest(self) -> float:
        """Width of the widest line."""
        return max(self.line_widths(), default=0.0)

    def line_widths(self) -> list[float]:
        """Width of the ink of each line."""
        return [self.line_box(index)[1] for index in range(self.line_count)]

    def draw_line(self, painter: QPainter, index: int, x: float, y: float) -> None:
        """Paint a line with its top left corner at (x, y)."""
        self._layout.lineAt(index).draw(painter, QPointF(x, y))

    def _break_lines(self, rich: RichText) -> int:
        layout = self._layout
        baseline = points(self.style.size) * BASELINE
        breaks = LineBreaks.of(rich, self.line_height)
        indent = float(self.style.first_indent)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            room = max(self._width - indent, 1.0)
            line.setLineWidth(room)
            if breaks is not None:
                breaks.correct(line, room)
            line.setPosition(QPointF(indent, baseline - line.ascent()))
            indent = 0.0
        layout.endLayout()
        return max(layout.lineCount(), 1)


def _layout(text: RichText, style: TextStyle, faces: Faces) -> QTextLayout:
    whole = text.runs[0] if len(text.runs) == 1 else None
    font = faces.font(
        style.size, bold=whole is not None and whole.bold, italic=whole is not None and whole.italic
    )
    layout = QTextLayout(text.plain.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption(style.align.value)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    if whole is None and text.is_emphasised:
        layout.setFormats(_formats(text, style, faces))
    return layout


def _formats(text: RichText, style: TextStyle, faces: Faces) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    plain = text.plain
    for start, end, letters in text.spans:
        one = QTextLayout.FormatRange()
        one.start = len(in_units(plain[:start]))
        one.length = len(in_units(plain[start:end]))
        look = QTextCharFormat()
        look.setFont(faces.font(style.size, bold="b" in letters, italic="i" in letters))
        one.format = look
        ranges.append(one)
    return ranges
