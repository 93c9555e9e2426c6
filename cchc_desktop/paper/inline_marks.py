"""Bold and italic that plain text spells out: **đậm**, *nghiêng*, <b>, <i>, and lists as <ul><li>."""

from __future__ import annotations

import re

from cchc_desktop.domain.rich_text import RichText, Run

_TOKEN = re.compile(
    r"</?(?P<tag>b|strong|i|em|u|span|font)(?:\s[^<>]{0,300})?>|(?P<star>\*{1,3})", re.IGNORECASE
)
_HASHES = re.compile(r"^#{1,6}\s+(?=\S)", re.MULTILINE)
# A list that is never closed reaches to the end of its line: so do published texts hold them.
_LIST = re.compile(r"<(ul|ol)(?:\s[^<>]{0,300})?>(?:(.*?)</\1>|([^\n]*))", re.IGNORECASE | re.DOTALL)
_LIST_ITEM = re.compile(r"\s*<li(?:\s[^<>]{0,300})?>\s*(?:[-•+]\s+)?", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?:<br\s*/?>|</li>)\s*", re.IGNORECASE)
_DASH_AFTER_SENTENCE = re.compile(r"(?<=[.;])\s+-\s+")
_NOT_AN_OPENING = ")*.,;:"


def has_marks(plain: str) -> bool:
    """Whether a text may hold any such mark: a quick look before the slow one."""
    return "*" in plain or "<" in plain or "#" in plain


def read_marks(plain: str) -> RichText:
    """The text with its marks turned into typefaces; marks may reach over lines but not over an empty one.

    What opens nothing, or nothing closes, stays as it was written ("R&D <b>", "(*)", "2 * 3").
    """
    plain = _without_lists(_HASHES.sub("", plain))
    lowered = plain.lower()
    tags = {name for name in ("b", "strong", "i", "em", "u", "span", "font") if f"</{name}>" in lowered}
    pairs = _pairs(plain, tags)
    runs: list[Run] = []
    bold = italic = at = 0
    for match in _TOKEN.finditer(plain):
        step = pairs.get(match.start())
        if step is None:
            continue
        runs.append(Run(plain[at : match.start()], bold > 0, italic > 0))
        is_bold, is_italic = _face(match)
        bold += step * is_bold
        italic += step * is_italic
        at = match.end()
    runs.append(Run(plain[at:], bold > 0, italic > 0))
    return RichText(tuple(runs))


def _without_lists(plain: str) -> str:
    if "<" not in plain:
        return plain
    return _BREAK.sub("\n", _LIST.sub(_list_lines, plain)).strip("\n")


def _list_lines(match: re.Match[str]) -> str:
    inside = _DASH_AFTER_SENTENCE.sub("\n- ", (match[2] or match[3] or "").strip())
    return "\n" + _LIST_ITEM.sub("\n- ", inside).strip() + "\n"


def _face(match: re.Match[str]) -> tuple[bool, bool]:
    if match["star"]:
        return len(match["star"]) >= 2, len(match["star"]) != 2
    name = match["tag"].lower()
    return name in ("b", "strong"), name in ("i", "em")


def _pairs(plain: str, tags: set[str]) -> dict[int, int]:
    """Where marks open (1) and close (-1), each opening with its closing."""
    found: dict[int, int] = {}
    waiting: dict[str, re.Match[str]] = {}
    for match in _TOKEN.finditer(plain):
        kind = match["star"] or match["tag"].lower()
        if match["tag"] and kind not in tags:
            continue
        opener = waiting.get(kind)
        if opener is not None and "\n\n" in plain[opener.end() : match.start()]:
            del waiting[kind]
            opener = None
        if opener is not None and _may_close(match, plain):
            found[opener.start()], found[match.start()] = 1, -1
            del waiting[kind]
        elif opener is None and _may_open(match, plain):
            waiting[kind] = match
    return found


def _may_open(match: re.Match[str], plain: str) -> bool:
    if match["tag"]:
        return not match[0].startswith("</")
    before, after = plain[match.start() - 1 : match.start()], plain[match.end() : match.end() + 1]
    if not after.strip() or after in _NOT_AN_OPENING:
        return False
    return len(match["star"]) > 1 or not before.isalnum()


def _may_close(match: re.Match[str], plain: str) -> bool:
    if match["tag"]:
        return match[0].startswith("</")
    before, after = plain[match.start() - 1 : match.start()], plain[match.end() : match.end() + 1]
    return bool(before.strip()) and not (len(match["star"]) == 1 and after.isalnum())
