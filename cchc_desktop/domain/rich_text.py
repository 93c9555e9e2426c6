"""Text with bold and italic runs, always normalised, so that equal texts are equal values."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc_desktop.domain.vietnamese import clean


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one typeface."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """Runs with no empty run, no two neighbours alike and NFC text; ``"\\n"`` is a line break inside a cell or a title."""

    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        if len(self.runs) == 1:  # nearly always, and mostly clean as it is
            only = self.runs[0].text
            if only and clean(only) is only:
                return
        object.__setattr__(self, "runs", tuple(_normalised(self.runs)))

    @classmethod
    def of(cls, text: str, *, bold: bool = False, italic: bool = False) -> RichText:
        """One run of text."""
        return cls((Run(text, bold, italic),))

    @classmethod
    def from_spans(cls, plain: str, spans: Iterable[tuple[int, int, str]]) -> RichText:
        """Text whose ``plain[start:end]`` carry the letters "b" and/or "i"; spans must not overlap and be in order."""
        runs: list[Run] = []
        at = 0
        for start, end, style in spans:
            runs.append(Run(plain[at:start]))
            runs.append(Run(plain[start:end], "b" in style, "i" in style))
            at = end
        runs.append(Run(plain[at:]))
        return cls(tuple(runs))

    @property
    def plain(self) -> str:
        """The text without its typefaces."""
        if len(self.runs) == 1:  # nearly always, and asked for everywhere
            return self.runs[0].text
        return "".join(run.text for run in self.runs)

    @property
    def spans(self) -> tuple[tuple[int, int, str], ...]:
        """(start, end, "b" | "i" | "bi") of each run that is not upright and light."""
        found: list[tuple[int, int, str]] = []
        at = 0
        for run in self.runs:
            style = "b" * run.bold + "i" * run.italic
            if style:
                found.append((at, at + len(run.text), style))
            at += len(run.text)
        return tuple(found)

    @property
    def is_emphasised(self) -> bool:
        """Whether any run is bold or italic."""
        return any(run.bold or run.italic for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum(len(run.text) for run in self.runs)

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs)

    def __add__(self, other: RichText | str) -> RichText:
        return RichText(self.runs + (other.runs if isinstance(other, RichText) else (Run(other),)))

    def slice(self, start: int, end: int | None = None) -> RichText:
        """The part ``plain[start:end]`` with its typefaces."""
        stop = len(self) if end is None else end
        parts: list[Run] = []
        at = 0
        for run in self.runs:
            piece = run.text[max(0, start - at) : max(0, stop - at)]
            parts.append(Run(piece, run.bold, run.italic))
            at += len(run.text)
        return RichText(tuple(parts))

    def strip(self) -> RichText:
        """The text without white space at its ends."""
        plain = self.plain
        return self.slice(len(plain) - len(plain.lstrip()), len(plain.rstrip()))

    def without_end(self, characters: str) -> RichText:
        """The text without trailing white space and any of these characters."""
        return self.slice(0, len(self.plain.rstrip(characters + " \n")))

    def lines(self) -> tuple[RichText, ...]:
        """The text cut at its line breaks."""
        plain = self.plain
        if "\n" not in plain:
            return (self,)
        cut: list[RichText] = []
        at = 0
        for line in plain.split("\n"):
            cut.append(self.slice(at, at + len(line)))
            at += len(line) + 1
        return tuple(cut)

    def styled(self, *, bold: bool = False, italic: bool = False) -> RichText:
        """The same text with bold or italic added to every run."""
        return RichText(tuple(Run(r.text, r.bold or bold, r.italic or italic) for r in self.runs))


def _normalised(runs: Iterable[Run]) -> Iterator[Run]:
    pending: Run | None = None
    for run in runs:
        text = clean(run.text)
        if not text:
            continue
        if pending is None:
            pending = Run(text, run.bold, run.italic)
        elif (pending.bold, pending.italic) == (run.bold, run.italic):
            pending = Run(clean(pending.text + text), run.bold, run.italic)
        else:
            marks = len(text) - len(text.lstrip(_LEADING_MARKS)) if unicodedata.combining(text[0]) else 0
            if marks:  # a combining mark belongs to the letter before it, whatever its typeface
                pending = Run(clean(pending.text + text[:marks]), pending.bold, pending.italic)
                text = text[marks:]
                if not text:
                    continue
            yield pending
            pending = Run(text, run.bold, run.italic)
    if pending is not None:
        yield pending


_LEADING_MARKS = "".join(chr(c) for c in range(0x300, 0x370))


EMPTY = RichText()
