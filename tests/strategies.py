"""Random plans for property tests: realistic Vietnamese, empties, long texts, all three forms of issue.

``tidy=True`` leaves out what a reader of paper cannot tell apart (text that looks like a label, stray white space, marks
at the end, a number without its zero), so that reading a composed paper back must give the very same plan.
"""

from __future__ import annotations

from hypothesis import strategies as st

from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import Level, Outline, OutlineItem
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
from cchc_desktop.domain.task import CELL_COLUMNS, VARIANTS, Appendix, Column, Task, TaskColumn, TaskGroup
from cchc_desktop.domain.vietnamese import clean, upper_first

OFFICES = (
    Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng"),
    Office(Province("79", "Hồ Chí Minh", "Thành phố"), "27673", "Xã", "An Thới Đông"),
    Office(Province("91", "An Giang", "Tỉnh"), "31078", "Đặc khu", "Phú Quốc"),
    Office(Province("46", "Huế", "Thành phố"), "19753", "Phường", "Phú Xuân"),
)

_SENTENCE = (
    "tuyên truyền cải cách hành chính nhà nước nâng cao nhận thức của cán bộ công chức viên chức người dân doanh "
    "nghiệp trên địa bàn phường đẩy mạnh đăng tải tin bài Cổng thông tin điện tử hệ thống truyền thanh cơ sở niêm "
    "yết công khai thủ tục dịch vụ công trực tuyến toàn trình chuyển đổi số Tổ công nghệ số cộng đồng pano áp phích "
    "Ủy ban nhân dân Hội đồng thường xuyên kịp thời chủ trì phối hợp hướng dẫn đôn đốc kiểm tra tổng hợp báo cáo "
    "với 24 mô hình đạt 100% và 02 tin R&D <b> dài 1/2 “sự hài lòng” (để b/c) năm 2026 quỹ ỷ ễ ợ ượ nghiêng Đề án"
)
_WORDS = tuple(_SENTENCE.split())
_FIRST_WORDS = tuple(index for index, word in enumerate(_WORDS) if word[0].isalpha())

AGENCY_NAMES = (
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Văn phòng HĐND và UBND phường",
    "Trung tâm Phục vụ hành chính công phường",
    "Đài truyền thanh phường",
    "Các cơ quan, đơn vị liên quan",
    "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường",
)

TIMINGS = (
    "Thường xuyên",
    "Quý I/2026",
    "Trước ngày 30/11/2026",
    "Mỗi tuần/1 lần",
    "Tháng 3",
    "Khi có phát sinh",
    "02 lần/tháng",
    "Theo kế hoạch",
    "",
)

SECTION_TITLES: tuple[tuple[tuple[SectionRole, ...], str], ...] = (
    ((SectionRole.PURPOSE,), "Mục đích, yêu cầu"),
    ((SectionRole.OBJECTIVES,), "Mục tiêu"),
    ((SectionRole.TARGETS,), "Mục tiêu cụ thể"),
    ((SectionRole.CONTENT,), "Nội dung tuyên truyền"),
    ((SectionRole.CONTENT, SectionRole.FORMS), "Nội dung, hình thức tuyên truyền"),
    ((SectionRole.ACTIVITIES,), "Hoạt động tuyên truyền"),
    ((SectionRole.BUDGET,), "Kinh phí thực hiện"),
    ((SectionRole.ORGANISATION,), "Tổ chức thực hiện"),
)


def phrases(min_words: int = 1, max_words: int = 12) -> st.SearchStrategy[str]:
    """Words of the field on one line, beginning with a capital, no mark at the end: nothing a reader could mistake.

    A stretch of one long ring of words: two choices instead of one a word keep the making of whole plans quick.
    """
    ring = _WORDS + _WORDS
    return st.builds(
        lambda start, size: upper_first(" ".join(ring[start : start + size])),
        st.sampled_from(_FIRST_WORDS),
        st.integers(min_words, max_words),
    )


def wild_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """One line of anything that a file can hold, after :func:`clean`."""
    return st.text(max_size=max_size).map(lambda text: clean(text).replace("\n", " "))


def long_phrases() -> st.SearchStrategy[str]:
    """A paragraph of some thousand characters."""
    return st.builds(lambda text, times: " ".join([text] * times), phrases(5, 15), st.integers(20, 60))


def texts(*, tidy: bool = False, empty: bool = True, long: bool = True) -> st.SearchStrategy[str]:
    """One line of text: mostly phrases, now and then empty, long, or anything at all."""
    kinds = [phrases()]
    if long:
        kinds.append(long_phrases())
    if not tidy:
        kinds.append(
            wild_texts() if empty else wild_texts().map(lambda text: text if text.strip() else "Khác")
        )
    if empty:
        kinds.append(st.just(""))
    return st.one_of(kinds)


def rich_texts(
    *, tidy: bool = False, empty: bool = True, lines: bool = False, long: bool = False
) -> st.SearchStrategy[RichText]:
    """Text with bold and italic runs; with ``lines`` it may hold line breaks, as cells do."""
    one = texts(tidy=tidy, empty=not tidy, long=long)
    run = st.builds(Run, one, st.booleans(), st.booleans())
    upright = one.map(RichText.of)
    mixed = st.lists(run, min_size=1, max_size=4).map(lambda runs: _joined(runs, " " if tidy else ""))
    found: st.SearchStrategy[RichText] = st.one_of(upright, upright, mixed)
    if lines:
        several = st.lists(found.map(_filled), min_size=2, max_size=3).map(_with_breaks)
        found = st.one_of(found, found, several)
    if not empty:
        return found.map(_filled)
    return st.one_of(found, found, found, st.just(EMPTY))


def _filled(text: RichText) -> RichText:
    return text if text.plain.strip() else RichText.of("Khác")


def _joined(runs: list[Run], between: str) -> RichText:
    text = EMPTY
    for run in runs:
        text = text + between + RichText((run,)) if text else RichText((run,))
    return text


def _with_breaks(lines: list[RichText]) -> RichText:
    text = lines[0]
    for line in lines[1:]:
        text = text + "\n" + line
    return text


@st.composite
def outline_items(
    draw: st.DrawFn, levels: tuple[Level, ...] = tuple(Level), tidy: bool = False, long: bool = False
) -> OutlineItem:
    """An item: text alone, heading alone, or both on one line."""
    level = draw(st.sampled_from(levels))
    kind = draw(st.sampled_from(("text", "text", "heading", "run-in") if level.is_numbered else ("text",)))
    if not tidy and kind == "text":
        kind = draw(st.sampled_from(("text", "text", "text", "run-in", "empty")))
    text = rich_texts(tidy=tidy, empty=False, long=long)
    heading = text if not tidy else phrases(1, 6).map(RichText.of)
    return OutlineItem(
        level,
        draw(heading) if kind in ("heading", "run-in") else EMPTY,
        draw(text) if kind in ("text", "run-in") else EMPTY,
    )


@st.composite
def outlines(draw: st.DrawFn, max_size: int = 8, tidy: bool = False, long: bool = False) -> Outline:
    """Items in any order of levels; ``tidy`` ones only go down to a level that may stand there."""
    size = draw(st.integers(0, max_size))
    if not tidy:
        return tuple(draw(outline_items(tidy=False, long=long)) for _ in range(size))
    found: list[OutlineItem] = []
    for _ in range(size):
        above = next((one.level for one in reversed(found) if one.level.rank), Level.PARAGRAPH)
        allowed = tuple(level for level in Level if _may_follow(level, above))
        found.append(draw(outline_items(levels=allowed, tidy=True, long=long)))
    return tuple(found)


def _may_follow(level: Level, above: Level) -> bool:
    match level:
        case Level.DECIMAL:
            return above.rank >= Level.ARABIC.rank
        case Level.SUBDECIMAL:
            return above in (Level.DECIMAL, Level.SUBDECIMAL)
        case Level.PLUS:
            return above in (Level.DASH, Level.PLUS)
        case _:
            return True


def partial_dates(year: int) -> st.SearchStrategy[PartialDate]:
    """Dates of that year, whole, without a day, or blank."""
    days = st.one_of(st.none(), st.integers(1, 28))
    months = st.one_of(st.none(), st.integers(1, 12))
    return st.builds(lambda day, month: PartialDate(day if month else None, month, year), days, months)


def periods() -> st.SearchStrategy[Period]:
    """A year, or some years."""
    return st.builds(
        lambda first, more: Period(first, first + more), st.integers(2022, 2031), st.sampled_from((0, 0, 3))
    )


def tasks(*, tidy: bool = False) -> st.SearchStrategy[Task]:
    """A task with agencies and timings as people write them, or anything."""
    cell = rich_texts(tidy=tidy, lines=True)
    agencies = st.lists(st.sampled_from(AGENCY_NAMES), max_size=3, unique=True).map("; ".join)
    agency = st.one_of(agencies.map(RichText.of), cell)
    return st.builds(
        Task,
        content=outlines(max_size=3, tidy=tidy),
        product=cell,
        quantity=st.one_of(st.just(EMPTY), st.just(RichText.of("02")), cell),
        lead=agency,
        cooperation=agency,
        timing=st.one_of(st.sampled_from(TIMINGS).map(RichText.of), cell),
        target=cell,
        budget=st.one_of(st.just(EMPTY), st.just(RichText.of("5.000.000")), cell),
        note=cell,
    )


@st.composite
def column_sets(draw: st.DrawFn) -> tuple[Column, ...]:
    """One of the usual sets of columns, or some columns with headings of their own."""
    if draw(st.booleans()):
        return VARIANTS[draw(st.sampled_from(sorted(VARIANTS)))]
    kinds = draw(st.lists(st.sampled_from(CELL_COLUMNS), max_size=6, unique=True))
    return tuple(Column(kind, draw(phrases(1, 3))) for kind in (TaskColumn.ORDER, TaskColumn.CONTENT, *kinds))


def appendices(*, tidy: bool = False, max_rows: int = 5) -> st.SearchStrategy[Appendix]:
    """A table of tasks and groups, with or without a text before it; the table may be empty."""
    group = texts(tidy=tidy, empty=not tidy, long=False).map(TaskGroup)
    rows = st.lists(st.one_of(tasks(tidy=tidy), tasks(tidy=tidy), group), max_size=max_rows).map(tuple)
    title = phrases(2, 12)
    return st.builds(
        Appendix,
        title=title.map(str.upper) if tidy else st.one_of(title, st.lists(title, max_size=2).map("\n".join)),
        columns=column_sets(),
        rows=rows,
        text=outlines(max_size=2, tidy=tidy),
        restart_order=st.booleans(),
    )


def sections(*, tidy: bool = False) -> st.SearchStrategy[Section]:
    """A section with a usual title and its roles, or one of its own."""
    items = outlines(tidy=tidy, long=True)
    usual = st.builds(
        lambda found, below: Section(found[0], found[1], below), st.sampled_from(SECTION_TITLES), items
    )
    if tidy:
        return usual
    roles = st.lists(st.sampled_from(SectionRole), max_size=3, unique=True).map(tuple)
    return st.one_of(usual, usual, st.builds(Section, roles, texts(long=False), items))


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    """Every capacity, with and without a body signed for."""
    capacity = draw(st.sampled_from(Capacity))
    signs_for_head = capacity in (Capacity.DEPUTY, Capacity.BY_ORDER, Capacity.AUTHORISED)
    titles = (
        ("PHÓ CHỦ TỊCH",)
        if capacity is Capacity.DEPUTY
        else ("CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")
    )
    return Signature(
        collective=draw(st.sampled_from(("", "ỦY BAN NHÂN DÂN"))),
        capacity=capacity,
        title=draw(st.sampled_from(titles)) if signs_for_head else "",
        name=draw(st.sampled_from(("", "Nguyễn Thị Ánh Tuyết", "Đỗ Văn Ước"))),
    )


def recipients() -> st.SearchStrategy[Recipients]:
    """Some names with or without a purpose, and the archive line."""
    name = st.sampled_from(
        ("UBND tỉnh", "Sở Nội vụ", "Thường trực Đảng ủy", "Chủ tịch, các PCT UBND phường", "Như Điều 3")
    )
    one = st.builds(Recipient, name, st.sampled_from(("", "để b/c", "để t/h")))
    return st.builds(Recipients, st.lists(one, max_size=5).map(tuple), st.sampled_from(("VT", "VT, VHXH")))


@st.composite
def openings(draw: st.DrawFn, form: IssueForm, tidy: bool = False) -> Opening:
    """Legal bases one a line, or one "Thực hiện …" paragraph, or both; a proposal for decisions."""
    basis = st.builds(
        lambda text: LegalBasis(RichText.of("Căn cứ ") + text), rich_texts(tidy=tidy, empty=False)
    )
    bases = tuple(draw(st.lists(basis, max_size=4)))
    proposal = (
        draw(st.sampled_from(("", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội")))
        if form.is_decision
        else ""
    )
    lead = phrases(4, 20).map(
        lambda text: OutlineItem(Level.PARAGRAPH, EMPTY, RichText.of(f"Thực hiện {text}"))
    )
    paragraphs = draw(
        st.one_of(st.lists(lead, max_size=2).map(tuple), st.just(()) if tidy else outlines(max_size=2))
    )
    return Opening(bases, proposal, paragraphs)


@st.composite
def decisions(draw: st.DrawFn, form: IssueForm, tidy: bool = False) -> Decision:
    """Articles with a heading, a text, or both, and an outline below."""
    text = rich_texts(tidy=tidy, empty=False)
    heading = phrases(1, 5).map(RichText.of)
    items = st.one_of(st.just(()), outlines(max_size=3, tidy=tidy))
    # In the direct form the plan stands below the first article: its items could not be told from the plan's own.
    first = st.builds(Article, text=text, items=st.just(()) if tidy else items)
    other = st.builds(Article, text=text, heading=st.one_of(st.just(EMPTY), heading), items=items)
    articles = (draw(first), *draw(st.lists(other, min_size=1, max_size=3)))
    titles = st.one_of(st.just(""), phrases(4, 10)) if form is IssueForm.DECISION_ATTACHED else st.just("")
    return Decision("Chủ tịch Ủy ban nhân dân phường".upper(), articles, draw(titles))


@st.composite
def plans(
    draw: st.DrawFn,
    form: IssueForm | None = None,
    *,
    tidy: bool = False,
    max_sections: int = 4,
    max_appendices: int = 2,
) -> Plan:
    """A plan of a form (any, unless given), from nearly empty to well filled."""
    chosen = form or draw(st.sampled_from(IssueForm))
    office = draw(st.sampled_from(OFFICES))
    period = draw(periods())
    lines = phrases(3, 12)
    closing = phrases(5, 15).map(
        lambda text: (OutlineItem(Level.PARAGRAPH, EMPTY, RichText.of(f"Trên đây là {text}")),)
    )
    return Plan(
        form=chosen,
        period=period,
        letterhead=Letterhead(
            office.letterhead_body, draw(st.sampled_from(("", f"UBND {office.province.full_name}".upper())))
        ),
        symbol="QĐ-UBND" if chosen.is_decision else "KH-UBND",
        place=office.place,
        date=draw(partial_dates(period.first_year)),
        title=draw(
            lines if tidy else st.one_of(lines, st.lists(lines, min_size=2, max_size=2).map("\n".join))
        ),
        issuer=f"Ủy ban nhân dân {office.full_name}",
        number=draw(st.sampled_from(("", "07", "12", "345") if tidy else ("", "7", "07", "345", "12a"))),
        opening=draw(openings(chosen, tidy)),
        decision=draw(decisions(chosen, tidy)) if chosen.is_decision else None,
        sections=tuple(draw(st.lists(sections(tidy=tidy), min_size=1 if tidy else 0, max_size=max_sections))),
        closing=draw(closing if tidy else st.one_of(closing, st.just(()))),
        recipients=draw(recipients()),
        signature=draw(signatures()),
        appendices=tuple(draw(st.lists(appendices(tidy=tidy), max_size=max_appendices))),
    )
