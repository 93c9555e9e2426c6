"""A dossier in a file, as most tests of storage need it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.storage.dossier_file import DossierFile
from tests.storage.rich_dossier import rich_dossier

Fingerprint = Callable[[], dict[str, str]]


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """A dossier that uses every field of the domain."""
    return rich_dossier()


@pytest.fixture
def path(vietnamese_folder: Path, dossier: Dossier) -> Path:
    """A closed file that holds the dossier."""
    target = vietnamese_folder / "Hồ sơ phường Vũng Áng năm 2026.cchc"
    DossierFile.create(target, dossier).close()
    return target


@pytest.fixture
def fingerprint(vietnamese_folder: Path) -> Fingerprint:
    """Every file of the folder with its hash and time: for saying that nothing was touched."""

    def take() -> dict[str, str]:
        return {
            one.name: f"{hashlib.sha256(one.read_bytes()).hexdigest()} {one.stat().st_mtime_ns}"
            for one in vietnamese_folder.iterdir()
            if one.is_file()
        }

    return take


@pytest.fixture
def opened(path: Path) -> Iterator[DossierFile]:
    """The file, open for writing."""
    with DossierFile.open(path) as file:
        yield file


def with_place(dossier: Dossier, place: str) -> Dossier:
    """The dossier with another place in its first plan: a small edit."""
    return dossier.with_plan(replace(dossier.plans[0], place=place))
