"""What a reader saw on a foreign paper: lines and tables as they stood, before anything is decided about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cchc_desktop.domain.rich_text import RichText


class Alignment(Enum):
    """How a line stands on the paper; UNKNOWN where the source cannot tell (plain text)."""

    UNKNOWN = ""
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph. ``label`` is an automatic number as it was printed ("1.", "a)"), never part of ``text``.

    ``number`` counts the lines of the source from 1, cells of tables included, in reading order. ``level_hint`` is the
    depth of an automatic list (0 outermost). ``font`` is the name of the font of most of its letters.
    """

    text: RichText
    number: int
    label: str = ""
    level_hint: int | None = None
    alignment: Alignment = Alignment.UNKNOWN
    style: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell with its paragraphs; a merged cell stands once, at its first place, with its spans."""

    lines: tuple[SourceLine, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as rows of cells."""

    rows: tuple[tuple[SourceCell, ...], ...]
    has_borders: bool = True


@dataclass(frozen=True, slots=True)
class SourceBreak:
    """A new section of pages begins."""

    landscape: bool = False


SourceBlock = SourceLine | SourceTable | SourceBreak


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A foreign paper as it was read. ``notes`` say in Vietnamese what the reader had to do (healed, converted)."""

    name: str
    blocks: tuple[SourceBlock, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """Every line in reading order, those in tables included."""
        found: list[SourceLine] = []
        for block in self.blocks:
            match block:
                case SourceLine():
                    found.append(block)
                case SourceTable():
                    found.extend(line for row in block.rows for cell in row for line in cell.lines)
                case SourceBreak():
                    pass
        return tuple(found)
