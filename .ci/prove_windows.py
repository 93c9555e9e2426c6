"""Proves what resources/installer/pack.py made: installs it, uses it as a person would, and takes it away again.

    python prove_windows.py reference FOLDER                     on Linux: the papers to compare with
    python prove_windows.py prove PACKED REFERENCE WORK          on Windows, or under Wine when this is Linux

Needs the project and pypdf in this Python; the frozen program is to find none. Every wait has a limit.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

NAME = "CCHC Desktop"
SHORTCUT = f"{NAME} – Kế hoạch tuyên truyền CCHC.lnk"
WINDOW, CONSOLE = "cchc-desktop.exe", "cchc-desktop-cli.exe"
FOLDER = "Hồ sơ của Đặng Thị Thuý Ưng"
DOSSIER = "Kế hoạch tuyên truyền năm 2026 – bản gửi xã.cchc"
KINDS = {"--word": "Kế hoạch.docx", "--excel": "Phụ lục.xlsx", "--pdf": "Kế hoạch.pdf"}
KEYS = (
    r"HKCU\Software\Classes\.cchc",
    r"HKCU\Software\Classes\CCHCDesktop.Dossier",
    rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}",
    rf"HKCU\Software\{NAME}",
    rf"HKCU\Software\{NAME} Setup",
)
REFUSED = 2


class Machine:
    """The Windows at hand."""

    screen_needs_time = 3.0

    def __init__(self) -> None:
        self.local = Path(os.environ["LOCALAPPDATA"])
        self.roaming = Path(os.environ["APPDATA"])
        self.desktop = Path(
            self.output(30, "powershell", "-c", "[Environment]::GetFolderPath('Desktop')").strip()
        )
        self.tree = Path(os.environ["USERPROFILE"])

    def name(self, path: Path) -> str:
        """A path as Windows names it."""
        return str(path)

    def command(self, *words: str | Path) -> list[str]:
        return [str(word) for word in words]

    def run(self, seconds: float, *words: str | Path) -> tuple[int, str]:
        """Exit code and output of a program; fails when it takes longer."""
        try:
            done = subprocess.run(
                self.command(*words),
                input=b"",
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            fail(f"longer than {seconds} s: {words}")
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def output(self, seconds: float, *words: str | Path) -> str:
        code, output = self.run(seconds, *words)
        must(code == 0, f"exit code {code} of {words}: {output}")
        return output

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """A program that stays."""
        return subprocess.Popen(
            self.command(*words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def open_by_association(self, path: Path) -> subprocess.Popen[bytes]:
        return self.start("cmd", "/c", "start", "", "/wait", path)

    def titles(self) -> str:
        """The titles of the open windows."""
        listed = "Get-Process | Where-Object MainWindowTitle | ForEach-Object MainWindowTitle"
        return self.output(
            30, "powershell", "-c", f"[Console]::OutputEncoding = [Text.Encoding]::UTF8; {listed}"
        )

    def screenshot(self, target: Path) -> None:
        drawing = (
            "Add-Type -AssemblyName System.Windows.Forms,System.Drawing;"
            "$b = [Windows.Forms.Screen]::PrimaryScreen.Bounds;"
            "$i = New-Object Drawing.Bitmap $b.Width, $b.Height;"
            "[Drawing.Graphics]::FromImage($i).CopyFromScreen(0, 0, 0, 0, $i.Size);"
            f"$i.Save('{target}')"
        )
        self.output(60, "powershell", "-c", drawing)

    def registry(self, work: Path) -> str:
        """All that this person's registry says."""
        target = work / "registry.reg"
        self.output(60, "reg", "export", "HKCU", self.name(target), "/y")
        return target.read_text(encoding="utf-16")

    @contextmanager
    def classes_of_this_person(self, _work: Path) -> Iterator[None]:
        """While this lasts, associations of one person work."""
        yield


class Wine(Machine):
    """The prefix that the environment names."""

    def __init__(self) -> None:
        drive = Path(os.environ["WINEPREFIX"]) / "drive_c"
        self.tree = next(path for path in (drive / "users").iterdir() if path.name != "Public")
        self.local = self.tree / "AppData" / "Local"
        self.roaming = self.tree / "AppData" / "Roaming"
        self.desktop = self.tree / "Desktop"

    def name(self, path: Path) -> str:
        return "Z:" + str(path).replace("/", "\\")

    def command(self, *words: str | Path) -> list[str]:
        first, *others = words
        return ["wine", str(first), *(self.name(word) if isinstance(word, Path) else word for word in others)]

    def open_by_association(self, path: Path) -> subprocess.Popen[bytes]:
        return self.start("start", "/wait", path)

    def titles(self) -> str:
        return subprocess.run(
            ["xwininfo", "-root", "-tree"], capture_output=True, encoding="utf-8", timeout=20, check=True
        ).stdout

    def screenshot(self, target: Path) -> None:
        subprocess.run(["import", "-window", "root", str(target)], timeout=60, check=True)

    @contextmanager
    def classes_of_this_person(self, work: Path) -> Iterator[None]:
        # Wine 8 does not read them; Windows does. So they are shown to it as everybody's for a while.
        target = work / "classes.reg"
        self.output(60, "reg", "export", r"HKCU\Software\Classes", self.name(target), "/y")
        theirs = target.read_text(encoding="utf-16").replace("HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE")
        target.write_text(theirs, encoding="utf-16")
        self.output(60, "reg", "import", target)
        try:
            yield
        finally:
            for key in (".cchc", "CCHCDesktop.Dossier"):
                self.output(60, "reg", "delete", rf"HKLM\Software\Classes\{key}", "/f")


def fail(message: str) -> None:
    raise SystemExit(f"FAILED: {message}")


def must(holds: object, otherwise: str) -> None:
    if not holds:
        fail(otherwise)


BEGUN = time.monotonic()


def say(text: str) -> None:
    print(f"   [{time.monotonic() - BEGUN:.0f} s] {text}", flush=True)


def wait_for(what: str, seconds: float, holds: Callable[[], object]) -> None:
    """Wait until it holds; fails when it takes longer."""
    end = time.monotonic() + seconds
    while not holds():
        must(time.monotonic() < end, f"{what}: not within {seconds:.0f} s")
        time.sleep(0.1)


def make_reference(folder: Path) -> None:
    """The sample dossier and its papers, made by the program in this Python."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"}
    for words in (
        ["sample", DOSSIER],
        ["export", DOSSIER, *(word for pair in KINDS.items() for word in pair)],
    ):
        command = [sys.executable, "-m", "cchc_desktop", *words]
        subprocess.run(command, cwd=folder, env=environment, timeout=120, check=True)


def texts(folder: Path) -> dict[str, object]:
    """What the papers in a folder say."""
    from pypdf import PdfReader

    from cchc_desktop.formats.read_back import excel_texts, word_lines

    # Spaces in a PDF are a matter of where letters stand; a fraction of a point is no difference.
    pages = [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(folder / KINDS["--pdf"]).pages]
    return {
        "Word": word_lines(folder / KINDS["--word"]),
        "Excel": excel_texts(folder / KINDS["--excel"]),
        "PDF": pages,
    }


class Proof:
    """The steps, in their order; each fails the whole."""

    def __init__(self, machine: Machine, packed: Path, reference: Path, work: Path) -> None:
        self.machine, self.reference, self.work = machine, reference, work
        [self.setup] = packed.glob("*-setup.exe")
        [self.portable] = packed.glob("*-portable.zip")
        self.sums = packed / "SHA256SUMS.txt"
        self.program = machine.local / "Programs" / NAME
        self.data = machine.local / NAME
        self.shortcuts = (
            machine.roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / SHORTCUT,
            machine.desktop / SHORTCUT,
        )
        self.dossier = work / FOLDER / DOSSIER

    def run(self) -> None:
        self.dossier.parent.mkdir(parents=True)
        shutil.copy(self.reference / DOSSIER, self.dossier)
        before = self.machine.registry(self.work)
        for step in (
            self.portable_runs,
            self.trouble_at_the_start_is_told,
            self.setup_installs_in_silence,
            self.papers_are_those_of_linux,
            self.dossier_opens_by_association,
            self.upgrade_keeps_settings,
            self.uninstaller_leaves_nothing,
        ):
            step()
            say(step.__name__.replace("_", " "))
        new = set(self.machine.registry(self.work).splitlines()) - set(before.splitlines())
        left = sorted(line for line in new if "cchc" in line.lower())
        must(not left, f"left in the registry: {left}")

    def portable_runs(self) -> None:
        """Unpacked into a folder with a Vietnamese name; the window's program says nothing, the other one does."""
        with zipfile.ZipFile(self.portable) as packed:
            packed.extractall(self.work / FOLDER)
        folder = self.work / FOLDER / self.portable.stem
        output = self.machine.output(180, folder / CONSOLE, "--self-test")
        must("xong" in output, f"self-test: {output}")
        code, output = self.machine.run(60, folder / WINDOW, "--version")
        must((code, output) == (0, ""), f"the windowed program printed: {output!r}, exit code {code}")
        must(NAME in self.machine.output(60, folder / CONSOLE, "--version"), "the console program is silent")

    def trouble_at_the_start_is_told(self) -> None:
        """A file of the program is gone: a box says so, and the log has no word of the person's."""
        folder = self.work / FOLDER / self.portable.stem
        (folder / "_internal" / "_data" / "resources" / "styles" / "window.qss").unlink()
        running = self.machine.start(folder / WINDOW)
        wait_for("a box about the trouble", 60, lambda: "Có lỗi ngoài dự kiến" in self.machine.titles())
        time.sleep(self.machine.screen_needs_time)
        self.machine.screenshot(self.work / "trouble.png")
        log = (self.data / "loi.log").read_text(encoding="utf-8")
        must("FileNotFoundError" in log and "cchc_desktop/" in log, f"log: {log}")
        must(
            FOLDER not in log and self.machine.tree.name not in log,
            f"personal: {log}",
        )
        self._close(running)
        shutil.rmtree(folder)

    def setup_installs_in_silence(self) -> None:
        self.machine.output(180, self.setup, "/S", "/DESKTOP")
        for path in (
            self.program / WINDOW,
            self.program / CONSOLE,
            self.program / "uninstall.exe",
            *self.shortcuts,
        ):
            must(path.is_file(), f"not installed: {path}")
        for key in KEYS[:3]:
            self.machine.output(30, "reg", "query", key)
        output = self.machine.output(180, self.program / CONSOLE, "--self-test")
        must("xong" in output, f"self-test: {output}")

    def papers_are_those_of_linux(self) -> None:
        folder = self.dossier.parent
        words = [word for kind, name in KINDS.items() for word in (kind, folder / name)]
        self.machine.output(120, self.program / CONSOLE, "export", self.dossier, *words)
        here, there = texts(folder), texts(self.reference)
        for kind, text in there.items():
            must(text, f"{kind} of Linux is empty")
            must(here[kind] == text, f"{kind} differs: {_first_difference(here[kind], text)}")

    def dossier_opens_by_association(self) -> None:
        """By double click; the setup and the uninstaller keep off as long as the window is open."""
        note = self.dossier.with_name(f"~${self.dossier.name}.lock")
        with self.machine.classes_of_this_person(self.work):
            running = self.machine.open_by_association(self.dossier)
            wait_for("the dossier in a window", 90, note.exists)
            wait_for("its name in the title", 30, lambda: self.dossier.stem in self.machine.titles())
            time.sleep(self.machine.screen_needs_time)
            self.machine.screenshot(self.work / "window.png")
            code, _ = self.machine.run(60, self.setup, "/S")
            must(code == REFUSED, f"the setup ran over the open program: exit code {code}")
            # It goes on as a copy of itself, whose exit code nobody sees.
            self.machine.run(60, self.program / "uninstall.exe", "/S")
            time.sleep(self.machine.screen_needs_time)
            must((self.program / "_internal").is_dir(), "the uninstaller took parts of the open program")
            self._close(running)
        wait_for("the dossier let go", 10, lambda: not note.exists())

    def upgrade_keeps_settings(self) -> None:
        old = self.program / "_internal" / "of-an-older-version.dll"
        old.write_bytes(b"")
        settings = self.machine.output(30, "reg", "query", KEYS[3], "/s")
        must("REG_" in settings, f"the program kept no settings: {settings}")
        self.machine.output(180, self.setup, "/S")
        must(not old.exists(), "a file of the older version is left")
        must(self.machine.output(30, "reg", "query", KEYS[3], "/s") == settings, "the settings changed")
        must(self.shortcuts[1].exists(), "the shortcut on the desktop is gone")

    def uninstaller_leaves_nothing(self) -> None:
        before = self.dossier.read_bytes()
        self.machine.output(60, self.program / "uninstall.exe", "/S")
        # It goes on as a copy of itself, since no program can delete its own file.
        wait_for("the program gone", 60, lambda: not self.program.exists())
        for key in KEYS:
            # Its last act; the copy may still be at it.
            wait_for(f"{key} gone", 20, lambda key=key: self.machine.run(30, "reg", "query", key)[0] != 0)
        for path in (*self.shortcuts, self.data):
            must(not path.exists(), f"left: {path}")
        named = [str(path) for path in self.machine.tree.rglob("*") if "cchc" in path.name.lower()]
        named = [path for path in named if not Path(path).is_relative_to(self.work)]
        must(not named, f"left: {named}")
        must(self.dossier.read_bytes() == before, "the dossier was touched")

    def _close(self, running: subprocess.Popen[bytes]) -> None:
        """As the person would: by the button of the window."""
        self.machine.run(30, "taskkill", "/IM", WINDOW)
        try:
            running.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.machine.run(30, "taskkill", "/F", "/IM", WINDOW)
            fail("the window does not close")


def _first_difference(one: object, other: object) -> str:
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        for left, right in zip(one, other, strict=False):
            if left != right:
                return _first_difference(left, right)
        return f"{len(one)} and {len(other)} parts"
    if isinstance(one, str) and isinstance(other, str):
        at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
        return f"{one[at : at + 80]!r} and {other[at : at + 80]!r}"
    return f"{one!r} and {other!r}"


def main(arguments: list[str]) -> None:
    sys.stdout.reconfigure(encoding="utf-8")
    what, *places = arguments
    folders = [Path(place).resolve() for place in places]
    if what == "reference":
        make_reference(*folders)
        return
    packed, reference, work = folders
    work.mkdir(parents=True)
    Proof(Machine() if os.name == "nt" else Wine(), packed, reference, work).run()


if __name__ == "__main__":
    main(sys.argv[1:])
