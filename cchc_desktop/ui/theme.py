"""Colours, fonts and style sheet of the window, light or dark as the system or the person says."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import Enum

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.places import resources_dir


class Scheme(Enum):
    """What the person wants; the value is kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour the window uses. Text on its ground has a contrast of 4.5 or more, borders of fields 3 or more."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    disabled: str
    accent: str
    accentFill: str
    accentHover: str
    onAccent: str
    focus: str
    focusOnAccent: str
    selection: str
    hover: str
    border: str
    fieldBorder: str
    scroll: str
    error: str
    errorFill: str
    warning: str
    warningFill: str
    infoFill: str
    success: str


LIGHT = Colours(
    window="#F4F6F9",
    base="#FFFFFF",
    raised="#FFFFFF",
    text="#1B2430",
    muted="#55606E",
    disabled="#8792A0",
    accent="#1F4E8C",
    accentFill="#1F4E8C",
    accentHover="#183F72",
    onAccent="#FFFFFF",
    focus="#2F6FBF",
    focusOnAccent="#0B2447",
    selection="#D7E5F7",
    hover="#E7EDF5",
    border="#D3DAE3",
    fieldBorder="#8590A0",
    scroll="#B4BDC9",
    error="#B3261E",
    errorFill="#FDECEA",
    warning="#855500",
    warningFill="#FFF5DC",
    infoFill="#EAF1FA",
    success="#1E6B3C",
)

DARK = Colours(
    window="#1D2228",
    base="#252B33",
    raised="#2B323B",
    text="#E7EBF1",
    muted="#AAB5C3",
    disabled="#7B8695",
    accent="#8DBAF6",
    accentFill="#2C68B0",
    accentHover="#3876C2",
    onAccent="#FFFFFF",
    focus="#6FA8F0",
    focusOnAccent="#CFE2FB",
    selection="#31486A",
    hover="#333C47",
    border="#3B4550",
    fieldBorder="#76828F",
    scroll="#56616E",
    error="#FF8F86",
    errorFill="#48262A",
    warning="#F0C168",
    warningFill="#443A22",
    infoFill="#263547",
    success="#7FCF9A",
)

SETTING = "giao-dien"


class Theme(QObject):
    """Dresses the application, and again whenever the system or the person changes the scheme."""

    changed = Signal()

    def __init__(self, application: QApplication, settings: QSettings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        stored = str(settings.value(SETTING, Scheme.SYSTEM.value))
        self.scheme = next((one for one in Scheme if one.value == stored), Scheme.SYSTEM)
        self.colours = LIGHT
        self._sheet = (resources_dir() / "styles" / "window.qss").read_text(encoding="utf-8")
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self.apply())

    @property
    def is_dark(self) -> bool:
        """Whether the window is dark now."""
        return self.colours is DARK

    def choose(self, scheme: Scheme) -> None:
        """Use a scheme from now on."""
        self.scheme = scheme
        self._settings.setValue(SETTING, scheme.value)
        self.apply()

    def apply(self) -> None:
        """Dress the application."""
        system_is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self.scheme is Scheme.DARK or (self.scheme is Scheme.SYSTEM and system_is_dark)
        self.colours = DARK if dark else LIGHT
        # The old sheet is taken off first: exchanged in place, Qt repolishes from a list of its own in which things
        # that are long gone may still stand, and crashes.
        self._application.setStyleSheet("")
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(self._filled_sheet())
        self.changed.emit()

    def _filled_sheet(self) -> str:
        base = self._application.font().pointSizeF()
        if base <= 0:
            base = 9.0
        names = asdict(self.colours) | {
            "heading": f"{base * 1.25:.2f}pt",
            "display": f"{base * 1.6:.2f}pt",
            "icons": (resources_dir() / "styles").as_posix(),
            "scheme": "dark" if self.is_dark else "light",
        }
        return re.sub(r"@([A-Za-z]+)", lambda match: names[match[1]], self._sheet)


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.base),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accentFill),
        (role.HighlightedText, colours.onAccent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.BrightText, colours.error),
        (role.Mid, colours.border),
        (role.Midlight, colours.hover),
        (role.Light, colours.raised),
        (role.Dark, colours.fieldBorder),
        (role.Shadow, colours.border),
        (role.Accent, colours.accentFill),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.disabled))
    return palette
