"""The catalogue of a dossier: merged, searched, recognised in a plan, put into it, exchanged for what took its place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.authoring.basis_catalogue import BasisCatalogue, basis_catalogue
from cchc_desktop.authoring.basis_state import state_on
from cchc_desktop.authoring.list_edits import with_bases
from cchc_desktop.authoring.missing import problems
from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.plan_bases import (
    as_cited,
    bases_citing,
    basis_line,
    doubtful_bases,
    mentions,
    with_basis_replaced,
    with_document,
    with_expired_replaced,
    without_document,
)
from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.citation import Citation, basis_order
from cchc_desktop.domain.dates import PartialDate
from cchc_desktop.domain.legal_document import Force, LegalDocument, Origin
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.domain.plan import LegalBasis, Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import fold

OFFICE = Office(Province("42", "Hà Tĩnh", "Tỉnh"), "18754", "Phường", "Vũng Áng")
TODAY = date(2026, 11, 21)
CATALOGUE = basis_catalogue()
OWN = LegalDocument(
    Citation(
        "Kế hoạch",
        "12",
        "KH-UBND",
        date(2026, 1, 20),
        "Ủy ban nhân dân tỉnh Hà Tĩnh",
        "về tuyên truyền cải cách hành chính năm 2026",
    ),
    subjects=("tuyên truyền",),
    id="own-1",
)


def entry(code: str) -> LegalDocument:
    return next(one for one in CATALOGUE.documents if one.citation.code == code)


def plan_with(*lines: str) -> Plan:
    plan = new_plan(OFFICE, 2026, suggested=False)
    return with_bases(
        plan, tuple(LegalBasis(RichText.of(line), f"basis-{n}") for n, line in enumerate(lines))
    )


def lines_of(plan: Plan) -> list[str]:
    return [basis.text.plain for basis in plan.opening.bases]


# --- merging


def test_the_catalogue_is_in_the_usual_order_and_put_together_once() -> None:
    keys = [basis_order(one.basis) for one in CATALOGUE.documents]
    assert keys == sorted(keys)
    assert basis_catalogue() is basis_catalogue()
    bases = (OWN,)
    assert basis_catalogue(bases) is basis_catalogue(bases)


def test_a_newer_update_takes_the_place_of_the_programs_entry_by_key_or_by_number() -> None:
    old = entry("30/2020/NĐ-CP")
    day = date(2027, 1, 5)
    by_key = replace(old, note="mới", checked_on=day, origin=Origin.UPDATE)
    by_number = replace(by_key, id="mot-ma-khac")
    for update in (by_key, by_number):
        found = basis_catalogue((update,))
        [one] = found.search("30/2020/NĐ-CP")
        assert (one.note, one.id) == ("mới", old.id)
        assert len(found.documents) == len(CATALOGUE.documents)


def test_an_update_older_than_the_program_is_passed_over() -> None:
    update = replace(entry("30/2020/NĐ-CP"), note="cũ", checked_on=date(2026, 1, 1), origin=Origin.UPDATE)
    [one] = basis_catalogue((update,)).search("30/2020/NĐ-CP")
    assert one.note != "cũ"


def test_what_the_office_entered_is_never_shadowed() -> None:
    own = replace(entry("30/2020/NĐ-CP"), note="của cơ quan", origin=Origin.OWN, id="own-2")
    update = replace(
        own, note="cập nhật", origin=Origin.UPDATE, id="30-2020-nd-cp", checked_on=date(2027, 1, 1)
    )
    notes = {one.note for one in basis_catalogue((own, update)).search("30/2020/NĐ-CP")}
    assert notes == {"của cơ quan", "cập nhật"}


# --- searching


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("118/2025", "118/2025/NĐ-CP"),
        ("mot cua lien thong 118", "118/2025/NĐ-CP"),
        ("Văn thư", "30/2020/NĐ-CP"),
        ("THONG TIN CO SO nghi dinh", "49/2024/NĐ-CP"),
        ("thủ tướng tuyên truyền 2024", "1588/QĐ-TTg"),
        ("de an 06", "06/QĐ-TTg"),
        ("16/6/2025", "72/2025/QH15"),
        ("chi so bo noi vu", "1187/QĐ-BNV"),
    ],
)
def test_a_document_is_found_with_or_without_marks(query: str, code: str) -> None:
    assert code in [one.citation.code for one in CATALOGUE.search(query)]


def test_every_word_must_be_found_and_no_word_finds_all() -> None:
    assert CATALOGUE.search("một cửa thiên văn") == ()
    assert CATALOGUE.search("  ") == CATALOGUE.documents


def test_words_standing_together_in_title_or_subjects_come_first() -> None:
    for query in ("mot cua", "chuyen doi so", "một cửa"):
        first = CATALOGUE.search(query)[0]
        assert fold(query) in fold(" ".join((first.citation.title, *first.subjects)))
    assert "118/2025/NĐ-CP" in [one.citation.code for one in CATALOGUE.search("mot cua")[:3]]


def test_short_words_are_whole_words_in_the_search_of_documents() -> None:
    found = CATALOGUE.search("cong an")
    assert found
    assert all(re.search(r"\ban\b", fold(str(one))) for one in found)


# --- state


def test_the_state_says_since_when_it_no_longer_holds_and_what_is_in_its_place() -> None:
    ended = state_on(entry("42/2022/NĐ-CP"), TODAY, CATALOGUE)
    assert ended.force is Force.ENDED
    assert ended.word == "Hết hiệu lực"
    assert ended.sentence == (
        "Hết hiệu lực từ 01/7/2026; thay bằng Nghị định số 224/2026/NĐ-CP; "
        "ngày kiểm tra hiệu lực: 30/9/2026; chưa chắc chắn: đối chiếu trước khi dùng."
    )
    before = state_on(entry("42/2022/NĐ-CP"), date(2026, 6, 30), CATALOGUE)
    assert before.force is Force.IN_FORCE
    assert before.sentence.startswith(
        "Có hiệu lực từ 15/8/2022; hết hiệu lực từ 01/7/2026; thay bằng Nghị định"
    )


def test_a_document_replaced_on_an_unknown_day_says_so() -> None:
    state = state_on(entry("25/2025/NĐ-CP"), TODAY, CATALOGUE)
    assert state.word == "Đã có văn bản thay thế"
    assert state.sentence.startswith("Đã có văn bản thay thế (Nghị định số 276/2026/NĐ-CP); chưa rõ")


def test_the_state_of_what_holds_names_its_amendments() -> None:
    state = state_on(entry("118/2025/NĐ-CP"), TODAY, CATALOGUE)
    assert state.word == "Còn hiệu lực"
    assert state.sentence.startswith(
        "Có hiệu lực từ 01/7/2025; được sửa đổi, bổ sung bằng Nghị định số 367/2025"
    )
    assert state_on(entry("118/2025/NĐ-CP"), date(2025, 6, 10), CATALOGUE).word == "Chưa có hiệu lực"


def test_successors_are_followed_to_what_holds_on_the_day() -> None:
    old = entry("876/QĐ-BNV")
    assert [one.citation.code for one in CATALOGUE.successors(old, TODAY)] == ["1187/QĐ-BNV"]
    assert [one.citation.code for one in CATALOGUE.successors(old, date(2025, 1, 1))] == ["892/QĐ-BNV"]


def test_documents_that_replace_each_other_do_not_go_round_for_ever() -> None:
    one = replace(OWN, id="a", ended_on=date(2026, 1, 1), replaced_by=("b",))
    other = replace(OWN, id="b", ended_on=date(2026, 1, 1), replaced_by=("a",))
    assert BasisCatalogue([one, other]).successors(one, TODAY) == ()


# --- recognising


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về một cửa", ["61/2018/NĐ-CP"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025", ["72/2025/QH15"]),
        ("Căn cứ Luật tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", ["77/2015/QH13"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015", ["77/2015/QH13"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15", ["65/2025/QH15"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương", ["72/2025/QH15"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 26/11/2003", []),
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Căn cứ Nghị quyết số 76/NQ-CP ngày 13/6/2013 của Chính phủ", []),
        ("Căn cứ Quyết định số 49/QĐ-BNV ngày 01/3/2025 của Bộ Nội vụ", ["049/QĐ-BNV"]),
        ("Thực hiện Công điện số 280/CD-TTg của Thủ tướng Chính phủ", ["280/CĐ-TTg"]),
        (
            "Căn cứ Nghị định số 42/2022/NĐ-CP; số 118/2025/NĐ-CP; Chỉ thị số 23/CT-TTg",
            ["42/2022/NĐ-CP", "118/2025/NĐ-CP", "23/CT-TTg"],
        ),
        # What a title mentions is not what is cited.
        ("Căn cứ Quyết định số 82/QĐ-UBND của UBND phường X về thực hiện Nghị định số 42/2022/NĐ-CP", []),
        ("Căn cứ chức năng, nhiệm vụ được giao", []),
    ],
)
def test_what_a_line_cites_is_recognised(line: str, codes: list[str]) -> None:
    assert [one.citation.code for one in CATALOGUE.cited_in(line)] == codes


@pytest.mark.parametrize("document", CATALOGUE.documents, ids=lambda one: one.id)
def test_every_entry_is_recognised_in_the_line_it_writes(document: LegalDocument) -> None:
    assert CATALOGUE.cited_in(document.basis) == (document,)


def test_numbers_in_running_text_are_recognised() -> None:
    text = "theo Nghị định 118/2025/NĐ-CP, Nghị quyết số 57-NQ/TW và 76/NQ-CP ngày 13/6/2013; số 1.234 hồ sơ"
    assert [one.citation.code for one in CATALOGUE.mentioned_in(text)] == ["118/2025/NĐ-CP", "57-NQ/TW"]


# --- in a plan


def test_a_picked_document_goes_to_its_place_in_full_and_never_twice() -> None:
    plan = plan_with(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        "Căn cứ Quyết định số 82/QĐ-UBND ngày 27/01/2026 của UBND phường Vũng Áng về kế hoạch",
    )
    document = entry("118/2025/NĐ-CP")
    once = with_document(plan, document, CATALOGUE)
    assert [basis_order(line) for line in lines_of(once)] == sorted(
        basis_order(line) for line in lines_of(once)
    )
    assert lines_of(once)[2] == document.basis
    assert document.basis.startswith(
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về"
    )
    assert with_document(once, document, CATALOGUE) is once
    assert lines_of(without_document(once, document, CATALOGUE)) == lines_of(plan)


def test_a_law_is_put_in_without_its_number_and_known_however_it_is_written() -> None:
    law = entry("72/2025/QH15")
    plan = with_document(plan_with(), law, CATALOGUE)
    assert lines_of(plan) == ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"]
    written = plan_with("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15")
    assert bases_citing(written, law, CATALOGUE) == ("basis-0",)


def test_all_documents_put_in_one_after_the_other_stand_in_the_order_of_the_catalogue() -> None:
    plan = plan_with()
    for document in reversed(CATALOGUE.documents):
        plan = with_document(plan, document, CATALOGUE)
    assert sorted(lines_of(plan)) == sorted(basis_line(one) for one in CATALOGUE.documents)
    places = [basis_order(line) for line in lines_of(plan)]
    assert places == sorted(places)


def test_a_list_in_no_order_keeps_the_order_it_has() -> None:
    plan = plan_with(
        "Căn cứ chức năng, nhiệm vụ", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025"
    )
    lines = lines_of(with_document(plan, entry("30/2020/NĐ-CP"), CATALOGUE))
    assert [line[:25] for line in lines] == [
        "Căn cứ chức năng, nhiệm v",
        "Căn cứ Luật Tổ chức chính",
        "Căn cứ Nghị định số 30/20",
    ]


def test_a_basis_that_no_longer_holds_is_exchanged_at_its_place_with_its_key() -> None:
    plan = plan_with(
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
    )
    [doubt] = doubtful_bases(plan, CATALOGUE, TODAY)
    assert doubt.successor == entry("118/2025/NĐ-CP")
    assert doubt.successor is not None
    after = with_basis_replaced(plan, doubt.basis_id, doubt.successor, CATALOGUE)
    assert [basis.id for basis in after.opening.bases] == ["basis-1", "basis-0"]
    assert lines_of(after)[1] == entry("118/2025/NĐ-CP").basis
    assert list(doubtful_bases(after, CATALOGUE, TODAY)) == []


def test_an_expired_basis_whose_successor_is_there_already_is_taken_out() -> None:
    plan = plan_with("Căn cứ Nghị định số 61/2018/NĐ-CP", "Căn cứ Nghị định số 118/2025/NĐ-CP")
    after = with_basis_replaced(plan, "basis-0", entry("118/2025/NĐ-CP"), CATALOGUE)
    assert lines_of(after) == ["Căn cứ Nghị định số 118/2025/NĐ-CP"]
    with pytest.raises(KeyError):
        with_basis_replaced(after, "basis-0", OWN, CATALOGUE)


def test_a_line_that_cites_several_documents_is_told_of_but_not_exchanged_as_a_whole() -> None:
    plan = plan_with("Căn cứ Nghị định số 61/2018/NĐ-CP; số 30/2020/NĐ-CP")
    [doubt] = doubtful_bases(plan, CATALOGUE, TODAY)
    assert doubt.successor is None
    assert "thay bằng Nghị định số 118/2025/NĐ-CP" in doubt.sentence


def test_a_line_whose_documents_have_one_successor_is_exchanged_as_a_whole() -> None:
    plan = plan_with("Căn cứ Nghị định số 61/2018/NĐ-CP; số 107/2021/NĐ-CP")
    assert {doubt.successor for doubt in doubtful_bases(plan, CATALOGUE, TODAY)} == {entry("118/2025/NĐ-CP")}
    assert lines_of(with_expired_replaced(plan, CATALOGUE, TODAY)) == [entry("118/2025/NĐ-CP").basis]


def test_all_expired_bases_are_exchanged_at_once_and_what_is_not_clear_stays() -> None:
    plan = plan_with(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ",
        "Căn cứ Nghị quyết số 01/NQ-CP ngày 05 tháng 01 năm 2024 của Chính phủ",
    )
    after = with_expired_replaced(plan, CATALOGUE, TODAY)
    assert [one.citation.code for line in lines_of(after) for one in CATALOGUE.cited_in(line)] == [
        "72/2025/QH15",
        "01/NQ-CP",
        "224/2026/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("104/2026/NĐ-CP", "số 104/2026/NĐ-CP ngày … tháng … năm … của Chính phủ quy định"),
        ("148/2025/QH15", "Căn cứ Luật Chuyển đổi số ngày … tháng … năm …"),
    ],
)
def test_a_document_whose_day_is_not_known_is_put_in_with_room_for_it(code: str, written: str) -> None:
    known = entry(code)
    document = replace(known, citation=replace(known.citation, date=None))
    plan = with_document(plan_with(), document, CATALOGUE)
    assert written in lines_of(plan)[0]
    assert bases_citing(plan, document, CATALOGUE) == (plan.opening.bases[0].id,)
    assert with_document(plan, document, CATALOGUE) is plan


def test_a_day_left_blank_does_not_keep_a_document_from_being_recognised() -> None:
    line = (
        "Căn cứ Quyết định số 1588/QĐ-TTg ngày      tháng 12 năm 2024 của Thủ tướng Chính phủ phê duyệt Đề án"
    )
    assert CATALOGUE.cited_in(line) == (entry("1588/QĐ-TTg"),)


def test_an_own_document_without_dates_does_not_claim_to_have_been_looked_up() -> None:
    assert state_on(OWN, TODAY, basis_catalogue((OWN,))).sentence == "Cơ quan chưa ghi ngày hết hiệu lực."


def test_a_problem_names_the_basis_and_its_successor() -> None:
    plan = plan_with("Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ")
    [problem] = [one for one in problems(plan, today=TODAY) if one.source == "basis-0"]
    assert problem.step is Step.BASES
    assert not problem.is_error
    assert problem.message.startswith(
        "Căn cứ Nghị định số 42/2022/NĐ-CP: hết hiệu lực từ 01/7/2026; thay bằng Nghị định số 224/2026/NĐ-CP"
    )


def test_the_day_of_the_plan_decides_not_today() -> None:
    plan = replace(
        plan_with("Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022"),
        date=PartialDate(5, 2, 2026),
        number="7",
    )
    assert [one for one in problems(plan, today=TODAY) if one.source == "basis-0"] == []
    early = replace(plan, date=PartialDate(5, 2, 2022))
    assert "chưa có hiệu lực" in next(one.message for one in problems(early) if one.source == "basis-0")


def test_an_own_entry_that_ended_is_a_problem_of_the_plan_too() -> None:
    own = replace(OWN, ended_on=date(2026, 6, 1))
    plan = plan_with(own.basis)
    assert [one for one in problems(plan, (), TODAY) if one.source == "basis-0"] == []
    assert [one.source for one in problems(plan, (own,), TODAY) if one.source == "basis-0"] == ["basis-0"]


def test_running_text_cites_in_full_first_and_short_later() -> None:
    document = entry("118/2025/NĐ-CP")
    plan = plan_with()
    assert as_cited(plan, document, CATALOGUE) == document.basis.removeprefix("Căn cứ ")
    cited = with_document(plan, document, CATALOGUE)
    assert as_cited(cited, document, CATALOGUE) == "Nghị định số 118/2025/NĐ-CP"
    assert as_cited(
        with_document(plan, entry("72/2025/QH15"), CATALOGUE), entry("72/2025/QH15"), CATALOGUE
    ) == ("Luật Tổ chức chính quyền địa phương")


def test_documents_mentioned_in_the_text_of_a_plan_are_told_with_their_place() -> None:
    plan = new_plan(OFFICE, 2026, suggested=True)
    section = plan.sections[0]
    item = section.items[0]
    changed = replace(item, text=RichText.of("Thực hiện Nghị định số 61/2018/NĐ-CP"))
    items = (changed, *section.items[1:])
    plan = replace(plan, sections=(replace(section, items=items), *plan.sections[1:]))
    assert (item.id, entry("61/2018/NĐ-CP")) in list(mentions(plan, CATALOGUE))
