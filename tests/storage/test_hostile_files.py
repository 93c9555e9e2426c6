"""Files that are no dossier, are damaged, or were changed by others: one clear sentence, and nothing touched."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.checking import Fault
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.errors import DossierDamaged, DossierTooNew, NotADossier
from cchc_desktop.storage.migrations import FORMATS
from tests.storage.conftest import Fingerprint, with_place


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Kế hoạch năm 2026\n" * 50, encoding="utf-8")


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0abc")


def _zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(300))


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")


def _foreign_wal_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE a (b)")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("make", [_empty, _text, _short, _zip, _foreign_database, _foreign_wal_database])
def test_a_file_that_is_no_dossier_is_refused_and_not_touched(
    vietnamese_folder: Path, fingerprint: Fingerprint, make: object, read_only: bool
) -> None:
    assert callable(make)
    path = vietnamese_folder / "Không phải hồ sơ.cchc"
    make(path)
    before = fingerprint()
    with pytest.raises(NotADossier, match="Không phải hồ sơ"):
        DossierFile.open(path, read_only=read_only)
    assert fingerprint() == before


def test_a_folder_is_refused(vietnamese_folder: Path) -> None:
    with pytest.raises(NotADossier, match="thư mục"):
        DossierFile.open(vietnamese_folder)


def test_a_missing_file_is_said_to_be_missing_and_not_made(vietnamese_folder: Path) -> None:
    path = vietnamese_folder / "đã xoá.cchc"
    for read_only in (False, True):
        with pytest.raises(UserFacingError, match="Không tìm thấy"):
            DossierFile.open(path, read_only=read_only)
    assert list(vietnamese_folder.iterdir()) == []


@pytest.mark.parametrize("kept", [100, 4096, 0.5, 0.98])
def test_a_truncated_dossier_is_refused_and_not_touched(
    path: Path, fingerprint: Fingerprint, kept: float
) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(kept if kept > 1 else len(whole) * kept)])
    before = fingerprint()
    for read_only in (False, True):
        with pytest.raises(DossierDamaged, match="hỏng"):
            DossierFile.open(path, read_only=read_only)
    assert fingerprint() == before


def test_no_flipped_bit_goes_unnoticed(path: Path, dossier: Dossier, fingerprint: Fingerprint) -> None:
    whole = path.read_bytes()
    chance = random.Random(20260205)
    outcomes = {"refused": 0, "read only": 0, "harmless": 0}
    for _ in range(300):
        spoilt = bytearray(whole)
        spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoilt)
        before = fingerprint()
        try:
            with DossierFile.open(path) as file:
                if file.is_read_only:
                    outcomes["read only"] += 1
                else:
                    outcomes["harmless"] += 1
                    assert file.dossier == dossier
        except UserFacingError:
            outcomes["refused"] += 1
        assert fingerprint() == before
    assert outcomes["refused"] + outcomes["read only"] > 30, outcomes


def test_a_flipped_letter_is_told_and_the_file_can_be_taken_as_it_is(path: Path, dossier: Dossier) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole.replace("Quý I/2026".encode(), "Quý V/2026".encode(), 1))
    before = path.read_bytes()
    file = DossierFile.open(path)
    assert file.is_read_only
    assert file.fault is Fault.CONTENT
    assert file.read_only_reason == Fault.CONTENT.value
    assert path.read_bytes() == before
    read = file.dossier
    assert read != dossier
    with file.accept() as accepted:
        assert not accepted.is_read_only
        assert accepted.dossier == read
        accepted.save(with_place(read, "Kỳ Anh"))
    (kept,) = (one for one in path.parent.iterdir() if one != path)
    assert kept.read_bytes() == before
    assert "trước khi chấp nhận" in kept.name


def test_a_dossier_edited_with_an_sqlite_tool_still_opens(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE plan SET place = 'Sửa bằng công cụ khác'")
    with DossierFile.open(path) as file:
        assert file.is_read_only
        assert file.dossier.plans[0].place == "Sửa bằng công cụ khác"
        with file.accept() as accepted:
            assert accepted.dossier.plans[0].place == "Sửa bằng công cụ khác"


@pytest.mark.parametrize("statement", ["VACUUM", "ANALYZE", "REINDEX", "PRAGMA journal_mode = WAL"])
def test_what_leaves_the_content_alone_leaves_the_dossier_writable(
    path: Path, dossier: Dossier, statement: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement).fetchall()
        connection.execute("PRAGMA user_version").fetchall()
    with DossierFile.open(path) as file:
        assert not file.is_read_only
        file.save(with_place(dossier, "Kỳ Anh"))
    assert path.read_bytes()[18:20] == b"\x01\x01"
    with DossierFile.open(path) as file:
        assert file.dossier == with_place(dossier, "Kỳ Anh")


def test_a_trigger_that_somebody_left_in_the_file_does_not_run(path: Path, dossier: Dossier) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM item; END")
    file = DossierFile.open(path)
    assert file.is_read_only
    with file.accept() as accepted:
        accepted.save(with_place(dossier, "Kỳ Anh"))
    with DossierFile.open(path) as file:
        assert file.dossier == with_place(dossier, "Kỳ Anh")


def test_rows_that_belong_to_nothing_do_not_keep_the_rest_from_being_read(
    path: Path, dossier: Dossier
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE item SET home_key = 'nowhere' WHERE home = 'article'")
    with DossierFile.open(path) as file:
        assert file.is_read_only
        assert file.dossier.plans[0] == dossier.plans[0]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE plan SET form = 'circular'",
        "UPDATE plan SET date = 'hôm qua'",
        "UPDATE plan SET letterhead_body = '[1, 2]'",
        "UPDATE item SET text_style = '[[0]]'",
        "UPDATE item SET level = 'x'",
        "DELETE FROM dossier",
        "DROP TABLE digest",
        "DROP TABLE section",
        "ALTER TABLE section DROP COLUMN roles",
    ],
)
def test_rows_that_make_no_dossier_are_told_as_damage(
    path: Path, fingerprint: Fingerprint, change: str
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute(change)
    before = fingerprint()
    with pytest.raises(DossierDamaged):
        DossierFile.open(path)
    assert fingerprint() == before


def _set_format(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


def test_a_newer_dossier_is_opened_for_reading_and_not_touched(
    path: Path, dossier: Dossier, fingerprint: Fingerprint
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE plan ADD COLUMN approved_by TEXT")
        connection.execute("CREATE TABLE report (id TEXT PRIMARY KEY) STRICT")
    _set_format(path, 7)
    before = fingerprint()
    with DossierFile.open(path) as file:
        assert file.dossier == dossier
        assert file.format_number == 7
        assert file.read_only_reason is not None
        assert "mới hơn" in file.read_only_reason
        assert not file.can_accept
    assert fingerprint() == before


def test_a_newer_dossier_that_cannot_be_read_says_what_to_do(path: Path, fingerprint: Fingerprint) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE plan RENAME TO paper")
    _set_format(path, FORMATS.newest + 1)
    before = fingerprint()
    with pytest.raises(DossierTooNew, match="bản chương trình mới nhất"):
        DossierFile.open(path)
    assert fingerprint() == before


_AS_NOBODY = """
import os, sys
from pathlib import Path
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.errors import UserFacingError
import pwd, getpass, platform, unicodedata
os.setgid(65534); os.setuid(65534)
try:
    with DossierFile.open(Path(sys.argv[1])) as file:
        print(file.is_read_only, "khoá chống ghi" in (file.read_only_reason or ""), file.dossier.plans[0].place)
except UserFacingError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs to become another user")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "expected"),
    [
        (0o444, 0o755, "True True Vũng Áng"),
        (0o666, 0o755, "True True Vũng Áng"),
        (0o666, 0o777, "False False Vũng Áng"),
        (0o000, 0o777, "Không đọc được tệp"),
    ],
)
def test_a_write_protected_dossier_is_opened_for_reading(
    tmp_path_factory: pytest.TempPathFactory, path: Path, file_mode: int, folder_mode: int, expected: str
) -> None:
    folder = Path("/tmp") / f"cchc khoá {os.getpid()}"
    folder.mkdir()
    try:
        target = folder / "Hồ sơ.cchc"
        shutil.copy(path, target)
        target.chmod(file_mode)
        folder.chmod(folder_mode)
        checkout = Path(__file__).parents[2]
        ran = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, target],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(checkout), "HOME": "/tmp", "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=folder,
            check=False,
        )
        assert ran.stdout.startswith(expected), ran.stdout + ran.stderr
        assert sorted(one.name for one in folder.iterdir()) == [target.name]
    finally:
        shutil.rmtree(folder)
