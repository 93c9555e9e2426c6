"""The suggested plan fits every commune, agrees with itself, and leaves to fill in only what the office alone can know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from cchc_desktop.authoring.ingredients import Ingredients, load_ingredients
from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.new_plan import new_plan, new_plan_in
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.catalog.communes import load_communes
from cchc_desktop.domain.agency_directory import Agency, AgencySide, Function
from cchc_desktop.domain.citation import basis_order
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.plan import Capacity, IssueForm, Letterhead, Plan, Recipient, SectionRole
from cchc_desktop.domain.profile import OfficeProfile, Signer, default_profile
from cchc_desktop.domain.reform import Area
from cchc_desktop.domain.responsibilities import Responsibility, responsibilities
from cchc_desktop.domain.task import TaskGroup
from cchc_desktop.domain.timing import Timing, understand
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.recognise import recognise
from tests.catalog.test_library_language import runs, words

OFFICES = [
    Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng"),
    Office(Province("46", "Huế", "Thành phố"), "20056", "Xã", "A Lưới 1"),
    Office(Province("01", "Hà Nội", "Thành phố"), "00004", "Phường", "Ba Đình"),
    Office(Province("91", "An Giang", "Tỉnh"), "31078", "Đặc khu", "Phú Quốc"),
]
WARD = OFFICES[0]
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def ingredients() -> Ingredients:
    return load_ingredients()


@pytest.fixture(scope="module")
def plan(ingredients: Ingredients) -> Plan:
    return new_plan(WARD, 2027, suggested=True, ingredients=ingredients, today=TODAY)


def every_plan() -> list[Plan]:
    read = load_ingredients()
    return [
        new_plan(office, 2027, suggested=True, form=form, ingredients=read, today=TODAY)
        for office in OFFICES
        for form in IssueForm
    ]


def own_lines(plan: Plan) -> list[str]:
    """The paper without legal bases and table headings."""
    lines = to_text(compose(plan)).splitlines()
    return [line for line in lines if not line.startswith(("Căn cứ", "Theo đề nghị", "TT\t"))]


def duties_of(plan: Plan) -> dict[str, Responsibility]:
    return {one.agency: one for one in responsibilities(plan)}


def without(profile: OfficeProfile, *functions: Function) -> OfficeProfile:
    """The profile of an office that struck these agencies from its list."""
    return replace(profile, agencies=tuple(one for one in profile.agencies if one.function not in functions))


# ---- What every plan holds to


@pytest.mark.parametrize("plan", every_plan(), ids=lambda p: f"{p.issuer}-{p.form.value}")
def test_no_placeholder_and_no_strange_year_is_left(plan: Plan) -> None:
    text = "\n".join(own_lines(plan))
    assert "{" not in text
    assert "}" not in text
    assert set(re.findall(r"\b20\d\d\b", text)) <= {"2026", "2027", "2028"}
    assert "2027" in text


@pytest.mark.parametrize("plan", every_plan(), ids=lambda p: f"{p.issuer}-{p.form.value}")
def test_it_is_recognised_again_as_what_it_is(plan: Plan) -> None:
    again = recognise(compose(plan)).finish()
    assert to_text(compose(again)) == to_text(compose(plan))
    assert [one.roles for one in again.sections] == [one.roles for one in plan.sections]
    assert len(again.tasks) == len(plan.tasks)


@pytest.mark.parametrize("plan", every_plan(), ids=lambda p: f"{p.issuer}-{p.form.value}")
def test_only_numbers_and_days_of_other_papers_and_the_signer_are_left_to_fill(plan: Plan) -> None:
    *found, signer = problems(plan, (), TODAY)
    assert signer.message == "Chưa có họ tên người ký."
    assert {one.step for one in found} == {Step.BASES}
    assert all("chỗ trống" in one.message and not one.is_error for one in found)
    blank = [one.id for one in plan.opening.bases if "…" in one.text.plain]
    assert [one.source for one in found] == blank
    assert 2 <= len(blank) <= 3


def test_the_words_follow_the_kind_of_commune(ingredients: Ingredients) -> None:
    ward, commune, hanoi, island = (
        to_text(compose(new_plan(office, 2026, suggested=True, ingredients=ingredients)))
        for office in OFFICES
    )
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in ward
    assert "Phòng Kinh tế, Hạ tầng" not in commune
    assert "phường" not in commune
    assert "tổ dân phố" not in commune
    assert "Ủy ban nhân dân thành phố Huế" in commune
    assert "Điểm Phục vụ hành chính công phường" in hanoi
    assert "ĐẶC KHU PHÚ QUỐC" in island
    assert "phường" not in island


def test_it_has_every_section_and_a_usual_number_of_tasks(plan: Plan) -> None:
    roles = {role for section in plan.sections for role in section.roles}
    assert roles == set(SectionRole) - {SectionRole.OBJECTIVES, SectionRole.OTHER}
    assert 12 <= len(plan.tasks) <= 20
    titles = [task.title for task in plan.tasks]
    assert len(set(titles)) == len(titles)


def test_its_contents_go_through_direction_and_the_six_areas(plan: Plan) -> None:
    (content,) = plan.sections_for(SectionRole.CONTENT)
    assert [one.heading.plain for one in content.items if one.heading] == [area.label for area in Area]


# ---- Tasks and responsibilities


def test_every_lead_agency_has_duties(ingredients: Ingredients) -> None:
    for office in OFFICES:
        plan = new_plan(office, 2027, suggested=True, ingredients=ingredients)
        assert {task.lead.plain for task in plan.tasks} <= set(duties_of(plan))


def test_every_duty_of_the_recipe_speaks_of_tasks_of_the_plan(ingredients: Ingredients) -> None:
    for kind in ("Xã", "Phường", "Đặc khu"):
        office = replace(WARD, kind=kind)
        tasks = {one.id for one in ingredients.chosen(ingredients.recipe.tasks, office)}
        for duty in ingredients.chosen(ingredients.recipe.duties, office):
            assert duty.kind is EntryKind.DUTY
            assert not duty.tasks or tasks & set(duty.tasks), (kind, duty.id)


def test_whom_the_committee_cannot_instruct_is_asked_and_stands_last(plan: Plan) -> None:
    found = responsibilities(plan)
    asked = [one.is_asked for one in found]
    assert asked == sorted(asked)
    sides = {one.name: one.side for one in default_profile(WARD).agencies}
    for one in found:
        name = one.agency[:1].upper() + one.agency[1:]
        assert one.is_asked is (sides[name] not in (AgencySide.UBND,)), name


def test_agencies_that_lead_tasks_stand_before_those_that_help(plan: Plan) -> None:
    leading = {task.lead.plain for task in plan.tasks}
    instructed = [one.agency in leading for one in responsibilities(plan) if not one.is_asked]
    assert instructed == sorted(instructed, reverse=True)


def test_a_single_duty_stands_in_the_line_of_its_agency(plan: Plan) -> None:
    found = responsibilities(plan)
    assert all((len(one.items) == 0) is bool(one.text) for one in found)
    assert all(len(one.items) != 1 for one in found)
    alone = [one.text.plain for one in found if one.text]
    assert alone
    assert all(text[0].islower() or text[:2].isupper() for text in alone)


def test_the_dates_of_tasks_are_inside_the_year(plan: Plan) -> None:
    for task in plan.tasks:
        timing = understand(task.timing.plain, 2027)
        assert timing.is_understood
        assert all(day.year == 2027 for day in days_of(timing)), task.timing.plain


def days_of(timing: Timing) -> Iterator[date]:
    yield from (day for day in (timing.start, timing.due) if day is not None)
    for part in timing.parts:
        yield from days_of(part)


def test_no_group_of_tasks_is_empty(ingredients: Ingredients) -> None:
    for office in OFFICES:
        rows = new_plan(office, 2027, suggested=True, ingredients=ingredients).appendices[0].rows
        kinds = [isinstance(row, TaskGroup) for row in rows]
        assert kinds[0]
        assert not kinds[-1]
        assert not any(one and other for one, other in pairwise(kinds))


# ---- The profile


def test_names_recipients_and_signer_are_those_of_the_profile(ingredients: Ingredients) -> None:
    usual = default_profile(WARD)
    renamed = tuple(
        replace(one, name="Phòng Văn hóa, Nội vụ") if one.function is Function.CULTURE else one
        for one in usual.agencies
    )
    profile = replace(
        usual,
        letterhead=Letterhead(("UBND PHƯỜNG", "VŨNG ÁNG")),
        place="Kỳ Anh",
        issuer="Ủy ban nhân dân phường Vũng Áng, thị trấn cũ",
        agencies=renamed,
        settlement="khối phố",
        recipients=(Recipient("Ban Chấp hành Đảng bộ phường", "để b/c"),),
        signers=(Signer("Lê Văn Bình", "PHÓ CHỦ TỊCH", Capacity.DEPUTY),),
        plan_symbol="KH-UBND-VX",
        decision_symbol="QĐ-UB",
        archive="VT, VHNV",
    )
    plan = new_plan(WARD, 2027, suggested=True, profile=profile, ingredients=ingredients)
    assert (plan.letterhead, plan.place, plan.issuer) == (profile.letterhead, "Kỳ Anh", profile.issuer)
    assert plan.symbol == "KH-UBND-VX"
    assert [one.name for one in plan.recipients.names] == ["Ban Chấp hành Đảng bộ phường"]
    assert plan.recipients.archive == "VT, VHNV"
    assert (plan.signature.name, plan.signature.title) == ("Lê Văn Bình", "PHÓ CHỦ TỊCH")
    assert plan.signature.lines[0] == "TM. ỦY BAN NHÂN DÂN"
    text = to_text(compose(plan))
    assert "Phòng Văn hóa, Nội vụ" in text
    assert "Phòng Văn hóa - Xã hội" not in text
    assert "khối phố" in text
    decision = new_plan(
        WARD,
        2027,
        suggested=True,
        form=IssueForm.DECISION_DIRECT,
        profile=profile,
        ingredients=ingredients,
    )
    assert decision.symbol == "QĐ-UB"
    assert decision.decision is not None
    assert decision.decision.authority == profile.issuer.upper()


def test_two_plans_of_a_dossier_share_no_key() -> None:
    dossier = Dossier(WARD)
    first, second = (new_plan_in(dossier, year, suggested=True) for year in (2027, 2028))
    assert not keys_of(first) & keys_of(second)
    again = new_plan_in(dossier, 2027, suggested=True)
    assert len(keys_of(again)) == len(list(all_keys(again)))


def keys_of(plan: Plan) -> set[str]:
    return set(all_keys(plan))


def all_keys(plan: Plan) -> Iterator[str]:
    yield plan.id
    for outline in (plan.opening.paragraphs, plan.closing, *(one.items for one in plan.sections)):
        yield from (one.id for one in outline)
    yield from (one.id for one in plan.opening.bases)
    yield from (one.id for one in plan.sections)
    yield from (one.id for one in plan.recipients.names)
    for row in plan.appendices[0].rows:
        yield row.id
    for task in plan.tasks:
        yield from (one.id for one in task.content)


def test_an_agency_the_office_struck_leads_nothing_and_has_no_duties(ingredients: Ingredients) -> None:
    profile = without(default_profile(WARD), Function.RADIO, Function.SERVICE_CENTRE)
    plan = new_plan(WARD, 2027, suggested=True, profile=profile, ingredients=ingredients)
    usual = new_plan(WARD, 2027, suggested=True, ingredients=ingredients)
    struck = ("Đài truyền thanh phường", "Trung tâm Phục vụ hành chính công phường")
    named = {name for task in plan.tasks for name in (task.lead.plain, *cooperating(task.cooperation.plain))}
    assert not named & set(struck)
    assert not set(duties_of(plan)) & set(struck)
    assert len(plan.tasks) == len(usual.tasks)
    leads = dict(zip((t.lead.plain for t in usual.tasks), (t.lead.plain for t in plan.tasks), strict=True))
    assert leads[struck[0]] == "Phòng Văn hóa - Xã hội"
    assert leads[struck[1]] == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường"
    assert {task.lead.plain for task in plan.tasks} <= set(duties_of(plan))
    assert all(task.lead.plain not in cooperating(task.cooperation.plain) for task in plan.tasks)


def cooperating(cell: str) -> list[str]:
    return cell.split("; ")


def test_an_office_of_two_agencies_still_gets_a_plan(ingredients: Ingredients) -> None:
    own = (Agency("Tổ giúp việc", "TGV", AgencySide.UBND),)
    profile = replace(default_profile(WARD), agencies=own)
    plan = new_plan(WARD, 2027, suggested=True, profile=profile, ingredients=ingredients)
    assert {task.lead.plain for task in plan.tasks} == {"Phòng Văn hóa - Xã hội"}
    assert {task.cooperation.plain for task in plan.tasks} == {""}


# ---- Legal bases


def test_the_bases_hold_and_stand_in_the_usual_order(plan: Plan) -> None:
    lines = [one.text.plain for one in plan.opening.bases]
    assert 7 <= len(lines) <= 12
    known = [line for line in lines if "…" not in line]
    assert known == sorted(known, key=basis_order)
    assert all(line.startswith("Căn cứ ") for line in lines)
    # What only the office can complete stands at the end, where nobody overlooks it.
    assert "…" in lines[-1]
    assert "…" in lines[-2]


def test_a_basis_that_ended_gives_way_to_its_successor(ingredients: Ingredients) -> None:
    recipe = replace(ingredients.recipe, bases=("42-2022-nd-cp",), bases_to_fill=())
    only = replace(ingredients, recipe=recipe)

    def bases(year: int, today: date) -> list[str]:
        plan = new_plan(WARD, year, suggested=True, ingredients=only, today=today)
        return [one.text.plain for one in plan.opening.bases]

    assert ["42/2022" in line for line in bases(2026, date(2026, 1, 5))] == [True]
    assert ["224/2026" in line for line in bases(2027, TODAY)] == [True]
    assert ["224/2026" in line for line in bases(2026, TODAY)] == [True]


def test_an_update_of_the_dossier_counts(ingredients: Ingredients) -> None:
    (law,) = (one for one in ingredients.documents.documents if one.id == "49-2024-nd-cp")
    ended: LegalDocument = replace(
        law, ended_on=date(2026, 6, 1), origin=Origin.UPDATE, checked_on=date(2026, 12, 1)
    )
    plan = new_plan_in(Dossier(WARD, bases=(ended,)), 2027, suggested=True)
    assert not any("49/2024" in one.text.plain for one in plan.opening.bases)


# ---- Forms, an empty start, the sample


def test_an_empty_start_still_names_the_sections_and_the_office() -> None:
    plan = new_plan(WARD, 2026, suggested=False)
    assert [section.items for section in plan.sections] == [()] * 7
    assert plan.tasks == ()
    assert plan.opening.bases == ()
    assert plan.letterhead.body == ("ỦY BAN NHÂN DÂN", "PHƯỜNG VŨNG ÁNG")


@pytest.mark.parametrize("form", [form for form in IssueForm if form.is_decision])
@pytest.mark.parametrize("suggested", [True, False])
def test_a_decision_has_three_articles_and_is_sent_first_to_those_the_last_names(
    form: IssueForm, suggested: bool
) -> None:
    plan = new_plan(WARD, 2026, suggested=suggested, form=form)
    assert plan.recipients.names[0].name == "Như Điều 3"
    assert plan.decision is not None
    assert len(plan.decision.articles) == 3
    assert "chịu trách nhiệm thi hành" in plan.decision.articles[2].text.plain
    assert plan.opening.proposal == ("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội" if suggested else "")


def test_the_sample_is_an_issued_plan_of_a_ward_that_does_not_exist() -> None:
    (plan,) = sample_dossier().plans
    assert plan.is_issued
    assert plan.signature.name
    assert "HƯƠNG SEN" in plan.letterhead.body[1]
    assert problems(plan, (), TODAY) == ()


def test_no_sentence_is_taken_from_the_published_plans(plan: Plan, seed_texts: dict[str, str]) -> None:
    """As for the library: no six words in a row, a set term or the name of an agency counts as one word."""
    agencies = re.compile("|".join(re.escape(one.name) for one in default_profile(WARD).agencies))
    known = {run for text in seed_texts.values() for run in runs(words(agencies.sub("X", text)), 6)}
    outlines = (plan.opening.paragraphs, plan.closing, *(section.items for section in plan.sections))
    lines = [one.content.plain for outline in outlines for one in outline]
    lines += [row.title for row in plan.appendices[0].rows]
    shared = {
        " ".join(run) for line in lines for run in runs(words(agencies.sub("X", line)), 6) if run in known
    }
    assert not shared, sorted(shared)


# ---- The whole country


@pytest.mark.slow
def test_every_commune_gets_a_plan_that_agrees_with_itself(ingredients: Ingredients) -> None:
    for office in load_communes().offices:
        plan = new_plan(office, 2027, suggested=True, ingredients=ingredients, today=TODAY)
        texts = [one.content.plain for section in plan.sections for one in section.items]
        texts += [task.title for task in plan.tasks] + [task.cooperation.plain for task in plan.tasks]
        text = "\n".join([*texts, plan.title, plan.issuer, *(one.text.plain for one in plan.opening.bases)])
        name = office.full_name
        assert "{" not in text, name
        assert "  " not in text, name
        assert office.full_name in plan.title, name
        assert 12 <= len(plan.tasks) <= 20, name
        assert {task.lead.plain for task in plan.tasks} <= set(duties_of(plan)), name
        others = {"xã", "phường", "đặc khu"} - {office.common_noun}
        spoken = re.sub(r"cấp xã|" + re.escape(office.full_name), "", text)
        assert not [
            noun for noun in others if re.search(rf"(?<!\w)(?<!hợp tác ){noun}(?!\w)(?! hội)", spoken)
        ], name
