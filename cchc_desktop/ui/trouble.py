"""The one place in the window where errors are told: those a person can mend, and those that are our fault."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from cchc_desktop import fault_report
from cchc_desktop.errors import UserFacingError


class Trouble(QObject):
    """Shows errors over the window; ``save_first`` is called before anything else when the program itself is at fault."""

    def __init__(self, window: Callable[[], QWidget | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.save_first: Callable[[], bool] = lambda: True
        self._shows_report = False

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell the person about a UserFacingError raised inside."""
        try:
            yield
        except UserFacingError as error:
            self.tell(error)

    def tell(self, error: UserFacingError) -> QMessageBox:
        """Say what happened and what to do. Returns the box, which does not block."""
        return self.say(error.message, error.hint)

    def say(
        self, message: str, hint: str = "", icon: QMessageBox.Icon = QMessageBox.Icon.Warning
    ) -> QMessageBox:
        """A message over the window with a button to go on."""
        box = new_box(self._window(), message, hint, icon)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()
        return box

    def tell_about(self, message: str, more: str) -> QMessageBox:
        """Something worth knowing that is no trouble."""
        return self.say(message, more, QMessageBox.Icon.Information)

    def install(self) -> None:
        """Catch whatever no other place has caught."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception nobody caught: the dossier is saved, a report written and offered."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserFacingError):
            self.tell(error)
            return
        sys.__excepthook__(
            kind, error, trace
        )  # in full for a developer's console; without one it says nothing
        report = fault_report.report(error.with_traceback(trace))
        _log(report)
        if self._shows_report:  # an error while an error is shown would pile up windows
            return
        self._shows_report = True
        saved = False
        try:
            saved = self.save_first()
        finally:
            self._show_report(report, saved=saved)

    def _show_report(self, report: str, *, saved: bool) -> None:
        kept = (
            "Hồ sơ đã được lưu trước khi hiện thông báo này."
            if saved
            else "Phần vừa gõ chưa lưu được vào tệp nhưng vẫn còn trong chương trình."
        )
        box = report_box(
            self._window(),
            f"Có lỗi ngoài dự kiến trong chương trình. {kept}",
            "Anh, chị có thể làm tiếp. Nếu lỗi lặp lại, hãy đóng rồi mở lại chương trình, và gửi báo cáo cho người hỗ trợ.",
            report,
        )
        box.finished.connect(self._report_closed)
        box.open()

    def _report_closed(self) -> None:
        self._shows_report = False


def standing_window() -> QWidget | None:
    """The window on top that stays: one that only asks closes with its answer and would take a message along."""
    top = QApplication.activeModalWidget()
    while isinstance(top, QMessageBox | QFileDialog):
        below = top.parentWidget()
        top = None if below is None else below.window()
    return top


def tell_at_start(error: Exception) -> None:
    """There will be no window: a report is written and offered, and the person has read it when this returns."""
    report = fault_report.report(error)
    _log(report)
    report_box(
        None,
        "Chương trình không mở được vì có lỗi ngoài dự kiến. Các tệp hồ sơ không bị ảnh hưởng.",
        "Hãy cài lại chương trình rồi mở lại. Nếu vẫn lỗi, hãy gửi báo cáo cho người hỗ trợ.",
        report,
    ).exec()


def report_box(window: QWidget | None, message: str, hint: str, report: str) -> QMessageBox:
    """A message about a fault of the program, with the report to look at and to copy."""
    private = "Báo cáo chỉ nói chỗ hỏng trong chương trình, không có nội dung của hồ sơ."
    box = new_box(
        window, message, f"{hint} {private}", QMessageBox.Icon.Critical, help_page="bao-loi#loi-chuong-trinh"
    )
    box.setWindowTitle("Có lỗi ngoài dự kiến")
    box.setDetailedText(report)
    copy = QPushButton("Sao chép báo cáo", box)
    box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # copying leaves the message open
    copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
    box.setEscapeButton(box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole))
    return box


def new_box(
    window: QWidget | None, message: str, hint: str, icon: QMessageBox.Icon, *, help_page: str = "bao-loi"
) -> QMessageBox:
    """A message box in plain text that goes away by itself when closed; F1 opens the help at ``help_page``."""
    from cchc_desktop.ui.help_place import offer_help_over  # which needs the desk, which needs this module

    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("CCHC Desktop")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(message)
    box.setInformativeText(hint)
    offer_help_over(box, help_page)
    return box


def _log(report: str) -> None:
    try:
        fault_report.keep(report)
    except OSError as problem:
        # A full disk may be why we are here; the report is still on the screen.
        print(problem, file=sys.__stderr__ or sys.stdout)
