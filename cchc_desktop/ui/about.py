"""What the program says about itself."""

from __future__ import annotations

from cchc_desktop import __version__

_MORE = """Soạn, xuất và giữ kế hoạch tuyên truyền cải cách hành chính của Ủy ban nhân dân cấp xã. \
Chương trình không kết nối mạng; mọi thứ nằm trong tệp hồ sơ trên máy của anh, chị.

Thể thức theo Nghị định số 30/2020/NĐ-CP. Phần mềm tự do, giấy phép MIT."""


def about_text() -> tuple[str, str]:
    """A headline and the rest."""
    return f"CCHC Desktop, bản {__version__}", _MORE
