"""Hostile and wrong files are refused before they are parsed: quickly, in little memory, in one sentence."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.safe_read import SourceKind, check_safe, source_kind
from tests.conftest import CHECKOUT
from tests.corpus.hostile_files import HOSTILE, RELATIONS, package

_MEASURED = """
import json, resource, sys, time
from pathlib import Path
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.safe_read import check_safe
def peak():  # of this program alone: ru_maxrss would count what started it, too
    status = open('/proc/self/status').read()
    return int(status.split('VmHWM:')[1].split()[0]) / 1024
begun = time.process_time()
try:
    check_safe(Path(sys.argv[1]))
    told = ""
except UserFacingError as error:
    told = str(error)
print(json.dumps([told, time.process_time() - begun, peak()]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_wrong_file_is_refused_in_one_sentence_with_advice(name: str, tmp_path: Path) -> None:
    write, told = HOSTILE[name]
    path = write(tmp_path / name)
    before = sorted(tmp_path.iterdir())

    begun = time.process_time()
    with pytest.raises(UserFacingError) as refused:
        check_safe(path)

    assert time.process_time() - begun < 3
    assert told in refused.value.message
    assert name in refused.value.message, "which file is meant must be clear"
    assert len(re.findall(r"[.!?](?:\s|$)", refused.value.message.replace(name, "tệp"))) == 1
    assert refused.value.hint.endswith(".")
    assert sorted(tmp_path.iterdir()) == before, "nothing is written"


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    ["nen-chat.docx", "nhieu-nut.docx", "nhieu-nut-va-nhieu.docx", "nhieu-thuoc-tinh.docx", "doctype.docx"],
)
def test_a_bomb_costs_less_than_three_seconds_and_300_megabytes(name: str, tmp_path: Path) -> None:
    path = HOSTILE[name][0](tmp_path / name)
    run = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(path)], capture_output=True, text=True, cwd=CHECKOUT, check=True
    )
    told, seconds, megabytes = json.loads(run.stdout)
    assert told
    assert seconds < 3
    assert megabytes < 300


def test_a_plain_file_is_known_by_what_is_in_it_whatever_its_name(tmp_path: Path) -> None:
    assert source_kind(package(tmp_path / "ke-hoach.docx")) is SourceKind.WORD
    assert source_kind(package(tmp_path / "ke-hoach.txt")) is SourceKind.WORD
    text = tmp_path / "ke-hoach.docx.txt"
    text.write_text("KẾ HOẠCH", encoding="utf-8")
    assert source_kind(text) is SourceKind.TEXT
    text.write_text("KẾ HOẠCH", encoding="utf-16")
    assert source_kind(text) is SourceKind.TEXT
    text.write_bytes("Kế hoạch của xã, một hai ba bốn".encode("utf-16-le"))
    assert source_kind(text) is SourceKind.TEXT


def test_a_hyperlink_to_the_web_is_no_reason_to_refuse(tmp_path: Path) -> None:
    link = (
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://vi-du.example" TargetMode="External"/>'
    )
    check_safe(package(tmp_path / "a.docx", {"word/_rels/document.xml.rels": RELATIONS.format(more=link)}))


@pytest.mark.parametrize(
    ("make", "told"),
    [(lambda folder: folder / "không có.docx", "Không tìm thấy"), (lambda folder: folder, "thư mục")],
)
def test_a_path_without_a_file_is_told(
    make: Callable[[Path], Path], told: str, vietnamese_folder: Path
) -> None:
    with pytest.raises(UserFacingError, match=told):
        check_safe(make(vietnamese_folder))


def test_our_own_papers_are_let_through(tmp_path: Path) -> None:
    from cchc_desktop.formats.excel_tasks import write_excel
    from cchc_desktop.formats.word_write import write_word
    from cchc_desktop.paper.compose import compose
    from tests.formats.rich_plan import rich_plan

    plan = rich_plan()
    write_word(compose(plan), tmp_path / "a.docx")
    write_excel(plan, tmp_path / "a.xlsx")
    assert source_kind(tmp_path / "a.docx") is SourceKind.WORD
    assert source_kind(tmp_path / "a.xlsx") is SourceKind.EXCEL
