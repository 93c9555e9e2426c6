"""A keystroke with the preview open against a bare editor: pytest tests/benchmarks/bench_preview.py -s

Keys come at the pace of a quick typist, and each is timed until the letter is on the screen. What the preview does
happens between them; the last lines show how long that takes.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task
from cchc_desktop.formats.pdf import LayoutCache, lay_out
from cchc_desktop.paper.compose import compose
from cchc_desktop.ui.outline_editor import OutlineEditor
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import documents, window, work

_fixtures = (documents, window, work)
_Made = TypeVar("_Made")
_PACE = 100  # milliseconds
_KEYS = "cai cach hanh chinh nha nuoc nam nay "


def keystrokes(qtbot: QtBot, editor: QWidget) -> list[float]:
    """Seconds for each key until the editor has painted it."""
    taken = []
    qtbot.wait(500)
    for letter in _KEYS:
        begun = time.perf_counter()
        QTest.keyClicks(editor, letter)
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
        qtbot.wait(_PACE)
    return taken


def bare_editor(qtbot: QtBot, text: str) -> QPlainTextEdit:
    bare = QPlainTextEdit(text)
    qtbot.addWidget(bare)
    bare.resize(560, 600)
    bare.show()
    qtbot.waitExposed(bare)
    bare.setFocus()
    return bare


def outline_editor(work: Workspace) -> OutlineEditor:
    """The editor of the first section that has one, ready for keys."""
    for step in range(11):
        work.wizard.go(list(type(work.wizard.step))[step])
        QApplication.processEvents()
        for editor in work.findChildren(OutlineEditor):
            if editor.isVisible() and editor.outline():
                editor.show_item(editor.outline()[-1].id)
                return editor
    raise LookupError("no outline editor in sight")


def test_a_keystroke_with_the_preview_open(
    qtbot: QtBot, work: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = outline_editor(work)
    bare = bare_editor(qtbot, "\n".join(one.content.plain for one in editor.outline()))
    work.preview.hide()
    without = keystrokes(qtbot, editor.text)
    work.preview.show()
    qtbot.waitUntil(lambda: work.preview.view.page_count > 0, timeout=5000)
    with_preview = keystrokes(qtbot, editor.text)
    plain = keystrokes(qtbot, bare)
    with capsys.disabled():
        print()
        for name, taken in (
            ("bare text field", plain),
            ("editor, preview closed", without),
            ("editor, preview open", with_preview),
        ):
            print(
                f"{name:<24} median {1e3 * statistics.median(taken):6.2f} ms   worst {1e3 * max(taken):6.2f} ms"
            )
        ratio = statistics.median(with_preview) / statistics.median(without)
        print(f"open against closed: {ratio:.2f}")
        print(f"open against bare:   {statistics.median(with_preview) / statistics.median(plain):.2f}")


def test_a_layout_after_one_change(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    plan = sample_dossier().plans[0]
    cache = LayoutCache()
    lines = [f"{'tasks':>6} {'pages':>6} {'compose':>9} {'first':>9} {'again':>9}"]
    for count in (len(plan.tasks), 100, 1000, 5000):
        tasks = tuple(_task(plan.tasks[at % len(plan.tasks)], at) for at in range(count))
        long = replace(plan, appendices=(replace(plan.appendices[0], rows=tasks),))
        cache = LayoutCache()
        first, pages = _timed(lambda: lay_out(compose(long), cache))  # noqa: B023
        again = []
        for number in range(5):
            closing = replace(plan.closing[0], text=plan.closing[0].text + f" {number}")
            document = compose(replace(long, closing=(closing,)))
            again.append(_timed(lambda: lay_out(document, cache))[0])  # noqa: B023
        composing, _ = _timed(lambda: compose(long))  # noqa: B023
        lines.append(
            f"{count:>6} {len(pages.pages):>6} {1e3 * composing:>6.1f} ms {1e3 * first:>6.1f} ms "
            f"{1e3 * statistics.median(again):>6.1f} ms"
        )
    with capsys.disabled():
        print("\n" + "\n".join(lines))


def _task(task: Task, number: int) -> Task:
    return replace(task, id=str(number), note=RichText.of(f"Ghi chú {number}"))


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made
