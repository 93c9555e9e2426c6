"""Whatever a dossier holds, and however it came about, its file gives the same back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cchc_desktop.authoring.places import all_outlines, with_outline
from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.plan import Plan
from cchc_desktop.storage.differences import all_rows, differences
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.loading import load
from cchc_desktop.storage.schema import DOSSIER_TABLES
from tests.dossier_strategies import (
    agencies,
    dossiers,
    hidden_keys,
    legal_documents,
    library_entries,
    profiles,
)
from tests.strategies import appendices, outlines, plans, sections

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=25, suppress_health_check=_SLOW)
@given(dossiers())
def test_rows_are_loaded_back_into_the_same_dossier(dossier: Dossier) -> None:
    rows = all_rows(dossier)
    assert load({table: list(rows.get(table, {}).values())[::-1] for table in DOSSIER_TABLES}) == dossier


@settings(max_examples=25, suppress_health_check=_SLOW)
@given(dossiers(), dossiers())
def test_differences_turn_the_rows_of_one_dossier_into_those_of_the_other(old: Dossier, new: Dossier) -> None:
    # They share some things, as a dossier before and after an edit does.
    new = replace(
        new,
        id=old.id,
        plans=(*new.plans, *old.plans[:1]),
        bases=(*new.bases, *old.bases[:2]),
        library=(*old.library[1:], *new.library),
        hidden=(*old.hidden[1:], *new.hidden),
    )
    if old.profile is not None and new.profile is not None:
        own = {one.id for one in new.profile.agencies}
        shared = tuple(one for one in old.profile.agencies[1:] if one.id not in own)
        new = replace(new, profile=replace(new.profile, agencies=(*new.profile.agencies, *shared)))
    rows = all_rows(old)
    for table, gone, come in differences(old, new).tables():
        of_table = rows.setdefault(table, {})
        for key, row in gone.items():
            assert of_table.pop(key) == row
        of_table.update(come)
    assert {t: r for t, r in rows.items() if r} == {t: r for t, r in all_rows(new).items() if r}


@settings(max_examples=15, suppress_health_check=_SLOW)
@given(dossiers(), dossiers())
def test_a_dossier_made_or_saved_over_another_comes_back_from_the_file(
    first: Dossier, second: Dossier
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Hồ sơ.cchc"
        with DossierFile.create(path, first) as file:
            assert file.dossier == first
            file.save(second)
            file.verify()
        with DossierFile.open(path) as file:
            assert file.dossier == second


class AnOfficialAtWork(RuleBasedStateMachine):
    """Edits, undo, redo, saving, closing and opening in any order, against a plain list of values."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._path = Path(self._folder.name) / "Hồ sơ của tôi.cchc"

    # Values are drawn inside the rules: Hypothesis writes out the strategies of their arguments, all 158 kB of them.
    @initialize(data=st.data())
    def make(self, data: st.DataObject) -> None:
        dossier = data.draw(dossiers())
        self._file = DossierFile.create(self._path, dossier)
        self._session = Session(self._file.dossier, self._file.store)
        self._history = [dossier]
        self._now = 0

    def _edit(self, change: Dossier) -> None:
        if self._session.edit("sửa", lambda _: change):
            self._history[self._now + 1 :] = [change]
            self._now += 1

    def _pick(self, data: st.DataObject) -> Plan:
        return data.draw(st.sampled_from(self._session.dossier.plans))

    @rule(data=st.data())
    def add_a_plan(self, data: st.DataObject) -> None:
        self._edit(self._session.dossier.with_plan(data.draw(plans())))

    @precondition(lambda self: self._session.dossier.plans)
    @rule(data=st.data())
    def remove_a_plan(self, data: st.DataObject) -> None:
        self._edit(self._session.dossier.without_plan(self._pick(data).id))

    @precondition(lambda self: self._session.dossier.plans)
    @rule(data=st.data())
    def change_an_outline(self, data: st.DataObject) -> None:
        plan = self._pick(data)
        place, old = data.draw(st.sampled_from(list(all_outlines(plan))))
        kept = data.draw(st.permutations(old)) if len(old) < 12 else old
        self._edit(
            self._session.dossier.with_plan(with_outline(plan, place, (*kept[1:], *data.draw(outlines()))))
        )

    @precondition(lambda self: self._session.dossier.plans)
    @rule(data=st.data())
    def change_the_sections(self, data: st.DataObject) -> None:
        plan = self._pick(data)
        self._edit(
            self._session.dossier.with_plan(
                replace(plan, sections=(*plan.sections[1:], data.draw(sections())))
            )
        )

    @precondition(lambda self: self._session.dossier.plans)
    @rule(data=st.data())
    def change_the_appendices(self, data: st.DataObject) -> None:
        plan = self._pick(data)
        self._edit(
            self._session.dossier.with_plan(
                replace(plan, appendices=(data.draw(appendices()), *plan.appendices[:1]))
            )
        )

    @precondition(lambda self: self._session.dossier.plans)
    @rule(data=st.data())
    def change_the_order_of_tasks(self, data: st.DataObject) -> None:
        plan = self._pick(data)
        turned = tuple(replace(one, rows=one.rows[::-1]) for one in plan.appendices)
        self._edit(self._session.dossier.with_plan(replace(plan, appendices=turned)))

    @rule(data=st.data())
    def change_the_profile(self, data: st.DataObject) -> None:
        dossier = self._session.dossier
        known = dossier.office_profile
        kinds = (
            st.none(),
            profiles(dossier.office),
            st.just(replace(known, agencies=known.agencies[::-1], signers=known.signers[1:])),
            agencies().map(lambda one: replace(known, agencies=(one, *known.agencies[:3]))),
        )
        self._edit(replace(dossier, profile=data.draw(st.one_of(kinds))))

    @rule(data=st.data())
    def change_what_the_office_keeps(self, data: st.DataObject) -> None:
        now = self._session.dossier
        bases = (*now.bases[1:], *data.draw(st.lists(legal_documents(), max_size=2)))
        library = (*data.draw(st.lists(library_entries(), max_size=1)), *now.library[::-1])
        self._edit(replace(now, bases=bases, library=library, hidden=data.draw(hidden_keys())))

    @rule()
    def undo(self) -> None:
        if self._session.undo() is not None:
            self._now -= 1

    @rule()
    def redo(self) -> None:
        if self._session.redo() is not None:
            self._now += 1

    @rule()
    def save(self) -> None:
        self._session.save()
        assert self._file.dossier is self._session.dossier
        self._file.verify()

    @rule()
    def look_at_it_from_elsewhere(self) -> None:
        with DossierFile.open(self._path, read_only=True) as reader:
            assert reader.dossier == self._file.dossier
            assert reader.fault is None

    @rule()
    def close_and_open(self) -> None:
        self._session.save()
        self._file.close()
        self._file = DossierFile.open(self._path)
        assert self._file._content._is_in_step
        assert self._file.dossier == self._session.dossier
        self._session = Session(self._file.dossier, self._file.store)
        self._history = [self._file.dossier]
        self._now = 0

    @invariant()
    def the_session_shows_what_was_done(self) -> None:
        if hasattr(self, "_session"):
            assert self._session.dossier == self._history[self._now]

    def teardown(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()
        self._folder.cleanup()


TestAnOfficialAtWork = AnOfficialAtWork.TestCase
TestAnOfficialAtWork.settings = settings(
    max_examples=15, stateful_step_count=20, suppress_health_check=_SLOW, deadline=None
)
