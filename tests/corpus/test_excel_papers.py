"""Excel files of the one appendix: each sheet a table, cells as they are printed."""

from pathlib import Path

import pytest

from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.excel_read import read_excel
from cchc_desktop.formats.safe_read import check_safe
from cchc_desktop.paper.source import SourceTable
from tests.corpus import content, excel_papers


def texts(path: Path) -> list[list[list[str]]]:
    """The cells of the first table, each with its lines."""
    check_safe(path)
    table = read_excel(path).blocks[0]
    assert isinstance(table, SourceTable)
    return [[[line.text.plain for line in cell.lines] for cell in row] for row in table.rows]


def test_an_appendix_is_one_table_with_merged_cells_once(tmp_path: Path) -> None:
    path = excel_papers.appendix(tmp_path / "phụ lục.xlsx")
    table = read_excel(path).blocks[0]
    assert isinstance(table, SourceTable)
    rows = texts(path)
    assert [row[0][0] for row in rows[:3]] == list(content.APPENDIX_LINES)
    assert [[cell[0] for cell in row] for row in rows[3:]] == content.table_rows()
    assert [row[0].columns for row in table.rows if len(row) == 1] == [5] * 5
    numbers = [line.number for row in table.rows for cell in row for line in cell.lines]
    assert numbers == list(range(1, len(numbers) + 1))


def test_dates_and_numbers_are_read_as_they_are_printed(tmp_path: Path) -> None:
    rows = texts(excel_papers.with_dates_and_numbers(tmp_path / "a.xlsx"))
    assert [cell[0] for cell in rows[1]] == [
        "1.1",
        "In tờ gấp",
        "31/03/2026",
        "1.500.000 đồng",
        "75,0%",
        "05",
    ]
    assert [cell[0] for cell in rows[2]] == ["1.2", "Viết tin", "01/2026", "0 đồng", "12,5%", "12"]


def test_faces_within_a_cell_are_kept(tmp_path: Path) -> None:
    path = excel_papers.with_faces(tmp_path / "a.xlsx")
    table = read_excel(path).blocks[0]
    assert isinstance(table, SourceTable)
    first, second = table.rows[0][:2]
    assert first.lines[0].text.plain == "Chủ trì: Văn phòng xã"
    assert first.lines[0].text.spans == ((9, 18, "b"),)
    assert [line.text.spans for line in second.lines] == [((0, 3, "b"),), ((0, 5, "b"),), ((0, 4, "b"),)]


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    assert any(
        "1 ô công thức" in note for note in read_excel(excel_papers.with_faces(tmp_path / "a.xlsx")).notes
    )


def test_cells_in_an_old_font_are_converted_and_told(tmp_path: Path) -> None:
    path = excel_papers.in_tcvn3(tmp_path / "a.xlsx")
    assert texts(path) == [[["NỘI DUNG"]], [["Viết tin về cải cách hành chính"]]]
    assert "TCVN3" in read_excel(path).notes[0]


def test_sheets_hidden_and_empty_are_told_or_passed_over(tmp_path: Path) -> None:
    source = read_excel(excel_papers.several_sheets(tmp_path / "a.xlsx"))
    assert len(source.blocks) == 2
    assert [line.number for line in source.lines] == [1, 2]
    assert "“Phụ lục 1”, “Phụ lục 2”" in source.notes[0]
    assert "Nháp" in source.notes[1]
    assert "đang ẩn" in source.notes[2]


def test_our_own_export_is_read_once_without_its_sheet_for_sorting(tmp_path: Path) -> None:
    from cchc_desktop.formats.excel_tasks import write_excel
    from tests.formats.rich_plan import rich_plan

    plan = rich_plan()
    write_excel(plan, tmp_path / "a.xlsx")
    source = read_excel(tmp_path / "a.xlsx")
    assert len(source.blocks) == len(plan.appendices)
    assert source.notes == ()


def test_a_table_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["ZZ1"] = "a", "b"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UserFacingError, match="200 cột"):
        read_excel(tmp_path / "a.xlsx")


@pytest.mark.slow
def test_an_appendix_saved_by_libreoffice_reads_the_same(tmp_path: Path, soffice: str) -> None:
    from tests.corpus.by_libreoffice import saved_again

    for make in (excel_papers.appendix, excel_papers.with_dates_and_numbers):
        path = make(tmp_path / f"{make.__name__}.xlsx")
        assert texts(saved_again(soffice, path, tmp_path / "lưu lại")) == texts(path)
