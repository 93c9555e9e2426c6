"""Where the pages of a paper lie under each other on a screen: plain arithmetic, no widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

MARGIN = 16.0
MIN_ZOOM, MAX_ZOOM = 0.25, 4.0


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A page's rectangle in pixels of the strip, and pixels a twip on it."""

    x: float
    y: float
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class PageStrip:
    """The rectangles of all pages; ``width`` and ``height`` take in the margins."""

    spots: tuple[PageSpot, ...]
    width: float
    height: float

    def at(self, y: float) -> int:
        """The page at a height, or the one above it."""
        return max(bisect_right([spot.y for spot in self.spots], y) - 1, 0)

    def visible(self, top: float, bottom: float) -> range:
        """The pages that touch the stretch between two heights."""
        if not self.spots:
            return range(0)
        return range(self.at(top), self.at(bottom) + 1)


def strip_of(
    sizes: Sequence[tuple[int, int]], viewport_width: float, zoom: float | None, pixels_per_twip: float
) -> PageStrip:
    """Lay pages of these sizes under each other, centred; without a zoom each is as wide as there is room.

    ``pixels_per_twip`` is the scale at which a page has its real size.
    """
    spots: list[PageSpot] = []
    widest = viewport_width
    room = max(viewport_width - 2 * MARGIN, 80.0)
    for width, _height in sizes:
        widest = max(widest, width * pixels_per_twip * zoom + 2 * MARGIN) if zoom else widest
    y = MARGIN
    for width, height in sizes:
        scale = pixels_per_twip * zoom if zoom else min(room / width, pixels_per_twip * MAX_ZOOM)
        spot = PageSpot(
            round((widest - width * scale) / 2), round(y), round(width * scale), round(height * scale), scale
        )
        spots.append(spot)
        y = spot.y + spot.height + MARGIN
    return PageStrip(tuple(spots), widest, y if spots else 0.0)


def scroll_to_show(
    top: float, bottom: float, view_top: float, view_height: float, room_around: float
) -> float:
    """The least scrolling that shows a stretch with some room around it; none when it can be read already."""
    if bottom - top + 2 * room_around > view_height:
        if top < view_top + view_height - room_around and bottom > view_top + room_around:
            return view_top
        return top - room_around
    if top < view_top:
        return top - room_around
    if bottom > view_top + view_height:
        return bottom + room_around - view_height
    return view_top
