"""From the start of a process to the first painted window, against a bare Qt window:   pytest tests/benchmarks/bench_start.py -s"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 9
TARGET = 1.4
# What PySide costs before our own code does anything: the names of Qt's enums (about 40 ms), fonts and the first text
# (about 30 ms), which a bare window without a word on it does not need.
NEVER_WORSE_THAN = 2.5

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1180, 700)
window.show()
application.processEvents()
window.grab()
"""

OURS = """
from cchc_desktop.app import make_application, make_window
from cchc_desktop.ui.jobs import ThreadRunner
application = make_application()
window = make_window(application, ThreadRunner())
window.show()
application.processEvents()
window.grab()
"""

HEAVY = ("openpyxl", "docxtpl", "docx", "lxml", "jinja2", "sqlite_utils")

LOADED = (
    OURS
    + f"""
import sys
print([name for name in {HEAVY} if name in sys.modules])
"""
)


def seconds(script: str, home: Path) -> float:
    begun = time.perf_counter()
    _run(script, home)
    return time.perf_counter() - begun


def _run(script: str, home: Path) -> str:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=CHECKOUT,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return run.stdout


def test_the_window_is_painted_almost_as_soon_as_a_bare_one(tmp_path: Path) -> None:
    ours, bare = [], []
    for _ in range(ROUNDS):  # by turns, so that a busy moment hits both
        bare.append(seconds(BARE, tmp_path))
        ours.append(seconds(OURS, tmp_path))
    floor, ratio = min(bare), min(ours) / min(bare)
    print(
        f"\nbare Qt window {floor * 1000:.0f} ms · ours {min(ours) * 1000:.0f} ms · ratio {ratio:.2f} (target {TARGET})"
    )
    print(f"medians {statistics.median(bare) * 1000:.0f} ms and {statistics.median(ours) * 1000:.0f} ms")
    assert ratio <= NEVER_WORSE_THAN


def test_no_heavy_library_is_loaded_before_the_window(tmp_path: Path) -> None:
    assert _run(LOADED, tmp_path).strip() == "[]"
