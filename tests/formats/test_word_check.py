"""Each check of the layout fails when its rule is broken, and only then."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.formats.word_check import check_layout
from cchc_desktop.formats.word_paper import LayoutSeverity
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.compose import compose
from tests.formats.rich_plan import rich_plan
from tests.seed_plans import seed_plan

Change = Callable[[str], str]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which everything holds."""
    path = tmp_path_factory.mktemp("word") / "sound.docx"
    plan = rich_plan()
    write_word(compose(replace(plan, appendices=plan.appendices * 2)), path)
    return path


def text(old: str, new: str) -> Change:
    """Change what is written, or any other piece of XML."""

    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new)

    return change


def style(name: str, old: str, new: str) -> Change:
    """Change a style by the key it has in our forms."""

    def change(xml: str) -> str:
        found = re.search(rf'<w:style [^>]*w:styleId="{name}">.*?</w:style>', xml)
        assert found and re.search(old, found[0]), (name, old)
        return xml.replace(found[0], re.sub(old, new, found[0]))

    return change


def paragraph(holding: str, old: str, new: str) -> Change:
    """Change the first paragraph that holds a text."""

    def change(xml: str) -> str:
        found = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if holding in one)
        assert re.search(old, found), found
        return xml.replace(found, re.sub(old, new, found), 1)

    return change


BOLD, LIGHT = "<w:b/>", '<w:b w:val="0"/>'
ITALIC, UPRIGHT = "<w:i/>", '<w:i w:val="0"/>'
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"

BROKEN: list[tuple[str, str, Change]] = [
    ("L01", DOCUMENT, text('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    ("L01", DOCUMENT, text('w:left="1701"', 'w:left="1134"')),
    ("L01", DOCUMENT, text('w:bottom="1134"', 'w:bottom="700"')),
    ("L02", STYLES, text('w:ascii="Times New Roman"', 'w:ascii="Arial"')),
    ("L02", STYLES, text('<w:rFonts ', '<w:rFonts w:asciiTheme="minorHAnsi" ')),
    ("L02", DOCUMENT, text("Trên đây là", "Tre\u0302n đây là")),
    ("L02", STYLES, text('<w:color w:val="000000"/>', '<w:color w:val="FF0000"/>')),
    ("L03", DOCUMENT, text("<w:titlePg/>", "")),
    ("L03", HEADER, text(" PAGE ", " DATE ")),
    ("L03", STYLES, style("CCHCSoTrang", '"center"', '"right"')),
    ("L03", STYLES, style("CCHCSoTrang", 'w:sz w:val="28"', 'w:sz w:val="22"')),
    ("L03", "word/header2.xml", text("</w:pPr>", "</w:pPr><w:r><w:t>1</w:t></w:r>")),
    ("L04", DOCUMENT, text("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
    ("L04", STYLES, style("CCHCQuocHieu", BOLD, LIGHT)),
    ("L04", STYLES, style("CCHCQuocHieu", 'w:sz w:val="26"', 'w:sz w:val="28"')),
    ("L04", STYLES, style("CCHCTieuNgu", 'w:sz w:val="28"', 'w:sz w:val="24"')),
    ("L04", STYLES, style("CCHCQuocHieu", 'w:left="0"', 'w:left="400"')),
    ("L05", DOCUMENT, paragraph("CCHCGachDai", r'w:right="\d+"', 'w:right="0"')),
    ("L05", DOCUMENT, paragraph("CCHCGachNgan", r"<w:ind [^>]*/>", "")),
    ("L05", DOCUMENT, paragraph("CCHCGachDai", "CCHCGachDai", "Normal")),
    ("L06", STYLES, style("CCHCCoQuanCapTren", LIGHT, BOLD)),
    ("L06", STYLES, style("CCHCCoQuanBanHanh", BOLD, LIGHT)),
    ("L06", STYLES, style("CCHCCoQuanCapTren", 'w:sz w:val="26"', 'w:sz w:val="24"')),
    ("L07", DOCUMENT, text("Số: 07/KH-UBND", "Số: 7/KH-UBND")),
    ("L07", DOCUMENT, text("Số: 07/KH-UBND", "Số: 07 /KH - UBND")),
    ("L07", DOCUMENT, text("Số: 07/KH-UBND", "Số: 07/QĐ-UBND")),
    ("L07", STYLES, style("CCHCSoKyHieu", 'w:sz w:val="26"', 'w:sz w:val="28"')),
    ("L08", STYLES, style("CCHCDiaDanhThoiGian", ITALIC, UPRIGHT)),
    ("L08", DOCUMENT, text("ngày 05 tháng 02 năm", "ngày 5 tháng 02 năm")),
    ("L08", DOCUMENT, text("ngày 05 tháng 02 năm", "ngày 05 tháng 2 năm")),
    ("L08", DOCUMENT, text("ngày 05 tháng 02 năm", "ngày 05 tháng 04 năm")),
    ("L08", DOCUMENT, text("ngày 05 tháng 02 năm", "ngày      tháng      năm")),
    ("L09", STYLES, style("CCHCTenLoai", BOLD, LIGHT)),
    ("L09", STYLES, style("CCHCTrichYeu", '"center"', '"both"')),
    ("L09", DOCUMENT, text("trên địa bàn xã An Thới Đông</w:t>", "trên địa bàn xã.</w:t>")),
    ("L09", DOCUMENT, text("KẾ HOẠCH</w:t>", "Kế hoạch</w:t>")),
    ("L10", STYLES, style("CCHCCanCu", ITALIC, UPRIGHT)),
    ("L10", DOCUMENT, text("năm 2025;</w:t>", "năm 2025.</w:t>")),
    ("L11", STYLES, style("CCHCNoiDung", '"both"', '"left"')),
    ("L11", STYLES, style("CCHCNoiDung", 'w:firstLine="720"', 'w:firstLine="0"')),
    ("L11", STYLES, style("CCHCNoiDung", 'w:after="120"', 'w:after="60"')),
    ("L11", STYLES, style("CCHCNoiDung", 'w:line="240"', 'w:line="480"')),
    ("L11", STYLES, style("CCHCNoiDung", 'w:sz w:val="28"', 'w:sz w:val="24"')),
    ("L12", STYLES, style("CCHCMuc", BOLD, LIGHT)),
    ("L12", DOCUMENT, text("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu")),
    ("L12", STYLES, style("CCHCKhoan", BOLD, LIGHT)),
    ("L12", DOCUMENT, paragraph("a) Đẩy mạnh", "<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")),
    ("L13", DOCUMENT, text("II. NỘI DUNG", "III. NỘI DUNG")),
    ("L13", DOCUMENT, text("d) Đẩy mạnh", "f) Đẩy mạnh")),
    ("L13", DOCUMENT, text("2. Yêu cầu", "3. Yêu cầu")),
    ("L13", DOCUMENT, text("1.1. Sáu lĩnh vực", "2.1. Sáu lĩnh vực")),
    ("L13", DOCUMENT, text("1.1.1. Lĩnh vực", "1.1.2. Lĩnh vực")),
    ("L14", DOCUMENT, text("./.", ".")),
    ("L15", DOCUMENT, text("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")),
    ("L15", DOCUMENT, text("TM. ỦY BAN", "TT. ỦY BAN")),
    ("L15", DOCUMENT, text("Đỗ Văn Ước", "TS. Đỗ Văn Ước")),
    ("L15", DOCUMENT, text("Đỗ Văn Ước", "ĐỖ VĂN ƯỚC")),
    ("L15", STYLES, style("CCHCChucVuKy", BOLD, LIGHT)),
    ("L15", STYLES, style("CCHCHoTenNguoiKy", BOLD, LIGHT)),
    ("L16", STYLES, style("CCHCNoiNhan", 'w:sz w:val="24"', 'w:sz w:val="28"')),
    ("L16", STYLES, style("CCHCDongNoiNhan", 'w:sz w:val="22"', 'w:sz w:val="24"')),
    ("L16", DOCUMENT, text("- Sở Nội vụ;", "- Sở Nội vụ.")),
    ("L16", DOCUMENT, text("- Lưu: VT, VHXH.", "- Lưu: VT, VHXH;")),
    ("L16", DOCUMENT, text("- Lưu: VT, VHXH.", "- Lưu: VT.")),
    ("L17", DOCUMENT, text('<w:pgNumType w:start="1"/>', "")),
    ("L17", DOCUMENT, text("Phụ lục II<", "PHỤ LỤC II<")),
    ("L17", DOCUMENT, text("Phụ lục II<", "Phụ lục 2<")),
    ("L17", DOCUMENT, text("DANH MỤC NHIỆM VỤ", "Danh mục nhiệm vụ")),
    ("L17", STYLES, style("CCHCKemTheo", ITALIC, UPRIGHT)),
    ("L17", DOCUMENT, text("(Kèm theo Kế hoạch số 07", "(Kèm theo Kế hoạch số 08")),
    ("L17", DOCUMENT, text("của Ủy ban nhân dân xã An Thới Đông)", "của Ủy ban nhân dân xã khác)")),
    ("L17", DOCUMENT, text("Chi tiết tại Phụ lục kèm theo Kế hoạch này", "Chi tiết xem dưới đây")),
    ("L18", DOCUMENT, text("<w:tblHeader/>", "")),
    ("L18", DOCUMENT, text("<w:cantSplit/>", "")),
]  # fmt: skip


def test_a_sound_file_has_no_findings(sound: Path) -> None:
    assert check_layout(sound) == ()


@pytest.mark.parametrize(
    ("rule", "member", "change"), BROKEN, ids=[f"{rule}-{at}" for at, (rule, _, _) in enumerate(BROKEN)]
)
def test_a_broken_rule_is_found(sound: Path, tmp_path: Path, rule: str, member: str, change: Change) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == member else content)
    found = check_layout(broken)
    assert rule in {one.id for one in found}, found


def test_every_rule_is_broken_by_some_test() -> None:
    assert {rule for rule, _, _ in BROKEN} == {f"L{number:02d}" for number in range(1, 19)}


def test_a_zero_before_april_is_only_noted(sound: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace("ngày 05 tháng 02".encode(), "ngày 05 tháng 04".encode())
            )
    assert [one.severity for one in check_layout(broken)] == [LayoutSeverity.NOTE]


OF_THE_TEXT = {"L08", "L16", "L17"}
"""Rules that the published plans themselves break: no place before the date, no unit after "Lưu: VT", and the like."""


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_published_plans_come_out_in_the_layout_of_the_decree(
    number: str, seed_texts: dict[str, str], tmp_path: Path
) -> None:
    write_word(compose(seed_plan(number, seed_texts[number])), tmp_path / "seed.docx")
    assert [one for one in check_layout(tmp_path / "seed.docx") if one.id not in OF_THE_TEXT] == []


def test_the_sample_has_no_findings(tmp_path: Path) -> None:
    write_word(compose(sample_dossier().plans[0]), tmp_path / "sample.docx")
    assert check_layout(tmp_path / "sample.docx") == ()
