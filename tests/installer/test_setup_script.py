"""The setup and its uninstaller: what one puts on a computer, the other takes away, and no more than that."""

import re
from pathlib import Path

import pytest

from cchc_desktop import app, places
from tests.installer.conftest import INSTALLER

CHECKOUT = INSTALLER.parents[1]


class Script:
    """setup.nsi with its names filled in."""

    def __init__(self) -> None:
        text = (INSTALLER / "setup.nsi").read_text(encoding="utf-8")
        self.names = dict(re.findall(r'^!define (\w+) "([^"]*)"', text, re.MULTILINE))
        for _ in range(3):
            text = re.sub(r"\$\{(\w+)\}", lambda found: self.names.get(found[1], found[0]), text)
        self.text = text
        self.install, self.uninstall = re.findall(r'^Section ".*?^SectionEnd', text, re.MULTILINE | re.DOTALL)

    def function(self, name: str) -> str:
        found = re.search(
            rf"^Function {re.escape(name)}$.*?^FunctionEnd", self.text, re.MULTILINE | re.DOTALL
        )
        assert found
        return found[0]


@pytest.fixture(scope="module")
def script() -> Script:
    return Script()


def test_every_key_that_is_written_is_deleted(script: Script) -> None:
    written = re.findall(r'WriteReg\w+ (HK\w+) "([^"]+)"', script.text)
    deleted = re.findall(r'DeleteRegKey (HK\w+) "([^"]+)"', script.uninstall)
    assert len(written) > 10
    assert {root for root, _ in written} == {"HKCU"}  # nothing that needs an administrator
    for root, key in written:
        assert any(root == other and f"{key}\\".startswith(f"{gone}\\") for other, gone in deleted), key


def test_no_key_is_deleted_that_others_live_under(script: Script) -> None:
    for _, key in re.findall(r'DeleteRegKey (HK\w+) "([^"]+)"', script.uninstall):
        assert re.search(r"CCHC ?Desktop|cchc-desktop\.exe$|\\\.cchc$", key), key


def test_every_shortcut_that_is_made_is_deleted(script: Script) -> None:
    made = re.findall(r'CreateShortcut "([^"]+)"', script.text)
    assert {name.split("\\")[0] for name in made} == {"$SMPROGRAMS", "$DESKTOP"}
    for name in made:
        assert f'Delete "{name}"' in script.uninstall


def test_only_folders_of_ours_are_deleted_with_all_that_is_in_them(script: Script) -> None:
    for section in (script.install, script.uninstall):
        assert re.findall(r'RMDir /r "([^"]+)"', section) == [r"$INSTDIR\_internal"]
    assert 'RMDir "$INSTDIR"' in script.uninstall


def test_what_lies_in_the_program_folder_is_what_the_uninstaller_knows(script: Script) -> None:
    spec = (CHECKOUT / "build.spec").read_text(encoding="utf-8")
    programs = [f"{name}.exe" for name in re.findall(r'program\("([\w-]+)", console', spec)]
    assert len(programs) == 2
    for name in (*programs, "uninstall.exe"):
        assert rf'Delete "$INSTDIR\{name}"' in script.uninstall


def test_the_settings_and_the_log_of_the_program_are_known(
    script: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    data = places.user_data_dir().relative_to(tmp_path).as_posix()
    monkeypatch.undo()
    assert rf'RMDir "$LOCALAPPDATA\{data}"' in script.uninstall
    assert rf'Delete "$LOCALAPPDATA\{data}\loi.log*"' in script.uninstall
    source = Path(app.__file__).read_text(encoding="utf-8")
    [organization] = re.findall(r'setOrganizationName\("([^"]+)"\)', source)
    assert rf'DeleteRegKey HKCU "Software\{organization}"' in script.uninstall


def test_an_upgrade_does_not_touch_the_settings(script: Script) -> None:
    assert script.names["SETTINGS_KEY"] == r"Software\${NAME}"
    assert not re.search(rf'"Software\\{script.names["NAME"]}"', script.install)
    assert "Delete" not in script.install.replace("DeleteRegKey", "")


def test_an_open_program_stops_both_before_anything_is_changed(script: Script) -> None:
    assert "Call RefuseWhileOpen" in script.function(".onInit")
    assert "Call un.RefuseWhileOpen" in script.function("un.onInit")
    assert script.install.index("Call RefuseWhileOpen") < script.install.index("RMDir")
    body = script.function("${un}RefuseWhileOpen")
    assert "cchc-desktop.exe" in body
    assert "cchc-desktop-cli.exe" in body


def test_silence_is_never_broken_by_a_question(script: Script) -> None:
    for line in script.text.splitlines():
        if "MessageBox" in line and "/SD" not in line:
            before = script.text[: script.text.index(line)]
            assert "${If} ${Silent}" in before[-200:]
            assert "Abort" in before[-60:]


def test_dossiers_open_with_the_window_and_have_their_own_icon(script: Script) -> None:
    icons = (INSTALLER / "icons.py").read_text(encoding="utf-8")
    [icon] = re.findall(r'DefaultIcon" "" "\$INSTDIR\\_internal\\([\w.-]+)"', script.install)
    assert f'"{icon}": HERE / "dossier.svg"' in icons
    assert f'"{icon}"' in (CHECKOUT / "build.spec").read_text(encoding="utf-8")
    assert """'"$INSTDIR\\cchc-desktop.exe" "%1"'""" in script.install


def test_it_speaks_vietnamese_only(script: Script) -> None:
    assert re.findall(r'MUI_LANGUAGE "(\w+)"', script.text) == ["Vietnamese"]
    assert "RequestExecutionLevel user" in script.text
    assert "Unicode true" in script.text


def test_the_packages_of_the_build_are_pinned_and_whole() -> None:
    listed = (INSTALLER / "windows-packages.txt").read_text(encoding="utf-8").splitlines()
    packages = [line for line in listed if not line.startswith("#")]
    names = set()
    for line in packages:
        found = re.fullmatch(r"([a-z0-9-]+)==([\w.]+) --hash=sha256:[0-9a-f]{64}", line)
        assert found, line
        names.add(found[1])
        if found[1] == "pyside6-essentials":
            assert found[2].startswith("6.11.")
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    [wanted] = re.findall(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    needed = {name.lower().replace("_", "-") for name in re.findall(r'"([\w-]+)', wanted)}
    assert needed <= names
    assert {"pyinstaller", "shiboken6"} <= names


def test_every_action_of_the_release_is_pinned_to_a_commit() -> None:
    workflow = (CHECKOUT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), action
    assert workflow.count("runs-on:") == workflow.count("timeout-minutes:")
