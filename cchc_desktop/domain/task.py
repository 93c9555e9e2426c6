"""The appendix: tasks, group rows, and the columns its table shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from cchc_desktop.domain.outline import Outline, OutlineItem
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import new_id


class TaskColumn(Enum):
    """What a column of the task table is about (the value is its key in the file)."""

    ORDER = "order"
    CONTENT = "content"
    PRODUCT = "product"
    QUANTITY = "quantity"
    LEAD = "lead"
    COOPERATION = "cooperation"
    TIMING = "timing"
    TARGET = "target"
    BUDGET = "budget"
    NOTE = "note"


COLUMN_HEADINGS: dict[TaskColumn, str] = {
    TaskColumn.ORDER: "TT",
    TaskColumn.CONTENT: "Nội dung, nhiệm vụ",
    TaskColumn.PRODUCT: "Sản phẩm",
    TaskColumn.QUANTITY: "Số lượng",
    TaskColumn.LEAD: "Cơ quan chủ trì",
    TaskColumn.COOPERATION: "Cơ quan phối hợp",
    TaskColumn.TIMING: "Thời gian thực hiện",
    TaskColumn.TARGET: "Chỉ tiêu liên quan",
    TaskColumn.BUDGET: "Kinh phí",
    TaskColumn.NOTE: "Ghi chú",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column the table shows, with the heading this plan gives it."""

    kind: TaskColumn
    heading: str


def columns(*kinds: TaskColumn, **headings: str) -> tuple[Column, ...]:
    """Columns with their usual headings; ``product="Kết quả"`` changes one."""
    return tuple(Column(kind, headings.get(kind.value, COLUMN_HEADINGS[kind])) for kind in kinds)


_C = TaskColumn
# Appendix variants of real plans (A, B, C: seen; G: with quantity and budget).
VARIANTS: dict[str, tuple[Column, ...]] = {
    "A": columns(_C.ORDER, _C.CONTENT, _C.LEAD, _C.COOPERATION, _C.TIMING, _C.NOTE),
    "B": columns(
        _C.ORDER,
        _C.CONTENT,
        _C.LEAD,
        _C.COOPERATION,
        _C.PRODUCT,
        _C.TIMING,
        content="Tên nhiệm vụ",
        product="Kết quả",
        timing="Thời gian hoàn thành",
    ),
    "C": columns(
        _C.ORDER,
        _C.CONTENT,
        _C.LEAD,
        _C.COOPERATION,
        _C.PRODUCT,
        _C.TARGET,
        order="STT",
        content="Nội dung nhiệm vụ",
        lead="Đơn vị chủ trì",
        cooperation="Đơn vị phối hợp",
        product="Sản phẩm/kết quả",
    ),
    "G": columns(
        _C.ORDER,
        _C.CONTENT,
        _C.PRODUCT,
        _C.QUANTITY,
        _C.TIMING,
        _C.LEAD,
        _C.COOPERATION,
        _C.BUDGET,
        _C.NOTE,
        content="Nội dung/Nhiệm vụ",
        timing="Thời gian",
        lead="Chủ trì",
        cooperation="Phối hợp",
        budget="Kinh phí (đồng)",
    ),
}


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the appendix. What people wrote is kept to the letter; what it means is derived from it.

    Timing: ``domain.timing.understand``. Agencies: ``domain.agency.split_agencies``. Budget: ``domain.money.parse_money``.
    """

    content: Outline = ()
    product: RichText = EMPTY
    quantity: RichText = EMPTY
    lead: RichText = EMPTY
    cooperation: RichText = EMPTY
    timing: RichText = EMPTY
    target: RichText = EMPTY
    budget: RichText = EMPTY
    note: RichText = EMPTY
    id: str = field(default_factory=new_id)

    def cell(self, column: TaskColumn) -> RichText:
        """The text of a column other than ORDER and CONTENT."""
        value: RichText = getattr(self, column.value)
        return value

    def with_cell(self, column: TaskColumn, value: RichText) -> Task:
        """This task with another text in a column other than ORDER and CONTENT."""
        if column in (TaskColumn.ORDER, TaskColumn.CONTENT):
            raise ValueError(column)
        changes: dict[str, Any] = {column.value: value}
        return replace(self, **changes)

    def with_content(self, content: tuple[OutlineItem, ...]) -> Task:
        """This task with other content."""
        return replace(self, content=content)

    @property
    def title(self) -> str:
        """The content on one line, for lists and messages."""
        return " ".join(one.content.plain for one in self.content)


CELL_COLUMNS: tuple[TaskColumn, ...] = tuple(
    column for column in TaskColumn if column not in (TaskColumn.ORDER, TaskColumn.CONTENT)
)


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A row over the whole table that opens a group of tasks; labelled I., II., … when printed."""

    title: str
    id: str = field(default_factory=new_id)


TaskRow = Task | TaskGroup


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table of tasks behind the plan, with its own title, columns and page numbers.

    ``text`` stands between the title and the table, ``rows`` may be empty (an appendix of text only).
    ``restart_order`` numbers the tasks from 1 in each group instead of through the whole table.
    """

    title: str
    columns: tuple[Column, ...] = VARIANTS["A"]
    rows: tuple[TaskRow, ...] = ()
    text: Outline = ()
    restart_order: bool = False
    id: str = field(default_factory=new_id)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The rows that are tasks."""
        return tuple(row for row in self.rows if isinstance(row, Task))
