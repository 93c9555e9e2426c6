"""Paragraphs and rows as pieces, remembered from one layout to the next: a keystroke sets one paragraph anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.fonts import Faces
from cchc_desktop.formats.pdf.pieces import Piece, SetLine
from cchc_desktop.formats.pdf.setting import Setting, TextStyle

_Key = tuple[object, ...]


class LayoutCache:
    """Pieces of blocks and settings of texts by value, for one thread. What a finished layout did not use is forgotten."""

    def __init__(self) -> None:
        self._faces: Faces | None = None
        self._pieces: dict[_Key, tuple[Piece, ...]] = {}
        self._used: dict[_Key, tuple[Piece, ...]] = {}
        self._settings: dict[_Key, Setting] = {}

    @property
    def faces(self) -> Faces:
        """The faces papers are set in, found when the first text is set."""
        if self._faces is None:
            self._faces = Faces()
        return self._faces

    def pieces(self, key: _Key, make: Callable[[], tuple[Piece, ...]]) -> tuple[Piece, ...]:
        """The pieces made for an equal key before, or made now."""
        found = self._used.get(key)
        if found is None:
            found = self._pieces.get(key)
            if found is None:
                found = make()
            self._used[key] = found
        return found

    def setting(self, text: RichText, style: TextStyle, width: float) -> Setting:
        """A text in lines; the many equal cells of a table are set once."""
        key = (text, style, width)
        found = self._settings.get(key)
        if found is None:
            found = self._settings[key] = Setting(text, style, width, self.faces)
        return found

    def finish_layout(self) -> None:
        """Forget what the layout that ends here did not use."""
        self._pieces, self._used = self._used, {}
        self._settings = {}


def paragraph(
    setting: Setting, *, source: str, after: float = 0.0, glued: bool = False, x: float = 0.0
) -> tuple[Piece, ...]:
    """A paragraph in pieces such that no page begins or ends with a single line of it."""
    count = setting.line_count
    # No piece boundary before the third line or behind the last but two.
    cuts = [0, *range(2, count - 1), count] if count > 3 else [0, count]
    pieces = [
        Piece(
            height=setting.line_height * (end - start),
            lines=tuple(
                SetLine(setting, index, x, setting.line_height * (index - start))
                for index in range(start, end)
            ),
            source=source,
        )
        for start, end in pairwise(cuts)
    ]
    pieces[-1] = replace(pieces[-1], after=after, glued=glued)
    return tuple(pieces)


def glued_together(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces such that they, and what follows, stand on one page."""
    return tuple(replace(piece, glued=True) for piece in pieces)
