"""Suggestions as the rows of a list, and what is carried when one is dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cchc_desktop.authoring.library_search import Offer, is_present
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.profile import OfficeProfile

ENTRY_FORM = "application/x-cchc-goi-y"
OFFER_ROLE = Qt.ItemDataRole.UserRole
MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
ABOUT_ROLE = Qt.ItemDataRole.UserRole + 2

OWN, PRESENT, HIDDEN = "của cơ quan", "đã có", "đã ẩn"

_Index = QModelIndex | QPersistentModelIndex


class OfferModel(QAbstractListModel):
    """Shows offers in the order given; told again, only what differs is changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._present: frozenset[str] = frozenset()
        self._profile: OfficeProfile | None = None
        self._several_kinds = False
        self.can_drag = True

    @property
    def offers(self) -> Sequence[Offer]:
        """The offers as they stand."""
        return self._offers

    def show(
        self, offers: list[Offer], present: frozenset[str], profile: OfficeProfile, *, several_kinds: bool
    ) -> None:
        """Show these; ``present`` is what the plan says already, ``several_kinds`` whether kinds have to be named."""
        same = self._offers == offers and self._several_kinds == several_kinds and self._profile == profile
        self._profile, self._several_kinds = profile, several_kinds
        if not same:
            self.beginResetModel()
            self._offers, self._present = offers, present
            self.endResetModel()
        elif present != self._present:
            before, self._present = self._present, present
            for row, offer in enumerate(offers):
                if is_present(offer, before) != is_present(offer, present):
                    index = self.index(row)
                    self.dataChanged.emit(index, index)

    def has(self, offer: Offer) -> bool:
        """Whether the plan says already what a suggestion says."""
        return is_present(offer, self._present)

    def first_new(self) -> int:
        """The first row with something the plan does not have; the first of all where it has everything."""
        return next((row for row, one in enumerate(self._offers) if not self.has(one)), 0)

    def row_of(self, key: str) -> int:
        """Where the suggestion with a key stands, or -1."""
        return next((row for row, one in enumerate(self._offers) if one.id == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._offers):
            return None
        offer = self._offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == OFFER_ROLE:
            return offer
        if role == ABOUT_ROLE:
            return self._about(offer)
        if role == MARKS_ROLE:
            return self._marks(offer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(offer, self._about(offer))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (*self._marks(offer), offer.text, self._about(offer)) if part)
        return None

    def _marks(self, offer: Offer) -> tuple[str, ...]:
        found = (
            OWN if offer.entry.is_own else "",
            PRESENT if is_present(offer, self._present) else "",
            HIDDEN if offer.is_hidden else "",
        )
        return tuple(mark for mark in found if mark)

    def _about(self, offer: Offer) -> str:
        entry = offer.entry
        parts = [entry.kind.label] if self._several_kinds else []
        if entry.agency is not None and self._profile is not None:
            agency = self._profile.agency(entry.agency)
            parts.append("" if agency is None else agency.name)
        parts.append(entry.area.label if entry.area else "")
        parts.append(entry.channel.label if entry.channel else "")
        if offer.entry.kind is EntryKind.TASK and offer.task is not None:
            parts.append(offer.task.timing.plain)
        return " · ".join(part for part in parts if part)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return found | Qt.ItemFlag.ItemIsDragEnabled if self.can_drag else found

    def mimeTypes(self) -> list[str]:
        return [ENTRY_FORM, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The suggestion's key for this program, its text for every other."""
        mime = QMimeData()
        if indexes:
            offer: Offer = self._offers[indexes[0].row()]
            mime.setData(ENTRY_FORM, QByteArray(offer.id.encode()))
            mime.setText(as_text(offer))
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def as_text(offer: Offer) -> str:
    """A suggestion as plain text."""
    return f"{offer.text}\n{offer.detail}" if offer.detail else offer.text


def tool_tip(offer: Offer, about: str) -> str:
    """All of a suggestion in a box that wraps."""
    from html import escape

    lines = [escape(as_text(offer)).replace("\n", "<br>")]
    criterion = offer.entry.criterion
    if criterion:
        lines.append(f"<i>Tiêu chí Chỉ số CCHC: {escape(criterion)}</i>")
    if about:
        lines.append(f"<i>{escape(about)}</i>")
    return f"<qt>{'<br>'.join(lines)}</qt>"
