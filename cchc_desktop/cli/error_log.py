"""Faults of the program itself on the command line: kept in a file for whoever helps, told in a sentence."""

from __future__ import annotations

from cchc_desktop import fault_report
from cchc_desktop.errors import UserFacingError


def unexpected(error: Exception) -> UserFacingError:
    """Write down an error that nobody foresaw; returns what the person is told."""
    message = "Chương trình gặp lỗi ngoài dự kiến nên đã dừng; các tệp đã lưu không bị ảnh hưởng."
    try:
        path = fault_report.keep(fault_report.report(error))
    except OSError:
        return UserFacingError(message, "Hãy thử lại; nếu vẫn lỗi, hãy báo cho người hỗ trợ.")
    return UserFacingError(message, f"Hãy thử lại; nếu vẫn lỗi, hãy gửi tệp “{path}” cho người hỗ trợ.")
