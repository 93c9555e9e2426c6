"""What suggested plans are made of: the recipe, the library and the legal documents, read together when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue, basis_catalogue
from cchc_desktop.catalog.plan_recipe import PlanRecipe, load_recipe
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.outline import Outline


@dataclass(frozen=True, slots=True)
class Ingredients:
    """The recipe, the entries of the library by their keys, and the legal documents."""

    recipe: PlanRecipe
    entries: Mapping[str, LibraryEntry] = field(default_factory=dict)
    documents: BasisCatalogue = field(default_factory=lambda: BasisCatalogue(()))

    def chosen(self, keys: Iterable[str], office: Office) -> tuple[LibraryEntry, ...]:
        """The entries with these keys that suit the kind of commune. Raises KeyError (a fault of the recipe)."""
        left_out = self.recipe.leave_out.get(office.kind, ())
        found = (self.entries[key] for key in keys if key not in left_out)
        return tuple(one for one in found if not one.only_for or office.kind in one.only_for)

    def text(self, keys: Iterable[str], office: Office) -> Outline:
        """The contents of these entries one after the other."""
        return tuple(item for one in self.chosen(keys, office) for item in one.content)


def names_only() -> Ingredients:
    """The recipe alone, enough for a plan whose sections are named and empty."""
    return Ingredients(load_recipe())


def load_ingredients(bases: tuple[LegalDocument, ...] = ()) -> Ingredients:
    """Everything the program comes with; ``bases`` are the dossier's own legal documents and updates."""
    from cchc_desktop.catalog.library import load_library

    return Ingredients(load_recipe(), {one.id: one for one in load_library()}, basis_catalogue(bases))
