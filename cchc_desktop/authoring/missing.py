"""What a plan still lacks, step by step: enough to guide the writing; the full review has its own rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cchc_desktop.authoring.basis_catalogue import basis_catalogue
from cchc_desktop.authoring.basis_matching import citations
from cchc_desktop.authoring.blanks import blanks_to_fill
from cchc_desktop.authoring.foreign_names import foreign_names
from cchc_desktop.authoring.outdated_years import outdated_years
from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.authoring.plan_bases import doubtful_bases
from cchc_desktop.authoring.step_names import Step, step_of_role
from cchc_desktop.domain.dates import Period
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.plan import Capacity, Plan, SectionRole
from cchc_desktop.domain.task import Appendix, Task, TaskColumn
from cchc_desktop.domain.timing import understand
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.errors import UserFacingError


@dataclass(frozen=True, slots=True)
class Problem:
    """Something missing or wrong; ``source`` is the key of the thing, for jumping there.

    ``is_blank``: there are dots to fill, for the cursor to be put on.
    """

    step: Step
    message: str
    source: str
    is_error: bool = False
    is_blank: bool = False


def problems(
    plan: Plan,
    bases: tuple[LegalDocument, ...] = (),
    today: date | None = None,
    office: Office | None = None,
) -> tuple[Problem, ...]:
    """What is missing or wrong, in the order of the steps.

    ``bases``: the legal documents of the dossier's own. A draft's bases must hold ``today``. ``office``: whose plan it is;
    without it names of other communes and provinces are not looked for.
    """
    found = [
        *_general(plan),
        *_opening(plan),
        *_doubtful_bases(plan, bases, today or date.today()),
        *_sections(plan),
        *_tasks(plan),
        *_signing(plan),
        *_blanks(plan),
        *_left_over(plan, office),
    ]
    return tuple(sorted(found, key=lambda problem: problem.step.value))


def _general(plan: Plan) -> Iterator[Problem]:
    letterhead, title, authority = (f"{plan.id}:{mark}" for mark in ("letterhead", "title", "authority"))
    if not plan.title.strip():
        yield Problem(Step.GENERAL, "Chưa có tên kế hoạch (trích yếu).", title, is_error=True)
    if not any(line.strip() for line in plan.letterhead.body):
        yield Problem(Step.GENERAL, "Chưa có tên cơ quan ban hành.", letterhead, is_error=True)
    if not plan.symbol.strip():
        yield Problem(Step.GENERAL, "Chưa có ký hiệu văn bản (ví dụ KH-UBND).", letterhead, is_error=True)
    if not plan.place.strip():
        yield Problem(Step.GENERAL, "Chưa có địa danh trước ngày ban hành.", letterhead)
    yield from _number_and_date(plan, letterhead)
    if plan.decision is not None:
        if not plan.decision.authority.strip():
            yield Problem(
                Step.GENERAL, "Chưa có dòng thẩm quyền ban hành quyết định.", authority, is_error=True
            )
        if not plan.decision.articles:
            yield Problem(Step.GENERAL, "Quyết định chưa có điều nào.", authority, is_error=True)
        for number, article in enumerate(plan.decision.articles, 1):
            if not article.text and not article.heading:
                yield Problem(Step.GENERAL, f"Điều {number} chưa có nội dung.", article.id)


def _number_and_date(plan: Plan, source: str) -> Iterator[Problem]:
    date = plan.date
    if date.day is not None and date.month is not None and not date.is_whole:
        message = f"Ngày {date.day}/{date.month}/{date.year} không có trong lịch."
        yield Problem(Step.GENERAL, message, source, is_error=True)
    elif bool(plan.number.strip()) != date.is_whole:
        has = "số nhưng chưa có đủ ngày, tháng" if plan.number.strip() else "ngày nhưng chưa có số"
        if plan.number.strip() or date.is_whole:
            message = f"Văn bản đã có {has}: hai thứ phải cùng có hoặc cùng để trống."
            yield Problem(Step.GENERAL, message, source, is_error=True)


def _opening(plan: Plan) -> Iterator[Problem]:
    opening = f"{plan.id}:opening"
    if not plan.opening.bases and not any(not one.is_empty for one in plan.opening.paragraphs):
        yield Problem(Step.BASES, "Chưa có căn cứ nào, cũng chưa có đoạn mở đầu.", opening)
    for basis in plan.opening.bases:
        if not basis.text.plain.strip():
            yield Problem(Step.BASES, "Có một căn cứ còn để trống.", basis.id)
    if plan.form.is_decision and not plan.opening.proposal.strip():
        yield Problem(Step.BASES, "Quyết định chưa có dòng “Theo đề nghị của …”.", f"{plan.id}:proposal")


def _doubtful_bases(plan: Plan, bases: tuple[LegalDocument, ...], today: date) -> Iterator[Problem]:
    if not any(citations(basis.text.plain) for basis in plan.opening.bases):
        return
    try:
        catalogue = basis_catalogue(bases)
    except UserFacingError as error:  # the rest of the plan can be looked through without it
        yield Problem(Step.BASES, str(error), f"{plan.id}:opening")
        return
    for one in doubtful_bases(plan, catalogue, today):
        yield Problem(Step.BASES, one.sentence, one.basis_id)


def _blanks(plan: Plan) -> Iterator[Problem]:
    for one in blanks_to_fill(plan):
        message = f"{one.where} còn chỗ trống phải điền: “{one.excerpt}”."
        yield Problem(one.step, message, one.source, is_blank=True)


_MOST_LEFT_OVER = 10


def _left_over(plan: Plan, office: Office | None) -> Iterator[Problem]:
    """What was forgotten when the plan was made from one of another year or another commune."""
    years = [Problem(one.step, one.sentence, one.source) for one in outdated_years(plan)]
    names = [] if office is None else list(foreign_names(plan, office))
    foreign = [Problem(one.text.step, one.sentence, one.text.source) for one in names]
    for found, what in ((years, "năm đã qua"), (foreign, "địa phương khác")):
        yield from found[:_MOST_LEFT_OVER]
        rest = found[_MOST_LEFT_OVER:]
        if rest:
            yield Problem(rest[0].step, f"Và {len(rest)} chỗ nữa còn nêu {what}.", rest[0].source)


_EXPECTED = (SectionRole.PURPOSE, SectionRole.CONTENT, SectionRole.ORGANISATION)


def _sections(plan: Plan) -> Iterator[Problem]:
    for role in _EXPECTED:
        present = plan.sections_for(role)
        if role is SectionRole.PURPOSE:
            present = present or plan.sections_for(SectionRole.OBJECTIVES)
        if not present:
            yield Problem(step_of_role(role), f"Chưa có mục “{role.label}”.", "")
    for section in plan.sections:
        step = step_of_role(section.role)
        name = section.title.strip() or section.role.label
        if not section.title.strip():
            yield Problem(step, f"Mục “{name}” chưa có tên.", section.id)
        if not any(not one.is_empty for one in section.items):
            yield Problem(step, f"Mục “{name}” chưa có nội dung.", section.id)
        else:
            for one in section.items:
                if one.is_empty:
                    yield Problem(step, f"Mục “{name}” có một ý còn để trống.", one.id)


def _tasks(plan: Plan) -> Iterator[Problem]:
    refers = _refers_to_appendix(plan)
    if refers and not plan.appendices:
        message = "Phần lời nhắc đến phụ lục nhưng kế hoạch chưa có phụ lục nào."
        yield Problem(Step.TASKS, message, "", is_error=True)
    if plan.appendices and not refers:
        message = "Phần lời chưa nhắc đến phụ lục (ví dụ: “Chi tiết tại Phụ lục kèm theo”)."
        yield Problem(Step.TASKS, message, plan.appendices[0].id)
    for appendix in plan.appendices:
        yield from _appendix(appendix, plan.period)


def _appendix(appendix: Appendix, period: Period) -> Iterator[Problem]:
    name = " ".join(appendix.title.split()) or "chưa đặt tên"
    if not appendix.title.strip():
        yield Problem(Step.TASKS, "Phụ lục chưa có tên.", appendix.id)
    if not appendix.tasks and not appendix.text:
        yield Problem(Step.TASKS, f"Phụ lục “{name}” chưa có nhiệm vụ nào.", appendix.id)
    shown = {column.kind for column in appendix.columns}
    for number, task in enumerate(appendix.tasks, 1):
        yield from _task(task, f"Nhiệm vụ {number}", shown, period)


def _task(task: Task, name: str, shown: set[TaskColumn], period: Period) -> Iterator[Problem]:
    if not task.title.strip():
        yield Problem(Step.TASKS, f"{name} chưa có nội dung.", task.id)
    if TaskColumn.LEAD in shown and not task.lead.plain.strip():
        yield Problem(Step.TASKS, f"{name} chưa có cơ quan chủ trì.", task.id)
    if TaskColumn.TIMING in shown:
        written = task.timing.plain.strip()
        if not written:
            yield Problem(Step.TASKS, f"{name} chưa có thời gian thực hiện.", task.id)
        elif not is_timing_understood(written, period.first_year, period.last_year):
            message = f"{name}: chưa hiểu thời gian “{written}”, nên không nhắc hạn được."
            yield Problem(Step.TASKS, message, task.id)


@lru_cache(maxsize=10_000)
def is_timing_understood(written: str, first_year: int, last_year: int) -> bool:
    """Whether the program can tell when a task so timed is due."""
    return understand(written, first_year, last_year).is_understood


def _signing(plan: Plan) -> Iterator[Problem]:
    sign = f"{plan.id}:sign"
    if not any(not one.is_empty for one in plan.closing) and not plan.form.is_decision:
        yield Problem(Step.SIGNING, "Chưa có câu kết (“Trên đây là Kế hoạch …”).", f"{plan.id}:closing")
    if not any(one.name.strip() for one in plan.recipients.names):
        yield Problem(Step.SIGNING, "Chưa có nơi nhận.", sign)
    if not plan.recipients.archive.strip():
        yield Problem(Step.SIGNING, "Dòng “Lưu:” còn để trống.", sign)
    signature = plan.signature
    if not signature.head.strip():
        yield Problem(Step.SIGNING, "Chưa có chức vụ của người đứng đầu.", sign, is_error=True)
    needs_title = signature.capacity in (Capacity.DEPUTY, Capacity.BY_ORDER, Capacity.AUTHORISED)
    if needs_title and not signature.title.strip():
        message = f"Ký “{signature.capacity.value}” phải có chức vụ của người ký."
        yield Problem(Step.SIGNING, message, sign, is_error=True)
    if not signature.name.strip():
        yield Problem(Step.SIGNING, "Chưa có họ tên người ký.", f"{plan.id}:signer")


def _refers_to_appendix(plan: Plan) -> bool:
    inside = {appendix.id for appendix in plan.appendices} | {task.id for task in plan.tasks}
    if any(_mentions(outline) for place, outline in all_outlines(plan) if place.key not in inside):
        return True
    if plan.decision is None:
        return False
    return any("phu luc" in fold(article.text.plain) for article in plan.decision.articles)


def _mentions(outline: Outline) -> bool:
    return any("phu luc" in fold(one.content.plain) for one in outline)
