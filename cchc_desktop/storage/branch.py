"""How a value is laid out as rows: things of one kind, what makes the row of each, and what hangs below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from cchc_desktop.storage.schema import Row, Table


class Branch(NamedTuple):
    """Things of one kind in their order; ``row`` makes the row of one from its key, its position and itself.

    ``below`` gives what hangs under a thing of this key; ``own`` is the rest of the thing, which alone makes its row.
    Things without a key of their own go by their position.
    """

    table: Table
    things: tuple[Any, ...]
    row: Callable[[str, int, Any], Row]
    below: Callable[[str, Any], tuple[Branch, ...]] | None = None
    own: Callable[[Any], object] | None = None
    by_position: bool = False

    def key(self, position: int) -> str:
        """The key of the thing at a position."""
        key: str = str(position) if self.by_position else self.things[position].id
        return key


def all_but(kind: type, *below: str) -> Callable[[Any], object]:
    """The values of all fields but those that are kept in rows below."""
    return attrgetter(*(one.name for one in fields(kind) if one.name not in below))
