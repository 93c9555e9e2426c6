"""Vietnamese text: NFC, folding for search, upper case, the letters of a list, Roman numerals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from uuid import uuid4

# The letters that number a "điểm" (NĐ 30/2020, Phụ lục I, II.6): Vietnamese alphabet without ă â ê ô ơ ư; no f j w z.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters for the inside of a character class; a range like "À-Ỵ" would hold small letters too."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def new_id() -> str:
    """A key for a thing made now; copies of a dossier that went separate ways can be merged by it later."""
    return str(uuid4())


def clean(text: str) -> str:
    """NFC text that XML, SQLite and Qt can all hold: line breaks are "\\n", tabs are spaces, no control characters."""
    # Most texts are clean, and this is asked for every text of every value: what is printable holds no control character.
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LINE_BREAKS.sub("\n", text)).replace("\t", " "))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text without marks, đ as d, in lower case, for searching: "Vũng Áng" becomes "vung ang"."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def sort_key(text: str) -> str:
    """A string that sorts as a Vietnamese dictionary does: 29 letters first, then the tones ngang huyền hỏi ngã sắc nặng."""
    keys = [_letter_and_tone(character) for character in unicodedata.normalize("NFC", text).lower()]
    return "".join(letter for letter, _ in keys) + "\u0001" + "".join(tone for _, tone in keys)


@lru_cache(maxsize=2_000)
def _letter_and_tone(character: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", character)
    tone = next((p for p in parts if p in _TONES), "")
    base = unicodedata.normalize("NFC", "".join(p for p in parts if p != tone))
    position = _ALPHABET.find(base) if len(base) == 1 else -1
    return chr(0x100 + position) if position >= 0 else base, str(_TONES[tone])


def point_letter(number: int) -> str:
    """The letter of the nth "điểm" (1 is "a"); after the last letter the list goes on with "aa", "ab", …"""
    if number < 1:
        raise ValueError(number)
    size = len(POINT_LETTERS)
    letters = ""
    while number:
        number, rest = divmod(number - 1, size)
        letters = POINT_LETTERS[rest] + letters
    return letters


def point_number(letters: str) -> int:
    """The inverse of :func:`point_letter`; raises ValueError for a letter that numbers nothing (f, j, w, z)."""
    number = 0
    for letter in letters:
        number = number * len(POINT_LETTERS) + POINT_LETTERS.index(letter) + 1
    if not number:
        raise ValueError(letters)
    return number


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """Roman numeral of a positive number."""
    if number < 1:
        raise ValueError(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def roman_number(written: str) -> int:
    """The inverse of :func:`roman`; raises ValueError for what is not a well-formed Roman numeral."""
    number = 0
    rest = written
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number += value
            rest = rest[len(sign) :]
    if rest or not number or roman(number) != written:
        raise ValueError(written)
    return number


def upper_first(text: str) -> str:
    """The text with its first letter a capital and the rest untouched."""
    return text[:1].upper() + text[1:]
