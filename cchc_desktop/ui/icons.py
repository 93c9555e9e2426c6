"""The program's own set of icons, drawn in the colour of the theme."""

from __future__ import annotations

import weakref
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from cchc_desktop.places import resources_dir
from cchc_desktop.ui.theme import Theme

_SIZES = (16, 24, 32, 64)


class TakesIcon(Protocol):
    """A button or a command."""

    def setIcon(self, icon: QIcon) -> None:
        """Show this icon."""


class Icons(QObject):
    """Hands out icons, and again in other colours when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._made: dict[tuple[str, str], QIcon] = {}
        self._worn: list[tuple[weakref.ref[TakesIcon], str, str]] = []
        self._shown: list[tuple[weakref.ref[QLabel], str, str, int]] = []
        theme.changed.connect(self._recolour)

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The icon in a colour of the theme, named by its field."""
        ink = str(getattr(self._theme.colours, colour))
        key = (name, ink)
        if key not in self._made:
            self._made[key] = _drawn(name, ink, self._theme.colours.disabled)
        return self._made[key]

    def put_on(self, target: TakesIcon, name: str, colour: str = "text") -> None:
        """Give a button or command its icon for as long as it lives."""
        target.setIcon(self.icon(name, colour))
        self._worn = [worn for worn in self._worn if worn[0]() not in (None, target)]
        self._worn.append((weakref.ref(target), name, colour))

    def show_on(self, label: QLabel, name: str, colour: str, size: int) -> None:
        """Give a label its picture for as long as it lives."""
        label.setPixmap(self.icon(name, colour).pixmap(size, size))
        self._shown = [shown for shown in self._shown if shown[0]() not in (None, label)]
        self._shown.append((weakref.ref(label), name, colour, size))

    def _recolour(self) -> None:
        for reference, name, colour in self._worn:
            target = reference()
            if target is not None:
                target.setIcon(self.icon(name, colour))
        for shown, name, colour, size in self._shown:
            label = shown()
            if label is not None:
                label.setPixmap(self.icon(name, colour).pixmap(size, size))


def app_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(resources_dir() / "icons" / "cchc-desktop.svg"))


def _drawn(name: str, ink: str, disabled_ink: str) -> QIcon:
    source = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, disabled_ink)):
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        for size in _SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap, mode)
    # What is selected or pointed at keeps its colour: the theme marks it by its ground.
    return icon
