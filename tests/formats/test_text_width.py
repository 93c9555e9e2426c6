"""Widths of text without the font are those of the font."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cchc_desktop.domain.vietnamese import POINT_LETTERS
from cchc_desktop.formats.text_width import advance, text_width, wrapped
from cchc_desktop.paper.blocks import NATIONAL_MOTTO, NATIONAL_NAME
from cchc_desktop.paper.page_setup import LETTERHEAD_SHARES, PORTRAIT, SIZE_NATIONAL_NAME

FONTS = Path("/usr/share/fonts/truetype/liberation2")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE = sorted(
    {
        unicodedata.normalize("NFC", letter + tone)
        for letter in _LETTERS + _LETTERS.upper()
        for tone in (_TONES if letter.lower() in "aăâeêioôơuưy" else ("",))
    }
)


@pytest.fixture(params=[False, True], ids=["regular", "bold"])
def font(request: pytest.FixtureRequest) -> tuple[bool, TTFont]:
    """Liberation Serif, whose letters are as wide as those of Times New Roman."""
    path = FONTS / f"LiberationSerif-{'Bold' if request.param else 'Regular'}.ttf"
    if not path.is_file():
        pytest.skip("Liberation Serif 2 is not installed")
    return request.param, TTFont(path)


def test_every_vietnamese_letter_and_mark_is_as_wide_as_in_the_font(font: tuple[bool, TTFont]) -> None:
    bold, serif = font
    names, metrics = serif.getBestCmap(), serif["hmtx"]
    ascii_signs = [chr(code) for code in range(32, 127)]
    others = list("–—‘’“”„…«»°§\u00a0")
    assert len(VIETNAMESE) == 2 * (33 + 12 * 5)
    for sign in ascii_signs + VIETNAMESE + others:
        assert advance(sign, bold=bold) == metrics[names[ord(sign)]][0], sign


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    for text in (NATIONAL_NAME, NATIONAL_MOTTO, "Vũng Áng", "ưỡng"):
        assert text_width(unicodedata.normalize("NFD", text), 13) == pytest.approx(text_width(text, 13))


def test_the_national_name_fits_its_column_of_the_letterhead() -> None:
    column = PORTRAIT.text_width * LETTERHEAD_SHARES[1]
    assert text_width(NATIONAL_NAME, SIZE_NATIONAL_NAME, bold=True) < column - 2


def test_width_grows_with_the_size() -> None:
    assert text_width(POINT_LETTERS, 26) == pytest.approx(2 * text_width(POINT_LETTERS, 13))


def test_text_wraps_between_words_and_keeps_all_of_them() -> None:
    text = "Thông tin, tuyên truyền cải cách hành chính nhà nước năm 2026 trên địa bàn phường Vũng Áng"
    lines = wrapped(text, 100, 14, bold=True)
    assert 1 < len(lines) < 4
    assert " ".join(lines) == text
    assert all(text_width(line, 14, bold=True) <= 100 for line in lines)


def test_a_word_wider_than_the_column_stands_alone() -> None:
    assert wrapped("a " + "b" * 100 + " c", 20, 14) == ("a", "b" * 100, "c")


def test_line_breaks_are_kept() -> None:
    assert wrapped("một\nhai", 100, 14) == ("một", "hai")
