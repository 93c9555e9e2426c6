"""Reading the library: what an entry becomes, and how a fault in a file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.catalog.library import load_library
from cchc_desktop.domain.agency_directory import Function
from cchc_desktop.domain.library import EntryKind
from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.reform import Area, Channel
from cchc_desktop.errors import UserFacingError

ENTRIES = """
kind = "hinh_thuc"

[[entry]]
id = "ht-loa"
channel = "truyen_thanh"
subjects = ["loa", "phát thanh"]
text = '''
**Truyền thanh {cap}**
- Phát bản tin.
- Phát lại.'''

[[entry]]
id = "tn-loa"
kind = "trach_nhiem"
agency = "vhxh"
tasks = ["nv-loa"]
subjects = ["loa", "biên tập"]
only_for = ["Xã"]
text = "Biên tập bản tin."
"""
TASKS = """
[[task]]
id = "nv-loa"
content = "Phát bản tin năm {nam}"
product = "52 bản tin"
lead = "vhxh"
cooperation = ["van_phong", "hcc"]
timing = "Hằng tuần"
area = "chi_dao"
channel = "truyen_thanh"
criterion = "Thực hiện kế hoạch tuyên truyền"
subjects = ["loa", "phát thanh"]
"""


def written(folder: Path, text: str, name: str = "thu.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_entries_and_tasks_become_values_with_their_names_in_braces(tmp_path: Path) -> None:
    written(tmp_path, ENTRIES, "a.toml")
    form, duty, task = load_library(written(tmp_path, TASKS, "b.toml"))
    assert (form.id, form.kind, form.channel, form.area) == ("ht-loa", EntryKind.FORM, Channel.RADIO, None)
    assert [one.level for one in form.content] == [Level.PARAGRAPH, Level.DASH, Level.DASH]
    assert form.title == "Truyền thanh {cap}"
    assert (duty.kind, duty.agency, duty.tasks) == (EntryKind.DUTY, Function.CULTURE, ("nv-loa",))
    assert duty.only_for == ("Xã",)
    assert task.task is not None
    assert task.task.lead.plain == "{vhxh}"
    assert task.task.cooperation.plain == "{van_phong}; {hcc}"
    assert (task.area, task.criterion, task.title) == (
        Area.DIRECTION,
        "Thực hiện kế hoạch tuyên truyền",
        "Phát bản tin năm {nam}",
    )


def test_a_file_saved_by_notepad_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / "thu.toml").write_text(ENTRIES, encoding="utf-8-sig")
    assert len(load_library(tmp_path)) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "ht-loa"', 'id = "tn-loa"', "“tn-loa”: mã này đã có trong tệp “thu.toml”"),
        (
            'channel = "truyen_thanh"',
            'channel = "loa_phuong"',
            "mục “ht-loa”: trường “channel” không được là",
        ),
        ("{cap}", "{cpa}", "mục “ht-loa”: trường “text” có tên lạ trong ngoặc nhọn: {cpa}"),
        ("channel =", "chanel =", "mục “ht-loa”: không có trường tên “chanel”"),
        ('text = "Biên tập bản tin."', "", "mục “tn-loa”: thiếu trường “text”"),
        ('only_for = ["Xã"]', 'only_for = ["Thị trấn"]', "mục “tn-loa”: trường “only_for” chỉ nhận"),
        ('tasks = ["nv-loa"]', 'tasks = "nv-loa"', "trường “tasks” phải là danh sách chữ"),
        ('kind = "trach_nhiem"', 'kind = "nhiem_vu"', "nhiệm vụ phải viết dưới [[task]]"),
        ("[[entry]]", "[[entry]", "sai cách viết TOML"),
    ],
)
def test_a_fault_names_the_file_and_the_entry(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(UserFacingError) as error:
        load_library(written(tmp_path, ENTRIES.replace(old, new)))
    assert "“thu.toml”" in error.value.message
    assert told in error.value.message
    assert error.value.hint


def test_a_file_in_another_encoding_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "thu.toml").write_bytes(ENTRIES.encode("utf-16"))
    with pytest.raises(UserFacingError, match=r"thu\.toml"):
        load_library(tmp_path)
