"""What an office keeps for all its plans stands in tables of its own that any SQLite tool reads."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.profile import default_profile
from cchc_desktop.storage.differences import differences
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.errors import DossierDamaged
from cchc_desktop.storage.schema import DOSSIER_TABLES, INTEGER_COLUMNS
from tests.storage.rich_dossier import OFFICE


def _asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def _changed_tables(before: Dossier, after: Dossier) -> dict[str, tuple[int, int]]:
    found = differences(before, after).tables()
    return {table.name: (len(gone), len(come)) for table, gone, come in found}


def test_a_stored_profile_is_told_apart_from_one_that_follows_from_the_commune(
    vietnamese_folder: Path,
) -> None:
    path = vietnamese_folder / "Hồ sơ.cchc"
    with DossierFile.create(path, Dossier(OFFICE)) as file:
        assert file.dossier.profile is None
        usual = default_profile(OFFICE)
        file.save(replace(file.dossier, profile=usual))
    with DossierFile.open(path) as file:
        assert file.dossier.profile == usual
        bare = replace(usual, agencies=(), recipients=(), signers=())
        file.save(replace(file.dossier, profile=bare))
    with DossierFile.open(path) as file:
        assert file.dossier.profile == bare
        file.save(replace(file.dossier, profile=None))
    with DossierFile.open(path) as file:
        assert file.dossier.profile is None
    assert _asked(path, "SELECT count(*) FROM agency") == [(0,)]


def test_a_change_writes_the_rows_it_concerns_and_no_others(dossier: Dossier) -> None:
    profile = dossier.office_profile
    first, *others = profile.agencies
    renamed = replace(profile, agencies=(replace(first, name="Tổ khác"), *others))
    assert _changed_tables(dossier, replace(dossier, profile=renamed)) == {"agency": (1, 1)}
    moved = replace(profile, place="Kỳ Anh")
    assert _changed_tables(dossier, replace(dossier, profile=moved)) == {"profile": (1, 1)}
    assert _changed_tables(dossier, replace(dossier, bases=dossier.bases[:1])) == {"legal_document": (1, 0)}
    assert _changed_tables(dossier, replace(dossier, hidden=(*dossier.hidden, "x"))) == {
        "hidden_suggestion": (0, 1)
    }
    assert _changed_tables(dossier, replace(dossier, library=dossier.library[::-1])) == {
        "library_entry": (2, 2)
    }
    elsewhere = replace(dossier, office=replace(OFFICE, name="Hải Ninh"))
    assert _changed_tables(dossier, elsewhere) == {"dossier": (1, 1)}


def test_suggestions_can_be_read_and_searched_with_any_sqlite_tool(path: Path) -> None:
    [(lead, level)] = _asked(
        path,
        "SELECT json_extract(task, '$.lead'), json_extract(task, '$.content[1].level') FROM library_entry "
        "WHERE text_folded LIKE '%24 tin, bai%'",
    )
    assert (lead, level) == ("Phòng Văn hóa - Xã hội", "dash")
    assert _asked(path, "SELECT name FROM agency WHERE names_folded LIKE '%phong noi vu%'") == [
        ("Phòng Văn hóa và Xã hội",)
    ]
    assert _asked(path, "SELECT number FROM legal_document WHERE text_folded LIKE '%118/2025/nd-cp%'") == [
        ("118",)
    ]


def test_two_suggestions_saved_from_one_selection_are_both_kept(path: Path) -> None:
    with DossierFile.open(path) as file:
        first, task = file.dossier.library
        twins = (first, replace(first, id="twin"), task, replace(task, id="twin task"))
        file.save(replace(file.dossier, library=twins))
        assert file._content._is_in_step
    with DossierFile.open(path) as file:
        assert file.dossier.library == twins


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE library_entry SET content = '7' WHERE task = ''",
        "UPDATE library_entry SET content = '[7]' WHERE task = ''",
        """UPDATE library_entry SET content = '[{"id":1,"level":2}]' WHERE task = ''""",
        "UPDATE library_entry SET task = '[]' WHERE task <> ''",
        "UPDATE library_entry SET task = '' WHERE task <> ''",
        "UPDATE library_entry SET area = 'khac'",
        "UPDATE agency SET former_names = '{}'",
        "UPDATE agency SET side = ''",
        "UPDATE legal_document SET checked_on = '2026-13-01'",
        "UPDATE signer SET capacity = ''",
        "DROP TABLE hidden_suggestion",
    ],
)
def test_rows_of_the_office_that_make_no_sense_are_told_as_damage(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with pytest.raises(DossierDamaged):
        DossierFile.open(path)


def test_every_column_is_described_as_it_is_in_the_file(path: Path) -> None:
    for table in DOSSIER_TABLES:
        found = {name: kind for _, name, kind, *_ in _asked(path, f"PRAGMA table_info({table.name})")}
        assert tuple(found) == table.columns
        assert {name for name, kind in found.items() if kind == "INTEGER"} == INTEGER_COLUMNS & set(found)
