"""A plan with everything a paper can hold: all levels, runs, long cells, group rows, two pages of tasks."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import Level, Outline, item, paragraph
from cchc_desktop.domain.plan import (
    Article,
    Capacity,
    Decision,
    IssueForm,
    LegalBasis,
    Letterhead,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Section,
    SectionRole,
    Signature,
)
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup, TaskRow

MARKUP = "R&D <b> {{x}} {% if %} {_{ y }_} {# # } 100% “trích” ' \""


def rich_plan(form: IssueForm = IssueForm.PLAN) -> Plan:
    """The plan, issued in the given form."""
    plan = Plan(
        form=IssueForm.PLAN,
        period=Period.of(2026),
        letterhead=Letterhead(
            ("ỦY BAN NHÂN DÂN", "XÃ AN THỚI ĐÔNG"), "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"
        ),
        symbol="KH-UBND",
        place="An Thới Đông",
        date=PartialDate(5, 2, 2026),
        title="Thông tin, tuyên truyền công tác cải cách hành chính nhà nước năm 2026\ntrên địa bàn xã An Thới Đông",
        issuer="Ủy ban nhân dân xã An Thới Đông",
        number="7",
        opening=Opening(
            tuple(
                LegalBasis(RichText.of(text))
                for text in (
                    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
                    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về cải cách hành chính",
                )
            ),
            paragraphs=(paragraph("Ủy ban nhân dân xã ban hành Kế hoạch với những nội dung sau:"),),
        ),
        sections=_sections(),
        closing=(paragraph("Trên đây là Kế hoạch của Ủy ban nhân dân xã, đề nghị các đơn vị thực hiện."),),
        recipients=Recipients(
            (
                Recipient("UBND Thành phố", "để b/c"),
                Recipient("Sở Nội vụ"),
                Recipient("Các cơ quan, đơn vị thuộc xã"),
            ),
            "VT, VHXH",
        ),
        signature=Signature("CHỦ TỊCH", "ỦY BAN NHÂN DÂN", Capacity.DEPUTY, "PHÓ CHỦ TỊCH", "Đỗ Văn Ước"),
        appendices=(Appendix("Danh mục nhiệm vụ tuyên truyền\nnăm 2026", VARIANTS["G"], _rows()),),
    )
    match form:
        case IssueForm.PLAN:
            return plan
        case IssueForm.DECISION_DIRECT:
            return replace(plan, form=form, symbol="QĐ-UBND", decision=Decision(_AUTHORITY, _articles()))
        case IssueForm.DECISION_ATTACHED:
            decision = Decision(
                _AUTHORITY, _articles(), "Thông tin, tuyên truyền cải cách hành chính năm 2026"
            )
            return replace(
                plan, form=form, symbol="QĐ-UBND", title="Ban hành Kế hoạch tuyên truyền", decision=decision
            )


_AUTHORITY = "ỦY BAN NHÂN DÂN XÃ AN THỚI ĐÔNG"


def _articles() -> tuple[Article, ...]:
    return (
        Article(
            RichText.of(
                "Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền cải cách hành chính năm 2026."
            )
        ),
        Article(RichText.of("Quyết định này có hiệu lực từ ngày ký"), RichText.of("Hiệu lực")),
        Article(RichText.of("Các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này")),
    )


def _sections() -> tuple[Section, ...]:
    emphasised = RichText(
        (Run("Cải cách thể chế", False, True), Run(": tuyên truyền "), Run("100%", True), Run(" văn bản."))
    )
    text = "Đẩy mạnh công tác tuyên truyền, nâng cao nhận thức của cán bộ, công chức và người dân trên địa bàn xã. "
    return (
        Section(
            (SectionRole.PURPOSE,),
            "Mục đích, yêu cầu",
            (
                item(Level.ARABIC, heading="Mục đích"),
                *(item(Level.LETTER, text * 2) for _ in range(6)),
                item(Level.ARABIC, heading="Yêu cầu"),
                item(Level.DASH, text),
                item(Level.PLUS, MARKUP),
            ),
        ),
        Section(
            (SectionRole.CONTENT,),
            "Nội dung",
            (
                item(Level.ARABIC, heading="Nội dung tuyên truyền"),
                item(Level.DECIMAL, heading="Sáu lĩnh vực"),
                item(Level.SUBDECIMAL, heading="Lĩnh vực thứ nhất"),
                item(Level.SUBDECIMAL, emphasised),
                item(Level.DECIMAL, text, "Hình thức"),
                item(Level.LETTER, heading="Cơ quan chủ trì"),
                item(Level.DASH, text * 3),
                paragraph(text * 8),
                item(Level.ARABIC, text, "Văn phòng Ủy ban"),
            ),
        ),
        Section(
            (SectionRole.ACTIVITIES,), "Nhiệm vụ", (paragraph("Chi tiết tại Phụ lục kèm theo Kế hoạch này."),)
        ),
        Section(
            (SectionRole.ORGANISATION,),
            "Tổ chức thực hiện",
            tuple(item(Level.ARABIC, text * 4) for _ in range(6)),
        ),
    )


def _rows() -> tuple[TaskRow, ...]:
    rows: list[TaskRow] = []
    for number in range(1, 26):
        if number % 9 == 1:
            rows.append(TaskGroup(f"Nhóm nhiệm vụ về lĩnh vực thứ {number // 9 + 1}"))
        content: Outline = (
            paragraph(f"Xây dựng chuyên mục tuyên truyền cải cách hành chính, nội dung {number}"),
        )
        if number % 5 == 0:
            content = (
                *content,
                item(Level.DASH, "Đăng tải văn bản mới;"),
                item(Level.DASH, "Phát thanh 02 lần/tuần."),
            )
        rows.append(
            Task(
                content,
                product=RichText.of("Tin, bài\nPhóng sự") if number % 4 else EMPTY,
                quantity=RichText.of(f"{number:02d}"),
                lead=RichText.of("Phòng Văn hóa - Xã hội"),
                cooperation=RichText.of("Các cơ quan, đơn vị liên quan; Tổ công nghệ số cộng đồng"),
                timing=RichText.of("Quý I/2026"),
                budget=RichText.of("5.000.000"),
                note=RichText.of(MARKUP) if number == 3 else EMPTY,
            )
        )
    return tuple(rows)
