"""The paragraph styles of our Word forms by the name an official sees: what a paragraph is, Word knows by its style."""

from __future__ import annotations

from typing import Final

PREFIX: Final = "CCHC "

SUPERIOR: Final = "CCHC Cơ quan cấp trên"
BODY_NAME: Final = "CCHC Cơ quan ban hành"
NATIONAL_NAME: Final = "CCHC Quốc hiệu"
NATIONAL_MOTTO: Final = "CCHC Tiêu ngữ"
NUMBER: Final = "CCHC Số, ký hiệu"
PLACE_DATE: Final = "CCHC Địa danh, thời gian"

KIND: Final = "CCHC Tên loại"
SUBJECT: Final = "CCHC Trích yếu"
ATTACHED: Final = "CCHC Kèm theo"
AUTHORITY: Final = "CCHC Thẩm quyền"
BASIS: Final = "CCHC Căn cứ"
RESOLUTION: Final = "CCHC Quyết định"

SECTION: Final = "CCHC Mục"
ARTICLE: Final = "CCHC Điều"
CLAUSE: Final = "CCHC Khoản"
SUBCLAUSE: Final = "CCHC Khoản cấp 2"
SUBSUBCLAUSE: Final = "CCHC Khoản cấp 3"
POINT_HEADING: Final = "CCHC Tiêu đề điểm"
TEXT: Final = "CCHC Nội dung"

RECIPIENTS_LABEL: Final = "CCHC Nơi nhận"
RECIPIENT: Final = "CCHC Dòng nơi nhận"
SIGNER_TITLE: Final = "CCHC Chức vụ ký"
SIGNER_NAME: Final = "CCHC Họ tên người ký"

APPENDIX: Final = "CCHC Phụ lục"
APPENDIX_TITLE: Final = "CCHC Tên phụ lục"

TABLE_HEADING: Final = "CCHC Bảng - đầu cột"
TABLE_GROUP: Final = "CCHC Bảng - nhóm"
TABLE_CENTRED: Final = "CCHC Bảng - ô giữa"
TABLE_TEXT: Final = "CCHC Bảng - nội dung"

RULE_SHORT: Final = "CCHC Gạch ngắn"
"""A line of a third to a half of the text above it, drawn as the border of an empty paragraph."""
RULE_FULL: Final = "CCHC Gạch dài"
"""A line exactly as long as the text above it."""
BREAK: Final = "CCHC Ngắt phần"
"""The all but invisible paragraph that ends a part."""
PAGE_NUMBER: Final = "CCHC Số trang"

BODY_TEXTS: Final = (SECTION, ARTICLE, CLAUSE, SUBCLAUSE, SUBSUBCLAUSE, POINT_HEADING, TEXT)
