"""What can be done to a suggestion beside putting it in: change, hide, offer again, delete; each said and undoable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.authoring.library_edits import (
    with_all_shown,
    with_entry,
    with_entry_added,
    with_hidden,
    without_entry,
    without_hidden,
)
from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.ui.desk import Desk


class OfferCommands(QObject):
    """Tells of edits of the dossier, and what to say about them."""

    edited = Signal(str, object)
    notice = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent

    def change(self, offer: Offer, dossier: Dossier, plan: Plan) -> None:
        """Change an own suggestion; one of the program's becomes the office's, and the program's own is hidden."""
        from cchc_desktop.ui.library.entry_dialog import EntryDialog

        entry = offer.entry

        def take(changed: LibraryEntry) -> None:
            if entry.is_own:
                self._tell("sửa một gợi ý", lambda d: with_entry(d, changed))
                self.notice.emit("Đã sửa gợi ý.")
                return
            own = replace(changed, id=new_id())
            self._tell("sửa một gợi ý", lambda d: with_hidden(with_entry_added(d, own), entry.id))
            self.notice.emit("Đã lưu bản sửa làm gợi ý của cơ quan; câu gốc được ẩn đi.")

        EntryDialog.ask_change(self._over, self._desk, dossier, plan, entry, take)

    def remove_or_hide(self, offer: Offer) -> None:
        """The key Del: an own one goes, one of the program's is no longer offered."""
        if offer.entry.is_own:
            self.remove(offer)
        elif not offer.is_hidden:
            self.hide(offer)

    def remove(self, offer: Offer) -> None:
        """Delete an own suggestion; the window says so, as of every deletion."""
        self._tell(f"xóa gợi ý “{short(offer)}”", lambda d: without_entry(d, offer.id))

    def hide(self, offer: Offer) -> None:
        """Offer a suggestion of the program no longer."""
        self._tell("ẩn một gợi ý", lambda d: with_hidden(d, offer.id))
        self.notice.emit(f"Đã ẩn gợi ý “{short(offer)}”. Bấm Ctrl+Z để lấy lại.")

    def unhide(self, offer: Offer) -> None:
        """Offer it again."""
        self._tell("hiện lại một gợi ý", lambda d: without_hidden(d, offer.id))
        self.notice.emit(f"Gợi ý “{short(offer)}” lại có trong danh sách.")

    def unhide_all(self) -> None:
        """Offer all again."""
        self._tell("bỏ ẩn các gợi ý", with_all_shown)
        self.notice.emit("Các gợi ý đã ẩn lại có trong danh sách.")

    def _tell(self, label: str, change: Callable[[Dossier], Dossier]) -> None:
        self.edited.emit(label, change)


def short(offer: Offer) -> str:
    """The beginning of a suggestion, to name it in a message."""
    title = offer.text.split("\n")[0]
    return title if len(title) <= 40 else f"{title[:38].rstrip()}…"
