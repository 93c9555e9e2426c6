"""A task grid as it stands in the program: its edits go through a session, whose undo comes back to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup, TaskRow
from cchc_desktop.ui.grid.cells import cell_text
from cchc_desktop.ui.task_grid import TaskGrid

ORDER, CONTENT, LEAD, COOPERATION, TIMING, NOTE = range(6)


@dataclass
class GridDesk:
    """A window with a grid, and the steps that would stand in the session."""

    window: QMainWindow
    grid: TaskGrid
    steps: list[tuple[Appendix, str, object]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    new_agencies: list[str] = field(default_factory=list)
    shown: Appendix = field(default_factory=lambda: Appendix(""))

    def edited(self, appendix: Appendix, label: str, merge: object) -> None:
        """As the session and the page do."""
        if not (self.steps and merge is not None and self.steps[-1][2] == merge):
            self.steps.append((self.shown, label, merge))
        self.shown = appendix
        self.grid.set_appendix(appendix, 2026)

    def undo(self) -> None:
        """As Ctrl+Z in the window."""
        self.shown = self.steps.pop()[0]
        self.grid.set_appendix(self.shown, 2026)

    def at(self, row: int, column: int, to: tuple[int, int] | None = None) -> None:
        """Select a cell, or a block."""
        self.grid.view.choose((row, column), to or (row, column))

    def where(self) -> tuple[int, int]:
        """The current cell."""
        index = self.grid.view.currentIndex()
        return index.row(), index.column()

    def target(self) -> QWidget:
        """What gets the keys now."""
        return self.grid.view.editor() or self.grid.view

    def keys(self, text: str) -> None:
        """Press keys: plain letters, or names in brackets such as [Enter], [Ctrl+D]."""
        rest = text
        while rest:
            if rest[0] == "[":
                name, rest = rest[1:].split("]", 1)
                combination: QKeyCombination = QKeySequence({"Enter": "Return"}.get(name, name))[0]  # type: ignore[index]
                QTest.keyClick(self.target(), combination.key(), combination.keyboardModifiers())
            else:
                letter, rest = rest[0], rest[1:]
                if letter.isascii():
                    QTest.keyClicks(self.target(), letter)
                    continue
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QCoreApplication.sendEvent(self.target(), event)

    @property
    def table(self) -> list[list[str]]:
        """The texts of all cells but the numbers; a group is its title alone."""
        appendix = self.grid.appendix()
        return [
            [row.title]
            if isinstance(row, TaskGroup)
            else [cell_text(row, column.kind) for column in appendix.columns[1:]]
            for row in appendix.rows
        ]

    @property
    def contents(self) -> list[str]:
        """The first column of each row."""
        return [row[0] for row in self.table]


def task(content: str, lead: str = "", timing: str = "", note: str = "") -> Task:
    """A task with plain texts."""
    return Task(
        (paragraph(content),) if content else (),
        lead=RichText.of(lead),
        timing=RichText.of(timing),
        note=RichText.of(note),
    )


def put_on_clipboard(*, text: str = "", html: str = "") -> None:
    """As another program would."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def make_desk(qtbot: QtBot, *rows: TaskRow, variant: str = "A") -> GridDesk:
    """A shown grid with the focus on the content of the first row."""
    window = QMainWindow()
    grid = TaskGrid(window)
    window.setCentralWidget(grid)
    desk = GridDesk(window, grid)
    grid.appendix_edited.connect(desk.edited)
    grid.notice.connect(desk.told.append)
    grid.new_agency.connect(desk.new_agencies.append)
    grid.set_agencies(("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Đài truyền thanh phường"))
    desk.shown = Appendix("Danh mục", VARIANTS[variant], rows)
    grid.set_appendix(desk.shown, 2026)
    qtbot.addWidget(window)
    window.resize(1000, 560)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    grid.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(grid.view.hasFocus)
    return desk
