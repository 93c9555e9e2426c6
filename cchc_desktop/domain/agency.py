"""Agencies as a task names them: several in one cell, some of them groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cchc_desktop.domain.agency_directory import Agency, AgencySide, default_agencies
from cchc_desktop.domain.vietnamese import fold

__all__ = [
    "Agency",
    "AgencySide",
    "agency_spans",
    "default_agencies",
    "is_group",
    "join_agencies",
    "looks_like_agency",
    "split_agencies",
]

# Words an agency's name begins with. "Hạ tầng" or "Thể thao" are none, so "Phòng Kinh tế, Hạ tầng và Đô thị" stays whole.
_HEADS = (
    "phong|van phong|trung tam|ubnd|uy ban|hdnd|hoi dong|ban|dai|cong an|tram|truong|truong hoc|to|hoi|doan|so|chi cuc"
    "|cong chuc|thuong truc|mat tran|mttq|ubmttq|dang uy|tinh uy|bo phan|buu dien|bhxh|bao hiem|quan su|lanh dao"
    "|chu tich|pho chu tich|chanh van phong|can bo|bi thu|bo|bao|cong doan|lien doan|kho bac|thue|vien|chi bo|bo chi huy"
    "|hop tac xa|doanh nghiep|don vi|co quan|khoi|diem|chi nhanh|quy|ngan hang|dan quan|thon|to dan pho|khu pho|ap"
    "|toa an|vien kiem sat|thanh tra|giam doc|thu truong|nguoi dung dau|cong thong tin|cong ttdt|cong dich vu"
)
_HEAD = re.compile(rf"(?:de nghi\s+)?(?:{_HEADS})\b")
_GROUP_HEAD = re.compile(r"(?:cac|moi|tat ca|toan the|nhung|mot so)\b")
# Only these may follow in lower case and still begin another agency ("và phòng Văn hóa…" needs a capital behind it).
_ALWAYS_A_HEAD = re.compile(r"(?:cac|moi|tat ca|toan the|nhung|mot so|ubnd|hdnd|mttq|ubmttq)\b")
_LINES = re.compile(r"[;\n]+")
_SEPARATOR = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*\+\s*", re.IGNORECASE)
_OFFICE_OF_COUNCIL = re.compile(
    r"(?:van phong|vp)\s+(?:hdnd|hoi dong nhan dan)(?:\s*,\s*(?:doan dbqh|dang uy))*"
)
_EDGES = " ,.:;-"
_BULLET = re.compile(r"^\s*(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))\s+")
_GROUP = re.compile(
    r"(?:de nghi\s+)?(?:cac|moi|tat ca|toan the|nhung|mot so)\b|.*\b(?:cac)\b"
    r"|(?:ubnd|uy ban nhan dan)\s+(?:phuong, xa|xa, phuong|xa, thi tran|phuong va xa|cap xa)\b"
    r"|.*\b(?:don vi|co quan|bo phan|phong|nganh)\b.*\blien quan\b|.*\bphong, ban\b|.*\bban, nganh\b|.*\bco quan, don vi\b"
    r"|(?:thon|to dan pho|khu pho|ap|ban)(?:, (?:thon|to dan pho|khu pho|ap|ban|buon|lang))+\b"
    r"|(?:.*\s)?(?:doan the|hoi, doan the|to chuc chinh tri - xa hoi)\b"
)


def split_agencies(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The agencies a cell names, in order and each once.

    Lines and ";" always divide. "," and "và" divide only before what begins like an agency's name, because names hold
    both; a name among ``known`` is never divided.
    """
    whole = text.strip()
    names = _longest_first(tuple(known))
    if whole in names:
        return (whole,)
    found = (_trimmed(text[start:end], names) for start, end in _pieces(text, names))
    return tuple(dict.fromkeys(name for name in found if name))


def agency_spans(text: str, known: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Where the agencies of a cell stand, as :func:`split_agencies` finds them, an agency named twice included."""
    names = _longest_first(tuple(known))
    trimmed = (_without_edges(text, piece, names) for piece in _pieces(text, names))
    return tuple((start, end) for start, end in trimmed if start < end)


def _without_edges(text: str, span: tuple[int, int], known: tuple[str, ...]) -> tuple[int, int]:
    start, end = span
    piece = text[start:end]
    edges = None if piece.strip() in known else _EDGES
    return start + len(piece) - len(piece.lstrip(edges)), end - len(piece) + len(piece.rstrip(edges))


@lru_cache(maxsize=16)
def _longest_first(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted((name.strip() for name in known if name.strip()), key=len, reverse=True))


@lru_cache(maxsize=16)
def _in_small_letters(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.lower() for name in known)


def _trimmed(name: str, known: tuple[str, ...]) -> str:
    whole = " ".join(name.split())
    return whole if whole in known else whole.strip(_EDGES)


def _pieces(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Each agency with the white space around it, bullets left out."""
    at = 0
    for line in _LINES.split(text):
        start = text.index(line, at)
        at = start + len(line)
        bullet = _BULLET.match(line)
        start += bullet.end() if bullet else len(line) - len(line.lstrip())
        for begin, end in _split_line(text[start:at].rstrip(), known):
            yield start + begin, start + end


def _split_line(line: str, known: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    protected = _spans_of(line, known)
    start = 0
    for match in _SEPARATOR.finditer(line):
        if any(begin < match.end() and match.start() < end for begin, end in protected):
            continue
        left, right = line[start : match.start()], line[match.end() :]
        at_known_name = any(begin == match.end() for begin, _ in protected)
        after_known_name = any((begin, end) == (start, match.start()) for begin, end in protected)
        if at_known_name or after_known_name or _divides(left, right):
            yield start, match.start()
            start = match.end()
    yield start, len(line)


def _spans_of(line: str, known: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where known names stand, longest first and not inside one another."""
    lowered = line.lower()
    taken: list[tuple[int, int]] = []
    if len(lowered) != len(line):  # a letter that changes its length in lower case: no place can be told
        return taken
    for name in _in_small_letters(known):
        at = lowered.find(name)
        while at >= 0:
            end = at + len(name)
            if all(end <= begin or stop <= at for begin, stop in taken) and _stands_alone(line, at, end):
                taken.append((at, end))
            at = lowered.find(name, end)
    return taken


def _stands_alone(line: str, start: int, end: int) -> bool:
    return not line[start - 1 : start].isalnum() and not line[end : end + 1].isalnum()


def _divides(left: str, right: str) -> bool:
    """Whether the right side begins another agency, and the left side can stand alone."""
    folded_left, folded_right = fold(left).strip(), fold(right).strip()
    if not folded_left or _OFFICE_OF_COUNCIL.fullmatch(folded_left):
        return False
    if _GROUP_HEAD.fullmatch(folded_left):
        return False
    if _ALWAYS_A_HEAD.match(folded_right):
        return True
    head = _HEAD.match(folded_right)
    if head is None:
        return False
    if right[:1].isupper():
        return True
    return right[head.end() :].strip()[:1].isupper()


def join_agencies(names: Iterable[str]) -> str:
    """The names in one cell: "A; B"."""
    return "; ".join(name.strip() for name in names if name.strip())


def is_group(name: str) -> bool:
    """Whether the name means several bodies at once ("Các phòng chuyên môn", "UBND phường, xã")."""
    return _GROUP.match(" ".join(fold(name).split())) is not None


def looks_like_agency(name: str) -> bool:
    """Whether the text begins as the name of an agency, a group, or a post does."""
    folded = " ".join(fold(name).split())
    return _HEAD.match(folded) is not None or _GROUP_HEAD.match(folded.removeprefix("de nghi ")) is not None
