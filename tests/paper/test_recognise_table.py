"""Pasted cells become tasks and groups, with or without a header."""

import pytest

from cchc_desktop.domain.outline import Level
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.task import VARIANTS, Task, TaskColumn, TaskGroup, TaskRow
from cchc_desktop.formats.clipboard_table import cells_from_text
from cchc_desktop.paper.recognise_table import (
    ditto_notes,
    guess_columns,
    is_header,
    recognise_columns,
    rows_to_tasks,
    tasks_from_table,
)

C = TaskColumn


@pytest.mark.parametrize("variant", sorted(VARIANTS))
def test_the_headings_of_every_variant_are_known(variant: str) -> None:
    shown = VARIANTS[variant]
    assert recognise_columns([column.heading for column in shown]) == [column.kind for column in shown]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Số TT", C.ORDER),
        ("Nhiệm vụ", C.CONTENT),
        ("Nội dung công việc", C.CONTENT),
        ("Hoạt động", C.CONTENT),
        ("Mục tiêu, nhiệm vụ", C.CONTENT),
        ("Sản phẩm, kết quả", C.PRODUCT),
        ("Kết quả đầu ra", C.PRODUCT),
        ("Dự kiến sản phẩm", C.PRODUCT),
        ("Bộ phận chủ trì", C.LEAD),
        ("Đơn vị thực hiện", C.LEAD),
        ("Người thực hiện", C.LEAD),
        ("ĐƠN VỊ PHỐI HỢP", C.COOPERATION),
        ("Thời gian\nhoàn thành", C.TIMING),
        ("Thời hạn", C.TIMING),
        ("Tiến độ", C.TIMING),
        ("Lộ trình", C.TIMING),
        ("Dự toán", C.BUDGET),
        ("Nguồn kinh phí", C.BUDGET),
        ("Ghi chú", C.NOTE),
        ("Trạng thái", None),
        ("", None),
    ],
)
def test_synonyms_of_a_heading_are_known(heading: str, kind: TaskColumn | None) -> None:
    assert recognise_columns([heading]) == [kind]


def test_a_task_that_mentions_results_is_no_header() -> None:
    assert is_header(["TT", "Nội dung", "Chủ trì"])
    assert not is_header(
        ["1", "Báo cáo kết quả thực hiện nhiệm vụ theo thời gian quy định của Ủy ban nhân dân tỉnh", "x"]
    )
    assert not is_header(["1", "Niêm yết nội dung", "Phòng A"])


def told(rows: tuple[TaskRow, ...]) -> list[tuple[str, ...]]:
    return [
        (row.title,)
        if isinstance(row, TaskGroup)
        else (row.title, row.lead.plain, row.timing.plain, row.note.plain)
        for row in rows
    ]


def test_a_table_with_groups_and_a_repeated_header_becomes_rows() -> None:
    text = (
        "TT\tNội dung\tChủ trì\tThời gian\tGhi chú\n"
        "(1)\t(2)\t(3)\t(4)\t(5)\n"
        "I\tChỉ đạo, điều hành\t\t\t\n"
        "1\tBan hành kế hoạch\tPhòng A\tQuý I/2026\t\n"
        "TT\tNội dung\tChủ trì\tThời gian\tGhi chú\n"
        "\t\t\t\t\n"
        "2\tPhát thanh\tĐài\t-nt-\tx\n"
        "II. Tuyên truyền trực tiếp\t\t\t\t\n"
        "\tTUYÊN TRUYỀN KHÁC\t\t\t\n"
        "3\tHội nghị\t\t\t\n"
    )
    rows = tasks_from_table(cells_from_text(text))
    assert told(rows) == [
        ("Chỉ đạo, điều hành",),
        ("Ban hành kế hoạch", "Phòng A", "Quý I/2026", ""),
        ("Phát thanh", "Đài", "-nt-", "x"),
        ("Tuyên truyền trực tiếp",),
        ("TUYÊN TRUYỀN KHÁC",),
        ("Hội nghị", "", "", ""),
    ]
    assert ditto_notes(rows) == (
        "Nhiệm vụ “Phát thanh”: ô Thời gian thực hiện chỉ ghi “-nt-” (như trên), nên ghi lại đầy đủ.",
    )


def test_the_appendix_of_a_published_plan_becomes_its_ten_tasks(seed_texts: dict[str, str]) -> None:
    table = seed_texts["001"].split("của Chủ tịch UBND thành phố)\n")[1]
    rows = tasks_from_table(cells_from_text(table))
    tasks = [row for row in rows if isinstance(row, Task)]
    assert len(tasks) == len(rows) == 10
    assert [task.timing.plain for task in tasks] == [
        "Thường xuyên",
        "Thường xuyên",
        "Mỗi tuần/1 lần",
        "Thường xuyên",
        "Thường xuyên",
        "Thường xuyên",
        "Thường xuyên (thực hiện khi có sự thay đổi về TTHC)",
        "Thường xuyên",
        "Quý I/2024",
        "Quý I/2024",
    ]
    assert [bool(task.cooperation) for task in tasks] == [
        False,
        True,
        True,
        True,
        True,
        True,
        False,
        True,
        False,
        True,
    ]
    assert tasks[6].timing.runs[1] == Run("(thực hiện khi có sự thay đổi về TTHC)", italic=True)
    assert [one.level for one in tasks[6].content] == [Level.DASH, Level.DASH]
    assert tasks[6].content[1].text.plain == "Tuyên truyền thông qua các hội nghị, lớp tập huấn."
    assert tasks[0].title.startswith("Nội dung tuyên truyền: Tuyên truyền các quan điểm")
    assert [len(task.content) for task in tasks] == [1, 1, 1, 1, 1, 1, 2, 1, 1, 1]


def test_columns_without_a_header_are_guessed_by_what_stands_in_them() -> None:
    cells = [
        [
            "1",
            "Xây dựng tin, bài tuyên truyền trên hệ thống truyền thanh",
            "Phòng Văn hóa - Xã hội",
            "Các thôn",
            "Thường xuyên",
        ],
        ["2", "Tổ chức hội nghị đối thoại", "Văn phòng", "Công an phường", "Quý II/2026"],
    ]
    assert guess_columns(cells) == [C.ORDER, C.CONTENT, C.LEAD, C.COOPERATION, C.TIMING]
    assert told(tasks_from_table(cells))[1] == ("Tổ chức hội nghị đối thoại", "Văn phòng", "Quý II/2026", "")


def test_one_column_is_content() -> None:
    assert guess_columns([["Một việc"], ["Việc hai"]]) == [C.CONTENT]
    assert told(tasks_from_table([["Một việc cần làm."], ["Việc hai."]])) == [
        ("Một việc cần làm.", "", "", ""),
        ("Việc hai.", "", "", ""),
    ]


def test_text_of_a_column_that_is_not_understood_goes_to_the_note() -> None:
    rows = rows_to_tasks([["1", "Phát thanh", "Đạt", "xem lại"]], [C.ORDER, C.CONTENT, None, C.NOTE])
    assert isinstance(rows[0], Task)
    assert rows[0].note.plain == "xem lại\nĐạt"


def test_content_with_bullets_becomes_items_and_keeps_typefaces() -> None:
    cell = RichText.of("Xây dựng ") + RichText.of("video", italic=True) + ":\n- Khai sinh;\n+ Kết hôn."
    rows = rows_to_tasks([["7", cell]], [C.ORDER, C.CONTENT])
    assert isinstance(rows[0], Task)
    assert [(one.level, one.content.plain) for one in rows[0].content] == [
        (Level.PARAGRAPH, "Xây dựng video:"),
        (Level.DASH, "Khai sinh;"),
        (Level.PLUS, "Kết hôn."),
    ]
    assert rows[0].content[0].text.runs[1].italic


def test_a_merged_title_above_the_header_is_left_out_of_the_rows() -> None:
    cells = [["PHỤ LỤC", "", ""], ["STT", "Nhiệm vụ", "Thời hạn"], ["1", "Phát thanh", "Quý I"]]
    assert told(tasks_from_table(cells)) == [("Phát thanh", "", "Quý I", "")]
