"""The panel of suggestions in the real window: keys, mouse, dragging, own suggestions, hiding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QMessageBox, QTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.library_search import offers_for, present_texts
from cchc_desktop.authoring.list_edits import with_recipients
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import Level, item, paragraph
from cchc_desktop.domain.plan import Plan, Recipient, SectionRole
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.task import Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.ui.help_window import PAGES, HelpWindow
from cchc_desktop.ui.library.entry_dialog import EntryDialog
from cchc_desktop.ui.library.list_view import OfferList
from cchc_desktop.ui.library.model import ENTRY_FORM, HIDDEN, OWN, PRESENT, OfferModel
from cchc_desktop.ui.library_panel import LibraryPanel
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.outline.pieces import Spot
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.pages.section import SectionPage
from cchc_desktop.ui.pages.signing import SigningPage
from cchc_desktop.ui.pages.tasks import TasksPage
from cchc_desktop.ui.workspace import Workspace
from tests.suggestions import suggestion, task_suggestion
from tests.ui.grid_desk import task
from tests.ui.outline_desk import read

P = TypeVar("P", bound=QWidget)
OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")
CONTENT = (
    "1. *Công tác chỉ đạo, điều hành*",
    "- Kế hoạch của phường",
    "1. *Cải cách thể chế*",
    "- Văn bản mới",
    "1. *Cải cách thủ tục hành chính*",
    "- Thủ tục thường gặp",
    "1. *Xây dựng và phát triển chính quyền điện tử, chính quyền số*",
    "- Định danh điện tử",
)


def small_dossier() -> Dossier:
    """A dossier with one plan of which something stands in every place that takes suggestions."""
    plan = new_plan(OFFICE, 2026, suggested=False)
    sections = tuple(
        replace(one, items=read(*CONTENT)) if one.role is SectionRole.CONTENT else one
        for one in plan.sections
    )
    rows: tuple[TaskRow, ...] = (
        TaskGroup("Công tác chỉ đạo, điều hành"),
        *(task(f"Việc {number}", "Phòng Văn hóa - Xã hội", "Quý I/2026") for number in range(1, 4)),
    )
    [appendix] = plan.appendices
    plan = replace(
        plan,
        sections=sections,
        appendices=(replace(appendix, rows=rows),),
        closing=(paragraph("Yêu cầu các đơn vị thực hiện"),),
    )
    return Dossier(OFFICE, (with_recipients(plan, (Recipient("Sở Nội vụ"), Recipient("Như trên"))),))


ENTRIES = (
    suggestion("Dự thảo văn bản của {cap} năm {nam}", area=Area.INSTITUTIONS, id="du-thao"),
    suggestion("Thành phần hồ sơ của từng thủ tục", area=Area.PROCEDURES, id="ho-so"),
    suggestion("Sổ tay hỏi đáp", subjects=("cẩm nang",), id="so-tay"),
    suggestion("Phát tin mỗi tuần", EntryKind.DUTY, agency=Function.RADIO, id="phat-tin"),
    suggestion("Trên đây là Kế hoạch năm {nam}", EntryKind.CLOSING, id="cau-ket"),
    suggestion("{so_vhttdl} (để b/c)", EntryKind.RECIPIENT, id="noi-nhan"),
    suggestion("Thực hiện kế hoạch của {ubnd_tinh}", EntryKind.OPENING, id="mo-dau"),
    task_suggestion(
        "Đưa tin về {cap}",
        lead="{vhxh}",
        timing="Quý I/{nam}",
        product="04 tin",
        area=Area.DIRECTION,
        id="dua-tin",
    ),
)


@pytest.fixture
def desk_of_suggestions(window: MainWindow) -> None:
    """A small library in the place of the program's own."""
    window.desk.shelf._entries = ENTRIES


@pytest.fixture
def work(window: MainWindow, documents: Path, desk_of_suggestions: None) -> Workspace:
    window.dossiers.create(documents / "Hồ sơ thử.cchc", small_dossier())
    assert window.workspace is not None
    window.activateWindow()
    return window.workspace


def press(key: str, on: QWidget | None = None) -> None:
    """Press a key where the cursor is; a key of the window goes through its menu."""
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    target = on or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def page(work: Workspace, step: Step, kind: type[P]) -> P:
    work.wizard.go(step)
    found = work.wizard.page
    assert isinstance(found, kind)
    return found


def panel_of(work: Workspace) -> LibraryPanel:
    library = work.wizard.page.library
    assert library is not None
    return library.panel


def opened(qtbot: QtBot, work: Workspace) -> LibraryPanel:
    """The panel of the page, opened and searched by its key."""
    panel = panel_of(work)
    if not panel.is_open:
        press("F7", work.window())
    panel.search.setFocus()
    qtbot.waitUntil(panel.search.hasFocus)
    return panel


def the_list(panel: LibraryPanel) -> OfferList:
    assert panel.list is not None
    return panel.list


def shown(panel: LibraryPanel) -> list[str]:
    return [one.id for one in panel.model.offers]


def choose(panel: LibraryPanel, key: str) -> None:
    row = panel.model.row_of(key)
    assert row >= 0, shown(panel)
    the_list(panel).choose(row)
    the_list(panel).setFocus()


def current_plan(work: Workspace) -> Plan:
    assert work.plan is not None
    return work.plan


def content_texts(work: Workspace) -> list[str]:
    section = next(s for s in current_plan(work).sections if s.title == "NỘI DUNG TUYÊN TRUYỀN")
    return [one.content.plain for one in section.items]


def marks(panel: LibraryPanel, key: str) -> tuple[str, ...]:
    from cchc_desktop.ui.library.model import MARKS_ROLE

    found: tuple[str, ...] = panel.model.index(panel.model.row_of(key)).data(MARKS_ROLE)
    return found


def is_first(panel: LibraryPanel, key: str) -> bool:
    return shown(panel)[0] == key


# --- opening, searching


def test_the_library_is_not_read_before_the_panel_is_opened(window: MainWindow, documents: Path) -> None:
    window.dossiers.create(documents / "Hồ sơ.cchc", small_dossier())
    work = window.workspace
    assert work is not None
    page(work, Step.CONTENT, SectionPage)
    assert not panel_of(work).is_open
    assert panel_of(work).list is None
    shelf = window.desk.shelf
    assert [shelf.is_read] == [False]
    press("F7", window)
    assert [shelf.is_read] == [True]
    assert len(shown(panel_of(work))) > 50


def test_its_key_opens_the_panel_and_there_selects_the_words_searched_for_never_the_text(
    qtbot: QtBot, work: Workspace
) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    content.editor.setFocus()
    press("F7", work.window())
    panel = panel_of(work)
    qtbot.waitUntil(panel.search.hasFocus)
    assert "(3)" in panel.bar.text()
    QTest.keyClicks(panel.search, "so")
    press("Down")
    press("F7", work.window())
    qtbot.waitUntil(panel.search.hasFocus)
    assert panel.is_open
    assert panel.search.selectedText() == "so"
    press("Esc")
    qtbot.waitUntil(content.editor.text.hasFocus)


def test_a_click_on_the_bar_opens_and_closes(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = panel_of(work)
    qtbot.mouseClick(panel.bar, Qt.MouseButton.LeftButton)
    assert the_list(panel).isVisible()
    qtbot.mouseClick(panel.bar, Qt.MouseButton.LeftButton)
    assert not the_list(panel).isVisible()


def test_open_on_one_page_is_open_on_the_next_and_after_the_next_start(
    qtbot: QtBot, work: Workspace, window: MainWindow, documents: Path
) -> None:
    page(work, Step.CONTENT, SectionPage)
    opened(qtbot, work)
    page(work, Step.TASKS, TasksPage)
    qtbot.waitUntil(lambda: shown(panel_of(work)) == ["dua-tin"])
    window.close_dossier()
    window.dossiers.open_path(documents / "Hồ sơ thử.cchc")
    assert window.workspace is not None
    window.workspace.wizard.go(Step.CONTENT)
    assert panel_of(window.workspace).is_open


def test_escape_goes_back_to_the_editor_and_leaves_the_panel_open(qtbot: QtBot, work: Workspace) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    press("Esc")
    qtbot.waitUntil(content.editor.text.hasFocus)
    assert panel.is_open


def test_words_narrow_the_list_and_a_word_nothing_has_is_answered_in_a_sentence(
    qtbot: QtBot, work: Workspace
) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    QTest.keyClicks(panel.search, "cam nang")
    assert shown(panel) == ["so-tay"]
    QTest.keyClicks(panel.search, "zz")
    assert shown(panel) == []
    assert "Không có gợi ý nào có chữ “cam nangzz”" in panel._empty.text()
    panel.search.clear()
    assert len(shown(panel)) == 3


def test_what_the_heading_over_the_cursor_is_about_comes_first(qtbot: QtBot, work: Workspace) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    rows = [one.heading.plain for one in content.editor.outline()]
    for heading, first in (("Cải cách thủ tục hành chính", "ho-so"), ("Cải cách thể chế", "du-thao")):
        content.editor.setFocus()
        content.editor.text.place(Spot(rows.index(heading) + 1, 0))
        qtbot.waitUntil(partial(is_first, panel, first))


def test_what_has_only_most_of_the_words_stands_under_a_heading_that_says_so(
    qtbot: QtBot, work: Workspace
) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    QTest.keyClicks(panel.search, "thanh phan ho so dat dai")
    assert shown(panel) == ["ho-so"]
    assert panel._near.isVisible()
    assert panel._near.text().startswith("Gần đúng")
    panel.search.setText("thanh phan ho so")
    assert not panel._near.isVisible()


def test_in_a_narrow_panel_the_filter_moves_into_the_menu(
    qtbot: QtBot, work: Workspace, window: MainWindow
) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    work.splitter.setSizes([200, 900, 200])
    qtbot.waitUntil(panel.filter.isVisible)
    for _once in "hide, show":  # whoever shows the pages wants them however small
        work.toggle_preview()
    if work.preview.isHidden():
        work.toggle_preview()
    window.resize(760, 600)
    work.splitter.setSizes([150, 345, 400])
    qtbot.waitUntil(lambda: not panel.filter.isVisible())
    assert panel.bar.width() >= panel.bar.fontMetrics().horizontalAdvance(panel.bar.text())
    [menu] = [one.menu() for one in panel.made_menu().actions() if one.menu() is not None]
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == "Cải cách thủ tục hành chính").trigger()
    assert shown(panel) == ["ho-so"]
    assert panel.bar.text() == "Gợi ý (1, lọc)  ▾"


def test_in_a_low_list_each_suggestion_takes_one_line(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    assert work.wizard.page.library is not None
    splitter = work.wizard.page.library.splitter
    splitter.setSizes([100, 1000])
    rows = the_list(panel)
    qtbot.waitUntil(lambda: rows.visualRect(panel.model.index(0)).height() > 40)
    splitter.setSizes([1000, 100])
    qtbot.waitUntil(lambda: rows.visualRect(panel.model.index(0)).height() < 32)


def test_the_filter_offers_what_there_is_and_narrows(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    names = [panel.filter.itemText(index) for index in range(panel.filter.count())]
    assert names == ["Tất cả", "Cải cách thể chế", "Cải cách thủ tục hành chính"]
    panel.filter.setCurrentIndex(2)
    assert shown(panel) == ["ho-so"]


# --- putting in


def test_a_suggestion_is_put_in_by_keys_alone_and_taken_back_in_one_step(
    qtbot: QtBot, work: Workspace
) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    before = current_plan(work)
    panel = opened(qtbot, work)
    QTest.keyClicks(panel.search, "du thao van ban cua")
    press("Down")
    qtbot.waitUntil(the_list(panel).hasFocus)
    press("Return")
    text = "Dự thảo văn bản của phường năm 2026"
    assert text in content_texts(work)
    assert the_list(panel).hasFocus()
    cursor = content.editor.text.textCursor()
    assert not cursor.hasSelection()
    assert (cursor.block().text(), cursor.atBlockEnd()) == (text, True)
    [mark] = content.editor.text.extraSelections()
    assert mark.cursor.block().text() == text
    assert PRESENT in marks(panel, "du-thao")
    assert work.session.undo_label == "chèn gợi ý"
    press("Ctrl+Z", work.window())
    assert current_plan(work) == before


def test_enter_in_the_search_puts_the_first_one_in(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    QTest.keyClicks(panel.search, "so tay")
    press("Return")
    assert "Sổ tay hỏi đáp" in content_texts(work)


def test_it_goes_under_the_heading_it_belongs_to(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "ho-so")
    press("Return")
    texts = content_texts(work)
    at = texts.index("Thành phần hồ sơ của từng thủ tục")
    assert (
        texts.index("Cải cách thủ tục hành chính")
        < at
        < texts.index("Xây dựng và phát triển chính quyền điện tử, chính quyền số")
    )


def test_the_first_key_down_goes_to_what_the_plan_does_not_have_yet(qtbot: QtBot, work: Workspace) -> None:
    write_line(work, "dự thảo văn bản của phường năm 2026.")
    panel = opened(qtbot, work)
    qtbot.waitUntil(lambda: shown(panel)[-1] == "du-thao")
    assert PRESENT in marks(panel, "du-thao")
    press("Down")
    current = the_list(panel).current
    assert current is not None
    assert current.id == shown(panel)[0] != "du-thao"


def test_what_the_plan_has_is_shown_where_it_stands_instead_of_put_in_twice(
    qtbot: QtBot, work: Workspace
) -> None:
    content = write_line(work, "Sổ tay hỏi đáp")
    content.editor.text.place(Spot(0, 0))
    before = current_plan(work)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    press("Return")
    assert current_plan(work) == before
    said = work.bottom.message.text()
    assert said == "Câu này đã có ở mục III; giữ Ctrl khi bấm Enter để vẫn thêm."
    assert content.editor.text.textCursor().block().text() == "Sổ tay hỏi đáp"
    assert the_list(panel).hasFocus()
    drop(content.editor.text.viewport(), QPoint(30, 10), carried(panel, "so-tay"))
    assert current_plan(work) == before
    press("Ctrl+Return", the_list(panel))
    assert content_texts(work).count("Sổ tay hỏi đáp") == 2


def test_a_task_the_plan_has_is_shown_in_its_row(qtbot: QtBot, work: Workspace) -> None:
    tasks = page(work, Step.TASKS, TasksPage)
    panel = opened(qtbot, work)
    choose(panel, "dua-tin")
    press("Return")
    tasks.grid.view.choose((1, 1), (1, 1))
    before = current_plan(work)
    press("Return", the_list(panel))
    assert current_plan(work) == before
    assert tasks.grid.view.currentIndex().row() == 4
    assert work.bottom.message.text().startswith("Nhiệm vụ này đã có ở nhiệm vụ 4; giữ Ctrl")


def test_what_stands_on_another_page_is_gone_to(qtbot: QtBot, work: Workspace) -> None:
    opening = paragraph("Sổ tay hỏi đáp")
    work.session.edit_plan(
        work.plan_id,
        "gõ",
        lambda plan: replace(plan, opening=replace(plan.opening, paragraphs=(opening,))),
    )
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    press("Return")
    assert work.wizard.step is Step.BASES
    assert "đã có ở phần mở đầu" in work.bottom.message.text()


def test_a_double_click_puts_in(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    view = the_list(panel)
    view.choose(panel.model.row_of("so-tay"))
    view.scrollTo(view.currentIndex())
    where = view.visualRect(view.currentIndex()).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert content_texts(work).count("Sổ tay hỏi đáp") == 1


def test_the_list_stays_as_it_is_while_one_after_the_other_is_put_in(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    before = shown(panel)
    for key in before:
        choose(panel, key)
        press("Return")
        qtbot.wait(200)
        current = the_list(panel).current
        assert (shown(panel), current and current.id) == (before, key)


def test_letters_typed_in_the_list_go_on_in_the_search(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "du-thao")
    QTest.keyClicks(the_list(panel), "s")
    qtbot.waitUntil(panel.search.hasFocus)
    assert panel.search.text() == "s"


def test_a_task_comes_with_all_its_cells_behind_the_current_row(qtbot: QtBot, work: Workspace) -> None:
    tasks = page(work, Step.TASKS, TasksPage)
    tasks.grid.view.choose((2, 1), (2, 1))
    before = current_plan(work).appendices[0].rows
    panel = opened(qtbot, work)
    choose(panel, "dua-tin")
    press("Return")
    rows = current_plan(work).appendices[0].rows
    assert [one.id for one in rows if one in before] == [one.id for one in before]
    new = rows[3]
    assert isinstance(new, Task)
    assert (new.title, new.lead.plain, new.timing.plain, new.product.plain) == (
        "Đưa tin về phường",
        "Phòng Văn hóa - Xã hội",
        "Quý I/2026",
        "04 tin",
    )
    assert tasks.grid.view.currentIndex().row() == 3


def test_a_task_goes_to_the_end_while_nobody_has_been_in_the_table(qtbot: QtBot, work: Workspace) -> None:
    tasks = page(work, Step.TASKS, TasksPage)
    assert tasks.grid.view.currentIndex().row() == 0
    panel = opened(qtbot, work)
    choose(panel, "dua-tin")
    press("Return")
    last = current_plan(work).appendices[0].rows[-1]
    assert isinstance(last, Task)
    assert last.title == "Đưa tin về phường"
    assert tasks.grid.view.chosen() == [(4, 1)]


def test_closing_and_recipient_go_to_their_own_places(qtbot: QtBot, work: Workspace) -> None:
    signing = page(work, Step.SIGNING, SigningPage)
    panel = opened(qtbot, work)
    choose(panel, "cau-ket")
    press("Return")
    assert current_plan(work).closing[-1].text.plain == "Trên đây là Kế hoạch năm 2026"
    keys = signing.lines.keys
    signing.lines.enter(keys[0])
    qtbot.waitUntil(lambda: shown(panel)[0] == "noi-nhan")
    choose(panel, "noi-nhan")
    press("Return")
    new = current_plan(work).recipients.names[1]
    assert (new.name, new.note) == ("Sở Văn hóa, Thể thao và Du lịch", "để b/c")


def test_the_opening_paragraph_takes_openings(qtbot: QtBot, work: Workspace) -> None:
    work.wizard.go(Step.BASES)
    panel = opened(qtbot, work)
    assert shown(panel) == ["mo-dau"]
    press("Return")
    assert (
        current_plan(work)
        .opening.paragraphs[-1]
        .text.plain.startswith("Thực hiện kế hoạch của Ủy ban nhân dân")
    )


def test_what_was_put_in_is_in_the_file(qtbot: QtBot, work: Workspace, documents: Path) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    press("Return")
    assert work.save_now()
    expected = current_plan(work)
    window = work.window()
    assert isinstance(window, MainWindow)
    window.close_dossier()
    with DossierFile.open(documents / "Hồ sơ thử.cchc") as file:
        assert file.dossier.plans[0] == expected


# --- dragging


def carried(panel: LibraryPanel, key: str) -> QMimeData:
    return panel.model.mimeData([panel.model.index(panel.model.row_of(key))])


def drop(target: QWidget, point: QPoint, mime: QMimeData) -> bool:
    """Carry something over a widget and let it go; whether it was taken."""
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, action, mime, button, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDragMoveEvent(point, action, mime, button, none))
    dropped = QDropEvent(QPointF(point), action, mime, button, none, QEvent.Type.Drop)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def test_dropped_on_a_line_it_stands_behind_that_line(qtbot: QtBot, work: Workspace) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    area = content.editor.text
    area.place(Spot(1, 0))
    area.ensureCursorVisible()
    point = area.cursorRect().center()
    area.place(Spot(len(area.items) - 1, 0))
    area.verticalScrollBar().setValue(0)
    assert drop(area.viewport(), point, carried(panel, "ho-so"))
    assert content_texts(work)[2] == "Thành phần hồ sơ của từng thủ tục"
    assert content.editor.outline()[2].level is content.editor.outline()[1].level
    assert work.session.undo_label == "chèn gợi ý"


def test_dropped_on_a_row_the_task_stands_behind_that_row(qtbot: QtBot, work: Workspace) -> None:
    tasks = page(work, Step.TASKS, TasksPage)
    panel = opened(qtbot, work)
    tasks.grid.view.scrollToTop()
    point = tasks.grid.view.visualRect(tasks.grid.model.index(1, 1)).topLeft() + QPoint(5, 5)
    assert drop(tasks.grid.view.viewport(), point, carried(panel, "dua-tin"))
    new = current_plan(work).appendices[0].rows[2]
    assert isinstance(new, Task)
    assert new.title == "Đưa tin về phường"


def test_while_it_is_carried_a_line_shows_where_it_would_go(qtbot: QtBot, work: Workspace) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    area = content.editor.text
    area.place(Spot(0, 0))
    point, mime = area.cursorRect().center(), carried(panel, "ho-so")
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(area.viewport(), QDragEnterEvent(point, action, mime, button, none))
    [mark] = area.viewport().findChildren(QFrame, "dropMark")
    area.place(Spot(1, 0))
    assert mark.isVisible()
    assert area.cursorRect().top() - 12 < mark.y() <= area.cursorRect().top() + 2
    QApplication.sendEvent(area.viewport(), QDragLeaveEvent())
    assert not mark.isVisible()


def test_dropped_elsewhere_it_is_plain_text(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.TASKS, TasksPage)
    panel = opened(qtbot, work)
    mime = carried(panel, "dua-tin")
    assert mime.hasFormat(ENTRY_FORM)
    assert mime.text().splitlines()[:2] == ["Đưa tin về phường", "Sản phẩm: 04 tin"]
    elsewhere = QTextEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.insertFromMimeData(mime)
    assert elsewhere.toPlainText() == mime.text()


def test_copying_in_the_list_gives_its_text(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    action: QAction = next(one for one in panel.made_menu().actions() if one.text().startswith("Chép"))
    action.trigger()
    assert QApplication.clipboard().text() == "Sổ tay hỏi đáp"


# --- own suggestions, hiding


def dialog_of(window: QWidget) -> EntryDialog:
    [found] = [one for one in window.findChildren(EntryDialog) if one.isVisible()]
    return found


def last_line(editor: OutlineEditor) -> str:
    return editor.outline()[-1].content.plain


def write_line(work: Workspace, text: str) -> SectionPage:
    """The page of contents with a last line of its own and the cursor in it."""
    content = page(work, Step.CONTENT, SectionPage)
    outline = (*content.editor.outline(), item(Level.DASH, text))
    content.editor.put(outline, len(outline) - 1, len(outline) - 1, "gõ")
    content.editor.setFocus()
    return content


def test_a_line_becomes_a_suggestion_whose_year_and_names_follow_the_plan(
    qtbot: QtBot, work: Workspace
) -> None:
    write_line(work, "Đối thoại quý I/2026 ở phường Vũng Áng")
    press("Ctrl+Shift+G", work.window())
    dialog = dialog_of(work.window())
    assert last_line(dialog.editor) == "Đối thoại quý I/2026 ở phường Vũng Áng"
    assert "Đối thoại quý I/2027 ở phường Vũng Áng" in dialog.shown.text()
    listed = dialog.replaced.text()
    assert "“<b>2026</b>” → năm của kế hoạch" in listed
    assert "“<b>phường Vũng Áng</b>” → tên đơn vị" in listed
    assert not any("{" in one.text() for one in dialog.findChildren(QLabel))
    dialog.subjects.setText("tiếp dân, lắng nghe")
    dialog.accept()
    [own] = work.session.dossier.library
    assert (own.kind, own.content[0].text.plain) == (EntryKind.CONTENT, "Đối thoại quý I/{nam} ở {don_vi}")
    assert own.subjects == ("tiếp dân", "lắng nghe")
    assert own.area is Area.DIGITAL_GOVERNMENT
    assert "Đã lưu gợi ý của cơ quan" in work.bottom.message.text()
    panel = opened(qtbot, work)
    QTest.keyClicks(panel.search, "lang nghe")
    assert shown(panel) == [own.id]
    assert marks(panel, own.id) == (OWN, PRESENT)
    press("Ctrl+Z", work.window())
    assert work.session.dossier.library == ()


def test_a_line_can_be_kept_to_the_letter(qtbot: QtBot, work: Workspace) -> None:
    write_line(work, "Kỷ niệm năm 2026 {nam}")
    press("Ctrl+Shift+G", work.window())
    dialog = dialog_of(work.window())
    dialog.follows.setChecked(False)
    assert not dialog.replaced.isVisible()
    assert dialog.shown.text() == "Chèn vào kế hoạch năm 2027 sẽ đúng như trên."
    assert dialog.follows.isVisible()
    dialog.accept()
    [own] = work.session.dossier.library
    [offer] = offers_for((), Dossier(work.session.dossier.office, library=(own,)), 2030)
    assert offer.text == "Kỷ niệm năm 2026 {nam}"


def test_a_cancelled_dialog_keeps_nothing(work: Workspace) -> None:
    write_line(work, "Một câu")
    press("Ctrl+Shift+G", work.window())
    dialog_of(work.window()).reject()
    assert work.session.dossier.library == ()


def test_a_task_is_kept_with_its_cells_and_several_at_once(qtbot: QtBot, work: Workspace) -> None:
    tasks = page(work, Step.TASKS, TasksPage)
    tasks.grid.view.choose((1, 1), (1, 1))
    tasks.grid.setFocus()
    press("Ctrl+Shift+G", work.window())
    dialog = dialog_of(work.window())
    assert dialog.cells[TaskColumn.TIMING].text() == "Quý I/2026"
    dialog.accept()
    [own] = work.session.dossier.library
    assert own.task is not None
    assert own.task.lead.plain == "{vhxh}"
    assert own.area is Area.DIRECTION
    tasks.grid.view.choose((1, 1), (2, 1))
    press("Ctrl+Shift+G", work.window())
    assert len(work.session.dossier.library) == 3
    assert "Đã lưu 2 gợi ý của cơ quan" in work.bottom.message.text()


def test_nothing_selected_is_said(work: Workspace) -> None:
    page(work, Step.SIGNING, SigningPage)
    work.session.edit_plan(work.plan_id, "xóa câu kết", lambda plan: replace(plan, closing=()))
    press("Ctrl+Shift+G", work.window())
    assert "Chưa có chữ nào được chọn" in work.bottom.message.text()


def test_a_suggestion_of_the_program_is_hidden_by_a_key_shown_on_demand_and_offered_again(
    qtbot: QtBot, work: Workspace
) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    press("Del")
    assert [*work.session.dossier.hidden] == ["so-tay"]
    assert "so-tay" not in shown(panel)
    assert "Đã ẩn gợi ý “Sổ tay hỏi đáp”" in work.bottom.message.text()
    panel.show_hidden(True)
    assert shown(panel)[-1] == "so-tay"
    assert HIDDEN in marks(panel, "so-tay")
    choose(panel, "so-tay")
    menu_entry(panel, "Hiện lại gợi ý này").trigger()
    assert not work.session.dossier.hidden
    press("Ctrl+Z", work.window())
    assert [*work.session.dossier.hidden] == ["so-tay"]


def menu_entry(panel: LibraryPanel, text: str) -> QAction:
    [found] = [one for one in panel.made_menu().actions() if one.text().split("\t")[0] == text]
    return found


def test_a_changed_suggestion_of_the_program_becomes_the_offices(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    choose(panel, "so-tay")
    press("F2")
    dialog = dialog_of(work.window())
    dialog.editor.put((item(Level.PARAGRAPH, "Sổ tay của phường Vũng Áng"),), 0, 0, "gõ")
    dialog.follows.setChecked(True)
    dialog.accept()
    [own] = work.session.dossier.library
    assert own.content[0].text.plain == "Sổ tay của {don_vi}"
    assert [*work.session.dossier.hidden] == ["so-tay"]
    assert own.id in shown(panel)
    choose(panel, own.id)
    press("F2")
    again = dialog_of(work.window())
    again.editor.put((item(Level.PARAGRAPH, "Sổ tay mới"),), 0, 0, "gõ")
    again.accept()
    assert [one.content[0].text.plain for one in work.session.dossier.library] == ["Sổ tay mới"]


def test_an_own_suggestion_is_deleted_said_so_and_taken_back(qtbot: QtBot, work: Workspace) -> None:
    work.session.edit(
        "thêm", lambda d: replace(d, library=(suggestion("Của mình", is_own=True, id="cua-minh"),))
    )
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    qtbot.waitUntil(lambda: "cua-minh" in shown(panel))
    choose(panel, "cua-minh")
    press("Del")
    assert work.session.dossier.library == ()
    assert "Đã xóa gợi ý “Của mình”. Bấm Ctrl+Z để lấy lại." in work.bottom.message.text()
    press("Ctrl+Z", work.window())
    assert len(work.session.dossier.library) == 1


def test_a_section_that_is_not_there_takes_no_suggestions(work: Workspace) -> None:
    work.session.edit_plan(work.plan_id, "bỏ các mục", lambda plan: replace(plan, sections=()))
    page(work, Step.CONTENT, SectionPage)
    press("F7", work.window())
    assert "Kế hoạch này chưa có mục đó" in work.bottom.message.text()
    assert not panel_of(work).is_open
    work.wizard.go(Step.GENERAL)
    press("F7", work.window())
    assert work.bottom.message.text() == "Bước này không có câu gợi ý."


def test_what_is_put_in_is_on_the_paper(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    entered: list[str] = []
    work.wizard.source_entered.connect(entered.append)
    choose(panel, "so-tay")
    press("Return")
    section = next(one for one in current_plan(work).sections if one.role is SectionRole.CONTENT)
    new = next(one for one in section.items if one.text.plain == "Sổ tay hỏi đáp")
    assert entered[-1] == new.id
    assert "Sổ tay hỏi đáp" in to_text(work._document())


# --- looking only, help, faults, the model


def test_a_dossier_open_for_reading_lets_look_but_put_nothing_in(
    qtbot: QtBot, window: MainWindow, documents: Path, desk_of_suggestions: None
) -> None:
    path = documents / "Chỉ xem.cchc"
    with DossierFile.create(path, small_dossier()):
        window.dossiers.open_path(path)
        [box] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
        next(button for button in box.buttons() if button.text() == "Mở để xem").click()
        work = window.workspace
        assert work is not None
        page(work, Step.CONTENT, SectionPage)
        panel = opened(qtbot, work)
        before = current_plan(work)
        choose(panel, "so-tay")
        press("Return")
        press("Del")
        assert current_plan(work) == before
        assert not menu_entry(panel, "Chèn").isEnabled()
        window.forget_dossier()


def test_f1_in_the_panel_opens_its_page_of_the_help(qtbot: QtBot, work: Workspace) -> None:
    page(work, Step.CONTENT, SectionPage)
    opened(qtbot, work)
    press("F1", work.window())
    [found] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow) and one.isVisible()
    ]
    assert PAGES[found.contents.currentRow()][0] == "goi-y"


def test_a_faulty_file_of_the_catalogue_is_told_in_the_list(
    qtbot: QtBot, window: MainWindow, documents: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "thu-vien"
    folder.mkdir()
    (folder / "hong.toml").write_text("[[entry]]\nid = 5", encoding="utf-8")
    monkeypatch.setattr("cchc_desktop.catalog.library.library_folder", lambda: folder)
    window.dossiers.create(documents / "Hồ sơ.cchc", small_dossier())
    work = window.workspace
    assert work is not None
    page(work, Step.CONTENT, SectionPage)
    panel = opened(qtbot, work)
    assert "hong.toml" in panel._empty.text()


def test_the_title_gives_way_to_editor_and_list_in_a_low_window(
    qtbot: QtBot, work: Workspace, window: MainWindow
) -> None:
    content = page(work, Step.CONTENT, SectionPage)
    window.resize(1366, 1000)
    panel = opened(qtbot, work)
    qtbot.waitUntil(content.title_field.isVisible)
    assert work.wizard._sentence.isVisible()
    window.resize(910, 460)
    qtbot.waitUntil(lambda: not content.title_field.isVisible())
    assert not work.wizard._sentence.isVisible()
    panel.bar.click()
    qtbot.waitUntil(content.title_field.isVisible)
    assert work.wizard._sentence.isVisible()


@pytest.fixture
def filled_model(qtmodeltester: ModelTester) -> Callable[[], OfferModel]:
    def make() -> OfferModel:
        dossier = small_dossier()
        model = OfferModel()
        present = present_texts(dossier.plans[0])
        offers = list(offers_for(ENTRIES, dossier, 2026))
        model.show(offers, present, dossier.office_profile, several_kinds=True)
        return model

    return make


def test_the_model_behaves_as_qt_expects(
    qtmodeltester: ModelTester, filled_model: Callable[[], OfferModel]
) -> None:
    model = filled_model()
    qtmodeltester.check(model)
    assert model.rowCount() == len(ENTRIES)


def test_a_screen_reader_hears_marks_text_and_what_it_is_about(
    filled_model: Callable[[], OfferModel],
) -> None:
    model = filled_model()
    heard = model.index(model.row_of("du-thao")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Dự thảo văn bản của phường năm 2026. Nội dung tuyên truyền · Cải cách thể chế"
