"""Asking what to do when a dossier is to be closed and its last edits cannot be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from cchc_desktop.ui.trouble import new_box

if TYPE_CHECKING:
    from cchc_desktop.ui.workspace import Workspace


def ask_unsaved(
    window: QWidget,
    workspace: Workspace,
    close_anyway: Callable[[], None],
    save_copy: Callable[[], object],
) -> QMessageBox:
    """Keep working, save elsewhere, try again, or close and lose what is not saved. Does not block."""
    problem = workspace.autosave.problem
    box = new_box(
        window,
        "Chưa lưu được những chữ vừa gõ nên hồ sơ chưa đóng.",
        f"{problem or ''}\n\nHãy lưu một bản sao vào nơi khác để không mất phần vừa gõ.",
        QMessageBox.Icon.Warning,
        help_page="bao-loi#chua-luu",
    )
    copy = box.addButton("Lưu bản sao vào nơi khác…", QMessageBox.ButtonRole.ActionRole)
    again = box.addButton("Thử lại", QMessageBox.ButtonRole.ActionRole)
    lose = box.addButton("Đóng, bỏ phần chưa lưu", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Quay lại hồ sơ", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(copy)
    box.setEscapeButton(stay)
    copy.clicked.connect(save_copy)
    again.clicked.connect(workspace.save_now)
    lose.clicked.connect(close_anyway)
    box.open()
    return box
