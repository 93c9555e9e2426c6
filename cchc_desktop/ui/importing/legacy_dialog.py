"""Text in an old encoding: what it is now and what it would become, side by side, before anything is converted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.legacy_text import LegacyEncoding, convert, guess_encoding
from cchc_desktop.paper.source import SourceDocument
from cchc_desktop.ui.help_place import offer_help_over
from cchc_desktop.ui.labels import hint_label

_SHOWN = 30


def old_encoding(source: SourceDocument) -> LegacyEncoding | None:
    """The old encoding the letters of a paper are probably in; None when there is nothing to ask.

    Marks behind their letters are no question: they have been put together when the text was read.
    """
    guess = guess_encoding(line.text.plain for line in source.lines)
    return None if guess is None or guess.encoding is LegacyEncoding.DECOMPOSED else guess.encoding


def pairs(source: SourceDocument, encoding: LegacyEncoding) -> Sequence[tuple[str, str]]:
    """The first lines that would change, before and after."""
    found = ((line.text.plain, convert(line.text.plain, encoding)) for line in source.lines)
    changing = [(before, after) for before, after in found if before != after]
    return changing[:_SHOWN]


class LegacyDialog(QDialog):
    """Asks whether to convert; leaving it without an answer gives the reading up."""

    def __init__(
        self, source: SourceDocument, encoding: LegacyEncoding, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chữ viết bằng bảng mã cũ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_help_over(self, "nhap-ke-hoach#bang-ma")
        title = QLabel(f"Chữ trong “{source.name}” có vẻ được gõ bằng bảng mã {encoding.value} cũ")
        title.setObjectName("cardTitle")
        title.setWordWrap(True)
        self.table = _table(pairs(source, encoding))
        buttons = QDialogButtonBox()
        self.convert = QPushButton("Chuyển sang Unicode")
        self.keep = QPushButton("Giữ nguyên")
        self.convert.setDefault(True)
        self.keep.setAutoDefault(False)
        buttons.addButton(self.convert, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(
            hint_label("So vài dòng dưới đây: cột bên phải đọc được thì nên chuyển. Tệp cũ không bị sửa.")
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(820, 440)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        source: SourceDocument,
        encoding: LegacyEncoding,
        converted: Callable[[], object],
        kept: Callable[[], object],
    ) -> LegacyDialog:
        """Open it; one of the two is called with the answer."""
        dialog = cls(source, encoding, parent)
        dialog.accepted.connect(converted)
        dialog.convert.clicked.connect(dialog.accept)
        dialog.keep.clicked.connect(dialog.reject)
        dialog.keep.clicked.connect(lambda _checked=False: kept())
        dialog.open()
        return dialog


def _table(shown: Sequence[tuple[str, str]]) -> QTableWidget:
    table = QTableWidget(len(shown), 2)
    table.setObjectName("changes")
    table.setAccessibleName("Trước và sau khi chuyển")
    table.setHorizontalHeaderLabels(["Như trong tệp", "Sau khi chuyển"])
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionsClickable(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    for row, texts in enumerate(shown):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
