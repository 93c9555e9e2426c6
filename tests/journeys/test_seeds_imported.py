"""The five published plans, imported from their text files: understood as counted by eye, and whole again in Word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.authoring.import_source import import_plan
from cchc_desktop.domain.dates import PartialDate, Period
from cchc_desktop.domain.outline import Level, Outline
from cchc_desktop.domain.plan import Capacity, IssueForm, Plan, SectionRole
from cchc_desktop.domain.responsibilities import responsibilities
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import compose
from cchc_desktop.paper.import_draft import ImportDraft
from tests.journeys.seed_exceptions import ADDED, REWRITTEN, seed_as_told
from tests.journeys.seed_lines import Comparison, compare, word_text
from tests.paper.test_recognise_seeds import SECTIONS

SEEDS = ("000", "001", "002", "003", "004")

# Counted by eye: legal bases one a line, "Theo đề nghị" (0 or 1), paragraphs before the first section, articles, sections,
# agencies with duties, closing paragraphs, recipients without "Lưu", tasks.
COUNTS = {
    "000": (0, 0, 1, 0, 3, 7, 1, 5, 0),
    "001": (0, 0, 1, 0, 4, 7, 1, 5, 10),
    "002": (6, 1, 0, 3, 4, 6, 0, 9, 0),
    "003": (0, 0, 2, 0, 3, 6, 1, 7, 0),
    "004": (0, 0, 1, 0, 6, 11, 1, 10, 0),
}
FRAMES = {
    "000": (IssueForm.PLAN, Period.of(2025), "", "KH-UBND", "", PartialDate(None, None, 2025), "VT, PNV"),
    "001": (
        IssueForm.PLAN,
        Period.of(2024),
        "",
        "KH-UBND",
        "TP. Bắc Giang",
        PartialDate(None, 1, 2024),
        "VT",
    ),
    "002": (
        IssueForm.DECISION_DIRECT,
        Period.of(2026),
        "",
        "QĐ-UBND",
        "Vũng Áng",
        PartialDate(None, None, 2026),
        "VT, VHXX",
    ),
    "003": (IssueForm.PLAN, Period.of(2025), "", "KH-UBND", "", PartialDate(None, None, 2025), "VP"),
    "004": (
        IssueForm.PLAN,
        Period(2022, 2025),
        "",
        "KH-UBND",
        "Bình Sơn",
        PartialDate(None, None, 2022),
        "VT",
    ),
}
SIGNERS = {
    "000": ("ỦY BAN NHÂN DÂN", Capacity.HEAD, "", "Hồ Sỹ Trung"),
    "001": ("", Capacity.DEPUTY, "PHÓ CHỦ TỊCH", "Nguyễn Hữu Đính"),
    "002": ("", Capacity.HEAD, "", "Nguyễn Thế Anh"),
    "003": ("ỦY BAN NHÂN DÂN PHƯỜNG", Capacity.HEAD, "", "Nguyễn Văn Toán"),
    "004": ("", Capacity.DEPUTY, "PHÓ CHỦ TỊCH", "Phạm Quang Sự"),
}
UNITS = {
    "000": "THÀNH PHỐ ĐÔNG HÀ",
    "001": "THÀNH PHỐ BẮC GIANG",
    "002": "PHƯỜNG VŨNG ÁNG",
    "003": "PHƯỜNG HOÀNG TIẾN",
    "004": "HUYỆN BÌNH SƠN",
}


@pytest.fixture(params=SEEDS)
def number(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def draft(number: str, seeds: Path) -> ImportDraft:
    return import_plan(next(seeds.glob(f"{number}_*.txt")))


def _items(items: Outline) -> tuple[tuple[int, ...], int, int]:
    levels = Counter(one.level for one in items)
    headings = sum(one.is_heading_only for one in items)
    return tuple(levels[level] for level in Level), headings, sum(one.is_run_in for one in items)


def _closed(number: str) -> list[tuple[str, tuple[tuple[int, ...], int, int]]]:
    return [(title, (counts, headings, run_in)) for title, counts, headings, run_in in SECTIONS[number]]


def test_the_structure_is_the_one_counted_by_eye(number: str, draft: ImportDraft) -> None:
    plan = draft.finish()
    assert [(one.title, _items(one.items)) for one in plan.sections] == _closed(number)
    assert (
        len(plan.opening.bases),
        int(bool(plan.opening.proposal)),
        len(plan.opening.paragraphs),
        len(plan.decision.articles) if plan.decision else 0,
        len(plan.sections),
        len(responsibilities(plan)),
        len(plan.closing),
        len(plan.recipients.names),
        len(plan.tasks),
    ) == COUNTS[number]


def test_the_frame_is_understood(number: str, draft: ImportDraft) -> None:
    plan = draft.finish()
    frame = (plan.form, plan.period, plan.number, plan.symbol, plan.place, plan.date, plan.recipients.archive)
    assert frame == FRAMES[number]
    signer = plan.signature
    assert (signer.collective, signer.capacity, signer.title, signer.name) == SIGNERS[number]


def test_every_line_is_placed(draft: ImportDraft) -> None:
    assert draft.placements
    assert not draft.unplaced
    keys = {block.source for block in compose(draft.plan).blocks} | _inner_keys(draft.plan)
    assert {one.target for one in draft.placements.values()} - {""} <= keys


def _inner_keys(plan: Plan) -> set[str]:
    return {row.id for appendix in plan.appendices for row in appendix.rows}


def test_word_has_every_line_of_the_seed_in_order(
    number: str, draft: ImportDraft, seed_texts: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / f"{number}.docx"
    write_word(compose(draft.finish()), target)
    told = seed_as_told(number, seed_texts[number])
    compared = compare(told, word_text(target), rewritten=REWRITTEN[number], added=ADDED[number])
    assert compared == Comparison((), ())


def test_a_missing_letterhead_is_asked_and_can_be_guessed(number: str, draft: ImportDraft) -> None:
    [doubt] = [one for one in draft.doubts if "tên cơ quan ban hành" in one.message]
    assert [choice.settle(draft.plan).letterhead.body for choice in doubt.choices] == [
        (),
        ("ỦY BAN NHÂN DÂN", UNITS[number]),
    ]


def test_a_lost_heading_is_asked_and_can_be_put_back(seeds: Path) -> None:
    draft = import_plan(next(seeds.glob("003_*.txt")))
    [doubt] = [one for one in draft.doubts if "thiếu một tiêu đề" in one.message]
    leave, split = doubt.choices
    assert leave.settle(draft.plan) == draft.plan
    settled = split.settle(draft.plan)
    assert [one.role for one in settled.sections][-2:] == [SectionRole.BUDGET, SectionRole.ORGANISATION]
    assert sum(len(one.items) for one in settled.sections) == sum(
        len(one.items) for one in draft.plan.sections
    )
    assert replace(settled, sections=draft.plan.sections) == draft.plan


def test_changed_labels_are_told_with_their_lines(seeds: Path) -> None:
    draft = import_plan(next(seeds.glob("003_*.txt")))
    told = [one for one in draft.doubts if "sẽ đánh lại" in one.message]
    assert [one.message.split("nguồn ghi ")[1][:28] for one in told] == [
        "“c)”, sẽ đánh lại thành “d)”",
        "“f)”, sẽ đánh lại thành “g)”",
        "“2.”, sẽ đánh lại thành “1.”",
    ]
    assert all(one.lines and one.target for one in told)
