"""A small live picture of the head of the paper, drawn by what draws the whole paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.plan import IssueForm, Plan, Recipients
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.paper.compose import compose
from cchc_desktop.ui.paper_view import PaperView

if TYPE_CHECKING:
    from cchc_desktop.formats.pdf import LayoutCache

_PAUSE = 80


class HeadView(QWidget):
    """Shows letterhead, number line, place and date as the profile has them, for a plan of this year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PaperView(self)
        self.view.setAccessibleName("Phần đầu văn bản sẽ in như thế này")
        self._profile: OfficeProfile | None = None
        self._year = 0
        self._cache: LayoutCache | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def sizeHint(self) -> QSize:
        return QSize(420, 190)

    def show_profile(self, profile: OfficeProfile, year: int) -> None:
        """Show this soon."""
        if (profile, year) != (self._profile, self._year):
            self._profile, self._year = profile, year
            if self.isVisible():
                self._timer.start(_PAUSE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def _draw(self) -> None:
        from cchc_desktop.formats.pdf import LayoutCache, lay_out

        if self._profile is None:
            return
        if self._cache is None:
            self._cache = LayoutCache()
        self.view.show_pages(lay_out(compose(head_only(self._profile, self._year)), self._cache))


def head_only(profile: OfficeProfile, year: int) -> Plan:
    """A plan of which only the head is of interest."""
    return Plan(
        form=IssueForm.PLAN,
        period=Period.of(year),
        letterhead=profile.letterhead,
        symbol=profile.plan_symbol,
        place=profile.place,
        date=PartialDate(None, None, year),
        title=f"Tuyên truyền cải cách hành chính năm {year}",
        issuer=profile.issuer,
        recipients=Recipients((), profile.archive),
    )
