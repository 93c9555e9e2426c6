"""The readable catalogue files keep to their schemas."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_desktop.catalog.library import library_folder
from cchc_desktop.places import resources_dir

CATALOG = resources_dir() / "catalog"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((CATALOG / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(checked: Draft202012Validator, values: Any) -> list[str]:
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in checked.iter_errors(values)]


@pytest.mark.parametrize("path", sorted(library_folder().glob("*.toml")), ids=lambda path: path.name)
def test_a_file_of_the_library_keeps_to_the_schema(path: Path) -> None:
    assert faults(validator("library"), tomllib.loads(path.read_text(encoding="utf-8"))) == []


def test_the_recipe_of_the_suggested_plan_keeps_to_the_schema() -> None:
    values = tomllib.loads((CATALOG / "suggested-plan.toml").read_text(encoding="utf-8"))
    assert faults(validator("suggested-plan"), values) == []


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "Md_Một", "text": "Một.", "subjects": ["a", "b"]},
        {"id": "md-mot", "text": " ", "subjects": ["a", "b"]},
        {"id": "md-mot", "text": "Một.", "subjects": ["a"]},
        {"id": "md-mot", "text": "Một.", "subjects": ["a", "b"], "kind": "nhiem_vu"},
        {"id": "md-mot", "text": "Một.", "subjects": ["a", "b"], "tasks": ["nv-mot"]},
        {"id": "md-mot", "text": "Một.", "subjects": ["a", "b"], "only_for": ["Thị trấn"]},
    ],
    ids=["key", "blank", "one subject", "task as entry", "tasks of nobody", "kind of commune"],
)
def test_the_schema_refuses_what_an_entry_may_not_be(entry: dict[str, object]) -> None:
    assert faults(validator("library"), {"entry": [entry]}) != []
