"""Runs every check of the project, on Windows and Debian alike: format, lint, types, layers, tests.

python tests/check.py                all of them
python tests/check.py lint types     only these
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


def commands() -> dict[str, list[str]]:
    """Each check by its name, in the order in which they are run: quick ones first."""
    # import-linter cannot be run with -m; its program stands beside this Python.
    lint_imports = shutil.which("lint-imports", path=str(Path(PYTHON).parent)) or "lint-imports"
    return {
        "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "lint": [PYTHON, "-m", "ruff", "check", "."],
        "layers": [lint_imports],
        "types": [PYTHON, "-m", "mypy"],
        # A process for every core; the tests of a file stay together, as they share what is dear to make.
        "tests": [PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadfile"],
    }


def main(wanted: list[str]) -> int:
    known = commands()
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"No such check: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    # lint-imports draws with letters that a Windows code page lacks.
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    failed: list[str] = []
    for name in wanted or known:
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        if subprocess.run(known[name], cwd=CHECKOUT, env=environment, check=False).returncode != 0:
            failed.append(name)
        print(f"-- {name}: {time.monotonic() - begun:.0f} s", flush=True)
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
