"""The Excel file says what the paper says, as text and typed values, and can be opened, printed and filtered."""

import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from hypothesis import given, settings
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.outline import Level, item, paragraph
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task import VARIANTS, Appendix, Task, TaskGroup, columns
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.excel_tasks import DATA_SHEET, write_excel
from cchc_desktop.formats.progress import Cancelled
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.blocks import TableBlock, TableGroupRow, TableRow
from cchc_desktop.paper.compose import compose
from tests.strategies import plans

SAMPLE = sample_dossier().plans[0]


def with_tasks(*tasks: Task, variant: str = "G") -> Plan:
    return replace(SAMPLE, appendices=(Appendix("Nhiệm vụ", VARIANTS[variant], tasks),))


def read(path: Path, *, rich: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path, rich_text=rich)


def table_texts(sheet: Worksheet, width: int) -> list[tuple[str, ...]]:
    """The rows from the header on; a row merged over all columns as one text."""
    header = int(str(sheet.print_title_rows).split("$")[1].rstrip(":"))
    merged = {area.min_row for area in sheet.merged_cells.ranges}
    found: list[tuple[str, ...]] = []
    for number, row in enumerate(sheet.iter_rows(min_row=header, max_col=width, values_only=True), header):
        texts = tuple("" if value is None else str(value) for value in row)
        found.append((texts[0],) if number in merged and width > 1 else texts)
    return found


def expected_texts(table: TableBlock) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [tuple(column.heading for column in table.columns)]
    for row in table.rows:
        match row:
            case TableGroupRow():
                rows.append((row.printed.plain,))
            case TableRow():
                rows.append(tuple("\n".join(line.printed.plain for line in cell) for cell in row.cells))
    return rows


def test_the_first_sheet_is_the_table_of_the_paper_to_the_letter(tmp_path: Path) -> None:
    target = tmp_path / "phụ lục.xlsx"
    write_excel(SAMPLE, target)
    sheet = read(target)["Phụ lục"]
    (table,) = [block for block in compose(SAMPLE).blocks if isinstance(block, TableBlock)]
    assert table_texts(sheet, len(table.columns)) == expected_texts(table)
    assert sheet["A1"].value == "Phụ lục"
    assert sheet["A2"].value == SAMPLE.appendices[0].title.upper()
    assert str(sheet["A3"].value).startswith("(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 02 năm 2026")


@settings(max_examples=20)
@given(plan=plans(max_sections=1))
def test_any_plan_is_written_and_says_what_its_tasks_say(
    plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if not plan.appendices:
        return
    target = tmp_path_factory.mktemp("xuất") / "bảng.xlsx"
    write_excel(plan, target)
    book = read(target)
    tables = [block for block in compose(plan).blocks if isinstance(block, TableBlock)]
    sheets = [sheet for sheet in book.worksheets[:-1] if sheet.print_title_rows]
    assert len(book.worksheets) == len(plan.appendices) + 1
    for sheet, table in zip(sheets, [table for table in tables if table.columns], strict=True):
        words = [" ".join(" ".join(row).split()) for row in table_texts(sheet, len(table.columns))]
        wanted = [" ".join(" ".join(row).split()) for row in expected_texts(table)]
        # A task higher than a row goes on in the rows below: column by column, so only its words can be counted.
        assert sorted("".join(words).replace(" ", "")) == sorted("".join(wanted).replace(" ", ""))
    data = list(book[DATA_SHEET].iter_rows(min_row=2, values_only=True))
    assert [row[-1] for row in data] == [task.id for task in plan.tasks]


def test_the_data_sheet_has_a_typed_row_for_each_task(tmp_path: Path) -> None:
    plan = with_tasks(
        Task(
            content=(paragraph("Phát thanh"),),
            product=RichText.of("Bản tin"),
            quantity=RichText.of("12"),
            lead=RichText.of("Đài truyền thanh"),
            timing=RichText.of("Quý I/2026"),
            budget=RichText.of("5.000.000"),
        ),
        Task(
            content=(paragraph("Hội nghị"),),
            timing=RichText.of("Trước ngày 30/11/2026"),
            budget=RichText.of("Theo dự toán"),
            quantity=RichText.of("02 cuộc"),
        ),
        Task(content=(paragraph("Niêm yết"),)),
    )
    target = tmp_path / "dữ liệu.xlsx"
    write_excel(
        replace(plan, appendices=(replace(plan.appendices[0], rows=(TaskGroup("Nhóm"), *plan.tasks)),)),
        target,
    )
    sheet = read(target)[DATA_SHEET]
    names = [str(cell.value) for cell in sheet[1]]
    first, second, third = (
        dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)
    )
    assert (first["Nhóm"], first["STT"], first["Nội dung, nhiệm vụ"]) == ("I. Nhóm", 1, "Phát thanh")
    assert (first["Bắt đầu"], first["Hạn"]) == (datetime(2026, 1, 1), datetime(2026, 3, 31))
    assert (first["Kinh phí (đồng)"], first["Số lượng"]) == (5_000_000, 12)
    assert first["Thời gian (như đã ghi)"] == "Quý I/2026"
    assert second["Hạn"] == datetime(2026, 11, 30)
    assert (second["Kinh phí (đồng)"], second["Kinh phí (như đã ghi)"]) == (None, "Theo dự toán")
    assert second["Số lượng"] == "02 cuộc"
    assert (third["Hạn"], third["Loại thời gian"]) == (None, None)
    assert sheet.cell(2, names.index("Hạn") + 1).number_format == "dd/mm/yyyy"
    assert sheet.cell(2, names.index("Kinh phí (đồng)") + 1).number_format == "#,##0"


def test_the_data_sheet_filters_stays_in_view_and_hides_its_keys(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    write_excel(SAMPLE, target)
    sheet = read(target)[DATA_SHEET]
    assert sheet.auto_filter.ref == f"A1:P{len(SAMPLE.tasks) + 1}"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["P"].hidden


def test_the_first_sheet_prints_as_the_appendix(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    write_excel(SAMPLE, target)
    sheet = read(target)["Phụ lục"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "&P"
    assert round(sheet.page_margins.left * 25.4) == 30
    assert sheet["A5"].font.name == "Times New Roman"
    assert all(
        cell.font.name == "Times New Roman" and cell.border.left.style == "thin" and cell.alignment.wrap_text
        for row in sheet.iter_rows(min_row=7, max_row=9)
        for cell in row
    )


def test_several_appendices_get_a_sheet_each_and_share_the_data_sheet(tmp_path: Path) -> None:
    task = Task(content=(paragraph("Phát thanh"),))
    plan = replace(
        SAMPLE,
        appendices=(
            Appendix("Một", VARIANTS["A"], (task,)),
            Appendix("Hai", VARIANTS["C"], (replace(task, id="khác"),), text=(paragraph("Lời dẫn."),)),
            Appendix(
                "Chỉ có chữ", VARIANTS["A"], (), text=(paragraph("Nội dung."), item(Level.DASH, "Một."))
            ),
        ),
    )
    target = tmp_path / "x.xlsx"
    write_excel(plan, target)
    book = read(target)
    assert book.sheetnames == ["Phụ lục I", "Phụ lục II", "Phụ lục III", DATA_SHEET]
    assert [cell.value for cell in book[DATA_SHEET]["A"]] == ["Phụ lục", "Phụ lục I", "Phụ lục II"]
    third = [row[0] for row in book["Phụ lục III"].iter_rows(values_only=True)]
    assert third[0] == "Phụ lục III"
    assert third[-2:] == ["Nội dung.", "- Một."]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.invalid","x")',
        "+84 912",
        "-nt-",
        "- Một",
        "@SUM(A1)",
        "#N/A",
        "#REF!",
        "TRUE",
        "05",
        "2026",
        "1/2",
        "'x",
        "http://example.invalid",
        "_x0041_",
    ],
)
def test_no_text_becomes_a_formula_a_number_or_a_link(text: str, tmp_path: Path) -> None:
    plan = with_tasks(
        Task(content=(paragraph("Một"),), product=RichText.of(text), lead=RichText.of(text, italic=True))
    )
    target = tmp_path / "x.xlsx"
    write_excel(plan, target)
    book = read(target)
    for sheet in book.worksheets:
        found = [
            cell
            for row in sheet.iter_rows()
            for cell in row
            if cell.value
            in (text, f"_x005F{text}")  # so a spelt-out escape is written: Excel shows "_x0041_"
        ]
        assert len(found) == 2
        assert {cell.data_type for cell in found} == {"s"}
        assert all(cell.hyperlink is None for cell in found)
    with zipfile.ZipFile(target) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]
    if text[0] in "=+-@":
        cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == text)
        assert cell.quotePrefix


def test_typefaces_of_a_cell_are_kept(tmp_path: Path) -> None:
    timing = RichText.of("Thường xuyên ") + RichText.of("(khi có thay đổi)", italic=True)
    target = tmp_path / "x.xlsx"
    write_excel(with_tasks(Task(content=(paragraph("Một"),), timing=timing)), target)
    sheet = read(target, rich=True).worksheets[0]
    (cell,) = [c for row in sheet.iter_rows() for c in row if isinstance(c.value, CellRichText)]
    assert isinstance(cell.value, CellRichText)
    faces = [(block.text, bool(block.font.i)) for block in cell.value if not isinstance(block, str)]
    assert faces == [("Thường xuyên ", False), ("(khi có thay đổi)", True)]
    assert str(cell.value) == timing.plain


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    task = Task(content=(paragraph("Một\x00\x07\x1b hai"),))
    target = tmp_path / "x.xlsx"
    write_excel(with_tasks(task), target)
    assert "Một hai" in [cell.value for cell in read(target).worksheets[0]["B"]]


def test_a_content_higher_than_a_row_goes_on_below_without_losing_a_word(tmp_path: Path) -> None:
    words = " ".join(f"từ{number}" for number in range(1_500))
    task = Task(content=(paragraph(words), item(Level.DASH, "Cuối.")), lead=RichText.of("Phòng A"))
    target = tmp_path / "x.xlsx"
    write_excel(with_tasks(task, Task(content=(paragraph("Hai"),)), variant="A"), target)
    sheet = read(target).worksheets[0]
    rows = list(sheet.iter_rows(min_row=6, values_only=True))
    texts = [str(row[1]) for row in rows]
    assert " ".join(texts).split() == [*words.split(), "-", "Cuối.", "Hai"]
    assert [row[0] for row in rows] == ["1", *[None] * (len(rows) - 2), "2"]
    assert rows[0][2] == "Phòng A"
    heights = [sheet.row_dimensions[number].height for number in range(6, 6 + len(rows))]
    assert all(height is not None and height <= 409 for height in heights)
    assert not sheet["B6"].border.bottom or sheet["B6"].border.bottom.style is None
    assert sheet.cell(5 + len(rows) - 1, 2).border.bottom.style == "thin"


def test_a_text_no_cell_can_hold_is_refused_with_the_name_of_its_task(tmp_path: Path) -> None:
    task = Task(content=(paragraph("Tuyên truyền rất dài " + "x " * 20_000),))
    target = tmp_path / "x.xlsx"
    target.write_text("cũ", encoding="utf-8")
    with pytest.raises(UserFacingError, match=r"Tuyên truyền rất dài.*32\.767 ký tự") as told:
        write_excel(with_tasks(task), target)
    assert told.value.hint
    assert target.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]


def test_a_plan_without_an_appendix_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="chưa có phụ lục"):
        write_excel(replace(SAMPLE, appendices=()), tmp_path / "x.xlsx")


def test_progress_is_told_to_the_end_and_may_cancel(tmp_path: Path) -> None:
    tasks = tuple(Task(content=(paragraph(f"Việc {number}"),)) for number in range(100))
    told: list[tuple[int, int]] = []
    write_excel(
        with_tasks(*tasks), tmp_path / "x.xlsx", progress=lambda done, total: told.append((done, total))
    )
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted({done for done, _ in told})

    def cancel(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_excel(with_tasks(*tasks), tmp_path / "y.xlsx", progress=cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]


def test_the_file_says_who_made_it_and_in_what_language(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    write_excel(SAMPLE, target)
    properties = read(target).properties
    assert properties.title == compose(SAMPLE).title
    assert properties.creator == SAMPLE.issuer
    assert properties.language == "vi-VN"


def test_a_table_of_one_column_or_none_is_written(tmp_path: Path) -> None:
    one = Appendix("Một cột", columns(next(iter(VARIANTS["A"])).kind), (Task(), TaskGroup("Nhóm")))
    none = Appendix("Không cột", (), (Task(),))
    target = tmp_path / "x.xlsx"
    write_excel(replace(SAMPLE, appendices=(one, none)), target)
    assert len(read(target).worksheets) == 3


def test_columns_are_measured_in_the_typeface_they_were_computed_for(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    write_excel(SAMPLE, target)
    with zipfile.ZipFile(target) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert re.search(r"<cellStyleXfs[^>]*><xf [^>]*fontId=\"0\"", styles)
    assert re.search(
        r"<fonts[^>]*><font><name val=\"Times New Roman\"/><family val=\"1\"/><sz val=\"12\"/></font>", styles
    )
    widths = [one.width for one in read(target)["Phụ lục"].column_dimensions.values()]
    assert sum(widths) * 8 / 96 * 25.4 == pytest.approx(252, abs=1)


def test_the_printed_sheet_has_the_size_of_the_page_and_loses_nothing(tmp_path: Path, soffice: str) -> None:
    target = tmp_path / "x.xlsx"
    write_excel(SAMPLE, target)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            target,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = pypdf.PdfReader(tmp_path / "x.pdf").pages
    first = pages[0].extract_text()
    assert round(float(pages[0].mediabox.width) / 72 * 25.4) == 297
    assert not first.lstrip().startswith("1\n")  # no page number on the first page
    assert pages[1].extract_text().lstrip().startswith("2")
    printed = "".join("".join(page.extract_text().split()) for page in pages[:-1])
    for task in SAMPLE.tasks:
        assert "".join(task.content[0].content.plain.split())[:30] in printed


def test_word_and_excel_have_the_same_table(tmp_path: Path) -> None:
    word, excel = tmp_path / "x.docx", tmp_path / "x.xlsx"
    write_word(compose(SAMPLE), word)
    write_excel(SAMPLE, excel)
    width = len(SAMPLE.appendices[0].columns)
    table = next(one for one in docx.Document(str(word)).tables if len(one.columns) == width)
    in_word = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
    in_excel = [list(dict.fromkeys(row)) for row in table_texts(read(excel)["Phụ lục"], width)]
    assert in_excel == in_word
