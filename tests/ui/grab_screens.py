"""Takes pictures of every screen, to be looked at:   python tests/ui/grab_screens.py FOLDER [--scale 1.5] [--dark]"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.ui.main_window import MainWindow


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--dark", action="store_true")
    wanted = parser.parse_args()
    # Before Qt is loaded, which reads them once; the person's own settings and documents are left alone.
    home = tempfile.mkdtemp(prefix="anh-man-hinh-")
    os.environ.update(
        {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": wanted.scale,
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home,
        }
    )
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
    wanted.folder.mkdir(parents=True, exist_ok=True)
    _take(wanted.folder, float(wanted.scale), dark=wanted.dark)
    return 0


def _take(folder: Path, scale: float, *, dark: bool) -> None:
    from cchc_desktop.app import make_application, make_window
    from cchc_desktop.authoring.step_names import Step
    from cchc_desktop.ui.jobs import ImmediateRunner
    from cchc_desktop.ui.theme import Scheme

    application = make_application()
    window = make_window(application, ImmediateRunner())
    if dark:
        window.desk.theme.choose(Scheme.DARK)
    # 1366×768 less a title bar and a task bar.
    window.resize(int(1366 / scale), int(690 / scale))
    window.show()

    def shoot(name: str, widget: "QWidget | None" = None, seconds: float = 0.4) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            application.processEvents()
            time.sleep(0.01)
        (widget or window).grab().save(str(folder / f"{name}.png"))

    shoot("01-bat-dau")
    _dialogs_without_dossier(window, shoot)
    window.dossiers.sample()
    for step in Step:
        window.menus.step_actions[step].trigger()
        shoot(f"buoc-{step.value:02d}", seconds=0.8)
    _library(window, shoot)
    _import(window, shoot)
    _profile(window, shoot)
    _with_dossier(window, shoot)
    window.close()


def _dialogs_without_dossier(window: "MainWindow", shoot: object) -> None:
    from PySide6.QtWidgets import QApplication

    from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog

    window.menus.actions["new"].trigger()
    dialog = QApplication.activeModalWidget() or window.findChild(NewDossierDialog)
    if isinstance(dialog, NewDossierDialog):
        shoot("02-tao-ho-so", dialog)  # type: ignore[operator]
        dialog.picker.query.setText("vung ang")
        shoot("03-tao-ho-so-da-chon", dialog)  # type: ignore[operator]
        dialog.reject()


def _library(window: "MainWindow", shoot: object) -> None:
    """The suggestions of several pages, a search, nothing found, one put in, one kept."""
    from cchc_desktop.authoring.step_names import Step
    from cchc_desktop.ui.library.entry_dialog import EntryDialog

    take, work = shoot, window.workspace
    assert callable(take)
    assert work is not None
    for step in (Step.BASES, Step.TASKS, Step.ORGANISATION, Step.SIGNING, Step.CONTENT):
        work.wizard.go(step)
        library = work.wizard.page.library
        assert library is not None
        if not library.panel.is_open:
            window.menus.actions["suggestions"].trigger()
        take(f"goi-y-buoc-{step.value:02d}", None, 0.8)
    library = work.wizard.page.library
    assert library is not None
    panel = library.panel
    panel.search.setText("chi so")
    take("goi-y-tim")
    panel.search.setText("khong co chu nay")
    take("goi-y-khong-co")
    panel.search.clear()
    assert panel.list is not None
    panel.list.choose(1)
    panel.list.setFocus()
    assert panel.list.current is not None
    panel.wanted.emit(panel.list.current)
    take("goi-y-da-chen")
    menu = panel.made_menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    take("goi-y-lenh", menu, 0.2)
    menu.close()
    library.keep_selected()
    dialog = next(one for one in window.findChildren(EntryDialog) if one.isVisible())
    take("goi-y-luu", dialog)
    dialog.accept()
    take("goi-y-cua-co-quan")
    panel.bar.setChecked(False)
    work.session.undo()
    work.session.undo()


def _import(window: "MainWindow", shoot: object) -> None:
    """An old plan being looked over: both pages, and the question about an old encoding."""
    from cchc_desktop.domain.legacy_text import LegacyEncoding, to_legacy
    from cchc_desktop.domain.rich_text import RichText
    from cchc_desktop.paper.source import SourceDocument, SourceLine
    from cchc_desktop.ui.import_window import ImportWindow
    from cchc_desktop.ui.importing.legacy_dialog import LegacyDialog
    from tests.ui.import_desk import old_plan, read_of

    take = shoot
    assert callable(take)
    window.imports.look_over(read_of(old_plan()))
    dialog = next(one for one in window.findChildren(ImportWindow) if one.isVisible())
    dialog.resize(window.size())
    take("nhap-1-hieu", dialog, 1.0)
    dialog.understood.answer(0, 1)
    take("nhap-2-tra-loi", dialog, 1.0)
    dialog.go_on.click()
    take("nhap-3-chuyen", dialog, 1.0)
    dialog.done(0)
    texts = ("Tuyên truyền cải cách hành chính năm 2025", "Nâng cao nhận thức của cán bộ và người dân")
    old = [to_legacy(text, LegacyEncoding.TCVN3) for text in texts]
    lines = tuple(SourceLine(RichText.of(text), number) for number, text in enumerate(old, 1))
    question = LegacyDialog(SourceDocument("Kế hoạch cũ.doc", lines), LegacyEncoding.TCVN3, window)
    question.show()
    take("nhap-4-bang-ma", question)
    question.close()


def _profile(window: "MainWindow", shoot: object) -> None:
    """The office profile, names offered to be changed in drafts, and what the pages take from it."""
    from cchc_desktop.authoring.step_names import Step
    from cchc_desktop.ui.pages.tasks import TasksPage
    from cchc_desktop.ui.profile.commune_dialog import CommuneDialog
    from cchc_desktop.ui.profile.rename_window import RenameWindow

    take = shoot
    assert callable(take)
    window.menus.actions["profile"].trigger()
    profile = window.profiles.window
    if profile is None:
        raise RuntimeError("the profile did not open")
    profile.resize(min(1000, window.width() - 16), min(660, window.height() - 30))
    for number, page in enumerate(profile.pages, 1):
        profile.show_page(page)
        take(f"co-quan-{number}", profile, 0.8)
    profile.office.commune_wanted.emit()
    dialog = next(one for one in profile.findChildren(CommuneDialog) if one.isVisible())
    dialog.picker.query.setText("ky")
    take("co-quan-chon-lai", dialog)
    dialog.reject()
    profile.show_page(profile.agencies)
    model = profile.agencies.model
    model.setData(model.index(0, 0), "Phòng Nội vụ và Văn xã")
    model.setData(model.index(5, 0), model.rows[4].name)
    profile.agencies.view.choose(3)
    profile.agencies.view.edit(model.index(3, 0))
    take("co-quan-dang-sua", profile, 0.8)
    profile.close()
    question = next((one for one in window.findChildren(RenameWindow) if one.isVisible()), None)
    if question is not None:
        question.resize(min(900, window.width() - 16), min(560, window.height() - 30))
        take("doi-ten-trong-du-thao", question, 0.8)
        question.accept()
    if window.workspace is None:
        raise RuntimeError("the dossier has gone")
    window.workspace.wizard.go(Step.TASKS)
    tasks = window.workspace.wizard.page
    if isinstance(tasks, TasksPage):
        tasks.grid.new_agency.emit("Hội Người cao tuổi phường")
    take("buoc-07-co-quan-moi", None, 0.8)
    window.workspace.wizard.go(Step.SIGNING)
    take("buoc-10-nguoi-ky", None, 0.8)


def _with_dossier(window: "MainWindow", shoot: object) -> None:
    from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

    from cchc_desktop.authoring.issue_form import with_form
    from cchc_desktop.authoring.step_names import Step
    from cchc_desktop.domain.plan import IssueForm
    from cchc_desktop.errors import UserFacingError

    work = window.workspace
    if work is None:
        raise RuntimeError("the sample did not open")
    take = shoot
    assert callable(take)

    def last_dialog() -> QDialog:
        return [one for one in window.findChildren(QDialog) if one.isVisible()][-1]

    for name in ("add_plan", "sections", "bases", "open", "save_copy", "help", "about", "enlarge"):
        window.menus.actions[name].trigger()
        take(f"hop-{name}", last_dialog(), 0.8)
        last_dialog().close()
    work.wizard.go(Step.TASKS)
    work.wizard.page.choose_columns()  # type: ignore[attr-defined]
    take("hop-columns", last_dialog())
    last_dialog().close()
    work.session.edit_plan(
        work.plan_id, "đổi hình thức", lambda plan: with_form(plan, IssueForm.DECISION_ATTACHED)
    )
    work.wizard.go(Step.GENERAL)
    take("buoc-01-quyet-dinh", None, 0.8)
    work.bottom.toggle()
    take("danh-sach-con-thieu")
    work.autosave.problem = UserFacingError("Ổ đĩa đã đầy nên chưa lưu được.", "Hãy xóa bớt tệp.")
    work.autosave.changed.emit()
    take("chua-luu-duoc")
    work.autosave.problem = None
    work.autosave.changed.emit()
    for menu_name, menu in window.menus.menus.items():
        menu.popup(window.mapToGlobal(window.rect().center()))
        take(f"menu-{menu_name.replace('&', '')}", menu, 0.2)
        menu.close()
    window.desk.trouble.tell(UserFacingError("Tệp này không phải hồ sơ.", "Hãy chọn tệp có đuôi .cchc."))
    take("hop-bao-loi", [one for one in window.findChildren(QMessageBox) if one.isVisible()][-1])
    for one in window.findChildren(QDialog):
        if not isinstance(one, QFileDialog):
            one.close()


if __name__ == "__main__":
    sys.exit(main())
