"""How many lines were read with which confidence; a click goes to the next one of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cchc_desktop.paper.import_draft import Confidence
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.importing.signs import SIGNS


class ConfidenceBar(QWidget):
    """ "214 dòng:  ✓ 190 chắc  ~ 14 có lẽ  ? 6 đoán  ! 4 chưa xếp được"; ``chosen`` carries a confidence."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._all)
        self.buttons: dict[Confidence, QPushButton] = {}
        for confidence, sign in SIGNS.items():
            button = QPushButton()
            button.setObjectName("flat")
            button.setAutoDefault(False)
            button.setToolTip(f"Đến dòng “{sign.word}” tiếp theo")
            button.clicked.connect(lambda _checked=False, one=confidence: self.chosen.emit(one))
            self.buttons[confidence] = button
            row.addWidget(button)
        row.addStretch(1)
        desk.theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        colours = self._desk.theme.colours
        for confidence, button in self.buttons.items():
            colour = getattr(colours, SIGNS[confidence].colour)
            button.setStyleSheet(f"QPushButton:enabled {{ color: {colour}; font-weight: 600; }}")

    def show_counts(self, confidences: Iterable[Confidence]) -> None:
        """Count these."""
        counts = Counter(confidences)
        self._all.setText(f"{counts.total()} dòng:")
        for confidence, button in self.buttons.items():
            sign, count = SIGNS[confidence], counts[confidence]
            button.setText(f"{sign.mark} {count} {sign.word}")
            button.setEnabled(count > 0)
