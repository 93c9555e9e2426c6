"""What every test stands on: no screen, no settings of the person at the machine, and repeatable chance."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt, which reads it once; a test run must never put windows on a person's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# One size and one style on every machine, so that a test about layout says the same everywhere.
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_STYLE_OVERRIDE"] = "fusion"

import pytest
from hypothesis import HealthCheck, Phase, settings
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

CHECKOUT = Path(__file__).resolve().parent.parent
SEEDS = CHECKOUT.parent / "shared" / "seeds"

# No deadlines: a busy machine is not a wrong program.
settings.register_profile("dev", deadline=None)
# Always the same examples; what fails is told at once, for making it small may take longer than everything else.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True, scope="session")
def _one_application(qapp: QApplication) -> Iterator[None]:
    """One application with windows from the start: an export to PDF would else make one without, for good."""
    yield
    # Without a real screen Qt keeps what was copied until after Python is gone, and crashes over it then.
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has settings and user data of its own, empty at first."""
    home = tmp_path_factory.mktemp("nguoi-dung")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name))
    # The native format is the registry on Windows, which no path can move: only INI files can be isolated.
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "settings"))


@pytest.fixture
def vietnamese_folder(tmp_path: Path) -> Path:
    """A folder as an official names it: with spaces and marks in its path."""
    folder = tmp_path / "Hồ sơ của tôi"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of five published plans that the program must be able to hold."""
    if not SEEDS.is_dir():
        pytest.skip(f"the seed plans are not beside this checkout ({SEEDS})")
    return SEEDS


@pytest.fixture(scope="session")
def seed_texts(seeds: Path) -> dict[str, str]:
    """The text of each seed by its number: "000" to "004"."""
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))}


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, which lays out what we wrote as Word would; part of the Debian test set-up."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program
