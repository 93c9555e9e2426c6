"""Section titles tell what their sections are for."""

import pytest

from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.paper.recognise_roles import guess_roles

R = SectionRole


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", (R.PURPOSE,)),
        ("MỤC TIÊU, YÊU CẦU", (R.OBJECTIVES, R.PURPOSE)),
        ("Mục tiêu", (R.OBJECTIVES,)),
        ("MỤC TIÊU CỤ THỂ ĐẾN NĂM 2025", (R.TARGETS,)),
        ("CÁC CHỈ TIÊU CỤ THỂ", (R.TARGETS,)),
        ("NỘI DUNG TUYÊN TRUYỀN", (R.CONTENT,)),
        ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", (R.CONTENT, R.FORMS)),
        ("HÌNH THỨC, NỘI DUNG TUYÊN TRUYỀN", (R.FORMS, R.CONTENT)),
        ("NỘI DUNG, HÌNH THỨC VÀ HOẠT ĐỘNG TUYÊN TRUYỀN", (R.CONTENT, R.FORMS, R.ACTIVITIES)),
        ("NHIỆM VỤ, GIẢI PHÁP", (R.ACTIVITIES,)),
        ("KINH PHÍ THỰC HIỆN", (R.BUDGET,)),
        ("TỔ CHỨC THỰC HIỆN", (R.ORGANISATION,)),
        ("PHÂN CÔNG NHIỆM VỤ", (R.ORGANISATION, R.ACTIVITIES)),
        ("THỜI GIAN, ĐỊA ĐIỂM", (R.OTHER,)),
        ("", (R.OTHER,)),
    ],
)
def test_a_title_names_its_roles_in_order(title: str, roles: tuple[SectionRole, ...]) -> None:
    assert guess_roles(title) == roles
