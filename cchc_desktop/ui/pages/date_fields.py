"""Day, month and year of issue: three small fields, any of day and month blank."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.ui.fields import LineField


class DateFields(QWidget):
    """Shows and takes a date with blanks. What is no number is not taken: the field shows the old value when left."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = PartialDate(None, None, 2026)
        self._day = _number_field("Ngày ban hành", 2)
        self._month = _number_field("Tháng ban hành", 2)
        self._year = _number_field("Năm ban hành", 4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, field in (("", self._day), ("tháng", self._month), ("năm", self._year)):
            if name:
                layout.addWidget(QLabel(name))
            layout.addWidget(field)
            field.typed.connect(lambda _text: self._read())
            field.left.connect(self.left)
        layout.addStretch(1)

    def show_date(self, date: PartialDate) -> None:
        """Show a date."""
        self.date = date
        self._day.show_value("" if date.day is None else str(date.day))
        self._month.show_value("" if date.month is None else str(date.month))
        self._year.show_value(str(date.year))

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        for field in (self._day, self._month, self._year):
            field.setReadOnly(read_only)

    def _read(self) -> None:
        day = _number(self._day.text(), 31, self.date.day)
        month = _number(self._month.text(), 12, self.date.month)
        year = _number(self._year.text(), 2100, self.date.year)
        if year is None or year < 2000:
            year = self.date.year
        self.date = PartialDate(day, month, year)
        self.typed.emit()


def _number(text: str, largest: int, old: int | None) -> int | None:
    written = text.strip()
    if not written:
        return None
    if written.isdecimal() and 1 <= int(written) <= largest:
        return int(written)
    return old


def _number_field(name: str, digits: int) -> LineField:
    field = LineField(name)
    field.setMaxLength(digits)
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0" * (digits + 3)) + 16)
    field.setPlaceholderText("…")
    return field
