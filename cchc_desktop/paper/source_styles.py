"""What a paragraph of our own Word files is, known by the name of its style: the strongest evidence there is."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from cchc_desktop.domain.outline import Level


class Role(Enum):
    """What a line of a paper does."""

    ORNAMENT = auto()  # blank, or a drawn line: the program draws its own
    SUPERIOR = auto()
    BODY = auto()
    NATIONAL = auto()
    NUMBER = auto()
    PLACE = auto()
    KIND = auto()
    SUBJECT = auto()
    ATTACHED = auto()
    AUTHORITY = auto()
    BASIS = auto()
    RESOLUTION = auto()
    TEXT = auto()
    RECIPIENTS_LABEL = auto()
    RECIPIENT = auto()
    SIGNER_TITLE = auto()
    SIGNER_NAME = auto()
    APPENDIX = auto()
    APPENDIX_TITLE = auto()


# The names are those of formats/word_styles.py, which this layer must not import; a test holds them together.
_PREFIX: Final = "CCHC "
_ROLES: Final[dict[str, Role]] = {
    "Cơ quan cấp trên": Role.SUPERIOR,
    "Cơ quan ban hành": Role.BODY,
    "Quốc hiệu": Role.NATIONAL,
    "Tiêu ngữ": Role.NATIONAL,
    "Số, ký hiệu": Role.NUMBER,
    "Địa danh, thời gian": Role.PLACE,
    "Tên loại": Role.KIND,
    "Trích yếu": Role.SUBJECT,
    "Kèm theo": Role.ATTACHED,
    "Thẩm quyền": Role.AUTHORITY,
    "Căn cứ": Role.BASIS,
    "Quyết định": Role.RESOLUTION,
    "Mục": Role.TEXT,
    "Điều": Role.TEXT,
    "Khoản": Role.TEXT,
    "Khoản cấp 2": Role.TEXT,
    "Khoản cấp 3": Role.TEXT,
    "Tiêu đề điểm": Role.TEXT,
    "Nội dung": Role.TEXT,
    "Nơi nhận": Role.RECIPIENTS_LABEL,
    "Dòng nơi nhận": Role.RECIPIENT,
    "Chức vụ ký": Role.SIGNER_TITLE,
    "Họ tên người ký": Role.SIGNER_NAME,
    "Phụ lục": Role.APPENDIX,
    "Tên phụ lục": Role.APPENDIX_TITLE,
    "Gạch ngắn": Role.ORNAMENT,
    "Gạch dài": Role.ORNAMENT,
    "Ngắt phần": Role.ORNAMENT,
}
_HEADINGS: Final = frozenset(
    f"{_PREFIX}{name}" for name in ("Khoản", "Khoản cấp 2", "Khoản cấp 3", "Tiêu đề điểm")
)
_RUNNING: Final = f"{_PREFIX}Nội dung"
_BOLD_LABELS: Final = (Level.ARABIC, Level.DECIMAL, Level.SUBDECIMAL)


def role_of_style(style: str) -> Role | None:
    """The role that one of our own styles gives; None for any other style."""
    return _ROLES.get(style.removeprefix(_PREFIX)) if style.startswith(_PREFIX) else None


def is_heading_style(style: str) -> bool:
    """Whether the style is that of an item that is a heading alone."""
    return style in _HEADINGS


def is_running_style(style: str) -> bool:
    """Whether the style is that of an item that holds text, with or without a heading run in."""
    return style == _RUNNING


def has_bold_label(level: Level) -> bool:
    """Whether the label of a headed item of this level is printed bold."""
    return level in _BOLD_LABELS
