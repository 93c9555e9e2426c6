"""What stands round the body of a Word file, and what a person is told of how it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from cchc_desktop.domain.legacy_text import guess_encoding
from cchc_desktop.domain.vietnamese import clean
from cchc_desktop.formats.reading_notes import converted_note, decomposed_note, guess_note, short
from cchc_desktop.formats.word_look import W
from cchc_desktop.formats.word_pieces import Findings
from cchc_desktop.formats.xml_package import XmlPackage
from cchc_desktop.paper.source import SourceBlock, SourceLine, SourceTable

_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))
_CHANGED: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_PAGE_NUMBER: Final = re.compile(r"(?:trang|page)?[\s\d/\-–.]*", re.IGNORECASE)


class Around:
    """The parts of the file beside its body."""

    def __init__(self, package: XmlPackage, main: str) -> None:
        self._package = package
        self._relations = package.relations(main)

    def part(self, kind: str) -> etree._Element | None:
        """The one part of a kind ("styles"), None where there is none."""
        name = next((target for one, target in self._relations.values() if one == kind), None)
        return None if name is None else self._package.part(name)

    def footnotes(self) -> Mapping[str, etree._Element]:
        """Footnotes and endnotes by the tag and the key that refer to them."""
        found: dict[str, etree._Element] = {}
        for kind, name in _NOTES:
            root = self.part(kind)
            for one in () if root is None else root.findall(f"{W}{name}"):
                if one.get(f"{W}type", "normal") == "normal":
                    found[f"{W}{name}Reference{one.get(f'{W}id', '')}"] = one
        return found

    def margins(self) -> Iterator[str]:
        """The lines of the headers and footers."""
        for kind, target in self._relations.values():
            root = self._package.part(target) if kind in ("header", "footer") else None
            for paragraph in () if root is None else root.iter(f"{W}p"):
                yield clean("".join(text.text or "" for text in paragraph.iter(f"{W}t"))).strip()


def notes_of(
    around: Around, findings: Findings, body: etree._Element, blocks: Iterable[SourceBlock]
) -> tuple[str, ...]:
    """Sentences on what was converted, brought in line, or left out."""
    lines = list(_plain_lines(blocks))
    return (
        *_encoding_notes(findings, lines),
        *_change_notes(findings, body),
        *_left_out(around, findings, body, "\n".join(lines)),
    )


def _encoding_notes(findings: Findings, lines: list[str]) -> Iterator[str]:
    for encoding, (before, after) in findings.converted.items():
        yield converted_note(encoding.value, before, after)
    if findings.decomposed:
        yield decomposed_note()
    guess = guess_encoding(lines)
    if guess is not None:
        yield guess_note(guess)


def _change_notes(findings: Findings, body: etree._Element) -> Iterator[str]:
    changes = sum(1 for _ in body.iter(*_CHANGED))
    if changes:
        yield f"Tệp còn {changes} chỗ sửa theo dõi (Track Changes) chưa chấp nhận; đã đọc như khi chấp nhận tất cả."
    if findings.notes_inlined:
        yield f"Đã đưa {findings.notes_inlined} chú thích cuối trang vào trong ngoặc đơn, ngay tại chỗ đánh số chú thích."


def _left_out(around: Around, findings: Findings, body: etree._Element, text: str) -> Iterator[str]:
    hidden = "".join(findings.hidden).strip()
    if hidden:
        yield f"Không đọc phần chữ ẩn (không in ra): “{short(hidden)}”."
    margins = dict.fromkeys(line for line in around.margins() if not _PAGE_NUMBER.fullmatch(line))
    squeezed = re.sub(r"\s", "", text) if margins else ""
    for line in margins:
        if re.sub(r"\s", "", line) not in squeezed:
            yield f"Không đọc dòng ở đầu hoặc chân trang: “{short(line)}”."
    if next(body.iter(f"{W}commentReference"), None) is not None:
        yield "Không đọc các nhận xét (Comments) ở lề."
    if next(body.iter(f"{W}altChunk"), None) is not None:
        yield "Có phần chèn từ tệp khác mà chương trình không đọc được; hãy mở bằng Word, lưu lại rồi nhập lại nếu thấy thiếu."


def _plain_lines(blocks: Iterable[SourceBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, SourceLine):
            yield block.text.plain
        elif isinstance(block, SourceTable):
            for row in block.rows:
                for cell in row:
                    yield from (line.text.plain for line in cell.lines)
