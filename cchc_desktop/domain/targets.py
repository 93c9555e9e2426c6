"""Targets inside sentences: "đạt trên 90%", "24 mô hình", "ít nhất 02 tin, bài/tháng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Task
from cchc_desktop.domain.vietnamese import clean, fold

# What such plans count (units of reports and plans); a number before any other word is no target ("mức độ 3", "Đề án 06").
_THINGS = (
    "tin bài|tin|bài viết|bài|phóng sự|chuyên trang|chuyên mục|chuyên đề|bản tin|video clip|clip|video|infographic"
    "|chương trình phát thanh|chương trình|lượt người|lượt xem|lượt tiếp cận|lượt phát sóng|lượt|buổi phát thanh|buổi"
    "|hội nghị|hội thảo|tọa đàm|đối thoại|lớp tập huấn|lớp|đợt|cuộc thi|cuộc họp|cuộc|lần|kỳ|số"
    "|pano|pa nô|áp phích|băng rôn|khẩu hiệu|tờ rơi|tờ gấp|cẩm nang|sổ tay|bảng tin|màn hình led|màn hình|cụm loa|cụm pano|cụm"
    "|mô hình|sáng kiến|giải pháp|cách làm hay|tổ công nghệ số cộng đồng|tổ|fanpage|trang zalo|tài khoản|nhóm zalo"
    "|thủ tục hành chính|thủ tục|tthc|hồ sơ|văn bản|báo cáo|kế hoạch|nhiệm vụ|người dân|người|thành viên|học sinh"
    "|cán bộ|công chức|doanh nghiệp|hộ gia đình|hộ|thôn|tổ dân phố|đơn vị|cơ quan|điểm|bộ|bản|cái|tấm|triệu đồng|đồng"
    "|sản phẩm|tài liệu|câu hỏi|giải|hội thi|tác phẩm"
)
_PERIODS = "ngày|tuần|tháng|quý|năm|6 tháng|lần|thôn|đơn vị|người"
_COMPARISON = (
    "đạt tối thiểu|tối thiểu|đạt ít nhất|ít nhất|đạt trên|trên|không dưới|không thấp hơn|không ít hơn|hơn|từ"
    "|không quá|không vượt quá|tối đa|dưới|khoảng|đạt|phấn đấu|bình quân|đúng|đủ"
)
_TARGET = re.compile(
    rf"(?:(?<!\w)(?P<comparison>{_COMPARISON})\s+(?:đạt\s+)?)?"
    rf"(?<![\w/.,-])(?P<number>\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d+(?:,\d+)?)"
    rf"(?:\s*(?P<percent>%)|\s+(?P<unit>(?:{_THINGS})(?:(?:,|/|\s+và|\s+hoặc)\s*(?:{_THINGS})(?!\w))*)(?!\w)"
    rf"(?P<rate>\s*/\s*(?:0?1\s*)?(?:{_PERIODS})(?!\w))?)"
    rf"(?P<upwards>\s+trở lên)?",
    re.IGNORECASE,
)
_AT_LEAST = ("tối thiểu", "ít nhất", "không dưới", "không thấp hơn", "không ít hơn", "từ", "đạt", "phấn đấu")
_AT_MOST = ("không quá", "không vượt quá", "tối đa")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach: ``start`` and ``end`` are its place in the sentence, comparison word and unit included.

    ``unit`` is "%" or what is counted as it is written ("tin, bài/tháng"); ``comparison`` is blank or "trên", "ít nhất", …
    """

    number: Decimal
    unit: str
    start: int
    end: int
    comparison: str = ""

    def is_met_by(self, value: Decimal | int) -> bool:
        """Whether a reached value meets the target; without a comparison word it must be reached or passed."""
        word = self.comparison.lower().removeprefix("đạt ").strip()
        if word in ("trên", "hơn"):
            return value > self.number
        if word == "dưới":
            return value < self.number
        if word in _AT_MOST:
            return value <= self.number
        return value >= self.number


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """A target of a plan with the sentence it stands in; ``source`` is the key of the item or task."""

    target: Target
    sentence: str
    source: str


def find_targets(text: str) -> tuple[Target, ...]:
    """The targets of a text in order; dates, document numbers and numbers of unknown things are none."""
    return tuple(_target(match) for match in _TARGET.finditer(text))


def _target(match: re.Match[str]) -> Target:
    number = Decimal(match["number"].replace(".", "").replace(",", "."))
    unit = "%" if match["percent"] else match["unit"] + "".join((match["rate"] or "").split())
    comparison = match["comparison"] or ("từ" if match["upwards"] else "")
    return Target(number, unit, match.start(), match.end(), comparison)


def plan_targets(plan: Plan) -> tuple[PlanTarget, ...]:
    """The targets of all sections and tasks, in the order of the paper."""
    return tuple(
        PlanTarget(target, sentence, source)
        for text, source in _texts(plan)
        for sentence in _sentences(text)
        for target in find_targets(sentence)
    )


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    for section in plan.sections:
        for one in section.items:
            yield one.content.plain, one.id
    for task in plan.tasks:
        yield from ((text, task.id) for text in _task_texts(task))


def _task_texts(task: Task) -> Iterator[str]:
    yield from (one.content.plain for one in task.content)
    yield from (task.product.plain, task.quantity.plain, task.target.plain)


_SENTENCE_END = re.compile(r"(?<=[.;!?…])\s+|\n+")


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE_END.split(clean(text)) if sentence.strip()]


def same_unit(first: str, second: str) -> bool:
    """Whether two units are written alike but for marks, capitals and spaces."""
    return fold("".join(first.split())) == fold("".join(second.split()))
