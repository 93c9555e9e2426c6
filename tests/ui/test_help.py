"""The help: pages, links and names that hold; F1 at the place in question; finding words; looks that follow the reader."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.task import TaskColumn, TaskGroup
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.columns_dialog import ColumnsDialog
from cchc_desktop.ui.commands import COMMANDS
from cchc_desktop.ui.help_search import read_pages, search, spots, words_of
from cchc_desktop.ui.help_window import PAGES, HelpWindow
from cchc_desktop.ui.import_window import ImportWindow
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.new_dossier_dialog import NewDossierDialog
from cchc_desktop.ui.new_plan_dialog import NewPlanDialog
from cchc_desktop.ui.pages.export import ExportPage
from cchc_desktop.ui.pages.section import SectionPage
from cchc_desktop.ui.pages.tasks import TasksPage
from cchc_desktop.ui.preview_window import PreviewWindow
from cchc_desktop.ui.sections_dialog import SectionsDialog
from cchc_desktop.ui.task_grid import TaskGrid
from cchc_desktop.ui.theme import Scheme
from cchc_desktop.ui.trouble import report_box
from cchc_desktop.ui.workspace import Workspace
from tests.ui.help_pages import HELP, ROOT, is_key, is_on_screen, page, page_names
from tests.ui.import_desk import old_plan, read_of

Shown = Callable[[type[QDialog]], QDialog]

NAMES = [name for name, _title in PAGES]
# What has no Vietnamese word of its own: names of programs, of files, of keys. Whatever else is English is a slip.
ENGLISH = re.compile(
    r"\b(open|save|cancel|close|undo|redo|cut|copy|paste|delete|select|help|click|double|file|folder|button|menu|dialog|"
    r"checkbox|tab|the|and|preview|template|export|import|update|error|warning|search|step|plan|task|backup|default|"
    r"settings?|user|format|link|online|offline|email|mail|website|web site|app|version)\b"
)
_NAMING = ("name_help", "offer_help", "offer_help_over")
ALLOWED_HERE = {"phim-tat"}  # "Tab" and other keys, named outside of bold


# The pages


def test_every_page_is_listed_and_every_listed_page_exists() -> None:
    assert sorted(NAMES) == page_names()
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    for link in page(name).links:
        target, _, anchor = link.partition("#")
        assert not target or target.endswith(".html"), link
        wanted = target.removesuffix(".html") or name
        assert wanted in NAMES, link
        assert not anchor or anchor in page(wanted).anchors, link


@pytest.mark.parametrize("name", NAMES)
def test_every_page_leads_back_to_the_contents(name: str) -> None:
    assert name == "bat-dau" or any(link.startswith("bat-dau.html") for link in page(name).links)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_in_bold_is_on_a_screen_or_a_key(name: str) -> None:
    unknown = [
        text
        for text in page(name).bold
        if not is_key(text) and not all(is_on_screen(part) for part in text.split("→"))
    ]
    assert unknown == []


def test_names_that_no_screen_has_are_found_out() -> None:
    assert is_on_screen("Lưu bản sao…")
    assert is_on_screen("Hồ sơ")
    assert is_key("Ctrl+Shift+Del")
    assert is_key("Ctrl+-")
    assert not is_on_screen("Lưu thành tệp khác")
    assert not is_key("Lưu")


@pytest.mark.parametrize("name", NAMES)
def test_no_page_speaks_english(name: str) -> None:
    spoken = page(name).spoken
    for text in page(name).bold:
        if is_key(text):
            spoken = spoken.replace(text, " ")
    assert name in ALLOWED_HERE or ENGLISH.findall(spoken.lower()) == []


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_set_in_good_vietnamese(name: str) -> None:
    words = page(name).words
    assert not re.search(r"\b(?:xoá|hoà|khoá|huỷ|bạn|Bạn)\b", words)
    assert '"' not in words
    assert "..." not in words
    assert not re.search(r" [,;.:?!](?:\s|$)", words.replace(" …", "")), words


def test_every_command_of_the_menus_is_told_in_some_page() -> None:
    everything = " ".join(" ".join(page(name).words.split()) for name in NAMES)
    for command in COMMANDS:
        assert command.text.replace("&", "").rstrip("…") in everything, command.text


def test_every_command_has_its_menu_in_a_sentence_outside_of_the_list_of_keys() -> None:
    told = " ".join(" ".join(page(name).words.split()) for name in NAMES if name != "phim-tat")
    common = {"cut", "copy", "paste", "select_all", "help", "keys"}  # as in any program
    missing = [
        command.text
        for command in COMMANDS
        if command.name not in common and command.text.replace("&", "").rstrip("…") not in told
    ]
    assert missing == []


def test_every_page_that_a_part_of_the_window_names_is_there() -> None:
    named = set(_places_named())
    assert {"buoc-7#thoi-gian", "soan-muc", "bao-loi#chua-luu"} <= named
    for place in named:
        name, _, anchor = place.partition("#")
        assert name in NAMES, place
        assert not anchor or anchor in page(name).anchors, place


def _places_named() -> Iterator[str]:
    """Every text in the sources that reads as a page with a place in it, or is given to a function for help."""
    for path in (ROOT / "cchc_desktop" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"[a-z][a-z-]*(?:-\d+)?#[a-z0-9-]+", node.value):
                    yield node.value
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in _NAMING:
                texts = (one.value for one in node.args if isinstance(one, ast.Constant))
                yield from (text for text in texts if isinstance(text, str))


# F1 at the place in question


def _help(window: QWidget, qtbot: QtBot) -> HelpWindow:
    """Press F1 where the window is and give the help that comes."""
    for one in _helps():
        one.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    [found] = _helps()
    return found


def _helps() -> list[HelpWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow) and one.isVisible()]


def _place(help_window: HelpWindow) -> str:
    return help_window.browser.place


def _help_of(window: MainWindow) -> str:
    window.menus.actions["help"].trigger()
    [found] = _helps()
    return _place(found)


def test_f1_on_the_start_page(window: MainWindow) -> None:
    window.start.doors["new"].setFocus()
    assert _help_of(window) == "bat-dau"


def test_f1_on_the_list_of_recent_dossiers(window: MainWindow, work: Workspace) -> None:
    window.close_dossier()
    window.start.list.setFocus()
    assert _help_of(window) == "bat-dau#mo"


@pytest.mark.parametrize("step", list(Step))
def test_f1_opens_the_page_of_the_step(window: MainWindow, work: Workspace, step: Step) -> None:
    work.wizard.go(step)
    work.wizard.next.setFocus() if step.next else work.wizard.back.setFocus()
    assert _help_of(window) == f"buoc-{step.value}"


def test_f1_in_the_list_of_steps_is_about_the_step(window: MainWindow, work: Workspace) -> None:
    work.wizard.go(Step(4))
    work.steps.setFocus()
    assert _help_of(window) == "buoc-4"


def test_f1_while_writing_a_section(window: MainWindow, work: Workspace) -> None:
    work.wizard.go(Step(3))
    assert isinstance(work.wizard.page, SectionPage)
    work.wizard.page.editor.text.setFocus()
    assert _help_of(window) == "soan-muc"
    work.wizard.page.title_field.setFocus()
    assert _help_of(window) == "buoc-3"


@pytest.mark.parametrize(
    ("column", "place"),
    [
        (TaskColumn.CONTENT, "buoc-7#noi-dung"),
        (TaskColumn.LEAD, "buoc-7#co-quan"),
        (TaskColumn.COOPERATION, "buoc-7#co-quan"),
        (TaskColumn.TIMING, "buoc-7#thoi-gian"),
    ],
)
def test_f1_in_the_grid_is_about_the_column(
    window: MainWindow, work: Workspace, column: TaskColumn, place: str
) -> None:
    grid = _grid(work)
    row = next(n for n, one in enumerate(grid.appendix().rows) if not isinstance(one, TaskGroup))
    number = [one.kind for one in grid.appendix().columns].index(column)
    grid.view.choose((row, number), (row, number))
    grid.view.setFocus()
    assert _help_of(window) == place


def test_f1_in_the_grid_on_a_group_and_in_an_open_cell(window: MainWindow, work: Workspace) -> None:
    grid = _grid(work)
    rows = grid.appendix().rows
    group = next(n for n, one in enumerate(rows) if isinstance(one, TaskGroup))
    grid.view.choose((group, 0), (group, 0))
    grid.view.setFocus()
    assert _help_of(window) == "buoc-7#nhom"
    timing = [one.kind for one in grid.appendix().columns].index(TaskColumn.TIMING)
    grid.view.choose((group + 1, timing), (group + 1, timing))
    grid.view.edit(grid.view.currentIndex(), grid.view.EditTrigger.EditKeyPressed, None)
    assert grid.view.editor() is not None
    assert _help_of(window) == "buoc-7#thoi-gian"


def _grid(work: Workspace) -> TaskGrid:
    work.wizard.go(Step.TASKS)
    assert isinstance(work.wizard.page, TasksPage)
    return work.wizard.page.grid


def test_f1_in_the_preview_the_list_of_problems_and_the_export(window: MainWindow, work: Workspace) -> None:
    work.preview.setFocus()
    assert _help_of(window) == "cua-so#trang-in"
    work.bottom.list.show()
    work.bottom.list.setFocus()
    assert _help_of(window) == "buoc-11#con-thieu"
    work.wizard.go(Step.EXPORT)
    assert isinstance(work.wizard.page, ExportPage)
    next(iter(work.wizard.page.buttons.values())).setFocus()
    assert _help_of(window) == "buoc-11#xuat"


@pytest.mark.parametrize(
    ("step", "name", "place"),
    [
        (Step.GENERAL, "Tên kế hoạch", "buoc-1#trich-yeu"),
        (Step.GENERAL, "Số", "buoc-1#so-ngay"),
        (Step.BASES, "Theo đề nghị", "buoc-2#theo-de-nghi"),
        (Step.SIGNING, "Cách ký", "buoc-10#nguoi-ky"),
    ],
)
def test_f1_in_a_field_is_about_its_card(
    window: MainWindow, work: Workspace, step: Step, name: str, place: str
) -> None:
    work.wizard.go(step)
    fields = [one for one in work.wizard.page.findChildren(QWidget) if one.accessibleName() == name]
    fields[0].setFocus()
    assert _help_of(window) == place


def test_f1_at_the_banner_that_saving_failed(window: MainWindow, work: Workspace) -> None:
    work.autosave.problem = UserFacingError("Ổ đĩa đã đầy nên chưa lưu được.", "Hãy xóa bớt tệp.")
    work.autosave.changed.emit()
    work.failure.findChildren(QPushButton)[0].setFocus()
    assert _help_of(window) == "bao-loi#chua-luu"
    work.autosave.problem = None


@pytest.mark.parametrize(
    ("command", "kind", "place"),
    [
        ("new", NewDossierDialog, "bat-dau#tao-ho-so"),
        ("add_plan", NewPlanDialog, "an-toan#nhieu-ke-hoach"),
        ("sections", SectionsDialog, "soan-muc#cac-muc"),
        ("enlarge", PreviewWindow, "cua-so#trang-in"),
    ],
)
def test_f1_in_a_dialog(
    window: MainWindow,
    work: Workspace,
    shown: Shown,
    qtbot: QtBot,
    command: str,
    kind: type[QDialog],
    place: str,
) -> None:
    window.menus.actions[command].trigger()
    dialog = shown(kind)
    found = _help(dialog, qtbot)
    assert _place(found) == place
    assert found.parent() is dialog  # a window of its own would not get a key while the dialog is open
    found.close()
    dialog.close()


def test_f1_in_the_columns_of_the_table(
    window: MainWindow, work: Workspace, shown: Shown, qtbot: QtBot
) -> None:
    work.wizard.go(Step.TASKS)
    assert isinstance(work.wizard.page, TasksPage)
    work.wizard.page.choose_columns()
    dialog = shown(ColumnsDialog)
    assert _place(_help(dialog, qtbot)) == "buoc-7#cot"


def test_f1_at_a_message(window: MainWindow, shown: Shown, qtbot: QtBot) -> None:
    box = window.desk.trouble.tell(UserFacingError("Tệp này không phải hồ sơ.", "Hãy chọn tệp khác."))
    assert isinstance(box, QMessageBox)
    assert _place(_help(box, qtbot)) == "bao-loi"


def test_f1_on_both_pages_of_the_import(window: MainWindow, work: Workspace, qtbot: QtBot) -> None:
    window.imports.look_over(read_of(old_plan()))
    [dialog] = [one for one in window.findChildren(ImportWindow) if one.isVisible()]
    assert _place(_help(dialog, qtbot)) == "nhap-ke-hoach#hieu"
    dialog.go_on.click()
    assert _place(_help(dialog, qtbot)) == "nhap-ke-hoach#chuyen"
    dialog.done(0)


def test_f1_at_a_fault_of_the_program(window: MainWindow, qtbot: QtBot) -> None:
    box = report_box(window, "Có lỗi ngoài dự kiến trong chương trình.", "Làm tiếp được.", "báo cáo")
    box.open()
    assert _place(_help(box, qtbot)) == "bao-loi#loi-chuong-trinh"


# The window


@pytest.fixture
def opened(window: MainWindow) -> HelpWindow:
    window.show_help("bat-dau")
    [found] = _helps()
    return found


def test_search_finds_words_with_and_without_marks(opened: HelpWindow) -> None:
    for query in ("hoàn tác", "hoan tac", "HOÀN TÁC"):
        opened.query.setText(query)
        assert opened.found.isVisible()
        first = opened.found.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "Lấy lại" in first or "lấy lại" in first, first
        assert "hoàn tác" in first.lower()
    opened.query.setText("ban giao")
    assert opened.found.item(0).text().startswith("Bàn giao")
    opened.query.setText("het cho tren dia")
    assert opened.found.count()


def test_a_hit_opens_with_its_words_marked_and_in_sight(opened: HelpWindow, qtbot: QtBot) -> None:
    opened.query.setFocus()
    qtbot.keyClicks(opened.query, "hoan tac")
    qtbot.keyClick(opened.query, Qt.Key.Key_Return)
    assert opened.isVisible()
    assert _place(opened) == "cua-so#hoan-tac"
    marked = [one.cursor.selectedText().lower() for one in opened.browser.extraSelections()]
    assert set(marked) == {"hoàn tác"}
    cursor = opened.browser.cursorRect()
    assert opened.browser.viewport().rect().contains(cursor.center())


def test_arrows_walk_through_the_hits_while_the_cursor_stays_in_the_field(
    opened: HelpWindow, qtbot: QtBot
) -> None:
    opened.query.setFocus()
    qtbot.keyClicks(opened.query, "phu luc")
    qtbot.keyClick(opened.query, Qt.Key.Key_Down)
    qtbot.keyClick(opened.query, Qt.Key.Key_Down)
    assert opened.found.currentRow() == 2
    qtbot.keyClick(opened.query, Qt.Key.Key_Up)
    assert opened.found.currentRow() == 1
    assert opened.query.hasFocus()


def test_what_is_not_found_is_said_and_esc_empties_the_field_first(opened: HelpWindow, qtbot: QtBot) -> None:
    opened.query.setFocus()
    qtbot.keyClicks(opened.query, "zzzz")
    assert not opened.found.isVisible()
    assert not opened.contents.isVisible()
    qtbot.keyClick(opened.query, Qt.Key.Key_Return)
    qtbot.keyClick(opened.query, Qt.Key.Key_Escape)
    assert opened.query.text() == ""
    assert opened.contents.isVisible()
    assert opened.isVisible()
    qtbot.keyClick(opened.query, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_history_goes_back_and_forward(opened: HelpWindow, qtbot: QtBot) -> None:
    assert not opened.back.isEnabled()
    opened.contents.setCurrentRow(NAMES.index("ban-giao"))
    opened.contents.setCurrentRow(NAMES.index("cai-dat"))
    qtbot.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _place(opened) == "ban-giao"
    assert opened.contents.currentRow() == NAMES.index("ban-giao")
    opened.back.click()
    assert _place(opened) == "bat-dau"
    qtbot.keyClick(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert _place(opened) == "ban-giao"
    opened.forward.click()
    assert _place(opened) == "cai-dat"


def test_letters_grow_by_key_and_wheel_and_come_back(opened: HelpWindow, qtbot: QtBot) -> None:
    def size() -> float:
        return opened.browser.document().defaultFont().pointSizeF()

    usual = size()
    assert usual == pytest.approx(QApplication.font().pointSizeF())
    qtbot.keyClick(opened, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert size() > usual
    _turn_wheel(opened, 120)
    grown = size()
    assert grown > usual * 1.2
    _turn_wheel(opened, -120)
    assert size() < grown
    qtbot.keyClick(opened, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert size() == pytest.approx(usual)


def _turn_wheel(opened: HelpWindow, angle: int) -> None:
    middle = QPointF(opened.browser.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(opened.browser.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(opened.browser.viewport(), event)


def test_no_page_needs_scrolling_sideways_even_with_large_letters(opened: HelpWindow) -> None:
    opened.resize(640, 480)
    for _ in range(3):
        opened.browser.change_zoom(1)
    for row in range(opened.contents.count()):
        opened.contents.setCurrentRow(row)
        assert opened.browser.horizontalScrollBar().maximum() == 0, NAMES[row]


def test_the_page_stays_where_it_is_when_the_theme_changes(window: MainWindow, opened: HelpWindow) -> None:
    window.show_help("buoc-7#thoi-gian")
    before = opened.browser.verticalScrollBar().value()
    assert before > 100
    window.desk.theme.choose(Scheme.DARK)
    assert abs(opened.browser.verticalScrollBar().value() - before) < 60
    assert _place(opened) == "buoc-7#thoi-gian"
    window.desk.theme.choose(Scheme.SYSTEM)


def test_the_same_place_can_be_opened_again_after_scrolling(window: MainWindow, opened: HelpWindow) -> None:
    window.show_help("buoc-7#thoi-gian")
    there = opened.browser.verticalScrollBar().value()
    opened.browser.verticalScrollBar().setValue(0)
    window.show_help("buoc-7#thoi-gian")
    assert opened.browser.verticalScrollBar().value() == there
    window.show_help("buoc-7")
    assert opened.browser.verticalScrollBar().value() == 0


def test_everything_in_the_window_has_a_name(opened: HelpWindow) -> None:
    for widget in (opened.query, opened.contents, opened.found, opened.browser):
        assert widget.accessibleName()
    for button in opened.findChildren(QPushButton):
        assert button.accessibleName() or len(button.text()) > 3, button.text()
        assert button.toolTip()


def test_f1_in_the_help_goes_to_the_contents_and_ctrl_f_to_the_search(
    opened: HelpWindow, qtbot: QtBot
) -> None:
    opened.contents.setCurrentRow(4)
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    assert _place(opened) == "bat-dau"
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.query.hasFocus()


# Searching without a window


def test_a_hit_names_its_section_and_the_anchor_of_that_section() -> None:
    texts = read_pages(HELP, PAGES)
    [*hits] = search(texts, "quý I/2026")
    assert hits
    assert hits[0].text.place == "buoc-7#thoi-gian"
    assert hits[0].name == "Bước 7. Nhiệm vụ › Cột thời gian"
    assert "Quý I/2026" in hits[0].snippet
    [heading, *_] = search(texts, "hai người cùng mở một hồ sơ")
    assert heading.text.is_heading
    assert heading.snippet.startswith("Mỗi lúc chỉ một người")  # not the heading once more


def test_words_are_looked_for_at_their_beginnings() -> None:
    assert spots("Bàn giao, ban hành", words_of("bàn")) == [(0, 3), (10, 13)]
    assert spots("Toàn thể", words_of("an")) == []
    assert spots("Phụ lục của phường", words_of("phu luc")) == [(0, 7)]
    assert spots("Lục tìm phụ bản", words_of("phu luc")) == [(0, 3), (8, 11)]
    assert search(read_pages(HELP, PAGES), "   ") == ()


def test_words_typed_with_marks_find_them_with_those_marks() -> None:
    texts = read_pages(HELP, PAGES)
    fonts = search(texts, "phông")
    assert fonts
    assert all(re.search(r"\bphông", hit.text.text.lower()) for hit in fonts)
    assert any("phòng" in hit.text.text.lower() for hit in search(texts, "phong"))
    # Marks that stand nowhere are taken for a slip.
    assert search(texts, "phỏng vắn thư") == search(texts, "phong van thu")


def test_the_first_place_found_is_shown_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["help"].trigger()
    [shown] = _helps()
    shown.show_page("bat-dau")
    shown.query.setFocus()
    qtbot.keyClicks(shown.query, "phong chu")
    first = shown._hits[0].text
    qtbot.waitUntil(lambda: _place(shown).partition("#")[0] == first.page, timeout=2000)
    assert shown.query.hasFocus()
    qtbot.keyClick(shown.query, Qt.Key.Key_Down)
    if len(shown._hits) > 1:
        second = shown._hits[1].text
        qtbot.waitUntil(lambda: _place(shown).partition("#")[0] == second.page, timeout=2000)
