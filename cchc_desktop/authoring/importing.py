"""A plan of another office or year made one's own: names, years, number and signer, each place shown and refusable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from cchc_desktop.authoring.adapt_agencies import AGENCY_CELLS, FormerNames
from cchc_desktop.authoring.adapt_places import Adapting, OldUnit, Place
from cchc_desktop.authoring.adapt_structure import structure_only
from cchc_desktop.authoring.adapt_texts import rewritten
from cchc_desktop.authoring.adaptation import AdaptOptions, Aspect, PlaceChange
from cchc_desktop.authoring.place_texts import replaced, shown_change
from cchc_desktop.domain.dates import PartialDate, Period, long_date
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Letterhead, Plan
from cchc_desktop.domain.profile import OfficeProfile, default_profile
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.paper.source_issuer import named_units, ordinary_name


@dataclass(slots=True)
class _Changes:
    """The places found so far, and which of them are kept as they are."""

    options: AdaptOptions
    found: list[PlaceChange] = field(default_factory=list)

    def offer(self, change: PlaceChange) -> bool:
        """Note a place; whether it is to be changed."""
        self.found.append(change)
        return change.key not in self.options.kept


def adapted(
    plan: Plan,
    office: Office,
    year: int,
    options: AdaptOptions | None = None,
    profile: OfficeProfile | None = None,
) -> tuple[Plan, tuple[PlaceChange, ...]]:
    """The plan for an office and a year, and every place that could be changed under the aspects asked for.

    ``profile``: letterhead, place and name of the office, and the directory by which old names of agencies are known;
    without it the one that follows from the commune.

    The plan has only those places changed that ``options.kept`` does not name. Legal bases and cited documents keep
    their names and years: a document cannot be cited with another number of a year or another issuer.
    """
    asked = options or AdaptOptions()
    changes = _Changes(asked)
    if Aspect.STRUCTURE in asked.aspects:
        plan = structure_only(plan, changes.offer)
    unit = old_unit(plan)
    adapting = Adapting(unit, office, plan.period, year - plan.period.first_year)
    ours = profile if profile is not None else default_profile(office)
    former = FormerNames(plan, unit, office, ours.agencies) if Aspect.AGENCIES in asked.aspects else None
    plan = _frame_of_office(plan, office, ours, changes)
    plan = _frame_of_issue(plan, year, changes)

    def rewrite(target: str, name: str, text: RichText) -> RichText:
        places = adapting.places(text.plain, asked.aspects)
        if former is not None:
            places = former.places_with(target, name, text.plain, places)
        chosen = [p for p in places if changes.offer(_change(target, name, text.plain, p))]
        changed = replaced(text, chosen)
        return former.without_doubles(changed) if former is not None and _in_cell(name, chosen) else changed

    plan = rewritten(plan, rewrite)
    if Aspect.YEAR in asked.aspects:
        period = plan.period
        plan = replace(plan, period=Period(year, year + period.last_year - period.first_year))
    return plan, tuple(changes.found)


def old_unit(plan: Plan) -> OldUnit | None:
    """The unit that wrote a plan, from its letterhead, its issuer, its title or its first paragraphs."""
    by_name = [ordinary_name(plan.letterhead.body), plan.issuer]
    texts = [plan.title, *(one.content.plain for one in plan.opening.paragraphs), *_some_texts(plan)]
    units = Counter[tuple[str, str]]()
    provinces = Counter[str]()
    for weight, text in [*((50, text) for text in by_name), *((2, text) for text in texts[:3])]:
        for kind, name in named_units(text):
            if kind != "tỉnh":
                units[kind, name] += weight
    for text in [*by_name, *texts]:
        provinces.update(name for kind, name in named_units(text) if kind == "tỉnh")
        units.update((kind, name) for kind, name in named_units(text) if kind != "tỉnh")
    province = provinces.most_common(1)[0][0] if provinces else ""
    own_province = next((name for text in by_name for kind, name in named_units(text) if kind == "tỉnh"), "")
    if own_province and not any(kind != "tỉnh" for text in by_name for kind, _ in named_units(text)):
        return OldUnit("tỉnh", own_province)
    if not units:
        return OldUnit("tỉnh", province) if province else None
    (kind, name), _count = units.most_common(1)[0]
    return OldUnit(kind, name, province)


def _in_cell(name: str, places: Iterable[Place]) -> bool:
    return name in AGENCY_CELLS and any(one.aspect is Aspect.AGENCIES for one in places)


def _some_texts(plan: Plan) -> Iterable[str]:
    for section in plan.sections:
        for one in section.items:
            yield one.content.plain
    for one in plan.closing:
        yield one.content.plain


def _change(target: str, name: str, text: str, place: Place) -> PlaceChange:
    return shown_change(f"{place.aspect.value}:{target}:{name}:{place.start}", target, text, place)


def _frame_of_office(plan: Plan, office: Office, profile: OfficeProfile, changes: _Changes) -> Plan:
    """Letterhead, place and issuing body, each as a whole."""
    if Aspect.NAME not in changes.options.aspects:
        return plan
    superior = profile.letterhead.superior
    if plan.letterhead.superior and not superior:
        superior = f"UBND {office.province.full_name}".upper()
    letterhead = Letterhead(profile.letterhead.body, superior)
    issuer = profile.issuer
    if plan.issuer.startswith("Chủ tịch"):
        issuer = f"Chủ tịch {issuer}"
    home = f"{plan.id}:letterhead"
    for name, before, after, change in (
        ("letterhead", _shown(plan.letterhead), _shown(letterhead), _put(letterhead=letterhead)),
        ("place", plan.place, profile.place, _put(place=profile.place)),
        ("issuer", plan.issuer, issuer, _put(issuer=issuer)),
    ):
        key = f"{Aspect.NAME.value}:{home}:{name}"
        if before != after and changes.offer(PlaceChange(key, Aspect.NAME, home, before, after)):
            plan = change(plan)
    return plan


def _frame_of_issue(plan: Plan, year: int, changes: _Changes) -> Plan:
    """Number, date and signer go."""
    if Aspect.ISSUE not in changes.options.aspects:
        return plan
    blank = PartialDate(None, None, year)
    unsigned = replace(plan.signature, name="")
    for target, name, before, after, change in (
        ("letterhead", "number", plan.number, "", _put(number="")),
        ("letterhead", "date", long_date(plan.date), long_date(blank), _put(date=blank)),
        ("sign", "signer", plan.signature.name, "", _put(signature=unsigned)),
    ):
        key = f"{Aspect.ISSUE.value}:{plan.id}:{name}"
        offered = PlaceChange(key, Aspect.ISSUE, f"{plan.id}:{target}", before, after)
        if before != after and changes.offer(offered):
            plan = change(plan)
    return plan


def _put(**values: object) -> Callable[[Plan], Plan]:
    def change(plan: Plan) -> Plan:
        return replace(plan, **values)  # type: ignore[arg-type]

    return change


def _shown(letterhead: Letterhead) -> str:
    return " / ".join(filter(None, (letterhead.superior, *letterhead.body)))
