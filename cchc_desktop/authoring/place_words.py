"""Where in a plan a text stands, in the words of the program: "Mục V", "Nhiệm vụ 3, chủ trì", "Nơi nhận"."""

from __future__ import annotations

from cchc_desktop.authoring.places import Home, place_of
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.task import Task, TaskColumn
from cchc_desktop.domain.vietnamese import roman

_MARKED = {
    "title": "Tên kế hoạch",
    "authority": "Thẩm quyền ban hành",
    "proposal": "Theo đề nghị",
    "opening": "Phần mở đầu",
    "closing": "Câu kết",
}
_FIELDS = {
    "letterhead-body": "Tên cơ quan ban hành",
    "letterhead-superior": "Cơ quan cấp trên",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "issuer": "Tên cơ quan viết thường",
    "archive": "Dòng “Lưu”",
}
_CELLS = {
    TaskColumn.LEAD.value: "chủ trì",
    TaskColumn.COOPERATION.value: "phối hợp",
    TaskColumn.PRODUCT.value: "sản phẩm",
    TaskColumn.TIMING.value: "thời gian",
    TaskColumn.TARGET.value: "chỉ tiêu",
    TaskColumn.BUDGET.value: "kinh phí",
    TaskColumn.NOTE.value: "ghi chú",
}


def place_words(plan: Plan, target: str, name: str) -> str:
    """Where the text ``name`` of the value ``target`` stands (as ``renaming.PlanChange`` and ``adapt_texts`` name them)."""
    if name in _FIELDS:
        return _FIELDS[name]
    plan_id, _, mark = target.partition(":")
    if plan_id == plan.id:
        if mark == "sign":
            return "Nơi nhận" if name.startswith("recipient-") else "Người ký"
        return _MARKED.get(mark, "")
    for number, basis in enumerate(plan.opening.bases, 1):
        if basis.id == target:
            return f"Căn cứ {number}"
    return _task_words(plan, target, name) or _home_words(plan, target)


def _task_words(plan: Plan, target: str, name: str) -> str:
    number = 0
    for appendix in plan.appendices:
        for row in appendix.rows:
            is_task = isinstance(row, Task)
            number += is_task
            if row.id == target:
                return f"Nhiệm vụ {number}, {_CELLS.get(name, 'nội dung')}" if is_task else "Nhóm nhiệm vụ"
    return ""


def _home_words(plan: Plan, target: str) -> str:
    titled = [section.id for section in plan.sections if section.title.strip()]
    place = place_of(plan, target)
    key = target if place is None else place.key
    if key in titled:
        return f"Mục {roman(titled.index(key) + 1)}"
    articles = [article.id for article in plan.decision.articles] if plan.decision else []
    if key in articles:
        return f"Điều {articles.index(key) + 1}"
    if any(appendix.id == key for appendix in plan.appendices):
        return "Phụ lục"
    if place is None:
        return ""
    return {Home.OPENING: "Phần mở đầu", Home.CLOSING: "Câu kết"}.get(place.home, "")
