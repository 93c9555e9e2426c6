"""The doubts of an import: a list, the current one in full, and its choices on the keys 1, 2, 3 …"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.import_review import ImportReview
from cchc_desktop.paper.import_draft import ImportDoubt
from cchc_desktop.ui.desk import Desk

_SEEN = "Đã xem"


class DoubtPane(QWidget):
    """``answered`` carries the index of a doubt and of a choice, ``entered`` the doubt the cursor has come to."""

    answered = Signal(int, int)
    entered = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review: ImportReview | None = None
        self.list = _Questions()
        self.list.setAccessibleName("Những chỗ cần trả lời")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._came_to)
        self.list.itemActivated.connect(lambda _item: self.answer(0))
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.list, 5)
        layout.addWidget(self._answers(), 4)
        desk.theme.changed.connect(self._redraw)

    def _answers(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("pageBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.question)
        column.addLayout(self._choices)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("pageScroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def show_review(self, review: ImportReview) -> None:
        """Show the doubts with the answers given so far."""
        first = self._review is None
        self._review = review
        if first:
            for _doubt in review.doubts:
                self.list.addItem(QListWidgetItem())
        self._redraw()
        if first and review.doubts:
            self.list.setCurrentRow(0)

    @property
    def current(self) -> int:
        """The doubt the cursor is on; -1 when there is none."""
        return self.list.currentRow()

    def go(self, step: int) -> None:
        """To the next doubt that is open (or the one before), or to the next of all when none is."""
        if self._review is None or not self._review.doubts:
            return
        index = self._review.next_open(self.current, step)
        self.go_to((self.current + step) % len(self._review.doubts) if index is None else index)

    def go_to(self, doubt: int) -> None:
        """To a doubt."""
        self.list.setCurrentRow(doubt)
        self.list.scrollToItem(self.list.item(doubt))

    def answer(self, choice: int) -> None:
        """Answer the current doubt, if it has such a choice."""
        if self._review is None or not 0 <= self.current < len(self._review.doubts):
            return
        if choice < max(len(self._review.doubts[self.current].choices), 1):
            self.answered.emit(self.current, choice)

    def _came_to(self, row: int) -> None:
        self._show_choices()
        if row >= 0:
            self.entered.emit(row)

    def _redraw(self) -> None:
        if self._review is None:
            return
        for index, doubt in enumerate(self._review.doubts):
            item = self.list.item(index)
            answer = self._review.answers.get(index)
            done = answer is not None
            item.setIcon(
                self._desk.icons.icon("step-done" if done else "help", "success" if done else "warning")
            )
            item.setForeground(self.palette().placeholderText() if done else self.palette().text())
            text = f"{_where(doubt)}{doubt.message}"
            item.setText(text if answer is None else f"{text} → {_choice_name(doubt, answer)}")
            state = "Đã trả lời" if done else "Chưa trả lời"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{state}. {item.text()}")
        self._show_choices()

    def _show_choices(self) -> None:
        review = self._review
        if review is None or not 0 <= self.current < len(review.doubts):
            self.question.clear()
            self._show_buttons([], None)
            return
        doubt = review.doubts[self.current]
        self.question.setText(doubt.message)
        names = [choice.name for choice in doubt.choices] or [_SEEN]
        self._show_buttons(names, review.answers.get(self.current))

    def _show_buttons(self, names: list[str], taken: int | None) -> None:
        while len(self.buttons) < len(names):
            self._add_button(len(self.buttons))
        for index, button in enumerate(self.buttons):
            button.setVisible(index < len(names))
            if index < len(names):
                key = str(index + 1) if index < 9 else " "
                button.setText(f"{key}   {names[index].replace('&', '&&')}")
                button.setToolTip(names[index])
                button.setAccessibleName(f"{names[index]}, phím {index + 1}")
                button.setChecked(index == taken)

    def _add_button(self, index: int) -> None:
        button = QPushButton()
        button.setObjectName("choice")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self.answer(index))
        self.buttons.append(button)
        self._choices.addWidget(button)


class _Questions(QListWidget):
    """Digits and Enter are for answering, not for searching."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _where(doubt: ImportDoubt) -> str:
    """ "Dòng 12–14: "."""
    if not doubt.lines:
        return ""
    first, last = min(doubt.lines), max(doubt.lines)
    return f"Dòng {first}: " if first == last else f"Dòng {first}–{last}: "


def _choice_name(doubt: ImportDoubt, choice: int) -> str:
    return doubt.choices[choice].name if doubt.choices else _SEEN
