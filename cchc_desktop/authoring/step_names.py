"""The eleven steps: their names, and a sentence for each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.domain.plan import SectionRole


class Step(Enum):
    """A step of the wizard; the value is its number."""

    GENERAL = 1
    BASES = 2
    PURPOSE = 3
    TARGETS = 4
    CONTENT = 5
    FORMS = 6
    TASKS = 7
    BUDGET = 8
    ORGANISATION = 9
    SIGNING = 10
    EXPORT = 11

    @property
    def title(self) -> str:
        """The name of the step."""
        return _TEXTS[self][0]

    @property
    def sentence(self) -> str:
        """What belongs here."""
        return _TEXTS[self][1]

    @property
    def next(self) -> Step | None:
        """The step after this one."""
        return None if self is Step.EXPORT else Step(self.value + 1)

    @property
    def previous(self) -> Step | None:
        """The step before this one."""
        return None if self is Step.GENERAL else Step(self.value - 1)


_TEXTS: dict[Step, tuple[str, str]] = {
    Step.GENERAL: ("Thông tin chung", "Văn bản gì, cho năm nào, tên là gì, cơ quan nào ban hành."),
    Step.BASES: ("Căn cứ", "Các văn bản làm cơ sở, mỗi căn cứ một dòng; hoặc một đoạn mở đầu “Thực hiện …”."),
    Step.PURPOSE: ("Mục đích, yêu cầu", "Nêu vì sao có kế hoạch và cách làm phải đạt."),
    Step.TARGETS: ("Mục tiêu cụ thể", "Những con số phải đạt trong năm: bao nhiêu, của việc gì."),
    Step.CONTENT: (
        "Nội dung tuyên truyền",
        "Tuyên truyền những gì: sáu lĩnh vực cải cách và việc của địa phương.",
    ),
    Step.FORMS: (
        "Hình thức tuyên truyền",
        "Tuyên truyền bằng cách nào: truyền thanh, trang điện tử, hội nghị, trực quan …",
    ),
    Step.TASKS: ("Nhiệm vụ", "Bảng nhiệm vụ của phụ lục: việc gì, ai chủ trì, ai phối hợp, bao giờ xong."),
    Step.BUDGET: ("Kinh phí", "Tiền lấy từ nguồn nào, ai lập dự toán."),
    Step.ORGANISATION: ("Tổ chức thực hiện", "Việc của từng cơ quan, đơn vị và chế độ báo cáo."),
    Step.SIGNING: ("Nơi nhận, ký", "Câu kết, nơi nhận văn bản và người ký."),
    Step.EXPORT: ("Kiểm tra, xuất", "Xem lại những chỗ còn thiếu, rồi xuất tệp để trình ký."),
}


def step_of_role(role: SectionRole) -> Step:
    """The step whose page shows sections of this role."""
    # Here and not above: the menus name the steps before anything of a plan is loaded.
    from cchc_desktop.authoring.step_roles import STEP_ROLES

    return next(step for step, roles in STEP_ROLES.items() if role in roles)
