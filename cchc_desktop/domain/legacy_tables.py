"""The letters of TCVN3 (ABC) and VNI, the two encodings of Vietnamese that old papers are typed in."""

from __future__ import annotations

from typing import Final

# TCVN 5712:1993, VN3: one byte a letter, shown here as the Latin-1 signs that Word keeps for the bytes.
# A capital with a tone has no byte of its own: such text was set in a second font that shows small letters as capitals.
_TCVN3_SMALL: Final = (
    "àảãáạ", "\xb5\xb6\xb7\xb8\xb9",
    "ăằẳẵắặ", "\xa8\xbb\xbc\xbd\xbe\xc6",
    "âầẩẫấậ", "\xa9\xc7\xc8\xc9\xca\xcb",
    "đ", "\xae",
    "èẻẽéẹ", "\xcc\xce\xcf\xd0\xd1",
    "êềểễếệ", "\xaa\xd2\xd3\xd4\xd5\xd6",
    "ìỉĩíị", "\xd7\xd8\xdc\xdd\xde",
    "òỏõóọ", "\xdf\xe1\xe2\xe3\xe4",
    "ôồổỗốộ", "\xab\xe5\xe6\xe7\xe8\xe9",
    "ơờởỡớợ", "\xac\xea\xeb\xec\xed\xee",
    "ùủũúụ", "\xef\xf1\xf2\xf3\xf4",
    "ưừửữứự", "\xad\xf5\xf6\xf7\xf8\xf9",
    "ỳỷỹýỵ", "\xfa\xfb\xfc\xfd\xfe",
)  # fmt: skip
_TCVN3_CAPITALS: Final = ("ĂÂÊÔƠƯĐ", "\xa1\xa2\xa3\xa4\xa5\xa6\xa7")

# VNI for Windows: a letter and behind it a sign for its mark and tone; đ ơ ư i y are single signs, the latter two with tones.
_TONES: Final = "ùøûõï"  # sắc huyền hỏi ngã nặng
_VNI_TWO: Final = {
    "a": ("áàảãạ", _TONES), "e": ("éèẻẽẹ", _TONES), "o": ("óòỏõọ", _TONES), "u": ("úùủũụ", _TONES), "y": ("ýỳỷỹ", "ùøûõ"),
    "ô": ("ớờởỡợ", _TONES), "ö": ("ứừửữự", _TONES),
}  # fmt: skip
_VNI_CIRCUMFLEX: Final = {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}
_VNI_CIRCUMFLEX_SIGNS: Final = "âáàåãä"
_VNI_BREVE: Final = ("ăắằẳẵặ", "êéèúüë")
_VNI_ONE: Final = {"ơ": "ô", "ư": "ö", "đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def _tcvn3() -> dict[str, str]:
    pairs = zip(
        (*_TCVN3_SMALL[::2], _TCVN3_CAPITALS[0]), (*_TCVN3_SMALL[1::2], _TCVN3_CAPITALS[1]), strict=True
    )
    found: dict[str, str] = {}
    for letters, signs in pairs:
        # The first letter of a row with a mark ("ă") has its own sign, the others are its tones.
        found.update(zip(signs, letters, strict=True))
    return found


def _vni() -> dict[str, str]:
    small: dict[str, str] = {sign: letter for letter, sign in _VNI_ONE.items()}
    for base, (letters, signs) in _VNI_TWO.items():
        small.update({base + sign: letter for letter, sign in zip(letters, signs, strict=True)})
    for base, letters in _VNI_CIRCUMFLEX.items():
        small.update(
            {base + sign: letter for letter, sign in zip(letters, _VNI_CIRCUMFLEX_SIGNS, strict=True)}
        )
    small.update({"a" + sign: letter for letter, sign in zip(*_VNI_BREVE, strict=True)})
    capitals = {signs.upper(): letter.upper() for signs, letter in small.items()}
    # A capital with the sign of a small letter: people typed so at the start of a sentence.
    mixed = {
        signs[0].upper() + signs[1:]: letter.upper() for signs, letter in small.items() if len(signs) == 2
    }
    return {**mixed, **capitals, **small}


TCVN3_TO_UNICODE: Final = _tcvn3()
VNI_TO_UNICODE: Final = _vni()
