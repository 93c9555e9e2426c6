"""Targets are found in sentences, and other numbers are left alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.outline import Level, item
from cchc_desktop.domain.plan import Plan, Section, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.targets import find_targets, plan_targets
from cchc_desktop.domain.task import Appendix, Task
from tests.strategies import plans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100% Cổng/trang thông tin điện tử có chuyên mục", [("100", "%", "")]),
        (
            "xử lý hồ sơ điện tử đạt trên 90%; thanh toán trực tuyến đạt trên 70%",
            [("90", "%", "đạt trên"), ("70", "%", "đạt trên")],
        ),
        ("triển khai thực hiện 24 mô hình, nhiệm vụ liên quan", [("24", "mô hình, nhiệm vụ", "")]),
        ("đăng 02 tin, bài/tháng", [("2", "tin, bài/tháng", "")]),
        ("Tối thiểu 12 tin, bài và 01 phóng sự", [("12", "tin, bài", "Tối thiểu"), ("1", "phóng sự", "")]),
        ("ít nhất 1.500 lượt người tham gia", [("1500", "lượt người", "ít nhất")]),
        ("Tỷ lệ đạt 97,5 % trở lên", [("97.5", "%", "đạt")]),
        ("95% trở lên", [("95", "%", "từ")]),
        ("không quá 03 hội nghị", [("3", "hội nghị", "không quá")]),
        ("phát thanh 02 lần / tuần", [("2", "lần/tuần", "")]),
    ],
)
def test_a_target_has_number_unit_and_comparison(text: str, found: list[tuple[str, str, str]]) -> None:
    targets = find_targets(text)
    assert [(target.number, target.unit, target.comparison) for target in targets] == [
        (Decimal(number), unit, comparison) for number, unit, comparison in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "năm 2026",
            "Nghị quyết số 76/NQ-CP ngày 15/7/2021",
            "dịch vụ công trực tuyến mức độ 3, mức độ 4",
            "Đề án 06/CP",
        ),
        *("giai đoạn 2021 - 2030", "TCVN ISO 9001:2015", "trước ngày 30/11/2025", "6 tháng đầu năm", ""),
    ],
)
def test_other_numbers_are_no_targets(text: str) -> None:
    assert find_targets(text) == ()


@given(st.text(), st.integers(0, 99_999), st.sampled_from(("%", " tin, bài/tháng", " mô hình")))
def test_the_span_of_a_target_is_where_it_stands(before: str, number: int, unit: str) -> None:
    text = f"{before}; ít nhất {number}{unit}."
    target = find_targets(text)[-1]
    assert text[target.start : target.end] == f"ít nhất {number}{unit}"
    assert target.number == number


@pytest.mark.parametrize(
    ("text", "met", "missed"),
    [
        ("trên 90%", 91, 90),
        ("ít nhất 24 tin", 24, 23),
        ("24 mô hình", 24, 23),
        ("dưới 5%", 4, 5),
        ("không quá 3 hội nghị", 3, 4),
        ("tối đa 3 hội nghị", 3, 4),
    ],
)
def test_a_target_knows_when_it_is_met(text: str, met: int, missed: int) -> None:
    (target,) = find_targets(text)
    assert target.is_met_by(met)
    assert not target.is_met_by(missed)


@settings(max_examples=25)
@given(plans(max_sections=1, max_appendices=0))
def test_the_targets_of_a_plan_lead_to_where_they_stand(plan: Plan) -> None:
    goal = item(Level.DASH, "Phấn đấu 100% thủ tục được niêm yết. Đăng ít nhất 24 tin, bài.")
    task = Task(content=(item(Level.PARAGRAPH, "Viết tin"),), target=RichText.of("02 tin/tháng"))
    filled = replace(
        plan,
        sections=(Section((SectionRole.TARGETS,), "Mục tiêu", (goal,)),),
        appendices=(Appendix("Nhiệm vụ", rows=(task,)),),
    )
    found = plan_targets(filled)
    assert [(one.target.number, one.target.unit, one.source) for one in found] == [
        (Decimal(100), "%", goal.id),
        (Decimal(24), "tin, bài", goal.id),
        (Decimal(2), "tin/tháng", task.id),
    ]
    assert found[1].sentence == "Đăng ít nhất 24 tin, bài."
