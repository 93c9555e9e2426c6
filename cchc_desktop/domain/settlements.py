"""What a commune calls the places its people live in: thôn, ấp, bản, tổ dân phố, khu phố, khóm."""

from __future__ import annotations

from cchc_desktop.domain.office import Office

# By custom, not by law: each province keeps its own words, so this is a first suggestion that the office may change.
_SOUTH = frozenset({"75", "79", "80", "82", "86", "91", "92", "96"})
_NORTH_WEST = frozenset({"11", "12", "14"})
_WARDS = {
    **dict.fromkeys(("22", "44", "75", "79", "80"), "khu phố"),
    **dict.fromkeys(("82", "86", "91", "96"), "khóm"),
    "92": "khu vực",
}


def settlement_noun(office: Office) -> str:
    """ "thôn", "bản", "ấp", "tổ dân phố", "khu phố" …: by the kind of commune and its province."""
    code = office.province.code
    match office.kind:
        case "Phường":
            return _WARDS.get(code, "tổ dân phố")
        case "Xã" if code in _SOUTH:
            return "ấp"
        case "Xã" if code in _NORTH_WEST:
            return "bản"
        case "Đặc khu" if office.name == "Phú Quốc":
            return "khu phố"
        case _:
            return "thôn"
