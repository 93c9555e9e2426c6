"""Commands for dossier files: new, open, sample, copy, and what to do when somebody else has one open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.file_questions import DOSSIER_FILTER, documents_folder, show_folder
from cchc_desktop.ui.trouble import new_box

if TYPE_CHECKING:
    from cchc_desktop.authoring.import_source import ReadPlan
    from cchc_desktop.domain.communes import CommuneDirectory
    from cchc_desktop.domain.dossier import Dossier
    from cchc_desktop.storage.dossier_file import DossierFile
    from cchc_desktop.ui.main_window import MainWindow
    from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog

# Storage is imported where it is used: the window shows before its libraries are loaded.


class DossierCommands:
    """What the menu "Hồ sơ" does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._desk = window.desk

    @cached_property
    def communes(self) -> CommuneDirectory:
        """All communes of the country, read when first asked for."""
        from cchc_desktop.catalog.communes import load_communes

        return load_communes()

    def new(self) -> None:
        """Ask the three questions, make the file, open it."""
        from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog

        NewDossierDialog.ask(
            self._window, self._desk, self.communes, self._window.dossier, self._create_asked
        )

    def new_from_old(self, read: ReadPlan | None = None) -> None:
        """As :meth:`new`, with an old plan as the origin: this one, or one to be chosen there."""
        from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog

        dialog = NewDossierDialog.ask(
            self._window, self._desk, self.communes, self._window.dossier, self._create_asked
        )
        dialog.start_from_old(read)

    def _create_asked(self, dialog: NewDossierDialog) -> None:
        from cchc_desktop.domain.dossier import Dossier

        read, office, path = dialog.origin.read, dialog.office, dialog.path
        if read is None or office is None:
            self.create(path, dialog.dossier())
            return
        from cchc_desktop.ui.import_window import ImportWindow, Ours

        # The file is made only when the old plan is accepted: whoever leaves, leaves nothing behind.
        ImportWindow.show_for(
            self._window,
            self._desk,
            read,
            Ours(office, dialog.year.value()),
            lambda plan, _place: self.create(path, Dossier(office, (plan,))),
        )

    def create(self, path: Path, dossier: Dossier) -> None:
        """Make a new file with this dossier and open it."""
        from cchc_desktop.storage.dossier_file import DossierFile

        with self._desk.trouble.told():
            if not self._window.close_dossier():
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            self._show(DossierFile.create(path, dossier))
            self._window.say(
                f"Đã tạo hồ sơ trong thư mục {path.parent.name}. Sửa tên cơ quan, người ký: Ctrl+Shift+T."
            )

    def ask_open(self) -> None:
        """Ask which file, and open it."""
        self._desk.files.to_open(self._window, "Mở hồ sơ", DOSSIER_FILTER, self.open_path)

    def open_path(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file; when somebody has it, offer to open it for reading."""
        from cchc_desktop.authoring.dossiers import open_dossier
        from cchc_desktop.storage.errors import DossierInUse

        with self._desk.trouble.told():
            if self._is_open(path):
                self._window.say("Hồ sơ này đang mở ở đây rồi.")
                return
            self._must_exist(path)
            try:
                # Opened before the other one is closed: when this fails, nothing has changed.
                file = open_dossier(path, read_only=read_only)
            except DossierInUse as error:
                self._offer_reading(path, error)
                return
            if not self._window.close_dossier():
                file.close()
                return
            self._show(file)

    def _is_open(self, path: Path) -> bool:
        work = self._window.workspace
        return (
            work is not None
            and work.opened.path.resolve() == path.resolve()
            and not work.session.is_read_only
        )

    def _must_exist(self, path: Path) -> None:
        if not path.is_file():
            raise UserFacingError(
                f"Không thấy tệp “{path.name}” trong thư mục {path.parent}.",
                "Tệp có thể đã được chuyển chỗ, đổi tên, hoặc nằm trên USB chưa cắm.",
            )

    def _offer_reading(self, path: Path, error: UserFacingError) -> None:
        box = new_box(
            self._window,
            error.message,
            error.hint,
            QMessageBox.Icon.Information,
            help_page="bao-loi#dang-mo",
        )
        look = box.addButton("Mở để xem", QMessageBox.ButtonRole.ActionRole)
        again = box.addButton("Thử lại", QMessageBox.ButtonRole.ActionRole)
        box.setEscapeButton(box.addButton("Hủy", QMessageBox.ButtonRole.RejectRole))
        look.clicked.connect(lambda: self.open_path(path, read_only=True))
        again.clicked.connect(lambda: self.open_path(path))
        box.open()

    def _show(self, file: DossierFile) -> None:
        from cchc_desktop.authoring.session import Session
        from cchc_desktop.ui.opened import OpenDossier

        session = Session(file.dossier, file.store)
        self._window.show_dossier(
            OpenDossier(session, file, file.read_only_reason or "", has_fault=file.can_accept)
        )

    def accept(self) -> None:
        """Take a file with a fault as it was read, so that work can go on; the old file is kept beside it."""
        from cchc_desktop.storage.dossier_file import DossierFile

        work = self._window.workspace
        if work is None or not work.opened.has_fault:
            return
        path = work.opened.path
        with self._desk.trouble.told():
            self._window.forget_dossier()
            file = DossierFile.open(path)
            self._show(file.accept() if file.can_accept else file)
            self._window.say("Đã nhận nội dung đọc được. Tệp cũ được giữ lại bên cạnh, trong cùng thư mục.")

    def sample(self) -> None:
        """Put the sample beside the person's documents (again, if it is there already) and open it."""
        from cchc_desktop.authoring.sample import sample_dossier

        path = documents_folder() / "Hồ sơ mẫu.cchc"
        if path.is_file():
            self.open_path(path)
        else:
            self.create(path, sample_dossier())

    def save(self) -> None:
        """Save now, for those who are used to it, and say that it needs no saving."""
        work = self._window.workspace
        if work is not None and work.save_now():
            work.say("Đã lưu. Anh, chị không cần bấm lưu: chương trình tự lưu sau mỗi lần sửa.")

    def save_copy(self) -> None:
        """Ask where, and write a copy there, with what could not be saved into the dossier itself."""
        work = self._window.workspace
        if work is None:
            return
        work.wizard.commit()
        proposed = self._desk.files.folder / f"{work.opened.path.stem} (bản sao).cchc"
        self._desk.files.to_save(self._window, "Lưu bản sao", DOSSIER_FILTER, proposed, self.save_copy_to)

    def save_copy_to(self, path: Path) -> None:
        """Write a copy to a place and say so."""
        from cchc_desktop.storage.dossier_file import DossierFile

        work = self._window.workspace
        if work is None:
            return
        with self._desk.trouble.told():
            if path.resolve() == work.opened.path.resolve():
                raise UserFacingError(
                    "Đây chính là hồ sơ đang mở.", "Hãy chọn tên hoặc thư mục khác cho bản sao."
                )
            if work.opened.has_fault:
                self._save_read(work.session.dossier, path)
                return
            if work.autosave.save_now():
                work.opened.file.save_copy(path)
                work.say(f"Đã lưu bản sao: {path}")
                return
            # The dossier's own file cannot be written: what is in memory goes to the new place.
            DossierFile.write(path, work.session.dossier)
            work.say(f"Đã lưu mọi thứ, kể cả phần vừa gõ, vào bản sao: {path}")
            self._offer_switch(path)

    def _save_read(self, dossier: Dossier, path: Path) -> None:
        """Write what could be read of a file with a fault into a whole new one."""
        from cchc_desktop.storage.dossier_file import DossierFile

        DossierFile.write(path, dossier)
        self._window.say(f"Đã lưu nội dung đọc được vào một tệp mới, lành lặn: {path}")
        self._offer_switch(path)

    def _offer_switch(self, path: Path) -> None:
        box = new_box(
            self._window,
            "Bản sao đã có đủ mọi thứ, kể cả phần chưa lưu được vào tệp cũ.",
            "Hãy làm tiếp trên bản sao, cho đến khi ổ đĩa cũ ghi lại được.",
            QMessageBox.Icon.Information,
            help_page="bao-loi#chua-luu",
        )
        go = box.addButton("Làm tiếp trên bản sao", QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton("Ở lại hồ sơ này", QMessageBox.ButtonRole.RejectRole))

        def switch() -> None:
            self._window.forget_dossier()
            self.open_path(path)

        go.clicked.connect(switch)
        box.open()

    def show_folder(self) -> None:
        """Open the folder of the dossier in the system's own window."""
        work = self._window.workspace
        if work is not None:
            show_folder(work.opened.path.parent)
