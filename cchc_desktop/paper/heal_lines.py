"""Lines that a page or a narrow window broke, put together again into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.inline_marks import has_marks, read_marks
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.source_label import split_label

# A line shorter than this ended by will: a heading, a name, a short item.
_LEAST_BROKEN = 45
_WIDEST_WRAPPED = 130
# A paragraph longer than this is no text by hand; its stars and tags stay as they are.
_MOST_WITH_MARKS = 200_000
_END_MARKS = ".;:!?…"
# A paragraph does not end with these words: the line broken after one goes on with whatever follows.
_OPEN_WORDS = frozenset(
    (
        "về",
        "của",
        "và",
        "các",
        "những",
        "với",
        "cho",
        "tại",
        "trong",
        "theo",
        "để",
        "là",
        "từ",
        "đến",
        "trên",
        "do",
        "bằng",
        "như",
        "hoặc",
        "số",
        "ngày",
        "tháng",
        "năm",
    )
)
# "(Kèm theo Kế hoạch số …)" stands under a title, whatever word the title ends with.
_IN_BRACKETS = re.compile(r"\s*\((?:ban hành )?kèm theo\b", re.IGNORECASE)
_QUOTES = "“\"‘'(["


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How the source breaks its lines: whether a line that goes on ends in a space, and how long its lines are."""

    spaces_tell: bool
    width: int

    @property
    def is_wrapped(self) -> bool:
        return self.width > 0


def healed(lines: Iterable[PastedLine]) -> tuple[PastedLine, ...]:
    """One line a paragraph, without empty ones; marks of plain text are read, nothing else changes."""
    single = _read_marks(_single_lines(lines))
    wrapping = _wrapping(single)
    paragraphs: list[list[PastedLine]] = []
    blank = False
    for line in single:
        if not line.text.plain.strip() and not line.label:
            blank = True
            continue
        if paragraphs and _goes_on(paragraphs[-1], line, blank, wrapping):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        blank = False
    return tuple(_paragraph(pieces) for pieces in paragraphs)


def with_marks_read(lines: Iterable[PastedLine]) -> tuple[PastedLine, ...]:
    """The lines as they stand, but for the marks of plain text (``**``, ``<b>``, ``<li>``), which are read."""
    return tuple(_read_marks(list(lines)))


def _paragraph(pieces: list[PastedLine]) -> PastedLine:
    numbers = tuple(number for piece in pieces for number in piece.numbers)
    return replace(pieces[0], text=_joined(pieces), numbers=tuple(dict.fromkeys(numbers)))


def _joined(pieces: list[PastedLine]) -> RichText:
    first = pieces[0].text
    start = first.slice(0, len(first.plain.rstrip()))  # white space in front tells the depth of a bullet
    if len(pieces) == 1:
        return start
    if not any(piece.text.is_emphasised for piece in pieces):
        return RichText.of(" ".join((start.plain, *(piece.text.plain.strip() for piece in pieces[1:]))))
    for piece in pieces[1:]:
        start = start + " " + piece.text.strip()
    return start


def _single_lines(lines: Iterable[PastedLine]) -> list[PastedLine]:
    found: list[PastedLine] = []
    for line in lines:
        if "\n" not in line.text.plain:
            found.append(line)
            continue
        first, *others = line.text.lines()
        found.append(replace(line, text=first))
        found.extend(PastedLine(other, numbers=line.numbers) for other in others)
    return found


def _read_marks(lines: list[PastedLine]) -> list[PastedLine]:
    """Read the marks of plain text; those of a block without an empty line may reach over several lines."""
    found: list[PastedLine] = []
    block: list[PastedLine] = []
    for line in [*lines, PastedLine(RichText())]:
        if line.text.plain.strip() and not line.label and not line.text.is_emphasised:
            block.append(line)
            continue
        found.extend(_read_block(block))
        found.append(line)
        block = []
    return found[:-1]


def _read_block(block: list[PastedLine]) -> Iterable[PastedLine]:
    joined = "\n".join(line.text.plain for line in block)
    if not has_marks(joined) or len(joined) > _MOST_WITH_MARKS:
        return block
    read = read_marks(joined).lines()
    if len(read) == len(block):
        return [replace(line, text=text) for line, text in zip(block, read, strict=True)]
    numbers = tuple(number for line in block for number in line.numbers)  # a list made more lines of one
    return [PastedLine(text, numbers=numbers) for text in read]


def _wrapping(lines: Sequence[PastedLine]) -> _Wrapping:
    """Text is taken for wrapped when most longer lines break off, and many of them before a small letter or at a space."""
    plains = [line.text.plain for line in lines]
    longer = sorted(len(plain.rstrip()) for plain in plains if len(plain.rstrip()) >= _LEAST_BROKEN)
    if len(longer) < 3 or longer[-1] > _WIDEST_WRAPPED:
        return _Wrapping(spaces_tell=False, width=0)
    broken = [
        (plain, following)
        for plain, following in zip(plains, [*plains[1:], ""], strict=True)
        if len(plain.rstrip()) >= _LEAST_BROKEN and not _is_ended(plain)
    ]
    spaced = sum(plain.endswith(" ") for plain, _ in broken)
    small = sum(_goes_on_small(following) for _, following in broken)
    spaces_tell = spaced >= 3 and spaced * 2 > len(broken)
    if len(broken) * 2 < len(longer) or not (spaces_tell or (small >= 2 and small * 3 >= len(broken))):
        return _Wrapping(spaces_tell=False, width=0)
    return _Wrapping(spaces_tell, width=longer[len(longer) * 9 // 10])


def _goes_on_small(plain: str) -> bool:
    return plain.strip()[:1].islower() and split_label(RichText.of(plain[:20]))[0] is None


def _goes_on(paragraph: list[PastedLine], line: PastedLine, blank: bool, wrapping: _Wrapping) -> bool:
    """Whether ``line`` goes on with the sentence that the last line of ``paragraph`` broke off."""
    last = paragraph[-1].text.plain
    if line.label or len(last.rstrip()) < _LEAST_BROKEN or last.rstrip().endswith("./."):
        return False
    if _IN_BRACKETS.match(line.text.plain):
        return False
    first = line.text.plain.strip()[:1]
    label, _ = split_label(line.text)
    if label is not None:
        # "kinh tế ⏎ - xã hội", "2021 ⏎ - 2030": a dash within the sentence, at the start of a wrapped line.
        return wrapping.spaces_tell and last.endswith(" ") and not blank and _is_inner_dash(line, last)
    if wrapping.spaces_tell and not blank:
        return last.endswith(" ")
    if _is_ended(last):
        return False
    if first.islower() or first in ",;)”":
        return True
    if first.isdigit() or first in _QUOTES:
        return last.split()[-1].strip(",").lower() in _OPEN_WORDS or (wrapping.is_wrapped and not blank)
    if wrapping.spaces_tell:
        return last.endswith(" ")
    return (
        wrapping.is_wrapped
        and not blank
        and len(last.rstrip()) >= wrapping.width * 0.8
        and last.upper() != last
    )


def _is_inner_dash(line: PastedLine, last: str) -> bool:
    plain = line.text.plain.strip()
    return (
        plain[:1] in "-–"
        and not _is_ended(last)
        and (plain[1:].strip()[:1].islower() or plain[2:6].isdigit())
    )


def _is_ended(plain: str) -> bool:
    return plain.rstrip().rstrip("”\"’')*")[-1:] in _END_MARKS
