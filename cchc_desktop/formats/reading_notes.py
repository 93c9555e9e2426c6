"""What a person is told of how a foreign file was read."""

from __future__ import annotations

from typing import Final

from cchc_desktop.domain.legacy_text import LegacyGuess

_SHOWN: Final = 100


def guess_note(guess: LegacyGuess) -> str:
    """What is told when only the letters say that a text is in an old encoding."""
    return (
        f"Chữ trong tệp có vẻ là bảng mã {guess.encoding.value} cũ: “{guess.before}” có thể là “{guess.after}”. "
        "Chương trình chưa tự chuyển."
    )


def converted_note(encoding: str, before: str, after: str) -> str:
    """What is told when text was converted because its font says so."""
    return f"Đã chuyển chữ bảng mã {encoding} sang Unicode, ví dụ “{short(before)}” thành “{short(after)}”."


def decomposed_note() -> str:
    """What is told of text whose marks stood behind their letters."""
    return "Tệp dùng Unicode tổ hợp (dấu tách rời chữ); đã chuyển sang Unicode dựng sẵn."


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
