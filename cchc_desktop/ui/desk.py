"""What the parts of the window share; made once in app.py and handed on."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from cchc_desktop.ui.file_questions import FileQuestions
from cchc_desktop.ui.icons import Icons
from cchc_desktop.ui.jobs import Runner
from cchc_desktop.ui.library.shelf import LibraryShelf
from cchc_desktop.ui.theme import Theme
from cchc_desktop.ui.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools on the desk."""

    theme: Theme
    icons: Icons
    trouble: Trouble
    runner: Runner
    settings: QSettings
    files: FileQuestions
    shelf: LibraryShelf = field(default_factory=LibraryShelf)
