"""Amounts of money as people write them: "5.000.000", "5 triệu đồng", "1,5 tỷ"."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc_desktop.domain.vietnamese import fold

_UNITS = {
    "": 1,
    "nghin": 1_000,
    "ngan": 1_000,
    "tr": 1_000_000,
    "trieu": 1_000_000,
    "ty": 1_000_000_000,
    "ti": 1_000_000_000,
}
_NUMBER = r"[0-9]{1,3}(?:[. ][0-9]{3})+(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+(?:[.,][0-9]+)?"
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>nghin|ngan|trieu|tr|ty|ti)?\b\s*")
_LEAD = re.compile(
    r"^(?:(?:kinh phi|du toan|so tien|tong cong|tong|khoang|du kien|toi da|khong qua)\s*:?\s*)+"
)
_TAIL = re.compile(r"\s*(?:(?:viet nam\s+)?dong|vnd|vn[dđ]|d|₫)?\s*(?:\([^()]*\))?\s*[.;,/-]*\s*$")
_LONGEST = 200
_MOST_DIGITS = 15


def parse_money(text: str) -> int | None:
    """The amount in đồng when the text says nothing but an amount; None for anything else."""
    if len(text) > _LONGEST:
        return None
    plain = " ".join(fold(text).split())
    plain = _TAIL.sub("", _LEAD.sub("", plain))
    total = Decimal(0)
    smallest: int | None = None
    at = 0
    while at < len(plain):
        match = _AMOUNT.match(plain, at)
        if match is None:
            return None
        unit = _UNITS[match["unit"] or ""]
        if smallest is not None and unit >= smallest:  # "1 tỷ 200 triệu" goes down; "5 10" is not an amount
            return None
        number = _number(match["number"], unit)
        if number is None:
            return None
        smallest = unit
        total += number * unit
        at = match.end()
    if smallest is None or total != int(total):
        return None
    return int(total)


def _number(written: str, unit: int) -> Decimal | None:
    """A point groups thousands and a comma begins decimals, unless only the other reading makes sense."""
    text = written.replace(" ", "")
    if sum(character.isdigit() for character in text) > _MOST_DIGITS:
        return None
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    # "5,000,000", and "5,000" where there can be no fraction of a đồng.
    groups = r"[0-9]{1,3}(?:,[0-9]{3})+" if unit == 1 else r"[0-9]{1,3}(?:,[0-9]{3}){2,}"
    if re.fullmatch(groups, text):
        return Decimal(text.replace(",", ""))
    return Decimal(text.replace(",", "."))


def format_money(amount: int) -> str:
    """ "5.000.000": an amount in đồng, its thousands grouped by points."""
    return f"{amount:,}".replace(",", ".")
