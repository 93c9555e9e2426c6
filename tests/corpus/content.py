"""The one plan that all papers of the corpus hold, written by us, in whatever layout: its lines as a reader would say them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Said:
    """A line of the body: its label ("" for plain text), its words, and how deep its list is (0 outermost)."""

    label: str
    words: str
    depth: int = 0
    bold: bool = False


SUPERIOR: Final = "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ"
BODY_NAME: Final = ("ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH")
NATION: Final = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
NUMBER: Final = "Số: 15/KH-UBND"
PLACE_DATE: Final = "Bình Minh, ngày 12 tháng 01 năm 2026"
KIND: Final = "KẾ HOẠCH"
TITLE: Final = ("Tuyên truyền cải cách hành chính năm 2026", "trên địa bàn xã Bình Minh")

BASES: Final = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ.",
)
OPENING: Final = "Ủy ban nhân dân xã Bình Minh ban hành Kế hoạch như sau:"
BODY: Final = (
    Said("I.", "MỤC ĐÍCH, YÊU CẦU", 0, bold=True),
    Said("1.", "Mục đích", 1, bold=True),
    Said("a)", "Người dân và cán bộ trong xã hiểu rõ việc cần làm, ai làm và khi nào làm xong.", 2),
    Said("b)", "Mỗi thôn có ít nhất một buổi trao đổi trong quý:", 2),
    Said("-", "Buổi sáng dành cho người cao tuổi;", 3),
    Said("-", "Buổi tối dành cho người đi làm.", 3),
    Said("2.", "Yêu cầu", 1, bold=True),
    Said("a)", "Nội dung ngắn, dễ nhớ, có số điện thoại để hỏi lại.", 2),
    Said("b)", "Không trùng với mùa gặt:", 2),
    Said("-", "Vụ xuân:", 3),
    Said("+", "Tránh nửa sau tháng năm;", 4),
    Said("+", "Tránh ngày có phiên chợ.", 4),
    Said("c)", "Kinh phí dùng đúng mục và công khai tại nhà văn hóa thôn.", 2),
    Said("II.", "NỘI DUNG", 0, bold=True),
    Said("1.", "Nộp hồ sơ qua mạng tại nhà, tại bưu điện hoặc tại trụ sở xã.", 1),
    Said("2.", "Thời hạn trả kết quả của từng loại hồ sơ.", 1),
    Said("III.", "TỔ CHỨC THỰC HIỆN", 0, bold=True),
    Said("1.", "Văn phòng Ủy ban nhân dân xã theo dõi và nhắc việc hằng tháng.", 1),
    Said("2.", "Các thôn cử người dự đủ các buổi.", 1),
)
CLOSING: Final = "Trên đây là Kế hoạch của Ủy ban nhân dân xã Bình Minh./."
RECIPIENTS: Final = ("Nơi nhận:", "- Sở Nội vụ (để b/c);", "- Các thôn;", "- Lưu: VT.")
SIGNATURE: Final = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mẫu")

APPENDIX: Final = ("Phụ lục", "DANH MỤC VIỆC CẦN LÀM NĂM 2026")
ATTACHED: Final = (
    "(Kèm theo Kế hoạch số 15/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân xã Bình Minh)"
)
HEADINGS: Final = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
GROUPS: Final = (
    (
        "Truyền thanh",
        (
            (
                "Viết và đọc tin trên loa xã mỗi tuần",
                "Công chức Văn hóa - Xã hội",
                "Các thôn",
                "Thường xuyên",
            ),
            ("Ghi âm câu hỏi thường gặp", "Văn phòng Ủy ban nhân dân", "Đoàn Thanh niên", "Quý I/2026"),
        ),
    ),
    (
        "Gặp gỡ",
        (
            ("Trao đổi tại nhà văn hóa thôn", "Các thôn", "Công chức Tư pháp", "Quý II/2026"),
            ("Hướng dẫn nộp hồ sơ tại bưu điện xã", "Công chức Tư pháp", "Bưu điện xã", "Quý III/2026"),
        ),
    ),
)

HEAD_LINES: Final = (*BODY_NAME, NUMBER, *NATION, PLACE_DATE)
"""The letterhead column by column."""
MIDDLE_LINES: Final = (
    KIND, *TITLE, *BASES, OPENING, *(f"{one.label} {one.words}" for one in BODY), CLOSING,
)  # fmt: skip
TAIL_LINES: Final = (*RECIPIENTS, *SIGNATURE)
APPENDIX_LINES: Final = (*APPENDIX, ATTACHED)


def table_rows() -> list[list[str]]:
    """The table of the appendix, a group row as one cell, tasks counted through."""
    rows: list[list[str]] = [list(HEADINGS)]
    count = 0
    for at, (group, tasks) in enumerate(GROUPS):
        rows.append([f"{'I' * (at + 1)}. {group}"])
        for task in tasks:
            count += 1
            rows.append([str(count), *task])
    return rows


def plain_text() -> str:
    """The whole paper as plain text, a line a paragraph."""
    lines = [*HEAD_LINES, "", *MIDDLE_LINES, "", *TAIL_LINES, "", *APPENDIX_LINES, ""]
    return "\n".join([*lines, *("\t".join(row) for row in table_rows())]) + "\n"
