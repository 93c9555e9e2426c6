"""What an agency does, in words an official uses."""

from __future__ import annotations

from cchc_desktop.domain.agency_directory import AgencySide, Function

NO_FUNCTION = "Việc khác"

FUNCTION_LABELS: dict[Function, str] = {
    Function.CULTURE: "Nội vụ, cải cách hành chính, văn hóa - xã hội",
    Function.OFFICE: "Tổng hợp, văn thư, tư pháp, hộ tịch",
    Function.ECONOMY: "Tài chính, kinh tế, đất đai, hạ tầng",
    Function.SERVICE_CENTRE: "Tiếp nhận, trả kết quả thủ tục hành chính",
    Function.POLICE: "An ninh, trật tự, định danh điện tử",
    Function.MILITARY: "Quốc phòng, quân sự",
    Function.HEALTH: "Y tế",
    Function.RADIO: "Truyền thanh cơ sở",
    Function.WEB_EDITORS: "Trang thông tin điện tử",
    Function.PUBLIC_UNIT: "Dịch vụ công, văn hóa, thể thao, thông tin",
    Function.DIGITAL_TEAMS: "Hỗ trợ người dân dùng dịch vụ số",
    Function.DIVISIONS: "Tất cả các phòng, đơn vị thuộc xã, phường",
    Function.CONCERNED: "Các cơ quan, đơn vị liên quan nói chung",
    Function.SCHOOLS: "Giáo dục: các trường học",
    Function.SETTLEMENTS: "Các thôn, tổ dân phố",
    Function.COUNCIL: "Hội đồng nhân dân",
    Function.PARTY_COMMITTEE: "Cấp ủy",
    Function.PARTY_OFFICE: "Văn phòng cấp ủy",
    Function.PARTY_BUILDING: "Xây dựng Đảng, tuyên giáo, dân vận",
    Function.FRONT: "Mặt trận Tổ quốc",
    Function.YOUTH: "Đoàn Thanh niên",
    Function.WOMEN: "Hội Liên hiệp Phụ nữ",
    Function.FARMERS: "Hội Nông dân",
    Function.VETERANS: "Hội Cựu chiến binh",
    Function.MASS_ORGANISATIONS: "Các tổ chức chính trị - xã hội nói chung",
    Function.PROVINCE: "Ủy ban nhân dân tỉnh, thành phố",
    Function.HOME_AFFAIRS: "Nội vụ cấp tỉnh",
    Function.CULTURE_DEPARTMENT: "Văn hóa, thể thao, du lịch cấp tỉnh",
    Function.SCIENCE_DEPARTMENT: "Khoa học, công nghệ, chuyển đổi số cấp tỉnh",
    Function.PROVINCE_OFFICE: "Văn phòng Ủy ban nhân dân tỉnh, thành phố",
    Function.PROVINCE_PRESS: "Báo, phát thanh, truyền hình cấp tỉnh",
}

SINGLE, GROUP = "Một đơn vị", "Nhóm đơn vị"
KIND_CHOICES: tuple[tuple[str, bool], ...] = ((SINGLE, False), (GROUP, True))
SIDE_CHOICES: tuple[tuple[str, AgencySide], ...] = tuple((side.label, side) for side in AgencySide)
FUNCTION_CHOICES: tuple[tuple[str, Function | None], ...] = (
    (NO_FUNCTION, None),
    *((label, function) for function, label in FUNCTION_LABELS.items()),
)


def function_label(function: Function | None) -> str:
    """What an agency does; "Việc khác" for one that only this office has."""
    return NO_FUNCTION if function is None else FUNCTION_LABELS[function]
