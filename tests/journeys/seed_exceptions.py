"""The few lines of the five published plans that the program writes otherwise, each with its reason."""

from __future__ import annotations

from cchc_desktop.paper.blocks import NATIONAL_MOTTO, NATIONAL_NAME

# The header row stands a second time in the text of seed 001, at its page break; the program repeats it by itself
# on every page, so that it stands in the file once.
_HEADER_001 = "TT\tNội dung, nhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tGhi chú\n"

REWRITTEN: dict[str, dict[str, str]] = {
    "000": {},
    "001": {
        # "Phụ lục" is written in ordinary letters (NĐ 30/2020, Phụ lục I, III.1).
        "PHỤ LỤC": "Phụ lục",
        # The same line as everywhere, with its date in full (Mẫu 2.1).
        "(Kèm theo Kế hoạch số /KH-UBND ngày /01/2024 của Chủ tịch UBND thành phố)": (
            "(Kèm theo Kế hoạch số /KH-UBND ngày tháng 01 năm 2024 của Chủ tịch UBND thành phố)"
        ),
    },
    "002": {},
    "003": {
        # A line under "Nơi nhận" ends with a semicolon (Phụ lục I, II.9).
        "UBND thành phố (để b/c)": "UBND thành phố (để b/c);",
    },
    "004": {
        # "Lưu" is followed by a colon, the last line ends with a full stop (Phụ lục I, II.9).
        "Lưu VT .": "Lưu: VT.",
        # One space behind the point of "KT." (white space, named here because the source has none).
        "KT.CHỦ TỊCH": "KT. CHỦ TỊCH",
    },
}

# What a paper must have and the texts of the seeds have lost: letterhead, national name, number line in a draft.
_LOST = (NATIONAL_NAME, NATIONAL_MOTTO, "ỦY BAN NHÂN DÂN")
ADDED: dict[str, tuple[str, ...]] = {
    "000": (*_LOST, "THÀNH PHỐ ĐÔNG HÀ", "Số:/KH-UBND", "ngày tháng năm 2025"),
    "001": (*_LOST, "THÀNH PHỐ BẮC GIANG"),
    "002": (*_LOST, "PHƯỜNG VŨNG ÁNG"),
    "003": (*_LOST, "PHƯỜNG HOÀNG TIẾN", "Số:/KH-UBND", "ngày tháng năm 2025"),
    "004": (*_LOST, "HUYỆN BÌNH SƠN"),
}


def seed_as_told(number: str, text: str) -> str:
    """The seed's text, without the second copy of a header row."""
    if number != "001":
        return text
    first = text.index(_HEADER_001) + len(_HEADER_001)
    return text[:first] + text[first:].replace(_HEADER_001, "", 1)
