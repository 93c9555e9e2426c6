"""The agencies a commune office usually has, to begin its own list with.

Since NĐ 370/2025/NĐ-CP each province fixes the number and names of the rooms: this is a first suggestion, never a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cchc_desktop.domain.office import Office


class AgencySide(Enum):
    """To whom an agency belongs: what is not the UBND's can only be asked ("Đề nghị …")."""

    UBND = "ubnd"
    COUNCIL = "council"
    PARTY = "party"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency, or a group of them, as tasks name it."""

    name: str
    short_name: str
    side: AgencySide
    is_group: bool = False


# Hà Nội and Quảng Ninh run one Trung tâm for the whole province, with points in the communes.
ONE_TIER_PROVINCES = frozenset({"01", "22"})


def default_agencies(office: Office) -> tuple[Agency, ...]:
    """The usual agencies of a commune of this kind, in the order in which plans name them."""
    noun = office.common_noun
    ubnd, front, party = AgencySide.UBND, AgencySide.FRONT, AgencySide.PARTY
    return (
        Agency("Phòng Văn hóa - Xã hội", "VHXH", ubnd),
        Agency(f"Văn phòng HĐND và UBND {noun}", "VP", ubnd),
        Agency(economic_room(office), "KTHTĐT" if "Đô thị" in economic_room(office) else "KT", ubnd),
        Agency(f"{service_centre(office)} {noun}", "PVHCC", ubnd),
        Agency(f"Công an {noun}", "CA", ubnd),
        Agency(f"Ban Chỉ huy Quân sự {noun}", "BCHQS", ubnd),
        Agency(f"Trạm Y tế {noun}", "TYT", ubnd),
        Agency(f"Đài truyền thanh {noun}", "ĐTT", ubnd),
        Agency(f"Ban Biên tập Trang thông tin điện tử {noun}", "BBT", ubnd),
        Agency("Tổ công nghệ số cộng đồng", "TCNSCĐ", ubnd, is_group=True),
        Agency("Các phòng chuyên môn, đơn vị thuộc UBND " + noun, "CPCM", ubnd, is_group=True),
        Agency("Các cơ quan, đơn vị liên quan", "CQĐV", ubnd, is_group=True),
        Agency(f"Các trường học trên địa bàn {noun}", "TH", ubnd, is_group=True),
        Agency("Các tổ dân phố" if office.kind == "Phường" else "Các thôn", "TDP", ubnd, is_group=True),
        Agency(f"Thường trực HĐND {noun}", "HĐND", AgencySide.COUNCIL),
        Agency("Văn phòng Đảng ủy", "VPĐU", party),
        Agency("Ban Xây dựng Đảng", "BXDĐ", party),
        Agency(f"Ủy ban Mặt trận Tổ quốc Việt Nam {noun}", "MTTQ", front),
        Agency(f"Đoàn TNCS Hồ Chí Minh {noun}", "ĐTN", front),
        Agency(f"Hội Liên hiệp Phụ nữ {noun}", "HPN", front),
        Agency(f"Hội Nông dân {noun}", "HND", front),
        Agency(f"Hội Cựu chiến binh {noun}", "HCCB", front),
        Agency(f"Các tổ chức chính trị - xã hội {noun}", "CTXH", front, is_group=True),
    )


def economic_room(office: Office) -> str:
    """The economic room by the kind of commune (NĐ 150/2025/NĐ-CP); the special zone Phú Quốc has that of a phường."""
    is_urban = office.kind == "Phường" or (office.kind, office.name) == ("Đặc khu", "Phú Quốc")
    return "Phòng Kinh tế, Hạ tầng và Đô thị" if is_urban else "Phòng Kinh tế"


def service_centre(office: Office) -> str:
    """The one-stop service of the commune, without the commune's noun."""
    if office.province.code in ONE_TIER_PROVINCES:
        return "Điểm Phục vụ hành chính công"
    return "Trung tâm Phục vụ hành chính công"
