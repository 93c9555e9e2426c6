"""The real window on a desk of its own, and what drives it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.app import make_window
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.ui import file_questions
from cchc_desktop.ui.jobs import ImmediateRunner
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.workspace import Workspace


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person's documents are in this test."""
    folder = tmp_path / "Tài liệu"
    folder.mkdir()
    for module in ("file_questions", "new_dossier_dialog", "dossier_commands"):
        monkeypatch.setattr(f"cchc_desktop.ui.{module}.documents_folder", lambda: folder)
    assert file_questions.documents_folder() == folder
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, documents: Path) -> Iterator[MainWindow]:
    """The window as the program makes it, but long work is done at once."""
    made = make_window(qapp, ImmediateRunner())
    qtbot.addWidget(made, before_close_func=lambda one: one.forget_dossier())
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()
    made.forget_dossier()
    qapp.focusChanged.disconnect(made._listen)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    made.desk.theme.setParent(None)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def work(window: MainWindow, documents: Path) -> Workspace:
    """The sample dossier, open in the window."""
    window.dossiers.create(documents / "Hồ sơ thử.cchc", sample_dossier())
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def shown(window: MainWindow) -> Callable[[type[QDialog]], QDialog]:
    """The one dialog of a kind that is open."""

    def find(kind: type[QDialog]) -> QDialog:
        [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return found

    return find
