"""Reports of our own faults: useful to a helper, without a word of the person's, and never growing for ever."""

import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop import __version__, fault_report
from cchc_desktop.errors import UserFacingError


def caught(error: Exception) -> Exception:
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - any kind is tried
        return raised


def test_a_report_names_the_place_the_kind_and_the_version() -> None:
    with pytest.raises(FileNotFoundError) as caught_one:
        fault_report.log_path().read_text(encoding="utf-8")
    report = fault_report.report(caught_one.value)
    assert __version__ in report
    assert "test_fault_report.py:" in report
    assert "test_a_report_names_the_place_the_kind_and_the_version" in report
    assert "FileNotFoundError: errno 2" in report


def test_no_path_of_the_person_is_in_a_report(tmp_path: Path) -> None:
    folder = tmp_path / "Hồ sơ của bà Thuý"
    error = caught(PermissionError(13, "từ chối", str(folder / "a.cchc"), None, str(folder / "b.cchc")))
    report = fault_report.report(error)
    assert "Thuý" not in report
    assert "từ chối" not in report
    assert str(Path.home()) not in report
    assert str(tmp_path) not in report


@given(st.text())
def test_what_somebody_typed_is_never_in_a_report(typed: str) -> None:
    private = f"«{typed}»"
    for kind in (ValueError, KeyError, TypeError, RuntimeError, UserFacingError, UnicodeError, LookupError):
        error = caught(kind(private))
        error.add_note(private)
        error.__cause__ = caught(AssertionError(private))
        assert private not in fault_report.report(error)


def test_names_in_the_code_are_kept_as_they_help() -> None:
    assert "no such column: x" in fault_report.report(caught(sqlite3.OperationalError("no such column: x")))
    assert "'nothing'" in fault_report.report(caught(AttributeError("no attribute 'nothing'")))


def test_a_report_tells_what_led_to_what_and_ends() -> None:
    first, second = ValueError("a"), KeyError("b")
    second.__cause__, first.__context__ = first, second  # a ring
    report = fault_report.report(second)
    assert report.index("KeyError") < report.index("because of") < report.index("ValueError")
    hidden = KeyError("c")
    hidden.__context__, hidden.__suppress_context__ = first, True
    assert "ValueError" not in fault_report.report(hidden)


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        (
            r"C:\Users\nguyenvana\AppData\CCHC Desktop\_internal\cchc_desktop\ui\page.py",
            "cchc_desktop/ui/page.py",
        ),
        ("/home/an/cchc_desktop/cchc_desktop/app.py", "cchc_desktop/app.py"),
        ("/home/an/.venv/lib/site-packages/docx/api.py", "site-packages/docx/api.py"),
        (r"C:\Users\an\x\y.py", "x/y.py"),
        ("<string>", "<string>"),
    ],
)
def test_a_file_is_named_from_its_package_on(filename: str, shown: str) -> None:
    try:
        exec(compile("1 / 0", filename, "exec"))  # noqa: S102 - a frame with any file name
    except ZeroDivisionError as error:
        assert f"  {shown}:1 <module>\n" in fault_report.report(error)


def test_the_log_is_turned_over_and_never_more_than_three_files() -> None:
    big = "x" * 90_000
    for number in range(20):
        fault_report.keep(f"{number}{big}")
    files = sorted(fault_report.log_path().parent.iterdir())
    assert [file.name for file in files] == ["loi.log", "loi.log.1", "loi.log.2"]
    assert all(file.stat().st_size <= 200_000 for file in files)
    newest = "".join(file.read_text(encoding="utf-8") for file in reversed(files))
    assert newest.count("\n") == 6
    assert newest.rstrip().split("\n")[-1].startswith("19x")
    assert newest.startswith("14x")


def test_letters_that_no_file_can_hold_do_not_stop_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault_report.keep("\udcff").read_text(encoding="utf-8") == "?\n"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "· frozen ·" in fault_report.report(caught(ValueError()))
