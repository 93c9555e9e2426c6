"""The field for a year."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget


def year_box(name: str, parent: QWidget | None = None) -> QSpinBox:
    """A field for a year, with room before its digits (which no style sheet can give)."""
    box = QSpinBox(parent)
    box.setRange(2020, 2100)
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    box.setGroupSeparatorShown(False)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box
