"""The agencies a commune office deals with, told apart by what they do, to begin its own list with.

Since NĐ 370/2025/NĐ-CP each province fixes the number and names of the rooms: this is a first suggestion, never a rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID, uuid5

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.settlements import settlement_noun
from cchc_desktop.domain.vietnamese import new_id


class AgencySide(Enum):
    """To whom an agency belongs: what is not the UBND's can only be asked ("Đề nghị …") or reported to."""

    UBND = "ubnd"
    COUNCIL = "council"
    PARTY = "party"
    FRONT = "front"
    PROVINCE = "province"

    @property
    def label(self) -> str:
        """The Vietnamese name of the side."""
        return _SIDE_NAMES[self]


_SIDE_NAMES = {
    AgencySide.UBND: "Ủy ban nhân dân",
    AgencySide.COUNCIL: "Hội đồng nhân dân",
    AgencySide.PARTY: "Đảng",
    AgencySide.FRONT: "Mặt trận, đoàn thể",
    AgencySide.PROVINCE: "Cấp tỉnh",
}


class Function(Enum):
    """What an agency does, whatever a province calls it. The value stands in catalogue files ("{vhxh}") and dossiers."""

    CULTURE = "vhxh"
    OFFICE = "van_phong"
    ECONOMY = "kinh_te"
    SERVICE_CENTRE = "hcc"
    POLICE = "cong_an"
    MILITARY = "quan_su"
    HEALTH = "y_te"
    RADIO = "truyen_thanh"
    WEB_EDITORS = "ban_bien_tap"
    PUBLIC_UNIT = "don_vi_su_nghiep"
    DIGITAL_TEAMS = "to_cong_nghe_so"
    DIVISIONS = "cac_phong"
    CONCERNED = "co_quan_lien_quan"
    SCHOOLS = "truong_hoc"
    SETTLEMENTS = "khu_dan_cu"
    COUNCIL = "hdnd"
    PARTY_COMMITTEE = "dang_uy"
    PARTY_OFFICE = "van_phong_dang_uy"
    PARTY_BUILDING = "xay_dung_dang"
    FRONT = "mat_tran"
    YOUTH = "doan_thanh_nien"
    WOMEN = "phu_nu"
    FARMERS = "nong_dan"
    VETERANS = "cuu_chien_binh"
    MASS_ORGANISATIONS = "doan_the"
    PROVINCE = "ubnd_tinh"
    HOME_AFFAIRS = "so_noi_vu"
    CULTURE_DEPARTMENT = "so_vhttdl"
    SCIENCE_DEPARTMENT = "so_khcn"
    PROVINCE_OFFICE = "van_phong_ubnd_tinh"
    PROVINCE_PRESS = "bao_dai_tinh"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency, or a group of them, as plans name it.

    ``function`` is None for one that only this office has. ``head`` is the title of its head as a proposal names it
    ("Trưởng phòng Văn hóa - Xã hội"). ``former_names``: what older papers call it, and other spellings.
    """

    name: str
    short_name: str
    side: AgencySide
    is_group: bool = False
    function: Function | None = None
    head: str = ""
    former_names: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)


# Hà Nội and Quảng Ninh run one Trung tâm for the whole province: what stands in a commune is a part of it, which the
# commune's UBND can ask but not instruct.
ONE_TIER_PROVINCES = frozenset({"01", "22"})

_KEYS = UUID("0d9a4f4e-4343-4843-8000-436368630001")


def default_agencies(office: Office) -> tuple[Agency, ...]:
    """The usual agencies of a commune of this kind and province, in the order in which plans name them.

    Their keys depend on the commune and the function only, so that copies of a dossier can be merged.
    """
    return (
        *_rooms(office),
        *_other_bodies(office),
        *_groups(office),
        *_party_and_front(office),
        *_of_province(office),
    )


def _agency(
    office: Office,
    function: Function,
    name: str,
    short_name: str,
    side: AgencySide = AgencySide.UBND,
    *former_names: str,
    head: str = "",
    is_group: bool = False,
) -> Agency:
    key = str(uuid5(_KEYS, f"{office.code}:{function.value}"))
    return Agency(name, short_name, side, is_group, function, head, former_names, key)


def _rooms(office: Office) -> tuple[Agency, ...]:
    noun, ubnd = office.common_noun, AgencySide.UBND
    economy = economic_room(office)
    centre = f"{service_centre(office)} {noun}"
    return (
        _agency(
            office,
            Function.CULTURE,
            "Phòng Văn hóa - Xã hội",
            "VHXH",
            ubnd,
            "Phòng Nội vụ",
            "Phòng Văn hóa và Thông tin",
            "Phòng Văn hóa, Khoa học và Thông tin",
            "Phòng Lao động - Thương binh và Xã hội",
            "Công chức Văn hóa - Xã hội",
            "Phòng VH-XH",
            head="Trưởng phòng Văn hóa - Xã hội",
        ),
        _agency(
            office,
            Function.OFFICE,
            f"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {noun}",
            "VP",
            ubnd,
            f"Văn phòng HĐND và UBND {noun}",
            "Văn phòng HĐND và UBND",
            "Văn phòng HĐND&UBND",
            "Phòng Tư pháp",
            "Công chức Văn phòng - Thống kê",
            "Công chức Tư pháp - Hộ tịch",
            head=f"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {noun}",
        ),
        _agency(
            office,
            Function.ECONOMY,
            economy,
            "KTHTĐT" if "Đô thị" in economy else "KT",
            ubnd,
            "Phòng Tài chính - Kế hoạch",
            "Phòng Kinh tế và Hạ tầng",
            "Phòng Quản lý đô thị",
            "Phòng Tài nguyên và Môi trường",
            "Công chức Tài chính - Kế toán",
            head=f"Trưởng phòng {economy.removeprefix('Phòng ')}",
        ),
        _agency(
            office,
            Function.SERVICE_CENTRE,
            centre,
            "PVHCC",
            AgencySide.PROVINCE if office.province.code in ONE_TIER_PROVINCES else ubnd,
            "Bộ phận Một cửa",
            "Bộ phận Tiếp nhận và Trả kết quả",
            "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính",
            "Trung tâm Phục vụ hành chính công",
            head=f"Giám đốc {centre}" if centre.startswith("Trung tâm") else f"Phụ trách {centre}",
        ),
    )


def _other_bodies(office: Office) -> tuple[Agency, ...]:
    noun, ubnd = office.common_noun, AgencySide.UBND
    return (
        _agency(office, Function.POLICE, f"Công an {noun}", "CA", ubnd, head=f"Trưởng Công an {noun}"),
        _agency(
            office,
            Function.MILITARY,
            f"Ban Chỉ huy Quân sự {noun}",
            "BCHQS",
            ubnd,
            head=f"Chỉ huy trưởng Ban Chỉ huy Quân sự {noun}",
        ),
        _agency(office, Function.HEALTH, f"Trạm Y tế {noun}", "TYT", ubnd, head=f"Trưởng Trạm Y tế {noun}"),
        _agency(
            office,
            Function.RADIO,
            f"Đài truyền thanh {noun}",
            "ĐTT",
            ubnd,
            "Đài Truyền thanh huyện",
            "Đài Truyền thanh thành phố",
            "Đài truyền thanh cơ sở",
        ),
        _agency(
            office,
            Function.WEB_EDITORS,
            f"Ban Biên tập Trang thông tin điện tử {noun}",
            "BBT",
            ubnd,
            "Ban Biên tập Cổng thông tin điện tử",
            "Ban Biên tập Trang thông tin điện tử",
        ),
        _agency(
            office,
            Function.PUBLIC_UNIT,
            f"Trung tâm Cung ứng dịch vụ công {noun}",
            "TTCƯDVC",
            ubnd,
            "Trung tâm Văn hóa - Thông tin - Thể thao",
            "Trung tâm Văn hóa, Thông tin và Thể thao",
            "Trung tâm Dịch vụ sự nghiệp công",
            head=f"Giám đốc Trung tâm Cung ứng dịch vụ công {noun}",
        ),
    )


def _groups(office: Office) -> tuple[Agency, ...]:
    noun, ubnd = office.common_noun, AgencySide.UBND
    settlement = settlement_noun(office)
    rows = (
        (Function.DIGITAL_TEAMS, "Tổ công nghệ số cộng đồng", "TCNSCĐ"),
        (Function.DIVISIONS, f"Các phòng, đơn vị thuộc Ủy ban nhân dân {noun}", "CPĐV"),
        (Function.CONCERNED, "Các cơ quan, đơn vị liên quan", "CQĐV"),
        (Function.SCHOOLS, f"Các trường học trên địa bàn {noun}", "TH"),
        (Function.SETTLEMENTS, f"Các {settlement}", "KDC"),
    )
    former = {
        Function.DIGITAL_TEAMS: ("Tổ Công nghệ số cộng đồng", "Các Tổ công nghệ số cộng đồng"),
        Function.DIVISIONS: ("Các phòng chuyên môn", "Các phòng, ban chuyên môn"),
        Function.SETTLEMENTS: ("Các thôn, tổ dân phố", "Các khu dân cư"),
    }
    return tuple(
        _agency(office, function, name, short, ubnd, *former.get(function, ()), is_group=True)
        for function, name, short in rows
    )


def _party_and_front(office: Office) -> tuple[Agency, ...]:
    noun = office.common_noun
    council, party, front = AgencySide.COUNCIL, AgencySide.PARTY, AgencySide.FRONT
    return (
        _agency(
            office,
            Function.COUNCIL,
            f"Thường trực Hội đồng nhân dân {noun}",
            "HĐND",
            council,
            f"Thường trực HĐND {noun}",
        ),
        _agency(
            office,
            Function.PARTY_COMMITTEE,
            f"Thường trực Đảng ủy {noun}",
            "ĐU",
            party,
            "Thường trực Đảng ủy",
        ),
        _agency(
            office, Function.PARTY_OFFICE, f"Văn phòng Đảng ủy {noun}", "VPĐU", party, "Văn phòng Đảng ủy"
        ),
        _agency(
            office,
            Function.PARTY_BUILDING,
            f"Ban Xây dựng Đảng {noun}",
            "BXDĐ",
            party,
            "Ban Tuyên giáo",
            "Ban Tuyên giáo và Dân vận",
            "Ban Dân vận",
            "Ban Xây dựng Đảng",
        ),
        _agency(
            office,
            Function.FRONT,
            f"Ủy ban Mặt trận Tổ quốc Việt Nam {noun}",
            "MTTQ",
            front,
            "UBMTTQ",
            "UBMTTQVN",
            f"Ủy ban MTTQ Việt Nam {noun}",
        ),
        _agency(
            office,
            Function.YOUTH,
            f"Đoàn Thanh niên Cộng sản Hồ Chí Minh {noun}",
            "ĐTN",
            front,
            f"Đoàn TNCS Hồ Chí Minh {noun}",
            f"Đoàn Thanh niên {noun}",
        ),
        _agency(office, Function.WOMEN, f"Hội Liên hiệp Phụ nữ {noun}", "HPN", front, f"Hội LHPN {noun}"),
        _agency(office, Function.FARMERS, f"Hội Nông dân {noun}", "HND", front),
        _agency(office, Function.VETERANS, f"Hội Cựu chiến binh {noun}", "HCCB", front, f"Hội CCB {noun}"),
        _agency(
            office,
            Function.MASS_ORGANISATIONS,
            f"Các tổ chức chính trị - xã hội của {noun}",
            "CTXH",
            front,
            "Các đoàn thể",
            "Các hội, đoàn thể",
            is_group=True,
        ),
    )


def _of_province(office: Office) -> tuple[Agency, ...]:
    province, side = office.province, AgencySide.PROVINCE
    level = province.kind.lower()
    return (
        _agency(
            office,
            Function.PROVINCE,
            f"Ủy ban nhân dân {province.full_name}",
            "UBND tỉnh",
            side,
            f"UBND {level}",
        ),
        _agency(office, Function.HOME_AFFAIRS, "Sở Nội vụ", "SNV", side),
        _agency(
            office,
            Function.CULTURE_DEPARTMENT,
            "Sở Văn hóa và Thể thao" if _has_tourism_apart(office) else "Sở Văn hóa, Thể thao và Du lịch",
            "SVHTTDL",
            side,
            "Sở Thông tin và Truyền thông",
        ),
        _agency(office, Function.SCIENCE_DEPARTMENT, "Sở Khoa học và Công nghệ", "SKHCN", side),
        _agency(
            office,
            Function.PROVINCE_OFFICE,
            f"Văn phòng Ủy ban nhân dân {province.full_name}",
            "VPUBND",
            side,
            f"Văn phòng UBND {level}",
        ),
        _agency(
            office,
            Function.PROVINCE_PRESS,
            f"Báo và Phát thanh, Truyền hình {_press_name(province.name)}",
            "BPTTH",
            side,
            f"Đài Phát thanh và Truyền hình {level}",
            f"Báo {province.name}",
        ),
    )


def _press_name(province: str) -> str:
    return "Thành phố Hồ Chí Minh" if province == "Hồ Chí Minh" else province


def _has_tourism_apart(office: Office) -> bool:
    """Hà Nội, TP. Hồ Chí Minh and Huế keep a Sở Du lịch of its own (to be confirmed by the office)."""
    return office.province.code in {"01", "46", "79"}


def economic_room(office: Office) -> str:
    """The economic room by the kind of commune (NĐ 150/2025/NĐ-CP); the special zone Phú Quốc has that of a phường."""
    is_urban = office.kind == "Phường" or (office.kind, office.name) == ("Đặc khu", "Phú Quốc")
    return "Phòng Kinh tế, Hạ tầng và Đô thị" if is_urban else "Phòng Kinh tế"


def service_centre(office: Office) -> str:
    """The one-stop service of the commune, without the commune's noun; Hà Nội has service points instead."""
    if office.province.code == "01":
        return "Điểm Phục vụ hành chính công"
    return "Trung tâm Phục vụ hành chính công"
