"""The page of the issuing body: which commune, how its head of paper reads, what it calls its settlements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Letterhead
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.ui.choice_field import ChoiceField
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.fitting import scrolled
from cchc_desktop.ui.profile.head_view import HeadView
from cchc_desktop.ui.profile.page import ProfilePage, card

SETTLEMENTS = (
    "thôn",
    "ấp",
    "bản",
    "buôn",
    "làng",
    "tổ dân phố",
    "khu phố",
    "khóm",
    "khu vực",
    "khu dân cư",
)


class OfficePage(ProfilePage):
    """``commune_wanted``: another commune is to be chosen."""

    commune_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._commune())
        column.addWidget(self._letterhead())
        column.addWidget(self._numbers())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(scrolled(column))

    def _commune(self) -> QWidget:
        frame, layout = card("Xã, phường, đặc khu")
        self._name = QLabel()
        self._name.setAccessibleName("Xã, phường, đặc khu của hồ sơ")
        self._choose = QPushButton("Chọn lại…")
        self._choose.setToolTip("Khi đã chọn nhầm xã, phường lúc tạo hồ sơ")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self.commune_wanted)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        layout.addLayout(row)
        return frame

    def _letterhead(self) -> QWidget:
        frame, layout = card(
            "Cơ quan ban hành", "Kế hoạch mới lấy theo đây; kế hoạch đang soạn sửa riêng ở bước 1."
        )
        form = QFormLayout()
        _dress(form)
        self._line(form, "Dòng thứ nhất", "sửa tên cơ quan ban hành", *_body_line(0))
        self._line(form, "Dòng thứ hai", "sửa tên cơ quan ban hành", *_body_line(1))
        self._line(
            form,
            "Cơ quan cấp trên",
            "sửa tên cơ quan cấp trên",
            lambda now: now.letterhead.superior,
            lambda now, text: replace(now, letterhead=replace(now.letterhead, superior=text.upper())),
            "để trống nếu không ghi, như phần lớn các xã, phường",
        )
        self._line(
            form,
            "Viết thường",
            "sửa tên cơ quan viết thường",
            lambda now: now.issuer,
            lambda now, text: replace(now, issuer=text),
            "dùng trong dòng “Kèm theo … của …”",
        )
        self._line(
            form,
            "Địa danh",
            "sửa địa danh",
            lambda now: now.place,
            lambda now, text: replace(now, place=text),
            "trước ngày, tháng: “Vũng Áng, ngày …”",
        )
        self.head = HeadView()
        picture = QVBoxLayout()
        said = QLabel("Sẽ in là:")
        said.setObjectName("muted")
        picture.addWidget(said)
        picture.addWidget(self.head)
        picture.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(form, 5)
        row.addLayout(picture, 4)
        layout.addLayout(row)
        return frame

    def _numbers(self) -> QWidget:
        frame, layout = card("Ký hiệu, lưu, tên khu dân cư")
        form = _form(layout)
        self._line(
            form,
            "Ký hiệu kế hoạch",
            "sửa ký hiệu kế hoạch",
            lambda now: now.plan_symbol,
            lambda now, text: replace(now, plan_symbol=text.strip()),
            "ví dụ: KH-UBND",
        )
        self._line(
            form,
            "Ký hiệu quyết định",
            "sửa ký hiệu quyết định",
            lambda now: now.decision_symbol,
            lambda now, text: replace(now, decision_symbol=text.strip()),
            "ví dụ: QĐ-UBND",
        )
        self._line(
            form,
            "Lưu:",
            "sửa dòng lưu",
            lambda now: now.archive,
            lambda now, text: replace(now, archive=text),
            "ví dụ: VT, VHXH",
        )
        self.settlement = ChoiceField("Khu dân cư gọi là", SETTLEMENTS)
        self.settlement.setToolTip("Lời gợi ý dùng từ này: “nhà văn hóa thôn”, “các tổ dân phố”")
        self.settlement.typed.connect(
            lambda text: self.edit(
                "sửa tên gọi khu dân cư",
                lambda now: replace(now, settlement=" ".join(text.split())),
                ("profile", "settlement"),
            )
        )
        self.settlement.left.connect(self.field_left)
        form.addRow("Khu dân cư gọi là", self.settlement)
        return frame

    def _line(
        self,
        form: QFormLayout,
        name: str,
        label: str,
        read: Callable[[OfficeProfile], str],
        write: Callable[[OfficeProfile, str], OfficeProfile],
        hint: str = "",
    ) -> None:
        field = LineField(name)
        field.setPlaceholderText(hint)
        field.setToolTip(hint)
        form.addRow(name, field)
        self.bind(field, label, read, write)

    def show_dossier(self, dossier: Dossier) -> None:
        super().show_dossier(dossier)
        profile, office = dossier.office_profile, dossier.office
        self._name.setText(f"{office.kind} {office.name}, {office.province.full_name}")
        self.settlement.show_value(profile.settlement)
        year = dossier.plans[-1].period.first_year if dossier.plans else date.today().year
        self.head.show_profile(profile, year)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._choose.setVisible(not read_only)
        self.settlement.setReadOnly(read_only)


def _body_line(
    index: int,
) -> tuple[Callable[[OfficeProfile], str], Callable[[OfficeProfile, str], OfficeProfile]]:
    def read(profile: OfficeProfile) -> str:
        body = profile.letterhead.body
        return body[index] if index < len(body) else ""

    def write(profile: OfficeProfile, text: str) -> OfficeProfile:
        body = [*profile.letterhead.body, "", ""][: max(2, len(profile.letterhead.body))]
        body[index] = text.upper()
        while len(body) > 1 and not body[-1]:
            body.pop()
        return replace(profile, letterhead=Letterhead(tuple(body), profile.letterhead.superior))

    return read, write


def _form(layout: QVBoxLayout) -> QFormLayout:
    form = QFormLayout()
    _dress(form)
    layout.addLayout(form)
    return form


def _dress(form: QFormLayout) -> None:
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
