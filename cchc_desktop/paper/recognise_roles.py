"""What a section is for, guessed from the words of its title."""

from __future__ import annotations

import re

from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.domain.vietnamese import fold

_R = SectionRole
# An earlier pattern takes its words away from the later ones: "mục tiêu cụ thể" is not "mục tiêu" once more.
_PATTERNS: tuple[tuple[re.Pattern[str], SectionRole], ...] = (
    (
        re.compile(r"to chuc (?:trien khai )?thuc hien|trien khai thuc hien|phan cong|trach nhiem"),
        _R.ORGANISATION,
    ),
    (re.compile(r"muc tieu cu the|chi tieu"), _R.TARGETS),
    (re.compile(r"muc dich|yeu cau|quan diem"), _R.PURPOSE),
    (re.compile(r"muc tieu"), _R.OBJECTIVES),
    (re.compile(r"kinh phi|du toan|nguon luc"), _R.BUDGET),
    (re.compile(r"hinh thuc|phuong thuc|kenh tuyen truyen"), _R.FORMS),
    (re.compile(r"hoat dong|nhiem vu|giai phap"), _R.ACTIVITIES),
    (re.compile(r"noi dung"), _R.CONTENT),
)


def guess_roles(title: str) -> tuple[SectionRole, ...]:
    """The roles a title names, in the order it names them; OTHER alone when it names none."""
    rest = fold(title)
    found: dict[SectionRole, int] = {}
    for pattern, role in _PATTERNS:
        for match in pattern.finditer(rest):
            found[role] = min(found.get(role, match.start()), match.start())
        rest = pattern.sub(lambda match: "#" * len(match[0]), rest)
    return tuple(sorted(found, key=found.__getitem__)) or (SectionRole.OTHER,)
