"""Labels that look alike everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


def hint_label(text: str) -> QLabel:
    """A quiet sentence that wraps."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label
