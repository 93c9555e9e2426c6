"""Whether an exported Word file looks as the decree wants it (NĐ 30/2020/NĐ-CP, Phụ lục I): eighteen checks, L01 to L18.

The file is judged by what it would look like, styles and all, not by how it came about; which paragraph is what is
known by the names of our styles, so only papers made from our forms can be judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cchc_desktop.formats.word_check_body import check_body
from cchc_desktop.formats.word_check_head import check_head
from cchc_desktop.formats.word_check_page import check_pages
from cchc_desktop.formats.word_check_tail import check_tail
from cchc_desktop.formats.word_paper import LayoutFinding, WordPaper

_CHECKS: Final[tuple[Callable[[WordPaper], Iterator[LayoutFinding]], ...]] = (
    check_pages,
    check_head,
    check_body,
    check_tail,
)


def check_layout(path: Path) -> tuple[LayoutFinding, ...]:
    """What is wrong with the layout of a file made by ``write_word``, in the order of the checks; nothing when all holds."""
    paper = WordPaper.read(path)
    found = [finding for check in _CHECKS for finding in check(paper)]
    return tuple(sorted(found, key=lambda finding: finding.id))
