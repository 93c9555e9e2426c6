"""Names in braces inside suggested texts, and what stands for them in a plan of one office and one year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.domain.agency_directory import Function, default_agencies
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import CELL_COLUMNS, Task
from cchc_desktop.domain.vietnamese import upper_first

_NAME = re.compile(r"\{(\w+)\}")
_BRACES = re.compile(r"(\{+)(\w+)(\}+)")

Words = Mapping[str, str]


def words_for(office: Office, profile: OfficeProfile, year: int) -> dict[str, str]:
    """What stands for each name in braces: years, words for the commune and the province, and agencies by function.

    An agency the office has struck from its list keeps its usual name.
    """
    noun = office.common_noun
    agencies = {one.function.value: one.name for one in default_agencies(office) if one.function}
    agencies |= {one.function.value: one.name for one in reversed(profile.agencies) if one.function}
    return {
        "nam": str(year),
        "nam_truoc": str(year - 1),
        "nam_sau": str(year + 1),
        "cap": noun,
        "Cap": upper_first(noun),
        "don_vi": office.full_name,
        "ubnd": profile.issuer,
        "ubnd_cap": f"Ủy ban nhân dân {noun}",
        "tinh": office.province.kind.lower(),
        "ten_tinh": office.province.full_name,
        "thon": profile.settlement,
        "truong_vhxh": _head(profile, Function.CULTURE),
        "chanh_van_phong": _head(profile, Function.OFFICE),
        **agencies,
    }


PLACEHOLDERS = frozenset(
    {
        *("nam", "nam_truoc", "nam_sau", "cap", "Cap", "don_vi", "ubnd", "ubnd_cap", "tinh", "ten_tinh"),
        *("thon", "truong_vhxh", "chanh_van_phong"),
        *(function.value for function in Function),
    }
)
"""Every name that may stand in braces."""


def _head(profile: OfficeProfile, function: Function) -> str:
    agency = profile.agency(function)
    if agency is None or not agency.head:
        return "Thủ trưởng cơ quan tham mưu"
    return agency.head


def fill(text: str, words: Words) -> str:
    """The text with its names in braces replaced; a name that is not among the words stays as it is.

    Doubled braces stand for themselves: "{{nam}}" becomes "{nam}" (:func:`kept_literal`).
    """
    return _BRACES.sub(lambda found: _filled(found, words), text) if "{" in text else text


def _filled(found: re.Match[str], words: Words) -> str:
    opened, name, closed = found.groups()
    if name not in words:
        return found[0]
    if len(opened) > 1 and len(closed) > 1:
        return opened[1:] + name + closed[1:]
    return opened[1:] + words[name] + closed[1:]


def kept_literal(text: str) -> str:
    """The text so written that :func:`fill` gives it back as it is, braces that people typed included."""
    return _BRACES.sub(lambda found: f"{{{found[0]}}}" if found[2] in PLACEHOLDERS else found[0], text)


def fill_rich(text: RichText, words: Words) -> RichText:
    """As :func:`fill`, typefaces kept."""
    return RichText(tuple(Run(fill(run.text, words), run.bold, run.italic) for run in text.runs))


def fill_outline(outline: Outline, words: Words) -> Outline:
    """As :func:`fill`, for every item; keys stay."""
    return tuple(
        replace(one, heading=fill_rich(one.heading, words), text=fill_rich(one.text, words))
        for one in outline
    )


def fill_task(task: Task, words: Words) -> Task:
    """As :func:`fill`, for content and cells; keys stay."""
    for column in CELL_COLUMNS:
        task = task.with_cell(column, fill_rich(task.cell(column), words))
    return task.with_content(fill_outline(task.content, words))


def names_in(text: str) -> frozenset[str]:
    """The names in braces of a text."""
    return frozenset(_NAME.findall(text))
