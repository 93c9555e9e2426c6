"""Names changed in the profile, offered to be changed in the drafts: every place before and after, each refusable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from cchc_desktop.authoring.adapt_places import Place
from cchc_desktop.authoring.adapt_texts import rewritten
from cchc_desktop.authoring.adaptation import Aspect, PlaceChange
from cchc_desktop.authoring.place_texts import replaced, shown_change
from cchc_desktop.authoring.renamed_names import RenamedNames
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Letterhead, Plan
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.rich_text import RichText

_CHAIRMAN = "Chủ tịch "


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A place of a draft: ``place`` as it is shown, with a key that is its own in the whole dossier.

    ``name`` says which text of the value ``place.target`` it is, or which field of the plan; ``old`` is what stands from
    ``start`` to ``end`` (of a field: all of it, several lines with a line break between), ``new`` what comes there.
    """

    plan: str
    place: PlaceChange
    name: str
    start: int
    end: int
    old: str
    new: str

    @property
    def key(self) -> str:
        """The key of the place."""
        return self.place.key


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a plan that a profile fills: how it is read, written, and what the profile puts there."""

    name: str
    home: str
    read: Callable[[Plan], str]
    write: Callable[[Plan, str], Plan]
    of_profile: Callable[[OfficeProfile, Plan], str]


def rename_offers(before: OfficeProfile, after: OfficeProfile, dossier: Dossier) -> tuple[PlanChange, ...]:
    """Every place of the plans not issued yet where a name of the profile before stands, plan by plan."""
    names = RenamedNames(before, after, dossier.office)
    found: list[PlanChange] = []
    for plan in dossier.plans:
        if not plan.is_issued:
            found.extend(_in_fields(plan, before, after))
            if names:
                found.extend(_in_texts(plan, names))
    return tuple(found)


def with_renames(dossier: Dossier, offers: Iterable[PlanChange], kept: Collection[str] = ()) -> Dossier:
    """The dossier with the places changed whose keys are not ``kept``.

    A place that was edited since it was offered, or whose plan is gone or issued by now, stays as it is.
    """
    by_plan: defaultdict[str, list[PlanChange]] = defaultdict(list)
    for offer in offers:
        if offer.key not in kept:
            by_plan[offer.plan].append(offer)
    for plan in dossier.plans:
        if plan.id in by_plan and not plan.is_issued:
            renamed = _renamed(plan, by_plan[plan.id])
            if renamed != plan:
                dossier = dossier.with_plan(renamed)
    return dossier


def _in_fields(plan: Plan, before: OfficeProfile, after: OfficeProfile) -> Iterator[PlanChange]:
    for one in _FIELDS:
        old, new = one.of_profile(before, plan), one.of_profile(after, plan)
        if old != new and one.read(plan) == old:
            place = PlaceChange(
                f"{plan.id}/{one.name}", Aspect.NAME, f"{plan.id}:{one.home}", _shown(old), _shown(new)
            )
            yield PlanChange(plan.id, place, one.name, 0, len(old), old, new)


def _in_texts(plan: Plan, names: RenamedNames) -> tuple[PlanChange, ...]:
    found: list[PlanChange] = []

    def look(target: str, name: str, text: RichText) -> RichText:
        plain = text.plain
        for place in names.places(plain):
            key = f"{plan.id}/{target}/{name}/{place.start}"
            shown = shown_change(key, target, plain, place)
            old = plain[place.start : place.end]
            found.append(PlanChange(plan.id, shown, name, place.start, place.end, old, place.after))
        return text

    rewritten(plan, look)
    return tuple(found)


def _renamed(plan: Plan, offers: Iterable[PlanChange]) -> Plan:
    in_texts: defaultdict[tuple[str, str], list[PlanChange]] = defaultdict(list)
    fields = {one.name: one for one in _FIELDS}
    for offer in offers:
        field = fields.get(offer.name)
        if field is None:
            in_texts[offer.place.target, offer.name].append(offer)
        elif field.read(plan) == offer.old:
            plan = field.write(plan, offer.new)

    def write(target: str, name: str, text: RichText) -> RichText:
        plain = text.plain
        return replaced(
            text,
            [
                Place(one.start, one.end, one.new, Aspect.NAME)
                for one in in_texts.get((target, name), ())
                if plain[one.start : one.end] == one.old
            ],
        )

    return rewritten(plan, write) if in_texts else plan


def _shown(text: str) -> str:
    return " / ".join(text.split("\n"))


def _with_body(plan: Plan, text: str) -> Plan:
    body = tuple(text.split("\n")) if text else ()
    return replace(plan, letterhead=Letterhead(body, plan.letterhead.superior))


def _with_superior(plan: Plan, text: str) -> Plan:
    return replace(plan, letterhead=Letterhead(plan.letterhead.body, text))


def _with_archive(plan: Plan, text: str) -> Plan:
    return replace(plan, recipients=replace(plan.recipients, archive=text))


def _issuer(profile: OfficeProfile, plan: Plan) -> str:
    """The body, or its chairman where the plan is his."""
    return f"{_CHAIRMAN}{profile.issuer}" if plan.issuer.startswith(_CHAIRMAN) else profile.issuer


def _symbol(profile: OfficeProfile, plan: Plan) -> str:
    return profile.decision_symbol if plan.form.is_decision else profile.plan_symbol


_FIELDS = (
    _Field(
        "letterhead-superior",
        "letterhead",
        lambda plan: plan.letterhead.superior,
        _with_superior,
        lambda profile, _: profile.letterhead.superior,
    ),
    _Field(
        "letterhead-body",
        "letterhead",
        lambda plan: "\n".join(plan.letterhead.body),
        _with_body,
        lambda profile, _: "\n".join(profile.letterhead.body),
    ),
    _Field(
        "symbol",
        "letterhead",
        lambda plan: plan.symbol,
        lambda plan, text: replace(plan, symbol=text),
        _symbol,
    ),
    _Field(
        "place",
        "letterhead",
        lambda plan: plan.place,
        lambda plan, text: replace(plan, place=text),
        lambda profile, _: profile.place,
    ),
    _Field(
        "issuer",
        "letterhead",
        lambda plan: plan.issuer,
        lambda plan, text: replace(plan, issuer=text),
        _issuer,
    ),
    _Field(
        "archive",
        "sign",
        lambda plan: plan.recipients.archive,
        _with_archive,
        lambda profile, _: profile.archive,
    ),
)
