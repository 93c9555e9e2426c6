"""The PDF file holds the pages: text that can be copied, fonts, sizes, and what it says of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PageObject, PdfReader

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.domain.outline import paragraph
from cchc_desktop.domain.plan import IssueForm, Plan, Section, SectionRole
from cchc_desktop.errors import UserFacingError
from cchc_desktop.formats.pdf import lay_out, write_pdf
from cchc_desktop.formats.progress import Cancelled
from cchc_desktop.paper.compose import compose
from tests.formats.pdf.reading import VIETNAMESE_LETTERS, page_text, squeezed
from tests.formats.rich_plan import rich_plan
from tests.strategies import plans

CHECKOUT = Path(__file__).resolve().parents[3]

# Random texts may ask for scripts in which no font of the machine is at home; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


def written(plan: Plan, folder: Path) -> list[PageObject]:
    target = folder / "Kế hoạch.pdf"
    write_pdf(compose(plan), target)
    return list(PdfReader(target, strict=True).pages)


@pytest.mark.parametrize("form", IssueForm)
def test_each_page_of_the_file_says_what_the_laid_out_page_says(form: IssueForm, tmp_path: Path) -> None:
    plan = rich_plan(form)
    pages = written(plan, tmp_path)
    laid_out = lay_out(compose(plan)).pages
    assert len(pages) == len(laid_out)
    for page, expected in zip(pages, laid_out, strict=True):
        number = str(expected.number) if expected.number > 1 else ""
        assert squeezed(page.extract_text()) == number + squeezed(page_text(expected))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(tidy=True))
def test_no_word_of_a_random_plan_is_lost(plan: Plan, tmp_path: Path) -> None:
    pages = written(plan, tmp_path)
    for page, expected in zip(pages, lay_out(compose(plan)).pages, strict=True):
        assert squeezed(page_text(expected)) in squeezed(page.extract_text())


def test_every_vietnamese_letter_can_be_copied_in_every_face(tmp_path: Path) -> None:
    from cchc_desktop.domain.rich_text import RichText

    faces = [
        paragraph(RichText.of(VIETNAMESE_LETTERS, bold=bold, italic=italic))
        for bold in (False, True)
        for italic in (False, True)
    ]
    plan = replace(rich_plan(), sections=(Section((SectionRole.OTHER,), "Khác", tuple(faces)),))
    text = squeezed("".join(page.extract_text() for page in written(plan, tmp_path)))
    assert text.count(VIETNAMESE_LETTERS) == 4


def test_copied_text_has_spaces_and_no_tabs(tmp_path: Path) -> None:
    text = written(sample_dossier().plans[0], tmp_path)[0].extract_text()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "\t" not in text


def test_pages_are_a4_and_the_appendix_lies(tmp_path: Path) -> None:
    plan = sample_dossier().plans[0]
    sizes = [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in written(plan, tmp_path)
    ]
    parts = [page.part for page in lay_out(compose(plan)).pages]
    assert sizes == [(842, 595) if part else (595, 842) for part in parts]


def test_fonts_are_embedded_and_only_what_is_used_of_them(tmp_path: Path) -> None:
    pages = written(sample_dossier().plans[0], tmp_path)
    assert (tmp_path / "Kế hoạch.pdf").stat().st_size < 200_000
    for page in pages:
        embedded, missing = page._get_fonts()
        assert embedded and not missing


def test_the_file_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    target = tmp_path / "Kế hoạch.pdf"
    document = compose(sample_dossier().plans[0])
    write_pdf(document, target)
    reader = PdfReader(target, strict=True)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (document.title, document.author)
    assert str(reader.root_object["/Lang"]) == "vi-VN"


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "Kế hoạch.pdf"
    target.write_bytes(b"old")
    calls = 0

    def cancel(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        assert 0 <= done <= total
        if done > total * 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(compose(rich_plan()), target, progress=cancel)
    assert calls > 10
    assert target.read_bytes() == b"old" and [one.name for one in tmp_path.iterdir()] == [target.name]


def test_progress_only_grows_and_ends_whole(tmp_path: Path) -> None:
    shares: list[float] = []
    write_pdf(
        compose(rich_plan()), tmp_path / "a.pdf", progress=lambda done, total: shares.append(done / total)
    )
    assert shares == sorted(shares) and shares[-1] == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError):
        write_pdf(compose(rich_plan()), tmp_path / "không có" / "a.pdf")


def test_an_export_beside_the_window_and_a_preview_do_not_disturb_each_other(tmp_path: Path) -> None:
    document = compose(rich_plan())
    expected = [page_text(page) for page in lay_out(document).pages]
    with ThreadPoolExecutor(1) as beside:
        exports = [beside.submit(write_pdf, document, tmp_path / f"{number}.pdf") for number in range(3)]
        while not all(export.done() for export in exports):
            assert [page_text(page) for page in lay_out(document).pages] == expected
        for number, export in enumerate(exports):
            export.result()
            pages = PdfReader(tmp_path / f"{number}.pdf").pages
            assert squeezed(expected[0]) == squeezed(pages[0].extract_text())


def test_without_a_window_and_with_a_screen_that_is_not_there_it_works_as_well_and_more_than_once(
    tmp_path: Path,
) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from cchc_desktop.authoring.sample import sample_dossier\n"
        "from cchc_desktop.formats.pdf import write_pdf\n"
        "from cchc_desktop.paper.compose import compose\n"
        "for name in ('a', 'b'):\n"
        "    write_pdf(compose(sample_dossier().plans[0]), Path(sys.argv[1]) / f'{name}.pdf')\n"
    )
    bare = {"DISPLAY": ":97"} | {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env=bare,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    texts = [[page.extract_text() for page in PdfReader(tmp_path / f"{name}.pdf").pages] for name in "ab"]
    assert texts[0] == texts[1] and 6 <= len(texts[0]) <= 9
