"""Names of communes that are written in full in the date line.

NĐ 30/2020/NĐ-CP (Phụ lục I, Phần I, II.4) wants the full name ("Phường 1", "Phường Điện Biên Phủ") where a unit is named
by a number, a person or an event. A number can be seen; whether a name is that of a person cannot. The list below holds
only clear cases among the communes of 2026; the office can always write its place line as it is used to.
"""

from __future__ import annotations

import re
import unicodedata

_EVENTS_AND_PERSONS = """
Điện Biên Phủ

Bế Văn Đàn, Chu Văn An, Dương Minh Châu, Đặng Thùy Trâm, Hà Huy Tập, Hai Bà Trưng, Hoàng Hoa Thám, Hoàng Văn Thụ,
Hồ Đắc Kiện, Hồ Thị Kỷ, Kim Đồng, Lê Chân, Lê Đại Hành, Lê Ích Mộc, Lê Lợi, Lê Quý Đôn, Lê Thanh Nghị, Lương Thế Trân,
Lương Văn Tri, Lý Thường Kiệt, Lý Văn Lâm, Minh Khai, Ngô Mây, Ngô Quyền, Nguyễn Bỉnh Khiêm, Nguyễn Du, Nguyễn Đại Năng,
Nguyễn Huệ, Nguyễn Lương Bằng, Nguyễn Nghiêm, Nguyễn Phích, Nguyễn Trãi, Nguyễn Văn Linh, Nguyễn Việt Khái, Phạm Ngũ Lão,
Phạm Sư Mạnh, Phan Đình Phùng, Phan Ngọc Hiển, Quang Trung, Tạ An Khương, Tô Hiệu, Trần Hưng Đạo, Trần Lãm, Trần Liễu,
Trần Nhân Tông, Trần Phán, Trần Phú, Trần Văn Thời, Triệu Việt Vương, Trừ Văn Thố, Trương Quang Trọng, Yết Kiêu
"""


def is_written_in_full(name: str) -> bool:
    """Whether the date line names the unit with its kind: the name holds a number, or is that of a person or an event."""
    return any(character.isdigit() for character in name) or _spelling(name) in _IN_FULL


def _spelling(name: str) -> tuple[str, ...]:
    """Each word by its letters and marks, wherever the mark stands: "Thùy" and "Thuỳ" are one, "Đông" and "Đồng" are not."""
    return tuple("".join(sorted(unicodedata.normalize("NFD", word))) for word in name.lower().split())


_IN_FULL = frozenset(_spelling(name) for name in re.split(r"[,\n]+", _EVENTS_AND_PERSONS) if name.strip())
