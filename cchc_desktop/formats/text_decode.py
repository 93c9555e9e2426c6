"""The bytes of a .txt file as text: Unicode in its forms, else the old code page of Vietnamese Windows."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

from cchc_desktop.domain.legacy_text import guess_encoding, share_of_syllables
from cchc_desktop.errors import UserFacingError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOST: Final = "\ufffd"


def decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where its encoding had to be guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_losses(content.decode(encoding, "replace"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_bytes(content, name)
    if "\x00" in text:  # UTF-16 without its mark; the zeros of Latin letters make it look like UTF-8 too
        return _with_losses(content.decode(_half(content), "replace"))
    return text, ()


def _of_bytes(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if content.count(0) * 20 > len(content):
        return _with_losses(content.decode(_half(content), "replace"))
    text = content.decode("utf-8", "replace")
    letters = sum(not sign.isascii() for sign in text)
    if text.count(_LOST) * 20 < letters:  # Unicode with a few broken places
        return _with_losses(text)
    western = content.decode("cp1252", "replace")
    try:
        vietnamese = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        vietnamese = ""
    if share_of_syllables(vietnamese) >= 0.8:
        return vietnamese, ("Tệp dùng bảng mã Windows-1258 cũ; đã chuyển sang Unicode.",)
    if guess_encoding(western.splitlines()) is None:
        raise UserFacingError(
            f"Chưa nhận ra bảng mã của tệp “{name}” nên chữ trong tệp không đọc được.",
            "Hãy mở tệp bằng Word hoặc Notepad, lưu lại với kiểu mã hóa UTF-8 rồi chọn lại.",
        )
    return western, ()


def _half(content: bytes) -> str:
    return "utf-16-le" if content[1::2].count(0) >= content[0::2].count(0) else "utf-16-be"


def _with_losses(text: str) -> tuple[str, tuple[str, ...]]:
    lost = text.count(_LOST)
    return text, (f"Tệp có {lost} ký tự bị hỏng, đánh dấu bằng “{_LOST}”.",) if lost else ()
