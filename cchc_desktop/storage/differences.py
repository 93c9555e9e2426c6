"""Which rows differ between two dossiers, looking only where they do not share the very same values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.storage.branch import Branch
from cchc_desktop.storage.rows import dossier_branch
from cchc_desktop.storage.schema import Key, Row, Table

RowsByTable = dict[Table, dict[Key, Row]]

_SECOND_KEYS = UUID("6f0f4f43-4843-4343-8000-63636863f11e")


class KeyTwice(Exception):
    """Two things of a dossier have the same key."""


@dataclass(slots=True)
class Differences:
    """Rows that were (``before``) and are to be (``after``) in each table, by their primary keys."""

    before: RowsByTable = field(default_factory=dict)
    after: RowsByTable = field(default_factory=dict)

    def tables(self) -> Iterator[tuple[Table, dict[Key, Row], dict[Key, Row]]]:
        """Each table with what goes and what comes; a row that stays as it is, is in neither."""
        for table in self.before.keys() | self.after.keys():
            before, after = self.before.get(table, {}), self.after.get(table, {})
            gone = {key: row for key, row in before.items() if after.get(key) != row}
            come = {key: row for key, row in after.items() if before.get(key) != row}
            if gone or come:
                yield table, gone, come


def differences(before: Dossier | None, after: Dossier | None) -> Differences:
    """What must change in a file that holds ``before`` to hold ``after``; raises KeyTwice."""
    found = Differences()
    _compare(dossier_branch(before), dossier_branch(after), found)
    return found


def all_rows(dossier: Dossier) -> RowsByTable:
    """Every row of a dossier.

    No text is given up because two things have the same key, which only a fault elsewhere can bring about: the second
    gets another one, always the same.
    """
    rows: RowsByTable = {}
    _gather(dossier_branch(dossier), rows)
    return rows


def _compare(old: Branch, new: Branch, found: Differences) -> None:
    if old.things is new.things:
        return
    first, end = _unshared(old.things, new.things)
    known = {old.key(position): position for position in range(first, len(old.things) - end)}
    for position in range(first, len(new.things) - end):
        key = new.key(position)
        was = known.pop(key, None)
        if was is None:
            _take(new, position, found.after)
            continue
        thing, old_thing = new.things[position], old.things[was]
        if thing is old_thing and position == was:
            continue
        if position != was or new.own is None or new.own(thing) != new.own(old_thing):
            _put(found.before, old.table, old.row(key, was, old_thing))
            _put(found.after, new.table, new.row(key, position, thing))
        if thing is not old_thing and new.below is not None and old.below is not None:
            for below_old, below_new in zip(old.below(key, old_thing), new.below(key, thing), strict=True):
                _compare(below_old, below_new, found)
    for was in known.values():
        _take(old, was, found.before)


def _unshared(old: tuple[object, ...], new: tuple[object, ...]) -> tuple[int, int]:
    """How many things are the very same at the start and, when none moved, at the end."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and old[first] is new[first]:
        first += 1
    end = 0
    if len(old) == len(new):
        while end < shorter - first and old[-1 - end] is new[-1 - end]:
            end += 1
    return first, end


def _take(branch: Branch, position: int, rows: RowsByTable) -> None:
    """Add the row of a thing and all rows below it."""
    key, thing = branch.key(position), branch.things[position]
    _put(rows, branch.table, branch.row(key, position, thing))
    if branch.below is not None:
        for below in branch.below(key, thing):
            for index in range(len(below.things)):
                _take(below, index, rows)


def _put(rows: RowsByTable, table: Table, row: Row) -> None:
    of_table = rows.setdefault(table, {})
    if of_table.setdefault(table.key(row), row) is not row:
        raise KeyTwice(table.name, table.key(row))


def _gather(branch: Branch, rows: RowsByTable) -> None:
    of_table = rows.setdefault(branch.table, {})
    for position, thing in enumerate(branch.things):
        key = branch.key(position)
        if not branch.by_position:
            while (key,) in of_table:
                key = str(uuid5(_SECOND_KEYS, key))
        row = branch.row(key, position, thing)
        of_table[branch.table.key(row)] = row
        if branch.below is not None:
            for below in branch.below(key, thing):
                _gather(below, rows)
