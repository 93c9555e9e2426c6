"""A document of the province or the commune, typed or pasted, with the citation it makes shown at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.authoring.own_basis import TypedBasis, known_already, taken_apart, typed_of, usual_issuers
from cchc_desktop.domain.citation import KINDS, format_citation
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.office import Office
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import TextField
from cchc_desktop.ui.fitting import fit, scrolled
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label

Take = Callable[[LegalDocument, bool], None]


class BasisForm(QDialog):
    """``before`` is the document to be changed, or None for a new one; ``take`` gets it and whether it goes into the plan."""

    def __init__(
        self,
        desk: Desk,
        office: Office,
        catalogue: BasisCatalogue,
        before: LegalDocument | None,
        take: Take,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._before = before
        self._take = take
        self.setWindowTitle("Thêm văn bản" if before is None else "Sửa văn bản")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_help(self, desk, "can-cu#cua-co-quan")
        self._build(office)
        self._lay_out()
        if before is None:
            self._show()
            self.pasted.setFocus()
        else:
            self._fill(typed_of(before))
            self.number.setFocus()

    def _build(self, office: Office) -> None:
        self.pasted = TextField("Dán câu viện dẫn", most_lines=4)
        self.pasted.setPlaceholderText(
            "Dán cả câu, ví dụ: Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2026 của … về …"
        )
        self.pasted.typed.connect(self._take_apart)
        self.kind = QComboBox()
        self.kind.setAccessibleName("Tên loại văn bản")
        self.kind.addItems(KINDS)
        self.kind.setCurrentText("Kế hoạch")
        self.number = _line("Số", "12")
        self.symbol = _line("Ký hiệu", "KH-UBND")
        self.day = _line("Ngày ban hành", "20/01/2026")
        self.issuer = _line("Cơ quan ban hành", f"ví dụ: {usual_issuers(office)[0]}")
        completer = QCompleter(list(usual_issuers(office)), self.issuer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.issuer.setCompleter(completer)
        self.title = TextField("Trích yếu", least_lines=2, most_lines=4)
        self.title.setPlaceholderText("về …, ban hành …, phê duyệt …")
        self.ended = _line("Hết hiệu lực từ ngày", "để trống nếu còn hiệu lực")
        self.note = _line("Lưu ý", "")
        self.into_plan = QCheckBox("Đưa ngay vào kế hoạch")
        self.into_plan.setChecked(True)
        self.into_plan.setVisible(self._before is None)
        self.kind.currentTextChanged.connect(lambda _text: self._show())
        for field in (self.number, self.symbol, self.day, self.issuer, self.ended, self.note):
            field.textChanged.connect(lambda _text: self._show())
        self.title.typed.connect(lambda _text: self._show())
        self.preview = QLabel()
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName("Câu căn cứ sẽ in")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        font = self.preview.font()
        font.setItalic(True)
        self.preview.setFont(font)
        self.hint = hint_label("")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        code = QHBoxLayout()
        code.addWidget(self.number, 1)
        code.addWidget(QLabel("/"))
        code.addWidget(self.symbol, 3)
        if self._before is None:
            form.addRow("Dán câu viện dẫn", self.pasted)
        for name, field in (
            ("Tên loại", self.kind),
            ("Số, ký hiệu", code),
            ("Ngày ban hành", self.day),
            ("Cơ quan ban hành", self.issuer),
            ("Trích yếu", self.title),
            ("Hết hiệu lực từ", self.ended),
            ("Lưu ý", self.note),
        ):
            form.addRow(name, field)
        buttons = QDialogButtonBox()
        word = "Thêm vào danh mục" if self._before is None else "Ghi thay đổi"
        self.ok = buttons.addButton(word, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(scrolled(form), 1)
        layout.addWidget(self.preview)
        layout.addWidget(self.hint)
        layout.addWidget(self.into_plan)
        layout.addWidget(buttons)
        fit(self, 620, 560)

    @property
    def typed(self) -> TypedBasis:
        """The fields as they stand."""
        return TypedBasis(
            self.kind.currentText(),
            self.number.text(),
            self.symbol.text(),
            self.day.text(),
            self.issuer.text(),
            self.title.toPlainText(),
            self.ended.text(),
            self.note.text(),
        )

    def _take_apart(self, pasted: str) -> None:
        found = taken_apart(pasted)
        if found is not None:
            self._fill(replace(found, ended=self.ended.text(), note=self.note.text()))
        elif pasted.strip():
            self.hint.setText(
                "Chưa nhận ra tên loại và số trong câu vừa dán: anh, chị điền vào các ô bên dưới."
            )

    def _fill(self, typed: TypedBasis) -> None:
        self.kind.setCurrentText(typed.kind)
        for field, text in (
            (self.number, typed.number),
            (self.symbol, typed.symbol),
            (self.day, typed.day),
            (self.issuer, typed.issuer),
            (self.ended, typed.ended),
            (self.note, typed.note),
        ):
            field.setText(text)
        self.title.show_value(typed.title)
        self._show()

    def _show(self) -> None:
        typed = self.typed
        faults = typed.faults
        self.preview.setText(f"Căn cứ {format_citation(typed.citation)};")
        begun = any((typed.number.strip(), typed.symbol.strip(), typed.title.strip()))
        known = known_already(typed, self._catalogue, self._before)
        self.hint.setText(" ".join(faults) if faults and begun else known)
        self.ok.setEnabled(not faults)

    def accept(self) -> None:
        if self.typed.faults:
            return
        one = self.typed.document(self._before)
        super().accept()
        self._take(one, self._before is None and self.into_plan.isChecked())


def _line(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
