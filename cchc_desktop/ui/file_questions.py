"""Asking for files: one place that knows which dialogs speak Vietnamese, and that never blocks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.ui.fitting import fit

DOSSIER_FILTER = "Hồ sơ CCHC (*.cchc)"
_LAST_FOLDER = "thu-muc-vua-dung"


def documents_folder() -> Path:
    """The person's folder of documents."""
    return Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
    )


def show_folder(path: Path) -> None:
    """Open a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_file(path: Path) -> None:
    """Open a file in the program it belongs to."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FileQuestions:
    """Asks which file to open or where to save, and remembers the folder."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def folder(self) -> Path:
        """The folder used last, or Documents."""
        last = str(self._settings.value(_LAST_FOLDER, ""))
        return Path(last) if last and Path(last).is_dir() else documents_folder()

    def to_open(
        self, parent: QWidget, title: str, name_filter: str, chosen: Callable[[Path], None]
    ) -> QFileDialog:
        """Ask for an existing file; ``chosen`` is called with it."""
        dialog = self._dialog(parent, title, name_filter, chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()
        return dialog

    def to_save(
        self, parent: QWidget, title: str, name_filter: str, proposed: Path, chosen: Callable[[Path], None]
    ) -> QFileDialog:
        """Ask where to save; the dialog itself asks before an existing file is replaced."""
        dialog = self._dialog(parent, title, name_filter, chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        if proposed.parent.is_dir():
            dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
        dialog.open()
        return dialog

    def _dialog(
        self, parent: QWidget, title: str, name_filter: str, chosen: Callable[[Path], None]
    ) -> QFileDialog:
        dialog = QFileDialog(parent, title, str(self.folder), name_filter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Windows speaks the person's language; other systems' own dialogs may well speak English.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform != "win32")
        fit(dialog, 760, 480)

        def take(name: str) -> None:
            self._settings.setValue(_LAST_FOLDER, str(Path(name).parent))
            # Once it is closed: a message that begins over this dialog would go away with it.
            dialog.accepted.connect(lambda: chosen(Path(name)))

        dialog.fileSelected.connect(take)
        return dialog
