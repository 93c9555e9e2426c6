"""Step 10: closing paragraph, recipients and archive line, and who signs in what way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.library_insert import fresh_content, into_outline, with_recipient
from cchc_desktop.authoring.library_places import LibraryPlace
from cchc_desktop.authoring.library_search import Offer
from cchc_desktop.authoring.list_edits import with_archive, with_pasted_recipients, with_recipients
from cchc_desktop.authoring.places import CLOSING, with_outline
from cchc_desktop.authoring.profile_edits import with_profile
from cchc_desktop.authoring.signer_choice import same_signer, signed_as, signer_name, signer_of, with_signer
from cchc_desktop.authoring.signing import SIGNING_WAYS, signed_by, way_of
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.outline import Outline, paragraph
from cchc_desktop.domain.placeholders import Words, fill
from cchc_desktop.domain.plan import Capacity, Plan, Recipient, Signature
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.library.hosting import INSERT, LibraryHost, Selected
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.page import FormPage
from cchc_desktop.ui.recipients_editor import RecipientsEditor

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
        self._writes_names = False  # whether the recipients, not the closing, were written last
        self._name_key = ""
        self._add_library()

    def _add_library(self) -> None:
        host = LibraryHost(
            self._library_place, self._put_in, self._selected, self._enter_written, self._reveal
        )
        library = self.offer_library_below(host)
        library.take_drops(
            self._closing.text.viewport(), lambda offer, words, _at: self._put_in(offer, words)
        )
        library.take_drops(self.lines, lambda offer, words, _at: self._put_in(offer, words))
        self._closing.item_entered.connect(lambda _key: self._note_written(""))
        self.lines.line_entered.connect(self._note_written)

    def _note_written(self, key: str) -> None:
        self._writes_names, self._name_key = bool(key), key
        if self.library is not None:
            self.library.panel.place_changed()

    def _library_place(self) -> LibraryPlace:
        first = EntryKind.RECIPIENT if self._writes_names else EntryKind.CLOSING
        return LibraryPlace((EntryKind.CLOSING, EntryKind.RECIPIENT), first)

    def _reveal(self, source: str) -> bool:
        keys = self.lines.keys
        if source in keys:
            self.scroll_area.ensureWidgetVisible(self.lines.field(keys.index(source)))
            self.source_entered.emit(f"{self._plan_id}:sign")
            return True
        found = self._closing.reveal(source)
        if found:
            self.scroll_area.ensureWidgetVisible(self._closing)
            self.source_entered.emit(source)
        return found

    def _put_in(self, offer: Offer, words: Words) -> None:
        if offer.entry.kind is EntryKind.RECIPIENT:
            self._put_recipient(" ".join(fill(one.content.plain, words) for one in offer.entry.content))
            return
        at = self._closing.item_at()
        made = into_outline(self._closing.outline(), at, fresh_content(offer.entry, words))
        self._closing.put(made.outline, made.first, made.last, INSERT)
        self.scroll_area.ensureWidgetVisible(self._closing)
        self.source_entered.emit(made.outline[made.last].id)

    def _put_recipient(self, text: str) -> None:
        added: list[Recipient] = []

        def change(plan: Plan) -> Plan:
            after, new = with_recipient(plan, self._name_key, text)
            added.append(new)
            return after

        self.edit(INSERT, change)
        if added:
            self._name_key = added[-1].id
            keys = self.lines.keys
            if self._name_key in keys:
                self.scroll_area.ensureWidgetVisible(self.lines.field(keys.index(self._name_key)))
            self.source_entered.emit(f"{self._plan_id}:sign")

    def _selected(self) -> tuple[Selected, ...]:
        if self._writes_names:
            one = next((one for one in self._names if one.id == self._name_key), None)
            if one is None or not one.name.strip():
                return ()
            line = f"{one.name} ({one.note})" if one.note else one.name
            return (Selected((EntryKind.RECIPIENT,), (paragraph(line),)),)
        content = self._closing.chosen_outline()
        if not any(not one.is_empty for one in content):
            return ()
        return (Selected((EntryKind.CLOSING,), content),)

    def _enter_written(self) -> None:
        if self._writes_names and self._name_key in self.lines.keys:
            self.lines.enter(self._name_key)
        else:
            self._closing.setFocus()

    def _add_recipients(self) -> None:
        layout = self.add_card(
            "Nơi nhận",
            "Mỗi nơi một dòng, ghi chú đặt trong ngoặc: “UBND tỉnh (để b/c)”. Gạch đầu dòng và dấu chấm phẩy do "
            "chương trình tự ghi.",
            help_page="buoc-10#noi-nhan",
        )
        self.recipients = RecipientsEditor(self.desk)
        self.lines = self.recipients.lines
        layout.addWidget(self.recipients)
        self.take_usual = QPushButton("Lấy nơi nhận thường dùng")
        self.take_usual.setToolTip("Thay danh sách này bằng danh sách trong thông tin cơ quan")
        self.keep_usual = QPushButton("Lưu làm nơi nhận thường dùng")
        self.keep_usual.setToolTip("Kế hoạch sau sẽ bắt đầu bằng danh sách này")
        usual = QHBoxLayout()
        usual.addWidget(self.take_usual)
        usual.addWidget(self.keep_usual)
        usual.addStretch(1)
        layout.addLayout(usual)
        form = QFormLayout()
        archive = LineField("Lưu")
        archive.setPlaceholderText("ví dụ: VT, VHXH")
        form.addRow("Lưu:", archive)
        layout.addLayout(form)
        self.bind(archive, "sửa dòng lưu", lambda plan: plan.recipients.archive, with_archive, "sign")
        self.take_usual.clicked.connect(self._take_usual)
        self.keep_usual.clicked.connect(self._keep_usual)
        self.recipients.edited.connect(
            lambda label, change, merge: self.edit(
                label, lambda plan: with_recipients(plan, change(plan.recipients.names)), merge
            )
        )
        self.recipients.pasted.connect(
            lambda at, text: self.edit(
                "dán các nơi nhận", lambda plan: with_pasted_recipients(plan, at, text)
            )
        )
        self.recipients.entered.connect(lambda: self.source_entered.emit(f"{self._plan_id}:sign"))
        self.recipients.left.connect(self.field_left)

    def _add_signature(self) -> None:
        layout = self.add_card("Người ký", help_page="buoc-10#nguoi-ky")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._ways = QComboBox()
        self._ways.setAccessibleName("Cách ký")
        self._ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # Enough for what tells the ways apart; where there is less room the label goes above.
        self._ways.setMinimumContentsLength(28)
        self._ways.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ways.addItems([way.name for way in SIGNING_WAYS])
        self._ways.activated.connect(self._way_chosen)
        self._signers = QComboBox()
        self._signers.setAccessibleName("Chọn người ký")
        self._signers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._signers.setMinimumContentsLength(16)
        self._signers.setPlaceholderText("chọn trong danh sách người ký của cơ quan")
        self._signers.activated.connect(self._signer_chosen)
        self.keep_signer = QPushButton("Lưu người ký này")
        self.keep_signer.setToolTip("Ghi vào danh sách người ký của cơ quan, lần sau chọn được ngay")
        self.keep_signer.clicked.connect(self._keep_signer)
        chosen = QHBoxLayout()
        chosen.addWidget(self._signers, 1)
        chosen.addWidget(self.keep_signer)
        form.addRow("Người ký", chosen)
        form.addRow("Cách ký", self._ways)
        self._collective = self._signature_line(
            form, "Ký thay mặt", "sửa tên cơ quan ký thay mặt", "collective"
        )
        self._signature_line(form, "Người đứng đầu", "sửa chức vụ người đứng đầu", "head")
        self._title = self._signature_line(form, "Chức vụ người ký", "sửa chức vụ người ký", "title")
        self._name = self._signature_line(form, "Họ và tên", "sửa họ tên người ký", "name", upper=False)
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
        self.recipients.show_names(plan.recipients.names)
        way = way_of(plan.signature)
        with QSignalBlocker(self._ways):
            self._ways.setCurrentIndex(-1 if way is None else way)
        self._ways.setToolTip(self._ways.currentText())
        self._collective.setEnabled(bool(plan.signature.collective))
        self._title.setEnabled(plan.signature.capacity in _WITH_TITLE)
        name = plan.signature.name or "(họ và tên)"
        self._printed.setText("\n".join([*plan.signature.lines, "", "", name]))
        self._show_signers()

    def set_dossier(self, dossier: Dossier) -> None:
        super().set_dossier(dossier)
        self._show_signers()

    @property
    def profile(self) -> OfficeProfile | None:
        """What the office keeps for its plans."""
        return None if self.dossier is None else self.dossier.office_profile

    def _show_signers(self) -> None:
        """The office's signers to choose from; the one who signs is shown as chosen."""
        profile, plan = self.profile, self.plan
        if profile is None or plan is None:
            return
        now = signer_of(plan.signature)
        names = [signer_name(one) for one in profile.signers]
        with QSignalBlocker(self._signers):
            if names != [self._signers.itemText(n) for n in range(self._signers.count())]:
                self._signers.clear()
                self._signers.addItems(names)
            at = next((n for n, one in enumerate(profile.signers) if same_signer(one, now)), -1)
            self._signers.setCurrentIndex(at)
        self.keep_signer.setEnabled(at < 0 and bool(now.name))
        self.take_usual.setEnabled(bool(profile.recipients))

    def commit(self) -> None:
        self._closing.commit()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._closing.set_read_only(read_only)
        self.recipients.set_read_only(read_only)
        self._ways.setEnabled(not read_only)
        self._signers.setEnabled(not read_only)
        for button in (self.take_usual, self.keep_usual, self.keep_signer):
            button.setVisible(not read_only)

    def show_source(self, source: str) -> None:
        if any(one.id == source for one in self._closing.outline()):
            self._closing.show_item(source)
        elif source.endswith(":closing"):
            self._closing.setFocus()
        elif source in self.lines.keys:
            self.lines.enter(source)
        elif source.endswith(":signer"):
            self._name.setFocus()
        elif source.endswith(":sign") and self.lines.keys:
            self.lines.enter(self.lines.keys[0])
            return
        super().show_source(source)

    def _take_usual(self) -> None:
        """The office's usual recipients; what a decision names first ("Như Điều 3") stays first."""
        profile = self.profile
        if profile is None:
            return
        usual = tuple(Recipient(one.name, one.note) for one in profile.recipients)
        first = tuple(one for one in self._names if one.name.startswith("Như Điều"))
        if [_written(one) for one in (*first, *usual)] == [_written(one) for one in self._names]:
            self.notice.emit("Nơi nhận đang đúng như danh sách thường dùng.")
            return
        self.edit("lấy nơi nhận thường dùng", lambda plan: with_recipients(plan, (*first, *usual)))
        self.notice.emit("Đã lấy nơi nhận thường dùng. Bấm Ctrl+Z để lấy lại danh sách cũ.")

    def _keep_usual(self) -> None:
        names = tuple(
            Recipient(one.name, one.note)
            for one in self._names
            if one.name.strip() and not one.name.startswith("Như Điều")
        )
        self.edit_dossier(
            "lưu nơi nhận thường dùng",
            lambda dossier: with_profile(dossier, lambda now: replace(now, recipients=names)),
        )
        self.notice.emit(f"Đã lưu {len(names)} nơi nhận làm danh sách thường dùng.")

    def _signer_chosen(self, index: int) -> None:
        if self.profile is not None and 0 <= index < len(self.profile.signers):
            signer = self.profile.signers[index]
            self.edit(
                "chọn người ký",
                lambda plan: replace(plan, signature=signed_as(plan.signature, signer)),
            )

    def _keep_signer(self) -> None:
        if self.plan is not None:
            signer = signer_of(self.plan.signature)
            self.edit_dossier(
                "lưu người ký",
                lambda dossier: with_profile(dossier, lambda now: with_signer(now, signer)),
            )
            self.notice.emit(f"Đã lưu {signer_name(signer)} vào danh sách người ký.")

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


def _written(recipient: Recipient) -> tuple[str, str]:
    return recipient.name, recipient.note
