"""A file is written whole or not at all."""

import errno
import os
import stat
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import Cancelled
from cchc_desktop.formats.safe_write import TargetLocked, check_zip_of_xml, free_name, write_safely


def no_check(_path: Path) -> None:
    """For tests in which nothing is to be checked."""


def writing(data: bytes) -> Callable[[Path], None]:
    def produce(path: Path) -> None:
        path.write_bytes(data)

    return produce


def failing(error: BaseException) -> Callable[[Path], None]:
    def produce(path: Path) -> None:
        path.write_bytes(b"half")
        raise error

    return produce


@pytest.fixture
def old(vietnamese_folder: Path) -> Path:
    """An export of yesterday."""
    target = vietnamese_folder / "Kế hoạch.docx"
    target.write_bytes(b"old")
    return target


def test_a_new_file_stands_at_its_place_and_nothing_else(vietnamese_folder: Path) -> None:
    target = vietnamese_folder / "Kế hoạch.docx"
    write_safely(target, writing(b"new"), no_check)
    assert target.read_bytes() == b"new"
    assert list(vietnamese_folder.iterdir()) == [target]


def test_the_producer_gets_a_path_with_the_suffix_of_the_target(old: Path) -> None:
    seen: list[Path] = []
    write_safely(old, seen.append, no_check)
    assert seen[0].suffix == ".docx" and seen[0].parent == old.parent and seen[0] != old


def test_a_new_file_has_the_rights_of_any_new_file_and_an_old_one_keeps_its_own(old: Path) -> None:
    if os.name != "posix":
        pytest.skip("rights of this kind are POSIX's")
    old.chmod(0o640)
    write_safely(old, writing(b"new"), no_check)
    plain, ours = old.with_name("plain.txt"), old.with_name("ours.txt")
    plain.write_bytes(b"")
    write_safely(ours, writing(b"new"), no_check)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert ours.stat().st_mode == plain.stat().st_mode


def test_a_link_still_leads_to_the_file_that_was_written(old: Path) -> None:
    link = old.with_name("link.docx")
    try:
        link.symlink_to(old)
    except OSError:
        pytest.skip("links need a right here")
    write_safely(link, writing(b"new"), no_check)
    assert link.is_symlink() and old.read_bytes() == b"new"


@pytest.mark.parametrize("error", [Cancelled(), ValueError("bug"), KeyboardInterrupt()])
def test_what_the_producer_raises_passes_through_and_the_old_file_stays(
    old: Path, error: BaseException
) -> None:
    with pytest.raises(type(error)):
        write_safely(old, failing(error), no_check)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_result_that_fails_its_check_never_replaces_the_old_file(old: Path) -> None:
    with pytest.raises(UserFacingError, match="bị hỏng"):
        write_safely(old, writing(b"not a zip"), check_zip_of_xml)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_full_disk_is_told_and_leaves_the_old_file(old: Path) -> None:
    with pytest.raises(UserFacingError, match="Đĩa đã đầy"):
        write_safely(old, failing(OSError(errno.ENOSPC, "No space left on device")), no_check)
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB, where the machine lets a test have one."""
    place = tmp_path / "usb"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("this machine does not let a test mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_really_is_full_leaves_the_old_file(small_disk: Path) -> None:
    target = small_disk / "Kế hoạch.docx"
    target.write_bytes(b"old")
    with pytest.raises(UserFacingError, match="Đĩa đã đầy"):
        write_safely(target, writing(bytes(1_000_000)), no_check)
    assert target.read_bytes() == b"old"
    assert list(small_disk.iterdir()) == [target]


def test_a_target_that_is_locked_for_a_moment_is_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    really = Path.replace

    def locked_twice(self: Path, target: Path) -> Path:
        if len(waited) < 2:
            raise PermissionError(errno.EACCES, "in use", str(target))
        return really(self, target)

    monkeypatch.setattr(Path, "replace", locked_twice)
    write_safely(old, writing(b"new"), no_check, pause=waited.append)
    assert old.read_bytes() == b"new" and len(waited) == 2


def test_a_target_that_stays_locked_is_told_with_a_free_name(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use", str(target))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(TargetLocked) as caught:
        write_safely(old, writing(b"new"), no_check, pause=lambda _seconds: None)
    assert caught.value.other_name == old.with_name("Kế hoạch (2).docx")
    assert "Kế hoạch (2).docx" in caught.value.hint
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_free_name_skips_those_that_are_taken(old: Path) -> None:
    old.with_name("Kế hoạch (2).docx").touch()
    assert free_name(old).name == "Kế hoạch (3).docx"


def test_a_folder_as_target_is_refused(vietnamese_folder: Path) -> None:
    with pytest.raises(UserFacingError, match="là một thư mục"):
        write_safely(vietnamese_folder, writing(b"new"), no_check)


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="Không có thư mục"):
        write_safely(tmp_path / "usb" / "a.docx", writing(b"new"), no_check)
    assert not (tmp_path / "usb").exists()


def test_a_read_only_file_is_not_overwritten(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(UserFacingError, match="chỉ đọc"):
        write_safely(old, writing(b"new"), no_check)
    assert old.read_bytes() == b"old"


def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.open

    def refused(self: Path, mode: str = "r") -> object:
        if mode == "xb":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return really(self, mode)

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(UserFacingError, match="Không có quyền ghi"):
        write_safely(tmp_path / "a.docx", writing(b"new"), no_check)


def test_a_name_that_the_disk_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="Không ghi được tệp"):
        write_safely(tmp_path / ("a" * 300 + ".docx"), writing(b"new"), no_check)
    assert list(tmp_path.iterdir()) == []


def test_an_error_about_another_file_is_not_told_as_one_of_the_target(old: Path) -> None:
    elsewhere = FileNotFoundError(errno.ENOENT, "No such file", str(old.parent / "form.docx"))
    with pytest.raises(FileNotFoundError):
        write_safely(old, failing(elsewhere), no_check)


def test_a_sound_file_passes_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a>Vũng Áng</a>")
        archive.writestr("word/media/image1.png", b"\x89PNG")
    check_zip_of_xml(path)


@pytest.mark.parametrize("xml", ["<a>", "", "<a></b>", "<a>\x01</a>"])
def test_a_part_that_does_not_parse_fails_the_check(tmp_path: Path, xml: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(UserFacingError, match="bị hỏng"):
        check_zip_of_xml(path)


def test_a_member_with_changed_bytes_fails_the_check(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", b"picture")
    path.write_bytes(path.read_bytes().replace(b"picture", b"pictuRe"))
    with pytest.raises(UserFacingError, match="bị hỏng"):
        check_zip_of_xml(path)
