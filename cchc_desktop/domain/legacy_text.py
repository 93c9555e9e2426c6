"""Vietnamese text from before Unicode: found out by its font or its letters, and turned into Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from cchc_desktop.domain.legacy_tables import TCVN3_TO_UNICODE, VNI_TO_UNICODE


class LegacyEncoding(Enum):
    """How the letters of an old text are written; the value is what people call it."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    DECOMPOSED = "Unicode tổ hợp"


@dataclass(frozen=True, slots=True)
class LegacyGuess:
    """An encoding guessed from the letters, with a piece of the text before and after, for a person to judge."""

    encoding: LegacyEncoding
    before: str
    after: str


_TCVN3_FONT: Final = re.compile(r"^\.vn(?!i)", re.IGNORECASE)
_TCVN3_CAPITAL_FONT: Final = re.compile(r"^\.vn.*h$", re.IGNORECASE)
_VNI_FONT: Final = re.compile(r"^vni\b|^vni[-_ ]", re.IGNORECASE)
_VNI_PAIR: Final = re.compile(
    "|".join(sorted((re.escape(signs) for signs in VNI_TO_UNICODE), key=len, reverse=True))
)
_TCVN3_TABLE: Final = str.maketrans(TCVN3_TO_UNICODE)
_TCVN3_BACK: Final = str.maketrans({letter: sign for sign, letter in TCVN3_TO_UNICODE.items()})
_VNI_BACK: Final = str.maketrans(
    {letter: signs for signs, letter in VNI_TO_UNICODE.items() if signs.islower() or signs.isupper()}
)
# Letters that only Unicode text has: neither old encoding goes beyond Latin-1.
_UNICODE_ONLY: Final = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]")
_WORD: Final = re.compile(r"[A-Za-z\xa1-\xff]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:oai|oay|oeo|uya|uyê|uyu|iêu|yêu|uôi|ươi|ươu|uây|uao|uê|ua|ưa|ia|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uơ|uy|ai|ao|au|ay|âu|ây|eo|êu|iu"
    r"|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?"
)
_TONE_MARKS: Final = "\u0300\u0301\u0303\u0309\u0323"
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TCVN3_CAPITAL_SIGNS: Final = frozenset("\xa1\xa2\xa3\xa4\xa5\xa6\xa7")
_LEAST_WORDS: Final = 5
_LEAST_SHARE: Final = 0.8
_SHOWN: Final = 120


@lru_cache(maxsize=200)
def encoding_of_font(font: str) -> LegacyEncoding | None:
    """What a font is made for: ".VnTime" for TCVN3, "VNI-Times" for VNI, others for Unicode."""
    if _VNI_FONT.match(font):
        return LegacyEncoding.VNI
    return LegacyEncoding.TCVN3 if _TCVN3_FONT.match(font) else None


def shows_capitals(font: str) -> bool:
    """Whether a font shows capitals for the small letters of its text: ".VnTimeH"."""
    return bool(_TCVN3_CAPITAL_FONT.match(font))


def is_unicode(text: str) -> bool:
    """Whether a text holds Vietnamese letters of Unicode, and so is none of the old encodings, whatever its font."""
    return bool(_UNICODE_ONLY.search(text))


def convert(text: str, encoding: LegacyEncoding) -> str:
    """The text in composed Unicode."""
    match encoding:
        case LegacyEncoding.TCVN3:
            found = _WORD.sub(_tcvn3_word, text)
            return found.upper() if _is_title(text) else found
        case LegacyEncoding.VNI:
            return _VNI_PAIR.sub(lambda match: VNI_TO_UNICODE[match[0]], text)
        case LegacyEncoding.DECOMPOSED:
            return unicodedata.normalize("NFC", text)


def to_legacy(text: str, encoding: LegacyEncoding) -> str:
    """The inverse of :func:`convert`; in TCVN3 a capital with a tone becomes a small letter, for it has no other sign."""
    composed = unicodedata.normalize("NFC", text)
    match encoding:
        case LegacyEncoding.TCVN3:
            return "".join(_tcvn3_sign(character) for character in composed)
        case LegacyEncoding.VNI:
            return composed.translate(_VNI_BACK)
        case LegacyEncoding.DECOMPOSED:
            return unicodedata.normalize("NFD", composed)


def guess_encoding(texts: Iterable[str]) -> LegacyGuess | None:
    """The old encoding that some text is probably in, judged by its letters alone; None for Unicode and for other languages."""
    kept = [text for text in texts if not text.isascii()]
    whole = "\n".join(kept)
    if not whole or is_unicode(whole):
        decomposed = (
            next((text for text in kept if is_decomposed(text)), None) if is_decomposed(whole) else None
        )
        return None if decomposed is None else _guess(decomposed, LegacyEncoding.DECOMPOSED)
    words = [word for word in _WORD.findall(whole) if not word.isascii()]
    if len(words) < _LEAST_WORDS:
        return None
    shares = {one: _share(words, one) for one in (LegacyEncoding.TCVN3, LegacyEncoding.VNI)}
    best = max(shares, key=lambda one: shares[one])
    # Vietnamese without any of these letters would be strange, but French or "là, và" alone must not be taken for VNI.
    if shares[best] < _LEAST_SHARE or shares[best] <= _plain_share(words) + 0.2:
        return None
    return _guess(max(kept, key=len), best)


def share_of_syllables(text: str) -> float:
    """How much of the words with letters beyond ASCII could be Vietnamese, from 0 to 1; 0 where there are none."""
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    return _plain_share(words) if words else 0.0


def is_decomposed(text: str) -> bool:
    """Whether marks stand behind their letters instead of in them."""
    return not text.isascii() and any(
        mark in text for mark in _TONE_MARKS
    )  # quicker than a regex, and asked for everywhere


def _guess(text: str, encoding: LegacyEncoding) -> LegacyGuess:
    shown = " ".join(text.split())[:_SHOWN]
    return LegacyGuess(encoding, shown, convert(shown, encoding))


def _share(words: list[str], encoding: LegacyEncoding) -> float:
    return sum(_is_syllable(convert(word, encoding)) for word in words) / len(words)


def _plain_share(words: list[str]) -> float:
    return sum(_is_syllable(word) for word in words) / len(words)


def _is_syllable(word: str) -> bool:
    bare = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word.lower())))
    return _SYLLABLE.fullmatch(bare) is not None


def _tcvn3_word(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii():
        return word
    found = word.translate(_TCVN3_TABLE)
    # "QUYÕT": a toned letter among capitals is a capital, which has no sign of its own.
    return found.upper() if _is_in_capitals(word, least=2) else found


def _is_title(text: str) -> bool:
    """Whether a whole line is in capitals: "KÕ HO¹CH", but not "Sè: 15/KH-UBND"."""
    return _is_in_capitals(text, least=4) and any(
        not word.isascii() and _is_in_capitals(word, least=2) for word in _WORD.findall(text)
    )


def _is_in_capitals(text: str, *, least: int) -> bool:
    told = [sign for sign in text if sign in _TCVN3_CAPITAL_SIGNS or (sign.isascii() and sign.isalpha())]
    return len(told) >= least and all(not sign.islower() for sign in told)


def _tcvn3_sign(character: str) -> str:
    if character.isascii():
        return character
    found = character.translate(_TCVN3_BACK)
    return character.lower().translate(_TCVN3_BACK) if found == character else found
