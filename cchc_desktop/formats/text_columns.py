"""Columns that a plain text makes with spaces, as programs write them that keep the look of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_desktop.formats.source_lines import TAB

# Room for a pen in a draft ("Số:      /KH-UBND", "ngày      tháng") parts no columns.
_GAP: Final = re.compile(r"(?<=\S)(?<!Số:)(?<!số)(?<!ngày)(?<!tháng) {4,}(?=\S)")
_LEAST_INDENT: Final = 20
_NEAR: Final = 9


def tabs_for_gaps(lines: Sequence[str]) -> list[str]:
    """The lines with a tab where a wide gap parts two columns, and in front of what stands under the right column alone."""
    found: list[str] = []
    middle: float | None = None
    for line in lines:
        gaps = list(_GAP.finditer(line))
        if len(gaps) == 1 and TAB not in line:
            found.append(f"{line[: gaps[0].start()].strip()}{TAB}{line[gaps[0].end() :].strip()}")
            middle = (gaps[0].end() + len(line.rstrip())) / 2
            continue
        indent = len(line) - len(line.lstrip(" "))
        under = middle is not None and abs((indent + len(line.rstrip())) / 2 - middle) <= _NEAR
        found.append(TAB + line.strip() if indent >= _LEAST_INDENT and under else line)
    return found
