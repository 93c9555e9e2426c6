"""Vietnamese text: folding, dictionary order, the letters of a list, Roman numerals, clean text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.vietnamese import (
    CAPITALS,
    POINT_LETTERS,
    clean,
    fold,
    point_letter,
    point_number,
    roman,
    roman_number,
    sort_key,
    upper_first,
)

_TONES = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Vũng Áng", "vung ang"),
        ("ĐẶC KHU Lý Sơn", "dac khu ly son"),
        ("Ủy ban", "uy ban"),
        ("nghiêng", "nghieng"),
    ],
)
def test_folding_takes_off_marks_and_writes_the_barred_d_as_d(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_text_typed_in_pieces_folds_and_sorts_as_text_typed_whole() -> None:
    in_pieces = unicodedata.normalize("NFD", "Phường Đồng Hới")
    assert fold(in_pieces) == "phuong dong hoi"
    assert sort_key(in_pieces) == sort_key("Phường Đồng Hới")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_dictionary_puts_letters_before_tones() -> None:
    words = ["bạ", "bá", "bã", "bả", "bà", "ba", "bă", "bâ", "da", "đa", "ca", "bao", "ô", "ơ", "o", "u", "ư"]
    in_order = [
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "bao",
        "bă",
        "bâ",
        "ca",
        "da",
        "đa",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
    ]
    assert sorted(words, key=sort_key) == in_order


def test_capitals_do_not_change_the_order() -> None:
    assert sort_key("ĐÀ NẴNG") == sort_key("Đà Nẵng")


def test_points_are_lettered_by_the_vietnamese_alphabet() -> None:
    assert [point_letter(n) for n in range(1, 10)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]
    assert not set("fjwz") & set(POINT_LETTERS)
    assert point_letter(len(POINT_LETTERS)) == "y"
    assert point_letter(len(POINT_LETTERS) + 1) == "aa"


@given(st.integers(1, 100_000))
def test_the_letter_of_a_number_gives_the_number_back(number: int) -> None:
    assert point_number(point_letter(number)) == number


@pytest.mark.parametrize("letter", ["", "f", "j", "w", "z", "1", "A"])
def test_letters_that_number_nothing_are_refused(letter: str) -> None:
    with pytest.raises(ValueError):
        point_number(letter)


@given(st.integers(1, 3_999))
def test_a_roman_numeral_gives_its_number_back(number: int) -> None:
    assert roman_number(roman(number)) == number


@pytest.mark.parametrize("written", ["", "IIII", "VX", "IC", "i", "XIVI", "A"])
def test_what_is_not_a_roman_numeral_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        roman_number(written)


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_zeroth_point_or_section(number: int) -> None:
    with pytest.raises(ValueError):
        roman(number)
    with pytest.raises(ValueError):
        point_letter(number)


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_can_be_held_by_xml(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert all(
        c == "\n" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
        for c in cleaned
    )


def test_line_breaks_of_every_kind_become_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d\x0be\tf\x00g") == "a\nb\nc\nd\ne fg"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert upper_first("đài truyền thanh UBND") == "Đài truyền thanh UBND"
    assert not upper_first("")


def test_the_class_of_capitals_holds_every_vietnamese_capital_and_no_small_letter() -> None:
    capital = re.compile(f"[{CAPITALS}]")
    vowels = (unicodedata.normalize("NFC", f"{v}{tone}") for v in "aăâeêioôơuưy" for tone in ("", *_TONES))
    for letter in (*vowels, *"bcdđghklmnpqrstvx"):
        assert capital.fullmatch(letter.upper())
        assert not capital.fullmatch(letter)
