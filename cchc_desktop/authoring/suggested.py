"""The suggested plan: entries of the library put together by the recipe, for one office and one year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.authoring.ingredients import Ingredients
from cchc_desktop.authoring.suggested_agencies import Workers
from cchc_desktop.authoring.suggested_bases import suggested_bases
from cchc_desktop.catalog.plan_recipe import RecipePart, RecipeSection
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Level, Outline, OutlineItem, item
from cchc_desktop.domain.outline_notation import read_outline
from cchc_desktop.domain.placeholders import Words, fill, fill_outline
from cchc_desktop.domain.plan import LegalBasis, Section, SectionRole
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import TaskGroup, TaskRow
from cchc_desktop.domain.vietnamese import new_id


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The texts of a plan for an office and a year; every call makes them anew, with keys of their own."""

    ingredients: Ingredients
    office: Office
    profile: OfficeProfile
    year: int
    today: date
    words: Words

    def line(self, text: str) -> str:
        """A text of the recipe with its names filled in."""
        return fill(text, self.words)

    def bases(self) -> tuple[LegalBasis, ...]:
        """The legal bases that hold from the year's first day on, and today when that is later."""
        day = max(date(self.year, 1, 1), self.today)
        return suggested_bases(self.ingredients.recipe, self.ingredients.documents, self.words, day)

    def paragraphs(self, keys: tuple[str, ...]) -> Outline:
        """Entries as they stand, for opening and closing."""
        return _anew(fill_outline(self.ingredients.text(keys, self.office), self.words))

    def articles(self, keys: tuple[str, ...]) -> tuple[RichText, ...]:
        """Entries as the texts of articles."""
        return tuple(one.text for one in self.paragraphs(keys))

    def sections(self) -> tuple[Section, ...]:
        """The sections with their contents."""
        return tuple(
            Section(one.roles, self.line(one.title), self._items(one))
            for one in self.ingredients.recipe.sections
        )

    def empty_sections(self) -> tuple[Section, ...]:
        """The sections by their names alone."""
        return tuple(Section(one.roles, self.line(one.title)) for one in self.ingredients.recipe.sections)

    def rows(self) -> tuple[TaskRow, ...]:
        """The rows of the appendix."""
        return tuple(self._rows())

    @property
    def _workers(self) -> Workers:
        return Workers(self.profile, self.ingredients.recipe.fallback)

    def _rows(self) -> Iterator[TaskRow]:
        for group in self.ingredients.recipe.groups:
            tasks = [one.task for one in self.ingredients.chosen(group.tasks, self.office) if one.task]
            if tasks:
                yield TaskGroup(self.line(group.title))
                yield from (self._workers.given_out(task, self.words) for task in tasks)

    def _items(self, section: RecipeSection) -> Outline:
        if SectionRole.ORGANISATION in section.roles and not section.parts:
            return self._responsibilities()
        written = _anew(fill_outline(read_outline(section.text), self.words))
        return (*written, *(line for part in section.parts for line in self._part(part)))

    def _responsibilities(self) -> Outline:
        recipe = self.ingredients.recipe
        tasks = self.ingredients.chosen(recipe.tasks, self.office)
        done = {one.id for one in tasks}
        # A duty that only speaks of tasks this kind of commune does not have would be about nothing.
        duties = [
            one
            for one in self.ingredients.chosen(recipe.duties, self.office)
            if not one.tasks or done.intersection(one.tasks)
        ]
        return self._workers.responsibilities(duties, tasks, self.words)

    def _part(self, part: RecipePart) -> Iterator[OutlineItem]:
        if part.heading:
            yield item(Level.ARABIC, heading=self.line(part.heading))
        for entry in self.ingredients.chosen(part.entries, self.office):
            yield from self._entry(entry, part.level)

    def _entry(self, entry: LibraryEntry, level: Level) -> Iterator[OutlineItem]:
        for one in _anew(fill_outline(entry.content, self.words)):
            yield replace(one, level=level) if one.level is Level.PARAGRAPH else one


def _anew(outline: Outline) -> Outline:
    """The same items as things of their own: an entry may stand in several plans of a dossier."""
    return tuple(replace(one, id=new_id()) for one in outline)
