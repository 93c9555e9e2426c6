"""Files of every released format, made once by that release, open for ever with all they hold."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.authoring.places import all_outlines
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.legal_document import LegalDocument
from cchc_desktop.domain.library import LibraryEntry
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.profile import OfficeProfile
from cchc_desktop.domain.task import CELL_COLUMNS, Task
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.migrations import FORMATS
from tests.storage.rich_dossier import rich_dossier

DOSSIERS = Path(__file__).parents[1] / "dossiers"
NUMBERS = range(1, FORMATS.newest + 1)


def facts(dossier: Dossier) -> dict[str, Any]:
    """What must be found again, in words that do not change when the domain grows."""
    return {
        "office": f"{dossier.office.full_name}, {dossier.office.province.full_name}",
        "plans": [_plan_facts(plan) for plan in dossier.plans],
        **_kept_facts(dossier),
    }


def _kept_facts(dossier: Dossier) -> dict[str, Any]:
    """What the office keeps for all its plans, since format 2; nothing when it keeps nothing."""
    found: dict[str, Any] = {}
    if dossier.profile is not None:
        found["profile"] = _profile_facts(dossier.profile)
    if dossier.bases:
        found["bases"] = [_document_facts(one) for one in dossier.bases]
    if dossier.library:
        found["library"] = [_suggestion_facts(one) for one in dossier.library]
    if dossier.hidden:
        found["hidden"] = list(dossier.hidden)
    return found


def _profile_facts(profile: OfficeProfile) -> dict[str, Any]:
    return {
        "head": [*profile.letterhead.body, profile.letterhead.superior, profile.place, profile.issuer],
        "words": [profile.settlement, profile.plan_symbol, profile.decision_symbol, profile.archive],
        "agencies": [
            [
                *(one.id, one.name, one.short_name, one.side.value, one.is_group, one.head),
                *(list(one.former_names), one.function.value if one.function else ""),
            ]
            for one in profile.agencies
        ],
        "recipients": [[one.id, one.name, one.note] for one in profile.recipients],
        "signers": [[one.id, one.name, one.title, one.capacity.value] for one in profile.signers],
    }


def _document_facts(document: LegalDocument) -> list[Any]:
    days = (document.in_force_from, document.ended_on, document.checked_on)
    return [
        *(document.id, document.basis, document.citation.code, document.origin.value),
        [day.isoformat() if day else "" for day in days],
        *map(list, (document.replaced_by, document.amended_by, document.subjects)),
        *(document.note, document.is_certain),
    ]


def _suggestion_facts(entry: LibraryEntry) -> list[Any]:
    task = entry.task
    return [
        *(entry.id, entry.kind.value, entry.title, entry.criterion, entry.is_own),
        [one.value if one else "" for one in (entry.area, entry.channel, entry.agency)],
        *map(list, (entry.tasks, entry.subjects, entry.only_for)),
        [
            [item.level.value, item.heading.plain, item.text.plain, *item.text.spans]
            for item in (entry.content if task is None else task.content)
        ],
        [task.cell(column).plain for column in CELL_COLUMNS] if task else [],
    ]


def _plan_facts(plan: Plan) -> dict[str, Any]:
    decision = plan.decision
    return {
        "form": plan.form.value,
        "period": plan.period.phrase,
        "head": [*plan.letterhead.body, plan.letterhead.superior, plan.number, plan.symbol, plan.place],
        "date": [plan.date.day, plan.date.month, plan.date.year],
        "title": [plan.title, plan.issuer, plan.opening.proposal],
        "bases": [[basis.text.plain, *basis.text.spans] for basis in plan.opening.bases],
        "decision": decision
        and [
            decision.authority,
            decision.plan_title,
            *((a.heading.plain, a.text.plain) for a in decision.articles),
        ],
        "sections": [[section.title, *(role.value for role in section.roles)] for section in plan.sections],
        "items": [
            [place.home.value, item.level.value, item.heading.plain, item.text.plain, *item.text.spans]
            for place, outline in all_outlines(plan)
            for item in outline
        ],
        "recipients": [[one.name, one.note] for one in plan.recipients.names] + [[plan.recipients.archive]],
        "signature": [*plan.signature.lines, plan.signature.name],
        "appendices": [
            [appendix.title, appendix.restart_order, *(column.heading for column in appendix.columns)]
            for appendix in plan.appendices
        ],
        "rows": [
            [row.cell(column).plain for column in CELL_COLUMNS] if isinstance(row, Task) else row.title
            for appendix in plan.appendices
            for row in appendix.rows
        ],
    }


@pytest.mark.parametrize("number", NUMBERS)
def test_a_file_of_an_old_format_opens_with_all_it_holds(number: int, vietnamese_folder: Path) -> None:
    path = vietnamese_folder / "Hồ sơ cũ.cchc"
    shutil.copyfile(DOSSIERS / f"format-{number}.cchc", path)
    expected = json.loads((DOSSIERS / f"format-{number}.json").read_text(encoding="utf-8"))
    with DossierFile.open(path) as file:
        assert not file.is_read_only
        assert json.loads(json.dumps(facts(file.dossier))) == expected
        assert file.view_state() == {"bước": "7"}
        file.save(file.dossier.with_plan(replace(file.dossier.plans[0], place="Kỳ Anh")))
        file.verify()
    with DossierFile.open(path) as file:
        assert file.dossier.plans[0].place == "Kỳ Anh"


def test_a_file_of_the_first_format_keeps_nothing_for_all_plans_until_it_is_saved(
    vietnamese_folder: Path,
) -> None:
    path = vietnamese_folder / "Hồ sơ cũ.cchc"
    shutil.copyfile(DOSSIERS / "format-1.cchc", path)
    rich = rich_dossier()
    with DossierFile.open(path) as file:
        old = file.dossier
        assert (old.profile, old.bases, old.library, old.hidden) == (None, (), (), ())
        file.save(replace(old, profile=rich.profile, bases=rich.bases, library=rich.library, hidden=("a",)))
        file.verify()
    with DossierFile.open(path) as file:
        assert file.dossier == replace(
            old, profile=rich.profile, bases=rich.bases, library=rich.library, hidden=("a",)
        )
    [backup] = (one for one in vietnamese_folder.iterdir() if one != path)
    assert "trước khi nâng cấp" in backup.name
    assert backup.read_bytes()[60:64] == (1).to_bytes(4, "big")
    with DossierFile.open(backup, read_only=True) as file:
        assert file.dossier == old


@pytest.mark.parametrize("number", NUMBERS)
def test_a_file_of_an_old_format_opens_for_reading(number: int) -> None:
    path = DOSSIERS / f"format-{number}.cchc"
    before = path.read_bytes()
    with DossierFile.open(path, read_only=True) as file:
        assert len(file.dossier.plans) == 4
        assert file.format_number == number
    assert path.read_bytes() == before
