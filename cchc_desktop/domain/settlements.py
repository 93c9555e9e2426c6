"""What a commune calls the places its people live in: thôn, ấp, bản, tổ dân phố, khu phố, khóm."""

from __future__ import annotations

from cchc_desktop.domain.office import Office

# By custom, not by law: each province keeps its own words, so this is a first suggestion that the office may change.
_SOUTH = frozenset({"75", "79", "80", "82", "86", "91", "92", "96"})
_QUARTERS = {"75": "khu phố", "79": "khu phố", "80": "khu phố", "92": "khu vực"}
_KHOM = frozenset({"82", "86", "91", "96"})


def settlement_noun(office: Office) -> str:
    """ "thôn", "ấp", "tổ dân phố", "khu phố", "khóm", "khu vực": by the kind of commune and its province."""
    code = office.province.code
    if office.kind != "Phường":
        return (
            "ấp"
            if code in _SOUTH and office.kind == "Xã"
            else "thôn"
            if office.kind == "Xã"
            else "khu dân cư"
        )
    if code in _KHOM:
        return "khóm"
    return _QUARTERS.get(code, "tổ dân phố")
