"""The legal bases of a suggested plan: those that hold, in the usual order, and lines that only the office can complete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue
from cchc_desktop.authoring.plan_bases import basis_line
from cchc_desktop.catalog.plan_recipe import PlanRecipe
from cchc_desktop.domain.citation import basis_order
from cchc_desktop.domain.legal_document import Force, LegalDocument
from cchc_desktop.domain.placeholders import Words, fill
from cchc_desktop.domain.plan import LegalBasis
from cchc_desktop.domain.rich_text import RichText


def suggested_bases(
    recipe: PlanRecipe, documents: BasisCatalogue, words: Words, day: date
) -> tuple[LegalBasis, ...]:
    """The bases of a plan issued on this day or later: a document that has ended gives way to what replaced it."""
    found = dict.fromkeys(one for key in recipe.bases for one in _in_force(documents, key, day))
    national = sorted((basis_line(one) for one in found), key=basis_order)
    own = (fill(line, words) for line in recipe.bases_to_fill)
    return tuple(LegalBasis(RichText.of(line)) for line in (*national, *own))


def _in_force(documents: BasisCatalogue, key: str, day: date) -> Iterator[LegalDocument]:
    document = documents.document(key)
    if document is None:
        raise KeyError(key)
    candidates: tuple[LegalDocument, ...] = (document,)
    if document.force_on(day) is Force.ENDED:
        candidates = documents.successors(document, day)
    yield from (one for one in candidates if one.force_on(day) is Force.IN_FORCE)
