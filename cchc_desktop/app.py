"""The composition root of the window: makes the objects and hands them on."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cchc_desktop import __version__
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.file_questions import FileQuestions
from cchc_desktop.ui.icons import Icons, app_icon
from cchc_desktop.ui.jobs import Runner, ThreadRunner
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.theme import Theme
from cchc_desktop.ui.trouble import Trouble, standing_window, tell_at_start
from cchc_desktop.ui.vietnamese_qt import speak_vietnamese


def run_window(path: Path | None = None) -> int:
    """Show the window, with a dossier in it when there is a path; returns the exit code when it is closed."""
    application = make_application()
    runner = ThreadRunner()
    try:
        window = make_window(application, runner)
    except UserFacingError:
        raise
    except Exception as error:  # noqa: BLE001 - a window's program has no console: whatever it is, it is told in a box
        runner.close()
        tell_at_start(error)
        return 1
    window.desk.trouble.install()
    window.show()
    if path is not None:
        wanted = path
        QTimer.singleShot(0, lambda: window.dossiers.open_path(wanted))
    QTimer.singleShot(0, _look_for_garbage)
    code = application.exec()
    runner.close()
    return code


def _look_for_garbage() -> None:
    """From now on, but never among what was made while starting, all of which stays."""
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """The Qt application with its name, in the style that the theme dresses, and sharp at any scale."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QApplication.setApplicationName("CCHC Desktop")
    QApplication.setApplicationVersion(__version__)
    QApplication.setOrganizationName("CCHC Desktop")
    QApplication.setDesktopFileName("cchc-desktop")
    # As an argument: for a style handed over as an object PySide makes QStyle with its 600 names, which takes time.
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def make_window(application: QApplication, runner: Runner) -> MainWindow:
    """The main window and everything it stands on; errors nobody catches are not yet taken over."""
    speak_vietnamese(application)
    settings = QSettings()
    theme = Theme(application, settings)
    theme.apply()
    application.setWindowIcon(app_icon())
    trouble = Trouble(lambda: standing_window() or window, theme)
    window = MainWindow(Desk(theme, Icons(theme), trouble, runner, settings, FileQuestions(settings)))
    trouble.save_first = window.save_first
    return window
