"""Older formats are brought up to date step by step, or stay exactly as they were."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.errors import DossierDamaged
from cchc_desktop.storage.migrations import FORMATS, Formats
from tests.storage.conftest import Fingerprint, with_place


def _with_step(step: Callable[[Database], None]) -> Formats:
    formats = FORMATS.following()
    formats.step(formats.newest + 1)(step)
    return formats


def _adds_a_table(database: Database) -> None:
    database.execute("CREATE TABLE report (id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT")
    database.execute("INSERT INTO report VALUES ('r1', 'Báo cáo quý I')")
    database.execute("UPDATE plan SET place = 'Đã nâng cấp'")


def _rebuilds_the_table_that_others_refer_to(database: Database) -> None:
    columns = ", ".join(column.name for column in database.table("plan").columns)
    (sql,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'plan'").fetchone()
    database.execute(sql.replace("CREATE TABLE plan", "CREATE TABLE plan_2"))
    database.execute(f"INSERT INTO plan_2 ({columns}) SELECT {columns} FROM plan")
    database.execute("DROP TABLE plan")
    database.execute("ALTER TABLE plan_2 RENAME TO plan")


def _fails_half_way(database: Database) -> None:
    database.execute("CREATE TABLE report (id TEXT PRIMARY KEY) STRICT")
    database.execute("DELETE FROM item")
    raise sqlite3.OperationalError("half way")


def _leaves_rows_without_their_plan(database: Database) -> None:
    database.execute("DELETE FROM plan")


def _format(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def test_a_step_its_number_and_the_digests_are_written_together(path: Path) -> None:
    formats = _with_step(_adds_a_table)
    with DossierFile.open(path, formats=formats) as file:
        assert not file.is_read_only
        assert file.format_number == formats.newest
        assert file.dossier.plans[0].place == "Đã nâng cấp"
        file.verify()
        file.save(with_place(file.dossier, "Kỳ Anh"))
        file.verify()
    assert _format(path) == formats.newest
    with DossierFile.open(path, formats=formats) as file:
        assert not file.is_read_only
        assert file.dossier.plans[0].place == "Kỳ Anh"


def test_a_dated_backup_of_the_old_format_is_kept(path: Path, dossier: Dossier) -> None:
    DossierFile.open(path, formats=_with_step(_adds_a_table)).close()
    (backup,) = (one for one in path.parent.iterdir() if one != path)
    assert "trước khi nâng cấp" in backup.name
    assert backup.suffix == ".cchc"
    assert _format(backup) == FORMATS.newest
    with DossierFile.open(backup) as file:
        assert file.dossier == dossier


def test_a_file_of_the_newest_format_gets_no_backup(path: Path) -> None:
    formats = _with_step(_adds_a_table)
    DossierFile.open(path, formats=formats).close()
    DossierFile.open(path, formats=formats).close()
    assert len(list(path.parent.iterdir())) == 2


def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(path: Path, dossier: Dossier) -> None:
    with DossierFile.open(path, formats=_with_step(_rebuilds_the_table_that_others_refer_to)) as file:
        assert file.dossier == dossier
        assert file._database.execute("PRAGMA foreign_keys").fetchone() == (1,)
        file.verify()


@pytest.mark.parametrize("step", [_fails_half_way, _leaves_rows_without_their_plan])
def test_a_step_that_fails_changes_nothing(
    path: Path, dossier: Dossier, step: Callable[[Database], None]
) -> None:
    formats = _with_step(step)
    with pytest.raises((DossierDamaged, sqlite3.IntegrityError)):
        DossierFile.open(path, formats=formats)
    with DossierFile.open(path) as file:
        assert not file.is_read_only
        assert file.dossier == dossier


def test_steps_are_taken_one_by_one_and_the_first_ones_stay(path: Path) -> None:
    formats = _with_step(_adds_a_table)
    formats.step(formats.newest + 1)(_fails_half_way)
    with pytest.raises(DossierDamaged):
        DossierFile.open(path, formats=formats)
    assert _format(path) == FORMATS.newest + 1


def test_an_older_dossier_is_read_in_the_newest_format_without_being_touched(
    path: Path, fingerprint: Fingerprint
) -> None:
    before = fingerprint()
    with DossierFile.open(path, read_only=True, formats=_with_step(_adds_a_table)) as file:
        assert file.dossier.plans[0].place == "Đã nâng cấp"
        assert file.format_number == FORMATS.newest
    assert fingerprint() == before


def test_steps_are_registered_in_their_order_only() -> None:
    with pytest.raises(ValueError, match="step to 7"):
        FORMATS.following().step(7)
    assert FORMATS.newest == 2, "a new format needs a file in tests/dossiers and a line in the history"


def test_the_history_of_formats_names_every_format() -> None:
    import cchc_desktop.storage.migrations as module

    assert module.__doc__ is not None
    for number in range(1, FORMATS.newest + 1):
        assert f"\n{number}. " in module.__doc__
        assert (Path(__file__).parents[1] / "dossiers" / f"format-{number}.cchc").is_file()
