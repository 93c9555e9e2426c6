"""Choices and doors with a sentence below their name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def explained(button: QAbstractButton, meaning: str) -> QVBoxLayout:
    """A radio button or check box with a quiet sentence right below it."""
    button.setAccessibleDescription(meaning)
    button.setToolTip(meaning)
    hint = QLabel(meaning)
    hint.setObjectName("muted")
    hint.setWordWrap(True)
    hint.setContentsMargins(30, 0, 0, 4)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(button)
    column.addWidget(hint)
    return column


class Door(QPushButton):
    """A large button: icon, name, and a sentence."""

    def __init__(self, title: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("door")
        self.setAccessibleName(title)
        self.setAccessibleDescription(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._sign = QLabel()
        name, sentence = QLabel(title), QLabel(meaning)
        name.setObjectName("doorTitle")
        sentence.setObjectName("doorMeaning")
        sentence.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for label in (self._sign, name, sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        """Shown beside the words, not by the button itself."""
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        drawn = QIcon(icon)
        self._sign.setPixmap(drawn.pixmap(QSize(32, 32), self.devicePixelRatio(), mode))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())
