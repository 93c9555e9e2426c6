"""The composition root: a program that cannot start says so in a box, since nobody sees its console."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from cchc_desktop import app
from cchc_desktop.errors import UserFacingError
from cchc_desktop.fault_report import log_path


def close_the_box(seen: list[QMessageBox]) -> Callable[[], None]:
    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        assert box.windowTitle() == "Có lỗi ngoài dự kiến"
        assert "không mở được" in box.text()
        assert "ZeroDivisionError" in box.detailedText()
        assert {"Sao chép báo cáo", "Đóng"} <= {button.text() for button in box.buttons()}
        box.escapeButton().click()

    return close


def test_a_fault_at_the_start_is_told_in_a_box_and_logged(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_parts: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(app, "make_window", broken)
    seen: list[QMessageBox] = []
    QTimer.singleShot(0, close_the_box(seen))
    assert app.run_window() == 1
    assert len(seen) == 1
    assert "ZeroDivisionError" in log_path().read_text(encoding="utf-8")


def test_what_a_person_can_mend_at_the_start_is_left_to_who_tells_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_parts: object) -> None:
        raise UserFacingError("Không đọc được.", "Hãy thử lại.")

    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(app, "make_window", refused)
    with pytest.raises(UserFacingError, match="Không đọc được"):
        app.run_window()
