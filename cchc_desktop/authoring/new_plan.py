"""A new plan for an office and a year: with suggested contents, or with its sections named and empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cchc_desktop.authoring.ingredients import Ingredients, load_ingredients, names_only
from cchc_desktop.authoring.signer_choice import signed_as
from cchc_desktop.authoring.signing import COLLECTIVE
from cchc_desktop.authoring.suggested import Suggestions
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.placeholders import words_for
from cchc_desktop.domain.plan import (
    Article,
    Capacity,
    Decision,
    IssueForm,
    Opening,
    Plan,
    Recipient,
    Recipients,
    Signature,
)
from cchc_desktop.domain.profile import OfficeProfile, default_profile
from cchc_desktop.domain.task import Appendix, TaskColumn, columns
from cchc_desktop.domain.vietnamese import new_id

_COLUMNS = columns(
    TaskColumn.ORDER,
    TaskColumn.CONTENT,
    TaskColumn.PRODUCT,
    TaskColumn.LEAD,
    TaskColumn.COOPERATION,
    TaskColumn.TIMING,
    product="Sản phẩm, kết quả",
)


def new_plan(
    office: Office,
    year: int,
    *,
    suggested: bool,
    form: IssueForm = IssueForm.PLAN,
    profile: OfficeProfile | None = None,
    ingredients: Ingredients | None = None,
    today: date | None = None,
) -> Plan:
    """A draft for the year. Letterhead, symbol, place, recipients and signer are those of the profile in both cases.

    No ``profile``: the one that follows from the commune. ``ingredients`` are read from the catalogues when not given.
    Legal bases are those that hold ``today`` and in the year.
    """
    kept = default_profile(office) if profile is None else profile
    if ingredients is None:
        # The articles of a decision are a formality that an empty start needs too.
        ingredients = load_ingredients() if suggested or form.is_decision else names_only()
    words = words_for(office, kept, year)
    texts = Suggestions(ingredients, office, kept, year, today or date.today(), words)
    recipe = ingredients.recipe
    appendix = Appendix(texts.line(recipe.appendix_title), _COLUMNS, texts.rows() if suggested else ())
    return Plan(
        form=form,
        period=Period.of(year),
        letterhead=kept.letterhead,
        symbol=kept.decision_symbol if form.is_decision else kept.plan_symbol,
        place=kept.place,
        date=PartialDate(None, None, year),
        title=texts.line(recipe.decision_title if form.is_decision else recipe.title),
        issuer=kept.issuer,
        opening=_opening(texts, form) if suggested else Opening(),
        decision=_decision(texts, form) if form.is_decision else None,
        sections=texts.sections() if suggested else texts.empty_sections(),
        closing=texts.paragraphs(recipe.closing) if suggested and not form.is_decision else (),
        recipients=_recipients(kept, form),
        signature=_signature(kept),
        appendices=(appendix,),
    )


def new_plan_in(dossier: Dossier, year: int, *, suggested: bool, form: IssueForm = IssueForm.PLAN) -> Plan:
    """A draft for the office of a dossier, with its profile and with the legal documents it updated."""
    ingredients = load_ingredients(dossier.bases) if suggested else None
    profile = dossier.office_profile
    return new_plan(
        dossier.office, year, suggested=suggested, form=form, profile=profile, ingredients=ingredients
    )


def _opening(texts: Suggestions, form: IssueForm) -> Opening:
    recipe = texts.ingredients.recipe
    match form:
        case IssueForm.PLAN:
            return Opening(texts.bases(), paragraphs=texts.paragraphs(recipe.opening))
        case IssueForm.DECISION_DIRECT:
            return Opening(texts.bases(), texts.line(recipe.proposal))
        case IssueForm.DECISION_ATTACHED:
            return Opening(
                texts.bases(), texts.line(recipe.proposal), texts.paragraphs(recipe.opening_attached)
            )


def _recipients(profile: OfficeProfile, form: IssueForm) -> Recipients:
    usual = tuple(replace(one, id=new_id()) for one in profile.recipients)
    if not form.is_decision:
        return Recipients(usual, profile.archive)
    # A decision is sent first to those its last article names (NĐ 30/2020, Mẫu 1.2), and they are not named again.
    rooms = profile.agency(Function.DIVISIONS)
    others = (one for one in usual if rooms is None or one.name != rooms.name)
    return Recipients((Recipient("Như Điều 3"), *others), profile.archive)


def _signature(profile: OfficeProfile) -> Signature:
    usual = Signature(head="CHỦ TỊCH", collective=COLLECTIVE, capacity=Capacity.HEAD, title="PHÓ CHỦ TỊCH")
    return signed_as(usual, profile.signers[0]) if profile.signers else usual


def _decision(texts: Suggestions, form: IssueForm) -> Decision:
    recipe = texts.ingredients.recipe
    keys = recipe.articles_attached if form is IssueForm.DECISION_ATTACHED else recipe.articles
    articles = tuple(Article(text) for text in texts.articles(keys))
    return Decision(texts.profile.issuer.upper(), articles, texts.line(recipe.title))
