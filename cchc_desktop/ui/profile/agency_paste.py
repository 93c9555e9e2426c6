"""Names of agencies on the clipboard: a list from Word, or cells from Excel with a short name beside each."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_desktop.authoring.list_edits import lines_of
from cchc_desktop.authoring.new_agency import agency_named
from cchc_desktop.domain.agency_directory import Agency
from cchc_desktop.domain.vietnamese import clean

_LONGEST_SHORT_NAME = 12


def pasted_agencies(text: str, known: Iterable[Agency]) -> tuple[tuple[Agency, ...], int]:
    """The agencies named, one a line, and how many were left out because the directory has them."""
    taken = {_same(one.name) for one in known}
    added: list[Agency] = []
    skipped = 0
    for line in text.replace("\r\n", "\n").split("\n"):
        name, short_name = _cells(line)
        if not name:
            continue
        if _same(name) in taken:
            skipped += 1
            continue
        taken.add(_same(name))
        added.append(agency_named(name, short_name))
    return tuple(added), skipped


def _cells(line: str) -> tuple[str, str]:
    """Name and short name; a first cell with only a number counts the rows."""
    cells = [cell.strip() for cell in line.split("\t")]
    while cells and not cells[0].strip(" .)").strip("0123456789"):
        cells = cells[1:]
    [name] = lines_of(" ".join(clean(cells[0]).split())) or ("",) if cells else ("",)
    short_name = next((cell for cell in cells[1:] if cell), "")
    return name, short_name if len(short_name) <= _LONGEST_SHORT_NAME else ""


def _same(name: str) -> str:
    return " ".join(clean(name).lower().split())
