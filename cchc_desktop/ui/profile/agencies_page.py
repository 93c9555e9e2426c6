"""The page of the directory: the table of agencies, commands over it, and what does not fit in a row below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.plan_edits import changed, moved
from cchc_desktop.domain.agency_directory import Agency, default_agencies
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.profile.agency_model import AgencyModel
from cchc_desktop.ui.profile.agency_paste import pasted_agencies
from cchc_desktop.ui.profile.agency_view import AgencyView
from cchc_desktop.ui.profile.page import ProfilePage

Agencies = tuple[Agency, ...]
_UNDO_HINT = "Bấm Ctrl+Z để lấy lại."


class AgenciesPage(ProfilePage):
    """One directory for plan, tasks, responsibilities and recipients."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = AgencyModel(self)
        self.view = AgencyView(self.model, self)
        self.search = QLineEdit()
        self.search.setAccessibleName("Tìm cơ quan")
        self.search.setPlaceholderText("Tìm theo tên, tên cũ, có dấu hay không dấu")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show())
        self.actions_: dict[str, QAction] = {}
        self.tool_bar = self._made_tool_bar()
        self._warning = QLabel()
        self._warning.setObjectName("warningText")
        self._warning.setWordWrap(True)
        self._nothing = hint_label("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.tool_bar)
        top.addWidget(self.search, 1)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._nothing)
        layout.addWidget(self._warning)
        layout.addLayout(self._details())
        for before, after in ((self.search, self.view), (self.view, self.head), (self.head, self.former)):
            QWidget.setTabOrder(before, after)
        self._connect()
        desk.theme.changed.connect(self._dress)
        self._dress()

    def _made_tool_bar(self) -> QToolBar:
        bar = QToolBar("Công cụ danh sách cơ quan")
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setIconSize(QSize(16, 16))
        for name, icon, text, key, act in (
            ("add", "add", "Thêm", "Ins", self.add),
            ("remove", "remove", "Xóa", "Del", self.remove),
            ("up", "up", "Lên", "Alt+Up", partial(self.carry, -1)),
            ("down", "down", "Xuống", "Alt+Down", partial(self.carry, 1)),
            ("paste", "paste", "Dán danh sách", "Ctrl+V", self.paste),
            ("reset", "undo", "Đặt lại theo mặc định", "", self.reset),
        ):
            action = QAction(text, self)
            # Told, not bound: the table itself listens to its keys.
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({shown})" if shown else "Danh sách thường có của xã, phường này")
            action.triggered.connect(lambda _checked=False, do=act: do())
            self.desk.icons.put_on(action, icon)
            bar.addAction(action)
            self.actions_[name] = action
        return bar

    def _details(self) -> QGridLayout:
        self.head = LineField("Chức danh người đứng đầu")
        self.head.setPlaceholderText("ví dụ: Trưởng phòng Văn hóa - Xã hội")
        self.former = TextField("Tên cũ, cách viết khác", breaks=True, least_lines=2, most_lines=3)
        self.former.setPlaceholderText("mỗi tên một dòng")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(QLabel("Chức danh người đứng đầu"), 0, 0)
        grid.addWidget(QLabel("Tên cũ, cách viết khác (để nhận ra trong văn bản cũ)"), 0, 1)
        grid.addWidget(self.head, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.former, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        return grid

    def _connect(self) -> None:
        self.model.edited.connect(self._edit_agencies)
        self.model.notice.connect(self.notice)
        view = self.view
        view.add_asked.connect(self.add)
        view.remove_asked.connect(self.remove)
        view.paste_asked.connect(self.paste)
        view.move_asked.connect(self.carry)
        view.row_dragged.connect(self._drag)
        view.agency_entered.connect(self._show_details)
        self.head.typed.connect(self._head_typed)
        self.former.typed.connect(self._former_typed)
        self.head.left.connect(self.field_left)
        self.former.left.connect(self.field_left)

    def _dress(self) -> None:
        self.model.warning = self.desk.icons.icon("warning", "warning")

    # --- showing

    def show_dossier(self, dossier: Dossier) -> None:
        super().show_dossier(dossier)
        self._show()

    def _show(self) -> None:
        if self.profile is None:
            return
        key = self.view.current_key()
        chosen = self.view.chosen
        column = max(self.view.currentIndex().column(), 0)
        self.model.show(self.profile.agencies, self.search.text())
        if self.view.current_key() != key and self.model.row_of(key) >= 0:
            self.view.choose(self.model.row_of(key), column)
            if len(chosen) > 1:
                self.view.choose_keys(chosen)
        elif not self.view.currentIndex().isValid():
            self.view.choose(0)
        shared = self.model.shared_names
        self._warning.setText(
            f"Có nhiều hơn một cơ quan tên là {', '.join(f'“{name}”' for name in shared)}: hãy đổi tên hoặc xóa bớt."
            if shared
            else ""
        )
        self._warning.setVisible(bool(shared))
        self._show_nothing()
        self._show_details()

    def _show_nothing(self) -> None:
        text = ""
        if not self.model.agencies:
            text = "Danh sách đang trống. Hãy gõ tên cơ quan đầu tiên, dán danh sách, hoặc đặt lại theo mặc định."
        elif not self.model.rows:
            text = f"Không có cơ quan nào khớp với “{self.search.text().strip()}”."
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))
        searching = bool(self.search.text().strip())
        for name in ("up", "down"):
            self.actions_[name].setEnabled(not searching)
        self.view.verticalHeader().setSectionsMovable(not searching and not self.is_read_only)

    def _show_details(self) -> None:
        agency = self.view.agency
        self.head.setEnabled(agency is not None)
        self.former.setEnabled(agency is not None)
        self.head.show_value("" if agency is None else agency.head)
        names = () if agency is None else agency.former_names
        if names != names_of(self.former.toPlainText()) or not self.former.hasFocus():
            self.former.show_value("\n".join(names))

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.model.set_read_only(read_only)
        self.tool_bar.setVisible(not read_only)
        self.head.setReadOnly(read_only)
        self.former.setReadOnly(read_only)
        self._show_nothing()

    def show_agency(self, key: str) -> None:
        """Bring an agency into sight, also one that the search hides."""
        if self.model.row_of(key) < 0:
            self.search.clear()
        self.view.choose(max(self.model.row_of(key), 0))

    def commit(self) -> None:
        self.view.commit()

    # --- commands

    def add(self) -> None:
        """Open the row for a new agency."""
        if not self.is_read_only:
            self.search.clear()
            self.view.setFocus()
            self.view.write_new()

    def remove(self) -> None:
        """Remove the agencies marked."""
        keys, profile = self.view.chosen, self.profile
        if self.is_read_only or not keys or profile is None:
            return
        row = self.model.row_of(keys[0])
        names = [one.name for one in profile.agencies if one.id in keys]
        what = f"“{names[0]}”" if len(names) == 1 else f"{len(names)} cơ quan"
        self._edit_agencies(
            f"xóa {what} khỏi danh sách", lambda now: tuple(one for one in now if one.id not in keys)
        )
        self.view.choose(row)
        self.notice.emit(f"Đã xóa {what} khỏi danh sách. {_UNDO_HINT}")

    def carry(self, by: int) -> None:
        """Move the agencies marked one place up or down."""
        keys = self.view.chosen
        if self.is_read_only or self.search.text().strip() or not keys:
            return

        def change(agencies: Agencies) -> Agencies:
            ids = [one.id for one in agencies]
            at_end = ids[0] in keys if by < 0 else ids[-1] in keys
            if at_end:
                return agencies
            for key in keys if by < 0 else reversed(keys):
                agencies = moved(agencies, key, by)
            return agencies

        self._edit_agencies("chuyển chỗ cơ quan trong danh sách", change)
        self.view.choose_keys(keys)

    def _drag(self, before: int, after: int) -> None:
        agency = self.model.agency(before)
        if agency is None or self.is_read_only:
            return
        by = min(after, len(self.model.rows) - 1) - before
        self._edit_agencies(
            "chuyển chỗ cơ quan trong danh sách", lambda agencies: moved(agencies, agency.id, by)
        )
        self.view.choose_keys((agency.id,))

    def paste(self) -> None:
        """Put the names on the clipboard, one a line, behind the agency with the cursor."""
        profile = self.profile
        if self.is_read_only or profile is None:
            return
        added, known = pasted_agencies(QGuiApplication.clipboard().text(), profile.agencies)
        if not added:
            self.notice.emit(
                "Các tên này đã có trong danh sách." if known else "Không có tên nào trong bộ nhớ tạm để dán."
            )
            return
        self.search.clear()
        key = self.view.current_key()

        def change(agencies: Agencies) -> Agencies:
            at = next((n + 1 for n, one in enumerate(agencies) if one.id == key), len(agencies))
            return (*agencies[:at], *added, *agencies[at:])

        self._edit_agencies("dán danh sách cơ quan", change)
        self.view.choose_keys(tuple(one.id for one in added))
        skipped = f", bỏ qua {known} tên đã có" if known else ""
        self.notice.emit(f"Đã thêm {len(added)} cơ quan{skipped}. {_UNDO_HINT}")

    def reset(self) -> None:
        """Begin the directory again with what a commune of this kind usually has."""
        dossier = self.dossier
        if dossier is None or self.is_read_only:
            return
        usual = default_agencies(dossier.office)
        if dossier.office_profile.agencies == usual:
            self.notice.emit("Danh sách đang đúng như mặc định.")
            return
        self.search.clear()
        self._edit_agencies("đặt lại danh sách cơ quan", lambda _now: usual)
        self.notice.emit(f"Đã đặt lại danh sách cơ quan theo mặc định. {_UNDO_HINT}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.is_read_only:
            menu = QMenu(self)
            menu.addActions(list(self.actions_.values()))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    # --- edits

    def _edit_agencies(
        self, label: str, change: Callable[[Agencies], Agencies], merge: object = None
    ) -> None:
        self.edit(label, lambda profile: replace(profile, agencies=change(profile.agencies)), merge)

    def _edit_one(self, label: str, part: str, change: Callable[[Agency], Agency]) -> None:
        agency = self.view.agency
        if agency is not None:
            key = agency.id
            self._edit_agencies(label, lambda now: changed(now, key, change), ("agency", part, key))

    def _head_typed(self, text: str) -> None:
        written = clean(text)
        self._edit_one("sửa chức danh người đứng đầu", "head", lambda one: replace(one, head=written))

    def _former_typed(self, text: str) -> None:
        names = names_of(text)
        self._edit_one("sửa tên cũ của cơ quan", "former", lambda one: replace(one, former_names=names))


def names_of(text: str) -> tuple[str, ...]:
    """Names written one a line, or with ";" between them; each once."""
    pieces = (" ".join(piece.split()) for piece in clean(text).replace(";", "\n").split("\n"))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))
