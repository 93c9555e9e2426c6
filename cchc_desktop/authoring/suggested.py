"""The suggested plan: the texts of ``resources/catalog/suggested-plan.toml`` made to fit one office and one year."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.agency_directory import economic_room, service_centre
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.outline_notation import read_outline
from cchc_desktop.domain.plan import LegalBasis, Recipient, Section, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import Task, TaskGroup, TaskRow
from cchc_desktop.places import resources_dir

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def words_for(office: Office, year: int) -> dict[str, str]:
    """What stands in a text of the catalogue for ``{cap}``, ``{nam}`` and the other names in braces."""
    noun = office.common_noun
    return {
        "nam": str(year),
        "nam_truoc": str(year - 1),
        "cap": noun,
        "Cap": office.kind,
        "don_vi": office.full_name,
        "tinh": office.province.kind.lower(),
        "ubnd_tinh": f"Ủy ban nhân dân {office.province.full_name}",
        "phong_kinh_te": economic_room(office),
        "trung_tam_hcc": f"{service_centre(office)} {noun}",
    }


@dataclass(frozen=True, slots=True)
class SuggestedTexts:
    """The catalogue file as values, with every name in braces filled in."""

    title: str
    decision_title: str
    bases: tuple[LegalBasis, ...]
    proposal: str
    opening: Outline
    articles: tuple[str, str, str]
    attached_article: str
    sections: tuple[Section, ...]
    appendix_title: str
    rows: tuple[TaskRow, ...]
    closing: Outline
    recipients: tuple[Recipient, ...]
    archive: str


def suggested_texts(office: Office, year: int) -> SuggestedTexts:
    """The suggested texts for an office and a year; raises KeyError for an unknown name in braces (a fault of the file)."""
    path = resources_dir() / "catalog" / "suggested-plan.toml"
    raw = _filled(tomllib.loads(path.read_text(encoding="utf-8")), words_for(office, year))
    return SuggestedTexts(
        title=raw["title"],
        decision_title=raw["decision_title"],
        bases=tuple(LegalBasis(RichText.of(text)) for text in raw["bases"]),
        proposal=raw["proposal"],
        opening=read_outline(raw["opening"]),
        articles=(raw["article_1"], raw["article_2"], raw["article_3"]),
        attached_article=raw["article_1_attached"],
        sections=tuple(_section(one) for one in raw["section"]),
        appendix_title=raw["appendix_title"],
        rows=tuple(_row(one) for one in raw["row"]),
        closing=read_outline(raw["closing"]),
        recipients=tuple(Recipient(name, note) for name, note in raw["recipients"]),
        archive=raw["archive"],
    )


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    match value:
        case str():
            return _PLACEHOLDER.sub(lambda found: words[found[1]], value)
        case list():
            return [_filled(one, words) for one in value]
        case dict():
            return {key: _filled(one, words) for key, one in value.items()}
        case _:
            return value


def _section(raw: Mapping[str, Any]) -> Section:
    return Section(
        tuple(SectionRole(role) for role in raw["roles"]), raw["title"], read_outline(raw["items"])
    )


def _row(raw: Mapping[str, str]) -> TaskRow:
    if "group" in raw:
        return TaskGroup(raw["group"])
    return Task(
        content=read_outline(raw["content"]),
        product=RichText.of(raw["product"]),
        lead=RichText.of(raw["lead"]),
        cooperation=RichText.of(raw["cooperation"]),
        timing=RichText.of(raw["timing"]),
    )
