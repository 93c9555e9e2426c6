"""What a word processor makes of our files: laid out by LibreOffice with a font as wide as Times New Roman."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import IssueForm, Section, SectionRole
from cchc_desktop.formats.word_write import write_word
from cchc_desktop.paper.blocks import NATIONAL_MOTTO, NATIONAL_NAME, RECIPIENTS_LABEL
from cchc_desktop.paper.compose import compose
from tests.formats.rich_plan import rich_plan

pytestmark = pytest.mark.slow


def laid_out(soffice: str, files: list[Path], folder: Path) -> list[list[str]]:
    """The text of each page of each file."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)
    pdfs = [folder / "pdf" / f"{path.stem}.pdf" for path in files]
    return [[page.extract_text() for page in PdfReader(pdf).pages] for pdf in pdfs]


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.split("\n") if line.strip()]


def test_pages_are_those_of_an_administrative_paper(soffice: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{form.value}.docx" for form in IssueForm]
    for form, path in zip(IssueForm, files, strict=True):
        write_word(compose(rich_plan(form)), path)
    for form, pages in zip(IssueForm, laid_out(soffice, files, tmp_path), strict=True):
        first = " ".join(lines(pages[0]))
        assert NATIONAL_NAME in pages[0] and NATIONAL_MOTTO in pages[0], form
        assert not lines(pages[0])[0].isdigit()
        appendix = [page for page in pages if "Nội dung/Nhiệm vụ" in page]
        body = pages[: -len(appendix)]
        assert len(body) >= 3 and len(appendix) >= 3
        assert "Số: 07/" in first and "An Thới Đông, ngày 05 tháng 02 năm 2026" in first
        # Numbered anew in each part, hidden on its first page; the heading row on every page of the table.
        assert [lines(page)[0] for page in appendix[1:]] == [str(n) for n in range(2, len(appendix) + 1)]
        assert lines(appendix[0])[0] == "Phụ lục"
        starts = [index for index, page in enumerate(body) if NATIONAL_NAME in page]
        for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
            numbers = [lines(page)[0] for page in body[start + 1 : end]]
            assert numbers == [str(n) for n in range(2, end - start + 1)]


def test_the_signature_stands_whole_on_a_page_with_text_wherever_the_page_ends(
    soffice: str, tmp_path: Path
) -> None:
    files = []
    for count in range(14):
        filler = tuple(paragraph(f"Đoạn thứ {number}.") for number in range(6 + count))
        plan = replace(rich_plan(), sections=(Section((SectionRole.OTHER,), "Khác", filler),), appendices=())
        files.append(tmp_path / f"{count}.docx")
        write_word(compose(plan), files[-1])
    counts = set()
    for pages in laid_out(soffice, files, tmp_path):
        counts.add(len(pages))
        (page,) = [page for page in pages if RECIPIENTS_LABEL in page]
        for wanted in ("- Lưu: VT, VHXH.", "KT. CHỦ TỊCH", "Đỗ Văn Ước", "./."):
            assert wanted in page
    assert counts == {1, 2}, "the page must end at different places in the signature"
