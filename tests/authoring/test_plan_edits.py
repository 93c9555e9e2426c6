"""Tests of the pure edits: sections, period, form of issue, bases, recipients, appendices, copies for another year."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from cchc_desktop.authoring.appendix_edits import (
    toggled,
    variant_of,
    with_appendix_title,
    with_columns,
    with_heading,
    with_new_appendix,
    without_appendix,
)
from cchc_desktop.authoring.changed_place import changed_place
from cchc_desktop.authoring.issue_form import with_form
from cchc_desktop.authoring.list_edits import (
    lines_of,
    parse_recipient,
    with_articles,
    with_basis_moved,
    with_pasted_bases,
    with_pasted_recipients,
    without_basis,
)
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.plan_copies import copy_for_year
from cchc_desktop.authoring.plan_edits import (
    with_new_section,
    with_period,
    with_section_moved,
    with_section_role,
    with_section_title,
    without_section,
)
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.signing import SIGNING_WAYS, signed_by, way_of
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import Article, Capacity, IssueForm, LegalBasis, Plan, Recipient, SectionRole
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, TaskColumn
from cchc_desktop.formats.plain_text import to_text
from cchc_desktop.paper.compose import compose

OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")


@pytest.fixture
def plan() -> Plan:
    return sample_dossier().plans[0]


def test_a_new_section_stands_where_plans_usually_have_it(plan: Plan) -> None:
    for section in plan.sections_for(SectionRole.BUDGET):
        plan = without_section(plan, section.id)
    after, added = with_new_section(plan, SectionRole.BUDGET)
    roles = [section.role for section in after.sections]
    assert roles.index(SectionRole.BUDGET) == roles.index(SectionRole.ORGANISATION) - 1
    assert added.title == "KINH PHÍ THỰC HIỆN"


def test_a_section_moves_and_stops_at_the_ends(plan: Plan) -> None:
    first, second = plan.sections[0].id, plan.sections[1].id
    assert [s.id for s in with_section_moved(plan, first, 1).sections][:2] == [second, first]
    assert with_section_moved(plan, first, -1) == plan
    assert with_section_moved(plan, plan.sections[-1].id, 5) == plan


def test_a_section_that_is_gone_cannot_be_edited(plan: Plan) -> None:
    for edit in (without_section, lambda p, k: with_section_title(p, k, "A")):
        with pytest.raises(KeyError):
            edit(plan, "không có")


def test_a_new_main_role_keeps_the_further_ones(plan: Plan) -> None:
    section = replace(plan.sections[0], roles=(SectionRole.PURPOSE, SectionRole.TARGETS))
    plan = replace(plan, sections=(section, *plan.sections[1:]))
    after = with_section_role(plan, section.id, SectionRole.TARGETS)
    assert after.sections[0].roles == (SectionRole.TARGETS,)
    after = with_section_role(plan, section.id, SectionRole.OBJECTIVES)
    assert after.sections[0].roles == (SectionRole.OBJECTIVES, SectionRole.TARGETS)


def test_another_year_renames_titles_and_leaves_the_text_alone(plan: Plan) -> None:
    draft = replace(plan, number="", date=PartialDate(None, None, 2026))
    after = with_period(draft, Period.of(2027))
    assert "năm 2027" in after.title
    assert "2026" not in after.title
    assert after.date == PartialDate(None, None, 2027)
    assert after.sections == draft.sections


def test_a_date_of_issue_that_is_given_is_not_changed_with_the_period(plan: Plan) -> None:
    issued = replace(plan, date=PartialDate(29, 12, 2025))
    assert with_period(issued, Period.of(2027)).date == PartialDate(29, 12, 2025)


def test_a_period_of_years_is_named_in_the_title(plan: Plan) -> None:
    assert "giai đoạn 2026 - 2030" in with_period(plan, Period(2026, 2030)).title


def texts(plan: Plan) -> list[str]:
    """Every text of the sections, bases, tasks and closing, in order."""
    found = [basis.text.plain for basis in plan.opening.bases]
    for section in plan.sections:
        found += [section.title, *(one.content.plain for one in section.items)]
    found += [one.content.plain for one in plan.closing]
    return [*found, *(task.title for task in plan.tasks)]


@pytest.mark.parametrize("form", [IssueForm.DECISION_DIRECT, IssueForm.DECISION_ATTACHED])
def test_a_plan_becomes_a_decision_and_a_plan_again_without_losing_a_word(
    plan: Plan, form: IssueForm
) -> None:
    decided = with_form(plan, form)
    assert decided.symbol == "QĐ-UBND"
    assert decided.title.startswith("Ban hành Kế hoạch thông tin")
    assert decided.recipients.names[0].name == "Như Điều 3"
    assert texts(decided) == texts(plan)
    compose(decided)
    assert with_form(decided, IssueForm.PLAN) == plan


def test_both_forms_of_decision_lead_into_each_other(plan: Plan) -> None:
    direct = with_form(plan, IssueForm.DECISION_DIRECT)
    attached = with_form(direct, IssueForm.DECISION_ATTACHED)
    assert attached.decision is not None
    assert attached.decision.articles[0].text.plain.startswith("Ban hành kèm theo Quyết định này Kế hoạch")
    assert with_form(attached, IssueForm.DECISION_DIRECT) == direct
    assert with_form(attached, IssueForm.PLAN) == plan


def test_articles_written_by_hand_stay_as_a_section(plan: Plan) -> None:
    direct = with_form(plan, IssueForm.DECISION_DIRECT)
    assert direct.decision is not None
    own = Article(
        RichText.of("Giao Phòng Văn hóa - Xã hội theo dõi."), items=(paragraph("Báo cáo hằng quý."),)
    )
    back = with_form(with_articles(direct, (*direct.decision.articles, own)), IssueForm.PLAN)
    kept = back.sections[-1]
    assert kept.role is SectionRole.OTHER
    assert [one.content.plain for one in kept.items] == [own.text.plain, "Báo cáo hằng quý."]


def test_pasted_bases_lose_bullets_and_end_marks_and_the_proposal_finds_its_place(plan: Plan) -> None:
    pasted = "- Căn cứ Luật A;\n\n• Căn cứ Nghị định số 1/2026/NĐ-CP;\nTheo đề nghị của Trưởng phòng B."
    bare = replace(plan, opening=replace(plan.opening, bases=(), proposal=""))
    after = with_pasted_bases(bare, 0, pasted)
    assert [basis.text.plain for basis in after.opening.bases] == [
        "Căn cứ Luật A",
        "Căn cứ Nghị định số 1/2026/NĐ-CP",
    ]
    assert after.opening.proposal == "Theo đề nghị của Trưởng phòng B"


def test_a_proposal_that_is_there_is_not_overwritten_by_a_pasted_one(plan: Plan) -> None:
    full = replace(plan, opening=replace(plan.opening, bases=(), proposal="Theo đề nghị của A"))
    after = with_pasted_bases(full, 0, "Theo đề nghị của B.")
    assert after.opening.proposal == "Theo đề nghị của A"
    assert [basis.text.plain for basis in after.opening.bases] == ["Theo đề nghị của B"]


def test_lines_keep_numbers_that_are_no_bullets() -> None:
    assert lines_of("1. Căn cứ A;\n30/11 là hạn;\n+ B.") == ("Căn cứ A", "30/11 là hạn", "B")


def test_bases_move_and_go(plan: Plan) -> None:
    keys = [basis.id for basis in plan.opening.bases]
    assert [b.id for b in with_basis_moved(plan, keys[0], 1).opening.bases][:2] == [keys[1], keys[0]]
    assert [b.id for b in without_basis(plan, keys[0]).opening.bases] == keys[1:]


@pytest.mark.parametrize(
    ("line", "name", "note"),
    [
        ("- UBND tỉnh (để b/c);", "UBND tỉnh", "để b/c"),
        ("Sở Nội vụ", "Sở Nội vụ", ""),
        ("", "", ""),
        ("Ủy ban (cũ) phường (để p/h)", "Ủy ban (cũ) phường", "để p/h"),
    ],
)
def test_a_recipient_is_read_from_a_line(line: str, name: str, note: str) -> None:
    found = parse_recipient(line)
    assert (found.name, found.note) == (name, note)


def test_a_whole_block_of_recipients_is_pasted(plan: Plan) -> None:
    bare = replace(plan, recipients=replace(plan.recipients, names=(Recipient("Có sẵn"),)))
    after = with_pasted_recipients(bare, 1, "Nơi nhận:\n- UBND tỉnh (để b/c);\n- Như trên;\n- Lưu: VT, PNV.")
    assert [(one.name, one.note) for one in after.recipients.names] == [
        ("Có sẵn", ""),
        ("UBND tỉnh", "để b/c"),
        ("Như trên", ""),
    ]
    assert after.recipients.archive == "VT, PNV"


def test_every_way_of_signing_is_recognised_again(plan: Plan) -> None:
    for index, way in enumerate(SIGNING_WAYS):
        assert way_of(signed_by(plan.signature, way)) == index


def test_a_title_of_ones_own_survives_another_way_of_signing(plan: Plan) -> None:
    own = replace(plan.signature, title="PHÓ CHỦ TỊCH THƯỜNG TRỰC")
    deputy = next(way for way in SIGNING_WAYS if way.capacity is Capacity.DEPUTY)
    assert signed_by(own, deputy).title == "PHÓ CHỦ TỊCH THƯỜNG TRỰC"


def test_columns_are_shown_and_hidden_without_touching_the_rows(plan: Plan) -> None:
    appendix = plan.appendices[0]
    hidden = with_columns(plan, appendix.id, toggled(appendix.columns, TaskColumn.LEAD, shown=False))
    assert TaskColumn.LEAD not in {column.kind for column in hidden.appendices[0].columns}
    assert hidden.appendices[0].rows == appendix.rows
    shown = toggled(hidden.appendices[0].columns, TaskColumn.LEAD, shown=True)
    assert {column.kind for column in shown} == {column.kind for column in appendix.columns}


def test_a_usual_table_is_recognised_until_a_heading_is_changed() -> None:
    for letter, columns in VARIANTS.items():
        assert variant_of(columns) == letter
        assert variant_of(with_heading(columns, TaskColumn.CONTENT, "Việc")) is None


def test_appendices_come_and_go(plan: Plan) -> None:
    after, added = with_new_appendix(plan)
    assert after.appendices == (*plan.appendices, added)
    assert with_appendix_title(after, added.id, "Biểu 2").appendices[-1].title == "Biểu 2"
    assert without_appendix(after, added.id) == plan


def keys_in(value: object) -> Iterator[str]:
    """Every key of the things in a value."""
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            inner = getattr(value, one.name)
            if one.name == "id":
                yield inner
            else:
                yield from keys_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from keys_in(inner)


@pytest.mark.parametrize("form", list(IssueForm))
def test_a_copy_for_another_year_has_no_thing_in_common_and_its_years_everywhere(form: IssueForm) -> None:
    old = replace(
        new_plan(OFFICE, 2027, suggested=True, form=form), number="12", date=PartialDate(5, 2, 2027)
    )
    made = copy_for_year(old, OFFICE, 2028)
    copy = made.plan
    assert not set(keys_in(old)) & set(keys_in(copy))
    assert copy.period == Period.of(2028)
    assert (copy.number, copy.date) == ("", PartialDate(None, None, 2028))
    assert "năm 2028" in copy.title
    before, after = (to_text(compose(one)).splitlines() for one in (old, copy))
    assert len(before) == len(after)
    assert [line for line in after if "2027" in line and "năm 2028" not in line] == []
    assert made.moved >= 25
    back = copy_for_year(copy, OFFICE, 2027)
    assert back.moved == made.moved
    assert to_text(compose(back.plan)) == to_text(compose(replace(old, number="", date=back.plan.date)))


def test_a_copy_keeps_cited_years_stages_and_the_signer_but_moves_those_of_documents_without_number() -> None:
    cited = "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2027 của UBND tỉnh về CCHC năm 2027"
    blank = "Căn cứ Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh về CCHC năm 2027"
    stage = paragraph("Theo giai đoạn 2026 - 2030, kể từ kết quả năm 2026; “Đề án 2027”; Quý I/2027.")
    old = new_plan(OFFICE, 2027, suggested=False)
    old = replace(
        old,
        opening=replace(
            old.opening,
            bases=(LegalBasis(RichText.of(cited)), LegalBasis(RichText.of(blank))),
            paragraphs=(stage,),
        ),
        signature=replace(old.signature, name="Nguyễn Văn A"),
    )
    made = copy_for_year(old, OFFICE, 2028)
    copy = made.plan
    assert [one.text.plain for one in copy.opening.bases] == [cited, blank.replace("năm 2027", "năm 2028")]
    assert copy.opening.paragraphs[0].text.plain == (
        "Theo giai đoạn 2026 - 2030, kể từ kết quả năm 2027; “Đề án 2027”; Quý I/2028."
    )
    assert copy.signature.name == "Nguyễn Văn A"
    assert made.moved == 1 + 2 + 2  # the blank basis, the paragraph, titles of plan and appendix


def test_a_plan_of_several_years_is_copied_with_its_stage() -> None:
    old = with_period(new_plan(OFFICE, 2026, suggested=False), Period(2026, 2030))
    copy = copy_for_year(old, OFFICE, 2031).plan
    assert copy.period == Period(2031, 2035)
    assert "giai đoạn 2031 - 2035" in copy.title


def test_the_place_of_a_change_is_what_differs(plan: Plan) -> None:
    section = plan.sections[2]
    items = (*section.items[:1], replace(section.items[1], text=RichText.of("khác")), *section.items[2:])
    changed = replace(section, items=items)
    after = replace(plan, sections=(*plan.sections[:2], changed, *plan.sections[3:]))
    assert changed_place(plan, after) == section.items[1].id


def test_the_place_of_a_deletion_is_its_neighbour(plan: Plan) -> None:
    gone = without_basis(plan, plan.opening.bases[1].id)
    assert changed_place(plan, gone) == plan.opening.bases[2].id
    assert changed_place(gone, plan) == plan.opening.bases[1].id
    last = without_basis(plan, plan.opening.bases[-1].id)
    assert changed_place(plan, last) == plan.opening.bases[-2].id


def test_the_place_of_a_changed_task_is_its_row(plan: Plan) -> None:
    appendix = plan.appendices[0]
    task = replace(appendix.tasks[3], note=RichText.of("x"))
    rows = tuple(task if row.id == task.id else row for row in appendix.rows)
    after = replace(plan, appendices=(replace(appendix, rows=rows),))
    assert changed_place(plan, after) == task.id


def test_plans_that_are_alike_differ_nowhere(plan: Plan) -> None:
    assert not changed_place(plan, plan)
    assert changed_place(plan, replace(plan, appendices=(*plan.appendices, Appendix("Mới"))))
