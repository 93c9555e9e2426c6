"""What makes the Windows setup: scripts that stand beside the package, not in it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "resources" / "installer"


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"installer_{name}", INSTALLER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pack() -> ModuleType:
    return _script("pack")


@pytest.fixture
def sign() -> ModuleType:
    return _script("sign")


@pytest.fixture
def icons() -> ModuleType:
    return _script("icons")


@pytest.fixture
def program(tmp_path: Path, icons: ModuleType) -> Path:
    """A folder like the one that build.spec makes, with next to nothing in it."""
    folder = tmp_path / "cchc-desktop"
    icons.main(folder / "_internal")
    inner = folder / "_internal" / "_data" / "Thư mục có dấu"
    inner.mkdir(parents=True)
    (inner / "ghi chú.txt").write_text("xin chào", encoding="utf-8")
    for name in ("cchc-desktop.exe", "cchc-desktop-cli.exe"):
        (folder / name).write_bytes(b"MZ" + bytes(1000))
    return folder
