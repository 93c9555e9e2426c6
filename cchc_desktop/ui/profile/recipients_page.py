"""The page of the usual recipients: what every new plan lists under "Nơi nhận"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.authoring.list_edits import lines_of, parse_recipient
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Recipient
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import scrolled
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.profile.page import ProfilePage, card
from cchc_desktop.ui.recipients_editor import RecipientsEditor


class RecipientsPage(ProfilePage):
    """Lines with a note in brackets, as on the page of a plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        frame, layout = card(
            "Nơi nhận thường dùng",
            "Mỗi nơi một dòng, ghi chú đặt trong ngoặc: “UBND tỉnh (để b/c)”. Kế hoạch mới lấy danh sách này; kế hoạch "
            "đang soạn lấy ở bước 10, nút “Lấy nơi nhận thường dùng”.",
        )
        self.editor = RecipientsEditor(desk)
        self.editor.edited.connect(self._edit_names)
        self.editor.pasted.connect(self._paste)
        self.editor.left.connect(self.field_left)
        self._nothing = hint_label("Chưa có nơi nhận nào. Bấm “Thêm nơi nhận”, hoặc dán từ Word.")
        layout.addWidget(self._nothing)
        layout.addWidget(self.editor)
        column = QVBoxLayout()
        column.addWidget(frame)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(scrolled(column))

    def show_dossier(self, dossier: Dossier) -> None:
        super().show_dossier(dossier)
        names = dossier.office_profile.recipients
        self.editor.show_names(names)
        self._nothing.setVisible(not names)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.editor.set_read_only(read_only)

    def _edit_names(
        self,
        label: str,
        change: Callable[[tuple[Recipient, ...]], tuple[Recipient, ...]],
        merge: object = None,
    ) -> None:
        if label.startswith("xóa"):
            self.notice.emit("Đã xóa một nơi nhận. Bấm Ctrl+Z để lấy lại.")
        key = None if merge is None else ("profile", merge)
        self.edit(
            f"{label} thường dùng",
            lambda profile: replace(profile, recipients=change(profile.recipients)),
            key,
        )

    def _paste(self, at: int, text: str) -> None:
        """A line each; "Nơi nhận:" is left out, and "Lưu: VT, …" is the usual archive line."""
        lines = [line for line in lines_of(text) if line.rstrip(":").lower() != "nơi nhận"]
        archives = [line[4:].strip() for line in lines if line.lower().startswith("lưu:")]
        added = tuple(parse_recipient(line) for line in lines if not line.lower().startswith("lưu:"))
        if not added:
            self.notice.emit("Không có nơi nhận nào trong bộ nhớ tạm để dán.")
            return

        def change(now: OfficeProfile) -> OfficeProfile:
            names = (*now.recipients[:at], *added, *now.recipients[at:])
            return replace(now, recipients=names, archive=archives[-1] if archives else now.archive)

        self.edit("dán các nơi nhận thường dùng", change)
        kept = " và dòng “Lưu”" if archives else ""
        self.notice.emit(f"Đã thêm {len(added)} nơi nhận{kept}. Bấm Ctrl+Z để bỏ.")
