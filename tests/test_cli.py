"""The program without a window: every command, every refusal, on every kind of console."""

import io
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop import __version__
from cchc_desktop.__main__ import main
from cchc_desktop.authoring.dossiers import open_dossier
from cchc_desktop.cli.console import Console, without_marks
from cchc_desktop.cli.run import run
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.formats import read_back
from cchc_desktop.formats.read_back import excel_texts, word_lines
from cchc_desktop.places import user_data_dir
from cchc_desktop.storage.dossier_file import DossierFile
from tests.storage.rich_dossier import rich_dossier

CHECKOUT = Path(__file__).parents[1]
NEW = ["--province", "Hà Tĩnh", "--commune", "Phường Vũng Áng", "--year", "2026"]

Said = pytest.CaptureFixture[str]


def _program(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, whose output is UTF-8 unless the environment says otherwise."""
    settings = {"PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        [sys.executable, "-m", "cchc_desktop", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **settings},
        check=False,
    )


@pytest.fixture
def sample_path(vietnamese_folder: Path) -> Path:
    """The sample dossier in a file."""
    path = vietnamese_folder / "Hồ sơ mẫu.cchc"
    assert main(["sample", str(path)]) == 0
    return path


def test_a_dossier_is_made_looked_into_and_exported_by_the_program_itself(vietnamese_folder: Path) -> None:
    made = _program("new", "Hồ sơ.cchc", *NEW, cwd=vietnamese_folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert "phường Vũng Áng, tỉnh Hà Tĩnh, năm 2026" in made.stdout
    seen = _program("info", "Hồ sơ.cchc", cwd=vietnamese_folder)
    assert seen.returncode == 0
    assert "Hồ sơ của phường Vũng Áng, tỉnh Hà Tĩnh (định dạng 2)" in seen.stdout
    assert "Kế hoạch năm 2026 — dự thảo" in seen.stdout
    written = _program(
        "export",
        "Hồ sơ.cchc",
        *("--word", "Kế hoạch.docx"),
        *("--excel", "Phụ lục.xlsx"),
        *("--pdf", "Kế hoạch.pdf"),
        cwd=vietnamese_folder,
        QT_QPA_PLATFORM="offscreen",
    )
    assert (written.returncode, written.stderr) == (0, "")
    with closing(open_dossier(vietnamese_folder / "Hồ sơ.cchc")) as file:
        (plan,) = file.dossier.plans
    lines = word_lines(vietnamese_folder / "Kế hoạch.docx")
    cells = excel_texts(vietnamese_folder / "Phụ lục.xlsx")[1]
    assert plan.tasks
    for task in plan.tasks:
        content = task.content[0].content.plain
        assert any(content in line for line in lines)
        assert any(content in cell for cell in cells)
    assert (vietnamese_folder / "Kế hoạch.pdf").read_bytes().startswith(b"%PDF-")


def test_it_checks_itself(tmp_path: Path) -> None:
    ran = _program("--self-test", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Tự kiểm tra xong: đạt cả" in ran.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_check_that_fails_says_which_and_exits_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(read_back, "word_lines", lambda _path: ("một dòng khác",))
    assert main(["--self-test"]) == 1
    assert "KHÔNG ĐẠT ở bước 4: tệp Word thiếu mục" in capsys.readouterr().out


def test_the_version_is_said(capsys: Said) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"CCHC Desktop {__version__}\n"


def test_the_command_line_does_without_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from cchc_desktop.__main__ import main;"
        "main(['sample', 'a.cchc']); main(['info', 'a.cchc']); main(['export', 'a.cchc', '--word', 'a.docx']);"
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert ran.stderr == "[]\n"
    assert (tmp_path / "a.docx").exists()


def test_info_as_json_has_every_figure(sample_path: Path, capsys: Said) -> None:
    capsys.readouterr()
    assert main(["info", str(sample_path), "--json"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert info["office"] == "phường Hương Sen"
    assert info["format_number"] == 2
    assert info["is_sound"] is True
    (plan,) = info["plans"]
    with closing(open_dossier(sample_path)) as file:
        (expected,) = file.dossier.plans
    assert plan["id"] == expected.id
    assert (plan["first_year"], plan["state"], plan["form"]) == (2026, "đã ban hành", "Kế hoạch")
    assert plan["sections"] == len(expected.sections) == info["sections"]
    assert plan["tasks"] == len(expected.tasks) == info["tasks"]
    in_sections = sum(len(section.items) for section in expected.sections)
    assert plan["items"] == info["items"] > in_sections


def test_info_and_export_work_while_the_dossier_is_open(
    sample_path: Path, tmp_path: Path, capsys: Said
) -> None:
    before = sample_path.read_bytes()
    with DossierFile.open(sample_path):
        ran = _program("info", sample_path, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        ran = _program("export", sample_path, "--excel", "a.xlsx", cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
    assert sample_path.read_bytes() == before


@pytest.mark.parametrize("command", ["new", "sample"])
def test_a_file_that_is_there_is_never_overwritten(
    vietnamese_folder: Path, command: str, capsys: Said
) -> None:
    path = vietnamese_folder / "đã có.cchc"
    path.write_text("của người khác", encoding="utf-8")
    assert main([command, str(path), *(NEW if command == "new" else ())]) == 1
    assert "Đã có tệp “đã có.cchc”" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "của người khác"


def test_an_empty_dossier_has_its_sections_but_no_items(vietnamese_folder: Path) -> None:
    path = vietnamese_folder / "a.cchc"
    assert main(["new", str(path), *NEW, "--empty"]) == 0
    with closing(open_dossier(path)) as file:
        (plan,) = file.dossier.plans
    assert plan.sections
    assert not any(section.items for section in plan.sections)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nwe", "a.cchc"], "Không có lệnh hoặc tệp hồ sơ “nwe”"),
        (["nwe"], "Không có lệnh hoặc tệp hồ sơ “nwe”"),
        (["a.cchc", "b.cchc"], "Không có lệnh hoặc tệp hồ sơ “a.cchc”"),
        (["new"], "Lệnh còn thiếu TỆP.cchc, --province, --commune, --year"),
        (["new", "a.cchc", *NEW[:-1], "26"], "“26” không phải một năm"),
        (["new", "a.cchc", *NEW[:-1], "²⁰²⁶"], "không phải một năm"),
        (["new", "a.cchc", "--province"], "Sau --province phải có một giá trị"),
        (["new", "a.cchc", *NEW, "--empty=x"], "Sau --empty không được ghi giá trị"),
        (["new", "a.cchc", "--province", "Hà Tĩnh", "--commune", "Xyz", "--year", "2026"], "Xyz"),
        (["new", "a.cchc", "--province", "Hà", "--commune", "Vũng Áng", "--year", "2026"], "“Hà”"),
        (["info", "a.cchc", "--xml"], "thừa hoặc chưa đúng: “--xml”"),
        (["--selftest"], "thừa hoặc chưa đúng"),
        (["--self"], "thừa hoặc chưa đúng"),
        (["export", "a.cchc"], "Chưa cho biết xuất ra tệp nào"),
    ],
)
def test_wrong_use_is_one_vietnamese_sentence_and_exit_code_2(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert message in said.err
    assert said.err.count("\n") == 1
    assert not any(word in said.err for word in ("usage", "argument", "error", "required", "Traceback"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["info", "không có.cchc"], "Không tìm thấy tệp hồ sơ"),
        (["info", "."], "không phải là một tệp"),
        (["info", "chữ.cchc"], "không phải là hồ sơ"),
        (["export", "chữ.cchc", "--word", "a.docx"], "không phải là hồ sơ"),
        (["sample", "không có/a.cchc"], "Không ghi được tệp"),
    ],
)
def test_a_failed_job_is_one_vietnamese_sentence_and_exit_code_1(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("chữ.cchc").write_text("Kế hoạch " * 100, encoding="utf-8")
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert message in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert [one.name for one in tmp_path.iterdir()] == ["chữ.cchc"]


@pytest.mark.parametrize("command", [[], ["new"], ["sample"], ["info"], ["export"], ["import"], ["bases"]])
def test_help_is_in_vietnamese(command: list[str], capsys: Said) -> None:
    assert main([*command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Cách dùng: cchc-desktop")
    assert not any(word in said for word in ("usage", "optional", "arguments", "show this", "options:"))


@pytest.fixture
def three_plans(vietnamese_folder: Path) -> tuple[Path, Dossier]:
    """A file with three plans."""
    path = vietnamese_folder / "Ba kế hoạch.cchc"
    dossier = rich_dossier()
    DossierFile.create(path, dossier).close()
    return path, dossier


def test_of_several_plans_the_one_to_export_must_be_named(
    three_plans: tuple[Path, Dossier], tmp_path: Path, capsys: Said
) -> None:
    path, dossier = three_plans
    target = tmp_path / "a.docx"
    assert main(["export", str(path), "--word", str(target)]) == 2
    said = capsys.readouterr().err
    assert all(plan.id in said for plan in dossier.plans)
    assert main(["export", str(path), "--word", str(target), "--plan", "không có"]) == 1
    assert "không có mã" in capsys.readouterr().err or not target.exists()
    for plan in dossier.plans:
        assert main(["export", str(path), "--word", str(target), "--plan", plan.id[:13]]) == 0
        assert plan.form.document_name in word_lines(target)


def test_a_dossier_without_a_plan_says_so(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "a.cchc"
    DossierFile.create(path, Dossier(rich_dossier().office)).close()
    assert main(["info", str(path)]) == 0
    assert main(["export", str(path), "--word", str(tmp_path / "a.docx")]) == 1
    assert "chưa có kế hoạch nào" in capsys.readouterr().err


def test_an_export_never_goes_over_a_dossier(sample_path: Path, tmp_path: Path, capsys: Said) -> None:
    before = sample_path.read_bytes()
    assert main(["export", str(sample_path), "--word", str(sample_path)]) == 2
    link = tmp_path / "a.docx"
    link.symlink_to(sample_path)
    assert main(["export", str(sample_path), "--word", str(link)]) == 2
    assert main(["export", str(sample_path), "--word", str(tmp_path / "khác.cchc")]) == 1
    same = str(tmp_path / "b.docx")
    assert main(["export", str(sample_path), "--word", same, "--pdf", same]) == 1
    assert sample_path.read_bytes() == before


def test_an_export_replaces_an_old_file_and_leaves_it_when_it_cannot(
    sample_path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    assert main(["export", str(sample_path), "--word", str(target)]) == 0
    assert target.read_bytes().startswith(b"PK")
    folder = tmp_path / "thư mục.docx"
    folder.mkdir()
    assert main(["export", str(sample_path), "--word", str(folder)]) == 1
    assert folder.is_dir()


class _Window:
    def __init__(self) -> None:
        self.asked: list[Path | None] = []

    def __call__(self, path: Path | None) -> int:
        self.asked.append(path)
        return 7


def test_without_a_command_the_window_is_opened_with_or_without_a_dossier(tmp_path: Path) -> None:
    window = _Window()
    other = tmp_path / "không đuôi"
    other.write_bytes(b"")
    assert run([], Console(None, None), window) == 7
    assert run(["Hồ sơ.cchc"], Console(None, None), window) == 7
    assert run([str(other)], Console(None, None), window) == 7
    assert window.asked == [None, Path("Hồ sơ.cchc"), other]


def test_an_unforeseen_error_is_a_sentence_and_a_file_for_the_helper() -> None:
    def window(_path: Path | None) -> int:
        raise ZeroDivisionError("hỏng rồi")

    heard = io.StringIO()
    assert run([], Console(None, heard), window) == 1
    assert "lỗi ngoài dự kiến" in heard.getvalue()
    assert "ZeroDivisionError" not in heard.getvalue()
    log = user_data_dir() / "loi.log"
    assert str(log) in heard.getvalue()
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "hỏng rồi" not in written
    assert __version__ in written


def test_a_program_without_a_console_tells_its_errors_in_a_box() -> None:
    shown: list[str] = []
    assert run(["không có.docx"], Console(None, None, shown.append), lambda _path: 0) == 2
    assert len(shown) == 1
    assert "không có.docx" in shown[0]


def test_a_program_with_a_console_shows_no_box() -> None:
    shown: list[str] = []
    heard = io.StringIO()
    assert run(["không có.docx"], Console(None, heard, shown.append), lambda _path: 0) == 2
    assert heard.getvalue()
    assert not shown


def test_an_unforeseen_error_is_told_even_when_nothing_can_be_written_down() -> None:
    user_data_dir().parent.mkdir(parents=True, exist_ok=True)
    user_data_dir().write_bytes(b"a file where the folder should be")

    def window(_path: Path | None) -> int:
        raise ZeroDivisionError

    heard = io.StringIO()
    assert run([], Console(None, heard), window) == 1
    assert heard.getvalue().count("\n") == 1


def test_stopping_it_is_no_error(sample_path: Path) -> None:
    def window(_path: Path | None) -> int:
        raise KeyboardInterrupt

    heard = io.StringIO()
    assert run([], Console(None, heard), window) == 130
    assert heard.getvalue() == "Đã dừng theo yêu cầu.\n"


def test_a_program_without_a_console_works_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["sample", str(tmp_path / "a.cchc")]) == 0
    assert main(["info", str(tmp_path / "a.cchc"), "--json"]) == 0
    assert main(["--help"]) == 0
    assert main(["nwe", "x"]) == 2
    assert (tmp_path / "a.cchc").exists()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_console_without_vietnamese_letters_gets_words_without_marks(
    sample_path: Path, tmp_path: Path, encoding: str
) -> None:
    ran = _program("info", sample_path, cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == 0, ran.stderr
    assert "Ho so cua phuong Huong Sen" in ran.stdout
    ran = _program("info", tmp_path / "không có.cchc", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert ran.stderr.startswith("Khong tim thay tep ho so")
    ran = _program("info", sample_path, "--json", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert json.loads(ran.stdout)["office"] == "phường Hương Sen"


def test_a_reader_that_goes_away_gets_no_traceback(sample_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cchc_desktop", "info", sample_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_marks_are_taken_off_and_capitals_stay() -> None:
    assert without_marks("“Đường Ượng Ễ” – xong…") == '"Duong Uong E" - xong...'


_UPDATES = {
    "format": "cchc-legal-bases",
    "version": 1,
    "published": "2027-01-05",
    "entries": [
        {
            "id": "15-qd-bnv-2026",
            "kind": "Quyết định",
            "number": "15",
            "symbol": "QĐ-BNV",
            "date": "2026-12-20",
            "issuer": "Bộ Nội vụ",
            "title": "ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2027",
        }
    ],
}


def test_a_file_of_updates_is_taken_into_a_dossier_once(
    sample_path: Path, tmp_path: Path, capsys: Said
) -> None:
    updates = tmp_path / "cập nhật.json"
    updates.write_text(json.dumps(_UPDATES), encoding="utf-8")
    capsys.readouterr()
    assert main(["bases", str(sample_path), "--import", str(updates)]) == 0
    said = capsys.readouterr().out
    assert "Thêm: Quyết định số 15/QĐ-BNV" in said
    assert "thêm 1, sửa 0, giữ nguyên 0" in said
    with closing(open_dossier(sample_path, read_only=True)) as file:
        assert [one.id for one in file.dossier.bases] == ["15-qd-bnv-2026"]
    assert main(["bases", str(sample_path), "--import", str(updates)]) == 0
    assert "thêm 0, sửa 0, giữ nguyên 1" in capsys.readouterr().out


def test_a_file_of_updates_that_is_wrong_changes_nothing(
    sample_path: Path, tmp_path: Path, capsys: Said
) -> None:
    updates = tmp_path / "sai.json"
    wrong = {**_UPDATES, "entries": [{"id": "a", "kind": "Sắc lệnh", "title": "về việc"}]}
    updates.write_text(json.dumps(wrong), encoding="utf-8")
    before = sample_path.read_bytes()
    assert main(["bases", str(sample_path), "--import", str(updates)]) == 1
    assert "mục thứ 1" in capsys.readouterr().err
    assert sample_path.read_bytes() == before


def test_bases_that_no_longer_hold_are_told_without_a_window(sample_path: Path, capsys: Said) -> None:
    assert main(["bases", str(sample_path)]) == 0
    assert "hết hiệu lực" in capsys.readouterr().out
