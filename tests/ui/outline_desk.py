"""An outline editor as it stands in the program: its edits go through a session, whose undo comes back to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import Level, Outline, item
from cchc_desktop.ui.outline.pieces import Spot
from cchc_desktop.ui.outline_editor import OutlineEditor


@dataclass
class Step:
    """An undo step."""

    before: Outline
    label: str
    merge: object


@dataclass
class OutlineDesk:
    """A window with an editor, and the steps that would stand in the session."""

    window: QMainWindow
    editor: OutlineEditor
    steps: list[Step] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    shown: Outline = ()

    def edited(self, outline: Outline, label: str, merge: object) -> None:
        """As the session and the page do: note the step, show the plan again."""
        if not (self.steps and merge is not None and self.steps[-1].merge == merge):
            self.steps.append(Step(self.shown, label, merge))
        self.shown = outline
        self.editor.set_outline(outline)

    def undo(self) -> None:
        """As Ctrl+Z in the window."""
        self.shown = self.steps.pop().before
        self.editor.set_outline(self.shown)

    def keys(self, text: str) -> None:
        """Press keys: plain letters, or names in brackets such as [Enter], [Ctrl+B]."""
        rest = text
        while rest:
            if rest[0] == "[":
                name, rest = rest[1:].split("]", 1)
                press(self.editor, name)
            else:
                type_letter(self.editor, rest[0])
                rest = rest[1:]

    def at(self, index: int, place: int | None = None, to: tuple[int, int] | None = None) -> None:
        """Put the cursor at a place (the end of the item by default), perhaps with a selection up to another."""
        one = self.editor.outline()[index]
        spot = Spot(index, len(one.content) if place is None else place)
        self.editor.text.place(Spot(*to) if to else spot, spot if to else None)

    @property
    def lines(self) -> list[str]:
        """The outline as its notation: level, then the line, headings in stars."""
        return [notation(one.level, one.heading.plain, one.text.plain) for one in self.editor.outline()]


def notation(level: Level, heading: str, text: str) -> str:
    """One line as tests write it."""
    parts = ([f"*{heading}*"] if heading else []) + ([text] if text else [])
    return f"{level.value} {': '.join(parts)}".strip()


def read(*lines: str) -> Outline:
    """The inverse of :func:`notation`."""
    found = []
    for line in lines:
        sign, _, rest = line.partition(" ")
        level = next((one for one in Level if one.value == sign and sign), Level.PARAGRAPH)
        body = rest if level is not Level.PARAGRAPH else line
        heading, text = "", body
        if body.startswith("*"):
            heading, _, text = body[1:].partition("*")
            text = text.removeprefix(": ")
        found.append(item(level, text, heading))
    return tuple(found)


def type_letter(editor: OutlineEditor, letter: str) -> None:
    """Type one character; those that no key of a plain keyboard has come as UniKey sends them."""
    if letter.isascii():
        QTest.keyClicks(editor.text, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(editor.text, event)


def press(editor: OutlineEditor, name: str) -> None:
    """Press a key by its name, as a keyboard would send it."""
    combination: QKeyCombination = QKeySequence({"Enter": "Return"}.get(name, name))[0]  # type: ignore[index]
    QTest.keyClick(editor.text, combination.key(), combination.keyboardModifiers())


def compose(editor: OutlineEditor, *states: str, commit: str = "", replace: int = 0) -> None:
    """Type through an input method: preedit texts one after the other, then what is committed."""
    for state in states:
        QCoreApplication.sendEvent(editor.text, QInputMethodEvent(state, []))
    event = QInputMethodEvent()
    event.setCommitString(commit, -replace, replace)
    QCoreApplication.sendEvent(editor.text, event)


def make_desk(qtbot: QtBot, *lines: str, undo_action: bool = True) -> OutlineDesk:
    """A shown editor with the focus."""
    window = QMainWindow()
    editor = OutlineEditor(window)
    window.setCentralWidget(editor)
    desk = OutlineDesk(window, editor)
    editor.outline_edited.connect(desk.edited)
    editor.notice.connect(desk.told.append)
    if undo_action:
        action = QAction("Hoàn tác", window)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(desk.undo)
        window.addAction(action)
    desk.shown = read(*lines)
    editor.set_outline(desk.shown)
    qtbot.addWidget(window)
    window.resize(720, 480)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.text.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(editor.text.hasFocus)
    return desk
