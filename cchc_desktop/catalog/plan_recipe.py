"""The recipe of the suggested plan (``resources/catalog/suggested-plan.toml``): titles, headings and what goes under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cchc_desktop.catalog.catalog_file import RawEntry, catalogue_fault, read_toml
from cchc_desktop.catalog.library import COMMUNE_KINDS
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.places import resources_dir

RECIPE_FILE = "suggested-plan.toml"

_TEXTS = ("title", "decision_title", "appendix_title", "proposal")
_TEXT_LISTS = ("opening", "opening_attached", "closing", "articles", "articles_attached")
_OTHER_LISTS = ("bases", "bases_to_fill", "duties", "fallback", "leave_out", "section", "group")
_KNOWN = frozenset({*_TEXTS, *_TEXT_LISTS, *_OTHER_LISTS})


@dataclass(frozen=True, slots=True)
class RecipePart:
    """Entries of the library under a heading of level "1.", or without one; ``level`` is that of each entry."""

    level: Level
    entries: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class RecipeSection:
    """A section of the plan. That of the responsibilities has no parts: it is made from the duties."""

    roles: tuple[SectionRole, ...]
    title: str
    parts: tuple[RecipePart, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecipeGroup:
    """A group of tasks in the appendix."""

    title: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanRecipe:
    """What the suggested plan is made of. Lists hold keys of the library; ``bases`` those of the legal documents.

    ``bases_to_fill`` are lines with "…" where only the office knows the number and date. ``fallback``: who takes over
    for an agency that an office does not have. ``leave_out``: for a kind of commune, keys that suit it but not usually.
    """

    title: str
    decision_title: str
    appendix_title: str
    proposal: str
    opening: tuple[str, ...]
    opening_attached: tuple[str, ...]
    closing: tuple[str, ...]
    articles: tuple[str, ...]
    articles_attached: tuple[str, ...]
    bases: tuple[str, ...]
    bases_to_fill: tuple[str, ...]
    sections: tuple[RecipeSection, ...]
    groups: tuple[RecipeGroup, ...]
    duties: tuple[str, ...]
    fallback: Mapping[Function, Function]
    leave_out: Mapping[str, tuple[str, ...]]

    @property
    def tasks(self) -> tuple[str, ...]:
        """The keys of all tasks, in the order of the appendix."""
        return tuple(key for group in self.groups for key in group.tasks)


def load_recipe(path: Path | None = None) -> PlanRecipe:
    """The recipe; raises UserFacingError for a fault in the file."""
    file = resources_dir() / "catalog" / RECIPE_FILE if path is None else path
    raw = read_toml(file)
    head = RawEntry(file.name, "", raw, _KNOWN)
    sections = tuple(_section(file.name, number, one) for number, one in enumerate(raw.get("section", ()), 1))
    groups = tuple(_group(file.name, number, one) for number, one in enumerate(raw.get("group", ()), 1))
    if not sections or not groups:
        raise catalogue_fault(file.name, "", "phải có ít nhất một [[section]] và một [[group]].")
    return PlanRecipe(
        title=head.text("title"),
        decision_title=head.text("decision_title"),
        appendix_title=head.text("appendix_title"),
        proposal=head.text("proposal"),
        opening=head.words("opening"),
        opening_attached=head.words("opening_attached"),
        closing=head.words("closing"),
        articles=head.words("articles"),
        articles_attached=head.words("articles_attached"),
        bases=head.words("bases"),
        bases_to_fill=head.words("bases_to_fill"),
        sections=sections,
        groups=groups,
        duties=head.words("duties"),
        fallback=_fallback(file.name, raw),
        leave_out=_leave_out(file.name, raw),
    )


def _section(file: str, number: int, raw: Mapping[str, Any]) -> RecipeSection:
    one = RawEntry(file, f"section {number}", raw, ("roles", "title", "part", "text"))
    parts = tuple(
        _part(RawEntry(file, f"section {number}, part {at}", part, ("heading", "level", "entries")))
        for at, part in enumerate(raw.get("part", ()), 1)
    )
    return RecipeSection(
        one.choices("roles", SectionRole), one.text("title"), parts, one.text("text", is_required=False)
    )


def _part(raw: RawEntry) -> RecipePart:
    return RecipePart(
        raw.choice("level", Level), raw.words("entries"), raw.text("heading", is_required=False)
    )


def _group(file: str, number: int, raw: Mapping[str, Any]) -> RecipeGroup:
    one = RawEntry(file, f"group {number}", raw, ("title", "tasks"))
    return RecipeGroup(one.text("title"), one.words("tasks"))


def _fallback(file: str, raw: Mapping[str, Any]) -> dict[Function, Function]:
    names = [one.value for one in Function]
    table = RawEntry(file, "fallback", raw.get("fallback", {}), names)
    return {one: table.choice(one.value, Function) for one in Function if table.has(one.value)}


def _leave_out(file: str, raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    table = RawEntry(file, "leave_out", raw.get("leave_out", {}), COMMUNE_KINDS)
    return {kind: table.words(kind) for kind in COMMUNE_KINDS}
