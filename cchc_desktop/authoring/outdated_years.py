"""Years left from an earlier plan: bases that are plans of an earlier year, texts and times of years gone by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.authoring.adapt_places import cited_spans, quoted_spans, stage_spans
from cchc_desktop.authoring.places import OPENING, outline_at
from cchc_desktop.authoring.plan_texts import plan_texts
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import Plan

_YEAR = re.compile(r"(?<![\w:.])20\d\d(?![\w/])")
# Words that make an earlier year no mistake: a day, a beginning, a comparison, the name of a law.
_MEANT = re.compile(
    r"(?:\b(?:từ|so với|sau|trước|đến|hết|tới|khóa|nhiệm kỳ|kỳ họp|sửa đổi|bổ sung|và|các)\s+(?:năm\s+)?|\d\s*[/.-]\s*"
    r"|tháng\s+\d+\s*(?:năm\s+|[/.-]\s*)|\b(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\b[^.;]{0,120})$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\bnăm\s+(20\d\d)(?!\w)(?!\s*(?:[-–—]|đến)\s*(?:năm\s+)?20)", re.IGNORECASE)
_YEAR_PLAN = re.compile(r"\b(?:kế hoạch|chương trình công tác|nhiệm vụ)\b", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:kết quả|công bố|đánh giá|tổng kết|sơ kết|báo cáo|xếp loại|xếp hạng|khắc phục|Luật)\b[^;]{0,80}$"
    r"|\b(?:từ|đến|hết|so với|sau|tháng\s+\d+)\s*$",
    re.IGNORECASE,
)
_LATE_IN_YEAR = re.compile(r"(?:\b1[012]\s*/|tháng\s+1[012]\b|quý\s+iv\b|cuối năm|từ )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutdatedYear:
    """A place that names a year gone by; ``sentence`` says so."""

    step: Step
    sentence: str
    source: str


def outdated_years(plan: Plan) -> Iterator[OutdatedYear]:
    """Places that look as if they had been forgotten when the plan was made from one of an earlier year."""
    first = plan.period.first_year
    opening = {one.id for one in outline_at(plan, OPENING)} | {one.id for one in plan.opening.bases}
    timings = {task.id: task.timing.plain for task in plan.tasks}
    for one in plan_texts(plan):
        if one.source in opening:
            year = year_of_old_plan(one.text, first)
            if year:
                said = f"là kế hoạch của năm {year}, còn kế hoạch này {plan.period.phrase}: thay bằng văn bản mới."
                yield OutdatedYear(one.step, f"{one.where} {said}", one.source)
            continue
        year = past_timing(timings.get(one.source, ""), first) or forgotten_year(one.text, first)
        if year:
            said = f"còn nêu năm {year}, trong khi kế hoạch này {plan.period.phrase}."
            yield OutdatedYear(one.step, f"{one.where} {said}", one.source)


@lru_cache(maxsize=4_000)
def year_of_old_plan(basis: str, first_year: int) -> int:
    """The earlier year of which a basis is the plan; 0 when it is none."""
    closed = [*quoted_spans(basis), *stage_spans(basis)]
    for match in _OF_YEAR.finditer(basis):
        part = basis[: match.start()].rpartition(";")[2]
        year = int(match[1])
        if year >= first_year or not _YEAR_PLAN.search(part) or _LOOKS_BACK.search(part):
            continue
        if not any(start <= match.start(1) < end for start, end in closed):
            return year
    return 0


@lru_cache(maxsize=20_000)
def forgotten_year(text: str, first_year: int) -> int:
    """A year before the plan's last one that a text names as if it were of now; 0 when there is none."""
    if "20" not in text:
        return 0
    closed = [*cited_spans(text), *quoted_spans(text), *stage_spans(text)]
    for match in _YEAR.finditer(text):
        if int(match[0]) >= first_year - 1 or _MEANT.search(text[: match.start()]):
            continue
        if not any(start <= match.start() < end for start, end in closed):
            return int(match[0])
    return 0


@lru_cache(maxsize=4_000)
def past_timing(timing: str, first_year: int) -> int:
    """The year before the plan in which a task would have to be done; 0 when none. Its last months may prepare a plan."""
    years = [int(one) for one in re.findall(r"(?<!\d)20\d\d(?!\d)", timing)]
    if not years or max(years) >= first_year:
        return 0
    return 0 if max(years) == first_year - 1 and _LATE_IN_YEAR.search(timing) else max(years)
