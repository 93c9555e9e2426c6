"""L11 to L14: the running text, its labels and its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cchc_desktop.domain.vietnamese import point_number, roman_number
from cchc_desktop.formats import word_styles as names
from cchc_desktop.formats.word_paper import LayoutFinding, Paragraph, WordPaper, error

_SECTION: Final = re.compile(r"([IVXLCDM]+)\. ?")
_ARTICLE: Final = re.compile(r"Điều (\d+)\.")
_ARABIC: Final = re.compile(r"(\d+)\. ")
_DECIMAL: Final = re.compile(r"(\d+)\.(\d+)\. ")
_SUBDECIMAL: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)\. ")
_LETTER: Final = re.compile(r"([a-zđ]{1,2})\) ")
_INDENTS: Final = (567, 720)
_INDENT_TOLERANCE: Final = 10


def check_body(paper: WordPaper) -> Iterator[LayoutFinding]:
    """The findings about the running text of every part."""
    for part in paper.parts:
        text = part.of(*names.BODY_TEXTS)
        for one in (*text, *part.of(names.BASIS)):
            yield from _paragraph(paper, one)
        for one in text:
            yield from _faces(one)
        yield from _Sequence().check(text)
        if not part.of(names.APPENDIX) and not (text and text[-1].text.endswith("./.")):
            yield error("L14", "Văn bản không kết thúc bằng “./.”.")


def _paragraph(paper: WordPaper, one: Paragraph) -> Iterator[LayoutFinding]:
    value = paper.styles.paragraph_value
    if value(one.element, "jc") != "both" or not one.has_size(13, 14):
        yield error("L11", f"Nội dung phải dàn đều hai lề, cỡ 13-14: “{one.start}”.")
    indent = int(value(one.element, "ind", "firstLine") or 0)
    if not any(abs(indent - right) <= _INDENT_TOLERANCE for right in _INDENTS):
        yield error("L11", f"Dòng đầu phải lùi 1 hoặc 1,27 cm: “{one.start}”.")
    around = sum(int(value(one.element, "spacing", side) or 0) for side in ("before", "after"))
    if around < 120:
        yield error("L11", f"Khoảng cách giữa các đoạn phải từ 6 pt: “{one.start}”.")
    line = int(value(one.element, "spacing", "line") or 240)
    if not 240 <= line <= 360 or value(one.element, "spacing", "lineRule") not in (None, "auto"):
        yield error("L11", f"Giãn dòng phải từ đơn đến 1,5: “{one.start}”.")


def _faces(one: Paragraph) -> Iterator[LayoutFinding]:
    if one.style == names.SECTION and not (one.is_capitals and one.is_bold and _SECTION.match(one.text)):
        yield error("L12", f"Mục phải in hoa, đậm: “{one.start}”.")
    if one.style == names.CLAUSE and not (one.is_bold and _ARABIC.match(one.text)):
        yield error("L12", f"Khoản có tiêu đề phải đậm: “{one.start}”.")
    if one.style == names.ARTICLE and not (one.runs[0].bold and _ARTICLE.match(one.text)):
        yield error("L12", f"Điều phải đậm: “{one.start}”.")
    if _LETTER.match(one.text) and one.runs[0].bold:
        yield error("L12", f"Điểm không đậm: “{one.start}”.")


@dataclass(slots=True)
class _Sequence:
    """Counts labels as they come: each must be the one after the last of its kind under the same parent."""

    counts: dict[str, int] = field(default_factory=dict)

    def check(self, text: tuple[Paragraph, ...]) -> Iterator[LayoutFinding]:
        for one in text:
            expected = self._is_expected(one)
            if expected is False:
                yield error("L13", f"Đánh số không liên tục: “{one.start}”.")

    def _is_expected(self, one: Paragraph) -> bool | None:
        if one.style == names.SECTION and (found := _SECTION.match(one.text)):
            return self._next("section", roman_number(found[1]))
        if one.style == names.ARTICLE and (found := _ARTICLE.match(one.text)):
            return self._next("article", int(found[1]))
        if found := _SUBDECIMAL.match(one.text):
            parents = (self.counts.get("arabic", 1), self.counts.get("decimal", 1))
            return self._next("subdecimal", int(found[3])) and parents == (int(found[1]), int(found[2]))
        if found := _DECIMAL.match(one.text):
            return self._next("decimal", int(found[2])) and self.counts.get("arabic", 1) == int(found[1])
        if found := _ARABIC.match(one.text):
            return self._next("arabic", int(found[1]))
        if found := _LETTER.match(one.text):
            return self._next("letter", _letter_number(found[1]))
        return None

    def _next(self, kind: str, number: int) -> bool:
        order = ("article", "section", "arabic", "decimal", "subdecimal", "letter")
        expected = self.counts.get(kind, 0) + 1
        self.counts[kind] = number
        for deeper in order[order.index(kind) + 1 :]:
            self.counts.pop(deeper, None)
        return number == expected


def _letter_number(letters: str) -> int:
    """The place of a letter in the list; one that numbers nothing (f, j, w, z) is out of every order."""
    return point_number(letters) if not set(letters) & set("fjwz") else -1
