"""The panel “Gợi ý nội dung”: a bar that opens, a search, and the suggestions for the place of the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.library_search import Offer, found, present_texts
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.help_place import name_help
from cchc_desktop.ui.library.head import PanelHead
from cchc_desktop.ui.library.list_view import OfferList
from cchc_desktop.ui.library.model import OfferModel
from cchc_desktop.ui.library.offer_commands import OfferCommands

OPEN_SETTING = "goi-y-mo"
_SOON_MS = 150
_NO_PLACE = LibraryPlace(())


class LibraryPanel(QFrame):
    """Shows suggestions and tells what is wanted; it changes nothing itself. Its list is made when first opened."""

    wanted = Signal(object)
    """A suggestion (an Offer) is to be put in at the cursor."""
    wanted_again = Signal(object)
    """So it is even where the plan has it already."""
    dossier_edited = Signal(str, object, object)
    keep_wanted = Signal()
    """What is selected in the editor is to become a suggestion."""
    notice = Signal(str)
    left = Signal()
    toggled = Signal(bool)

    def __init__(self, desk: Desk, place: Callable[[], LibraryPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPanel")
        name_help(self, "goi-y")
        self._desk = desk
        self._ask_place = place
        self._place = _NO_PLACE
        self._dossier: Dossier | None = None
        self._plan: Plan | None = None
        self._read_only = False
        self._shows_hidden = False
        self.list: OfferList | None = None
        self.model = OfferModel(self)
        self._commands = OfferCommands(desk, self)
        self._commands.edited.connect(self._edit)
        self._commands.notice.connect(self.notice)
        self._in_order_of: frozenset[str] | None = None
        self.head = PanelHead(desk)
        self.bar, self.search = self.head.bar, self.head.search
        self.filter, self.more = self.head.filter, self.head.more
        self.bar.toggled.connect(self._show_open)
        self.search.textChanged.connect(self._searched)
        self.search.installEventFilter(self)
        self.filter.currentIndexChanged.connect(self._searched)
        self.filter.installEventFilter(self)
        self.more.clicked.connect(lambda: self._popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self._near = QLabel("Gần đúng (không câu nào có đủ các chữ)")
        self._near.setObjectName("muted")
        self._near.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self._near)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._body: QStackedWidget | None = None
        self._show_open(False)

    # --- what it shows

    @property
    def is_open(self) -> bool:
        """Whether the suggestions are shown."""
        return self.bar.isChecked()

    def show_for(self, dossier: Dossier, plan: Plan, *, read_only: bool) -> None:
        """Offer what suits this plan; the marks follow soon after."""
        self._dossier, self._plan, self._read_only = dossier, plan, read_only
        self.model.can_drag = not read_only
        self._follow()

    def place_changed(self) -> None:
        """The cursor in the editor has moved."""
        self._follow()

    def restore(self) -> None:
        """Open or closed, as it was last left on any page."""
        self.bar.setChecked(str(self._desk.settings.value(OPEN_SETTING, "0")) == "1")
        self._follow()

    def _follow(self) -> None:
        if self.is_open and self.isVisible():
            self._soon.start()

    def refresh(self) -> None:
        """Bring the list up to date now."""
        self._soon.stop()
        dossier, plan = self._dossier, self._plan
        if dossier is None or plan is None or self.list is None:
            return
        # While somebody chooses in the list, what is put in must not turn it over under their hands.
        if not self.has_focus() or not self._place.kinds:
            self._place = self._ask_place()
            self._in_order_of = None
        offers = self._desk.shelf.offers(dossier, plan.period.first_year)
        profile = dossier.office_profile
        self.filter.offer(offers, self._place, profile)
        self._fill(self.list, offers, dossier, plan)

    def _fill(self, shown_in: OfferList, offers: tuple[Offer, ...], dossier: Dossier, plan: Plan) -> None:
        kept, row = shown_in.current, shown_in.currentIndex().row()
        present = present_texts(plan)
        if self._in_order_of is None:
            self._in_order_of = present
        shown = found(
            offers,
            self._place,
            self.search.text(),
            self.filter.wanted,
            hidden=self._shows_hidden,
            present=self._in_order_of,
        )
        self.model.show(shown, present, dossier.office_profile, several_kinds=len(self._place.kinds) > 1)
        if kept is not None and shown_in.current is None:
            at = self.model.row_of(kept.id)
            shown_in.choose(row if at < 0 else at)
        self._show_count(offers)

    def _show_count(self, offers: tuple[Offer, ...]) -> None:
        count = len(self.model.offers)
        self.head.show_state(opened=True, count=count)
        self._near.setVisible(self.is_open and count > 0 and self.model.offers[0].is_near)
        if self._body is not None:
            self._body.setCurrentIndex(0 if count else 1)
        if not count:
            self._empty.setText(self._why_empty(offers))

    def _why_empty(self, offers: tuple[Offer, ...]) -> str:
        words = self.search.text().strip()
        if self._desk.shelf.fault:
            return self._desk.shelf.fault
        if words and self.filter.currentIndex() > 0:
            return (
                f"Không có gợi ý nào có chữ “{words}” trong “{self.filter.currentText()}”. "
                "Hãy chọn “Tất cả” hoặc bớt chữ cần tìm."
            )
        if words:
            return f"Không có gợi ý nào có chữ “{words}”. Hãy bớt chữ, hoặc tìm bằng từ khác."
        hidden = any(one.is_hidden and one.entry.kind in self._place.kinds for one in offers)
        if hidden:
            return "Mọi gợi ý cho mục này đang ẩn. Bấm nút ba chấm ở trên rồi chọn “Hiện cả gợi ý đã ẩn”."
        return "Chưa có gợi ý cho mục này. Anh, chị chọn một đoạn đã viết rồi bấm Ctrl+Shift+G để lưu thành gợi ý."

    def _searched(self) -> None:
        if self.list is None or self._dossier is None or self._plan is None:
            return
        offers = self._desk.shelf.offers(self._dossier, self._plan.period.first_year)
        self._in_order_of = None
        self._fill(self.list, offers, self._dossier, self._plan)
        self.list.scrollToTop()
        self.list.choose(self.model.first_new())

    # --- opening, closing, moving about

    def _show_open(self, opened: bool) -> None:  # Qt's own signature
        if opened and self.list is None:
            self._build_list()
        self.head.show_state(opened=opened, count=len(self.model.offers))
        if self._body is not None:
            self._body.setVisible(opened)
        if not opened:
            self._near.hide()
            self.setMaximumHeight(self.bar.sizeHint().height() + 2)
        else:
            self.setMaximumHeight(16_777_215)
            self._place = _NO_PLACE
            self.refresh()
        if self._body is not None:
            self._desk.settings.setValue(OPEN_SETTING, "1" if opened else "0")
        self.toggled.emit(opened)

    def _build_list(self) -> None:
        self.list = OfferList(self.model, self._desk.theme)
        self.list.setMinimumHeight(40)
        self.list.wanted.connect(self._want)
        self.list.wanted_again.connect(partial(self._want, again=True))
        self.list.change_wanted.connect(self._change)
        self.list.remove_wanted.connect(self._remove_or_hide)
        self.list.menu_wanted.connect(self._popup)
        self.list.search_wanted.connect(self._back_to_search)
        self.list.installEventFilter(self)
        self._empty = QLabel()
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(10)
        self._body = QStackedWidget()
        self._body.setMinimumHeight(40)
        self._body.addWidget(self.list)
        self._body.addWidget(self._empty)
        self._layout.addWidget(self._body, 1)
        QWidget.setTabOrder(self.more, self.list)

    def height_for(self, count: int) -> int:
        """How high the panel has to be for so many suggestions of two lines."""
        line = self.fontMetrics().lineSpacing()
        return self.head.sizeHint().height() + 8 + count * (3 * line + 8)

    def has_focus(self) -> bool:
        """Whether the cursor is in the panel."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def enter(self) -> None:
        """The key of the panel: open and search; in the panel itself: search anew.

        It never goes back to the text: what is typed next would land there.
        """
        self.refresh()
        self.bar.setChecked(True)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        if self.list is not None and (self.list.current is None or self.model.has(self.list.current)):
            self.list.choose(self.model.first_new())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the search into the list, Enter puts the first in, Esc back to the editor."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list is not None:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self.search and key == Qt.Key.Key_Down:
                self.list.choose(max(0, self.list.currentIndex().row()))
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.current is not None:
                    again = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                    self._want(self.list.current, again=again)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _back_to_search(self, typed: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.search.end(False)
            self.search.insert(typed)

    # --- what is asked for

    def _want(self, offer: Offer, *, again: bool = False) -> None:
        if self._read_only:
            self.notice.emit("Hồ sơ đang mở để xem nên không chèn được.")
        elif again:
            self.wanted_again.emit(offer)
        else:
            self.wanted.emit(offer)

    def offer(self, key: str) -> Offer | None:
        """The suggestion with a key, filled for the plan."""
        if self._dossier is None or self._plan is None:
            return None
        offers = self._desk.shelf.offers(self._dossier, self._plan.period.first_year)
        return next((one for one in offers if one.id == key), None)

    def made_menu(self) -> QMenu:
        """The commands for the suggestion with the cursor, and for the list."""
        menu = QMenu(self)
        offer = None if self.list is None else self.list.current
        writable = not self._read_only
        own = offer is not None and offer.entry.is_own
        has = offer is not None and self.model.has(offer)
        name = "Đến chỗ đã có câu này\tEnter" if has else "Chèn\tEnter"
        self._entry(menu, name, offer is not None and writable, partial(self._do, self._want))
        if has:
            again = partial(self._want, again=True)
            self._entry(menu, "Vẫn chèn thêm lần nữa\tCtrl+Enter", writable, partial(self._do, again))
        self._entry(menu, "Chép\tCtrl+C", offer is not None, self._copy)
        menu.addSeparator()
        self._entry(menu, "Lưu chỗ đang chọn thành gợi ý…\tCtrl+Shift+G", writable, self.keep_wanted.emit)
        self._entry(menu, "Sửa gợi ý…\tF2", offer is not None and writable, partial(self._do, self._change))
        if offer is not None and offer.is_hidden:
            self._entry(menu, "Hiện lại gợi ý này", writable, partial(self._do, self._commands.unhide))
        elif not own:
            self._entry(
                menu,
                "Ẩn gợi ý này\tDel",
                offer is not None and writable,
                partial(self._do, self._commands.hide),
            )
        if own:
            self._entry(
                menu, "Xóa gợi ý của cơ quan\tDel", writable, partial(self._do, self._commands.remove)
            )
        menu.addSeparator()
        if self.head.is_narrow:
            self.filter.add_to(menu)
        shown = menu.addAction("Hiện cả gợi ý đã ẩn")
        shown.setCheckable(True)
        shown.setChecked(self._shows_hidden)
        shown.triggered.connect(self.show_hidden)
        any_hidden = self._dossier is not None and bool(self._dossier.hidden)
        self._entry(menu, "Bỏ ẩn tất cả", writable and any_hidden, self._commands.unhide_all)
        return menu

    def _do(self, act: Callable[[Offer], object]) -> None:
        offer = None if self.list is None else self.list.current
        if offer is not None:
            act(offer)

    def _copy(self) -> None:
        if self.list is not None:
            self.list.copy()

    def _entry(self, menu: QMenu, text: str, enabled: bool, act: Callable[[], object]) -> None:
        action = menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: act())

    def _popup(self, where: QPoint) -> None:
        menu = self.made_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def show_hidden(self, shown: bool) -> None:
        """Offer hidden suggestions too, marked, or not."""
        self._shows_hidden = shown
        self.refresh()

    def _change(self, offer: Offer) -> None:
        if self._may_edit() and self._dossier is not None and self._plan is not None:
            self._commands.change(offer, self._dossier, self._plan)

    def _remove_or_hide(self, offer: Offer) -> None:
        if self._may_edit():
            self._commands.remove_or_hide(offer)

    def _may_edit(self) -> bool:
        if self._read_only:
            self.notice.emit("Hồ sơ đang mở để xem nên không sửa được.")
        return not self._read_only

    def _edit(self, label: str, change: object) -> None:
        self.dossier_edited.emit(label, change, None)
        self.refresh()
