"""What the list of suggestions can be narrowed to: kind, area, channel, agency, the office's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.library_search import EVERYTHING, Filter, Offer
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.reform import Area, Channel


class FilterBox(QComboBox):
    """Offers only what some suggestion of the place has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Chỉ xem gợi ý về")
        self.setToolTip("Chỉ xem gợi ý về một lĩnh vực, một hình thức, một cơ quan")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.view().setTextElideMode(self.view().textElideMode().ElideNone)
        self._filters: list[Filter] = []

    @property
    def wanted(self) -> Filter:
        """What is chosen."""
        index = self.currentIndex()
        return self._filters[index] if 0 <= index < len(self._filters) else EVERYTHING

    def clear_choice(self) -> None:
        """Everything again."""
        self.setCurrentIndex(0)

    def add_to(self, menu: QMenu) -> None:
        """The same choices as a menu."""
        choices = menu.addMenu("Chỉ xem gợi ý về")
        for index in range(self.count()):
            action = choices.addAction(self.itemText(index).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(index == self.currentIndex())
            action.triggered.connect(lambda _checked=False, at=index: self.setCurrentIndex(at))

    def offer(self, offers: Sequence[Offer], place: LibraryPlace, profile: OfficeProfile) -> None:
        """Show the choices for a place; the one chosen stays if it is still there."""
        entries = [one.entry for one in offers if one.entry.kind in place.kinds]
        choices: list[tuple[str, Filter]] = [("Tất cả", EVERYTHING)]
        kinds = {one.kind for one in entries}
        if len(kinds) > 1:
            choices += [(kind.label, Filter(kind=kind)) for kind in EntryKind if kind in kinds]
        agencies = {one.agency for one in entries}
        for function in Function:
            agency = profile.agency(function) if function in agencies else None
            if agency is not None:
                choices.append((agency.name, Filter(agency=function)))
        areas = {one.area for one in entries}
        choices += [(area.label, Filter(area=area)) for area in Area if area in areas]
        channels = {one.channel for one in entries}
        choices += [(channel.label, Filter(channel=channel)) for channel in Channel if channel in channels]
        if any(one.is_own for one in entries):
            choices.append(("Của cơ quan", Filter(only_own=True)))
        filters = [wanted for _name, wanted in choices]
        if filters == self._filters and [self.itemText(i) for i in range(self.count())] == [
            n for n, _ in choices
        ]:
            return
        chosen = self.wanted
        with QSignalBlocker(self):
            self.clear()
            self.addItems([name for name, _wanted in choices])
            self._filters = filters
            self.setCurrentIndex(filters.index(chosen) if chosen in filters else 0)
        width = max(self.fontMetrics().horizontalAdvance(name) for name, _ in choices) + 40
        self.view().setMinimumWidth(min(width, 460))
