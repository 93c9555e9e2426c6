"""Five published plans, pasted whole: cut into the right sections, with the right items, and nothing left behind."""

import re
from collections import Counter

import pytest

from cchc_desktop.domain.outline import Level, OutlineItem
from cchc_desktop.formats.clipboard_text import lines_from_text
from cchc_desktop.paper.pasted import Recognised
from cchc_desktop.paper.recognise_outline import recognise_outline

# Counted by eye in the plans: of each section the title, then how many items of "" 1. 1.1. 1.1.1. a) - + it has,
# and how many of them are headings of their own or have one run in.
SECTIONS: dict[str, list[tuple[str, tuple[int, int, int, int, int, int, int], int, int]]] = {
    "000": [
        ("MỤC ĐÍCH, YÊU CẦU", (0, 2, 0, 0, 0, 7, 0), 2, 0),
        ("NỘI DUNG, HÌNH THỨC VÀ HOẠT ĐỘNG TUYÊN TRUYỀN", (2, 3, 5, 0, 0, 12, 0), 3, 0),
        ("TỔ CHỨC THỰC HIỆN", (2, 7, 0, 0, 0, 16, 0), 7, 0),
    ],
    "001": [
        ("MỤC ĐÍCH, YÊU CẦU", (0, 2, 0, 0, 0, 4, 0), 2, 0),
        ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", (5, 2, 10, 5, 0, 4, 0), 9, 2),
        ("KINH PHÍ THỰC HIỆN", (1, 0, 0, 0, 0, 0, 0), 0, 0),
        ("TỔ CHỨC THỰC HIỆN", (3, 7, 0, 0, 0, 6, 0), 4, 3),
    ],
    "002": [
        ("MỤC TIÊU, YÊU CẦU", (0, 2, 0, 0, 2, 11, 0), 4, 0),
        ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", (0, 2, 0, 0, 10, 10, 0), 2, 0),
        ("KINH PHÍ", (1, 0, 0, 0, 0, 0, 0), 0, 0),
        ("TỔ CHỨC THỰC HIỆN", (3, 6, 0, 0, 0, 3, 0), 4, 2),
    ],
    "003": [
        ("MỤC ĐÍCH, YÊU CẦU", (0, 2, 0, 0, 7, 0, 0), 2, 0),
        ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", (1, 2, 0, 0, 12, 6, 0), 2, 0),
        ("KINH PHÍ THỰC HIỆN", (14, 1, 6, 0, 0, 0, 0), 7, 0),
    ],
    "004": [
        ("MỤC ĐÍCH, YÊU CẦU", (6, 2, 0, 0, 0, 0, 0), 2, 0),
        ("MỤC TIÊU CỤ THỂ ĐẾN NĂM 2025", (0, 0, 0, 0, 0, 4, 0), 0, 0),
        ("NỘI DUNG TUYÊN TRUYỀN", (1, 7, 0, 0, 0, 30, 0), 7, 0),
        ("HÌNH THỨC TUYÊN TRUYỀN", (0, 7, 0, 0, 0, 0, 0), 0, 0),
        ("KINH PHÍ THỰC HIỆN", (0, 2, 0, 0, 0, 0, 0), 0, 0),
        ("TỔ CHỨC THỰC HIỆN", (2, 11, 0, 0, 0, 24, 0), 11, 0),
    ],
}
# Paragraphs before the first section, and from the closing paragraph on (a table row counts as one, but the one with a list as three).
AROUND = {"000": (3, 11), "001": (5, 27), "002": (14, 15), "003": (4, 13), "004": (5, 16)}
NOTES = {
    "000": [],
    "001": [],
    "002": [],
    "003": [("c)", "d)"), ("f)", "g)"), ("2.", "1.")],
    "004": [],
}

_MARKS = re.compile(r"\*\*?|</?(?:ul|i)\b[^>]*>")
_LABEL = re.compile(r"^(?:[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|-)\s+")


@pytest.fixture(params=sorted(SECTIONS))
def number(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def found(number: str, seed_texts: dict[str, str]) -> Recognised:
    return recognise_outline(lines_from_text(seed_texts[number]))


def _count(items: tuple[OutlineItem, ...]) -> tuple[int, ...]:
    levels = Counter(one.level for one in items)
    return tuple(levels[level] for level in Level)


def test_the_sections_hold_what_was_counted_by_eye(number: str, found: Recognised) -> None:
    assert [
        (
            section.title,
            _count(section.items),
            sum(one.is_heading_only for one in section.items),
            sum(one.is_run_in for one in section.items),
        )
        for section in found.sections
    ] == SECTIONS[number]
    assert (len(found.leading), len(found.tail)) == AROUND[number]


def test_changed_labels_are_told_and_only_those(number: str, found: Recognised) -> None:
    told = [re.findall(r"nguồn ghi “(.*?)”, sẽ đánh lại thành “(.*?)”", note) for note in found.notes]
    assert [pair for pairs in told for pair in pairs] == NOTES[number]


def test_every_line_is_there_in_order(number: str, found: Recognised, seed_texts: dict[str, str]) -> None:
    everything: list[str] = [one.content.plain for one in found.leading]
    for section in found.sections:
        everything += [section.title, *(one.content.plain for one in section.items)]
    everything += [one.content.plain for one in found.tail]
    read = re.sub(r"\s+", "", "".join(everything))
    at = 0
    for line in seed_texts[number].splitlines():
        bare = re.sub(
            r"\s+",
            "",
            _LABEL.sub(
                "", _MARKS.sub("", line).replace(" - Tuyên truyền thông", " Tuyên truyền thông").strip()
            ),
        )
        # A cell of seed 001 is a list: its dashes have become items.
        pieces = bare.split("-Cậpnhật") if number == "001" and "-Cậpnhật" in bare else [bare]
        for piece in [pieces[0], "Cậpnhật" + pieces[1]] if len(pieces) == 2 else pieces:
            place = read.find(piece, at)
            assert place >= 0, line
            at = place + len(piece)


def test_broken_sentences_are_whole(number: str, found: Recognised) -> None:
    texts = [one.content.plain for section in found.sections for one in section.items]
    assert not [text for text in texts if text[0].islower()]
    assert not [text for text in texts if "  " in text]
