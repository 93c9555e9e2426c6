"""Steps 3 to 6, 8 and 9: the sections that serve a step, each in the outline editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
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

from cchc_desktop.authoring.library_insert import at_home, fresh_content, where_dropped
from cchc_desktop.authoring.library_places import LibraryPlace, kind_named, kinds_for, place_in
from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.authoring.places import Home, Place, with_outline
from cchc_desktop.authoring.plan_edits import (
    index_of,
    with_new_section,
    with_section_moved,
    with_section_title,
    without_section,
)
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.authoring.step_roles import STEP_ROLES
from cchc_desktop.authoring.steps import sections_of
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import Words
from cchc_desktop.domain.plan import Plan, Section, SectionRole
from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.library.hosting import INSERT, LibraryHost, Selected
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.page import Page


class SectionPage(Page):
    """Shows one section at a time; tabs choose among several."""

    def __init__(self, step: Step, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(step, desk, parent)
        self._key = ""
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName("Các mục của bước này")
        self.tabs.currentChanged.connect(self._tab_chosen)
        self._label = QLabel()
        self.title_field = LineField("Tên mục")
        self.title_field.typed.connect(self._title_typed)
        self.title_field.left.connect(self.field_left)
        self.title_field.entered.connect(lambda: self.source_entered.emit(self._key))
        self._note = hint_label("")
        self.editor = OutlineEditor()
        self.editor.setMinimumHeight(90)
        self.editor.outline_edited.connect(self._outline_edited)
        self.editor.item_entered.connect(self.source_entered)
        self.editor.notice.connect(self.notice)
        self._absent = AbsentSection(step, desk)
        self._absent.wanted.connect(self.add_section)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._present())
        self._stack.addWidget(self._absent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def _present(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.title_field, 1)
        row.addWidget(self._menu_button())
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addWidget(self._note)
        host = LibraryHost(
            self._library_place, self._put_in, self._selected, self.editor.setFocus, self._reveal
        )
        library = self.offer_library(host, self.editor)
        library.hide_when_low(head)
        library.take_drops(self.editor.text.viewport(), self._drop_in, self.editor.line_below)
        self.editor.text.cursorPositionChanged.connect(library.panel.place_changed)
        layout.addWidget(library.splitter, 1)
        return card

    def _menu_button(self) -> QToolButton:
        self._menu = QToolButton()
        self._menu.setObjectName("small")
        self._menu.setText("Mục")
        self._menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setToolTip("Chuyển chỗ, bỏ mục, thêm mục")
        self.desk.icons.put_on(self._menu, "more")
        menu = QMenu(self._menu)
        for icon, text, act in (
            ("rename", "Đổi tên mục", self.title_field.setFocus),
            ("up", "Chuyển mục lên", lambda: self._move(-1)),
            ("down", "Chuyển mục xuống", lambda: self._move(1)),
            ("remove", "Bỏ mục này", self._remove),
        ):
            action = QAction(text, menu)
            self.desk.icons.put_on(action, icon)
            action.triggered.connect(act)
            menu.addAction(action)
        menu.addSeparator()
        for role in STEP_ROLES[self.step]:
            action = QAction(f"Thêm mục “{role.label}”", menu)
            self.desk.icons.put_on(action, "add")
            action.triggered.connect(lambda _checked=False, wanted=role: self.add_section(wanted))
            menu.addAction(action)
        self._menu.setMenu(menu)
        return self._menu

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of this step."""
        return () if self.plan is None else sections_of(self.plan, self.step)

    @property
    def section(self) -> Section | None:
        """The section shown."""
        return next((one for one in self.sections if one.id == self._key), None)

    def load(self, plan: Plan) -> None:
        super().load(plan)
        if self.section is None:
            self._key = self.sections[0].id if self.sections else ""
        self._show_tabs()
        self._show_section()

    def _show_tabs(self) -> None:
        with QSignalBlocker(self.tabs):
            while self.tabs.count() > len(self.sections):
                self.tabs.removeTab(self.tabs.count() - 1)
            while self.tabs.count() < len(self.sections):
                self.tabs.addTab("")
            for index, section in enumerate(self.sections):
                self.tabs.setTabText(index, f"{self._number(section)}{_short(section)}".replace("&", "&&"))
                self.tabs.setTabToolTip(index, section.title)
                if section.id == self._key:
                    self.tabs.setCurrentIndex(index)
        self.tabs.setVisible(len(self.sections) > 1)

    def _show_section(self) -> None:
        section = self.section
        if section is None or self.plan is None:
            self._stack.setCurrentWidget(self._absent)
            return
        self._stack.setCurrentIndex(0)
        self._label.setText(self._number(section).strip())
        self.title_field.show_value(section.title)
        self.editor.set_section_title(section.title)
        self.editor.set_outline(section.items)
        others = [role for role in section.roles if step_of_role(role) is not self.step]
        steps = sorted({step_of_role(role).value for role in others})
        self._note.setText(
            f"Mục này viết chung cho bước {', '.join(map(str, steps))}: sửa ở đâu cũng như nhau."
        )
        self._note.setVisible(bool(others))

    def _number(self, section: Section) -> str:
        if self.plan is None or not section.title.strip():
            return ""
        titled = [one for one in self.plan.sections if one.title.strip()]
        return f"{roman(index_of(titled, section.id) + 1)}. "

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.title_field.setReadOnly(read_only)
        self.editor.set_read_only(read_only)
        self._menu.setVisible(not read_only)
        self._absent.set_read_only(read_only)

    def show_source(self, source: str) -> None:
        for section in self.sections:
            if section.id == source:
                self._choose(section.id)
                self.editor.setFocus() if section.title.strip() else self.title_field.setFocus()
                return
            if any(one.id == source for one in section.items):
                self._choose(section.id)
                self.editor.show_item(source)
                return

    def commit(self) -> None:
        self.editor.commit()

    @property
    def current_source(self) -> str:
        return self._key

    def add_section(self, role: SectionRole) -> None:
        """Add an empty section with this role, and go there."""
        added: list[Section] = []

        def change(plan: Plan) -> Plan:
            after, section = with_new_section(plan, role)
            added.append(section)
            return after

        self.edit(f"thêm mục “{role.label}”", change)
        if added:
            self._choose(added[-1].id)
            self.editor.setFocus()

    def _choose(self, key: str) -> None:
        self._key = key
        self._show_tabs()
        self._show_section()

    def _tab_chosen(self, index: int) -> None:
        if 0 <= index < len(self.sections):
            self.field_left.emit()
            self._key = self.sections[index].id
            self._show_section()
            self.source_entered.emit(self._key)

    def _title_typed(self, text: str) -> None:
        key = self._key
        self.edit("đổi tên mục", lambda plan: with_section_title(plan, key, text), ("section-title", key))

    def _outline_edited(self, outline: Outline, label: str, merge: object) -> None:
        place = Place(Home.SECTION, self._key)
        self.edit(label, lambda plan: with_outline(plan, place, outline), merge)

    def _library_place(self) -> LibraryPlace:
        section = self.section
        if section is None or self.dossier is None:
            return LibraryPlace(kinds_for(STEP_ROLES[self.step]))
        outline = self.editor.outline()
        profile = self.dossier.office_profile
        place = place_in(self._roles(section), outline, self.editor.item_at(), profile)
        return replace(place, first_kind=place.first_kind or kind_named(section.title))

    def _roles(self, section: Section) -> tuple[SectionRole, ...]:
        """The roles of a section, those of this step first."""
        here = [role for role in section.roles if role in STEP_ROLES[self.step]]
        return tuple(dict.fromkeys((*here, *section.roles)))

    def _put_in(self, offer: Offer, words: Words) -> None:
        if self.section is None or self.dossier is None:
            return
        content = fresh_content(offer.entry, words)
        profile = self.dossier.office_profile
        at, title = self.editor.item_at(), self.section.title
        made = at_home(self.editor.outline(), at, offer.entry, profile, content, title)
        self._show_put(made.outline, made.first, made.last)

    def _reveal(self, source: str) -> bool:
        section = next((s for s in self.sections if any(one.id == source for one in s.items)), None)
        if section is None:
            return False
        self._choose(section.id)
        self.source_entered.emit(source)
        return self.editor.reveal(source)

    def _drop_in(self, offer: Offer, words: Words, point: QPoint) -> None:
        if self.section is None or self.dossier is None or not offer.entry.content:
            return
        text = self.editor.text
        at = text.cursorForPosition(point).blockNumber() if text.items else None
        content, profile = fresh_content(offer.entry, words), self.dossier.office_profile
        made = where_dropped(self.editor.outline(), at, offer.entry, profile, content)
        self._show_put(made.outline, made.first, made.last)
        self.editor.setFocus()

    def _show_put(self, outline: Outline, first: int, last: int) -> None:
        self.editor.put(outline, first, last, INSERT)
        self.source_entered.emit(outline[last].id)

    def _selected(self) -> tuple[Selected, ...]:
        content = self.editor.chosen_outline()
        if self.section is None or not any(not one.is_empty for one in content):
            return ()
        place = self._library_place()
        first = (place.first_kind,) if place.first_kind in place.kinds else ()
        kinds = tuple(dict.fromkeys((*first, *place.kinds)))
        return (Selected(kinds, content, place.area, place.agency),)

    def _move(self, by: int) -> None:
        key = self._key
        self.edit("chuyển chỗ một mục", lambda plan: with_section_moved(plan, key, by))

    def _remove(self) -> None:
        section = self.section
        if section is not None:
            self.edit(f"bỏ mục “{section.title}”", lambda plan: without_section(plan, section.id))


class AbsentSection(QWidget):
    """What stands where a plan has no such section."""

    wanted = Signal(object)

    def __init__(self, step: Step, desk: Desk) -> None:
        super().__init__()
        name = STEP_ROLES[step][0].label
        text = QLabel(f"Kế hoạch này chưa có mục “{name}”.")
        text.setObjectName("cardTitle")
        self._hint = hint_label("Nếu kế hoạch cần mục này, hãy thêm; nếu không, cứ để vậy và sang bước sau.")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._hint)
        layout.addSpacing(8)
        self._buttons: list[QPushButton] = []
        for role in STEP_ROLES[step]:
            button = QPushButton(f"Thêm mục “{role.label}”")
            desk.icons.put_on(button, "add")
            button.clicked.connect(lambda _checked=False, one=role: self.wanted.emit(one))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
        layout.addStretch(2)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing when nothing can be added."""
        self._hint.setVisible(not read_only)
        for button in self._buttons:
            button.setVisible(not read_only)


def _short(section: Section) -> str:
    name = section.title.strip() or section.role.label
    return name if len(name) <= 40 else f"{name[:38]}…"
