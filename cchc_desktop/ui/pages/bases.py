"""Step 2: legal bases one a line, "Theo đề nghị …", and opening paragraphs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue, basis_catalogue
from cchc_desktop.authoring.basis_matching import citations
from cchc_desktop.authoring.basis_state import name_of
from cchc_desktop.authoring.library_insert import fresh_content, into_outline
from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.authoring.list_edits import (
    with_bases,
    with_basis_moved,
    with_basis_text,
    with_pasted_bases,
    with_proposal,
    without_basis,
)
from cchc_desktop.authoring.places import OPENING, with_outline
from cchc_desktop.authoring.plan_bases import DoubtfulBasis, doubtful_bases, with_basis_replaced
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import Words
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import TextField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.library.hosting import INSERT, LibraryHost, Selected
from cchc_desktop.ui.lines_editor import Line, LinesEditor
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.page import FormPage


class BasesPage(FormPage):
    """What the plan rests on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Step.BASES, desk, parent)
        layout = self.add_card(
            "Các căn cứ",
            "Viết đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu. Dấu chấm phẩy và dấu chấm cuối dòng "
            "do chương trình tự ghi. Enter thêm dòng; dán nhiều dòng một lúc được.",
        )
        self._empty = hint_label(
            "Chưa có căn cứ nào. Bấm “Chọn từ danh mục…”, “Thêm căn cứ”, hoặc dán các căn cứ từ văn bản khác."
        )
        layout.addWidget(self._empty)
        layout.addLayout(self._picking())
        self.lines = LinesEditor("Căn cứ", desk)
        layout.addWidget(self.lines)
        self._add_buttons(layout)
        self._connect_lines()

        proposal = self.add_card(
            "Theo đề nghị",
            "Dòng cuối của phần căn cứ; quyết định thường phải có.",
            help_page="buoc-2#theo-de-nghi",
        )
        self._proposal = TextField("Theo đề nghị")
        self._proposal.setPlaceholderText("ví dụ: Theo đề nghị của Trưởng phòng Văn hóa - Xã hội")
        proposal.addWidget(self._proposal)
        self.bind(
            self._proposal,
            "sửa dòng theo đề nghị",
            lambda plan: plan.opening.proposal,
            with_proposal,
            "proposal",
        )

        opening = self.add_card(
            "Đoạn mở đầu",
            "Thay cho các căn cứ hoặc viết thêm sau chúng: “Thực hiện Kế hoạch số … của …, Ủy ban nhân dân phường "
            "ban hành Kế hoạch … với những nội dung sau:”.",
            help_page="buoc-2#doan-mo-dau",
        )
        self._opening = OutlineEditor()
        self._opening.setMinimumHeight(160)
        opening.addWidget(self._opening)
        self._opening.outline_edited.connect(self._opening_edited)
        self._opening.item_entered.connect(self.source_entered)
        self._opening.notice.connect(self.notice)
        self.body.addStretch(1)
        self._add_library()

    def _add_library(self) -> None:
        place = LibraryPlace((EntryKind.OPENING,))
        host = LibraryHost(lambda: place, self._put_in, self._selected, self._opening.setFocus, self._reveal)
        library = self.offer_library_below(host)
        library.take_drops(
            self._opening.text.viewport(), lambda offer, words, _at: self._put_in(offer, words)
        )
        library.panel.toggled.connect(self._show_opening)

    def _show_opening(self, opened: bool) -> None:
        """What the suggestions are for is in sight when they are opened."""
        if opened:
            QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self._opening))

    def _reveal(self, source: str) -> bool:
        found = self._opening.reveal(source)
        if found:
            self.scroll_area.ensureWidgetVisible(self._opening)
            self.source_entered.emit(source)
        return found

    def _put_in(self, offer: Offer, words: Words) -> None:
        at = self._opening.item_at()
        made = into_outline(self._opening.outline(), at, fresh_content(offer.entry, words))
        self._opening.put(made.outline, made.first, made.last, INSERT)
        self.scroll_area.ensureWidgetVisible(self._opening)
        self.source_entered.emit(made.outline[made.last].id)

    def _selected(self) -> tuple[Selected, ...]:
        content = self._opening.chosen_outline()
        written = any(not one.is_empty for one in content)
        return (Selected((EntryKind.OPENING,), content),) if written else ()

    def _picking(self) -> QHBoxLayout:
        """Over the list, where it is seen also when there are many bases."""
        self._pick = QPushButton("Chọn từ danh mục…")
        self._pick.setToolTip("Tìm luật, nghị định, quyết định … có sẵn; xem còn hiệu lực hay không")
        self.desk.icons.put_on(self._pick, "sections")
        self._pick.clicked.connect(lambda: self.command_wanted.emit("bases"))
        row = QHBoxLayout()
        row.addWidget(self._pick)
        row.addStretch(1)
        return row

    def _add_buttons(self, layout: QVBoxLayout) -> None:
        self._add = QPushButton("Thêm căn cứ")
        self._paste = QPushButton("Dán nhiều căn cứ")
        self.desk.icons.put_on(self._add, "add")
        self.desk.icons.put_on(self._paste, "paste")
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._paste)
        row.addStretch(1)
        layout.addLayout(row)
        self._add.clicked.connect(lambda: self._insert(len(self._bases)))
        self._paste.clicked.connect(
            lambda: self._insert_pasted(len(self._bases), QApplication.clipboard().text())
        )

    def _connect_lines(self) -> None:
        lines = self.lines
        lines.text_typed.connect(self._type)
        lines.add_wanted.connect(self._insert)
        lines.pasted.connect(self._insert_pasted)
        lines.remove_wanted.connect(
            lambda key: self.edit("xóa một căn cứ", lambda plan: without_basis(plan, key))
        )
        lines.move_wanted.connect(
            lambda key, by: self.edit("chuyển chỗ một căn cứ", lambda plan: with_basis_moved(plan, key, by))
        )
        lines.line_entered.connect(self.source_entered)
        lines.left.connect(self.field_left)
        lines.remedy_wanted.connect(self._mend)

    @property
    def _bases(self) -> tuple[LegalBasis, ...]:
        return self.plan.opening.bases if self.plan is not None else ()

    def load(self, plan: Plan) -> None:
        super().load(plan)
        self.lines.set_lines(self._lines_of(plan))
        self._empty.setVisible(not plan.opening.bases)
        self._opening.set_outline(plan.opening.paragraphs)

    def _lines_of(self, plan: Plan) -> list[Line]:
        doubts = {one.basis_id: one for one in reversed(self._doubts(plan))}
        lines: list[Line] = []
        for basis in plan.opening.bases:
            doubt = doubts.get(basis.id)
            successor = None if doubt is None else doubt.successor
            remedy = "" if successor is None else f"Thay bằng {name_of(successor)}"
            lines.append(
                Line(basis.id, "", basis.text.plain, "" if doubt is None else doubt.sentence, remedy)
            )
        return lines

    def _doubts(self, plan: Plan) -> tuple[DoubtfulBasis, ...]:
        if not any(citations(basis.text.plain) for basis in plan.opening.bases):
            return ()
        try:
            return tuple(doubtful_bases(plan, self._catalogue, date.today()))
        except UserFacingError:  # said among what is still wrong with the plan
            return ()

    @property
    def _catalogue(self) -> BasisCatalogue:
        return basis_catalogue(() if self.dossier is None else self.dossier.bases)

    def _mend(self, key: str) -> None:
        if self.plan is None or self.is_read_only:
            return
        doubt = next((one for one in self._doubts(self.plan) if one.basis_id == key), None)
        if doubt is not None and doubt.successor is not None:
            successor, catalogue = doubt.successor, self._catalogue
            self.edit(
                f"thay {name_of(doubt.document)} bằng {name_of(successor)}",
                lambda plan: with_basis_replaced(plan, key, successor, catalogue),
            )
            self.notice.emit(f"Đã thay bằng {name_of(successor)}. Bấm Ctrl+Z để lấy lại dòng cũ.")
            self.lines.enter(key)

    def set_dossier(self, dossier: Dossier) -> None:
        super().set_dossier(dossier)
        if self.plan is not None:
            self.lines.set_lines(self._lines_of(self.plan))

    def commit(self) -> None:
        self._opening.commit()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.lines.set_read_only(read_only)
        self._opening.set_read_only(read_only)
        self._add.setVisible(not read_only)
        self._paste.setVisible(not read_only)
        self._pick.setVisible(not read_only)

    def show_source(self, source: str) -> None:
        if source in self.lines.keys:
            self.lines.enter(source)
        elif any(one.id == source for one in self._opening.outline()):
            self._opening.show_item(source)
        elif source.endswith(":opening") and self.lines.keys:
            self.lines.enter(self.lines.keys[0])
        super().show_source(source)

    @property
    def current_source(self) -> str:
        focused = self.focusWidget()
        for index, key in enumerate(self.lines.keys):
            if self.lines.field(index) is focused:
                return key
        return ""

    def _type(self, key: str, text: str) -> None:
        written = RichText.of(clean(text))
        self.edit("sửa một căn cứ", lambda plan: with_basis_text(plan, key, written), ("basis", key))

    def _insert(self, at: int) -> None:
        basis = LegalBasis(RichText.of("Căn cứ "))
        self.edit(
            "thêm một căn cứ",
            lambda plan: with_bases(plan, (*plan.opening.bases[:at], basis, *plan.opening.bases[at:])),
        )
        self.lines.enter(basis.id)

    def _insert_pasted(self, at: int, text: str) -> None:
        self.edit("dán các căn cứ", lambda plan: with_pasted_bases(plan, at, text))

    def _opening_edited(self, outline: Outline, label: str, merge: object) -> None:
        self.edit(label, lambda plan: with_outline(plan, OPENING, outline), merge)
