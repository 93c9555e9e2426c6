"""An official at the window: keys, clicks and the clipboard, counted; nothing is done behind the window's back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCompleter,
    QFileDialog,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.app import make_window
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.jobs import ImmediateRunner
from cchc_desktop.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_STEP_KEYS = {10: Qt.Key.Key_0, 11: Qt.Key.Key_Minus}


class Official:
    """Drives one window; ``inputs`` counts key presses and clicks."""

    def __init__(self, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot = qtbot
        self.inputs = 0
        self.window: MainWindow = make_window(application, ImmediateRunner())
        qtbot.addWidget(self.window)
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def plan(self) -> Plan:
        """The plan the window shows, as the session holds it."""
        assert self.window.workspace is not None
        plan = self.window.workspace.plan
        assert plan is not None
        return plan

    def widget(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The one visible widget of a kind whose accessible name or text is ``name``."""
        found = [
            one
            for one in (inside or self.window).findChildren(kind)
            if one.isVisible() and name in (one.accessibleName(), _text(one))
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, on: QWidget | None = None) -> None:
        """Press a key where the cursor is."""
        self.inputs += 1
        QTest.keyClick(on or self.focus, key, modifiers)

    def write(self, text: str) -> None:
        """Type ASCII text, key by key, where the cursor is."""
        for letter in text:
            self.inputs += 1
            QTest.keyClicks(self.focus, letter)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        self.inputs += 1
        assert widget.isEnabled(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, widget.rect().center())

    def click_button(self, text: str, inside: QWidget | None = None) -> None:
        """Click a visible button by its text."""
        self.click(self.widget(QAbstractButton, text, inside))

    def choose_in_menu(self, button: str, text: str) -> None:
        """Choose an entry of the menu a button opens (the menu itself would wait for the mouse of the screen)."""
        menu = self.widget(QToolButton, button, self.page).menu()
        (action,) = [one for one in menu.actions() if one.text() == text]
        assert action.isEnabled()
        self.inputs += 2
        action.trigger()

    def type_letters(self, text: str) -> None:
        """Type any text letter by letter, as a keyboard driver delivers it; line breaks are Enter."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return)
                continue
            self.inputs += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, _NONE, letter))

    def copy_elsewhere(self, text: str) -> None:
        """Put text on the clipboard, as copying it in another program does."""
        QApplication.clipboard().setText(text)

    def paste(self, text: str, html: str = "") -> None:
        """Put text on the clipboard (as another program would) and press Ctrl+V where the cursor is."""
        mime = QMimeData()
        mime.setText(text)
        if html:
            mime.setHtml(html)
        QApplication.clipboard().setMimeData(mime)
        self.press(Qt.Key.Key_V, _CTRL)

    def replace_text(self, field: QWidget, text: str) -> None:
        """Click a field, select all and paste."""
        self.click(field)
        self.press(Qt.Key.Key_A, _CTRL)
        if text:
            self.paste(text)
        else:
            self.press(Qt.Key.Key_Delete)

    def go(self, step: Step) -> None:
        """Go to a step by its key."""
        key = _STEP_KEYS.get(step.value, Qt.Key(Qt.Key.Key_0 + step.value))
        self.press(key, _ALT, self.window)
        assert self.window.workspace is not None
        assert self.window.workspace.wizard.step is step

    @property
    def page(self) -> QWidget:
        """The page shown."""
        assert self.window.workspace is not None
        return self.window.workspace.wizard.page

    @property
    def outline(self) -> QTextEdit:
        """The first outline editor of the page shown."""
        return next(one for one in self.page.findChildren(QTextEdit) if one.isVisible())

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        modal = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        if modal is not None and (focus is None or focus.window() is not modal):
            inner: QWidget | None = modal.focusWidget()
            return modal if inner is None else inner
        return self.window if focus is None else focus

    def answer_file_dialog(self, path: Path) -> None:
        """Write a path into the open file dialog and press Enter."""
        dialog = self.wait_for(self._file_dialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        # Its own list of files is a window that the offscreen platform cannot show.
        name.setCompleter(QCompleter())
        name.setFocus()
        name.selectAll()
        QApplication.clipboard().setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_V, _CTRL)
        QTest.keyClick(name, Qt.Key.Key_Return)
        self.inputs += 2
        self.wait_for(lambda: path.is_file() or None)

    def _file_dialog(self) -> QFileDialog | None:
        return next((one for one in self.window.findChildren(QFileDialog) if one.isVisible()), None)

    def wait_for(self, found: Callable[[], W | bool | None], seconds: float = 5.0) -> W:
        """Wait until ``found`` gives something."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = found()
            if value:
                return value  # type: ignore[return-value]
            QTest.qWait(10)
        raise AssertionError("nothing came")

    def close(self) -> None:
        """Close the window as with its ×."""
        self.window.close()


def _text(widget: QWidget) -> str:
    text = widget.property("text")
    return text.replace("&", "") if isinstance(text, str) else ""
