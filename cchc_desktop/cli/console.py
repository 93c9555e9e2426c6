"""Where the command line speaks: consoles of every kind, or none at all."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TextIO

from cchc_desktop.errors import UserFacingError

_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "•": "-"})


@dataclass(frozen=True, slots=True)
class Console:
    """Standard output and standard error; a program without a console has neither."""

    out: TextIO | None
    err: TextIO | None
    show_box: Callable[[str], None] | None = None
    """Tells in a box what is wrong, where standard error is missing."""

    def say(self, text: str = "") -> None:
        """A line for the person or the script."""
        _write(self.out, text)

    def say_json(self, value: Any) -> None:
        """A value as JSON; letters that the console cannot show are escaped, so that nothing is lost."""
        import json  # here: the window has no use for it while it starts

        text = json.dumps(value, ensure_ascii=False, indent=2)
        if self.out is not None and not _can_show(self.out, text):
            text = json.dumps(value, indent=2)
        _write(self.out, text)

    def complain(self, error: UserFacingError) -> None:
        """What happened and what to do, on one line of standard error."""
        sentence = " ".join(str(error).split())
        _write(self.err, sentence)
        if self.err is None and self.show_box is not None:
            self.show_box(sentence)

    def silence(self) -> None:
        """Say nothing more to a reader that has gone away (``… | head``), also when Python flushes at its end."""
        if self.out is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.out.fileno())
            os.close(nowhere)


def without_marks(text: str) -> str:
    """Vietnamese as it is written where only English letters can be."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    if not _can_show(stream, text):
        encoding = stream.encoding or "ascii"
        text = without_marks(text).encode(encoding, "replace").decode(encoding)
    stream.write(f"{text}\n")
    stream.flush()


def _can_show(stream: TextIO, text: str) -> bool:
    try:
        # With one letter more: a line is not to keep its marks by luck between lines that cannot.
        (text if text.isascii() else f"{text}ữ").encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
