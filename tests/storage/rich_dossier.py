"""A dossier that uses every field of the domain at least once, in all three forms of issue."""

from dataclasses import replace

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import Level, item, paragraph
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
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup
from cchc_desktop.domain.vietnamese import new_id

OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")


def rich_dossier() -> Dossier:
    """A plan, a decision with the plan inside and one with the plan attached."""
    return Dossier(
        OFFICE,
        (
            _plan(IssueForm.PLAN, Period.of(2026), 2),
            _plan(IssueForm.DECISION_DIRECT, Period(2022, 2025), 1),
            _plan(IssueForm.DECISION_ATTACHED, Period.of(2025), 0),
        ),
    )


def _plan(form: IssueForm, period: Period, appendices: int) -> Plan:
    return Plan(
        form=form,
        period=period,
        letterhead=Letterhead(OFFICE.letterhead_body, "UBND TỈNH HÀ TĨNH"),
        symbol="KH-UBND",
        place="Vũng Áng",
        date=PartialDate(5, 2, 2026) if appendices else PartialDate(None, None, 2026),
        title="Tuyên truyền cải cách hành chính\nnhà nước “năm 2026”",
        issuer="Ủy ban nhân dân phường Vũng Áng",
        number="15" if appendices else "",
        opening=Opening(
            (
                LegalBasis(RichText.of("Căn cứ Luật Tổ chức chính quyền địa phương")),
                LegalBasis(RichText.of("Căn cứ Nghị quyết số 76/NQ-CP", italic=True)),
            ),
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
            (paragraph("Ủy ban nhân dân phường ban hành Kế hoạch như sau:"),),
        ),
        decision=_decision() if form.is_decision else None,
        sections=_sections(),
        closing=(paragraph("Trên đây là Kế hoạch của phường"),),
        recipients=Recipients(
            (Recipient("Sở Nội vụ tỉnh", "để b/c"), Recipient("Các tổ dân phố")), "VT, VHXH"
        ),
        signature=Signature("CHỦ TỊCH", "ỦY BAN NHÂN DÂN", Capacity.DEPUTY, "PHÓ CHỦ TỊCH", "Lê Văn Đức"),
        appendices=tuple(_appendix(number) for number in range(appendices)),
    )


def _decision() -> Decision:
    articles = (
        Article(
            RichText.of("Ban hành kế hoạch"),
            RichText.of("Điều chung", bold=True),
            (item(Level.DASH, "Một ý"),),
        ),
        Article(RichText.of("Quyết định này có hiệu lực kể từ ngày ký")),
    )
    return Decision("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG", articles, "Kế hoạch kèm theo")


def _sections() -> tuple[Section, ...]:
    styled = (
        RichText.of("Đạt ") + RichText.of("100%", bold=True) + RichText.of(" hồ sơ", bold=True, italic=True)
    )
    return (
        Section((SectionRole.PURPOSE,), "Mục đích, yêu cầu", (item(Level.ARABIC, heading="Mục đích"),)),
        Section(
            (SectionRole.TARGETS, SectionRole.CONTENT),
            "Chỉ tiêu",
            (
                item(Level.ARABIC, styled, heading=RichText.of("Cải cách thể chế", italic=True)),
                item(Level.DECIMAL, "R&D <b> = 1/2; 'trích' \"dẫn\""),
                item(Level.SUBDECIMAL, "đường dây nóng"),
                item(Level.LETTER, "ơ ư ă â đ"),
                item(Level.PLUS, ""),
            ),
        ),
        Section((SectionRole.BUDGET,), "Kinh phí"),
    )


def _appendix(number: int) -> Appendix:
    task = Task(
        content=(paragraph("Xây dựng chuyên mục"), item(Level.DASH, "24 tin, bài")),
        product=RichText.of("Chuyên mục\nTin bài"),
        quantity=RichText.of("24"),
        lead=RichText.of("Phòng Văn hóa - Xã hội"),
        cooperation=RichText.of("Đài truyền thanh; Văn phòng"),
        timing=RichText.of("Quý I/2026", italic=True),
        target=RichText.of("Mục II.1"),
        budget=RichText.of("15.000.000"),
        note=RichText.of("=1+1"),
    )
    return Appendix(
        f"Danh mục nhiệm vụ {number}",
        VARIANTS["G" if number else "B"],
        (TaskGroup("Tuyên truyền trên Đài"), task, replace(task, id=new_id(), content=())),
        (paragraph("Các nhiệm vụ chính"),),
        restart_order=bool(number),
    )
