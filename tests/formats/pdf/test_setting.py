"""Text is broken into lines where word processors break it, and no character gets lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.formats.pdf.fonts import Faces
from cchc_desktop.formats.pdf.setting import Align, Setting, TextStyle
from tests.strategies import rich_texts

PLAIN = TextStyle(14.0)
JUSTIFIED = TextStyle(14.0, Align.JUSTIFIED, 720)

# Random texts may ask for scripts in which no font of the machine is at home; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


def set_in(text: str | RichText, width: float, style: TextStyle = PLAIN) -> Setting:
    rich = text if isinstance(text, RichText) else RichText.of(text)
    return Setting(rich, style, width, Faces())


def lines(setting: Setting) -> list[str]:
    return [setting.line_text(index) for index in range(setting.line_count)]


@settings(max_examples=60)
@given(rich_texts(lines=True, long=True), st.integers(300, 9355))
def test_the_lines_hold_every_character_in_order(text: RichText, width: int) -> None:
    assert "".join(lines(set_in(text, width, JUSTIFIED))) == text.plain


@settings(max_examples=40)
@given(rich_texts(tidy=True, long=True), st.integers(2000, 9355))
def test_no_line_is_wider_than_there_is_room(text: RichText, width: int) -> None:
    setting = set_in(text, width, JUSTIFIED)
    for index in range(setting.line_count):
        x, ink = setting.line_box(index)
        assert x + ink <= width + 1


def test_characters_of_two_units_do_not_shift_the_faces_behind_them() -> None:
    text = RichText.of("😀😀 mở đầu ") + RichText.of("đậm", bold=True) + " và 2021-2025 hết"
    assert "".join(lines(set_in(text, 2500))) == text.plain


@pytest.mark.parametrize("width", range(2000, 6000, 37))
def test_a_number_range_may_be_broken_behind_its_hyphen_and_a_slash_never(width: int) -> None:
    found = [
        line.strip() for line in lines(set_in("giai đoạn 2021-2030, 2021-2025; (để p/h); Quý IV/2026", width))
    ]
    assert not any(line.endswith(("p/", "IV/")) for line in found)
    for line in found:
        assert all(word in "giai đoạn 2021-2030, 2021-2025; (để p/h); Quý IV/2026" for word in line.split())
    for above, below in pairwise(found):
        cut = above.split()[-1] + below.split()[0]
        assert above.endswith("-") or cut not in ("2021-2030,", "2021-2025;")


def test_a_range_is_broken_behind_its_hyphen_when_that_is_what_fits() -> None:
    room = set_in("giai đoạn 2021-", 9000).widest + 1
    assert lines(set_in("giai đoạn 2021-2030", room)) == ["giai đoạn 2021-", "2030"]


def test_a_word_longer_than_the_line_is_broken_rather_than_cut_off() -> None:
    setting = set_in("x" * 200, 2000)
    assert setting.line_count > 5 and setting.widest <= 2000


def test_justified_lines_reach_both_edges_and_the_last_does_not() -> None:
    setting = set_in("Ủy ban nhân dân phường ban hành kế hoạch tuyên truyền " * 6, 9355, JUSTIFIED)
    boxes = [setting.line_box(index) for index in range(setting.line_count)]
    assert boxes[0][0] == pytest.approx(720)
    assert all(x + width == pytest.approx(9355, abs=2) for x, width in boxes[:-1])
    assert boxes[-1][0] + boxes[-1][1] < 9000


def test_a_line_break_in_a_text_is_not_spread_over_the_line() -> None:
    setting = set_in("Một hai ba\nbốn năm", 9355, TextStyle(14.0, Align.JUSTIFIED))
    assert setting.line_count == 2 and setting.line_box(0)[1] < 3000


def test_bold_is_wider_and_an_empty_text_still_takes_a_line() -> None:
    assert set_in(RichText.of("Mục tiêu", bold=True), 9000).widest > set_in("Mục tiêu", 9000).widest
    empty = set_in("", 9000)
    assert (empty.line_count, empty.height, empty.widest) == (1, 322, 0)


@pytest.mark.parametrize(("size", "height"), [(11, 253), (12, 276), (13, 299), (14, 322)])
def test_a_line_is_as_high_as_in_word(size: float, height: int) -> None:
    assert set_in("Ệ", 9000, TextStyle(size)).line_height == height


@settings(max_examples=150)
@given(
    st.text("ab é/-1 \u0301\u0323\n\u200d\u00a0中😀ệ\u200b", max_size=60),
    st.booleans(),
    st.sampled_from((50, 300, 900, 2000)),
)
def test_marks_joiners_and_breaks_in_any_order_come_to_an_end(text: str, italic: bool, width: int) -> None:
    rich = RichText.of(text, italic=italic)
    assert "".join(lines(set_in(rich, width, JUSTIFIED))) == rich.plain
