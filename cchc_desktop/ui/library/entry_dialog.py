"""A suggestion of the office: what it says, what it is about, and how it will read in a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.library_search import offers_for
from cchc_desktop.authoring.own_entries import Follower, Written, as_entry, replaced_words
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import words_for
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.task import TaskColumn
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.fitting import fit, scrolled
from cchc_desktop.ui.help_key import offer_help
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
    """Shows and changes one suggestion as it reads in this plan; ``entry`` is what it has become.

    What will be another word in another plan is listed in plain words.
    """

    def __init__(
        self,
        desk: Desk,
        dossier: Dossier,
        plan: Plan,
        entry: LibraryEntry,
        parent: QWidget | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dossier = dossier
        self._year = plan.period.first_year
        self._words = words_for(dossier.office, dossier.office_profile, self._year)
        self._follower = Follower(dossier.office, dossier.office_profile, self._year)
        self.entry = entry
        follows = is_new or bool(replaced_words(entry, self._words))
        self._text = Written(entry, self._words, self._follower, follows=follows)
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
        self.editor.setMinimumHeight(110)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.cells = {column: LineField(name) for column, name in _CELLS}
        self.follows = QCheckBox("Tự đổi năm, tên phường, xã và tên cơ quan theo từng kế hoạch")
        self.follows.setChecked(follows)
        self.replaced = _told("Những chữ tự thay khi dùng lại")
        self.shown = _told("Câu này ở kế hoạch năm sau")
        self._lay_out(desk)
        self._show_entry()
        self._connect()
        fit(self, 780, 480 if entry.task is None else 580)

    def _lay_out(self, desk: Desk) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        rows: list[tuple[str, QWidget]] = [("Loại", self.kinds), ("Lĩnh vực", self.areas)]
        if self.entry.task is not None:
            rows += [(name, self.cells[column]) for column, name in _CELLS]
        for number, (name, field) in enumerate(rows):
            _put(form, name, field, number // 2, 2 * (number % 2))
        _put(form, "Từ để tìm", self.subjects, form.rowCount(), 0, 3)
        for combo in (self.kinds, self.areas):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(self.editor, 1)
        inner.addWidget(self.follows)
        inner.addWidget(self.replaced)
        inner.addWidget(self.shown)
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
        entry, text = self.entry, self._text
        if self.kinds.count() == 0:
            self.offer_kinds((entry.kind,))
        self.areas.setCurrentIndex(max(0, self.areas.findData(entry.area)))
        self.subjects.show_value(", ".join(entry.subjects))
        self.editor.set_outline(text.content if text.task is None else text.task.content)
        if text.task is not None:
            for column, field in self.cells.items():
                field.show_value(text.task.cell(column).plain)
                field.setCursorPosition(0)
        self._show_filled()

    def offer_kinds(self, kinds: tuple[EntryKind, ...]) -> None:
        """The kinds to choose from; the first is chosen."""
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            for kind in kinds:
                self.kinds.addItem(kind.label, kind)
        self.kinds.setEnabled(len(kinds) > 1)

    def _choose_version(self, follows: bool) -> None:
        self._text.follows = follows
        self._changed()

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
        cells = {column: field.text() for column, field in self.cells.items()}
        entry = self._text.entry(content, cells)
        return replace(entry, kind=kind, area=area, subjects=subjects)

    def _show_filled(self) -> None:
        """What will be replaced, and how it reads a year later."""
        replaced = replaced_words(self.entry, self._words)
        listed = ";&nbsp; ".join(f"“<b>{escape(now)}</b>” → {name}" for now, name in replaced)
        self.replaced.setText(f"Khi dùng lại sẽ tự thay: {listed}." if listed else "")
        self.replaced.setVisible(bool(listed))
        # A text in which nothing would follow needs no question; one that was told to stay can be told otherwise.
        self.follows.setVisible(bool(listed) or not self._text.follows)
        now, later = (self._lines_in(year) for year in (self._year, self._year + 1))
        different = [after for before, after in zip(now, later, strict=True) if before != after]
        told = f"Chèn vào kế hoạch năm {self._year + 1} sẽ"
        said = "<br>".join(f"<i>{escape(line)}</i>" for line in different)
        self.shown.setText(f"{told} thành:<br>{said}" if different else f"{told} đúng như trên.")

    def _lines_in(self, year: int) -> list[str]:
        bare = replace(self._dossier, library=(replace(self.entry, only_for=()),), hidden=())
        [offer] = offers_for((), bare, year)
        return as_text(offer).split("\n")

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
        entry = as_entry(
            selected.kinds[0], selected.content, follower, area=selected.area, agency=selected.agency
        )
        dialog = cls(desk, dossier, plan, entry, parent, is_new=True)
        dialog.offer_kinds(selected.kinds)
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


def _told(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label


def _put(form: QGridLayout, name: str, field: QWidget, row: int, column: int, span: int = 1) -> None:
    label = QLabel(name)
    label.setBuddy(field)
    field.ensurePolished()
    field.setMinimumHeight(field.sizeHint().height())  # in a low window it is the whole that scrolls
    form.addWidget(label, row, column)
    form.addWidget(field, row, column + 1, 1, span)
