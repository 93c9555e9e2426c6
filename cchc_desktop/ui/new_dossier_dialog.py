"""The three questions of a new dossier, on one page: which commune, which year, start from what; and where the file goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.import_source import ReadPlan
from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.ui.commune_picker import CommunePicker
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fields import LineField
from cchc_desktop.ui.file_questions import DOSSIER_FILTER, documents_folder
from cchc_desktop.ui.fitting import fit, scrolled
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.origin_choice import OriginChoice
from cchc_desktop.ui.year_box import year_box

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))


def sensible_year(today: date) -> int:
    """The year a plan begun today is most likely for: from October on, the next one."""
    return today.year + 1 if today.month >= 10 else today.year


class NewDossierDialog(QDialog):
    """Asks; ``path`` and :meth:`dossier` are the answers once accepted."""

    def __init__(
        self,
        desk: Desk,
        directory: CommuneDirectory,
        open_dossier: Dossier | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = documents_folder()
        self._own_name = False
        self.setWindowTitle("Tạo hồ sơ mới")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picker = CommunePicker(directory)
        self.year = year_box("Năm của kế hoạch")
        self.year.setValue(sensible_year(date.today()))
        self._open = open_dossier
        self.origin = OriginChoice(desk, open_dossier, new_dossier=True)
        self.name = LineField("Tên tệp hồ sơ")
        self._where = hint_label("")
        self._there = QLabel()
        self._there.setObjectName("warningText")
        self._there.setWordWrap(True)
        self._why_not = QLabel()
        self._why_not.setObjectName("errorText")
        self._why_not.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = QPushButton("Tạo hồ sơ")
        self._buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.create_button.setDefault(True)
        self._lay_out()
        self._connect()
        self._answered()
        self.picker.query.setFocus()
        offer_help(self, desk, "bat-dau#tao-ho-so")
        fit(self, 840, 540)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)  # else they take that of the row around them
        left.addWidget(_question("1. Xã, phường, đặc khu nào?"))
        left.addWidget(self.picker, 1)
        right.addWidget(_question("2. Kế hoạch cho năm nào?"))
        year = QHBoxLayout()
        year.addWidget(self.year)
        year.addStretch(1)
        right.addLayout(year)
        right.addSpacing(8)
        right.addWidget(_question("3. Bắt đầu từ đâu?"))
        right.addWidget(self.origin)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 5)
        columns.addWidget(scrolled(right), 5)
        self._choose = QPushButton("Chỗ khác…")
        self._choose.setAutoDefault(False)
        self._desk.icons.put_on(self._choose, "folder")
        place = QGridLayout()
        place.addWidget(QLabel("Tên tệp"), 0, 0)
        place.addWidget(self.name, 0, 1)
        place.addWidget(self._choose, 0, 2)
        place.addWidget(self._there, 1, 1, 1, 2)
        place.addWidget(self._where, 2, 1, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(columns, 1)
        layout.addLayout(place)
        layout.addWidget(self._why_not)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self.picker.office_changed.connect(self._office_chosen)
        self.picker.entered.connect(self.accept)
        self.year.valueChanged.connect(self._answered)
        self.origin.changed.connect(self._origin_chosen)
        self.name.typed.connect(self._name_typed)
        self._choose.clicked.connect(self._choose_place)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def start_from_old(self, read: ReadPlan | None) -> None:
        """Have the old plan chosen as the origin, and this one if it is read already."""
        self.origin.old_word.setChecked(True)
        if read is not None:
            self.origin.take(read)

    def _office_chosen(self) -> None:
        self.origin.set_office(self.office)
        self._answered()

    def _origin_chosen(self) -> None:
        read = self.origin.read
        body = read.draft.plan.letterhead.body if read is not None else ()
        # Last year's own plan names the commune: it is looked for, the choice stays with the person.
        if body and self.office is None and not self.picker.query.text() and is_commune_name(body[-1]):
            self.picker.query.setText(body[-1].title())
        self._answered()

    @property
    def office(self) -> Office | None:
        """The commune."""
        return self.picker.office

    @property
    def path(self) -> Path:
        """Where the file goes."""
        name = " ".join(self.name.text().translate(_FORBIDDEN).split()).rstrip(". ")
        return self._folder / f"{name.removesuffix('.cchc')}.cchc"

    def dossier(self) -> Dossier:
        """The new dossier with its first plan; raises ValueError before a commune is chosen.

        An old plan (``origin.read``) is looked over first: what becomes of it is no business of the questions.
        """
        office = self.office
        if office is None:
            raise ValueError(office)
        plan = self.origin.make(office, self.year.value()).plan
        if self._open is not None and self._open.office == office:
            # What the office keeps of itself and its catalogues goes along: the plan was made with them.
            return replace(self._open, id=new_id(), plans=(plan,))
        return Dossier(office, (plan,))

    def _name_typed(self, _name: str) -> None:
        self._own_name = True
        self._answered()

    def _answered(self) -> None:
        office = self.office
        if office is not None and not self._own_name:
            self.name.show_value(_free_name(self._folder, _usual_name(office)))
        self._there.setText(self._found_already())
        self._there.setVisible(bool(self._there.text()))
        self._where.setText(f"Lưu trong: {self._folder}")
        why_not = self._problem()
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        lacks = self.origin.lacks if office is not None else "Hãy chọn xã, phường trước"
        self.create_button.setEnabled(not lacks and not why_not and bool(self.name.text().strip()))
        self.create_button.setToolTip(lacks)
        self.create_button.setText(
            "Tiếp tục: xem kế hoạch cũ" if self.origin.old_word.isChecked() else "Tạo hồ sơ"
        )

    def _found_already(self) -> str:
        """A sentence when this folder holds a dossier of the commune: a second one is seldom meant."""
        if self.office is None or not (self._folder / f"{_usual_name(self.office)}.cchc").exists():
            return ""
        return (
            f"Ở đây đã có hồ sơ “{_usual_name(self.office)}”. Kế hoạch năm mới nên thêm vào chính hồ sơ ấy: mở hồ sơ "
            "rồi bấm “Thêm kế hoạch”."
        )

    def _problem(self) -> str:
        if not self.name.text().strip():
            return "" if self.office is None else "Hãy đặt tên cho tệp hồ sơ."
        if self.path.exists():
            return f"Đã có tệp “{self.path.name}” ở đây. Hãy đặt tên khác: chương trình không ghi đè lên hồ sơ cũ."
        return ""

    def _choose_place(self) -> None:
        self._desk.files.to_save(self, "Nơi lưu hồ sơ", DOSSIER_FILTER, self.path, self._take_place)

    def _take_place(self, path: Path) -> None:
        self._folder = path.parent
        self._own_name = True
        self.name.show_value(path.stem)
        self._answered()

    def accept(self) -> None:
        self._answered()
        if self.create_button.isEnabled():
            super().accept()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        desk: Desk,
        directory: CommuneDirectory,
        open_dossier: Dossier | None,
        take: Callable[[NewDossierDialog], None],
    ) -> NewDossierDialog:
        """Open the dialog; ``take`` gets it when the person agrees."""
        dialog = cls(desk, directory, open_dossier, parent)
        dialog.accepted.connect(lambda: take(dialog))
        dialog.open()
        return dialog


def _question(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("cardTitle")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def is_commune_name(line: str) -> bool:
    """Whether a line of a letterhead names a commune: "PHƯỜNG VŨNG ÁNG"."""
    return line.lower().startswith(("xã ", "phường ", "đặc khu "))


def _usual_name(office: Office) -> str:
    return f"Hồ sơ CCHC {office.full_name}"


def _free_name(folder: Path, name: str) -> str:
    """The name, with a number behind it while there is such a file."""
    free, number = name, 2
    while (folder / f"{free}.cchc").exists():
        free = f"{name} ({number})"
        number += 1
    return free
