"""The shared numbers of ``paper.page_setup`` in twentieths of a point, the unit in which pages are laid out.

Word counts in this unit too, so a page set here and a page set there round alike.
"""

from __future__ import annotations

from cchc_desktop.paper.page_setup import PageSetup

TWIPS_PER_POINT = 20
TWIPS_PER_INCH = 1440

# Line height, ascent and line gap of Times New Roman, which Liberation Serif shares (hhea table, of 2048 units an em).
_LINE_HEIGHT = (1825 + 443 + 87) / 2048
ASCENT = 1825 / 2048
BASELINE = (1825 + 87) / 2048  # from the top of a line: the gap stands above the letters


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_INCH / 25.4)


def points(size: float) -> float:
    """A type size or a space in twentieths of a point."""
    return size * TWIPS_PER_POINT


def line_height(size: float) -> int:
    """Height of a single-spaced line of a type size in points."""
    return round(points(size) * _LINE_HEIGHT)


def text_width(setup: PageSetup) -> int:
    """Width between the margins."""
    return twips(setup.width) - twips(setup.left) - twips(setup.right)


def text_height(setup: PageSetup) -> int:
    """Height between the margins."""
    return twips(setup.height) - twips(setup.top) - twips(setup.bottom)
