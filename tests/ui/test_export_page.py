"""Tests of the last step: what is missing, three files, progress, cancelling, a target that cannot be written."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring import exporting
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import Plan
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import ReportProgress
from cchc_desktop.ui.export_job import Kind
from cchc_desktop.ui.jobs import Job, Runner, ThreadRunner
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.pages.export import ExportPage
from cchc_desktop.ui.workspace import Workspace

Shown = Callable[[type[QDialog]], QDialog]


@pytest.fixture
def page(work: Workspace) -> ExportPage:
    work.wizard.go(Step.EXPORT)
    page = work.wizard.page
    assert isinstance(page, ExportPage)
    return page


@pytest.mark.parametrize(("kind", "start"), [(Kind.WORD, b"PK"), (Kind.EXCEL, b"PK"), (Kind.PDF, b"%PDF")])
def test_each_button_proposes_a_name_and_writes_a_real_file(
    qtbot: QtBot, page: ExportPage, documents: Path, shown: Shown, kind: Kind, start: bytes
) -> None:
    qtbot.mouseClick(page.buttons[kind], Qt.MouseButton.LeftButton)
    dialog = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    [proposed] = dialog.selectedFiles()
    assert Path(proposed).suffix == kind.suffix
    assert "2026" in Path(proposed).name
    target = documents / f"Kế hoạch{kind.suffix}"
    dialog.selectFile(str(target))
    dialog.accept()
    assert target.read_bytes().startswith(start)
    assert target.name in page.result.text()
    assert page._open.isEnabled()
    assert not page._progress.isVisible()


def test_what_is_missing_is_listed_and_leads_there(page: ExportPage, work: Workspace, qtbot: QtBot) -> None:
    work.session.edit_plan(work.plan_id, "x", _without_title)
    assert "1 lỗi" in page._summary.text()
    page.list.setCurrentRow(0)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert work.wizard.step is Step.GENERAL


def _without_title(plan: Plan) -> Plan:
    return replace(plan, title="")


def test_a_target_that_cannot_be_written_offers_another_name(
    page: ExportPage, documents: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_args: object, **_more: object) -> None:
        raise UserFacingError("Tệp đang mở trong Word.", "Hãy đóng tệp đó.")

    monkeypatch.setattr(exporting, "export_plan", locked)
    old = documents / "Kế hoạch.docx"
    old.write_bytes(b"old")
    assert page.plan is not None
    page.write(Kind.WORD, page.plan, old)
    box = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "đang mở trong Word" in box.text()
    next(button for button in box.buttons() if button.text() == "Ghi với tên khác…").click()
    dialog = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Kế hoạch (2).docx"
    assert old.read_bytes() == b"old"
    assert page.buttons[Kind.WORD].isEnabled()


class HeldRunner:
    """A runner that waits until it is told to go on, as a slow export would."""

    def __init__(self) -> None:
        self.work: Callable[[ReportProgress], object] | None = None
        self.job: Job | None = None

    def start(self, work: Callable[[ReportProgress], object], job: Job) -> None:
        self.work, self.job = work, job

    def finish(self) -> None:
        assert self.work is not None
        assert self.job is not None
        try:
            self.work(self.job.report)
        except Exception as problem:  # noqa: BLE001 - as a thread does
            caught = problem

            def outcome() -> object:
                raise caught

            self.job.finished.emit(outcome)
        else:
            self.job.finished.emit(lambda: None)


def _with_runner(page: ExportPage, runner: Runner) -> None:
    page.desk = replace(page.desk, runner=runner)


def test_a_long_export_shows_progress_and_is_cancelled_without_a_trace(
    qtbot: QtBot, page: ExportPage, documents: Path
) -> None:
    held = HeldRunner()
    _with_runner(page, held)
    assert page.plan is not None
    target = documents / "Kế hoạch.docx"
    page.write(Kind.WORD, page.plan, target)
    assert page._progress.isVisible()
    assert not page.buttons[Kind.PDF].isEnabled()
    assert held.job is not None
    held.job.report(3, 10)
    assert page._progress.value() == 3
    qtbot.mouseClick(page._cancel, Qt.MouseButton.LeftButton)
    held.finish()
    assert page.result.text() == "Đã hủy, không ghi tệp nào."
    assert list(documents.glob("*.docx")) == []
    assert page.buttons[Kind.PDF].isEnabled()


def test_an_export_writes_the_plan_as_it_was_when_asked(
    page: ExportPage, work: Workspace, documents: Path
) -> None:
    held = HeldRunner()
    _with_runner(page, held)
    assert page.plan is not None
    page.write(Kind.PDF, page.plan, documents / "a.pdf")
    work.session.edit_plan(work.plan_id, "x", _without_title)
    held.finish()
    assert (documents / "a.pdf").is_file()


def test_a_thread_writes_word_and_pdf_beside_the_window(
    qtbot: QtBot, page: ExportPage, documents: Path
) -> None:
    runner = ThreadRunner()
    _with_runner(page, runner)
    assert page.plan is not None
    for kind in Kind:
        target = documents / f"a{kind.suffix}"
        page.write(kind, page.plan, target)
        qtbot.waitUntil(lambda: page._job is None, timeout=30_000)
        assert target.is_file(), page.result.text()
    runner.close()


def test_a_bug_in_a_job_comes_out_where_the_outcome_is_asked_for(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    job = Job()
    outcomes: list[Callable[[], object]] = []
    job.finished.connect(outcomes.append)

    def work(_progress: ReportProgress) -> None:
        raise ZeroDivisionError

    runner.start(work, job)
    qtbot.waitUntil(lambda: bool(outcomes), timeout=5000)
    with pytest.raises(ZeroDivisionError):
        outcomes[0]()
    runner.close()


def test_a_command_of_the_menu_leads_to_the_page_and_asks(
    window: MainWindow, work: Workspace, shown: Shown
) -> None:
    window.menus.actions["pdf"].trigger()
    assert work.wizard.step is Step.EXPORT
    assert shown(QFileDialog).windowTitle() == "Xuất tệp PDF"


def test_the_window_stays_alive_while_a_file_is_written(
    qtbot: QtBot, page: ExportPage, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_plan: object, *, progress: ReportProgress, **_targets: object) -> None:
        for step in range(20):
            progress(step, 20)
            time.sleep(0.02)

    monkeypatch.setattr(exporting, "export_plan", slow)
    runner = ThreadRunner()
    _with_runner(page, runner)
    assert page.plan is not None
    page.write(Kind.WORD, page.plan, documents / "a.docx")
    turns = 0
    while page._job is not None:
        QApplication.processEvents()
        turns += 1
    assert turns > 20
    runner.close()
