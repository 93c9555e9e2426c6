"""The recipe of the suggested plan: every key it names exists, and faults in it are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.catalog.legal_documents import load_legal_documents
from cchc_desktop.catalog.library import load_library
from cchc_desktop.catalog.plan_recipe import RECIPE_FILE, PlanRecipe, load_recipe
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.plan import SectionRole
from cchc_desktop.errors import UserFacingError
from cchc_desktop.places import resources_dir

KINDS = {
    SectionRole.PURPOSE: {EntryKind.PURPOSE, EntryKind.REQUIREMENT},
    SectionRole.TARGETS: {EntryKind.TARGET},
    SectionRole.CONTENT: {EntryKind.CONTENT},
    SectionRole.FORMS: {EntryKind.FORM},
    SectionRole.BUDGET: {EntryKind.BUDGET},
}


@pytest.fixture(scope="module")
def recipe() -> PlanRecipe:
    return load_recipe()


def test_every_key_is_in_the_library_and_of_the_kind_its_place_wants(recipe: PlanRecipe) -> None:
    kinds = {one.id: one.kind for one in load_library()}
    for section in recipe.sections:
        for part in section.parts:
            assert {kinds[key] for key in part.entries} <= KINDS[section.roles[0]], section.title
    assert {kinds[key] for key in recipe.tasks} == {EntryKind.TASK}
    assert {kinds[key] for key in recipe.duties} == {EntryKind.DUTY}
    assert {kinds[key] for key in (*recipe.opening, *recipe.opening_attached)} == {EntryKind.OPENING}
    assert {kinds[key] for key in recipe.closing} == {EntryKind.CLOSING}


def test_every_basis_is_in_the_catalogue_of_legal_documents(recipe: PlanRecipe) -> None:
    assert set(recipe.bases) <= {one.id for one in load_legal_documents()}


def test_no_key_is_named_twice(recipe: PlanRecipe) -> None:
    keys = [key for section in recipe.sections for part in section.parts for key in part.entries]
    keys += [*recipe.tasks, *recipe.duties, *recipe.bases]
    assert len(set(keys)) == len(keys)


def test_what_is_left_out_is_otherwise_used(recipe: PlanRecipe) -> None:
    used = {key for section in recipe.sections for part in section.parts for key in part.entries}
    used |= {*recipe.tasks, *recipe.duties}
    assert {key for keys in recipe.leave_out.values() for key in keys} <= used


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title =", "titel =", "không có trường tên “titel”"),
        ("[fallback]", '[fallback]\nnha_may = "vhxh"', "không có trường tên “nha_may”"),
        ('"Xã" = ', '"Thị trấn" = ', "không có trường tên “Thị trấn”"),
        ('level = "a)"', 'level = "A)"', "trường “level” không được là “A)”"),
        ('roles = ["budget"]', 'roles = ["money"]', "trường “roles” không được là “money”"),
        ("{nam}", "{năm}", "tên lạ trong ngoặc nhọn"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    written = (resources_dir() / "catalog" / RECIPE_FILE).read_text(encoding="utf-8")
    file = tmp_path / RECIPE_FILE
    file.write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserFacingError) as error:
        load_recipe(file)
    assert RECIPE_FILE in error.value.message
    assert told in error.value.message
