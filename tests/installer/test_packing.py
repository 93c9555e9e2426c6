"""Packing for Windows: icons, the setup, the portable folder, sums, and signing with a certificate or without."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from PIL.IcoImagePlugin import IcoImageFile

from cchc_desktop import __version__
from tests.installer.conftest import INSTALLER

needs_nsis = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
needs_signing = pytest.mark.skipif(
    shutil.which("osslsigncode") is None or shutil.which("openssl") is None,
    reason="osslsigncode is not installed",
)


def test_each_icon_has_every_size_with_the_drawing_in_it(icons: ModuleType, tmp_path: Path) -> None:
    icons.main(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"cchc-desktop.ico", "cchc-dossier.ico"}
    for file in tmp_path.iterdir():
        with IcoImageFile(file) as icon:
            assert icon.info["sizes"] == {(size, size) for size in icons.SIZES}
            for size in icons.SIZES:
                picture = icon.ico.getimage((size, size)).convert("RGBA")
                assert picture.size == (size, size)
                transparent = picture.getchannel("A").tobytes()
                assert transparent[0] == 0  # the corners are empty
                assert transparent[size * (size // 8) + size // 2] == 255


def test_the_mark_of_the_dossier_is_the_right_way_up(icons: ModuleType, tmp_path: Path) -> None:
    icons.main(tmp_path)
    with IcoImageFile(tmp_path / "cchc-dossier.ico") as icon:
        for size in (32, 256):
            picture = icon.ico.getimage((size, size)).convert("RGBA")
            at = 4 * (size * round(size * 50 / 64) + round(size * 33 / 64))
            red, green, blue = picture.tobytes()[at : at + 3]
            assert red > 150 > green + blue - 60  # the red seal is below on the right


def test_the_portable_folder_is_one_folder_with_everything(
    pack: ModuleType, program: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "CCHC-Desktop-1.2.3-portable.zip"
    pack.make_portable(program, archive)
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["CCHC-Desktop-1.2.3-portable"]
    there = tmp_path / "out" / archive.stem
    for file in program.rglob("*"):
        if file.is_file():
            assert (there / file.relative_to(program)).read_bytes() == file.read_bytes()


def test_sums_are_those_that_sha256sum_checks(pack: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "một tệp.bin"
    file.write_bytes(b"abc")
    pack.write_sums(tmp_path / "SHA256SUMS.txt", [file])
    assert (tmp_path / "SHA256SUMS.txt").read_bytes().decode() == (
        f"{hashlib.sha256(b'abc').hexdigest()}  một tệp.bin\n"
    )


def test_the_version_is_the_package_s(pack: ModuleType) -> None:
    assert pack.read_version() == __version__


def test_without_a_certificate_it_says_that_nothing_is_signed(tmp_path: Path) -> None:
    file = tmp_path / "a.exe"
    file.write_bytes(b"MZ")
    run = _sign(file, {})
    assert run.returncode == 0
    assert run.stdout == "NOT SIGNED (CCHC_SIGN_PFX names no certificate): a.exe\n"
    assert file.read_bytes() == b"MZ"


@needs_nsis
@pytest.mark.slow
def test_the_setup_compiles_without_a_warning(
    pack: ModuleType, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CCHC_SIGN_PFX", raising=False)
    pack.main(program, tmp_path / "ra")
    setup = tmp_path / "ra" / f"CCHC-Desktop-{__version__}-setup.exe"
    assert setup.read_bytes().startswith(b"MZ")
    sums = (tmp_path / "ra" / "SHA256SUMS.txt").read_text(encoding="utf-8")
    assert hashlib.sha256(setup.read_bytes()).hexdigest() in sums
    assert (
        "CCHC Desktop – Kế hoạch tuyên truyền cải cách hành chính".encode("utf-16-le") in setup.read_bytes()
    )


@needs_nsis
@needs_signing
@pytest.mark.slow
def test_with_a_certificate_the_setup_is_signed(pack: ModuleType, program: Path, tmp_path: Path) -> None:
    certificate = _certificate(tmp_path)
    setup = tmp_path / "CCHC-setup.exe"
    program.joinpath("cchc-desktop.exe").unlink()
    pack.make_setup(program, setup, "1.2.3")
    plain = setup.read_bytes()
    run = _sign(setup, {"CCHC_SIGN_PFX": str(certificate), "CCHC_SIGN_PASSWORD": "bí mật"})
    assert (run.returncode, run.stdout) == (0, "Signed: CCHC-setup.exe\n"), run.stderr
    assert len(setup.read_bytes()) > len(plain)
    assert not list(tmp_path.glob("*.signed"))
    said = subprocess.run(
        ["osslsigncode", "verify", "-in", str(setup)], capture_output=True, text=True, timeout=60, check=False
    )
    assert "Only for a test" in said.stdout


@needs_signing
@pytest.mark.slow
def test_a_wrong_password_stops_the_release_and_is_not_printed(tmp_path: Path) -> None:
    file = tmp_path / "a.exe"
    file.write_bytes(b"MZ")
    run = _sign(file, {"CCHC_SIGN_PFX": str(_certificate(tmp_path)), "CCHC_SIGN_PASSWORD": "sai-mat-khau"})
    assert run.returncode != 0
    assert "could not sign" in run.stderr
    assert "sai-mat-khau" not in run.stdout + run.stderr


def _sign(file: Path, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_SIGN")}
    return subprocess.run(
        [sys.executable, str(INSTALLER / "sign.py"), str(file)],
        env={**clean, "PYTHONIOENCODING": "utf-8", **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _certificate(folder: Path) -> Path:
    key, paper, both = folder / "key.pem", folder / "paper.pem", folder / "both.pfx"
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        str(key),
        "-out",
        str(paper),
    ]
    make += ["-days", "2", "-subj", "/CN=Only for a test", "-addext", "extendedKeyUsage=codeSigning"]
    join = ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(paper), "-out", str(both)]
    for command in (make, [*join, "-passout", "pass:bí mật"]):
        subprocess.run(command, capture_output=True, timeout=60, check=True)
    return both
