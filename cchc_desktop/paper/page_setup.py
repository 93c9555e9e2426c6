"""Paper, margins, type sizes and spacing that every format shares (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I).

Lengths are millimetres, type sizes points. Where the decree leaves a range, one value is chosen here for all papers.
"""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.domain.task import Column, TaskColumn

FONT = "Times New Roman"

# Size pairing 13/14/14 of the decree's ranges.
SIZE_NATIONAL_NAME = 13.0  # Quốc hiệu (12-13)
SIZE_NATIONAL_MOTTO = 14.0  # Tiêu ngữ (13-14)
SIZE_BODY_NAME = 13.0  # tên cơ quan (12-13)
SIZE_NUMBER = 13.0  # số, ký hiệu (13)
SIZE_PLACE_DATE = 14.0  # địa danh, thời gian (13-14)
SIZE_TEXT = 14.0  # tên loại, trích yếu, nội dung, chữ ký, số trang (13-14)
SIZE_RECIPIENTS_LABEL = 12.0
SIZE_RECIPIENTS = 11.0
SIZE_TABLE = 12.0  # not settled by the decree; practice 11-13

FIRST_LINE_INDENT = 12.7
SPACE_AFTER = 6.0  # points
LINE_SPACING = 1.0

# Space in points around what stands above and below the running text.
SPACE_ABOVE_NUMBER = 6.0
SPACE_ABOVE_KIND = 18.0
RULE_GAP = 3.0  # between a text and the line under it
RULE_HEIGHT = 3.0  # of the line and the air under it
SPACE_BELOW_RULE = 9.0  # of the short lines; the one under Tiêu ngữ has none
SPACE_ABOVE_AUTHORITY = 3.0
SPACE_ABOVE_RESOLUTION = 6.0
SPACE_BELOW_AUTHORITY = 9.0  # and below "QUYẾT ĐỊNH:"
SIGNING_ROOM = 80.0  # five lines
CELL_SPACE = 2.0  # above and below each paragraph in a cell of the task table
HEADER_DISTANCE = 10.0


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A page: width and height as it lies, and its margins."""

    width: float
    height: float
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


PORTRAIT = PageSetup(210.0, 297.0)
LANDSCAPE = PageSetup(297.0, 210.0)

# Left (cơ quan) and right (Quốc hiệu) share of the letterhead; Quốc hiệu at 13 pt bold is 96 mm and stays on one line.
LETTERHEAD_SHARES = (0.40, 0.60)
SIGNATURE_SHARES = (0.5, 0.5)

# Names of agencies are long and cooperation names several: narrower, that column alone would set the height of the rows.
_WEIGHTS: dict[TaskColumn, float] = {
    TaskColumn.ORDER: 1.2,
    TaskColumn.CONTENT: 7.2,
    TaskColumn.PRODUCT: 4.3,
    TaskColumn.QUANTITY: 2.0,
    TaskColumn.LEAD: 4.85,
    TaskColumn.COOPERATION: 5.8,
    TaskColumn.TIMING: 2.6,
    TaskColumn.TARGET: 3.5,
    TaskColumn.BUDGET: 3.2,
    TaskColumn.NOTE: 2.6,
}


# Of a landscape table 12.6 mm: "STT" in bold and "5000" stay on one line.
_LEAST_ORDER_SHARE = 0.05


def column_shares(columns: tuple[Column, ...]) -> tuple[float, ...]:
    """The share of the table's width each column gets; the shares sum to 1."""
    weights = [_WEIGHTS[column.kind] for column in columns]
    others = sum(_WEIGHTS[column.kind] for column in columns if column.kind is not TaskColumn.ORDER)
    least = others * _LEAST_ORDER_SHARE / (1 - _LEAST_ORDER_SHARE)
    weights = [
        max(weight, least) if column.kind is TaskColumn.ORDER else weight
        for column, weight in zip(columns, weights, strict=True)
    ]
    total = sum(weights) or 1.0
    return tuple(weight / total for weight in weights)
