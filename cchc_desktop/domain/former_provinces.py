"""The 34 provinces and cities since 01/7/2025, and those before them, by the name each bears now."""

from __future__ import annotations

_MERGED = {
    "An Giang": "Kiên Giang",
    "Bắc Ninh": "Bắc Giang",
    "Cà Mau": "Bạc Liêu",
    "Cần Thơ": "Hậu Giang, Sóc Trăng",
    "Đà Nẵng": "Quảng Nam",
    "Đắk Lắk": "Phú Yên",
    "Đồng Nai": "Bình Phước",
    "Đồng Tháp": "Tiền Giang",
    "Gia Lai": "Bình Định",
    "Hải Phòng": "Hải Dương",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương",
    "Huế": "Thừa Thiên Huế",
    "Hưng Yên": "Thái Bình",
    "Khánh Hòa": "Ninh Thuận",
    "Lào Cai": "Yên Bái",
    "Lâm Đồng": "Bình Thuận, Đắk Nông",
    "Ninh Bình": "Hà Nam, Nam Định",
    "Phú Thọ": "Hòa Bình, Vĩnh Phúc",
    "Quảng Ngãi": "Kon Tum",
    "Quảng Trị": "Quảng Bình",
    "Tây Ninh": "Long An",
    "Thái Nguyên": "Bắc Kạn",
    "Tuyên Quang": "Hà Giang",
    "Vĩnh Long": "Bến Tre, Trà Vinh",
}
_ALONE = (
    "Cao Bằng",
    "Điện Biên",
    "Hà Nội",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Sơn La",
    "Thanh Hóa",
)

PRESENT_NAMES: dict[str, str] = {
    **{name: name for name in (*_MERGED, *_ALONE)},
    **{old: now for now, former in _MERGED.items() for old in former.split(", ")},
}
"""For the name of every province, of today or before, that of the province which it is today."""
