"""Help in Vietnamese, without a network, opened at the place in question."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.places import resources_dir
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_browser import HelpBrowser
from cchc_desktop.ui.help_hits import HelpHits
from cchc_desktop.ui.help_search import HelpHit, HelpText, read_pages, search, words_of

# File name and title of every page, in the order of the contents at the left.
PAGES: tuple[tuple[str, str], ...] = (
    ("bat-dau", "Bắt đầu"),
    ("cua-so", "Cửa sổ làm việc"),
    ("co-quan", "Thông tin cơ quan"),
    ("nhap-ke-hoach", "Nhập kế hoạch cũ"),
    ("buoc-1", "Bước 1. Thông tin chung"),
    ("buoc-2", "Bước 2. Căn cứ"),
    ("can-cu", "Danh mục căn cứ"),
    ("buoc-3", "Bước 3. Mục đích, yêu cầu"),
    ("buoc-4", "Bước 4. Mục tiêu cụ thể"),
    ("buoc-5", "Bước 5. Nội dung tuyên truyền"),
    ("buoc-6", "Bước 6. Hình thức tuyên truyền"),
    ("buoc-7", "Bước 7. Nhiệm vụ"),
    ("buoc-8", "Bước 8. Kinh phí"),
    ("buoc-9", "Bước 9. Tổ chức thực hiện"),
    ("buoc-10", "Bước 10. Nơi nhận, ký"),
    ("buoc-11", "Bước 11. Kiểm tra, xuất"),
    ("soan-muc", "Soạn một mục"),
    ("goi-y", "Gợi ý nội dung"),
    ("xuat-tep", "Tệp Word, Excel, PDF"),
    ("the-thuc", "Thể thức văn bản"),
    ("an-toan", "Tệp hồ sơ và an toàn dữ liệu"),
    ("ban-giao", "Bàn giao"),
    ("bao-loi", "Khi có thông báo"),
    ("cau-hoi", "Câu hỏi thường gặp"),
    ("cai-dat", "Cài đặt chương trình"),
    ("phim-tat", "Các phím tắt"),
)

_FOLDER = "help"
_SOON_MS = 200  # from the last key of a search to its first hit on the page


class HelpWindow(QDialog):
    """Contents or what was found at the left, the page at the right; stays open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hits: tuple[HelpHit, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.open_hit)
        self.setWindowTitle("Hướng dẫn")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.query = _Query()
        self.contents = QListWidget()
        self.contents.setAccessibleName("Các trang hướng dẫn")
        for _name, title in PAGES:
            item = QListWidgetItem(title)
            item.setToolTip(title)
            self.contents.addItem(item)
        self.found = HelpHits()
        self.browser = HelpBrowser(desk.theme.colours)
        self.browser.setSearchPaths([str(resources_dir() / _FOLDER)])
        self._lay_out()
        self._connect()
        fit(self, 980, 640)
        self._dress()

    def _lay_out(self) -> None:
        left, right = self._left(), self._right()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("calm")
        halves.setHandleWidth(8)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        left.setMinimumWidth(160)
        room = self.fontMetrics().horizontalAdvance("M") * 22
        halves.setSizes([room, 980 - room])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(halves)

    def _left(self) -> QWidget:
        self._nothing = QLabel()
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(8, 8, 8, 8)
        self._side = QStackedWidget()
        for widget in (self.contents, self.found, self._nothing):
            self._side.addWidget(widget)
        return _column(self.query, self._side)

    def _right(self) -> QWidget:
        self.back = self._button("Trang trước", "back", "Về trang vừa xem (Alt+←)")
        self.forward = self._button("Trang sau", "next", "Sang trang đã xem sau đó (Alt+→)")
        ways = QHBoxLayout()
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(8)
        ways.addWidget(self.back)
        ways.addWidget(self.forward)
        ways.addStretch(1)
        for text, name, key, steps in (
            ("−", "Chữ nhỏ hơn", "Ctrl+−", -1),
            ("+", "Chữ to hơn", "Ctrl++", 1),
        ):
            button = self._button(text, "", f"{name} ({key}, hoặc Ctrl và lăn chuột)")
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, by=steps: self.browser.change_zoom(by))
            ways.addWidget(button)
        top = QWidget()
        top.setLayout(ways)
        return _column(top, self.browser)

    def _button(self, text: str, icon: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        if icon:
            self._desk.icons.put_on(button, icon)
        return button

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._chosen)
        self.found.itemClicked.connect(lambda _item: self.open_hit())
        self.found.itemActivated.connect(lambda _item: self.open_hit())
        self.query.textChanged.connect(self._search)
        self.query.walked.connect(self._walk)
        self.query.returnPressed.connect(self.open_hit)
        self.browser.sourceChanged.connect(self._followed)
        self.browser.historyChanged.connect(self._show_ways)
        self.back.clicked.connect(self.browser.backward)
        self.forward.clicked.connect(self.browser.forward)
        for key, act in (
            ("Alt+Left", self.browser.backward),
            ("Alt+Right", self.browser.forward),
            ("Ctrl+=", lambda: self.browser.change_zoom(1)),
            ("Ctrl++", lambda: self.browser.change_zoom(1)),
            ("Ctrl+-", lambda: self.browser.change_zoom(-1)),
            ("Ctrl+0", lambda: self.browser.change_zoom(0)),
            ("Ctrl+F", self._to_query),
            ("F1", lambda: self.show_page(PAGES[0][0])),
        ):
            QShortcut(QKeySequence(key), self, act)
        self._desk.theme.changed.connect(self._dress)
        self._show_ways()

    def show_page(self, place: str) -> None:
        """Open at a page, or at a place in it: "buoc-7" or "buoc-7#thoi-gian"."""
        name, _, anchor = place.partition("#")
        names = [one for one, _title in PAGES]
        self.query.clear()
        self._open(name, anchor)
        self.contents.setCurrentRow(names.index(name))
        self.show()
        self.contents.doItemsLayout()  # measured before the style sheet reached it, lines would overlap
        self.browser.scrollToAnchor(anchor)
        self.browser.setFocus()
        self.raise_()
        self.activateWindow()

    def open_hit(self) -> None:
        """Open the hit that is marked in the list, where its words stand."""
        self._soon.stop()
        row = max(self.found.currentRow(), 0)
        if row < len(self._hits):
            text = self._hits[row].text
            self._open(text.page, text.anchor)
            self.browser.go_to_text(text.text, words_of(self.query.text()))

    @cached_property
    def _texts(self) -> tuple[HelpText, ...]:
        return read_pages(resources_dir() / _FOLDER, PAGES)

    def _search(self, query: str) -> None:
        if not words_of(query):
            self._hits = ()
            self._soon.stop()
            self.browser.mark(())
            self._side.setCurrentWidget(self.contents)
            return
        self._hits = search(self._texts, query)
        self.found.show_hits(self._hits)
        self._nothing.setText(f"Không thấy “{query.strip()}” trong hướng dẫn. Thử ít chữ hơn, hoặc chữ khác.")
        self._side.setCurrentWidget(self.found if self._hits else self._nothing)
        self._soon.start()

    def _walk(self, step: int) -> None:
        if self._hits:
            self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), len(self._hits) - 1))
            self._soon.start()

    def _to_query(self) -> None:
        self.query.setFocus()
        self.query.selectAll()

    def _chosen(self, row: int) -> None:
        # Following a link moves the contents along: the page is there already.
        if row >= 0 and PAGES[row][0] != self._shown:
            self._open(PAGES[row][0])

    @property
    def _shown(self) -> str:
        return self.browser.place.partition("#")[0]

    def _open(self, name: str, anchor: str = "") -> None:
        wanted = QUrl.fromLocalFile(str(resources_dir() / _FOLDER / f"{name}.html"))
        if anchor:
            wanted.setFragment(anchor)
        self.browser.open_page(wanted)

    def _followed(self, url: QUrl) -> None:
        name = url.fileName().removesuffix(".html")
        names = [one for one, _title in PAGES]
        if name in names:
            self.contents.setCurrentRow(names.index(name))
        self.browser.mark(words_of(self.query.text()))

    def _show_ways(self) -> None:
        self.back.setEnabled(self.browser.isBackwardAvailable())
        self.forward.setEnabled(self.browser.isForwardAvailable())

    def _dress(self) -> None:
        self.browser.dress(self._desk.theme.colours)


def _column(above: QWidget, below: QWidget) -> QWidget:
    """One above the other, which takes the room."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(above)
    layout.addWidget(below, 1)
    return whole


class _Query(QLineEdit):
    """The field to search in; arrows walk through what was found, Esc empties it before it closes the window."""

    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Tìm trong hướng dẫn (Ctrl+F)")
        self.setAccessibleName("Tìm trong hướng dẫn")
        self.setToolTip("Gõ vài chữ, có dấu hay không dấu; ↑, ↓ chọn, Enter mở")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
