"""The paper's typeface is there on every machine, with every Vietnamese letter."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.pdf import fonts
from cchc_desktop.places import resources_dir
from tests.formats.pdf.reading import VIETNAMESE_LETTERS

FOLDER = resources_dir() / "fonts"


@pytest.mark.parametrize("face", fonts.FACES)
def test_a_shipped_face_has_every_letter_and_sign_of_our_papers(face: str) -> None:
    font = TTFont(FOLDER / f"LiberationSerif-{face}.ttf")
    assert set(VIETNAMESE_LETTERS + "0123456789.,:;/()-–—…“”‘’%&<>²½§+•") <= set(map(chr, font.getBestCmap()))
    # Line heights are computed from these.
    heights = (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap, font["head"].unitsPerEm)
    assert heights == (1825, -443, 87, 2048)


def test_the_licence_of_the_fonts_is_beside_them() -> None:
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "Red Hat" in licence


def test_a_machine_without_either_font_gets_the_shipped_one(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[str] = []

    def add(path: str) -> int:
        added.append(path)
        return len(added)

    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", add)
    assert fonts.paper_family() == "Liberation Serif"
    assert len(added) == 4


def test_times_new_roman_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: True)
    assert fonts.paper_family() == "Times New Roman"


def test_a_font_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", lambda _path: -1)
    with pytest.raises(UserFacingError, match="phông chữ"):
        fonts.paper_family()
