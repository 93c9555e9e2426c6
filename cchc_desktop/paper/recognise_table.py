"""Cells of a pasted table as rows of the appendix: which column is what, which rows are groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.task import COLUMN_HEADINGS, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.paper.inline_marks import has_marks, read_marks
from cchc_desktop.paper.pasted import PastedLine
from cchc_desktop.paper.recognise_outline import recognise_outline
from cchc_desktop.paper.source_label import Mark, split_label

_C = TaskColumn
# In the order in which they are tried: "Cơ quan phối hợp thực hiện" is not "Cơ quan thực hiện".
_HEADERS: tuple[tuple[TaskColumn, re.Pattern[str]], ...] = (
    (_C.ORDER, re.compile(r"^(s?tt|so tt|so thu tu|thu tu|#)\.?$")),
    (_C.NOTE, re.compile(r"ghi chu")),
    (_C.BUDGET, re.compile(r"kinh phi|du toan")),
    (_C.TIMING, re.compile(r"thoi gian|thoi han|thoi diem|tien do|lo trinh|han hoan thanh")),
    (_C.QUANTITY, re.compile(r"so luong")),
    (_C.LEAD, re.compile(r"chu tri|phu trach|dau moi")),
    (_C.COOPERATION, re.compile(r"phoi hop")),
    (
        _C.LEAD,
        re.compile(r"(co quan|don vi|bo phan|nguoi|to chuc|ca nhan).*thuc hien|^(co quan|don vi|bo phan)$"),
    ),
    (_C.PRODUCT, re.compile(r"san pham|ket qua|dau ra")),
    (_C.CONTENT, re.compile(r"noi dung|nhiem vu|hoat dong|cong viec|viec lam")),
    (_C.TARGET, re.compile(r"chi tieu")),
    (_C.CONTENT, re.compile(r"muc tieu")),
)
_AGENCY = re.compile(
    r"\b(ubnd|hdnd|uy ban|phong|van phong|trung tam|dai truyen thanh|to cong nghe|cong an|tram|truong|cac co quan|"
    r"don vi|doan|hoi|mttq|so|ban chi dao|cong chuc|thon|khu pho|to dan pho)\b"
)
_TIMING = re.compile(
    r"thuong xuyen|quy (i|1|2|3|4)|thang \d|\d{1,2}/\d{4}|hang (nam|thang|quy|tuan)|nam 20\d\d|^20\d\d$|/(tuan|thang|quy)"
    r"|6 thang|truoc ngay|khi co|ca nam"
)
_DITTO = re.compile(r"^[-–\s]*(nt|//|\"|như trên)[-–\s]*$", re.IGNORECASE)
_ORDER_CELL = re.compile(r"^\(?[\d.]{0,8}[.)]?$")
_LONGEST_GROUP = 200


def recognise_columns(header: Sequence[RichText | str]) -> list[TaskColumn | None]:
    """What each heading names, None for one that is not understood or names what an earlier one named."""
    found: list[TaskColumn | None] = []
    for cell in header:
        kind = _heading_kind(_plain(cell))
        found.append(None if kind in found else kind)
    if _C.CONTENT not in found and _C.TARGET in found:  # "Chỉ tiêu" heads the main column of some tables
        found[found.index(_C.TARGET)] = _C.CONTENT
    return found


def is_header(row: Sequence[RichText | str]) -> bool:
    """Whether a row is a header: it names the content, at least one more column, and most of its cells are short names."""
    kinds = recognise_columns(row)
    known = [kind for kind in kinds if kind is not None]
    filled = [_plain(cell) for cell in row if _plain(cell)]
    return _C.CONTENT in known and len(known) >= 2 and all(len(text) <= 60 for text in filled)


def guess_columns(rows: Sequence[Sequence[RichText | str]]) -> list[TaskColumn | None]:
    """What each column of a table without a header holds, judged by what stands in it."""
    width = max(map(len, rows), default=0)
    columns = [[_plain(row[index]) for row in rows if index < len(row)] for index in range(width)]
    found: list[TaskColumn | None] = [None] * width
    if width > 1 and columns[0] and all(_is_order(text) for text in columns[0]):
        found[0] = _C.ORDER
    open_columns = [index for index in range(width) if found[index] is None]
    if not open_columns:
        return found
    content = max(open_columns, key=lambda index: sum(map(len, columns[index])))
    found[content] = _C.CONTENT
    agencies = iter((_C.LEAD, _C.COOPERATION))
    for index in range(content + 1, width):
        if _share(columns[index], _TIMING) >= 0.5 and _C.TIMING not in found:
            found[index] = _C.TIMING
        elif _share(columns[index], _AGENCY) >= 0.5:
            found[index] = next(agencies, None)
    rest = iter((_C.NOTE,) if _C.TIMING in found else (_C.PRODUCT, _C.NOTE))
    for index in range(content + 1, width):
        if found[index] is None and any(columns[index]):
            found[index] = next(rest, None)
    return found


def rows_to_tasks(
    cells: Sequence[Sequence[RichText | str]], columns: Sequence[TaskColumn | None]
) -> tuple[TaskRow, ...]:
    """Tasks and groups; numbers of the source, empty rows and repeated headers are left out.

    Text in a column that is not understood goes to the note, so that none is lost.
    """
    return tuple(_rows(cells, columns))


def tasks_from_table(cells: Sequence[Sequence[RichText | str]]) -> tuple[TaskRow, ...]:
    """As :func:`rows_to_tasks` for a table with or without a header."""
    for index, row in enumerate(cells[:4]):  # a title may stand above the header
        if is_header(row):
            return rows_to_tasks(cells[index + 1 :], recognise_columns(row))
    return rows_to_tasks(cells, guess_columns(cells))


def ditto_notes(rows: Sequence[TaskRow]) -> tuple[str, ...]:
    """A sentence for each cell that only says "as above": it is kept as written, and means nothing once rows move."""
    found: list[str] = []
    for row in rows:
        if not isinstance(row, Task):
            continue
        for kind in (_C.PRODUCT, _C.LEAD, _C.COOPERATION, _C.TIMING, _C.NOTE):
            text = row.cell(kind).plain
            if _DITTO.match(text):
                found.append(
                    f"Nhiệm vụ “{_short(row.title)}”: ô {COLUMN_HEADINGS[kind]} chỉ ghi “{text.strip()}” (như trên), "
                    "nên ghi lại đầy đủ."
                )
    return tuple(found)


def _rows(
    cells: Sequence[Sequence[RichText | str]], columns: Sequence[TaskColumn | None]
) -> Iterator[TaskRow]:
    numbered = _C.ORDER in columns
    for row in cells:
        rich = [_rich(cell) for cell in row]
        if not any(rich) or is_header(rich):
            continue
        if _is_column_numbers(rich):
            continue
        group = _group(rich, columns, numbered)
        yield group if group is not None else _task(rich, columns)


def _heading_kind(heading: str) -> TaskColumn | None:
    folded = " ".join(fold(heading).split())
    return next((kind for kind, pattern in _HEADERS if folded and pattern.search(folded)), None)


def _group(row: list[RichText], columns: Sequence[TaskColumn | None], numbered: bool) -> TaskGroup | None:
    filled = [index for index, cell in enumerate(row) if cell]
    order = next((index for index, kind in enumerate(columns) if kind is _C.ORDER), None)
    number = row[order].plain if order is not None and order < len(row) else ""
    texts = [index for index in filled if index != order]
    if not texts and _is_order(number):
        return None  # a task that has its number and nothing else yet
    if not texts and number:  # merged over the whole row: everything stands in the first cell
        texts, number = filled, ""
    if len(texts) != 1 or len(row) < 2:
        return None
    text = row[texts[0]]
    if "\n" in text.plain or not 0 < len(text.plain) <= _LONGEST_GROUP:
        return None
    written = f"{number.rstrip('.) ')}. " if number else ""
    label, title = split_label(RichText.of(written) + text)
    if label is not None and label.mark in (Mark.ROMAN, Mark.CAPITAL):
        return TaskGroup(title.plain)
    if number:
        return None
    bold = all(run.bold for run in text if run.text.strip())
    capitals = text.plain.upper() == text.plain
    if bold or capitals or (numbered and label is None and text.plain[-1] not in ".;,"):
        return TaskGroup(text.plain)
    return None


def _task(row: list[RichText], columns: Sequence[TaskColumn | None]) -> Task:
    task = Task()
    extra: list[RichText] = []
    for index, cell in enumerate(row):
        kind = columns[index] if index < len(columns) else None
        match kind:
            case _C.ORDER:
                if not _is_order(cell.plain):
                    extra.append(cell)
            case _C.CONTENT:
                task = task.with_content(cell_content(cell))
            case None:
                if cell:
                    extra.append(cell)
            case _:
                task = task.with_cell(kind, cell)
    for text in extra:
        note = task.cell(_C.NOTE)
        task = task.with_cell(_C.NOTE, note + "\n" + text if note else text)
    return task


def cell_content(cell: RichText) -> Outline:
    """The content of a task from the text of a cell: bullets and numbers become items."""
    if "\n" not in cell.plain and split_label(cell)[0] is None:
        return recognise_outline((PastedLine(cell),), headings=False).leading
    lines = tuple(PastedLine(line) for line in cell.lines())
    return recognise_outline(lines, headings=False).as_one_outline()


def _rich(cell: RichText | str) -> RichText:
    text = cell if isinstance(cell, RichText) else RichText.of(cell)
    if has_marks(text.plain) and not text.is_emphasised:
        text = read_marks(text.plain)
    lines = [line.strip() for line in text.lines()]
    found = EMPTY
    for line in lines:
        if line:
            found = found + "\n" + line if found else line
    return found


def _plain(cell: RichText | str) -> str:
    return " ".join((cell.plain if isinstance(cell, RichText) else cell).split())


def _is_order(text: str) -> bool:
    return not text or bool(_ORDER_CELL.match(text)) or bool(re.match(r"^[IVX]{1,5}[.)]?$", text))


def _is_column_numbers(row: list[RichText]) -> bool:
    """Whether the row under a header only counts the columns: "(1) (2) (3)"."""
    texts = [cell.plain.strip("() ") for cell in row if cell]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    filled = [text for text in texts if text]
    return sum(bool(pattern.search(fold(text))) for text in filled) / len(filled) if filled else 0.0


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
