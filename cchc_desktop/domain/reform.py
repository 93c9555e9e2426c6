"""The fields a plan speaks about: the areas of administrative reform, and the channels of communication."""

from __future__ import annotations

from enum import Enum


class Area(Enum):
    """Direction and the six areas of reform.

    Source: Thông tư 10/2025/TT-BNV, amended by Thông tư 06/2026/TT-BNV. The value stands in catalogue files and dossiers.
    """

    DIRECTION = "chi_dao"
    INSTITUTIONS = "the_che"
    PROCEDURES = "tthc"
    APPARATUS = "bo_may"
    CIVIL_SERVICE = "cong_vu"
    PUBLIC_FINANCE = "tai_chinh"
    DIGITAL_GOVERNMENT = "chinh_quyen_so"

    @property
    def label(self) -> str:
        """The Vietnamese name of the area."""
        return _AREA_NAMES[self]


_AREA_NAMES = {
    Area.DIRECTION: "Công tác chỉ đạo, điều hành",
    Area.INSTITUTIONS: "Cải cách thể chế",
    Area.PROCEDURES: "Cải cách thủ tục hành chính",
    Area.APPARATUS: "Cải cách tổ chức bộ máy",
    Area.CIVIL_SERVICE: "Cải cách chế độ công vụ",
    Area.PUBLIC_FINANCE: "Cải cách tài chính công",
    Area.DIGITAL_GOVERNMENT: "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
}


class Channel(Enum):
    """By what people are reached: the eight kinds of grassroots information (NĐ 49/2024/NĐ-CP), then the usual others."""

    RADIO = "truyen_thanh"
    NOTICE_BOARD = "bang_tin"
    BULLETIN = "ban_tin"
    PRINTED = "tai_lieu"
    IN_PERSON = "truc_tiep"
    WEBSITE = "trang_tin"
    SOCIAL_MEDIA = "mang_xa_hoi"
    TEXT_MESSAGE = "tin_nhan"
    PRESS = "bao_chi"
    MEETING = "hoi_nghi"
    VISUAL = "truc_quan"
    EVENT = "hoi_thi"
    DIALOGUE = "doi_thoai"
    POSTED = "niem_yet"
    LEGAL_EDUCATION = "pbgdpl"

    @property
    def label(self) -> str:
        """The Vietnamese name of the channel."""
        return _CHANNEL_NAMES[self]


_CHANNEL_NAMES = {
    Channel.RADIO: "Đài truyền thanh cấp xã",
    Channel.NOTICE_BOARD: "Bảng tin công cộng",
    Channel.BULLETIN: "Bản tin thông tin cơ sở",
    Channel.PRINTED: "Tài liệu không kinh doanh",
    Channel.IN_PERSON: "Tuyên truyền trực tiếp",
    Channel.WEBSITE: "Cổng, trang thông tin điện tử",
    Channel.SOCIAL_MEDIA: "Mạng xã hội, ứng dụng nhắn tin",
    Channel.TEXT_MESSAGE: "Tin nhắn viễn thông",
    Channel.PRESS: "Báo chí, phát thanh, truyền hình",
    Channel.MEETING: "Hội nghị, tập huấn",
    Channel.VISUAL: "Tuyên truyền trực quan",
    Channel.EVENT: "Hội thi, sự kiện, văn nghệ",
    Channel.DIALOGUE: "Đối thoại, hỏi đáp",
    Channel.POSTED: "Niêm yết, công khai thủ tục hành chính",
    Channel.LEGAL_EDUCATION: "Lồng ghép phổ biến, giáo dục pháp luật",
}
