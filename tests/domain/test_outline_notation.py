"""The plain notation of catalogue files: one line an item, its level in front."""

from __future__ import annotations

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.outline_notation import read_outline


def test_the_mark_in_front_tells_the_level_and_blank_lines_mean_nothing() -> None:
    read = read_outline("1. Một\n\n  1.1. Hai\n1.1.1. Ba\na) Bốn\nđ) Năm\n- Sáu\n+ Bảy\nTám\n")
    assert [(one.level, one.text.plain) for one in read] == [
        (Level.ARABIC, "Một"),
        (Level.DECIMAL, "Hai"),
        (Level.SUBDECIMAL, "Ba"),
        (Level.LETTER, "Bốn"),
        (Level.LETTER, "Năm"),
        (Level.DASH, "Sáu"),
        (Level.PLUS, "Bảy"),
        (Level.PARAGRAPH, "Tám"),
    ]


def test_a_heading_stands_alone_or_before_its_text() -> None:
    alone, run_in, plain = read_outline(
        "1. **Mục đích**\n- **Bảng tin**: Dán thông báo.\n- Giữ **nguyên**: không đổi."
    )
    assert alone.is_heading_only
    assert (run_in.heading.plain, run_in.text.plain) == ("Bảng tin", "Dán thông báo.")
    assert not plain.heading


def test_a_year_or_a_number_at_the_beginning_is_no_level() -> None:
    (one,) = read_outline("100% thủ tục được niêm yết.")
    assert one.level is Level.PARAGRAPH
