"""Windows that fit the screen also when it is low and letters are large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QStackedWidget, QWidget


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size, or what the screen has room for."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - 16), min(height, room.height() - 48))


def scrolled(contents: QLayout) -> QScrollArea:
    """The contents in an area that scrolls up and down when there is too little room, and is not seen otherwise."""
    body = QWidget()
    body.setObjectName("pageBody")
    contents.setContentsMargins(0, 0, 0, 0)
    body.setLayout(contents)
    area = QScrollArea()
    area.setObjectName("pageScroll")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    area.setMinimumWidth(body.minimumSizeHint().width() + 16)
    return area


class LowStack(QStackedWidget):
    """Pages that would rather be cut off at the bottom than make the window higher than the screen."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 120)
