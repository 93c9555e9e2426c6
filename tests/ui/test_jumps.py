"""From what is still missing to its place: the cursor stands on the dots to fill; another plan begins at page 1."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.list_edits import with_bases
from cchc_desktop.authoring.missing import Problem, problems
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.places import CLOSING, with_outline
from cchc_desktop.authoring.sample import SAMPLE_OFFICE
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.pages.signing import SigningPage
from cchc_desktop.ui.workspace import Workspace

LINE = "Căn cứ Kế hoạch số …/KH-UBND ngày … tháng … năm … của tỉnh"


def torn(plan: Plan) -> Plan:
    """The plan with dots to fill in a basis and in the closing, and without a signer's name."""
    plan = with_bases(plan, (*plan.opening.bases, LegalBasis(RichText.of(LINE))))
    plan = replace(plan, signature=replace(plan.signature, name=""))
    return with_outline(plan, CLOSING, (paragraph("Câu thứ nhất."), paragraph("Thay Kế hoạch số …, ngày …")))


def told(work: Workspace, step: Step) -> list[Problem]:
    assert work.plan is not None
    return [one for one in problems(work.plan) if one.step is step]


@pytest.mark.parametrize("step", [Step.BASES, Step.SIGNING])
def test_a_jump_selects_the_first_dots_of_the_line(qtbot: QtBot, work: Workspace, step: Step) -> None:
    work.session.edit_plan(work.plan_id, "thử", torn)
    [blank] = [one for one in told(work, step) if one.is_blank]
    qtbot.waitUntil(work.window().isActiveWindow)
    work.jump_to_problem(blank)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    cursor = field.textCursor()
    assert cursor.selectedText() == "…"
    before = cursor.block().text()[: cursor.selectionStart() - cursor.block().position()]
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty(), timeout=1000)
    assert before in ("Căn cứ Kế hoạch số ", "Thay Kế hoạch số ")


def test_a_missing_name_leads_to_its_field(qtbot: QtBot, work: Workspace) -> None:
    work.session.edit_plan(work.plan_id, "thử", torn)
    [missing] = [one for one in told(work, Step.SIGNING) if "họ tên người ký" in one.message]
    assert not missing.is_error
    qtbot.waitUntil(work.window().isActiveWindow)
    work.jump_to_problem(missing)
    page = work.wizard.page
    assert isinstance(page, SigningPage)
    assert page._name.hasFocus()


def test_the_preview_of_a_plan_just_made_begins_at_page_one(qtbot: QtBot, work: Workspace) -> None:
    bar = work.preview.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1500, timeout=5000)
    bar.setValue(1500)
    plan = new_plan(SAMPLE_OFFICE, 2029, suggested=True)
    with qtbot.waitSignal(work.preview.laid_out, timeout=10_000):
        work.session.edit("thêm kế hoạch", lambda dossier: replace(dossier, plans=(*dossier.plans, plan)))
        work.choose_plan(plan.id)
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=5000)
