"""What may be wrong with a dossier file, each told in Vietnamese with what to do."""

from __future__ import annotations

import sqlite3

from cchc_desktop.errors import UserFacingError


class NotADossier(UserFacingError):
    """The file is something else: it was not touched."""


class DossierDamaged(UserFacingError):
    """The file is a dossier whose content cannot be trusted or read."""


class DossierTooNew(UserFacingError):
    """The file was written by a newer program in a way that this one cannot even read."""


class DossierInUse(UserFacingError):
    """Somebody has the dossier open; ``holder`` says who, as far as it is known. It can be opened for reading."""

    def __init__(self, holder: str = "") -> None:
        who = f"{holder} đang mở hồ sơ này" if holder else "Hồ sơ này đang được mở ở một cửa sổ hoặc máy khác"
        super().__init__(
            f"{who} nên chưa thể sửa ở đây.",
            "Hãy đóng hồ sơ ở nơi đang mở rồi mở lại, hoặc mở để xem (không sửa).",
        )
        self.holder = holder


class DossierReadOnly(UserFacingError):
    """Something was to be saved into a dossier that is open for reading."""


class DossierMoved(UserFacingError):
    """The file is no longer where it was opened: saving into it would be saving into nothing."""

    def __init__(self) -> None:
        super().__init__(
            "Tệp hồ sơ đã bị chuyển chỗ, đổi tên, thay thế hoặc xoá trong khi đang mở nên chưa lưu được.",
            "Hãy chọn “Lưu bản sao” để giữ phần vừa soạn ở một tệp khác.",
        )


def storage_error(error: sqlite3.Error) -> UserFacingError:
    """What the person is told about an error of SQLite (https://www.sqlite.org/rescode.html)."""
    # sqlite_utils and Python's own checks raise errors without a code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return UserFacingError(
                "Ổ đĩa đã đầy nên chưa lưu được; phần đã lưu trước đó vẫn còn nguyên.",
                "Hãy xoá bớt tệp không cần trên ổ đĩa; chương trình sẽ lưu lại ngay khi có chỗ.",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DossierInUse()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return UserFacingError(
                "Không ghi được vào tệp hồ sơ hoặc thư mục chứa tệp; phần đã lưu trước đó vẫn còn nguyên.",
                "Hãy kiểm tra tệp hoặc USB có bị khoá chống ghi không, hoặc lưu bản sao sang thư mục khác.",
            )
        case sqlite3.SQLITE_IOERR:
            return UserFacingError(
                "Ổ đĩa báo lỗi khi đọc hoặc ghi tệp hồ sơ; phần đã lưu trước đó vẫn còn nguyên.",
                "Hãy kiểm tra USB còn cắm và ổ đĩa còn chỗ trống, hoặc lưu bản sao sang ổ đĩa khác.",
            )
        case _:
            return damaged()


def damaged() -> DossierDamaged:
    """The dossier cannot be read any more."""
    return DossierDamaged(
        "Tệp hồ sơ bị hỏng nên không đọc được; chương trình không sửa gì vào tệp.",
        "Hãy mở bản sao gần nhất của hồ sơ (bản đã gửi, bản trên USB hoặc bản sao lưu cùng thư mục).",
    )
