"""A suggestion of the office: what it says, what it is about, and how it will read in a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.library_search import offers_for
from cchc_desktop.authoring.own_entries import Follower, as_entry
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task, TaskColumn
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.fitting import fit, scrolled
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.library.model import as_text
from cchc_desktop.ui.outline_editor import OutlineEditor

if TYPE_CHECKING:
    from cchc_desktop.ui.library.hosting import Selected

_CELLS = (
    (TaskColumn.PRODUCT, "Sản phẩm"),
    (TaskColumn.LEAD, "Chủ trì"),
    (TaskColumn.COOPERATION, "Phối hợp"),
    (TaskColumn.TIMING, "Thời gian"),
)


class EntryDialog(QDialog):
    """Shows and changes one suggestion; ``entry`` is what it has become."""

    def __init__(
        self, desk: Desk, dossier: Dossier, plan: Plan, entry: LibraryEntry, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dossier = dossier
        self._year = plan.period.first_year
        self.entry = entry
        self._versions: tuple[LibraryEntry, LibraryEntry] | None = None
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Loại gợi ý")
        self.areas = QComboBox()
        self.areas.setAccessibleName("Lĩnh vực")
        self.areas.addItem("Không riêng lĩnh vực nào", None)
        for area in Area:
            self.areas.addItem(area.label, area)
        self.subjects = LineField("Từ để tìm")
        self.subjects.setPlaceholderText("cách nhau bằng dấu phẩy, ví dụ: hộ tịch, cấp lưu động")
        self.editor = OutlineEditor()
        self.editor.setMinimumHeight(130)
        self.editor.setMaximumHeight(180)
        self.cells = {column: LineField(name) for column, name in _CELLS}
        self.follows = QCheckBox("Tự đổi năm, tên phường, xã và tên cơ quan theo từng kế hoạch")
        self.follows.setChecked(True)
        self.follows.hide()
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName("Khi chèn sẽ thành")
        self.shown.setMinimumHeight(70)
        self.shown.setMaximumHeight(96)
        self._lay_out(desk)
        self._show_entry()
        self._connect()
        fit(self, 680, 600)

    def _lay_out(self, desk: Desk) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("Loại", self.kinds)
        form.addRow("Lĩnh vực", self.areas)
        if self.entry.task is not None:
            for column, name in _CELLS:
                form.addRow(name, self.cells[column])
        form.addRow("Từ để tìm", self.subjects)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(
            hint_label(
                "Chữ trong ngoặc nhọn, ví dụ {nam}, {cap}, được thay bằng năm, tên của kế hoạch khi chèn."
            )
        )
        inner.addWidget(self.editor, 2)
        inner.addWidget(self.follows)
        inner.addWidget(QLabel(f"Chèn vào kế hoạch năm {self._year} và năm {self._year + 1} sẽ thành:"))
        inner.addWidget(self.shown, 1)
        inner.addLayout(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(buttons)
        offer_help(self, desk, "goi-y")

    def _connect(self) -> None:
        self.editor.outline_edited.connect(self._outline_edited)
        for field in self.cells.values():
            field.typed.connect(self._changed)
        self.follows.toggled.connect(self._choose_version)
        self.kinds.currentIndexChanged.connect(self._changed)
        self.areas.currentIndexChanged.connect(self._changed)
        self.subjects.typed.connect(self._changed)

    def _show_entry(self) -> None:
        entry = self.entry
        if self.kinds.count() == 0:
            self.offer_kinds((entry.kind,))
        self.areas.setCurrentIndex(max(0, self.areas.findData(entry.area)))
        self.subjects.show_value(", ".join(entry.subjects))
        self.editor.set_outline(entry.content if entry.task is None else entry.task.content)
        if entry.task is not None:
            for column, field in self.cells.items():
                field.show_value(entry.task.cell(column).plain)
        self._show_filled()

    def offer_kinds(self, kinds: tuple[EntryKind, ...]) -> None:
        """The kinds to choose from; the first is chosen."""
        self.kinds.clear()
        for kind in kinds:
            self.kinds.addItem(kind.label, kind)
        self.kinds.setEnabled(len(kinds) > 1)

    def offer_versions(self, following: LibraryEntry, literal: LibraryEntry) -> None:
        """Let the person choose whether names and years follow the plan."""
        self._versions = following, literal
        self.follows.setVisible(following_differs(following, literal))

    def _choose_version(self, follows: bool) -> None:
        if self._versions is not None:
            self.entry = self._versions[0 if follows else 1]
            self._show_entry()

    def _outline_edited(self, outline: Outline, _label: str, _merge: object) -> None:
        self.editor.set_outline(outline)
        self._changed()

    def _changed(self, *_told: object) -> None:
        self.entry = self._written()
        self._show_filled()

    def _written(self) -> LibraryEntry:
        subjects = tuple(part for one in self.subjects.text().split(",") if (part := one.strip()))
        area: Area | None = self.areas.currentData()
        kind: EntryKind = self.kinds.currentData()
        content = tuple(one for one in self.editor.outline() if not one.is_empty)
        if self.entry.task is None:
            return replace(self.entry, kind=kind, content=content, area=area, subjects=subjects)
        task: Task = self.entry.task.with_content(content)
        for column, field in self.cells.items():
            if field.text() != task.cell(column).plain:
                task = task.with_cell(column, RichText.of(field.text()))
        return replace(self.entry, task=task, area=area, subjects=subjects)

    def _show_filled(self) -> None:
        lines: list[str] = []
        for year in (self._year, self._year + 1):
            bare = replace(self._dossier, library=(replace(self.entry, only_for=()),), hidden=())
            [offer] = offers_for((), bare, year)
            lines.append(f"{year}:  {as_text(offer)}")
        self.shown.setPlainText("\n".join(lines))

    def accept(self) -> None:
        """Keep what is written; an empty suggestion is none."""
        self.editor.commit()
        self.entry = self._written()
        if not self.entry.title.strip():
            self.editor.setFocus()
            return
        super().accept()

    @classmethod
    def ask_new(
        cls,
        parent: QWidget,
        desk: Desk,
        dossier: Dossier,
        plan: Plan,
        selected: Selected,
        take: Callable[[LibraryEntry], None],
    ) -> EntryDialog:
        """Ask about a suggestion made from what is selected."""
        follower = Follower(dossier.office, dossier.office_profile, plan.period.first_year)
        following, literal = (
            as_entry(selected.kinds[0], selected.content, one, area=selected.area, agency=selected.agency)
            for one in (follower, None)
        )
        dialog = cls(desk, dossier, plan, following, parent)
        dialog.offer_kinds(selected.kinds)
        dialog.offer_versions(following, literal)
        return dialog.ask("Lưu thành gợi ý của cơ quan", take)

    @classmethod
    def ask_change(
        cls,
        parent: QWidget,
        desk: Desk,
        dossier: Dossier,
        plan: Plan,
        entry: LibraryEntry,
        take: Callable[[LibraryEntry], None],
    ) -> EntryDialog:
        """Ask for changes of a suggestion."""
        return cls(desk, dossier, plan, entry, parent).ask("Sửa gợi ý", take)

    def ask(self, title: str, take: Callable[[LibraryEntry], None]) -> EntryDialog:
        """Open; ``take`` gets the suggestion when the person agrees."""
        self.setWindowTitle(title)
        self.accepted.connect(lambda: take(self.entry))
        self.open()
        self.editor.setFocus()
        return self


def following_differs(following: LibraryEntry, literal: LibraryEntry) -> bool:
    """Whether anything in a suggestion follows the plan."""
    if following.task is not None and literal.task is not None:
        cells = any(following.task.cell(column) != literal.task.cell(column) for column, _name in _CELLS)
        return cells or following.task.title != literal.task.title
    return [one.content for one in following.content] != [one.content for one in literal.content]
