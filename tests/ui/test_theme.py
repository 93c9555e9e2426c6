"""Tests of the looks: contrast in both themes, icons that follow the theme, fields that grow, models that keep the rules."""

from collections.abc import Callable
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.missing import Problem
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.authoring.steps import StepState
from cchc_desktop.places import resources_dir
from cchc_desktop.ui.fields import TextField
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.step_list import StepModel
from cchc_desktop.ui.theme import DARK, LIGHT, Colours, Scheme
from cchc_desktop.ui.workspace import Workspace


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("text", "muted", "accent") for ground in ("window", "base", "raised")),
        ("onAccent", "accentFill"),
        ("onAccent", "accentHover"),
        ("text", "selection"),
        ("text", "hover"),
        ("error", "base"),
        ("error", "window"),
        ("warning", "base"),
        ("success", "base"),
        ("text", "errorFill"),
        ("text", "warningFill"),
        ("text", "infoFill"),
    ],
)
def test_text_can_be_read_on_its_ground(colours: Colours, ink: str, ground: str) -> None:
    names = asdict(colours)
    assert contrast(names[ink], names[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_fields_and_focus_can_be_told_from_their_ground(colours: Colours) -> None:
    for ink in (colours.fieldBorder, colours.focus):
        assert contrast(ink, colours.base) >= 3


def test_the_person_chooses_dark_and_it_is_kept(window: MainWindow, work: Workspace) -> None:
    theme = window.desk.theme
    before = work.wizard.back.icon().pixmap(24).toImage()
    theme.choose(Scheme.DARK)
    assert theme.is_dark
    assert work.wizard.back.icon().pixmap(24).toImage() != before
    assert window.desk.settings.value("giao-dien") == "dark"
    theme.choose(Scheme.LIGHT)
    assert work.wizard.back.icon().pixmap(24).toImage() == before


def test_every_icon_takes_the_colour_of_the_theme(window: MainWindow) -> None:
    for path in (resources_dir() / "icons").glob("*.svg"):
        if path.stem != "cchc-desktop":
            assert "currentColor" in path.read_text(encoding="utf-8"), path.name
            assert not window.desk.icons.icon(path.stem).isNull()


def test_the_steps_keep_the_rules_of_models_and_speak(window: MainWindow, qtmodeltester: ModelTester) -> None:
    model = StepModel(window.desk)
    model.set_states(dict.fromkeys(Step, StepState.ERROR))
    qtmodeltester.check(model)
    spoken = model.data(model.index(6), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bước 7, Nhiệm vụ, có lỗi"


def test_a_field_grows_with_its_text(qtbot: QtBot) -> None:
    field = TextField("Căn cứ")
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    field.show_value("ngắn")
    low = field.height()
    field.show_value("một căn cứ rất dài " * 20)
    assert field.height() > low * 3


def test_a_field_is_not_touched_while_it_is_typed_in(qtbot: QtBot) -> None:
    field = TextField("Tên")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    field.typed.connect(lambda text: field.show_value(text.upper()))
    qtbot.keyClicks(field, "abc")
    assert field.toPlainText() == "abc"
    field.clearFocus()
    assert field.toPlainText() == "ABC"


def test_signs_beside_words_follow_the_theme_at_once(window: MainWindow, work: Workspace) -> None:
    window.desk.theme.choose(Scheme.LIGHT)
    work.bottom.set_problems((Problem(Step.BASES, "Thiếu.", ""),))
    places: tuple[Callable[[], QImage], ...] = (
        lambda: work.top._sign.pixmap().toImage(),
        lambda: work.bottom.counts.icon().pixmap(20, 20).toImage(),
        lambda: work.failure.findChildren(QLabel)[0].pixmap().toImage(),
    )

    def drawn() -> list[QImage]:
        return [place() for place in places]

    light = drawn()
    window.desk.theme.choose(Scheme.DARK)
    assert not any(was == now for was, now in zip(light, drawn(), strict=True))
    window.desk.theme.choose(Scheme.LIGHT)
    assert light == drawn()
    window.desk.theme.choose(Scheme.SYSTEM)
