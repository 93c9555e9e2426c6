"""One committed edit against raw sqlite3 doing the same durable one-row update: pytest tests/benchmarks/bench_save.py -s.

The floor is a connection with the same pragmas to a copy of the same file, which in one transaction updates one row of
``item``. What we do on top: find what changed, keep the folded text and the digest. Turns are taken in small rounds,
so that a busy disk is as busy for both; the median of the rounds' ratios is printed.
"""

import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.authoring.new_plan import new_plan
from cchc_desktop.authoring.sample import SAMPLE_OFFICE
from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import new_id
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.dossier_file import DossierFile

TARGET = 1.3
ROUNDS, EDITS = 40, 10


def _typed(plan: Plan, text: str) -> Plan:
    section = plan.sections[2]
    middle = len(section.items) // 2
    changed = replace(section.items[middle], text=RichText.of(text))
    items = (*section.items[:middle], changed, *section.items[middle + 1 :])
    return replace(plan, sections=(*plan.sections[:2], replace(section, items=items), *plan.sections[3:]))


def _with_tasks(plan: Plan, count: int) -> Plan:
    appendix = plan.appendices[0]
    tasks = appendix.tasks
    rows = tuple(replace(tasks[number % len(tasks)], id=new_id(), content=()) for number in range(count))
    return replace(plan, appendices=(replace(appendix, rows=rows),))


def _seconds(work: Callable[[int], None], start: int) -> float:
    begun = time.perf_counter()
    for number in range(start, start + EDITS):
        work(number)
    return (time.perf_counter() - begun) / EDITS


@pytest.mark.parametrize("tasks", [18, 1000, 5000])
def test_one_committed_edit(tmp_path: Path, tasks: int) -> None:
    plan = _with_tasks(new_plan(SAMPLE_OFFICE, 2026, suggested=True), tasks)
    path, copy = tmp_path / "Hồ sơ.cchc", tmp_path / "Sàn.cchc"
    DossierFile.create(path, Dossier(SAMPLE_OFFICE, (plan,))).close()
    shutil.copyfile(path, copy)
    edited = plan.sections[2].items[len(plan.sections[2].items) // 2].id
    with DossierFile.open(path) as file, closing(connect(copy)) as floor:
        session = Session(file.dossier, file.store)
        raw: sqlite3.Connection = floor.conn

        def ours(number: int) -> None:
            session.edit_plan(
                plan.id, "gõ", lambda one: _typed(one, f"Nội dung được gõ lần thứ {number}"), merge=1
            )
            session.save()

        def theirs(number: int) -> None:
            raw.execute("BEGIN")
            raw.execute(
                "UPDATE item SET text = ? WHERE id = ?", (f"Nội dung được gõ lần thứ {number}", edited)
            )
            raw.execute("COMMIT")

        pairs = [(_seconds(ours, r * EDITS), _seconds(theirs, r * EDITS)) for r in range(ROUNDS + 2)][2:]
        file.verify()
    ratio = statistics.median(one / other for one, other in pairs)
    our_time, floor_time = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    print(
        f"\n{tasks:5} tasks: save {our_time:.2f} ms, raw sqlite3 {floor_time:.2f} ms, ratio {ratio:.2f} (target {TARGET})"
    )
    assert ratio < 2 * TARGET, "far from the target: something is wrong"
