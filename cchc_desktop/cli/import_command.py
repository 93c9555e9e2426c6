"""The command ``import``: an old plan from a file into a dossier, with an account of how it was understood."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from cchc_desktop.authoring.dossiers import open_dossier
from cchc_desktop.authoring.import_source import ReadPlan, read_source, understood
from cchc_desktop.authoring.import_summary import ImportSummary, SummedDoubt, summary
from cchc_desktop.authoring.import_target import EDIT_NAME, NEW_PLAN, taken_over, whole_plan
from cchc_desktop.authoring.session import Session
from cchc_desktop.cli.arguments import PROGRAM
from cchc_desktop.cli.console import Console
from cchc_desktop.errors import UserFacingError


def import_old(arguments: Namespace, console: Console) -> None:
    """``import``: read, put into the dossier as a new plan, and say what became of every line."""
    source, target = arguments.source, arguments.into
    _must_be_there(target)
    read = understood(lambda: read_source(source))
    plan_id = _put_into(target, read)
    told = summary(read)
    if arguments.json:
        console.say_json(
            {
                "source": str(source),
                "dossier": str(target),
                **asdict(told),
                "plan": {"id": plan_id, **asdict(told.plan)},
            }
        )
        return
    for line in _told(told, source, target, plan_id):
        console.say(line)


def _must_be_there(dossier: Path) -> None:
    if not dossier.is_file():
        raise UserFacingError(
            f"Không thấy hồ sơ “{dossier}” để đưa kế hoạch vào.",
            f"Hãy lập hồ sơ trước: {PROGRAM} new {dossier.name} --province TỈNH --commune XÃ --year NĂM --empty.",
        )


def _put_into(target: Path, read: ReadPlan) -> str:
    """The key of the plan in the dossier, saved."""
    with open_dossier(target) as file:
        if file.store is None:
            raise UserFacingError(
                f"Hồ sơ “{target.name}” chỉ mở được để xem nên chưa đưa kế hoạch vào được.",
                file.read_only_reason or "Hãy lưu bản sao rồi đưa kế hoạch vào bản sao.",
            )
        session = Session(file.dossier, file.store)
        found = read.draft.finish()
        ours = file.dossier
        plan = whole_plan(found, ours.office, found.period.first_year, ours.office_profile)
        session.edit(EDIT_NAME, lambda now: taken_over(now, plan, NEW_PLAN))
        session.save()
        return session.dossier.plans[-1].id


def _told(told: ImportSummary, source: Path, target: Path, plan_id: str) -> Iterator[str]:
    plan, lines = told.plan, told.lines
    years = f"năm {plan.first_year}"
    if plan.last_year != plan.first_year:
        years = f"giai đoạn {plan.first_year} - {plan.last_year}"
    yield f"Đã đưa {source.name} vào hồ sơ {target}"
    yield f"  Hình thức ban hành: {plan.form}"
    yield f"  Tên: {plan.title or '(không thấy)'}"
    yield f"  Thời gian: {years}; số: {plan.number or '(chưa có)'}"
    yield f"  {plan.sections} mục, {plan.items} ý, {plan.bases} căn cứ, {plan.recipients} nơi nhận"
    yield f"  {plan.appendices} phụ lục, {plan.tasks} nhiệm vụ"
    yield f"  Mã: {plan_id}"
    yield f"Số dòng: đọc {lines.read}, xếp được {lines.placed}, chưa xếp được {lines.unplaced}"
    if told.doubts:
        yield f"{len(told.doubts)} chỗ chưa chắc, đã giữ như đoán (ghi sau mũi tên):"
        yield from (f"  {_doubt_line(doubt)}" for doubt in told.doubts)
    else:
        yield "Không có chỗ nào chưa chắc."
    if told.notes:
        yield "Ghi chú khi đọc:"
        yield from (f"  {note}" for note in told.notes)


def _doubt_line(doubt: SummedDoubt) -> str:
    where = ""
    if doubt.lines:
        first, last = min(doubt.lines), max(doubt.lines)
        where = f"Dòng {first}: " if first == last else f"Dòng {first}–{last}: "
    taken = f" → {doubt.choices[0]}" if doubt.choices else ""
    return f"{where}{doubt.message}{taken}"
