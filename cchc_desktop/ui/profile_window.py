"""The window in which an office says who it is: its names, its agencies, its usual recipients and signers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.authoring.other_commune import with_commune
from cchc_desktop.authoring.session import Change
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.ui.desk import Desk
from cchc_desktop.ui.fitting import fit
from cchc_desktop.ui.help_key import offer_help
from cchc_desktop.ui.labels import hint_label
from cchc_desktop.ui.profile.agencies_page import AgenciesPage
from cchc_desktop.ui.profile.office_page import OfficePage
from cchc_desktop.ui.profile.page import ProfilePage
from cchc_desktop.ui.profile.recipients_page import RecipientsPage
from cchc_desktop.ui.profile.signers_page import SignersPage

if TYPE_CHECKING:
    from cchc_desktop.domain.communes import CommuneDirectory
    from cchc_desktop.ui.workspace import Workspace

_SAID_MS = 12_000
_LOOK_MS = 400


class ProfileWindow(QDialog):
    """Stays open beside the work. Every edit is one of the open dossier: undone, redone and saved with it.

    ``renamed`` carries the profile before: names were changed that drafts may still hold.
    """

    renamed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        work: Workspace,
        communes: Callable[[], CommuneDirectory],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work
        self._communes = communes
        self.session = work.session
        self._before: OfficeProfile = self.session.dossier.office_profile
        self._last_change: Change | None = None
        self._leaving = False
        self.setWindowTitle("Thông tin cơ quan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.office = OfficePage(desk)
        self.agencies = AgenciesPage(desk)
        self.recipients = RecipientsPage(desk)
        self.signers = SignersPage(desk)
        self.pages: tuple[ProfilePage, ...] = (self.office, self.agencies, self.recipients, self.signers)
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self._show_old_names)
        self._said = QTimer(self, singleShot=True)
        self._build()
        self._connect()
        self._unsubscribe = self.session.subscribe(self._changed)
        for page in self.pages:
            page.set_read_only(self.session.is_read_only)
        self.agencies.model.fresh = frozenset()
        self._show(self.session.dossier)
        offer_help(self, desk, "co-quan")
        fit(self, 1000, 660)

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName("Các trang thông tin cơ quan")
        for page, name in zip(
            self.pages,
            ("Cơ quan ban hành", "Cơ quan, đơn vị", "Nơi nhận thường dùng", "Người ký"),
            strict=True,
        ):
            self.tabs.addTab(page, name)
        self.old_names = QLabel()
        self.old_names.setObjectName("warningText")
        self.see_old_names = QPushButton("Xem và đổi…")
        self.see_old_names.clicked.connect(self._offer)
        for widget in (self.old_names, self.see_old_names):
            widget.hide()
        self._sentence = hint_label("")
        self._sentence.setAccessibleName("Thông báo")
        self._close = QPushButton("Đóng")
        buttons = QDialogButtonBox()
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self._sentence, 1)
        bottom.addWidget(self.old_names)
        bottom.addWidget(self.see_old_names)
        bottom.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(bottom)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field is no wish to leave
        self._say_usual()

    def _connect(self) -> None:
        for page in self.pages:
            page.edited.connect(self._edit)
            page.field_left.connect(self._field_left)
            page.notice.connect(self.say)
        self.office.commune_wanted.connect(self._choose_commune)
        self.tabs.currentChanged.connect(lambda _index: self._page_left())
        self._said.timeout.connect(self._say_usual)
        for key, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(key), self, act)

    # --- what is shown

    def _show(self, dossier: Dossier) -> None:
        self.agencies.model.fresh = frozenset(one.id for one in dossier.office_profile.agencies) - frozenset(
            one.id for one in self._before.agencies
        )
        for page in self.pages:
            page.show_dossier(dossier)

    def show_page(self, page: ProfilePage) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentWidget(page)

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self._sentence.setText(message)
        self._said.start(_SAID_MS)

    def _say_usual(self) -> None:
        self._sentence.setText(
            "Hồ sơ đang mở để xem nên không sửa được."
            if self.session.is_read_only
            else "Gõ đến đâu, lưu đến đó. Ctrl+Z để hoàn tác, F1 để xem hướng dẫn."
        )

    # --- edits

    def _edit(self, label: str, change: Callable[[Dossier], Dossier], merge: object) -> None:
        if self.session.is_read_only:
            self.say("Hồ sơ đang mở để xem nên không sửa được.")
        else:
            self.session.edit(label, change, merge=merge)

    def _changed(self, change: Change) -> None:
        self._last_change = change
        self._show(change.after)
        self._look.start(_LOOK_MS)

    def _field_left(self) -> None:
        self.session.end_merge()
        if not self.session.is_saved:
            self._work.autosave.save_now()

    def _page_left(self) -> None:
        self.commit()
        self._field_left()

    def commit(self) -> None:
        """Finish what is being typed."""
        if self.isActiveWindow():
            QGuiApplication.inputMethod().commit()
        for page in self.pages:
            page.commit()

    def undo(self) -> None:
        """Take the last edit of the dossier back, and show where it was."""
        self._travel(self._work.undo, "Đã hoàn tác")

    def redo(self) -> None:
        """Make the last undone edit again, and show where."""
        self._travel(self._work.redo, "Đã làm lại")

    def _travel(self, act: Callable[[], None], said: str) -> None:
        self.commit()
        self._last_change = None
        act()
        change: Change | None = self._last_change
        if change is None:
            return
        self.say(f"{said}: {change.label[:1].lower()}{change.label[1:]}")
        before, after = change.before.office_profile, change.after.office_profile
        if before.agencies != after.agencies:
            self.show_page(self.agencies)
            known = frozenset(before.agencies)
            differs = [one.id for one in after.agencies if one not in known]
            if differs:
                self.agencies.show_agency(differs[0])
        elif before.recipients != after.recipients:
            self.show_page(self.recipients)
        elif before.signers != after.signers:
            self.show_page(self.signers)
        elif before != after:
            self.show_page(self.office)

    def _choose_commune(self) -> None:
        from cchc_desktop.ui.profile.commune_dialog import CommuneDialog

        def take(office: Office) -> None:
            self._edit("chọn lại xã, phường", lambda dossier: with_commune(dossier, office), None)

        CommuneDialog.ask(self, self._desk, self._communes(), take)

    # --- names that drafts still hold

    def _show_old_names(self) -> None:
        from cchc_desktop.authoring.renaming import rename_offers

        count, dossier = 0, self.session.dossier
        if not self.session.is_read_only and dossier.office_profile != self._before:
            count = len(rename_offers(self._before, dossier.office_profile, dossier))
        self.old_names.setText(f"{count} chỗ trong dự thảo còn ghi tên cũ")
        for widget in (self.old_names, self.see_old_names):
            widget.setVisible(count > 0)

    def _offer(self) -> None:
        before = self._before
        self._forget_old_names()
        self.renamed.emit(before)

    def _forget_old_names(self) -> None:
        """The question is put once: whoever leaves the old names wants them so."""
        self._before = self.session.dossier.office_profile
        self._show_old_names()

    # --- leaving

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow() and not self._leaving:
            self.agencies.commit()

    def done(self, result: int) -> None:
        if not self._leaving:
            self.commit()
            self._field_left()
            before, now = self._before, self.session.dossier.office_profile
            self.leave()
            if before != now:
                self.renamed.emit(before)
            return
        super().done(result)

    def leave(self) -> None:
        """Close without a question: the dossier is being closed, or the question is put elsewhere."""
        if not self._leaving:
            self._leaving = True
            self._look.stop()
            self._unsubscribe()
            self.done(QDialog.DialogCode.Rejected)
