"""The office saves suggestions of its own and hides those of the program that it does not use."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from cchc_desktop.authoring.library_edits import (
    with_all_shown,
    with_entry,
    with_entry_added,
    with_entry_moved,
    with_hidden,
    without_entry,
    without_hidden,
)
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.library import EntryKind, LibraryEntry
from cchc_desktop.domain.outline import paragraph
from tests.dossier_strategies import dossiers, library_entries
from tests.strategies import OFFICES

NEW = Dossier(OFFICES[0])
ONE = LibraryEntry(EntryKind.PURPOSE, (paragraph("Để người dân {cap} biết"),), id="md-1")
TWO = LibraryEntry(EntryKind.CLOSING, (paragraph("Trên đây là Kế hoạch"),), id="kt-1")


def test_suggestions_are_saved_changed_moved_and_struck() -> None:
    dossier = with_entry_added(with_entry_added(NEW, ONE), TWO, 0)
    assert [one.id for one in dossier.library] == ["kt-1", "md-1"]
    assert all(one.is_own for one in dossier.library)
    changed = with_entry(dossier, replace(ONE, criterion="Chỉ số"))
    assert changed.library[1].criterion == "Chỉ số" and changed.library[1].is_own
    assert [one.id for one in with_entry_moved(changed, "md-1", -1).library] == ["md-1", "kt-1"]
    assert without_entry(dossier, "kt-1").library == (replace(ONE, is_own=True),)
    with pytest.raises(KeyError):
        without_entry(NEW, "md-1")
    with pytest.raises(KeyError):
        with_entry(NEW, ONE)


def test_saving_the_same_suggestion_twice_makes_two() -> None:
    dossier = with_entry_added(with_entry_added(NEW, ONE), ONE)
    first, second = dossier.library
    assert first.id != second.id
    assert first.content == second.content


def test_suggestions_are_hidden_in_order_and_shown_again() -> None:
    hidden = with_hidden(NEW, "b", "a", "b")
    assert hidden.hidden == ("b", "a")
    assert with_hidden(hidden, "a") is hidden
    assert without_hidden(hidden, "b", "c").hidden == ("a",)
    assert without_hidden(hidden, "c") is hidden
    assert with_all_shown(hidden) == NEW
    assert with_all_shown(NEW) is NEW


@settings(max_examples=25)
@given(dossiers(max_plans=0), library_entries())
def test_what_is_added_can_be_struck_again(dossier: Dossier, entry: LibraryEntry) -> None:
    added = with_entry_added(dossier, entry, 0)
    assert without_entry(added, entry.id) == dossier
