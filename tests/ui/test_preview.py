"""The preview shows the pages a moment behind the typing, follows the cursor, and leads back to the editor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import Plan
from cchc_desktop.formats.pdf import lay_out
from cchc_desktop.paper.blocks import Document
from cchc_desktop.paper.compose import compose
from cchc_desktop.ui.preview import Preview

PLAN = sample_dossier().plans[0]


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(480, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(qtbot: QtBot, preview: Preview, plan: Plan) -> None:
    with qtbot.waitSignal(preview.laid_out, timeout=5000):
        preview.set_document(compose(plan))


def settle(qtbot: QtBot, preview: Preview) -> None:
    """Wait until gliding has ended."""
    qtbot.waitUntil(lambda: preview.view._glide.state().value == 0, timeout=3000)


def page_label(preview: Preview) -> str:
    [label] = [one for one in preview.findChildren(QLabel) if one.accessibleName() == "Trang đang xem"]
    return label.text()


def button(preview: Preview, text: str) -> QToolButton:
    [found] = [one for one in preview.findChildren(QToolButton) if one.text() == text]
    return found


def middle_of(preview: Preview, source: str) -> QPointF:
    """Where a block stands in the view, which must show it."""
    top, bottom = preview.view._stretch(preview.view._spans[source][0])
    return QPointF(preview.view.width() / 2, (top + bottom) / 2 - preview.view.verticalScrollBar().value())


def test_the_pages_and_their_number_are_those_of_the_paper(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    assert preview.view.page_count == len(lay_out(compose(PLAN)).pages)
    assert page_label(preview) == f"Trang 1/{preview.view.page_count}"


def test_there_is_ink_on_the_paper_and_calm_around_it(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    picture = preview.view.viewport().grab().toImage()
    paper = QColor(picture.pixel(40, 40))
    assert paper == QColor("white")
    assert QColor(picture.pixel(2, 300)) != paper
    assert ink(picture) > 500


def ink(picture: QImage) -> int:
    return sum(
        QColor(picture.pixel(x, y)).lightness() < 100
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_many_changes_in_a_row_are_laid_out_once_and_the_last_one_wins(
    qtbot: QtBot, preview: Preview
) -> None:
    show(qtbot, preview, PLAN)
    layouts: list[None] = []
    preview.laid_out.connect(lambda: layouts.append(None))
    composed: list[str] = []

    def composer(title: str) -> Document:
        composed.append(title)
        return compose(replace(PLAN, title=title))

    for count in range(20):
        preview.set_document_from(lambda count=count: composer(f"Tên {count}"))  # type: ignore[misc]
    assert not composed, "nothing is done on the keystroke"
    qtbot.waitUntil(lambda: len(layouts) == 1)
    assert composed == ["Tên 19"]


def test_a_change_that_comes_during_a_long_layout_is_shown_after_it(qtbot: QtBot, preview: Preview) -> None:
    rows = tuple(replace(task, id=f"{n}") for n, task in enumerate(PLAN.tasks * 40))
    long = replace(PLAN, appendices=(replace(PLAN.appendices[0], rows=rows),))
    preview.set_document(compose(long))
    qtbot.waitUntil(lambda: preview._steps is not None)
    short = compose(replace(PLAN, appendices=()))
    preview.set_document(short)
    qtbot.waitUntil(lambda: preview.view.page_count == len(lay_out(short).pages), timeout=10_000)


def test_an_edit_leaves_the_view_where_it_is(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    bar = preview.view.verticalScrollBar()
    bar.setValue(900)
    show(qtbot, preview, replace(PLAN, closing=(*PLAN.closing, paragraph("Thêm một đoạn ở cuối."))))
    assert bar.value() == 900


def test_the_block_being_written_is_brought_into_view_and_marked(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    source = PLAN.closing[0].id
    preview.show_source(source)
    settle(qtbot, preview)
    place = middle_of(preview, source)
    assert 0 < place.y() < preview.view.viewport().height()
    picture = preview.view.viewport().grab().toImage()
    highlight = preview.view.palette().highlight().color()
    row = round(place.y())
    assert any(QColor(picture.pixel(x, row)) == highlight for x in range(picture.width() // 3))


def test_a_block_in_view_is_not_scrolled_to(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    bar = preview.view.verticalScrollBar()
    bar.setValue(60)
    preview.show_source(PLAN.sections[0].id)
    settle(qtbot, preview)
    assert bar.value() == 60


def test_a_source_asked_for_with_an_edit_is_shown_after_the_layout(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    new = paragraph("Đoạn vừa gõ xong ở trang cuối.")
    preview.set_document(compose(replace(PLAN, closing=(*PLAN.closing, new))))
    preview.show_source(new.id)
    qtbot.waitUntil(lambda: new.id in preview.view._spans)
    settle(qtbot, preview)
    assert 0 < middle_of(preview, new.id).y() < preview.view.viewport().height()


def test_an_unknown_source_is_no_trouble(qtbot: QtBot, preview: Preview) -> None:
    preview.show_source("trước khi có trang")
    show(qtbot, preview, PLAN)
    preview.show_source("không có")
    assert preview.view.verticalScrollBar().value() == 0


def test_a_click_on_the_paper_names_the_block_under_it(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    for source in (f"{PLAN.id}:title", PLAN.opening.bases[1].id, PLAN.sections[0].id):
        with qtbot.waitSignal(preview.source_clicked) as clicked:
            qtbot.mouseClick(
                preview.view.viewport(),
                Qt.MouseButton.LeftButton,
                pos=middle_of(preview, source).toPoint(),
            )
        assert clicked.args == [source]


def test_a_click_beside_the_paper_names_nothing(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    with qtbot.assertNotEmitted(preview.source_clicked):
        qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 200))


def test_enter_leads_to_the_marked_block(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    preview.show_source(PLAN.sections[0].id)
    with qtbot.waitSignal(preview.source_clicked) as clicked:
        qtbot.keyClick(preview.view, Qt.Key.Key_Return)
    assert clicked.args == [PLAN.sections[0].id]


def test_keys_walk_through_the_pages(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    bar = preview.view.verticalScrollBar()
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.pageStep()
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert page_label(preview) == f"Trang {preview.view.page_count}/{preview.view.page_count}"
    qtbot.keyClick(preview.view, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_zoom_by_buttons_keys_and_wheel_keeps_the_page(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    view = preview.view
    fit = button(preview, "Vừa bề rộng")
    assert fit.isChecked()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    page, before = view.current_page, view.zoom
    qtbot.mouseClick(button(preview, "+"), Qt.MouseButton.LeftButton)
    assert view.zoom > before and not fit.isChecked()
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before, abs=0.02)
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == pytest.approx(before * 1.21, abs=0.02)
    assert view.current_page == page
    qtbot.mouseClick(fit, Qt.MouseButton.LeftButton)
    assert view.fits_width and fit.isChecked() and view.zoom == pytest.approx(before, abs=0.02)


def test_a_narrow_or_wide_preview_fits_its_pages(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    for width in (200, 900):
        preview.resize(width, 500)
        assert preview.view.horizontalScrollBar().maximum() == 0


def test_an_unchanged_page_is_not_painted_again(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    preview.view.viewport().grab()
    kept = preview.view._pictures[0][3].cacheKey()
    show(qtbot, preview, replace(PLAN, closing=()))
    preview.view.viewport().grab()
    assert preview.view._pictures[0][3].cacheKey() == kept
    show(qtbot, preview, replace(PLAN, title="Tên khác"))
    preview.view.viewport().grab()
    assert preview.view._pictures[0][3].cacheKey() != kept


def test_a_hidden_preview_does_no_work_until_it_is_shown(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    composed: list[None] = []

    def composer() -> Document:
        composed.append(None)
        return compose(PLAN)

    preview.set_document_from(composer)
    qtbot.wait(120)
    assert not composed
    preview.show()
    qtbot.waitUntil(lambda: preview.view.page_count > 0)


def test_everything_has_a_name_and_a_hint_in_vietnamese(preview: Preview) -> None:
    for one in preview.findChildren(QToolButton):
        assert one.accessibleName() and one.toolTip()
    assert preview.view.accessibleName() == "Trang in xem trước"


def test_enlarging_is_asked_for_and_can_be_taken_away(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.enlarge_requested):
        qtbot.mouseClick(button(preview, "Mở to ⤢"), Qt.MouseButton.LeftButton)
    preview.set_enlargeable(False)
    assert not button(preview, "Mở to ⤢").isVisible()


def test_an_empty_plan_shows_a_lawful_page(qtbot: QtBot, preview: Preview) -> None:
    empty = replace(PLAN, sections=(), closing=(), appendices=(), title="", number="")
    show(qtbot, preview, replace(empty, opening=replace(empty.opening, bases=(), paragraphs=())))
    assert page_label(preview) == "Trang 1/1"
    assert ink(preview.view.viewport().grab().toImage()) > 100


def test_another_paper_begins_at_its_first_page(qtbot: QtBot, preview: Preview) -> None:
    show(qtbot, preview, PLAN)
    preview.view.verticalScrollBar().setValue(2000)
    other = replace(PLAN, title="Kế hoạch khác")
    with qtbot.waitSignal(preview.laid_out, timeout=5000):
        preview.set_document(compose(other))
        preview.show_top()
    assert preview.view.verticalScrollBar().value() == 0
    preview.view.verticalScrollBar().setValue(900)
    show(qtbot, preview, PLAN)
    assert preview.view.verticalScrollBar().value() == 900
