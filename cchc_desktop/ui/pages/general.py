"""Step 1: form of issue, period, title, letterhead, number and date; authority and articles of a decision."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.head_of_paper import with_office_head
from cchc_desktop.authoring.issue_form import with_form
from cchc_desktop.authoring.issue_texts import IssueTexts, issue_texts
from cchc_desktop.authoring.plan_edits import with_period
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dates import Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import IssueForm, Letterhead, Plan
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.explained import explained
from cchc_desktop.ui.fields import LineField, TextField
from cchc_desktop.ui.page import FormPage
from cchc_desktop.ui.pages.date_fields import DateFields
from cchc_desktop.ui.pages.decision import DecisionCard
from cchc_desktop.ui.year_box import year_box

FORM_TEXTS: dict[IssueForm, tuple[str, str]] = {
    IssueForm.PLAN: ("Kế hoạch", "Cách thường dùng: một kế hoạch do Ủy ban nhân dân ban hành (Mẫu 1.4)."),
    IssueForm.DECISION_DIRECT: (
        "Quyết định, nội dung kế hoạch nằm trong Điều 1",
        "Cả kế hoạch viết ngay trong Điều 1 của quyết định (Mẫu 1.2).",
    ),
    IssueForm.DECISION_ATTACHED: (
        "Quyết định, kế hoạch kèm theo",
        "Quyết định ngắn; kế hoạch là văn bản riêng kèm theo (Mẫu 1.3).",
    ),
}


class GeneralPage(FormPage):
    """What the paper is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Step.GENERAL, desk, parent)
        self._add_form()
        self._add_title()
        self._decision = DecisionCard(self)
        self._add_letterhead()
        self._add_number()
        self.body.addStretch(1)

    def _add_form(self) -> None:
        layout = self.add_card("Ban hành bằng văn bản nào?", help_page="buoc-1#hinh-thuc")
        self._forms = QButtonGroup(self)
        for index, form in enumerate(IssueForm):
            name, meaning = FORM_TEXTS[form]
            button = QRadioButton(name)
            self._forms.addButton(button, index)
            layout.addLayout(explained(button, meaning))
        self._forms.idClicked.connect(self._form_chosen)

        self._first = year_box("Kế hoạch cho năm")
        self._last = year_box("Đến năm")
        self._several = QCheckBox("cho nhiều năm, đến năm")
        row = QHBoxLayout()
        row.addWidget(QLabel("Kế hoạch cho năm"))
        row.addWidget(self._first)
        row.addWidget(self._several)
        row.addWidget(self._last)
        row.addStretch(1)
        layout.addSpacing(4)
        layout.addLayout(row)
        self._first.valueChanged.connect(self._period_typed)
        self._last.valueChanged.connect(self._period_typed)
        self._several.toggled.connect(self._period_typed)

    def _add_title(self) -> None:
        layout = self.add_card(
            "Tên kế hoạch (trích yếu)",
            "In đậm dưới tên loại văn bản. Không viết hoa toàn bộ, không có dấu chấm cuối.",
            help_page="buoc-1#trich-yeu",
        )
        self.title_field = TextField("Tên kế hoạch", breaks=True, least_lines=2)
        layout.addWidget(self.title_field)
        self.bind(
            self.title_field,
            "sửa tên kế hoạch",
            lambda plan: plan.title,
            lambda plan, text: replace(plan, title=text),
            "title",
        )

    def _add_letterhead(self) -> None:
        layout = self.add_card(
            "Cơ quan ban hành", "In ở góc trên bên trái, hai dòng đậm.", help_page="buoc-1#co-quan"
        )
        form = _form(layout)
        for index, name in enumerate(("Dòng thứ nhất", "Dòng thứ hai")):
            self._line(form, name, "sửa tên cơ quan ban hành", *_body_line(index))
        self._line(
            form,
            "Cơ quan cấp trên",
            "sửa tên cơ quan cấp trên",
            lambda plan: plan.letterhead.superior,
            lambda plan, text: replace(plan, letterhead=replace(plan.letterhead, superior=text)),
            "letterhead",
            "để trống nếu không ghi, như phần lớn các xã, phường",
        )
        self._line(
            form,
            "Viết thường",
            "sửa tên cơ quan trong phụ lục",
            lambda plan: plan.issuer,
            lambda plan, text: replace(plan, issuer=text),
            "letterhead",
            "dùng trong dòng “Kèm theo … của …”",
        )
        self.take_head = QPushButton("Lấy theo thông tin cơ quan")
        self.take_head.setToolTip("Tên cơ quan, địa danh, ký hiệu như trong thông tin cơ quan")
        self.take_head.clicked.connect(self._take_head)
        self.to_profile = QPushButton("Thông tin cơ quan…")
        self.to_profile.setToolTip("Sửa một lần, kế hoạch nào cũng lấy theo (Ctrl+Shift+T)")
        self.desk.icons.put_on(self.to_profile, "office")
        self.to_profile.clicked.connect(lambda: self.command_wanted.emit("profile"))
        row = QHBoxLayout()
        row.addWidget(self.to_profile)
        row.addWidget(self.take_head)
        row.addStretch(1)
        layout.addLayout(row)

    def _add_number(self) -> None:
        layout = self.add_card(
            "Số, ngày ban hành",
            "Bản dự thảo để trống số và ngày, tháng: văn thư ghi khi ban hành. Hai thứ cùng có hoặc cùng trống.",
            help_page="buoc-1#so-ngay",
        )
        form = _form(layout)
        self._line(
            form,
            "Số",
            "sửa số văn bản",
            lambda plan: plan.number,
            lambda plan, text: replace(plan, number=text.strip()),
            "letterhead",
            "để trống khi dự thảo",
        )
        self._line(
            form,
            "Ký hiệu",
            "sửa ký hiệu văn bản",
            lambda plan: plan.symbol,
            lambda plan, text: replace(plan, symbol=text.strip()),
            "letterhead",
            "ví dụ: KH-UBND",
        )
        self._line(
            form,
            "Địa danh",
            "sửa địa danh",
            lambda plan: plan.place,
            lambda plan, text: replace(plan, place=text),
            "letterhead",
        )
        self._date = DateFields()
        self._date.typed.connect(self._date_typed)
        self._date.left.connect(self.field_left)
        form.addRow("Ngày", self._date)

    def _line(
        self,
        form: QFormLayout,
        name: str,
        label: str,
        read: object,
        write: object,
        source: str,
        placeholder: str = "",
    ) -> None:
        field = LineField(name)
        field.setPlaceholderText(placeholder)
        form.addRow(name, field)
        self.bind(field, label, read, write, source)  # type: ignore[arg-type]

    def load(self, plan: Plan) -> None:
        super().load(plan)
        self._forms.button(list(IssueForm).index(plan.form)).setChecked(True)
        with QSignalBlocker(self._first), QSignalBlocker(self._last), QSignalBlocker(self._several):
            self._first.setValue(plan.period.first_year)
            self._last.setMinimum(plan.period.first_year)
            self._last.setValue(plan.period.last_year)
            several = self._several.isChecked() if self._several.hasFocus() else False
            self._several.setChecked(several or not plan.period.is_one_year)
            self._last.setVisible(self._several.isChecked())
        self._date.show_date(plan.date)
        self._decision.load(plan)
        self._show_head()

    def set_dossier(self, dossier: Dossier) -> None:
        super().set_dossier(dossier)
        self._show_head()

    def _show_head(self) -> None:
        """Taking it from the profile is offered while something differs."""
        plan, dossier = self.plan, self.dossier
        differs = False
        if plan is not None and dossier is not None:
            differs = with_office_head(plan, dossier.office_profile) is not plan
        self.take_head.setVisible(differs and not self.is_read_only)

    def _take_head(self) -> None:
        if self.dossier is not None:
            profile = self.dossier.office_profile
            self.edit("lấy theo thông tin cơ quan", lambda plan: with_office_head(plan, profile))
            self.to_profile.setFocus()
            self.notice.emit("Đã lấy tên cơ quan, địa danh, ký hiệu theo thông tin cơ quan.")

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for widget in (*self._forms.buttons(), self._first, self._last, self._several):
            widget.setEnabled(not read_only)
        self._date.set_read_only(read_only)
        self._decision.set_read_only(read_only)
        self._show_head()

    def show_source(self, source: str) -> None:
        if not self._decision.show_source(source):
            super().show_source(source)

    def _form_chosen(self, index: int) -> None:
        form = list(IssueForm)[index]
        texts: IssueTexts | None = None
        if self.plan is not None and self.dossier is not None:
            with self.desk.trouble.told():  # without the catalogue the form changes all the same
                texts = issue_texts(self.dossier, self.plan.period.first_year)
        self.edit(
            f"đổi hình thức ban hành thành {FORM_TEXTS[form][0].lower()}",
            lambda plan: with_form(plan, form, texts),
        )

    def _period_typed(self) -> None:
        several = self._several.isChecked()
        self._last.setVisible(several)
        first = self._first.value()
        if several and self._last.value() <= first and self.sender() is self._several:
            with QSignalBlocker(self._last):
                self._last.setMinimum(first)
                self._last.setValue(first + 4)
        last = max(first, self._last.value()) if several else first
        self.edit("đổi năm của kế hoạch", lambda plan: with_period(plan, Period(first, last)), ("period",))

    def _date_typed(self) -> None:
        date = self._date.date
        self.edit("sửa ngày ban hành", lambda plan: replace(plan, date=date), ("date",))


def _body_line(index: int) -> tuple[object, object, str]:
    def read(plan: Plan) -> str:
        body = plan.letterhead.body
        return body[index] if index < len(body) else ""

    def write(plan: Plan, text: str) -> Plan:
        body = [*plan.letterhead.body, "", ""][: max(2, len(plan.letterhead.body))]
        body[index] = text.upper()
        while len(body) > 1 and not body[-1]:
            body.pop()
        return replace(plan, letterhead=Letterhead(tuple(body), plan.letterhead.superior))

    return read, write, "letterhead"


def _form(layout: QVBoxLayout) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.addLayout(form)
    return form
