"""Step 7: the appendices, each a table of tasks in the grid."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.agency_cells import directory_names
from cchc_desktop.authoring.appendix_edits import (
    with_appendix,
    with_appendix_moved,
    with_appendix_title,
    with_new_appendix,
    without_appendix,
)
from cchc_desktop.authoring.library_insert import fresh_task, with_task
from cchc_desktop.authoring.library_places import LibraryPlace, area_named
from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.authoring.new_agency import agency_named, with_agencies
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.placeholders import Words
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.task import Appendix, Column, Task, TaskGroup
from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.ui.banner import Banner
from cchc_desktop.ui.columns_dialog import ColumnsDialog
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import TextField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.library.hosting import INSERT, LibraryHost, Selected
from cchc_desktop.ui.outline_dialog import OutlineDialog
from cchc_desktop.ui.page import Page
from cchc_desktop.ui.task_grid import TaskGrid

_ROOMY = 400  # pixels


class TasksPage(Page):
    """Shows one appendix at a time; tabs choose among several."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Step.TASKS, desk, parent)
        self._key = ""
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Các phụ lục")
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.title_field = TextField("Tên phụ lục", breaks=True, most_lines=2)
        self.title_field.typed.connect(self._title_typed)
        self.title_field.left.connect(self.field_left)
        self.title_field.entered.connect(lambda: self.source_entered.emit(self._key))
        self.grid = TaskGrid()
        self.grid.setMinimumHeight(110)
        self.grid.appendix_edited.connect(self._appendix_edited)
        self.grid.row_entered.connect(self.source_entered)
        self.grid.notice.connect(self.notice)
        self._shown_key = ""
        self.grid.new_agency.connect(self._new_agency)
        self.unknown = Banner("info", "info", desk)
        self.keep_unknown = self.unknown.add_button("Đưa vào danh sách", self.keep_new_agency)
        self.keep_unknown.setToolTip("Lần sau chọn được tên này trong danh sách (Ctrl+Shift+A)")
        self.unknown.add_button("Hủy", self._forget_new_agencies)
        self._unknown: tuple[str, ...] = ()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._present())
        self._stack.addWidget(self._absent())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.unknown)
        layout.addWidget(self._stack, 1)

    def _present(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel("Tên phụ lục")
        row.addWidget(name)
        row.addWidget(self.title_field, 1)
        self._columns = QAction("Cột của bảng…", self)
        # A tool button would drop the dots, which promise a question.
        self._columns.setIconText("Cột của bảng…")
        self._columns.setToolTip("Chọn cột và tên cột in trên bảng")
        self._columns.triggered.connect(self.choose_columns)
        self.grid.tool_bar.addSeparator()
        self.grid.tool_bar.addAction(self._columns)
        row.addWidget(self._menu_button())
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(head)
        host = LibraryHost(
            self._library_place, self._put_in, self._selected, self.grid.setFocus, self._reveal
        )
        library = self.offer_library(host, self.grid)
        library.hide_when_low(head)
        library.take_drops(self.grid.view.viewport(), self._drop_in, self._row_below)
        self.grid.row_entered.connect(lambda _row: library.panel.place_changed())
        layout.addWidget(library.splitter, 1)
        return card

    def _menu_button(self) -> QToolButton:
        self._menu = QToolButton()
        self._menu.setObjectName("small")
        self._menu.setText("Phụ lục")
        self._menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setToolTip("Thêm, chuyển chỗ, bỏ phụ lục")
        self.desk.icons.put_on(self._menu, "more")
        menu = QMenu(self._menu)
        for icon, text, act in (
            ("columns", "Cột của bảng…", self.choose_columns),
            (
                "rename",
                "Chuẩn hóa tên cơ quan",
                lambda: self.command_wanted.emit("normalise_agencies"),
            ),
            ("plan", "Lời dẫn trước bảng…", self._edit_text),
            ("add", "Thêm một phụ lục", self.add_appendix),
            ("up", "Chuyển phụ lục lên trước", lambda: self._move(-1)),
            ("down", "Chuyển phụ lục ra sau", lambda: self._move(1)),
            ("remove", "Bỏ phụ lục này", self._remove),
        ):
            action = QAction(text, menu)
            self.desk.icons.put_on(action, icon)
            action.triggered.connect(act)
            menu.addAction(action)
        self._restart = QAction("Đánh số lại từ 1 ở mỗi nhóm", menu)
        self._restart.setCheckable(True)
        self._restart.triggered.connect(self._restart_chosen)
        menu.addSeparator()
        menu.addAction(self._restart)
        self._menu.setMenu(menu)
        return self._menu

    def _absent(self) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        text = QLabel("Kế hoạch này chưa có phụ lục nhiệm vụ.")
        text.setObjectName("cardTitle")
        hint = hint_label(
            "Phụ lục là bảng giao việc kèm theo kế hoạch: nội dung, chủ trì, phối hợp, thời gian."
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add = QPushButton("Thêm phụ lục")
        self.desk.icons.put_on(self._add, "add")
        self._add.clicked.connect(self.add_appendix)
        layout.addStretch(1)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(hint)
        layout.addSpacing(8)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return widget

    @property
    def appendix(self) -> Appendix | None:
        """The appendix shown."""
        appendices = self.plan.appendices if self.plan is not None else ()
        return next((one for one in appendices if one.id == self._key), None)

    def load(self, plan: Plan) -> None:
        super().load(plan)
        if self.appendix is None:
            self._key = plan.appendices[0].id if plan.appendices else ""
        self._show(plan)

    def _show(self, plan: Plan) -> None:
        with QSignalBlocker(self.tabs):
            while self.tabs.count() > len(plan.appendices):
                self.tabs.removeTab(self.tabs.count() - 1)
            for index, one in enumerate(plan.appendices):
                if index == self.tabs.count():
                    self.tabs.addTab("")
                self.tabs.setTabText(index, f"Phụ lục {roman(index + 1)}")
                self.tabs.setTabToolTip(index, one.title)
                if one.id == self._key:
                    self.tabs.setCurrentIndex(index)
        self.tabs.setVisible(len(plan.appendices) > 1)
        appendix = self.appendix
        self._stack.setCurrentIndex(1 if appendix is None else 0)
        if appendix is not None:
            self.title_field.show_value(appendix.title)
            self._restart.setChecked(appendix.restart_order)
            self.grid.set_appendix(appendix, plan.period.first_year)
            if self._shown_key != appendix.id:
                self._shown_key = appendix.id
                # After the view has brought its first cell into sight: the table is read from its left edge.
                QTimer.singleShot(0, self, lambda: self.grid.view.horizontalScrollBar().setValue(0))

    def set_dossier(self, dossier: Dossier) -> None:
        super().set_dossier(dossier)
        self.grid.set_agencies(tuple(agency.name for agency in dossier.office_profile.agencies))
        self._show_unknown()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.title_field.setReadOnly(read_only)
        self.grid.set_read_only(read_only)
        for widget in (self._menu, self._add):
            widget.setVisible(not read_only)

    def show_source(self, source: str) -> None:
        if self.plan is None:
            return
        for appendix in self.plan.appendices:
            inside = any(row.id == source for row in appendix.rows)
            if inside or appendix.id == source or any(one.id == source for one in appendix.text):
                self._key = appendix.id
                self._show(self.plan)
                if inside:
                    self.grid.show_row(source)
                else:
                    self.grid.setFocus()
                return

    def commit(self) -> None:
        self.grid.commit()

    @property
    def current_source(self) -> str:
        return self._key

    def add_appendix(self) -> None:
        """Add an appendix and go there."""
        added: list[Appendix] = []

        def change(plan: Plan) -> Plan:
            after, appendix = with_new_appendix(plan)
            added.append(appendix)
            return after

        self.edit("thêm một phụ lục", change)
        if added and self.plan is not None:
            self._key = added[-1].id
            self._show(self.plan)
            self.grid.setFocus()

    def choose_columns(self) -> None:
        """Ask which columns the table shows."""
        appendix = self.appendix
        if appendix is None or self.is_read_only:
            return

        def take(columns: tuple[Column, ...]) -> None:
            self.edit(
                "đổi cột của bảng", lambda plan: with_appendix(plan, replace(appendix, columns=columns))
            )

        ColumnsDialog.ask(self, self.desk, appendix.columns, take)

    def _new_agency(self, name: str) -> None:
        self._unknown = (*self._unknown, name)
        self._show_unknown()
        if self._unknown and self.unknown.isHidden():
            self.notice.emit(f"“{name}” chưa có trong danh sách cơ quan. Ctrl+Shift+A để đưa vào.")

    def _show_unknown(self) -> None:
        """A name of which the directory knows nothing is asked about, and nothing waits for the answer."""
        if self._unknown and self.dossier is not None:
            names = directory_names(self.dossier)
            self._unknown = tuple(one for one in dict.fromkeys(self._unknown) if names.find(one) is None)
        named = ", ".join(f"“{name}”" for name in self._unknown)
        # In a low window the table needs the room.
        is_shown = bool(named) and not self.is_read_only and self.height() >= _ROOMY
        self.unknown.say(f"{named} chưa có trong danh sách cơ quan." if is_shown else "")

    def keep_new_agency(self) -> None:
        """Put the agencies that were typed and are not in the directory into it."""
        self.grid.commit()
        added = tuple(agency_named(name) for name in self._unknown)
        if not added or self.is_read_only:
            self.notice.emit("Không có cơ quan mới nào vừa gõ ở cột chủ trì, phối hợp.")
            return
        self.edit_dossier("thêm cơ quan vào danh sách", lambda dossier: with_agencies(dossier, added))
        named = ", ".join(f"“{agency.name}”" for agency in added)
        self.notice.emit(f"Đã đưa {named} vào danh sách cơ quan. Bấm Ctrl+Z để bỏ.")

    def _forget_new_agencies(self) -> None:
        self._unknown = ()
        self._show_unknown()

    def _library_place(self) -> LibraryPlace:
        return LibraryPlace((EntryKind.TASK,), area=self._area_of(self.grid.view.currentIndex().row()))

    def _area_of(self, row: int) -> Area | None:
        """The area that the group over a row is named after."""
        rows = self.appendix.rows if self.appendix is not None else ()
        for one in reversed(rows[: row + 1]):
            if isinstance(one, TaskGroup):
                return area_named(one.title)
        return None

    def _put_in(self, offer: Offer, words: Words) -> None:
        self._put_behind(offer, words, self.grid.entered_row())

    def _reveal(self, source: str) -> bool:
        appendices = () if self.plan is None else self.plan.appendices
        found = any(row.id == source for one in appendices for row in one.rows)
        if found:
            self.show_source(source)
            self.source_entered.emit(source)
        return found

    def _put_behind(self, offer: Offer, words: Words, row: int | None) -> None:
        self.grid.commit()
        appendix = self.appendix
        if appendix is None or offer.task is None:
            return
        task = fresh_task(offer.entry, words)
        after, at = with_task(appendix, row, task)
        self.edit(INSERT, lambda plan: with_appendix(plan, after))
        self.grid.enter_task(at)
        self.source_entered.emit(task.id)

    def _drop_in(self, offer: Offer, words: Words, point: QPoint) -> None:
        index = self.grid.view.indexAt(point)
        self._put_behind(offer, words, index.row() if index.isValid() else None)
        self.grid.setFocus()

    def _row_below(self, point: QPoint) -> int:
        """The height of the edge below the row at a point."""
        view = self.grid.view
        row = view.rowAt(point.y())
        return view.rowViewportPosition(row) + view.rowHeight(row) if row >= 0 else point.y()

    def _selected(self) -> tuple[Selected, ...]:
        self.grid.commit()
        rows = self.appendix.rows if self.appendix is not None else ()
        chosen = [row for row in self.grid.view.chosen_rows() if row < len(rows)]
        return tuple(
            Selected((EntryKind.TASK,), task, self._area_of(row))
            for row in chosen
            if isinstance(task := rows[row], Task) and task.title.strip()
        )

    def _tab_chosen(self, index: int) -> None:
        if self.plan is not None and 0 <= index < len(self.plan.appendices):
            self.field_left.emit()
            self._key = self.plan.appendices[index].id
            self._show(self.plan)
            self.source_entered.emit(self._key)

    def _title_typed(self, text: str) -> None:
        key = self._key
        self.edit(
            "đổi tên phụ lục", lambda plan: with_appendix_title(plan, key, text), ("appendix-title", key)
        )

    def _appendix_edited(self, appendix: Appendix, label: str, merge: object) -> None:
        self.edit(label, lambda plan: with_appendix(plan, appendix), merge)

    def _restart_chosen(self, checked: bool) -> None:
        appendix = self.appendix
        if appendix is not None:
            changed = replace(appendix, restart_order=checked)
            self.edit("đổi cách đánh số nhiệm vụ", lambda plan: with_appendix(plan, changed))

    def _edit_text(self) -> None:
        appendix = self.appendix
        if appendix is not None:
            OutlineDialog.ask(
                self,
                "Lời dẫn trước bảng",
                appendix.text,
                lambda text: self.edit(
                    "sửa lời dẫn của phụ lục", lambda plan: with_appendix(plan, replace(appendix, text=text))
                ),
            )

    def _move(self, by: int) -> None:
        key = self._key
        self.edit("chuyển chỗ một phụ lục", lambda plan: with_appendix_moved(plan, key, by))

    def _remove(self) -> None:
        appendix = self.appendix
        if appendix is not None:
            self.edit(f"bỏ phụ lục “{appendix.title}”", lambda plan: without_appendix(plan, appendix.id))
