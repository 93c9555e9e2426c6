"""The start: the window shows before anything is loaded that only a dossier or an export needs."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

# Libraries that take longer to load than the window takes to show, and our own rooms that stand on a plan.
NOT_YET = (
    "openpyxl",
    "docxtpl",
    "docx",
    "lxml",
    "jinja2",
    "sqlite_utils",
    "sqlite3",
    "cchc_desktop.domain.plan",
    "cchc_desktop.paper",
    "cchc_desktop.storage",
    "cchc_desktop.ui.workspace",
)

SHOW = """
import sys
from cchc_desktop.app import make_application, make_window
from cchc_desktop.ui.jobs import ThreadRunner
application, runner = make_application(), ThreadRunner()
window = make_window(application, runner)
window.show()
application.processEvents()
print(*sys.modules, sep="\\n")
"""


def test_the_start_page_shows_before_anything_of_a_plan_is_loaded() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    loaded = run.stdout.split()
    assert "cchc_desktop.ui.start_page" in loaded
    assert [
        name for name in loaded if any(name == one or name.startswith(f"{one}.") for one in NOT_YET)
    ] == []
