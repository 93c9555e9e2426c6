"""Tests of build.spec: the frozen program gets every file and module it needs, where it looks for them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import pytest

from cchc_desktop import places

CHECKOUT = Path(__file__).resolve().parent.parent

Entry = tuple[str, str, str]

# What PyInstaller finds by itself, a few of each kind.
QT = "PySide6/Qt/plugins"
FOUND = (
    (f"{QT}/platforms/libqxcb.so", True),
    (f"{QT}/platforms/libqwayland.so", True),
    (f"{QT}/platforms/libqoffscreen.so", True),
    ("PySide6/plugins/platforms/qwindows.dll", True),
    ("PySide6/plugins/styles/qmodernwindowsstyle.dll", True),
    (f"{QT}/iconengines/libqsvgicon.so", True),
    (f"{QT}/imageformats/libqsvg.so", True),
    (f"{QT}/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
    (f"{QT}/platformthemes/libqgtk3.so", False),
    (f"{QT}/platforms/libqlinuxfb.so", False),
    (f"{QT}/tls/libqopensslbackend.so", False),
    ("PySide6/plugins/networkinformation/qnetworklistmanager.dll", False),
    ("PySide6/opengl32sw.dll", False),
    ("PySide6/Qt/translations/qtbase_de.qm", False),
)


class Analysed:
    """Stands in for PyInstaller's Analysis: notes what it is asked for, and spreads out folders as it does."""

    def __init__(self, scripts: list[str], pathex: list[str], datas: list[Any], excludes: list[str]) -> None:
        self.scripts, self.pathex, self.excludes = scripts, pathex, excludes
        self.pure: list[Entry] = []
        self.binaries: list[Entry] = [(name, f"/qt/{name}", "BINARY") for name, _ in FOUND]
        self.datas: list[Entry] = [
            ((PurePosixPath(target) / path.relative_to(source).as_posix()).as_posix(), str(path), "DATA")
            for source, target in datas
            for path in Path(source).rglob("*")
            if path.is_file()
        ]


class Built:
    """What the spec hands to PyInstaller."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bindepend = ModuleType("PyInstaller.depend.bindepend")
        bindepend.get_imports = lambda _file: set()  # type: ignore[attr-defined]
        for name in ("PyInstaller", "PyInstaller.depend"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", bindepend)
        self.programs: dict[str, bool] = {}
        self.collected: list[Any] = []
        names = {
            "SPECPATH": str(CHECKOUT),
            "Analysis": Analysed,
            "PYZ": lambda pure: pure,
            "EXE": self._program,
            "COLLECT": lambda *parts, **_options: self.collected.extend(parts),
        }
        spec = CHECKOUT / "build.spec"
        exec(compile(spec.read_text(encoding="utf-8"), spec, "exec"), names)  # noqa: S102 - a spec is a script
        self.analysis: Analysed = names["analysis"]  # type: ignore[assignment]

    def _program(self, *_parts: object, name: str, console: bool, **_options: object) -> str:
        self.programs[name] = console
        return name

    @property
    def datas(self) -> dict[str, Path]:
        """Where each data file lands in the folder, and where it comes from."""
        assert self.analysis.datas in self.collected
        return {target: Path(source) for target, source, _ in self.analysis.datas}

    @property
    def binaries(self) -> set[str]:
        assert self.analysis.binaries in self.collected
        return {target for target, _, _ in self.analysis.binaries}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Built:
    return Built(monkeypatch)


def test_every_resource_and_form_is_collected_where_the_frozen_program_looks(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = Path("/unpacked")
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    for name, folder in (("resources", places.resources_dir()), ("forms", places.forms_dir())):
        there = folder.relative_to(unpacked).as_posix()
        for path in (CHECKOUT / name).rglob("*"):
            if (
                path.is_file() and "installer" not in path.parts
            ):  # what makes the setup is no part of the program
                wanted = f"{there}/{path.relative_to(CHECKOUT / name).as_posix()}"
                assert built.datas.get(wanted) == path


def test_qt_keeps_what_a_desktop_needs_and_loses_the_rest(built: Built) -> None:
    kept = {name for name, needed in FOUND if needed}
    assert built.binaries == kept


def test_no_module_that_the_program_imports_is_left_out(built: Built) -> None:
    imported: set[str] = set()
    for path in (CHECKOUT / "cchc_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    assert {"PySide6.QtSvg", "docxtpl", "lxml.html"} <= imported  # the search finds them at all
    left_out = tuple(built.analysis.excludes)
    clashes = {
        name for name in imported if any(name == one or name.startswith(f"{one}.") for one in left_out)
    }
    assert not clashes


def test_there_is_a_program_for_the_window_and_one_for_the_console(built: Built) -> None:
    assert built.programs == {"cchc-desktop": False, "cchc-desktop-cli": True}
    assert built.analysis.scripts == [str(CHECKOUT / "cchc_desktop" / "__main__.py")]


_WATCHED = """
import sys
from pathlib import Path

opened = set()
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.add(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode())
sys.addaudithook(note)

from cchc_desktop.app import make_application, make_window  # the window first: Qt has one application a process
from cchc_desktop.__main__ import main
from cchc_desktop.ui.jobs import ThreadRunner

application, runner = make_application(), ThreadRunner()
assert main(["sample", "Mẫu.cchc"]) == 0
window = make_window(application, runner)
window.show()
window.dossiers.open_path(Path("Mẫu.cchc"))
application.processEvents()
assert "Mẫu" in window.windowTitle(), window.windowTitle()
window.close()
runner.close()
assert main(["--self-test"]) == 0
Path("opened.txt").write_text("\\n".join(sorted(opened)), encoding="utf-8")
"""


@pytest.mark.slow
def test_the_program_opens_no_file_of_its_own_outside_resources_and_forms(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WATCHED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    opened = [Path(line) for line in (tmp_path / "opened.txt").read_text(encoding="utf-8").splitlines()]
    own = [path for path in opened if path.is_relative_to(CHECKOUT) and ".venv" not in path.parts]
    shipped = [path for path in own if path.suffix not in (".py", ".pyc")]
    assert {path.relative_to(CHECKOUT).parts[0] for path in shipped} == {"resources", "forms"}
