"""Lets LibreOffice open a file and save it in its own way, as half of the offices do."""

from __future__ import annotations

import subprocess
from pathlib import Path


def saved_again(soffice: str, path: Path, folder: Path) -> Path:
    """The same paper in another folder, written by LibreOffice in the format that its name says."""
    folder.mkdir(exist_ok=True)
    profile = (folder / "profile").as_uri()
    kind = path.suffix.removeprefix(".")
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / path.name
