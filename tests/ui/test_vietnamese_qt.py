"""Tests that Qt itself speaks Vietnamese: no text of its buttons, menus and dialogs is missing, and none is out of date."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree  # noqa: TID251 - our own file

import PySide6
import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.places import resources_dir
from cchc_desktop.ui.main_window import MainWindow

FOLDER = resources_dir() / "translations"

# What a person can meet in this program: not the contexts of printing, colours, fonts, command lines and networks.
MET = {
    "QPlatformTheme",
    "QDialogButtonBox",
    "QMessageBox",
    "QFileDialog",
    "QFileSystemModel",
    "QAbstractFileIconProvider",
    "QLineEdit",
    "QWidgetTextControl",
    "QAbstractSpinBox",
    "QScrollBar",
    "QComboBox",
    "QTabBar",
    "QProgressDialog",
    "QInputDialog",
    "QAccessibleActionInterface",
    "QSpiAccessibleBridge",
    "QUnicodeControlCharacterMenu",
}
NOT_OURS = re.compile(r"About Qt|Qt is a C\+\+ toolkit")


def messages_of_qt() -> set[tuple[str, str]]:
    """(context, source) of every text of Qt that a translation of Qt's own knows."""
    path = Path(PySide6.__file__).parent / "Qt" / "translations" / "qtbase_de.qm"
    if not path.is_file():
        pytest.skip("this PySide6 brings no translations to compare with")
    return {(context, source) for context, source in _entries(path.read_bytes())}


def _entries(content: bytes) -> list[tuple[str, str]]:
    """The messages of a .qm file: sections of (tag, length, bytes), the messages of (tag, value)."""
    at, messages = 16, b""
    while at < len(content):
        tag, length = content[at], int.from_bytes(content[at + 1 : at + 5])
        if tag == 0x69:
            messages = content[at + 5 : at + 5 + length]
        at += 5 + length
    found: list[tuple[str, str]] = []
    texts: dict[int, str] = {}
    at = 0
    while at < len(messages):
        tag = messages[at]
        at += 1
        if tag == 1:
            found.append((texts.get(7, ""), texts.get(6, "")))
            texts = {}
        elif tag == 5:
            at += 4
        else:
            length = int.from_bytes(messages[at : at + 4])
            if tag in (6, 7):
                texts[tag] = messages[at + 4 : at + 4 + length].decode()
            at += 4 + length
    return found


def ours() -> dict[tuple[str, str], str]:
    tree = ElementTree.parse(FOLDER / "qt_vi.ts")
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def test_no_text_that_a_person_can_meet_is_left_in_english() -> None:
    wanted = {(c, s) for c, s in messages_of_qt() if c in MET and not NOT_OURS.search(s)}
    assert len(wanted) > 200
    assert wanted - set(ours()) == set()


def test_every_translation_is_of_a_text_qt_really_has() -> None:
    assert set(ours()) - messages_of_qt() == set()


def test_translations_keep_the_places_for_names() -> None:
    for (context, source), text in ours().items():
        assert text.strip() or not source.strip(), (context, source)
        assert re.findall(r"%\d", source) == re.findall(r"%\d", text), (context, source)


def test_the_compiled_file_is_as_new_as_its_source(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "pyside6-lrelease"
    if not program.exists():
        pytest.skip("lrelease is not installed")
    target = tmp_path / "qt_vi.qm"
    subprocess.run([program, "-silent", FOLDER / "qt_vi.ts", "-qm", target], check=True)
    fresh, kept = QTranslator(), QTranslator()
    assert fresh.load(str(target))
    assert kept.load(str(FOLDER / "qt_vi.qm"))
    for context, source in ours():
        assert kept.translate(context, source) == fresh.translate(context, source)


def test_buttons_and_context_menus_speak_vietnamese(qtbot: QtBot, window: MainWindow) -> None:
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Close
    )
    qtbot.addWidget(buttons)
    assert {button.text().replace("&", "") for button in buttons.buttons()} == {"Đồng ý", "Hủy", "Đóng"}
    for field in (QLineEdit(), QTextEdit()):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        names = [
            action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()
        ]
        assert names == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"]
        menu.deleteLater()
    assert QLocale().language() is QLocale.Language.Vietnamese


ENGLISH = re.compile(
    r"\b(open|save|cancel|close|undo|redo|cut|copy|paste|delete|select|all|help|yes|no|ok|file|name|type|apply|retry|ignore|search|new)\b",
    re.IGNORECASE,
)


def test_no_english_word_is_on_any_widget_of_the_window(window: MainWindow, work: object) -> None:
    for widget in QApplication.allWidgets():
        for text in _texts(widget):
            assert not ENGLISH.search(text.replace("Phím Delete", "")), (type(widget).__name__, text)
    for action in window.menus.actions.values():
        assert not ENGLISH.search(action.text()), action.text()


def _texts(widget: QWidget) -> list[str]:
    found = [widget.toolTip(), widget.accessibleName(), widget.windowTitle().replace("CCHC Desktop", "")]
    for name in ("text", "placeholderText", "title"):
        read = getattr(widget, name, None)
        if callable(read) and not isinstance(read, QWidget):
            found.append(str(read()))
    return found
