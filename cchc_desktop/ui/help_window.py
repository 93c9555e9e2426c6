"""Help in Vietnamese, without a network, opened at the place in question."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.places import resources_dir
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit

# File name and title of every page, in the order of the contents at the left.
PAGES: tuple[tuple[str, str], ...] = (
    ("bat-dau", "Bắt đầu"),
    ("cua-so", "Cửa sổ làm việc"),
    ("buoc-1", "Bước 1. Thông tin chung"),
    ("buoc-2", "Bước 2. Căn cứ"),
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
    ("xuat-tep", "Tệp Word, Excel, PDF"),
    ("an-toan", "Tệp hồ sơ và an toàn dữ liệu"),
    ("phim-tat", "Các phím tắt"),
)


class HelpWindow(QDialog):
    """Contents at the left, the page at the right; stays open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Hướng dẫn")
        self.contents = QListWidget()
        self.contents.setAccessibleName("Các trang hướng dẫn")
        for _name, title in PAGES:
            item = QListWidgetItem(title)
            item.setToolTip(title)
            self.contents.addItem(item)
        self.contents.setMaximumWidth(260)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Trang hướng dẫn")
        self.browser.setSearchPaths([str(resources_dir() / "help")])
        self.browser.setOpenExternalLinks(False)
        self.contents.currentRowChanged.connect(self._chosen)
        self.browser.sourceChanged.connect(self._followed)
        row = QHBoxLayout()
        row.addWidget(self.contents, 1)
        row.addWidget(self.browser, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(row)
        fit(self, 860, 560)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def show_page(self, name: str) -> None:
        """Open at a page."""
        names = [one for one, _title in PAGES]
        self.contents.setCurrentRow(names.index(name))
        self.show()
        self.contents.doItemsLayout()  # measured before the style sheet reached it, lines would overlap
        self.raise_()
        self.activateWindow()

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._open(PAGES[row][0])

    def _open(self, name: str) -> None:
        wanted = QUrl.fromLocalFile(str(resources_dir() / "help" / f"{name}.html"))
        if self.browser.source() != wanted:
            self.browser.setSource(wanted)

    def _followed(self, url: QUrl) -> None:
        name = url.fileName().removesuffix(".html")
        names = [one for one, _title in PAGES]
        if name in names:
            self.contents.setCurrentRow(names.index(name))

    def _dress(self) -> None:
        colours = self._desk.theme.colours
        self.browser.document().setDefaultStyleSheet(
            f"h1 {{ color: {colours.accent}; font-size: large; }} h2 {{ font-size: medium; }}"
            f"a {{ color: {colours.accent}; }} td, th {{ padding: 3px 12px 3px 0; }}"
        )
        self.browser.reload()
