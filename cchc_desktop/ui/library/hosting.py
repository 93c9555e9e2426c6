"""How a page offers the library: the panel under its editor, and what is put in where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from cchc_desktop.authoring.library_edits import with_entry_added
from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.library_search import Offer, present_source
from cchc_desktop.authoring.place_words import place_words
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import Words, words_for
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.task import Task
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.library.drops import EntryDrops
from cchc_desktop.ui.library_panel import LibraryPanel

INSERT = "chèn gợi ý"
_SIZES = "goi-y-cao"
_ROOMY_LINES = 30  # of text: a page that is lower has no room for its title beside editor and list
_SHOWN = 3  # suggestions in sight when the panel is first opened


@dataclass(frozen=True, slots=True)
class Selected:
    """What is selected in an editor, to become a suggestion of one of these kinds."""

    kinds: tuple[EntryKind, ...]
    content: Outline | Task
    area: Area | None = None
    agency: Function | None = None


@dataclass(frozen=True, slots=True)
class LibraryHost:
    """What a page does for its panel: say the place, put a suggestion in, hand over the selection, take the cursor.

    ``show``: bring the thing with a key into sight, the focus staying in the panel; whether it stands on this page.
    """

    place: Callable[[], LibraryPlace]
    insert: Callable[[Offer, Words], None]
    selected: Callable[[], tuple[Selected, ...]]
    enter: Callable[[], object]
    show: Callable[[str], bool]


class PageLibrary(QObject):
    """The panel of one page, below its editor in a splitter."""

    place_wanted = Signal(str)
    """A place on another page is to be shown."""

    def __init__(self, desk: Desk, host: LibraryHost, editor: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._host = host
        self._page = page
        self._head: QWidget | None = None
        self._dossier: Dossier | None = None
        self._plan: Plan | None = None
        self._read_only = False
        self.panel = LibraryPanel(desk, host.place)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("calm")
        self.splitter.setHandleWidth(6)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setAccessibleName("Vạch chia chỗ viết và gợi ý")
        self.splitter.addWidget(editor)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.splitterMoved.connect(self._keep_sizes)
        self.panel.wanted.connect(self._insert)
        self.panel.wanted_again.connect(self._insert_again)
        self.panel.left.connect(host.enter)
        self.panel.toggled.connect(self._share)
        self._drops: list[EntryDrops] = []

    def hide_when_low(self, head: QWidget) -> None:
        """Let this give its room to editor and list where the window is too low for all three."""
        self._head = head
        self._page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another height."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._show_head()
        return super().eventFilter(watched, event)

    def _show_head(self) -> None:
        if self._head is not None:
            low = self._page.height() < _ROOMY_LINES * self._page.fontMetrics().lineSpacing()
            self._head.setVisible(not (low and self.panel.is_open))

    def take_drops(
        self,
        target: QWidget,
        put: Callable[[Offer, Words, QPoint], None],
        edge: Callable[[QPoint], int] | None = None,
    ) -> None:
        """Let suggestions be dropped on a widget; ``put`` gets the suggestion and the point in the widget.

        ``edge``: below which height it would stand there.
        """
        drops = EntryDrops(target, edge)
        self._drops.append(drops)

        def dropped(key: str, point: QPoint) -> None:
            offer = self.panel.offer(key)
            words = self._words()
            if offer is None or words is None or self._read_only or self._show_present(offer):
                return
            put(offer, words, point)

        drops.dropped.connect(dropped)

    def show_for(self, dossier: Dossier | None, plan: Plan | None, *, read_only: bool) -> None:
        """Whose plan it is; called again after every edit."""
        self._dossier, self._plan, self._read_only = dossier, plan, read_only
        for drops in self._drops:
            drops.is_open = not read_only
        if dossier is not None and plan is not None:
            self.panel.show_for(dossier, plan, read_only=read_only)

    def _words(self) -> Words | None:
        if self._dossier is None or self._plan is None:
            return None
        return words_for(self._dossier.office, self._dossier.office_profile, self._plan.period.first_year)

    def _insert(self, offer: Offer) -> None:
        if not self._show_present(offer):
            self._insert_again(offer)

    def _show_present(self, offer: Offer) -> bool:
        """Where the plan has a suggestion already, go there and say so; whether it has."""
        plan = self._plan
        source = "" if plan is None else present_source(offer, plan)
        if plan is None or not source:
            return False
        where = place_words(plan, source, "").removesuffix(", nội dung") or "Nơi nhận"
        if not self._host.show(source):
            self.place_wanted.emit(source)
        what = "Nhiệm vụ này" if offer.task is not None else "Câu này"
        self.panel.notice.emit(
            f"{what} đã có ở {where[:1].lower() + where[1:]}; giữ Ctrl khi bấm Enter để vẫn thêm."
        )
        return True

    def _insert_again(self, offer: Offer) -> None:
        words = self._words()
        if words is not None:
            self._host.insert(offer, words)
            self.panel.refresh()

    def keep_selected(self) -> None:
        """Ask how what is selected becomes a suggestion, and keep it."""
        if self._read_only or self._dossier is None or self._plan is None:
            return
        selected = self._host.selected()
        if not selected:
            self.panel.notice.emit(
                "Chưa có chữ nào được chọn. Hãy đặt con trỏ vào dòng muốn lưu thành gợi ý."
            )
            return
        if len(selected) > 1:
            self._keep_many(selected, self._dossier, self._plan)
            return
        from cchc_desktop.ui.library.entry_dialog import EntryDialog

        EntryDialog.ask_new(self.panel, self._desk, self._dossier, self._plan, selected[0], self._keep)

    def _keep(self, *entries: LibraryEntry) -> None:
        def change(dossier: Dossier) -> Dossier:
            for entry in entries:
                dossier = with_entry_added(dossier, entry)
            return dossier

        self.panel.dossier_edited.emit("lưu gợi ý của cơ quan", change, None)
        count = "gợi ý" if len(entries) == 1 else f"{len(entries)} gợi ý"
        self.panel.notice.emit(f"Đã lưu {count} của cơ quan. Bấm Ctrl+Z để bỏ.")
        self.panel.refresh()

    def _keep_many(self, selected: tuple[Selected, ...], dossier: Dossier, plan: Plan) -> None:
        """Several tasks at once are kept as they are, made to follow the year and the names."""
        from cchc_desktop.authoring.own_entries import Follower, as_entry

        follower = Follower(dossier.office, dossier.office_profile, plan.period.first_year)
        self._keep(*(as_entry(one.kinds[0], one.content, follower, area=one.area) for one in selected))

    def _share(self, opened: bool) -> None:
        self._show_head()
        if not opened:
            return
        kept = str(self._desk.settings.value(_SIZES, ""))
        if kept and self.splitter.restoreState(QByteArray.fromBase64(kept.encode())):
            return
        height = max(self.splitter.height(), 100)
        wanted = min(self.panel.height_for(_SHOWN), height * 45 // 100)
        self.splitter.setSizes([height - wanted, wanted])

    def _keep_sizes(self) -> None:
        if self.panel.is_open:
            state = bytes(self.splitter.saveState().toBase64().data()).decode()
            self._desk.settings.setValue(_SIZES, state)
