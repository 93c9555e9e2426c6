"""The list under "Nơi nhận", for a plan and for the office's usual ones: a line each, added, pasted, moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.list_edits import parse_recipient
from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.domain.plan import Recipient
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.lines_editor import Line, LinesEditor

Names = tuple[Recipient, ...]


class RecipientsEditor(QWidget):
    """``edited`` carries an edit's name, a function from recipients to recipients, and a key that joins edits."""

    edited = Signal(str, object, object)
    pasted = Signal(int, str)
    entered = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesEditor("Nơi nhận", desk)
        self.add = QPushButton("Thêm nơi nhận")
        self.paste = QPushButton("Dán nhiều nơi nhận")
        desk.icons.put_on(self.add, "add")
        desk.icons.put_on(self.paste, "paste")
        self.row = QHBoxLayout()
        self.row.addWidget(self.add)
        self.row.addWidget(self.paste)
        self.row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.lines)
        layout.addLayout(self.row)
        self._count = 0
        self._connect()

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._insert(self._count))
        self.paste.clicked.connect(lambda: self.pasted.emit(self._count, QApplication.clipboard().text()))
        lines = self.lines
        lines.text_typed.connect(self._type)
        lines.add_wanted.connect(self._insert)
        lines.pasted.connect(self.pasted)
        lines.remove_wanted.connect(lambda key: self._edit("xóa một nơi nhận", lambda n: without(n, key)))
        lines.move_wanted.connect(
            lambda key, by: self._edit("chuyển chỗ một nơi nhận", lambda n: moved(n, key, by))
        )
        lines.line_entered.connect(lambda _key: self.entered.emit())
        lines.left.connect(self.left)

    def show_names(self, names: Names) -> None:
        """Show these."""
        self._count = len(names)
        self.lines.set_lines([Line(one.id, "-", written(one)) for one in names])

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.lines.set_read_only(read_only)
        self.add.setVisible(not read_only)
        self.paste.setVisible(not read_only)

    def _edit(self, label: str, change: Callable[[Names], Names], merge: object = None) -> None:
        self.edited.emit(label, change, merge)

    def _type(self, key: str, text: str) -> None:
        typed = parse_recipient(clean(text))
        self._edit(
            "sửa một nơi nhận",
            lambda names: changed(names, key, lambda one: replace(typed, id=one.id)),
            ("recipient", key),
        )

    def _insert(self, at: int) -> None:
        added = Recipient("")
        self._edit("thêm một nơi nhận", lambda names: (*names[:at], added, *names[at:]))
        self.lines.enter(added.id)


def written(recipient: Recipient) -> str:
    """ "UBND tỉnh (để b/c)": as a line is typed."""
    return f"{recipient.name} ({recipient.note})" if recipient.note else recipient.name
