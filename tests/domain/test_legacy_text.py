"""TCVN3, VNI and decomposed Unicode: converted whole, and never taken for what they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.legacy_tables import TCVN3_TO_UNICODE, VNI_TO_UNICODE
from cchc_desktop.domain.legacy_text import (
    LegacyEncoding,
    convert,
    encoding_of_font,
    guess_encoding,
    is_decomposed,
    shows_capitals,
    to_legacy,
)

_SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
_VOWELS = "".join(letter for letter in _SMALL if not letter.isascii())
_SENTENCE = "Ủy ban nhân dân xã đẩy mạnh tuyên truyền, vận động người dân sử dụng dịch vụ công trực tuyến"
# Neighbours that VNI spells like one letter ("ô" and a tone sign after it) do not stand side by side in Vietnamese.
_SYLLABLES = st.sampled_from(["tuyên", "truyền", "cải", "cách", "hành", "chính", "phường", "xã", "nghị", "quyết", "số", "ỷ", "ưỡn", "khoẻ", "ngoằng", "đ", "ị", "ĩ", "ỡ"])  # fmt: skip
_TEXTS = st.lists(_SYLLABLES, min_size=1, max_size=20).map(" ".join)


def test_the_tables_hold_every_letter() -> None:
    assert set(_VOWELS) <= set(TCVN3_TO_UNICODE.values())
    assert set(_VOWELS) | set(_VOWELS.upper()) == set(VNI_TO_UNICODE.values())
    assert len(set(TCVN3_TO_UNICODE.values())) == len(TCVN3_TO_UNICODE)


@pytest.mark.parametrize("encoding", LegacyEncoding)
@pytest.mark.parametrize("letter", _VOWELS)
def test_every_letter_comes_back(letter: str, encoding: LegacyEncoding) -> None:
    word = f"th{letter}ng"
    assert convert(to_legacy(word, encoding), encoding) == word


@given(_TEXTS, st.sampled_from(LegacyEncoding))
def test_texts_come_back(text: str, encoding: LegacyEncoding) -> None:
    assert convert(to_legacy(text, encoding), encoding) == text


@given(_TEXTS)
def test_capitals_come_back_from_vni(text: str) -> None:
    assert convert(to_legacy(text.upper(), LegacyEncoding.VNI), LegacyEncoding.VNI) == text.upper()


@pytest.mark.parametrize(
    ("encoding", "old", "new"),
    [
        (LegacyEncoding.TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (LegacyEncoding.TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (LegacyEncoding.TCVN3, "QUYÕT §ÞNH", "QUYẾT ĐỊNH"),
        (LegacyEncoding.TCVN3, "KÕ HO¹CH", "KẾ HOẠCH"),
        (LegacyEncoding.TCVN3, "Sè: 15/KH-UBND", "Số: 15/KH-UBND"),
        (LegacyEncoding.TCVN3, "tr\xad\xeang", "trường"),
        (
            LegacyEncoding.VNI,
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        (LegacyEncoding.VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (LegacyEncoding.VNI, "UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
        (LegacyEncoding.VNI, "Uûy ban", "Ủy ban"),
    ],
)
def test_known_lines_are_converted(encoding: LegacyEncoding, old: str, new: str) -> None:
    assert convert(old, encoding) == new


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_an_old_text_is_known_by_its_letters_with_an_example(encoding: LegacyEncoding) -> None:
    guess = guess_encoding(to_legacy(line, encoding) for line in ("KẾ HOẠCH", _SENTENCE.lower()))
    assert guess is not None
    assert guess.encoding is encoding
    assert convert(guess.before, encoding) == guess.after


@pytest.mark.parametrize(
    "text",
    [
        _SENTENCE,
        "KE HOACH",
        "Số: 15/KH-UBND",
        "là và có thì để mà",
        "C'était à la fête où déjà André, très âgé, goûtait la crème brûlée, naïve âme élevée",
        "Der Bürgermeister möchte schöne größere Bäume für die Straße über dem Fluß",
    ],
)
def test_unicode_and_other_languages_are_left_alone(text: str) -> None:
    assert guess_encoding([text]) is None


def test_seeds_are_unicode_and_are_known_when_they_are_not(seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        assert guess_encoding(text.splitlines()) is None
        for encoding in LegacyEncoding:
            guess = guess_encoding(to_legacy(text, encoding).splitlines())
            assert guess is not None
            assert guess.encoding is encoding
        assert convert(to_legacy(text, LegacyEncoding.VNI), LegacyEncoding.VNI) == text


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", LegacyEncoding.TCVN3, False), (".VnTimeH", LegacyEncoding.TCVN3, True), (".vnArialH", LegacyEncoding.TCVN3, True),
        ("VNI-Times", LegacyEncoding.VNI, False), ("VNI Helve", LegacyEncoding.VNI, False), ("Times New Roman", None, False),
        ("Vni", LegacyEncoding.VNI, False), ("Verdana", None, False), ("", None, False), ("VNtimes new roman", None, False),
    ],
)  # fmt: skip
def test_fonts_tell_their_encoding(font: str, encoding: LegacyEncoding | None, capitals: bool) -> None:
    assert encoding_of_font(font) is encoding
    assert shows_capitals(font) is capitals


def test_marks_behind_letters_are_seen() -> None:
    assert is_decomposed(to_legacy("Việt", LegacyEncoding.DECOMPOSED))
    assert not is_decomposed("Việt")
