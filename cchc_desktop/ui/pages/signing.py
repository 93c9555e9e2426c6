"""Step 10: closing paragraph, recipients and archive line, and who signs in what way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.list_edits import (
    parse_recipient,
    with_archive,
    with_pasted_recipients,
    with_recipients,
)
from cchc_desktop.authoring.places import CLOSING, with_outline
from cchc_desktop.authoring.plan_edits import changed, moved, without
from cchc_desktop.authoring.signing import SIGNING_WAYS, signed_by, way_of
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Capacity, Plan, Recipient, Signature
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.lines_editor import Line, LinesEditor
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.page import FormPage

_WITH_TITLE = (Capacity.DEPUTY, Capacity.BY_ORDER, Capacity.AUTHORISED)


class SigningPage(FormPage):
    """What stands at the end of the paper."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Step.SIGNING, desk, parent)
        closing = self.add_card("Câu kết", "“Trên đây là Kế hoạch …”. Dấu ./. ở cuối do chương trình tự ghi.")
        self._closing = OutlineEditor()
        self._closing.setMinimumHeight(140)
        self._closing.outline_edited.connect(self._closing_edited)
        self._closing.item_entered.connect(self.source_entered)
        self._closing.notice.connect(self.notice)
        closing.addWidget(self._closing)
        self._add_recipients()
        self._add_signature()
        self.body.addStretch(1)

    def _add_recipients(self) -> None:
        layout = self.add_card(
            "Nơi nhận",
            "Mỗi nơi một dòng, ghi chú đặt trong ngoặc: “UBND tỉnh (để b/c)”. Gạch đầu dòng và dấu chấm phẩy do "
            "chương trình tự ghi.",
        )
        self.lines = LinesEditor("Nơi nhận", self.desk)
        layout.addWidget(self.lines)
        row = QHBoxLayout()
        self._add = QPushButton("Thêm nơi nhận")
        self._paste = QPushButton("Dán nhiều nơi nhận")
        self.desk.icons.put_on(self._add, "add")
        self.desk.icons.put_on(self._paste, "paste")
        row.addWidget(self._add)
        row.addWidget(self._paste)
        row.addStretch(1)
        layout.addLayout(row)
        form = QFormLayout()
        archive = LineField("Lưu")
        archive.setPlaceholderText("ví dụ: VT, VHXH")
        form.addRow("Lưu:", archive)
        layout.addLayout(form)
        self.bind(archive, "sửa dòng lưu", lambda plan: plan.recipients.archive, with_archive, "sign")
        self._add.clicked.connect(lambda: self._insert(len(self._names)))
        self._paste.clicked.connect(
            lambda: self._insert_pasted(len(self._names), QApplication.clipboard().text())
        )
        lines = self.lines
        lines.text_typed.connect(self._type)
        lines.add_wanted.connect(self._insert)
        lines.pasted.connect(self._insert_pasted)
        lines.remove_wanted.connect(
            lambda key: self._edit_names("xóa một nơi nhận", lambda n: without(n, key))
        )
        lines.move_wanted.connect(
            lambda key, by: self._edit_names("chuyển chỗ một nơi nhận", lambda n: moved(n, key, by))
        )
        lines.line_entered.connect(lambda _key: self.source_entered.emit(f"{self._plan_id}:sign"))
        lines.left.connect(self.field_left)

    def _add_signature(self) -> None:
        layout = self.add_card("Người ký")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._ways = QComboBox()
        self._ways.setAccessibleName("Cách ký")
        self._ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._ways.setMinimumContentsLength(16)
        self._ways.addItems([way.name for way in SIGNING_WAYS])
        self._ways.activated.connect(self._way_chosen)
        form.addRow("Cách ký", self._ways)
        self._collective = self._signature_line(
            form, "Ký thay mặt", "sửa tên cơ quan ký thay mặt", "collective"
        )
        self._signature_line(form, "Người đứng đầu", "sửa chức vụ người đứng đầu", "head")
        self._title = self._signature_line(form, "Chức vụ người ký", "sửa chức vụ người ký", "title")
        self._signature_line(form, "Họ và tên", "sửa họ tên người ký", "name", upper=False)
        layout.addLayout(form)
        layout.addLayout(self._example())

    def _example(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.addWidget(hint_label("Sẽ in là:"))
        self._printed = QLabel()
        self._printed.setAccessibleName("Phần ký sẽ in là")
        self._printed.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._printed.setTextFormat(Qt.TextFormat.PlainText)
        self._printed.setWordWrap(True)
        font = self._printed.font()
        font.setFamilies(["Times New Roman", "Liberation Serif", "serif"])
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._printed.setFont(font)
        box.addWidget(self._printed, 1)
        return box

    def _signature_line(
        self, form: QFormLayout, name: str, label: str, part: str, *, upper: bool = True
    ) -> LineField:
        field = LineField(name)
        if part == "name":
            field.setPlaceholderText("để trống khi chưa rõ ai ký")
        form.addRow(name, field)

        def write(plan: Plan, text: str) -> Plan:
            written = text.upper() if upper else text
            return replace(plan, signature=_with_part(plan.signature, part, written))

        self.bind(field, label, lambda plan: str(getattr(plan.signature, part)), write, "sign")
        return field

    @property
    def _names(self) -> tuple[Recipient, ...]:
        return self.plan.recipients.names if self.plan is not None else ()

    def load(self, plan: Plan) -> None:
        super().load(plan)
        self._closing.set_outline(plan.closing)
        self.lines.set_lines([Line(one.id, "-", _written(one)) for one in plan.recipients.names])
        way = way_of(plan.signature)
        with QSignalBlocker(self._ways):
            self._ways.setCurrentIndex(-1 if way is None else way)
        self._collective.setEnabled(bool(plan.signature.collective))
        self._title.setEnabled(plan.signature.capacity in _WITH_TITLE)
        name = plan.signature.name or "(họ và tên)"
        self._printed.setText("\n".join([*plan.signature.lines, "", "", name]))

    def commit(self) -> None:
        self._closing.commit()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._closing.set_read_only(read_only)
        self.lines.set_read_only(read_only)
        self._ways.setEnabled(not read_only)
        self._add.setVisible(not read_only)
        self._paste.setVisible(not read_only)

    def show_source(self, source: str) -> None:
        if any(one.id == source for one in self._closing.outline()):
            self._closing.show_item(source)
        elif source.endswith(":closing"):
            self._closing.setFocus()
        elif source in self.lines.keys:
            self.lines.enter(source)
        elif source.endswith(":sign") and self.lines.keys:
            self.lines.enter(self.lines.keys[0])
            return
        super().show_source(source)

    def _edit_names(self, label: str, change: object, merge: object = None) -> None:
        self.edit(label, lambda plan: with_recipients(plan, change(plan.recipients.names)), merge)  # type: ignore[operator]

    def _type(self, key: str, text: str) -> None:
        written = parse_recipient(clean(text))
        self._edit_names(
            "sửa một nơi nhận",
            lambda names: changed(names, key, lambda one: replace(written, id=one.id)),
            ("recipient", key),
        )

    def _insert(self, at: int) -> None:
        added = Recipient("")
        self._edit_names("thêm một nơi nhận", lambda names: (*names[:at], added, *names[at:]))
        self.lines.enter(added.id)

    def _insert_pasted(self, at: int, text: str) -> None:
        self.edit("dán các nơi nhận", lambda plan: with_pasted_recipients(plan, at, text))

    def _closing_edited(self, outline: Outline, label: str, merge: object) -> None:
        self.edit(label, lambda plan: with_outline(plan, CLOSING, outline), merge)

    def _way_chosen(self, index: int) -> None:
        way = SIGNING_WAYS[index]
        self.edit("đổi cách ký", lambda plan: replace(plan, signature=signed_by(plan.signature, way)))


def _with_part(signature: Signature, part: str, text: str) -> Signature:
    match part:
        case "collective":
            return replace(signature, collective=text)
        case "head":
            return replace(signature, head=text)
        case "title":
            return replace(signature, title=text)
        case _:
            return replace(signature, name=text)


def _written(recipient: Recipient) -> str:
    return f"{recipient.name} ({recipient.note})" if recipient.note else recipient.name
