"""Makes what people download out of a built program: the setup, the portable .zip and their SHA-256 sums.

    python pack.py PROGRAM_FOLDER OUTPUT_FOLDER

PROGRAM_FOLDER is what build.spec made on Windows or under Wine. Runs on Linux and Windows; needs makensis.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIGN = HERE / "sign.py"
PROGRAMS = ("cchc-desktop.exe", "cchc-desktop-cli.exe")
_LONGEST_SECONDS = 300


def main(program: Path, output: Path) -> None:
    """Make all files in the output folder."""
    output.mkdir(parents=True, exist_ok=True)
    version = read_version()
    _sign(*(program / name for name in PROGRAMS))
    setup = output / f"CCHC-Desktop-{version}-setup.exe"
    portable = output / f"CCHC-Desktop-{version}-portable.zip"
    make_setup(program, setup, version)
    _sign(setup)
    make_portable(program, portable)
    write_sums(output / "SHA256SUMS.txt", [setup, portable])
    print(f"Installed: {folder_size(program) / 1e6:.1f} MB")
    for file in (setup, portable):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


def read_version() -> str:
    """The program's version, from its package."""
    source = (HERE.parents[1] / "cchc_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "(\d+\.\d+\.\d+)"', source)
    if found is None:
        raise SystemExit("cchc_desktop/__init__.py has no version of three numbers")
    return found[1]


def folder_size(folder: Path) -> int:
    """The bytes of all files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def make_setup(program: Path, setup: Path, version: str) -> None:
    """Run NSIS, which signs the uninstaller on the way, as nobody can reach it later."""
    defines = {
        "VERSION": version,
        "PROGRAM_FOLDER": program.resolve(),
        "OUTPUT": setup.resolve(),
        "KILOBYTES": folder_size(program) // 1024,
    }
    if os.environ.get("CCHC_SIGN_PFX"):
        defines["SIGN"] = f'"{sys.executable}" "{SIGN}"'
    command = [_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in defines.items()]
    subprocess.run([*command, str(HERE / "setup.nsi")], check=True, timeout=_LONGEST_SECONDS)


def _makensis() -> str:
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or str(usual)


def make_portable(program: Path, archive: Path) -> None:
    """A .zip with one folder in it, that runs from wherever it is unpacked."""
    folder = archive.stem
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(program.rglob("*")):
            if file.is_file():
                packed.write(file, f"{folder}/{file.relative_to(program).as_posix()}")


def write_sums(target: Path, files: list[Path]) -> None:
    """In the form that sha256sum -c reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def _sign(*files: Path) -> None:
    # In a process of its own, as NSIS has to call it too.
    subprocess.run([sys.executable, str(SIGN), *map(str, files)], check=True, timeout=_LONGEST_SECONDS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
