"""A source as one flow of lines and tables: tables that only place things beside each other are taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.heal_lines import with_marks_read
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.source import (
    Alignment,
    SourceBreak,
    SourceCell,
    SourceDocument,
    SourceLine,
    SourceTable,
)
from cchc_desktop.paper.source_styles import Role, role_of_style
from cchc_desktop.paper.source_words import (
    is_number_line,
    is_ornament,
    is_person_name,
    is_place_line,
    is_signature_line,
    is_signed_mark,
    national_at,
    recipients_at,
)

_MOST_LAYOUT_ROWS = 12
_CUT_IN_TWO = re.compile(r"(?:Số\s*:?|ngày|tháng)$", re.IGNORECASE)
_GOES_ON = re.compile(r"/|tháng\b|năm\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line; ``role`` is what its style or its cell says it is. ``opens_page`` when a new section of pages begins."""

    text: RichText
    number: int
    label: str = ""
    level_hint: int | None = None
    alignment: Alignment = Alignment.UNKNOWN
    style: str = ""
    role: Role | None = None
    opens_page: bool = False

    @property
    def plain(self) -> str:
        """The text without white space at its ends."""
        return self.text.plain.strip()

    @property
    def printed(self) -> str:
        """The text with the automatic number in front."""
        return f"{self.label} {self.plain}".strip()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on it."""
        return self.role is Role.ORNAMENT or (not self.label and is_ornament(self.plain))

    def pasted(self) -> PastedLine:
        """The line as the recognisers of outlines take it."""
        hint = None if self.level_hint is None else self.level_hint + 1
        return PastedLine(self.text, self.label, hint, (self.number,))


FlowItem = FlowLine | SourceTable


def flow_of(source: SourceDocument) -> tuple[FlowItem, ...]:
    """The lines and data tables of a source in order."""
    found: list[FlowItem] = []
    opens = False
    is_workbook = not any(isinstance(block, SourceLine) for block in source.blocks)
    for block in source.blocks:
        match block:
            case SourceBreak():
                opens = bool(found)
            case SourceLine():
                found.extend(_lines(block, None, opens))
                opens = opens and block.text.plain.strip() == ""
            case SourceTable():
                unfolded = () if is_workbook else tuple(_unfolded(block))
                if unfolded:
                    first = unfolded[0]
                    found.append(replace(first, opens_page=opens))
                    found.extend(unfolded[1:])
                elif any(cell.lines for row in block.rows for cell in row):
                    found.append(block)
                opens = False
    return tuple(_with_marks_read(found))


def table_lines(table: SourceTable) -> Iterator[SourceLine]:
    """The lines of a table in reading order."""
    for row in table.rows:
        for cell in row:
            yield from cell.lines


def _with_marks_read(items: list[FlowItem]) -> Iterator[FlowItem]:
    """The flow with "**" and the like read, which may reach over several lines; a line of a list is left alone."""
    stretch: list[FlowLine] = []
    for item in [*items, None]:
        if isinstance(item, FlowLine):
            stretch.append(item)
            continue
        yield from _marks_read(stretch)
        stretch = []
        if item is not None:
            yield item


def _marks_read(lines: list[FlowLine]) -> Iterator[FlowLine]:
    if not any("*" in line.text.plain or "<" in line.text.plain or "#" in line.text.plain for line in lines):
        yield from lines
        return
    by_number = {line.number: line for line in lines}
    read = with_marks_read([line.pasted() for line in lines])
    if len(read) == len(lines):
        for line, one in zip(lines, read, strict=True):
            yield replace(line, text=one.text)
        return
    for one in read:
        yield replace(by_number[one.numbers[0]], text=one.text, label=one.label)


def _lines(line: SourceLine, role: Role | None, opens: bool) -> Iterator[FlowLine]:
    """The line cut at its line breaks, which a title and a signature may have."""
    styled = role_of_style(line.style) or role
    for index, text in enumerate(line.text.lines()):
        first = index == 0
        yield FlowLine(
            text,
            line.number,
            line.label if first else "",
            line.level_hint if first else None,
            line.alignment,
            line.style,
            styled,
            opens and first,
        )


def _unfolded(table: SourceTable) -> Iterator[FlowLine]:
    """The lines of a table that only arranges letterhead, recipients or signature; nothing for a table of data."""
    if len(table.rows) > _MOST_LAYOUT_ROWS and any(len(row) > 1 for row in table.rows):
        return
    texts = [line.text.plain for line in table_lines(table)]
    if any(national_at(text) for text in texts) or (len(table.rows) <= 4 and any(map(_is_head_line, texts))):
        yield from _letterhead_lines(table)
    elif any(recipients_at(text) >= 0 for text in texts) or (
        len(table.rows) <= 4 and any(map(is_signature_line, texts)) and not _is_wide(table)
    ):
        yield from _sign_lines(table)
    elif all(len(row) == 1 for row in table.rows):
        for row in table.rows:
            yield from cell_lines(row[0], None)


def _is_wide(table: SourceTable) -> bool:
    return max((len(row) for row in table.rows), default=0) > 3


def _is_head_line(text: str) -> bool:
    return is_number_line(text) or is_place_line(text)


def _letterhead_lines(table: SourceTable) -> Iterator[FlowLine]:
    for row in table.rows:
        for index, line in _row_lines(row):
            plain = line.plain
            is_body = index == 0 and line.role is None and not line.is_blank
            if is_body and not (_is_head_line(plain) or national_at(plain)):
                yield replace(line, role=Role.BODY)
            else:
                yield line


def _row_lines(row: Sequence[SourceCell]) -> Iterator[tuple[int, FlowLine]]:
    """The lines of a row with the numbers of their cells; room for a pen ("Số:      /KH-UBND") parts no columns."""
    lines = [(index, line) for index, cell in enumerate(row) for line in cell_lines(cell, None)]
    behind = [line for index, line in lines if index and _GOES_ON.match(line.plain)]
    taken: set[int] = set()
    for index, line in lines:
        if line.number in taken:
            yield index, replace(line, role=Role.NATIONAL)  # placed with the letterhead, where its words went
            continue
        text = line.text
        while behind and _CUT_IN_TWO.search(text.plain.strip()):
            taken.add(behind[0].number)
            text = text + " " + behind.pop(0).text
        yield index, replace(line, text=text)


def _sign_lines(table: SourceTable) -> Iterator[FlowLine]:
    """Recipients stand in the column that says "Nơi nhận", the signature in the other."""
    column = next(
        (
            index
            for row in table.rows
            for index, cell in enumerate(row)
            if any(recipients_at(line.text.plain) >= 0 for line in cell.lines)
        ),
        -1,
    )
    for row in table.rows:
        for index, cell in enumerate(row):
            role = Role.RECIPIENT if index == column else None
            for line in cell_lines(cell, role):
                yield line if index == column else replace(line, role=line.role or _signer_role(line))


def _signer_role(line: FlowLine) -> Role | None:
    if line.is_blank or is_signed_mark(line.plain):
        return None
    if line.plain.upper() == line.plain:
        return Role.SIGNER_TITLE
    return Role.SIGNER_NAME if is_person_name(line.plain) else None


def cell_lines(cell: SourceCell, role: Role | None) -> Iterator[FlowLine]:
    """The lines of a cell, with the role that their place gives them."""
    for line in cell.lines:
        yield from _lines(line, role, False)
