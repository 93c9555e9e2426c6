"""Foreign layouts that occur: letterhead with tabs, signature over the recipients, tables for everything, lost parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import Capacity, IssueForm, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task, TaskColumn, TaskGroup
from cchc_desktop.formats import word_styles
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import Confidence, ImportDraft
from cchc_desktop.paper.recognise_source import recognise_source
from cchc_desktop.paper.source import SourceBlock, SourceCell, SourceDocument, SourceLine, SourceTable
from cchc_desktop.paper.source_styles import role_of_style

HEAD = ("UBND TỈNH HÀ TĨNH", "ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG", "Số: 12/KH-UBND")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
BODY = ("I. MỤC ĐÍCH", "1. Một việc", "- Làm việc này;", "Trên đây là Kế hoạch./.")


class Paper:
    """Gathers lines and tables with their numbers."""

    def __init__(self) -> None:
        self.blocks: list[SourceBlock] = []
        self.count = 0

    def line(self, text: str, label: str = "") -> SourceLine:
        self.count += 1
        return SourceLine(RichText.of(text), self.count, label)

    def lines(self, *texts: str) -> Paper:
        self.blocks.extend(self.line(text) for text in texts)
        return self

    def cell(self, *texts: str, columns: int = 1, rows: int = 1) -> SourceCell:
        return SourceCell(tuple(self.line(text) for text in texts if text), columns, rows)

    def table(self, *rows: tuple[str, ...], borders: bool = True) -> Paper:
        cells = tuple(tuple(self.cell(*text.split("\n")) for text in row) for row in rows)
        self.blocks.append(SourceTable(cells, borders))
        return self

    def read(self) -> ImportDraft:
        source = SourceDocument("thử", tuple(self.blocks))
        draft = recognise_source(source)
        assert list(draft.placements) == [line.number for line in source.lines]
        return draft


def test_issuing_body_and_national_name_may_share_lines() -> None:
    draft = (
        Paper()
        .lines(
            "UBND PHƯỜNG VŨNG ÁNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHÒNG VĂN HÓA - XÃ HỘI   Độc lập - Tự do - Hạnh phúc",
            "Số: 05/KH-VHXH   Vũng Áng, ngày 05 tháng 02 năm 2026",
            "KẾ HOẠCH",
            "Tuyên truyền năm 2026",
            *BODY,
        )
        .read()
    )
    plan = draft.plan
    assert (plan.letterhead.superior, plan.letterhead.body) == (
        "UBND PHƯỜNG VŨNG ÁNG",
        ("PHÒNG VĂN HÓA - XÃ HỘI",),
    )
    assert (plan.number, plan.symbol) == ("05", "KH-VHXH")
    assert (plan.place, plan.date) == ("Vũng Áng", PartialDate(5, 2, 2026))
    assert not draft.unplaced


def test_a_letterhead_in_lines_or_in_a_table_reads_the_same() -> None:
    in_lines = Paper().lines(*HEAD, *NATION, "KẾ HOẠCH", "Tuyên truyền năm 2026", *BODY).read().plan
    table = Paper().table(("\n".join(HEAD), "\n".join(NATION)), borders=False)
    in_table = table.lines("KẾ HOẠCH", "Tuyên truyền năm 2026", *BODY).read().plan
    assert in_lines.letterhead == in_table.letterhead
    assert in_lines.letterhead.superior == "UBND TỈNH HÀ TĨNH"
    assert in_lines.issuer == in_table.issuer == "Ủy ban nhân dân phường Vũng Áng"


def test_a_title_of_several_lines_and_in_one_with_its_type() -> None:
    several = Paper().lines("KẾ HOẠCH", "Tuyên truyền cải cách hành chính", "trên địa bàn phường", *BODY)
    assert several.read().plan.title == "Tuyên truyền cải cách hành chính\ntrên địa bàn phường"
    one = Paper().lines("KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2027", *BODY).read().plan
    assert (one.title, one.period.first_year) == ("TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2027", 2027)


def test_bases_one_a_line_are_bases_and_one_paragraph_is_an_opening() -> None:
    bases = ("Căn cứ Luật Tổ chức;", "Căn cứ Nghị định số 30/2020/NĐ-CP;", "Theo đề nghị của Phòng Văn hóa.")
    plan = (
        Paper()
        .lines("KẾ HOẠCH", "Tuyên truyền", *bases, "UBND ban hành Kế hoạch như sau:", *BODY)
        .read()
        .plan
    )
    assert [one.text.plain for one in plan.opening.bases] == [
        "Căn cứ Luật Tổ chức",
        "Căn cứ Nghị định số 30/2020/NĐ-CP",
    ]
    assert plan.opening.proposal == "Theo đề nghị của Phòng Văn hóa"
    assert [one.text.plain for one in plan.opening.paragraphs] == ["UBND ban hành Kế hoạch như sau:"]
    whole = "Căn cứ Kế hoạch số 1/KH-UBND; Kế hoạch số 2/KH-UBND; UBND xây dựng Kế hoạch, cụ thể như sau:"
    plan = Paper().lines("KẾ HOẠCH", "Tuyên truyền", whole, *BODY).read().plan
    assert not plan.opening.bases
    assert [one.text.plain for one in plan.opening.paragraphs] == [whole]


def test_the_signature_may_stand_over_the_recipients() -> None:
    tail = ("TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lê Thị Hoa")
    listed = ("Nơi nhận:", "- UBND tỉnh (để b/c);", "- Lưu: VT, VHXH.")
    for lines in ((*tail, *listed), (*listed, *tail)):
        draft = Paper().lines("KẾ HOẠCH", "Tuyên truyền", *BODY, *lines).read()
        signer = draft.plan.signature
        assert (signer.collective, signer.capacity, signer.title, signer.name) == (
            "ỦY BAN NHÂN DÂN",
            Capacity.DEPUTY,
            "PHÓ CHỦ TỊCH",
            "Lê Thị Hoa",
        )
        assert [(one.name, one.note) for one in draft.plan.recipients.names] == [("UBND tỉnh", "để b/c")]
        assert not draft.unplaced


def test_what_is_not_understood_stays_a_paragraph_and_is_shown() -> None:
    draft = Paper().lines("Dự thảo lần 2", "KẾ HOẠCH", "Tuyên truyền", *BODY, "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Lê Hoa", "Điện thoại liên hệ: 0912 345 678 (đ/c Hoa).").read()  # fmt: skip
    assert draft.unplaced == (1, 12)
    printed = to_text(compose(draft.plan))
    assert "Dự thảo lần 2" in printed and "0912 345 678" in printed
    assert {draft.placements[number].confidence for number in draft.unplaced} == {Confidence.UNPLACED}
    assert [one.lines for one in draft.doubts if "Chưa xếp được" in one.message] == [(1,), (12,)]


def test_a_decision_without_its_attached_plan_asks() -> None:
    lines = ("QUYẾT ĐỊNH", "Ban hành Kế hoạch", "CHỦ TỊCH UBND PHƯỜNG", "Căn cứ Luật;", "QUYẾT ĐỊNH:")
    articles = ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.", "Điều 2. Có hiệu lực từ ngày ký./.")
    draft = Paper().lines(*lines, *articles).read()
    [doubt] = [one for one in draft.doubts if "không có kế hoạch ấy" in one.message]
    assert doubt.choices[0].settle(draft.plan).form is IssueForm.DECISION_DIRECT
    assert doubt.choices[1].settle(draft.plan).form is IssueForm.DECISION_ATTACHED


def test_an_unknown_section_asks_for_its_role() -> None:
    draft = Paper().lines("KẾ HOẠCH", "Tuyên truyền", *BODY[:3], "II. ĐIỀU KHÁC", "- Việc;").read()
    [doubt] = [one for one in draft.doubts if "ĐIỀU KHÁC" in one.message]
    roles = [choice.settle(draft.plan).sections[1].roles for choice in doubt.choices]
    assert roles[0] == (SectionRole.OTHER,)
    assert {role for (role,) in roles} == set(SectionRole)


def test_an_appendix_alone_has_columns_groups_and_tasks() -> None:
    draft = (
        Paper()
        .lines("PHỤ LỤC", "NHIỆM VỤ NĂM 2026", "(Kèm theo Kế hoạch số 1/KH-UBND của UBND xã An Thới Đông)")
        .table(
            ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Tiến độ", "Lãnh đạo phụ trách xem"),
            ("A", "CHỈ ĐẠO", "", "", ""),
            ("1", "Viết bài\n- Một bài\n- Hai bài", "Phòng A; Phòng B", "Quý I/2026", "Ông C"),
        )
        .table(
            ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Tiến độ", "Lãnh đạo phụ trách xem"),
            ("2", "Treo pano", "Phòng A", "Thường xuyên", ""),
        )
        .read()
    )
    [appendix] = draft.plan.appendices
    assert draft.plan.sections == () and draft.plan.title == ""
    assert draft.plan.issuer == "UBND xã An Thới Đông"
    assert appendix.title == "NHIỆM VỤ NĂM 2026"
    assert [column.heading for column in appendix.columns] == [
        "STT",
        "Nội dung công việc",
        "Đơn vị thực hiện",
        "Tiến độ",
        "Lãnh đạo phụ trách xem",
    ]
    assert [type(row) for row in appendix.rows] == [TaskGroup, Task, Task]
    task = appendix.tasks[0]
    assert [one.level for one in task.content] == [Level.PARAGRAPH, Level.DASH, Level.DASH]
    assert task.cell(TaskColumn.TIMING).plain == "Quý I/2026"
    assert not draft.unplaced


def test_a_heading_of_two_rows_is_said_of_each_column() -> None:
    paper = Paper()
    cell = paper.cell
    rows = (
        (cell("TT", rows=2), cell("Nhiệm vụ", rows=2), cell("Cơ quan", columns=2), cell("Ghi chú", rows=2)),
        (cell("Chủ trì"), cell("Phối hợp")),
        (cell("1"), cell("Viết bài"), cell("Phòng A"), cell("Phòng B"), cell("")),
    )
    paper.blocks.append(SourceTable(rows))
    [appendix] = paper.read().plan.appendices
    assert [(column.kind, column.heading) for column in appendix.columns][2:4] == [
        (TaskColumn.LEAD, "Cơ quan Chủ trì"),
        (TaskColumn.COOPERATION, "Cơ quan Phối hợp"),
    ]
    assert [task.lead.plain for task in appendix.tasks] == ["Phòng A"]


def test_a_table_in_the_text_stays_line_by_line() -> None:
    draft = Paper().lines("KẾ HOẠCH", "Tuyên truyền", *BODY[:3]).table(("Kênh", "Số"), ("Zalo", "5")).read()
    items = [one.text.plain for one in draft.plan.sections[0].items]
    assert items[-2:] == ["Kênh | Số", "Zalo | 5"]
    assert set(draft.unplaced) == {6, 7, 8, 9}


@settings(max_examples=60)
@given(st.lists(st.sampled_from((*HEAD, *NATION, *BODY, "KẾ HOẠCH", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "PHỤ LỤC", "Nơi nhận:", "- Lưu: VT.", "TM. UBND XÃ", "Lê Hoa", "Điều 1. Việc.", "Căn cứ Luật;", "(Đã ký)", "", "Chữ gì đó.")), max_size=14))  # fmt: skip
def test_lines_in_any_order_are_all_in_the_plan(texts: list[str]) -> None:
    """However disordered a source is: what it says, but for what the program prints by itself, is in the paper."""
    draft = Paper().lines(*texts).read()
    printed = "".join(to_text(compose(draft.plan)).split()).lower()
    own = {"QUYẾT ĐỊNH:", "PHỤ LỤC", "Nơi nhận:", "(Đã ký)", *NATION}
    for number, text in enumerate(texts, 1):
        words = "".join(text.strip(" -;.").removesuffix("./").split()).lower()
        words = words.removeprefix("i.").removeprefix("1.").removeprefix("điều1.")
        assert text in own or words in printed, (number, text, draft.placements[number])


def test_the_names_of_our_styles_are_known() -> None:
    unknown = {word_styles.PAGE_NUMBER}
    for name, style in vars(word_styles).items():
        if name.isupper() and isinstance(style, str) and name != "PREFIX" and not name.startswith("TABLE_"):
            assert (role_of_style(style) is not None) == (style not in unknown), style
