"""The suggested texts that depend on the form of issue: opening, closing, articles, "Theo đề nghị của …"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.outline import Outline
from cchc_desktop.domain.placeholders import words_for
from cchc_desktop.domain.plan import IssueForm
from cchc_desktop.domain.rich_text import RichText


@dataclass(frozen=True, slots=True)
class IssueTexts:
    """As the recipe of suggested plans has them, for an office and a year."""

    title: str
    proposal: str
    opening: Outline
    opening_attached: Outline
    closing: Outline
    articles: tuple[RichText, ...]
    articles_attached: tuple[RichText, ...]

    def articles_of(self, form: IssueForm) -> tuple[RichText, ...]:
        """The articles of a decision of this form."""
        return self.articles_attached if form is IssueForm.DECISION_ATTACHED else self.articles


def issue_texts(dossier: Dossier, year: int) -> IssueTexts:
    """The texts for the office of a dossier. Raises UserFacingError when the catalogues cannot be read."""
    # Imported here: the page shows before the catalogues are needed.
    from cchc_desktop.authoring.ingredients import load_ingredients
    from cchc_desktop.authoring.suggested import Suggestions

    ingredients = load_ingredients(dossier.bases)
    profile, office = dossier.office_profile, dossier.office
    words = words_for(office, profile, year)
    texts = Suggestions(ingredients, office, profile, year, date.today(), words)
    recipe = ingredients.recipe
    return IssueTexts(
        title=texts.line(recipe.title),
        proposal=texts.line(recipe.proposal),
        opening=texts.paragraphs(recipe.opening),
        opening_attached=texts.paragraphs(recipe.opening_attached),
        closing=texts.paragraphs(recipe.closing),
        articles=texts.articles(recipe.articles),
        articles_attached=texts.articles(recipe.articles_attached),
    )


def has_words_of(outline: Outline, suggested: Outline) -> bool:
    """Whether an outline still is the suggested one, whatever its keys."""
    bare = [tuple(replace(one, id="") for one in each) for each in (outline, suggested)]
    return bool(outline) and bare[0] == bare[1]


def keyed(outline: Outline, key: str) -> Outline:
    """The outline with this key for its first item, and keys that follow from it for the others."""
    return tuple(
        replace(one, id=derived_key(key, number) if number else key) for number, one in enumerate(outline)
    )


def derived_key(key: str, number: int = 0) -> str:
    """A key that follows from another one: the same whenever it is asked for."""
    return str(uuid5(NAMESPACE_OID, f"{key}:{number}"))
