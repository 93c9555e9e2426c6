"""The office enters legal documents and takes in files of updates, which never touch what it entered."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.authoring.basis_edits import (
    with_document,
    with_document_added,
    with_document_moved,
    with_updates,
    without_document,
    without_updates,
)
from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument, Origin
from tests.dossier_strategies import legal_documents
from tests.strategies import OFFICES

NEW = Dossier(OFFICES[0])
DECREE = Citation("Nghị định", "118", "2025/NĐ-CP", date(2025, 6, 9), "Chính phủ", "về một cửa")
OWN = LegalDocument(DECREE, note="của cơ quan", id="own")
UPDATE = LegalDocument(DECREE, checked_on=date(2026, 6, 1), origin=Origin.UPDATE, id="nd-118-2025")
LAW = LegalDocument(
    Citation("Luật", title="Cán bộ, công chức", date=date(2025, 6, 24)),
    checked_on=date(2026, 6, 1),
    origin=Origin.UPDATE,
    id="luat-cbcc-2025",
)


def test_documents_are_entered_changed_moved_and_struck() -> None:
    dossier = with_document_added(with_document_added(NEW, OWN), replace(LAW, id="law"), 0)
    assert [(one.id, one.origin) for one in dossier.bases] == [("law", Origin.OWN), ("own", Origin.OWN)]
    assert with_document(dossier, replace(OWN, note="khác")).bases[1].note == "khác"
    assert with_document_moved(dossier, "own", -1).bases[0].id == "own"
    assert without_document(dossier, "law").bases == (OWN,)
    with pytest.raises(KeyError):
        without_document(NEW, "own")


def test_an_update_that_the_office_changes_is_its_own_from_then_on() -> None:
    dossier = with_updates(NEW, (UPDATE,)).dossier
    own = with_document(dossier, replace(dossier.bases[0], note="bản lưu tại VP"))
    newer = replace(UPDATE, checked_on=date(2027, 1, 1))
    merged = with_updates(own, (newer,))
    assert merged.dossier == own
    assert merged.kept == own.bases


def test_updates_are_added_and_newer_ones_take_the_place_of_older_ones() -> None:
    first = with_updates(NEW, (UPDATE, LAW))
    assert (first.added, first.changed, first.kept) == ((UPDATE, LAW), (), ())
    newer = replace(UPDATE, checked_on=date(2026, 9, 1), ended_on=date(2026, 8, 1))
    older = replace(LAW, checked_on=date(2025, 9, 1), note="cũ")
    second = with_updates(first.dossier, (newer, older))
    assert second.dossier.bases == (newer, LAW)
    assert (second.added, second.changed, second.kept) == ((), (newer,), (LAW,))
    undated = with_updates(second.dossier, (replace(newer, checked_on=None),))
    assert undated.dossier is second.dossier


@pytest.mark.parametrize(
    "written",
    [
        UPDATE,
        replace(UPDATE, id="own", citation=replace(DECREE, number="7")),
        replace(UPDATE, citation=replace(DECREE, symbol="2025/NĐ-cp")),
        replace(UPDATE, citation=replace(DECREE, date=None, issuer="CP"), origin=Origin.OWN),
    ],
)
def test_what_the_office_entered_is_never_changed_nor_doubled(written: LegalDocument) -> None:
    dossier = with_document_added(NEW, OWN)
    merged = with_updates(dossier, (written,))
    assert merged.dossier is dossier
    assert merged.kept == (OWN,)


def test_an_update_under_another_key_takes_the_place_of_the_same_document() -> None:
    dossier = with_updates(NEW, (UPDATE, LAW)).dossier
    newer = replace(UPDATE, id="nghi-dinh-118", checked_on=date(2027, 1, 1))
    assert with_updates(dossier, (newer,)).dossier.bases == (newer, LAW)


def test_updates_can_be_taken_away_again() -> None:
    own = with_document_added(NEW, OWN)
    dossier = with_updates(own, (LAW,)).dossier
    assert without_updates(dossier) == own
    assert without_updates(own) is own


@settings(max_examples=60)
@given(st.lists(legal_documents(), max_size=4), st.lists(legal_documents(), max_size=4), st.data())
def test_whatever_is_taken_in_own_documents_stay_and_a_second_time_changes_nothing(
    known: list[LegalDocument], file: list[LegalDocument], data: st.DataObject
) -> None:
    dossier = replace(NEW, bases=tuple(known))
    for number, one in enumerate(file):
        is_known: bool = data.draw(st.booleans())
        if known and is_known:
            file[number] = replace(one, id=data.draw(st.sampled_from(known)).id)
    merged = with_updates(dossier, file)
    own = [one for one in known if one.origin is Origin.OWN]
    assert [one for one in merged.dossier.bases if one.origin is Origin.OWN] == own
    assert len({one.id for one in merged.dossier.bases}) == len(merged.dossier.bases)
    assert len(merged.added) + len(merged.changed) + len(merged.kept) == len(file)
    again = with_updates(merged.dossier, file)
    assert again.dossier is merged.dossier
    assert not again.added and not again.changed
