"""Tests of saving by itself: soon after a pause, within a second while typing goes on, never a false word."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.errors import UserFacingError
from cchc_desktop.ui.autosave import LONGEST_MS, PAUSE_MS, Autosave


class Disk:
    def __init__(self) -> None:
        self.saved: list[Dossier] = []
        self.full = False

    def save(self, dossier: Dossier) -> None:
        if self.full:
            raise UserFacingError("Ổ đĩa đã đầy.")
        self.saved.append(dossier)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def session(disk: Disk) -> Session:
    return Session(sample_dossier(), disk)


def type_once(session: Session, autosave: Autosave, text: str) -> None:
    key = session.dossier.plans[0].id
    session.edit_plan(key, "gõ", lambda plan: replace(plan, title=plan.title + text), merge="title")
    autosave.edited()


def test_an_edit_is_saved_after_a_short_pause(qtbot: QtBot, session: Session, disk: Disk) -> None:
    autosave = Autosave(session)
    type_once(session, autosave, "a")
    assert autosave.sentence == "Đang lưu…"
    assert disk.saved == []
    qtbot.waitUntil(lambda: bool(disk.saved), timeout=PAUSE_MS + 400)
    assert autosave.sentence.startswith("Đã lưu lúc")


def test_typing_without_a_pause_is_saved_within_a_second(qtbot: QtBot, session: Session, disk: Disk) -> None:
    autosave = Autosave(session)
    for _ in range((LONGEST_MS + 400) // 50):
        type_once(session, autosave, "a")
        qtbot.wait(50)
    assert disk.saved


def test_nothing_is_written_while_nothing_is_edited(session: Session, disk: Disk) -> None:
    assert Autosave(session).save_now()
    assert disk.saved == []


def test_undo_back_to_what_is_saved_needs_no_saving(qtbot: QtBot, session: Session, disk: Disk) -> None:
    autosave = Autosave(session)
    type_once(session, autosave, "a")
    session.undo()
    autosave.edited()
    assert autosave.sentence == "Đã lưu"
    qtbot.wait(PAUSE_MS + 100)
    assert disk.saved == []


def test_a_full_disk_is_told_and_tried_again_until_it_works(session: Session, disk: Disk) -> None:
    autosave = Autosave(session)
    disk.full = True
    type_once(session, autosave, "a")
    assert not autosave.save_now()
    assert autosave.sentence == "Chưa lưu được"
    type_once(session, autosave, "b")
    assert autosave.sentence == "Chưa lưu được"
    assert autosave._timer.isActive()
    disk.full = False
    assert autosave.save_now()
    assert autosave.problem is None
    assert disk.saved[-1].plans[0].title.endswith("ab")


def test_a_file_saved_on_another_day_says_the_day(session: Session) -> None:
    then = datetime.now() - timedelta(days=3)
    assert Autosave(session, then).sentence == f"Đã lưu ngày {then:%d/%m/%Y}"


def test_a_dossier_open_for_reading_says_so() -> None:
    assert Autosave(Session(sample_dossier())).sentence == "Chỉ xem"


def test_once_stopped_nothing_is_saved_any_more(session: Session, disk: Disk) -> None:
    autosave = Autosave(session)
    type_once(session, autosave, "a")
    autosave.stop()
    autosave.save_now()
    assert disk.saved == []


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_first_unsaved_letter_waits_a_second_at_most_however_fast_the_next_ones_come(
    session: Session, disk: Disk
) -> None:
    clock = Clock()
    autosave = Autosave(session, clock=clock)
    waits = []
    for _ in range(10):
        type_once(session, autosave, "a")
        waits.append(autosave._timer.interval())
        clock.now += 0.1
    assert waits[0] == PAUSE_MS <= 300
    assert all(wait <= LONGEST_MS - number * 100 + 1 for number, wait in enumerate(waits))
    type_once(session, autosave, "a")
    assert autosave._timer.interval() <= 1
    autosave.save_now()
    type_once(session, autosave, "b")
    assert autosave._timer.interval() == PAUSE_MS


def test_a_slow_disk_is_written_less_often_but_within_the_second(session: Session, disk: Disk) -> None:
    clock = Clock()
    autosave = Autosave(session, clock=clock)
    quick = disk.save

    def slow(dossier: Dossier) -> None:
        clock.now += 0.4
        quick(dossier)

    disk.save = slow  # type: ignore[method-assign]
    type_once(session, autosave, "a")
    autosave.save_now()
    type_once(session, autosave, "b")
    assert PAUSE_MS < autosave._timer.interval() <= LONGEST_MS
    disk.save = quick  # type: ignore[method-assign]
    autosave.save_now()
    type_once(session, autosave, "c")
    assert autosave._timer.interval() == PAUSE_MS
