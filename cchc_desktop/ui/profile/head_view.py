"""A small live picture of the head of the paper, drawn by what draws the whole paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.plan import IssueForm, Plan, Recipients
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.paper.compose import compose

if TYPE_CHECKING:
    from cchc_desktop.formats.pdf import LayoutCache, Page

_PAUSE = 80  # milliseconds from a change to the new picture
_AROUND = 350  # twips of paper shown around the text
_RIGHT_MARGIN = 700
_HEIGHT = 3050


class HeadView(QWidget):
    """Shows letterhead, number line, place and date as the profile has them, for a plan of this year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Phần đầu văn bản sẽ in như thế này")
        self._profile: OfficeProfile | None = None
        self._year = 0
        self._cache: LayoutCache | None = None
        self._page: Page | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._lay_out)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        return round(width * _HEIGHT / 9700)

    def show_profile(self, profile: OfficeProfile, year: int) -> None:
        """Show this soon."""
        if (profile, year) != (self._profile, self._year):
            self._profile, self._year = profile, year
            if self.isVisible():
                self._timer.start(_PAUSE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def _lay_out(self) -> None:
        from cchc_desktop.formats.pdf import LayoutCache, lay_out

        if self._profile is None:
            return
        if self._cache is None:
            self._cache = LayoutCache()
        self._page = lay_out(compose(head_only(self._profile, self._year)), self._cache).pages[0]
        self.update()

    @property
    def lines(self) -> tuple[str, ...]:
        """What is read in the picture."""
        return () if self._page is None else tuple(line.text for line in self._page.placed_lines())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is white in the dark, too
        page = self._page
        if page is not None:
            from cchc_desktop.formats.pdf import paint_page

            left = page.left - _AROUND
            scale = self.width() / (page.width - left - _RIGHT_MARGIN)
            top = page.pieces[0].y - _AROUND
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.translate(-left * scale, -top * scale)
            paint_page(painter, page, scale)
            painter.resetTransform()
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


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
