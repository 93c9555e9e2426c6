"""What a file of updates would add, change and leave, before it is taken in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from cchc_desktop.authoring.basis_state import name_of
from cchc_desktop.authoring.basis_updates import UpdatePreview
from cchc_desktop.domain.dates import short_date
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label


class BasisUpdateDialog(QDialog):
    """``take`` is called when the person wants it."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        preview: UpdatePreview,
        take: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhập tệp cập nhật")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_help(self, desk, "can-cu#cap-nhat")
        self.list = QListWidget()
        self.list.setAccessibleName("Thay đổi trong danh mục căn cứ")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for word, documents in (
            ("Thêm", preview.added),
            ("Sửa", preview.changed),
            ("Giữ nguyên", preview.kept),
        ):
            for one in documents:
                self.list.addItem(f"{word}: {name_of(one)} – {one.citation.title}")
        buttons = QDialogButtonBox()
        self.take_button = buttons.addButton("Nhập vào danh mục", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        self.take_button.setEnabled(bool(preview.added or preview.changed))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(take)
        self.summary = QLabel(
            f"Tệp “{name}”, công bố ngày {short_date(preview.published)}: "
            f"thêm {len(preview.added)}, sửa {len(preview.changed)}, giữ nguyên {len(preview.kept)} văn bản."
        )
        self.summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addWidget(
            hint_label(
                "Văn bản do cơ quan tự thêm không bao giờ bị ghi đè. Căn cứ đã có trong kế hoạch không tự đổi; "
                "căn cứ nào hết hiệu lực thì chương trình báo ở trang Căn cứ. Hoàn tác được bằng Ctrl+Z."
            )
        )
        layout.addWidget(buttons)
        fit(self, 620, 420)
