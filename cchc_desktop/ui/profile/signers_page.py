"""The page of the signers: name, title, in what capacity; the first is the usual one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.plan_edits import changed, index_of, moved, without
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.profile import Signer
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import scrolled
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.profile.page import ProfilePage, card
from cchc_desktop.ui.profile.signer_row import SignerRow

Signers = tuple[Signer, ...]


class SignersPage(ProfilePage):
    """A row each; Alt+↑↓ moves."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        frame, layout = card(
            "Người ký",
            "Người ở dòng đầu là người thường ký: kế hoạch mới lấy theo. Họ tên có thể để trống khi chưa rõ ai ký.",
        )
        self._nothing = hint_label("Chưa có người ký nào. Bấm “Thêm người ký”.")
        self.rows: dict[str, SignerRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._add = QPushButton("Thêm người ký")
        desk.icons.put_on(self._add, "add")
        self._add.clicked.connect(self.add)
        layout.addWidget(self._nothing)
        layout.addLayout(self._list)
        bottom = QHBoxLayout()
        bottom.addWidget(self._add)
        bottom.addStretch(1)
        layout.addLayout(bottom)
        column = QVBoxLayout()
        column.addWidget(frame)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(scrolled(column))

    def show_dossier(self, dossier: Dossier) -> None:
        super().show_dossier(dossier)
        signers = dossier.office_profile.signers
        for gone in set(self.rows) - {one.id for one in signers}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, signer in enumerate(signers):
            row = self.rows.get(signer.id) or self._new_row(signer.id)
            if self._list.indexOf(row) != at:
                self._list.insertWidget(at, row)
            row.show_signer(signer, at + 1)
        self._nothing.setVisible(not signers)
        self._order_tabs(signers)

    def _order_tabs(self, signers: Signers) -> None:
        fields = [field for one in signers for field in self.rows[one.id].fields]
        for before, after in zip(fields, [*fields[1:], self._add], strict=False):
            QWidget.setTabOrder(before, after)

    def _new_row(self, key: str) -> SignerRow:
        row = SignerRow(self.desk)
        row.set_read_only(self.is_read_only)
        row.changed.connect(lambda part, value: self._write(key, part, value))
        row.move_wanted.connect(lambda by: self._move(key, by))
        row.remove_wanted.connect(lambda: self._remove(key))
        row.left.connect(self.field_left)
        self.rows[key] = row
        return row

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._add.setVisible(not read_only)
        for row in self.rows.values():
            row.set_read_only(read_only)

    def add(self) -> None:
        """One more signer, to be named."""
        added = Signer("", "PHÓ CHỦ TỊCH") if self.rows else Signer("")
        self._edit_signers("thêm người ký", lambda signers: (*signers, added))
        if added.id in self.rows:
            self.rows[added.id].fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_signers(self, label: str, change: Callable[[Signers], Signers], merge: object = None) -> None:
        self.edit(label, lambda profile: replace(profile, signers=change(profile.signers)), merge)

    def _write(self, key: str, part: str, value: object) -> None:
        self._edit_signers(
            "sửa người ký",
            lambda signers: changed(signers, key, lambda one: replace(one, **{part: value})),  # type: ignore[arg-type]
            ("signer", part, key),
        )

    def _move(self, key: str, by: int) -> None:
        self._edit_signers("chuyển chỗ người ký", lambda signers: moved(signers, key, by))
        self.rows[key].fields[0].setFocus()

    def _remove(self, key: str) -> None:
        if self.dossier is None:
            return
        at = index_of(self.dossier.office_profile.signers, key)
        self._edit_signers("xóa người ký", lambda signers: without(signers, key))
        self.notice.emit("Đã xóa một người ký. Bấm Ctrl+Z để lấy lại.")
        left = self.dossier.office_profile.signers
        if left:
            self.rows[left[min(at, len(left) - 1)].id].fields[0].setFocus()
        else:
            self._add.setFocus()
