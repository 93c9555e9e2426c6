"""The program's entry: ``cchc-desktop`` and ``python -m cchc_desktop``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from cchc_desktop.cli.console import Console
from cchc_desktop.cli.run import run
from cchc_desktop.cli.windows_box import show_box


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process when None); returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if _is_window_program():
        # Started from a console it would print between the prompt and what is typed next.
        sys.stdout = sys.stderr = None
    return run(arguments, Console(sys.stdout, sys.stderr, show_box), _run_window)


def _is_window_program() -> bool:
    """Whether this is the one of the two programs on Windows that has no console (see build.spec)."""
    return (
        sys.platform == "win32"
        and getattr(sys, "frozen", False)
        and Path(sys.executable).stem.lower() == "cchc-desktop"
    )


def _run_window(path: Path | None) -> int:
    # Until the window shows: so much is made that looking for garbage meanwhile is felt.
    gc.disable()
    # Here and not above: the command line runs without Qt, and on machines without a screen.
    from cchc_desktop.app import run_window

    return run_window(path)


if __name__ == "__main__":
    sys.exit(main())
