"""Step 2: legal bases one a line, "Theo đề nghị …", and opening paragraphs."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.authoring.list_edits import (
    with_bases,
    with_basis_moved,
    with_basis_text,
    with_pasted_bases,
    with_proposal,
    without_basis,
)
from cchc_desktop.authoring.places import OPENING, with_outline
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import TextField
from cchc_desktop.ui.labels import hint_label
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
            "Chưa có căn cứ nào. Bấm “Thêm căn cứ”, hoặc dán các căn cứ từ văn bản khác."
        )
        layout.addWidget(self._empty)
        self.lines = LinesEditor("Căn cứ", desk)
        layout.addWidget(self.lines)
        self._add_buttons(layout)
        self._connect_lines()

        proposal = self.add_card("Theo đề nghị", "Dòng cuối của phần căn cứ; quyết định thường phải có.")
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
        )
        self._opening = OutlineEditor()
        self._opening.setMinimumHeight(160)
        opening.addWidget(self._opening)
        self._opening.outline_edited.connect(self._opening_edited)
        self._opening.item_entered.connect(self.source_entered)
        self._opening.notice.connect(self.notice)
        self.body.addStretch(1)

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

    @property
    def _bases(self) -> tuple[LegalBasis, ...]:
        return self.plan.opening.bases if self.plan is not None else ()

    def load(self, plan: Plan) -> None:
        super().load(plan)
        self.lines.set_lines([Line(basis.id, "", basis.text.plain) for basis in plan.opening.bases])
        self._empty.setVisible(not plan.opening.bases)
        self._opening.set_outline(plan.opening.paragraphs)

    def commit(self) -> None:
        self._opening.commit()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.lines.set_read_only(read_only)
        self._opening.set_read_only(read_only)
        self._add.setVisible(not read_only)
        self._paste.setVisible(not read_only)

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
