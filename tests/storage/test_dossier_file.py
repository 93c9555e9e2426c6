"""A dossier is kept in its file: made, saved, copied, opened again."""

import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.authoring.session import Session
from cchc_desktop.domain.dossier import Dossier
from cchc_desktop.domain.outline import item
from cchc_desktop.domain.plan import IssueForm, Section, SectionRole
from cchc_desktop.domain.task import Task
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.errors import UserFacingError
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.errors import DossierMoved, DossierReadOnly
from cchc_desktop.storage.migrations import FORMATS
from cchc_desktop.storage.schema import DIGEST, DIGESTED_TABLES
from tests.storage.conftest import Fingerprint, with_place


def test_a_dossier_with_every_field_filled_comes_back_the_same(path: Path, dossier: Dossier) -> None:
    assert {plan.form for plan in dossier.plans} == set(IssueForm)
    with DossierFile.open(path) as file:
        assert file.dossier == dossier
        assert not file.is_read_only
        assert file.format_number == FORMATS.newest


def test_only_the_dossier_is_left_in_the_folder_when_it_is_closed(path: Path) -> None:
    with DossierFile.open(path) as file:
        file.save(with_place(file.dossier, "Kỳ Anh"))
        assert len(list(path.parent.iterdir())) > 1
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_new_dossier_never_overwrites_a_file(
    path: Path, dossier: Dossier, fingerprint: Fingerprint
) -> None:
    before = fingerprint()
    with pytest.raises(UserFacingError, match="Đã có tệp"):
        DossierFile.create(path, dossier)
    assert fingerprint() == before


def test_a_new_dossier_in_a_folder_that_is_not_there_says_so(tmp_path: Path, dossier: Dossier) -> None:
    with pytest.raises(UserFacingError, match="Không ghi được"):
        DossierFile.create(tmp_path / "không có" / "a.cchc", dossier)


def test_the_header_names_the_program_and_the_format(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert header[68:72] == b"CCHC"
    assert int.from_bytes(header[60:64], "big") == FORMATS.newest
    assert header[18:20] == b"\x01\x01", "never WAL"


def test_any_sqlite_tool_reads_the_file_and_finds_folded_text(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(
            "SELECT text FROM item WHERE text_folded LIKE ?", (f"%{fold('Đường dây')}%",)
        ).fetchall()
        strict = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
        not_strict = [name for (name,) in strict if not name.startswith("sqlite_")]
    finally:
        connection.close()
    assert set(found) == {("đường dây nóng",)}
    assert not_strict == []


def test_the_tables_are_the_ones_the_program_knows_in_the_same_order_of_columns(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        for table in (*DIGESTED_TABLES, DIGEST):
            in_file = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
            assert tuple(in_file) == table.columns
    finally:
        connection.close()


def test_the_connection_is_hardened(opened: DossierFile) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
    }
    found = {name: opened._database.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted


def test_an_edit_changes_only_its_own_row_and_the_digest_of_its_table(opened: DossierFile) -> None:
    statements: list[str] = []
    plan = opened.dossier.plans[0]
    section = plan.sections[1]
    items = (
        *section.items[:2],
        replace(section.items[2], text=item(section.items[2].level, "mới").text),
        *section.items[3:],
    )
    changed = replace(plan, sections=(plan.sections[0], replace(section, items=items), *plan.sections[2:]))
    opened._database.conn.set_trace_callback(statements.append)
    opened.save(opened.dossier.with_plan(changed))
    opened._database.conn.set_trace_callback(None)
    written = [one for one in statements if one.split()[0] in ("UPDATE", "INSERT", "DELETE")]
    assert [one.split()[1] for one in written] == ["item", "digest"], written


def test_rows_that_move_between_sections_are_kept(path: Path, opened: DossierFile) -> None:
    plan = opened.dossier.plans[0]
    first, second, *others = plan.sections
    moved = replace(
        plan,
        sections=(
            replace(second, items=()),
            replace(first, items=(*second.items, *first.items)),
            *others,
        ),
    )
    opened.save(opened.dossier.with_plan(moved))
    opened.verify()
    opened.close()
    with DossierFile.open(path) as again:
        assert again.dossier.plans[0] == moved


def test_a_deleted_plan_leaves_no_text_in_the_file(path: Path, dossier: Dossier) -> None:
    secret = "bí mật của kế hoạch cũ"
    with DossierFile.open(path) as file:
        file.save(with_place(dossier, secret))
        assert secret.encode() in path.read_bytes()
        file.save(file.dossier.without_plan(file.dossier.plans[0].id))
    assert secret.encode() not in path.read_bytes()


def test_no_text_is_lost_when_two_things_have_the_same_key(path: Path) -> None:
    with DossierFile.open(path) as file:
        plan = file.dossier.plans[0]
        twin = replace(plan.sections[1], title="Bản chép quên đổi khoá")
        dossier = file.dossier.with_plan(replace(plan, sections=(*plan.sections, twin)))
        file.save(dossier)
        file.save(with_place(dossier, "Kỳ Anh"))
        file.verify()
    with DossierFile.open(path) as file:
        sections = file.dossier.plans[0].sections
        assert file.dossier.plans[0].place == "Kỳ Anh"
        assert [one.content for one in sections[-1].items] == [one.content for one in twin.items]
        assert sections[-1].title == "BẢN CHÉP QUÊN ĐỔI KHOÁ"
        file.save(with_place(file.dossier, "Vũng Áng"))
        file.verify()


def test_decomposed_text_is_kept_composed(path: Path) -> None:
    with DossierFile.open(path) as file:
        file.save(with_place(file.dossier, "Vu\u0303ng A\u0301ng\ud800"))
    with DossierFile.open(path) as file:
        assert file.dossier.plans[0].place == "Vũng Áng"
        file.save(with_place(file.dossier, "Kỳ Anh"))
        file.verify()


def test_where_the_official_left_off_is_kept(path: Path) -> None:
    with DossierFile.open(path) as file:
        assert file.view_state() == {}
        file.save_view_state({"bước": "7", "kế hoạch": "2026"})
        file.save_view_state({"bước": "8"})
        file.verify()
    with DossierFile.open(path) as file:
        assert file.view_state() == {"bước": "8"}
    with DossierFile.open(path, read_only=True) as file:
        file.save_view_state({"bước": "1"})
    with DossierFile.open(path) as file:
        assert file.view_state() == {"bước": "8"}


def test_a_copy_is_whole_and_the_original_stays_open(path: Path, opened: DossierFile) -> None:
    target = path.with_name("Bản sao.cchc")
    target.write_bytes(b"cu")
    opened.save_view_state({"bước": "2"})
    opened.save_copy(target)
    opened.save(with_place(opened.dossier, "Sau khi chép"))
    with DossierFile.open(target) as copy:
        assert copy.dossier.plans[0].place == "Vũng Áng"
        assert copy.view_state() == {"bước": "2"}


def test_a_copied_file_opens_while_the_original_is_open(path: Path, opened: DossierFile) -> None:
    opened.save(with_place(opened.dossier, "Đã lưu"))
    target = path.with_name("Gửi qua Zalo.cchc")
    # As another program copies: not through this process, whose locks the reading would undo.
    subprocess.run(["cp", path, target], check=True)
    with DossierFile.open(target) as copy:
        assert not copy.is_read_only
        assert copy.dossier == opened.dossier


def test_a_copy_never_goes_over_the_open_file_itself(path: Path, opened: DossierFile) -> None:
    with pytest.raises(UserFacingError, match="chính hồ sơ đang mở"):
        opened.save_copy(path)
    opened.save(with_place(opened.dossier, "vẫn lưu được"))


def test_a_dossier_open_for_reading_is_not_written(path: Path, fingerprint: Fingerprint) -> None:
    before = fingerprint()
    with DossierFile.open(path, read_only=True) as file:
        assert file.is_read_only
        assert file.read_only_reason
        assert file.store is None
        assert Session(file.dossier, file.store).is_read_only
        with pytest.raises(DossierReadOnly):
            file.save(with_place(file.dossier, "x"))
        file.save_copy(path.with_name("Bản sao.cchc"))
    after = fingerprint()
    after.pop("Bản sao.cchc")
    assert after == before


@pytest.mark.parametrize("how", ["moved", "removed", "replaced"])
def test_a_file_that_is_taken_away_is_noticed_instead_of_saving_into_nothing(
    path: Path, dossier: Dossier, how: str
) -> None:
    with DossierFile.open(path) as file:
        if how == "removed":
            path.unlink()
        else:
            path.rename(path.with_name("Đổi tên.cchc"))
        if how == "replaced":
            path.write_bytes(b"khac")
        with pytest.raises(DossierMoved, match="Lưu bản sao"):
            file.save(with_place(file.dossier, "x"))
        rescue = path.with_name("Cứu.cchc")
        file.save_copy(rescue)
    with DossierFile.open(rescue) as file:
        assert file.dossier == dossier


def test_a_save_costs_the_rows_that_changed_not_the_size_of_the_plan(opened: DossierFile) -> None:
    plan = opened.dossier.plans[0]
    appendix = plan.appendices[0]
    many = replace(appendix, rows=tuple(Task() for _ in range(2000)))
    big = opened.dossier.with_plan(replace(plan, appendices=(many, *plan.appendices[1:])))
    opened.save(big)
    changed = replace(many, rows=(*many.rows[:700], Task(), *many.rows[701:]))
    before = opened._database.conn.total_changes
    opened.save(big.with_plan(replace(plan, appendices=(changed, *plan.appendices[1:]))))
    assert opened._database.conn.total_changes - before == 3, "one row goes, one comes, and the digest"


def test_a_section_added_and_taken_back_leaves_the_same_content(path: Path, opened: DossierFile) -> None:
    before = opened.dossier
    digests = opened._database.execute("SELECT * FROM digest ORDER BY 1").fetchall()
    plan = before.plans[0]
    section = Section((SectionRole.OTHER,), "Mục thêm", (item(plan.sections[1].items[0].level, "ý"),))
    opened.save(before.with_plan(replace(plan, sections=(section, *plan.sections))))
    assert opened._database.execute("SELECT * FROM digest ORDER BY 1").fetchall() != digests
    opened.save(before)
    assert opened._database.execute("SELECT * FROM digest ORDER BY 1").fetchall() == digests
