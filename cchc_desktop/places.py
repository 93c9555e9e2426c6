"""Where the program's own files and the person's data are: nobody else asks the system for them."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Icons, fonts, catalogues, help and samples that come with the program."""
    return _shipped("resources")


def forms_dir() -> Path:
    """The Word forms that come with the program."""
    return _shipped("forms")


def user_data_dir() -> Path:
    """Where this person's data outside any dossier is kept (logs, recent files, own forms); may not exist yet."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "CCHC Desktop"
    # The XDG specification tells programs to ignore a relative path here.
    shared = os.environ.get("XDG_DATA_HOME", "")
    return (Path(shared) if shared.startswith("/") else Path.home() / ".local" / "share") / "cchc-desktop"


def _shipped(name: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "_data" / name
    installed = _PACKAGE / "_data" / name
    # A wheel has _data, a checkout never: looked at first, because beside an installed package stand other
    # people's folders, one of which may well be called "resources".
    return installed if installed.is_dir() else _PACKAGE.parent / name
