"""A dossier that is open elsewhere, that its program was killed with, or that the disk has no room for."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.errors import DossierInUse
from cchc_desktop.storage.lock_note import note_path
from tests.storage.conftest import with_place

CHECKOUT = Path(__file__).parents[2]

_SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from cchc_desktop.storage.dossier_file import DossierFile

file = DossierFile.open(Path(sys.argv[1]))
with open(sys.argv[1], "rb") as looked_into:  # as a file dialog does: POSIX then forgets SQLite's lock
    looked_into.read(16)
print("open", flush=True)
pause = sys.argv[2] == "wait"
number = 0
while True:
    if pause and not sys.stdin.readline():
        break
    number += 1
    plan = file.dossier.plans[0]
    first = plan.sections[1].items[0]
    # Long, so that a save writes several pages, and marked everywhere: in the plan, an item, and what the office keeps.
    items = (replace(first, heading=first.heading.of(f"{number} " + "x" * (number * 977 % 30000))), *plan.sections[1].items[1:])
    sections = (plan.sections[0], replace(plan.sections[1], items=items), *plan.sections[2:])
    changed = file.dossier.with_plan(replace(plan, place=str(number), sections=sections))
    profile = changed.office_profile
    agencies = (replace(profile.agencies[0], name=str(number)), *profile.agencies[1:])
    bases = (replace(changed.bases[0], note=str(number)), *changed.bases[1:])
    entry = replace(changed.library[0], criterion=f"{number} " + "y" * (number * 577 % 20000))
    file.save(
        replace(
            changed,
            profile=replace(profile, place=str(number), agencies=agencies),
            bases=bases,
            library=(entry, *changed.library[1:]),
            hidden=(str(number), *changed.hidden[1:]),
        )
    )
    print(number, flush=True)
file.close()
"""


@contextmanager
def _program(path: Path, mode: str) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the dossier open; with mode "wait" it saves once for every line it gets."""
    with subprocess.Popen(
        [sys.executable, "-c", _SAVER, path, mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


def _save_once(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline().strip().isdigit()


def test_a_dossier_open_elsewhere_says_who_has_it_and_opens_for_reading(path: Path) -> None:
    with _program(path, "wait") as other:
        _save_once(other)
        with pytest.raises(DossierInUse, match=r"máy .*đang mở hồ sơ này") as raised:
            DossierFile.open(path)
        assert raised.value.holder
        with DossierFile.open(path, read_only=True) as file:
            assert file.dossier.plans[0].place == "1"
            _save_once(other)
            assert file.dossier.plans[0].place == "1"
        with DossierFile.open(path, read_only=True) as file:
            assert file.dossier.plans[0].place == "2"
        with pytest.raises(DossierInUse):
            DossierFile.open(path)


def test_reading_while_the_other_saves_without_a_pause_sees_whole_states_only(path: Path) -> None:
    with _program(path, "run"):
        seen = set()
        for _ in range(15):
            with DossierFile.open(path, read_only=True) as file:
                plan = file.dossier.plans[0]
                assert file.fault is None
                assert plan.sections[1].items[0].heading.plain.split()[0] in (plan.place, "Cải")
                seen.add(plan.place)
        assert len(seen) > 3


def test_opening_and_reading_it_a_second_time_here_does_not_let_others_in(
    path: Path, dossier: Dossier
) -> None:
    with DossierFile.open(path) as file:
        for _ in range(2):
            with pytest.raises(DossierInUse):
                DossierFile.open(path)
            with DossierFile.open(path, read_only=True) as reader:
                assert reader.dossier == dossier
        ran = subprocess.run(
            [sys.executable, "-c", _SAVER, path, "wait"],
            capture_output=True,
            text=True,
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert "DossierInUse" in ran.stderr
        file.save(with_place(dossier, "vẫn lưu được"))


def test_a_note_left_behind_keeps_nobody_out(path: Path, dossier: Dossier) -> None:
    with _program(path, "wait") as other:
        other.kill()
        other.wait()
        assert note_path(path).exists()
        with DossierFile.open(path) as file:
            assert not file.is_read_only
            file.save(with_place(dossier, "mở lại"))
    assert not note_path(path).exists()


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"[]", b'{"since": 3}'])
def test_a_note_that_makes_no_sense_does_no_harm(path: Path, note: bytes) -> None:
    note_path(path).write_bytes(note)
    with DossierFile.open(path) as file:
        assert not file.is_read_only


def test_another_dossier_that_is_open_is_not_copied_over(path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "của tôi.cchc"
    shutil.copy(path, mine)
    with _program(path, "wait") as other, DossierFile.open(mine) as file:
        with pytest.raises(DossierInUse):
            file.save_copy(path)
        _save_once(other)


def _marks(dossier: Dossier) -> set[str]:
    """The number of the save, wherever that save wrote it."""
    profile = dossier.office_profile
    return {
        dossier.plans[0].place,
        dossier.plans[0].sections[1].items[0].heading.plain.split()[0],
        profile.place,
        profile.agencies[0].name,
        dossier.bases[0].note,
        dossier.library[0].criterion.split()[0],
        dossier.hidden[0],
    }


def test_everything_reported_as_saved_is_there_after_the_program_was_killed(path: Path) -> None:
    journals = 0
    for run in range(12):
        with _program(path, "run") as saver:
            time.sleep(0.03 + 0.017 * run)
            saver.kill()
            assert saver.stdout is not None
            numbers = [int(line) for line in saver.stdout.read().split()]
            saver.wait()
        journals += path.with_name(path.name + "-journal").exists()
        reported = numbers[-1] if numbers else 0
        with DossierFile.open(path, read_only=True) as file:
            seen = file.dossier.plans[0].place
        with DossierFile.open(path) as file:
            assert not file.is_read_only
            plan = file.dossier.plans[0]
            if numbers:
                assert int(plan.place) in (reported, reported + 1)
                assert _marks(file.dossier) == {plan.place}
            assert seen == plan.place
            file.verify()
            assert file._content._is_in_step
    assert journals, "no run was killed with its journal beside it"


_LIMITED = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.dossier_file import DossierFile

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
file = DossierFile.open(path)
dossier = file.dossier
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192, resource.RLIM_INFINITY))
try:
    file.save(dossier.with_plan(replace(dossier.plans[0], title="dài " * 50000)))
except UserFacingError as error:
    print(type(error).__name__, error)
try:
    file.save_copy(path.with_name("copy.cchc"))
    print("copied")
except UserFacingError as error:
    print(type(error).__name__, error)
assert file.dossier == dossier
file.verify()
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
file.save(dossier.with_plan(replace(dossier.plans[0], place="sau khi hết chỗ")))
file.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit of the size of files")
def test_a_save_that_the_disk_cannot_hold_leaves_the_last_state_and_can_be_repeated(path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LIMITED, path], capture_output=True, text=True, cwd=CHECKOUT, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "phần đã lưu trước đó vẫn còn nguyên" in ran.stdout
    with DossierFile.open(path) as file:
        assert not file.is_read_only
        assert file.dossier.plans[0].place == "sau khi hết chỗ"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    folder = tmp_path / "USB nhỏ"
    folder.mkdir()
    if (
        os.name == "nt"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("needs to mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path, dossier: Dossier) -> None:
    path = small_disk / "Hồ sơ.cchc"
    with DossierFile.create(path, dossier) as file:
        filler = small_disk / "ảnh.jpg"
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(bytes(free - 8192))
        with pytest.raises(UserFacingError, match=r"đầy|ổ đĩa"):
            file.save(with_place(dossier, "rất dài " * 10000))
        with pytest.raises(UserFacingError):
            file.save_copy(small_disk / "copy.cchc")
        with pytest.raises(UserFacingError):
            DossierFile.create(small_disk / "moi.cchc", dossier)
        assert sorted(one.suffix for one in small_disk.iterdir() if "lock" not in one.name) in (
            [".cchc", ".cchc-journal", ".jpg"],
            [".cchc", ".jpg"],
        )
        filler.unlink()
        file.save(with_place(dossier, "có chỗ rồi"))
        file.verify()
    with DossierFile.open(path) as file:
        assert file.dossier == with_place(dossier, "có chỗ rồi")


def test_one_dossier_is_saved_and_copied_by_two_threads_without_mixing(path: Path, tmp_path: Path) -> None:
    with DossierFile.open(path) as file, ThreadPoolExecutor(1) as worker:
        copies = [worker.submit(file.save_copy, tmp_path / f"{number}.cchc") for number in range(5)]
        for number in range(40):
            file.save(with_place(file.dossier, str(number)))
        for copy in copies:
            copy.result()
        file.verify()
