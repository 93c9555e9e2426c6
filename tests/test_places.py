"""Tests of where the program looks for its own files: in a checkout, an installed wheel, a frozen program."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cchc_desktop import places

CHECKOUT = Path(__file__).resolve().parent.parent


def test_a_checkout_uses_its_own_folders() -> None:
    assert places.resources_dir() == CHECKOUT / "resources"
    assert places.forms_dir() == CHECKOUT / "forms"
    assert places.resources_dir().is_dir()
    assert places.forms_dir().is_dir()


def test_a_frozen_program_looks_in_its_unpacked_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources_dir() == tmp_path / "_data" / "resources"
    assert places.forms_dir() == tmp_path / "_data" / "forms"


@pytest.mark.slow
def test_an_installed_wheel_brings_all_resources_and_forms(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    [wheel] = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "resources").mkdir()  # another package's folder beside ours must not be taken for it
    script = "from cchc_desktop import places; print(places.resources_dir()); print(places.forms_dir())"
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    resources, forms = (Path(line) for line in run.stdout.splitlines())
    assert resources == site / "cchc_desktop" / "_data" / "resources"
    assert files_under(resources) == files_under(CHECKOUT / "resources")
    assert files_under(forms) == files_under(CHECKOUT / "forms")


def files_under(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_user_data_on_linux_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places.user_data_dir() == tmp_path / "cchc-desktop"


@pytest.mark.parametrize("useless", ["", "relative/folder"])
def test_user_data_on_linux_falls_back_to_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, useless: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", useless)
    assert places.user_data_dir() == tmp_path / ".local" / "share" / "cchc-desktop"


def test_user_data_on_windows_is_local_to_the_person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert places.user_data_dir() == tmp_path / "CCHC Desktop"
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert places.user_data_dir() == tmp_path / "AppData" / "Local" / "CCHC Desktop"
