"""A dossier that uses every field of the domain at least once, in all three forms of issue."""

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function
from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.library import EntryKind, LibraryEntry
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
from cchc_desktop.domain.profile import OfficeProfile, Signer, default_profile
from cchc_desktop.domain.reform import Area, Channel
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
        profile=_profile(),
        bases=_bases(),
        library=_library(),
        hidden=("md-hieu-dung-cchc", "nv-ban-hanh-ke-hoach"),
    )


def _profile() -> OfficeProfile:
    usual = default_profile(OFFICE)
    own = Agency('Tổ tuyên truyền "lưu động"', "TTLĐ", AgencySide.UBND, head="Tổ trưởng")
    renamed = replace(
        usual.agencies[0],
        name="Phòng Văn hóa và Xã hội",
        former_names=("Phòng Văn hóa - Xã hội", *usual.agencies[0].former_names),
    )
    return replace(
        usual,
        letterhead=Letterhead(OFFICE.letterhead_body, "UBND TỈNH HÀ TĨNH"),
        place="Vũng Áng, Hà Tĩnh",
        agencies=(own, renamed, *usual.agencies[1:]),
        settlement="khối phố",
        recipients=(*usual.recipients, Recipient("Cổng thông tin điện tử tỉnh", "để đăng tải")),
        signers=(*usual.signers, Signer("Lê Văn Đức", "QUYỀN CHỦ TỊCH", Capacity.ACTING)),
        plan_symbol="KH-UBND-VHXH",
        decision_symbol="QĐ-CTUBND",
        archive="VT, VHXH (02b)",
    )


def _bases() -> tuple[LegalDocument, ...]:
    cited = Citation(
        *("Kế hoạch", "125", "KH-UBND", date(2026, 1, 9)),
        *("Ủy ban nhân dân tỉnh Hà Tĩnh", "về cải cách hành chính nhà nước năm 2026"),
    )
    own = LegalDocument(
        cited, date(2026, 1, 9), date(2027, 1, 1), subjects=("kế hoạch tỉnh",), note="Bản “mềm” ở Zalo"
    )
    update = LegalDocument(
        Citation("Nghị định", "118", "2025/NĐ-CP", date(2025, 6, 9), "Chính phủ", "về một cửa"),
        replaced_by=(own.id,),
        amended_by=("nd-367-2025",),
        checked_on=date(2026, 11, 21),
        is_certain=False,
        origin=Origin.UPDATE,
        id="nd-118-2025",
    )
    return own, update


def _library() -> tuple[LibraryEntry, ...]:
    styled = RichText.of("Đạt ") + RichText.of("{nam}", bold=True) + RichText.of(" tin", italic=True)
    return (
        LibraryEntry(
            EntryKind.DUTY,
            (item(Level.ARABIC, heading="{vhxh}"), item(Level.DASH, styled)),
            area=Area.PROCEDURES,
            channel=Channel.RADIO,
            agency=Function.CULTURE,
            tasks=("nv-ban-hanh-ke-hoach",),
            subjects=("trách nhiệm", "tin, bài"),
            only_for=("Phường", "Đặc khu"),
            is_own=True,
        ),
        LibraryEntry(
            EntryKind.TASK,
            task=_appendix(0).tasks[0],
            area=Area.DIRECTION,
            criterion="Ban hành kế hoạch tuyên truyền CCHC",
            is_own=True,
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
