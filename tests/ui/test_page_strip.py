"""Pages lie under each other without overlap, and scrolling moves as little as it must."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.ui.page_strip import MARGIN, scroll_to_show, strip_of

PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
REAL = 96 / 1440
SIZES = st.lists(st.sampled_from((PORTRAIT, LANDSCAPE)), min_size=1, max_size=12)


@given(SIZES, st.integers(60, 3000), st.one_of(st.none(), st.floats(0.25, 4.0)))
def test_pages_are_apart_centred_and_inside_the_strip(
    sizes: list[tuple[int, int]], width: int, zoom: float | None
) -> None:
    strip = strip_of(sizes, width, zoom, REAL)
    for above, below in pairwise(strip.spots):
        assert above.y + above.height + MARGIN == below.y
    for spot in strip.spots:
        assert abs(spot.x - (strip.width - spot.x - spot.width)) <= 2
        assert spot.y + spot.height < strip.height
    assert strip.width >= width


@given(SIZES, st.integers(200, 2500))
def test_without_a_zoom_each_page_is_as_wide_as_the_view(sizes: list[tuple[int, int]], width: int) -> None:
    strip = strip_of(sizes, width, None, REAL)
    assert strip.width == width
    assert all(abs(spot.width - (width - 2 * MARGIN)) <= 1 for spot in strip.spots)


@given(SIZES, st.floats(0, 40_000))
def test_the_page_at_a_height_is_one_that_is_visible_there(sizes: list[tuple[int, int]], y: float) -> None:
    strip = strip_of(sizes, 800, 1.0, REAL)
    assert strip.at(y) in strip.visible(y, y + 500)
    assert 0 <= strip.at(y) < len(sizes)


def test_no_pages_are_no_trouble() -> None:
    strip = strip_of([], 800, None, REAL)
    assert (strip.at(10), list(strip.visible(0, 100))) == (0, [])


@given(st.floats(0, 5000), st.floats(1, 300), st.floats(0, 5000))
def test_what_can_be_read_is_not_scrolled_and_what_cannot_comes_into_view(
    top: float, height: float, view_top: float
) -> None:
    bottom, view = top + height, 600.0
    found = scroll_to_show(top, bottom, view_top, view, 48)
    if view_top <= top and bottom <= view_top + view:
        assert found == view_top
    assert found <= top and bottom <= found + view + 1e-6


def test_of_a_block_higher_than_the_view_any_part_will_do() -> None:
    assert scroll_to_show(100, 2000, 500, 600, 48) == 500
    assert scroll_to_show(100, 2000, 3000, 600, 48) == 52
