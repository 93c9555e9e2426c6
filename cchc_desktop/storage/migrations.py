"""The formats of the dossier file, and the steps that bring an older file up to date.

History (``PRAGMA user_version`` of the file is its format):

1. First release: office, plans in three forms of issue, outlines, appendices with their tasks, view state, digests.
2. What the office keeps for all its plans: profile, agencies, usual recipients, signers, legal documents and suggestions
   of its own, hidden suggestions. Nothing of format 1 changes; the new tables begin empty.

A step is a function registered under the format it leads to. It and its number are one transaction; SQL is written
out in the step, never generated from what the program looks like today. Foreign keys are off while it runs, because a
table that is rebuilt with them on takes its children with it, and are checked before the transaction ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

from cchc_desktop.storage.checking import write_digests
from cchc_desktop.storage.format_1 import FORMAT_1
from cchc_desktop.storage.format_2 import FORMAT_2
from cchc_desktop.storage.schema import APPLICATION_ID

Step = Callable[[Database], None]


class Formats:
    """The steps in their order."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def newest(self) -> int:
        """The format this program writes."""
        return len(self._steps)

    def step(self, to: int) -> Callable[[Step], Step]:
        """Register the step that leads to a format; raises ValueError for one out of order."""
        if to != self.newest + 1:
            raise ValueError(f"step to {to} after {self.newest}")

        def register(step: Step) -> Step:
            self._steps.append(step)
            return step

        return register

    def following(self) -> Formats:
        """A copy, to which further steps can be added."""
        copy = Formats()
        copy._steps.extend(self._steps)
        return copy

    def migrate(self, database: Database, from_format: int) -> None:
        """Take every step the file still needs, each in a transaction with its number and the new digests."""
        database.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
        try:
            for number, step in enumerate(self._steps[from_format:], from_format + 1):
                with database.atomic():
                    step(database)
                    _check_foreign_keys(database)
                    write_digests(database)
                    database.execute(f"PRAGMA user_version = {number}")
        finally:
            database.execute("PRAGMA foreign_keys = ON")


FORMATS = Formats()


@FORMATS.step(1)
def _first_format(database: Database) -> None:
    for statement in FORMAT_1:
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@FORMATS.step(2)
def _what_the_office_keeps(database: Database) -> None:
    for statement in FORMAT_2:
        database.execute(statement)


def _check_foreign_keys(database: Database) -> None:
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"foreign keys: {broken[:3]}")
