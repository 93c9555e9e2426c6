"""What went wrong in the program itself, written for whoever helps, without a word of what people typed."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePath

from cchc_desktop import __version__
from cchc_desktop.places import user_data_dir

_MOST_BYTES = 200_000
_KEPT_FILES = 3
# Python and SQLite make these messages up from names in the code. Any other may quote a plan or a person's folder.
_SPEAK_OF_CODE = (AttributeError, ImportError, NameError, RecursionError)


def log_path() -> Path:
    """The newest file of the log; older ones have a number at their end."""
    return user_data_dir() / "loi.log"


def report(error: BaseException) -> str:
    """Where in the program an error came from, with those that it came from."""
    head = (
        f"CCHC Desktop {__version__} · {platform.platform()} · Python {platform.python_version()}"
        f"{' · frozen' if getattr(sys, 'frozen', False) else ''} · {datetime.now():%Y-%m-%d %H:%M:%S}"
    )
    return "\n".join([head, *_lines(error)]) + "\n"


def keep(text: str) -> Path:
    """Add a report to the log and turn its files over when they grow; raises OSError. Returns where it stands."""
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size + len(text.encode()) > _MOST_BYTES:
        for number in range(_KEPT_FILES - 1, 0, -1):
            older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
            if older.exists():
                older.replace(path.with_name(f"{path.name}.{number}"))
    with path.open("a", encoding="utf-8", errors="replace") as log:
        log.write(f"{text}\n")
    return path


def _lines(error: BaseException) -> Iterator[str]:
    seen: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in seen:
        if seen:
            yield "because of"
        seen.append(link)
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {_in_package(frame.filename)}:{frame.lineno} {frame.name}"
        yield _kind(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _in_package(filename: str) -> str:
    """A file's path from its package on: above it stands the name of the person's own folder."""
    parts = PurePath(filename.replace("\\", "/")).parts
    for root in ("cchc_desktop", "site-packages", "_internal"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return "/".join(parts[-2:])


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, OSError):
        windows = getattr(error, "winerror", None)
        return f"{name}: errno {error.errno}" + (f", winerror {windows}" if windows else "")
    said = str(error)
    if not said:
        return name
    return f"{name}: {said if isinstance(error, _SPEAK_OF_CODE) or kind.__module__ == 'sqlite3' else f'({len(said)} letters, not kept)'}"
