"""A plan goes to all the files asked for at once, which agree with each other."""

from pathlib import Path

import pytest

from cchc_desktop.authoring.exporting import export_plan
from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.progress import Cancelled
from cchc_desktop.formats.read_back import excel_texts, word_lines

PLAN = sample_dossier().plans[0]


def test_word_excel_and_the_dossier_have_the_same_tasks(tmp_path: Path) -> None:
    word, excel = tmp_path / "a.docx", tmp_path / "a.xlsx"
    export_plan(PLAN, word=word, excel=excel)
    wanted = [item.content.plain for task in PLAN.tasks for item in task.content]
    lines = [line.removeprefix("- ") for line in word_lines(word)]
    in_word = [line for line in lines if line in wanted]
    assert in_word == wanted
    printed = "\n".join(excel_texts(excel)[0])
    places = [printed.index(text) for text in wanted]
    assert places == sorted(places)


def test_progress_goes_on_over_all_files_and_ends_at_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export_plan(
        PLAN,
        word=tmp_path / "a.docx",
        excel=tmp_path / "a.xlsx",
        html=tmp_path / "a.html",
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == sorted(told)
    assert {total for _, total in told} == {3000}
    assert told[-1][0] >= 2000


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_plan(PLAN, word=target, progress=cancel)
    assert target.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [target]


def test_a_dossier_is_never_the_target_and_no_file_is_written_twice(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match=r"đuôi \.cchc"):
        export_plan(PLAN, word=tmp_path / "a.CCHC")
    with pytest.raises(UserFacingError, match="cùng một tên"):
        export_plan(PLAN, word=tmp_path / "a.docx", html=tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []
